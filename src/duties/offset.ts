// A date moved by what a duty says: days, working days, months or years after or before an event. What is known only to
// the month or the year is moved only by what is as coarse: "three months before 2027" is no date.
import { precisionOf } from '../facts/precision.ts'
import { addDays, addMonths, addWorkingDays } from '../rules/dates.ts'
import type { Duty } from '../rules/duty-form.ts'
import type { Reason } from '../words/reason.ts'

type First = NonNullable<Duty['first']>
export type Offset = Pick<First, 'days' | 'workingDays' | 'months' | 'years'>

/** How long, as data: "ten years". A rule has exactly one length. */
export const lengthOf = ({ days, workingDays, months, years }: Offset): Reason => {
  if (days !== undefined) return { key: 'duty-days', count: days, length: days }
  if (workingDays !== undefined) return { key: 'duty-working-days', count: workingDays, length: workingDays }
  if (months !== undefined) return { key: 'duty-months', count: months, length: months }
  return { key: 'duty-years', count: years ?? 0, length: years ?? 0 }
}

/**
 * `date` (EDTF) moved by `offset`, after it (sign 1) or before it (sign −1), with the precision it has; months end with
 * the month, and years from a 29 February on the 28th where there is none. Undefined where the date is not known
 * exactly enough, or not certain.
 */
export const movedBy = (date: string, offset: Offset, sign: 1 | -1): string | undefined => {
  const { days, workingDays, months, years = 0 } = offset
  const precision = precisionOf(date)
  if (/[?~%]$/.test(date)) return undefined
  const byMonths = months ?? years * 12
  if (precision === 'day') {
    if (days !== undefined) return addDays(date, sign * days)
    if (workingDays !== undefined) return addWorkingDays(date, sign * workingDays)
    return addMonths(date, sign * byMonths)
  }
  if (days !== undefined || workingDays !== undefined) return undefined
  if (precision === 'month') return addMonths(`${date}-01`, sign * byMonths).slice(0, 7)
  if (precision === 'year' && byMonths % 12 === 0)
    return addMonths(`${date}-01-01`, sign * byMonths).slice(0, 4)
  return undefined
}

/** The day of a yearly duty in `year`: the 31st, and 29 February, become the last day of a shorter month. */
export const yearlyDay = ({ month, day }: NonNullable<Duty['due']>, year: number): string =>
  addMonths(`${String(year).padStart(4, '0')}-01-${String(day).padStart(2, '0')}`, month - 1)
