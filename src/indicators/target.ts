// What a national indicator aims at, and whether it is there: missed only once the period is over and the register
// complete, since our ignorance is nobody's failure.
import type { DutyStatus, Searched } from '../duties/owed.ts'
import { searchedOver, type Where } from '../engagements/searched.ts'
import { standingOf } from '../engagements/standing.ts'
import type { Evaluation } from '../rules/evaluate.ts'
import type { FactBase } from '../rules/facts.ts'
import { differentEntries } from '../rules/one-form.ts'
import { byOwners } from '../rules/population.ts'
import type { Rule, Target } from '../rules/rule-schema.ts'
import { type Distinct, entriesJudged } from '../rules/told-together.ts'
import { sayPlainly } from '../words/plainly.ts'
import type { Reason } from '../words/reason.ts'
import { asOneOf, thingsTold } from './as-one.ts'
import type { TargetShown } from './show.ts'

const acrossSaid = (per: Reason, { distinct, of, gte }: NonNullable<Target['across']>): Reason =>
  Array.isArray(of)
    ? {
        ...{ key: 'with-listed', of: per, count: gte, field: distinct },
        entries: of.map((ways: string | readonly string[]) => [ways].flat()[0]!),
      }
    : { key: 'with-different', of: per, count: gte, field: distinct }

/** Whether a record that is held may count although nobody can say that it does: then nothing is missed. */
export const mayBeMore = ({ perhaps = 0 }: Pick<Evaluation, 'perhaps'>, base: FactBase): boolean =>
  perhaps > 0 && base.judgedBefore !== true

/** What a target asks for, as a sentence: "at least 3 a year". */
export const aimOf = (target: Target): Reason => {
  const aim: Reason =
    target.gte === undefined
      ? { key: 'at-most', number: target.lte! }
      : { key: 'at-least', number: target.gte }
  const per: Reason =
    target.per === 'year'
      ? { key: 'a-year', of: aim }
      : target.per === 'once'
        ? target.by === undefined
          ? { key: 'once', of: aim }
          : { key: 'once-by', of: aim, on: target.by }
        : aim
  return target.across === undefined ? per : acrossSaid(per, target.across)
}

/** Different entries of a list over all counted records of the period, and those that are one with a counted one. */
export const entriesAcross = (
  across: Distinct,
  evaluation: Pick<Evaluation, 'members' | 'value'>,
  rule: Rule,
  base: FactBase,
): number => {
  const kind = 'records' in rule.population ? rule.population.records : undefined
  if (typeof kind !== 'string') return 0
  const things = thingsTold(rule, evaluation, base)
  return differentEntries(things.flatMap((thing) => entriesJudged(thing, across).counted)).length
}

/** Where its instances are looked for, and in whose records: the owners', as its rule counts theirs. */
export const whereOf = (
  rule: Pick<Rule, 'population'>,
  { reaches }: Pick<Evaluation, 'reaches'>,
  base: FactBase,
): Where => ({
  registers: [...reaches.keys()],
  owners: base.parties,
  byOwners: 'records' in rule.population && byOwners(base, rule.population.where ?? {}),
})

/**
 * Where something is that is to exist once by a day and is not found: missed only where the registers are complete from the plan's
 * first day to that one, whatever is declared of the year that runs.
 */
export const onceBy = (
  rule: Pick<Rule, 'population'>,
  evaluation: Pick<Evaluation, 'reaches'>,
  base: FactBase,
  { by, asOf, promise = '' }: { by: string; asOf: string; promise?: string },
): { status: DutyStatus; reason: Reason | null; searched: Searched[] } => {
  const span = { from: base.planPeriod.from, lastDay: by }
  const searched = searchedOver(whereOf(rule, evaluation, base), base.coverage, span, asOf)
  return { ...standingOf({ promise, lastDay: by, asOf, missing: 1, total: 1, searched }), searched }
}

/**
 * The rule's target in words and whether the evaluation meets it; null where the rule has none. `hadBegun`: whether the promise held
 * by the end of the year; of a year of which nobody can say that, nothing is missed.
 */
export const targetOf = (
  rule: Rule,
  evaluation: Evaluation,
  base: FactBase,
  period: { year: number; asOf: string; ends: string; hadBegun?: () => boolean },
): TargetShown | null => {
  const { target } = rule
  if (target === undefined) return null
  const said = aimOf(target)
  const words = sayPlainly(said)
  if (evaluation.value === null) return { words, said, state: 'not known' }
  const isWithin = (value: number): boolean =>
    (target.gte === undefined || value >= target.gte) && (target.lte === undefined || value <= target.lte)
  const isAcross =
    target.across === undefined || entriesAcross(target.across, evaluation, rule, base) >= target.across.gte
  // Where records may be one and the same thing, only what holds either way is said.
  const either = [evaluation.value, asOneOf(rule, evaluation, base).value].map(
    (value) => isAcross && isWithin(value!),
  )
  if (either.every((isReached) => isReached)) return { words, said, state: 'met' }
  if (either.some((isReached) => isReached)) return { words, said, state: 'not known' }
  if (target.per === 'once') {
    // What is to exist once by no stated day is never too late.
    const isMissed =
      target.by !== undefined &&
      !mayBeMore(evaluation, base) &&
      onceBy(rule, evaluation, base, { ...period, by: target.by }).status === 'missed'
    return { words, said, state: isMissed ? 'missed' : 'not yet' }
  }
  const lastDay = target.per === 'year' ? `${period.year}-12-31` : period.ends
  const isOver = period.asOf >= lastDay && evaluation.status === 'known'
  if (!isOver) return { words, said, state: 'not yet' }
  const isAssessable = base.judgedBefore === true || period.hadBegun?.() !== false
  return { words, said, state: isAssessable ? 'missed' : 'not known' }
}
