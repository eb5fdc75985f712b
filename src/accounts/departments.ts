// Making, renaming and ending departments, and assigning them the sections of a questionnaire.
import { inTransaction, type PeopleDb, uuidv7 } from '../db/store.ts'
import { problem } from '../problem.ts'
import { assignmentWords, type Department, type SectionAssignment } from './department.ts'
import {
  endDepartmentRow,
  findDepartment,
  insertDepartment,
  listDepartments,
  listSectionAssignments,
  lockDepartments,
  type OfActor,
  renameDepartmentRow,
  replaceSectionAssignments,
} from './department-store.ts'
import { sha256 } from './digest.ts'
import { notePeopleEvent } from './people-event.ts'

const getDepartment = async (people: PeopleDb, id: string): Promise<Department> => {
  const found = await findDepartment(people, id)
  if (found === undefined) throw problem('not-found', 'There is no such department.')
  return found
}

/** Names as typed, by language, without those left empty. */
export const namesTyped = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([language, name]) => [language, name.trim()] as const)
      .filter(([, name]) => name !== ''),
  )

const stated = ({ world, actor, names }: Department) => ({ world, actor, names })

/** Makes a department. Throws `input-rejected` where it has no name, or a name of another one. */
export const makeDepartment = (
  people: PeopleDb,
  { world, actor, names, agent }: OfActor & { names: Department['names']; agent: string },
): Promise<Department> =>
  inTransaction(people, async (trx) => {
    await lockDepartments(trx, { world, actor })
    checkNames(names, await listDepartments(trx, { world, actor }))
    const made = await insertDepartment(trx, { departmentId: uuidv7(), world, actor, names })
    await notePeopleEvent(trx, {
      agent,
      action: 'department-made',
      subject: `${world}/${actor}`,
      things: [{ thing: `department:${made.departmentId}`, before: null, after: stated(made) }],
    })
    return made
  })

const checkNames = (names: Department['names'], others: readonly Department[]): void => {
  if (Object.keys(names).length === 0)
    throw problem('input-rejected', 'The department has no name. Nothing was changed.', [
      { path: 'names', message: 'Missing', expected: 'a name in at least one language' },
    ])
  const taken = Object.entries(names).find(([language, name]) =>
    others.some((one) => one.endedAt === null && one.names[language] === name),
  )
  if (taken !== undefined)
    throw problem('input-rejected', 'Another department has this name. Nothing was changed.', [
      { path: `names.${taken[0]}`, message: 'The name is taken', found: taken[1] },
    ])
}

export type DepartmentChanged = { outcome: 'changed' | 'changed meanwhile' | 'ended'; department: Department }

/** Renames a department, which the caller saw at `revision`; `changed meanwhile` gives it as it is now, unchanged. */
export const renameDepartment = (
  people: PeopleDb,
  { id, names, revision, agent }: { id: string; names: Department['names']; revision: number; agent: string },
): Promise<DepartmentChanged> =>
  inTransaction(people, async (trx) => {
    const before = await getDepartment(trx, id)
    await lockDepartments(trx, before)
    const others = (await listDepartments(trx, before)).filter((one) => one.departmentId !== id)
    checkNames(names, others)
    const after = await renameDepartmentRow(trx, { id, names, revision })
    if (after === undefined) {
      const now = await getDepartment(trx, id)
      return { outcome: now.endedAt === null ? 'changed meanwhile' : 'ended', department: now }
    }
    await notePeopleEvent(trx, {
      agent,
      action: 'department-renamed',
      subject: `${before.world}/${before.actor}`,
      things: [{ thing: `department:${id}`, before: stated(before), after: stated(after) }],
    })
    return { outcome: 'changed', department: after }
  })

/** Ends a department: its sections are everyone's again, its contributors work on those. */
export const endDepartment = (
  people: PeopleDb,
  { id, agent }: { id: string; agent: string },
): Promise<Department> =>
  inTransaction(people, async (trx) => {
    const before = await getDepartment(trx, id)
    await lockDepartments(trx, before)
    const sections = (await listSectionAssignments(trx, before)).filter((one) => one.department === id)
    const after = await endDepartmentRow(trx, id)
    if (after === undefined) return before
    await notePeopleEvent(trx, {
      agent,
      action: 'department-ended',
      subject: `${before.world}/${before.actor}`,
      things: [{ thing: `department:${id}`, before: { ...stated(before), sections }, after: null }],
    })
    return after
  })

/** What a form of assigned sections was filled from: it differs as soon as anybody assigns anything else. */
export const assignmentVersion = (assigned: readonly SectionAssignment[]): string =>
  sha256(assignmentWords(assigned)).slice(0, 16)

export type Assigned = { outcome: 'assigned' | 'changed meanwhile'; assigned: SectionAssignment[] }

/**
 * Assigns the sections of one questionnaire, which the caller saw at `version`; `changed meanwhile` gives them as they are
 * now, unchanged. Throws `input-rejected` for a department that is none of the actor's.
 */
export const assignSections = (
  people: PeopleDb,
  {
    world,
    actor,
    obligation,
    sections,
    version,
    agent,
  }: OfActor & {
    obligation: string
    sections: readonly { section: string; department: string }[]
    version: string
    agent: string
  },
): Promise<Assigned> =>
  inTransaction(people, async (trx) => {
    await lockDepartments(trx, { world, actor })
    const held = new Set(
      (await listDepartments(trx, { world, actor }))
        .filter((one) => one.endedAt === null)
        .map((one) => one.departmentId),
    )
    const stranger = sections.find((one) => !held.has(one.department))
    if (stranger !== undefined)
      throw problem(
        'input-rejected',
        'A section is assigned to a department that this actor does not have.',
        [{ path: stranger.section, message: 'No such department', found: stranger.department }],
      )
    const before = await listSectionAssignments(trx, { world, actor, obligation })
    if (assignmentVersion(before) !== version) return { outcome: 'changed meanwhile', assigned: before }
    await replaceSectionAssignments(trx, { world, actor, obligation }, sections)
    const after = await listSectionAssignments(trx, { world, actor, obligation })
    if (assignmentVersion(after) !== version)
      await notePeopleEvent(trx, {
        agent,
        action: 'sections-assigned',
        subject: `${world}/${actor}/${obligation}`,
        things: [{ thing: `department:${world}/${actor}/${obligation}`, before, after }],
      })
    return { outcome: 'assigned', assigned: after }
  })
