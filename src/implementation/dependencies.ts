// What has to be done before: circles that cannot be worked off, and actions planned to begin before what they need is
// done.
import { boundsOf } from '../facts/precision.ts'
import type { PlannedDates } from './dates.ts'

/** `isDone`: what is done already is waited for no more. */
export type Depending = { id: string; dependsOn: readonly string[]; dates: PlannedDates; isDone: boolean }

export type DependencyFault =
  /** The ids of a circle, each needing the next. */
  | { fault: 'circle'; ids: string[] }
  /** `id` surely begins before `needs` is planned to end. */
  | { fault: 'too-early'; id: string; needs: string }

/** One way down: what is open, and what of it is still to be looked at. */
type Step = { id: string; left: string[] }

/** Without recursion: a chain may be longer than the calls that fit on a stack. */
const circlesOf = (byId: ReadonlyMap<string, Depending>): string[][] => {
  const needsOf = (id: string) => [...new Set(byId.get(id)!.dependsOn)].filter((needs) => byId.has(needs))
  const done = new Set<string>()
  const circles: string[][] = []
  for (const start of byId.keys()) {
    if (done.has(start)) continue
    const path: Step[] = [{ id: start, left: needsOf(start).reverse() }]
    const places = new Map([[start, 0]])
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const next = here.left.pop()
      if (next === undefined) {
        done.add(here.id)
        places.delete(here.id)
        path.pop()
        continue
      }
      const place = places.get(next)
      if (place !== undefined) circles.push(path.slice(place).map(({ id }) => id))
      else if (!done.has(next)) {
        places.set(next, path.length)
        path.push({ id: next, left: needsOf(next).reverse() })
      }
    }
  }
  return circles
}

/** Whether the first surely begins before the other's last day is over; dates of any precision. */
const beginsBeforeEnd = (begins: PlannedDates, ends: PlannedDates): boolean => {
  const start = begins.startsOn === null ? null : boundsOf(begins.startsOn)?.until
  const end = (ends.endsOn ?? ends.due) === null ? null : boundsOf((ends.endsOn ?? ends.due)!)?.from
  // Every day it may begin on lies before every day the other may end on.
  return start != null && end != null && start <= end
}

/**
 * What is wrong with the order of what is planned. `all`: the actions of one plan and what they need, of other plans too;
 * `isOwn` says which are asked about: a fault of others among themselves is not told.
 */
export const dependencyFaults = (
  all: readonly Depending[],
  isOwn: (id: string) => boolean = () => true,
): DependencyFault[] => {
  const byId = new Map(all.map((one) => [one.id, one]))
  const early = all
    .filter(({ id, isDone }) => isOwn(id) && !isDone)
    .flatMap((one) =>
      [...new Set(one.dependsOn)].flatMap((needs): DependencyFault[] => {
        const needed = byId.get(needs)
        return needed !== undefined && !needed.isDone && beginsBeforeEnd(one.dates, needed.dates)
          ? [{ fault: 'too-early', id: one.id, needs }]
          : []
      }),
    )
  const circles = circlesOf(byId).filter((ids) => ids.some(isOwn))
  return [...circles.map((ids): DependencyFault => ({ fault: 'circle', ids })), ...early]
}
