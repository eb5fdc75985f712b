// Values as stored: a cache of what the rules give, with a row for every member.
import { sql } from 'kysely'
import { type Db, inTransaction, json, numberOf } from '../db/store.ts'
import { type Reach, wordTold } from '../rules/coverage.ts'
import type { Reason } from '../words/reason.ts'
import type { Computed } from './compute.ts'
import { membersToSave } from './members-store.ts'
import type { CoverageShown } from './show.ts'

export type StoredValue = {
  indicator: string
  year: number
  reading: string
  asOf: string
  knownOn: string
  ruleHash: string
  numerator: number | null
  denominator: number | null
  value: number | null
  status: string
  statusReason: Reason
  provisionalUntil: string | null
  coverage: CoverageShown
  reportedNumerator: number | null
  reportedDenominator: number | null
  nextChangeOn: string | null
}

/** How far the registers a value rests on reach, worst level first. */
export const coverageShown = (reaches: ReadonlyMap<string, Reach>): CoverageShown => {
  const registers = [...reaches]
    .map(([register, reach]) => ({
      register,
      level: reach.level === 'until' ? ('complete' as const) : reach.level,
      until: reach.level === 'until' ? reach.lastDay : null,
      statedBy: reach.statedBy,
      ...wordTold(reach),
    }))
    .sort((a, b) => (a.register < b.register ? -1 : 1))
  const has = (level: string) => registers.some((register) => register.level === level)
  const cutShort = registers.some((register) => register.until !== null)
  // A value without registers (an actor of its own, no condition) rests on nothing that could be missing.
  const level = has('none') ? 'none' : has('partial') || cutShort ? 'partial' : 'complete'
  return { level, registers }
}

/** `known`, `provisional until DATE`, `not known` or `no cases`. */
export const statusWords = (status: string, provisionalUntil: string | null): string =>
  status === 'provisional' ? `provisional until ${provisionalUntil}` : status

/** Takes cells out of the store, with their marks, ahead of their being computed again; their members stay till then. */
export const clearCells = async (
  trx: Db,
  plan: string,
  cells: readonly { number: string; year: number }[],
): Promise<void> => {
  const keys = sql`(select * from unnest(${cells.map(({ number }) => `${plan}/${number}`)}::text[],
                                         ${cells.map(({ year }) => year)}::integer[]))`
  await sql`
    with marks as (delete from stale where (indicator, year) in ${keys})
    delete from value where (indicator, year) in ${keys}`.execute(trx)
}

/** What is stored of a computed cell, but for its members. */
export const storedValueOf = (plan: string, cell: Computed): StoredValue => ({
  indicator: `${plan}/${cell.number}`,
  year: cell.year,
  reading: cell.reading,
  asOf: cell.asOf,
  knownOn: cell.knownOn,
  ruleHash: cell.ruleHash,
  numerator: cell.numerator,
  denominator: cell.denominator,
  value: cell.value,
  status: cell.status,
  statusReason: cell.statusReason,
  provisionalUntil: cell.provisionalUntil,
  coverage: coverageShown(cell.reaches),
  reportedNumerator: cell.reportedAmong?.numerator ?? null,
  reportedDenominator: cell.reportedAmong?.denominator ?? null,
  nextChangeOn: cell.nextChangeOn,
})

/**
 * Stores cells that were cleared, in one statement: values of all readings, members of the default one (those of other
 * readings are computed when asked for).
 */
export const saveValues = async (
  trx: Db,
  plan: string,
  values: readonly StoredValue[],
  computed: readonly Computed[],
): Promise<void> => {
  const given = json(
    values.map((value) => ({
      indicator: value.indicator,
      year: value.year,
      reading: value.reading,
      as_of: value.asOf,
      known_on: value.knownOn,
      rule_hash: value.ruleHash,
      numerator: value.numerator,
      denominator: value.denominator,
      value: value.value,
      status: value.status,
      provisional_until: value.provisionalUntil,
      coverage: { ...value.coverage, reason: value.statusReason },
      reported_numerator: value.reportedNumerator,
      reported_denominator: value.reportedDenominator,
      next_change_on: value.nextChangeOn,
    })),
  )
  await sql`
    with figures as (
      insert into value (indicator, year, reading, as_of, known_on, rule_hash, numerator, denominator, value, status,
             provisional_until, coverage, reported_numerator, reported_denominator, next_change_on, computed_at)
      -- When the lock was held, not when the transaction began: whoever waited for the lock comes after.
      select v.*, clock_timestamp() from jsonb_to_recordset(${given}::jsonb) as v(indicator text, year integer, reading text, as_of date,
             known_on date, rule_hash text, numerator numeric, denominator numeric, value numeric, status text,
             provisional_until date, coverage jsonb, reported_numerator numeric, reported_denominator numeric,
             next_change_on date)
    )
    ${membersToSave(plan, computed)}`.execute(trx)
}

