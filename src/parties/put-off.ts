// A withdrawal that an armed conflict puts off: it takes effect when the conflict ends that goes on when the period after
// the receipt expires (Mine Ban Convention, Article 20.3). Pure. What no source dates puts nothing off.
import { addMonths, maxDate } from '../rules/dates.ts'
import type { MembershipEvent, MembershipRules } from './membership.ts'

/** A time that a source states, half-open; `heldFrom` null where nobody tells. */
type Held = { heldFrom: string | null; heldUntil: string | null }

/** The conflicts one after the other, from the one that goes on on `day`; the last has no end while it goes on. */
export const conflictsFrom = <T extends Held>(conflicts: readonly T[], day: string): T[] => {
  const found: T[] = []
  let next: string | null = day
  while (next !== null) {
    const on: string = next
    const one = conflicts.find(
      ({ heldFrom, heldUntil }) =>
        heldFrom !== null && heldFrom <= on && (heldUntil === null || heldUntil > on),
    )
    if (one === undefined) break
    found.push(one)
    next = one.heldUntil
  }
  return found
}

/**
 * The acts as they take effect: a withdrawal that is put off has the day on which the last of the conflicts ended, and
 * is left out while it goes on. `conflicts` are facts of the kind `armed-conflict`.
 */
export const withConflicts = <E extends MembershipEvent>(
  acts: readonly E[],
  rules: MembershipRules | undefined,
  conflicts: readonly (Held & { actor: string })[],
): E[] => {
  if (rules?.withdrawal.unless === undefined || conflicts.length === 0) return [...acts]
  return acts.flatMap((act) => {
    if (act.kind !== 'withdrawal' || act.notifiedOn === null) return [act]
    const expires = addMonths(act.notifiedOn, rules.withdrawal.monthsAfterReceipt)
    const own = conflicts.filter(({ actor }) => actor === act.actor)
    const last = conflictsFrom(own, expires).at(-1)
    if (last === undefined) return [act]
    if (last.heldUntil === null) return []
    return [{ ...act, effectiveOn: maxDate(act.effectiveOn ?? expires, last.heldUntil) }]
  })
}
