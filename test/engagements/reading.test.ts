// Reading some engagements instead of all changes nothing of what is said of those that were asked about: whatever names what,
// however often it was corrected, and whoever else gave the same ids.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type Db, json } from '../../src/db/store.ts'
import { type Engagement, relationTo } from '../../src/engagements/engagement.ts'
import { promisesOwed } from '../../src/engagements/owed.ts'
import type { Datum } from '../../src/facts/datum.ts'
import { listEngagements, listPromisesOwed } from '../../src/indicators/promises-owed.ts'
import { stalenessOfEach } from '../../src/indicators/stale.ts'
import { addStates } from '../search/states.ts'
import { inTestWorld } from '../world.ts'

const today = '2026-06-01'
const actors = ['XAA', 'XAB', 'mine-clearers', 'xaa-office']
const kinds = ['event', 'event-series', 'contribution', 'membership', 'milestone', 'milestone-observation']
const ids = ['a', 'b', 'c']
const calledBy = fc.constantFrom(...ids, 'XAA/a', 'XAB/b', 'nobody')
const named = fc.constantFrom('XAA', 'XAB', 'Averland', 'Brennland')

/** Once in so many: where most name something, most are read. */
const seldom = <T>(often: number, what: fc.Arbitrary<T>) =>
  fc.oneof({ weight: often - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: what })

const fact = fc.record({
  actor: fc.constantFrom(...actors),
  kind: fc.constantFrom(...kinds),
  id: fc.constantFrom(...ids),
  /** Of those before it of the same actor and kind, which one it corrects or retracts. */
  before: seldom(3, fc.nat(2)),
  isRetraction: fc.boolean(),
  subject: seldom(8, fc.constantFrom('XAA', 'XAB')),
  year: fc.integer({ min: 2015, max: 2028 }),
  body: fc.record({
    partOf: seldom(8, calledBy),
    concerns: seldom(8, fc.array(calledBy, { minLength: 1, maxLength: 2 })),
    parties: seldom(12, fc.array(named, { minLength: 1, maxLength: 2 })),
    counterparts: seldom(12, fc.array(named, { minLength: 1, maxLength: 1 })),
    beneficiaries: seldom(12, fc.array(named, { minLength: 1, maxLength: 1 })),
    recurrence: seldom(2, fc.constantFrom('FREQ=YEARLY', 'FREQ=YEARLY;INTERVAL=2')),
    due: seldom(2, fc.constantFrom('2024', '2027-03-01')),
    asOf: seldom(2, fc.constantFrom('2012', '2020', '2025-05-01')),
    status: seldom(2, fc.constantFrom('current', 'held')),
  }),
})
type Fact = typeof fact extends fc.Arbitrary<infer T> ? T : never

const stored = (facts: readonly Fact[]) => {
  const rows: Record<string, unknown>[] = []
  const used = new Set<string>()
  for (const [at, { actor, kind, id, before, isRetraction, subject, year, body }] of facts.entries()) {
    const key = `${actor} ${kind} ${id}`
    const earlier = rows.filter((one) => one.actor_id === actor && one.kind === kind && one.retracts === null)
    const of = before === undefined ? undefined : earlier[before % Math.max(earlier.length, 1)]?.datum_id
    rows.push({
      ...{ actor_id: actor, kind, known_from: `2025-01-${String(1 + at).padStart(2, '0')}` },
      datum_id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      external_id: used.has(key) ? null : id,
      subject_id: subject ?? null,
      held_from: `${year}-01-01`,
      held_until: `${year + 1}-01-01`,
      held_edtf: kind === 'event-series' ? `${year}/..` : String(year),
      supersedes: of === undefined || isRetraction ? null : of,
      retracts: of !== undefined && isRetraction ? of : null,
      body: { title: `${kind} ${id}`, ...body },
    })
    used.add(key)
  }
  return rows
}

