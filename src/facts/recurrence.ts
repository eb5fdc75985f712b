// How often something is promised to come again: rules of RFC 5545 as facts and duties give them ("FREQ=YEARLY;INTERVAL=2"),
// and the periods they let expect. `rrule-temporal` counts (decision 0018); which parts a promise may have is said here,
// since the library passes over what it does not know.
import { RRuleTemporal } from 'rrule-temporal'
import { dayAfter, dayBefore, isDay, readDate } from './edtf.ts'
import { boundsOf } from './precision.ts'

const units = { YEARLY: 'year', MONTHLY: 'month', WEEKLY: 'week', DAILY: 'day' } as const
export type RecurrenceUnit = (typeof units)[keyof typeof units]

export type Recurrence = {
  /** The rule as it is written, without UNTIL. */
  rule: string
  /** Every so many years, months, weeks or days. */
  every: number
  unit: RecurrenceUnit
  /** As exact as the rule is: "every two years" expects something in a year, "every June" in a month. */
  precision: 'year' | 'month' | 'day'
  /** The last day on which an instance can begin; null where the rule goes on. */
  lastDay: string | null
  /** Nothing but how often: no months, days, number or end. */
  isPlain: boolean
}

/** What a rule may look like, for whoever wrote one that is none. */
export const recurrenceExpected =
  'a rule of RFC 5545 such as FREQ=YEARLY or FREQ=YEARLY;INTERVAL=2 (FREQ of YEARLY, MONTHLY, WEEKLY or DAILY; INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS), or "continuous"'

const isListIn =
  (least: number, most: number) =>
  (text: string): boolean =>
    text.split(',').every((one) => {
      if (!/^-?[1-9]\d*$/.test(one)) return false
      const number = Number(one)
      return number >= least && number <= most && number !== 0
    })

const isCount = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text)

