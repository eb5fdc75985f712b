// The SQL of search: what is read for the index, in batches, and the mark that says whether anything was written since.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { Tier } from '../facts/datum.ts'
import { isStanding } from '../facts/standing-store.ts'
import type { Version } from '../indicators/rows-store.ts'
import type { AnswerState } from '../reports/report.ts'

/** A datum that stands, as it is indexed. */
export type FactRow = {
  actor: string
  id: string
  kind: string
  externalId: string | null
  subject: string | null
  held: string | null
  locator: string | null
  quotation: string | null
  language: string | null
  entered: boolean
  tier: Tier
  sourceTitle: string | null
  sourcePublisher: string | null
  body: Record<string, unknown>
}

/** An answer as it is indexed. `number` is exact, as text. */
export type AnswerRow = {
  actor: string
  id: string
  report: string
  question: string
  state: AnswerState
  number: string | null
  unit: string | null
  text: string | null
  quotation: string | null
  language: string | null
}

/** Where a datum stands in the order of the store: the last of a batch, behind which the next one begins; or one that is asked for. */
export type Place = { actor: string; id: string }

// As JSON: many times faster than rows (decision 0004).
const readJson = async <T>(db: Db, query: ReturnType<typeof sql<{ rows: string }>>): Promise<T[]> => {
  const { rows } = await query.execute(db)
  return JSON.parse(rows[0]?.rows ?? '[]') as T[]
}

const behind = (after: Place | undefined) =>
  after === undefined ? sql`true` : sql`(actor_id, datum_id) > (${after.actor}, ${after.id}::uuid)`

export type FactsAsked = { today: string; isBeyondPublic: boolean }

const isSearched = ({ today, isBeyondPublic }: FactsAsked) => sql`
  d.kind <> 'status-event' and d.known_from <= ${today}::date
  and (d.tier <> 'public' or not ${isBeyondPublic}::boolean)
  and ${isStanding(today)}`

/** Of all actors, or of those named; the key of every large table is led by the actor. */
const ofActors = (actors: readonly string[] | undefined) =>
  actors === undefined ? sql`true` : sql`actor_id = any(${[...actors]}::text[])`

/** The ids of what `readFacts` reads, by actor: a tenth of a second for a hundred thousand of them. Of all actors, or of `actors`. */
export const listFactIds = async (
  db: Db,
  asked: FactsAsked,
  actors?: readonly string[],
): Promise<Map<string, string[]>> => {
  const { rows } = await sql<{ actor: string; ids: string }>`
    select actor_id as actor, string_agg(datum_id::text, ' ') as ids from datum d
     where ${ofActors(actors)} and ${isSearched(asked)}
     group by actor_id`.execute(db)
  return new Map(rows.map(({ actor, ids }) => [actor, ids.split(' ')]))
}

/**
 * Datums that `db` sees, known on `today` and neither superseded nor retracted by then, by actor and id; with
 * `isBeyondPublic` those alone that not everyone sees, and with `only` some of them. Acts with a depositary are not among
 * them: they stand on the pages of treaties and States, and have no words of their own.
 */
export const readFacts = (
  db: Db,
  asked: FactsAsked & { after: Place | undefined; limit: number; only?: readonly Place[] | undefined },
): Promise<FactRow[]> => {
  const { only } = asked
  const named =
    only === undefined
      ? sql`true`
      : sql`${ofActors([...new Set(only.map(({ actor }) => actor))])} and datum_id = any(${only.map(({ id }) => id)}::uuid[])`
  return readJson<FactRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_object('actor', d.actor_id, 'id', d.datum_id, 'kind', d.kind,
             'externalId', d.external_id, 'subject', d.subject_id,
             'held', coalesce(d.held_edtf, d.held_from::text), 'locator', d.locator, 'quotation', d.quotation,
             'language', d.language, 'entered', d.entered, 'tier', d.tier, 'sourceTitle', s.title, 'sourcePublisher', s.publisher,
             'body', d.body) order by d.actor_id, d.datum_id), '[]')::text as rows
      from (select * from datum d
             where ${named} and ${behind(asked.after)} and ${isSearched(asked)}
             order by actor_id, datum_id
             limit ${asked.limit}::integer) d
      left join source s on s.source_id = d.source_id`,
  )
}

/**
 * The kinds of fact of which an actor has more than `most`, as `<actor>/<kind>`, whatever stands of them. Of all actors, or of
 * `actors`.
 */
export const readManyOfKind = async (
  db: Db,
  most: number,
  actors?: readonly string[],
): Promise<Set<string>> => {
  const { rows } = await sql<{ key: string }>`
    select actor_id || '/' || kind as key from datum where ${ofActors(actors)} group by actor_id, kind
    having count(*) > ${most}::integer`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** Answers of any report, or of those named alone, by actor and id. */
export const readAnswers = (
  db: Db,
  asked: { after: Place | undefined; limit: number; reports?: readonly string[] | undefined },
): Promise<AnswerRow[]> =>
  readJson<AnswerRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_object('actor', actor_id, 'id', datum_id, 'report', report_id,
             'question', question, 'state', state, 'number', number::text, 'unit', unit, 'text', text,
             'quotation', quotation, 'language', language) order by actor_id, datum_id), '[]')::text as rows
      from (select * from answer where ${behind(asked.after)}
               and (${asked.reports === undefined ? null : [...asked.reports]}::uuid[] is null
                    or report_id = any(${asked.reports === undefined ? null : [...asked.reports]}::uuid[]))
             order by actor_id, datum_id limit ${asked.limit}::integer) a`,
  )

export type Mark = {
  /** The last event that wrote something. */
  version: Version
  /** What may be written without naming an actor: the imported instruments, what was loaded of what ships, the actors. */
  loaded: string
}

/** What changes with every write. Cheap: none of these tables grows with the answers. */
export const readMark = async (db: Db): Promise<Mark> => {
  const { rows } = await sql<Version & { loaded: string }>`
    select written_seq as seq, written_sha256 as sha256,
           concat_ws('|',
             (select count(*) || ' ' || coalesce(max(recorded_at)::text, '') from instrument),
             (select string_agg(key || ' ' || value, ',' order by key) from setting where key like 'loaded:%'),
             (select count(*) from actor)) as loaded
      from event_head`.execute(db)
  const { loaded, ...version } = rows[0]!
  return { version, loaded }
}
