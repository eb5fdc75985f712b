// Departments of an actor and the sections they work on, from what is held.

import type { Department } from '../../accounts/department.ts'
import { findDepartment, listDepartments, listSectionAssignments } from '../../accounts/department-store.ts'
import {
  assignmentVersion,
  assignSections,
  endDepartment,
  makeDepartment,
  renameDepartment,
} from '../../accounts/departments.ts'
import { listHeldGrants } from '../../accounts/grant-store.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, type Person } from '../../accounts/person.ts'
import { isUuid, type Store, type World } from '../../db/store.ts'
import { findActor } from '../../parties/actor-store.ts'
import { problem } from '../../problem.ts'
import { sectionsOf } from '../../reports/draft-sections.ts'
import { readShippedQuestionnaires } from '../../reports/shipped.ts'
import type { PeopleData, SectionsShown } from '../data/people.ts'
import { peopleOf } from './people-thing.ts'

type DepartmentPart = Pick<
  PeopleData,
  'showDepartments' | 'makeDepartment' | 'renameDepartment' | 'endDepartment' | 'assignSections'
>

/** The questionnaires whose sections an actor has to give: not those that a treaty's committee answers about it. */
const answeredByActors = () => readShippedQuestionnaires().filter(({ answeredBy }) => answeredBy !== 'keeper')

/** Departments, for whoever asks. */
export const departmentsHeld = (store: Store, person: Person): DepartmentPart => {
  const { people } = store
  const agent = agentOf(person)
  const permitFor = (world: World, actor: string) => permit(person, 'manage', peopleOf(world, actor))

  const ownDepartment = async (id: string): Promise<Department> => {
    const found = isUuid(id) ? await findDepartment(people, id) : undefined
    if (found === undefined) throw problem('not-found', 'There is no such department.')
    permitFor(found.world, found.actor)
    return found
  }

  const questionnairesOf = async (world: World, actor: string): Promise<SectionsShown[]> => {
    const assigned = await listSectionAssignments(people, { world, actor })
    return answeredByActors().map((questionnaire) => {
      const own = assigned.filter((one) => one.obligation === questionnaire.id)
      return {
        obligation: questionnaire.id,
        title: questionnaire.title,
        version: assignmentVersion(own),
        sections: sectionsOf(questionnaire).map(({ id, title, part, parts }) => ({
          ...{ id, title, part, parts },
          departments: own.filter((one) => one.section === id).map((one) => one.department),
        })),
      }
    })
  }

  return {
    showDepartments: async (world, actor) => {
      permitFor(world, actor)
      const held = await findActor(store.world(world), actor)
      if (held === undefined) throw problem('not-found', 'No such actor is held.')
      const grants = await listHeldGrants(people, { world, of: actor, isHeld: true })
      const departments = (await listDepartments(people, { world, actor })).map((department) => ({
        ...department,
        contributors: new Set(
          grants.filter((one) => one.department === department.departmentId).map((one) => one.personId),
        ).size,
      }))
      return {
        world,
        actor,
        actorName: held.names.en?.short ?? actor,
        departments,
        questionnaires: await questionnairesOf(world, actor),
      }
    },
    makeDepartment: async ({ world, actor, names }) => {
      permitFor(world, actor)
      if ((await findActor(store.world(world), actor)) === undefined)
        throw problem('not-found', 'No such actor is held.')
      await makeDepartment(people, { world, actor, names, agent })
    },
    renameDepartment: async ({ id, names, revision }) => {
      const { departmentId } = await ownDepartment(id)
      return renameDepartment(people, { id: departmentId, names, revision, agent })
    },
    endDepartment: async (id) => {
      const { departmentId } = await ownDepartment(id)
      await endDepartment(people, { id: departmentId, agent })
    },
    assignSections: async ({ world, actor, obligation, sections, version }) => {
      permitFor(world, actor)
      const questionnaire = answeredByActors().find((one) => one.id === obligation)
      if (questionnaire === undefined) throw problem('not-found', 'No such questionnaire is held.')
      const known = new Set(sectionsOf(questionnaire).map(({ id }) => id))
      if (sections.some(({ section }) => !known.has(section)))
        throw problem('usage', 'The questionnaire has no such section.')
      const asked = { world, actor, obligation, sections, version, agent }
      return (await assignSections(people, asked)).outcome
    },
  }
}
