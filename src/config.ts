// Settings, all from the environment; the command line's --data comes before PACTA_DATA.
import { join } from 'node:path'
import { problem } from './problem.ts'

export type Config = {
  /** Folder of the embedded store. */
  dataDir: string
  /** PostgreSQL server; when given, the data folder is not used. */
  databaseUrl: string | undefined
  /** Folder of the instruments a user added; undefined: `instruments` in the data folder. */
  instrumentsDir: string | undefined
  port: number
  /** Day to take for today ('YYYY-MM-DD'), for demonstrations and tests. */
  today: string | undefined
  /** A statement that runs longer is ended; milliseconds. */
  statementMs: number
}

const numberFrom = (
  name: string,
  text: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number => {
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max) {
    throw problem('usage', `${name} should be a whole number from ${min} to ${max}; it is "${text}".`)
  }
  return value
}

const dayFrom = (name: string, text: string | undefined): string | undefined => {
  if (text === undefined || text === '') return undefined
  // As everywhere, years 1 to 9998: see facts/edtf.ts.
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    text >= '0001' &&
    text < '9999' &&
    new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
  if (!isDay) throw problem('usage', `${name} should be a day such as 2026-04-30; it is "${text}".`)
  return text
}

/** Reads PACTA_DATA, DATABASE_URL, PACTA_INSTRUMENTS, PACTA_PORT, PACTA_TODAY and PACTA_STATEMENT_SECONDS. Throws `usage`. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => ({
  dataDir: environment.PACTA_DATA || 'data',
  databaseUrl: environment.DATABASE_URL || undefined,
  instrumentsDir: environment.PACTA_INSTRUMENTS || undefined,
  port: numberFrom('PACTA_PORT', environment.PACTA_PORT, 3000, 0, 65_535),
  today: dayFrom('PACTA_TODAY', environment.PACTA_TODAY),
  statementMs:
    1000 * numberFrom('PACTA_STATEMENT_SECONDS', environment.PACTA_STATEMENT_SECONDS, 60, 1, 86_400),
})

/** The folder of added instruments: PACTA_INSTRUMENTS, otherwise `instruments` in the data folder. It need not exist. */
export const instrumentsDirOf = (config: Config, dataDir: string = config.dataDir): string =>
  config.instrumentsDir ?? join(dataDir, 'instruments')
