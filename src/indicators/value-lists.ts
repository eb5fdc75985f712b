// Values in lists: those of a plan, how many stand in which state, and what one actor counts towards.
import type { Db } from '../db/store.ts'
import { ensureFresh } from './ensure-fresh.ts'
import { heldValues } from './held-values.ts'
import { listMemberships, listStateCounts } from './members-store.ts'
import { inEnglish } from './names.ts'
import { getPlan, type HeldPlan, heldPlans } from './plans.ts'
import type { MemberState, StateCount, StateValueShown, ValueShown } from './show.ts'
import { type StoredValue, statusWords } from './store.ts'

/** The default values of a plan for all its years that have begun, in the plan's order. */
export const listValues = async (
  db: Db,
  planId: string,
  given: { years?: readonly number[] } = {},
): Promise<ValueShown[]> => {
  const plan = getPlan(planId)
  await ensureFresh(db, plan)
  const stored = await heldValues(db, planId)
  const order = new Map(Object.keys(plan.rules.rules).map((number, index) => [number, index]))
  return stored
    .filter(
      (value) =>
        value.reading === 'default' && (given.years === undefined || given.years.includes(value.year)),
    )
    .map((value) => valueShown(plan, value))
    .sort((a, b) => order.get(a.number)! - order.get(b.number)! || a.year - b.year)
}

/** How many members each default value of a plan has in each state. */
export const countStates = async (db: Db, planId: string): Promise<StateCount[]> => {
  const plan = getPlan(planId)
  await ensureFresh(db, plan)
  return (await listStateCounts(db, planId)).map(({ indicator, state, ...count }) => ({
    ...count,
    number: indicator.slice(planId.length + 1),
    state: state as MemberState,
  }))
}

const valueShown = (plan: HeldPlan, value: StoredValue): ValueShown => {
  const number = value.indicator.slice(plan.rules.id.length + 1)
  return {
    indicator: value.indicator,
    number,
    year: value.year,
    asOf: value.asOf,
    numerator: value.numerator,
    denominator: value.denominator,
    value: value.value,
    status: statusWords(value.status, value.provisionalUntil),
    unit: plan.indicators.get(number)?.unit ?? 'other',
  }
}

/** What an actor counts towards: every stored value it is a member of, with its state there. */
export const listStateValues = async (db: Db, actor: string): Promise<StateValueShown[]> => {
  const all: StateValueShown[] = []
  for (const plan of heldPlans()) {
    const values = new Map(
      (await listValues(db, plan.rules.id)).map((value) => [`${value.indicator}|${value.year}`, value]),
    )
    for (const row of await listMemberships(db, actor)) {
      const value = values.get(`${row.indicator}|${row.year}`)
      if (value !== undefined)
        all.push({
          ...value,
          state: row.state as MemberState,
          reason: inEnglish(row.reason),
          said: row.reason,
          entered: row.entered,
        })
    }
  }
  return all
}