const dayOf = (text: string): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`

/** The parts of a rule a promise may have, each with what it may say. Hours and minutes are no promise's measure. */
const parts: Readonly<Record<string, (text: string) => boolean>> = {
  FREQ: (text) => Object.hasOwn(units, text),
  INTERVAL: isCount,
  COUNT: isCount,
  UNTIL: (text) => /^\d{8}$/.test(text) && isDay(dayOf(text)),
  BYMONTH: isListIn(1, 12),
  BYMONTHDAY: isListIn(-31, 31),
  BYDAY: (text) => text.split(',').every((one) => /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(one)),
  BYSETPOS: isListIn(-366, 366),
}

const at = (day: string) => Temporal.ZonedDateTime.from(`${day}T00:00[UTC]`)

/** The days from `begin` on that the rule gives and that lie in `from` … `until`, both included. */
const daysOf = (recurrence: Recurrence, begin: string, from: string, until: string): string[] => {
  const last = recurrence.lastDay === null || recurrence.lastDay > until ? until : recurrence.lastDay
  if (last < from || last < begin) return []
  const rule = new RRuleTemporal({
    rruleString: recurrence.rule,
    dtstart: at(begin),
    tzid: 'UTC',
    cache: false,
  })
  return rule
    .between(at(from < begin ? begin : from), at(last), true)
    .map((occurrence) => occurrence.toPlainDate().toString())
}

const read = (text: string): Recurrence | undefined => {
  const given = text.split(';').map((part) => part.split('='))
  const found = new Map(given.map(([name = '', value = '']) => [name, value]))
  const isRule =
    found.size === given.length &&
    given.every(
      ([name = '', value, ...more]) =>
        more.length === 0 && value !== undefined && Object.hasOwn(parts, name) && parts[name]!(value),
    ) &&
    found.has('FREQ') &&
    // RFC 5545, 3.3.10: one of the two ends, not both.
    !(found.has('COUNT') && found.has('UNTIL'))
  if (!isRule) return undefined
  const unit = units[found.get('FREQ') as keyof typeof units]
  const namesDays = found.has('BYDAY') || found.has('BYMONTHDAY')
  const until = found.get('UNTIL')
  const recurrence: Recurrence = {
    rule: given
      .filter(([name]) => name !== 'UNTIL')
      .map((part) => part.join('='))
      .join(';'),
    every: Number(found.get('INTERVAL') ?? '1'),
    unit,
    precision:
      namesDays || unit === 'week' || unit === 'day'
        ? 'day'
        : unit === 'month' || found.has('BYMONTH')
          ? 'month'
          : 'year',
    lastDay: until === undefined ? null : dayOf(until),
    isPlain: [...found.keys()].every((name) => name === 'FREQ' || name === 'INTERVAL'),
  }
  try {
    // A day that never comes, such as 30 February, is no rule of anything. Eight years hold every leap day.
    const years = recurrence.unit === 'year' ? 8 * recurrence.every : 100
    const isEver = daysOf(
      { ...recurrence, lastDay: null },
      '2000-01-01',
      '2000-01-01',
      `${2000 + years}-12-31`,
    )
    return isEver.length > 0 ? recurrence : undefined
  } catch {
    return undefined
  }
}

const readBefore = new Map<string, Recurrence | undefined>()

/** What "continuous" or an RFC 5545 rule says of how often; undefined for what is neither. */
export const readRecurrence = (text: string | null): Recurrence | 'continuous' | undefined => {
  if (text === null || text === 'continuous') return text ?? undefined
  if (!readBefore.has(text)) {
    if (readBefore.size > 1000) readBefore.clear()
    readBefore.set(text, read(text))
  }
  return readBefore.get(text)
}

/** One expected instance. */
export type Period = {
  /** "2026", "2026-06" or "2026-06-15": by when, as exact as the rule is. */
  due: string
  /** The first and the last day `due` may mean. */
  from: string
  lastDay: string
  /** The first day of the next instance: what is held before it belongs to this one. */
  until: string
}

export type Periods = {
  periods: Period[]
  /**
   * `known`: counted from the beginning. `later`: the beginning is vague; counted from when it must have begun.
   * `unknown`: no beginning is stated; only the period that has the day asked for in it, and the next.
   * `uncounted`: every so many years, and nobody says from which: no instance can be named.
   */
  begin: 'known' | 'later' | 'unknown' | 'uncounted'
  /** The first day from which instances are counted; null where none is. */
  from: string | null
}

const cut = { year: 4, month: 7, day: 10 } as const
const firstOf = (day: string, precision: Recurrence['precision']): string =>
  precision === 'year' ? `${day.slice(0, 4)}-01-01` : precision === 'month' ? `${day.slice(0, 7)}-01` : day

/** Where counting begins: in a year a rule by years counts the whole year, in a month one by months the whole month. */
const unitOf = ({ unit }: Recurrence): Recurrence['precision'] =>
  unit === 'year' ? 'year' : unit === 'month' ? 'month' : 'day'

const lastDayOf = (day: string, { unit, precision, isPlain }: Recurrence): string =>
  // A week that names no weekday lasts to its end.
  unit === 'week' && isPlain
    ? Array.from({ length: 6 }).reduce<string>(dayAfter, day)
    : dayBefore(readDate(day.slice(0, cut[precision]))!.until!)

const farOff = (day: string, years: number): string => {
  const year = Math.min(9990, Number(day.slice(0, 4)) + years)
  return `${String(year).padStart(4, '0')}-12-31`
}

const periodsFrom = (recurrence: Recurrence, begin: string, from: string, until: string): Period[] => {
  // One instance before and one after: what is asked for may lie within the one, and ends where the other begins. A leap
  // day may be eight years away.
  const reach = recurrence.every + (recurrence.unit === 'year' ? 8 : 1)
  const days = [
    ...new Set(
      daysOf(recurrence, begin, farOff(from, -reach), farOff(until, reach)).map((day) =>
        firstOf(day, recurrence.precision),
      ),
    ),
  ]
  return days
    .map((day, i) => {
      const lastDay = lastDayOf(day, recurrence)
      return {
        due:
          recurrence.unit === 'week' && recurrence.isPlain
            ? lastDay
            : day.slice(0, cut[recurrence.precision]),
        from: day,
        lastDay,
        until: days[i + 1] ?? dayAfter(lastDay),
      }
    })
    .filter((period) => period.lastDay >= from && period.from <= until)
}

/**
 * The instances a rule lets expect between two days (both included), as periods. `begin` (EDTF) is when it began:
 * "1998", "2014/..", "198X"; null where nobody says. Without a beginning only the instance of `asOf` and the next are
 * given, and none for what comes less often than every year, month, week or day.
 */
export const expectedPeriods = (
  recurrence: Recurrence,
  begin: string | null,
  asked: { from: string; until: string; asOf: string },
): Periods => {
  const [first = '', last] = (begin ?? '').split('/') as [string, string?]
  const bounds = first === '' || first === '..' ? undefined : boundsOf(first)
  const end = last === undefined || last === '..' ? undefined : boundsOf(last)
  const ending =
    end === undefined
      ? recurrence
      : {
          ...recurrence,
          lastDay: [recurrence.lastDay, dayBefore(end.until!)].filter((day) => day !== null).sort()[0]!,
        }
  const unit = unitOf(recurrence)
  if (bounds !== undefined) {
    const [start, lastStart] = [firstOf(bounds.from!, unit), firstOf(dayBefore(bounds.until!), unit)]
    if (start === lastStart)
      return { periods: periodsFrom(ending, start, asked.from, asked.until), begin: 'known', from: start }
    if (recurrence.every === 1)
      return {
        periods: periodsFrom(ending, lastStart, asked.from, asked.until),
        begin: 'later',
        from: lastStart,
      }
    return { periods: [], begin: 'uncounted', from: null }
  }
  if (recurrence.every > 1) return { periods: [], begin: 'uncounted', from: null }
  const now = firstOf(asked.asOf, unit)
  const ahead = periodsFrom(ending, now, now, farOff(asked.asOf, 8)).slice(0, 2)
  return {
    periods: ahead.filter(({ from, lastDay }) => lastDay >= asked.from && from <= asked.until),
    begin: 'unknown',
    from: now,
  }
}
