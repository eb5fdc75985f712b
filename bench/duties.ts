// The promise: every duty of every State of the register from 1999 to 2030 in one run of seconds, and growth with States
// × years no faster than they. The first is the register as it ships; growth is told in worlds of fictional States that
// are all parties. Embedded store; some two minutes; `--quick` leaves the larger worlds out.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../src/db/store.ts'
import { deriveDuties } from '../src/duties/derive.ts'
import { createJudge } from '../src/duties/judge.ts'
import { shippedDuties } from '../src/duties/rules.ts'
import { listDuties } from '../src/indicators/duties-owed.ts'
import { dutyBase } from '../src/indicators/duty-bases.ts'
import { openConfigured } from '../src/open.ts'
import { shown, type Times, timed } from './timing.ts'
import { fill, inNewStore, states } from './world.ts'

const all = { from: '1999-01-01', until: '2030-12-31' }

/** Duties of each status, the most frequent first. */
const byStatus = (found: readonly { status: string }[]): string =>
  [...Map.groupBy(found, ({ status }) => status)]
    .map(([status, own]) => [status, own.length] as const)
    .sort((a, b) => b[1] - a[1])
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')

const register = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  const store = await openConfigured({ dataDir: folder })
  try {
    const db = store.world('register')
    const started = performance.now()
    const found = await listDuties(db, all)
    const first = performance.now() - started
    const again = await timed(() => listDuties(db, all), { runs: 3 })
    const actors = new Set(found.map(({ actor }) => actor)).size
    const duties = new Set(found.map(({ duty }) => duty)).size
    console.log(
      `duties of the register, ${all.from} to ${all.until}: ${found.length} of ${actors} actors under ${duties} rules in ` +
        `${(first / 1000).toFixed(2)} s with the facts read, ${shown(again)} with the facts held`,
    )
    console.log(`  ${byStatus(found)}`)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Derived and judged on facts that are held: what grows with States and years. */
const derivedIn = async (db: Db, span: { from: string; until: string }, asOf: string) => {
  const bases = await Promise.all(shippedDuties().map((set) => dutyBase(db, set, asOf)))
  return () => {
    let count = 0
    for (const { set, base, names } of bases) {
      const { judge, isUnmet } = createJudge(base, asOf, names)
      for (const dated of deriveDuties(set, base, { ...span, asOf, isUnmet }))
        if (judge(dated) !== undefined) count += 1
    }
    return count
  }
}

const measure = (stateFactor: number, yearFactor: number) =>
  inNewStore(async (db) => {
    const years = Array.from({ length: 4 * yearFactor }, (_, i) => 2000 + i)
    await fill(db, states * stateFactor, years)
    const span = { from: `${years[0]}-01-01`, until: `${years.at(-1)}-12-31` }
    const run = await derivedIn(db, span, span.until)
    const count = run()
    return { count, times: await timed(async () => run(), { runs: 5 }) }
  })

const line = (label: string, first: Times, { count, times }: { count: number; times: Times }) =>
  console.log(
    `  ${label}: ${count} duties, ${shown(times)}, ${(times.cpuMs / first.cpuMs).toFixed(1)}× the first, ` +
      `${((1000 * times.cpuMs) / Math.max(1, count)).toFixed(0)} µs a duty`,
  )

await register()
const first = await measure(1, 1)
console.log('growth, derived and judged on facts that are held; CPU of 1×, 2×, 4×, 8×')
line(`${states} States, 4 years`, first.times, first)
if (!process.argv.includes('--quick'))
  for (const factor of [2, 4, 8]) {
    line(`${states * factor} States, 4 years`, first.times, await measure(factor, 1))
    line(`${states} States, ${4 * factor} years`, first.times, await measure(1, factor))
  }
