// Whether a treaty is in force for an actor on a date.
import type { Reason } from '../words/reason.ts'
import type { ConditionContext, Test } from './context.ts'
import { type Reach, statedFor } from './coverage.ts'
import type { CoverageFact } from './facts.ts'
import { isOpen, reachOn } from './matching.ts'
import { outcome } from './outcome.ts'

/** The first day after all that is complete; undefined where nothing is. */
const lastCovered = (rows: readonly CoverageFact[]): string | undefined =>
  rows.reduce<string | undefined>(
    (latest, row) =>
      row.level === 'complete' && (latest === undefined || (row.until ?? '9999') > latest)
        ? (row.until ?? '9999')
        : latest,
    undefined,
  )

/** `{party: TREATY}`: in force, not in force, or unknown where no status register covers the date. */
export const compileParty = (context: ConditionContext, treaty: string): Test => {
  const { scope } = context
  const register = `status:${treaty}`
  const stated = statedFor(scope.base, register)
  const members = scope.base.memberships(treaty)
  const seen = new Map<string, { ends: string | undefined; reaches: Map<string, Reach> }>()
  return ({ actor, at }) => {
    const { rows, key } = stated(actor)
    let known = seen.get(key)
    if (known === undefined) {
      known = { ends: lastCovered(rows), reaches: new Map() }
      seen.set(key, known)
    }
    const { ends, reaches } = known
    // A withdrawal that takes effect only after the register ends is expected, from the notice; nobody has seen it happen.
    const isExpected = (day: string): boolean => ends === undefined || day >= ends
    let reach = reaches.get(at)
    if (reach === undefined) {
      reach = reachOn(rows, at)
      reaches.set(at, reach)
    }
    context.reached(register, reach)
    const intervals = members.get(actor) ?? []
    let before: string | null = null
    for (const interval of intervals) {
      const isOver = interval.until !== null && interval.until <= at
      if (interval.unknownFrom != null && interval.unknownFrom <= at && !isOver)
        return outcome('unknown', { key: 'in-force-unknown', from: interval.unknownFrom }, interval.datumIds)
      if (interval.from > at) {
        return outcome('no', { key: 'not-in-force-before', on: interval.from }, interval.datumIds, {
          from: before,
          until: interval.from,
        })
      }
      if (interval.until === null || at < interval.until) {
        const { from, until } = interval
        const reason: Reason =
          until === null
            ? { key: 'in-force', from }
            : { key: isExpected(until) ? 'in-force-expected-until' : 'in-force-until', from, until }
        return outcome('yes', reason, interval.datumIds, interval)
      }
      before = interval.until
    }
    if (isOpen(reach)) return outcome('unknown', { key: 'no-status-register' })
    return before === null
      ? outcome('no', { key: 'not-a-party' })
      : outcome(
          'no',
          { key: isExpected(before) ? 'withdrawal-expected' : 'withdrawn', on: before },
          intervals.at(-1)!.datumIds,
          { from: before },
        )
  }
}
