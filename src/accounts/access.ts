// Who asks, and how they sign in: what the web has of accounts. The library behind it is loaded with the first cookie or
// the first form, so that whoever only reads does not wait for it.
import type { PeopleDb } from '../db/store.ts'
import { withoutSecrets } from '../fault.ts'
import { type Account, findAccount } from './account-store.ts'
import { type AddressChange, findAddressChange } from './address-change-store.ts'
import type { AuthSettings } from './auth.ts'
import {
  type CalendarAddressAsked,
  isCalendarAddress,
  makeCalendarAddress,
  personOfCalendar,
} from './calendar-address.ts'
import type { DigestChoice } from './digest-choice.ts'
import { createFirst, isFirstLink } from './first-administrator.ts'
import { hasAdministrator, listGrants } from './grant-store.ts'
import type { Ground, SetCookies } from './ground.ts'
import { type Browsers, browserOfLetters, knownBrowserCookie } from './known-browser.ts'
import type { MadeSecret } from './make-secret.ts'
import type { Provider, ProviderSignIn } from './oidc.ts'
import { chooseReminders, endReminders, showOwnLetters } from './own-letters.ts'
import { confirmAddress, findAddressByLink } from './own-profile.ts'
import {
  askForPasswordLink,
  isPasswordLink,
  type NewPasswordOutcome,
  takeNewPassword,
} from './password-link.ts'
import { type Grant, type Person, type SignedIn, theDesk, thePublic } from './person.ts'
import { countRecoveryCodes } from './second-factor-store.ts'
import {
  bringsSession,
  cookiePrefixOf,
  defaultLimits,
  type SessionLimits,
  type SessionShown,
} from './session.ts'
import { listSessions } from './session-store.ts'
import { makeToken, personOfToken, type TokenAsked, withdrawToken } from './token.ts'
import { listTokens, type Token } from './token-store.ts'
import { readUnsubscribe } from './unsubscribe.ts'

export type AccessSettings = {
  people: PeopleDb
  /** Where the installation is reached; asked for when first needed, since a port may be chosen by the system. */
  origin: () => string
  /** See secret.ts. */
  secret: string
  limits?: SessionLimits
  provider?: Provider | undefined
  /** Told of what the library finds wrong; default: standard error. */
  onTrouble?: (words: string) => void
  /** For tests of what time does. */
  now?: () => Date
}

const loadSteps = async () => ({
  ...(await import('./sign-in.ts')),
  ...(await import('./own-account.ts')),
})
type Steps = Awaited<ReturnType<typeof loadSteps>>
type Rest<F> = F extends (ground: Ground, ...rest: infer R) => infer T ? (...rest: R) => T : never

/** The steps that need the library, on the ground of this installation. */
type Bound = { [Name in keyof Steps]: Rest<Steps[Name]> }

