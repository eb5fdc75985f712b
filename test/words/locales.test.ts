import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createFormat } from '../../src/facts/format.ts'
import { localeOf } from '../../src/words/locale.ts'
import { dayOfMonth } from '../../src/words/mn/dates.ts'

const [en, mn, ar] = ['en', 'mn', 'ar'].map(createFormat) as [
  ReturnType<typeof createFormat>,
  ReturnType<typeof createFormat>,
  ReturnType<typeof createFormat>,
]

describe('dates', () => {
  it('stand in English as the documents of the United Nations write them', () => {
    assert.equal(en.date('2025-12-01'), '1 December 2025')
    assert.equal(en.shortDate('2025-12-01'), '1 Dec 2025')
  })

  it('stand in Mongolian as documents of state write them, the ordinal by the vowels of its number', () => {
    assert.equal(mn.date('2025-12-01'), '2025 оны 12 дугаар сарын 1')
    assert.equal(mn.date('2018-06'), '2018 оны 6 дугаар сар')
    assert.equal(mn.shortDate('2025-12-01'), '2025.12.01')
    assert.equal(mn.shortDate('2025-12'), '2025 оны 12 дугаар сар')
    const hard = [2, 3, 5, 6, 7, 8, 10, 12]
    for (let month = 1; month <= 12; month++)
      assert.equal(
        dayOfMonth('2025', month, 9),
        `2025 оны ${month} ${hard.includes(month) ? 'дугаар' : 'дүгээр'} сарын 9`,
      )
  })

  it('stand in Arabic with the digits that codes, commands and data have', () => {
    assert.equal(ar.date('2025-12-01'), '1 ديسمبر 2025')
    assert.equal(ar.date('2025-12'), 'ديسمبر 2025')
  })

  it('say in words how sure and how precise they are', () => {
    assert.equal(en.date('2020~'), 'about 2020')
    assert.equal(en.date('2021-12?'), 'December 2021, uncertain')
    assert.equal(en.shortDate('2021-12-05%'), 'about 5 Dec 2021, uncertain')
    assert.equal(en.date('198X'), '1980s')
    assert.equal(en.date('19XX'), 'the century from 1900')
    assert.equal(en.date('2002/2020-09~'), '2002 – about September 2020')
    assert.equal(mn.date('2020~'), 'ойролцоогоор 2020')
    assert.equal(mn.date('198X'), '1980 оноос 10 жил')
    assert.equal(ar.date('2020?'), '2020، غير مؤكد')
    for (const format of [en, mn, ar])
      for (const written of ['2020~', '2021-12?', '198X', '19XX', '198X~', '2002~/..'])
        assert.doesNotMatch(format.date(written), /[~?%X]/)
  })

  it('stay as they are where they are no dates, in every language', () => {
    for (const format of [en, mn, ar])
      for (const asWritten of ['2013', 'currently', 'why?', '2025-13-45', '2025-13-45~'])
        assert.equal(format.date(asWritten), asWritten)
  })

  it('stand beside one another where they bound a time', () => {
    assert.equal(mn.shortDate('2007-03-01/2007-11-26'), '2007.03.01 – 2007.11.26')
  })
})

describe('numbers', () => {
  // A percentage in Arabic carries marks that keep its sign at its number.
  const shown = (words: string) => words.replace(/\u200e/g, '')

  it('have one decimal in a percentage, in every language', () => {
    for (const format of [en, mn, ar]) assert.equal(shown(format.percent(52.64)), '52.6%')
  })

  it('are grouped by thousands', () => {
    for (const format of [en, mn, ar]) assert.equal(format.number(12345), '12,345')
  })

  it('have the digits 0 to 9 in Arabic, whatever the region of the runtime', () => {
    assert.equal(new Intl.NumberFormat(localeOf('ar')).resolvedOptions().numberingSystem, 'latn')
    assert.match(new Intl.NumberFormat('ar-EG').format(82), /٨٢/)
  })
})

describe('phrases one after another', () => {
  it('are parted as the language parts them', () => {
    assert.equal(
      en.list(['3 known', '2 not known', '1 without cases']),
      '3 known, 2 not known, 1 without cases',
    )
    assert.equal(mn.list(['3 тодорхой', '2 тодорхойгүй']), '3 тодорхой, 2 тодорхойгүй')
    assert.equal(ar.list(['3 معلومة', '2 مؤقتة']), '3 معلومة و2 مؤقتة')
  })
})
