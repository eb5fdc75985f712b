// What can be answered, by obligation: from the questionnaires of the instruments.
import { answerableQuestions, type Question, type Questionnaire } from '../rules/questionnaire-schema.ts'
import type { Asked } from './validate.ts'

const partsOf = (question: Question): [string, string[]][] =>
  question.parts === undefined
    ? []
    : [[question.id, question.parts.map((part) => part.id)], ...question.parts.flatMap(partsOf)]

/** Whether a questionnaire places its questions in forms, so that the report may have been made on them. */
export const hasForms = (questionnaire: Questionnaire): boolean =>
  answerableQuestions(questionnaire).some(({ form }) => form !== undefined)

/** The questions and headings of one questionnaire, for checking answers. */
export const askedIn = (questionnaire: Questionnaire): Asked => ({
  questions: new Map(answerableQuestions(questionnaire).map((question) => [question.id, question])),
  headings: new Map(questionnaire.groups.flatMap((group) => group.questions.flatMap(partsOf))),
})

/** What can be answered, by obligation: a questionnaire's id is its obligation. */
export const askedBy = (questionnaires: readonly Questionnaire[]): Map<string, Asked> =>
  new Map(questionnaires.map((questionnaire) => [questionnaire.id, askedIn(questionnaire)]))
