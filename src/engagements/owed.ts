// What is owed by promises held as facts, with the terms that end: series and other promises that recur, milestones, actions and indicators of a
// pledge. Treaties and plans with rules of their own are the duties' part.
import type { DutyOwed } from '../duties/owed.ts'
import { boundsOf } from '../facts/precision.ts'
import type { Engagement } from './engagement.ts'
import { milestoneOwed } from './milestones.ts'
import { type Asked, recurringOwed } from './recurring.ts'
import { termsEnding } from './terms.ts'

/** Whether a date without precision to the day may lie within the days asked for; what has no date where today does. */
export const isAskedFor = (
  due: string | null,
  { from, until, asOf }: Omit<Asked, 'all' | 'rollCalls' | 'coverage'>,
): boolean => {
  const bounds = due === null ? undefined : boundsOf(due)
  if (bounds === undefined) return from <= asOf && asOf <= until
  return (bounds.from === null || bounds.from <= until) && (bounds.until === null || bounds.until > from)
}

/** A position that only sums up series which stand for themselves. */
const isSummary = (one: Engagement, recurring: ReadonlySet<string>): boolean =>
  one.concerns.length > 0 &&
  one.speaksOf.length >= one.concerns.length &&
  one.speaksOf.every((key) => recurring.has(key))

const recurs = ({ datum }: Engagement): boolean => typeof datum.body.recurrence === 'string'

/**
 * The promises among `asked.all` as duties owed in the days asked for, and the ends of terms that lie ahead. `isCounted` tells which indicators of a pledge a
 * rule counts: those are owed by their target, once.
 */
export const promisesOwed = (asked: Asked, isCounted: (instrument: string) => boolean): DutyOwed[] => {
  const recurring = new Set(
    asked.all.filter((one) => recurs(one) && one.kind.endsWith('-series')).map(({ key }) => key),
  )
  return asked.all
    .flatMap((one): DutyOwed[] => {
      if (one.kind === 'milestone') return [milestoneOwed(one, asked)]
      const ending = termsEnding(one, asked.asOf)
      if (!recurs(one) || isSummary(one, recurring)) return ending
      const { instrument } = one.datum.body
      if (one.kind === 'pledged-indicator' && typeof instrument === 'string' && isCounted(instrument))
        return []
      return [...ending, ...recurringOwed(one, asked)]
    })
    .filter(({ due }) => isAskedFor(due, asked))
}
