// What a national indicator aims at, and whether it is there: missed only once the period is over and the register
// complete, since our ignorance is nobody's failure.
import type { Evaluation } from '../rules/evaluate.ts'
import type { FactBase } from '../rules/facts.ts'
import { differentEntries } from '../rules/one-form.ts'
import type { Rule, Target } from '../rules/rule-schema.ts'
import { sayPlainly } from '../words/plainly.ts'
import type { Reason } from '../words/reason.ts'
import type { TargetShown } from './show.ts'

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
        ? { key: 'once', of: aim }
        : aim
  return target.across === undefined
    ? per
    : { key: 'with-different', of: per, count: target.across.gte, field: target.across.distinct }
}

/** Different entries of a list field over all counted records of the period. */
export const entriesAcross = (
  field: string,
  evaluation: Pick<Evaluation, 'members'>,
  rule: Rule,
  base: FactBase,
): number => {
  const kind = 'records' in rule.population ? rule.population.records : undefined
  if (typeof kind !== 'string') return 0
  const counted = new Set(
    evaluation.members.filter((member) => member.state === 'counted').flatMap((member) => member.datumIds),
  )
  const entries = [...base.facts(kind).values()]
    .flat()
    .filter((fact) => counted.has(fact.id))
    .flatMap((fact) => {
      const list = fact.fields[field]
      return Array.isArray(list) ? list.map(String) : []
    })
  return differentEntries(entries).length
}

/** The rule's target in words and whether the evaluation meets it; null where the rule has none. */
export const targetOf = (
  rule: Rule,
  evaluation: Evaluation,
  base: FactBase,
  period: { year: number; asOf: string; ends: string },
): TargetShown | null => {
  const { target } = rule
  if (target === undefined) return null
  const said = aimOf(target)
  const words = sayPlainly(said)
  if (evaluation.value === null) return { words, said, state: 'not known' }
  const reached =
    (target.gte === undefined || evaluation.value >= target.gte) &&
    (target.lte === undefined || evaluation.value <= target.lte) &&
    (target.across === undefined ||
      entriesAcross(target.across.distinct, evaluation, rule, base) >= target.across.gte)
  if (reached) return { words, said, state: 'met' }
  const lastDay = target.per === 'year' ? `${period.year}-12-31` : period.ends
  // What is to exist once by no stated day is never too late.
  const isOver = target.per !== 'once' && period.asOf >= lastDay && evaluation.status === 'known'
  return { words, said, state: isOver ? 'missed' : 'not yet' }
}
