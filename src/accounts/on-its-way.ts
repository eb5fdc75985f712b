// What is on its way to being published: facts, reports and figures, as permission and approvals see them. Pure.
import type { World } from '../db/store.ts'
import type { Standing } from './approval.ts'
import { agentOf, isKeeper, type Owner, type Person } from './person.ts'
import type { Act, Thing, ThingKind } from './thing.ts'

export type OnItsWay = {
  world: World
  kind: ThingKind
  /** Who has to approve it. */
  owners: readonly Owner[]
  /** Whose people may write in it and give it up, where those are not all its owners. */
  hands?: readonly Owner[]
  /** The agents who wrote what it says, or froze it. */
  writers: readonly string[]
  /** Departments to which the part at hand is assigned. */
  departments?: readonly string[]
}

/** The thing as permission asks about it. Whoever wrote any of it wrote it. */
export const asThing = (one: OnItsWay, state: Thing['state'], person: Person): Thing => {
  const agent = agentOf(person)
  return {
    kind: one.kind,
    world: one.world,
    owners: one.owners,
    keeper: one.owners.find(isKeeper) ?? null,
    state,
    tier: 'public',
    departments: one.departments ?? [],
    writtenBy: one.writers.includes(agent) ? agent : (one.writers.at(-1) ?? null),
  }
}

/** The same for writing in it, giving it up and bringing back what it said. */
export const asWritten = (one: OnItsWay, state: Thing['state'], person: Person): Thing =>
  asThing({ ...one, owners: one.hands ?? one.owners }, state, person)

/** The owners for whom somebody may do this to a thing: each owner answers for themselves alone. */
export const ownersFor = (
  one: OnItsWay,
  act: Act,
  { state }: Pick<Standing, 'state'>,
  person: Person,
  may: (person: Person, act: Act, thing: Thing) => boolean,
): Owner[] =>
  one.owners.filter((owner) =>
    may(person, act, {
      ...asThing(one, state, person),
      owners: [owner],
      keeper: isKeeper(owner) ? owner : null,
    }),
  )
