// Refuses what somebody may not do, and says whom it is for.
import type { World } from '../db/store.ts'
import { type Needs, problem } from '../problem.ts'
import { entersIn, may, mayEnterOf, rolesThatEnter, thingToEnter, type Way, waysThatMay } from './may.ts'
import type { Owner, Person } from './person.ts'
import type { Act, Thing } from './thing.ts'

/**
 * Goes on where the person may do this. Throws `sign-in-needed` for the public, who may after signing in, and
 * `not-permitted` for whoever has signed in, with the roles that may.
 */
export const permit = (person: Person, act: Act, thing: Thing): void => {
  if (!may(person, act, thing)) refuse(person, { act, kind: thing.kind }, waysThatMay(act, thing))
}

/** The same for whoever enters something of anyone's in a world: where forms begin. */
export const permitEntering = (person: Person, world: World): void => {
  if (!entersIn(person, world))
    refuse(person, { act: 'enter', kind: 'report' }, [{ roles: rolesThatEnter(), owners: [] }])
}

/**
 * The same for whoever enters a fact or a report of an actor, before they type anything. `keepers`: of the treaties it may
 * be reported under.
 */
export const permitEnteringOf = (
  person: Person,
  kind: 'fact' | 'report',
  { world, actor, keepers }: { world: World; actor: string; keepers: readonly Owner[] },
): void => {
  if (mayEnterOf(person, kind, { world, actor })) return
  const thing = thingToEnter(kind, { world, actor })
  const coded = keepers.flatMap((keeper) => waysThatMay('enter', { ...thing, owners: [], keeper }))
  const coders =
    coded[0] === undefined ? [] : [{ ...coded[0], owners: coded.flatMap(({ owners }) => owners) }]
  refuse(person, { act: 'enter', kind }, [...waysThatMay('enter', thing), ...coders])
}

/** The words stand for programs and commands; pages say it with names, in their language. */
const refuse = (person: Person, asked: { act: string; kind: string }, ways: readonly Way[]): never => {
  const needs: Needs = {
    ...asked,
    roles: [...new Set(ways.flatMap(({ roles }) => roles))],
    owners: [...new Set(ways.flatMap(({ owners }) => owners))],
    ways,
  }
  const words = ways.map(
    ({ roles, owners }) =>
      `${roles.map((role) => role.replaceAll('-', ' ')).join(' or ')}${owners.length === 0 ? '' : ` of ${owners.join(' or ')}`}`,
  )
  const who =
    words.length === 0 ? 'Nobody can do this as it stands now.' : `It takes the role ${words.join(', or ')}.`
  throw person.as === 'public'
    ? problem('sign-in-needed', `Sign in to do this. ${who}`, [], needs)
    : problem('not-permitted', `Your roles do not reach this. ${who}`, [], needs)
}
