// Where one of several instances of a period stands: met, due, at risk, missed, or not found for all we hold.
import type { DutyStatus, Searched } from '../duties/owed.ts'
import { tellsUntil } from '../duties/searched.ts'
import type { Reason } from '../words/reason.ts'
import { daysBetween, daysForEach } from './at-risk.ts'

/**
 * The status of an instance that is not met. On the last day of a period the registers decide whether it is over: who
 * declares them complete up to that day says that nothing more came. `missing` of `total` are not held.
 */
export const standingOf = (given: {
  /** Whose number of days at risk counts. */
  promise: string
  lastDay: string
  asOf: string
  missing: number
  total: number
  searched: readonly Searched[]
}): { status: DutyStatus; reason: Reason | null } => {
  const { lastDay, asOf, missing, total, searched } = given
  const isWhole = tellsUntil(searched, lastDay)
  if (lastDay <= asOf && isWhole) return { status: 'missed', reason: null }
  if (lastDay < asOf) return { status: 'not-found', reason: null }
  const number = daysForEach(given.promise)
  const count = daysBetween(asOf, lastDay)
  if (count >= missing * number) return { status: 'due', reason: null }
  return { status: 'at-risk', reason: { key: 'promise-near', missing, total, count, number } }
}
