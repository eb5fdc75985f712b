// What is wrong with a draft, named by the fields of its form. The checks are those of every report (validate.ts).
import type { Db } from '../db/store.ts'
import type { FieldIssue } from '../facts/kind.ts'
import { findActorIds } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { isPersonsAgent, type ReportDraft, reportOfDraft } from './draft.ts'
import { asSubmitted } from './own-report.ts'
import type { ReportPath } from './report-file.ts'
import { findSubjects } from './store.ts'
import { checkReport, type ReportContext } from './validate.ts'

const inSource: Record<string, string> = {
  title: 'sourceTitle',
  address: 'sourceAddress',
  publisher: 'sourcePublisher',
  date: 'sourceDate',
}

/** The form's field behind a path of the report; the path's own first word where the form does not ask it. */
export const fieldAt = (answers: readonly Record<string, unknown>[], path: ReportPath): string => {
  const [first, second, third, fourth] = path
  if (first === 'answers') {
    const field = third === 'evidence' ? (fourth ?? 'quotation') : third
    const asked = field === undefined || field === 'question' || field === 'silence' ? 'state' : field
    // The unit is the question's own, so what is wrong with it is wrong with the number.
    return `answers.${answers[Number(second)]?.question}.${asked === 'unit' ? 'number' : asked}`
  }
  if (first === 'source') return `document.${inSource[String(second ?? 'title')]}`
  if (first === 'document') return `document.${second ?? 'title'}`
  return first === 'receivedOn' || first === 'language' ? `document.${first}` : String(first ?? 'report')
}

/** The issues of a draft by field: `document.receivedOn`, `answers.<question>.number`, or `actor` and the like. */
export const issuesOfDraft = (draft: ReportDraft, context: ReportContext): FieldIssue[] => {
  const value = asSubmitted(draft, reportOfDraft(draft), context.today)
  const { issues } = checkReport(
    { value, place: (path) => ({ path: fieldAt(value.answers, path) }) },
    context,
  )
  return [
    ...issues.map(({ path, message, expected, found }) => ({
      field: path ?? 'report',
      message,
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found }),
    })),
    ...typedAsSignedIn(value.answers),
  ]
}

/** Who coded and confirmed is typed as a name; "person:" stands for people who have signed in, and is written by us alone. */
const typedAsSignedIn = (answers: readonly Record<string, unknown>[]): FieldIssue[] =>
  answers.flatMap((answer) =>
    (['codedBy', 'confirmedBy'] as const)
      .filter((field) => isPersonsAgent(answer[field]))
      .map((field) => ({
        field: `answers.${answer.question}.${field}`,
        message: 'Not a name as a report gives it',
        expected: 'a name that does not begin with "person:"',
        found: String(answer[field]),
      })),
  )

export type DraftCheckOptions = {
  questionnaires: ReportContext['questionnaires']
  /** The world's today, where it is not to be read from the store. */
  today?: string
}

/** The issues of a draft, checked against the actors and records held. */
export const checkDraft = async (
  db: Db,
  draft: ReportDraft,
  options: DraftCheckOptions,
): Promise<FieldIssue[]> =>
  issuesOfDraft(draft, {
    actors: await findActorIds(db, [draft.actor]),
    subjects: await findSubjects(db, draft.subject === null ? [] : [draft.subject]),
    questionnaires: options.questionnaires,
    today: options.today ?? (await todayIn(db)),
  })
