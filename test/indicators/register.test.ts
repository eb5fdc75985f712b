// The real register as it ships: who is bound as of when (domain rules B.2 and B.3), and what its registers answer.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { listCohorts, showCohort } from '../../src/indicators/cohort.ts'
import { listValues } from '../../src/indicators/value-lists.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { loadRegister } from '../../src/load.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

describe('the real register', () => {
  test('States Parties as of each turning point, as the depositary’s page of 3 February 2026 has it', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const count = async (asOf: string) =>
        (await showCohort(db, { cohort: 'states-parties', asOf })).members.length
      const counts: Record<string, number> = {
        '1999-02-28': 0,
        '2010-12-02': 156,
        '2011-12-02': 157,
        '2025-08-31': 164,
        '2025-09-01': 165,
        '2025-12-01': 166,
        '2025-12-26': 166,
        '2025-12-27': 163,
        '2026-01-10': 162,
        '2026-02-19': 162,
        '2026-02-20': 161,
      }
      for (const [asOf, expected] of Object.entries(counts)) assert.equal(await count(asOf), expected, asOf)

      const after = await showCohort(db, { cohort: 'states-parties', asOf: '2025-12-27' })
      const actors = after.members.map((member) => member.actor)
      for (const gone of ['EST', 'LVA', 'LTU']) assert.ok(!actors.includes(gone), gone)
      // A claim of suspension leaves membership untouched.
      assert.ok(actors.includes('UKR'))
      const ukraine = await sql<{
        n: number
      }>`select count(*) as n from datum where actor_id = 'UKR' and kind = 'status-claim'`.execute(db)
      assert.ok(ukraine.rows[0]!.n > 0)

      // What was not yet known on a date does not count on it.
      const before = await showCohort(db, {
        cohort: 'states-parties',
        asOf: '2025-12-27',
        knownOn: '2025-06-26',
      })
      assert.equal(before.members.length, 166)
      assert.ok(before.members.some((member) => member.actor === 'EST' && member.until === null))
      const notified = await showCohort(db, {
        cohort: 'states-parties',
        asOf: '2025-12-27',
        knownOn: '2025-06-27',
      })
      assert.equal(notified.members.length, 163)

      const notParty = await showCohort(db, { cohort: 'states-not-party', asOf: '2025-12-01' })
      assert.equal(notParty.members.length, 197 - 166)
      assert.ok(notParty.members.some((member) => member.actor === 'MNG'))
      const poland = (await showCohort(db, { cohort: 'states-parties', asOf: '2026-02-01' })).members.find(
        (m) => m.actor === 'POL',
      )
      assert.equal(poland?.until, '2026-02-20')
    }))

  test('a cohort nobody has established is unknown, not empty', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      for (const cohort of ['affected', 'article-5', 'compliance-concern', 'donor'])
        await assert.rejects(
          showCohort(db, { cohort, asOf: '2025-12-01' }),
          (error) => error instanceof Problem && error.type === 'cohort-not-established',
        )
      await assert.rejects(
        showCohort(db, { cohort: 'nobody' }),
        (error) => error instanceof Problem && error.type === 'not-found',
      )
      assert.ok(listCohorts().length >= 15)
    }))

  test('10.2 for 2025 is 2 and names the two States with their deposits; no figure turns ignorance into failure', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const shown = await showIndicator(db, { indicator: '10.2', year: 2025 })
      assert.deepEqual([shown.numerator, shown.value, shown.status], [2, 2, 'known'])
      assert.deepEqual(
        shown.members.map((member) => [member.actor, member.state, member.evidence[0]?.heldFrom]),
        [
          ['MHL', 'counted', '2025-03-12'],
          ['TON', 'counted', '2025-06-25'],
        ],
      )
      assert.ok(shown.members.every((member) => member.evidence[0]?.address?.startsWith('https://')))
      assert.equal(shown.asOf, '2025-12-01')

      const values = await listValues(db, 'siem-reap-angkor-draft-2024-08')
      assert.equal(new Set(values.map((value) => value.number)).size, 87)
      for (const value of values)
        if (value.numerator !== null)
          assert.ok(value.status === 'known' || value.status.startsWith('provisional until'), value.indicator)
      const reported = await showIndicator(db, {
        indicator: 'siem-reap-angkor-draft-2024-08/7.1',
        year: 2025,
      })
      assert.deepEqual([reported.numerator, reported.value, reported.status], [null, null, 'not known'])
      assert.equal(reported.members.length, 166)
      assert.ok(reported.members.every((member) => member.state === 'unknown'))
      assert.equal(reported.ruleHash.length, 64)
    }))

  test('questions that make no sense are refused in words', () =>
    inTestWorld(async (db) => {
      const refused = (asked: Parameters<typeof showIndicator>[1], type: string) =>
        assert.rejects(showIndicator(db, asked), (error) => error instanceof Problem && error.type === type)
      await refused({ indicator: '99.9', year: 2025 }, 'not-found')
      await refused({ indicator: '7.1', year: 2025, reading: 'wishful' }, 'not-found')
      await refused({ indicator: '7.1', year: 2025, asOf: '2025-02-30' }, 'usage')
      await refused({ indicator: '7.1', year: 2025, knownOn: '2999-01-01' }, 'usage')
      await refused({ indicator: '7.1', year: 20255 }, 'usage')
    }))
})
