// What verifying an audit trail finds: rows altered by SQL in every way, each named by its place.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { sha256OfWhole, type TouchedThing } from '../../src/db/chain.ts'
import { type EventAction, recordEvent } from '../../src/db/events.ts'
import { type Db, inTransaction, json } from '../../src/db/store.ts'
import { type Verified, verifyTrail } from '../../src/db/verify-trail.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { inTestWorld } from '../world.ts'

const write = async (db: Db, count: number) => {
  for (let n = 1; n <= count; n++)
    await inTransaction(db, (trx) =>
      recordEvent(trx, {
        agent: 'a test',
        action: 'staleness-set',
        subject: `scope ${n}`,
        detail: { changes: [] },
        things: n % 2 === 0 ? [{ thing: `setting:${n}`, before: null, after: { n } }] : [],
      }),
    )
}

const named = ({ findings }: Verified) => findings.map(({ kind, seq }) => `${kind} ${seq}`)
const verify = (db: Db) => verifyTrail(db, 'register')

const afterTampering = (tamper: (db: Db) => Promise<unknown>, expected: string[], count = 8) =>
  inTestWorld(async (db) => {
    await write(db, count)
    assert.deepEqual((await verify(db)).findings, [])
    await tamper(db)
    assert.deepEqual(named(await verify(db)), expected)
  })

/** The event at a place as it would have to be written to be what its own digest says. */
const rehash = async (db: Db, seq: number) => {
  const { rows } = await sql<Parameters<typeof sha256OfWhole>[0]>`
    select seq, previous_sha256, event_id, happened_at, agent, action, subject, detail
      from event where seq = ${seq}::bigint`.execute(db)
  const { rows: things } = await sql<TouchedThing>`
    select thing, before, after from event_thing where seq = ${seq}::bigint order by position`.execute(db)
  await sql`update event set sha256 = ${sha256OfWhole(rows[0]!, things)} where seq = ${seq}::bigint`.execute(
    db,
  )
}

/** Everything from a place on written anew, and the end too: what whoever holds the whole database can do. */
const rewriteFrom = async (db: Db, seq: number, last: number) => {
  for (let at = seq; at <= last; at++) {
    if (at > seq)
      await sql`
        update event set previous_sha256 = (select sha256 from event where seq = ${at - 1}::bigint)
         where seq = ${at}::bigint`.execute(db)
    await rehash(db, at)
  }
  await sql`
    update event_head set seq = ${last}::bigint, sha256 = (select sha256 from event where seq = ${last}::bigint)`.execute(
    db,
  )
}

