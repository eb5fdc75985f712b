// What somebody who answers for actors has in hand, from what is owed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DutyOwed, DutyStatus } from '../../src/duties/owed.ts'
import { gapsOf, sortAhead, sortBeside, sortOwed } from '../../src/indicators/desk.ts'
import { fulfillingOf } from '../../src/indicators/fulfilling.ts'

type Owed = Pick<DutyOwed, 'applies' | 'due' | 'status' | 'owners' | 'responsible' | 'obligation'>

const owed = (given: Partial<Owed>): Owed => ({
  ...{ applies: 'yes', due: '2028-01-15', status: 'due', responsible: null, obligation: null },
  ...given,
})
const asOf = '2027-12-31'

describe('what lies ahead', () => {
  it('reaches twelve months, by the last day it can be met on, and tells what is due in thirty days', () => {
    const duties = [
      owed({ due: '2028' }),
      owed({ due: '2028-01-30' }),
      owed({ due: '2028-01-31', status: 'at-risk' }),
      owed({ due: '2029-01-01' }),
      owed({ due: null, status: 'undated' }),
      owed({ due: '2028-02-01', status: 'met' }),
      owed({ due: '2028-02-01', applies: 'unknown' }),
    ]
    const { ahead, next } = sortAhead({ duties, asOf })
    assert.deepEqual(
      ahead.map(({ due }) => due),
      ['2028-01-30', '2028-01-31', '2028'],
    )
    assert.equal(next, 1)
  })

  it('is never overdue, not found or met, whatever is asked', () => {
    const statuses: DutyStatus[] = ['met', 'due', 'at-risk', 'overdue', 'missed', 'not-found', 'waiting']
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            status: fc.constantFrom(...statuses),
            due: fc.constantFrom('2027-12-01', '2028-06', '2028', null),
          }),
        ),
        (some) => {
          const duties = some.map(owed)
          const { ahead } = sortAhead({ duties, asOf })
          const { overdue } = sortOwed({ duties, asOf })
          const { notFound, reports, missed } = gapsOf({ duties, asOf })
          const parts = [...ahead, ...overdue, ...notFound, ...reports, ...missed]
          assert.equal(new Set(parts).size, parts.length, 'each stands in one part')
          assert.ok(ahead.every(({ status }) => status === 'due' || status === 'at-risk'))
          assert.ok(overdue.every(({ status }) => status === 'overdue'))
        },
      ),
    )
  })
})

describe('what else falls into some months', () => {
  const keyed = (key: string, given: Partial<Owed>, duty = 'treaty/report') => ({
    ...owed(given),
    ...{ key, instrument: 'treaty', duty },
  })
  const march = { from: '2027-03-01', until: '2027-05-31' }

  it('is what stands in no other list, by its last day, whether done, not found or missed', () => {
    const overdue = [keyed('overdue', { due: '2027-05-01', status: 'overdue' })]
    const duties = [
      ...overdue,
      keyed('missed', { due: '2027-05', status: 'missed' }),
      keyed('met', { due: '2027-03-01', status: 'met' }),
      keyed('not found', { due: '2027-04-30', status: 'not-found' }),
      keyed('before', { due: '2027-02-28', status: 'met' }),
      keyed('later', { due: '2027', status: 'due' }),
      keyed('perhaps', { due: '2027-04-01', applies: 'unknown' }),
      keyed('ended', { due: '2027-04-01', status: 'ended' }),
      keyed('bound', { due: '2027-04-01' }, 'treaty/entry-into-force'),
      keyed('undated', { due: null, status: 'undated' }),
    ]
    const beside = sortBeside({ duties, lists: [overdue, []], ...march })
    assert.deepEqual(
      beside.map(({ key }) => key),
      ['met', 'not found', 'missed'],
    )
  })
})

describe('what is missing', () => {
  it('tells reports from other things, and promises nobody sees to from duties of treaties', () => {
    const duties = [
      owed({ due: '2027-04-30', status: 'not-found', obligation: 'yearly' }),
      owed({ due: '2027', status: 'not-found' }),
      owed({ due: '2027', status: 'missed' }),
      owed({ due: '2028', owners: ['XAA'] }),
      owed({ due: '2028', owners: ['XAA'], responsible: 'An office' }),
      owed({ due: '2028' }),
    ]
    const gaps = gapsOf({ duties, asOf })
    assert.deepEqual(
      [gaps.reports, gaps.notFound, gaps.missed, gaps.nobody].map((one) => one.length),
      [1, 1, 1, 1],
    )
    assert.equal(gaps.promises, 2)
  })

  it('is of this year and the one before; what is older, and what has no day, is counted', () => {
    const duties = [
      owed({ due: '2026-01-01', status: 'not-found' }),
      owed({ due: '2025', status: 'not-found' }),
      owed({ due: '2014', status: 'missed' }),
      owed({ due: '2014', status: 'met' }),
      owed({ due: null, status: 'undated', owners: ['XAA'] }),
      owed({ due: null, status: 'undated' }),
    ]
    const { notFound, missed, olderGaps, undatedPromises } = gapsOf({ duties, asOf })
    assert.deepEqual([notFound.length, missed.length, olderGaps, undatedPromises], [1, 0, 2, 1])
  })
})

describe('what fulfils something owed', () => {
  it('is the next session of a series, progress on a task, or the record that a target counts', () => {
    const of = (instrument: string, own: string) =>
      fulfillingOf({ instrument, duty: `${instrument}/${own}`, obligation: null })
    assert.deepEqual(of('dialogue', 'event-series'), { kind: 'event', fields: { partOf: 'dialogue' } })
    assert.deepEqual(of('harbours', 'resolution-series'), {
      kind: 'resolution',
      fields: { partOf: 'harbours' },
    })
    assert.deepEqual(of('task-1', 'task'), { kind: 'progress', fields: { about: 'task-1' } })
    assert.equal(of('ihl-pledge-mongolia', 'C3')?.kind, 'dissemination-event')
    assert.equal(of('ihl-pledge-mongolia', 'C3')?.fields.serves, 'ihl-pledge-mongolia')
    assert.equal(of('a-treaty', 'article-5'), null)
    assert.equal(fulfillingOf({ instrument: 'a', duty: 'a/b', obligation: 'yearly' }), null)
  })
})
