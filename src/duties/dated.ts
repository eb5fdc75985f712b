// What is derived before it is judged: a duty of one actor with its date, and what judging it needs.

import type { Duty } from '../rules/duty-form.ts'
import type { Fact } from '../rules/facts.ts'
import type { DutyOwed } from './owed.ts'
import type { TimeBound } from './times.ts'

/** The parts of a duty that follow from rules and granted dates alone; `judge` adds whether it was met. */
export type DatedDuty = {
  owed: Omit<
    DutyOwed,
    'applies' | 'status' | 'isLate' | 'metBy' | 'reason' | 'searched' | 'restsOn' | 'entered'
  >
  rule: Duty
  /** The fact that set it going; conditions may name its fields. */
  record: Fact | null
  /** The cycle: the year of the meeting it belongs to, otherwise the calendar year its day falls into, or its period. */
  year: number
  /** It follows from the event itself, not yearly from it: the first report of a new party, or the only one. */
  isFirst?: boolean
  /** Which of several of one period, from 1. */
  nth?: number
  /** The day from which it can be met: of the event it is counted from, or the first of its period. Null: not known. */
  begins?: string | null
  /** Set where a later date took its place, or the actor is bound no more: the day from which it asks nothing. */
  endedOn: string | null
  /** Of one that left and joined again: only facts of this time tell whether it is owed and met. */
  time?: TimeBound
  /** Entry into force, a withdrawal: a day that comes without anybody's doing. Past it is met, by the acts in `datumIds`. */
  comesByItself?: boolean
}
