// One report version as it is shown: who said what when, every question of the questionnaire with what was answered,
// the versions before and after, and what differs between them.
import type { Db } from '../db/store.ts'
import type { Question, Questionnaire } from '../rules/questionnaire-schema.ts'
import { type AnswerChange, differencesOf } from './differences.ts'
import { type NamedReport, readReportName, reportName } from './naming.ts'
import { type Answer, currentVersion, type ReportVersion } from './report.ts'
import { listAnswers, listReportVersions, type StoredAnswer } from './store.ts'

export type VersionListed = { name: string; version: number; receivedOn: string; current: boolean }

/** A question in its place: headings carry their parts, everything else its answer (null: the report is silent). */
export type QuestionShown = {
  id: string
  text: string
  help: string | null
  unit: string | null
  form: string | null
  answer: Answer | null
  parts: QuestionShown[]
}

export type GroupShown = { id: string; title: string; form: string | null; questions: QuestionShown[] }

export type ReportRead = {
  name: string
  version: ReportVersion
  /** All versions of the period, oldest first. */
  versions: VersionListed[]
  groups: GroupShown[]
  /** Answers to questions the questionnaire of today does not ask. */
  otherAnswers: Answer[]
  /** Against the version before; null where there is none. */
  changes: { since: number; changes: AnswerChange[] } | null
}

const samePeriod = (a: NamedReport, b: NamedReport): boolean => a.subject === b.subject

const plainAnswer = ({ datumId: _, reportId: __, actor: ___, ...answer }: StoredAnswer): Answer => answer

const questionShown = (
  asked: Question,
  answers: ReadonlyMap<string, Answer>,
  form: string | null,
): QuestionShown => ({
  id: asked.id,
  text: asked.text,
  help: asked.help ?? null,
  unit: asked.unit ?? null,
  form: asked.form ?? form,
  answer: asked.parts === undefined ? (answers.get(asked.id) ?? null) : null,
  parts: (asked.parts ?? []).map((part) => questionShown(part, answers, asked.form ?? form)),
})

const idsIn = (questions: readonly QuestionShown[]): string[] =>
  questions.flatMap((asked) => [asked.id, ...idsIn(asked.parts)])

/** The questionnaire's groups with a version's answers in their places, and the answers that have none there. */
export const placeAnswers = (
  questionnaire: Pick<Questionnaire, 'groups'> | undefined,
  answers: readonly Answer[],
): { groups: GroupShown[]; otherAnswers: Answer[] } => {
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]))
  const groups = (questionnaire?.groups ?? []).map(({ id, title, form, questions }) => ({
    id,
    title,
    form: form ?? null,
    questions: questions.map((asked) => questionShown(asked, byQuestion, form ?? null)),
  }))
  const placed = new Set(groups.flatMap((group) => idsIn(group.questions)))
  return { groups, otherAnswers: answers.filter((answer) => !placed.has(answer.question)) }
}

const filterOf = (named: NamedReport | { reportId: string }) =>
  'reportId' in named
    ? { reportId: named.reportId }
    : {
        actor: named.actor,
        obligation: named.obligation,
        coversYear: named.coversYear,
        version: named.version,
        ...(named.subject === null ? {} : { subject: named.subject }),
      }

/** One version by its name or its id, without its answers; undefined where none is held. */
export const findVersion = async (db: Db, name: string): Promise<ReportVersion | undefined> => {
  const named = readReportName(name)
  if (named === undefined) return undefined
  const found = await listReportVersions(db, filterOf(named))
  return 'reportId' in named ? found[0] : found.find((one) => samePeriod(one, named))
}

/** One version by its name or its id, undefined where none is held. `questionnaires` are those in force. */
export const findReport = async (
  db: Db,
  name: string,
  questionnaires: readonly Questionnaire[],
): Promise<ReportRead | undefined> => {
  const version = await findVersion(db, name)
  if (version === undefined) return undefined
  const { actor, obligation, coversYear } = version
  const period = (await listReportVersions(db, { actor, obligation, coversYear }))
    .filter((one) => samePeriod(one, version))
    .sort((a, b) => a.version - b.version)
  const answers = await answersOf(db, version)
  const earlier = period.findLast((one) => one.version < version.version)
  const current = currentVersion(period)?.reportId
  return {
    name: reportName(version),
    version,
    versions: period.map((one) => ({
      name: reportName(one),
      version: one.version,
      receivedOn: one.receivedOn,
      current: one.reportId === current,
    })),
    ...placeAnswers(
      questionnaires.find((questionnaire) => questionnaire.id === obligation),
      answers,
    ),
    changes:
      earlier === undefined
        ? null
        : { since: earlier.version, changes: differencesOf(await answersOf(db, earlier), answers) },
  }
}

const answersOf = async (db: Db, { actor, reportId }: ReportVersion): Promise<Answer[]> =>
  (await listAnswers(db, { actor, reportId })).map(plainAnswer)
