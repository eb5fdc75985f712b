// A session: from signing in until signing out, or until it has been idle or has lasted too long.

/** How a session got past the password: an authenticator's code, a recovery code, or the word of the OIDC provider. */
export const secondFactors = ['totp', 'recovery-code', 'provider'] as const
export type SecondFactor = (typeof secondFactors)[number]

/** How long a session lasts; milliseconds. */
export type SessionLimits = {
  /** Without a request. */
  idleMs: number
  /** From signing in, whatever is done. */
  wholeMs: number
}

const hourMs = 3_600_000
export const defaultLimits: SessionLimits = { idleMs: 8 * hourMs, wholeMs: 7 * 24 * hourMs }

/** A session as its person sees it in the list. */
export type SessionShown = {
  sessionId: string
  /** ISO 8601. */
  begunAt: string
  /** To some five minutes. */
  lastUsedAt: string
  secondFactor: SecondFactor | null
}

/** Whether it has lasted as long as a session may, however busy it was. */
export const isOver = (begunAt: Date, now: Date, limits: SessionLimits): boolean =>
  now.getTime() - begunAt.getTime() >= limits.wholeMs

/**
 * What the cookies of sign-in begin with. With the origin on https they are `__Host-` ones, which a browser takes only
 * over https, for this host and no other of its domain.
 */
export const cookiePrefixOf = (origin: string): string =>
  origin.startsWith('https://') ? '__Host-pacta' : 'pacta'

/** Whether a request brings a cookie of sign-in at all: most do not, and need not wait for the library. */
export const bringsSession = (headers: Headers): boolean =>
  /(?:^|;\s*)(?:__Host-)?pacta\.session_token=/.test(headers.get('cookie') ?? '')
