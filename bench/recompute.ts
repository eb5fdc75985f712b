// The promise: all 87 indicators × 5 years × 166 States computed in under a second on two cores, embedded store,
// provenance stored; and it grows with the data, not faster. Beside it, hand-written SQL for the indicators that ask
// reports, on the same data, giving the same n and N and writing a row for every member. Everything is fictional.
// Some two minutes; `--quick` leaves the larger worlds out.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { type Db, json } from '../src/db/store.ts'
import { factBase } from '../src/indicators/fact-base.ts'
import { computeCells } from '../src/indicators/fresh.ts'
import { lawOf } from '../src/indicators/plans.ts'
import { readRows } from '../src/indicators/rows-store.ts'
import { forgetValues, listStored } from '../src/indicators/store.ts'
import { shown, timed } from './timing.ts'
import { fill, inNewStore, plan, planYears, states, todayOf } from './world.ts'

/** Indicators whose rule is one answer, or all of several, of the cycle's own report. */
const asked = Object.entries(plan.rules.rules).flatMap(([number, { population, condition, measure }]) => {
  const parts =
    typeof condition === 'object' && 'all' in condition ? (condition.all as unknown[]) : [condition]
  const isAsked = parts.every(
    (part) =>
      typeof part === 'object' &&
      part !== null &&
      'answer' in part &&
      'is' in part &&
      part.is === 'yes' &&
      !('standing' in part) &&
      !('by' in part),
  )
  if (
    !isAsked ||
    typeof population !== 'object' ||
    !('cohort' in population) ||
    !['share', 'count'].includes(measure as string)
  )
    return []
  return parts.map((part) => ({
    indicator: `${plan.rules.id}/${number}`,
    cohort: population.cohort,
    question: (part as { answer: string }).answer,
    parts: parts.length,
  }))
})

/** The same by hand: members with their states, then n and N; written to tables of the same shape. */
const byHand = async (db: Db, years: readonly number[]) => {
  await sql`create table if not exists hand_member (actor_id text, indicator text, year integer, reading text, member text, state text, in_n numeric, in_d numeric, reason text, datum_ids uuid[], primary key (actor_id, indicator, year, reading, member))`.execute(
    db,
  )
  await sql`create table if not exists hand_value (indicator text, year integer, numerator integer, denominator integer, primary key (indicator, year))`.execute(
    db,
  )
  await sql`truncate hand_member, hand_value`.execute(db)
  await sql`
    with ask as (select * from jsonb_to_recordset(${json(asked)}::jsonb) as a(indicator text, cohort text, question text, parts integer)),
    held as (select actor_id, kind from datum where kind <> 'status-event'),
    cohort as (
      select 'states-parties' as cohort, actor_id from actor
      union all select 'article-5', actor_id from held where kind = 'article-5-obligation'
      union all select 'victims', actor_id from held where kind = 'victims-significant'
      union all select 'affected', actor_id from held where kind in ('article-5-obligation', 'victims-significant') group by actor_id
      union all select 'article-4', actor_id from held where kind = 'article-4-obligation'
      union all select 'article-4-overdue', actor_id from held where kind = 'article-4-overdue'
      union all select 'article-3', actor_id from held where kind = 'retained-mines'
      union all select 'donor', actor_id from held where kind = 'donor'),
    member as (
      select c.actor_id, ask.indicator, y.year, max(ask.parts) as parts,
             max(r.report_id::text) as report, count(a.state) as said,
             count(*) filter (where a.state = 'yes') as yes, count(*) filter (where a.state = 'partly') as partly,
             count(*) filter (where a.state = 'no') as no, count(*) filter (where a.state = 'not applicable') as na,
             array_remove(array_agg(a.datum_id), null) as ids
        from ask join cohort c using (cohort) cross join unnest(${years}::integer[]) as y(year)
        left join report_version r on r.actor_id = c.actor_id and r.obligation = 'article-7' and r.covers_year = y.year - 1
        left join answer a on a.actor_id = c.actor_id and a.report_id = r.report_id and a.question = ask.question
       group by c.actor_id, ask.indicator, y.year)
    insert into hand_member
    select actor_id, indicator, year, 'default', actor_id,
           case when na = parts then 'not applicable' when yes > 0 and yes + na = parts then 'counted'
                when yes + partly > 0 then 'partly' when no > 0 then 'not counted' else 'not reported' end,
           case when na < parts and yes + na = parts then 1 else 0 end, 1,
           case when report is null then 'No report' else 'The report says so' end, ids
      from member`.execute(db)
  await sql`insert into hand_value select indicator, year, sum(in_n), sum(in_d) from hand_member group by 1, 2`.execute(
    db,
  )
}

