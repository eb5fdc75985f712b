// The promise: a register of 100,000 facts stays quick: first page and search under 300 ms at the 95th percentile, on the
// embedded store. The exercise as it ships, and beside it made-up recommendations, personnel and recorded votes of its forty
// States, 2,500 of each State: far more than a State of today has; and at last twenty thousand engagements of one State. The
// asking side runs in a thread of its own. Some two minutes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { analyze, type Db } from '../src/db/store.ts'
import { importFacts } from '../src/facts/import.ts'
import { openConfigured } from '../src/open.ts'
import { readShippedKinds } from '../src/reports/shipped.ts'
import type { SearchAnswer } from '../src/search/search.ts'
import { joinSites, startServer } from '../src/web/serve.ts'
import { createWorldSites } from '../src/web/world-sites.ts'
import type { Job, Times } from './ask.ts'

const facts = 100_000
const promised = 300

/** Three thousand words, some common and most rare, as in any text: the second stands in every other recommendation. */
const words = [
  ...'the review adopt law protect children women prisons press water schools harbours forests courts police'.split(
    ' ',
  ),
  ...Array.from({ length: 2985 }, (_, i) => `word${i.toString(36)}x`),
]

/** From 0 to 1, the same for a number on every run. */
const drawn = (of: number): number => {
  let mixed = Math.imul(of ^ (of >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

const sentence = (of: number): string =>
  Array.from({ length: 18 }, (_, i) => words[Math.floor(words.length ** drawn(of * 18 + i + 1)) - 1]).join(
    ' ',
  )

/** Recommendations, personnel and roll calls, drawn by a fixed hash: every run has the same. */
const fill = async (db: Db): Promise<number> => {
  await sql`
    insert into source (source_id, title) values ('s-bench', 'Made up for the benchmark') on conflict do nothing`.execute(
    db,
  )
  const states = sql`(select actor_id, row_number() over (order by actor_id) - 1 as place, count(*) over () as all_states
                        from actor where kind = 'state')`
  const insert = (kind: string, count: number, body: ReturnType<typeof sql>) =>
    sql`
    insert into datum (actor_id, datum_id, kind, external_id, held_from, held_until, held_edtf, known_from, source_id, locator, body)
    select s.actor_id, gen_random_uuid(), ${kind}::text, ${kind}::text || '-' || i, make_date(2000 + i % 20, 1, 1),
           make_date(2001 + i % 20, 1, 1), (2000 + i % 20)::text, '2024-01-01', 's-bench', 'row ' || i || '; table.csv, SHA-256 0123456789abcdef…, received 2024-01-01', ${body}
      from generate_series(1, ${count}::integer) i join ${states} s on s.place = i % s.all_states`.execute(db)
  const calls = facts * 0.06
  const texts = Array.from({ length: facts * 0.5 }, (_, i) => sentence(i + 1))
  await sql`create table sentence (place integer primary key, text text)`.execute(db)
  await sql`
    insert into sentence select place, text from unnest(${texts}::text[]) with ordinality as t (text, place)`.execute(
    db,
  )
  await insert(
    'review-recommendation',
    facts * 0.5,
    sql`jsonb_build_object('text', (select text from sentence where place = i), 'session', 1 + i % 9, 'response', case when i % 3 = 0 then 'noted' else 'accepted' end)`,
  )
  await insert(
    'mission-personnel',
    facts * 0.44,
    sql`jsonb_build_object('mission', 'M' || i % 30, 'year', 2000 + i % 20, 'persons', i % 900, 'measure', 'mean of the months')`,
  )
  await sql`
    insert into datum (actor_id, datum_id, kind, external_id, subject_id, held_from, held_edtf, known_from, source_id, locator, body)
    select (select min(actor_id) from actor where kind <> 'state'), gen_random_uuid(), 'roll-call', 'roll-call-' || i, 'A/RES/' || i,
           make_date(1950 + i % 70, 1, 1), (1950 + i % 70)::text, '2024-01-01', 's-bench', 'roll call ' || i,
           jsonb_build_object('symbol', 'A/RES/' || i, 'session', 1 + i % 70, 'titleInFile', 'Harbours ' || i, 'yes', 30, 'no', 0, 'abstain', 10,
             'votedYes', (select jsonb_agg(actor_id) from actor where kind = 'state' and abs(hashtext(actor_id || i)) % 4 > 0))
      from generate_series(1, ${calls}::integer) i`.execute(db)
  await sql`drop table sentence`.execute(db)
  await analyze(db)
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from datum`.execute(db)
  return rows[0]!.n
}

/** One more fact, as somebody enters it. */
const recordOne = (db: Db, number: number) =>
  importFacts(
    db,
    {
      name: 'late.csv',
      bytes: Buffer.from(
        [
          'id,actor,kind,date,known_from,source_title,source_address,quotation,language,body.forYear,body.amount,body.currency,body.paidOn',
          `late-${number},XAU,payment,2026-03-01,2026-03-20,The benchmark,https://exercise.example/,A lighthouse paid,en,2026,100,USD,2026-03-01`,
        ].join('\n'),
      ),
    },
    { kinds: readShippedKinds(), entered: false },
  )

