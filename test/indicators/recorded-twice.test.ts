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
  counted,
  type Event,
  type Given,
  judged,
  standingOf,
} from './judged-world.ts'

const anyGiven: fc.Arbitrary<Given> = fc.record({ events: anyEvents, declared: anyDeclared, today: anyToday })
const runs = { numRuns: 100 }

const meeting = (id: number, actor: string, more: Partial<Event> = {}): Event => ({
  ...{ id, of: 'C2', actor, heldOn: '2026-03-10', plannedOn: null, audience: [], serves: [] },
  title: 'First meeting of the group',
  ...more,
})

const declared: Given['declared'] = ['XAA', 'XAB'].flatMap(() => [
  { of: 'C2' as const, level: 'complete' as const, from: '2024-01-01', until: null },
])
const given = (events: readonly Event[], today = '2027-02-01'): Given => ({ events, declared, today })
const c2 = (events: readonly Event[], today?: string) => standingOf(given(events, today), 2026, 'C2')

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

describe('records said to be one', () => {
  const twice = [meeting(1, 'XAA'), meeting(2, 'XAB', { title: 'The group meets', sameAs: ['event-1'] })]

  it('count once, whatever tells them apart, and each names the other', () => {
    const shown = counted(given(twice), 2026, 'C2')
    assert.equal(shown.readings[0]!.value, 1)
    assert.equal(shown.readings[0]!.standing, 'missed')
    assert.deepEqual(
      shown.records.map(({ id, oneWith, read: [own] }) => [id, oneWith, own!.state, own!.reason.key]),
      [
        ['event-1', ['event-2'], 'counted', 'record'],
        ['event-2', ['event-1'], 'not applicable', 'one-with'],
      ],
    )
  })

  it('are counted by the same one whatever ids the register and a release give them', () => {
    const kept = (ids: readonly [number, number]) => {
      const [first, second] = twice
      const world = given([
        { ...first!, id: ids[0], title: "The State's", sameAs: [`event-${ids[1]}`] },
        { ...second!, id: ids[1], title: "The society's", sameAs: [] },
      ])
      return counted(world, 2026, 'C2').records.find(({ read: [own] }) => own!.state === 'counted')?.title
    }
    assert.equal(kept([1, 2]), kept([2, 1]))
  })

  it('are counted by the one that counts, where only one of them does', () => {
    const [first, second] = twice
    const events = [
      { ...first!, of: 'C3' as const, audience: ['youth'] },
      { ...second!, of: 'C3' as const, audience: ['youth', 'academia'] },
    ]
    const { records } = counted({ events, declared: [], today: '2027-02-01' }, 2026, 'C3')
    assert.deepEqual(
      records.map(({ read: [own] }) => own!.state),
      ['not applicable', 'counted'],
    )
  })

  it('go on being one by the name of a version that was corrected', () => {
    const world = given([meeting(1, 'XAA'), meeting(2, 'XAB', { sameAs: ['first-version'] })])
    assert.equal(standingOf(world, 2026, 'C2').value, 2)
    const named: Given = {
      ...world,
      earlier: [['datum-0', 'working-group-meeting', 'first-version', 'datum-1']],
    }
    assert.equal(standingOf(named, 2026, 'C2').value, 1)
  })
})

