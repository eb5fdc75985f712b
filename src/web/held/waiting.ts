// What waits for whoever reads, in one world.
import { listWaiting } from '../../accounts/waiting.ts'
import type { WaitingData } from '../data/approval.ts'
import { namesHeld } from './actor-names.ts'
import type { Reader } from './handles.ts'

export const waitingHeld = ({ db, world, person }: Reader): WaitingData => ({
  listWaiting: async () => {
    const waiting = await listWaiting(db, world, person)
    if (waiting.length === 0) return []
    const nameOf = await namesHeld(db)
    return waiting.map((one) => ({ ...one, actorName: one.actor === null ? null : nameOf(one.actor) }))
  },
})
