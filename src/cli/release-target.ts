// What a command about a release names: a file, or one held here by its twelve hex digits.
import { existsSync } from 'node:fs'
import type { Db } from '../db/store.ts'
import { problem } from '../problem.ts'
import { fileTextOf, type ReadRelease, readRelease } from '../releases/read.ts'
import type { Release } from '../releases/release.ts'
import { getRelease } from '../releases/store.ts'
import { verifyRelease } from '../releases/verify.ts'
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

/** The release of a target. Throws what reading a file or the store throws. */
export const releaseAt = async (target: Target): Promise<Release> => {
  if ('id' in target) return getRelease(target.db, target.id)
  const { name, bytes } = readInput(target.file)
  return readRelease(bytes, name).release
}

/** A release's file that holds. Throws Problem `input-rejected` where it does not: nothing is added to such a file. */
export const soundFile = (path: string): ReadRelease => {
  const { name, bytes } = readInput(path)
  const found = verifyRelease(bytes, name)
  if (!found.holds)
    throw problem(
      'input-rejected',
      `${name} does not hold, so nothing is added to it; "pacta release verify ${name}" says what is wrong.`,
    )
  return readRelease(bytes, name)
}

/** Writes a release with something added beside its payload. */
export const rewrite = (path: string, read: ReadRelease, added: Partial<Release>): void =>
  writeOutput(path, fileTextOf({ ...read.release, ...added, payloadText: read.payloadText }))
