// Roles as they are shown: who holds them, of whom and in which department, by name.
import { listAllDepartments } from '../../accounts/department-store.ts'
import type { HeldGrant } from '../../accounts/grant-store.ts'
import type { Owner, Person } from '../../accounts/person.ts'
import { listPersons } from '../../accounts/person-store.ts'
import { givingOf, mayGive, type NewRole, treatyOf } from '../../accounts/role-rules.ts'
import type { Store, World } from '../../db/store.ts'
import { treatyTitle } from '../../indicators/names.ts'
import { listActors } from '../../parties/actor-store.ts'
import type { AgentShown, GrantShown, OwnerShown, RoleShown } from '../data/people.ts'

/** How what roles name is called. */
export type Named = {
  person: (agent: string) => AgentShown
  owner: (world: World | null, of: Owner) => OwnerShown
  department: (id: string) => RoleShown['department']
}

/** What everything that roles name is called. */
export const namesIn = async (store: Store): Promise<Named> => {
  const { people } = store
  const persons = new Map((await listPersons(people)).map((one) => [one.personId, one.name]))
  const departments = new Map((await listAllDepartments(people)).map((one) => [one.departmentId, one]))
  const actorsIn = async (world: World) =>
    new Map((await listActors(store.world(world))).map((actor) => [actor.id, actor]))
  const actors = { register: await actorsIn('register'), exercise: await actorsIn('exercise') }
  return {
    person: (agent) => ({ agent, name: persons.get(agent.replace(/^person:/, '')) ?? null }),
    owner: (world, of) => {
      const treaty = treatyOf(of)
      if (treaty !== undefined) return { of, actor: null, name: treatyTitle(treaty), isState: false }
      const actor = actors[world ?? 'register'].get(of)
      return { of, actor: of, name: actor?.names.en?.short ?? of, isState: actor?.kind === 'state' }
    },
    department: (id) => ({ id, names: departments.get(id)?.names ?? {} }),
  }
}

/** A role in words. */
export const roleShown = (role: NewRole, named: Named): RoleShown => ({
  world: role.world,
  role: role.role,
  of: role.of === null ? null : named.owner(role.world, role.of),
  department: role.department === null ? null : named.department(role.department),
})

/** A role that somebody holds or held; `mayEnd`: whether whoever asks may end it. */
export const grantShown = (grant: HeldGrant, named: Named, person: Person): GrantShown => ({
  ...roleShown(grant, named),
  grantId: grant.grantId,
  since: grant.grantedAt,
  by: named.person(grant.grantedBy),
  until: grant.endedAt,
  endedBy: grant.endedBy === null ? null : named.person(grant.endedBy),
  mayEnd: grant.endedAt === null && mayGive(person, grant),
})

/** Whether whoever asks manages the people this role is among: others' roles are not their business. */
export const manages = (person: Person, { world, of }: Pick<NewRole, 'world' | 'of'>): boolean => {
  const giving = givingOf(person)
  return giving === 'all' || giving.some((one) => one.world === world && one.of === of)
}
