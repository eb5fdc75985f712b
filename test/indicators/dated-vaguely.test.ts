// A record that says its month or its year, and no day: what it surely lies in it counts for, and nothing is missed beside one that
// may lie there.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { c2, counted, type Event, given, meeting } from './judged-world.ts'

const vague = (id: number, date: string, more: Partial<Event> = {}): Event =>
  meeting(id, 'XAA', { heldOn: null, date, knownFrom: '2027-01-15', title: `Meeting ${id}`, ...more })
const states = (events: readonly Event[], year = 2026) =>
  counted(given(events), year, 'C2').records.map(({ id, on, read }) => [
    id,
    on,
    read[0]!.state,
    read[0]!.reason.key,
  ])

describe('a record without a day', () => {
  it('counts for the year in which all days lie that its date may mean', () => {
    const { standing, value } = c2([vague(1, '2026'), vague(2, '2026-03')])
    assert.deepEqual([standing, value], ['met', 2])
    assert.deepEqual(states([vague(1, '2026')]), [['event-1', '2026', 'counted', 'record']])
    assert.deepEqual(states([vague(1, '2026')], 2027), [])
  })

  it('leaves a target open where its date may lie in the year or outside it', () => {
    const over = [vague(1, '2026-12/2027-01'), meeting(2, 'XAB')]
    const { standing, reason, value, held } = c2(over)
    assert.deepEqual([standing, reason?.key, value, held], ['not-found', 'promise-perhaps', null, 1])
    assert.deepEqual(states(over)[1], ['event-1', '2026-12/2027-01', 'unknown', 'left-perhaps'])
    assert.equal(c2([vague(1, '2026~')]).standing, 'not-found')
    assert.equal(c2([meeting(2, 'XAB')]).standing, 'missed')
  })

  it('took place by the day on which it was said', () =>
    assert.equal(
      c2([vague(1, '2026-12/2027-01', { knownFrom: '2026-12-20' }), meeting(2, 'XAB')]).standing,
      'met',
    ))

  it('counts for nothing while it is only planned, or was known before its day', () => {
    assert.equal(c2([vague(1, '2026', { plannedOn: '2026-05' }), meeting(2, 'XAB')]).standing, 'missed')
    assert.equal(c2([vague(1, '2026-05', { knownFrom: '2026-02-01' }), meeting(2, 'XAB')]).standing, 'missed')
  })

  it('is never worse than it was without it', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(
          '2025',
          '2026',
          '2027',
          '2026-06',
          '2026-12/2027-01',
          '2025/2026',
          '202X',
          '2026~',
          '2026-01-01',
        ),
        fc.constantFrom('2026-01-05', '2026-12-20', '2027-01-15'),
        (date, knownFrom) => {
          const ranks = ['missed', 'not-found', 'met']
          const rank = (events: readonly Event[]) => ranks.indexOf(c2(events).standing!)
          const before = [meeting(2, 'XAB')]
          assert.ok(rank([...before, vague(1, date, { knownFrom })]) >= rank(before))
        },
      ),
    ))
})
