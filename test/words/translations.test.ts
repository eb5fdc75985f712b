import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ProblemType, problemTypes } from '../../src/problem.ts'
import { createPageText } from '../../src/web/text.ts'
import { arabic } from '../../src/words/ar/all.ts'
import { type Catalogue, english, type TextKey } from '../../src/words/catalogue.ts'
import { languages } from '../../src/words/languages.ts'
import { mongolian } from '../../src/words/mn/all.ts'
import type { Phrase } from '../../src/words/phrase.ts'

const formsOf = (phrase: Phrase): string[] => (typeof phrase === 'string' ? [phrase] : Object.values(phrase))

const phrasesOf = (catalogue: Partial<Catalogue>): { key: TextKey; form: string }[] =>
  (Object.entries(catalogue) as [TextKey, Phrase][]).flatMap(([key, phrase]) =>
    formsOf(phrase).map((form) => ({ key, form })),
  )

const withoutPlaces = (words: string): string => words.replace(/\{\w+\}/g, '')

// Names and words of programs, which a reader meets as they stand. Codes in capitals, words in quotation marks and paths
// stand as they are, too, and the n of "n of N"; everything else is said in the language.
const asTheyStand =
  /\b(?:Pacta|OpenAPI|iCalendar|ETag|If-None-Match|null|true|false|n)\b|“[^”]*”|\S*[./[\]]\S*/g

const latinIn = (words: string): string[] => words.match(/\p{Script=Latin}+/gu) ?? []

const foreignIn = (words: string): string[] =>
  latinIn(withoutPlaces(words).replace(asTheyStand, ' ')).filter((word) => word !== word.toUpperCase())

describe('a translated phrase', () => {
  for (const [language, catalogue] of [
    ['Mongolian', mongolian],
    ['Arabic', arabic],
  ] as const) {
    it(`has no word in Latin letters but names and codes: ${language}`, () => {
      const found = phrasesOf(catalogue).flatMap(({ key, form }) =>
        foreignIn(form).map((word) => `${key}: ${word}`),
      )
      assert.deepEqual(found, [])
    })

    it(`names nothing the English one does not name: ${language}`, () => {
      const found = phrasesOf(catalogue).flatMap(({ key, form }) => {
        const said = new Set(formsOf(english[key]).flatMap((one) => latinIn(withoutPlaces(one))))
        return latinIn(withoutPlaces(form))
          .filter((word) => !said.has(word))
          .map((word) => `${key}: ${word}`)
      })
      assert.deepEqual(found, [])
    })

    it(`stays near the length of the English one, so that it fits where that does: ${language}`, () => {
      const long = phrasesOf(catalogue).filter(({ key, form }) => {
        const longest = Math.max(...formsOf(english[key]).map((one) => one.length))
        return form.length > Math.max(2.5 * longest, longest + 20)
      })
      assert.deepEqual(long, [])
    })

    it(`begins and ends without space, and has none twice: ${language}`, () => {
      const uneven = phrasesOf(catalogue).filter(({ form }) => form !== form.trim() || / {2}/.test(form))
      assert.deepEqual(uneven, [])
    })
  }

  it('has no letter of another alphabet that only looks like its own: Mongolian', () => {
    // A Latin "o" or "H" inside a Cyrillic word cannot be seen, and is not found by a search.
    const mixed = phrasesOf(mongolian).flatMap(({ key, form }) =>
      (withoutPlaces(form).match(/[\p{L}]+/gu) ?? [])
        .filter((word) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word))
        .map((word) => `${key}: ${word}`),
    )
    assert.deepEqual(mixed, [])
  })

  it('gives no case ending to what is put into it, which would follow its vowels: Mongolian', () => {
    const ended = phrasesOf(mongolian).filter(({ form }) =>
      /\}(?:-?[а-яөүё]|\s(?:дугаар|дүгээр|дахь|дэх)(?!\p{L}))/iu.test(form),
    )
    assert.deepEqual(ended, [])
  })
})

describe('phrases that count', () => {
  const counted = (catalogue: Partial<Catalogue>) =>
    (Object.entries(catalogue) as [TextKey, Phrase][]).filter(([key]) => typeof english[key] !== 'string')

  it('have every form of Arabic', () => {
    const rules = ['zero', 'one', 'two', 'few', 'many', 'other']
    for (const [key, phrase] of counted(arabic))
      assert.deepEqual(Object.keys(phrase).sort(), rules.toSorted(), key)
  })

  it('are said for every number, in every language', () => {
    for (const { code, catalogue } of languages) {
      const text = createPageText(code, catalogue)
      for (const [key] of counted(catalogue))
        for (const count of [0, 1, 2, 5, 11, 100]) {
          const said = text(key, { count, year: 2025, query: 'x', title: 'x', name: 'x' })
          assert.ok(said.length > 0 && !said.includes('{count}'), `${code} ${key} ${count}: ${said}`)
        }
    }
  })

  it('follow the number in Arabic', () => {
    const text = createPageText('ar', arabic)
    const said = [0, 1, 2, 5, 11, 100].map((count) => text('home.indicators', { count }))
    assert.deepEqual(said, ['لا مؤشرات', 'مؤشر واحد', 'مؤشران', '5 مؤشرات', '11 مؤشرًا', '100 مؤشر'])
  })

  it('say the same after every number in Mongolian', () => {
    const text = createPageText('mn', mongolian)
    const said = [0, 1, 2, 1000].map((count) => text('home.indicators', { count }))
    assert.deepEqual(said, [
      '0 шалгуур үзүүлэлт',
      '1 шалгуур үзүүлэлт',
      '2 шалгуур үзүүлэлт',
      '1,000 шалгуур үзүүлэлт',
    ])
  })
})

describe('what is put into a phrase that runs from right to left', () => {
  const text = createPageText('ar', arabic)

  it('keeps its own order where it has letters', async () => {
    assert.equal(text('plan.source', { source: 'Plan (draft)' }), 'النص: \u2068Plan (draft)\u2069')
    assert.equal(
      String(await text.rich('plan.source', { source: 'Plan (draft)' })),
      'النص: \u2068Plan (draft)\u2069',
    )
    assert.equal(text('plan.oneAction', { first: '7' }), 'الإجراء 7')
  })

  it('is left alone where pages run from left to right', () => {
    assert.equal(createPageText('mn', mongolian)('plan.source', { source: 'Plan' }), 'Бичвэр: Plan')
  })
})

describe('a refusal', () => {
  it('has its title in the catalogue, the English one as data have it', () => {
    const text = createPageText('en', english)
    for (const [type, { title }] of Object.entries(problemTypes))
      assert.equal(text(`problemType.${type as ProblemType}`), title)
  })
})
