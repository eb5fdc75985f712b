// The rows of a comparison: every indicator in its section, its values in the years asked for, and the change from the
// first of them to the last.
import { type Change, changeBetween } from '../../indicators/change.ts'
import type { ValueShown } from '../../indicators/show.ts'
import type { PlanIndicator, PlanShown } from '../data/plans.ts'

export type ComparedRow = {
  section: string | null
  action: string | null
  indicator: PlanIndicator
  /** One a year asked for, in their order; undefined where none was evaluated. */
  values: (ValueShown | undefined)[]
  change: Change
}

export type Choice = { sort: 'plan' | 'change'; changedOnly: boolean }

const isChanged = ({ change }: ComparedRow): boolean => change.kind === 'known' && change.by !== 0

const size = ({ change }: ComparedRow): number => (change.kind === 'known' ? Math.abs(change.by) : -1)

/** All indicators of the plan, section by section as the plan has them; those of the whole plan have no section. */
export const comparedRows = (
  plan: PlanShown,
  all: readonly ValueShown[],
  years: readonly number[],
): ComparedRow[] => {
  const byKey = new Map(all.map((value) => [`${value.number}|${value.year}`, value]))
  const row = (section: string | null, action: string | null, indicator: PlanIndicator): ComparedRow => {
    const values = years.map((year) => byKey.get(`${indicator.number}|${year}`))
    const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
    return {
      section,
      action,
      indicator,
      values,
      change: changeBetween({ year: first, value: values[0] }, { year: last, value: values.at(-1) }),
    }
  }
  return [
    ...plan.sections.flatMap((section) =>
      section.actions.flatMap((action) =>
        action.indicators.map((indicator) => row(section.title, action.number, indicator)),
      ),
    ),
    ...plan.planIndicators.map((indicator) => row(null, null, indicator)),
  ]
}

/** The rows in the order and choice asked for. By change: the largest first, what cannot be compared last. */
export const choose = (rows: readonly ComparedRow[], { sort, changedOnly }: Choice): ComparedRow[] => {
  const kept = changedOnly ? rows.filter(isChanged) : [...rows]
  return sort === 'change' ? kept.sort((a, b) => size(b) - size(a)) : kept
}
