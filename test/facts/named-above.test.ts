// What a draft speaks of is read from it upwards, by the names it gives: that tells the same as reading all that is held.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { saveSetting } from '../../src/db/setting-store.ts'
import { type Db, inTransaction, json, uuidv7 } from '../../src/db/store.ts'
import { lastingFacts } from '../../src/facts/lasting-id.ts'
import { listDatumsNamed } from '../../src/facts/named-store.ts'
import { owningIn } from '../../src/facts/owning.ts'
import { namedAbove, namedAmong } from '../../src/facts/promised-together.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'
import { addActors } from './world.ts'

const kinds = readShippedKinds()
const today = '2027-12-31'
const pledge = 'ihl-pledge-mongolia'

type Held = {
  actor: string
  kind: string
  name: string
  body: Record<string, unknown>
  /** Of those before it: what it takes the place of, or takes back, where that is of its actor and kind. */
  of: number | null
  isTakenBack: boolean
  knownFrom: string
}

const anyActor = fc.constantFrom('XAA', 'XAA', 'XAB', 'xaa-society')
const ids = ['p1', 'p2', 'a1', 'a2', 's1']
const anyName = fc.oneof(
  fc.constantFrom(...ids),
  fc.tuple(anyActor, fc.constantFrom(...ids)).map((name) => name.join('/')),
)
const bodies: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  'national-plan': fc.record(
    { instrument: fc.constant(pledge), parties: fc.constant(['XAB']) },
    { requiredKeys: [] },
  ),
  'plan-action': fc.record(
    { plan: anyName, carriesOut: fc.constant([`${pledge}/2`]), parties: fc.constant(['xaa-society']) },
    { requiredKeys: [] },
  ),
  step: fc.record({ action: anyName }, { requiredKeys: [] }),
}
const anyHeld: fc.Arbitrary<Held> = fc
  .tuple(
    fc.constantFrom(...Object.keys(bodies)),
    fc.record({
      ...{ actor: anyActor, name: fc.constantFrom(...ids), of: fc.option(fc.nat(7)) },
      ...{ isTakenBack: fc.boolean(), knownFrom: fc.constantFrom('2027-01-01', '2027-06-01', '2028-06-01') },
    }),
  )
  .chain(([kind, rest]) => bodies[kind]!.map((body) => ({ ...rest, kind, body })))

/** Holds them; a name that its actor has given to another fact of the kind is left away. */
const hold = async (db: Db, all: readonly Held[]): Promise<string[]> => {
  const datumIds: string[] = []
  const given = new Set<string>()
  for (const [i, { actor, kind, name, body, of, isTakenBack, knownFrom }] of all.entries()) {
    const before = of === null || of >= i ? undefined : all[of]!
    const replaced = before?.actor === actor && before.kind === kind ? datumIds[of!]! : null
    const key = `${actor} ${kind} ${name}`
    const externalId = given.has(key) ? null : name
    given.add(key)
    const datumId = uuidv7()
    datumIds.push(datumId)
    await sql`
      insert into datum (actor_id, datum_id, kind, external_id, known_from, supersedes, retracts, body)
      values (${actor}, ${datumId}, ${kind}, ${externalId}, ${knownFrom}::date,
              ${isTakenBack ? null : replaced}::uuid, ${isTakenBack ? replaced : null}::uuid, ${json(body)}::jsonb)`.execute(
      db,
    )
  }
  return datumIds
}

const inPledgers = (work: (db: Db) => Promise<void>): Promise<void> =>
  inTestWorld(async (db) => {
    await addActors(db)
    await sql`insert into actor (actor_id, kind, parent, names)
              values ('xaa-society', 'national-society', 'XAA', '{}')`.execute(db)
    await saveSetting(db, 'today', today)
    await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
    await work(db)
  })

const undone = new Error('undone')

describe('what a draft speaks of', () => {
  it('is the same read upwards from it as found among all that is held', () =>
    inPledgers(async (db) => {
      const all = Object.keys(kinds).filter((kind) => kinds[kind]?.topic === 'implementation')
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyHeld, { minLength: 1, maxLength: 8 }),
          anyActor,
          fc.option(fc.nat(7)),
          anyName,
          async (held, actor, stored, name) => {
            const tried = inTransaction(db, async (trx) => {
              const datumIds = await hold(trx, held)
              const about = stored === null ? name : (datumIds[stored] ?? name)
              for (const fact of [
                { actor, kind: 'progress', body: { about } },
                { actor, kind: 'step', body: { action: about } },
                { actor, kind: 'plan-action', body: { plan: about, parties: ['XAB'] } },
              ]) {
                const { findAll } = lastingFacts(await listDatums(trx, { kinds: all }), today)
                const among = namedAmong(findAll, await owningIn(trx, kinds), fact)
                assert.deepEqual(await namedAbove(trx, kinds, fact), among)
              }
              throw undone
            })
            await assert.rejects(tried, (error) => {
              if (error !== undone) throw error
              return true
            })
          },
        ),
        { numRuns: 25 },
      )
    }))

  it('is read with every version of what it names, and nothing beside', () =>
    inPledgers(async (db) => {
      const plan = {
        actor: 'XAA',
        kind: 'national-plan',
        body: {},
        isTakenBack: false,
        knownFrom: '2027-01-01',
      }
      const [first, second, third] = await hold(db, [
        { ...plan, name: 'p1', of: null },
        { ...plan, name: 'p2', of: 0 },
        { ...plan, name: 'a1', of: 1, isTakenBack: true },
        { ...plan, name: 's1', of: null },
        { ...plan, name: 'p1', of: null, actor: 'XAB', kind: 'step' },
      ])
      const read = async (...names: string[]) =>
        (await listDatumsNamed(db, ['national-plan'], names)).map(({ datumId }) => datumId).sort()
      const whole = [first, second, third].sort()
      for (const name of ['p1', 'p2', 'a1', second!]) assert.deepEqual(await read(name), whole, name)
      assert.deepEqual(await read('nowhere'), [])
      assert.deepEqual(await read(), [])
    }))
})
