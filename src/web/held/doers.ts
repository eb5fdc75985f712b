// Who did what stands in a trail, as far as its reader may know of people: by name, by role, or as somebody.
import { listGrants } from '../../accounts/grant-store.ts'
import type { Owner, Role } from '../../accounts/person.ts'
import type { Doer } from '../data/history.ts'
import type { Reader } from './handles.ts'
import { namesKnown } from './known-people.ts'

/** What a reader may know of people. */
export type Known = {
  names: ReadonlyMap<string, string>
  rolesOf: (personId: string) => Promise<Role | undefined>
}

/** People as far as the reader may know of them: names for those who keep them, otherwise roles. */
export const knownPeople = async (reader: Reader, owners: readonly Owner[]): Promise<Known> => {
  const { people } = reader
  const roles = new Map<string, Role | undefined>()
  return {
    names: await namesKnown(reader, owners),
    rolesOf: async (id) => {
      if (people === undefined) return undefined
      if (!roles.has(id)) {
        const grants = await listGrants(people, id)
        const fitting = grants.find(({ of }) => of !== null && owners.includes(of)) ?? grants[0]
        roles.set(id, fitting?.role)
      }
      return roles.get(id)
    },
  }
}

/** Who did something, as far as the reader may know. */
export const doerOf = async (agent: string, { names, rolesOf }: Known): Promise<Doer> => {
  if (agent === 'pacta form') return { as: 'desk' }
  if (!agent.startsWith('person:')) return { as: 'program', name: agent }
  const id = agent.slice('person:'.length)
  const name = names.get(id)
  if (name !== undefined) return { as: 'person', name }
  const role = await rolesOf(id)
  return role === undefined ? { as: 'somebody' } : { as: 'role', role }
}
