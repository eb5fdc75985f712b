// How exactly a date is known, and what can be said of two dates that are not known equally well. The order of their
// texts is no answer: "2014-04" sorts before "2014-04-01", and "2027" before every day of 2027.
import { dayAfter, dayBefore, isDay, readDate } from './edtf.ts'

export type Precision = 'day' | 'month' | 'year' | 'decade' | 'century' | 'interval'

/** What is known of the order of two dates; `unsaid`: their precision does not tell. */
export type DateOrder = 'before' | 'same' | 'after' | 'unsaid'

/** Uncertain, approximate, both (EDTF level 1). */
const isQualified = (edtf: string): boolean => /[?~%]$/.test(edtf)

/** How exactly `edtf` says a date: 2014-04-01, 2014-04, 2014, 201X, 20XX, or from one to another. Throws for no date. */
export const precisionOf = (edtf: string): Precision => {
  if (readDate(edtf) === undefined) throw new Error(`not a date: ${edtf}`)
  const text = edtf.trim()
  if (text.includes('/')) return 'interval'
  const bare = text.replace(/[?~%]$/, '')
  if (bare.endsWith('XX')) return 'century'
  if (bare.endsWith('X')) return 'decade'
  return bare.length === 4 ? 'year' : bare.length === 7 ? 'month' : 'day'
}

/** The date of the given precision that has `day` in it; for a day its month. */
const around = (day: string, precision: Precision): string =>
  precision === 'century'
    ? `${day.slice(0, 2)}XX`
    : precision === 'decade'
      ? `${day.slice(0, 3)}X`
      : precision === 'year'
        ? day.slice(0, 4)
        : day.slice(0, 7)

export type Bounds = { from: string | null; until: string | null }

/** The days one date may mean, half-open; where it is uncertain or approximate, the unit before and the one after too. */
const boundsOfOne = (edtf: string): Bounds => {
  const { from, until } = readDate(edtf) as { from: string; until: string }
  if (!isQualified(edtf)) return { from, until }
  const precision = precisionOf(edtf)
  // Dates are read from year 1 to 9998; what would lie beyond is cut off.
  return {
    from: from <= '0001-01-01' ? from : (readDate(around(dayBefore(from), precision))?.from ?? from),
    until: readDate(around(until, precision))?.until ?? until,
  }
}

/**
 * The days `edtf` may mean: `from` ≤ day < `until`, null on an open side; undefined where it is no date. A date its
 * source calls uncertain or approximate (? ~ %) may also be the unit before or after it: "about 2013" is 2012 to 2014,
 * "about 5 June 2014" May to July.
 */
export const boundsOf = (edtf: string): Bounds | undefined => {
  if (readDate(edtf) === undefined) return undefined
  const [first, last] = edtf.trim().split('/') as [string, string?]
  if (last === undefined) return boundsOfOne(first)
  return {
    from: first === '..' ? null : boundsOfOne(first).from,
    until: last === '..' ? null : boundsOfOne(last).until,
  }
}

/**
 * The order of two dates (EDTF), of any precision. `before` only where every day `a` may mean lies before every day `b`
 * may mean; `same` only for the same day; otherwise, and for what is no date, `unsaid`. "2014-04" against "2014-04-01" is
 * unsaid, and so is "2027" against "2027-06-15".
 */
export const compareDates = (a: string, b: string): DateOrder => {
  // Most dates are days, and those of one calendar sort as they are written.
  if (isDay(a) && isDay(b)) return a < b ? 'before' : a > b ? 'after' : 'same'
  const [one, other] = [boundsOf(a), boundsOf(b)]
  if (one === undefined || other === undefined) return 'unsaid'
  if (one.until !== null && other.from !== null && one.until <= other.from) return 'before'
  if (other.until !== null && one.from !== null && other.until <= one.from) return 'after'
  const isOneDay = ({ from, until }: Bounds) => from !== null && until === dayAfter(from)
  return isOneDay(one) && isOneDay(other) ? 'same' : 'unsaid'
}

/** Whether one date may be the other said less exactly: 2027-03 and 2027-03-01. Two different days never agree. */
export const mayAgree = (a: string, b: string): boolean => {
  const order = compareDates(a, b)
  return order === 'same' || (order === 'unsaid' && boundsOf(a) !== undefined && boundsOf(b) !== undefined)
}

/**
 * Whether what was done on `done` came after the deadline `due` (both EDTF): true only where it surely did, false only
 * where it surely did not, null where their precision does not tell. Something done "in 2025" is in time by the end of
 * that year; "in April 2014" may be late on 1 April.
 */
export const isLate = (done: string, due: string): boolean | null => {
  const [did, should] = [boundsOf(done), boundsOf(due)]
  if (did === undefined || should === undefined) return null
  if (compareDates(done, due) === 'after') return true
  const isInTime = did.until !== null && should.from !== null && did.until <= dayAfter(should.from)
  return isInTime ? false : null
}
