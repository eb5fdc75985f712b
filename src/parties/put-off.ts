// A withdrawal that an armed conflict puts off: it takes effect when the conflict ends that goes on when the period after
// the receipt expires (Mine Ban Convention, Article 20.3). Pure. What no source dates puts nothing off.
import { boundsOf } from '../facts/precision.ts'
import { addDays, addMonths } from '../rules/dates.ts'
import type { MembershipEvent, MembershipRules } from './membership.ts'

/** A time that a source states, half-open; `heldFrom` null where nobody tells, `heldEdtf` as the source has it. */
type Held = { heldFrom: string | null; heldUntil: string | null; heldEdtf?: string | null }

/** When the conflict had begun at the latest, and when it ended at the earliest; null while it goes on. */
const surelyOf = ({ heldFrom, heldUntil, heldEdtf = null }: Held) => {
  const [first, last] = (heldEdtf ?? '').split('/')
  const begun = first === undefined || first === '' ? undefined : boundsOf(first)
  const ended = last === undefined || last === '' || last === '..' ? undefined : boundsOf(last)
  // A day and its day after: known exactly.
  const isDay = last?.length === 10
  return {
    // `until` is the day after the last that may be meant.
    begunBefore: begun?.until ?? null,
    from: heldFrom,
    until: heldUntil === null || isDay || ended === undefined ? heldUntil : ended.from,
  }
}

const mayGoOn = ({ heldFrom, heldUntil }: Held, day: string): boolean =>
  heldFrom !== null && heldFrom <= day && (heldUntil === null || heldUntil > day)

/** Whether it goes on on `day` whatever day its source means by a month or a year. */
const goesOn = (conflict: Held, day: string): boolean => {
  const { begunBefore, from, until } = surelyOf(conflict)
  const isBegun = begunBefore === null ? from !== null && from <= day : isUpTo(begunBefore, day)
  return mayGoOn(conflict, day) && isBegun && (until === null || until > day)
}

/** Whether the last day before `next` is `day` or lies before it. */
const isUpTo = (next: string, day: string): boolean => next <= day || addDays(day, 1) === next

/** The conflicts one after the other, from one that goes on on `day`, or may do so; the last has no end while it goes on. */
export const conflictsFrom = <T extends Held>(conflicts: readonly T[], day: string): T[] => {
  const found: T[] = []
  let next: string | null = day
  while (next !== null) {
    const on: string = next
    const one = conflicts.find((held) => mayGoOn(held, on))
    if (one === undefined) break
    found.push(one)
    next = one.heldUntil
  }
  return found
}

type Effect = { effectiveOn: string | null } | NonNullable<MembershipEvent['putOff']>

/** When a withdrawal takes effect whose period expires on `expires`; without a day while that cannot be said. */
const effectOf = (conflicts: readonly Held[], expires: string): Effect => {
  let day = expires
  for (;;) {
    const on = day
    const one = conflicts.find((held) => goesOn(held, on))
    if (one === undefined)
      return conflicts.some((held) => mayGoOn(held, on))
        ? { expires, isCertain: on !== expires, unknownFrom: on }
        : { effectiveOn: on === expires ? null : on }
    if (one.heldUntil === null) return { expires, isCertain: true, unknownFrom: null }
    const { until } = surelyOf(one)
    // It ended in a month or a year: from its first day on nobody can say whether the withdrawal has taken effect.
    if (until !== one.heldUntil) return { expires, isCertain: true, unknownFrom: until }
    day = one.heldUntil
  }
}

/**
 * The acts as they take effect: a withdrawal that is put off has the day on which the last of the conflicts ended, and
 * none (`putOff`) while it goes on, or its dates are not known well enough. A day that the register gives stands.
 * `conflicts` are facts of the kind `armed-conflict`.
 */
export const withConflicts = <E extends MembershipEvent>(
  acts: readonly E[],
  rules: MembershipRules | undefined,
  conflicts: readonly (Held & { actor: string })[],
): E[] => {
  if (rules?.withdrawal.unless === undefined || conflicts.length === 0) return [...acts]
  return acts.map((act) => {
    if (act.kind !== 'withdrawal' || act.notifiedOn === null || act.effectiveOn !== null) return act
    const expires = addMonths(act.notifiedOn, rules.withdrawal.monthsAfterReceipt)
    const effect = effectOf(
      conflicts.filter(({ actor }) => actor === act.actor),
      expires,
    )
    if (!('effectiveOn' in effect)) return { ...act, putOff: effect }
    return effect.effectiveOn === null ? act : { ...act, effectiveOn: effect.effectiveOn }
  })
}
