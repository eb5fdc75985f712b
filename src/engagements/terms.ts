// Terms that end: a membership, a chair, a seat in a body held until a day that its source says. Nobody owes anything on that
// day; whoever holds the desk has it in hand, since what follows it has to be prepared.
import type { DutyOwed } from '../duties/owed.ts'
import { dayBefore } from '../facts/edtf.ts'
import { boundsOf } from '../facts/precision.ts'
import type { Engagement } from './engagement.ts'
import { owedOf } from './promise.ts'

/** The name of that day among those of an engagement. */
export const termEnds = 'ends'

/** Whether something on a list of what is owed is the end of a term, which is no promise of anybody. */
export const isEndOfTerm = ({ instance }: Partial<Pick<DutyOwed, 'instance'>>): boolean =>
  instance === termEnds

/** The part of a State's page whose facts are held for a term. */
export const topicOfTerms = 'memberships'

/** The last day or year of a term as its source gives it (EDTF); null where it has no end or the source none. */
const endOfTerm = ({ datum }: Engagement): string | null => {
  const { heldEdtf, heldUntil } = datum
  if (heldEdtf === null) return heldUntil === null ? null : dayBefore(heldUntil)
  const end = heldEdtf.split('/')[1] ?? ''
  return end === '' || end === '..' ? null : end
}

/**
 * The end of a term as something that comes; none where no end is said, or where it is past: what is over asks for nothing. Its
 * key is `<id>/<kind>/<actor>/ends`, so that a later end said by a correction is the same day moved.
 */
export const termsEnding = (one: Engagement, asOf: string): DutyOwed[] => {
  const end = one.topic === topicOfTerms ? endOfTerm(one) : null
  const until = end === null ? null : boundsOf(end)?.until
  if (end === null || until == null || until <= asOf) return []
  return [
    owedOf(one, {
      ...{ instance: termEnds, due: end, status: 'due', computed: false },
      derivation: { key: one.inferred.includes('until') ? 'term-ends-read' : 'term-ends', on: end },
    }),
  ]
}

/** Words by which sources say of a term that it is over. */
const overWords: ReadonlySet<string | null> = new Set(['completed', 'ended', 'former', 'past'])

/**
 * Whether a membership, a term in the chair or another term is over on `day`: its last day is past (`held` is EDTF), or its source
 * says so without a day. One of which neither is said may go on.
 */
export const isPastTerm = (
  { topic, held, status }: { topic: string; held: string | null; status: string | null },
  day: string,
): boolean => {
  if (topic !== topicOfTerms) return false
  const until = held === null ? null : (boundsOf(held)?.until ?? null)
  return until === null ? held === null && overWords.has(status) : until <= day
}
