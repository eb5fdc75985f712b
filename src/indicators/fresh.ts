// Keeps stored values true: what a write touched, what a date changed, and what a rule redefined is computed again,
// and nothing else.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import type { FactBase } from '../rules/facts.ts'
import { type Reads, readsOf } from '../rules/reads.ts'
import { type Cell, computeYear, type PlanRules, ruleHash } from './compute.ts'
import { listStale, listStored, markCells, type StoredValue, saveValues } from './store.ts'

/** A change to what is held, as writers announce it. */
export type Change = {
  /** Kind of datum, `<obligation>-report`, or `coverage`. */
  kind: string
  actor?: string | undefined
  heldFrom?: string | null | undefined
  register?: string | undefined
  obligation?: string | undefined
  question?: string | undefined
  coversYear?: number | undefined
}

const readsByPlan = new WeakMap<PlanRules, Map<string, Reads>>()

const readsOfPlan = (plan: PlanRules): Map<string, Reads> => {
  let reads = readsByPlan.get(plan)
  if (reads === undefined) {
    reads = new Map(
      Object.entries(plan.rules).map(([number, rule]) => [
        number,
        readsOf({ ...rule, let: plan.let }, plan.cohorts, plan.obligation),
      ]),
    )
    readsByPlan.set(plan, reads)
  }
  return reads
}

/** Years whose values exist or could: those of the plan that have begun. */
export const yearsBegun = (plan: PlanRules, today: string): number[] =>
  plan.years.filter((year) => `${year}-01-01` <= today)

/** The cells of a plan that a change touches. */
export const cellsTouched = (
  plan: PlanRules,
  change: Change,
  years: readonly number[],
): { number: string; year: number }[] => {
  const touched: { number: string; year: number }[] = []
  for (const [number, reads] of readsOfPlan(plan)) {
    let from: number | undefined
    let only: number | undefined
    if (change.kind === 'coverage') from = reads.registers.has(change.register ?? '') ? 0 : undefined
    else if (change.question !== undefined) {
      const question = `${change.obligation}/${change.question}`
      if (reads.questions.has(question)) {
        if (reads.standing.has(question) || change.obligation !== plan.obligation)
          from = (change.coversYear ?? -1) + 1
        else only = (change.coversYear ?? -1) + 1
      }
    } else if (reads.kinds.has(change.kind))
      from = change.heldFrom == null ? 0 : Number(change.heldFrom.slice(0, 4))
    if (only !== undefined && years.includes(only)) touched.push({ number, year: only })
    if (from !== undefined) for (const year of years) if (year >= from) touched.push({ number, year })
  }
  return touched
}

/** Marks stale, in the writer's own transaction, every cell the changes touch. */
export const markStale = async (
  db: Db,
  plans: readonly PlanRules[],
  changes: readonly Change[],
): Promise<void> => {
  const today = await todayIn(db)
  const cells = new Map<string, { indicator: string; year: number }>()
  for (const plan of plans) {
    const years = yearsBegun(plan, today)
    const seen = new Set<string>()
    for (const change of changes) {
      const key = JSON.stringify([
        change.kind,
        change.register,
        change.obligation,
        change.question,
        change.coversYear,
        change.heldFrom?.slice(0, 4),
      ])
      if (seen.has(key)) continue
      seen.add(key)
      for (const { number, year } of cellsTouched(plan, change, years))
        cells.set(`${plan.id}/${number}|${year}`, { indicator: `${plan.id}/${number}`, year })
    }
  }
  await markCells(db, [...cells.values()])
}

/** Why a stored cell cannot be shown as it is; undefined where it can. */
const outdated = (
  plan: PlanRules,
  number: string,
  reading: string,
  stored: StoredValue | undefined,
  today: string,
): boolean =>
  stored === undefined ||
  stored.ruleHash !== ruleHash(plan, number, reading) ||
  (stored.nextChangeOn !== null && stored.nextChangeOn <= today)

/** The cells of a plan that have to be computed before anything is shown. */
export const cellsToCompute = async (db: Db, plan: PlanRules, today: string): Promise<Cell[]> => {
  const stored = await listStored(db, { plan: plan.id })
  const byKey = new Map(stored.map((value) => [`${value.indicator}|${value.year}|${value.reading}`, value]))
  const stale = new Set((await listStale(db, plan.id)).map((cell) => `${cell.indicator}|${cell.year}`))
  const cells: Cell[] = []
  for (const year of yearsBegun(plan, today))
    for (const [number, rule] of Object.entries(plan.rules)) {
      const indicator = `${plan.id}/${number}`
      const readings = ['default', ...Object.keys(rule.readings)]
      const due =
        stale.has(`${indicator}|${year}`) ||
        readings.some((reading) =>
          outdated(plan, number, reading, byKey.get(`${indicator}|${year}|${reading}`), today),
        )
      if (due) for (const reading of readings) cells.push({ number, year, reading })
    }
  return cells
}

/** Computes and stores the given cells. */
export const computeCells = async (
  db: Db,
  plan: PlanRules,
  base: FactBase,
  cells: readonly Cell[],
  today: string,
): Promise<void> => {
  const computed = [...Map.groupBy(cells, (cell) => cell.year)].flatMap(([year, ofYear]) =>
    computeYear(plan, base, { year, today, cells: ofYear }),
  )
  await saveValues(db, plan.id, computed)
}
