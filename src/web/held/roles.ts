// Roles given and ended, and what may be chosen for one.
import { listDepartments } from '../../accounts/department-store.ts'
import { endRole, giveRole } from '../../accounts/give-role.ts'
import { findGrant } from '../../accounts/grant-store.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, type Person } from '../../accounts/person.ts'
import { checkRole, givingOf, type NewRole } from '../../accounts/role-rules.ts'
import { isUuid, type Store } from '../../db/store.ts'
import { treatyTitle } from '../../indicators/names.ts'
import { listActors } from '../../parties/actor-store.ts'
import { shippedTreaties } from '../../parties/treaty.ts'
import { problem } from '../../problem.ts'
import type { PeopleData } from '../data/people.ts'
import { peopleOf, permitGiving, permitSome } from './people-thing.ts'
import { namesIn, roleShown } from './role-shown.ts'

/** What a role may name, as `checkRole` asks for it. */
export const namesForRole = async (store: Store, { world, of }: NewRole) => {
  const actors = world === null ? [] : await listActors(store.world(world))
  const departments =
    world === null || of === null ? [] : await listDepartments(store.people, { world, actor: of })
  return {
    hasActor: (id: string) => actors.some((actor) => actor.id === id),
    hasTreaty: (id: string) => shippedTreaties().some((treaty) => treaty.id === id),
    hasDepartment: (actor: string, id: string) =>
      departments.some((one) => one.actor === actor && one.departmentId === id && one.endedAt === null),
  }
}

type RolePart = Pick<
  PeopleData,
  'showGiving' | 'listOwners' | 'listDepartments' | 'checkRole' | 'roleShown' | 'giveRole' | 'endRole'
>

/** Roles, for whoever asks. `isSeen`: whether a person is there for them. */
export const rolesHeld = (
  store: Store,
  person: Person,
  isSeen: (personId: string) => Promise<boolean>,
): RolePart => {
  const { people } = store
  const agent = agentOf(person)
  return {
    showGiving: async () => {
      permitSome(person)
      const giving = givingOf(person)
      if (giving === 'all') return 'all'
      const names = await namesIn(store)
      return giving.map(({ world, of, roles }) => ({ world, of: names.owner(world, of), roles }))
    },
    listOwners: async (world) => {
      permitSome(person)
      const actors = await listActors(store.world(world))
      return {
        actors: actors.map((actor) => ({ id: actor.id, name: actor.names.en?.short ?? actor.id })),
        treaties: shippedTreaties().map(({ id }) => ({ id, title: treatyTitle(id) })),
      }
    },
    listDepartments: async (world, actor) => {
      permit(person, 'manage', peopleOf(world, actor))
      return (await listDepartments(people, { world, actor })).filter((one) => one.endedAt === null)
    },
    checkRole: async (asked) => checkRole(asked, await namesForRole(store, asked)),
    roleShown: async (asked) => roleShown(asked, await namesIn(store)),
    giveRole: async (personId, asked) => {
      permitGiving(person, asked)
      if (!(await isSeen(personId))) throw problem('not-found', 'There is no such person.')
      const [issue] = checkRole(asked, await namesForRole(store, asked))
      if (issue !== undefined) throw problem('input-rejected', 'This role cannot be given.')
      return (await giveRole(people, { personId, role: asked, agent })) !== undefined
    },
    endRole: async (grantId) => {
      const grant = isUuid(grantId) ? await findGrant(people, grantId) : undefined
      if (grant === undefined) throw problem('not-found', 'There is no such role.')
      permitGiving(person, grant)
      return (await endRole(people, { grantId, agent })).outcome
    },
  }
}
