// Everything a world holds as known on one date, in a few bulk reads: what fact bases are made of.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import { isStanding } from '../facts/standing-store.ts'
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
  /** The date as its source gives it, where that is not one day. */
  heldEdtf?: string | null,
  /** Where it was told before which promises it leads to, as in a release. */
  leadsTo?: readonly string[],
  /** Where it was told before by which names it was known, as in a release. */
  names?: readonly string[],
  /** Where it was told before since when it is known in any version, as in a release. */
  firstKnownFrom?: string,
]

/** One bulk read as JSON: many times faster than rows (decision 0004). */
const readJson = async <T>(db: Db, query: ReturnType<typeof sql<{ rows: string }>>): Promise<T[]> => {
  const { rows } = await query.execute(db)
  return JSON.parse(rows[0]?.rows ?? '[]') as T[]
}

/** Of all actors, or of those named; the key of every large table is led by the actor. */
const ofActors = (actors: readonly string[] | undefined) =>
  actors === undefined ? sql`true` : sql`actor_id = any(${actors}::text[])`

const readDatums = (db: Db, knownOn: string, actors?: readonly string[]): Promise<DatumRow[]> =>
  readJson<DatumRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_array(d.actor_id, d.datum_id, d.kind, d.external_id, d.subject_id, d.held_from,
             d.held_until, d.known_from, d.body, nullif(d.held_edtf, d.held_from::text)) order by d.held_from nulls first, d.known_from, d.datum_id), '[]')::text as rows
      from datum d
     where ${ofActors(actors)}
       and d.known_from <= ${knownOn}::date
       -- What is not public must not show through a reason or a count either.
       and d.tier = 'public'
       and ${isStanding(knownOn)}`,
  )

/** A version that another took the place of: facts go on being named by its id, and what it said was known since its day. */
export type EarlierRow = [
  id: string,
  kind: string,
  externalId: string | null,
  later: string,
  knownFrom: string,
]

const readEarlier = (db: Db, knownOn: string): Promise<EarlierRow[]> =>
  readJson<EarlierRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_array(d.datum_id, d.kind, d.external_id, later.datum_id, d.known_from)
             order by d.datum_id, later.datum_id), '[]')::text as rows
      from datum later join datum d on d.datum_id = later.supersedes
     where later.known_from <= ${knownOn}::date and later.tier = 'public' and d.tier = 'public'`,
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

const readReports = (db: Db, knownOn: string, actors?: readonly string[]): Promise<ReportRow[]> =>
  readJson<ReportRow>(
    db,
    sql`
    select coalesce(json_agg(json_build_array(actor_id, report_id, obligation, covers_year, subject_id, version, received_on,
             language, document) order by received_on, version, report_id), '[]')::text as rows
      from report_version
     where ${ofActors(actors)} and received_on <= ${knownOn}::date`,
  )

/** The answers of one report, a line each: question, id, state, number and silence, parted by strokes. */
export type AnswerLines = readonly [report: string, lines: string]

/**
 * Answers by report. They are by far the most rows: as lines of text they come in half the time they take as JSON.
 * Questions are slugs and states are words, so no stroke stands in them.
 */
const readAnswers = (db: Db, actors?: readonly string[]): Promise<AnswerLines[]> =>
  readJson<AnswerLines>(
    db,
    sql`
    select coalesce(json_agg(json_build_array(report_id, lines)), '[]')::text as rows
      from (select report_id,
                   string_agg(question || '|' || datum_id || '|' || state || '|' || coalesce(number::text, '') || '|'
                              || coalesce(silence, ''), E'\\n') as lines
              from answer
             where ${ofActors(actors)}
             group by report_id) per_report`,
  )

const readCoverage = async (db: Db): Promise<CoverageFact[]> => {
  const { rows } = await sql<{
    register: string
    actorId: string | null
    heldFrom: string
    heldUntil: string | null
    level: CoverageFact['level']
    statedBy: string
    knownFrom: string
    entered: boolean
  }>`
    select register, actor_id, held_from, held_until, level, stated_by, known_from, entered
      from coverage
     order by known_from, recorded_at, coverage_id`.execute(db)
  return rows.map((row) => ({
    register: row.register,
    actor: row.actorId,
    from: row.heldFrom,
    until: row.heldUntil,
    level: row.level,
    statedBy: row.statedBy,
    knownFrom: row.knownFrom,
    ...(row.entered ? { entered: true } : {}),
  }))
}

