// What a unit of a government did for a pledge of its State counts as what the State did.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  anyDeclared,
  anyEvents,
  anyToday,
  anyYear,
  c2,
  counted,
  given,
  judged,
  meeting,
  unitOf,
} from './judged-world.ts'

describe('what a unit of a government recorded', () => {
  it('counts for the pledge of its State', () => {
    const events = [
      meeting(1, unitOf('XAA')),
      meeting(2, 'XAB', { heldOn: '2026-06-01', title: 'Second meeting' }),
    ]
    assert.equal(c2(events).standing, 'met')
    assert.deepEqual(
      counted(given(events), 2026, 'C2').records.map(({ actor, read }) => [actor, read[0]!.state]),
      [
        ['xaa-ministry', 'counted'],
        ['XAB', 'counted'],
      ],
    )
  })

  it('does not count for a pledge that another State made', () => {
    const { standing, held } = c2([meeting(1, unitOf('XZZ'))])
    assert.deepEqual([standing, held], ['missed', 0])
  })

  it('is one with what the other owner says is the same', () => {
    const events = [
      meeting(1, unitOf('XAA')),
      meeting(2, 'XAB', { heldOn: '2026-03-11', sameAs: ['event-1'] }),
    ]
    assert.equal(c2(events).value, 1)
  })

  it('is judged as if its State had recorded it, whatever else is held', () =>
    fc.assert(
      fc.property(anyEvents, anyDeclared, anyToday, anyYear, (events, declared, today, year) => {
        const byUnits = events.map((event) =>
          event.id % 2 === 0 ? { ...event, actor: unitOf(event.actor) } : event,
        )
        const standings = (of: typeof events) =>
          judged({ events: of, declared, today }, year).indicators.map(({ number, readings }) =>
            readings.map(({ reading, value, held, standing }) => [number, reading, value, held, standing]),
          )
        assert.deepEqual(standings(byUnits), standings(events))
      }),
      { numRuns: 60 },
    ))
})
