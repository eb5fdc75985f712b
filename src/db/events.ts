// What happened, by whose hand: the audit trail. Whoever must act on it in the same transaction registers a handler,
// so that no subject needs to know who listens. Events are chained by their digests: see chain.ts.
import { type QueryExecutorProvider, sql } from 'kysely'
import { sha256OfWhole, type TouchedThing } from './chain.ts'
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

/** Everything that can happen; each has words in src/words (`event.<action>`). */
export const eventActions = [
  'facts-recorded',
  'report-submitted',
  'draft-begun',
  'draft-saved',
  'draft-discarded',
  'draft-restored',
  'fact-drafted',
  'fact-draft-discarded',
  'draft-owners-changed',
  'approval-asked',
  'approved',
  'approval-withdrawn',
  'returned',
  'published',
  'draft-submitted',
  'actors-recorded',
  'coverage-stated',
  'status-recorded',
  'release-frozen',
  'release-commented',
  'release-signed',
  'page-frozen',
  'page-discarded',
  'plan-added',
  'plan-removed',
  'plan-imported',
  'crosswalk-decided',
  'settings-loaded',
  'desk-chosen',
  'staleness-set',
  'staleness-unset',
  'role-given',
  'role-ended',
  'person-invited',
  'invitation-withdrawn',
  'invitation-used',
  'reminders-chosen',
  'person-forgotten',
  'department-made',
  'department-renamed',
  'department-ended',
  'sections-assigned',
  'sealed-read',
  'older-events-chained',
  'administrator-created',
  'signed-in',
  'signed-out',
  'sign-in-refused',
  'sessions-ended',
  'second-factor-set',
  'second-factor-forgotten',
  'recovery-codes-made',
  'password-link-made',
  'password-changed',
  'profile-changed',
  'address-change-asked',
  'address-changed',
  'provider-linked',
  'calendar-address-made',
  'token-made',
  'token-withdrawn',
] as const
export type EventAction = (typeof eventActions)[number]

/** What changes nothing that is held: reading, and what is still being written. It outdates nothing that was computed. */
const quietActions: readonly EventAction[] = [
  'sealed-read',
  'draft-begun',
  'draft-saved',
  'draft-restored',
  'draft-submitted',
  'fact-drafted',
  'fact-draft-discarded',
  'page-discarded',
  'draft-owners-changed',
  'approval-asked',
  'approved',
  'approval-withdrawn',
  'returned',
]

export type NewEvent = {
  /** Who did it, as `agentOf` names a person, or the command or start-up that did. No names, no addresses. */
  agent: string
  action: EventAction
  /** What it was done to, such as a file's name. */
  subject: string
  detail: { changes: Change[] } & Record<string, unknown>
  /** What it touched: each thing by its key (see thing-key.ts), as it was before and as it is after; null: not there. */
  things?: readonly TouchedThing[]
}

export type EventHandler = (trx: Db, event: NewEvent) => Promise<void>

type Listener = { handler: EventHandler; actions: readonly EventAction[] }
const listeners: Listener[] = []

const listen = (listener: Listener): (() => void) => {
  // Whoever is registered already is called once all the same: nobody gets two letters of one decision.
  if (listeners.some(({ handler }) => handler === listener.handler)) return () => {}
  listeners.push(listener)
  return () => {
    const at = listeners.indexOf(listener)
    if (at >= 0) listeners.splice(at, 1)
  }
}

/**
 * Calls `handler` for every event from now on that changes something held, inside the event's transaction. Returns how to
 * stop it.
 */
export const onEvent = (handler: EventHandler): (() => void) => listen({ handler, actions: [] })

/** The same for events of these actions, whether or not they change something held. */
export const onAction = (actions: readonly EventAction[], handler: EventHandler): (() => void) =>
  listen({ handler, actions })

/** A transaction in a world, or in the schema of people. */
export type AuditTrx = QueryExecutorProvider

/**
 * Where the chain ends, held until the transaction ends: whoever writes an event next waits for it, and follows on it.
 * `at`: when the transaction began.
 */
export const lockHead = async (trx: AuditTrx): Promise<{ seq: number; sha256: string; at: string }> => {
  const { rows } = await sql<{ seq: number; sha256: string; at: string }>`
    select seq, sha256, now() as at from event_head for update`.execute(trx)
  return rows[0]!
}

/** Puts the event at the end of the chain. */
const append = async (trx: AuditTrx, event: NewEvent): Promise<void> => {
  const { agent, action, subject, detail, things = [] } = event
  const eventId = uuidv7()
  const head = await lockHead(trx)
  const seq = head.seq + 1
  const sha256 = sha256OfWhole(
    { seq, previousSha256: head.sha256, eventId, happenedAt: head.at, agent, action, subject, detail },
    things,
  )
  const isWrite = !quietActions.includes(action)
  await sql`
    with written as (
      insert into event (event_id, happened_at, agent, action, subject, detail, seq, previous_sha256, sha256)
      values (${eventId}::uuid, ${head.at}::timestamptz, ${agent}, ${action}, ${subject}, ${json(detail)}::jsonb,
              ${seq}::bigint, ${head.sha256}, ${sha256})
    ), touched as (
      insert into event_thing (seq, position, thing, before, after)
      select ${seq}::bigint, place - 1, one ->> 'thing', nullif(one -> 'before', 'null'), nullif(one -> 'after', 'null')
        from jsonb_array_elements(${json(things)}::jsonb) with ordinality as t (one, place)
    )
    update event_head
       set seq = ${seq}::bigint, sha256 = ${sha256},
           written_seq = case when ${isWrite}::boolean then ${seq}::bigint else written_seq end,
           written_sha256 = case when ${isWrite}::boolean then ${sha256} else written_sha256 end`.execute(trx)
}

/**
 * Writes the event at the end of the chain and runs the handlers, in the transaction of `trx`: all of it happens or none.
 * Call it last: from then on every other writer waits until the transaction ends.
 */
export const recordEvent = async (trx: AuditTrx, event: NewEvent): Promise<void> => {
  // What people are and may does not change a figure: only a world has changes for those who compute.
  const hasChanges = event.detail.changes.length > 0
  for (const { handler, actions } of listeners)
    if (actions.length === 0 ? hasChanges : actions.includes(event.action)) await handler(trx as Db, event)
  await append(trx, event)
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
