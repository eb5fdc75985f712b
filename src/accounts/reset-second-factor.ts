// A way back in for who has lost both the telephone and the recovery codes: whoever may use the data folder gives the second
// factor up for them, and they set up another with the next sign-in.
import type { PeopleDb } from '../db/store.ts'
import { notePeopleEvent } from './people-event.ts'
import { forgetSecondFactor } from './second-factor-store.ts'
import { endSessions } from './session-store.ts'

/** Gives somebody's second factor up and ends their sessions, within a transaction. How many sessions ended. */
export const resetSecondFactor = async (
  trx: PeopleDb,
  { personId, agent }: { personId: string; agent: string },
): Promise<number> => {
  await forgetSecondFactor(trx, personId)
  const sessionsEnded = await endSessions(trx, personId)
  const person = `person:${personId}`
  await notePeopleEvent(trx, {
    agent,
    action: 'second-factor-forgotten',
    subject: person,
    things: [{ thing: person, before: null, after: { sessionsEnded } }],
  })
  return sessionsEnded
}
