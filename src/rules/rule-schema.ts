// The form of rules and cohorts: types, and the readers that refuse what is not of that form. docs/reference/rules.md says
// what each part means; kinds of datum and questionnaires have forms of their own (kind-schema.ts, questionnaire-schema.ts);
// rule-check.ts checks files against each other. The readers throw Problem `input-unreadable`, or `input-rejected` with
// file, line and path of every mistake.
import { z } from 'zod'
import { placeOf, readYaml, rejected, sameOrigin } from './read-yaml.ts'
import { conditionForm, name, ruleFileForm, slug, words } from './rule-forms.ts'
import type { Distinct } from './told-together.ts'

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

/** Among which datums is looked: those that match, and with `naming` those alone whose field of that name names the record at hand. */
type Among = { where?: Where; naming?: string }

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
  | ({ some: string; holds?: Condition } & Among)
  | ({ every: string; holds: Condition } & Among)
  | ({ last: string; by: string; holds: Condition } & Among)
  | ({ sum: string } & Among & Limit)
  | ({ count: string } & Among & Limit)
  | (Distinct & Limit)
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
  across?: Distinct & { gte: number }
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

/** One cohort: a release holds those its rules name. */
export const cohortForm: z.ZodType<Cohort> = z.strictObject({
  code: name.optional(),
  title: words,
  words,
  rule: conditionForm as z.ZodType<Condition>,
})
const cohortFileForm: z.ZodType<CohortFile> = z.record(slug, cohortForm)

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
