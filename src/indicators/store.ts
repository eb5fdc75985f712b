// Values as stored: a cache of what the rules give, with a row for every member.
import { sql } from 'kysely'
import { type Db, inTransaction, json, numberOf } from '../db/store.ts'
import type { Reach } from '../rules/coverage.ts'
import type { Reason } from '../words/reason.ts'
import type { Computed } from './compute.ts'
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

export type StoredMember = {
  member: string
  actorId: string
  state: string
  inN: number
  inD: number
  reason: Reason
  datumIds: string[]
}

/** How far the registers a value rests on reach, worst level first. */
export const coverageShown = (reaches: ReadonlyMap<string, Reach>): CoverageShown => {
  const registers = [...reaches]
    .map(([register, reach]) => ({
      register,
      level: reach.level === 'until' ? ('complete' as const) : reach.level,
      until: reach.level === 'until' ? reach.lastDay : null,
      statedBy: reach.statedBy,
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

/**
 * Replaces the stored cells by `computed`, in one transaction: values of all readings, members of the default one
 * (those of other readings are computed when asked for).
 */
export const saveValues = (db: Db, plan: string, computed: readonly Computed[]): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (computed.length === 0) return
    const id = (number: string) => `${plan}/${number}`
    const cells = JSON.stringify(
      [...new Set(computed.map((cell) => JSON.stringify([id(cell.number), cell.year])))].map((text) => {
        const [indicator, year] = JSON.parse(text)
        return { indicator, year }
      }),
    )
    const keys = sql`(select indicator, year from jsonb_to_recordset(${cells}::jsonb) as cell(indicator text, year integer))`
    // The rows of a whole recomputation would otherwise go through a file.
    await sql`set local work_mem = '64MB'`.execute(trx)
    await sql`delete from value where (indicator, year) in ${keys}`.execute(trx)
    await sql`delete from stale where (indicator, year) in ${keys}`.execute(trx)
    await sql`
      insert into value (indicator, year, reading, as_of, known_on, rule_hash, numerator, denominator, value, status,
             provisional_until, coverage, reported_numerator, reported_denominator, next_change_on)
      select * from jsonb_to_recordset(${json(
        computed.map((cell) => ({
          indicator: id(cell.number),
          year: cell.year,
          reading: cell.reading,
          as_of: cell.asOf,
          known_on: cell.knownOn,
          rule_hash: cell.ruleHash,
          numerator: cell.numerator,
          denominator: cell.denominator,
          value: cell.value,
          status: cell.status,
          provisional_until: cell.provisionalUntil,
          coverage: { ...coverageShown(cell.reaches), reason: cell.statusReason },
          reported_numerator: cell.reportedAmong?.numerator ?? null,
          reported_denominator: cell.reportedAmong?.denominator ?? null,
          next_change_on: cell.nextChangeOn,
        })),
      )}::jsonb) as v(indicator text, year integer, reading text, as_of date, known_on date, rule_hash text,
             numerator numeric, denominator numeric, value numeric, status text, provisional_until date, coverage jsonb,
             reported_numerator numeric, reported_denominator numeric, next_change_on date)`.execute(trx)
    await insertMembers(
      trx,
      plan,
      computed.filter((cell) => cell.reading === 'default'),
    )
  })

/** One `unnest` for all rows of the cells. Reasons and cells repeat, so they travel once and the rows point at them. */
const insertMembers = async (db: Db, plan: string, computed: readonly Computed[]): Promise<void> => {
  const indicators: string[] = []
  const years: number[] = []
  const cells: number[] = []
  const actors: string[] = []
  const members: string[] = []
  const states: string[] = []
  const inN: number[] = []
  const inD: number[] = []
  const reasonAt: number[] = []
  const datumIds: string[] = []
  const reasons = new Map<string, number>()
  let last: Reason | undefined
  let at: number | undefined
  computed.forEach((cell, index) => {
    indicators.push(`${plan}/${cell.number}`)
    years.push(cell.year)
    for (const member of cell.members) {
      cells.push(index + 1)
      actors.push(member.actor)
      members.push(member.member)
      states.push(member.state)
      inN.push(member.inN)
      inD.push(member.inD)
      // Many members share one reason: what is one object is written once.
      if (member.reason !== last) {
        last = member.reason
        const text = JSON.stringify(last)
        at = reasons.get(text)
        if (at === undefined) {
          at = reasons.size + 1
          reasons.set(text, at)
        }
      }
      reasonAt.push(at!)
      datumIds.push(`{${member.datumIds.join(',')}}`)
    }
  })
  // Most rows of a recomputation are as they were: those are left alone, which costs a look-up and no write.
  await sql`
    with given as materialized (
      select row.actor, cell.indicator, cell.year, row.member, row.state, row.in_n, row.in_d, reason.words,
             row.datum_ids::uuid[] as datum_ids
        from unnest(${cells}::integer[], ${actors}::text[], ${members}::text[], ${states}::text[], ${inN}::numeric[],
                    ${inD}::numeric[], ${reasonAt}::integer[], ${datumIds}::text[])
             as row(cell, actor, member, state, in_n, in_d, reason, datum_ids)
        join unnest(${indicators}::text[], ${years}::integer[]) with ordinality as cell(indicator, year, at)
          on cell.at = row.cell
        join unnest(${[...reasons.keys()]}::text[]) with ordinality as reason(words, at) on reason.at = row.reason
    ), gone as (
      delete from value_member held
       using unnest(${indicators}::text[], ${years}::integer[]) as cell(indicator, year)
       where held.indicator = cell.indicator and held.year = cell.year and held.reading = 'default'
         and not exists (select from given
                          where given.actor = held.actor_id and given.indicator = held.indicator
                            and given.year = held.year and given.member = held.member)
    )
    insert into value_member as held (actor_id, indicator, year, reading, member, state, in_n, in_d, reason, datum_ids)
    select actor, indicator, year, 'default', member, state, in_n, in_d, words, datum_ids from given
    on conflict (actor_id, indicator, year, reading, member) do update
       set state = excluded.state, in_n = excluded.in_n, in_d = excluded.in_d, reason = excluded.reason,
           datum_ids = excluded.datum_ids
     where (held.state, held.in_n, held.in_d, held.reason, held.datum_ids)
           is distinct from (excluded.state, excluded.in_n, excluded.in_d, excluded.reason, excluded.datum_ids)`.execute(
    db,
  )
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

/** Changes whenever a value of the plan is computed, marked stale or taken away. */
export const findValuesStamp = async (db: Db, plan: string): Promise<string> => {
  const ofPlan = sql`starts_with(indicator, ${`${plan}/`})`
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws('/', count(*), max(computed_at), (select count(*) from stale where ${ofPlan})) as stamp
      from value where ${ofPlan}`.execute(db)
  return rows[0]?.stamp ?? ''
}

type StoredText<Row> = Omit<Row, 'inN' | 'inD' | 'reason'> & { inN: string; inD: string; reason: string }

const asStored = <Row extends { inN: string; inD: string; reason: string }>(row: Row) => ({
  ...row,
  inN: numberOf(row.inN),
  inD: numberOf(row.inD),
  reason: JSON.parse(row.reason) as Reason,
})

/** One row of a stored value, from its actor's side. */
export type StoredMembership = {
  indicator: string
  year: number
  state: string
  reason: Reason
  inN: number
  inD: number
  /** Some of what it rests on was entered here, not received. */
  entered: boolean
}

/** The members of one stored cell, with the datums responsible. */
export const listMembersStored = async (db: Db, indicator: string, year: number): Promise<StoredMember[]> => {
  const { rows } = await sql<StoredText<StoredMember>>`
    select member, actor_id, state, in_n, in_d, reason, datum_ids
      from value_member
     where indicator = ${indicator} and year = ${year}::integer and reading = 'default'
     order by actor_id, member`.execute(db)
  return rows.map(asStored)
}

export type StateCountStored = { indicator: string; year: number; state: string; members: number }

/** How many members of each stored value of a plan are in each state, under the default reading. */
export const listStateCounts = async (db: Db, plan: string): Promise<StateCountStored[]> => {
  const { rows } = await sql<StateCountStored>`
    select indicator, year, state, count(*)::integer as members
      from value_member
     where starts_with(indicator, ${`${plan}/`}) and reading = 'default'
     group by indicator, year, state
     order by indicator, year, state`.execute(db)
  return rows
}

/** What one actor counts towards: its rows in every stored value. */
export const listMemberships = async (db: Db, actor: string): Promise<StoredMembership[]> => {
  const { rows } = await sql<StoredText<StoredMembership>>`
    with entered as (
      select datum_id as id from datum where actor_id = ${actor} and entered
      union all
      select report_id from report_version where actor_id = ${actor} and entered
      union all
      select a.datum_id from answer a join report_version r on r.actor_id = a.actor_id and r.report_id = a.report_id
       where a.actor_id = ${actor} and r.entered
    )
    select indicator, year, state, reason, in_n, in_d, datum_ids && array(select id from entered) as entered
      from value_member where actor_id = ${actor} and reading = 'default'
     order by indicator, year, member`.execute(db)
  return rows.map(asStored)
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
    for (const table of ['value_member', 'value', 'stale'])
      await sql`delete from ${sql.table(table)} where starts_with(indicator, ${`${plan}/`})`.execute(trx)
  })

/** Deletes every stored value of a world: they are computed again when asked for. */
export const forgetValues = (db: Db): Promise<void> =>
  inTransaction(db, async (trx) => {
    await sql`delete from value_member`.execute(trx)
    await sql`delete from value`.execute(trx)
  })
