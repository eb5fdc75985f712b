// better-auth, set up for us: passwords and their second factor. It is called by our own forms on the server; none of its
// addresses is served but the one a provider comes back to (oidc.ts).
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { type PeopleDb, uuidv7 } from '../db/store.ts'
import { adapterOn } from './auth-store.ts'
import { authTables, secondFactorTables } from './auth-tables.ts'
import { longestPassword, shortestPassword } from './password.ts'
import { cookiePrefixOf, type SecondFactor, type SessionLimits } from './session.ts'

export type AuthSettings = {
  people: PeopleDb
  /** Where the installation is reached: scheme, host and port. */
  origin: string
  /** Signs cookies and encrypts what has to be read again; at least 32 signs, kept outside the database. */
  secret: string
  limits: SessionLimits
  /** Told of what the library finds wrong; it is given no secrets. */
  onTrouble: (words: string) => void
}

/** Who a code is for, as authenticator apps show it. */
export const issuerOfCodes = 'Pacta'
const secondsOf = (ms: number): number => Math.round(ms / 1000)

const secondFactorOf: Record<string, SecondFactor> = {
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'recovery-code',
  '/callback/:id': 'provider',
}

/** What the library is told, for passwords and providers alike. */
export const authOptions = ({ origin, secret, limits, onTrouble }: AuthSettings) => {
  const isSecure = origin.startsWith('https://')
  return {
    appName: issuerOfCodes,
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    ...authTables,
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      // In units of JavaScript's, of which a character may have two.
      maxPasswordLength: 2 * longestPassword,
    },
    session: {
      ...authTables.session,
      expiresIn: secondsOf(limits.idleMs),
      updateAge: Math.min(300, secondsOf(limits.idleMs / 2)),
    },
    verification: { ...authTables.verification, storeIdentifier: 'hashed' as const },
    account: {
      ...authTables.account,
      accountLinking: {
        enabled: true,
        // Whoever has an account here was invited to it by name and address, or holds the data folder; nobody signs up and
        // waits. The provider's word for the address is what counts, and it is asked for (`emailVerified`).
        requireLocalEmailVerified: false,
      },
    },
    advanced: {
      useSecureCookies: false, // the prefix is ours: `__Host-` in place of `__Secure-`
      cookiePrefix: cookiePrefixOf(origin),
      // Lax: a provider leads back here by a link, and the cookie of the way there must come along.
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax' as const,
        secure: isSecure,
        path: '/',
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => uuidv7() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: Record<string, unknown>, context: { path?: string } | null) => ({
            data: {
              ...session,
              ipAddress: null,
              userAgent: null,
              secondFactor: secondFactorOf[context?.path ?? ''] ?? null,
            },
          }),
        },
      },
      // The provider's tokens would open other doors; nothing here needs them.
      account: {
        create: { before: async (account: Record<string, unknown>) => ({ data: withoutTokens(account) }) },
        update: { before: async (account: Record<string, unknown>) => ({ data: withoutTokens(account) }) },
      },
    },
    // Refusals are counted in our own store, in which all processes count together: lock-out.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error' as const,
      log: (_level: string, message: string) => onTrouble(message),
    },
  } satisfies BetterAuthOptions
}

const withoutTokens = (account: Record<string, unknown>): Record<string, unknown> => ({
  ...account,
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
})

/** The library with passwords and the second factor. */
export const createAuth = async (settings: AuthSettings) => {
  const options = {
    ...authOptions(settings),
    plugins: [
      twoFactor({
        schema: secondFactorTables,
        twoFactorCookieMaxAge: 600,
        // We count failures ourselves, for passwords and codes in one way.
        accountLockout: { enabled: false },
        // What is kept is the SHA-256 of each code already: see second-factor.ts.
        backupCodeOptions: { storeBackupCodes: 'plain' },
      }),
    ],
  }
  const adapter = await adapterOn(settings.people, options)
  return betterAuth({ ...options, database: () => adapter })
}

export type Auth = Awaited<ReturnType<typeof createAuth>>
