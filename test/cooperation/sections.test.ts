// The sections of a page nobody has written: by organisation, by what belongs together, and by topic for the rest.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Placed, sectionsOf } from '../../src/cooperation/sections.ts'

const placed = (id: string, given: Partial<Placed> = {}): Placed => ({
  id,
  actor: 'XAA',
  kind: 'event',
  topic: 'events',
  title: `Title of ${id}`,
  held: null,
  partOf: null,
  about: null,
  hosts: false,
  ...given,
})

const made = (facts: Placed[]) =>
  sectionsOf(facts, {
    name: { en: 'Averland', mn: 'Аверланд' },
    nameOf: (id) => (id === 'assembly' || id === 'union' ? { en: `The ${id}` } : undefined),
    parentOf: (id) => (id === 'assembly' ? 'union' : null),
  })
const told = (facts: Placed[]) =>
  made(facts).map(({ title, told: paragraphs }) => [title.en, paragraphs.flat().flatMap((one) => one.facts)])

describe('sections made from the register', () => {
  it('gather what is about one organisation, memberships first', () => {
    const facts = [
      placed('meeting', { about: 'union' }),
      placed('seat', { about: 'union', kind: 'organisation-membership', topic: 'memberships' }),
    ]
    assert.deepEqual(told(facts), [['The union', ['seat', 'meeting']]])
  })

  it('put a body with one fact under the organisation above it, where that has a section', () => {
    const facts = [
      placed('one', { about: 'union' }),
      placed('two', { about: 'union' }),
      placed('vote', { about: 'assembly' }),
    ]
    assert.deepEqual(told(facts), [['The union', ['one', 'two', 'vote']]])
  })

  it('keep what belongs to one head together under its title', () => {
    const facts = [placed('series'), placed('first', { partOf: 'series' }), placed('alone')]
    assert.deepEqual(told(facts), [
      ['Title of series', ['series', 'first']],
      ['Other initiatives and events', ['alone']],
    ])
  })

  it('do not run in a circle where facts belong to each other', () => {
    const facts = [placed('a', { partOf: 'b' }), placed('b', { partOf: 'a' })]
    assert.deepEqual(
      told(facts).flatMap(([, ids]) => ids),
      ['a', 'b'],
    )
  })

  it('tell facts of a kind in one sentence by date, and of many the newest and how many more there are', () => {
    const facts = Array.from({ length: 20 }, (_, i) =>
      placed(`event-${i}`, { held: String(2001 + i), hosts: true, about: 'union' }),
    )
    const [sentence] = made(facts)[0]!.told[0]!
    assert.equal(sentence!.lead.en, 'Averland hosted')
    assert.equal(sentence!.facts.length, 12)
    assert.equal(sentence!.facts.at(-1), 'event-19')
    assert.equal(sentence!.more, 8)
  })

  it('are none where nothing is held', () => assert.deepEqual(made([]), []))
})
