// Who owes what by when: the duties of one instrument, for each actor bound by it, with the date that rules give and the
// dates granted since. Pure over the fact base, and linear in actors and years.
import { readDate } from '../facts/edtf.ts'
import { compareDates, precisionOf } from '../facts/precision.ts'
import { expectedPeriods, readRecurrence } from '../facts/recurrence.ts'
import type { Duty, Trigger } from '../rules/duty-form.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import { type Bound, boundByOwn, boundsUnder } from './bound.ts'
import { boundRules, type Derived, entryOf, withdrawalOf } from './bound-dates.ts'
import type { DatedDuty } from './dated.ts'
import { type Chain, chainOf } from './granted.ts'
import { meetingsUnder } from './meetings.ts'
import { lengthOf, movedBy, yearlyDay } from './offset.ts'
import type { DutySet } from './rules.ts'
import { type Events, eventsOf, matchingIn, type Occurrence } from './trigger.ts'

export type DutiesAsked = {
  /** Actor ids; everyone bound where it is absent. */
  actors?: readonly string[] | undefined
  /** First and last day, both included. Duties without a date come where `asOf` lies between them. */
  from: string
  until: string
  asOf: string
  /** Whether it is certain that an instance was not met; without it no duty begins with what was not done. */
  isUnmet?: ((dated: DatedDuty) => boolean) | undefined
}

type Span = { from: string; until: string }

/** What deriving needs of a set and a base, made once. */
type Deriving = {
  set: DutySet
  asOf: string
  events: Events
  /** Extensions and stated deadlines of an actor under the treaty. */
  deadlinesOf: (actor: string) => readonly Fact[]
}

const always: Span = { from: '0001-01-01', until: '9998-12-31' }

const isIn = (date: string, { from, until }: Span): boolean =>
  compareDates(date, from) !== 'before' && compareDates(date, until) !== 'after'

const hasBegun = (date: string, from: string | null): boolean =>
  from === null || compareDates(date, from) !== 'before'

const isOver = (date: string, until: string | null): boolean =>
  until !== null && ['after', 'same'].includes(compareDates(date, until))

/** First day no longer bound, or from which nobody can say that it still is. */
const endOf = ({ until, unknownFrom, from }: Bound): string | null =>
  until ?? (from === null ? null : unknownFrom)

const firstDayOf = (date: string): string | null => readDate(date)?.from ?? null

const datedDuty = (
  { set, asOf }: Pick<Deriving, 'set' | 'asOf'>,
  bound: Bound,
  rule: Duty,
  derived: Derived & { instance: string | null; record: Fact | null; begins: string | null; nth?: number },
): DatedDuty => {
  const { instance: own, record, begins, nth, ...dates } = derived
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
    year: Number((dates.due === null ? asOf : (firstDayOf(dates.due) ?? asOf)).slice(0, 4)),
    begins,
    ...(nth === undefined ? {} : { nth }),
    endedOn: endOf(bound),
  }
}

type Moved = { on: string; said: Reason } | { waitsFor: Reason }

/** The day that follows from an event; what to wait for where the event is not known exactly enough. */
const follow = (rule: Duty, occurrence: Occurrence & { on: string }): Moved => {
  const first = rule.first!
  const { article: place } = rule
  if (first.at !== undefined) return { on: occurrence.on, said: { key: 'duty-at', place, by: occurrence.on } }
  const span = [lengthOf(first)]
  const on = movedBy(occurrence.on, first, first.after === undefined ? -1 : 1)
  if (on === undefined)
    return { waitsFor: { key: 'duty-awaits-day', of: occurrence.of, on: occurrence.on, span } }
  return { on, said: { key: first.after === undefined ? 'duty-before' : 'duty-after', place, span, by: on } }
}

const triggerOf = (rule: Duty): Trigger | undefined =>
  rule.first === undefined ? undefined : (rule.first.after ?? rule.first.before ?? rule.first.at)

/** Whether deadlines that sources hold by article are about this duty: one owed once, that can have a later date. */
const hasChain = ({ first, due, extendable }: Duty): boolean =>
  first !== undefined && due === undefined && (first.after === 'entry-into-force' || extendable === true)

const noChain: Chain = { granted: [], inForce: null, otherwise: [], said: [], datumIds: [] }

