// Values are computed when they are asked for: what is missing, stale or outdated by then, and nothing else.
import { lockSetting } from '../db/setting-store.ts'
import { type Db, inTransaction } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { cellsToCompute, computeCells, valuesLock } from './fresh.ts'
import { heldBaseIn } from './held-base.ts'
import { heldValuesIn, holdValues, isFresh, withComputed } from './held-values.ts'
import type { HeldPlan } from './plans.ts'
import { findValuesStamp, type StoredValue } from './store.ts'

/**
 * Computes what is missing, stale or outdated of a plan's stored values; returns how many. One transaction, one at a
 * time: a write that comes in between marks its cells after it, and is not lost.
 */
export const ensureFresh = async (db: Db, plan: HeldPlan): Promise<number> => {
  const today = await todayIn(db)
  const { id } = plan.rules
  const nothingDue = async (values: readonly StoredValue[]) =>
    (await cellsToCompute(db, plan.rules, today, values)).length === 0
  if (await isFresh(db, id, today, nothingDue)) return 0
  const done = await inTransaction(db, async (trx) => {
    await lockSetting(trx, valuesLock)
    const before = await heldValuesIn(trx, db, id)
    const cells = await cellsToCompute(trx, plan.rules, today, before)
    if (cells.length === 0) return undefined
    const base = await heldBaseIn(trx, db, plan, today)
    const computed = await computeCells(trx, plan.rules, base, cells, today)
    const stamp = await findValuesStamp(trx, id)
    return { values: withComputed(before, computed), stamp, computed: cells.length }
  })
  if (done === undefined) return 0
  holdValues(db, id, done.values, done.stamp)
  return done.computed
}
