// Settings, all from the environment; the command line's --data comes before PACTA_DATA.
import { isIP } from 'node:net'
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
  /**
   * Under which people reach it from other machines, such as `https://pacta.example.org`; undefined: from this machine
   * alone. Links in letters and feeds begin with it.
   */
  origin: string | undefined
  /** Addresses and networks (`10.0.0.5`, `10.1.0.0/16`) whose word on who asks is believed, beside this machine's own. */
  proxies: readonly string[]
  /** Signs cookies and encrypts second factors, at least 32 characters; undefined: the file `secret` in the data folder. */
  secret: string | undefined
  /** How long somebody stays signed in without a request, and at most; milliseconds. */
  session: { idleMs: number; wholeMs: number }
  /** An OpenID Connect provider that signs people in; undefined: none. `name`: what people call it. */
  provider: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
  /** Mail server letters are handed to, with user and password: never printed. See src/mail/smtp.ts. */
  smtpUrl: string | undefined
  /** Whom letters come from, `Pacta <pacta@example.org>`. */
  mailFrom: string | undefined
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

const ourOwnHost = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** The origin as a browser writes it. What goes over a line between machines is encrypted, so it begins with https. */
const originFrom = (text: string | undefined): string | undefined => {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isBare =
    url !== undefined &&
    `${url.pathname}${url.search}${url.hash}` === '/' &&
    !/[?#]/.test(text) &&
    url.username === '' &&
    url.password === ''
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && ourOwnHost.test(url.hostname))
  if (!isBare || !isSafe)
    throw problem(
      'usage',
      `PACTA_ORIGIN should be the address people open, beginning with https and without a path, such as https://pacta.example.org; it is "${text.replace(/\/\/.*@/, '//…@')}".`,
    )
  return url.origin
}

/** The provider, where all of PACTA_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET are given. */
const providerFrom = (environment: NodeJS.ProcessEnv): Config['provider'] => {
  const { PACTA_OIDC_ISSUER, PACTA_OIDC_CLIENT_ID, PACTA_OIDC_CLIENT_SECRET, PACTA_OIDC_NAME } = environment
  const given = { PACTA_OIDC_ISSUER, PACTA_OIDC_CLIENT_ID, PACTA_OIDC_CLIENT_SECRET }
  const missing = Object.entries(given).filter(([, text]) => text === undefined || text === '')
  if (missing.length === 3) return undefined
  if (missing.length > 0)
    throw problem(
      'usage',
      `For signing in with a provider, ${missing.map(([name]) => name).join(' and ')} should be set too.`,
    )
  const issuer = PACTA_OIDC_ISSUER as string
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && ourOwnHost.test(url.hostname)))
    throw problem(
      'usage',
      `PACTA_OIDC_ISSUER should be the address of the provider, beginning with https; it is "${issuer}".`,
    )
  return {
    issuer,
    clientId: PACTA_OIDC_CLIENT_ID as string,
    clientSecret: PACTA_OIDC_CLIENT_SECRET as string,
    name: PACTA_OIDC_NAME || url.hostname,
  }
}

const isNetwork = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** `1` for a proxy on this machine, which is believed anyway; otherwise addresses and networks with commas between. */
const proxiesFrom = (text: string | undefined): string[] => {
  if (text === undefined || text === '' || text === '1') return []
  const named = text.split(',').map((one) => one.trim())
  const wrong = named.find((one) => !isNetwork(one))
  if (wrong !== undefined)
    throw problem(
      'usage',
      `PACTA_PROXY should be 1, or addresses and networks such as 10.0.0.5,10.1.0.0/16; "${wrong}" is none.`,
    )
  return named
}

/**
 * Reads PACTA_DATA, DATABASE_URL, PACTA_INSTRUMENTS, PACTA_PORT, PACTA_ORIGIN, PACTA_PROXY, PACTA_SECRET,
 * PACTA_SESSION_IDLE_HOURS, PACTA_SESSION_DAYS, PACTA_OIDC_ISSUER, PACTA_OIDC_CLIENT_ID, PACTA_OIDC_CLIENT_SECRET,
 * PACTA_OIDC_NAME, PACTA_SMTP_URL, PACTA_MAIL_FROM, PACTA_TODAY and PACTA_STATEMENT_SECONDS. Throws `usage`.
 */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => ({
  dataDir: environment.PACTA_DATA || 'data',
  databaseUrl: environment.DATABASE_URL || undefined,
  instrumentsDir: environment.PACTA_INSTRUMENTS || undefined,
  port: numberFrom('PACTA_PORT', environment.PACTA_PORT, 3000, 0, 65_535),
  origin: originFrom(environment.PACTA_ORIGIN),
  proxies: proxiesFrom(environment.PACTA_PROXY),
  secret: environment.PACTA_SECRET || undefined,
  session: {
    idleMs:
      3_600_000 * numberFrom('PACTA_SESSION_IDLE_HOURS', environment.PACTA_SESSION_IDLE_HOURS, 8, 1, 168),
    wholeMs: 86_400_000 * numberFrom('PACTA_SESSION_DAYS', environment.PACTA_SESSION_DAYS, 7, 1, 90),
  },
  provider: providerFrom(environment),
  smtpUrl: environment.PACTA_SMTP_URL || undefined,
  mailFrom: environment.PACTA_MAIL_FROM || undefined,
  today: dayFrom('PACTA_TODAY', environment.PACTA_TODAY),
  statementMs:
    1000 * numberFrom('PACTA_STATEMENT_SECONDS', environment.PACTA_STATEMENT_SECONDS, 60, 1, 86_400),
})

/** The folder of added instruments: PACTA_INSTRUMENTS, otherwise `instruments` in the data folder. It need not exist. */
export const instrumentsDirOf = (config: Config, dataDir: string = config.dataDir): string =>
  config.instrumentsDir ?? join(dataDir, 'instruments')
