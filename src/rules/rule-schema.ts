// The form of rules, cohorts, kinds of datum and questionnaires: types, and the readers that refuse what is not
// of that form. docs/reference/rules.md says what each part means; rule-check.ts checks files against each other.

import { z } from 'zod'
import type { KindCheck } from '../facts/kind-checks.ts'
import type { Issue } from '../problem.ts'
import { type Path, placeOf, readYaml, rejected, sameOrigin } from './read-yaml.ts'
import { conditionForm, name, ruleFileForm, slug, words } from './rule-forms.ts'

export type Scalar = string | number | boolean
/** A literal, `$name`, or a date moved by an ISO 8601 duration; inside, a date field of the record may be named. */
export type Value = Scalar | { plus: [Value, string] } | { minus: [Value, string] }
/** Half-open span of dates. */
export type Window = { from: Value; until: Value }
export type FieldTest =
  | Value
  | Scalar[]
  | {
      lt?: Value
      lte?: Value
      gt?: Value
      gte?: Value
      in?: string | Scalar[] | Window
      not?: Value
      /** Not everything it names is one of these, or a part of one (`<id>/<part>`); what names nothing passes. */
      notOnly?: string | Scalar[]
      known?: boolean
    }
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
  | { when: Condition; holds: Condition }
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
  /** Of what is to be there once: the last day for it, YYYY-MM-DD. */
  by?: string
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
  /** Ids of the plan's actions it measures, by our reading, where the text puts the indicator under none. */
  measures?: string[]
  readings: Record<string, Reading>
}
/** A rule file as it is written: before defaults and shared readings are filled in. */
type WrittenReadings = Record<string, { words: string; [path: string]: unknown }>
type WrittenRuleFile = {
  plan: string
  resources?: string
  defaults?: { pending?: Pending | 'none' }
  let?: Record<string, LetValue>
  readingSets?: Record<string, WrittenReadings>
  rules: Record<
    string,
    Omit<Rule, 'pending' | 'readings'> & {
      pending?: Pending | 'none'
      readings?: WrittenReadings
      readingsFrom?: string[]
    }
  >
}
export type RuleFile = {
  plan: string
  /** The number or heading of the instrument's section on resources; null where none is named. */
  resources: string | null
  let: Record<string, LetValue>
  rules: Record<string, Rule>
}

export type Cohort = { code?: string; title: string; words: string; rule: Condition }
export type CohortFile = Record<string, Cohort>

export type FieldType = 'text' | 'integer' | 'number' | 'date' | 'boolean' | 'list' | 'rows'
export type Field = {
  type: FieldType
  /** Of `rows`: what each of them says. */
  columns?: Record<
    string,
    { type: 'text' | 'integer' | 'number'; oneOf?: string[]; unit?: string; required?: boolean }
  >
  /** What the text, or each entry of the list, names: facts of these kinds, an actor, an instrument or a part of one. */
  ref?: string[]
  /** A text of several lines. */
  lines?: boolean
  required?: boolean
  /** A date on which something happened: evaluated as of an earlier day, it has not happened yet. */
  occurs?: boolean
  oneOf?: string[]
  unit?: string
  /** The number may come with a comparator ("more than"). */
  comparator?: boolean
  of?: FieldType
  /** A currency of three letters (ISO 4217), a calendar year, or how often something recurs (RFC 5545). */
  form?: 'currency' | 'year' | 'recurrence'
}
/** `says`: a datum in one line, with its fields in braces; a part between semicolons that lacks one is left out. */
export type Kind = {
  title: string
  says?: string
  time: 'event' | 'state'
  /** An event that is known before its day, such as a meeting that has been convened. */
  ahead?: boolean
  /** The part of a State's page of engagements that shows it. */
  topic?: string
  /** It is something to be done by its `due`, once. */
  owed?: 'once'
  /** Fields by which it speaks of what others may have promised too: these answer for it with its writer. */
  ownedWith?: readonly string[]
  fields: Record<string, Field>
  /** What the fields ask of each other. */
  checks?: readonly KindCheck[]
}
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

// ---- forms

/** One cohort, one kind of datum: a release holds those its rules name. */
export const cohortForm: z.ZodType<Cohort> = z.strictObject({
  code: name.optional(),
  title: words,
  words,
  rule: conditionForm as z.ZodType<Condition>,
})
const cohortFileForm: z.ZodType<CohortFile> = z.record(slug, cohortForm)

