// The shape every command has. One file per command in this folder; src/main.ts lists them.
import type { Store } from '../db/store.ts'
import { problem } from '../problem.ts'

export type OptionSpec = { type: 'string' | 'boolean'; describe: string }

export type CommandContext = {
  /** Positional arguments after the command's own words. */
  args: string[]
  options: Record<string, string | boolean | undefined>
  json: boolean
  /** Writes one line to standard output. */
  out: (text: string) => void
  /** Writes one line of progress to standard error. */
  progress: (text: string) => void
  /** Opens the store named by --data or DATABASE_URL, setting an empty one up first. Closed by the caller of `run`. */
  open: () => Promise<Store>
}

export type Command = {
  /** Runs although a plan that was added to the store is missing on this machine: it is what mends that. */
  mendsPlans?: boolean
  /** The words that call it, such as `plan import`. */
  name: string
  summary: string
  /** Arguments and options as a usage line, without "pacta" and the name. */
  usage: string
  example: string
  options?: Record<string, OptionSpec>
  /** Exit code: 0 done, 1 problems found, 2 wrong usage. A thrown Problem of type `usage` is 2, any other Problem 1. */
  run: (context: CommandContext) => Promise<number>
}

/** The option's text, or undefined where it was not given. */
export const textOption = (context: CommandContext, name: string): string | undefined => {
  const value = context.options[name]
  return typeof value === 'string' ? value : undefined
}

/** The text of an option that a command cannot do without. Throws `usage`. */
export const neededOption = (context: CommandContext, name: string): string => {
  const text = textOption(context, name)
  if (text === undefined) throw problem('usage', `Name --${name}; --help explains it.`)
  return text
}
