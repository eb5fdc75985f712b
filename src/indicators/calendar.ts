// The days of a calendar as they stand now, each with its sequence: what changed since it was last published carries a
// higher one, and what is owed no more is called off for a year.
import { problemOf } from '../db/constraint.ts'
import { type Db, isSqlError } from '../db/store.ts'
import type { ActorNames } from '../db/tables.ts'
import {
  countWithoutDay,
  type DayOwed,
  daysOwed,
  publishedAs,
  type WithoutDay,
} from '../duties/calendar-event.ts'
import {
  type CalendarScope,
  type KeptEvent,
  keepEvents,
  listKeptEvents,
  type PublishedEvent,
} from '../duties/calendar-store.ts'
import type { DutyOwed } from '../duties/owed.ts'
import { listActors } from '../parties/actor-store.ts'

/** From the first day of last year to the last day of the fifth year after this one, which contains `today`. */
export const calendarSpan = (today: string): { from: string; until: string } => {
  const year = Number(today.slice(0, 4))
  return { from: `${year - 1}-01-01`, until: `${year + 5}-12-31` }
}

/** What actors are called in a language, in English where it has no name for one; States and organisations. */
export const actorNamesIn = async (db: Db, language: string): Promise<(id: string) => string> => {
  const names = new Map((await listActors(db)).map(({ id, names: own }) => [id, own as ActorNames] as const))
  return (id) => names.get(id)?.[language]?.short ?? names.get(id)?.en?.short ?? id
}

export type CalendarDay = {
  /** Null where it is called off: nothing of it is owed any more. */
  owed: DayOwed['owed'] | null
  kept: KeptEvent
}

export type CalendarDays = {
  scope: CalendarScope
  from: string
  until: string
  /** By day, then by key. */
  days: CalendarDay[]
  withoutDay: WithoutDay
}

/** Events called off are shown this long. */
const calledOffMs = 366 * 86_400_000

/** A store that is busy, full or only to be read: nobody should miss a date for that. */
const cannotWrite = (error: unknown): boolean => {
  const refusal = problemOf(error)
  return isSqlError(error, '25006') || refusal?.type === 'store-busy' || refusal?.type === 'store-unavailable'
}

const nameOf = ({ actor, key }: { actor: string; key: string }): string => `${actor} ${key}`

const changedOf = (kept: ReadonlyMap<string, KeptEvent>, events: readonly PublishedEvent[]) =>
  events.filter((event) => {
    const before = kept.get(nameOf(event))
    return before === undefined || before.digest !== event.digest || before.isGone !== event.isGone
  })

/**
 * Publishes `duties`, everything that `scope` asks of the span: compares it with what was published last, and keeps
 * what changed. `now` is an instant (ISO 8601, UTC). Where the store cannot be written to, the days come all the same,
 * as they would have been kept.
 */
export const publishDays = async (
  db: Db,
  scope: CalendarScope,
  given: { duties: readonly DutyOwed[]; from: string; until: string; now: string },
): Promise<CalendarDays> => {
  const { duties, from, until, now } = given
  const owed = new Map(daysOwed(duties).map((one) => [nameOf(one.owed), one]))
  // A promise of several stands under one of them, also where another one's dates are asked for.
  const others = [...owed.values()]
    .filter(({ owed: { actor } }) => scope.actors?.includes(actor) === false)
    .map(publishedAs)
  const keptOf = async () =>
    new Map((await listKeptEvents(db, scope, others)).map((event) => [nameOf(event), event]))
  const before = await keptOf()
  const gone = [...before]
    .filter(([name, { due, isGone }]) => !isGone && due >= from && due <= until && !owed.has(name))
    .map(([, event]): PublishedEvent => ({ ...event, isGone: true }))
  const changed = changedOf(before, [...[...owed.values()].map(publishedAs), ...gone])
  let kept = before
  if (changed.length > 0)
    try {
      await keepEvents(db, changed, now)
      kept = await keptOf()
    } catch (error) {
      if (!cannotWrite(error)) throw error
      for (const event of changed) {
        const sequence = (before.get(nameOf(event))?.sequence ?? -1) + 1
        kept.set(nameOf(event), { ...event, sequence, changedAt: now })
      }
    }
  const calledOffSince = new Date(Date.parse(now) - calledOffMs).toISOString()
  const days = [...kept].flatMap(([name, event]): CalendarDay[] => {
    const one = owed.get(name)
    if (one !== undefined) return [{ owed: one.owed, kept: event }]
    const isShown =
      event.isGone && event.changedAt >= calledOffSince && event.due >= from && event.due <= until
    return isShown ? [{ owed: null, kept: event }] : []
  })
  const order = ({ kept: { due, key } }: CalendarDay): string => `${due} ${key}`
  return {
    ...{ scope, from, until },
    days: days.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    withoutDay: countWithoutDay(duties),
  }
}