/** What other opening days of a meeting, as sources give them, would make of the date. */
const otherwiseOf = (rule: Duty, { otherwise }: Occurrence): Derived['otherwise'] =>
  otherwise.flatMap(({ on, datumId }) => {
    const moved =
      rule.first?.at !== undefined ? on : movedBy(on, rule.first!, rule.first!.after === undefined ? -1 : 1)
    return moved === undefined ? [] : [{ on: moved, datumId }]
  })

const waiting = (occurrence: Occurrence, waitsFor: Reason, chain: Chain): Derived => ({
  due: chain.inForce,
  computed: null,
  granted: chain.granted,
  otherwise: chain.otherwise,
  derivation: joinReasons([...occurrence.said, { key: 'duty-waits', of: waitsFor }, ...chain.said]),
  // A date that was granted is one, though the rule gives none.
  waitsFor: chain.inForce === null ? waitsFor : null,
  datumIds: [...occurrence.datumIds, ...chain.datumIds],
})

/** The one date that follows from an event, with what was granted since. */
const onceFrom = (deriving: Deriving, bound: Bound, rule: Duty, occurrence: Occurrence): Derived => {
  const chained = (computed: string | null) =>
    hasChain(rule) ? chainOf(deriving.deadlinesOf(bound.actor), rule.article, computed) : noChain
  const { on, waitsFor } = occurrence
  if (on === null) return waiting(occurrence, waitsFor!, chained(null))
  const moved = follow(rule, { ...occurrence, on })
  if ('waitsFor' in moved) return waiting(occurrence, moved.waitsFor, chained(null))
  const chain = chained(moved.on)
  const computed = joinReasons([...occurrence.said, moved.said])
  return {
    due: chain.inForce ?? moved.on,
    computed: { on: moved.on, derivation: computed },
    granted: chain.granted,
    otherwise: [...chain.otherwise, ...(chain.inForce === null ? otherwiseOf(rule, occurrence) : [])],
    derivation: joinReasons([computed, ...chain.said]),
    waitsFor: null,
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

/** Whether one who is bound owes what begins with this event: it happened, and falls due, while it is bound. */
const binds = (bound: Bound, trigger: Trigger, on: string | null, due: string | null): boolean => {
  const end = endOf(bound)
  const isFact = typeof trigger === 'object' && 'fact' in trigger
  const isAfterEvent =
    trigger === 'entry-into-force' || isFact || (typeof trigger === 'object' && 'duty' in trigger)
  if (isFact && on !== null && (!hasBegun(on, bound.from) || isOver(on, end))) return false
  if (due === null) return true
  // What the event had begun before it left ends with its leaving, and is shown so; a meeting after it asks nothing.
  return hasBegun(due, bound.from) && (isAfterEvent || !isOver(due, end))
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

const undatedOf = (rule: Duty, bound: Bound): Derived => ({
  ...{ due: null, computed: null, granted: [], otherwise: [], waitsFor: null, datumIds: bound.datumIds },
  derivation: { key: 'duty-undated', place: rule.article, meaning: rule.undated ?? '' },
})

/** All dates of one duty for one time of being bound; those without a date too. */
const datesOf = (deriving: Deriving, bound: Bound, rule: Duty, span: Span): DatedDuty[] => {
  const { set, events } = deriving
  if (rule.undated !== undefined)
    return [
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
  return eventsOf(trigger, bound, events).flatMap((occurrence) => {
    const derived = onceFrom(deriving, bound, rule, occurrence)
    const { due } = derived
    if (!binds(bound, trigger, occurrence.on, due) || !isInPeriod(period, occurrence.on, due)) return []
    const { record, instance, said } = occurrence
    const begins =
      trigger === 'entry-into-force' || 'fact' in Object(trigger) ? firstDayOf(occurrence.on ?? '') : null
    if (rule.due === undefined || due === null)
      return [datedDuty(deriving, bound, rule, { ...derived, record, instance, begins })]
    const first = readDate(due)!.from!
    // A first day that is not a yearly one is a date of its own.
    const isOwn = due !== yearlyDay(rule.due, Number(first.slice(0, 4)))
    const own = isOwn
      ? [
          datedDuty(deriving, bound, rule, {
            ...{ ...derived, record, begins },
            instance: instance === null ? 'first' : `${instance}-first`,
          }),
        ]
      : []
    const given = { first, said, instance, record, datumIds: derived.datumIds }
    return [
      ...own.filter((dated) => !isOver(dated.owed.due!, endOf(bound))),
      ...yearlyAfter(deriving, bound, rule, given, span),
    ].filter(within)
  })
}

/** Whether a duty is asked about: its date lies in the span, or it has none and the as-of day does. */
const isAsked = (dated: DatedDuty, { from, until, asOf }: DutiesAsked): boolean => {
  const { due } = dated.owed
  if (due !== null) return isIn(due, { from, until })
  // Whoever left owes nothing that has no date.
  const isBound = dated.endedOn === null || dated.endedOn > asOf
  return isBound && from <= asOf && asOf <= until
}

/** Entry into force and withdrawal: days that come by themselves, and set others going. */
const boundDates = (deriving: Deriving, bound: Bound): DatedDuty[] => {
  const { treaty } = deriving.set
  if (treaty === null || deriving.set.kind !== 'treaty' || deriving.set.law === null) return []
  const rules = boundRules(deriving.set.law)
  const of = (rule: Duty, derived: Derived, begins: string | null): DatedDuty => ({
    ...datedDuty(deriving, bound, rule, { ...derived, ...{ instance: null, record: null, begins } }),
    comesByItself: true,
    endedOn: null,
  })
  const withdrawal = withdrawalOf(deriving.set.law, bound)
  return [
    of(rules['entry-into-force'], entryOf(deriving.set.law, bound), null),
    ...(withdrawal === undefined ? [] : [of(rules.withdrawal, withdrawal, null)]),
  ]
}

const isBefore = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Every duty of a set that falls into the span asked about, for everyone it binds, by actor and in the order of the
 * file: treaty duties for those bound by the treaty, a plan's for its own parties or the treaty's, for the time of the
 * plan. Dates are days or less exact (EDTF). Nobody owes anything that falls due before it is bound; what falls due
 * after it has left ends with its leaving (`endedOn`). The order of facts does not matter.
 */
export const deriveDuties = (set: DutySet, base: FactBase, asked: DutiesAsked): DatedDuty[] => {
  const { asOf, isUnmet = () => false } = asked
  const law = set.law
  const deadlines = ['extension-granted', 'deadline'].map((kind) => base.facts(kind))
  const held = new Map<string, readonly Fact[]>()
  const deadlinesOf = (actor: string): readonly Fact[] => {
    let facts = held.get(actor)
    if (facts === undefined) {
      facts = deadlines
        .flatMap((byActor) => byActor.get(actor) ?? [])
        .filter(
          (fact) => (fact.heldFrom === null || fact.heldFrom <= asOf) && fact.fields.treaty === set.treaty,
        )
      held.set(actor, facts)
    }
    return facts
  }
  const known = new Map<string, DatedDuty[]>()
  const events: Events = {
    asOf,
    meetings: meetingsUnder(base, set.treaty),
    matching: matchingIn(base, asOf),
    isUnmet,
    // Duties name each other, never in a circle (rules.ts): each is derived once for a time of being bound.
    datesOf: (duty, bound) => {
      const key = `${duty}|${bound.actor}|${bound.index}`
      let dates = known.get(key)
      if (dates === undefined) {
        const own = set.duties[duty]
        const rule = own ?? law?.duties[duty]
        const under: Deriving =
          own !== undefined || set.treatySet === null ? deriving : { ...deriving, set: set.treatySet }
        dates =
          rule === undefined
            ? []
            : datesOf(under, bound, rule, { ...always, until: asOf > asked.until ? asOf : asked.until })
        known.set(key, dates)
      }
      return dates
    },
  }
  const deriving: Deriving = { set, asOf, events, deadlinesOf }
  const everyone = set.parties ?? (law === null ? [] : [...base.memberships(law.id).keys()].sort(isBefore))
  const wanted = asked.actors === undefined ? undefined : new Set(asked.actors)
  const rules = Object.values(set.duties)
  const span = { from: asked.from, until: asked.until }
  return everyone
    .filter((actor) => wanted === undefined || wanted.has(actor))
    .flatMap((actor) => {
      const bounds =
        set.parties !== null && set.period !== null
          ? [boundByOwn(actor, set.period)]
          : law === null
            ? []
            : boundsUnder(base, law, actor)
      return bounds.flatMap((bound) => [
        ...boundDates(deriving, bound),
        ...rules.flatMap((rule) => datesOf(deriving, bound, rule, span)),
      ])
    })
    .filter((dated) => isAsked(dated, asked))
}
