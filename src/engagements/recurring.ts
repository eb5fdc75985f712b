// Promises and series that recur: each instance their own rhythm lets expect, what it was met by, and what may be said
// where nothing is held.
import type { DutyOwed, MetBy } from '../duties/owed.ts'
import type { Datum } from '../facts/datum.ts'
import { dayBefore, readDate } from '../facts/edtf.ts'
import { isLate } from '../facts/precision.ts'
import {
  expectedPeriods,
  type Period,
  type Periods,
  type Recurrence,
  readRecurrence,
} from '../facts/recurrence.ts'
import type { FactBase } from '../rules/facts.ts'
import type { Reason } from '../words/reason.ts'
import type { Engagement } from './engagement.ts'
import { owedOf, ownersOf } from './promise.ts'
import { searchedOver } from './searched.ts'
import { standingOf } from './standing.ts'
import { symbolKey } from './symbol.ts'

/** What promises are looked up in, and for which days (both included). */
export type Asked = {
  all: readonly Engagement[]
  /** Roll calls of the General Assembly: a resolution of a series may be held as one. */
  rollCalls: readonly Datum[]
  coverage: FactBase['coverage']
  asOf: string
  from: string
  until: string
}

/** Something held that is, or may be, an instance: the records that say so, with its day as the source gives it. */
type Held = { metBy: MetBy[]; on: string | null; entered: boolean }

const metByOf = (datum: Datum, on: string | null): MetBy => ({
  id: datum.datumId,
  type: 'datum',
  kind: datum.kind,
  on,
})

const dateOf = (datum: Datum): string | null => datum.heldEdtf ?? datum.heldFrom

/** The kind of one instance: a resolution of a series of resolutions; of anything else an event. */
export const instanceKind = (kind: string): string =>
  kind.endsWith('-series') ? kind.slice(0, -'-series'.length) : 'event'

/** Where instances of it would be held; the General Assembly's votes are held in a file of their own. */
export const registersOfSeries = ({ kind }: Engagement): string[] =>
  instanceKind(kind) === 'resolution' ? ['resolution', 'recorded-vote'] : [instanceKind(kind)]

/** Whether a fact is one instance of a series: a resolution of a series of resolutions. A change of the series is none. */
const isInstanceOf = (one: Engagement, series: Engagement): boolean =>
  one.belongsTo.includes(series.key) && one.kind === instanceKind(series.kind)

const callDay = (call: Datum): string | null =>
  typeof call.body.adoptedOn === 'string' ? call.body.adoptedOn : dateOf(call)

/** The symbol of a resolution or a roll call, to be compared; null where it has none. */
const symbolOf = ({ body }: Datum): string | null =>
  typeof body.symbol === 'string' ? symbolKey(body.symbol) : null

/** The instances held of a series, oldest first; a resolution and the roll call on its symbol are one. */
const heldOf = (series: Engagement, { all, rollCalls, asOf }: Asked): Held[] => {
  const parts = all.filter((one) => isInstanceOf(one, series))
  const symbols = new Set(parts.map(({ datum }) => symbolOf(datum)))
  const own = parts.map(({ datum }): Held => {
    const symbol = symbolOf(datum)
    const calls = symbol === null ? [] : rollCalls.filter((call) => symbolOf(call) === symbol)
    return {
      metBy: [metByOf(datum, dateOf(datum)), ...calls.map((call) => metByOf(call, callDay(call)))],
      // A roll call knows the day of adoption where a page knows the year.
      on: calls.map(callDay).find((day) => day !== null) ?? dateOf(datum),
      entered: datum.entered,
    }
  })
  // The file of votes is everyone's: it names a series by an id, whoever holds it.
  const names = new Set<unknown>([series.id, ...series.alsoCalled])
  const called = rollCalls
    .filter((call) => {
      const symbol = symbolOf(call)
      return names.has(call.body.series) && (symbol === null || !symbols.has(symbol))
    })
    .map(
      (call): Held => ({ metBy: [metByOf(call, callDay(call))], on: callDay(call), entered: call.entered }),
    )
  const start = ({ on }: Held): string => (on === null ? '9999' : (readDate(on)?.from ?? '9999'))
  return [...own, ...called]
    .filter(({ on }) => on === null || (readDate(on)?.from ?? asOf) <= asOf)
    .sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0))
}

/** `within`: all its days belong to this instance. `perhaps`: some may. What comes in a year between counts for the one before. */
const fits = ({ on }: Held, { from, until }: Period): 'within' | 'perhaps' | 'not' => {
  const span = on === null ? undefined : readDate(on)
  if (span === undefined) return 'perhaps'
  const [first, last] = [span.from ?? '0001-01-01', span.until ?? '9999-12-31']
  if (first >= from && last <= until) return 'within'
  return first < until && last > from ? 'perhaps' : 'not'
}

const rhythms = {
  year: 'every-years',
  month: 'every-months',
  week: 'every-weeks',
  day: 'every-days',
} as const

/** "every 2 years"; a rule that says more than how often stands as it is written. */
export const rhythmOf = ({ unit, every, isPlain, rule }: Recurrence): Reason =>
  isPlain ? { key: rhythms[unit], count: every } : { key: 'by-rule', rule }

const textOf = (datum: Datum, field: string): string | null => {
  const value = datum.body[field]
  return typeof value === 'string' ? value : null
}

/** When it began (EDTF), with its end where the source has one; null where it does not say. */
const beginOf = ({ datum }: Engagement): string | null => {
  const { firstYear } = datum.body
  const held = dateOf(datum)
  const [first, last] = (held ?? '').split('/') as [string, string?]
  const begin = typeof firstYear === 'number' ? String(firstYear) : first === '..' ? '' : first
  return begin === '' ? null : last === undefined ? begin : `${begin}/${last}`
}

