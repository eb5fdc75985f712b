// What the plan's page and its indicators' pages share.
import type { ValueShown } from '../../indicators/show.ts'
import type { PlanIndicator, PlanShown } from '../data/plans.ts'
import type { Site } from '../site.ts'

/** The last year not after today's that has values. */
export const latestYear = (values: ValueShown[], today: string): number | undefined => {
  const thisYear = Number(today.slice(0, 4))
  const years = values.map((value) => value.year).filter((year) => year <= thisYear)
  return years.length === 0 ? undefined : Math.max(...years)
}

/** The years of the plan and of its values, in order: the places of trends and charts. */
export const yearsOf = (plan: PlanShown, values: ValueShown[]): number[] => {
  const all = values.map((value) => value.year)
  const from = Math.min(...all, plan.period?.from ?? Number.POSITIVE_INFINITY)
  const until = Math.max(...all, plan.period?.until ?? Number.NEGATIVE_INFINITY)
  if (!Number.isFinite(from) || !Number.isFinite(until)) return []
  return Array.from({ length: until - from + 1 }, (_, i) => from + i)
}

/** Every indicator of the plan, in its order. */
export const indicatorsOf = (plan: PlanShown): PlanIndicator[] => [
  ...plan.sections.flatMap((section) => section.actions.flatMap((action) => action.indicators)),
  ...plan.planIndicators,
]

export type Drawing = {
  site: Site
  plan: PlanShown
  year: number | null
  years: number[]
  byNumber: Map<string, ValueShown[]>
}
