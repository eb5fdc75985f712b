// What is done to people and roles, in the trail of the schema of people: ids alone, so that a person can be forgotten.
import { type EventAction, recordEvent } from '../db/events.ts'
import type { PeopleDb } from '../db/store.ts'

export type PeopleEvent = {
  /** See `agentOf`. */
  agent: string
  action: EventAction
  /** What it was done to: `person:<id>`, or the world and the actor. */
  subject: string
  /** Each thing touched, by its key, as it was before and as it is after; null: not there. No names, no addresses. */
  things: readonly { thing: string; before: unknown; after: unknown }[]
}

/** Notes it, in the transaction that does it; call it last. */
export const notePeopleEvent = (
  trx: PeopleDb,
  { agent, action, subject, things }: PeopleEvent,
): Promise<void> => recordEvent(trx, { agent, action, subject, detail: { changes: [] }, things })
