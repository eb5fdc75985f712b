// Whether a promise held by the end of a year: its text says since when, or something that its rules count took place by then.
// Otherwise nobody can say that anything was due, and nothing of the year is judged.
import { dayAfter } from '../facts/edtf.ts'
import { boundsOf } from '../facts/precision.ts'
import { minDate } from '../rules/dates.ts'
import { yearContext } from '../rules/evaluate.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import type { Rule } from '../rules/rule-schema.ts'
import { fieldOf, happenedWithin, type Scope } from '../rules/scope.ts'
import { isOfParties } from '../rules/units.ts'
import { compileWhere } from '../rules/where.ts'

/** Since when a text says that it holds: `stated`, it says its own period; `date` (EDTF), the day of its own. */
export type Begins = { stated: boolean; date?: string | undefined }

/** What of a plan's rules tells whether it had begun. Without `begins` it holds from its first year. */
type Beginning = {
  years: readonly number[]
  let: Readonly<Record<string, unknown>>
  rules: Readonly<Record<string, Rule>>
  obligation: string
  begins?: Begins
}

const dateFields = ['heldFrom', 'heldUntil', 'knownFrom']

/** Surely not later than a day; a date that is not given tells nothing. */
const isBy = (date: string | undefined, day: string): boolean => {
  const until = date === undefined ? null : (boundsOf(date)?.until ?? null)
  return until !== null && until <= dayAfter(day)
}

/** Whether a record is such as a rule counts, whenever it took place; that it did, it has to say. */
const countedBy = (scope: Scope, rule: Rule): ((fact: Fact) => boolean) | undefined => {
  const { population } = rule
  if (!('records' in population) || typeof population.records !== 'string') return undefined
  const fields = scope.base.kind(population.records)?.fields ?? {}
  const where = Object.entries(population.where ?? {})
  const isDate = (field: string): boolean => dateFields.includes(field) || fields[field]?.type === 'date'
  const happened = where.flatMap(([field]) => (fields[field]?.occurs === true ? [field] : []))
  const matches = compileWhere(scope, Object.fromEntries(where.filter(([field]) => !isDate(field))))
  return (fact) =>
    matches?.(fact) === true &&
    happened.every(
      (field) =>
        fieldOf(scope, fact, field) !== undefined || happenedWithin(scope, fact, field) !== undefined,
    )
}

const hasRecord = (plan: Beginning, base: FactBase, lastDay: string): boolean => {
  const { scope } = yearContext(base, {
    ...{ year: Number(lastDay.slice(0, 4)), asOf: minDate(base.knownOn, lastDay), meeting: undefined },
    ...{ let: plan.let, cohorts: {}, obligation: plan.obligation },
  })
  const isInTime = ({ actor, heldFrom }: Fact): boolean =>
    heldFrom !== null && heldFrom >= base.planPeriod.from && heldFrom <= lastDay && isOfParties(base, actor)
  return Object.values(plan.rules).some((rule) => {
    const isCounted = countedBy(scope, rule)
    const { population } = rule
    if (isCounted === undefined || !('records' in population)) return false
    const all = [...base.facts(String(population.records)).values()].flat()
    return all.some((fact) => isInTime(fact) && isCounted(fact))
  })
}

const found = new WeakMap<FactBase, WeakMap<Beginning['rules'], Map<number, boolean>>>()

/** Whether the plan held by the end of `year`, as far as anything on `base` tells. Looked for once. */
export const hadBegun = (plan: Beginning, base: FactBase, year: number): boolean => {
  const { begins } = plan
  const lastDay = `${year}-12-31`
  if (begins === undefined || begins.stated || isBy(begins.date, lastDay)) return true
  const plans = found.get(base) ?? new WeakMap<Beginning['rules'], Map<number, boolean>>()
  found.set(base, plans)
  const years = plans.get(plan.rules) ?? new Map<number, boolean>()
  plans.set(plan.rules, years)
  const begun = years.get(year) ?? hasRecord(plan, base, lastDay)
  years.set(year, begun)
  return begun
}
