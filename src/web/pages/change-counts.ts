// How much changed, by what it is: above the page of changes, and at a convention's door.
import type { Changes } from '../../indicators/changes.ts'

/** `id` is the part of the page of changes; `key` the words of the catalogue that count it. */
export type ChangeCount = { id: string; key: string; count: number }

export const movedOf = (changes: Changes): { moved: number; all: number } => ({
  moved: changes.values.reduce((sum, year) => sum + year.values.length, 0),
  all: changes.values.reduce((sum, year) => sum + year.values.length + year.same, 0),
})

/** The parts that have something in them, with how many. */
export const countChanges = (changes: Changes): ChangeCount[] =>
  [
    { id: 'values', key: 'changes.values', count: movedOf(changes).moved },
    { id: 'dates', key: 'changes.dates', count: changes.dates.length },
    { id: 'acts', key: 'changes.acts', count: changes.acts.length },
    { id: 'reports', key: 'changes.reports', count: changes.reports.length },
    { id: 'facts', key: 'changes.facts', count: changes.facts.length },
    { id: 'coverage', key: 'changes.coverage', count: changes.coverage.length },
  ].filter((part) => part.count > 0)
