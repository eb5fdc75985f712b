// Dates as sources give them, with their precision: the part of EDTF (ISO 8601-2:2019, levels 0 and 1) that facts
// about promises need. A date becomes the half-open span of days it may mean.

/** `from` ≤ day < `until`, ISO dates; null where the interval is open on that side. */
export type DateSpan = { from: string | null; until: string | null; edtf: string }

const dayMs = 86_400_000
const dayForm = /^\d{4}-\d{2}-\d{2}$/

const pad = (number: number) => String(number).padStart(2, '0')
const padYear = (year: number) => String(year).padStart(4, '0')

// Dates are compared by the hundred thousand: no Date is made for what arithmetic can tell.
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const longMonths = new Set([1, 3, 5, 7, 8, 10, 12])
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : longMonths.has(month) ? 31 : 30

/**
 * Whether `text` is a day of the calendar, written YYYY-MM-DD, from year 1 to 9998: dates are compared as text, and the
 * day after the last one of 9999 has five digits.
 */
export const isDay = (text: string): boolean => {
  if (!dayForm.test(text) || text < '0001' || text >= '9999') return false
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month)
}

/** The day after `day`. */
export const dayAfter = (day: string): string => {
  const [year, month, next] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)) + 1]
  if (next <= daysIn(year, month)) return `${day.slice(0, 8)}${pad(next)}`
  return month === 12 ? `${padYear(year + 1)}-01-01` : `${day.slice(0, 5)}${pad(month + 1)}-01`
}

/** The day before `day`. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - dayMs).toISOString().slice(0, 10)

type Closed = { from: string; until: string }

const spanOfYears = (first: number, count: number): Closed | undefined =>
  first < 1 || first + count > 9999
    ? undefined
    : { from: `${padYear(first)}-01-01`, until: `${padYear(first + count)}-01-01` }

/** One date: 2013, 2018-06, 2018-06-05, 198X, 19XX, each perhaps followed by ? ~ or %. */
const readOne = (text: string): Closed | undefined => {
  const bare = text.replace(/[?~%]$/, '')
  if (/^\d{4}$/.test(bare)) return spanOfYears(Number(bare), 1)
  if (/^\d{3}X$/.test(bare)) return spanOfYears(Number(bare.slice(0, 3)) * 10, 10)
  if (/^\d{2}XX$/.test(bare)) return spanOfYears(Number(bare.slice(0, 2)) * 100, 100)
  const month = /^(\d{4})-(\d{2})$/.exec(bare)
  if (month !== null) {
    const year = Number(month[1])
    const number = Number(month[2])
    if (year < 1 || number < 1 || number > 12) return undefined
    const until =
      number === 12 ? `${padYear(year + 1)}-01-01` : `${month[1]}-${String(number + 1).padStart(2, '0')}-01`
    return year === 9999 ? undefined : { from: `${bare}-01`, until }
  }
  return isDay(bare) ? { from: bare, until: dayAfter(bare) } : undefined
}

/**
 * The span a date means: `2013` is 2013-01-01 to 2014-01-01 (not included), `198X` the decade, `a/b` from the first
 * day of a to the last of b, `a/..` and `../b` open. `?`, `~` and `%` (uncertain, approximate, both) are kept in
 * `edtf` and change nothing else. Undefined for anything else: impossible days, an interval that ends before it
 * begins, other notations.
 */
export const readDate = (text: string): DateSpan | undefined => {
  const edtf = text.trim()
  const parts = edtf.split('/')
  if (parts.length === 1) {
    const span = readOne(edtf)
    return span && { ...span, edtf }
  }
  const [first, last] = parts as [string, string]
  if (parts.length > 2 || (first === '..' && last === '..')) return undefined
  const start = first === '..' ? null : readOne(first)
  const end = last === '..' ? null : readOne(last)
  if (start === undefined || end === undefined) return undefined
  if (start !== null && end !== null && start.from >= end.until) return undefined
  return { from: start?.from ?? null, until: end?.until ?? null, edtf }
}

/** The last day a date may mean; undefined where it is no date or open towards the future. */
export const lastDay = (text: string): string | undefined => {
  const span = readDate(text)
  return span?.until === null || span === undefined ? undefined : dayBefore(span.until)
}

/** Whether `text` is a single date of year, month or day precision: 2028, 2028-06, 2028-06-01. */
export const isPlainDate = (text: string): boolean =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && readOne(text) !== undefined
