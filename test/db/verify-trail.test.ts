// What verifying an audit trail finds: rows altered by SQL in every way, each named by its place.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type Db, inTransaction, json } from '../../src/db/store.ts'
import { touchedInOrder } from '../../src/db/verify/touched.ts'
import { verifyTrail } from '../../src/db/verify/verify-trail.ts'
import { inTestWorld } from '../world.ts'
import { afterTampering, named, rehash, rewriteFrom, verify, write } from './tampering.ts'

describe('verifying an audit trail', () => {
  test('finds nothing where nothing was done to it, from none to many events', () =>
    inTestWorld(async (db) => {
      assert.deepEqual(named(await verify(db)), [])
      await write(db, 3)
      const { head, events, things, findings } = await verify(db)
      assert.deepEqual([head.seq, events, things, findings], [3, 3, 1, []])
    }))

  test('reads on where more is written after it had come to the end: that is no finding', () =>
    inTestWorld(async (db) => {
      await write(db, 4)
      const touched = touchedInOrder(db, (seq) => assert.fail(`${seq} is nobody's`))
      const seen: string[] = []
      const take = async (one: { thing: string }) => {
        seen.push(one.thing)
      }
      for (const seq of [1, 2, 3, 4, 5]) await touched.at(seq, take)
      await write(db, 2)
      for (const seq of [5, 6]) await touched.at(seq, take)
      assert.deepEqual(seen, ['crosswalk:2', 'crosswalk:4', 'crosswalk:2'])
    }))

  const columns: [string, ReturnType<typeof sql>][] = [
    ['who', sql`update event set agent = 'someone else' where seq = 4`],
    ['when', sql`update event set happened_at = happened_at - interval '1 second' where seq = 4`],
    ['what', sql`update event set action = 'staleness-unset' where seq = 4`],
    ['to what', sql`update event set subject = 'scope' where seq = 4`],
    ['how', sql`update event set detail = '{}' where seq = 4`],
    ['its id', sql`update event set event_id = '01900000-0000-7000-8000-000000000000' where seq = 4`],
    ['its digest', sql`update event set sha256 = repeat('a', 64) where seq = 4`],
    ['the digest before it', sql`update event set previous_sha256 = repeat('a', 64) where seq = 4`],
    ['what was before', sql`update event_thing set before = '{"n": 1}' where seq = 4`],
    ['what is after', sql`update event_thing set after = '{"n": 5}' where seq = 4`],
    ['which thing', sql`update event_thing set thing = 'crosswalk:5' where seq = 4`],
    ['that it touched anything', sql`delete from event_thing where seq = 4`],
    ['what else it touched', sql`insert into event_thing (seq, position, thing) values (4, 1, 'setting:x')`],
  ]
  for (const [what, statement] of columns)
    test(`names the event of which was altered: ${what}`, () =>
      afterTampering((db) => statement.execute(db), ['altered 4']))

  test('names an event that is removed', () =>
    afterTampering((db) => sql`delete from event where seq = 4`.execute(db), ['removed 4']))

  test('names an event that is removed with what it touched', () =>
    afterTampering(
      async (db) => {
        await sql`delete from event where seq = 4`.execute(db)
        await sql`delete from event_thing where seq = 4`.execute(db)
      },
      ['removed 4'],
    ))

  test('names the first event where it is removed or altered', async () => {
    await afterTampering((db) => sql`delete from event where seq = 1`.execute(db), ['removed 1'])
    await afterTampering((db) => sql`update event set agent = 'x' where seq = 1`.execute(db), ['altered 1'])
  })

  test('names events that are cut off at the end', () =>
    afterTampering((db) => sql`delete from event where seq > 6`.execute(db), ['cut-off 7', 'cut-off 8']))

  test('names two events that changed places', () =>
    afterTampering(
      async (db) => {
        await sql`update event set seq = 100 where seq = 3`.execute(db)
        await sql`update event set seq = 3 where seq = 6`.execute(db)
        await sql`update event set seq = 6 where seq = 100`.execute(db)
      },
      ['moved 3', 'moved 6'],
    ))

  test('names two events that changed places with what they touched', () =>
    afterTampering(
      async (db) => {
        for (const table of [sql`event`, sql`event_thing`]) {
          await sql`update ${table} set seq = 100 where seq = 3`.execute(db)
          await sql`update ${table} set seq = 3 where seq = 6`.execute(db)
          await sql`update ${table} set seq = 6 where seq = 100`.execute(db)
        }
      },
      ['moved 3', 'moved 6'],
    ))

  test('names an event that was moved to the end', () =>
    afterTampering(
      (db) => sql`update event set seq = 900000000 where seq = 4`.execute(db),
      ['moved 900000000'],
    ))

  test('names every event that was moved aside for another, and the one put in', () =>
    afterTampering(
      async (db) => {
        await sql`update event set seq = seq + 1000 where seq > 5`.execute(db)
        await sql`update event set seq = seq - 999 where seq > 1000`.execute(db)
        await sql`
        insert into event (event_id, seq, previous_sha256, sha256, agent, action, subject)
        select '01900000-0000-7000-8000-000000000000', 6, previous_sha256, repeat('b', 64), 'x', 'x', 'x'
          from event where seq = 7`.execute(db)
      },
      ['altered 6', 'moved 7', 'moved 8', 'moved 9'],
    ))

  test('names an event that was put behind the end', () =>
    afterTampering(
      (db) =>
        sql`
          insert into event (event_id, seq, previous_sha256, sha256, agent, action, subject)
          select '01900000-0000-7000-8000-000000000000', 9, sha256, repeat('b', 64), 'x', 'x', 'x'
            from event where seq = 8`.execute(db),
      ['altered 9', 'inserted 9'],
    ))

  test('names what is said to be touched by an event that is not there', () =>
    afterTampering(
      (db) => sql`insert into event_thing (seq, position, thing) values (0, 0, 'setting:x')`.execute(db),
      ['inserted 0'],
    ))

  test('names an event that was altered with a new digest', () =>
    afterTampering(
      async (db) => {
        await sql`update event set agent = 'someone else' where seq = 4`.execute(db)
        await rehash(db, 4)
      },
      ['altered 4'],
    ))

  test('names an event that was altered with a new digest, the first and the last too', async () => {
    const alter = (seq: number) => async (db: Db) => {
      await sql`update event set agent = 'someone else' where seq = ${seq}::bigint`.execute(db)
      await rehash(db, seq)
    }
    await afterTampering(alter(1), ['altered 1'])
    await afterTampering(alter(8), ['head-altered 8'])
  })

  test('names an event that was made to follow on another, with a new digest', () =>
    afterTampering(
      async (db) => {
        await sql`update event set previous_sha256 = repeat('a', 64) where seq = 4`.execute(db)
        await rehash(db, 4)
      },
      ['altered 4'],
    ))

  test('names the end where it was altered, or is not there', async () => {
    await afterTampering(
      (db) => sql`update event_head set sha256 = repeat('a', 64)`.execute(db),
      ['head-altered 8'],
    )
    await afterTampering((db) => sql`delete from event_head`.execute(db), ['head-altered null'])
  })

  test('finds by a head noted elsewhere alone what was written anew to the end, or cut off with it', () =>
    inTestWorld(async (db) => {
      await write(db, 8)
      const { head } = await verify(db)
      const again = (notedHead: { seq: number | null; sha256: string }) =>
        verifyTrail(db, 'register', { notedHead }).then(named)
      assert.deepEqual(await again(head), [])
      assert.deepEqual(await again({ seq: null, sha256: head.sha256 }), [])
      assert.deepEqual(await again({ seq: 7, sha256: head.sha256 }), ['noted-head-missing 7'])
      await write(db, 1)
      assert.deepEqual(await again(head), [])
      await sql`update event set agent = 'someone else' where seq = 4`.execute(db)
      await rewriteFrom(db, 4, 9)
      assert.deepEqual(named(await verify(db)), [])
      assert.deepEqual(await again(head), ['noted-head-missing 8'])
      await sql`delete from event where seq > 6`.execute(db)
      await sql`delete from event_thing where seq > 6`.execute(db)
      await rewriteFrom(db, 6, 6)
      assert.deepEqual(named(await verify(db)), [])
      assert.deepEqual(await again({ seq: null, sha256: head.sha256 }), ['noted-head-missing null'])
    }))

  test('names exactly the events altered or removed, whichever they are', () =>
    inTestWorld(async (db) => {
      const count = 30
      await write(db, count)
      const tampering = fc.uniqueArray(
        fc.record({ seq: fc.integer({ min: 1, max: count }), how: fc.constantFrom('alter', 'remove') }),
        { selector: ({ seq }) => seq, minLength: 1, maxLength: 8 },
      )
      await fc.assert(
        fc.asyncProperty(tampering, async (tampered) => {
          const undo = new Error('taken back')
          await assert.rejects(
            inTransaction(db, async (trx) => {
              for (const { seq, how } of tampered)
                if (how === 'remove') await sql`delete from event where seq = ${seq}::bigint`.execute(trx)
                else
                  await sql`update event set detail = ${json({ seq })}::jsonb where seq = ${seq}::bigint`.execute(
                    trx,
                  )
              const found = (await verifyTrail(trx, 'register')).findings.map(({ seq }) => seq)
              assert.deepEqual(
                found,
                tampered.map(({ seq }) => seq).sort((a, b) => a - b),
              )
              throw undo
            }),
            undo,
          )
        }),
        { numRuns: 40 },
      )
    }))
})
