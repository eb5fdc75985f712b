// What waits for whoever reads, in one world; how much of it in the other.
import { listWaiting, listWithOthers } from '../../accounts/waiting.ts'
import type { WaitingData } from '../data/approval.ts'
import { namesHeld } from './actor-names.ts'
import type { Reader } from './handles.ts'
import { ownerShown } from './standing-shown.ts'

export const waitingHeld = ({ db, world, person, other }: Reader): WaitingData => ({
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
