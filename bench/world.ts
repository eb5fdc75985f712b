// The world the benchmarks compute: fictional States that are all parties, most of which report every year. Drawn by a
// fixed hash, so that every run and every store has the same.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate } from '../src/db/migrate.ts'
import { analyze, type Db, json, openStore, type Store } from '../src/db/store.ts'
import { heldPlans } from '../src/indicators/plans.ts'
import { answerableQuestions } from '../src/rules/questionnaire-schema.ts'
import { createTestDatabase } from '../test/world.ts'

export const states = 166
export const planYears: readonly number[] = [2025, 2026, 2027, 2028, 2029]
/** The last day of the last year. */
export const todayOf = (years: readonly number[]): string => `${years.at(-1)}-12-31`
export const plan = heldPlans().find((held) => held.rules.obligation === 'article-7')!
export const questions = plan.questionnaires
  .filter((q) => q.id === plan.rules.obligation)
  .flatMap(answerableQuestions)
  .map((q) => q.id)

/** A world of `count` States, all parties, some 17 in 20 reporting every year, drawn by a fixed hash. */
export const fill = async (db: Db, count: number, years: readonly number[] = planYears) => {
  await sql`insert into setting values ('today', ${todayOf(years)})`.execute(db)
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
  for (const year of years)
    await sql`
      insert into answer (actor_id, datum_id, report_id, question, state)
      select actor_id, gen_random_uuid(), report_id, question,
             case when draw < 50 then 'yes' when draw < 65 then 'partly' when draw < 95 then 'no' else 'not applicable' end
        from (select actor_id, report_id, question, drawn(actor_id || question || covers_year) as draw
                from (select * from report_version where covers_year = ${year}::integer - 1) version, unnest(${questions}::text[]) question) drawn
       where drawn(actor_id || question || 'silent') < 90`.execute(db)
  await analyze(db)
}

/**
 * Runs `work` in a new store that is gone afterwards: in a folder, or in a database of its own on the server of
 * DATABASE_URL.
 */
export const inNewStore = async <T>(work: (db: Db, store: Store) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  const server = process.env.DATABASE_URL
  const store = await openStore(
    server === undefined ? { dataDir: folder } : { databaseUrl: await createTestDatabase(server) },
  )
  try {
    await migrate(store.engine)
    return await work(store.world('exercise'), store)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The States of the world. */
export const actorsOf = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ actorId: string }>`select actor_id from actor order by 1`.execute(db)
  return rows.map((row) => row.actorId)
}