export type Access = {
  /**
   * Who sent a request, by the cookie of their session, or by the token a program brings in its place: the desk while
   * nobody administrates, otherwise the public until a session has shown its second factor. `setCookies` keep a session
   * going. Throws `sign-in-needed` for a token that does not work.
   */
  personOf: (headers: Headers) => Promise<{ person: Person; setCookies: string[] }>
  hasAdministrator: () => Promise<boolean>
  steps: Pick<
    Bound,
    | 'findSession'
    | 'enterPassword'
    | 'findStep'
    | 'enterCode'
    | 'enterRecoveryCode'
    | 'setUpSecondFactor'
    | 'signOut'
    | 'changePassword'
    | 'changeOwnProfile'
    | 'makeRecoveryCodes'
    | 'beginAnew'
    | 'endOwnSessions'
  >
  links: {
    isFirst: (token: string) => Promise<boolean>
    createFirst: (given: {
      token: string
      name: string
      address: string
      password: string
      language: string
    }) => Promise<string | undefined>
    askForPassword: (address: string) => Promise<void>
    isPassword: (token: string) => Promise<boolean>
    /** The wish that a letter's link confirms, while it works; taking it gives the address. */
    findAddress: (token: string) => Promise<AddressChange | undefined>
    takeAddress: (token: string) => Promise<string | undefined>
    /** `setCookies`: who came by a link is known in this browser from then on. */
    takePassword: (given: {
      token: string
      password: string
    }) => Promise<Exclude<NewPasswordOutcome, { outcome: 'kept' }> | ({ outcome: 'kept' } & SetCookies)>
  }
  /** What somebody sees of their own account. */
  own: {
    account: (personId: string) => Promise<Account | undefined>
    sessions: (personId: string) => Promise<SessionShown[]>
    grants: (personId: string) => Promise<Grant[]>
    recoveryCodes: (personId: string) => Promise<number>
    addressChange: (personId: string) => Promise<AddressChange | undefined>
  }
  /** Tokens of one's own. */
  tokens: {
    list: (personId: string) => Promise<Token[]>
    make: (person: SignedIn, asked: TokenAsked) => Promise<MadeSecret>
    withdraw: (person: SignedIn, tokenId: string) => Promise<Token>
  }
  /** Private addresses of one's own calendar. */
  calendars: {
    list: (personId: string) => Promise<Token[]>
    make: (person: SignedIn, asked: CalendarAddressAsked) => Promise<MadeSecret>
    withdraw: (person: SignedIn, addressId: string) => Promise<Token>
    /** Whose dates an address opens; undefined where it opens nothing. */
    personOf: (secret: string) => Promise<SignedIn | undefined>
  }
  /** Letters to somebody, and when they are reminded. */
  letters: {
    of: (personId: string) => ReturnType<typeof showOwnLetters>
    choose: (personId: string, choice: DigestChoice) => Promise<void>
    /** Whether we wrote the token in the address that ends reminders. */
    isOurs: (token: string) => boolean
    /** Ends the reminders of whoever the token was written to; false where it is none of ours, or they have left. */
    stop: (token: string) => Promise<boolean>
  }
  /** What people call the provider that can sign them in; null where there is none. */
  providerName: string | null
  /** How long sessions last. */
  limits: SessionLimits
  /** See oidc.ts. `begin` gives undefined where there is no provider, or it does not answer. */
  provider: {
    begin: (
      ways: Parameters<ProviderSignIn['begin']>[0],
    ) => Promise<({ address: string } & SetCookies) | undefined>
    comeBack: (request: Request) => Promise<Response | undefined>
  }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error) => {
      // What failed once is tried again.
      made = undefined
      throw error
    })
    return made
  }
}

