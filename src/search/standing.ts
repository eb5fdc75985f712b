// Which facts may be found, by the actors they are of, and which of them are still to be read into the index. Pure.
import type { Place } from './store.ts'

export type Standing = {
  /** How many stand. */
  size: number
  /** How many of them are to be read, or to be read again. */
  missing: number
  has: (fact: Place) => boolean
  /** What stands now of `actors`, or of all, in place of what stood. Gives back what stands no more. */
  settle: (now: ReadonlyMap<string, readonly string[]>, actors?: readonly string[]) => Place[]
  /** All facts of an actor are to be read again: what is said of them is no longer so. */
  outdate: (actor: string) => void
  outdateAll: () => void
  /** The fact was read; nothing happens where it does not stand. */
  noteRead: (fact: Place) => void
  /** Those to be read, by actor. */
  listMissing: () => Place[]
}

/** Nothing stands yet. */
export const createStanding = (): Standing => {
  const standing = new Map<string, ReadonlySet<string>>()
  const missing = new Map<string, Set<string>>()
  const count = (sets: Iterable<ReadonlySet<string>>): number => {
    let sum = 0
    for (const set of sets) sum += set.size
    return sum
  }
  const miss = (actor: string, ids: Iterable<string>): void => {
    const of = missing.get(actor) ?? new Set()
    for (const id of ids) of.add(id)
    if (of.size > 0) missing.set(actor, of)
  }
  const forget = ({ actor, id }: Place): void => {
    const of = missing.get(actor)
    of?.delete(id)
    if (of?.size === 0) missing.delete(actor)
  }
  return {
    get size() {
      return count(standing.values())
    },
    get missing() {
      return count(missing.values())
    },
    has: ({ actor, id }) => standing.get(actor)?.has(id) === true,
    settle: (now, actors = [...new Set([...standing.keys(), ...now.keys()])]) => {
      const gone: Place[] = []
      for (const actor of actors) {
        const before = standing.get(actor) ?? new Set()
        const ids = new Set(now.get(actor))
        for (const id of before) if (!ids.has(id)) gone.push({ actor, id })
        miss(actor, before.size === 0 ? ids : [...ids].filter((id) => !before.has(id)))
        if (ids.size === 0) standing.delete(actor)
        else standing.set(actor, ids)
      }
      for (const fact of gone) forget(fact)
      return gone
    },
    outdate: (actor) => miss(actor, standing.get(actor) ?? []),
    outdateAll: () => {
      for (const [actor, ids] of standing) miss(actor, ids)
    },
    noteRead: forget,
    listMissing: () =>
      [...missing]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([actor, ids]) => [...ids].map((id) => ({ actor, id }))),
  }
}
