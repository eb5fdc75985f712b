import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayAfter, dayBefore, isDay, isPlainDate, lastDay, readDate } from '../../src/facts/edtf.ts'

const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9998-12-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('dates with the precision of their source', () => {
  for (const [written, from, until] of [
    ['2013', '2013-01-01', '2014-01-01'],
    ['2018-06', '2018-06-01', '2018-07-01'],
    ['2018-12', '2018-12-01', '2019-01-01'],
    ['2024-02-29', '2024-02-29', '2024-03-01'],
    ['198X', '1980-01-01', '1990-01-01'],
    ['19XX', '1900-01-01', '2000-01-01'],
    ['2021-12?', '2021-12-01', '2022-01-01'],
    ['2007~', '2007-01-01', '2008-01-01'],
    ['2019/2021-03', '2019-01-01', '2021-04-01'],
    ['2008-03-01/2008', '2008-03-01', '2009-01-01'],
    ['1998-02/..', '1998-02-01', null],
    ['../1999', null, '2000-01-01'],
  ] as const) {
    it(`${written} means ${from ?? '…'} to before ${until ?? '…'}`, () => {
      assert.deepEqual(readDate(written), { from, until, edtf: written })
    })
  }

  it('refuses impossible and other dates', () => {
    for (const written of [
      '',
      '2023-02-29',
      '2025-13',
      '2025-00',
      '2025-1',
      '25',
      '2021/2019',
      '../..',
      'X',
      '198x',
      '2025-12-01T00:00',
      '0000',
      '2025/2026/2027',
      'spring 2020',
      '2025-12-32',
    ]) {
      assert.equal(readDate(written), undefined, written)
    }
  })

  it('a day is of the years 1 to 9998, so that the day after it is written the same way', () => {
    assert.deepEqual(['0000-12-31', '0001-01-01', '9998-12-31', '9999-01-01', '9999-12-31'].map(isDay), [
      false,
      true,
      true,
      false,
      false,
    ])
    assert.equal(readDate('9998-12-31')?.until, '9999-01-01')
    for (const late of ['9999', '9999-01', '9999-12-31', '999X'])
      assert.equal(readDate(late), undefined, late)
  })

  it('a vague date counts from its last day', () => {
    assert.equal(lastDay('2019'), '2019-12-31')
    assert.equal(lastDay('2020-02'), '2020-02-29')
    assert.equal(lastDay('2020/..'), undefined)
  })

  it('plain dates are years, months and days only', () => {
    assert.deepEqual(['2028', '2028-06', '2028-06-31', '202X', '2028?'].map(isPlainDate), [
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('a day is the span of one day, within its month, within its year, within its decade', () => {
    fc.assert(
      fc.property(day, (one) => {
        const spans = [one, one.slice(0, 7), one.slice(0, 4), `${one.slice(0, 3)}X`].map((text) =>
          readDate(text),
        )
        fc.pre(spans[3] !== undefined)
        assert.deepEqual(spans[0], { from: one, until: dayAfter(one), edtf: one })
        for (let i = 1; i < spans.length; i++) {
          assert.ok(spans[i]!.from! <= spans[i - 1]!.from! && spans[i]!.until! >= spans[i - 1]!.until!)
        }
      }),
    )
  })

  it('an interval runs from its first day to its last, or is refused because it ends before it begins', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const span = readDate(`${a}/${b}`)
        if (a > b) assert.equal(span, undefined)
        else assert.deepEqual([span?.from, span?.until], [a, dayAfter(b)])
      }),
    )
  })

  it('are those of the calendar: every day, the one after and the one before, leap years and month ends', () => {
    const plain = (date: Temporal.PlainDate) => date.toString()
    fc.assert(
      fc.property(day, (one) => {
        const date = Temporal.PlainDate.from(one)
        assert.equal(dayAfter(one), plain(date.add({ days: 1 })))
        if (one > '0001-01-01') assert.equal(dayBefore(one), plain(date.subtract({ days: 1 })))
      }),
    )
    const number = (min: number, max: number) => fc.integer({ min, max })
    fc.assert(
      fc.property(number(1, 9998), number(0, 13), number(0, 32), (year, month, nth) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(nth).padStart(2, '0')}`
        const days = month >= 1 && month <= 12 ? new Temporal.PlainYearMonth(year, month).daysInMonth : 0
        assert.equal(isDay(text), nth >= 1 && nth <= days)
      }),
    )
  })
  it('the day after the day before is the day', () => {
    fc.assert(fc.property(day, (one) => assert.equal(dayAfter(dayBefore(dayAfter(one))), dayAfter(one))))
  })

  it('whatever is written, the span is a half-open one or the text is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/X?~.') }), (text) => {
        const span = readDate(text)
        if (span === undefined || span.from === null || span.until === null) return
        assert.ok(isDay(span.from) && isDay(dayBefore(span.until)) && span.from < span.until)
      }),
    )
  })
})
