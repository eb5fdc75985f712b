import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { scheduleOf } from '../../src/implementation/dates.ts'
import { workHeld } from '../../src/implementation/held.ts'
import { holdingOn } from '../../src/implementation/holding.ts'
import { reportedOf } from '../../src/implementation/progress.ts'
import { fact } from './facts.ts'

const action = (endsOn: string) => fact('plan-action', 'a', { title: 'A', plan: 'p', endsOn })
const moved = (endsOn: string, decidedOn = '2026-05-01') =>
  fact('rescheduling', `m-${decidedOn}`, { about: 'a', endsOn, reason: 'Floods', decidedOn })

/** `asOf`: the day asked about, of what is known on the last day of 2027. */
const held = (facts: ReturnType<typeof fact>[], asOf = '2027-12-31') => {
  const work = { ...workHeld(facts, '2027-12-31'), asOf }
  return { work, fact: work.find('plan-action', 'a')! }
}
const schedule = (facts: ReturnType<typeof fact>[], asOf?: string) => {
  const { work, fact: one } = held(facts, asOf)
  return scheduleOf(work, one)
}

describe('how far something has slipped', () => {
  it('is nothing where one of the dates is the other said less exactly', () => {
    assert.deepEqual(schedule([action('2026'), moved('2026-09-30')]).slip, { days: 0, isRough: true })
    assert.deepEqual(schedule([action('2026-09-30'), moved('2026')]).slip, { days: 0, isRough: true })
    assert.deepEqual(schedule([action('2026-09'), moved('2026-09')]).slip, { days: 0, isRough: false })
    assert.deepEqual(schedule([action('2026'), moved('2027-01-01')]).slip, { days: 1, isRough: true })
  })

  it('starts from the date put right by a correction, and what was first recorded is told', () => {
    const first = action('2026-06-30')
    const corrected = fact(
      'plan-action',
      'a-2',
      { ...first.body, endsOn: '2027-06-30' },
      { supersedes: first.datumId, knownFrom: '2026-08-01' },
    )
    const told = schedule([first, moved('2027-06-30'), corrected])
    assert.deepEqual(told.slip, { days: 0, isRough: false })
    assert.deepEqual(told.corrected, {
      by: '2026-08-01',
      was: { startsOn: null, endsOn: '2026-06-30', due: null },
    })
    assert.equal(schedule([first, moved('2027-06-30')]).corrected, null)
  })
})

describe('how something stood on an earlier day', () => {
  const facts = [
    action('2026-06-30'),
    moved('2026-12-31', '2026-05-01'),
    moved('2028-01-01', '2027-05-01'),
    fact('progress', 'p-1', { about: 'a', status: 'under-way', reportedOn: '2026-03-01' }),
    fact('progress', 'p-2', { about: 'a', status: 'done', doneOn: '2026-08-01', reportedOn: '2026-12-01' }),
    fact('progress', 'p-3', { about: 'a', status: 'under-way', reportedOn: '2027' }),
  ]

  it('is told without moves decided on later', () => {
    assert.equal(schedule(facts, '2026-04-01').now.endsOn, '2026-06-30')
    assert.equal(schedule(facts, '2026-09-01').now.endsOn, '2026-12-31')
    assert.equal(schedule(facts, '2027-12-31').now.endsOn, '2028-01-01')
  })

  it('is told by the report recorded last, of two of one day', () => {
    const said = (id: string, status: string, datumId: string) =>
      fact(
        'progress',
        id,
        { about: 'a', status, reportedOn: '2026-03-01' },
        { datumId, recordedAt: '2026-03-02' },
      )
    const [first, last] = [said('p-1', 'under-way', '1'), said('p-2', 'delayed', '2')]
    for (const facts of [
      [first, last],
      [last, first],
    ]) {
      const { work, fact: one } = held([action('2026-06-30'), ...facts])
      assert.deepEqual(
        reportedOf(work, one).map(({ state }) => state),
        ['under-way', 'delayed'],
      )
    }
  })

  it('is told without later reports, but for those that say it was done by then', () => {
    const on = (asOf: string) => {
      const { work, fact: one } = held(facts, asOf)
      return reportedOf(work, one).map(({ id }) => id)
    }
    assert.deepEqual(on('2026-02-28'), [])
    assert.deepEqual(on('2026-04-01'), ['p-1'])
    assert.deepEqual(on('2026-09-01'), ['p-1', 'p-2'])
    // Whether a report of a year came after a day in it is not said.
    assert.deepEqual(on('2027-03-01'), ['p-1', 'p-2', 'p-3'])
  })
})

describe('what is stated for a time', () => {
  const body = (more: object) => ({
    ...{ id: 'b', kind: 'working-body' },
    ...{
      datum: fact('working-body', 'b', {}, more),
      first: fact('working-body', 'b', {}, more),
      names: ['b'],
      versions: [],
    },
  })
  it('holds between its days, the last of which is not part of it', () => {
    const span = { heldFrom: '2026-01-01', heldUntil: '2026-07-01' }
    assert.deepEqual(
      ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => holdingOn(body(span), day)),
      ['ahead', 'now', 'now', 'ended'],
    )
    assert.equal(holdingOn(body({}), '2026-07-01'), 'now')
  })
})
