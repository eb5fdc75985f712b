// The dates of one duty for one actor: what follows from each event, with what was granted since; each year's day; the
// periods of what recurs; and the duty itself where the text sets no day.
import { readDate } from '../facts/edtf.ts'
import { compareDates, precisionOf } from '../facts/precision.ts'
import { expectedPeriods, readRecurrence } from '../facts/recurrence.ts'
import type { Duty, Trigger } from '../rules/duty-form.ts'
import type { Fact } from '../rules/facts.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import type { Bound } from './bound.ts'
import type { Derived } from './bound-dates.ts'
import type { DatedDuty } from './dated.ts'
import { type Chain, chainOf } from './granted.ts'
import { lengthOf, movedBy, yearlyDay } from './offset.ts'
import type { DutySet } from './rules.ts'
import { isDeadlineOf } from './times.ts'
import { type Events, eventsOf, type Occurrence } from './trigger.ts'

/** First and last day, both included. */
export type Span = { from: string; until: string }

/** What deriving needs of a set and a base, made once. */
export type Deriving = {
  set: DutySet
  asOf: string
  events: Events
  /** Extensions and stated deadlines of an actor under the treaty. */
  deadlinesOf: (actor: string) => readonly Fact[]
}

/** Every day there is. */
export const always: Span = { from: '0001-01-01', until: '9998-12-31' }

/** Whether a date lies in a span, or may do so. */
export const isIn = (date: string, { from, until }: Span): boolean =>
  compareDates(date, from) !== 'before' && compareDates(date, until) !== 'after'

const hasBegun = (date: string, from: string | null): boolean =>
  from === null || compareDates(date, from) !== 'before'

const isOver = (date: string, until: string | null): boolean =>
  until !== null && ['after', 'same'].includes(compareDates(date, until))

/** First day no longer bound, or from which nobody can say that it still is. */
const endOf = ({ until, unknownFrom, from }: Bound): string | null =>
  until ?? (from === null ? null : unknownFrom)

const firstDayOf = (date: string): string | null => readDate(date)?.from ?? null

/** A date as a duty of whoever is bound, under its stable key. */
export const datedDuty = (
  { set, asOf }: Pick<Deriving, 'set' | 'asOf'>,
  bound: Bound,
  rule: Duty,
  derived: Derived & {
    instance: string | null
    record: Fact | null
    begins: string | null
    nth?: number
    isFirst?: boolean
    /** Of the meeting it belongs to. */
    year?: number | undefined
  },
): DatedDuty => {
  const { instance: own, record, begins, nth, isFirst = false, year, ...dates } = derived
  // A second time of being bound makes duties of its own.
  const again = bound.index === 0 ? null : `again-${bound.from ?? bound.index}`
  const instance = own === null ? again : again === null ? own : `${own}-${again}`
  const { id, title, article, words, source, note, responsible, obligation } = rule
  return {
    owed: {
      key: [set.instrument, id, bound.actor, ...(instance === null ? [] : [instance])].join('/'),
      actor: bound.actor,
      instrument: set.instrument,
      duty: `${set.instrument}/${id}`,
      ...{ title, article, words, language: set.language },
      source: { title: set.sourceTitle, address: set.address, place: source },
      note: note ?? null,
      responsible: responsible ?? null,
      obligation: obligation ?? null,
      instance,
      precision: dates.due === null ? null : precisionOf(dates.due),
      ...dates,
      datumIds: [...new Set(dates.datumIds)],
    },
    rule,
    record,
    year: year ?? Number((dates.due === null ? asOf : (firstDayOf(dates.due) ?? asOf)).slice(0, 4)),
    begins,
    ...(isFirst ? { isFirst } : {}),
    ...(nth === undefined ? {} : { nth }),
    endedOn: endOf(bound),
    ...(bound.since === null && bound.before === null
      ? {}
      : { time: { since: bound.since, before: bound.before } }),
  }
}

/** Where a day stands that no text sets. */
const practicePlace = 'practice'

type Moved = { on: string; said: Reason } | { waitsFor: Reason }

/** The date that follows from an event on a day; undefined where it cannot be counted. */
const movedFrom = ({ first }: Duty, on: string): string | undefined =>
  first!.at === undefined ? movedBy(on, first!, first!.after === undefined ? -1 : 1) : on

/** The day that follows from an event; what to wait for where the event is not known exactly enough. */
const follow = (rule: Duty, { on: event, of }: Occurrence & { on: string }): Moved => {
  const first = rule.first!
  const place = rule.practice === true ? practicePlace : rule.article
  const on = movedFrom(rule, event)
  if (on === undefined)
    return { waitsFor: { key: 'duty-awaits-day', of, on: event, span: [lengthOf(first)] } }
  if (first.at !== undefined) return { on, said: { key: 'duty-at', place, by: on } }
  const key = first.after === undefined ? 'duty-before' : 'duty-after'
  return { on, said: { key, place, span: [lengthOf(first)], by: on } }
}

