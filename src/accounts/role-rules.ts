// The roles there are to give: with whom each is held, what is wrong with one as asked for, and who may give it.
import type { World } from '../db/store.ts'
import { isKeeper, keeperOf, type Owner, type Person, type Role, roles } from './person.ts'

/** A role as it is to be given; see `Grant`. */
export type NewRole = { world: World | null; role: Role; of: Owner | null; department: string | null }

/** A role as the audit trail holds it. */
export const noteOf = ({ world, role, of, department }: NewRole): NewRole => ({ world, role, of, department })

/** With whom a role is held: with nobody, an actor, the keeper of a treaty, or either of the two or all. */
export type HeldWith = 'nobody' | 'actor' | 'keeper' | 'anyone'

export const heldWith: Readonly<Record<Role, HeldWith>> = {
  administrator: 'nobody',
  'focal-point': 'actor',
  approver: 'actor',
  contributor: 'actor',
  coder: 'keeper',
  reviewer: 'keeper',
  'committee-member': 'keeper',
  partner: 'anyone',
}

/** What the world the role is for holds, as far as a role can name it. */
export type HeldNames = {
  hasActor: (id: string) => boolean
  hasTreaty: (id: string) => boolean
  /** Whether it is a department of the actor, in that world, that has not ended. */
  hasDepartment: (actor: string, department: string) => boolean
}

export const roleFaults = {
  role: 'There is no such role',
  worldNeeded: 'A role is for the register or for the exercise',
  worldOfAdministrator: 'An administrator serves the whole installation',
  nobody: 'An administrator holds the role with nobody',
  actorNeeded: 'This role is held with a State or another actor',
  actorUnknown: 'No such actor is held',
  keeperNeeded: 'This role is held with the keeper of a treaty',
  keeperUnknown: 'No such treaty is held',
  department: 'The department is none of this actor',
  departmentOfContributor: 'Only a contributor is held to a department',
  held: 'The person holds this role already',
} as const
export type RoleFault = keyof typeof roleFaults

/** What is wrong with a role as asked for, by its field. */
export type RoleIssue = { field: 'role' | 'world' | 'of' | 'department'; fault: RoleFault }

/** The treaty whose keeper an owner is; undefined for an actor. */
export const treatyOf = (owner: Owner): string | undefined =>
  isKeeper(owner) ? owner.slice(keeperOf('').length) : undefined

const ownerFault = (held: HeldNames, role: Role, of: Owner | null): RoleFault | undefined => {
  const wanted = heldWith[role]
  if (wanted === 'nobody') return of === null ? undefined : 'nobody'
  if (of === null)
    return wanted === 'anyone' ? undefined : wanted === 'actor' ? 'actorNeeded' : 'keeperNeeded'
  const treaty = treatyOf(of)
  if (treaty === undefined) {
    if (wanted === 'keeper') return 'keeperNeeded'
    return held.hasActor(of) ? undefined : 'actorUnknown'
  }
  if (wanted === 'actor') return 'actorNeeded'
  return held.hasTreaty(treaty) ? undefined : 'keeperUnknown'
}

/** What is wrong with a role that is asked for; nothing where it can be given. */
export const checkRole = (asked: NewRole, held: HeldNames): RoleIssue[] => {
  const { role, world, of, department } = asked
  if (!roles.includes(role)) return [{ field: 'role', fault: 'role' }]
  const issues: RoleIssue[] = []
  if (role === 'administrator' && world !== null)
    issues.push({ field: 'world', fault: 'worldOfAdministrator' })
  if (role !== 'administrator' && world === null) issues.push({ field: 'world', fault: 'worldNeeded' })
  const owner = ownerFault(held, role, of)
  if (owner !== undefined) issues.push({ field: 'of', fault: owner })
  if (department === null) return issues
  if (role !== 'contributor') issues.push({ field: 'department', fault: 'departmentOfContributor' })
  else if (owner === undefined && of !== null && !held.hasDepartment(of, department))
    issues.push({ field: 'department', fault: 'department' })
  return issues
}

/** The roles that whoever holds one may give others, with the same owner in the same world. */
const givenByHolders: Partial<Record<Role, readonly Role[]>> = {
  'focal-point': ['focal-point', 'approver', 'contributor'],
  reviewer: ['coder', 'committee-member', 'partner'],
}

/**
 * Whether a person may give a role, and end it: an administrator any; a focal point those of their own actor; a reviewer
 * those who work and read for the treaty's keeper. People are managed in a session, never by a token.
 */
export const mayGive = (person: Person, asked: Omit<NewRole, 'department'>): boolean => {
  if (person.as === 'desk' || person.as === 'command') return true
  if (person.as !== 'person' || person.scopes !== null) return false
  return person.grants.some(
    (held) =>
      held.role === 'administrator' ||
      (givenByHolders[held.role]?.includes(asked.role) === true &&
        held.of !== null &&
        held.of === asked.of &&
        held.world === asked.world),
  )
}

/** Where a person may give roles: `all`, or the owners by world, each with the roles. */
export type Giving = 'all' | { world: World; of: Owner; roles: readonly Role[] }[]

/** Where a person may give roles, and which. */
export const givingOf = (person: Person): Giving => {
  if (person.as === 'desk' || person.as === 'command') return 'all'
  if (person.as !== 'person' || person.scopes !== null) return []
  if (person.grants.some((held) => held.role === 'administrator')) return 'all'
  return person.grants.flatMap(({ role, of, world }) => {
    const given = givenByHolders[role]
    return given === undefined || of === null || world === null ? [] : [{ world, of, roles: given }]
  })
}
