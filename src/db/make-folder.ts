// Makes a folder and those it lies in.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { problem } from '../problem.ts'

/**
 * Makes `folder`, open to its owner only, with the folders above it. One by one: Node's own recursion never ends where a
 * file system refuses new folders as if their parent were missing (/proc). Throws `store-unavailable`, saying which.
 */
export const makeFolder = (folder: string): void => {
  const missing: string[] = []
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path)
  for (const path of missing)
    try {
      mkdirSync(path, { mode: 0o700 })
    } catch (error) {
      // Another process may have been faster.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw problem(
        'store-unavailable',
        `The folder ${path} could not be made: ${(error as Error).message}. Choose another with --data or PACTA_DATA.`,
      )
    }
}
