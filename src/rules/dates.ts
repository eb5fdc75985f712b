// Calendar arithmetic on `YYYY-MM-DD` strings. No time zones: a treaty's day is a day.

/** Half-open: `from` is in, `until` is out. */
export type Window = { from: string; until: string }

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** The number of days of a month (1–12). */
const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `date` moved by whole days. */
export const addDays = (date: string, days: number): string => {
  // Most moves stay within the month.
  const day = Number(date.slice(8)) + days
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${pad(day)}`
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** `date` moved by calendar months; the 31st becomes the last day of a shorter month. */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  return `${pad(toYear, 4)}-${pad(toMonth)}-${pad(Math.min(day, daysInMonth(toYear, toMonth)))}`
}

/** Monday is 1, Sunday 7. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** True for Monday to Friday; holidays are not known. */
export const isWorkingDay = (date: string): boolean => weekdayOf(date) <= 5

/**
 * `date` moved by working days, Monday to Friday; negative counts go back. The day itself is not counted: one working
 * day after a Friday is the Monday, and so it is after a Saturday.
 */
export const addWorkingDays = (date: string, days: number): string => {
  const step = days < 0 ? -1 : 1
  let left = Math.abs(days)
  let day = date
  while (left > 0) {
    // From a working day, five of them are a week.
    if (left >= 5 && isWorkingDay(day)) {
      const weeks = Math.floor(left / 5)
      day = addDays(day, step * 7 * weeks)
      left -= 5 * weeks
      continue
    }
    day = addDays(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

const durationForm = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/

/** True for ISO 8601 durations in years, months and days: `P6M`, `P180D`. */
export const isDuration = (text: string): boolean => durationForm.test(text) && text !== 'P'

/** `date` plus (sign 1) or minus (sign −1) an ISO 8601 duration. */
export const addDuration = (date: string, duration: string, sign: 1 | -1): string => {
  const parts = durationForm.exec(duration)
  if (parts === null) throw new Error(`not a duration: ${duration}`)
  const [, years = '0', months = '0', days = '0'] = parts
  return addDays(addMonths(date, sign * (Number(years) * 12 + Number(months))), sign * Number(days))
}

const dateForm = /^\d{4}-\d{2}-\d{2}$/

/** True for a day that exists in the calendar. */
export const isDate = (text: unknown): text is string => {
  if (typeof text !== 'string' || !dateForm.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  // Beyond these a day more or less would leave the form, and no longer sort.
  if (year < 1 || year > 9998) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const minDate = (a: string, b: string): string => (a < b ? a : b)
export const maxDate = (a: string, b: string): string => (a > b ? a : b)

/** The calendar year as a half-open window. */
export const calendarYear = (year: number): Window => ({ from: `${year}-01-01`, until: `${year + 1}-01-01` })
