// What differs between two versions of a report, question by question: what a reader of a corrected report asks first.
import type { Answer } from './report.ts'

const parts = [
  'state',
  'number',
  'unit',
  'text',
  'page',
  'quotation',
  'language',
  'codedBy',
  'confirmedBy',
] as const
/** The parts of an answer that can change from one version to the next. */
export type AnswerPart = (typeof parts)[number]

export type AnswerChange = {
  question: string
  kind: 'added' | 'changed' | 'removed'
  earlier: Answer | null
  later: Answer | null
  /** Which parts changed; empty for an answer that was added or removed. */
  parts: AnswerPart[]
}

const partOf = (answer: Answer, part: AnswerPart): string | number | null => {
  if (part === 'page' || part === 'quotation' || part === 'language') return answer.evidence[part]
  return answer[part]
}

/** A question answered "not reported" and one without an answer are the same silence. */
const speaking = (answers: readonly Answer[]): Map<string, Answer> =>
  new Map(
    answers.filter((answer) => answer.state !== 'not reported').map((answer) => [answer.question, answer]),
  )

/**
 * The answers added, changed and removed from `earlier` to `later`, by question in the order of the later version,
 * removed ones last. Answers that say the same are left out.
 */
export const differencesOf = (earlier: readonly Answer[], later: readonly Answer[]): AnswerChange[] => {
  const before = speaking(earlier)
  const now = speaking(later)
  const changes: AnswerChange[] = []
  for (const [question, answer] of now) {
    const old = before.get(question)
    if (old === undefined) {
      changes.push({ question, kind: 'added', earlier: null, later: answer, parts: [] })
      continue
    }
    const changed = parts.filter((part) => partOf(old, part) !== partOf(answer, part))
    if (changed.length > 0)
      changes.push({ question, kind: 'changed', earlier: old, later: answer, parts: changed })
  }
  for (const [question, answer] of before)
    if (!now.has(question))
      changes.push({ question, kind: 'removed', earlier: answer, later: null, parts: [] })
  return changes
}
