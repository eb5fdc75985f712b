// The installation's secret: it signs cookies and encrypts the secrets of second factors. It stands outside the database,
// so that a copy of that alone opens nothing.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '../problem.ts'

const shortest = 32

/**
 * The secret: PACTA_SECRET, otherwise the file `secret` in the data folder, which is made, for its owner alone to read, where
 * there is none. Processes on several machines need the same. Throws `usage` for one that is too short.
 */
export const readSecret = ({ secret, dataDir }: { secret: string | undefined; dataDir: string }): string => {
  if (secret !== undefined) return checked(secret, 'PACTA_SECRET')
  const file = join(dataDir, 'secret')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw problem('store-unavailable', `The file ${file} could not be made: ${(error as Error).message}`)
  }
  return checked(readFileSync(file, 'utf8').trim(), file)
}

const checked = (secret: string, where: string): string => {
  if (secret.length >= shortest) return secret
  throw problem(
    'usage',
    `The secret in ${where} should have at least ${shortest} characters. Make one with: openssl rand -base64 32`,
  )
}
