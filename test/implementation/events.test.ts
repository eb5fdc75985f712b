import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  attendedOf,
  type EventView,
  eventOf,
  onceEach,
  oneWithOf,
  surelyOthers,
} from '../../src/implementation/events.ts'
import { workHeld } from '../../src/implementation/held.ts'
import { fact } from './facts.ts'

const held = (body: Record<string, unknown>): EventView => {
  const work = workHeld(
    [fact('dissemination-event', 'one', { audience: ['academia'], heldOn: '2026-03-01', ...body })],
    '2026-06-01',
  )
  return eventOf(work, work.of('dissemination-event')[0]!)
}

describe('who came to an event', () => {
  it('is told by audience, sex and age; what no row tells is unknown, never shared out', () => {
    const event = held({
      participants: 50,
      attendance: [
        { audience: 'academia', sex: 'female', age: '18-35', persons: 20 },
        { audience: 'academia', sex: 'male', persons: 12 },
        { audience: 'youth', persons: 8 },
      ],
    })
    const { persons, told, byAudience, bySex, byAge } = attendedOf([event])
    assert.deepEqual([persons, told], [50, 40])
    assert.deepEqual(Object.fromEntries(byAudience), { academia: 32, youth: 8, unknown: 10 })
    assert.deepEqual(Object.fromEntries(bySex), { female: 20, male: 12, unknown: 18 })
    assert.deepEqual(Object.fromEntries(byAge), { '18-35': 20, unknown: 30 })
  })

  it('is not known where nothing says, and no nought', () => {
    assert.equal(attendedOf([held({})]).persons, null)
    assert.equal(attendedOf([]).persons, null)
    assert.equal(attendedOf([held({ participants: 0 })]).persons, 0)
  })

  it('adds up the same by audience, by sex and by age, whatever is told', () => {
    const row = fc.record({
      audience: fc.constantFrom('academia', 'youth', 'media'),
      sex: fc.constantFrom('female', 'male', 'unknown', null),
      age: fc.constantFrom('18-35', '60-and-over', null),
      persons: fc.nat(500),
    })
    const event = fc
      .record({ participants: fc.option(fc.nat(2000)), attendance: fc.array(row, { maxLength: 5 }) })
      .map((given) => ({ ...held({}), ...given }))
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), (events) => {
        const { persons, told, byAudience, bySex, byAge } = attendedOf(events)
        for (const counts of [byAudience, bySex, byAge])
          assert.equal(
            [...counts.values()].reduce((sum, one) => sum + one, 0),
            persons ?? 0,
          )
        assert.ok(told <= (persons ?? 0))
      }),
    )
  })
})

describe('an event that two wrote down', () => {
  const work = workHeld(
    [
      fact('dissemination-event', 'ours', { heldOn: '2026-03-01', participants: 40 }),
      fact('dissemination-event', 'theirs', { heldOn: '2026-03-01', participants: 38, sameAs: ['ours'] }),
      fact('dissemination-event', 'again', { heldOn: '2026-03-01', sameAs: ['theirs'] }),
      fact('dissemination-event', 'other', { heldOn: '2026-03-01', participants: 5, sameAs: ['nowhere'] }),
    ],
    '2026-06-01',
  )
  const events = work.of('dissemination-event').map((one) => eventOf(work, one))

  it('counts once, and so do those who came', () => {
    const once = onceEach(events)
    assert.deepEqual(
      once.map(({ id }) => id),
      ['ours', 'other'],
    )
    assert.equal(attendedOf(once).persons, 45)
  })

  it('is told with the groups that all of them name, and who came by the first that tells it', () => {
    const row = { audience: 'youth', persons: 12 }
    const twice = workHeld(
      [
        fact('dissemination-event', 'ours', { heldOn: '2026-03-01', audience: ['academia'] }),
        fact('dissemination-event', 'theirs', {
          ...{ heldOn: '2026-03-01', audience: ['youth', 'Academia'], attendance: [row], sameAs: ['ours'] },
        }),
      ],
      '2026-06-01',
    )
    const once = onceEach(twice.of('dissemination-event').map((one) => eventOf(twice, one)))
    assert.deepEqual(
      once.map(({ id, audience }) => [id, audience]),
      [['ours', ['academia', 'youth']]],
    )
    assert.deepEqual(Object.fromEntries(attendedOf(once).byAudience), { youth: 12 })
  })

  it('says with which it is one', () => {
    assert.deepEqual(
      [...oneWithOf(events)].map(([event, one]) => [event.id, one.id]),
      [
        ['theirs', 'ours'],
        ['again', 'ours'],
      ],
    )
  })
})

describe('events of which nothing tells whether they are one', () => {
  const event = (id: string, participants: number): EventView => ({ ...held({ participants }), id })
  const pair = (a: string, b: string) => [a, b] as const

  it('are surely as many as differ, and of those that may be one the smaller is counted', () => {
    const events = [event('a', 60), event('b', 45), event('c', 40), event('d', 10)]
    const surely = surelyOthers(events, [pair('b', 'c')])
    assert.deepEqual(
      surely.map(({ id }) => id),
      ['a', 'c', 'd'],
    )
    assert.equal(attendedOf(surely).persons, 110)
    assert.deepEqual(surelyOthers(events, []), events)
  })

  it('are two where one may be either of them, and these are surely two', () => {
    const events = [event('a', 1), event('b', 2), event('c', 3)]
    assert.deepEqual(
      surelyOthers(events, [pair('a', 'b'), pair('a', 'c')]).map(({ id }) => id),
      ['b', 'c'],
    )
  })

  it('are no more for what is said to be one with one of them', () => {
    const events = [event('a', 1), { ...event('b', 2), sameAs: ['a'] }, event('c', 3)]
    assert.deepEqual(
      surelyOthers(events, [pair('b', 'c')]).map(({ id }) => id),
      ['a'],
    )
  })
})
