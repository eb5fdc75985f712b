// What commands that read a file share: the file's bytes, and things counted in words.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { InputFile } from '../facts/datum-file.ts'
import { largestInput } from '../formats/text.ts'
import { problem } from '../problem.ts'
import type { CommandContext } from './command.ts'

/** The path of the one file the command was given. Throws Problem `usage`. */
export const oneFile = (context: CommandContext): string => {
  const [path, ...more] = context.args
  if (path === undefined || more.length > 0) throw problem('usage', 'Name one file.')
  return path
}

/** The one file the command was given, read whole. Nothing larger than Pacta reads is loaded. */
export const fileOf = (context: CommandContext, maxBytes?: number): InputFile =>
  readInput(oneFile(context), maxBytes)

/** A file, read whole. Throws Problem `input-unreadable`, which names it, also where it has more than `maxBytes`. */
export const readInput = (path: string, maxBytes = largestInput): InputFile => {
  const unreadable = (message: string) =>
    problem('input-unreadable', `${basename(path)} could not be read. Nothing was stored.`, [
      { file: path, message },
    ])
  try {
    const { size } = statSync(path)
    const limit = Math.round(maxBytes / 1024 / 1024)
    if (size > maxBytes)
      throw unreadable(`The file has ${Math.round(size / 1024 / 1024)} MB; at most ${limit} MB are read`)
    return { name: basename(path), bytes: readFileSync(path) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw unreadable(
      code === 'ENOENT'
        ? 'There is no such file'
        : code === 'EISDIR'
          ? 'This is a folder'
          : `The system says ${code}`,
    )
  }
}

/** Writes a text file. Throws Problem `usage` where it cannot be written; `isNew`: an existing one is never replaced. */
export const writeOutput = (
  path: string,
  text: string,
  { mode, isNew = false }: { mode?: number; isNew?: boolean } = {},
): void => {
  try {
    writeFileSync(path, text, { flag: isNew ? 'wx' : 'w', ...(mode === undefined ? {} : { mode }) })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw problem(
      'usage',
      code === 'EEXIST'
        ? `${path} exists already and is not replaced; give another name.`
        : `${path} could not be written: the system says ${code}.`,
    )
  }
}

/** "1 row", "2 rows". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/**
 * Takes the name of a file that is not there yet, before anything else is done: what follows cannot fail for want of it.
 * `write` fills the file; `drop` gives the name back. Throws `usage` as `writeNew`.
 */
export const reserveNew = (path: string): { write: (bytes: Uint8Array) => void; drop: () => void } => {
  writeNew(path, new Uint8Array())
  return { write: (bytes) => writeFileSync(path, bytes), drop: () => rmSync(path, { force: true }) }
}

/** Writes a file that is not there yet: what somebody has filled in already is not written over. */
export const writeNew = (path: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(path, bytes, { flag: 'wx' })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw problem(
      'usage',
      code === 'EEXIST'
        ? `${path} is there already; name another file.`
        : `${path} cannot be written: the system says ${code}.`,
    )
  }
}
