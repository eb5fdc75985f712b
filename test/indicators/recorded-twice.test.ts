// One meeting, written down by both who promised: it never counts for two, and nobody is said to have missed for it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { getPlan } from '../../src/indicators/plans.ts'
import { targetsOwed } from '../../src/indicators/targets-owed.ts'
import {
  anyDeclared,
  anyEvents,
  anyToday,
  anyYear,
  baseOf,
  c2,
  type Event,
  type Given,
  given,
  judged,
  meeting,
  standingOf,
} from './judged-world.ts'

const anyGiven: fc.Arbitrary<Given> = fc.record({ events: anyEvents, declared: anyDeclared, today: anyToday })
const runs = { numRuns: 100 }

/** The same record, made by the other of the two. */
const byOther = (event: Event, id: number): Event => ({
  ...event,
  id,
  title: event.title ?? `Event ${event.id}`,
  actor: event.actor === 'XAA' ? 'XAB' : 'XAA',
})

/** What the other may say otherwise of the same record: its days, the longer or the less exactly, less of it, or more. */
const anyOtherwise: fc.Arbitrary<(event: Event) => Event> = fc
  .record({
    before: fc.constantFrom(0, 0, 1, 30),
    after: fc.constantFrom(0, 1, 2, 30),
    isUntitled: fc.boolean(),
    more: fc.constantFrom({}, { place: 'Marrow' }, { body: 'XAB/core-group' }),
  })
  .map(({ before, after, isUntitled, more }) => (event) => {
    const said: Event = { ...event, ...more, ...(isUntitled ? { title: undefined } : {}) }
    const moved = (days: number) =>
      new Date(Date.parse(event.heldOn!) + days * 86_400_000).toISOString().slice(0, 10)
    return event.heldOn === null || before + after === 0
      ? said
      : { ...said, span: { from: moved(-before), until: moved(after + 1) } }
  })

describe('a record made by both who promised', () => {
  it('never makes a target met that was not, however much the other says of its days, or how little else', () =>
    fc.assert(
      fc.property(
        anyGiven.filter(({ events }) => events.some(({ actor }) => actor !== 'XZZ')),
        fc.nat(),
        anyYear,
        anyOtherwise,
        (anything, at, year, otherwise) => {
          const own = anything.events.filter(({ actor }) => actor !== 'XZZ')
          const first = own[at % own.length]!
          fc.pre(first.heldOn === null || first.heldOn <= anything.today)
          const twin = otherwise(byOther(first, 2_000_000))
          const after = judged({ ...anything, events: [...anything.events, twin] }, year).indicators
          for (const [i, { number, readings }] of judged(anything, year).indicators.entries())
            for (const [j, before] of readings.entries())
              assert.equal(
                after[i]!.readings[j]!.standing === 'met',
                before.standing === 'met',
                `${number} ${before.reading}`,
              )
        },
      ),
      runs,
    ))

  it('never makes a target met that was not, whatever else is held', () =>
    fc.assert(
      fc.property(
        anyGiven.filter(({ events }) => events.length > 0),
        fc.nat(),
        anyYear,
        (anything, at, year) => {
          const twin = byOther(anything.events[at % anything.events.length]!, 2_000_000)
          fc.pre(twin.actor !== 'XZZ' && anything.events[at % anything.events.length]!.actor !== 'XZZ')
          const after = judged({ ...anything, events: [...anything.events, twin] }, year).indicators
          for (const [i, { number, readings }] of judged(anything, year).indicators.entries())
            for (const [j, before] of readings.entries()) {
              const { standing, value, mayBeOne } = after[i]!.readings[j]!
              assert.equal(standing === 'met', before.standing === 'met', `${number} ${before.reading}`)
              if (value !== null && mayBeOne !== null) assert.equal(mayBeOne.least, before.value)
            }
        },
      ),
      runs,
    ))

  it('never makes it missed either, and changes nothing once it is said to be the same', () =>
    fc.assert(
      fc.property(
        anyGiven.filter(({ events }) => events.some(({ actor }) => actor !== 'XZZ')),
        fc.nat(),
        anyYear,
        (anything, at, year) => {
          const own = anything.events.filter(({ actor }) => actor !== 'XZZ')
          const first = own[at % own.length]!
          const twin = { ...byOther(first, 2_000_000), sameAs: [`event-${first.id}`] }
          const after = judged({ ...anything, events: [...anything.events, twin] }, year).indicators
          for (const [i, { readings }] of judged(anything, year).indicators.entries())
            for (const [j, { standing, value, held }] of readings.entries()) {
              const now = after[i]!.readings[j]!
              assert.deepEqual([now.standing, now.value, now.held], [standing, value, held])
              assert.equal(now.mayBeOne, null)
            }
        },
      ),
      runs,
    ))

  it('is told both ways where it decides: not found, neither met nor missed', () => {
    const shown = c2([meeting(1, 'XAA'), meeting(2, 'XAB')])
    assert.equal(shown.value, 2)
    assert.equal(shown.standing, 'not-found')
    assert.deepEqual(shown.mayBeOne, { records: [['event-1', 'event-2']], least: 1 })
    assert.deepEqual(shown.reason, { key: 'promise-may-be-one', count: 2, least: 1 })
  })

  it('is said beside it, and decides nothing, where enough are held either way, or too few', () => {
    const other = meeting(3, 'XAA', { heldOn: '2026-09-01' })
    const enough = c2([meeting(1, 'XAA'), meeting(2, 'XAB'), other])
    assert.deepEqual([enough.standing, enough.mayBeOne?.least], ['met', 2])
    const others = ['2026-03-10', '2026-03-10'].map((heldOn, i) => ({ heldOn, id: i + 1 }))
    const events = others.map(
      ({ id, heldOn }): Event => ({
        ...meeting(id, id === 1 ? 'XAA' : 'XAB', { heldOn, of: 'C3', audience: ['youth', 'academia'] }),
      }),
    )
    const few = standingOf(
      {
        events,
        declared: [{ of: 'C3', level: 'complete', from: '2024-01-01', until: null }],
        today: '2027-02-01',
      },
      2026,
      'C3',
    )
    assert.deepEqual([few.standing, few.mayBeOne?.least], ['missed', 1])
  })

  it('meets one duty, and leaves the second to be found; what is missing either way is missed', () => {
    const owed = targetsOwed(
      getPlan('ihl-pledge-mongolia'),
      baseOf(given([meeting(1, 'XAA'), meeting(2, 'XAB')])),
      {
        ...{ asOf: '2027-02-01', from: '2026-01-01', until: '2026-12-31', entered: new Set<string>() },
      },
    )
    const standing = owed.filter(({ duty }) => duty.endsWith('/C2')).map(({ status }) => status)
    assert.deepEqual(standing, ['met', 'not-found'])
  })

  it('is due, or at risk by the calendar, while the year runs', () => {
    const twice = [meeting(1, 'XAA'), meeting(2, 'XAB')]
    assert.equal(c2(twice, '2026-05-01').standing, 'due')
    assert.equal(c2(twice, '2026-12-20').standing, 'at-risk')
  })
})

