// What waits for whoever reads, in one world; how much of it in the other.
import type { Person } from '../../accounts/person.ts'
import { listWaiting, listWithOthers } from '../../accounts/waiting.ts'
import { findLastWrite } from '../../accounts/waiting-store.ts'
import type { Db, World } from '../../db/store.ts'
import type { WaitingData } from '../data/approval.ts'
import { namesHeld } from './actor-names.ts'
import type { Reader } from './handles.ts'
import { ownerShown } from './standing-shown.ts'

type Counted = { seq: number; count: Promise<number> }
const counts = new WeakMap<Db, Map<string, Counted>>()
const mostKept = 256

/**
 * How much waits for a person: every page says it to whoever has signed in, so it is counted once for the same roles until an
 * event is written.
 */
const countKept = async (db: Db, world: World, person: Person): Promise<number> => {
  if (person.as !== 'person' || !person.grants.some((grant) => grant.world === world)) return 0
  const kept = counts.get(db) ?? new Map<string, Counted>()
  counts.set(db, kept)
  const key = JSON.stringify([person.personId, person.scopes, person.grants])
  const seq = await findLastWrite(db)
  const found = kept.get(key)
  const counted =
    found !== undefined && found.seq === seq
      ? found
      : { seq, count: listWaiting(db, world, person).then((waiting) => waiting.length) }
  kept.delete(key)
  kept.set(key, counted)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  try {
    return await counted.count
  } catch (error) {
    kept.delete(key)
    throw error
  }
}

export const waitingHeld = ({ db, world, person, other }: Reader): WaitingData => ({
  countWaiting: () => countKept(db, world, person),
  listWaiting: async () => {
    const waiting = await listWaiting(db, world, person)
    if (waiting.length === 0) return []
    const nameOf = await namesHeld(db)
    return waiting.map((one) => ({ ...one, actorName: one.actor === null ? null : nameOf(one.actor) }))
  },
  listWithOthers: async () => {
    const out = await listWithOthers(db, world, person)
    if (out.length === 0) return []
    const nameOf = await namesHeld(db)
    return out.map((one) => ({
      ...one,
      actorName: one.actor === null ? null : nameOf(one.actor),
      missing: one.missing.map((owner) => ownerShown(owner, nameOf, null)),
    }))
  },
  countElsewhere: async () => {
    const elsewhere = world === 'register' ? 'exercise' : 'register'
    const count = other === undefined ? 0 : (await listWaiting(other, elsewhere, person)).length
    return { world: elsewhere, count }
  },
})
