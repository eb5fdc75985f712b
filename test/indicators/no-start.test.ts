// A pledge whose text states neither a period nor its own date: what may be said of a year of which nothing is held.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  anyDeclared,
  anyEvents,
  anyToday,
  anyYear,
  type Event,
  parties,
  standingOf,
  yearly,
} from './judged-world.ts'

const event = (heldOn: string, more: Partial<Event> = {}): Event => ({
  ...{ id: 1, of: 'C3', actor: 'XAA', heldOn, plannedOn: null, audience: ['youth'], serves: [] },
  ...more,
})
const standing = (events: readonly Event[], year: number, number = 'C3') => {
  const { standing: stands, reason } = standingOf({ events, declared: [], today: '2027-06-01' }, year, number)
  return [stands, reason?.key ?? null]
}

describe('a year of a pledge that does not say since when it holds', () => {
  it('cannot be told while nothing held shows that it held by then', () => {
    assert.deepEqual(standing([], 2025), ['not-assessable', 'promise-no-start'])
    assert.deepEqual(standing([event('2026-03-01')], 2025), ['not-assessable', 'promise-no-start'])
    assert.equal(standing([event('2026-03-01')], 2026)[0], 'not-found')
    assert.equal(standing([event('2025-03-01')], 2026)[0], 'not-found')
    assert.equal(standing([event('2025-03-01', { of: 'C4' })], 2025)[0], 'not-found')
  })

  it('is not shown to hold by what others did, nor by what lies before its years or is only planned', () => {
    for (const events of [
      [event('2025-03-01', { actor: 'XZZ' })],
      [event('2024-12-15')],
      [event('2025-03-01', { heldOn: null, plannedOn: '2025-03-01' })],
    ])
      assert.equal(standing(events, 2025)[0], 'not-assessable')
  })

  it('is as any other while it runs', () => assert.equal(standing([], 2027)[0], 'due'))

  it('is never said to be not found without a record of its owners by its end', () =>
    fc.assert(
      fc.property(
        fc.record({ events: anyEvents, declared: anyDeclared, today: anyToday }),
        anyYear,
        fc.constantFrom(...yearly),
        (given, year, number) => {
          const { standing: stands } = standingOf(given, year, number)
          const hasBegun = given.events.some(
            ({ actor, heldOn }) =>
              parties.includes(actor) &&
              heldOn !== null &&
              heldOn >= '2025-01-01' &&
              heldOn <= `${year}-12-31`,
          )
          if (stands === 'not-found') assert.ok(hasBegun)
          if (stands === 'not-assessable') assert.ok(!hasBegun && given.today > `${year}-12-31`)
        },
      ),
      { numRuns: 100 },
    ))
})
