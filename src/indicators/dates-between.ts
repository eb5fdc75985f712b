// What comes about by itself as time passes: treaties come into force and cease to bind, reports fall due, deadlines
// pass, meetings are held, a plan's years end. The same for the days behind (what changed) and ahead (what is next).
import type { Db } from '../db/store.ts'
import { isOfBeingBound } from '../duties/bound-dates.ts'
import type { DutyOwed } from '../duties/owed.ts'
import { type DutySet, shippedDuties } from '../duties/rules.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import { dayAfter, lastDay, readDate } from '../facts/edtf.ts'
import { listDatums } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { type MeetingHeld, meetingsOf } from '../parties/meetings.ts'
import { membershipsFor } from '../parties/membership.ts'
import { withConflicts } from '../parties/put-off.ts'
import { actOf } from '../parties/status-event.ts'
import { findTreaty } from '../parties/treaty.ts'
import { listDuties } from './duties-owed.ts'
import { listActorNames } from './evidence-store.ts'
import { treatyTitle } from './names.ts'
import { type HeldPlan, heldPlans, plansStanding } from './plans.ts'

export type DatedKind =
  | 'in-force'
  | 'withdrawn'
  | 'deadline'
  | 'report-due'
  | 'meeting'
  | 'plan-year-ends'
  | 'plan-ends'

export type DatedEvent = {
  kind: DatedKind
  /** The day, or a month or year where nobody says more (EDTF). */
  on: string
  actor: string | null
  /** Name of the actor in English. */
  name: string | null
  /** The treaty or plan it is about. */
  treaty: string | null
  plan: string | null
  /** `<instrument>/<duty>` of what falls due; null for a promise of one State alone. */
  duty: string | null
  /** Of how many actors it falls due; null for what is no duty. */
  states: number | null
  /** For a duty, the article. */
  article: string | null
  /** The title of the treaty, duty, meeting or plan. */
  title: string | null
  place: string | null
  /** When a deadline was stated or granted, as its source dates it; null where the source has no date. */
  statedAsOf: string | null
  /** For a duty, the year its report covers. */
  coversYear: number | null
  datumIds: string[]
  /** A fact it rests on was entered here, not received. */
  entered: boolean
}

export type Span = { after: string; until: string }

const event = (kind: DatedKind, on: string, more: Partial<DatedEvent>): DatedEvent => ({
  kind,
  on,
  actor: null,
  name: null,
  treaty: null,
  plan: null,
  duty: null,
  states: null,
  article: null,
  title: null,
  place: null,
  statedAsOf: null,
  coversYear: null,
  datumIds: [],
  entered: false,
  ...more,
})

/** Whether a date, perhaps vague, falls into the span by the last day it may mean; one that has none never does. */
const isIn = (date: string | null, span: Span): date is string => {
  const day = date === null ? undefined : lastDay(date)
  return day !== undefined && day > span.after && day <= span.until
}

type Named = Datum & { name: string }

const memberships = (acts: readonly Named[], conflicts: readonly Named[], span: Span): DatedEvent[] =>
  [...Map.groupBy(acts, (datum) => String(datum.body.treaty))].flatMap(([treaty, own]) => {
    const events = own.map((datum) => ({
      ...actOf(datum.actor, datum.body),
      name: datum.name,
      datumId: datum.datumId,
      entered: datum.entered,
    }))
    const rules = findTreaty(treaty)
    return membershipsFor(withConflicts(events, rules, conflicts), rules).flatMap((one) => {
      const about = { actor: one.actor, name: one.name, treaty, title: treatyTitle(treaty) }
      const [consent, withdrawal] = [one.events[0], one.events.at(-1)]
      return [
        ...(isIn(one.from, span)
          ? [
              event('in-force', one.from, {
                ...about,
                datumIds: consent === undefined ? [] : [consent.datumId],
                entered: consent?.entered === true,
              }),
            ]
          : []),
        ...(one.from !== null && isIn(one.until, span)
          ? [
              event('withdrawn', one.until, {
                ...about,
                datumIds: withdrawal === undefined ? [] : [withdrawal.datumId],
                entered: withdrawal?.entered === true,
              }),
            ]
          : []),
      ]
    })
  })

const meetings = (held: readonly MeetingHeld[], treaty: string, span: Span): DatedEvent[] =>
  held
    .filter((meeting) => isIn(meeting.when, span))
    .map((meeting) =>
      event('meeting', meeting.when!, {
        treaty,
        title: meeting.title,
        place: meeting.place,
        datumIds: meeting.datumIds,
        entered: meeting.entered,
      }),
    )

/** Up to so many States of which the same falls due on one day are named one by one. */
const mostNamed = 3

