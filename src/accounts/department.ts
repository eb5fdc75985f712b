// Departments of an actor: parts of a ministry that work on parts of a report.
import type { World } from '../db/store.ts'

export type Department = {
  departmentId: string
  world: World
  actor: string
  /** By language (BCP 47); at least one. */
  names: Readonly<Record<string, string>>
  /** Counts the changes of its names. */
  revision: number
  madeAt: string
  endedAt: string | null
}

/** Sections of an actor's questionnaires with the departments that work on them. */
export type SectionAssignment = { obligation: string; section: string; department: string }

/** The name in a language, otherwise in English, otherwise in any, with the language it is in. */
export const nameOfDepartment = (
  { names, departmentId }: Pick<Department, 'names' | 'departmentId'>,
  language: string,
): { name: string; language: string } => {
  const found = [language, 'en', ...Object.keys(names).toSorted()].find((code) => Boolean(names[code]))
  return found === undefined
    ? { name: departmentId, language: 'en' }
    : { name: names[found]!, language: found }
}

/** The same assignment has the same words, in whatever order it is given. */
export const assignmentWords = (assigned: readonly SectionAssignment[]): string =>
  [...new Set(assigned.map((one) => [one.obligation, one.section, one.department].join('/')))]
    .toSorted()
    .join(' ')
