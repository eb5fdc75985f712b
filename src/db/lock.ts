// One process at a time on a data folder: two that open the same database files corrupt them without an error.
// The lock is an open SQLite transaction: the operating system ends it with the process, however that dies.
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { problem } from '../problem.ts'

const busy = 5 // SQLITE_BUSY

/** The folder for what only its owner may reach. */
export const runFolder = (folder: string): string => join(folder, 'run')

/** Makes the run folder, closed to others whatever the data folder allows. */
export const makeRunFolder = (folder: string): void => {
  mkdirSync(runFolder(folder), { recursive: true, mode: 0o700 })
  chmodSync(runFolder(folder), 0o700)
}

/** Takes the lock on `folder`, or returns undefined where another process has it. */
export const takeLock = (folder: string): { release: () => void } | undefined => {
  // Nothing else may open this file: closing any descriptor of it would drop the lock (POSIX).
  const path = join(runFolder(folder), 'lock.sqlite')
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { timeout: 0 })
    file.exec('begin exclusive')
    const held = file
    return { release: () => held.close() }
  } catch (error) {
    file?.close()
    if ((error as { errcode?: number }).errcode === busy) return undefined
    throw problem(
      'store-unavailable',
      `The data folder ${folder} cannot be locked: ${(error as Error).message}`,
    )
  }
}

/** How to reach the process that has the lock. */
export type Owner = {
  pid: number
  /** Path of its Unix socket, or name of its pipe on Windows. */
  address: string
  /** Whoever can read this file is the owner of the folder; the socket asks for it. */
  token: string
}

const ownerFile = (folder: string) => join(runFolder(folder), 'owner.json')

export const writeOwner = (folder: string, owner: Owner): void => {
  const path = ownerFile(folder)
  writeFileSync(`${path}.new`, JSON.stringify(owner), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** The last owner on record; it may have died since. */
export const findOwner = (folder: string): Owner | undefined => {
  try {
    return JSON.parse(readFileSync(ownerFile(folder), 'utf8'))
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'EACCES' || code === 'EPERM') {
      throw problem('store-in-use', `The data folder ${folder} is used by another person's process.`)
    }
    return undefined
  }
}

export const removeOwner = (folder: string): void => rmSync(ownerFile(folder), { force: true })
