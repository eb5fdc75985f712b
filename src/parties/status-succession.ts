// A treaty's status said again, by a newer page: which events are the same, which replace one held, which are gone.
import type { StatusEvent } from './status-event.ts'

type Told = Pick<StatusEvent, 'kind' | 'notifiedOn' | 'effectiveOn'> & { actorId: string }
export type HeldEvent = Told & { datumId: string }

export type StatusChange<E> = {
  /** To be stored; `supersedes` is the event held that it corrects. */
  fresh: { event: E; supersedes: HeldEvent | null }[]
  gone: HeldEvent[]
  unchanged: number
}

const keyOf = (event: Told): string =>
  [event.actorId, event.kind, event.notifiedOn ?? '', event.effectiveOn ?? ''].join('|')

/** The first day to which events matter; null where one of them has no date, and so may matter to any day. */
export const firstDayOf = (...events: Pick<StatusEvent, 'notifiedOn' | 'effectiveOn'>[]): string | null => {
  // A succession takes effect before it is notified; a consent counts from its deposit, before it takes effect.
  const days = events.map((one) => [one.notifiedOn, one.effectiveOn].filter((day) => day !== null).sort()[0])
  return days.includes(undefined) ? null : (days.sort()[0] ?? null)
}

/**
 * Notes and lines do not count: they change without the act changing. A corrected event is known by its act and one of
 * its dates, or by being the only one of its act that the actor has on both sides.
 */
export const compareStatus = <E extends Told>(
  held: readonly HeldEvent[],
  told: readonly E[],
): StatusChange<E> => {
  const left = new Map(held.map((event) => [keyOf(event), event]))
  const unmatched: E[] = []
  const seen = new Set<string>()
  let unchanged = 0
  for (const event of told) {
    const key = keyOf(event)
    if (seen.has(key)) continue
    seen.add(key)
    if (left.delete(key)) unchanged += 1
    else unmatched.push(event)
  }
  const actOf = (event: Told) => `${event.actorId}|${event.kind}`
  const heldByAct = Map.groupBy(left.values(), actOf)
  const toldByAct = Map.groupBy(unmatched, actOf)
  const take = (event: E): HeldEvent | undefined => {
    const ofAct = heldByAct.get(actOf(event)) ?? []
    const candidates = ofAct.filter((one) => left.has(keyOf(one)))
    const sharesDate = candidates.find(
      (one) =>
        (event.notifiedOn !== null && one.notifiedOn === event.notifiedOn) ||
        (event.effectiveOn !== null && one.effectiveOn === event.effectiveOn),
    )
    const isOnly = candidates.length === 1 && toldByAct.get(actOf(event))?.length === 1
    const corrected = sharesDate ?? (isOnly ? candidates[0] : undefined)
    if (corrected !== undefined) left.delete(keyOf(corrected))
    return corrected
  }
  const fresh = unmatched.map((event) => ({ event, supersedes: take(event) ?? null }))
  return { fresh, gone: [...left.values()], unchanged }
}

/** The change without what takes from the `kept` actors: no event gone, none replaced by one that has no date. */
export const withoutLosses = <E extends Told>(
  change: StatusChange<E>,
  kept: ReadonlySet<string | undefined>,
): StatusChange<E> => {
  const isLoss = ({ event, supersedes }: StatusChange<E>['fresh'][number]) =>
    supersedes !== null && event.notifiedOn === null && event.effectiveOn === null && kept.has(event.actorId)
  const fresh = change.fresh.filter((one) => !isLoss(one))
  return {
    fresh,
    gone: change.gone.filter((event) => !kept.has(event.actorId)),
    unchanged: change.unchanged + change.fresh.length - fresh.length,
  }
}
