// The form of a report in sections: the document first, then the questionnaire's groups in parts that can be taken in at
// once. What was typed into one is merged into the draft without touching the others.
import type { FieldIssue } from '../facts/kind.ts'
import type { Question, Questionnaire } from '../rules/questionnaire-schema.ts'
import { answerFields, type DraftContent, documentFields, type Typed } from './draft.ts'

/** A question as the form shows it: the ones that are answered, each under its heading. */
export type AskedTogether = {
  /** The questionnaire's question: answered itself, or a heading with parts. */
  question: Question
  /** The ids that are answered: its own, or those of its parts. */
  answered: string[]
}

export type Section = {
  id: string
  /** The group's title, verbatim; null for the document. */
  title: string | null
  /** Of a group that is asked in several parts: which one, of how many. */
  part: number
  parts: number
  questions: AskedTogether[]
}

/** More than this at once is a wall. */
const mostAtOnce = 12

const answeredIn = (question: Question): string[] =>
  question.parts === undefined ? [question.id] : question.parts.flatMap(answeredIn)

/** Neighbouring questions together, as many as can be taken in at once; a heading is never parted from its parts. */
const inParts = (questions: readonly Question[]): AskedTogether[][] => {
  const asked = questions.map((question) => ({ question, answered: answeredIn(question) }))
  const total = asked.reduce((sum, one) => sum + one.answered.length, 0)
  // As even as the headings allow.
  const wanted = total / Math.ceil(total / mostAtOnce)
  const parts: AskedTogether[][] = []
  let held = Number.POSITIVE_INFINITY
  for (const one of asked) {
    if (held > 0 && held + one.answered.length / 2 > wanted) {
      parts.push([])
      held = 0
    }
    parts.at(-1)!.push(one)
    held += one.answered.length
  }
  return parts
}

/** The sections of a report's form, in order. */
export const sectionsOf = (questionnaire: Questionnaire): Section[] => [
  { id: 'document', title: null, part: 1, parts: 1, questions: [] },
  ...questionnaire.groups.flatMap((group): Section[] => {
    const parts = inParts(group.questions)
    return parts.map((questions, i) => ({
      id: i === 0 ? group.id : `${group.id}-${i + 1}`,
      title: group.title,
      part: i + 1,
      parts: parts.length,
      questions,
    }))
  }),
]

/** The fields of a section by path: `document.receivedOn`, `answers.<question>.state`. */
export const fieldsIn = (section: Section): string[] =>
  section.id === 'document'
    ? documentFields.map((field) => `document.${field}`)
    : section.questions.flatMap(({ answered }) =>
        answered.flatMap((question) => answerFields.map((field) => `answers.${question}.${field}`)),
      )

/** What is typed in a field, by its path. */
export const typedAt = (content: DraftContent, path: string): string => {
  const [at, second, third] = path.split('.') as [string, string, string | undefined]
  return (at === 'document' ? content.document[second] : content.answers[second]?.[third ?? '']) ?? ''
}

const isBlank = (typed: Typed): boolean => Object.values(typed).every((text) => text.trim() === '')

/**
 * The content with what was typed into one section, by path. A field that was not sent stays as it was; fields of other
 * sections are passed over. `revision` is the draft's after this save, `by` who saves it.
 */
export const mergeSection = (
  content: DraftContent,
  section: Section,
  typed: Typed,
  finished: boolean,
  revision: number,
  by?: string,
): DraftContent => {
  const document: Record<string, string> = { ...content.document }
  const answers: Record<string, Record<string, string>> = {}
  for (const path of fieldsIn(section)) {
    const text = typed[path]
    if (text === undefined) continue
    const [at, second, third] = path.split('.') as [string, string, string | undefined]
    if (at === 'document') document[second] = text
    else {
      answers[second] ??= { ...content.answers[second] }
      answers[second][third!] = text
    }
  }
  const merged = { ...content.answers, ...answers }
  return {
    document,
    answers: Object.fromEntries(Object.entries(merged).filter(([, one]) => !isBlank(one))),
    sections: {
      ...content.sections,
      [section.id]: { revision, finished, ...(by === undefined ? {} : { by }) },
    },
  }
}

/** The fields in which what was typed differs from what is kept. */
export const differingFields = (content: DraftContent, section: Section, typed: Typed): string[] =>
  fieldsIn(section).filter((path) => {
    const text = typed[path]
    return text !== undefined && text.trim() !== typedAt(content, path).trim()
  })

export const sectionStates = ['not started', 'in progress', 'complete', 'has problems'] as const
export type SectionState = (typeof sectionStates)[number]

/** The issues about a section's own fields. */
export const issuesIn = (section: Section, issues: readonly FieldIssue[]): FieldIssue[] => {
  const fields = new Set(fieldsIn(section))
  return issues.filter((issue) => fields.has(issue.field))
}

/** How many of a section's questions are answered, of how many. */
export const countAnswered = (
  content: DraftContent,
  section: Section,
): { answered: number; asked: number } => {
  const ids = section.questions.flatMap((one) => one.answered)
  const answered = ids.filter((id) => (content.answers[id]?.state ?? '') !== '').length
  return { answered, asked: ids.length }
}

/**
 * Where a section stands. Problems count once it has been saved; complete is what its author calls finished: questions
 * left open are a right of whoever answers.
 */
export const stateOfSection = (
  content: DraftContent,
  section: Section,
  issues: readonly FieldIssue[],
): SectionState => {
  const saved = content.sections[section.id]
  if (saved === undefined)
    return fieldsIn(section).some((path) => typedAt(content, path) !== '') ? 'in progress' : 'not started'
  if (issuesIn(section, issues).length > 0) return 'has problems'
  return saved.finished ? 'complete' : 'in progress'
}