type Stages = { read: number; base: number }

/** All cells from what the world holds: rows read, base made, values computed and stored. */
const computeAll = async (db: Db, years: readonly number[], stages: Stages) => {
  const start = performance.now()
  const today = todayOf(years)
  const rows = await readRows(db, today)
  stages.read = performance.now() - start
  const base = factBase(rows, await lawOf(db, plan))
  stages.base = performance.now() - start - stages.read
  const cells = years.flatMap((year) =>
    Object.keys(plan.rules.rules).map((number) => ({ number, year, reading: 'default' })),
  )
  await computeCells(db, plan.rules, base, cells, today)
}

const measure = (factor: number, years: readonly number[]) =>
  inNewStore(async (db, { kind }) => {
    await fill(db, states * factor, years)
    const stages = { read: 0, base: 0 }
    const runs = factor === 1 ? 7 : 3
    const again = () => computeAll(db, years, stages)
    const empty = await timed(again, { runs, before: () => forgetValues(db) })
    const engine = await timed(again, { runs })
    const hand = await timed(() => byHand(db, years), { runs })
    const {
      rows: [counted],
    } = await sql<{ members: number; answers: number }>`
      select (select sum(cardinality(actors))::integer from value_members) as members,
             (select count(*) from answer) as answers`.execute(db)
    const { rows: own } = await sql<{
      indicator: string
      year: number
      numerator: number
      denominator: number
    }>`select * from hand_value`.execute(db)
    const stored = new Map(
      (await listStored(db, { plan: plan.rules.id })).map((value) => [
        `${value.indicator}|${value.year}`,
        value,
      ]),
    )
    for (const row of own) {
      const value = stored.get(`${row.indicator}|${row.year}`)
      assert.deepEqual(
        [value?.numerator, value?.denominator],
        [row.numerator, row.denominator],
        `${row.indicator} ${row.year}`,
      )
    }
    return { kind, empty, engine, hand, stages, compared: own.length, ...counted! }
  })

const print = (
  first: number,
  years: readonly number[],
  factor: number,
  found: Awaited<ReturnType<typeof measure>>,
) =>
  console.log(
    `${String(states * factor).padStart(5)} States, ${String(years.length).padStart(2)} years: ` +
      `from nothing ${shown(found.empty)}, again ${shown(found.engine)} (read ${found.stages.read.toFixed(0)}, base ${found.stages.base.toFixed(0)}), ` +
      `${(found.empty.wallMs / first).toFixed(1)}× the first; ${found.answers} answers, ${found.members} members; ` +
      `by hand ${found.compared} of the values, equal n and N: ${shown(found.hand)}, ratio ${(found.empty.wallMs / found.hand.wallMs).toFixed(2)}`,
  )

const first = await measure(1, planYears)
console.log(
  `recomputation, ${first.kind} store: ${Object.keys(plan.rules.rules).length} indicators, members stored; medians`,
)
print(first.empty.wallMs, planYears, 1, first)
if (!process.argv.includes('--quick')) {
  for (const factor of [2, 4, 8])
    print(first.empty.wallMs, planYears, factor, await measure(factor, planYears))
  for (const factor of [2, 4, 8]) {
    const years = Array.from({ length: planYears.length * factor }, (_, i) => planYears[0]! + i)
    print(first.empty.wallMs, years, 1, await measure(1, years))
  }
}
