// What is stored, against what the audit trail says was stored.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { TouchedThing } from '../../src/db/chain.ts'
import { type EventAction, recordEvent } from '../../src/db/events.ts'
import { type Db, inTransaction } from '../../src/db/store.ts'
import type { Verified } from '../../src/db/verify/verify-trail.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { inTestWorld } from '../world.ts'
import { verify } from './tampering.ts'

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
    ['was published', 'published', { published: 'fact:XAU/x' }],
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
