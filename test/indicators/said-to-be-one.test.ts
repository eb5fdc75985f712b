// Two records said to be one: by whom that counts, which of them is counted, and what they tell together.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { c2, counted, type Event, type Given, given, meeting, standingOf } from './judged-world.ts'

const runs = { numRuns: 100 }

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
      earlier: [['datum-0', 'working-group-meeting', 'first-version', 'datum-1', '2026-01-01']],
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
