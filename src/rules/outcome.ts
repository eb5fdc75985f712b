// What a condition says of one member, and how outcomes combine.
import { joinReasons, type Reason } from '../words/reason.ts'

export type OutcomeState = 'yes' | 'partly' | 'no' | 'not reported' | 'not applicable' | 'pending' | 'unknown'

export type Outcome = {
  state: OutcomeState
  reason: Reason
  /** The datums, answers and reports responsible. */
  datumIds: readonly string[]
  /** The State said so itself; what is said is never pending. */
  said: boolean
  /** A no only because the record has nothing where something was asked. */
  lacks: boolean
  /** Since when and until when it holds, where that is known: for cohorts. */
  from: string | null
  until: string | null
}

export const outcome = (
  state: OutcomeState,
  reason: Reason,
  datumIds: readonly string[] = [],
  more: { said?: boolean; lacks?: boolean; from?: string | null; until?: string | null } = {},
): Outcome => ({
  state,
  reason,
  datumIds,
  said: more.said ?? false,
  lacks: more.lacks ?? false,
  from: more.from ?? null,
  until: more.until ?? null,
})

// A member has few parts and each few datums: looking through a short list is faster than making a set of it, and this
// runs for every member of every value.
const mergeIds = (parts: readonly Outcome[]): readonly string[] => {
  if (parts.length === 1) return parts[0]!.datumIds
  const ids: string[] = []
  for (const part of parts) for (const id of part.datumIds) if (!ids.includes(id)) ids.push(id)
  return ids
}

const mergeReasons = (parts: readonly Outcome[]): Reason => joinReasons(parts.map(({ reason }) => reason))

const latest = (days: (string | null)[]): string | null =>
  days.reduce((best, day) => (day !== null && (best === null || day > best) ? day : best), null)
const earliest = (days: (string | null)[]): string | null =>
  days.reduce((best, day) => (day !== null && (best === null || day < best) ? day : best), null)

const combined = (state: OutcomeState, counting: readonly Outcome[], parts: readonly Outcome[]): Outcome =>
  outcome(state, mergeReasons(counting), mergeIds(parts), { said: parts.some((part) => part.said) })

/** Neither part has decided: the order in which the remaining states win. */
const undecided = (parts: readonly Outcome[]): Outcome => {
  const affirmed = parts.some((part) => part.state === 'yes' || part.state === 'partly')
  if (affirmed) return combined('partly', parts, parts)
  const refused = parts.filter((part) => part.state === 'no')
  if (refused.length > 0) return combined('no', refused, parts)
  return combined('not reported', parts, parts)
}

/**
 * Every part yes gives yes. Otherwise, while it could still become yes, unknown and then pending win; otherwise
 * any yes or partly gives partly, any no gives no, and silence not reported. Parts that are not applicable do not
 * count; where all are, the whole is not applicable.
 */
export const allOf = (parts: readonly Outcome[]): Outcome => {
  const counting = parts.filter((part) => part.state !== 'not applicable')
  if (counting.length === 0) return combined('not applicable', parts, parts)
  if (counting.every((part) => part.state === 'yes'))
    return outcome('yes', mergeReasons(counting), mergeIds(counting), {
      said: counting.some((part) => part.said),
      from: latest(counting.map((part) => part.from)),
      until: earliest(counting.map((part) => part.until)),
    })
  const open = counting.filter((part) => part.state === 'unknown' || part.state === 'pending')
  const canStillBeYes = counting.every(
    (part) => part.state === 'yes' || part.state === 'unknown' || part.state === 'pending',
  )
  if (canStillBeYes) {
    const unknown = open.filter((part) => part.state === 'unknown')
    return unknown.length > 0 ? combined('unknown', unknown, counting) : combined('pending', open, counting)
  }
  return undecided(counting.filter((part) => part.state !== 'unknown' && part.state !== 'pending'))
}

/** One yes gives yes; otherwise unknown, pending, partly, no, not reported, in this order. */
export const anyOf = (parts: readonly Outcome[]): Outcome => {
  const counting = parts.filter((part) => part.state !== 'not applicable')
  if (counting.length === 0) return combined('not applicable', parts, parts)
  const yes = counting.filter((part) => part.state === 'yes')
  if (yes.length > 0)
    return outcome('yes', mergeReasons(yes), mergeIds(yes), {
      said: yes.some((part) => part.said),
      from: yes.some((part) => part.from === null) ? null : earliest(yes.map((part) => part.from)),
      until: yes.some((part) => part.until === null) ? null : latest(yes.map((part) => part.until)),
    })
  for (const state of ['unknown', 'pending'] as const) {
    const open = counting.filter((part) => part.state === state)
    if (open.length > 0) return combined(state, open, counting)
  }
  return undecided(counting)
}

const opposite: Partial<Record<OutcomeState, OutcomeState>> = {
  yes: 'no',
  no: 'yes',
  'not reported': 'not reported',
}

/**
 * Yes and no change places; every other state says that the question is open and stays. A no knows since when and
 * until when it has been one (a State has not been a party since its withdrawal), a yes turned into a no need not.
 */
export const notOf = (part: Outcome): Outcome => ({
  ...part,
  state: opposite[part.state] ?? part.state,
  from: part.state === 'no' ? part.from : null,
  until: part.state === 'no' ? part.until : null,
})