const fill = async (db: Db, facts: readonly Fact[]): Promise<void> => {
  await addStates(db)
  await sql`insert into actor (actor_id, kind, parent, names, aliases)
    values ('xaa-office', 'government-unit', 'XAA', '{"en": {"short": "Office of Averland"}}', '[]')`.execute(
    db,
  )
  await sql`
    insert into datum (actor_id, datum_id, kind, external_id, subject_id, held_from, held_until, held_edtf, known_from, supersedes, retracts, body)
    select actor_id, datum_id, kind, external_id, subject_id, held_from, held_until, held_edtf, known_from, supersedes, retracts, body
      from jsonb_to_recordset(${json(stored(facts))}::jsonb) as f (actor_id text, datum_id uuid, kind text, external_id text, subject_id text,
        held_from date, held_until date, held_edtf text, known_from date, supersedes uuid, retracts uuid, body jsonb)`.execute(
    db,
  )
}

const rolledBack = new Error('looked at')
/** In a world of its own, of which nothing stays. */
const looking = (facts: readonly Fact[], look: (db: Db) => Promise<void>) =>
  assert.rejects(
    inTestWorld(async (db) => {
      await fill(db, facts)
      await look(db)
      throw rolledBack
    }),
    (error) => {
      if (error !== rolledBack) throw error
      return true
    },
  )

const names: Record<string, string> = { Averland: 'XAA', Brennland: 'XAB' }
const concerning = (state: string, all: readonly Engagement[]): Engagement[] =>
  all.filter(
    (one) =>
      relationTo(
        state,
        one,
        (actor) => (actor === 'xaa-office' ? 'XAA' : null),
        (called) => names[called] ?? called,
      ) !== undefined,
  )

describe('engagements that a question is about', () => {
  it('concern an actor as they do where all are read, with the same ages', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 6, maxLength: 24 }), (facts) =>
        looking(facts, async (db) => {
          const all = await listEngagements(db, today)
          for (const [state, own, name] of [
            ['XAA', ['XAA', 'xaa-office'], 'Averland'],
            ['XAB', ['XAB'], 'Brennland'],
          ] as const) {
            const read = await listEngagements(db, today, {
              read: { actors: own, names: [state, name] },
            })
            const [some, those] = [concerning(state, read), concerning(state, all)]
            assert.deepEqual(some, those)
            const ages = async (list: readonly Engagement[]) => {
              const found = await stalenessOfEach(
                db,
                list.map(({ datum }) => datum),
              )
              return those.map(({ datum }) => found.get(datum.datumId)?.state)
            }
            assert.deepEqual(await ages(read), await ages(all))
          }
        }),
      ),
      { numRuns: 80 },
    ))

  it('are owed as they are where all are read', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 6, maxLength: 24 }), (facts) =>
        looking(facts, async (db) => {
          const asked = { asOf: today, from: '2014-01-01', until: '2029-12-31' }
          const isKept = ({ tier }: Datum): boolean => tier === 'public'
          const all = await listEngagements(db, today, { isKept })
          const whole = promisesOwed({ all, rollCalls: [], coverage: () => [], ...asked }, () => false)
          const ofFacts = new Set(whole.map(({ key }) => key))
          const owed = (await listPromisesOwed(db, asked)).filter(({ key }) => ofFacts.has(key))
          assert.deepEqual(owed, whole)
        }),
      ),
      { numRuns: 80 },
    ))

  it('are read without the others', () =>
    inTestWorld(async (db) => {
      await fill(db, [])
      await sql`
        insert into datum (actor_id, datum_id, kind, external_id, known_from, body)
        select case when i % 10 = 0 then 'XAA' else 'XAB' end, gen_random_uuid(), 'contribution', 'c-' || i, '2025-01-01',
               jsonb_build_object('title', 'Engineers ' || i)
          from generate_series(1, 100) i`.execute(db)
      const read = (of: string) =>
        listEngagements(db, today, { read: of === 'owed' ? of : { actors: [of], names: [of] } })
      assert.deepEqual(
        [(await read('XAA')).length, (await read('XAB')).length, (await read('owed')).length],
        [10, 90, 0],
      )
    }))
})
