// The promise: all 87 indicators × 5 years × 166 States computed in under a second on two cores, embedded store,
// provenance stored; and it grows with the data, not faster. Beside it, hand-written SQL for the indicators that ask
// reports, on the same data, giving the same n and N and writing the same rows. Everything is fictional.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate } from '../src/db/migrate.ts'
import { analyze, type Db, json, openStore } from '../src/db/store.ts'
import { factBase } from '../src/indicators/fact-base.ts'
import { computeCells } from '../src/indicators/fresh.ts'
import { heldPlans, lawOf } from '../src/indicators/plans.ts'
import { readRows } from '../src/indicators/rows-store.ts'
import { listStored } from '../src/indicators/store.ts'
import { answerableQuestions } from '../src/rules/rule-schema.ts'

const states = 166
const years = [2025, 2026, 2027, 2028, 2029]
const today = '2029-12-31'
const plan = heldPlans().find((held) => held.rules.obligation === 'article-7')!
const questions = plan.questionnaires
  .filter((q) => q.id === plan.rules.obligation)
  .flatMap(answerableQuestions)
  .map((q) => q.id)

/** A world of `count` States, all parties, some 17 in 20 reporting every year, drawn by a fixed hash. */
const fill = async (db: Db, count: number) => {
  await sql`insert into setting values ('today', ${today})`.execute(db)
  await sql`
    insert into actor (actor_id, kind, names)
    select 'X' || lpad(i::text, 4, '0'), 'state', jsonb_build_object('en', jsonb_build_object('short', 'State ' || i))
      from generate_series(1, ${count}::integer) i`.execute(db)
  // A number from 0 to 99 for a key, the same on every run and every store.
  await sql`
    create function drawn(key text) returns integer language sql immutable as
    $$ select ('x' || substr(md5(key), 1, 7))::bit(28)::integer % 100 $$`.execute(db)
  await sql`
    insert into datum (actor_id, datum_id, kind, held_from, known_from, body)
    select actor_id, gen_random_uuid(), 'status-event', '2000-01-10', '2000-01-10',
           '{"treaty": "mine-ban", "act": "ratification", "notifiedOn": "2000-01-10", "effectiveOn": "2000-07-01"}'
      from actor`.execute(db)
  await sql`
    insert into status_event (actor_id, datum_id, treaty, kind, notified_on, effective_on)
    select actor_id, datum_id, 'mine-ban', 'ratification', '2000-01-10', '2000-07-01' from datum where kind = 'status-event'`.execute(
    db,
  )
  for (const [kind, share, body] of [
    ['article-5-obligation', 22, {}],
    ['victims-significant', 24, {}],
    ['article-4-obligation', 3, {}],
    ['article-4-overdue', 2, {}],
    ['retained-mines', 35, { mines: 500 }],
    ['donor', 18, {}],
  ] as const)
    await sql`
      insert into datum (actor_id, datum_id, kind, held_from, known_from, body)
      select actor_id, gen_random_uuid(), ${kind}, '2001-01-01', '2001-01-01', ${json(body)}::jsonb
        from actor where drawn(actor_id || ${kind}) < ${share}::integer`.execute(db)
  await sql`
    insert into coverage (coverage_id, register, held_from, level, stated_by, known_from)
    select gen_random_uuid(), register, '1997-01-01', 'complete', 'the benchmark', '1997-01-01'
      from unnest(${[...Object.keys(plan.kinds), 'article-7-report', 'committee-analysis-report', 'status:mine-ban']}::text[]) register`.execute(
    db,
  )
  await sql`
    insert into report_version (actor_id, report_id, obligation, covers_year, version, received_on, submission_sha256)
    select actor_id, gen_random_uuid(), 'article-7', year - 1, 1, make_date(year, 4, 1 + drawn(actor_id || 'on' || year) % 28), ''
      from actor, unnest(${years}::integer[]) year where drawn(actor_id || 'report' || year) < 85`.execute(db)
  await sql`
    insert into answer (actor_id, datum_id, report_id, question, state)
    select actor_id, gen_random_uuid(), report_id, question,
           case when draw < 50 then 'yes' when draw < 65 then 'partly' when draw < 95 then 'no' else 'not applicable' end
      from (select actor_id, report_id, question, drawn(actor_id || question || covers_year) as draw
              from report_version, unnest(${questions}::text[]) question) drawn
     where drawn(actor_id || question || 'silent') < 90`.execute(db)
  await analyze(db)
}

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
const byHand = async (db: Db) => {
  await sql`create table if not exists hand_member (like value_member including all)`.execute(db)
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

const timed = async (work: () => Promise<void>, runs = 3): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

const measure = async (factor: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  const databaseUrl = process.env.DATABASE_URL
  const store = await openStore(databaseUrl === undefined ? { dataDir: folder } : { databaseUrl })
  try {
    await migrate(store.engine)
    const db = store.world('exercise')
    await fill(db, states * factor)
    const cells = years.flatMap((year) =>
      Object.keys(plan.rules.rules).map((number) => ({ number, year, reading: 'default' })),
    )
    const stages = { read: 0, base: 0 }
    const engine = await timed(async () => {
      const start = performance.now()
      const rows = await readRows(db, today)
      stages.read = performance.now() - start
      const base = factBase(rows, await lawOf(db, plan))
      stages.base = performance.now() - start - stages.read
      await computeCells(db, plan.rules, base, cells, today)
    })
    const hand = await timed(() => byHand(db))
    const {
      rows: [counted],
    } = await sql<{ members: number; answers: number }>`
      select (select count(*) from value_member) as members, (select count(*) from answer) as answers`.execute(
      db,
    )
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
    return { engine, hand, stages, compared: own.length, ...counted! }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

console.log(
  `recomputation: ${Object.keys(plan.rules.rules).length} indicators × ${years.length} years, members stored; median of 3`,
)
let first: number | undefined
for (const factor of [1, 2, 4, 8]) {
  const { engine, hand, stages, compared, members, answers } = await measure(factor)
  first ??= engine
  console.log(
    `${String(states * factor).padStart(5)} States: ${engine.toFixed(0).padStart(5)} ms (read ${stages.read.toFixed(0)}, base ${stages.base.toFixed(0)}), ` +
      `${(engine / first).toFixed(1)}× the first; ${answers} answers, ${members} member rows; ` +
      `hand-written SQL for ${compared} of the values, equal n and N: ${hand.toFixed(0)} ms, ratio ${(engine / hand).toFixed(2)}`,
  )
}
