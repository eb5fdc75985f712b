// The SQL of reports: submitted versions and their answers. Rows are only ever added.
import { type RawBuilder, sql } from 'kysely'
import type { TouchedThing } from '../db/chain.ts'
import { sha256OfReport } from '../db/records.ts'
import { type Db, json, numberOf, uuidv7 } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { sourceIdOf } from '../facts/source.ts'
import { saveSources } from '../facts/store.ts'
import type { Answer, Report, ReportVersion } from './report.ts'
import type { HeldVersion, Submission } from './versions.ts'

export type ReportFilter = {
  actor?: string
  obligation?: string
  coversYear?: number
  subject?: string
  receivedBy?: string
  reportId?: string
  version?: number
  receivedAfter?: string
}

type VersionRecord = Omit<ReportVersion, 'source'> & {
  sourceTitle: string | null
  sourceAddress: string | null
  sourcePublisher: string | null
  sourcePublished: string | null
}

const testsOf = (filter: ReportFilter): RawBuilder<unknown> => {
  const tests: RawBuilder<unknown>[] = [sql`true`]
  if (filter.actor !== undefined) tests.push(sql`v.actor_id = ${filter.actor}`)
  if (filter.obligation !== undefined) tests.push(sql`v.obligation = ${filter.obligation}`)
  if (filter.coversYear !== undefined) tests.push(sql`v.covers_year = ${filter.coversYear}`)
  if (filter.subject !== undefined) tests.push(sql`v.subject_id = ${filter.subject}`)
  if (filter.reportId !== undefined) tests.push(sql`v.report_id = ${filter.reportId}::uuid`)
  if (filter.version !== undefined) tests.push(sql`v.version = ${filter.version}`)
  if (filter.receivedBy !== undefined) tests.push(sql`v.received_on <= ${filter.receivedBy}::date`)
  if (filter.receivedAfter !== undefined) tests.push(sql`v.received_on > ${filter.receivedAfter}::date`)
  return sql.join(tests, sql` and `)
}

/**
 * All submitted versions, by actor, obligation and year, oldest first; `currentVersion` in report.ts says which one of
 * a period is in force. `receivedBy` leaves out what was received later,
 * `receivedAfter` what was received by then.
 */
export const listReportVersions = async (db: Db, filter: ReportFilter = {}): Promise<ReportVersion[]> => {
  const { rows } = await sql<VersionRecord>`
    select v.report_id, v.actor_id as actor, v.obligation, v.covers_year, v.subject_id as subject, v.version,
           v.received_on, v.supersedes, v.language, v.document, v.submission_sha256 as sha256, v.entered, v.recorded_at,
           s.title as source_title, s.address as source_address, s.publisher as source_publisher,
           s.published as source_published
      from report_version v left join source s on s.source_id = v.source_id
     where ${testsOf(filter)}
     order by v.actor_id, v.obligation, v.covers_year, v.subject_id nulls first, v.received_on, v.version`.execute(
    db,
  )
  return rows.map(({ sourceTitle, sourceAddress, sourcePublisher, sourcePublished, ...version }) => ({
    ...version,
    source:
      sourceTitle === null
        ? null
        : {
            title: sourceTitle,
            address: sourceAddress,
            publisher: sourcePublisher,
            published: sourcePublished,
          },
  }))
}

export type StoredAnswer = Answer & { datumId: string; reportId: string; actor: string }

type AnswerRecord = Omit<StoredAnswer, 'evidence' | 'number'> & {
  number: string | null
  locator: string | null
  quotation: string | null
  language: string | null
}

/** The answers of the versions that `filter` names, by actor and question; or of one version. */
export const listAnswers = async (db: Db, filter: ReportFilter): Promise<StoredAnswer[]> => {
  const { rows } = await sql<AnswerRecord>`
    select a.datum_id, a.report_id, a.actor_id as actor, a.question, a.state, a.silence, a.number, a.unit, a.text,
           a.locator, a.quotation, a.language, a.coded_by, a.confirmed_by
      from report_version v join answer a on a.actor_id = v.actor_id and a.report_id = v.report_id
     where ${testsOf(filter)}
     order by a.actor_id, a.report_id, a.question`.execute(db)
  return rows.map(({ locator, quotation, language, number, ...answer }) => ({
    ...answer,
    number: numberOf(number),
    evidence: { page: locator, quotation, language },
  }))
}

/** The versions held of the same periods as `reports`. */
export const findHeldVersions = async (db: Db, reports: readonly Report[]): Promise<HeldVersion[]> => {
  const periods = reports.map(({ actor, obligation, coversYear }) => ({
    actor,
    obligation,
    covers_year: coversYear,
  }))
  const { rows } = await sql<HeldVersion>`
    select v.report_id, v.actor_id as actor, v.obligation, v.covers_year, v.subject_id as subject, v.version,
           v.received_on, v.submission_sha256 as sha256
      from report_version v
      join (select distinct actor, obligation, covers_year
              from jsonb_to_recordset(${json(periods)}::jsonb) as p (actor text, obligation text, covers_year integer)) p
        on p.actor = v.actor_id and p.obligation = v.obligation and p.covers_year = v.covers_year`.execute(db)
  return rows
}

