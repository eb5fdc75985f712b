// A way back in for who has forgotten the password: a link that works once, for a short time. Whoever has it sets a new
// password, and no more: the second factor is asked for as ever.
import { randomBytes } from 'node:crypto'
import { inTransaction, type PeopleDb } from '../db/store.ts'
import { findAccount, findAccountByAddress, savePassword } from './account-store.ts'
import { removeAddressChange } from './address-change-store.ts'
import { sha256 } from './digest.ts'
import { forgetBrowsers } from './known-browser-store.ts'
import { putLetter } from './letter-store.ts'
import { beginLetter, forgetLetter, passwordOf } from './lock-out.ts'
import { clearFailures } from './lock-out-store.ts'
import { findPasswordFault, hashPassword, type PasswordFault } from './password.ts'
import { findPasswordLink, savePasswordLink, takePasswordLink } from './password-link-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { sealLink } from './sealed-link.ts'
import { endSessions } from './session-store.ts'
import { withdrawAllTokens } from './token.ts'

/** How long a link works. */
export const linkMinutes = 60

/** The page a link leads to, in English; other languages stand before it. */
export const pathOfLink = (token: string): string => `/sign-in/password/${token}`

/** Makes a link for a new password, beside those made before; its path. Note it last in the same transaction. */
export const makePasswordLink = async (
  trx: PeopleDb,
  personId: string,
  now = new Date(),
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const until = new Date(now.getTime() + linkMinutes * 60_000)
  await savePasswordLink(trx, { personId, tokenSha256: sha256(token), until })
  return pathOfLink(token)
}

/** Notes that a link was made. `agent`: who asked for it. */
export const notePasswordLink = (trx: PeopleDb, personId: string, agent: string): Promise<void> => {
  const person = `person:${personId}`
  return notePeopleEvent(trx, {
    agent,
    action: 'password-link-made',
    subject: person,
    things: [{ thing: person, before: null, after: {} }],
  })
}

/** Nobody learns from the time it takes whether there was a letter to put into the outbox. */
const leastMs = 400

/**
 * Sends a link to the address, if anybody has it: a letter, in their language, and no other within five minutes while its link
 * works. Answers the
 * same whether or not there is a letter. `secret`: the installation's, with which the link waits sealed in the outbox.
 */
export const askForPasswordLink = async (
  people: PeopleDb,
  { address, secret, now = new Date() }: { address: string; secret: string; now?: Date },
): Promise<void> => {
  const atLeast = new Promise((resolve) => setTimeout(resolve, leastMs))
  const isDue = await beginLetter(people, address, now)
  const account = await findAccountByAddress(people, address)
  // Who signs in with a provider alone gets no password by mail alone: that would be a way around the provider.
  if (isDue && account?.hasPassword)
    await inTransaction(people, async (trx) => {
      const path = await makePasswordLink(trx, account.personId, now)
      await putLetter(trx, {
        kind: 'password-link',
        to: { personId: account.personId },
        language: account.language,
        values: {
          link: sealLink(`${account.language === 'en' ? '' : `/${account.language}`}${path}`, secret),
          minutes: linkMinutes,
        },
        usefulUntil: new Date(now.getTime() + linkMinutes * 60_000).toISOString(),
      })
      await notePasswordLink(trx, account.personId, 'public')
    })
  await atLeast
}

/** Whether a link still works. */
export const isPasswordLink = async (people: PeopleDb, token: string, now = new Date()): Promise<boolean> =>
  (await findPasswordLink(people, sha256(token), now)) !== undefined

export type NewPasswordOutcome =
  | { outcome: 'kept'; personId: string }
  | { outcome: 'no link' }
  | { outcome: 'wrong'; fault: PasswordFault }

/** Takes a new password by a link, which is used up by it; all sessions of the person end, and their tokens are withdrawn. */
export const takeNewPassword = async (
  people: PeopleDb,
  { token, password, now = new Date() }: { token: string; password: string; now?: Date },
): Promise<NewPasswordOutcome> => {
  const personId = await findPasswordLink(people, sha256(token), now)
  const account = personId === undefined ? undefined : await findAccount(people, personId)
  if (account === undefined) return { outcome: 'no link' }
  const fault = findPasswordFault(password, account)
  if (fault !== undefined) return { outcome: 'wrong', fault }
  const passwordHash = await hashPassword(password)
  return inTransaction(people, async (trx) => {
    if (!(await takePasswordLink(trx, { personId: account.personId, tokenSha256: sha256(token), now })))
      return { outcome: 'no link' }
    await savePassword(trx, account.personId, passwordHash)
    const ended = await endSessions(trx, account.personId)
    await forgetBrowsers(trx, account.personId)
    await removeAddressChange(trx, account.personId)
    await clearFailures(trx, sha256(passwordOf(account.address)))
    await forgetLetter(trx, account.address)
    const person = `person:${account.personId}`
    const tokensWithdrawn = await withdrawAllTokens(trx, account.personId, person)
    await notePeopleEvent(trx, {
      agent: person,
      action: 'password-changed',
      subject: person,
      things: [{ thing: person, before: null, after: { by: 'link', sessionsEnded: ended, tokensWithdrawn } }],
    })
    return { outcome: 'kept', personId: account.personId }
  })
}
