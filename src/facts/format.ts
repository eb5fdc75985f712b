// Numbers and dates as a language writes them.

import type { TextKey } from '../words/catalogue.ts'
import { findLanguage } from '../words/languages.ts'
import { localeOf } from '../words/locale.ts'
import { asEnglish, isAllEnglish } from '../words/marked.ts'
import { dayOfEveryYear, dayOfMonth, monthOfYear } from '../words/mn/dates.ts'
import { createText, type Text } from '../words/text.ts'
import { readDate } from './edtf.ts'

export type Format = {
  number: (value: number) => string
  /** An amount of money without its currency: with two decimals, or none where it is whole. */
  money: (value: number) => string
  /** A percentage with one decimal, always. */
  percent: (value: number) => string
  /** Percentage points: one decimal, no sign of percent. */
  points: (value: number) => string
  /**
   * An ISO date or a less precise one (EDTF `2013`, `2018-06`, `198X`, `2020~`, `2021-12?`, `2007-03/2007-11`), in words;
   * else as it stands.
   */
  date: (date: string) => string
  /** The same, short, for tables. */
  shortDate: (date: string) => string
  /** The day of the week of a day, YYYY-MM-DD. */
  weekday: (day: string, length?: 'long' | 'short') => string
  /** A day of every year: "30 April". */
  yearlyDay: (date: { month: number; day: number }) => string
  /** Phrases one after another: "3 known, 2 provisional". */
  list: (phrases: readonly string[]) => string
  /** The same where any one of them will do. */
  anyOf: (phrases: readonly string[]) => string
  /** Names in the order a reader of the language looks for them. */
  compare: (a: string, b: string) => number
  language: (code: string) => string
}

const inUtc = (date: string): Date => new Date(`${date}T00:00:00Z`)

type DateWriter = { day: (date: Date) => string; month: (date: Date) => string }

const intlDates = (locale: string, month: 'long' | 'short'): DateWriter => {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
  const monthOnly = new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: 'UTC' })
  return { day: (date) => day.format(date), month: (date) => monthOnly.format(date) }
}

/** Long: "2025 оны 12 дугаар сарын 1". Short: "2025.12.01", as tables of state documents have it. */
const mongolianDates = (length: 'long' | 'short'): DateWriter => {
  const parts = (date: Date) =>
    [date.toISOString().slice(0, 4), date.getUTCMonth() + 1, date.getUTCDate()] as const
  return {
    day: (date) =>
      length === 'short' ? date.toISOString().slice(0, 10).replaceAll('-', '.') : dayOfMonth(...parts(date)),
    month: (date) => {
      const [year, month] = parts(date)
      return monthOfYear(year, month)
    },
  }
}

/** What a date may say of itself at its end: uncertain, approximate, both. */
const qualified: Readonly<Record<string, TextKey>> = {
  '?': 'date.uncertain',
  '~': 'date.about',
  '%': 'date.aboutUncertain',
}

const formatDate = (locale: string, length: 'long' | 'short', text: Text) => {
  const writer = locale === 'mn' ? mongolianDates(length) : intlDates(locale, length)
  const bare = (date: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) {
      const parsed = inUtc(date)
      return Number.isNaN(parsed.valueOf()) ? date : writer.day(parsed)
    }
    if (/^\d{4}-\d{2}$/.test(date)) {
      const parsed = inUtc(`${date}-01`)
      return Number.isNaN(parsed.valueOf()) ? date : writer.month(parsed)
    }
    if (/^\d{3}X$/.test(date)) return text('date.decade', { first: date.replace('X', '0') })
    if (/^\d{2}XX$/.test(date)) return text('date.century', { first: date.replace('XX', '00') })
    return date
  }
  const written = (date: string): string => {
    const key = qualified[date.slice(-1)]
    const unqualified = date.slice(0, -1)
    return key === undefined || readDate(unqualified) === undefined
      ? bare(date)
      : text(key, { date: bare(unqualified) })
  }
  // An interval has a date or an open end on either side; other words with a stroke, such as addresses, are no dates.
  const interval = /^(\d{2}[-\d~?%X]+|\.\.)\/(\d{2}[-\d~?%X]+|\.\.)$/
  return (date: string): string =>
    interval.test(date) ? date.split('/').map(written).join(' – ') : written(date)
}

/** Formats for an interface language (BCP 47). */
export const createFormat = (language: string): Format => {
  const locale = localeOf(language)
  const text = createText(language, findLanguage(language)?.catalogue ?? {})
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: 'halfExpand',
  })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // Arabic has no short form but the letter.
  const shortWeekday = new Intl.DateTimeFormat(locale, {
    weekday: locale.startsWith('ar') ? 'narrow' : 'short',
    timeZone: 'UTC',
  })
  const yearly = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale, { style: 'narrow' })
  const anyOf = new Intl.ListFormat(locale, { type: 'disjunction' })
  const english = {
    list: new Intl.ListFormat(localeOf('en'), { style: 'narrow' }),
    anyOf: new Intl.ListFormat(localeOf('en'), { type: 'disjunction' }),
  }
  // What is not held in the language and said in English is joined as English too: its words are no sentence of two languages.
  const joined = (own: Intl.ListFormat, inEnglish: Intl.ListFormat, phrases: readonly string[]): string =>
    phrases.length > 1 && phrases.every(isAllEnglish)
      ? asEnglish(inEnglish.format(phrases))
      : own.format(phrases)
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: 'halfExpand',
  })
  const collator = new Intl.Collator(locale)
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  return {
    number: (value) => number.format(value),
    money: (value) => (Number.isInteger(value) ? number : cents).format(value),
    percent: (value) => percent.format(value / 100),
    points: (value) => points.format(value),
    date: formatDate(locale, 'long', text),
    shortDate: formatDate(locale, 'short', text),
    weekday: (day, length = 'long') => (length === 'long' ? weekday : shortWeekday).format(inUtc(day)),
    yearlyDay: ({ month, day }) =>
      locale === 'mn'
        ? dayOfEveryYear(month, day)
        : yearly.format(inUtc(`2000-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)),
    list: (phrases) => joined(list, english.list, phrases),
    anyOf: (phrases) => joined(anyOf, english.anyOf, phrases),
    compare: (a, b) => collator.compare(a, b),
    language: (code) => {
      try {
        return languages.of(code) ?? code
      } catch {
        return code
      }
    },
  }
}