export type HeldPeriod = { obligation: string; coversYear: number; versions: number }

/** The obligations and years for which versions are held, with their number. */
export const listPeriods = async (db: Db): Promise<HeldPeriod[]> => {
  const { rows } = await sql<HeldPeriod>`
    select obligation, covers_year, count(*)::integer as versions
      from report_version group by obligation, covers_year order by obligation, covers_year`.execute(db)
  return rows
}

/** The questions that stored versions answer. */
export const listAnsweredQuestions = async (
  db: Db,
  reportIds: readonly string[],
): Promise<{ reportId: string; question: string }[]> => {
  if (reportIds.length === 0) return []
  const { rows } = await sql<{ reportId: string; question: string }>`
    select report_id, question from answer where report_id = any(${[...reportIds]}::uuid[])
     order by report_id, question`.execute(db)
  return rows
}

/** Which of `ids` name a datum, so that a report can be about it. */
export const findSubjects = async (db: Db, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ externalId: string }>`
    select distinct external_id from datum where external_id = any(${[...new Set(ids)]}::text[])`.execute(db)
  return new Set(rows.map((row) => row.externalId))
}

/**
 * Stores new versions with their answers and sources, each table in one statement. Returns what the audit trail says of
 * them.
 */
export const insertSubmissions = async (
  db: Db,
  submissions: readonly Submission[],
  entered: boolean,
): Promise<TouchedThing[]> => {
  if (submissions.length === 0) return []
  await saveSources(
    db,
    submissions.flatMap(({ report }) => (report.source === null ? [] : [report.source])),
  )
  const versions = submissions.map(({ reportId, report, version, supersedes, sha256 }) => ({
    actor_id: report.actor,
    report_id: reportId,
    obligation: report.obligation,
    covers_year: report.coversYear,
    subject_id: report.subject,
    version,
    received_on: report.receivedOn,
    supersedes,
    language: report.language,
    source_id: report.source && sourceIdOf(report.source),
    document: report.document,
    submission_sha256: sha256,
    entered,
  }))
  await sql`
    insert into report_version (actor_id, report_id, obligation, covers_year, subject_id, version, received_on,
                                supersedes, language, source_id, document, submission_sha256, entered)
    select actor_id, report_id, obligation, covers_year, subject_id, version, received_on, supersedes, language,
           source_id, document, submission_sha256, entered
      from jsonb_to_recordset(${json(versions)}::jsonb)
        as v (actor_id text, report_id uuid, obligation text, covers_year integer, subject_id text, version integer,
              received_on date, supersedes uuid, language text, source_id text, document jsonb,
              submission_sha256 text, entered boolean)`.execute(db)
  const answers = submissions.flatMap(({ reportId, report }) =>
    report.answers.map((answer) => ({
      actor_id: report.actor,
      datum_id: uuidv7(),
      report_id: reportId,
      question: answer.question,
      state: answer.state,
      silence: answer.silence,
      number: answer.number,
      unit: answer.unit,
      text: answer.text,
      locator: answer.evidence.page,
      quotation: answer.evidence.quotation,
      language: answer.evidence.language,
      coded_by: answer.codedBy,
      confirmed_by: answer.confirmedBy,
    })),
  )
  if (answers.length > 0) await insertAnswers(db, answers)
  const answersOf = new Map<string, AnswerRow[]>()
  for (const answer of answers) {
    const all = answersOf.get(answer.report_id) ?? []
    all.push(answer)
    answersOf.set(answer.report_id, all)
  }
  return versions.map((row) => ({
    thing: thingKey.report(row.report_id),
    before: row.supersedes === null ? null : { report: thingKey.report(row.supersedes) },
    after: {
      sha256: sha256OfReport(row, answersOf.get(row.report_id) ?? []),
      actor: row.actor_id,
      obligation: row.obligation,
      coversYear: row.covers_year,
      version: row.version,
    },
  }))
}

type AnswerRow = { report_id: string } & Record<string, unknown>

const insertAnswers = async (db: Db, answers: readonly AnswerRow[]): Promise<void> => {
  await sql`
    insert into answer (actor_id, datum_id, report_id, question, state, silence, number, unit, text, locator, quotation,
                        language, coded_by, confirmed_by)
    select actor_id, datum_id, report_id, question, state, silence, number, unit, text, locator, quotation, language,
           coded_by, confirmed_by
      from jsonb_to_recordset(${json(answers)}::jsonb)
        as a (actor_id text, datum_id uuid, report_id uuid, question text, state text, silence text, number numeric,
              unit text, text text, locator text, quotation text, language text, coded_by text, confirmed_by text)`.execute(
    db,
  )
}
