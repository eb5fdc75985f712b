// What a national indicator aims at, and whether it is there: missed only once the period is over and the register
// complete, since our ignorance is nobody's failure.
import type { Evaluation } from '../rules/evaluate.ts'
import type { FactBase } from '../rules/facts.ts'
import type { Rule, Target } from '../rules/rule-schema.ts'
import type { TargetShown } from './show.ts'

const words = (target: Target): string => {
  const aim = target.gte === undefined ? `at most ${target.lte}` : `at least ${target.gte}`
  const per = target.per === 'year' ? ' a year' : target.per === 'once' ? ', once' : ''
  const across =
    target.across === undefined
      ? ''
      : `, with at least ${target.across.gte} different entries of ${target.across.distinct} among them`
  return `${aim}${per}${across}`
}

/** Different entries of a list field over all counted records of the period. */
const entriesAcross = (field: string, evaluation: Evaluation, rule: Rule, base: FactBase): number => {
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
  return new Set(entries).size
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
  if (evaluation.value === null) return { words: words(target), state: 'not known' }
  const reached =
    (target.gte === undefined || evaluation.value >= target.gte) &&
    (target.lte === undefined || evaluation.value <= target.lte) &&
    (target.across === undefined ||
      entriesAcross(target.across.distinct, evaluation, rule, base) >= target.across.gte)
  if (reached) return { words: words(target), state: 'met' }
  const lastDay = target.per === 'year' ? `${period.year}-12-31` : period.ends
  const isOver = period.asOf >= lastDay && evaluation.status === 'known'
  return { words: words(target), state: isOver ? 'missed' : 'not yet' }
}