const triggerOf = (rule: Duty): Trigger | undefined =>
  rule.first === undefined ? undefined : (rule.first.after ?? rule.first.before ?? rule.first.at)

/** Whether deadlines that sources hold by article are about this duty: one owed once, that can have a later date. */
const hasChain = ({ first, due, extendable }: Duty): boolean =>
  first !== undefined && due === undefined && (first.after === 'entry-into-force' || extendable === true)

const noChain: Chain = { granted: [], inForce: null, isOpen: false, otherwise: [], said: [], datumIds: [] }

/** What other opening days of a meeting, as sources give them, would make of the date. */
const otherwiseOf = (rule: Duty, { otherwise }: Occurrence): Derived['otherwise'] =>
  otherwise.flatMap(({ on, datumId }) => {
    const moved = movedFrom(rule, on)
    return moved === undefined ? [] : [{ on: moved, datumId }]
  })

const waiting = (occurrence: Occurrence, waitsFor: Reason, chain: Chain): Derived => ({
  due: chain.isOpen ? null : chain.inForce,
  computed: null,
  granted: chain.granted,
  otherwise: chain.otherwise,
  derivation: joinReasons([...occurrence.said, { key: 'duty-waits', of: waitsFor }, ...chain.said]),
  // A date that was granted is one, though the rule gives none.
  waitsFor: chain.isOpen ? { key: 'duty-awaits-extension' } : chain.inForce === null ? waitsFor : null,
  datumIds: [...occurrence.datumIds, ...chain.datumIds],
})

/** The one date that follows from an event, with what was granted since. */
const onceFrom = (deriving: Deriving, bound: Bound, rule: Duty, occurrence: Occurrence): Derived => {
  const deadlines = deriving.deadlinesOf(bound.actor).filter((fact) => isDeadlineOf(fact, bound))
  const chained = (computed: string | null) =>
    hasChain(rule) ? chainOf(deadlines, rule.article, computed) : noChain
  const { on, waitsFor } = occurrence
  if (on === null) return waiting(occurrence, waitsFor!, chained(null))
  const moved = follow(rule, { ...occurrence, on })
  if ('waitsFor' in moved) return waiting(occurrence, moved.waitsFor, chained(null))
  const chain = chained(moved.on)
  const computed = joinReasons([...occurrence.said, moved.said])
  return {
    due: chain.isOpen ? null : (chain.inForce ?? moved.on),
    computed: { on: moved.on, derivation: computed },
    granted: chain.granted,
    otherwise: [...chain.otherwise, ...(chain.inForce === null ? otherwiseOf(rule, occurrence) : [])],
    derivation: joinReasons([computed, ...chain.said]),
    waitsFor: chain.isOpen ? { key: 'duty-awaits-extension' } : null,
    datumIds: [...occurrence.datumIds, ...chain.datumIds],
  }
}

const yearlySaid = ({ article: place, covers }: Duty, by: string, year: number): Reason =>
  covers === undefined
    ? { key: 'duty-yearly', place, by }
    : { key: 'duty-yearly-covering', place, year: year - 1, by }