const readActors = async (db: Db): Promise<ActorFact[]> => {
  const { rows } = await sql<{ actorId: string; kind: string; name: string; unitOf: string | null }>`
    select actor_id, kind, coalesce(names -> 'en' ->> 'short', actor_id) as name,
           case when kind = 'government-unit' then parent end as unit_of
      from actor order by actor_id`.execute(db)
  return rows.map(({ actorId, kind, name, unitOf }) => ({
    ...{ id: actorId, kind, name },
    ...(unitOf === null ? {} : { unitOf }),
  }))
}

/** Rows of one world as known on `knownOn`, before any instrument's law is applied to them. */
export type Rows = {
  knownOn: string
  actors: readonly ActorFact[]
  /** By heldFrom (none first), knownFrom and id. */
  datums: readonly DatumRow[]
  /** Left out where which promises a fact leads to stands with it, or is not asked. */
  earlier?: readonly EarlierRow[]
  /** By receivedOn, version and id. */
  reports: readonly ReportRow[]
  answers: readonly AnswerLines[]
  coverage: readonly CoverageFact[]
}

/** Reads a world's rows once; several plans may be evaluated on them. */
export const readRows = async (db: Db, knownOn: string): Promise<Rows> => {
  const actors = await readActors(db)
  const datums = await readDatums(db, knownOn)
  const earlier = await readEarlier(db, knownOn)
  const reports = await readReports(db, knownOn)
  const answers = await readAnswers(db)
  const coverage = await readCoverage(db)
  return { knownOn, actors, datums, earlier, reports, answers, coverage }
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * `rows` after what was written of some actors, and of the registers' coverage: their rows are read again, and no
 * others. Gives exactly what reading everything gives.
 */
export const readRowsAgain = async (db: Db, rows: Rows, actors: readonly string[]): Promise<Rows> => {
  const touched = new Set(actors)
  const datums = await readDatums(db, rows.knownOn, actors)
  const reports = await readReports(db, rows.knownOn, actors)
  const answers = await readAnswers(db, actors)
  const readAgain = new Set(answers.map(([report]) => report))
  return {
    knownOn: rows.knownOn,
    actors: await readActors(db),
    datums: [...rows.datums.filter(([actor]) => !touched.has(actor)), ...datums].sort(
      (a, b) => compareTexts(a[5] ?? '', b[5] ?? '') || compareTexts(a[7], b[7]) || compareTexts(a[1], b[1]),
    ),
    earlier: await readEarlier(db, rows.knownOn),
    reports: [...rows.reports.filter(([actor]) => !touched.has(actor)), ...reports].sort(
      (a, b) => compareTexts(a[6], b[6]) || a[5] - b[5] || compareTexts(a[1], b[1]),
    ),
    answers: [...rows.answers.filter(([report]) => !readAgain.has(report)), ...answers],
    coverage: await readCoverage(db),
  }
}

/** Changes with everything that is written: the place and the digest of the last event that wrote something. */
export type Version = { seq: number; sha256: string }

export const isSameVersion = (a: Version, b: Version): boolean => a.seq === b.seq && a.sha256 === b.sha256

export const findVersion = async (db: Db): Promise<Version> => {
  const { rows } = await sql<Version>`
    select written_seq as seq, written_sha256 as sha256 from event_head`.execute(db)
  return rows[0]!
}

/**
 * About whom, and of which kinds, something was written since `version`; an actor '' stands for a register as a whole.
 * Undefined where that cannot be told: the trail does not go on from `version`, as after a backup was put back.
 */
export const findWrittenSince = async (
  db: Db,
  version: Version,
): Promise<{ actors: string[]; kinds: string[] } | undefined> => {
  const { rows } = await sql<{ known: boolean; actors: string[]; kinds: string[] }>`
    select ${version.seq}::bigint = 0 or exists (
             select 1 from event where seq = ${version.seq}::bigint and sha256 = ${version.sha256}) as known,
           coalesce(array_agg(distinct change ->> 'actor'), '{}') as actors,
           coalesce(array_agg(distinct change ->> 'kind'), '{}') as kinds
      from event, jsonb_array_elements(detail -> 'changes') change
     where seq > ${version.seq}::bigint`.execute(db)
  const { known, actors, kinds } = rows[0]!
  return known ? { actors, kinds } : undefined
}
