import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readDate } from '../../src/facts/edtf.ts'
import { compareDates, isLate, mayAgree, precisionOf } from '../../src/facts/precision.ts'

const day = fc
  .date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const mark = fc.constantFrom('', '', '', '~', '?', '%')
const single = fc
  .tuple(
    day,
    mark,
    fc.constantFrom<(day: string) => string>(
      (on) => on,
      (on) => on.slice(0, 7),
      (on) => on.slice(0, 4),
      (on) => `${on.slice(0, 3)}X`,
      (on) => `${on.slice(0, 2)}XX`,
    ),
  )
  .map(([on, qualified, said]) => said(on) + qualified)
const date = fc
  .oneof(
    { weight: 4, arbitrary: single },
    { weight: 1, arbitrary: fc.tuple(single, single).map(([a, b]) => `${a}/${b}`) },
    { weight: 1, arbitrary: single.map((a) => `${a}/..`) },
    { weight: 1, arbitrary: single.map((a) => `../${a}`) },
  )
  .filter((text) => readDate(text) !== undefined)

describe('the order of two dates', () => {
  for (const [a, order, b, why] of [
    ['2014-03-31', 'before', '2014-04-01', 'days'],
    ['2014-04-01', 'same', '2014-04-01', 'the same day'],
    ['2014-04', 'unsaid', '2014-04-01', 'completed in April, due on the 1st'],
    ['2014-04', 'after', '2014-03-31', 'all of April lies after'],
    ['2027', 'unsaid', '2027-06-15', 'due 2027, in June 2027'],
    ['2027', 'before', '2028-01-01', 'due 2027, on New Year’s Day'],
    ['2027', 'unsaid', '2027', 'two events of one year'],
    ['198X', 'before', '1998-03', 'since the 1980s'],
    ['19XX', 'unsaid', '1998', 'a year of the century'],
    ['2012/2014', 'unsaid', '2014-01', 'within an interval'],
    ['../1999', 'before', '2000', 'an open beginning has an end'],
    ['1998/..', 'after', '1997', 'an open end has a beginning'],
    ['1998/..', 'unsaid', '2030', 'an open end never passes'],
    ['2013~', 'unsaid', '2014', 'about 2013 may be early 2014'],
    ['2013~', 'before', '2015', 'about 2013 is not 2015'],
    ['2014-06-05?', 'unsaid', '2014-06-05', 'a day its source doubts'],
    ['2014-06-05?', 'before', '2014-08-01', 'a day its source doubts, and a later month'],
    ['2013', 'unsaid', 'soon', 'what is no date'],
  ] as const)
    it(`${a} against ${b}: ${order} (${why})`, () => assert.equal(compareDates(a, b), order))

  it('is the order of the calendar for days', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        assert.equal(compareDates(a, b), a < b ? 'before' : a > b ? 'after' : 'same')
      }),
    )
  })

  it('turns round when the dates do', () => {
    const turned = { before: 'after', after: 'before', same: 'same', unsaid: 'unsaid' } as const
    fc.assert(fc.property(date, date, (a, b) => compareDates(b, a) === turned[compareDates(a, b)]))
  })

  it('holds along a chain where it is said', () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        if (compareDates(a, b) === 'before' && compareDates(b, c) === 'before')
          assert.equal(compareDates(a, c), 'before')
      }),
      { numRuns: 500 },
    )
  })

  it('is said of two dates only where every day of the one lies on the same side of every day of the other', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [one, other] = [readDate(a)!, readDate(b)!]
        const lastOfOne = one.until ?? '9999-12-31'
        const firstOfOther = other.from ?? '0000-01-01'
        if (compareDates(a, b) === 'before') assert.ok(lastOfOne <= firstOfOther)
      }),
    )
  })
})

describe('two dates that may be one', () => {
  it('a date and the same said less exactly', () => {
    assert.equal(mayAgree('2027-03', '2027-03-01'), true)
    assert.equal(mayAgree('2027', '2027-03'), true)
    assert.equal(mayAgree('2027-03-01', '2027-03-02'), false)
    assert.equal(mayAgree('2027-03', 'soon'), false)
  })
})

describe('the precision of a date', () => {
  for (const [date, precision] of [
    ['2014-04-01', 'day'],
    ['2014-04~', 'month'],
    ['2014?', 'year'],
    ['198X', 'decade'],
    ['19XX', 'century'],
    ['2014/..', 'interval'],
  ] as const)
    it(`${date}: ${precision}`, () => assert.equal(precisionOf(date), precision))

  it('of no date there is none', () => assert.throws(() => precisionOf('soon'), /not a date/))
})

describe('late or in time', () => {
  for (const [done, due, expected] of [
    ['2014-04-02', '2014-04-01', true],
    ['2014-04-01', '2014-04-01', false],
    ['2014-04', '2014-04-01', null],
    ['2014-03', '2014-04-01', false],
    ['2025', '2025-12-31', false],
    ['2026', '2025-12-31', true],
    ['2027-06-15', '2027', null],
    ['2026-06-15', '2027', false],
    ['2014~', '2014-12-31', null],
    ['2014/..', '2015', null],
    ['then', '2014', null],
  ] as const)
    it(`done ${done}, due ${due}: ${expected === null ? 'cannot be said' : expected ? 'late' : 'in time'}`, () =>
      assert.equal(isLate(done, due), expected))
})
