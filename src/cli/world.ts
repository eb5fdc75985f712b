// The option --world: the real register, or the exercise.
import type { World } from '../db/store.ts'
import { problem } from '../problem.ts'
import { type CommandContext, type OptionSpec, textOption } from './command.ts'

export const worldOption: Record<string, OptionSpec> = {
  world: { type: 'string', describe: 'register (default) or exercise, the fictional one' },
}

/** The world a command works in. Throws Problem `usage` for a name that is none. */
export const asWorld = (context: CommandContext): World => {
  const name = textOption(context, 'world') ?? 'register'
  if (name !== 'register' && name !== 'exercise')
    throw problem('usage', `--world is register or exercise; it is "${name}".`)
  return name
}
