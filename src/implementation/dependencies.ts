// What has to be done before: circles that cannot be worked off, and actions planned to begin before what they need is
// done.
import { boundsOf } from '../facts/precision.ts'
import type { PlannedDates } from './dates.ts'

export type Depending = { id: string; dependsOn: readonly string[]; dates: PlannedDates }

export type DependencyFault =
  /** The ids of a circle, each needing the next. */
  | { fault: 'circle'; ids: string[] }
  /** `id` surely begins before `needs` is planned to end. */
  | { fault: 'too-early'; id: string; needs: string }

const circlesOf = (all: readonly Depending[]): string[][] => {
  const byId = new Map(all.map((one) => [one.id, one]))
  const done = new Set<string>()
  const circles: string[][] = []
  const walk = (id: string, path: string[]): void => {
    const at = path.indexOf(id)
    if (at >= 0) {
      circles.push(path.slice(at))
      return
    }
    if (done.has(id)) return
    for (const next of byId.get(id)?.dependsOn ?? []) if (byId.has(next)) walk(next, [...path, id])
    done.add(id)
  }
  for (const { id } of all) walk(id, [])
  return circles
}

/** Whether the first surely begins before the other's last day is over; dates of any precision. */
const beginsBeforeEnd = (begins: PlannedDates, ends: PlannedDates): boolean => {
  const start = begins.startsOn === null ? null : boundsOf(begins.startsOn)?.until
  const end = (ends.endsOn ?? ends.due) === null ? null : boundsOf((ends.endsOn ?? ends.due)!)?.from
  // Every day it may begin on lies before every day the other may end on.
  return start != null && end != null && start <= end
}

/** What is wrong with the order of what is planned. */
export const dependencyFaults = (all: readonly Depending[]): DependencyFault[] => {
  const byId = new Map(all.map((one) => [one.id, one]))
  const early = all.flatMap((one) =>
    one.dependsOn.flatMap((needs): DependencyFault[] => {
      const needed = byId.get(needs)
      return needed !== undefined && beginsBeforeEnd(one.dates, needed.dates)
        ? [{ fault: 'too-early', id: one.id, needs }]
        : []
    }),
  )
  return [...circlesOf(all).map((ids): DependencyFault => ({ fault: 'circle', ids })), ...early]
}
