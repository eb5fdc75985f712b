// The events a duty's date is counted from, found among facts: when each was, or what has to be known first.
import { readDate } from '../facts/edtf.ts'
import { compareDates } from '../facts/precision.ts'
import type { MeetingHeld } from '../parties/meetings.ts'
import type { FactTrigger, Trigger } from '../rules/duty-form.ts'
import { type Fact, type FactBase, firstNameOf } from '../rules/facts.ts'
import { fieldOf, type Scope } from '../rules/scope.ts'
import { compileWhere } from '../rules/where.ts'
import type { Reason } from '../words/reason.ts'
import type { Bound } from './bound.ts'
import type { DatedDuty } from './dated.ts'
import { lastMeetingBefore, type Meetings, meetingsIn, nextMeetingAfter } from './meetings.ts'

/** One event. Without a date (`on`, EDTF) `waitsFor` says what is not known yet. */
export type Occurrence = {
  on: string | null
  /** The day of what set it going, of which `on` may be the consequence; null where nothing of the actor's did. */
  since: string | null
  waitsFor: Reason | null
  /** What happened, to begin the derivation with. */
  said: Reason[]
  /** Its name, where its exact day is waited for. */
  of: Reason
  /** Which of several. */
  instance: string | null
  record: Fact | null
  otherwise: { on: string; datumId: string }[]
  datumIds: string[]
}

/** What finding events needs; made once for a set of duties and a base. */
export type Events = {
  asOf: string
  meetings: Meetings
  /** The actor's facts that match, in an order of their own. */
  matching: (trigger: FactTrigger, actor: string) => readonly Fact[]
  /** The dates of another duty, by its id, for the same actor in the same time of being bound. */
  datesOf: (duty: string, bound: Bound) => readonly DatedDuty[]
  /** Whether it is certain that an instance was not met. */
  isUnmet: (dated: DatedDuty) => boolean
}

const textIn = (fact: Fact, field: string | undefined): string | null => {
  const value = field === undefined ? (fact.heldEdtf ?? fact.heldFrom) : fact.fields[field]
  return typeof value === 'string' && readDate(value) !== undefined ? value : null
}

/** The matching facts of an actor; each `where` is compiled once. */
export const matchingIn = (base: FactBase, asOf: string): Events['matching'] => {
  const year = Number(asOf.slice(0, 4))
  const scope: Scope = { base, year, asOf, meeting: undefined, let: {}, obligation: '' }
  const compiled = new Map<FactTrigger, (fact: Fact) => boolean>()
  return (trigger, actor) => {
    let test = compiled.get(trigger)
    if (test === undefined) {
      const where = compileWhere(scope, trigger.where ?? {})
      // What is known of an event stands from its day on; a state tells when it began.
      test = (fact) =>
        (fact.heldFrom === null || fact.heldFrom <= asOf) &&
        fact.replacedOn == null &&
        where?.(fact) === true &&
        (trigger.on === undefined ||
          fieldOf(scope, fact, trigger.on) !== undefined ||
          !hasField(fact, trigger.on))
      compiled.set(trigger, test)
    }
    const facts = base.facts(trigger.fact).get(actor)
    return facts === undefined ? [] : facts.filter(test).sort(byDayThenId(trigger.on))
  }
}

/** A date that has not happened yet reads as absent: such an event is none yet; one without the date waits for it. */
const hasField = (fact: Fact, field: string): boolean => fact.fields[field] != null

const byDayThenId =
  (field: string | undefined) =>
  (a: Fact, b: Fact): number => {
    const [left, right] = [textIn(a, field) ?? '', textIn(b, field) ?? '']
    return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1
  }

const nothing = {
  ...{ record: null, instance: null, otherwise: [], datumIds: [], said: [] },
  ...{ on: null, since: null, waitsFor: null },
}

const ofMeeting = (meeting: MeetingHeld, meetings: Meetings, instance: string | null): Occurrence => ({
  ...nothing,
  on: meeting.when,
  waitsFor: meeting.when === null ? { key: 'duty-awaits-meeting', meetingName: meeting.code } : null,
  said: meeting.when === null ? [] : [{ key: 'duty-meeting', meetingName: meeting.code, on: meeting.when }],
  of: { key: 'duty-the-meeting', meetingName: meeting.code },
  instance,
  otherwise: meetings.otherwise(meeting),
  datumIds: meeting.datumIds,
})

const ofFact = (fact: Fact, { fact: kind, on: field }: FactTrigger): Occurrence => {
  const on = textIn(fact, field)
  const of: Reason = { key: 'record', kind }
  return {
    ...nothing,
    ...{ on, since: on },
    waitsFor: on === null ? { key: 'duty-awaits-record', of } : null,
    said:
      on === null
        ? []
        : [field === undefined ? { key: 'duty-event-on', kind, on } : { key: 'duty-event', kind, field, on }],
    of,
    instance: firstNameOf(fact),
    record: fact,
    datumIds: [fact.id],
  }
}

const ofForce = (bound: Bound, asOf: string): Occurrence => ({
  ...nothing,
  ...{ on: bound.from, since: bound.from },
  waitsFor: bound.from === null ? { key: 'duty-awaits-force' } : null,
  said:
    bound.from === null ? [] : [{ key: bound.from <= asOf ? 'duty-entered' : 'duty-enters', on: bound.from }],
  of: { key: 'duty-awaits-force' },
  datumIds: bound.datumIds,
})