/** How many instances a period has: "three a year" is a yearly rule with a target. */
const timesOf = ({ datum }: Engagement): number => {
  const { target, targetComparator: comparator } = datum.body
  const isCount = typeof target === 'number' && Number.isInteger(target) && target >= 1 && target <= 366
  return isCount && (comparator === undefined || comparator === '>=') ? target : 1
}

type Series = {
  promise: Engagement
  rhythm: Reason
  times: number
  begin: { known: Periods['begin']; on: string | null; isFirstHeld: boolean }
  held: Held[]
}

const derivationOf = ({ rhythm, begin, times }: Series, period: Period, nth: number): Reason => {
  const on = period.due
  const counted: Reason =
    begin.known === 'unknown' || begin.on === null
      ? { key: 'promise-recurs-open', of: rhythm, on }
      : begin.isFirstHeld
        ? { key: 'promise-recurs-held', of: rhythm, from: begin.on, on }
        : begin.known === 'later'
          ? { key: 'promise-recurs-later', of: rhythm, from: begin.on, on }
          : { key: 'promise-recurs', of: rhythm, from: begin.on, on }
  return times === 1 ? counted : { key: 'promise-nth', of: counted, nth, total: times }
}

const instancesOf = (series: Series, period: Period, asked: Asked): DutyOwed[] => {
  const { promise, times, held } = series
  const { asOf, coverage } = asked
  const within = held.filter((one) => fits(one, period) === 'within')
  const perhaps = held.filter((one) => one.on !== null && fits(one, period) === 'perhaps')
  const registers = registersOfSeries(promise)
  const searched = searchedOver({ registers, owners: ownersOf(promise) }, coverage, period, asOf)
  return Array.from({ length: times }, (_, i) => {
    const common = {
      instance: times === 1 ? period.due : `${period.due}-${i + 1}`,
      due: period.due,
      derivation: derivationOf(series, period, i + 1),
    }
    const found = times === 1 ? within : within.slice(i, i + 1)
    if (found.length > 0)
      return owedOf(promise, {
        ...common,
        status: 'met',
        isLate: found[0]!.on === null ? null : isLate(found[0]!.on, period.lastDay),
        metBy: found.flatMap(({ metBy }) => metBy),
        entered: found.some(({ entered }) => entered),
      })
    const { status, reason } = standingOf({
      promise: promise.id,
      lastDay: period.lastDay,
      asOf,
      missing: times - within.length,
      total: times,
      searched,
    })
    const isOpen = perhaps.length > 0 && period.from <= asOf
    return owedOf(promise, {
      ...common,
      // What may have been one of these is no ground for calling it missed.
      status: isOpen && status === 'missed' ? 'not-found' : status,
      reason: isOpen ? { key: 'promise-perhaps', count: perhaps.length } : reason,
      searched,
      ...(isOpen ? { restsOn: perhaps.flatMap(({ metBy }) => metBy.map(({ id }) => id)) } : {}),
    })
  })
}

/** What is said instead of instances nobody can name: without a beginning, the past; and every second year of an unknown first. */
const notAssessable = (promise: Engagement, rhythm: Reason, periods: Periods, asked: Asked): DutyOwed[] => {
  if (periods.begin === 'uncounted')
    return [
      owedOf(promise, {
        instance: null,
        due: null,
        derivation: { key: 'promise-uncounted', of: rhythm },
        status: 'not-assessable',
      }),
    ]
  if (periods.begin !== 'unknown' || periods.from === null || asked.from >= periods.from) return []
  const until = dayBefore(periods.from)
  return [
    owedOf(promise, {
      instance: 'before',
      due: `../${until}`,
      derivation: { key: 'promise-before', of: rhythm, until },
      status: 'not-assessable',
      computed: false,
    }),
  ]
}

const continuous = (promise: Engagement): DutyOwed =>
  owedOf(promise, {
    instance: null,
    due: null,
    derivation: { key: 'promise-continuous' },
    status: 'undated',
  })

/**
 * The instances of one promise that recurs, as duties owed; empty where it states no rhythm. What is held of a series
 * of every second year tells its years where the source does not say since when.
 */
export const recurringOwed = (promise: Engagement, asked: Asked): DutyOwed[] => {
  const recurrence = readRecurrence(textOf(promise.datum, 'recurrence'))
  if (recurrence === undefined) return []
  if (recurrence === 'continuous') return [continuous(promise)]
  const held = heldOf(promise, asked)
  const stated = beginOf(promise)
  const firstHeld = held.find(({ on }) => on !== null)?.on ?? null
  const expected = expectedPeriods(recurrence, stated, asked)
  const isFirstHeld = (expected.begin === 'uncounted' || expected.begin === 'unknown') && firstHeld !== null
  const periods = isFirstHeld ? expectedPeriods(recurrence, firstHeld, asked) : expected
  const rhythm = rhythmOf(recurrence)
  const begun = (isFirstHeld ? firstHeld : stated)?.split('/')[0] ?? null
  const series: Series = {
    promise,
    rhythm,
    times: timesOf(promise),
    begin: {
      known: periods.begin,
      on: periods.begin === 'later' && periods.from !== null ? periods.from.slice(0, 4) : begun,
      isFirstHeld,
    },
    held,
  }
  return [
    ...notAssessable(promise, rhythm, periods, asked),
    ...periods.periods.flatMap((period) => instancesOf(series, period, asked)),
  ]
}
