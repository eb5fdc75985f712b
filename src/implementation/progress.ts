// Where something planned stands: what was last reported of it, and what its dates say on a day.
import { isAheadOf, lastDayOf, type Schedule } from './dates.ts'
import { byDayIn, textIn, type Work, type WorkFact } from './held.ts'
import { type Mark, markOf } from './mark.ts'

export const progressStates = ['not-started', 'under-way', 'done', 'delayed', 'stopped'] as const
export type ProgressState = (typeof progressStates)[number]

export type Reported = {
  id: string
  state: ProgressState
  reportedOn: string
  /** The day it was done, where it says so. */
  doneOn: string | null
  reason: string | null
  evidence: string | null
  challenge: string | null
} & Mark

/**
 * Where it stands on the day asked for. `nothing-reported`: nobody has said anything, whatever its dates; `past-its-day`:
 * its last day is over and nobody has reported it done, which is not to say that it was not.
 */
export type Standing = ProgressState | 'nothing-reported' | 'past-its-day'

/**
 * What was reported of it, oldest first, of how it stood on the day asked about: a later report counts where it says that
 * it was done by then.
 */
export const reportedOf = (work: Work, fact: WorkFact): Reported[] =>
  work
    .naming('progress', 'about', fact)
    .filter((one) => !isAheadOf(textIn(one, 'doneOn') ?? textIn(one, 'reportedOn'), work.asOf))
    .toSorted(byDayIn('reportedOn'))
    .map((one) => ({
      id: one.id,
      state: (textIn(one, 'status') ?? 'under-way') as ProgressState,
      reportedOn: textIn(one, 'reportedOn') ?? '',
      doneOn: textIn(one, 'doneOn'),
      reason: textIn(one, 'reason'),
      evidence: textIn(one, 'evidence'),
      challenge: textIn(one, 'challenge'),
      ...markOf(one),
    }))

/**
 * Where it stands by what was reported last and, where that does not end it, by its dates. `isStoppedAbove`: what it stands in was
 * stopped, and it with it.
 */
export const standingOfWork = (
  reported: readonly Reported[],
  schedule: Schedule,
  asOf: string,
  isStoppedAbove = false,
): Standing => {
  const last = reported.at(-1)
  if (last?.state === 'done' || last?.state === 'stopped') return last.state
  if (isStoppedAbove) return 'stopped'
  const end = lastDayOf(schedule.now.endsOn ?? schedule.now.due)
  if (end !== undefined && end < asOf) return 'past-its-day'
  return last?.state ?? 'nothing-reported'
}

/** The day something was done that evidence tells (EDTF): said, otherwise the day it was reported. */
export const doneOnOf = (reported: readonly Reported[]): { on: string; isReported: boolean } | null => {
  const done = reported.findLast(({ state }) => state === 'done')
  return done === undefined ? null : { on: done.doneOn ?? done.reportedOn, isReported: done.doneOn === null }
}
