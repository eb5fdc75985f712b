// The stored values of a plan as they stand: read once, and again only after another process computed some or took them
// away. Nearly every page shows some of them, and most pages are asked for between two writes.
import type { Db } from '../db/store.ts'
import { findValuesStamp, listStored, type StoredValue, type ValuesStamp } from './store.ts'

type Held = {
  stamp: ValuesStamp
  values: Promise<readonly StoredValue[]>
  /** Once read; until then whoever waits has `values`. */
  list: readonly StoredValue[] | undefined
  /** The day on which every cell was found to be as it should be, with nothing to compute. */
  freshOn: string | undefined
}

const byHandle = new WeakMap<Db, Map<string, Held>>()

const plansOf = (db: Db): Map<string, Held> => {
  let plans = byHandle.get(db)
  if (plans === undefined) {
    plans = new Map()
    byHandle.set(db, plans)
  }
  return plans
}

const heldOf = async (db: Db, plan: string): Promise<Held> => {
  const plans = plansOf(db)
  // The stamp first: what is written between the two is read twice, never missed.
  const stamp = await findValuesStamp(db, plan)
  const found = plans.get(plan)
  if (found?.stamp.values === stamp.values) {
    // A write marked some: the values are still those, but no longer known to be fresh.
    if (found.stamp.marks !== stamp.marks) {
      found.stamp = stamp
      found.freshOn = undefined
    }
    return found
  }
  const values = listStored(db, { plan })
  const held: Held = { stamp, values, list: undefined, freshOn: undefined }
  values.then(
    (list) => {
      held.list = list
    },
    () => plans.delete(plan),
  )
  plans.set(plan, held)
  return held
}

/** The stored values of a plan, all readings, as `listStored` gives them. Not to be changed by who reads them. */
export const heldValues = async (db: Db, plan: string): Promise<readonly StoredValue[]> =>
  (await heldOf(db, plan)).values

/**
 * The same inside the transaction `trx` of whoever computes values. Never waits for a reading under way through the
 * world's handle `db`, which may itself be waiting for this transaction to end.
 */
export const heldValuesIn = async (trx: Db, db: Db, plan: string): Promise<readonly StoredValue[]> => {
  const stamp = await findValuesStamp(trx, plan)
  const found = plansOf(db).get(plan)
  return found?.list !== undefined && found.stamp.values === stamp.values
    ? found.list
    : listStored(trx, { plan })
}

/**
 * Whether nothing has to be computed before the plan's values are shown on a day: `check` is asked once, and again only
 * after something was written or the day has changed.
 */
export const isFresh = async (
  db: Db,
  plan: string,
  today: string,
  check: (values: readonly StoredValue[]) => Promise<boolean>,
): Promise<boolean> => {
  const held = await heldOf(db, plan)
  if (held.freshOn === today) return true
  const { stamp } = held
  const fresh = await check(await held.values)
  if (fresh && held.stamp === stamp) held.freshOn = today
  return fresh
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `values` with `computed` in the places of their cells, in the order of `listStored`. */
export const withComputed = (
  values: readonly StoredValue[],
  computed: readonly StoredValue[],
): readonly StoredValue[] => {
  const cells = new Set(computed.map(({ indicator, year }) => `${indicator}|${year}`))
  return [...values.filter(({ indicator, year }) => !cells.has(`${indicator}|${year}`)), ...computed].sort(
    (a, b) => compareTexts(a.indicator, b.indicator) || a.year - b.year || compareTexts(a.reading, b.reading),
  )
}

/** Called by who computed values in a transaction that is over: what the plan's values are now, with their stamp. */
export const holdValues = (db: Db, plan: string, list: readonly StoredValue[], stamp: ValuesStamp): void => {
  plansOf(db).set(plan, { stamp, values: Promise.resolve(list), list, freshOn: undefined })
}
