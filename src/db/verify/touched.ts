// What events touched, read beside the events: both come in the order of the trail.
import { type AuditReader, type KeptThing, listPlaces, thingRows } from '../audit-store.ts'
import { digestThings } from '../chain.ts'

/** Reads what events touched, one event after the other. `onOrphan`: something stands at a place where no event is. */
export const touchedInOrder = (db: AuditReader, onOrphan: (seq: number) => void) => {
  const things = thingRows(db)
  return {
    /** What the event at this place touched, one by one; gives the digest of all of it, and the first. */
    at: async (
      seq: number,
      take: (one: KeptThing) => Promise<void>,
    ): Promise<{ sha256: string; first: string | null }> => {
      const digest = digestThings()
      let first: string | null = null
      for (let one = await things.peek(); one !== undefined && one.seq <= seq; one = await things.peek()) {
        await things.next()
        if (one.seq < seq) {
          onOrphan(one.seq)
          continue
        }
        first ??= one.thing
        digest.add(one)
        await take(one)
      }
      return { sha256: digest.sha256(), first }
    },
    /** What stands behind the last event that was asked for; what belongs to one written since is nobody's orphan. */
    rest: async (): Promise<void> => {
      const left = new Set<number>()
      for (let one = await things.next(); one !== undefined; one = await things.next()) left.add(one.seq)
      const written = await listPlaces(db, [...left])
      for (const seq of left) if (!written.has(seq)) onOrphan(seq)
    },
  }
}
