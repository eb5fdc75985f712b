// Evaluates a plan's rules for a year: the step between the fact base and what is stored or shown.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { CohortSpec } from '../rules/cohorts.ts'
import type { Pending } from '../rules/context.ts'
import { addDays, minDate } from '../rules/dates.ts'
import { type EvaluableRule, type Evaluation, evaluate, yearContext } from '../rules/evaluate.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { namesIn } from '../rules/locality.ts'
import { withReading } from '../rules/reading.ts'
import { readsOf } from '../rules/reads.ts'
import type { Rule } from '../rules/rule-schema.ts'
import { type Begins, hadBegun } from './begun.ts'
import { defaultAsOf, meetingOf } from './clock.ts'
import { keptYear } from './kept-years.ts'
import type { TargetShown } from './show.ts'
import { targetOf } from './target.ts'

/** The rules of one plan with everything they name. */
export type PlanRules = {
  /** Instrument id. */
  id: string
  treaty: string
  obligation: string
  years: readonly number[]
  let: Readonly<Record<string, unknown>>
  rules: Readonly<Record<string, Rule>>
  cohorts: Readonly<Record<string, CohortSpec>>
  kinds: Readonly<
    Record<
      string,
      {
        time: string
        undated?: string | undefined
        fields: Readonly<Record<string, { type: string; occurs?: boolean; orDate?: boolean }>>
      }
    >
  >
  /** What the treaty's law and the plan's period add to the rules: who is bound, what is due when. */
  law: unknown
  /** Since when the text says that it holds; left out where that is never asked. */
  begins?: Begins
}

export type Cell = { number: string; year: number; reading: string }

export type Computed = Cell &
  Evaluation & {
    nextChangeOn: string | null
    asOf: string
    knownOn: string
    ruleHash: string
    target: TargetShown | null
  }

/**
 * SHA-256 of everything that defines a value: rule with its reading, names, cohorts and kinds it uses, the law it stands
 * under (RFC 8785 form).
 * The same hash over the same inputs gives the same value.
 */
export const ruleHash = (plan: PlanRules, number: string, reading: string): string => {
  const key = `${number}|${reading}`
  let hashes = hashesByPlan.get(plan)
  if (hashes === undefined) {
    hashes = new Map()
    hashesByPlan.set(plan, hashes)
  }
  let hash = hashes.get(key)
  if (hash === undefined) {
    const {
      readings: _,
      words: __,
      note: ___,
      measures: ____,
      ...rule
    } = withReading(plan.rules[number]!, reading)
    const text = canonicalize({
      semantics: 1,
      rule,
      let: plan.let,
      cohorts: cohortsNamed(rule, plan.cohorts),
      kinds: kindsRead(plan, rule),
      law: plan.law,
      obligation: plan.obligation,
    })
    hash = createHash('sha256').update(String(text)).digest('hex')
    hashes.set(key, hash)
  }
  return hash
}
/** How time works for the kinds a rule reads: what of a kind can change a value. */
const kindsRead = (
  plan: PlanRules,
  rule: Pick<Rule, 'population' | 'condition' | 'pending'>,
): Record<string, unknown> =>
  Object.fromEntries(
    [...readsOf(rule, plan.let, plan.cohorts, plan.obligation).kinds].sort().map((name) => {
      const kind = plan.kinds[name]
      const happened = Object.entries(kind?.fields ?? {}).filter(([, field]) => field.occurs === true)
      const undated = kind?.undated === undefined ? {} : { undated: kind.undated }
      const dated = happened.flatMap(([field, { orDate }]) => (orDate === true ? [field] : []))
      return [
        name,
        {
          ...{ time: kind?.time ?? null, occurs: happened.map(([field]) => field).sort(), ...undated },
          ...(dated.length === 0 ? {} : { orDate: dated.sort() }),
        },
      ]
    }),
  )

const hashesByPlan = new WeakMap<PlanRules, Map<string, string>>()

/** The rules of the cohorts a rule names, directly or through another cohort. */
export const cohortsNamed = (rule: unknown, cohorts: PlanRules['cohorts']): Record<string, unknown> => {
  const names = new Set([...namesIn(rule), ...amongIn(rule)])
  for (const name of names) for (const inner of namesIn(cohorts[name]?.rule)) names.add(inner)
  return Object.fromEntries([...names].sort().map((name) => [name, cohorts[name]?.rule ?? null]))
}

const amongIn = (rule: unknown): string[] => {
  const among = (rule as { population?: { among?: unknown } }).population?.among
  return typeof among === 'string' ? [among] : []
}

/** Computes any number of (indicator, reading) pairs of one year. `asOf` undefined: the default of the year. */
export const computeYear = (
  plan: PlanRules,
  base: FactBase,
  given: {
    year: number
    asOf?: string | undefined
    today: string
    cells: readonly { number: string; reading: string }[]
    /** Keep what is evaluated with the base, for after the next write: it takes ten times the memory of the rows. */
    keep?: boolean
  },
): Computed[] => {
  const meeting = meetingOf(base, plan.treaty, given.year)
  // Nobody knows on a day what is held on a later one.
  const asOf = given.asOf ?? defaultAsOf(meeting, given.year, minDate(given.today, base.knownOn))
  const evaluateCell =
    given.keep === true && given.asOf === undefined
      ? keptYear(plan, base, { year: given.year, asOf, meeting })
      : evaluatorOn(plan, base, { year: given.year, asOf, meeting })
  // While the as-of date moves with the calendar, the value is computed again every day; it stops moving on the day
  // the meeting opens, or the year ends.
  const isMoving = given.asOf === undefined && asOf < defaultAsOf(meeting, given.year, '9998-12-31')
  const nextChangeOn = isMoving ? addDays(asOf, 1) : null
  return given.cells.map(({ number, reading }) => {
    const rule = withReading(plan.rules[number]!, reading)
    const evaluation = evaluateCell(`${number}|${reading}`, evaluable(rule))
    return {
      number,
      year: given.year,
      reading,
      ...evaluation,
      nextChangeOn,
      target: targetOf(rule, evaluation, base, {
        year: given.year,
        asOf,
        ends: addDays(base.planPeriod.until, -1),
        hadBegun: () => hadBegun(plan, base, given.year),
      }),
      asOf,
      knownOn: base.knownOn,
      ruleHash: ruleHash(plan, number, reading),
    }
  })
}

/** What the rules of a plan are evaluated in: its facts, for a year, as of a day. */
export const contextOf = (
  plan: PlanRules,
  base: FactBase,
  given: { year: number; asOf: string; meeting: Fact | undefined },
) => {
  const { let: names, cohorts, obligation } = plan
  return yearContext(base, { ...given, let: names, cohorts, obligation })
}

const evaluatorOn = (
  plan: PlanRules,
  base: FactBase,
  given: { year: number; asOf: string; meeting: Fact | undefined },
) => {
  const context = contextOf(plan, base, given)
  return (_key: string, rule: EvaluableRule): Evaluation => evaluate(context, rule)
}

const evaluableByRule = new WeakMap<Rule, EvaluableRule>()

const evaluable = (rule: Rule): EvaluableRule => {
  let made = evaluableByRule.get(rule)
  if (made === undefined) {
    made = {
      population: rule.population as Record<string, unknown>,
      condition: rule.condition,
      measure: rule.measure,
      pending: rule.pending as Pending | 'none',
      notApplicable: rule.notApplicable,
    }
    evaluableByRule.set(rule, made)
  }
  return made
}
