// An index that is kept as its world changes is what an index made anew is: whatever was written, by whom, and when it
// becomes known.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { publicSight } from '../../src/accounts/sight.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { todayIn } from '../../src/facts/today.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { find } from '../../src/search/found.ts'
import { keepIndex } from '../../src/search/kept.ts'
import { mostOfKind } from '../../src/search/records.ts'
import { readMark } from '../../src/search/store.ts'
import { fileOf } from '../facts/world.ts'
import { inTestStore } from '../world.ts'
import { addStates } from './states.ts'

const header =
  'id,actor,kind,known_from,supersedes,retracts,source_title,quotation,language,tier,body.article,body.deadline'
const row = (
  id: string,
  actor: string,
  { knownFrom = '2025-01-01', supersedes = '', retracts = '', tier = 'public' } = {},
) =>
  `${id},${actor},deadline,${knownFrom},${supersedes},${retracts},A fictional gazette,walnut ${id},en,${tier},5,2029-03-01`

const record = (db: Db, rows: string[]) =>
  importFacts(db, fileOf('facts.csv', [header, ...rows].join('\n')), {
    kinds: readShippedKinds(),
    today: '2026-12-31',
    entered: false,
  })

const setToday = (db: Db, day: string) =>
  sql`insert into setting values ('today', ${day}) on conflict (key) do update set value = excluded.value`.execute(
    db,
  )

type Keeping = ReturnType<typeof keepIndex>

/** Every fact found, with where it leads to. */
const foundBy = async (db: Db, keep: Keeping): Promise<string[]> => {
  const { index } = await keep({ ...(await readMark(db)), today: await todayIn(db) })
  const pageOf = (page: number) => find(index, { q: 'walnut', kind: 'fact', page })
  const { total, pages } = pageOf(1)
  const found = Array.from({ length: pages }, (_, i) => pageOf(i + 1)).flatMap(({ groups }) =>
    groups.flatMap(({ hits }) => hits.map(({ excerpt, path }) => `${excerpt?.text} ${path}`)),
  )
  assert.equal(found.length, total)
  return found.sort()
}

const many = (actor: string, from: number, until: number) =>
  Array.from({ length: until - from }, (_, i) => row(`${actor}-${from + i}`, actor))

const steps: [what: string, write: (db: Db) => Promise<unknown>][] = [
  ['nothing yet', async () => {}],
  ['facts of two States', (db) => record(db, [...many('XAA', 0, 5), row('b1', 'XAB')])],
  [
    'one of them superseded',
    (db) => record(db, [row('a', 'XAA', { supersedes: 'XAA-0', knownFrom: '2025-02-01' })]),
  ],
  ['one taken back', (db) => record(db, [row('c', 'XAA', { retracts: 'XAA-1', knownFrom: '2025-02-01' })])],
  [
    'one known only later, and one that takes the place of another by then',
    (db) =>
      record(db, [
        row('later', 'XAB', { knownFrom: '2026-06-10' }),
        row('b2', 'XAB', { supersedes: 'b1', knownFrom: '2026-06-10' }),
      ]),
  ],
  ['that day', (db) => setToday(db, '2026-06-10')],
  [
    'one withdrawn from everyone’s sight',
    (db) =>
      record(db, [
        row('sealed', 'XAA', { supersedes: 'XAA-2', tier: 'restricted', knownFrom: '2025-02-01' }),
      ]),
  ],
  [
    'so many of a kind that the page of the State shows them only where asked for',
    (db) => record(db, many('XAA', 5, mostOfKind + 5)),
  ],
  ['as many of another State', (db) => record(db, many('XAB', 0, mostOfKind + 5))],
  [
    'a State called otherwise',
    (db) =>
      sql`update actor set names = '{"en": {"short": "New Averland"}}' where actor_id = 'XAA'`
        .execute(db)
        .then(() => record(db, [row('b3', 'XAB')])),
  ],
  ['the day before again', (db) => setToday(db, '2026-06-09')],
]

describe('the index of a world that changes', () => {
  it('finds after every write what an index made anew finds, and leads to the same places', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await addStates(db)
      await setToday(db, '2026-06-01')
      const seen = store.seen('exercise', publicSight)
      const keep = keepIndex(seen)
      const counts: number[] = []
      for (const [what, write] of steps) {
        await write(db)
        const found = await foundBy(seen, keep)
        assert.deepEqual(found, await foundBy(seen, keepIndex(seen)), what)
        counts.push(found.length)
      }
      // What the steps are meant to do, they did.
      assert.deepEqual(counts, [0, 6, 6, 5, 5, 6, 5, 45, 90, 91, 90])
    }))

  it('reads after a write of one State what stands of that State alone', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await addStates(db)
      await setToday(db, '2026-06-01')
      await record(db, [row('a1', 'XAA'), row('b1', 'XAB')])
      const seen = store.seen('exercise', publicSight)
      const keep = keepIndex(seen)
      assert.equal((await foundBy(seen, keep)).length, 2)
      // Without an event nobody is told: only whoever reads all of the other State would find it.
      await sql`insert into datum (actor_id, datum_id, kind, known_from, quotation, language, body)
                values ('XAB', '01a200f7-0000-7000-8000-000000000001', 'deadline', '2025-01-01', 'walnut unsaid', 'en', '{}')`.execute(
        db,
      )
      await record(db, [row('a2', 'XAA')])
      assert.equal((await foundBy(seen, keep)).length, 3)
      await record(db, [row('b2', 'XAB')])
      assert.equal((await foundBy(seen, keep)).length, 5)
    }))
})
