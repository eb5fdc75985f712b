// How targets stand and which records count towards them, from what is held.
import type { Db } from '../../db/store.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { countRecords } from '../../indicators/counted.ts'
import { heldBase } from '../../indicators/held-base.ts'
import { type HeldPlan, heldPlans } from '../../indicators/plans.ts'
import { judgeTargets, yearOf } from '../../indicators/targets.ts'
import { problem } from '../../problem.ts'
import type { TargetData } from '../data/targets.ts'
import { actorsCalled } from './actor-names.ts'

const findPlan = (id: string): HeldPlan | undefined => heldPlans().find(({ rules }) => rules.id === id)

const yearIn = ({ rules }: HeldPlan, asked: number | undefined, today: string): number => {
  if (asked === undefined) return yearOf(rules.years, today)
  if (rules.years.includes(asked)) return asked
  throw problem('not-found', `"${rules.id}" has no year ${asked}; its years are ${rules.years.join(', ')}.`)
}

/** The first indicator whose rule counts records; those with a target come first. */
const firstCounted = ({ rules }: HeldPlan): string | undefined => {
  const counted = Object.entries(rules.rules).filter(([, { population }]) => 'records' in population)
  return (counted.find(([, { target }]) => target !== undefined) ?? counted[0])?.[0]
}

/** Ids of facts of these kinds that were entered here, not received. */
const enteredOf = async (db: Db, kinds: readonly string[]): Promise<Set<string>> => {
  const datums = kinds.length === 0 ? [] : await listDatums(db, { kinds: [...new Set(kinds)] })
  return new Set(datums.filter((datum) => datum.entered).map(({ datumId }) => datumId))
}

const calledIn = async (db: Db, actors: readonly string[]): Promise<Record<string, string>> => {
  const names = await actorsCalled(db)
  return Object.fromEntries([...new Set(actors)].map((actor) => [actor, names.get(actor) ?? actor]))
}

export const targetsHeld = (db: Db): TargetData => ({
  showTargets: async ({ plan: id, year }) => {
    const plan = findPlan(id)
    if (plan === undefined) return undefined
    const today = await todayIn(db)
    const base = await heldBase(db, plan, today)
    const kinds = Object.values(plan.rules.rules).flatMap(({ population, target }) =>
      target !== undefined && 'records' in population ? [String(population.records)] : [],
    )
    const entered = await enteredOf(db, kinds)
    const shown = judgeTargets(plan, base, { asOf: today, year: yearIn(plan, year, today), entered })
    return { ...shown, called: await calledIn(db, base.parties) }
  },
  showCounted: async ({ plan: id, indicator, year }) => {
    const plan = findPlan(id)
    const number = plan === undefined ? undefined : (indicator ?? firstCounted(plan))
    if (plan === undefined || number === undefined) return undefined
    const today = await todayIn(db)
    const kind = (plan.rules.rules[number]?.population as { records?: string } | undefined)?.records
    const entered = await enteredOf(db, kind === undefined ? [] : [kind])
    const base = await heldBase(db, plan, today)
    const shown = countRecords(plan, base, { number, asOf: today, year: yearIn(plan, year, today), entered })
    const actors = [...base.parties, ...shown.records.map(({ actor }) => actor)]
    return { ...shown, called: await calledIn(db, actors) }
  },
})
