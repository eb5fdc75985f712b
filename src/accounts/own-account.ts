// What somebody signed in does to their own account. Each asks for the password again: an unwatched window is not enough.
import { inTransaction } from '../db/store.ts'
import { findPasswordHash, savePassword } from './account-store.ts'
import { removeAddressChange } from './address-change-store.ts'
import { type Ground, type NotIn, noteOwn, type SetCookies, tryOnce } from './ground.ts'
import { knownBrowserCookie, noKnownBrowserCookie } from './known-browser.ts'
import { forgetBrowsers } from './known-browser-store.ts'
import { forgetLetter, passwordInSessionOf, succeeded } from './lock-out.ts'
import { beginWish, changeProfile, type Profile } from './own-profile.ts'
import { findPasswordFault, hashPassword, isPassword, type PasswordFault } from './password.ts'
import { removePasswordLinks } from './password-link-store.ts'
import { newRecoveryCodes } from './second-factor.ts'
import { forgetSecondFactor, saveRecoveryCodes } from './second-factor-store.ts'
import { endSessions, markSession } from './session-store.ts'
import type { SessionHeld } from './sign-in.ts'
import { withdrawAllTokens } from './token.ts'

const confirm = async (
  ground: Ground,
  { personId }: SessionHeld,
  password: string,
): Promise<NotIn | { outcome: 'in' }> => {
  // Whoever guesses from outside does not count here.
  const tried = passwordInSessionOf(personId)
  const outcome = await tryOnce(
    ground,
    tried,
    async () =>
      (await isPassword(password, await findPasswordHash(ground.people, personId))) ? true : undefined,
    async () => personId,
  )
  if (outcome.outcome !== 'in') return outcome
  await succeeded(ground.people, tried)
  return { outcome: 'in' }
}

/** A new password; links sent before are void, no other browser is known any more, another address asked for is dropped, all other sessions end, and all tokens are withdrawn: whoever knew the one before may have made them. */
export const changePassword = async (
  ground: Ground,
  session: SessionHeld,
  { current, next }: { current: string; next: string },
): Promise<
  | NotIn
  | { outcome: 'wrong'; fault: PasswordFault }
  | ({ outcome: 'kept'; ended: number; tokensWithdrawn: number } & SetCookies)
> => {
  const fault = findPasswordFault(next, session)
  if (fault !== undefined) return { outcome: 'wrong', fault }
  const confirmed = await confirm(ground, session, current)
  if (confirmed.outcome !== 'in') return confirmed
  const passwordHash = await hashPassword(next)
  const kept = await inTransaction(ground.people, async (trx) => {
    await savePassword(trx, session.personId, passwordHash)
    // Whoever asked for a letter before knows a way in that is none any more.
    await removePasswordLinks(trx, session.personId)
    await forgetLetter(trx, session.address)
    await forgetBrowsers(trx, session.personId)
    await removeAddressChange(trx, session.personId)
    const ended = await endSessions(trx, session.personId, { but: session.sessionId })
    const tokensWithdrawn = await withdrawAllTokens(trx, session.personId, `person:${session.personId}`)
    await noteOwn(trx, session.personId, 'password-changed', { sessionsEnded: ended, tokensWithdrawn })
    return { outcome: 'kept' as const, ended, tokensWithdrawn }
  })
  return { ...kept, setCookies: [await knownBrowserCookie(ground, session.personId)] }
}

/**
 * Keeps name and language, and asks for another address. Whoever has a password types it; of those who have none another
 * address is confirmed by an administrator alone: nothing else says that it is they who sit at the window. `letter-waits`:
 * letters about another address went a short while ago, the next in so many seconds; nothing is kept.
 */
export const changeOwnProfile = async (
  ground: Ground,
  session: SessionHeld,
  wanted: Profile,
  { password, sendsLetters }: { password: string; sendsLetters: boolean },
): Promise<
  NotIn | { outcome: 'letter-waits'; seconds: number } | { outcome: 'kept'; asksForAddress: boolean }
> => {
  const { people, secret, now } = ground
  const hasPassword = (await findPasswordHash(people, session.personId)) !== null
  if (hasPassword) {
    const confirmed = await confirm(ground, session, password)
    if (confirmed.outcome !== 'in') return confirmed
  }
  const letter = sendsLetters
    ? await beginWish(people, session.personId, wanted.address, now())
    : ({ letter: 'none' } as const)
  if (letter.letter === 'waits') return { outcome: 'letter-waits', seconds: letter.seconds }
  const kept = await changeProfile(people, session.personId, wanted, {
    sendsLetters,
    letter: letter.letter === 'due' && !hasPassword ? 'none' : letter.letter,
    secret,
    now: now(),
  })
  return { outcome: 'kept', asksForAddress: kept.asksForAddress }
}

/** New recovery codes; those before work no more. */
export const makeRecoveryCodes = async (
  ground: Ground,
  session: SessionHeld,
  password: string,
): Promise<NotIn | { outcome: 'made'; recoveryCodes: string[] }> => {
  const confirmed = await confirm(ground, session, password)
  if (confirmed.outcome !== 'in') return confirmed
  const recoveryCodes = newRecoveryCodes()
  await inTransaction(ground.people, async (trx) => {
    await saveRecoveryCodes(trx, session.personId, recoveryCodes)
    await noteOwn(trx, session.personId, 'recovery-codes-made')
  })
  return { outcome: 'made', recoveryCodes }
}

/** Gives the second factor up for a new one, on another telephone: this session sets it up next, all others end. Tokens are withdrawn. */
export const beginAnew = async (
  ground: Ground,
  session: SessionHeld,
  password: string,
): Promise<NotIn | { outcome: 'begun' }> => {
  const confirmed = await confirm(ground, session, password)
  if (confirmed.outcome !== 'in') return confirmed
  await inTransaction(ground.people, async (trx) => {
    await forgetSecondFactor(trx, session.personId)
    await forgetBrowsers(trx, session.personId)
    await removeAddressChange(trx, session.personId)
    await markSession(trx, session.sessionId, null)
    await endSessions(trx, session.personId, { but: session.sessionId })
    await withdrawAllTokens(trx, session.personId, `person:${session.personId}`)
    await noteOwn(trx, session.personId, 'second-factor-forgotten')
  })
  return { outcome: 'begun' }
}

/** Ends one other session, or all of them with this one: then this browser is known no more than any other. `ended`: how many. */
export const endOwnSessions = async (
  ground: Ground,
  { personId }: SessionHeld,
  which: { only: string } | 'all',
): Promise<{ ended: number } & SetCookies> => {
  const ended = await inTransaction(ground.people, async (trx) => {
    const sessions = await endSessions(trx, personId, which)
    if (which === 'all') {
      await forgetBrowsers(trx, personId)
      await removeAddressChange(trx, personId)
    }
    await noteOwn(trx, personId, 'sessions-ended', { sessions })
    return sessions
  })
  return { ended, setCookies: which === 'all' ? [noKnownBrowserCookie(ground, personId)] : [] }
}
