// The fact base of a world as it stands now: read once, and after a write only what it touched. Pages that ask for
// another day, another reading or another cohort, and whoever computes values, all read the same base.
import type { Db } from '../db/store.ts'
import { instrumentsVersion } from '../instrument-folders.ts'
import type { FactBase } from '../rules/facts.ts'
import { factBase, type Law } from './fact-base.ts'
import { carryOver, type Written } from './kept-years.ts'
import { type HeldPlan, lawOf, lawOfTreaty } from './plans.ts'
import {
  findVersion,
  findWrittenSince,
  isSameVersion,
  type Rows,
  readRows,
  readRowsAgain,
  type Version,
} from './rows-store.ts'

type Held = {
  version: Version
  /** Once read; until then whoever waits has `reading`. */
  rows: Rows | undefined
  reading: Promise<Rows>
  bases: Map<string, FactBase>
  /** The bases before the write that made these rows what they are, and what it was. */
  before: { bases: ReadonlyMap<string, FactBase>; written: Written } | undefined
}

// The rows as known on four days; they may be many.
const most = 4
const byHandle = new WeakMap<Db, Map<string, Held>>()

const heldIn = (db: Db): Map<string, Held> => {
  let held = byHandle.get(db)
  if (held === undefined) {
    held = new Map()
    byHandle.set(db, held)
  }
  return held
}

// From here on reading everything is quicker than reading one actor after the other.
const fewActors = 20

/** What was written since what is held; undefined where everything has to be read. */
const writtenSince = async (db: Db, earlier: Held | undefined): Promise<Written | undefined> => {
  if (earlier?.rows === undefined) return undefined
  const written = await findWrittenSince(db, earlier.version)
  return written === undefined || written.actors.length > fewActors ? undefined : written
}

const keep = (days: Map<string, Held>, knownOn: string, held: Held): void => {
  days.delete(knownOn)
  days.set(knownOn, held)
  for (const oldest of days.keys()) if (days.size > most) days.delete(oldest)
}

/** What is held of the day, brought up to the version the world has now; read through `db`. */
const currentIn = async (days: Map<string, Held>, db: Db, knownOn: string): Promise<Held> => {
  // The version first: what is written between the two is read twice, never missed.
  const version = await findVersion(db)
  const found = days.get(knownOn)
  if (found !== undefined && isSameVersion(found.version, version)) return found
  const written = await writtenSince(db, found)
  const reading =
    written === undefined ? readRows(db, knownOn) : readRowsAgain(db, found!.rows!, written.actors)
  const before = written && { written, bases: found!.bases }
  const held: Held = { version, rows: undefined, reading, bases: new Map(), before }
  keep(days, knownOn, held)
  reading.then(
    (rows) => {
      held.rows = rows
    },
    () => {
      if (days.get(knownOn) === held) days.delete(knownOn)
    },
  )
  return held
}

/** The base under the law of that name, made once. `onMade` gets it with the one before the last write, if there was one. */
const baseUnder = async (
  held: Held,
  name: string,
  lawIn: () => Law | Promise<Law>,
  onMade?: (base: FactBase, before: FactBase, written: Written) => void,
): Promise<FactBase> => {
  const rows = await held.reading
  const key = `${name}|${instrumentsVersion()}`
  const found = held.bases.get(key)
  if (found !== undefined) return found
  const base = factBase(rows, await lawIn())
  const before = held.before?.bases.get(key)
  if (held.before !== undefined && before !== undefined) onMade?.(base, before, held.before.written)
  held.bases.set(key, base)
  return base
}

const baseIn = (held: Held, db: Db, plan: HeldPlan): Promise<FactBase> =>
  baseUnder(
    held,
    plan.rules.id,
    () => lawOf(db, plan),
    (base, before, written) => carryOver(before, base, plan.rules, written),
  )

/**
 * The fact base a plan's rules read in a world, as known on `knownOn`. Every write of facts, reports, status or
 * coverage leaves an event that names whom it touched, so a base is true as long as no event has come, and after one
 * only the rows of those actors are read again. A transaction has a handle of its own, and with it a base of its own.
 */
export const heldBase = async (db: Db, plan: HeldPlan, knownOn: string): Promise<FactBase> =>
  baseIn(await currentIn(heldIn(db), db, knownOn), db, plan)

/** The fact base under the law of one treaty alone: for treaties that no plan serves. From the same rows, as true as they. */
export const heldBaseOfTreaty = async (db: Db, treaty: string, knownOn: string): Promise<FactBase> =>
  baseUnder(await currentIn(heldIn(db), db, knownOn), `treaty:${treaty}`, () => lawOfTreaty(treaty))

/**
 * The same inside the transaction `trx` of whoever computes values, which writes no facts: it begins with what the
 * world's handle `db` holds, and leaves there what it has read. Never waits for a reading under way through `db`, which
 * may itself be waiting for this transaction to end.
 */
export const heldBaseIn = async (trx: Db, db: Db, plan: HeldPlan, knownOn: string): Promise<FactBase> => {
  const days = heldIn(db)
  const found = days.get(knownOn)
  const own = new Map(found?.rows === undefined ? [] : [[knownOn, found] as const])
  const held = await currentIn(own, trx, knownOn)
  const base = await baseIn(held, trx, plan)
  const other = days.get(knownOn)
  if (other === undefined || !isSameVersion(other.version, held.version)) keep(days, knownOn, held)
  return base
}