describe('verifying an audit trail', () => {
  test('finds nothing where nothing was done to it, from none to many events', () =>
    inTestWorld(async (db) => {
      assert.deepEqual(named(await verify(db)), [])
      await write(db, 3)
      const { head, events, things, findings } = await verify(db)
      assert.deepEqual([head.seq, events, things, findings], [3, 3, 1, []])
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
    ['which thing', sql`update event_thing set thing = 'setting:5' where seq = 4`],
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

const source = { title: 'Exercise: a paper', address: 'https://exercise.example/paper' }

const record = async (db: Db) => {
  await sql`insert into actor (actor_id, kind, names) values ('XAU', 'state', '{}')`.execute(db)
  const facts = (lines: string[]) =>
    importFacts(
      db,
      { name: 'facts.csv', bytes: Buffer.from(lines.join('\n')) },
      { kinds: readShippedKinds(), entered: false },
    )
  const head = 'id,actor,kind,from,known_from,supersedes,retracts,source_title,source_address'
  const fact = (id: string, supersedes = '', retracts = '') =>
    `${id},XAU,victims-significant,2025-01-01,2026-05-01,${supersedes},${retracts},${source.title},${source.address}`
  await facts([head, fact('a')])
  await facts([head, fact('b', 'a')])
  await facts([head, fact('c', '', 'b').replace('2025-01-01', '')])
  await submitReport(
    db,
    {
      format: 'pacta-report/1',
      actor: 'XAU',
      obligation: 'article-7',
      coversYear: 2024,
      receivedOn: '2025-06-01',
      language: 'en',
      document: { title: 'Exercise: a report', form: 'forms', pages: 2 },
      source,
      answers: [...readShippedQuestions().get('article-7')!.questions.values()]
        .filter((question) => question.type === 'state')
        .slice(0, 3)
        .map(({ id }) => ({
          question: id,
          state: 'yes',
          evidence: { page: '1', quotation: 'yes', language: 'en' },
        })),
    },
    { questionnaires: readShippedQuestions(), entered: false },
  )
}

describe('what is stored, against what the trail says was stored', () => {
  const things = ({ findings }: Verified) =>
    findings.map(({ kind, thing }) => `${kind} ${thing?.split(':')[0]}`)
  const afterTamperingRecords = (tamper: (db: Db) => Promise<unknown>, expected: string[]) =>
    inTestWorld(async (db) => {
      await record(db)
      const sound = await verify(db)
      assert.deepEqual([sound.findings, sound.records], [[], 4])
      await tamper(db)
      assert.deepEqual(things(await verify(db)), expected)
    })

  test('is the same for facts, corrections, retractions and reports that nobody touched', () =>
    afterTamperingRecords(async () => {}, []))

  const altered: [string, ReturnType<typeof sql>, string][] = [
    ['what a fact says', sql`update datum set body = '{"x": 1}' where external_id = 'a'`, 'fact'],
    ['when a fact holds', sql`update datum set held_from = '2024-01-01' where external_id = 'b'`, 'fact'],
    ['what it takes the place of', sql`update datum set supersedes = null where external_id = 'b'`, 'fact'],
    ['who may see it', sql`update datum set tier = 'restricted' where external_id = 'c'`, 'fact'],
    [
      'when it was recorded',
      sql`update datum set recorded_at = '2020-01-01' where external_id = 'a'`,
      'fact',
    ],
    ['when a report came', sql`update report_version set received_on = '2025-01-01'`, 'report'],
    [
      'an answer',
      sql`update answer set state = 'no' where question = (select min(question) from answer)`,
      'report',
    ],
    [
      'that there is an answer',
      sql`delete from answer where question = (select min(question) from answer)`,
      'report',
    ],
  ]
  for (const [what, statement, kind] of altered)
    test(`is named where it was altered: ${what}`, () =>
      afterTamperingRecords((db) => statement.execute(db), [`record-altered ${kind}`]))

  test('is named where it is not there any more', () =>
    afterTamperingRecords(
      (db) => sql`delete from datum where external_id = 'c'`.execute(db),
      ['record-removed fact'],
    ))

  test('is named where it was put in behind the back of the trail', () =>
    afterTamperingRecords(
      (db) =>
        sql`
          insert into datum (actor_id, datum_id, kind, known_from, body)
          values ('XAU', '01900000-0000-7000-8000-000000000000', 'payment', '2026-01-01', '{}')`.execute(db),
      ['record-unknown fact'],
    ))

  const forged = { id: '01900000-0000-7000-8000-000000000000', thing: '' }
  forged.thing = `fact:XAU/${forged.id}`
  const forge = (db: Db) =>
    sql`
    insert into datum (actor_id, datum_id, kind, external_id, known_from, tier, body)
    values ('XAU', ${forged.id}::uuid, 'payment', 'forged', '2026-01-01', 'partner', '{}')`.execute(db)
  const touch = (db: Db, action: EventAction, touched: TouchedThing) =>
    inTransaction(db, (trx) =>
      recordEvent(trx, {
        ...{ agent: 'a test', action, subject: touched.thing, detail: { changes: [] } },
        things: [touched],
      }),
    )

  const touches: [string, EventAction, unknown][] = [
    ['was read', 'sealed-read', null],
    ['was commented on', 'release-commented', { comment: 'a'.repeat(64) }],
    ['was published', 'published', { publishedAs: 'command', owners: [] }],
    ['was approved, with a digest', 'approved', { sha256: 'a'.repeat(64) }],
    ['was replaced', 'facts-recorded', { supersededBy: 'fact:XAU/x' }],
  ]
  for (const [what, action, after] of touches)
    test(`is still unknown where it was put in, and then ${what}, and then altered`, () =>
      afterTamperingRecords(
        async (db) => {
          await forge(db)
          await touch(db, action, { thing: forged.thing, before: null, after })
          assert.deepEqual(things(await verify(db)), ['record-unknown fact'])
          await sql`update datum set tier = 'public', body = '{"x": 1}' where external_id = 'forged'`.execute(
            db,
          )
        },
        ['record-unknown fact'],
      ))

  test('is not known by a thing put beside an event that is not there', () =>
    afterTamperingRecords(
      async (db) => {
        await forge(db)
        await sql`
          insert into event_thing (seq, position, thing, after)
          values (0, 0, ${forged.thing}, '{"sha256": "a"}')`.execute(db)
      },
      ['inserted undefined', 'record-unknown fact'],
    ))

  test('is altered where it was altered after it had been read', () =>
    afterTamperingRecords(
      async (db) => {
        const { rows } = await sql<{ thing: string }>`
          select 'fact:' || actor_id || '/' || datum_id as thing from datum where external_id = 'a'`.execute(
          db,
        )
        await touch(db, 'sealed-read', { thing: rows[0]!.thing, before: null, after: null })
        await sql`update datum set tier = 'partner' where external_id = 'a'`.execute(db)
        await touch(db, 'sealed-read', { thing: rows[0]!.thing, before: null, after: null })
      },
      ['record-altered fact'],
    ))

  test('is unknown where a release was put in, and then commented on', () =>
    afterTamperingRecords(
      async (db) => {
        const sha256 = 'c'.repeat(64)
        await sql`
          insert into release (sha256, plan, year, as_of, known_on, payload, frozen_by, owners)
          values (${sha256}, 'a-plan', 2025, '2025-12-31', '2026-01-01', '{}', 'someone', '[]')`.execute(db)
        await touch(db, 'release-commented', {
          ...{ thing: `release:${sha256}`, before: null, after: { comment: 'a'.repeat(64) } },
        })
      },
      ['record-unknown release'],
    ))
})
