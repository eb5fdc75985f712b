// Dates of what is planned: as first planned, as moved since, and how far it has slipped. The first dates are kept.
import { dayBefore } from '../facts/edtf.ts'
import { type Bounds, boundsOf, compareDates, precisionOf } from '../facts/precision.ts'
import { byDayIn, textIn, type Work, type WorkFact } from './held.ts'
import { type Mark, markOf } from './mark.ts'

export type PlannedDates = { startsOn: string | null; endsOn: string | null; due: string | null }

/** One move of dates: what it changed and why. */
export type Move = {
  id: string
  /** The day it was decided on. */
  decidedOn: string
  reason: string
  dates: PlannedDates
} & Mark

/** By how much the end has moved. */
export type Slip = {
  /** Whole days; below zero where it was brought forward; 0 where one of the two dates is the other said less exactly. */
  days: number
  /** One of the two dates is less exact than a day, so that the number is from the last day each may mean. */
  isRough: boolean
}

/** Dates put right by a correction: what was first recorded, and the day by which it was known to be wrong. */
export type Corrected = { by: string; was: PlannedDates }

export type Schedule = {
  /** As first planned, without any move of them; a mistake in them put right. */
  original: PlannedDates
  /** Where the fact was first recorded with other dates: a correction is no slip, and is told all the same. */
  corrected: Corrected | null
  now: PlannedDates
  /** Oldest first. */
  moves: Move[]
  /** Of the end, or of the day it is due; null where either has no date. */
  slip: Slip | null
}

const fields = ['startsOn', 'endsOn', 'due'] as const

const datesIn = (fact: WorkFact): PlannedDates => ({
  startsOn: textIn(fact, 'startsOn'),
  endsOn: textIn(fact, 'endsOn'),
  due: textIn(fact, 'due'),
})

/** The last day a date may mean; undefined where it has none. */
export const lastDayOf = (date: string | null): string | undefined => {
  const until = date === null ? null : boundsOf(date)?.until
  return until == null ? undefined : dayBefore(until)
}

/** Whether a date, or anything told with one, surely comes after the day asked about. */
export const isAheadOf = (date: string | null, day: string): boolean =>
  date !== null && compareDates(date, day) === 'after'

const lieWithin = (inner: Bounds, outer: Bounds): boolean =>
  (outer.from === null || (inner.from !== null && outer.from <= inner.from)) &&
  (outer.until === null || (inner.until !== null && inner.until <= outer.until))

/** Whether one of two dates is the other said less exactly, as 2026 is of 2026-09-30. */
const isSameLessExactly = (a: string, b: string): boolean => {
  const [one, other] = [boundsOf(a)!, boundsOf(b)!]
  return lieWithin(one, other) || lieWithin(other, one)
}

const slipOf = (from: string | null, to: string | null): Slip | null => {
  const [was, is] = [lastDayOf(from), lastDayOf(to)]
  if (was === undefined || is === undefined) return null
  if (isSameLessExactly(from!, to!)) return { days: 0, isRough: from !== to }
  const days = Math.round((Date.parse(is) - Date.parse(was)) / 86_400_000)
  return { days, isRough: precisionOf(from!) !== 'day' || precisionOf(to!) !== 'day' }
}

const correctedOf = (fact: WorkFact): Corrected | null => {
  const was = datesIn({ ...fact, datum: fact.first })
  const is = datesIn(fact)
  return fields.every((field) => was[field] === is[field]) ? null : { by: fact.datum.knownFrom, was }
}

/** The dates of an action, a step or a task, by every move of them decided on by the day asked about. */
export const scheduleOf = (work: Work, fact: WorkFact): Schedule => {
  // A correction of the fact itself puts a mistake right; only a move says that something is to be done later.
  const original = datesIn(fact)
  const moves = work
    .naming('rescheduling', 'about', fact)
    .filter((move) => !isAheadOf(textIn(move, 'decidedOn'), work.asOf))
    .toSorted(byDayIn('decidedOn'))
    .map(
      (move): Move => ({
        id: move.id,
        decidedOn: textIn(move, 'decidedOn') ?? '',
        reason: textIn(move, 'reason') ?? '',
        dates: datesIn(move),
        ...markOf(move),
      }),
    )
  const now = { ...original }
  for (const { dates } of moves) for (const field of fields) now[field] = dates[field] ?? now[field]
  const [from, to] = original.endsOn === null ? [original.due, now.due] : [original.endsOn, now.endsOn]
  const corrected = correctedOf(fact)
  return { original, corrected, now, moves, slip: moves.length === 0 ? null : slipOf(from, to) }
}
