// The form of rules, cohorts, kinds of datum and questionnaires: types, and the readers that refuse what is not
// of that form. docs/reference/rules.md says what each part means; rule-check.ts checks files against each other.
import { z } from 'zod'
import type { Issue } from '../problem.ts'
import { type Path, placeOf, readYaml, rejected, sameOrigin } from './read-yaml.ts'

export type Scalar = string | number | boolean
/** A literal, `$name`, or a date moved by an ISO 8601 duration; inside, a date field of the record may be named. */
export type Value = Scalar | { plus: [Value, string] } | { minus: [Value, string] }
export type FieldTest =
  | Value
  | Scalar[]
  | { lt?: Value; lte?: Value; gt?: Value; gte?: Value; in?: string | Scalar[]; not?: Value; known?: boolean }
/** Tests of a datum's fields, all of which must hold. */
export type Where = { [field: string]: FieldTest }

export type Limit = { gte?: number | Total; gt?: number | Total; lte?: number | Total; lt?: number | Total }
export type Total = { sum: string; where?: Where }

export type AnswerState = 'yes' | 'partly' | 'no' | 'not reported' | 'not applicable'
export type Condition =
  | true
  | {
      answer: string
      is?: AnswerState | AnswerState[]
      gte?: number
      gt?: number
      lte?: number
      lt?: number
      standing?: boolean
      by?: string
    }
  | { some: string; where?: Where; holds?: Condition }
  | { every: string; where?: Where; holds: Condition }
  | ({ sum: string; where?: Where } & Limit)
  | ({ count: string; where?: Where } & Limit)
  | ({ distinct: string } & Limit)
  | { cohort: string }
  | { party: string }
  | { actorKind: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | Where

export type Population =
  | { cohort: string; at?: Value }
  | { actorsOf: string; where?: Where; among?: string; at?: Value }
  | { records: string; where?: Where; among?: string; at?: Value }
  | { actor: string }

export type Measure = 'share' | 'count' | { sum: string | string[] } | { share: string }
export type Pending = { until: Value | { duty: string; field: string }; counts: 'in' | 'out' }
/** What a national indicator aims at; `across` is a test over all records counted in the period. */
export type Target = {
  gte?: number
  lte?: number
  per?: 'year' | 'once'
  across?: { distinct: string; gte: number }
}
export type LetValue = Value | { idsOf: string; where?: Where }

/** Another reading the text allows: its words, and the changed places of the rule as dotted paths. */
export type Reading = { words: string; changes: Record<string, unknown> }

/** A rule as evaluated: defaults filled in, shared readings joined. `pending: 'none'`: nothing is ever pending. */
export type Rule = {
  population: Population
  condition: Condition
  measure: Measure
  /** The numerator in words. */
  words: string
  /** What the text leaves open. */
  note?: string
  pending: Pending | 'none'
  notApplicable?: 'leaves' | 'stays'
  target?: Target
  readings: Record<string, Reading>
}
export type RuleFile = { plan: string; let: Record<string, LetValue>; rules: Record<string, Rule> }

export type Cohort = { code?: string; title: string; words: string; rule: Condition; needs?: string[] }
export type CohortFile = Record<string, Cohort>

export type FieldType = 'text' | 'integer' | 'number' | 'date' | 'boolean' | 'list'
export type Field = {
  type: FieldType
  required?: boolean
  /** A date on which something happened: evaluated as of an earlier day, it has not happened yet. */
  occurs?: boolean
  oneOf?: string[]
  unit?: string
  /** The number may come with a comparator ("more than"). */
  comparator?: boolean
  of?: FieldType
}
export type Kind = { title: string; time: 'event' | 'state'; fields: Record<string, Field> }
export type KindFile = Record<string, Kind>

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
  /** The form of the Article 7 report (A to J) that holds it. */
  form?: string
  /** The indicators whose rules read it; a part without its own has those of its heading. */
  feeds?: string[]
  parts?: Question[]
}
export type QuestionGroup = { id: string; title: string; questions: Question[] }
export type Questionnaire = {
  id: string
  title: string
  treaty: string
  article?: string
  groups: QuestionGroup[]
}
export type AnswerableQuestion = Question & { group: string; parent: string | null; feeds: string[] }

