// What a command about a release names: a file, or one held here by its twelve hex digits.
import { existsSync } from 'node:fs'
import type { Db } from '../db/store.ts'
import { problem } from '../problem.ts'
import { fileTextOf, largestRelease, type ReadRelease } from '../releases/read.ts'
import type { Release } from '../releases/release.ts'
import { soundRelease } from '../releases/sound.ts'
import { getSoundRelease } from '../releases/store.ts'
import type { CommandContext } from './command.ts'
import { readInput, writeOutput } from './input.ts'
import { asWorld } from './world.ts'

export type Target = { file: string } | { id: string; db: Db }

/** The target that `name` means. A file of that name comes first. */
export const targetOf = async (context: CommandContext, name: string): Promise<Target> =>
  /^[0-9a-f]{12,64}$/.test(name) && !existsSync(name)
    ? { id: name, db: (await context.open()).world(asWorld(context)) }
    : { file: name }

/** The one target the command was given. Throws Problem `usage`. */
export const onlyTarget = (context: CommandContext): Promise<Target> => {
  const [name, ...more] = context.args
  if (name === undefined || more.length > 0)
    throw problem('usage', 'Name one release: a file, or the twelve hex digits of one held here.')
  return targetOf(context, name)
}

/**
 * A release's file that holds. `notDone`: what is not done where it does not, as in "it is not signed". Throws Problem
 * `input-rejected` with what was found.
 */
export const soundFile = (path: string, notDone: string): ReadRelease => {
  const { name, bytes } = readInput(path, largestRelease)
  return soundRelease(bytes, name, notDone)
}

/** The release of a target, which holds. Throws what reading a file or the store throws. */
export const soundTarget = async (target: Target, notDone: string): Promise<Release> =>
  'id' in target ? getSoundRelease(target.db, target.id, notDone) : soundFile(target.file, notDone).release

/** Writes a release with something added beside its payload. */
export const rewrite = (path: string, read: ReadRelease, added: Partial<Release>): void =>
  writeOutput(path, fileTextOf({ ...read.release, ...added, payloadText: read.payloadText }))
