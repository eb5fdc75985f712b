// What waits for a person: drafts of theirs to finish, what was returned to them, what they can approve, what they can
// publish.
import type { Db, World } from '../db/store.ts'
import { type Standing, standingOf } from './approval.ts'
import { listDecisions } from './approval-store.ts'
import { may } from './may.ts'
import { asThing, ownersFor } from './on-its-way.ts'
import { agentOf, type Person } from './person.ts'
import { listOpenThings, type OpenThing } from './waiting-store.ts'

/** In the order in which they are listed. */
export const waitingReasons = ['returned', 'approve', 'publish', 'finish'] as const
/**
 * `returned`: to them, with a note. `approve`: its author asks for the approval of an owner whose part they have.
 * `publish`: each owner has approved it. `finish`: they began it, and nobody has been asked to approve it.
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

const reasonsOf = (
  open: OpenThing,
  standing: Standing,
  world: World,
  person: Person,
): { reason: WaitingReason; note: string | null }[] => {
  const writers = open.writers.filter(isSet)
  const one = { world, kind: open.what, owners: open.owners, writers }
  // What nobody is known to have begun was begun at the desk.
  const isTheirs = writers.includes(agentOf(person)) || (writers.length === 0 && person.as === 'desk')
  if (standing.state === 'approved')
    return may(person, 'publish', asThing(one, 'approved', person)) ? [{ reason: 'publish', note: null }] : []
  const { asked, returned } = standing
  if (asked !== null) {
    const theirs = ownersFor(one, 'approve', standing, person, may)
    const isOpen = standing.owners.some(({ owner, approved }) => approved === null && theirs.includes(owner))
    return isOpen ? [{ reason: 'approve', note: asked.note }] : []
  }
  if (!isTheirs) return []
  return [returned === null ? { reason: 'finish', note: null } : { reason: 'returned', note: returned.note }]
}

/** What waits for a person in one world, by reason, what was changed last first. Nothing waits for the public. */
export const listWaiting = async (db: Db, world: World, person: Person): Promise<Waiting[]> => {
  if (person.as === 'public' || person.as === 'command') return []
  const own = person.as === 'desk' ? [] : person.grants.filter((grant) => grant.world === world)
  const owners = person.as === 'desk' ? 'all' : own.flatMap(({ of }) => (of === null ? [] : [of]))
  if (owners.length === 0) return []
  const open = await listOpenThings(db, owners)
  const decided = await listDecisions(
    db,
    open.map(({ thing }) => thing),
  )
  const waiting = open.flatMap((one): Waiting[] => {
    const standing = standingOf(one.owners, decided.get(one.thing) ?? [], one.sha256)
    const { writers: _, sha256: __, ...shown } = one
    return reasonsOf(one, standing, world, person).map(({ reason, note }) => ({
      ...shown,
      world,
      reason,
      approved: standing.approved,
      of: standing.of,
      note,
    }))
  })
  return waitingReasons.flatMap((reason) => waiting.filter((one) => one.reason === reason))
}