// ---- forms

/** Chooses the form by what stands there, so that a mistake is named where it is and not as "no alternative fits". */
const chosen = <T>(choose: (value: unknown) => z.ZodType | string): z.ZodType<T> =>
  z.any().superRefine((value, context) => {
    const form = choose(value)
    if (typeof form === 'string') {
      context.addIssue({ code: 'custom', message: form })
      return
    }
    const result = form.safeParse(value)
    if (!result.success)
      for (const issue of result.error.issues) context.addIssue({ ...issue, input: value } as never)
  }) as unknown as z.ZodType<T>

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const name = z.string().min(1)
const words = z.string().trim().min(1)
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a name in lower case, words joined by "-"')
const scalar = z.union([z.string(), z.number(), z.boolean()])
const duration = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+D)?$/, 'expected a duration in years, months and days, such as P6M')
const moved = z.tuple([z.lazy(() => value), duration])
const value: z.ZodType<Value> = chosen((given) => {
  if (!isRecord(given)) return scalar
  return 'plus' in given ? z.strictObject({ plus: moved }) : z.strictObject({ minus: moved })
})
const fieldTest: z.ZodType<FieldTest> = chosen((given) => {
  if (Array.isArray(given)) return z.array(scalar).min(1)
  if (!isRecord(given) || 'plus' in given || 'minus' in given) return value
  if (Object.keys(given).length === 0) return 'expected a test, such as {lte: $asOf}'
  return z.strictObject({
    lt: value.optional(),
    lte: value.optional(),
    gt: value.optional(),
    gte: value.optional(),
    in: z
      .union([z.string().startsWith('$'), z.array(scalar).min(1)], 'expected a $name or a list')
      .optional(),
    not: value.optional(),
    known: z.boolean().optional(),
  })
})
const where: z.ZodType<Where> = z.record(name, fieldTest)
const kindField = z.string().regex(/^[a-z0-9-]+\.\w+$/, 'expected KIND.field')
const total: z.ZodType<Total> = z.strictObject({ sum: kindField, where: where.optional() })
const limitValue: z.ZodType<number | Total> = chosen((given) => (isRecord(given) ? total : z.number()))
const operators = ['gte', 'gt', 'lte', 'lt'] as const
const limits = {
  gte: limitValue.optional(),
  gt: limitValue.optional(),
  lte: limitValue.optional(),
  lt: limitValue.optional(),
}
const oneLimit = (given: object) => operators.filter((operator) => operator in given).length === 1
const limitMessage = 'expected exactly one of gte, gt, lte, lt'
const answerState = z.enum(['yes', 'partly', 'no', 'not reported', 'not applicable'])
const number = z.number().optional()
const parts = z.array(z.lazy(() => condition)).min(1)

const conditionForms: Record<string, z.ZodType> = {
  answer: z
    .strictObject({
      answer: slug,
      is: z
        .union(
          [answerState, z.array(answerState).min(1)],
          `expected ${answerState.options.join(', ')}, or a list of them`,
        )
        .optional(),
      gte: number,
      gt: number,
      lte: number,
      lt: number,
      standing: z.boolean().optional(),
      by: slug.optional(),
    })
    .refine(
      (given) => ['is', ...operators].filter((operator) => operator in given).length === 1,
      'expected exactly one of is, gte, gt, lte, lt',
    ),
  some: z.strictObject({ some: slug, where: where.optional(), holds: z.lazy(() => condition).optional() }),
  every: z.strictObject({ every: slug, where: where.optional(), holds: z.lazy(() => condition) }),
  sum: z.strictObject({ sum: kindField, where: where.optional(), ...limits }).refine(oneLimit, limitMessage),
  count: z.strictObject({ count: slug, where: where.optional(), ...limits }).refine(oneLimit, limitMessage),
  distinct: z.strictObject({ distinct: name, ...limits }).refine(oneLimit, limitMessage),
  cohort: z.strictObject({ cohort: slug }),
  party: z.strictObject({ party: slug }),
  actorKind: z.strictObject({ actorKind: slug }),
  all: z.strictObject({ all: parts }),
  any: z.strictObject({ any: parts }),
  not: z.strictObject({ not: z.lazy(() => condition) }),
}
const condition: z.ZodType<Condition> = chosen((given) => {
  if (given === true) return z.literal(true)
  if (!isRecord(given) || Object.keys(given).length === 0)
    return 'expected a condition: true, or one of the forms in docs/reference/rules.md'
  const form = Object.keys(conditionForms).find((key) => key in given)
  return form === undefined ? where : conditionForms[form]!
})

