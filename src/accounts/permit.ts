// Refuses what somebody may not do, and says whom it is for.
import type { World } from '../db/store.ts'
import { type Needs, problem } from '../problem.ts'
import { entersIn, may, rolesThatEnter, rolesThatMay } from './may.ts'
import type { Person } from './person.ts'
import type { Act, Thing } from './thing.ts'

/**
 * Goes on where the person may do this. Throws `sign-in-needed` for the public, who may after signing in, and
 * `not-permitted` for whoever has signed in, with the roles that may.
 */
export const permit = (person: Person, act: Act, thing: Thing): void => {
  if (!may(person, act, thing))
    refuse(person, { act, kind: thing.kind, roles: rolesThatMay(act, thing), owners: thing.owners })
}

/** The same for whoever enters something of anyone's in a world: where forms begin. */
export const permitEntering = (person: Person, world: World): void => {
  if (!entersIn(person, world))
    refuse(person, { act: 'enter', kind: 'report', roles: rolesThatEnter(), owners: [] })
}

const refuse = (person: Person, needs: Needs): never => {
  const whose = needs.owners.length === 0 ? '' : ` of ${needs.owners.join(' or ')}`
  const who =
    needs.roles.length === 0
      ? 'Nobody can do this as it stands now.'
      : `It takes the role ${needs.roles.join(' or ')}${whose}.`
  throw person.as === 'public'
    ? problem('sign-in-needed', `Sign in to do this. ${who}`, [], needs)
    : problem('not-permitted', `Your roles do not reach this. ${who}`, [], needs)
}
