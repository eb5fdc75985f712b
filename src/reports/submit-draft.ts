// A draft becomes the next version of its report: checked as every report is, submitted once.
import { type Db, inTransaction } from '../db/store.ts'
import type { FieldIssue } from '../facts/kind.ts'
import { problem } from '../problem.ts'
import { checkDraft } from './check-draft.ts'
import { type ReportDraft, reportOfDraft } from './draft.ts'
import { lockDraft, markSubmitted } from './draft-store.ts'
import { type SubmitOptions, submitReport } from './submit.ts'

export type SubmittedDraft =
  /** `again`: it had been submitted before, and nothing was stored now. */
  | { outcome: 'submitted'; draft: ReportDraft; reportId: string; again: boolean }
  /** Someone saved a section since it was checked. */
  | { outcome: 'changed meanwhile'; draft: ReportDraft }
  | { outcome: 'rejected'; draft: ReportDraft; issues: FieldIssue[] }
  /** It says word for word what a version held says. */
  | { outcome: 'same as held'; draft: ReportDraft }

/**
 * Submits the draft as it was at `revision`, in one transaction: the check of every report, the next version, the event.
 * A draft submitted twice gives the first result. Throws `not-found` where there is no such draft.
 */
export const submitDraft = (
  db: Db,
  draftId: string,
  revision: number,
  options: SubmitOptions,
): Promise<SubmittedDraft> =>
  inTransaction(db, async (trx): Promise<SubmittedDraft> => {
    const draft = await lockDraft(trx, draftId)
    if (draft === undefined) throw problem('not-found', 'There is no such draft.')
    const { submittedReport } = draft
    if (submittedReport !== null)
      return { outcome: 'submitted', draft, reportId: submittedReport, again: true }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    const issues = await checkDraft(trx, draft, options)
    if (issues.length > 0) return { outcome: 'rejected', draft, issues }
    const { submitted } = await submitReport(trx, reportOfDraft(draft), options)
    const version = submitted[0]
    if (version === undefined) return { outcome: 'same as held', draft }
    await markSubmitted(trx, draft, version.reportId)
    return {
      outcome: 'submitted',
      draft: { ...draft, submittedReport: version.reportId },
      reportId: version.reportId,
      again: false,
    }
  })
