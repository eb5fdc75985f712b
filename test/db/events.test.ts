// The audit trail as a chain: every event has its place and follows on the one before it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { chainStart, sha256OfRow, sha256OfWhole, type TouchedThing } from '../../src/db/chain.ts'
import { type AuditTrx, type NewEvent, onEvent, recordEvent } from '../../src/db/events.ts'
import { migrate, shippedMigrations } from '../../src/db/migrate.ts'
import { findWorldVersion } from '../../src/db/setting-store.ts'
import { type Db, inTransaction, type Store, uuidv7 } from '../../src/db/store.ts'
import { readThingKey, thingKey } from '../../src/db/thing-key.ts'
import { inTestStore, inTestWorld } from '../world.ts'
import { openBare, openFresh } from './fresh.ts'

type Row = {
  seq: number
  previousSha256: string
  sha256: string
  eventId: string
  happenedAt: string
  agent: string
  action: string
  subject: string
  detail: unknown
}

const rowsOf = async (db: AuditTrx): Promise<Row[]> =>
  (
    await sql<Row>`
      select seq, previous_sha256, sha256, event_id, happened_at, agent, action, subject, detail
        from event order by seq`.execute(db)
  ).rows

const thingsOf = async (db: AuditTrx, seq: number): Promise<TouchedThing[]> =>
  (
    await sql<TouchedThing>`
      select thing, before, after from event_thing where seq = ${seq}::bigint order by position`.execute(db)
  ).rows

const event = (subject: string, more: Partial<NewEvent> = {}): NewEvent => ({
  agent: 'a test',
  action: 'staleness-set',
  subject,
  detail: { changes: [] },
  ...more,
})

const record = (db: Db, one: NewEvent) => inTransaction(db, (trx) => recordEvent(trx, one))

const assertChained = async (db: AuditTrx) => {
  let previous = chainStart
  for (const [index, row] of (await rowsOf(db)).entries()) {
    assert.equal(row.seq, index + 1)
    assert.equal(row.previousSha256, previous)
    assert.equal(row.sha256, sha256OfWhole(row, await thingsOf(db, row.seq)), `event ${row.seq}`)
    previous = row.sha256
  }
  const { rows } = await sql<{ sha256: string }>`select sha256 from event_head`.execute(db)
  assert.equal(rows[0]!.sha256, previous)
}

describe('the audit trail', () => {
  test('gives each event its place, and the digest of the one before it', () =>
    inTestWorld(async (db) => {
      await record(
        db,
        event('one', { things: [{ thing: 'setting:a', before: null, after: { after: 'P1Y' } }] }),
      )
      await record(db, event('two'))
      await record(
        db,
        event('three', { things: [{ thing: 'setting:a', before: { after: 'P1Y' }, after: null }] }),
      )
      assert.equal((await rowsOf(db)).length, 3)
      await assertChained(db)
    }))

  test('has the digest of what the store gives back, whatever was written', () =>
    inTestWorld(async (db) => {
      const plain = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '').toWellFormed())
      const value = fc.letrec((tie) => ({
        value: fc.oneof(
          { maxDepth: 3 },
          plain,
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.array(tie('value'), { maxLength: 4 }),
          fc.dictionary(plain, tie('value'), { maxKeys: 4, noNullPrototype: true }),
        ),
      })).value
      await fc.assert(
        fc.asyncProperty(value, value, plain, async (one, other, subject) => {
          await record(
            db,
            event(subject, {
              detail: { changes: [], one },
              things: [{ thing: 'setting:a', before: one, after: other }],
            }),
          )
        }),
        { numRuns: 60 },
      )
      await assertChained(db)
    }))

  test('goes on as before where a transaction that wrote an event was taken back', () =>
    inTestWorld(async (db) => {
      await record(db, event('kept'))
      await assert.rejects(
        inTransaction(db, async (trx) => {
          await recordEvent(trx, event('taken back'))
          throw new Error('changed my mind')
        }),
      )
      await record(db, event('kept too'))
      assert.deepEqual(
        (await rowsOf(db)).map(({ seq, subject }) => [seq, subject]),
        [
          [1, 'kept'],
          [2, 'kept too'],
        ],
      )
      await assertChained(db)
    }))

  test('of the people, and of each world, is a chain of its own', () =>
    inTestStore(async (store) => {
      await record(store.world('register'), event('one'))
      await inTransaction(store.people, (trx) => recordEvent(trx, event('two')))
      for (const db of [store.world('register'), store.people]) {
        assert.equal((await rowsOf(db)).length, 1)
        await assertChained(db)
      }
      assert.deepEqual(await rowsOf(store.world('exercise')), [])
    }))

  test('outdates what was computed by a write, and not by reading or drafting', () =>
    inTestWorld(async (db) => {
      const version = await findWorldVersion(db)
      await record(db, event('/states/XAA', { action: 'sealed-read' }))
      await record(db, event('a draft', { action: 'draft-saved' }))
      assert.equal(await findWorldVersion(db), version)
      await record(db, event('a fact', { action: 'facts-recorded' }))
      assert.notEqual(await findWorldVersion(db), version)
    }))

  test('calls who computes for what changes, and leaves them alone where nothing does', () =>
    inTestStore(async (store) => {
      const heard: string[] = []
      const stop = onEvent(async (_, { subject }) => void heard.push(subject))
      try {
        await inTransaction(store.people, (trx) => recordEvent(trx, event('a role')))
        const changes = [{ kind: 'payment', actor: 'XAA', heldFrom: null }]
        await record(store.world('register'), event('a fact', { detail: { changes } }))
      } finally {
        stop()
      }
      assert.deepEqual(heard, ['a fact'])
    }))

  test('knows a row again without the columns it has nothing in', () => {
    const row = { actor_id: 'XAA', body: { amount: 1 }, recorded_at: '2026-01-01' }
    assert.equal(sha256OfRow(row), sha256OfRow({ body: { amount: 1 }, actor_id: 'XAA', locator: null }))
    assert.notEqual(sha256OfRow(row), sha256OfRow({ ...row, body: { amount: 2 } }))
  })

  test('names things by keys that can be taken apart', () => {
    assert.deepEqual(readThingKey(thingKey.fact('XAA', 'a/b:c')), { kind: 'fact', id: 'XAA/a/b:c' })
    for (const no of ['', 'fact', 'fact:', ':a', 'Fact:a', 'fact: a'])
      assert.equal(readThingKey(no), undefined)
  })
})