const drawnFrom = { where: where.optional(), among: slug.optional(), at: value.optional() }
const population: z.ZodType<Population> = chosen((given) => {
  if (!isRecord(given)) return 'expected a population: cohort, actorsOf, records or actor'
  if ('cohort' in given) return z.strictObject({ cohort: slug, at: value.optional() })
  if ('actorsOf' in given) return z.strictObject({ actorsOf: slug, ...drawnFrom })
  if ('records' in given) return z.strictObject({ records: slug, ...drawnFrom })
  return z.strictObject({ actor: name })
})
const measure: z.ZodType<Measure> = chosen((given) => {
  if (!isRecord(given)) return z.enum(['share', 'count'])
  if ('sum' in given)
    return z.strictObject({ sum: z.union([name, z.array(name).min(2)], 'expected a field or several') })
  return z.strictObject({ share: name })
})
const pending: z.ZodType<Pending | 'none'> = chosen((given) => {
  if (!isRecord(given)) return z.literal('none', 'expected {until, counts}, or none')
  const until: z.ZodType = chosen((day) =>
    isRecord(day) && 'duty' in day ? z.strictObject({ duty: slug, field: name }) : value,
  )
  return z.strictObject({ until, counts: z.enum(['in', 'out']) })
})
const target: z.ZodType<Target> = z
  .strictObject({
    gte: number,
    lte: number,
    per: z.enum(['year', 'once']).optional(),
    across: z.strictObject({ distinct: name, gte: z.number() }).optional(),
  })
  .refine((given) => 'gte' in given || 'lte' in given, 'expected gte or lte')
const letValue: z.ZodType<LetValue> = chosen((given) =>
  isRecord(given) && 'idsOf' in given ? z.strictObject({ idsOf: slug, where: where.optional() }) : value,
)
const readings = z.record(slug, z.looseObject({ words }))

const evaluated = {
  population,
  condition,
  measure,
  words,
  note: words.optional(),
  notApplicable: z.enum(['leaves', 'stays']).optional(),
  target: target.optional(),
}
/** A rule without its readings: what a reading's changes must leave behind. */
export const ruleForm = z.strictObject({ ...evaluated, pending })

const ruleFileForm = z.strictObject({
  plan: slug,
  defaults: z.strictObject({ pending: pending.optional() }).optional(),
  let: z.record(z.string().regex(/^[a-z]\w*$/, 'expected a name'), letValue).optional(),
  readingSets: z.record(slug, readings).optional(),
  rules: z.record(
    name,
    z.strictObject({
      ...evaluated,
      pending: pending.optional(),
      readings: readings.optional(),
      readingsFrom: z.array(slug).min(1).optional(),
    }),
  ),
})

const cohortFileForm: z.ZodType<CohortFile> = z.record(
  slug,
  z.strictObject({
    code: name.optional(),
    title: words,
    words,
    rule: condition,
    needs: z.array(name).optional(),
  }),
)

