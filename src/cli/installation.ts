// What a command knows of the installation it works on: its secret, and where it is reached.
import { readSecret } from '../accounts/secret.ts'
import { readConfig } from '../config.ts'
import { findServedAt, isLoopback } from '../web/served-at.ts'
import { type CommandContext, textOption } from './command.ts'

/** The data folder a command works on, which holds the secret even where the store is a server's. */
export const dataDirOf = (context: CommandContext): string =>
  textOption(context, 'data') ?? readConfig().dataDir

/** The installation's secret: see `readSecret`. */
export const secretOf = (context: CommandContext): string =>
  readSecret({ secret: readConfig().secret, dataDir: dataDirOf(context) })

/** What addresses begin with: PACTA_ORIGIN, otherwise the running server's address, otherwise the one it would have. */
export const originOf = (context: CommandContext): string => {
  const { origin, port } = readConfig()
  return origin ?? findServedAt(dataDirOf(context)) ?? `http://127.0.0.1:${port}`
}

/** A link as a command prints it, with what whoever passes it on has to know. */
export type LinkPrinted = { path: string; link: string; opensOnThisMachineOnly: boolean; words: string }

export const printedLink = (context: CommandContext, path: string): LinkPrinted => {
  const origin = originOf(context)
  const link = `${origin}${path}`
  const isOurs = isLoopback(origin)
  const isServed = readConfig().origin !== undefined || findServedAt(dataDirOf(context)) !== undefined
  const words = [
    link,
    ...(isOurs
      ? [
          'This address opens on this machine only. For others, set PACTA_ORIGIN to the address they open (docs/how-to/serve-beyond-this-machine.md).',
        ]
      : []),
    ...(isServed ? [] : ['No server is running: start one with "pacta serve", and it opens.']),
  ].join('\n')
  return { path, link, opensOnThisMachineOnly: isOurs, words }
}
