// Reports into the store: in one transaction, as the next versions, or not at all.
import { type Change, recordEvent } from '../db/events.ts'
import { type Db, inTransaction, uuidv7 } from '../db/store.ts'
import type { InputFile } from '../facts/datum-file.ts'
import { findActorIds } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { pathText } from '../formats/json.ts'
import { looksLikeWorkbook } from '../formats/xlsx-read.ts'
import { type Issue, problem } from '../problem.ts'
import { previewOf, type SubmissionPreview } from './preview.ts'
import type { PlacedReport, Report } from './report.ts'
import { type RawReport, type ReadReports, readReportText } from './report-file.ts'
import { findHeldVersions, findSubjects, insertSubmissions, listAnsweredQuestions } from './store.ts'
import { type Asked, checkReport, type ReadableReport } from './validate.ts'
import { planSubmissions, type Submission, type SubmissionPlan } from './versions.ts'
import { readReportWorkbook } from './workbook-report.ts'

export type SubmitOptions = {
  /** What can be answered, by obligation: see questionnaire.ts. */
  questionnaires: ReadonlyMap<string, Asked>
  /** Mark what is submitted as "entered here, not received" (default). False in an exercise. */
  entered?: boolean
  /** Who submits, for the audit trail. */
  agent?: string
  /** The world's today, where it is not to be read from the store. */
  today?: string
  /** The world submitted into: a template made in another one is refused. */
  world?: 'register' | 'exercise'
  /** The day on which a workbook was received that does not say it itself. */
  receivedOn?: string
}

export type SubmitSummary = {
  /** Versions stored now. */
  submitted: {
    reportId: string
    actor: string
    obligation: string
    coversYear: number
    version: number
    answers: number
  }[]
  /** Reports that were recorded already, with the same content. */
  alreadyRecorded: number
  /** Nothing wrong, but worth knowing: what of a workbook was not taken in. */
  cautions: Issue[]
}

/** The reports of a JSON, CSV or XLSX file. */
const readReportFile = (file: InputFile, options: SubmitOptions): ReadReports & { cautions: Issue[] } =>
  looksLikeWorkbook(file.bytes)
    ? readReportWorkbook(file, options)
    : { ...readReportText(file), cautions: [] }

const textOf = (raw: RawReport, key: string): string | undefined => {
  const value =
    typeof raw.value === 'object' && raw.value !== null
      ? (raw.value as Record<string, unknown>)[key]
      : undefined
  return typeof value === 'string' ? value.trim() : undefined
}

const texts = (raws: readonly RawReport[], key: string): string[] =>
  raws.map((raw) => textOf(raw, key)).filter((text) => text !== undefined)

/** Whether a report that could not be read whole may be a version of the same period. */
const mayBeOfPeriod = (unread: ReadableReport, report: Report): boolean =>
  (['actor', 'obligation', 'coversYear', 'subject'] as const).every(
    (key) => unread[key] === undefined || unread[key] === report[key],
  )

/** Checks reports against the store and plans their versions. Throws `input-rejected` with every issue. */
const check = async (
  db: Db,
  raws: readonly RawReport[],
  formIssues: readonly Issue[],
  name: string,
  options: SubmitOptions,
): Promise<SubmissionPlan> => {
  const context = {
    actors: await findActorIds(db, texts(raws, 'actor')),
    subjects: await findSubjects(db, texts(raws, 'subject')),
    questionnaires: options.questionnaires,
    today: options.today ?? (await todayIn(db)),
  }
  const issues = [...formIssues]
  const reports: PlacedReport[] = []
  const unread: ReadableReport[] = []
  for (const raw of raws) {
    const checked = checkReport(raw, context)
    issues.push(...checked.issues)
    if ('report' in checked) reports.push({ report: checked.report, place: raw.place([]) })
    else unread.push(checked.readable)
  }
  const plan = planSubmissions(
    reports,
    await findHeldVersions(
      db,
      reports.map((one) => one.report),
    ),
    uuidv7,
    (report) => unread.some((one) => mayBeOfPeriod(one, report)),
  )
  issues.push(...plan.issues)
  if (issues.length > 0) {
    const count = issues.length === 1 ? 'one problem' : `${issues.length} problems`
    throw problem('input-rejected', `${name} has ${count}.`, issues)
  }
  return plan
}

const summaryOf = (plan: SubmissionPlan, cautions: Issue[]): SubmitSummary => ({
  submitted: plan.submissions.map(({ reportId, report, version }) => {
    const { actor, obligation, coversYear } = report
    return { reportId, actor, obligation, coversYear, version, answers: report.answers.length }
  }),
  alreadyRecorded: plan.alreadyRecorded.length,
  cautions,
})

/** What a submission touches: the report itself, and each question it or the version before it answers. */
const changesOf = async (db: Db, submissions: readonly Submission[]): Promise<Change[]> => {
  const earlier = submissions.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes]))
  const answeredBefore = new Map<string, string[]>()
  for (const { reportId, question } of await listAnsweredQuestions(db, earlier)) {
    answeredBefore.set(reportId, [...(answeredBefore.get(reportId) ?? []), question])
  }
  return submissions.flatMap(({ report, supersedes }): Change[] => {
    const { actor, obligation, coversYear, receivedOn: heldFrom } = report
    const change = { kind: `${obligation}-report`, actor, heldFrom, obligation, coversYear }
    const before = supersedes === null ? [] : (answeredBefore.get(supersedes) ?? [])
    const questions = new Set([...report.answers.map((answer) => answer.question), ...before])
    return [change, ...[...questions].map((question) => ({ ...change, question }))]
  })
}

const submit = (
  db: Db,
  name: string,
  read: () => ReadReports & { cautions: Issue[] },
  options: SubmitOptions,
): Promise<SubmitSummary> =>
  inTransaction(db, async (trx) => {
    const { reports, issues, cautions } = read()
    const plan = await check(trx, reports, issues, name, options)
    const things = await insertSubmissions(trx, plan.submissions, options.entered ?? true)
    if (plan.submissions.length > 0) {
      await recordEvent(trx, {
        agent: options.agent ?? 'pacta',
        action: 'report-submitted',
        subject: name,
        detail: { submitted: plan.submissions.length, changes: await changesOf(trx, plan.submissions) },
        things,
      })
    }
    return summaryOf(plan, cautions)
  })

/**
 * Submits the reports of a JSON, CSV or XLSX file, each as the next version of its period. All of them or, when anything is
 * wrong, none: then `input-rejected` names every issue by path or by sheet and cell. The same content again is already recorded
 * and changes nothing.
 */
export const importReports = (db: Db, file: InputFile, options: SubmitOptions): Promise<SubmitSummary> =>
  submit(db, file.name, () => readReportFile(file, options), options)

/** Submits one report given as an object of the JSON form. Issues are named by path. */
export const submitReport = (db: Db, report: unknown, options: SubmitOptions): Promise<SubmitSummary> => {
  const raw: RawReport = {
    value: report,
    place: (path) => ({ path: pathText(path) }),
  }
  return submit(db, 'The report', () => ({ reports: [raw], issues: [], cautions: [] }), options)
}

/** What importing the file would do, and what that would change. Throws as `importReports`. */
export const checkReports = async (
  db: Db,
  file: InputFile,
  options: SubmitOptions,
): Promise<SubmitSummary & { previews: SubmissionPreview[] }> => {
  const { reports, issues, cautions } = readReportFile(file, options)
  const plan = await check(db, reports, issues, file.name, options)
  return {
    ...summaryOf(plan, cautions),
    previews: await previewOf(db, plan.submissions, options.questionnaires),
  }
}
