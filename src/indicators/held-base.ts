// The fact base of a world as it stands now: read once, and again only after something was written. Pages that ask for
// another day, another reading or another cohort all read the same base.
import type { Db } from '../db/store.ts'
import { instrumentsVersion } from '../instrument-folders.ts'
import type { FactBase } from '../rules/facts.ts'
import { factBase } from './fact-base.ts'
import { type HeldPlan, lawOf } from './plans.ts'
import { findVersion, readRows } from './rows-store.ts'

type Held = { version: string; base: Promise<FactBase> }

// Two plans as known on two days; a base may be large.
const most = 4
const byHandle = new WeakMap<Db, Map<string, Held>>()

/**
 * The fact base a plan's rules read in a world, as known on `knownOn`. Every write of facts, reports, status or
 * coverage leaves an event, so a base is true as long as no event has come. A transaction has a handle of its own, and
 * with it a base of its own.
 */
export const heldBase = async (db: Db, plan: HeldPlan, knownOn: string): Promise<FactBase> => {
  const version = await findVersion(db)
  let held = byHandle.get(db)
  if (held === undefined) {
    held = new Map()
    byHandle.set(db, held)
  }
  const key = `${plan.rules.id}|${knownOn}|${instrumentsVersion()}`
  const found = held.get(key)
  held.delete(key)
  const current = found?.version === version ? found : { version, base: read(db, plan, knownOn) }
  held.set(key, current)
  for (const oldest of held.keys()) if (held.size > most) held.delete(oldest)
  try {
    return await current.base
  } catch (error) {
    held.delete(key)
    throw error
  }
}

const read = async (db: Db, plan: HeldPlan, knownOn: string): Promise<FactBase> =>
  factBase(await readRows(db, knownOn), await lawOf(db, plan))
