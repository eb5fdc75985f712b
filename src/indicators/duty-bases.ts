// What judging the duties of a treaty, plan or pledge needs of a world: a fact base under its law, and the names its
// conditions may use.
import type { Db } from '../db/store.ts'
import type { JudgingNames } from '../duties/compiled.ts'
import { type DutySet, yearlyObligation } from '../duties/rules.ts'
import type { FactBase } from '../rules/facts.ts'
import { meetingOf } from './clock.ts'
import { heldBase, heldBaseOfTreaty } from './held-base.ts'
import { type HeldPlan, heldPlans } from './plans.ts'

/** `set`: with the parties it has in this world, which an exercise may recast. */
export type DutyBase = { set: DutySet; base: FactBase; names: JudgingNames }

/** The plan under whose law the duties stand: their own, or of a treaty the first that serves it; undefined without one. */
const planOf = ({ instrument, treaty, kind }: DutySet): HeldPlan | undefined =>
  heldPlans().find(({ rules }) => rules.id === instrument) ??
  (kind === 'treaty' ? heldPlans().find(({ rules }) => rules.treaty === treaty) : undefined)

/** The base and names for one set, as known on `knownOn`. The rows of the world are read once for all sets. */
export const dutyBase = async (db: Db, set: DutySet, knownOn: string): Promise<DutyBase> => {
  const plan = planOf(set)
  const treaty = set.treaty ?? ''
  const base =
    plan === undefined ? await heldBaseOfTreaty(db, treaty, knownOn) : await heldBase(db, plan, knownOn)
  return {
    set: set.parties === null ? set : { ...set, parties: base.parties },
    base,
    names: {
      cohorts: set.cohorts,
      let: plan?.rules.let ?? {},
      obligation: plan?.rules.obligation ?? yearlyObligation(set.duties) ?? '',
      meetingOf: (year) => meetingOf(base, treaty, year),
    },
  }
}
