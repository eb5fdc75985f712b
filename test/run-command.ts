// Runs a command as the program does, with what it prints gathered.
import assert from 'node:assert/strict'
import type { Command, CommandContext } from '../src/cli/command.ts'
import type { Store } from '../src/db/store.ts'

/** What a command gave back and printed. Without `store` it may open none; one that is lent is closed by whoever lent it. */
export const runCommand = async (
  command: Command,
  args: string[],
  options: CommandContext['options'] = {},
  store?: Store,
): Promise<{ code: number; out: string; progress: string }> => {
  const out: string[] = []
  const progress: string[] = []
  const code = await command.run({
    args,
    options,
    json: options.json === true,
    out: (text) => void out.push(text),
    progress: (text) => void progress.push(text),
    open: async () => store ?? assert.fail('the store was opened'),
  })
  return { code, out: out.join('\n'), progress: progress.join('\n') }
}