type ValueRow = Omit<
  StoredValue,
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'reportedNumerator'
  | 'reportedDenominator'
  | 'coverage'
  | 'statusReason'
> & {
  numerator: string | null
  denominator: string | null
  value: string | null
  reportedNumerator: string | null
  reportedDenominator: string | null
  coverage: CoverageShown & { reason: Reason }
}

const storedValue = (row: ValueRow): StoredValue => {
  const { reason, ...coverage } = row.coverage
  return {
    ...row,
    coverage,
    statusReason: reason,
    numerator: numberOf(row.numerator),
    denominator: numberOf(row.denominator),
    value: numberOf(row.value),
    reportedNumerator: numberOf(row.reportedNumerator),
    reportedDenominator: numberOf(row.reportedDenominator),
  }
}

/** Stored values of a plan, or of one indicator; all readings. */
export const listStored = async (
  db: Db,
  filter: { plan?: string; indicator?: string; year?: number },
): Promise<StoredValue[]> => {
  const { rows } = await sql<ValueRow>`
    select indicator, year, reading, as_of, known_on, rule_hash, numerator, denominator, value, status, provisional_until,
           coverage, reported_numerator, reported_denominator, next_change_on
      from value
     where ${filter.plan === undefined ? sql`true` : sql`starts_with(indicator, ${`${filter.plan}/`})`}
       and ${filter.indicator === undefined ? sql`true` : sql`indicator = ${filter.indicator}`}
       and ${filter.year === undefined ? sql`true` : sql`year = ${filter.year}::integer`}
     order by indicator, year, reading`.execute(db)
  return rows.map(storedValue)
}

/** `values` changes whenever a value of the plan is computed or taken away, `marks` when one is marked stale. */
export type ValuesStamp = { values: string; marks: number }

export const findValuesStamp = async (db: Db, plan: string): Promise<ValuesStamp> => {
  const ofPlan = sql`starts_with(indicator, ${`${plan}/`})`
  const { rows } = await sql<ValuesStamp>`
    select concat_ws('/', count(*), max(computed_at)) as values,
           (select count(*)::integer from stale where ${ofPlan}) as marks
      from value where ${ofPlan}`.execute(db)
  return rows[0]!
}

/** Cells a write has touched since they were computed. */
export const listStale = async (db: Db, plan: string): Promise<{ indicator: string; year: number }[]> => {
  const { rows } = await sql<{ indicator: string; year: number }>`
    select indicator, year from stale where starts_with(indicator, ${`${plan}/`})`.execute(db)
  return rows
}

/** Marks cells stale; those already marked stay as they are. */
export const markCells = async (
  db: Db,
  cells: readonly { indicator: string; year: number }[],
): Promise<void> => {
  if (cells.length === 0) return
  await sql`
    insert into stale (indicator, year)
    select indicator, year from jsonb_to_recordset(${json(cells)}::jsonb) as cell(indicator text, year integer)
    on conflict do nothing`.execute(db)
}

/** Deletes the stored values of one plan. */
export const forgetValuesOf = (db: Db, plan: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    for (const table of ['value_members', 'value', 'stale'])
      await sql`delete from ${sql.table(table)} where starts_with(indicator, ${`${plan}/`})`.execute(trx)
  })

/** Deletes every stored value of a world: they are computed again when asked for. */
export const forgetValues = (db: Db): Promise<void> =>
  inTransaction(db, async (trx) => {
    await sql`delete from value_members`.execute(trx)
    await sql`delete from value`.execute(trx)
  })