describe('two records of one owner that the other says to be one', () => {
  const two = (first: Partial<Event> = {}, second: Partial<Event> = {}) => [
    meeting(1, 'XAA', { sameAs: ['event-2', 'event-3'] }),
    meeting(2, 'XAB', { title: 'Spring', heldOn: '2026-03-11', ...first }),
    meeting(3, 'XAB', { title: 'Autumn', heldOn: '2026-09-01', ...second }),
  ]

  it('are not one for that: it is told both ways, and neither met nor missed', () => {
    const { value, standing, mayBeOne, reason } = c2(two())
    assert.deepEqual([value, standing, mayBeOne?.least], [2, 'not-found', 1])
    assert.deepEqual(mayBeOne?.records, [['event-1', 'event-3']])
    assert.equal(reason?.key, 'promise-may-be-one')
  })

  it('are two where their writer says that they differ, and one where it says so', () => {
    for (const other of ['event-3', 'event-1']) {
      const { value, standing, mayBeOne } = c2(two({ differsFrom: [other] }))
      assert.deepEqual([value, standing, mayBeOne], [2, 'met', null], other)
    }
    const words: [Partial<Event>, Partial<Event>][] = [
      [{ sameAs: ['event-3'] }, {}],
      [{ sameAs: ['event-1'] }, { sameAs: ['event-1'] }],
    ]
    for (const [first, second] of words) assert.equal(c2(two(first, second)).value, 1)
  })

  it('go with the one that both say', () => {
    const { records } = counted(given(two({}, { sameAs: ['event-1'] })), 2026, 'C2')
    assert.deepEqual(
      records.map(({ id, oneWith, mayBeOneWith, wordOf }) => [id, oneWith, mayBeOneWith, wordOf]),
      [
        ['event-1', ['event-3'], ['event-2'], ['XAB']],
        ['event-2', [], ['event-1'], ['XAB']],
        ['event-3', ['event-1'], [], ['XAB']],
      ],
    )
  })

  it('are not made one in a round-about way either', () => {
    const chain = [
      meeting(1, 'XAA', { sameAs: ['event-2'] }),
      meeting(2, 'XAB', { heldOn: '2026-03-11' }),
      meeting(3, 'XAB', { title: 'Autumn', heldOn: '2026-09-01' }),
      meeting(4, 'XAA', { heldOn: '2026-03-12', sameAs: ['event-3', 'event-1'] }),
    ]
    const { value, mayBeOne } = c2(chain)
    assert.deepEqual([value, mayBeOne?.least], [2, 1])
  })

  it('stay as many as their writer wrote down, whatever the other says', () =>
    fc.assert(
      fc.property(
        fc.array(fc.subarray([1, 2, 3, 4, 5]), { maxLength: 4 }),
        fc.array(fc.subarray([101, 102, 103, 104]), { maxLength: 4 }),
        (ofTheirs, ofOwn) => {
          const days = ['01', '02', '03', '04', '05']
          const theirs = days.map((day, i) =>
            meeting(i + 1, 'XAB', { title: `Theirs ${day}`, heldOn: `2026-05-${day}` }),
          )
          const own = ofTheirs.map((named, i) =>
            meeting(101 + i, 'XAA', {
              ...{ title: `Ours ${i}`, heldOn: `2026-06-0${i + 1}` },
              sameAs: [...named, ...(ofOwn[i] ?? [])].map((id) => `event-${id}`),
            }),
          )
          assert.ok(c2([...theirs, ...own]).value! >= theirs.length)
        },
      ),
      runs,
    ))
})

describe('what records tell together that are one', () => {
  const lesson = (id: number, actor: string, audience: string[], more: Partial<Event> = {}): Event => ({
    ...meeting(id, actor, { of: 'C3', audience, heldOn: '2026-04-01', ...more }),
  })
  const both = [
    lesson(1, 'XAA', ['academia'], { participants: 40 }),
    lesson(2, 'XAB', ['youth', 'Academia'], { participants: 45, sameAs: ['event-1'] }),
  ]
  const lessons = (events: readonly Event[]): Given => ({
    ...given(events),
    declared: [{ of: 'C3', level: 'complete', from: '2024-01-01', until: null }],
  })
  const reads = (events: readonly Event[], reading: string) =>
    standingOf(lessons(events), 2026, 'C3', reading)

  it('is for all the groups any of them names, over the year', () => {
    assert.deepEqual(reads(both, 'mix-over-year').across, { field: 'audience', found: 2, asked: 2 })
    const [first, second] = both
    const unlinked = [first!, { ...second!, sameAs: [], audience: ['academia'] }]
    assert.equal(reads(unlinked, 'mix-over-year').across?.found, 1)
    // What the record that left the count tells is no event of its own.
    assert.equal(reads(both, 'mix-over-year').value, 1)
  })

  it('is a mix where they name two groups only together, and counts once', () => {
    const [first, second] = both
    const apart = [first!, { ...second!, audience: ['youth'] }]
    const shown = counted(lessons(apart), 2026, 'C3')
    assert.equal(shown.readings[0]!.value, 1)
    assert.deepEqual(
      shown.records.map(({ read: [own] }) => [own!.state, own!.reason.key]),
      [
        ['counted', 'different'],
        ['not applicable', 'one-with'],
      ],
    )
    const alone = [first!, { ...second!, audience: ['youth'], sameAs: [] }]
    assert.equal(reads(alone, 'default').value, 0)
  })

  it('is said with which record gave it, and both numbers where they contradict each other', () => {
    const { records } = counted(lessons(both), 2026, 'C3')
    const standing = records.find(({ read: [own] }) => own!.state === 'counted')!
    assert.equal(standing.id, 'event-2')
    assert.deepEqual(standing.together, {
      lists: [
        {
          field: 'audience',
          entries: [
            { entry: 'academia', by: ['event-1', 'event-2'] },
            { entry: 'youth', by: ['event-2'] },
          ],
        },
      ],
      numbers: [
        {
          field: 'participants',
          said: [
            { number: 40, by: 'event-1' },
            { number: 45, by: 'event-2' },
          ],
        },
      ],
    })
    assert.equal(records.find(({ id }) => id === 'event-1')!.together, null)
    const alike = both.map((event) => ({ ...event, audience: ['youth'], participants: 40 }))
    assert.deepEqual(
      counted(lessons(alike), 2026, 'C3').records.map(({ together }) => together),
      [null, null],
    )
  })
})
