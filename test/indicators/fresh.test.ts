// Values are a cache: what a write touches is computed again, nothing else; deleting them all changes nothing.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { ensureFresh } from '../../src/indicators/ensure-fresh.ts'
import { getPlan } from '../../src/indicators/plans.ts'
import { listValues } from '../../src/indicators/value-lists.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { listen } from '../../src/jobs.ts'
import { loadExercise, loadRegister } from '../../src/load.ts'
import { shippedStatus } from '../../src/parties/status-csv.ts'
import { saveStatusEvents } from '../../src/parties/store.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { inTestWorld } from '../world.ts'

const planId = 'siem-reap-angkor-draft-2024-08'
const plan = () => getPlan(planId)

const dump = async (db: Db) => {
  const values = await sql`
    select indicator, year, reading, as_of, rule_hash, numerator, denominator, value, status, provisional_until, coverage,
           reported_numerator, reported_denominator from value order by 1, 2, 3`.execute(db)
  const members = await sql`select * from value_members order by indicator, year`.execute(db)
  return { values: values.rows, members: members.rows }
}

const staleCells = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{
    cell: string
  }>`select indicator || ' ' || year as cell from stale
     where starts_with(indicator, ${planId}) order by 1`.execute(db)
  return rows.map((row) => row.cell.replace(`${planId}/`, ''))
}

const stamps = async (db: Db): Promise<Map<string, string>> => {
  const { rows } = await sql<{ cell: string; stamp: string }>`
    select indicator || '|' || year || '|' || reading as cell, xmin::text || ctid::text as stamp from value`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.cell, row.stamp]))
}

describe('stored values', () => {
  test('are a cache: deleted and computed again they are the same, members included', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      await ensureFresh(db, plan())
      const before = await dump(db)
      assert.ok(before.values.length > 87 * 3)
      assert.ok(before.members.length >= 87 * 3)
      assert.equal(await ensureFresh(db, plan()), 0)
      await sql`delete from value_members`.execute(db)
      await sql`delete from value`.execute(db)
      await ensureFresh(db, plan())
      assert.deepEqual(await dump(db), before)
    }, 'exercise'))

  test('a corrected answer touches the indicators that read it, in its cycle; standing facts also later ones', () =>
    inTestWorld(async (db) => {
      listen()
      await loadExercise(db)
      await ensureFresh(db, plan())
      const before = await stamps(db)
      const { rows } = await sql<{ actorId: string; receivedOn: string }>`
        select actor_id, max(received_on) as received_on from report_version
         where obligation = 'article-7' and covers_year = 2025 group by actor_id order by actor_id limit 1`.execute(
        db,
      )
      const { actorId } = rows[0]!
      await submitReport(
        db,
        {
          format: 'pacta-report/1',
          actor: actorId,
          obligation: 'article-7',
          coversYear: 2025,
          receivedOn: '2026-11-01',
          language: 'en',
          document: { title: 'Exercise: a corrected report', form: 'guide-to-reporting', pages: 2 },
          source: { title: 'Exercise: a corrected report' },
          answers: [
            {
              question: 'information-management-in-place',
              state: 'yes',
              evidence: { page: '2', quotation: 'Exercise: it is in place.', language: 'en' },
            },
          ],
        },
        { questionnaires: readShippedQuestions(), entered: false },
      )
      const stale = await staleCells(db)
      assert.ok(stale.includes('7.1 2026'))
      // A new version makes every question of the old one silent: all that reads the report of this cycle is touched,
      assert.ok(stale.includes('31.1 2026') && stale.includes('8.1 2026'))
      // what stands once reported also later,
      assert.ok(stale.includes('27.1 2027'))
      // but no other cycle of what is yearly, and nothing that reads no report.
      for (const cell of [
        '31.1 2025',
        '31.1 2027',
        '8.1 2027',
        '10.2 2026',
        '9.1 2026',
        '3.4 2026',
        '43.1 2026',
        '21.1 2026',
      ])
        assert.ok(!stale.includes(cell), cell)
      await ensureFresh(db, plan())
      assert.deepEqual(await staleCells(db), [])
      const after = await stamps(db)
      for (const [cell, stamp] of after) {
        const [indicator, year] = cell.replace(`${planId}/`, '').split('|')
        assert.equal(stamp !== before.get(cell), stale.includes(`${indicator} ${year}`), cell)
      }
    }, 'exercise'))

  test('a late payment changes 9.1 of its year, and not what was known before it came', () =>
    inTestWorld(async (db) => {
      listen()
      await loadExercise(db)
      const known = await showIndicator(db, { indicator: '9.1', year: 2027 })
      const unpaid = known.members.find((member) => member.state === 'not counted')!
      const csv = [
        'id,actor,kind,date,known_from,source_title,source_address,body.forYear,body.amount,body.currency,body.paidOn',
        `late-1,${unpaid.actor},payment,2027-03-01,2027-12-20,Exercise: bank advice,https://exercise.example/bank,2027,9999999,USD,2027-03-01`,
      ].join('\n')
      await importFacts(
        db,
        { name: 'late.csv', bytes: Buffer.from(csv) },
        { kinds: readShippedKinds(), entered: false },
      )
      assert.ok((await staleCells(db)).includes('9.1 2027'))
      assert.ok(!(await staleCells(db)).some((cell) => cell.startsWith('7.1')))
      const now = await showIndicator(db, { indicator: '9.1', year: 2027 })
      assert.equal(now.numerator, known.numerator! + 1)
      const asKnown = await showIndicator(db, { indicator: '9.1', year: 2027, knownOn: '2027-12-19' })
      assert.equal(asKnown.numerator, known.numerator)
    }, 'exercise'))

  test('a newer status page that brings no new act still moves how far its figures are known', () =>
    inTestWorld(async (db) => {
      listen()
      await loadRegister(db)
      const before = await showIndicator(db, { indicator: '10.2', year: 2026, asOf: '2026-06-30' })
      assert.match(before.status, /^provisional until 2026-02-03$/)
      await ensureFresh(db, plan())
      const { source, events } = shippedStatus().find((status) => status.source.treaty === 'mine-ban')!
      await saveStatusEvents(db, { ...source, asOf: '2026-07-15' }, events)
      assert.ok((await staleCells(db)).includes('10.2 2026'))
      const after = await showIndicator(db, { indicator: '10.2', year: 2026, asOf: '2026-06-30' })
      assert.equal(after.status, 'known')
    }))

  test('every value has n ≤ N, rows that add up to it, and a row for every member with its reason', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      for (const value of await listValues(db, planId)) {
        const shown = await showIndicator(db, { indicator: value.indicator, year: value.year })
        if (shown.numerator === null) continue
        const sum = (of: 'inN' | 'inD') => shown.members.reduce((total, member) => total + member[of], 0)
        assert.equal(sum('inN'), shown.numerator, `${value.indicator} ${value.year}`)
        if (shown.denominator !== null) {
          assert.equal(sum('inD'), shown.denominator, `${value.indicator} ${value.year}`)
          assert.ok(shown.numerator <= shown.denominator)
        }
        for (const member of shown.members) {
          assert.notEqual(member.reason, '')
          if (member.state === 'counted')
            assert.ok(member.evidence.length > 0, `${value.indicator} ${value.year} ${member.member}`)
        }
      }
    }, 'exercise'))
})
