// Decisions, publications and settings of a world as they are held, against what the trail says: put in, changed and taken
// away by SQL, each is found and named.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { decide } from '../../src/accounts/decide.ts'
import { recordEvent } from '../../src/db/events.ts'
import { saveSetting } from '../../src/db/setting-store.ts'
import { type Db, inTransaction } from '../../src/db/store.ts'
import { verifyTrail } from '../../src/db/verify/verify-trail.ts'
import { setStaleness, unsetStaleness } from '../../src/engagements/staleness-store.ts'
import { publishRelease } from '../../src/releases/publish.ts'
import { inTestWorld } from '../world.ts'
import { found, type Tampering } from './tampering.ts'

const release = 'c'.repeat(64)
const draft = 'fact-draft:01900000-0000-7000-8000-00000000000d'

/** Decisions about a draft, a release frozen and then published, and rules of age. */
const writeWorld = async (db: Db, { noted = true } = {}) => {
  const about = { thing: draft, owners: ['XAA', 'XAB'], sha256: 'a'.repeat(64) }
  await inTransaction(db, async (trx) => {
    await decide(trx, about, { decision: 'approved', owners: ['XAA'], agent: 'person:p1' })
    await decide(trx, about, { decision: 'returned', owners: ['XAB'], agent: 'person:p2', note: 'Too long.' })
  })
  const payload = '{}'
  const { rows } = await sql<{ sha256: string }>`
    insert into release (sha256, plan, year, as_of, known_on, payload, frozen_by, owners)
    values (encode(sha256(convert_to(${payload}, 'UTF8')), 'hex'), 'a-plan', 2025, '2025-12-31', '2026-01-01', ${payload}, 'test', '["XAA"]')
    returning sha256`.execute(db)
  const { sha256 } = rows[0]!
  const after = { sha256, plan: 'a-plan', ...(noted ? { publishedAs: null } : {}) }
  await inTransaction(db, (trx) =>
    recordEvent(trx, {
      ...{ agent: 'test', action: 'release-frozen', subject: 'a-plan', detail: { changes: [] } },
      things: [{ thing: `release:${sha256}`, before: null, after }],
    }),
  )
  if (noted) await publishRelease(db, sha256, { agent: 'test', publishedAs: 'command', needsApproval: false })
  const age = { after: 'P1Y', why: 'Exercise.', agent: 'test' }
  await setStaleness(db, { scope: 'default', ...age })
  await setStaleness(db, { scope: 'topic:promises', ...age })
  await unsetStaleness(db, 'topic:promises', 'test')
}

describe('decisions, publications and settings of a world, against what the trail says', () => {
  test('are the same where nobody touched them', () =>
    inTestWorld(async (db) => {
      await writeWorld(db)
      const verified = await verifyTrail(db, 'register')
      assert.deepEqual([verified.findings, verified.held, verified.uncompared], [[], 4, 0])
    }))

  const tampered: Tampering[] = [
    [
      'a decision that was put in',
      sql`insert into approval (thing, owner, agent, decision, content_sha256, decided_at)
          values (${draft}, 'XAB', 'person:p2', 'approved', repeat('a', 64), '2027-01-01')`,
      ['record-unknown fact-draft'],
    ],
    [
      'what was decided',
      sql`update approval set decision = 'approved' where owner = 'XAB'`,
      ['record-altered fact-draft'],
    ],
    [
      'what a decision is about',
      sql`update approval set content_sha256 = 'b' where owner = 'XAA'`,
      ['record-altered fact-draft'],
    ],
    [
      'who decided',
      sql`update approval set agent = 'person:p3' where owner = 'XAA'`,
      ['record-altered fact-draft'],
    ],
    [
      'the note of a decision',
      sql`update approval set note = 'Fine.' where owner = 'XAB'`,
      ['record-altered fact-draft'],
    ],
    [
      'a decision that was taken away',
      sql`delete from approval where owner = 'XAB'`,
      ['record-removed fact-draft'],
    ],
    [
      'a publication that was put in',
      sql`insert into publication (thing, agent, published_as) values (${`release:${release}`}, 'test', 'command')`,
      ['record-unknown release'],
    ],
    [
      'in whose right it was published',
      sql`update publication set published_as = 'owner'`,
      ['record-altered release'],
    ],
    [
      'when it was published',
      sql`update publication set published_at = '2020-01-01'`,
      ['record-altered release'],
    ],
    ['a publication that was taken away', sql`delete from publication`, ['record-removed release']],
    [
      'a rule of age that was put in',
      sql`insert into setting (key, value) values ('staleness:x', '{"after": "P9Y"}')`,
      ['record-unknown setting'],
    ],
    [
      'a rule of age',
      sql`update setting set value = '{"after": "P9Y", "why": "x"}' where key = 'staleness:default'`,
      ['record-altered setting'],
    ],
    [
      'a rule of age that was taken away',
      sql`delete from setting where key = 'staleness:default'`,
      ['record-removed setting'],
    ],
  ]
  for (const [what, statement, expected] of tampered)
    test(`are named where altered by SQL: ${what}`, () =>
      inTestWorld(async (db) => {
        await writeWorld(db)
        await statement.execute(db)
        assert.deepEqual(found(await verifyTrail(db, 'register')), expected)
      }))

  test('cannot be compared where events of before do not tell of them', () =>
    inTestWorld(async (db) => {
      await writeWorld(db, { noted: false })
      await sql`
        insert into publication (thing, agent, published_as)
        select 'release:' || sha256, 'pacta', 'command' from release`.execute(db)
      await saveSetting(db, 'today', '2027-12-31')
      const verified = await verifyTrail(db, 'register')
      assert.deepEqual([verified.findings, verified.held, verified.uncompared], [[], 3, 2])
    }))

  test('of settings, all are known from the day on which what ships was loaded', () =>
    inTestWorld(async (db) => {
      await saveSetting(db, 'today', '2027-12-31')
      await inTransaction(db, (trx) =>
        recordEvent(trx, {
          ...{ agent: 'test', action: 'settings-loaded', subject: 'exercise', detail: { changes: [] } },
          things: [{ thing: 'setting:today', before: null, after: '2027-12-31' }],
        }),
      )
      assert.deepEqual(found(await verifyTrail(db, 'register')), [])
      await saveSetting(db, 'banner', 'Another')
      await saveSetting(db, 'today', '2027-01-01')
      assert.deepEqual(found(await verifyTrail(db, 'register')), [
        'record-altered setting',
        'record-unknown setting',
      ])
    }))
})
