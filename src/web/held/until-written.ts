// What was read of a world, kept until something is written to it. Most pages are asked for between two writes, and the
// dearest of them (the parties of a treaty over the years, what changed since a day) follow from facts alone.
import { findWorldVersion } from '../../db/setting-store.ts'
import type { Db } from '../../db/store.ts'
import { calendarToday } from '../../facts/today.ts'
import { instrumentsVersion } from '../../instrument-folders.ts'

// biome-ignore lint/suspicious/noExplicitAny: any question that can be written as JSON will do
type Reads = Record<string, (...asked: any[]) => Promise<unknown>>

// Of each group of reads; an answer may be large.
const most = 64

/** How much of a group is kept where its answers are of very different sizes: `sizeOf` an answer, `room` for all of them. */
export type Room<R extends Reads> = {
  room: number
  sizeOf: (answer: Awaited<ReturnType<R[keyof R]>>) => number
}

/**
 * The same reads, each asked once for what it is asked, and again only after a write or on another day: one small query
 * tells. Answers are shared: nobody may change them. A refusal is not kept. Where `limit` says so, what was not asked for
 * longest goes when there is no room for all; the last answer is kept however large it is.
 */
export const untilWritten = <R extends Reads>(db: Db, reads: R, limit?: Room<R>): R => {
  const kept = new Map<string, { version: string; answer: Promise<unknown>; size: number }>()
  /** Takes away what was not asked for longest until the others have room. */
  const makeRoom = (): void => {
    const { room = Number.POSITIVE_INFINITY } = limit ?? {}
    let size = [...kept.values()].reduce((sum, one) => sum + one.size, 0)
    for (const [key, one] of kept) {
      if (kept.size <= most && (size <= room || kept.size === 1)) return
      kept.delete(key)
      size -= one.size
    }
  }
  const keeping =
    (name: string, read: Reads[string]): Reads[string] =>
    async (...asked) => {
      const version = `${await findWorldVersion(db)} ${instrumentsVersion()} ${calendarToday()}`
      const key = JSON.stringify([name, asked])
      const found = kept.get(key)
      // Asked for last, it stays longest.
      kept.delete(key)
      const current = found?.version === version ? found : { version, answer: read(...asked), size: 0 }
      kept.set(key, current)
      makeRoom()
      try {
        const answer = await current.answer
        if (limit !== undefined && current !== found) {
          current.size = limit.sizeOf(answer as Awaited<ReturnType<R[keyof R]>>)
          makeRoom()
        }
        return answer
      } catch (error) {
        kept.delete(key)
        throw error
      }
    }
  return Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, keeping(name, read)])) as R
}
