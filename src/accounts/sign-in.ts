// Signing in, step by step: a password, then the second factor, which somebody new sets up first. What a step answers is
// the same whether or not an address has an account.
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { inTransaction } from '../db/store.ts'
import { findAccountByAddress } from './account-store.ts'
import { issuerOfCodes } from './auth.ts'
import { asked, cookiesOf, type Ground, type NotIn, noteOwn, type SetCookies, tryOnce } from './ground.ts'
import { foldedAddress, passwordOf, succeeded, type Tried } from './lock-out.ts'
import { foldedCode, newRecoveryCodes, newSecret, otpAddress, recoveryDigest } from './second-factor.ts'
import {
  findPendingSecret,
  forgetSecondFactor,
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

/** The first step. After it a second factor is asked for, or set up: `findStep` says which. */
export const enterPassword = async (
  ground: Ground,
  { address, password }: { address: string; password: string },
): Promise<NotIn | ({ outcome: 'in' } & SetCookies)> => {
  const tried = passwordOf(address)
  const body = { email: foldedAddress(address), password }
  const outcome = await tryOnce(
    ground,
    tried,
    () => asked(ground.auth.api.signInEmail({ body, headers: new Headers(), returnHeaders: true })),
    async () => (await findAccountByAddress(ground.people, address))?.personId,
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

/** The secret that is being set up; undefined where there is none that can still be read. */
const findPending = async (
  { people, secret: key }: Ground,
  personId: string,
): Promise<string | undefined> => {
  const data = await findPendingSecret(people, personId)
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
  let secret = await findPending(ground, session.personId)
  if (secret === undefined) {
    const made = newSecret()
    const data = await symmetricEncrypt({ key, data: `base32:${made}` })
    await savePendingSecret(people, session.personId, data)
    // Of two windows at once the first has made it.
    secret = (await findPending(ground, session.personId)) ?? made
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

const factorOf = (personId: string): Tried => `second-factor:${personId}`

const takeCode = async (ground: Ground, headers: Headers, personId: string, typed: string) => {
  const code = foldedCode(typed)
  const body = { code }
  const found = await asked(
    ground.auth.api.verifyTOTP({ body, headers: cookiesOf(headers), returnHeaders: true }),
  )
  if (found === undefined) return undefined
  if (await inTransaction(ground.people, (trx) => useCode(trx, personId, code))) return found
  // Somebody has used this very code before: its session was never given to anyone.
  const { internalAdapter } = await ground.auth.$context
  await internalAdapter.deleteSession(found.response.token)
  return undefined
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
  return finish(ground, personId, 'totp', () => takeCode(ground, awaited.headers, personId, typed))
}

/** The second step with one of the recovery codes, which is used up by it. */
export const enterRecoveryCode = async (
  ground: Ground,
  headers: Headers,
  typed: string,
): Promise<NotIn | { outcome: 'begin-again' } | ({ outcome: 'in' } & SetCookies)> => {
  const awaited = await findAwaited(ground, headers)
  if (awaited === undefined) return { outcome: 'begin-again' }
  const body = { code: recoveryDigest(typed) }
  return finish(ground, awaited.personId, 'recovery-code', () =>
    asked(ground.auth.api.verifyBackupCode({ body, headers: awaited.headers, returnHeaders: true })),
  )
}

const finish = async (
  ground: Ground,
  personId: string,
  by: SecondFactor,
  attempt: () => Promise<SetCookies | undefined>,
): Promise<NotIn | ({ outcome: 'in' } & SetCookies)> => {
  const outcome = await tryOnce(ground, factorOf(personId), attempt, async () => personId)
  if (outcome.outcome !== 'in') return outcome
  await succeeded(ground.people, factorOf(personId))
  await inTransaction(ground.people, (trx) => noteOwn(trx, personId, 'signed-in', { by }))
  return { outcome: 'in', setCookies: outcome.found.setCookies }
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
  const { personId } = step.session
  const outcome = await tryOnce(
    ground,
    factorOf(personId),
    () => takeCode(ground, headers, personId, typed),
    async () => personId,
  )
  if (outcome.outcome !== 'in') return outcome
  await succeeded(ground.people, factorOf(personId))
  const recoveryCodes = newRecoveryCodes()
  await inTransaction(ground.people, async (trx) => {
    await saveRecoveryCodes(trx, personId, recoveryCodes)
    await noteOwn(trx, personId, 'second-factor-set')
    await noteOwn(trx, personId, 'signed-in', { by: 'totp' })
  })
  return { outcome: 'in', recoveryCodes, setCookies: outcome.found.setCookies }
}

/** Ends the session a request brings. */
export const signOut = async (ground: Ground, headers: Headers): Promise<SetCookies> => {
  const { session } = await findSession(ground, headers)
  const found = await asked(ground.auth.api.signOut({ headers: cookiesOf(headers), returnHeaders: true }))
  if (session !== undefined && session.secondFactor !== null)
    await inTransaction(ground.people, (trx) => noteOwn(trx, session.personId, 'signed-out'))
  return { setCookies: found?.setCookies ?? [] }
}