const fieldType = z.enum(['text', 'integer', 'number', 'date', 'boolean', 'list'])
const kindFileForm: z.ZodType<KindFile> = z.record(
  slug,
  z.strictObject({
    title: words,
    time: z.enum(['event', 'state']),
    fields: z.record(
      z.string().regex(/^[a-z]\w*$/, 'expected a field name'),
      z.strictObject({
        type: fieldType,
        required: z.boolean().optional(),
        occurs: z.boolean().optional(),
        oneOf: z.array(name).min(1).optional(),
        unit: name.optional(),
        comparator: z.boolean().optional(),
        of: fieldType.optional(),
      }),
    ),
  }),
)

const question: z.ZodType<Question> = z.lazy(() =>
  z
    .strictObject({
      id: slug,
      text: words,
      help: words.optional(),
      type: z.enum(['state', 'number', 'compound', 'choice-list']),
      unit: name.optional(),
      form: z
        .string()
        .regex(/^[A-J]$/, 'expected the letter of a form, A to J')
        .optional(),
      feeds: z.array(name).min(1).optional(),
      parts: z.array(question).min(2).optional(),
    })
    .refine(
      (given) => (given.type === 'compound' || given.type === 'choice-list') === (given.parts !== undefined),
      'a compound or choice-list has parts; a state or number has none',
    ),
)
const questionnaireForm: z.ZodType<Questionnaire> = z.strictObject({
  id: slug,
  title: words,
  treaty: slug,
  article: name.optional(),
  groups: z.array(z.strictObject({ id: slug, title: words, questions: z.array(question).min(1) })).min(1),
})

// ---- readers. All throw Problem `input-unreadable`, or `input-rejected` with file, line and path of every mistake.

/** Rules of a plan, with defaults filled in and shared readings joined; checked against other files by checkRuleFile. */
export const readRuleFile = (path: string): RuleFile => {
  const raw = readYaml(path, ruleFileForm)
  const rules: Record<string, Rule> = {}
  const issues = Object.entries(raw.rules).flatMap(
    ([id, { readings: own = {}, readingsFrom = [], ...rest }]) => {
      const shared = readingsFrom.map((set) => raw.readingSets?.[set])
      const missing = readingsFrom.flatMap((set, index) =>
        shared[index] === undefined
          ? [
              {
                ...placeOf(raw, ['rules', id, 'readingsFrom', index]),
                message: `there is no reading set "${set}"`,
              },
            ]
          : [],
      )
      const named = [...shared.flatMap((set) => Object.entries(set ?? {})), ...Object.entries(own)]
      const twice = named.filter(
        ([reading], index) => named.findIndex(([other]) => other === reading) !== index,
      )
      rules[id] = {
        ...rest,
        pending: rest.pending ?? raw.defaults?.pending ?? 'none',
        readings: Object.fromEntries(
          named.map(([reading, { words: said, ...changes }]) => [reading, { words: said, changes }]),
        ),
      }
      return [
        ...missing,
        ...twice.map(([reading]) => ({
          ...placeOf(raw, ['rules', id, 'readings', reading]),
          message: `the reading "${reading}" is given twice`,
        })),
      ]
    },
  )
  if (issues.length > 0) throw rejected(path, issues)
  return sameOrigin({ plan: raw.plan, let: raw.let ?? {}, rules }, raw)
}

export const readCohorts = (path: string): CohortFile => readYaml(path, cohortFileForm)

export const readKinds = (path: string): KindFile => readYaml(path, kindFileForm)

/** A questionnaire in which no question stands twice. */
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

/** The questions that are answered, in order: headings left out, parts with the `feeds` of their heading. */
export const answerableQuestions = (questionnaire: Questionnaire): AnswerableQuestion[] => {
  const within = (
    group: string,
    parent: string | null,
    feeds: string[],
    asked: Question,
  ): AnswerableQuestion[] => {
    const own = asked.feeds ?? feeds
    if (asked.parts === undefined) return [{ ...asked, group, parent, feeds: own }]
    return asked.parts.flatMap((part) => within(group, asked.id, own, part))
  }
  return questionnaire.groups.flatMap((group) =>
    group.questions.flatMap((asked) => within(group.id, null, [], asked)),
  )
}