describe('what tells two records of one day apart', () => {
  const isTold = (a: Partial<Event> & Record<string, unknown>, b: Partial<Event> & Record<string, unknown>) =>
    c2([meeting(1, 'XAA', a), meeting(2, 'XAB', b)]).standing === 'met'

  it('is another day, title, place or body', () => {
    assert.ok(isTold({}, { heldOn: '2026-03-11' }))
    assert.ok(isTold({}, { title: 'Second meeting' }))
    assert.ok(isTold({ place: 'Marrow' }, { place: 'Tallow' }))
    assert.ok(isTold({ body: 'core-group' }, { body: 'working-group' }))
  })

  it('is not how a name is written, nor what only one of them says, nor a title where one body met', () => {
    assert.ok(!isTold({ title: 'First meeting' }, { title: ' first  Meeting' }))
    assert.ok(!isTold({ place: 'Marrow' }, {}))
    assert.ok(
      !isTold({ body: 'XAA/core-group', title: 'Opening' }, { body: 'core-group', title: 'Meeting 1' }),
    )
  })

  it('is the word of either that they differ; of two words the one that they are one stands', () => {
    assert.ok(isTold({}, { differsFrom: ['event-1'] }))
    assert.ok(isTold({ differsFrom: ['XAB/event-2'] }, {}))
    assert.ok(!isTold({ sameAs: ['event-2'] }, { differsFrom: ['event-1'] }))
  })

  it('is no more or less exact day, where it may be the same', () => {
    const spans = [
      ['2026-03-10', '2026-03-11'],
      ['2026-03-09', '2026-03-12'],
      ['2026-03-01', '2026-04-01'],
      ['2026-01-01', '2027-01-01'],
    ] as const
    for (const [from, until] of spans) assert.ok(!isTold({}, { span: { from, until } }), from)
    assert.ok(!isTold({ heldOn: '2026-03' }, {}))
    assert.ok(isTold({ heldOn: '2026-04' }, {}))
  })

  it('is a body of the one beside a body of the other that has the same name of its own', () => {
    assert.ok(isTold({ body: 'XAA/wg' }, { body: 'XAB/wg', title: 'Another meeting' }))
    assert.ok(!isTold({ body: 'XAA/wg' }, { body: 'wg', title: 'Another meeting' }))
    assert.ok(!isTold({ body: 'XAA/wg' }, { body: 'XAA/wg', title: 'Another meeting' }))
  })

  it('is looked for quickly: a thousand lessons of one day, and a thousand that look alike', () => {
    const lessons = (title: (i: number) => string) =>
      Array.from({ length: 1000 }, (_, i) => meeting(i + 1, i % 2 === 0 ? 'XAA' : 'XAB', { title: title(i) }))
    const began = performance.now()
    assert.equal(c2(lessons((i) => `Lesson ${i}`)).standing, 'met')
    assert.equal(c2(lessons(() => 'Lesson')).mayBeOne?.least, 1)
    const seconds = (performance.now() - began) / 1000
    assert.ok(seconds < 5, `${seconds} s`)
  })

  it('counts as many as surely differ of many of which one says nothing', () => {
    const titled = Array.from({ length: 20 }, (_, i) => meeting(i + 2, 'XAA', { title: `Lesson ${i}` }))
    assert.equal(c2([meeting(1, 'XAB', { title: undefined }), ...titled]).mayBeOne?.least, 20)
  })

  it('does not make three of two: a record that says little may be either, and they stay two', () => {
    const places = [{ place: 'Marrow' }, { place: 'Tallow' }, {}]
    const { standing, mayBeOne } = c2(places.map((more, i) => meeting(i + 1, 'XAA', more)))
    assert.equal(standing, 'met')
    assert.equal(mayBeOne?.least, 2)
  })
})
