// What comes about by itself as time passes: treaties come into force and cease to bind, reports fall due, deadlines
// pass, meetings are held, a plan's years end. The same for the days behind (what changed) and ahead (what is next).
import type { Db } from '../db/store.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import { latestDeadline } from '../facts/deadline.ts'
import { lastDay, readDate } from '../facts/edtf.ts'
import { listDatums } from '../facts/store.ts'
import { type MeetingHeld, meetingsOf } from '../parties/meetings.ts'
import { membershipsFor } from '../parties/membership.ts'
import { actOf } from '../parties/status-event.ts'
import { findTreaty, treatyMeantBy } from '../parties/treaty.ts'
import { listActorNames } from './evidence-store.ts'
import { treatyTitle } from './names.ts'
import { type HeldPlan, heldPlans } from './plans.ts'

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
  /** For a deadline or duty, the article. */
  article: string | null
  /** The title of the treaty, meeting or plan, in the words of its source. */
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

const memberships = (acts: readonly Named[], span: Span): DatedEvent[] =>
  [...Map.groupBy(acts, (datum) => String(datum.body.treaty))].flatMap(([treaty, own]) => {
    const events = own.map((datum) => ({
      ...actOf(datum.actor, datum.body),
      name: datum.name,
      datumId: datum.datumId,
      entered: datum.entered,
    }))
    return membershipsFor(events, findTreaty(treaty)).flatMap((one) => {
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

const deadlines = (datums: readonly Named[], span: Span): DatedEvent[] =>
  [
    ...Map.groupBy(
      datums,
      ({ actor, body }) => `${actor}|${treatyMeantBy(body)}|${String(body.article)}`,
    ).values(),
  ].flatMap((own) => {
    const article = own[0]!.body.article
    if (typeof article !== 'string') return []
    const stated = latestDeadline(own, article)
    if (stated === undefined || !isIn(stated.deadline, span)) return []
    const { actor, name } = own[0]!
    return [
      event('deadline', stated.deadline, {
        actor,
        name,
        treaty: treatyMeantBy(own[0]!.body) ?? null,
        article,
        statedAsOf: stated.statedAsOf,
        datumIds: stated.datumIds,
        entered: own.some((datum) => datum.entered && stated.datumIds.includes(datum.datumId)),
      }),
    ]
  })

/** Who ceases to be bound by which treaty on which day: a deadline after it is no deadline of theirs any more. */
const endsOf = (acts: readonly Named[], treaties: readonly string[]): ReadonlyMap<string, string> => {
  const ends = new Map<string, string>()
  for (const treaty of treaties) {
    const own = acts.filter((datum) => datum.body.treaty === treaty)
    const events = own.map((datum) => actOf(datum.actor, datum.body))
    for (const one of membershipsFor(events, findTreaty(treaty)))
      if (one.actor !== null) ends.set(`${treaty}|${one.actor}`, one.until ?? '9999-12-31')
  }
  return ends
}

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

const yearsIn = (span: Span): number[] => {
  const [first, last] = [Number(span.after.slice(0, 4)), Number(span.until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const pad = (n: number) => String(n).padStart(2, '0')

const duties = (treaty: string, span: Span): DatedEvent[] =>
  Object.values(findTreaty(treaty)?.duties ?? {}).flatMap(({ due, article, covers, title }) =>
    due === undefined
      ? []
      : yearsIn(span).flatMap((year) => {
          const on = `${year}-${pad(due.month)}-${pad(due.day)}`
          const coversYear = covers === 'previous-calendar-year' ? year - 1 : null
          return isIn(on, span) ? [event('report-due', on, { treaty, article, title, coversYear })] : []
        }),
  )

const planYears = (plan: HeldPlan, span: Span): DatedEvent[] => {
  const about = { plan: plan.rules.id, title: plan.instrument.title }
  return plan.rules.years.flatMap((year, i) => {
    const kind = i === plan.rules.years.length - 1 ? 'plan-ends' : 'plan-year-ends'
    return isIn(`${year}-12-31`, span) ? [event(kind, `${year}-12-31`, about)] : []
  })
}

/**
 * What comes about after `span.after` up to and with `span.until`, from what is known on `known`; by date. Treaties
 * whose rule on entry into force is not held give only the days their pages state.
 */
export const listDatesBetween = async (db: Db, span: Span, known: string): Promise<DatedEvent[]> => {
  const names = await listActorNames(db)
  const read = async (kind: string): Promise<Named[]> =>
    knownOn(await listDatums(db, { kind, knownBy: known }), known)
      .filter((datum) => datum.tier === 'public')
      .map((datum) => ({ ...datum, name: names.get(datum.actor) ?? datum.actor }))
  const acts = await read('status-event')
  const stated = [...(await read('deadline')), ...(await read('extension-granted'))]
  const held = await read('meeting')
  const treaties = [...new Set(heldPlans().map((plan) => plan.rules.treaty))].filter(
    (treaty) => treaty !== '',
  )
  const ends = endsOf(acts, treaties)
  return [
    ...memberships(acts, span),
    ...deadlines(stated, span).filter(
      (one) => one.on < (ends.get(`${one.treaty}|${one.actor}`) ?? '9999-12-31'),
    ),
    ...treaties.flatMap((treaty) => [
      ...meetings(meetingsOf(held, treaty), treaty, span),
      ...duties(treaty, span),
    ]),
    ...heldPlans().flatMap((plan) => planYears(plan, span)),
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
