// The answers of one report, taken apart when one of them is first asked for: of most reports only some ever are, and a
// report stays what it was however often facts are put together anew.
import type { AnswerFact } from '../rules/facts.ts'
import type { AnswerLines } from './rows-store.ts'

export type ReportAnswers = (question: string) => AnswerFact | undefined

const held = new WeakMap<AnswerLines, ReportAnswers>()

/** The answers in `lines` by question. Asked twice of the same lines, it is the same. */
export const answersOf = (lines: AnswerLines): ReportAnswers => {
  let answers = held.get(lines)
  if (answers === undefined) {
    answers = takenApart(lines[1])
    held.set(lines, answers)
  }
  return answers
}

const takenApart = (lines: string): ReportAnswers => {
  let byQuestion: Map<string, AnswerFact | string> | undefined
  return (question) => {
    byQuestion ??= new Map(
      lines.split('\n').map((line) => {
        const end = line.indexOf('|')
        return [line.slice(0, end), line.slice(end + 1)]
      }),
    )
    const found = byQuestion.get(question)
    if (typeof found !== 'string') return found
    const answer = answerIn(found)
    byQuestion.set(question, answer)
    return answer
  }
}

const answerIn = (rest: string): AnswerFact => {
  const [id = '', state = '', number = '', silence = ''] = rest.split('|')
  return {
    id,
    state,
    silence: silence === '' ? null : silence,
    number: number === '' ? null : Number(number),
  }
}
