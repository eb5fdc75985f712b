// A pledge whose text states neither a period nor its own date: what may be said of a year of which nothing is held.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  anyDeclared,
  anyEvents,
  anyToday,
  anyYear,
  type Declared,
  type Event,
  parties,
  standingOf,
  undated,
  yearly,
} from './judged-world.ts'

const event = (heldOn: string, more: Partial<Event> = {}): Event => ({
  ...{ id: 1, of: 'C3', actor: 'XAA', heldOn, plannedOn: null, audience: ['youth'], serves: [] },
  ...more,
})
const complete: Declared = { of: 'C3', level: 'complete', from: '2025-01-01', until: null }
type More = { declared?: Declared[]; today?: string }
const standing = (
  events: readonly Event[],
  year: number,
  { declared = [], today = '2027-06-01' }: More = {},
) => {
  const { standing: stands, reason } = standingOf({ events, declared, today }, year, 'C3', 'default', undated)
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

  it('is not shown to hold by what its owners did for another promise alone', () =>
    assert.equal(
      standing([event('2025-03-01', { serves: ['siem-reap-angkor-draft-2024-08'] })], 2025)[0],
      'not-assessable',
    ))

  it('is not missed either, whatever is declared complete', () => {
    assert.deepEqual(standing([], 2025, { declared: [complete] }), ['not-assessable', 'promise-no-start'])
    assert.equal(standing([event('2025-03-01')], 2025, { declared: [complete] })[0], 'missed')
    assert.equal(standing([event('2025-03-01')], 2026, { declared: [complete] })[0], 'missed')
  })

  it('is not at risk by the calendar, to its last day', () => {
    assert.equal(standing([], 2027, { today: '2027-12-30' })[0], 'not-assessable')
    assert.equal(standing([], 2027, { today: '2027-12-31', declared: [complete] })[0], 'not-assessable')
    assert.equal(standing([event('2027-03-01')], 2027, { today: '2027-12-30' })[0], 'at-risk')
  })

  it('is as any other while it runs', () => assert.equal(standing([], 2027)[0], 'due'))

  it('is never said to be not found without a record of its owners by its end', () =>
    fc.assert(
      fc.property(
        fc.record({ events: anyEvents, declared: anyDeclared, today: anyToday }),
        anyYear,
        fc.constantFrom(...yearly),
        (given, year, number) => {
          const { standing: stands } = standingOf(given, year, number, 'default', undated)
          const hasBegun = given.events.some(
            ({ actor, heldOn, serves }) =>
              parties.includes(actor) &&
              (serves.length === 0 || serves.some((one) => one.startsWith(undated.rules.id))) &&
              heldOn !== null &&
              heldOn >= '2025-01-01' &&
              heldOn <= given.today &&
              heldOn <= `${year}-12-31`,
          )
          if (['not-found', 'missed', 'at-risk'].includes(stands!)) assert.ok(hasBegun, String(stands))
          if (stands === 'not-assessable') assert.ok(!hasBegun)
        },
      ),
      { numRuns: 100 },
    ))
})
