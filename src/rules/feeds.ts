// Which question feeds which indicator: said in the questionnaire, and read off the rules.
import type { Issue } from '../problem.ts'
import { answerableQuestions, type Questionnaire } from './questionnaire-schema.ts'
import { rejected } from './read-yaml.ts'
import type { RuleFile } from './rule-schema.ts'

/** Every `{answer, by?}` in a rule or a reading of it. */
const answersIn = (value: unknown): { answer: string; by: string | undefined }[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('answer' in value && typeof value.answer === 'string')
    return [{ answer: value.answer, by: 'by' in value ? String(value.by) : undefined }]
  return Object.values(value).flatMap(answersIn)
}

/** The indicators whose rules, under any reading, read each question of `questionnaire`. */
export const readersOf = (
  file: RuleFile,
  questionnaire: Questionnaire,
  obligation: string,
): Map<string, Set<string>> => {
  const readers = new Map(answerableQuestions(questionnaire).map(({ id }) => [id, new Set<string>()]))
  for (const [indicator, rule] of Object.entries(file.rules))
    for (const { answer, by } of answersIn([rule.condition, rule.readings]))
      if ((by ?? obligation) === questionnaire.id) readers.get(answer)?.add(indicator)
  return readers
}

/**
 * Every question feeds exactly the indicators whose rules read it. Throws Problem `input-rejected` with the
 * questions of which that is not so.
 */
export const checkFeeds = (
  file: RuleFile,
  questionnaires: readonly Questionnaire[],
  obligation: string,
): void => {
  const issues = questionnaires.flatMap((questionnaire): Issue[] => {
    const readers = readersOf(file, questionnaire, obligation)
    return answerableQuestions(questionnaire).flatMap(({ id, feeds }): Issue[] => {
      const expected = [...readers.get(id)!].sort().join(', ')
      const found = [...feeds].sort().join(', ')
      return expected === found
        ? []
        : [
            {
              path: `${questionnaire.id}.${id}`,
              message: 'feeds other indicators than the rules say',
              found,
              expected: expected || 'none',
            },
          ]
    })
  })
  if (issues.length > 0) throw rejected(`The questionnaire of ${file.plan}`, issues)
}
