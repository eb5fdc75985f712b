// The SQL of what calendars said last, so that what changed since carries a higher sequence.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

/** Which events are meant: those of actors, of an instrument, of one duty of it; what is left out does not narrow. */
export type CalendarScope = {
  actors?: readonly string[] | undefined
  instrument?: string | undefined
  /** `<instrument>/<duty>` */
  duty?: string | undefined
}

const columnOf = <T, K extends keyof T>(rows: readonly T[], name: K): T[K][] => rows.map((row) => row[name])

/** What is published of an event. */
export type PublishedEvent = {
  actor: string
  /** Of the duty owed. */
  key: string
  /** `<instrument>/<duty>` */
  duty: string
  /** The day on which it stands: YYYY-MM-DD */
  due: string
  title: string
  article: string | null
  /** Of everything the event says. */
  digest: string
  /** Called off: owed no more, or not on that day. */
  isGone: boolean
}

export type KeptEvent = PublishedEvent & {
  /** 0 when first published, one more with each change. */
  sequence: number
  /** ISO 8601, UTC. */
  changedAt: string
}

const keptColumns = sql`json_build_object('actor', actor_id, 'key', event_key, 'duty', duty, 'due', due, 'title', title,
  'article', article, 'digest', digest, 'isGone', gone, 'sequence', sequence,
  'changedAt', to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`

/** What was last published of the scope's events, and of those `named` besides: several may owe one duty together. */
export const listKeptEvents = async (
  db: Db,
  scope: CalendarScope,
  named: readonly Pick<PublishedEvent, 'actor' | 'key'>[] = [],
): Promise<KeptEvent[]> => {
  const { actors, instrument, duty } = scope
  const conditions = [
    ...(actors === undefined ? [] : [sql`actor_id = any(${[...actors]}::text[])`]),
    ...(instrument === undefined ? [] : [sql`starts_with(duty, ${`${instrument}/`})`]),
    ...(duty === undefined ? [] : [sql`duty = ${duty}`]),
  ]
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
  const { rows } = await sql<{ kept: KeptEvent[] | null }>`
    select json_agg(${keptColumns}) as kept from calendar_event
     where (${where}) or (actor_id, event_key) in
       (select * from unnest(${columnOf(named, 'actor')}::text[], ${columnOf(named, 'key')}::text[]))`.execute(
    db,
  )
  return rows[0]?.kept ?? []
}

/**
 * Keeps what is published now, in one statement. What says something else than was kept gets the next sequence; what
 * another reader has just kept in the same words stays as it is.
 */
export const keepEvents = async (
  db: Db,
  events: readonly PublishedEvent[],
  changedAt: string,
): Promise<void> => {
  if (events.length === 0) return
  const column = <K extends keyof PublishedEvent>(name: K) => columnOf(events, name)
  await sql`
    insert into calendar_event as held
      (actor_id, event_key, duty, due, title, article, digest, gone, sequence, changed_at)
    select actor_id, event_key, duty, due, title, article, digest, gone, 0, ${changedAt}::timestamptz
      from unnest(${column('actor')}::text[], ${column('key')}::text[], ${column('duty')}::text[],
             ${column('due')}::date[], ${column('title')}::text[], ${column('article')}::text[],
             ${column('digest')}::text[], ${column('isGone')}::boolean[])
        as given(actor_id, event_key, duty, due, title, article, digest, gone)
     -- In one order, so that two readers who publish the same events cannot wait for each other.
     order by actor_id, event_key
    on conflict (actor_id, event_key) do update
       set duty = excluded.duty, due = excluded.due, title = excluded.title, article = excluded.article,
           digest = excluded.digest, gone = excluded.gone, sequence = held.sequence + 1,
           changed_at = excluded.changed_at
     where (held.digest, held.gone) <> (excluded.digest, excluded.gone)`.execute(db)
}
