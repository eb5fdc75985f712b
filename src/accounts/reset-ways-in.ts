// A way back in that whoever may use the data folder gives: what was open closes first, whoever it was that had opened it. Who
// has lost both the telephone and the recovery codes has the second factor given up too, and sets up another with the next
// sign-in.
import type { PeopleDb } from '../db/store.ts'
import { removePasswordLinks } from './password-link-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { forgetSecondFactor } from './second-factor-store.ts'
import { endSessions } from './session-store.ts'
import { withdrawAllTokens } from './token.ts'

/** How many of each. */
export type Closed = { sessionsEnded: number; tokensWithdrawn: number }

/** Ends somebody's sessions, voids links sent before and withdraws their tokens, within a transaction; with `secondFactor` that is given up too. */
export const resetWaysIn = async (
  trx: PeopleDb,
  { personId, agent, secondFactor }: { personId: string; agent: string; secondFactor: boolean },
): Promise<Closed> => {
  await removePasswordLinks(trx, personId)
  if (secondFactor) await forgetSecondFactor(trx, personId)
  const sessionsEnded = await endSessions(trx, personId)
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
  return { sessionsEnded, tokensWithdrawn }
}
