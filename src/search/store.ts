// The SQL of search: what is read for the index, in batches, and the mark that says whether anything was written since.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { Tier } from '../facts/datum.ts'
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

/** The last row of a batch; the next one begins behind it. */
export type Place = { actor: string; id: string }

// As JSON: many times faster than rows (decision 0004).
const readJson = async <T>(db: Db, query: ReturnType<typeof sql<{ rows: string }>>): Promise<T[]> => {
  const { rows } = await query.execute(db)
  return JSON.parse(rows[0]?.rows ?? '[]') as T[]
}

const behind = (after: Place | undefined) =>
  after === undefined ? sql`true` : sql`(actor_id, datum_id) > (${after.actor}, ${after.id}::uuid)`

export type FactsAsked = { today: string; isBeyondPublic: boolean }

const standing = ({ today, isBeyondPublic }: FactsAsked) => sql`
  retracts is null and kind <> 'status-event' and known_from <= ${today}::date
  and (tier <> 'public' or not ${isBeyondPublic}::boolean)
  and datum_id not in (select coalesce(later.supersedes, later.retracts) from datum later
                        where coalesce(later.supersedes, later.retracts) is not null
                          and later.known_from <= ${today}::date)`

/** The ids of what `readFacts` reads: some milliseconds for ten thousand of them. */
export const listFactIds = async (db: Db, asked: FactsAsked): Promise<string[]> => {
  const { rows } = await sql<{ ids: string | null }>`
    select string_agg(datum_id::text, ' ') as ids from datum where ${standing(asked)}`.execute(db)
  return rows[0]?.ids?.split(' ') ?? []
}

/**
 * Datums that `db` sees, known on `today` and neither superseded nor retracted by then, by actor and id; with
 * `isBeyondPublic` those alone that not everyone sees, and with `ids` some of them. Acts with a depositary are not among them: they stand on the pages of
 * treaties and States, and have no words of their own.
 */
export const readFacts = (
  db: Db,
  asked: FactsAsked & { after: Place | undefined; limit: number; ids?: readonly string[] | undefined },
): Promise<FactRow[]> =>
  readJson<FactRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_object('actor', d.actor_id, 'id', d.datum_id, 'kind', d.kind,
             'externalId', d.external_id, 'subject', d.subject_id,
             'held', coalesce(d.held_edtf, d.held_from::text), 'locator', d.locator, 'quotation', d.quotation,
             'language', d.language, 'entered', d.entered, 'tier', d.tier, 'sourceTitle', s.title, 'sourcePublisher', s.publisher,
             'body', d.body) order by d.actor_id, d.datum_id), '[]')::text as rows
      from (select * from datum
             where ${standing(asked)} and ${behind(asked.after)}
               and (${asked.ids === undefined ? null : [...asked.ids]}::uuid[] is null
                    or datum_id = any(${asked.ids === undefined ? null : [...asked.ids]}::uuid[]))
             order by actor_id, datum_id
             limit ${asked.limit}::integer) d
      left join source s on s.source_id = d.source_id`,
  )

/** The kinds of fact of which an actor has more than `most`, as `<actor>/<kind>`, whatever stands of them. */
export const readManyOfKind = async (db: Db, most: number): Promise<Set<string>> => {
  const { rows } = await sql<{ key: string }>`
    select actor_id || '/' || kind as key from datum group by actor_id, kind
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

/**
 * What changes with every write: the last event that wrote something, the imported instruments, and what was loaded of
 * what ships. Cheap: none of these tables grows with the answers.
 */
export const readMark = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('|',
             (select written_seq || ' ' || written_sha256 from event_head),
             (select count(*) || ' ' || coalesce(max(recorded_at)::text, '') from instrument),
             (select string_agg(key || ' ' || value, ',' order by key) from setting where key like 'loaded:%'),
             (select count(*) from actor)) as mark`.execute(db)
  return rows[0]!.mark
}
