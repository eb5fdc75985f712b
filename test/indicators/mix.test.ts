// A mix of audiences: which groups count, those the pledge names and who came, in one event and over the year.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { counted, type Event, type Given, given, groups, meeting, plan, standingOf } from './judged-world.ts'

const lesson = (id: number, audience: string[], more: Partial<Event> = {}): Event =>
  meeting(id, 'XAA', { of: 'C3', audience, heldOn: `2026-04-${String(id).padStart(2, '0')}`, ...more })

const lessons = (events: readonly Event[]): Given => ({
  ...given(events),
  declared: [{ of: 'C3', level: 'complete', from: '2024-01-01', until: null }],
})
const read = (events: readonly Event[], reading = 'default') =>
  standingOf(lessons(events), 2026, 'C3', reading)
const reasonOf = (event: Event) => counted(lessons([event]), 2026, 'C3').records[0]!.read[0]!

describe('the groups of a mix', () => {
  it('are those the pledge names, whatever else a record names', () => {
    const told = reasonOf(lesson(1, ['journalists', 'farmers']))
    assert.equal(told.state, 'not counted')
    assert.ok(told.reason.key === 'joined')
    assert.deepEqual(told.reason.parts.slice(0, 2), [
      { key: 'none-asked' },
      { key: 'entries-others', entries: ['journalists', 'farmers'] },
    ])
    assert.equal(read([lesson(1, ['youth', 'farmers'])]).value, 0)
    assert.equal(read([lesson(1, ['youth', 'farmers', 'academia'])]).value, 1)
  })

  it('are not made up to five over the year by others', () => {
    const five = [lesson(1, ['nurses', 'sailors', 'teachers']), lesson(2, ['journalists', 'farmers'])]
    assert.equal(read(five, 'all-five-over-year').across?.found, 0)
    assert.equal(read([lesson(1, groups)], 'all-five-over-year').across?.found, 5)
  })

  it('are the same in the words of the text, in Mongolian, in capitals and with a full stop', () => {
    const ways = [
      ['Government authorities', 'youth'],
      ['LEGAL PROFESSIONALS.', 'Youth'],
      ['зэвсэгт хүчин', 'залуучууд'],
    ]
    for (const audience of ways) assert.equal(read([lesson(1, audience)]).value, 1, audience.join())
    assert.equal(read([lesson(1, ['youth', 'Youth.'])]).value, 0)
    assert.equal(read([lesson(1, ['government', 'government authorities'])]).value, 0)
  })

  it('stand in the rule itself, so that its hash and a release tell which count', () => {
    const rule = JSON.stringify(plan.rules.rules.C3)
    assert.ok(!rule.includes('$vocabulary'))
    for (const group of groups) assert.ok(rule.includes(group))
  })
})

describe('who came to an event', () => {
  const came = (...persons: [string, number][]) =>
    persons.map(([audience, number]) => ({ audience, persons: number }))

  it('speaks before whom it was for: nobody of a group is no group', () => {
    const event = lesson(1, ['academia', 'youth'], { attendance: came(['academia', 10], ['youth', 0]) })
    const told = reasonOf(event)
    assert.equal(told.state, 'not counted')
    assert.ok(told.reason.key === 'joined')
    assert.deepEqual(told.reason.parts[1], { key: 'entries-nobody', entries: ['youth'] })
    assert.equal(read([event], 'mix-over-year').across?.found, 1)
  })

  it('counts where it was not for them', () => {
    const event = lesson(1, ['academia'], { attendance: came(['academia', 10], ['youth', 4]) })
    const told = reasonOf(event)
    assert.equal(told.state, 'counted')
    assert.ok(told.reason.key === 'joined')
    assert.deepEqual(told.reason.parts[1], { key: 'entries-unnamed', entries: ['youth'] })
  })

  it('leaves a group that no row tells of as it was named', () => {
    assert.equal(read([lesson(1, ['academia', 'youth'], { attendance: came(['academia', 10]) })]).value, 1)
  })

  it('is asked of all records that are one, each thing by itself', () => {
    const both = [
      lesson(1, ['academia', 'youth'], { attendance: came(['academia', 9], ['youth', 0]) }),
      lesson(2, ['academia'], { actor: 'XAB', sameAs: ['event-1'], attendance: came(['youth', 3]) }),
    ]
    assert.equal(read(both).value, 1)
    assert.equal(read([...both.slice(0, 1), lesson(3, ['youth'])], 'mix-over-year').across?.found, 2)
  })
})
