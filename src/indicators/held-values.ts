// The stored values of a plan as they stand: read once, and again only after something was computed, marked or taken
// away. Nearly every page shows some of them, and most pages are asked for between two writes.
import type { Db } from '../db/store.ts'
import { findValuesStamp, listStored, type StoredValue } from './store.ts'

type Held = {
  stamp: string
  values: Promise<StoredValue[]>
  /** The day on which every cell was found to be as it should be, with nothing to compute. */
  freshOn: string | undefined
}

const byHandle = new WeakMap<Db, Map<string, Held>>()

const heldOf = async (db: Db, plan: string): Promise<Held> => {
  let plans = byHandle.get(db)
  if (plans === undefined) {
    plans = new Map()
    byHandle.set(db, plans)
  }
  // The stamp first: what is written between the two is read twice, never missed.
  const stamp = await findValuesStamp(db, plan)
  const found = plans.get(plan)
  if (found?.stamp === stamp) return found
  const held: Held = { stamp, values: listStored(db, { plan }), freshOn: undefined }
  held.values.catch(() => plans.delete(plan))
  plans.set(plan, held)
  return held
}

/** The stored values of a plan, all readings, as `listStored` gives them. Not to be changed by who reads them. */
export const heldValues = async (db: Db, plan: string): Promise<readonly StoredValue[]> =>
  (await heldOf(db, plan)).values

/**
 * Whether nothing has to be computed before the plan's values are shown on a day: `check` is asked once, and again only
 * after something was written or the day has changed.
 */
export const isFresh = async (
  db: Db,
  plan: string,
  today: string,
  check: () => Promise<boolean>,
): Promise<boolean> => {
  const held = await heldOf(db, plan)
  if (held.freshOn === today) return true
  const fresh = await check()
  if (fresh) held.freshOn = today
  return fresh
}

/** Called by who computed values through another handle of the same world. */
export const forgetHeld = (db: Db, plan: string): void => {
  byHandle.get(db)?.delete(plan)
}
