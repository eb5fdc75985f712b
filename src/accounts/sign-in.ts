// Signing in, step by step: a password, then the second factor, which somebody new sets up first. What a step answers is
// the same whether or not an address has an account.
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { inTransaction, type PeopleDb } from '../db/store.ts'
import { findAccountByAddress } from './account-store.ts'
import { type Auth, issuerOfCodes } from './auth.ts'
import { asked, cookiesOf, type Ground, type NotIn, noteOwn, type SetCookies, tryOnce } from './ground.ts'
import { browserOfLetters, findKnownBrowser, knownBrowserCookie } from './known-browser.ts'
import { foldedAddress, passwordOf, secondFactorOf, succeeded } from './lock-out.ts'
import { foldedCode, newRecoveryCodes, newSecret, otpAddress, recoveryDigest } from './second-factor.ts'
import {
  findPendingSecret,
  forgetSecondFactor,
  lockPendingSecret,
  savePendingSecret,
  saveRecoveryCodes,
  useCode,
} from './second-factor-store.ts'
import { isOver, type SecondFactor } from './session.ts'
import { endSessions } from './session-store.ts'

/** A session as found by its cookie, whether or not it has shown a second factor. */
export type SessionHeld = {
  sessionId: string
  personId: string
  name: string
  address: string
  language: string
  /** Null: the session is nobody's until a second factor is shown. */
  secondFactor: SecondFactor | null
  /** Whether the person has set one up. */
  hasSecondFactor: boolean
}

/** The session a request brings, if it goes on. `setCookies` keep it going, or remove what is over. */
export const findSession = async (
  { auth, people, limits, now }: Ground,
  headers: Headers,
): Promise<{ session: SessionHeld | undefined } & SetCookies> => {
  const found = await asked(auth.api.getSession({ headers: cookiesOf(headers), returnHeaders: true }))
  const held = found?.response
  if (found === undefined || held === null || held === undefined)
    return { session: undefined, setCookies: found?.setCookies ?? [] }
  const { session } = held
  const user: typeof held.user & { twoFactorEnabled?: boolean | null } = held.user
  if (isOver(session.createdAt, now(), limits)) {
    await endSessions(people, user.id, { only: session.id })
    return { session: undefined, setCookies: [] }
  }
  return {
    session: {
      sessionId: session.id,
      personId: user.id,
      name: user.name,
      address: user.email,
      language: user.language,
      secondFactor: (session.secondFactor ?? null) as SecondFactor | null,
      hasSecondFactor: user.twoFactorEnabled === true,
    },
    setCookies: found.setCookies,
  }
}

/**
 * The first step. After it a second factor is asked for, or set up: `findStep` says which. `headers` tell whether the browser
 * is known.
 */
export const enterPassword = async (
  ground: Ground,
  { address, password }: { address: string; password: string },
  headers: Headers = new Headers(),
): Promise<NotIn | ({ outcome: 'in' } & SetCookies)> => {
  const personId = (await findAccountByAddress(ground.people, address))?.personId
  const browser = personId === undefined ? undefined : await findKnownBrowser(ground, headers, personId)
  const tried = passwordOf(address, browser)
  const body = { email: foldedAddress(address), password }
  const outcome = await tryOnce(
    ground,
    tried,
    () => asked(ground.auth.api.signInEmail({ body, headers: new Headers(), returnHeaders: true })),
    async () => personId,
  )
  if (outcome.outcome !== 'in') return outcome
  await succeeded(ground.people, tried)
  return { outcome: 'in', setCookies: outcome.found.setCookies }
}

/**
 * Of whom a second factor is awaited, by the cookie that the password brought. `headers`: this cookie alone. The library is
 * given no other: with a session beside it, it would check the code of whoever is signed in in that browser.
 */
type AwaitedPerson = { personId: string; headers: Headers }