/** The date of another duty, and what it waits for where it has none. */
const ofDuty = ({ owed, record }: DatedDuty, place: string): Occurrence => ({
  ...nothing,
  on: owed.due,
  waitsFor: owed.waitsFor,
  said: owed.due === null ? [] : [owed.derivation],
  of: { key: 'duty-the-duty', place },
  instance: owed.instance,
  record,
  datumIds: owed.datumIds,
})

/**
 * What is asked for one cycle: the first report of a new party and the update of the same year are one year's. Each
 * instance of what is not yearly is a cycle of its own.
 */
const cyclesOf = (dates: readonly DatedDuty[]): DatedDuty[][] => {
  const dated = dates.filter(({ owed }) => owed.due !== null)
  const groups = Map.groupBy(dated, (one) => (one.rule.due === undefined ? one.owed.key : one.year))
  return [...groups.values()]
}

/**
 * The Nth cycle in a row of which certainly nothing was met: once in a row of them, however long it grows. A cycle is over
 * when the last of its days is past. Only those whose last day is asked about (`isWanted`) are looked at, with the cycles
 * before them.
 */
const unmetRuns = (
  dates: readonly DatedDuty[],
  times: number,
  { asOf, isUnmet }: Events,
  isWanted: (on: string) => boolean,
): Occurrence[] => {
  const past = cyclesOf(dates).filter((cycle) =>
    cycle.every(({ owed }) => compareDates(owed.due!, asOf) === 'before'),
  )
  const known = new Map<number, boolean>()
  const isOpen = (i: number): boolean => {
    let open = known.get(i)
    if (open === undefined) {
      open = i >= 0 && past[i]!.every(isUnmet)
      known.set(i, open)
    }
    return open
  }
  return past.flatMap((cycle, i): Occurrence[] => {
    const { owed, rule } = cycle.at(-1)!
    const on = owed.due!
    if (!isWanted(on)) return []
    const run = Array.from({ length: times }, (_, back) => i - back)
    if (!run.every(isOpen) || isOpen(i - times)) return []
    const place = rule.article
    return [
      {
        ...nothing,
        on,
        said: [{ key: 'duty-unmet', place, count: times, length: times, on }],
        of: { key: 'duty-the-duty', place },
        instance: owed.instance,
        datumIds: [...new Set(run.flatMap((one) => past[one]!.flatMap((dated) => dated.owed.datumIds)))],
      },
    ]
  })
}

/**
 * The events of `trigger` for one actor in one time of being bound, oldest first. `isWanted` tells whether an event on a
 * day matters; what takes work to find is looked for only there.
 */
export const eventsOf = (
  trigger: Trigger,
  bound: Bound,
  events: Events,
  isWanted: (on: string) => boolean,
): Occurrence[] => {
  const { meetings, asOf } = events
  if (trigger === 'entry-into-force') return [ofForce(bound, asOf)]
  if ('fact' in trigger) return events.matching(trigger, bound.actor).map((fact) => ofFact(fact, trigger))
  if ('meeting' in trigger) {
    const meeting = meetings.find(trigger.meeting)
    if (meeting !== undefined) return [ofMeeting(meeting, meetings, null)]
    const name = { meetingName: trigger.meeting }
    return [
      {
        ...nothing,
        waitsFor: { key: 'duty-awaits-meeting', ...name },
        of: { key: 'duty-the-meeting', ...name },
      },
    ]
  }
  if ('eachMeeting' in trigger)
    return meetingsIn(meetings, trigger.eachMeeting).map((one) => ofMeeting(one, meetings, one.code))
  if ('nextMeeting' in trigger)
    return events.matching(trigger.after, bound.actor).map((fact) => {
      const first = ofFact(fact, trigger.after)
      if (first.on === null) return first
      const meeting = nextMeetingAfter(meetings, trigger.nextMeeting, first.on)
      const { said, since, instance, record } = first
      if (meeting === undefined) {
        const waitsFor: Reason = { key: 'duty-awaits-next', seriesNames: trigger.nextMeeting, on: first.on }
        return { ...nothing, waitsFor, of: waitsFor, since, said, instance, record, datumIds: first.datumIds }
      }
      const then = ofMeeting(meeting, meetings, instance)
      const datumIds = [...first.datumIds, ...then.datumIds]
      return { ...then, since, said: [...said, ...then.said], record, datumIds }
    })
  if ('lastMeeting' in trigger)
    return events.datesOf(trigger.before.duty, bound).map((dated) => {
      const date = ofDuty(dated, dated.rule.article)
      if (date.on === null) return date
      const meeting = lastMeetingBefore(meetings, trigger.lastMeeting, date.on)
      const said: Reason[] = [{ key: 'duty-other', place: dated.rule.article, on: date.on }]
      const { instance, record } = date
      if (meeting === undefined) {
        const waitsFor: Reason = { key: 'duty-awaits-last', seriesNames: trigger.lastMeeting, on: date.on }
        return { ...nothing, waitsFor, of: waitsFor, said, instance, record, datumIds: date.datumIds }
      }
      const then = ofMeeting(meeting, meetings, instance)
      const datumIds = [...new Set([...date.datumIds, ...then.datumIds])]
      return { ...then, said: [...said, ...then.said], record, datumIds }
    })
  if ('unmet' in trigger)
    return unmetRuns(events.datesOf(trigger.unmet, bound), trigger.times, events, isWanted)
  return events.datesOf(trigger.duty, bound).map((dated) => ofDuty(dated, dated.rule.article))
}
