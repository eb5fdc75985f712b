// A report that its actor writes here itself. It is received by being submitted, it is its own document, and nobody codes
// it: what a coder is asked of a report that came on paper is not asked of whoever writes it.
import { isKeeper } from '../accounts/person.ts'
import type { DraftContent, ReportDraft, Typed } from './draft.ts'

/** Whether its actor writes it itself; false for what is coded for a treaty, and for what is entered at the desk. */
export const isOwnReport = ({ owner }: Pick<ReportDraft, 'owner'>): boolean =>
  owner !== null && !isKeeper(owner)

const ofPaper = {
  document: ['receivedOn', 'pages', 'sourceTitle', 'sourceAddress', 'sourcePublisher', 'sourceDate'],
  answers: ['page', 'quotation', 'language', 'codedBy', 'confirmedBy'],
}

/** Whether a field is asked of such a draft, by its path: `document.title`, `answers.<question>.state`. */
export const isAskedOf = (draft: Pick<ReportDraft, 'owner'>, path: string): boolean => {
  if (!isOwnReport(draft)) return true
  const [at, ...rest] = path.split('.')
  return at === 'document'
    ? !ofPaper.document.includes(rest[0] ?? '')
    : !ofPaper.answers.includes(rest[1] ?? '')
}

/** What was typed into fields that are asked of such a draft. */
export const askedTyped = (draft: Pick<ReportDraft, 'owner'>, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([path]) => isAskedOf(draft, path)))

/** Answers as they would be typed, without what is not asked of such a draft. */
export const askedAnswers = (
  draft: Pick<ReportDraft, 'owner'>,
  answers: Readonly<Record<string, Typed>>,
): Record<string, Typed> =>
  Object.fromEntries(
    Object.entries(answers).map(([question, typed]) => [
      question,
      Object.fromEntries(
        Object.entries(typed).filter(([field]) => isAskedOf(draft, `answers.${question}.${field}`)),
      ),
    ]),
  )

/** A content to begin with, without what is not asked of such a draft. */
export const askedContent = (draft: Pick<ReportDraft, 'owner'>, content: DraftContent): DraftContent => ({
  ...content,
  document: Object.fromEntries(
    Object.entries(content.document).filter(([field]) => isAskedOf(draft, `document.${field}`)),
  ),
  answers: askedAnswers(draft, content.answers),
})

type Said = Record<string, unknown> & { answers: Record<string, unknown>[] }

/**
 * What a draft says, submitted on a day: an actor's own report is received by the keeper of this register on that day, and
 * nobody coded it. What is coded or entered at the desk says itself when it was received.
 */
export const asSubmitted = (draft: Pick<ReportDraft, 'owner'>, report: Said, today: string): Said => {
  if (!isOwnReport(draft)) return report
  const answers = report.answers.map(({ codedBy, confirmedBy, ...answer }) => answer)
  return { ...report, receivedOn: today, answers }
}
