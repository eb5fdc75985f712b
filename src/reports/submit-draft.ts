// A draft becomes the next version of its report: checked as every report is, submitted once.
import { insertPublication, type PublishedAs } from '../accounts/approval-store.ts'
import { findStanding } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import type { FieldIssue } from '../facts/kind.ts'
import { todayIn } from '../facts/today.ts'
import { problem } from '../problem.ts'
import { checkDraft } from './check-draft.ts'
import { digestOfDraft, ownersOfDraft, type ReportDraft, reportDraftThing, reportOfDraft } from './draft.ts'
import type { Section } from './draft-sections.ts'
import { lockDraft, markSubmitted } from './draft-store.ts'
import { asSubmitted } from './own-report.ts'
import { type SubmitOptions, submitReport } from './submit.ts'

export type SubmittedDraft =
  /** `again`: it had been submitted before, and nothing was stored now. */
  | { outcome: 'submitted'; draft: ReportDraft; reportId: string; again: boolean }
  /** Someone saved a section since it was checked. */
  | { outcome: 'changed meanwhile'; draft: ReportDraft }
  | { outcome: 'rejected'; draft: ReportDraft; issues: FieldIssue[] }
  /** Not every one of its owners has approved it as it stands. */
  | { outcome: 'not approved'; draft: ReportDraft }
  /** It says word for word what a version held says. */
  | { outcome: 'same as held'; draft: ReportDraft }

/** In whose right a draft is submitted, where that is not the desk. It has to be approved. */
export type SubmittedInRight = {
  publishedAs: PublishedAs
  /** Of a report that is coded for a treaty: its form's sections, by which each answer has its coder. */
  codedSections?: readonly Section[]
}

/** The report with who coded each answer, and who confirmed them: whoever approved it for the keeper, not who submits it. */
const coded = (
  draft: ReportDraft,
  sections: readonly Section[],
  confirmedBy: string | null,
): ReturnType<typeof reportOfDraft> => {
  const coderOf = new Map(
    sections.flatMap((section) =>
      section.questions.flatMap(({ answered }) =>
        answered.map((id) => [id, draft.content.sections[section.id]?.by ?? draft.startedBy] as const),
      ),
    ),
  )
  const report = reportOfDraft(draft)
  return {
    ...report,
    answers: report.answers.map((answer) => ({
      ...answer,
      codedBy: coderOf.get(String(answer.question)) ?? draft.startedBy,
      confirmedBy,
    })),
  }
}

/**
 * Submits the draft as it was at `revision`, in one transaction: the check of every report, the next version, the event.
 * A draft submitted twice gives the first result. Throws `not-found` where there is no such draft.
 */
export const submitDraft = (
  db: Db,
  draftId: string,
  revision: number,
  options: SubmitOptions & { inRight?: SubmittedInRight },
): Promise<SubmittedDraft> =>
  inTransaction(db, async (trx): Promise<SubmittedDraft> => {
    const draft = await lockDraft(trx, draftId)
    if (draft === undefined) throw problem('not-found', 'There is no such draft.')
    const { submittedReport } = draft
    if (submittedReport !== null)
      return { outcome: 'submitted', draft, reportId: submittedReport, again: true }
    if (draft.revision !== revision) return { outcome: 'changed meanwhile', draft }
    const { inRight } = options
    const owners = ownersOfDraft(draft)
    const thing = reportDraftThing(draftId)
    const standing = await findStanding(trx, { thing, owners, sha256: digestOfDraft(draft) })
    if (inRight !== undefined && standing.state !== 'approved') return { outcome: 'not approved', draft }
    const today = options.today ?? (await todayIn(trx))
    const issues = await checkDraft(trx, draft, { ...options, today })
    if (issues.length > 0) return { outcome: 'rejected', draft, issues }
    const confirmedBy = standing.owners.find(({ approved }) => approved !== null)?.approved?.agent ?? null
    const report =
      inRight?.codedSections === undefined
        ? asSubmitted(draft, reportOfDraft(draft), today)
        : coded(draft, inRight.codedSections, confirmedBy)
    const { submitted } = await submitReport(trx, report, { ...options, today })
    const version = submitted[0]
    if (version === undefined) return { outcome: 'same as held', draft }
    await markSubmitted(trx, draft, version.reportId)
    if (inRight !== undefined) {
      const agent = options.agent ?? 'pacta'
      const { publishedAs } = inRight
      const became = `report:${version.reportId}`
      await insertPublication(trx, { thing: became, agent, publishedAs, owners })
      await recordEvent(trx, {
        agent,
        action: 'published',
        subject: became,
        detail: { draft: thing, owners, publishedAs, changes: [] },
        things: [{ thing: became, before: { publishedFrom: thing }, after: { publishedAs, owners } }],
      })
    }
    await recordEvent(trx, {
      agent: options.agent ?? 'pacta',
      action: 'draft-submitted',
      subject: draftId,
      detail: { changes: [] },
      things: [
        {
          thing: thingKey.reportDraft(draftId),
          before: { revision: draft.revision },
          after: { revision: draft.revision, submitted: thingKey.report(version.reportId) },
        },
      ],
    })
    return {
      outcome: 'submitted',
      draft: { ...draft, submittedReport: version.reportId },
      reportId: version.reportId,
      again: false,
    }
  })
