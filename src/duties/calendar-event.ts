// Which duties are days of a calendar, and what such a day says, before any words. Pure.
import { createHash } from 'node:crypto'
import { isPlainDate, lastDay } from '../facts/edtf.ts'
import type { Reason } from '../words/reason.ts'
import type { PublishedEvent } from './calendar-store.ts'
import type { DutyOwed } from './owed.ts'

/** A duty owed that has a date, and the day of the calendar on which it stands. */
export type DayOwed = { owed: DutyOwed & { due: string }; day: string }

/** Of these nothing is asked on any day. */
const withoutDay: ReadonlySet<DutyOwed['status']> = new Set(['waiting', 'undated', 'ended', 'not-assessable'])

/**
 * Where the duty stands in a calendar. What is due within a month or a year stands on its last day, and says so: it can
 * be met until then, and an entry over a whole year would hide everything else. Undefined without a date, and for what
 * is dated more roughly ("about 2020", a decade): any day would be invented.
 */
export const dayOwed = (owed: DutyOwed): DayOwed | undefined => {
  const { due, status } = owed
  if (due === null || withoutDay.has(status) || !isPlainDate(due)) return undefined
  const day = lastDay(due)
  return day === undefined ? undefined : { owed: { ...owed, due }, day }
}

/** The days of duties, one for each key. */
export const daysOwed = (duties: readonly DutyOwed[]): DayOwed[] =>
  [
    ...new Map(
      duties.map((owed) => [owed.key, dayOwed(owed)] as const).filter(([, day]) => day !== undefined),
    ).values(),
  ] as DayOwed[]

/** Ahead: to be reminded of. */
export const isAhead = (owed: DutyOwed): boolean => owed.status === 'due' || owed.status === 'at-risk'

/** Only computed, and not known to apply: the day holds if the duty does. */
export const isTentative = (owed: DutyOwed): boolean =>
  owed.applies === 'unknown' && owed.granted.length === 0 && owed.status !== 'met'

/** Why the status is what it is. What is at risk counts the days that are left: that is another sentence every day. */
export const lastingReason = ({ status, reason }: DutyOwed): Reason | null =>
  status === 'at-risk' ? null : reason

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
export const digestOf = (owed: DutyOwed): string => {
  const { due, status, isLate, applies, title, article, words, language, source, note, responsible } = owed
  const { computed, granted, otherwise, derivation, entered = false } = owed
  const said = {
    ...{ form, due, status, isLate, applies, title, article, words, language, source, note, responsible },
    ...{ computed: computed?.on ?? null, derivation, reason: lastingReason(owed), entered },
    owners: owed.owners ?? [],
    granted: granted.map(({ on, isGranted, meeting }) => ({ on, isGranted, meeting })),
    otherwise: otherwise.map(({ on }) => on),
    metBy: owed.metBy.map(({ kind, on }) => ({ kind, on })),
  }
  return createHash('sha256').update(JSON.stringify(said, sorted)).digest('hex').slice(0, 32)
}

/** The event as it is kept once it is published. */
export const publishedAs = ({ owed, day }: DayOwed): PublishedEvent => ({
  actor: owed.actor,
  key: owed.key,
  duty: owed.duty,
  due: day,
  title: owed.title,
  article: owed.article,
  digest: digestOf(owed),
  isGone: false,
})

/** How many duties stand on no day, and why: dated too roughly, without a date yet, without one at all. */
export type WithoutDay = { imprecise: number; waiting: number; undated: number }

export const countWithoutDay = (duties: readonly DutyOwed[]): WithoutDay => {
  const left = duties.filter((owed) => dayOwed(owed) === undefined)
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
