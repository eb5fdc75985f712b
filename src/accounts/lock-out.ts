// What slows guessing down: after some failures in a row each further try has to wait, longer each time. The count is kept
// in the store, where all processes count together and a restart forgets nothing. What is counted is what was tried, not
// who: an address that nobody has waits just as long. A browser that its owner has signed in with before has a count of its
// own (known-browser.ts), and so has an open session.
import type { PeopleDb } from '../db/store.ts'
import { sha256 } from './digest.ts'
import { clearFailures, countTry } from './lock-out-store.ts'

/** So many failures in a row cost nothing: people mistype. */
export const freeFailures = 5
const firstWaitMs = 30_000
/**
 * The longest wait. Who comes with a browser that is not known shares the count with whoever guesses: they may have to wait as
 * long as the guessing goes on, or come in by a link for a new password, which makes the browser known.
 */
export const longestWaitMs = 15 * 60_000

/** How long the next try has to wait after `failures` in a row; milliseconds. 0 up to four, then doubling from 30 s. */
export const waitAfter = (failures: number): number =>
  failures < freeFailures ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeFailures))

/** What is tried: the password of an address, the second factor of a person, or to have a letter sent to an address, or by a person. */
export type Tried =
  | `${'password' | 'second-factor'}${'' | '-in-known-browser'}:${string}`
  | `password-in-session:${string}`
  | `password-letter:${string}`
  | `address-letter${'' | 's-by'}:${string}`

/** The password of an address, however it was typed. `browser`: the known one it is typed in, which has a count of its own. */
export const passwordOf = (address: string, browser?: string): Tried =>
  browser === undefined
    ? `password:${foldedAddress(address)}`
    : `password-in-known-browser:${browser} ${foldedAddress(address)}`

/** The second factor of a person; `browser` as with passwords. */
export const secondFactorOf = (personId: string, browser?: string): Tried =>
  browser === undefined
    ? `second-factor:${personId}`
    : `second-factor-in-known-browser:${browser} ${personId}`

/** The password asked again of a person who is signed in. */
export const passwordInSessionOf = (personId: string): Tried => `password-in-session:${personId}`

/** An address as accounts have it: in small letters, without blanks around it. */
export const foldedAddress = (address: string): string => address.normalize('NFC').trim().toLowerCase()

/** Whether a try is allowed; where not, for how many seconds it is not. */
export type Allowed = { isAllowed: true; failures: number } | { isAllowed: false; seconds: number }

/**
 * Counts a try as failed before it is made, so that many at once gain nothing; call `succeeded` where it did not fail.
 * One that has to wait is not counted: waiting always ends. `wait`: see `waitAfter`.
 */
export const beginTry = async (
  people: PeopleDb,
  tried: Tried,
  now = new Date(),
  wait = waitAfter,
): Promise<Allowed> => {
  const outcome = await countTry(people, sha256(tried), now, wait)
  return outcome.isCounted
    ? { isAllowed: true, failures: outcome.failures }
    : { isAllowed: false, seconds: Math.max(1, Math.ceil((outcome.waitsUntilMs - now.getTime()) / 1000)) }
}

/** Time between two letters with a link for a new password to one address: nobody's letters are flooded. */
export const letterEveryMs = 5 * 60_000

/** The letter with a link for a new password to an address. */
export const letterOf = (address: string): Tried => `password-letter:${foldedAddress(address)}`

/** Whether an address may be sent such a letter now, which counts it as sent; whether or not anybody has the address. */
export const beginLetter = async (people: PeopleDb, address: string, now: Date): Promise<boolean> =>
  (await countTry(people, sha256(letterOf(address)), now, () => letterEveryMs)).isCounted

/**
 * Whether a person may have a letter sent to another address they want, which counts it as sent: to one address every five
 * minutes whoever asks; of one person some, then after a wait that grows.
 */
export const beginAddressLetter = async (
  people: PeopleDb,
  { personId, address }: { personId: string; address: string },
  now: Date,
): Promise<Allowed> => {
  const to = await beginTry(people, `address-letter:${foldedAddress(address)}`, now, () => letterEveryMs)
  return to.isAllowed ? beginTry(people, `address-letters-by:${personId}`, now) : to
}

/** A link in such a letter works no more: whoever asks anew is sent another at once. */
export const forgetLetter = (people: PeopleDb, address: string): Promise<void> =>
  clearFailures(people, sha256(letterOf(address)))

/** Forgets the failures before a try that succeeded. */
export const succeeded = (people: PeopleDb, tried: Tried): Promise<void> =>
  clearFailures(people, sha256(tried))
