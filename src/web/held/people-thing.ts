// The people of an owner as a thing to ask permission for.
import { permit } from '../../accounts/permit.ts'
import type { Owner, Person } from '../../accounts/person.ts'
import { givingOf, mayGive, type NewRole } from '../../accounts/role-rules.ts'
import type { Thing } from '../../accounts/thing.ts'
import type { World } from '../../db/store.ts'
import { problem } from '../../problem.ts'

/** The people of an owner, as a thing that is managed. */
export const peopleOf = (world: World, of: Owner | null): Thing => ({
  kind: 'people',
  world,
  owners: of === null ? [] : [of],
  keeper: null,
  state: 'published',
  tier: 'restricted',
  departments: [],
  writtenBy: null,
})

/** Refuses whoever gives no roles at all: only those who do see people. */
export const permitSome = (person: Person): void => {
  const giving = givingOf(person)
  if (giving === 'all') return
  const [first] = giving
  permit(person, 'manage', peopleOf(first?.world ?? 'register', first?.of ?? null))
}

/** Refuses whoever may not give this role. */
export const permitGiving = (person: Person, role: Omit<NewRole, 'department'>): void => {
  permit(person, 'manage', peopleOf(role.world ?? 'register', role.of))
  if (!mayGive(person, role))
    throw problem('not-permitted', 'This role is given by others: by an administrator, if by nobody else.')
}
