import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { movedBy, yearlyDay } from '../../src/duties/offset.ts'
import { addDays, addMonths, addWorkingDays, isDate, isWorkingDay } from '../../src/rules/dates.ts'

const day = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
const few = fc.integer({ min: 1, max: 400 })

describe('a date moved by what a duty says', () => {
  const cases = [
    ['2026-08-31', { months: 6 }, 1, '2027-02-28'],
    ['2027-08-31', { months: 6 }, 1, '2028-02-29'],
    ['2026-05-31', { months: 3 }, -1, '2026-02-28'],
    ['2025-12-01', { months: 3 }, -1, '2025-09-01'],
    ['2012-02-29', { years: 10 }, 1, '2022-02-28'],
    ['2012-02-29', { years: 4 }, 1, '2016-02-29'],
    ['2011-07-09', { days: 180 }, 1, '2012-01-05'],
    ['2026-01-30', { workingDays: 1 }, 1, '2026-02-02'],
    ['2026-01-31', { workingDays: 1 }, 1, '2026-02-02'],
    ['2026-02-02', { workingDays: 1 }, -1, '2026-01-30'],
    ['2026-02-02', { workingDays: 14 }, 1, '2026-02-20'],
    ['2026-03', { months: 6 }, 1, '2026-09'],
    ['2026-03', { years: 1 }, -1, '2025-03'],
    ['2026', { years: 10 }, 1, '2036'],
    ['2026', { months: 24 }, 1, '2028'],
  ] as const
  for (const [from, offset, sign, to] of cases)
    it(`${JSON.stringify(offset)} ${sign === 1 ? 'after' : 'before'} ${from} is ${to}`, () =>
      assert.equal(movedBy(from, offset, sign), to))

  it('is no date where the event is not known exactly enough, or not certain', () => {
    for (const [from, offset] of [
      ['2026', { months: 3 }],
      ['2026-03', { days: 28 }],
      ['2026-03', { workingDays: 2 }],
      ['198X', { years: 10 }],
      ['2019/2021', { years: 10 }],
      ['2021-12?', { months: 1 }],
    ] as const)
      assert.equal(movedBy(from, offset, 1), undefined, from)
  })

  it('a month end stays within its month, and never goes beyond the day', () => {
    fc.assert(
      fc.property(day, few, fc.constantFrom(1, -1), (from, months, sign) => {
        const to = addMonths(from, sign * months)
        assert.ok(isDate(to))
        assert.ok(Number(to.slice(8)) <= Number(from.slice(8)))
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        assert.equal(index(to) - index(from), sign * months)
        // Only a month that has not the day cuts it: the next day is the first of a month.
        if (to.slice(8) !== from.slice(8)) assert.equal(addDays(to, 1).slice(8), '01')
      }),
    )
  })

  it('working days never end on a weekend, and back again is where they began', () => {
    fc.assert(
      fc.property(day, few, (from, days) => {
        const to = addWorkingDays(from, days)
        assert.ok(isWorkingDay(to))
        if (isWorkingDay(from)) assert.equal(addWorkingDays(to, -days), from)
        // One after the other is all at once.
        assert.equal(addWorkingDays(addWorkingDays(from, days), 3), addWorkingDays(from, days + 3))
        // Counted one by one.
        let [day, left] = [from, days]
        while (left > 0) {
          day = addDays(day, 1)
          if (isWorkingDay(day)) left--
        }
        assert.equal(day, to)
      }),
    )
  })

  it('a later event never gives an earlier date', () => {
    const offset = fc.oneof(
      few.map((days) => ({ days })),
      few.map((workingDays) => ({ workingDays })),
      few.map((months) => ({ months })),
      few.map((years) => ({ years })),
    )
    fc.assert(
      fc.property(day, day, offset, fc.constantFrom(1 as const, -1 as const), (a, b, by, sign) => {
        const [first, second] = a < b ? [a, b] : [b, a]
        // Years before the first cannot be written.
        fc.pre(by !== undefined && !('years' in by && sign === -1))
        assert.ok(movedBy(first, by, sign)! <= movedBy(second, by, sign)!)
      }),
    )
  })

  it('a yearly day is there every year, the 29th of February on the 28th where there is none', () => {
    assert.equal(yearlyDay({ month: 2, day: 29 }, 2027), '2027-02-28')
    assert.equal(yearlyDay({ month: 2, day: 29 }, 2028), '2028-02-29')
    assert.equal(yearlyDay({ month: 4, day: 30 }, 2026), '2026-04-30')
  })
})
