// A way back in that an administrator gives, or whoever may use the data folder: what was open closes first, whoever it was
// that had opened it. Who has lost both the telephone and the recovery codes has the second factor given up too, and sets up
// another with the next sign-in.
import { inTransaction, type PeopleDb } from '../db/store.ts'
import { findAccount } from './account-store.ts'
import { removeAddressChange } from './address-change-store.ts'
import { forgetBrowsers } from './known-browser-store.ts'
import { forgetLetter } from './lock-out.ts'
import { makePasswordLink, notePasswordLink } from './password-link.ts'
import { removePasswordLinks } from './password-link-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { forgetSecondFactor } from './second-factor-store.ts'
import { endSessions } from './session-store.ts'
import { withdrawAllTokens } from './token.ts'

/** How many of each were closed, and the path of the link for a new password, which is told once. */
export type WayBack = { sessionsEnded: number; tokensWithdrawn: number; path: string }

/**
 * Ends somebody's sessions, voids links sent before, knows none of their browsers any more, drops another address they asked for, withdraws their tokens, and makes
 * a link for a new password; with `secondFactor` that is given up too.
 */
export const resetWaysIn = (
  people: PeopleDb,
  { personId, agent, secondFactor }: { personId: string; agent: string; secondFactor: boolean },
): Promise<WayBack> =>
  inTransaction(people, async (trx) => {
    await removePasswordLinks(trx, personId)
    const account = await findAccount(trx, personId)
    if (account !== undefined) await forgetLetter(trx, account.address)
    if (secondFactor) await forgetSecondFactor(trx, personId)
    await forgetBrowsers(trx, personId)
    // Whoever had taken the account over may have asked for an address of their own.
    await removeAddressChange(trx, personId)
    const sessionsEnded = await endSessions(trx, personId)
    const path = await makePasswordLink(trx, personId)
    // What is noted comes last: whoever holds the end of the trail waits for no row of anybody's.
    const tokensWithdrawn = await withdrawAllTokens(trx, personId, agent)
    const person = `person:${personId}`
    await notePeopleEvent(trx, {
      agent,
      action: secondFactor ? 'second-factor-forgotten' : 'sessions-ended',
      subject: person,
      things: [
        {
          thing: person,
          before: null,
          after: secondFactor ? { sessionsEnded, tokensWithdrawn } : { sessions: sessionsEnded },
        },
      ],
    })
    await notePasswordLink(trx, personId, agent)
    return { sessionsEnded, tokensWithdrawn, path }
  })
