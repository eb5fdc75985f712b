// What somebody who answers for actors has in hand: what is overdue, what comes next, what is missing. One question and one
// sorting, for letters and for the page of a focal point.

import { isOfBeingBound } from '../duties/bound-dates.ts'
import { endOf } from '../duties/met.ts'
import type { DutyOwed } from '../duties/owed.ts'
import { isEndOfTerm } from '../engagements/terms.ts'
import { addDays, addMonths } from '../rules/dates.ts'
import { soonDays } from './duties-owed.ts'

/** What is asked of the list of duties for those who answer for `actors`: this year and the next, with all that is overdue. */
export const deskAsked = (actors: readonly string[]): { actors: string[]; withOverdue: true } => ({
  actors: [...actors],
  withOverdue: true,
})

/** How far "in the next days" and "what comes" reach on the page of a focal point. */
export const nextDays = 30
export const aheadMonths = 12

type Owed = Pick<DutyOwed, 'applies' | 'due' | 'status'>

export type Sorted<D extends Owed = DutyOwed> = {
  /** Only what the engine says: decision 0020. */
  overdue: D[]
  risk: D[]
  soon: D[]
  /** Its day is past, nothing is held, and no complete register says that there is nothing. */
  notFound: D[]
  /** All that have a date and are known to be owed. */
  total: number
}

const isOwed = ({ applies, due }: Owed): boolean => applies === 'yes' && due !== null

/** What of actors' duties somebody is reminded of; those it is not known to owe are in nothing. `asOf`: YYYY-MM-DD. */
export const sortOwed = <D extends Owed>(given: { duties: readonly D[]; asOf: string }): Sorted<D> => {
  const owed = given.duties.filter(isOwed)
  const limit = addDays(given.asOf, soonDays)
  return {
    overdue: owed.filter(({ status }) => status === 'overdue'),
    risk: owed.filter(({ status }) => status === 'at-risk'),
    soon: owed.filter(({ status, due }) => status === 'due' && endOf(due!) <= limit),
    notFound: owed.filter(({ status }) => status === 'not-found'),
    total: owed.length,
  }
}

const byEnd = (a: Owed, b: Owed): number => {
  const [one, other] = [endOf(a.due!), endOf(b.due!)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** What lies ahead within `aheadMonths`, by the last day it can be met on; `next`: how much of it within `nextDays`. */
export const sortAhead = <D extends Owed>(given: {
  duties: readonly D[]
  asOf: string
}): { ahead: D[]; next: number } => {
  const { asOf } = given
  const [limit, soon] = [addMonths(asOf, aheadMonths), addDays(asOf, nextDays)]
  const ahead = given.duties
    .filter(
      (owed) =>
        isOwed(owed) && (owed.status === 'due' || owed.status === 'at-risk') && endOf(owed.due!) <= limit,
    )
    .toSorted(byEnd)
  return { ahead, next: ahead.filter(({ due }) => endOf(due!) <= soon).length }
}

/** The day or the last day of the month or year by which it falls into the span from `from` to `until` (YYYY-MM-DD), both included. */
const fallsInto = ({ due }: Owed, from: string, until: string): boolean =>
  due !== null && endOf(due) >= from && endOf(due) <= until

/** What falls due in the span and is in none of the lists beside: what is done, not found or missed, or lies further ahead. */
export const sortBeside = <D extends Owed & { key: string; instrument: string; duty: string }>(given: {
  duties: readonly D[]
  lists: readonly (readonly D[])[]
  from: string
  until: string
}): D[] => {
  const listed = new Set(given.lists.flatMap((list) => list.map(({ key }) => key)))
  return given.duties
    .filter(
      (one) =>
        isOwed(one) &&
        one.status !== 'ended' &&
        !isOfBeingBound(one) &&
        !listed.has(one.key) &&
        fallsInto(one, given.from, given.until),
    )
    .toSorted(byEnd)
}

export type Gaps<D> = {
  /** Expected, past its day, and nothing held; reports stand apart. */
  notFound: D[]
  reports: D[]
  /** The period is over, and its records are declared complete. */
  missed: D[]
  /** Promises that lie ahead for which nobody is named as the one who sees to it, of so many. */
  nobody: D[]
  promises: number
  /** How many more were not found or missed before the year that `asOf` follows. */
  olderGaps: number
  /** How many promises are in no part, since no day can be told for them. */
  undatedPromises: number
}

type Promised = Owed &
  Pick<DutyOwed, 'owners' | 'responsible' | 'obligation'> &
  Partial<Pick<DutyOwed, 'instance'>>

/** What is missing: instances expected and not found, reports, promises that are nobody's; this year and the one before. */
export const gapsOf = <D extends Promised>(given: { duties: readonly D[]; asOf: string }): Gaps<D> => {
  const since = `${Number(given.asOf.slice(0, 4)) - 1}-01-01`
  const all = given.duties.filter(isOwed)
  const owed = all.filter(({ due }) => endOf(due!) >= since)
  const isReport = ({ obligation }: D): boolean => obligation !== null
  const notFound = owed.filter(({ status }) => status === 'not-found')
  const promises = sortAhead(given).ahead.filter((one) => one.owners !== undefined && !isEndOfTerm(one))
  return {
    notFound: notFound.filter((one) => !isReport(one)),
    reports: notFound.filter(isReport),
    missed: owed.filter(({ status }) => status === 'missed'),
    nobody: promises.filter(({ responsible }) => responsible === null),
    promises: promises.length,
    olderGaps: all.filter(
      (one) => !owed.includes(one) && (one.status === 'not-found' || one.status === 'missed'),
    ).length,
    undatedPromises: given.duties.filter(
      (one) => one.applies === 'yes' && one.due === null && one.owners !== undefined,
    ).length,
  }
}
