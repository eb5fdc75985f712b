// The SQL of reading an audit trail: its events in order, what they touched, where it ends.
import { CompiledQuery, type QueryExecutorProvider, sql } from 'kysely'
import type { ChainedEvent, TouchedThing } from './chain.ts'
import type { ReadRows } from './records.ts'

/** A handle on a world or on the people, for reading. */
export type AuditReader = QueryExecutorProvider & {
  executeQuery: <R>(query: CompiledQuery<R>) => Promise<{ rows: R[] }>
}

/** How records are read through a handle. */
export const recordReader =
  (db: AuditReader): ReadRows =>
  async (text, parameters) =>
    (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, parameters) as never)).rows

const pageSize = 500

/** The events after a place (null: all), in order, with those that have no place first. */
export async function* eventPages(
  db: AuditReader,
  after: number | null,
): AsyncGenerator<(ChainedEvent & { sha256: string })[]> {
  let from = after ?? 0
  if (after === null) {
    const { rows } = await sql<ChainedEvent & { sha256: string }>`
      select seq, previous_sha256, sha256, event_id, happened_at, agent, action, subject, detail
        from event where seq is null or seq < 1 order by seq, event_id`.execute(db)
    if (rows.length > 0) yield rows
  }
  for (;;) {
    const { rows } = await sql<ChainedEvent & { sha256: string }>`
      select seq, previous_sha256, sha256, event_id, happened_at, agent, action, subject, detail
        from event where seq > ${from}::bigint order by seq, event_id limit ${pageSize}::integer`.execute(db)
    if (rows.length === 0) return
    yield rows
    from = rows.at(-1)!.seq
  }
}

export type KeptThing = TouchedThing & { seq: number; position: number }

/** All that events touched, in the order of the trail, read as it is asked for. */
export const thingRows = (
  db: AuditReader,
): { peek: () => Promise<KeptThing | undefined>; next: () => Promise<KeptThing | undefined> } => {
  let page: KeptThing[] = []
  let at = 0
  let after = { seq: Number.MIN_SAFE_INTEGER, position: -1 }
  const peek = async (): Promise<KeptThing | undefined> => {
    if (at < page.length) return page[at]
    // What comes to an end is asked again: more may have been written since.
    const { rows } = await sql<KeptThing>`
      select seq, position, thing, before, after from event_thing
       where (seq, position) > (${after.seq}::bigint, ${after.position}::integer)
       order by seq, position limit 2000`.execute(db)
    page = rows
    at = 0
    const end = rows.at(-1)
    if (end !== undefined) after = { seq: end.seq, position: end.position }
    return page[0]
  }
  return {
    peek,
    next: async () => {
      const one = await peek()
      at += 1
      return one
    },
  }
}

/** What the event at a place touched. */
export const readThingsOf = async (db: AuditReader, seq: number): Promise<KeptThing[]> => {
  const { rows } = await sql<KeptThing>`
    select seq, position, thing, before, after from event_thing where seq = ${seq}::bigint order by position`.execute(
    db,
  )
  return rows
}

/** Which of these places have an event. */
export const listPlaces = async (db: AuditReader, places: readonly number[]): Promise<Set<number>> => {
  if (places.length === 0) return new Set()
  const { rows } = await sql<{ seq: number }>`
    select seq from event where seq = any(${[...places]}::bigint[])`.execute(db)
  return new Set(rows.map(({ seq }) => seq))
}

/** Where the trail ends; undefined where nothing says so. */
export const readHead = async (db: AuditReader): Promise<{ seq: number; sha256: string } | undefined> => {
  const { rows } = await sql<{ seq: number; sha256: string }>`select seq, sha256 from event_head`.execute(db)
  return rows[0]
}

/**
 * Facts, versions of reports and releases that no event says were stored; at most a thousand. `recording`: the actions that
 * store them. That one was read, commented on or replaced says nothing of how it came.
 */
export const listUnknownRecords = async (
  db: AuditReader,
  recording: readonly string[],
): Promise<string[]> => {
  const { rows } = await sql<{ thing: string }>`
    select thing from (
      select 'fact:' || actor_id || '/' || datum_id as thing from datum
      union all select 'report:' || report_id from report_version
      union all select 'release:' || sha256 from release
    ) held
     where not exists (select 1 from event_thing t join event e on e.seq = t.seq
                        where t.thing = held.thing and e.action = any(${[...recording]}::text[])
                          and jsonb_typeof(t.after -> 'sha256') = 'string')
     order by thing limit 1000`.execute(db)
  return rows.map(({ thing }) => thing)
}
