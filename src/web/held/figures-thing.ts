// Figures of a plan, as permission asks about them.
import { keeperOf } from '../../accounts/person.ts'
import type { Thing } from '../../accounts/thing.ts'
import type { Db, World } from '../../db/store.ts'
import { heldPlans, lawOf } from '../../indicators/plans.ts'

/** Figures belong to those who keep the treaty of the plan; of a plan without one, to each of its parties. */
export const figuresOf = async (db: Db, world: World, plan: string): Promise<Thing> => {
  const held = heldPlans().find(({ rules }) => rules.id === plan)
  const keeper = held === undefined || held.rules.treaty === '' ? null : keeperOf(held.rules.treaty)
  const owners = keeper !== null ? [keeper] : held === undefined ? [] : [...(await lawOf(db, held)).parties]
  return {
    kind: 'figures',
    world,
    owners,
    keeper,
    state: 'draft',
    tier: 'public',
    departments: [],
    writtenBy: null,
  }
}
