// A figure on a page that is published has a day and a source: one that was typed by hand has neither, and is found.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { factsNamed, paragraphsOf, piecesOf, typedFigures } from '../../src/facts/prose.ts'

describe('prose of a page', () => {
  it('is taken apart into words and the facts it names', () => {
    assert.deepEqual(piecesOf('Since 2002, {pk-4} have served {pk-5}.'), [
      { text: 'Since 2002, ' },
      { fact: 'pk-4' },
      { text: ' have served ' },
      { fact: 'pk-5' },
      { text: '.' },
    ])
    assert.deepEqual(factsNamed('{a} and {b}, again {a}'), ['a', 'b'])
  })

  it('has its paragraphs apart by an empty line; "-" is one left empty on purpose', () => {
    assert.deepEqual(paragraphsOf('One\nline.\n\n-\n\n\nThree.'), ['One line.', '', 'Three.'])
  })

  const plain = [
    'Quorrela joined in 1961 and was a member from 2016 to 2018, or 2016-2018.',
    'On 27 October 1961, on October 27, and on 27-28 May 2019.',
    'It chaired the 75th session, the 1st and the 2nd.',
    'Resolution A/RES/64/214, COVID-19, and the G20.',
    'Since the 1980s, under Article 7 and Goal 16.',
    'Куоррела 1961 онд, 10 дугаар сарын 27-нд, 75 дугаар чуулганд, 1990-ээд оноос, 2013-д.',
    'Served: {mfa-pk-1108}.',
    'The 2013 conference, its 2019 session, 2016 and 2018 were years of it, from 2000 on.',
    '2017 оноос, 2016, 2018 онд.',
  ]
  for (const text of plain)
    it(`holds no figure of its own: ${text}`, () => assert.deepEqual(typedFigures(text), []))

  const typed: [text: string, figures: string[]][] = [
    ['More than 18,139 served in 2020.', ['18,139']],
    ['Today 1108 persons serve.', ['1108']],
    ['It gave 5 % and 12.5 percent.', ['5', '12.5']],
    ['About $20 and >200 and 25/32.', ['$20', '>200', '25/32']],
    ['Нийт 1108 хүн, 18139-өөс олон.', ['1108', '18139-өөс']],
    ['{a} of 40 States', ['40']],
    ['a book of 90km', ['90km']],
    ['Averland sends 2000 peacekeepers today.', ['2000']],
    ['Нийт 2000 хүн алба хааж байна.', ['2000']],
    ['It paid US$500000, USD500 and €20.', ['US$500000', 'USD500', '€20']],
    ['It leads １２００ troops and ١٢ ships.', ['１２００', '١٢']],
    ['Protocol 18139', ['18139']],
  ]
  for (const [text, figures] of typed)
    it(`is found to hold a figure: ${text}`, () => assert.deepEqual(typedFigures(text), figures))

  it('has every whole number found that is no year, wherever it stands between words', () => {
    const number = fc.integer({ min: 0, max: 10_000_000 }).filter((n) => n < 1800 || n > 2199)
    const words = fc.constantFrom('States', 'хүн', 'persons serve', 'and', 'нийт')
    fc.assert(
      fc.property(number, words, words, (n, before, after) => {
        assert.deepEqual(typedFigures(`${before} ${n} ${after}.`), [String(n)])
      }),
    )
  })

  it('has no year taken for a figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2199 }), (year) => {
        assert.deepEqual(typedFigures(`In ${year}, and since ${year}.`), [])
      }),
    )
  })
})