/** The yearly days after `first`, within the span and before the end. */
const yearlyAfter = (
  deriving: Deriving,
  bound: Bound,
  rule: Duty,
  given: { first: string; said: Reason[]; instance: string | null; record: Fact | null; datumIds: string[] },
  span: Span,
): DatedDuty[] => {
  const end = endOf(bound)
  const [begin, last] = [
    given.first > span.from ? given.first : span.from,
    end !== null && end < span.until ? end : span.until,
  ]
  const dates: DatedDuty[] = []
  for (let year = Number(begin.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const on = yearlyDay(rule.due!, year)
    if (on < given.first || !isIn(on, span) || isOver(on, end)) continue
    const derivation = joinReasons([...given.said, yearlySaid(rule, on, year)])
    dates.push(
      datedDuty(deriving, bound, rule, {
        ...{ due: on, computed: { on, derivation }, granted: [], otherwise: [], derivation },
        ...{ waitsFor: null, datumIds: given.datumIds, record: given.record, begins: `${year}-01-01` },
        instance: given.instance === null ? String(year) : `${given.instance}-${year}`,
      }),
    )
  }
  return dates
}

/** One day for each period of a rule of recurrence: its last. */
const recurringIn = (deriving: Deriving, bound: Bound, rule: Duty, span: Span): DatedDuty[] => {
  const { rule: text, from, times = 1 } = rule.recurs!
  const recurrence = readRecurrence(text)
  if (recurrence === undefined || recurrence === 'continuous') return []
  const begin = from ?? bound.from
  const { periods } = expectedPeriods(recurrence, begin, { ...span, asOf: deriving.asOf })
  const end = endOf(bound)
  return periods
    .filter(({ lastDay }) => isIn(lastDay, span) && hasBegun(lastDay, bound.from) && !isOver(lastDay, end))
    .flatMap((period) =>
      Array.from({ length: times }, (_, i) => {
        const derivation: Reason = { key: 'duty-recurring', place: rule.article, by: period.lastDay }
        return datedDuty(deriving, bound, rule, {
          ...{ due: period.lastDay, computed: { on: period.lastDay, derivation }, derivation },
          ...{ granted: [], otherwise: [], waitsFor: null, datumIds: bound.datumIds, record: null },
          begins: period.from,
          instance: i === 0 ? period.due : `${period.due}-${i + 1}`,
          nth: i + 1,
        })
      }),
    )
}

/** Whether one who is bound owes what an event begins: it happened, and falls due, while it is bound. */
const binds = (bound: Bound, trigger: Trigger, { since }: Occurrence, due: string | null): boolean => {
  const end = endOf(bound)
  // Of one whose entry into force nobody tells only that can be said.
  if (bound.from === null) return trigger === 'entry-into-force'
  if (since !== null && (!hasBegun(since, bound.from) || isOver(since, end))) return false
  if (due === null) return true
  // What had begun before it left ends with its leaving, and is shown so; a meeting after it asks nothing.
  const isBegun = since !== null || (typeof trigger === 'object' && 'duty' in trigger)
  return hasBegun(due, bound.from) && (isBegun || !isOver(due, end))
}

/** Whether an event and the day that follows from it touch the time of a plan. */
const isInPeriod = (period: DutySet['period'], on: string | null, due: string | null): boolean => {
  if (period === null) return true
  const dates = [on, due].filter((date) => date !== null)
  return (
    dates.length === 0 ||
    (dates.some((date) => compareDates(date, period.from) !== 'before') &&
      dates.some((date) => compareDates(date, period.until) === 'before'))
  )
}

/** The year of the meeting a duty belongs to: what is paid three months before a meeting of February is of its year. */
const yearOfMeeting = (trigger: Trigger, { on }: Occurrence): number | undefined =>
  on !== null && typeof trigger === 'object' && ('eachMeeting' in trigger || 'meeting' in trigger)
    ? Number(on.slice(0, 4))
    : undefined

const undatedOf = (rule: Duty, bound: Bound): Derived => ({
  ...{ due: null, computed: null, granted: [], otherwise: [], waitsFor: null, datumIds: bound.datumIds },
  derivation: { key: 'duty-undated', place: rule.article, meaning: rule.undated ?? '' },
})

/** All dates of one duty for one time of being bound; those without a date too. */
export const datesOf = (deriving: Deriving, bound: Bound, rule: Duty, span: Span): DatedDuty[] => {
  const { set, events } = deriving
  if (rule.undated !== undefined)
    return bound.from === null
      ? []
      : [
          datedDuty(deriving, bound, rule, {
            ...undatedOf(rule, bound),
            ...{ instance: null, record: null, begins: bound.from },
          }),
        ]
  const period = set.period
  const within = (dated: DatedDuty) => isInPeriod(period, dated.owed.due, dated.owed.due)
  if (rule.recurs !== undefined) return recurringIn(deriving, bound, rule, span).filter(within)
  const trigger = triggerOf(rule)
  if (trigger === undefined) {
    const { from, datumIds } = bound
    if (from === null) return []
    const given = { first: from, said: [], instance: null, record: null, datumIds }
    return yearlyAfter(deriving, bound, rule, given, span).filter(within)
  }
  const isWanted = (on: string): boolean => {
    const due = movedFrom(rule, on) ?? null
    return isInPeriod(period, on, due) && (due === null || isIn(due, span))
  }
  return eventsOf(trigger, bound, events, isWanted).flatMap((occurrence) => {
    const derived = onceFrom(deriving, bound, rule, occurrence)
    const { due } = derived
    if (!binds(bound, trigger, occurrence, due) || !isInPeriod(period, occurrence.on, due)) return []
    const { record, instance, said, since } = occurrence
    const begins = since === null ? null : firstDayOf(since)
    const of = { ...derived, record, begins, isFirst: true }
    const year = yearOfMeeting(trigger, occurrence)
    // What belongs to a meeting can be met from the beginning of the year in which it falls due.
    const isEarlier = year !== undefined && due !== null && Number(due.slice(0, 4)) < year
    if (rule.due === undefined || due === null)
      return [
        datedDuty(deriving, bound, rule, {
          ...{ ...of, instance, year },
          ...(isEarlier ? { begins: `${due.slice(0, 4)}-01-01` } : {}),
        }),
      ]
    // A first day that is the yearly day of its year takes the place of it.
    const own = datedDuty(deriving, bound, rule, {
      ...of,
      instance: instance === null ? 'first' : `${instance}-first`,
    })
    const first = readDate(due)!.from!
    const given = { first, said, instance, record, datumIds: derived.datumIds }
    return [
      ...[own].filter((dated) => !isOver(dated.owed.due!, endOf(bound))),
      ...yearlyAfter(deriving, bound, rule, given, span).filter((dated) => dated.owed.due !== due),
    ].filter(within)
  })
}
