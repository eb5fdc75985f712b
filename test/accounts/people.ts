// Fictional people with the roles the tests ask about, and the things they ask about.
import type { Grant, Person, Role, SignedIn, TokenScope } from '../../src/accounts/person.ts'
import type { Thing } from '../../src/accounts/thing.ts'
import type { World } from '../../src/db/store.ts'

let grants = 0

/** A role held, in the exercise where nothing else is said. */
export const grantOf = (
  role: Role,
  of: string | null,
  { department = null, world = 'exercise' }: { department?: string | null; world?: World } = {},
): Grant => {
  grants += 1
  return {
    grantId: `grant-${grants}`,
    world: role === 'administrator' ? null : world,
    role,
    of,
    department,
  }
}

/** Somebody signed in with these roles. `scopes`: by a token made for these. */
export const personWith = (
  held: readonly Grant[],
  { id = 'somebody', scopes = null }: { id?: string; scopes?: readonly TokenScope[] | null } = {},
): SignedIn => ({ as: 'person', personId: id, name: `Person ${id}`, language: 'en', grants: held, scopes })

/** Somebody with one role. */
export const holder = (
  role: Role,
  of: string | null,
  more: Parameters<typeof grantOf>[2] & { id?: string } = {},
): Person => personWith([grantOf(role, of, more)], { id: more.id ?? role })

/** A published public fact of Averland; `given` says what is different. */
export const thingOf = (given: Partial<Thing> = {}): Thing => ({
  kind: 'fact',
  world: 'exercise',
  owners: ['XAA'],
  keeper: null,
  state: 'published',
  tier: 'public',
  departments: [],
  writtenBy: null,
  ...given,
})