const fieldType = z.enum(['text', 'integer', 'number', 'date', 'boolean', 'list', 'rows'])
const columnForm = z.strictObject({
  type: z.enum(['text', 'integer', 'number']),
  oneOf: z.array(name).min(1).optional(),
  unit: name.optional(),
  required: z.boolean().optional(),
})
const fieldForm: z.ZodType<Field> = z
  .strictObject({
    type: fieldType,
    required: z.boolean().optional(),
    occurs: z.boolean().optional(),
    oneOf: z.array(name).min(1).optional(),
    unit: name.optional(),
    comparator: z.boolean().optional(),
    of: fieldType.optional(),
    form: z.enum(['currency', 'year', 'recurrence']).optional(),
    columns: z.record(z.string().regex(/^[a-z]\w*$/, 'expected the name of a column'), columnForm).optional(),
    ref: z.array(slug).min(1).optional(),
    lines: z.boolean().optional(),
    hint: words.optional(),
  })
  .refine(({ type, columns }) => (type === 'rows') === (columns !== undefined), {
    message: 'rows have columns, and nothing else has',
  })
  .refine(({ type, ref }) => ref === undefined || type === 'text' || type === 'list', {
    message: 'only a text or a list names other things',
  })
const fieldName = z.string().regex(/^[a-z]\w*$/, 'expected a field name')
const whenForm = z.record(fieldName, z.array(name).min(1))
const columnName = z
  .string()
  .regex(/^[a-z]\w*\.[a-z]\w*$/, 'expected FIELD.COLUMN, such as attendance.persons')
const ask = z.literal(true).optional()
const checkForm: z.ZodType<KindCheck> = z.union([
  z.strictObject({ needs: fieldName, when: whenForm.optional(), ask }),
  z.strictObject({ only: fieldName, when: whenForm, ask }),
  z.strictObject({ any: z.array(fieldName).min(2), ask }),
  z.strictObject({ order: z.tuple([fieldName, fieldName]), ask }),
  z.strictObject({ sum: columnName, atMost: fieldName, ask }),
  z.strictObject({ within: z.union([columnName, fieldName]), of: fieldName, ask }),
  z.strictObject({ fits: fieldName, fields: z.array(fieldName).min(1) }),
  z.strictObject({ prose: fieldName }),
])

/** What checks name that the kind does not have. */
const unknownIn = ({ fields, checks = [] }: Pick<Kind, 'fields' | 'checks'>): string[] => {
  const isThere = (path: string): boolean => {
    const [field = '', column] = path.split('.')
    if (column === undefined)
      return Object.hasOwn(fields, field) || field === 'heldFrom' || field === 'source'
    return Object.hasOwn(fields, field) && Object.hasOwn(fields[field]!.columns ?? {}, column)
  }
  const named = checks.flatMap((check): string[] => {
    const when = 'when' in check ? Object.keys(check.when ?? {}) : []
    if ('needs' in check) return [check.needs, ...when]
    if ('only' in check) return [check.only, ...when]
    if ('prose' in check) return [check.prose]
    if ('any' in check) return [...check.any]
    if ('order' in check) return [...check.order]
    if ('sum' in check) return [check.sum, check.atMost]
    if ('within' in check) return [check.within, check.of]
    return [check.fits, ...check.fields]
  })
  return named.filter((path) => !isThere(path))
}

export const kindForm: z.ZodType<Kind> = z
  .strictObject({
    title: words,
    says: words.optional(),
    time: z.enum(['event', 'state']),
    ahead: z.boolean().optional(),
    topic: slug.optional(),
    owed: z.literal('once').optional(),
    ownedWith: z.array(fieldName).min(1).optional(),
    fields: z.record(fieldName, fieldForm),
    checks: z.array(checkForm).min(1).optional(),
  })
  .refine(({ fields, ownedWith = [] }) => ownedWith.every((field) => fields[field]?.ref !== undefined), {
    path: ['ownedWith'],
    error: 'expected fields of this kind that name a fact or a part of an instrument (`ref`)',
  })
const kindFileForm: z.ZodType<KindFile> = z.record(slug, kindForm).superRefine((kinds, context) => {
  for (const [name, kind] of Object.entries(kinds))
    for (const path of unknownIn(kind))
      context.addIssue({
        code: 'custom',
        path: [name, 'checks'],
        message: `the kind has no field or column "${path}"`,
      })
})

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

// ---- readers. All throw Problem `input-unreadable`, or `input-rejected` with file, line and path of every mistake.

/** Rules of a plan, with defaults filled in and shared readings joined; checked against other files by checkRuleFile. */
export const readRuleFile = (path: string): RuleFile => {
  const raw = readYaml(path, ruleFileForm as unknown as z.ZodType<WrittenRuleFile>)
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
  return sameOrigin({ plan: raw.plan, resources: raw.resources ?? null, let: raw.let ?? {}, rules }, raw)
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