const quantile = (times: number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0

const inThread = (job: Job): Promise<Times> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ask.ts', import.meta.url), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

/** Pages with whether the promise is about them. */
const pages: [name: string, path: string, isPromised: boolean][] = [
  ['first page', '/exercise', true],
  ['search, a word', '/exercise/search?q=clearance', true],
  ['search, several words', '/exercise/search?q=protect+prisons+courts', true],
  ['search, a common word', '/exercise/search?q=review', true],
  ['search, misspelt', '/exercise/search?q=harbors', true],
  ['search, a State', '/exercise/search?q=Aurelia', true],
  ['States', '/exercise/states', false],
  ['a State', '/exercise/states/XAU', false],
  ['a ministry', '/exercise/ministries/XAU', false],
]

/** How much more is held than before, once what is not is gone; asked with --expose-gc. */
const heldMore = (before: number): number => {
  globalThis.gc?.()
  return Math.round((process.memoryUsage().heapUsed - before) / 1e6)
}

/** Longest stretch for which the thread that answers worked without looking at what waits, in milliseconds of its CPU. */
const watchStretches = (): { stop: () => number } => {
  let longest = 0
  let last = process.threadCpuUsage()
  const timer = setInterval(() => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, (now.user + now.system - last.user - last.system) / 1000)
    last = now
  }, 1)
  return {
    stop: () => {
      clearInterval(timer)
      return longest
    },
  }
}

const measure = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  const store = await openConfigured({ dataDir: folder })
  const held = await fill(store.world('exercise'))
  const sites = joinSites([
    ...(await createWorldSites(store, 'register', { isAhead: true })),
    ...(await createWorldSites(store, 'exercise', { isAhead: true })),
  ])
  const served = await startServer(sites, 0)
  globalThis.gc?.()
  const before = process.memoryUsage()
  try {
    // The register has nothing to read but what ships; the first page is asked for once, as by whoever waits for the start.
    for (const path of ['/exercise', '/search?q=clearance'])
      await (await fetch(`${served.address}${path}`)).text()
    const began = performance.now()
    const stretches = watchStretches()
    const cpuBefore = process.cpuUsage()
    const meanwhile = inThread({ address: `${served.address}/exercise`, connections: 1, seconds: 6 })
    let first: { ms: number; total: number; read: number } | undefined
    for (let isBehind = true; isBehind; ) {
      const answer = await fetch(`${served.address}/exercise/search.json?q=clearance`)
      const found = (await answer.json()) as SearchAnswer
      ;({ isBehind } = found)
      const { total, reading } = found
      first ??= { ms: performance.now() - began, total, read: reading?.facts.read ?? held }
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    const all = performance.now() - began
    const { user, system } = process.cpuUsage(cpuBefore)
    const longest = stretches.stop()
    const { each: pagesMeanwhile } = await meanwhile
    console.log(
      `register of ${held} facts, embedded store: the first search answered after ${(first!.ms / 1000).toFixed(1)} s, with ${first!.total} results of ${first!.read} facts read; ` +
        `all in the index after ${(all / 1000).toFixed(1)} s (CPU ${((user + system) / 1e6).toFixed(1)} s, the first page and searches asked meanwhile), ` +
        `${Math.round((process.memoryUsage().rss - before.rss) / 1e6)} MB more${globalThis.gc === undefined ? '' : `, ${heldMore(before.heapUsed)} MB of it held`}`,
    )
    console.log(
      `${'first page meanwhile'.padEnd(24)} p50 ${quantile(pagesMeanwhile, 0.5).toFixed(1).padStart(7)} ms, p95 ${quantile(pagesMeanwhile, 0.95).toFixed(1).padStart(7)} ms; ` +
        `the longest stretch of work without a pause ${longest.toFixed(0)} ms of CPU`,
    )
    // After a write: a fact of one State, and the search that has to know it.
    const after: number[] = []
    const found = async (): Promise<number> => {
      const answer = await fetch(`${served.address}/exercise/search.json?q=lighthouse`)
      return ((await answer.json()) as { total: number }).total
    }
    const foundBefore = await found()
    for (let i = 0; i < 10; i++) {
      await recordOne(store.world('exercise'), i)
      const asked = performance.now()
      const total = await found()
      after.push(performance.now() - asked)
      if (total !== foundBefore + i + 1)
        throw new Error(`${total} found after ${i + 1} were recorded, ${foundBefore} before`)
    }
    console.log(
      `${'search after a write'.padEnd(24)} p50 ${quantile(after, 0.5).toFixed(1).padStart(7)} ms, p95 ${quantile(after, 0.95).toFixed(1).padStart(7)} ms`,
    )
    for (const [name, path, isPromised] of pages) {
      const address = `${served.address}${path}`
      await inThread({ address, connections: 1, seconds: 0.5 })
      const cpuBefore = process.cpuUsage()
      const { each, bytes } = await inThread({ address, connections: 1, seconds: 2 })
      const { user, system } = process.cpuUsage(cpuBefore)
      const p95 = quantile(each, 0.95)
      const kept = isPromised
        ? p95 <= promised
          ? `, under ${promised} ms`
          : `, NOT under ${promised} ms`
        : ''
      console.log(
        `${name.padEnd(24)} p50 ${quantile(each, 0.5).toFixed(1).padStart(7)} ms, p95 ${p95.toFixed(1).padStart(7)} ms${kept}; ` +
          `CPU ${((user + system) / 1000 / (each.length + 1)).toFixed(0)} ms each, ${each.length} answers, ${(bytes / 1000).toFixed(1)} kB`,
      )
    }
  } finally {
    await served.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

await measure()
