// Keeps stored values true: what a write touched, what a date changed, and what a rule redefined is computed again,
// and nothing else.
import type { Change } from '../db/events.ts'
import { lockSetting } from '../db/setting-store.ts'
import { type Db, inTransaction } from '../db/store.ts'
import type { Kinds } from '../facts/kind.ts'
import { todayIn } from '../facts/today.ts'
import { leadsOn } from '../implementation/belonging.ts'
import type { FactBase } from '../rules/facts.ts'
import { otherInstruments } from '../rules/field-check.ts'
import { withReading } from '../rules/reading.ts'
import { type Reads, readsOf, unionOf } from '../rules/reads.ts'
import type { Rule } from '../rules/rule-schema.ts'
import { type Cell, type Computed, computeYear, type PlanRules, ruleHash } from './compute.ts'
import { clearCells, listStale, markCells, type StoredValue, saveValues, storedValueOf } from './store.ts'

/** The setting whose row is locked by whoever computes values, and by whoever marks them stale. */
export const valuesLock = 'values-lock'

const readsByPlan = new WeakMap<PlanRules, Map<string, Reads>>()

const readsOfPlan = (plan: PlanRules): Map<string, Reads> => {
  let reads = readsByPlan.get(plan)
  if (reads === undefined) {
    reads = new Map(
      Object.entries(plan.rules).map(([number, rule]) => [
        number,
        unionOf(
          readingsOf(rule).map((reading) =>
            readsOf(withReading(rule, reading), plan.let, plan.cohorts, plan.obligation),
          ),
        ),
      ]),
    )
    readsByPlan.set(plan, reads)
  }
  return reads
}

const readingsOf = (rule: Rule): string[] => ['default', ...Object.keys(rule.readings)]

/** Years whose values exist or could: those of the plan that have begun. */
export const yearsBegun = (plan: PlanRules, today: string): number[] =>
  plan.years.filter((year) => `${year}-01-01` <= today)

/** The first of the years a change can matter to, and whether it matters to that one only. */
type Span = { from: number; only: boolean }

const ofAnswer = (plan: PlanRules, reads: Reads, change: Change): Span | undefined => {
  const question = `${change.obligation}/${change.question}`
  if (!reads.questions.has(question)) return undefined
  return ofCycle(plan, change, reads.standing.has(question))
}

/**
 * A report of the plan's own obligation answers for one cycle, and for later ones in what stands. What another
 * obligation says of records matters in the year of the record, which the report does not name.
 */
const ofCycle = (plan: PlanRules, change: Change, stands: boolean): Span =>
  change.obligation === plan.obligation
    ? { from: (change.coversYear ?? -1) + 1, only: !stands }
    : { from: 0, only: false }

const ofReport = (plan: PlanRules, reads: Reads, change: Change): Span[] => {
  const spans: Span[] = []
  if (reads.obligations.has(change.obligation ?? ''))
    spans.push(ofCycle(plan, change, reads.standing.size > 0))
  // Rules that count reports look at the cycle, or at the year in which they were received.
  if (reads.kinds.has(change.kind))
    spans.push(ofCycle(plan, { ...change, obligation: plan.obligation }, false), {
      from: yearOf(change.heldFrom),
      only: true,
    })
  return spans
}

const yearOf = (day: string | null | undefined): number => (day == null ? 0 : Number(day.slice(0, 4)))

/** Whether the plan asks which promise a record is for, and a record may lead there by a fact of the kind. */
const isOnTheWay = (plan: PlanRules, kind: string): boolean =>
  Object.hasOwn(plan.let, otherInstruments) &&
  Object.entries(plan.kinds as Kinds).some(([from, { fields }]) =>
    Object.values(fields).some(({ ref = [] }) => leadsOn(from, ref) && ref.includes(kind)),
  )

const spansTouched = (plan: PlanRules, reads: Reads, change: Change): Span[] => {
  // A statement about a register as a whole belongs to no actor.
  if (change.actor === '')
    return reads.registers.has(change.kind) ? [{ from: yearOf(change.heldFrom), only: false }] : []
  if (change.question !== undefined)
    return [ofAnswer(plan, reads, change)].filter((span) => span !== undefined)
  if (change.coversYear !== undefined && change.obligation !== undefined) return ofReport(plan, reads, change)
  if (isOnTheWay(plan, change.kind)) return [{ from: 0, only: false }]
  // A statement about a register for one actor is named by the register, a fact by its kind.
  return reads.kinds.has(change.kind) || reads.registers.has(change.kind)
    ? [{ from: yearOf(change.heldFrom), only: false }]
    : []
}

