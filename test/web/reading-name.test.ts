// What the readings of an indicator, and the values they count, are called on pages: words, in the page's language, and no ids.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englishVoice, voiceOf } from '../../src/indicators/names.ts'
import { heldPlans } from '../../src/indicators/plans.ts'
import { readingName } from '../../src/web/reading-name.ts'
import type { Site } from '../../src/web/site.ts'
import { findLanguage } from '../../src/words/languages.ts'
import { markedOurs } from '../../src/words/marked.ts'
import { createText } from '../../src/words/text.ts'

const siteIn = (language: string): Site => {
  const text = createText(language, findLanguage(language)!.catalogue)
  return { text, voice: voiceOf({ text, day: (iso) => iso, ours: markedOurs(language) }) } as Site
}
const counted = { key: 'different', count: 2, entries: ['legal-professionals', 'armed-forces'] } as const

describe('a reading', () => {
  it('is called in words, each by its own name', () => {
    const english = siteIn('en')
    assert.deepEqual(
      ['default', 'mix-over-year', 'any-event', 'article-7-only'].map((name) => readingName(english, name)),
      ['Main reading', 'Mix over year', 'Any event', 'Article 7 only'],
    )
  })

  it('is called in Mongolian what the data hold, whichever plan has it', () => {
    const mongolian = siteIn('mn')
    const names = heldPlans().flatMap(({ rules }) =>
      Object.values(rules.rules).flatMap(({ readings }) => Object.keys(readings)),
    )
    assert.ok(names.includes('four-years'))
    assert.deepEqual(
      names.filter((name) => !/\p{Script=Cyrillic}/u.test(readingName(mongolian, name))),
      [],
    )
  })

  it('is English, in words and marked as English, in a language that has none for it', () => {
    assert.match(readingName(siteIn('ar'), 'four-years'), /^\uE000Four years\uE001$/)
  })
})

describe('the values that a reading counts', () => {
  it('are said in words, in Mongolian where there are words for them', () => {
    assert.equal(englishVoice.say(counted), '2 different (legal professionals, armed forces)')
    const said = siteIn('mn').voice.say(counted)
    assert.match(said, /хуульч, эрх зүйчид, зэвсэгт хүчин/)
  })

  it('stand as they are written where no list of ours has them', () =>
    assert.equal(
      englishVoice.say({ key: 'different', count: 1, entries: ['ferry-crews'] }),
      '1 different (ferry-crews)',
    ))
})
