// What waits for a person: drafts of theirs to finish, what was returned to them, what they can approve, what they can
// publish.
import type { Db, World } from '../db/store.ts'
import { type Decision, type Standing, standingOf } from './approval.ts'
import { listDecisions } from './approval-store.ts'
import { may } from './may.ts'
import { asThing, ownersFor } from './on-its-way.ts'
import { agentOf, type Owner, type Person } from './person.ts'
import { listOpenThings, type OpenThing } from './waiting-store.ts'

/** In the order in which they are listed. */
export const waitingReasons = ['returned', 'approve', 'publish', 'finish'] as const
/**
 * `returned`: to them, with a note. `approve`: its author asks for the approval of an owner whose part they have.
 * `publish`: each owner has approved it. `finish`: they began it, and nobody has been asked to approve it.
 * What was returned waits for whoever began it, wrote in it, or asked for its approval.
 */
export type WaitingReason = (typeof waitingReasons)[number]

export type Waiting = Omit<OpenThing, 'writers' | 'sha256'> & {
  world: World
  reason: WaitingReason
  /** How many of its owners have approved it as it stands: n of N. */
  approved: number
  of: number
  /** What to change, where it was returned; what its author says, where it is to be approved. */
  note: string | null
}

const isSet = <T>(value: T | null): value is T => value !== null

/** Something on its way, where it stands, and who called it ready last. */
type Placed = { open: OpenThing; standing: Standing; askedBy: string | null }

const placed = (open: OpenThing, decided: readonly Decision[]): Placed => ({
  open,
  standing: standingOf(open.owners, decided, open.sha256),
  askedBy: decided.findLast(({ decision }) => decision === 'asked')?.agent ?? null,
})

/** Whether somebody began it, wrote in it or asked for its approval. */
const isOf = ({ open, askedBy }: Placed, person: Person): boolean => {
  const writers = open.writers.filter(isSet)
  // What nobody is known to have begun was begun at the desk.
  if (writers.length === 0 && person.as === 'desk') return true
  return [...writers, askedBy].includes(agentOf(person))
}

const reasonsOf = (
  thing: Placed,
  world: World,
  person: Person,
): { reason: WaitingReason; note: string | null }[] => {
  const { open, standing } = thing
  // A page is frozen, approved and published as figures are.
  const kind = open.what === 'page' ? 'figures' : open.what
  const one = { world, kind, owners: open.owners, writers: open.writers.filter(isSet) } as const
  if (standing.state === 'approved')
    return may(person, 'publish', asThing(one, 'approved', person)) ? [{ reason: 'publish', note: null }] : []
  const { asked, returned } = standing
  if (asked !== null) {
    const theirs = ownersFor(one, 'approve', standing, person, may)
    const isOpen = standing.owners.some(({ owner, approved }) => approved === null && theirs.includes(owner))
    return isOpen ? [{ reason: 'approve', note: asked.note }] : []
  }
  if (!isOf(thing, person)) return []
  return [returned === null ? { reason: 'finish', note: null } : { reason: 'returned', note: returned.note }]
}

const listPlaced = async (db: Db, world: World, person: Person): Promise<Placed[]> => {
  if (person.as === 'public' || person.as === 'command') return []
  const own = person.as === 'desk' ? [] : person.grants.filter((grant) => grant.world === world)
  const owners = person.as === 'desk' ? 'all' : own.flatMap(({ of }) => (of === null ? [] : [of]))
  if (owners.length === 0) return []
  const open = await listOpenThings(db, owners)
  const decided = await listDecisions(
    db,
    open.map(({ thing }) => thing),
  )
  return open.map((one) => placed(one, decided.get(one.thing) ?? []))
}

const shownOf = ({ open, standing }: Placed, world: World) => {
  const { writers: _, sha256: __, ...shown } = open
  return { ...shown, world, approved: standing.approved, of: standing.of }
}

/** What waits for a person in one world, by reason, what was changed last first. Nothing waits for the public. */
export const listWaiting = async (db: Db, world: World, person: Person): Promise<Waiting[]> => {
  const waiting = (await listPlaced(db, world, person)).flatMap((one) =>
    reasonsOf(one, world, person).map((why): Waiting => ({ ...shownOf(one, world), ...why })),
  )
  return waitingReasons.flatMap((reason) => waiting.filter((one) => one.reason === reason))
}

/** Something that a person wrote or called ready, and that waits for others. */
export type WithOthers = Omit<Waiting, 'reason'> & {
  /** The owners who have not approved it yet. */
  missing: Owner[]
}

/** What a person has out for approval in one world and only others can approve, what was changed last first. */
export const listWithOthers = async (db: Db, world: World, person: Person): Promise<WithOthers[]> =>
  (await listPlaced(db, world, person)).flatMap((one): WithOthers[] => {
    const { asked, state, owners } = one.standing
    const isOut = asked !== null && state === 'draft' && isOf(one, person)
    if (!isOut || reasonsOf(one, world, person).length > 0) return []
    const missing = owners.flatMap(({ owner, approved }) => (approved === null ? [owner] : []))
    return [{ ...shownOf(one, world), note: asked.note, missing }]
  })