describe('the audit trail of a whole store', () => {
  let store: Store
  before(async () => {
    store = await openFresh()
  })
  after(() => store.close())

  test('has no gap and no fork after thirty writers at once', async () => {
    const db = store.world('register')
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        inTransaction(db, async (trx) => {
          await sql`insert into setting (key, value) values (${`writer ${n}`}, '1')`.execute(trx)
          await recordEvent(trx, event(`writer ${n}`))
        }),
      ),
    )
    assert.equal(new Set((await rowsOf(db)).map(({ subject }) => subject)).size, 30)
    await assertChained(db)
  })
})

describe('an audit trail from before it was a chain', () => {
  let store: Store
  before(async () => {
    store = await openBare()
  })
  after(() => store.close())

  test('is chained as it is found, with what is held then', async () => {
    const { worlds, people } = shippedMigrations()
    const before = (all: typeof worlds) =>
      all.slice(
        0,
        all.findIndex(({ name }) => /audit-chain/.test(name)),
      )
    await migrate(store.engine, { worlds: before(worlds), people: before(people) })
    const db = store.world('exercise')
    const [factId, reportId] = [uuidv7(), uuidv7()]
    await sql`insert into actor (actor_id, kind, names) values ('XAA', 'state', '{}')`.execute(db)
    await sql`
      insert into datum (actor_id, datum_id, kind, known_from, body)
      values ('XAA', ${factId}::uuid, 'payment', '2026-01-01', '{"amount": 12.5}')`.execute(db)
    await sql`
      insert into report_version (actor_id, report_id, obligation, covers_year, version, received_on, submission_sha256)
      values ('XAA', ${reportId}::uuid, 'article-7', 2025, 1, '2026-01-01', 'x')`.execute(db)
    for (const subject of ['first', 'second'])
      await sql`
        insert into event (event_id, happened_at, agent, action, subject)
        values (${uuidv7()}::uuid, ${subject === 'first' ? '2026-01-01' : '2026-01-02'}::timestamptz, 'old', 'facts-recorded', ${subject})`.execute(
        db,
      )
    await migrate(store.engine, { worlds, people })
    await assertChained(db)
    const rows = await rowsOf(db)
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['facts-recorded', 'facts-recorded', 'older-events-chained'],
    )
    assert.deepEqual(
      (await thingsOf(db, 3)).map(({ thing }) => thing),
      [thingKey.fact('XAA', factId), thingKey.report(reportId)],
    )
    assert.deepEqual(await rowsOf(store.world('register')), [])
    await record(db, event('after it'))
    await assertChained(db)
  })
})