/** The day in UTC. */
const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** Access to an installation whose people are in `people`. */
export const createAccess = (settings: AccessSettings): Access => {
  const { people, origin, secret, provider, limits = defaultLimits, now = () => new Date() } = settings
  const onTrouble =
    settings.onTrouble ?? ((words: string) => console.error(`Sign-in: ${withoutSecrets(words)}`))
  const authSettings = (): AuthSettings => ({ people, origin: origin(), secret, limits, onTrouble })
  const browsers = (): Browsers => ({ people, secret, cookiePrefix: cookiePrefixOf(origin()), now })
  const load = once(async () => {
    const [steps, { createAuth }] = await Promise.all([loadSteps(), import('./auth.ts')])
    const settings = authSettings()
    const auth = await createAuth(settings)
    const authIn = (trx: PeopleDb) => createAuth({ ...settings, people: trx })
    const ground: Ground = { ...browsers(), auth, authIn, limits }
    return { steps, ground }
  })
  const bound = <Name extends keyof Steps>(name: Name): Bound[Name] =>
    (async (...rest: unknown[]) => {
      const { steps, ground } = await load()
      return (steps[name] as (...all: unknown[]) => unknown)(ground, ...rest)
    }) as unknown as Bound[Name]
  const signIn = once(async () =>
    provider === undefined
      ? undefined
      : (await import('./oidc.ts')).createProviderSignIn(authSettings(), provider),
  )
  // Once there is an administrator there always is one: the last cannot go (give-role.ts).
  let isAdministrated = false
  const findAdministrator = async () => {
    isAdministrated ||= await hasAdministrator(people)
    return isAdministrated
  }
  const findSession = bound('findSession')
  return {
    hasAdministrator: findAdministrator,
    personOf: async (headers) => {
      if (!(await findAdministrator())) return { person: theDesk, setCookies: [] }
      const authorization = headers.get('authorization')
      if (authorization !== null && /^bearer\s/i.test(authorization))
        return { person: await personOfToken(people, authorization, dayOf(now())), setCookies: [] }
      if (!bringsSession(headers)) return { person: thePublic, setCookies: [] }
      const { session, setCookies } = await findSession(headers)
      if (session === undefined || session.secondFactor === null) return { person: thePublic, setCookies }
      const { personId, name, language } = session
      const grants = await listGrants(people, personId)
      return { person: { as: 'person', personId, name, language, grants, scopes: null }, setCookies }
    },
    steps: {
      findSession,
      enterPassword: bound('enterPassword'),
      findStep: bound('findStep'),
      enterCode: bound('enterCode'),
      enterRecoveryCode: bound('enterRecoveryCode'),
      setUpSecondFactor: bound('setUpSecondFactor'),
      signOut: bound('signOut'),
      changePassword: bound('changePassword'),
      changeOwnProfile: bound('changeOwnProfile'),
      makeRecoveryCodes: bound('makeRecoveryCodes'),
      beginAnew: bound('beginAnew'),
      endOwnSessions: bound('endOwnSessions'),
    },
    links: {
      isFirst: (token) => isFirstLink(people, token, now()),
      createFirst: (given) => createFirst(people, { ...given, now: now() }),
      askForPassword: (address) => askForPasswordLink(people, { address, secret, now: now() }),
      findAddress: (token) => findAddressByLink(people, token, now()),
      takeAddress: async (token) => {
        const found = await findAddressByLink(people, token, now())
        const by = {
          by: 'letter',
          agent: `person:${found?.personId}`,
          sendsLetters: true,
          now: now(),
        } as const
        return found !== undefined && (await confirmAddress(people, found, by)) ? found.address : undefined
      },
      isPassword: (token) => isPasswordLink(people, token, now()),
      takePassword: async (given) => {
        const outcome = await takeNewPassword(people, { ...given, now: now() })
        if (outcome.outcome !== 'kept') return outcome
        const cookie = await knownBrowserCookie(browsers(), outcome.personId, browserOfLetters)
        return { ...outcome, setCookies: [cookie] }
      },
    },
    own: {
      account: (personId) => findAccount(people, personId),
      sessions: (personId) => listSessions(people, personId, now()),
      grants: (personId) => listGrants(people, personId),
      recoveryCodes: (personId) => countRecoveryCodes(people, personId),
      addressChange: (personId) => findAddressChange(people, { personId }, now()),
    },
    tokens: {
      list: async (personId) =>
        (await listTokens(people, personId)).filter((token) => !isCalendarAddress(token)),
      make: (person, asked) => makeToken(people, person, asked, dayOf(now())),
      withdraw: (person, tokenId) => withdrawToken(people, person, tokenId),
    },
    calendars: {
      list: async (personId) => (await listTokens(people, personId)).filter(isCalendarAddress),
      make: (person, asked) => makeCalendarAddress(people, person, asked, dayOf(now())),
      withdraw: (person, addressId) => withdrawToken(people, person, addressId),
      personOf: (secret) => personOfCalendar(people, secret, dayOf(now())),
    },
    letters: {
      of: (personId) => showOwnLetters(people, personId),
      choose: (personId, choice) =>
        chooseReminders(people, { personId, choice, agent: `person:${personId}`, now: now() }),
      isOurs: (token) => readUnsubscribe(token, secret) !== undefined,
      stop: (token) => endReminders(people, { token, secret, now: now() }),
    },
    providerName: provider?.name ?? null,
    limits,
    provider: {
      begin: async (ways) => (await signIn())?.begin(ways),
      comeBack: async (request) => (await signIn())?.comeBack(request),
    },
  }
}
