// Dates of what is planned: as first planned, as moved since, and how far it has slipped. The first dates are kept.
import { dayBefore } from '../facts/edtf.ts'
import { boundsOf, precisionOf } from '../facts/precision.ts'
import { textIn, type Work, type WorkFact } from './held.ts'

export type PlannedDates = { startsOn: string | null; endsOn: string | null; due: string | null }

/** One move of dates: what it changed and why. */
export type Move = {
  id: string
  /** The day it was decided on. */
  decidedOn: string
  reason: string
  dates: PlannedDates
}

/** By how much the end has moved. */
export type Slip = {
  /** Whole days; below zero where it was brought forward. */
  days: number
  /** One of the two dates is less exact than a day, so that the number is from the last day each may mean. */
  isRough: boolean
}

export type Schedule = {
  /** As the first version of the fact has them. */
  original: PlannedDates
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

const slipOf = (from: string | null, to: string | null): Slip | null => {
  const [was, is] = [lastDayOf(from), lastDayOf(to)]
  if (was === undefined || is === undefined) return null
  const days = Math.round((Date.parse(is) - Date.parse(was)) / 86_400_000)
  return { days, isRough: precisionOf(from!) !== 'day' || precisionOf(to!) !== 'day' }
}

/** The dates of an action, a step or a task, by every move of them known. */
export const scheduleOf = (work: Work, fact: WorkFact): Schedule => {
  // A correction of the fact itself puts a mistake right; only a move says that something is to be done later.
  const original = datesIn(fact)
  const moves = work
    .naming('rescheduling', 'about', fact)
    .map((move): Move & { recordedAt: string } => ({
      id: move.id,
      decidedOn: textIn(move, 'decidedOn') ?? '',
      reason: textIn(move, 'reason') ?? '',
      dates: datesIn(move),
      recordedAt: move.first.recordedAt,
    }))
    .sort((a, b) =>
      a.decidedOn === b.decidedOn
        ? a.recordedAt < b.recordedAt
          ? -1
          : 1
        : a.decidedOn < b.decidedOn
          ? -1
          : 1,
    )
    .map(({ recordedAt, ...move }): Move => move)
  const now = { ...original }
  for (const { dates } of moves) for (const field of fields) now[field] = dates[field] ?? now[field]
  const [from, to] = original.endsOn === null ? [original.due, now.due] : [original.endsOn, now.endsOn]
  return { original, now, moves, slip: moves.length === 0 ? null : slipOf(from, to) }
}
