// Who is bound from when to when, for the dates of duties: the memberships of the fact base, each with the acts it rests
// on, and with the armed conflicts that put its withdrawal off.
import { conflictsFrom } from '../parties/put-off.ts'
import { actOf, bindingKinds } from '../parties/status-event.ts'
import type { Treaty } from '../parties/treaty.ts'
import { addMonths } from '../rules/dates.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import type { TimeBound } from './times.ts'

/** An armed conflict on the day a withdrawal would take effect. */
export type Conflict = { fact: Fact; on: string; endedOn: string | null }

/** One time in which an actor is bound: [from, until), half-open; `since` and `before` where there are several. */
export type Bound = TimeBound & {
  actor: string
  /** Which of several, counted from 0. */
  index: number
  /** First day. Null where consent was given and nobody tells from when it binds. */
  from: string | null
  /** First day no longer bound; null while open, and while it is not known. */
  until: string | null
  /** From this day on nobody can say whether it is bound. */
  unknownFrom: string | null
  consent: Fact | undefined
  withdrawal: Fact | undefined
  /** The conflicts that put the withdrawal off, one after the other. */
  conflicts: Conflict[]
  datumIds: string[]
}

/**
 * The conflicts from the one that goes on when the period after the receipt expires: the withdrawal takes effect when
 * the last of them ends. None where the treaty says nothing of it.
 */
const conflictsAt = (base: FactBase, treaty: Treaty, withdrawal: Fact, until: string | null): Conflict[] => {
  if (treaty.withdrawal.unless === undefined) return []
  const { notifiedOn } = actOf(withdrawal.actor, withdrawal.fields)
  const day = notifiedOn === null ? until : addMonths(notifiedOn, treaty.withdrawal.monthsAfterReceipt)
  if (day === null) return []
  const held = base.facts('armed-conflict').get(withdrawal.actor) ?? []
  let on = day
  return conflictsFrom(held, day).map((fact) => {
    const conflict = { fact, on, endedOn: fact.heldUntil }
    on = fact.heldUntil ?? on
    return conflict
  })
}

/** Acts in the order in which they were done; of two sources for one act the same comes first, however they are read. */
const byDayThenId = (a: Fact, b: Fact): number => {
  const [left, right] = [a, b].map(
    ({ heldFrom, fields, id }) => `${fields.notifiedOn ?? heldFrom ?? ''}|${id}`,
  )
  return left! < right! ? -1 : 1
}

/** The times in which `actor` is bound by `treaty`, oldest first. */
export const boundsUnder = (base: FactBase, treaty: Treaty, actor: string): Bound[] => {
  const intervals = base.memberships(treaty.id).get(actor) ?? []
  if (intervals.length === 0) return []
  const acts = new Map((base.facts('status-event').get(actor) ?? []).map((fact) => [fact.id, fact]))
  return intervals.map((interval, index) => {
    const own = interval.datumIds.flatMap((id) => acts.get(id) ?? []).sort(byDayThenId)
    const unknownFrom = interval.unknownFrom ?? null
    // Of a membership that goes on, one that was put off: the last act, unless consent was given again.
    const ends = interval.until !== null || unknownFrom !== null || own.at(-1)?.fields.act === 'withdrawal'
    const withdrawal = ends ? own.findLast(({ fields }) => fields.act === 'withdrawal') : undefined
    const conflicts = withdrawal === undefined ? [] : conflictsAt(base, treaty, withdrawal, interval.until)
    const earlier = intervals[index - 1]
    return {
      actor,
      index,
      // A membership that begins with what is not known has the day of the consent in place of its first.
      from: unknownFrom !== null && unknownFrom <= interval.from ? null : interval.from,
      until: interval.until,
      unknownFrom,
      consent: own.find(({ fields }) => bindingKinds.some((kind) => kind === fields.act)),
      withdrawal,
      conflicts,
      since: earlier === undefined ? null : (earlier.until ?? earlier.unknownFrom ?? interval.from),
      before: intervals[index + 1]?.from ?? null,
      datumIds: [...own.map(({ id }) => id), ...conflicts.map(({ fact }) => fact.id)],
    }
  })
}

/** Whoever promises something itself is bound for the time of the promise. */
export const boundByOwn = (actor: string, period: { from: string; until: string }): Bound => ({
  ...{ actor, index: 0, from: period.from, until: null, unknownFrom: null },
  ...{ consent: undefined, withdrawal: undefined, conflicts: [], datumIds: [] },
  ...{ since: null, before: null },
})