/** The year the report covers that fulfils a duty; null where it is fulfilled otherwise. */
const coversYear = ({ duty, due, instance }: DutyOwed, sets: ReadonlyMap<string, DutySet>): number | null => {
  const [instrument = '', id = ''] = duty.split('/')
  const covers = sets.get(instrument)?.duties[id]?.covers
  // A first report covers whatever there is since the party is bound.
  return covers === undefined || due === null || !due.startsWith(instance ?? '')
    ? null
    : Number(due.slice(0, 4)) - 1
}

/** Duties by the day to go by, as the one engine derives them; what is the same for many States is one event. */
const dutiesDue = (owed: readonly DutyOwed[], names: ReadonlyMap<string, string>): DatedEvent[] => {
  const sets = new Map(shippedDuties().map((set) => [set.instrument, set]))
  // Days on which a treaty begins or ceases to bind are events of their own; what nobody knows to be owed is none.
  const due = owed.filter(
    (one) => one.due !== null && one.status !== 'ended' && one.applies === 'yes' && !isOfBeingBound(one),
  )
  return [...Map.groupBy(due, ({ duty, instance, due }) => `${duty}|${instance}|${due}`).values()].flatMap(
    (same) => {
      const set = sets.get(same[0]!.instrument)
      const about = (one: DutyOwed): Partial<DatedEvent> => ({
        treaty: set?.treaty ?? null,
        plan: set === undefined || set.kind === 'treaty' ? null : set.instrument,
        duty: set?.duties[one.duty.slice(one.instrument.length + 1)] === undefined ? null : one.duty,
        article: one.article,
        title: one.title,
        statedAsOf: one.granted.at(-1)?.statedAsOf ?? null,
        coversYear: coversYear(one, sets),
        states: same.length,
      })
      const [first] = same
      const kind = first!.obligation === null ? 'deadline' : 'report-due'
      return same.length > mostNamed
        ? [
            event(kind, first!.due!, {
              ...about(first!),
              statedAsOf: null,
              entered: same.some(({ entered }) => entered === true),
            }),
          ]
        : same.map((one) =>
            event(kind, one.due!, {
              ...about(one),
              states: 1,
              actor: one.actor,
              name: names.get(one.actor) ?? one.actor,
              datumIds: one.datumIds,
              entered: one.entered === true,
            }),
          )
    },
  )
}

const planYears = (plan: HeldPlan, span: Span): DatedEvent[] => {
  const about = { plan: plan.rules.id, title: plan.instrument.title }
  return plan.rules.years.flatMap((year, i) => {
    const kind = i === plan.rules.years.length - 1 ? 'plan-ends' : 'plan-year-ends'
    return isIn(`${year}-12-31`, span) ? [event(kind, `${year}-12-31`, about)] : []
  })
}

/**
 * What comes about after `span.after` up to and with `span.until`, from what is known on `known`; by date. Treaties
 * whose rule on entry into force is not held give only the days their pages state. Duties are those of `listDuties`, as
 * they stand on `known`; with `actor` only those of this one.
 */
export const listDatesBetween = async (
  db: Db,
  span: Span,
  known: string,
  actor?: string,
): Promise<DatedEvent[]> => {
  const names = await listActorNames(db)
  // These days stand in calendars and beside figures: by public facts alone, whoever asks.
  const read = async (kind: string): Promise<Named[]> =>
    knownOn(await listDatums(db, { kind, knownBy: known }), known)
      .filter((datum) => datum.tier === 'public')
      .map((datum) => ({ ...datum, name: names.get(datum.actor) ?? datum.actor }))
  const acts = await read('status-event')
  const held = await read('meeting')
  const treaties = [...new Set(heldPlans().map((plan) => plan.rules.treaty))].filter(
    (treaty) => treaty !== '',
  )
  const today = await todayIn(db)
  const owed = await listDuties(db, {
    from: dayAfter(span.after),
    until: span.until,
    asOf: known < today ? known : today,
    ...(actor === undefined ? {} : { actors: [actor] }),
  })
  return [
    ...memberships(acts, await read('armed-conflict'), span),
    ...dutiesDue(owed, names),
    ...treaties.flatMap((treaty) => meetings(meetingsOf(held, treaty), treaty, span)),
    ...(await plansStanding(db)).flatMap((plan) => planYears(plan, span)),
  ].sort((a, b) =>
    firstDay(a.on) === firstDay(b.on)
      ? (a.name ?? '') < (b.name ?? '')
        ? -1
        : 1
      : firstDay(a.on) < firstDay(b.on)
        ? -1
        : 1,
  )
}

const firstDay = (date: string): string => readDate(date)?.from ?? date
