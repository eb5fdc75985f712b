// Everything a world holds as known on one date, in a few bulk reads: what fact bases are made of.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { ActorFact, CoverageFact } from '../rules/facts.ts'

export type DatumRow = [
  actor: string,
  id: string,
  kind: string,
  externalId: string | null,
  subject: string | null,
  heldFrom: string | null,
  heldUntil: string | null,
  knownFrom: string,
  fields: Record<string, unknown>,
]

/** One bulk read as JSON: many times faster than rows (decision 0004). */
const readJson = async <T>(db: Db, query: ReturnType<typeof sql<{ rows: string }>>): Promise<T[]> => {
  const { rows } = await query.execute(db)
  return JSON.parse(rows[0]?.rows ?? '[]') as T[]
}

const readDatums = (db: Db, knownOn: string): Promise<DatumRow[]> =>
  readJson<DatumRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_array(d.actor_id, d.datum_id, d.kind, d.external_id, d.subject_id, d.held_from,
             d.held_until, d.known_from, d.body) order by d.held_from nulls first, d.known_from, d.datum_id), '[]')::text as rows
      from datum d
     where d.known_from <= ${knownOn}::date
       and d.retracts is null
       -- What is not public must not show through a reason or a count either.
       and d.tier = 'public'
       and d.datum_id not in (select coalesce(later.supersedes, later.retracts) from datum later
                               where coalesce(later.supersedes, later.retracts) is not null
                                 and later.known_from <= ${knownOn}::date)`,
  )

export type ReportRow = [
  actor: string,
  id: string,
  obligation: string,
  coversYear: number,
  subject: string | null,
  version: number,
  receivedOn: string,
  language: string | null,
  document: Record<string, unknown>,
]

const readReports = (db: Db, knownOn: string): Promise<ReportRow[]> =>
  readJson<ReportRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_array(actor_id, report_id, obligation, covers_year, subject_id, version, received_on,
             language, document) order by received_on, version), '[]')::text as rows
      from report_version
     where received_on <= ${knownOn}::date`,
  )

/** The answers of one report, a line each: question, id, state, number and silence, parted by strokes. */
type AnswerLines = [report: string, lines: string]

/**
 * Answers of the questions asked for, or of all. They are by far the most rows: as lines of text they come in half the
 * time they take as JSON. Questions are slugs and states are words, so no stroke stands in them.
 */
const readAnswers = (db: Db, questions: readonly string[] | undefined): Promise<AnswerLines[]> =>
  readJson<AnswerLines>(
    db,
    sql`
    select coalesce(json_agg(json_build_array(report_id, lines)), '[]')::text as rows
      from (select report_id,
                   string_agg(question || '|' || datum_id || '|' || state || '|' || coalesce(number::text, '') || '|'
                              || coalesce(silence, ''), E'\\n') as lines
              from answer
             where ${questions === undefined ? sql`true` : sql`question = any(${questions}::text[])`}
             group by report_id) per_report`,
  )

const readCoverage = async (db: Db): Promise<CoverageFact[]> => {
  const { rows } = await sql<{
    register: string
    heldFrom: string
    heldUntil: string | null
    level: CoverageFact['level']
    statedBy: string
    knownFrom: string
  }>`
    select register, held_from, held_until, level, stated_by, known_from
      from coverage
     order by known_from, recorded_at, coverage_id`.execute(db)
  return rows.map((row) => ({
    register: row.register,
    from: row.heldFrom,
    until: row.heldUntil,
    level: row.level,
    statedBy: row.statedBy,
    knownFrom: row.knownFrom,
  }))
}

const readActors = async (db: Db): Promise<ActorFact[]> => {
  const { rows } = await sql<{ actorId: string; kind: string; name: string }>`
    select actor_id, kind, coalesce(names -> 'en' ->> 'short', actor_id) as name from actor order by actor_id`.execute(
    db,
  )
  return rows.map(({ actorId, kind, name }) => ({ id: actorId, kind, name }))
}

/** Rows of one world as known on `knownOn`, before any instrument's law is applied to them. */
export type Rows = Awaited<ReturnType<typeof readRows>>

/** Reads a world's rows once; several plans may be evaluated on them. */
export const readRows = async (db: Db, knownOn: string, questions?: readonly string[]) => {
  const actors = await readActors(db)
  const datums = await readDatums(db, knownOn)
  const reports = await readReports(db, knownOn)
  const answers = await readAnswers(db, questions)
  const coverage = await readCoverage(db)
  return { knownOn, actors, datums, reports, answers, coverage }
}

/** Changes with everything that is written: the number of events and the latest of them. */
export const findVersion = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ version: string }>`
    select count(*) || '/' || coalesce(max(event_id::text), '') as version from event`.execute(db)
  return rows[0]!.version
}
