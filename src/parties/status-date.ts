// Dates as the UN Treaty Collection writes them: "9 Jan 2012", "18 September 1997", "03-02-2026".
import { isDay } from '../facts/edtf.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** A day in words: one pattern, for use inside others. Groups: day, month, year. */
export const dayPattern = String.raw`(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})`

const monthOf = (word: string): number => {
  const lower = word.toLowerCase()
  const full = fullMonths.indexOf(lower)
  return full >= 0 ? full : lower === 'sept' ? 8 : months.indexOf(lower)
}

const pad = (n: number | string, width = 2) => String(n).padStart(width, '0')

/** `YYYY-MM-DD` of a day's parts; undefined where the calendar has no such day. */
export const dayOf = (day: string, month: string, year: string): string | undefined => {
  const number = monthOf(month)
  const date = `${year}-${pad(number + 1)}-${pad(day)}`
  return number >= 0 && isDay(date) ? date : undefined
}

/** The first day named in `text`, or undefined. */
export const findDay = (text: string): string | undefined => {
  for (const [, day, month, year] of text.matchAll(new RegExp(dayPattern, 'g'))) {
    const date = dayOf(day!, month!, year!)
    if (date !== undefined) return date
  }
  return undefined
}

/** The date of "STATUS AS AT : 03-02-2026 10:16:18 EDT": day, month, year. */
export const findStatusDate = (text: string): string | undefined => {
  const numbers = /status\s+as\s+at\s*:?\s*(\d{1,2})-(\d{1,2})-(\d{4})/i.exec(text)
  if (numbers !== null) {
    const date = `${numbers[3]}-${pad(numbers[2]!)}-${pad(numbers[1]!)}`
    return isDay(date) ? date : undefined
  }
  const words = new RegExp(`status\\s+as\\s+at\\s*:?\\s*${dayPattern}`, 'i').exec(text)
  return words === null ? undefined : dayOf(words[1]!, words[2]!, words[3]!)
}
