// What a submission would be, before it is one: what differs from the version in force, and what is left open.
import type { Db } from '../db/store.ts'
import { type AnswerChange, differencesOf } from './differences.ts'
import { currentVersion } from './report.ts'
import { listAnswers, listReportVersions } from './store.ts'
import type { Asked } from './validate.ts'
import type { Submission } from './versions.ts'

export type SubmissionPreview = {
  actor: string
  obligation: string
  coversYear: number
  version: number
  /** The version in force now, against which the changes are; null: none is held. */
  since: { version: number; receivedOn: string } | null
  changes: AnswerChange[]
  /** Questions without an answer, in the order asked: they are "not reported". */
  leftOpen: string[]
}

/** What each submission would change. Reads only. */
export const previewOf = (
  db: Db,
  submissions: readonly Submission[],
  questionnaires: ReadonlyMap<string, Asked>,
): Promise<SubmissionPreview[]> =>
  Promise.all(
    submissions.map(async ({ report, version }): Promise<SubmissionPreview> => {
      const { actor, obligation, coversYear, subject } = report
      const versions = (await listReportVersions(db, { actor, obligation, coversYear })).filter(
        (held) => held.subject === subject,
      )
      const current = currentVersion(versions)
      const earlier = current === undefined ? [] : await listAnswers(db, { reportId: current.reportId })
      const speaking = new Set(
        report.answers.filter((answer) => answer.state !== 'not reported').map((answer) => answer.question),
      )
      return {
        actor,
        obligation,
        coversYear,
        version,
        since: current === undefined ? null : { version: current.version, receivedOn: current.receivedOn },
        changes: differencesOf(earlier, report.answers),
        leftOpen: [...(questionnaires.get(obligation)?.questions.keys() ?? [])].filter(
          (id) => !speaking.has(id),
        ),
      }
    }),
  )
