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

/**
 * Datums that `db` sees, known on `today` and neither superseded nor retracted by then, by actor and id; with
 * `isBeyondPublic` those alone that not everyone sees. Acts with a depositary are not among them: they stand on the pages of
 * treaties and States, and have no words of their own.
 */
export const readFacts = (
  db: Db,
  asked: { today: string; after: Place | undefined; limit: number; isBeyondPublic: boolean },
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
             where retracts is null and kind <> 'status-event'
               and known_from <= ${asked.today}::date and ${behind(asked.after)}
               and (tier <> 'public' or not ${asked.isBeyondPublic}::boolean)
               and datum_id not in (select coalesce(later.supersedes, later.retracts) from datum later
                                     where coalesce(later.supersedes, later.retracts) is not null
                                       and later.known_from <= ${asked.today}::date)
             order by actor_id, datum_id
             limit ${asked.limit}::integer) d
      left join source s on s.source_id = d.source_id`,
  )

/** Answers of any report, by actor and id. */
export const readAnswers = (
  db: Db,
  asked: { after: Place | undefined; limit: number },
): Promise<AnswerRow[]> =>
  readJson<AnswerRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_object('actor', actor_id, 'id', datum_id, 'report', report_id,
             'question', question, 'state', state, 'number', number::text, 'unit', unit, 'text', text,
             'quotation', quotation, 'language', language) order by actor_id, datum_id), '[]')::text as rows
      from (select * from answer where ${behind(asked.after)}
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
