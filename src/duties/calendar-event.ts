// Which duties are days of a calendar, and what such a day says, before any words. Pure.
import { createHash } from 'node:crypto'
import type { PublishedEvent } from './calendar-store.ts'
import type { DutyOwed } from './owed.ts'

/** A duty owed whose date is one day. */
export type DatedOwed = DutyOwed & { due: string }

const isDay = (edtf: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(edtf)

/** Of these nothing is asked on any day. */
const withoutDay: ReadonlySet<DutyOwed['status']> = new Set(['waiting', 'undated', 'ended', 'not-assessable'])

/**
 * Whether the duty is a day of a calendar. One that is dated by a month or a year is not: a whole year of a calendar
 * would be covered by it, and a day at its edge would be invented.
 */
export const isCalendarDay = (owed: DutyOwed): owed is DatedOwed =>
  owed.due !== null && isDay(owed.due) && !withoutDay.has(owed.status)

/** Ahead: to be reminded of. */
export const isAhead = (owed: DutyOwed): boolean => owed.status === 'due' || owed.status === 'at-risk'

/** Only computed, and not known to apply: the day holds if the duty does. */
export const isTentative = (owed: DutyOwed): boolean =>
  owed.applies === 'unknown' && owed.granted.length === 0 && isAhead(owed)

/** Raised when events come to say more or less of the same duty, so that calendar programs take them anew. */
const form = 1

const sorted = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/**
 * The digest of what an event says, in no language: two feeds in two languages hold the same event. How far registers
 * were searched is left out: it moves with every day, and says nothing new of the duty.
 */
export const digestOf = (owed: DatedOwed): string => {
  const { due, status, isLate, applies, title, article, words, language, source, note, responsible } = owed
  const { computed, granted, otherwise, derivation, reason, entered = false } = owed
  const said = {
    ...{ form, due, status, isLate, applies, title, article, words, language, source, note, responsible },
    ...{ computed: computed?.on ?? null, derivation, reason, entered },
    granted: granted.map(({ on, isGranted, meeting }) => ({ on, isGranted, meeting })),
    otherwise: otherwise.map(({ on }) => on),
    metBy: owed.metBy.map(({ kind, on }) => ({ kind, on })),
  }
  return createHash('sha256').update(JSON.stringify(said, sorted)).digest('hex').slice(0, 32)
}

/** The event as it is kept once it is published. */
export const publishedAs = (owed: DatedOwed): PublishedEvent => ({
  actor: owed.actor,
  key: owed.key,
  duty: owed.duty,
  due: owed.due,
  title: owed.title,
  article: owed.article,
  digest: digestOf(owed),
  isGone: false,
})

/** How many duties have no day of their own, and why. */
export type WithoutDay = { imprecise: number; waiting: number; undated: number }

export const countWithoutDay = (duties: readonly DutyOwed[]): WithoutDay => {
  const left = duties.filter((owed) => !isCalendarDay(owed))
  const of = (test: (owed: DutyOwed) => boolean): number => left.filter(test).length
  return {
    imprecise: of((owed) => owed.due !== null && !withoutDay.has(owed.status)),
    waiting: of((owed) => owed.status === 'waiting'),
    undated: of((owed) => owed.status === 'undated' || owed.status === 'not-assessable'),
  }
}

/**
 * The event's name for good (RFC 7986, 5.3): of the duty owed, in its world. It names no machine: the same duty has one
 * name wherever it is published.
 */
export const uidOf = (key: string, world: string): string =>
  `${key.split('/').map(encodeURIComponent).join('/')}@${world}.pacta`
