import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../../src/db/store.ts'
import type { DutyOwed } from '../../src/duties/owed.ts'
import { type CalendarDays, calendarSpan, publishDays } from '../../src/indicators/calendar.ts'
import { owedFirstReport as owed } from '../duties/owed.ts'
import { inTestWorld } from '../world.ts'

const span = calendarSpan('2027-12-31')
const monday = '2027-12-06T08:00:00.000Z'
const tuesday = '2027-12-07T08:00:00.000Z'
const wednesday = '2027-12-08T08:00:00.000Z'

const publish = (db: Db, duties: readonly DutyOwed[], now = monday, scope = {}): Promise<CalendarDays> =>
  publishDays(db, scope, { duties, ...span, now })

/** Each day as "day, sequence, when it changed", and whether it is called off. */
const told = ({ days }: CalendarDays): string[] =>
  days.map(
    ({ owed, kept }) =>
      `${kept.key.split('/').slice(1).join('/')} ${kept.due} ${kept.sequence} ${kept.changedAt.slice(8, 10)}${owed === null ? ' called off' : ''}`,
  )

describe('days published as a calendar', () => {
  it('from the beginning of last year to the end of the fifth year to come', () =>
    assert.deepEqual(span, { from: '2026-01-01', until: '2032-12-31' }))

  it('that stay as they are keep their sequence and the instant at which they last changed', () =>
    inTestWorld(async (db) => {
      assert.deepEqual(told(await publish(db, [owed()], monday)), ['first-report/XAA 2028-03-01 0 06'])
      assert.deepEqual(await publish(db, [owed()], tuesday), await publish(db, [owed()], wednesday))
      assert.deepEqual(told(await publish(db, [owed()], wednesday)), ['first-report/XAA 2028-03-01 0 06'])
    }))

  it('rise in sequence when their date moves, and again when it moves back', () =>
    inTestWorld(async (db) => {
      await publish(db, [owed()], monday)
      const moved = await publish(db, [owed({ due: '2029-03-01' })], tuesday)
      assert.deepEqual(told(moved), ['first-report/XAA 2029-03-01 1 07'])
      const back = await publish(db, [owed()], wednesday)
      assert.deepEqual(told(back), ['first-report/XAA 2028-03-01 2 08'])
    }))

  it('rise when what they say changes: met, granted, owed after all', () =>
    inTestWorld(async (db) => {
      await publish(db, [owed({ applies: 'unknown' })], monday)
      assert.equal((await publish(db, [owed()], tuesday)).days[0]!.kept.sequence, 1)
      const met = owed({ status: 'met', isLate: false })
      assert.equal((await publish(db, [met], wednesday)).days[0]!.kept.sequence, 2)
    }))

  it('do not rise because a register was looked through a day further, or rests on another row', () =>
    inTestWorld(async (db) => {
      const searched = (until: string) => [
        { register: 'article-7-report', level: 'partial' as const, until, statedBy: null },
      ]
      await publish(db, [owed({ status: 'not-found', searched: searched('2027-12-06') })], monday)
      const later = owed({ status: 'not-found', searched: searched('2027-12-07'), datumIds: ['another'] })
      assert.equal((await publish(db, [later], tuesday)).days[0]!.kept.sequence, 0)
    }))

  it('do not rise with every day that is left for what is at risk', () =>
    inTestWorld(async (db) => {
      const near = (left: number) =>
        owed({ status: 'at-risk', reason: { key: 'counted', kind: 'event', count: left } })
      await publish(db, [near(43)], monday)
      assert.equal((await publish(db, [near(42)], tuesday)).days[0]!.kept.sequence, 0)
    }))

  it('are called off when they are owed no more, for a year, and come back with a higher sequence', () =>
    inTestWorld(async (db) => {
      await publish(db, [owed()], monday)
      assert.deepEqual(told(await publish(db, [], tuesday)), ['first-report/XAA 2028-03-01 1 07 called off'])
      assert.deepEqual(told(await publish(db, [], wednesday)), [
        'first-report/XAA 2028-03-01 1 07 called off',
      ])
      assert.deepEqual(told(await publish(db, [], '2028-12-07T08:00:00.000Z')), [
        'first-report/XAA 2028-03-01 1 07 called off',
      ])
      assert.deepEqual(told(await publish(db, [], '2029-01-07T08:00:00.000Z')), [])
      const again = await publish(db, [owed()], '2029-01-08T08:00:00.000Z')
      assert.deepEqual(told(again), ['first-report/XAA 2028-03-01 2 08'])
    }))

  it('stand on the last day of the month or the year within which they are due', () =>
    inTestWorld(async (db) => {
      const within = (due: string) => owed({ key: `fictional-treaty/${due}/XAA`, due })
      const days = await publish(db, [within('2028'), within('2028-02'), within('2028-02-01')])
      assert.deepEqual(
        days.days.map(({ owed, kept }) => [owed?.due, kept.due]),
        [
          ['2028-02-01', '2028-02-01'],
          ['2028-02', '2028-02-29'],
          ['2028', '2028-12-31'],
        ],
      )
      // A day that comes to be known is another date, though it be the same day of the calendar.
      const known = await publish(
        db,
        [owed({ key: 'fictional-treaty/2028/XAA', due: '2028-12-31' })],
        tuesday,
      )
      assert.equal(known.days.find(({ owed }) => owed !== null)?.kept.sequence, 1)
    }))

  it('are called off where the duty ended, waits again or is dated only roughly', () =>
    inTestWorld(async (db) => {
      for (const other of [
        owed({ status: 'ended' }),
        owed({ status: 'waiting' }),
        owed({ due: '202X', precision: 'decade' }),
      ]) {
        await publish(db, [owed()], monday)
        const { days } = await publish(db, [other], tuesday)
        assert.deepEqual(
          days.map(({ owed }) => owed),
          [null],
        )
      }
    }))

  it('outside the span are not called off: they have only passed out of sight', () =>
    inTestWorld(async (db) => {
      await publish(db, [owed({ due: '2026-02-01' })], monday)
      const yearLater = { duties: [], ...calendarSpan('2028-12-31'), now: '2028-12-31T08:00:00.000Z' }
      assert.deepEqual((await publishDays(db, {}, yearLater)).days, [])
      assert.deepEqual(told(await publish(db, [owed({ due: '2026-02-01' })], tuesday)), [
        'first-report/XAA 2026-02-01 0 06',
      ])
    }))

  it('have one sequence in every calendar that holds them, and none touches those of others', () =>
    inTestWorld(async (db) => {
      const other = owed({ key: 'fictional-treaty/first-report/XAB', actor: 'XAB' })
      const plan = owed({
        key: 'fictional-plan/action-9/XAA',
        instrument: 'fictional-plan',
        duty: 'fictional-plan/action-9',
      })
      await publish(db, [owed(), other, plan], monday, {})
      const ofState = await publish(db, [owed({ due: '2029-03-01' }), plan], tuesday, { actors: ['XAA'] })
      assert.deepEqual(told(ofState), ['action-9/XAA 2028-03-01 0 06', 'first-report/XAA 2029-03-01 1 07'])
      const duties = [owed({ due: '2029-03-01' }), other]
      const expected = ['first-report/XAB 2028-03-01 0 06', 'first-report/XAA 2029-03-01 1 07']
      for (const scope of [{ instrument: 'fictional-treaty' }, { duty: 'fictional-treaty/first-report' }])
        assert.deepEqual(told(await publish(db, duties, wednesday, scope)), expected)
      // Another instrument whose id begins with the same letters is another instrument.
      assert.deepEqual(told(await publish(db, [], wednesday, { instrument: 'fictional' })), [])
    }))

  it('of several who owe a duty together stand in the calendar of each', () =>
    inTestWorld(async (db) => {
      const joint = owed({ key: 'pledge/C1/XAA', duty: 'pledge/C1', owners: ['XAA', 'XAB'] })
      await publish(db, [joint], monday, { actors: ['XAA'] })
      const ofOther = await publish(db, [joint], tuesday, { actors: ['XAB'] })
      assert.deepEqual(told(ofOther), ['C1/XAA 2028-03-01 0 06'])
    }))

  it('rise once, however many read at the same time', () =>
    inTestWorld(async (db) => {
      await publish(db, [owed()], monday)
      const moved = [owed({ due: '2029-03-01' })]
      const all = await Promise.all([1, 2, 3, 4].map(() => publish(db, moved, tuesday)))
      for (const days of all) assert.deepEqual(told(days), ['first-report/XAA 2029-03-01 1 07'])
    }))

  it('come all the same from a store that cannot be written to, as they would have been kept', () =>
    inTestWorld(async (db) => {
      const other = owed({ key: 'fictional-treaty/first-report/XAB', actor: 'XAB' })
      await publish(db, [owed()], monday)
      let days: CalendarDays | undefined
      const readOnly = inTransaction(db, async (trx) => {
        await sql`set transaction read only`.execute(trx)
        days = await publish(trx, [owed({ due: '2028-02-01' }), other], tuesday)
      })
      // PostgreSQL refuses to end well a transaction in which it refused a write.
      await assert.rejects(readOnly)
      assert.ok(days)
      assert.deepEqual(told(days), ['first-report/XAA 2028-02-01 1 07', 'first-report/XAB 2028-03-01 0 07'])
      // Nothing was kept.
      assert.deepEqual(told(await publish(db, [owed()], wednesday)), ['first-report/XAA 2028-03-01 0 06'])
    }))

  it('count the duties that have no day', () =>
    inTestWorld(async (db) => {
      const { withoutDay, days } = await publish(db, [
        owed(),
        owed({ key: 'fictional-treaty/a/XAA', due: '2028~', precision: 'year' }),
        owed({ key: 'fictional-treaty/b/XAA', due: '2028-03-01~', precision: 'day' }),
        owed({ key: 'fictional-treaty/c/XAA', status: 'waiting', due: null as never }),
        owed({ key: 'fictional-treaty/d/XAA', status: 'undated' }),
        owed({ key: 'fictional-treaty/e/XAA', status: 'ended' }),
      ])
      assert.deepEqual(withoutDay, { imprecise: 2, waiting: 1, undated: 1 })
      assert.equal(days.length, 1)
    }))
})
