// The form of questionnaires: types, the reader that refuses what is not of that form, and the questions that are answered.
import { z } from 'zod'
import type { Issue } from '../problem.ts'
import { type Path, placeOf, readYaml, rejected } from './read-yaml.ts'
import { name, slug, words } from './rule-forms.ts'

/**
 * One thing asked. `state` is answered by a state, `number` by a number with it; a `compound` is answered by all of
 * its parts, a `choice-list` by those that apply: both are headings, and their parts are what is answered.
 */
export type Question = {
  id: string
  text: string
  help?: string
  type: 'state' | 'number' | 'compound' | 'choice-list'
  /** Of the number given with the answer. */
  unit?: string
  /** The form of the report that holds it (A to J under Article 7); without its own, that of its heading or group. */
  form?: string
  /** The indicators whose rules read it; a part without its own has those of its heading. */
  feeds?: string[]
  parts?: Question[]
}
export type QuestionGroup = { id: string; title: string; form?: string; questions: Question[] }
export type Questionnaire = {
  id: string
  title: string
  /** The treaty the reports are made under; '' where there is none. */
  treaty: string
  article?: string
  /**
   * Who answers it: whom it is about (default), or those who keep the treaty's reports, such as a committee about a request
   * of a State.
   */
  answeredBy?: 'actor' | 'keeper'
  groups: QuestionGroup[]
}
export type AnswerableQuestion = Question & { group: string; parent: string | null; feeds: string[] }

const formName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} .-]{0,19}$/u, 'expected the short name of a form, such as A')
const question: z.ZodType<Question> = z.lazy(() =>
  z
    .strictObject({
      id: slug,
      text: words,
      help: words.optional(),
      type: z.enum(['state', 'number', 'compound', 'choice-list']),
      unit: name.optional(),
      form: formName.optional(),
      feeds: z.array(name).min(1).optional(),
      parts: z.array(question).min(2).optional(),
    })
    .refine(
      (given) => (given.type === 'compound' || given.type === 'choice-list') === (given.parts !== undefined),
      'a compound or choice-list has parts; a state or number has none',
    ),
)
const questionnaireForm: z.ZodType<Questionnaire, unknown> = z
  .strictObject({
    id: slug,
    title: words,
    treaty: slug.default(''),
    article: name.optional(),
    answeredBy: z.enum(['actor', 'keeper']).optional(),
    groups: z
      .array(
        z.strictObject({
          id: slug,
          title: words,
          form: formName.optional(),
          questions: z.array(question).min(1),
        }),
      )
      .min(1),
  })
  .refine((given) => given.answeredBy !== 'keeper' || given.treaty !== '', {
    path: ['answeredBy'],
    error: 'a questionnaire that is answered by the keeper of a treaty names the treaty',
  })

/**
 * A questionnaire in which no question stands twice. Throws Problem `input-unreadable`, or `input-rejected` with file, line
 * and path of every mistake.
 */
export const readQuestionnaire = (path: string): Questionnaire => {
  const questionnaire = readYaml(path, questionnaireForm)
  const seen = new Set<string>()
  const repeated = (asked: Question, at: Path): Issue[] => {
    const again = seen.has(asked.id)
    seen.add(asked.id)
    return [
      ...(again
        ? [{ ...placeOf(questionnaire, [...at, 'id']), message: `the question "${asked.id}" stands twice` }]
        : []),
      ...(asked.parts ?? []).flatMap((part, index) => repeated(part, [...at, 'parts', index])),
    ]
  }
  const issues = questionnaire.groups.flatMap((group, g) =>
    group.questions.flatMap((asked, q) => repeated(asked, ['groups', g, 'questions', q])),
  )
  if (issues.length > 0) throw rejected(path, issues)
  return questionnaire
}

/** The questions that are answered, in order: headings left out, parts with the `feeds` and `form` of their heading. */
export const answerableQuestions = (questionnaire: Questionnaire): AnswerableQuestion[] => {
  const within = (asked: Question, group: string, heading?: Question): AnswerableQuestion[] => {
    const form = asked.form ?? heading?.form
    const full = {
      ...asked,
      ...(form === undefined ? {} : { form }),
      feeds: asked.feeds ?? heading?.feeds ?? [],
    }
    if (asked.parts === undefined) return [{ ...full, group, parent: heading?.id ?? null }]
    return asked.parts.flatMap((part) => within(part, group, full))
  }
  return questionnaire.groups.flatMap(({ id, form, questions }) =>
    questions.flatMap((asked) => within({ ...(form === undefined ? {} : { form }), ...asked }, id)),
  )
}
