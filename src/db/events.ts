// What happened, by whose hand: the audit trail. Whoever must act on it in the same transaction registers a handler,
// so that no subject needs to know who listens.
import { sql } from 'kysely'
import { type Db, json, uuidv7 } from './store.ts'

/**
 * One thing a write touched, for those who compute from it: the kind of datum (a report is `<obligation>-report`),
 * whose it is, from which day it holds, and, for answers, the question and the year covered.
 */
export type Change = {
  kind: string
  actor: string
  heldFrom: string | null
  question?: string
  coversYear?: number
  obligation?: string
}

export type EventAction =
  | 'facts-recorded'
  | 'report-submitted'
  | 'draft-discarded'
  | 'fact-drafted'
  | 'fact-draft-discarded'
  | 'approval-asked'
  | 'approved'
  | 'approval-withdrawn'
  | 'returned'
  | 'published'
  | 'coverage-stated'
  | 'status-recorded'
  | 'release-frozen'
  | 'release-commented'
  | 'release-signed'
  | 'plan-added'
  | 'plan-removed'
  | 'staleness-set'
  | 'staleness-unset'

export type NewEvent = {
  /** Who did it: a person, or the command or start-up that did. */
  agent: string
  action: EventAction
  /** What it was done to, such as a file's name. */
  subject: string
  detail: { changes: Change[] } & Record<string, unknown>
}

export type EventHandler = (trx: Db, event: NewEvent) => Promise<void>

const handlers: EventHandler[] = []

/** Calls `handler` for every event from now on, inside the event's transaction. Returns how to stop it. */
export const onEvent = (handler: EventHandler): (() => void) => {
  handlers.push(handler)
  return () => {
    const at = handlers.indexOf(handler)
    if (at >= 0) handlers.splice(at, 1)
  }
}

/** Writes the event and runs the handlers, in the transaction of `trx`: all of it happens or none. */
export const recordEvent = async (trx: Db, event: NewEvent): Promise<void> => {
  await sql`
    insert into event (event_id, agent, action, subject, detail)
    values (${uuidv7()}, ${event.agent}, ${event.action}, ${event.subject}, ${json(event.detail)}::jsonb)`.execute(
    trx,
  )
  for (const handler of handlers) await handler(trx, event)
}

/** `changes` without repetitions. */
export const distinctChanges = (changes: Change[]): Change[] => [
  ...new Map(
    changes.map((change) => [
      [
        change.kind,
        change.actor,
        change.heldFrom,
        change.question,
        change.coversYear,
        change.obligation,
      ].join('|'),
      change,
    ]),
  ).values(),
]