const findAwaited = async (
  { auth, cookiePrefix }: Ground,
  headers: Headers,
): Promise<AwaitedPerson | undefined> => {
  const name = `${cookiePrefix}.two_factor=`
  const cookie = (headers.get('cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(name))
  if (cookie === undefined) return undefined
  const [, identifier] = /^(.+)\./.exec(decodeURIComponent(cookie.slice(name.length))) ?? []
  if (identifier === undefined) return undefined
  const { internalAdapter } = await auth.$context
  const held = await internalAdapter.findVerificationValue(identifier)
  return held !== null && held.expiresAt > new Date()
    ? { personId: held.value, headers: new Headers({ cookie }) }
    : undefined
}

/** What comes after the password. `secret`: in base 32; `address`: the same as a picture for authenticator apps holds it. */
export type Step =
  | { step: 'none' }
  | { step: 'code' }
  | { step: 'set-up'; session: SessionHeld; secret: string; address: string }

/** The secret that a session is setting up; undefined where it has none that can still be read. */
const findPending = async (
  { people, secret: key }: Ground,
  { personId, sessionId }: SessionHeld,
): Promise<string | undefined> => {
  const data = await findPendingSecret(people, personId, sessionId)
  if (data === undefined) return undefined
  try {
    return (await symmetricDecrypt({ key, data })).replace(/^base32:/, '')
  } catch {
    // The installation's secret is another one since: nothing was set up with it yet, so nothing is lost.
    await inTransaction(people, (trx) => forgetSecondFactor(trx, personId))
    return undefined
  }
}

const setUpOf = async (ground: Ground, session: SessionHeld): Promise<Step> => {
  const { people, secret: key } = ground
  let secret = await findPending(ground, session)
  if (secret === undefined) {
    const made = newSecret()
    const data = await symmetricEncrypt({ key, data: `base32:${made}` })
    const { personId, sessionId } = session
    await savePendingSecret(people, { personId, sessionId, secret: data })
    // Of two windows at once the first has made it.
    secret = (await findPending(ground, session)) ?? made
  }
  return { step: 'set-up', session, secret, address: otpAddress(secret, issuerOfCodes, session.address) }
}

/** Which step is next for whoever sent these headers. */
export const findStep = async (ground: Ground, headers: Headers): Promise<Step> => {
  const { session } = await findSession(ground, headers)
  if (session !== undefined && session.secondFactor === null && !session.hasSecondFactor)
    return setUpOf(ground, session)
  return (await findAwaited(ground, headers)) === undefined ? { step: 'none' } : { step: 'code' }
}

type Found = SetCookies & { recoveryCodes?: string[] }

/** Undoes what the library wrote of a try that is refused after all. */
const refused = new Error('Refused after all')

/**
 * A try at a second factor, and all that comes of it in one transaction: the session, what is noted, the cookie by which the
 * browser is known from now on. Whatever fails on the way leaves nothing behind but the count of tries.
 */
const tryFactor = async (
  ground: Ground,
  { headers, personId }: { headers: Headers; personId: string },
  attempt: (trx: PeopleDb, auth: Auth) => Promise<Found | undefined>,
): Promise<NotIn | ({ outcome: 'in' } & Found)> => {
  const browser = await findKnownBrowser(ground, headers, personId)
  const tried = secondFactorOf(personId, browser)
  const inOne = async () => {
    try {
      return await inTransaction(ground.people, async (trx) => attempt(trx, await ground.authIn(trx)))
    } catch (error) {
      if (error === refused) return undefined
      throw error
    }
  }
  const outcome = await tryOnce(ground, tried, inOne, async () => personId)
  if (outcome.outcome !== 'in') return outcome
  await succeeded(ground.people, tried)
  // Who came by a letter's link has a count of their own from here on.
  const known = browser === browserOfLetters ? undefined : browser
  const cookie = await knownBrowserCookie(ground, personId, known)
  return { outcome: 'in', ...outcome.found, setCookies: [...outcome.found.setCookies, cookie] }
}

/** Has the library check a code, and takes it once: who has overheard it gains nothing. */
const takeCode = async (trx: PeopleDb, auth: Auth, headers: Headers, personId: string, typed: string) => {
  const code = foldedCode(typed)
  const found = await asked(auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
  if (found !== undefined && !(await useCode(trx, personId, code))) throw refused
  return found
}

/** The second step: a code of the authenticator app. `begin-again`: too much time has passed since the password. */
export const enterCode = async (
  ground: Ground,
  headers: Headers,
  typed: string,
): Promise<NotIn | { outcome: 'begin-again' } | ({ outcome: 'in' } & SetCookies)> => {
  const awaited = await findAwaited(ground, headers)
  if (awaited === undefined) return { outcome: 'begin-again' }
  const { personId } = awaited
  return tryFactor(ground, { headers, personId }, async (trx, auth) => {
    const found = await takeCode(trx, auth, awaited.headers, personId, typed)
    if (found !== undefined) await noteOwn(trx, personId, 'signed-in', { by: 'totp' })
    return found
  })
}

/** The second step with one of the recovery codes, which is used up by it. */
export const enterRecoveryCode = async (
  ground: Ground,
  headers: Headers,
  typed: string,
): Promise<NotIn | { outcome: 'begin-again' } | ({ outcome: 'in' } & SetCookies)> => {
  const awaited = await findAwaited(ground, headers)
  if (awaited === undefined) return { outcome: 'begin-again' }
  const { personId } = awaited
  const body = { code: recoveryDigest(typed) }
  return tryFactor(ground, { headers, personId }, async (trx, auth) => {
    const call = auth.api.verifyBackupCode({ body, headers: awaited.headers, returnHeaders: true })
    const found = await asked(call)
    if (found !== undefined) await noteOwn(trx, personId, 'signed-in', { by: 'recovery-code' })
    return found
  })
}

/**
 * Sets up the second factor by a first code of it, and gives the recovery codes, which nobody can be shown again. From then
 * on the session is the person's. `begin-again`: the session is over, or another window has set it up.
 */
export const setUpSecondFactor = async (
  ground: Ground,
  headers: Headers,
  typed: string,
): Promise<
  NotIn | { outcome: 'begin-again' } | ({ outcome: 'in'; recoveryCodes: string[] } & SetCookies)
> => {
  const step = await findStep(ground, headers)
  if (step.step !== 'set-up') return { outcome: 'begin-again' }
  const { personId, sessionId } = step.session
  const recoveryCodes = newRecoveryCodes()
  const outcome = await tryFactor(ground, { headers, personId }, async (trx, auth) => {
    // Another session may have begun to set up a secret of its own since: that is not this one's to confirm.
    if (!(await lockPendingSecret(trx, personId, sessionId))) return undefined
    const found = await takeCode(trx, auth, cookiesOf(headers), personId, typed)
    if (found === undefined) return undefined
    await saveRecoveryCodes(trx, personId, recoveryCodes)
    await noteOwn(trx, personId, 'second-factor-set')
    await noteOwn(trx, personId, 'signed-in', { by: 'totp' })
    return found
  })
  return outcome.outcome === 'in' ? { ...outcome, recoveryCodes } : outcome
}

/** Ends the session a request brings. */
export const signOut = async (ground: Ground, headers: Headers): Promise<SetCookies> => {
  const { session } = await findSession(ground, headers)
  const found = await asked(ground.auth.api.signOut({ headers: cookiesOf(headers), returnHeaders: true }))
  if (session !== undefined && session.secondFactor !== null)
    await inTransaction(ground.people, (trx) => noteOwn(trx, session.personId, 'signed-out'))
  return { setCookies: found?.setCookies ?? [] }
}