/** The cells of a plan that a change touches. */
export const cellsTouched = (
  plan: PlanRules,
  change: Change,
  years: readonly number[],
): { number: string; year: number }[] =>
  [...readsOfPlan(plan)].flatMap(([number, reads]) => {
    const spans = spansTouched(plan, reads, change)
    return years
      .filter((year) => spans.some(({ from, only }) => (only ? year === from : year >= from)))
      .map((year) => ({ number, year }))
  })

/** Marks stale, in the writer's own transaction, every cell the changes touch. */
export const markStale = async (
  db: Db,
  plans: readonly PlanRules[],
  changes: readonly Change[],
): Promise<void> => {
  // Whoever computes values holds this lock while it reads and saves: a mark set meanwhile waits, and is not lost.
  await lockSetting(db, valuesLock)
  const today = await todayIn(db)
  const cells = new Map<string, { indicator: string; year: number }>()
  for (const plan of plans) {
    const years = yearsBegun(plan, today)
    const seen = new Set<string>()
    for (const change of changes) {
      const key = JSON.stringify([
        change.kind,
        change.actor === '',
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
  // A clock that ran ahead, and was set right.
  stored.knownOn > today ||
  (stored.nextChangeOn !== null && stored.nextChangeOn <= today)

type Outdated = { plan: PlanRules; today: string; cells: ReadonlySet<string> }

// The same list is looked through by who asks whether anything is due, and again by who then computes it.
const outdatedByList = new WeakMap<readonly StoredValue[], Outdated>()

/** Cells, as `indicator|year`, that a day or a rule has made untrue, or that were never computed. */
const outdatedCells = (
  plan: PlanRules,
  today: string,
  stored: readonly StoredValue[],
): ReadonlySet<string> => {
  const found = outdatedByList.get(stored)
  if (found?.plan === plan && found.today === today) return found.cells
  const byKey = new Map(stored.map((value) => [`${value.indicator}|${value.year}|${value.reading}`, value]))
  const cells = new Set<string>()
  for (const year of yearsBegun(plan, today))
    for (const [number, rule] of Object.entries(plan.rules)) {
      const cell = `${plan.id}/${number}|${year}`
      const isDue = readingsOf(rule).some((reading) =>
        outdated(plan, number, reading, byKey.get(`${cell}|${reading}`), today),
      )
      if (isDue) cells.add(cell)
    }
  outdatedByList.set(stored, { plan, today, cells })
  return cells
}

/** The cells of a plan that have to be computed before anything is shown; `stored` are its values as they stand. */
export const cellsToCompute = async (
  db: Db,
  plan: PlanRules,
  today: string,
  stored: readonly StoredValue[],
): Promise<Cell[]> => {
  const stale = new Set((await listStale(db, plan.id)).map((cell) => `${cell.indicator}|${cell.year}`))
  const outOfDate = outdatedCells(plan, today, stored)
  return yearsBegun(plan, today).flatMap((year) =>
    Object.entries(plan.rules).flatMap(([number, rule]) => {
      const cell = `${plan.id}/${number}|${year}`
      return stale.has(cell) || outOfDate.has(cell)
        ? readingsOf(rule).map((reading) => ({ number, year, reading }))
        : []
    }),
  )
}

/**
 * Computes and stores the given cells, in one transaction; returns what is stored of them. The store writes one year while the next is computed: the
 * embedded one has a thread of its own, a server another process.
 */
export const computeCells = (
  db: Db,
  plan: PlanRules,
  base: FactBase,
  cells: readonly Cell[],
  today: string,
): Promise<StoredValue[]> =>
  inTransaction(db, async (trx) => {
    const stored: StoredValue[] = []
    let saving = underWay(clearCells(trx, plan.id, cells))
    for (const [year, ofYear] of Map.groupBy(cells, (cell) => cell.year)) {
      // Otherwise what is to be written would wait with us until this year is computed.
      await sent()
      let computed: Computed[]
      try {
        computed = computeYear(plan, base, { year, today, cells: ofYear, keep: true })
      } finally {
        await saving
      }
      const values = computed.map((cell) => storedValueOf(plan.id, cell))
      saving = underWay(saveValues(trx, plan.id, values, computed))
      stored.push(...values)
    }
    await saving
    return stored
  })

/** Lets a statement that was just made set out for the store. */
const sent = () => new Promise((resolve) => setImmediate(resolve))

/** A statement that is waited for later: until then its failure is nobody's. */
const underWay = (statement: Promise<void>): Promise<void> => {
  statement.catch(() => {})
  return statement
}
