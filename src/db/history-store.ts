// The SQL of looking back: what was done to a thing, and what was done at all.
import { sql } from 'kysely'
import type { AuditTrx, EventAction } from './events.ts'

/** An event about one thing, with what the thing was before and after. */
export type TouchingEvent = {
  seq: number
  sha256: string
  happenedAt: string
  agent: string
  action: EventAction
  subject: string
  before: unknown
  after: unknown
}

/** What was done to a thing, the newest first; `until`: only what stands before that place of the trail. */
export const listTouching = async (
  db: AuditTrx,
  thing: string,
  { until, limit }: { until: number | null; limit: number },
): Promise<TouchingEvent[]> => {
  const { rows } = await sql<TouchingEvent>`
    select e.seq, e.sha256, e.happened_at, e.agent, e.action, e.subject, t.before, t.after
      from event_thing t join event e on e.seq = t.seq
     where t.thing = ${thing} and (${until}::bigint is null or e.seq < ${until}::bigint)
     order by e.seq desc, t.position limit ${limit}::integer`.execute(db)
  return rows
}

/** How often something was done to a thing. */
export const countTouching = async (db: AuditTrx, thing: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from event_thing where thing = ${thing}`.execute(db)
  return rows[0]!.count
}

/** One event about a thing, by its place; undefined where there is none. */
export const findTouching = async (
  db: AuditTrx,
  thing: string,
  seq: number,
): Promise<TouchingEvent | undefined> =>
  (await listTouching(db, thing, { until: seq + 1, limit: 1 })).find((one) => one.seq === seq)

export type EventFilter = {
  agent?: string | undefined
  thing?: string | undefined
  action?: string | undefined
  /** YYYY-MM-DD, in UTC. */
  day?: string | undefined
  until: number | null
  limit: number
}

export type EventListed = Omit<TouchingEvent, 'before' | 'after'> & { things: string[]; touched: number }

const mostThings = 5

/** Events, the newest first, with the first things that each touched and how many there were. */
export const listEvents = async (db: AuditTrx, filter: EventFilter): Promise<EventListed[]> => {
  const { agent = null, thing = null, action = null, day = null, until, limit } = filter
  const { rows } = await sql<EventListed>`
    select e.seq, e.sha256, e.happened_at, e.agent, e.action, e.subject,
           array(select thing from event_thing t where t.seq = e.seq order by position limit ${mostThings}::integer) as things,
           (select count(*)::integer from event_thing t where t.seq = e.seq) as touched
      from event e
     where (${agent}::text is null or e.agent = ${agent})
       and (${action}::text is null or e.action = ${action})
       and (${day}::date is null or (e.happened_at at time zone 'UTC')::date = ${day}::date)
       and (${thing}::text is null or exists (select 1 from event_thing t where t.seq = e.seq and t.thing = ${thing}))
       and (${until}::bigint is null or e.seq < ${until}::bigint)
     order by e.seq desc limit ${limit}::integer`.execute(db)
  return rows
}
