// One fact from a form: checked and recorded by the path every file of facts takes.
import type { Db } from '../db/store.ts'
import { type Issue, Problem } from '../problem.ts'
import { checkFacts, type ImportOptions, importFacts } from './import.ts'
import type { FieldIssue } from './kind.ts'
import { fileOfFact, type TypedFact } from './typed-fact.ts'

/** `[0].source.title` is the form's field `source.title`. */
const fieldAt = (path: string | undefined): string => path?.replace(/^\[0\]\.?/, '') || 'id'

const fieldIssue = ({ path, message, expected, found }: Issue): FieldIssue => ({
  field: fieldAt(path),
  message,
  ...(expected === undefined ? {} : { expected }),
  ...(found === undefined ? {} : { found }),
})

const issuesFrom = async (work: Promise<unknown>): Promise<FieldIssue[]> => {
  try {
    await work
    return []
  } catch (error) {
    if (!(error instanceof Problem) || !['input-rejected', 'input-unreadable'].includes(error.type))
      throw error
    return error.issues.map(fieldIssue)
  }
}

/** Who supersedes or takes away a fact says why: nothing else tells a reader what was wrong. */
const reasonIssues = (typed: TypedFact): FieldIssue[] => {
  const replaces = Boolean(typed.supersedes?.trim() || typed.retracts?.trim())
  return replaces && !typed.note?.trim()
    ? [{ field: 'note', message: 'Nothing says why', expected: 'what was wrong, in a sentence' }]
    : []
}

/** What is wrong with the fact, by field; nothing is stored. */
export const checkFact = async (db: Db, typed: TypedFact, options: ImportOptions): Promise<FieldIssue[]> => [
  ...(await issuesFrom(checkFacts(db, fileOfFact(typed), options))),
  ...reasonIssues(typed),
]

/** What of the fact may be so and may be an oversight, by field; nothing where something is wrong with it, which goes first. */
export const questionsOfFact = async (
  db: Db,
  typed: TypedFact,
  options: ImportOptions,
): Promise<FieldIssue[]> => {
  let asked: FieldIssue[] = []
  const work = checkFacts(db, fileOfFact(typed), options).then(({ questions }) => {
    asked = questions.map(fieldIssue)
  })
  return (await issuesFrom(work)).length > 0 ? [] : asked
}

/**
 * Records the fact, or gives what is wrong with it by field and stores nothing. The same fact sent twice is recorded
 * once.
 */
export const recordFact = async (db: Db, typed: TypedFact, options: ImportOptions): Promise<FieldIssue[]> => {
  const withoutReason = reasonIssues(typed)
  if (withoutReason.length > 0) return checkFact(db, typed, options)
  return issuesFrom(importFacts(db, fileOfFact(typed), options))
}
