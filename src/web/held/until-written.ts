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

/**
 * The same reads, each asked once for what it is asked, and again only after a write or on another day: one small query
 * tells. Answers are shared: nobody may change them. A refusal is not kept.
 */
export const untilWritten = <R extends Reads>(db: Db, reads: R): R => {
  const kept = new Map<string, { version: string; answer: Promise<unknown> }>()
  const keeping =
    (name: string, read: Reads[string]): Reads[string] =>
    async (...asked) => {
      const version = `${await findWorldVersion(db)} ${instrumentsVersion()} ${calendarToday()}`
      const key = JSON.stringify([name, asked])
      const found = kept.get(key)
      // Asked for last, it stays longest.
      kept.delete(key)
      const current = found?.version === version ? found : { version, answer: read(...asked) }
      kept.set(key, current)
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
      try {
        return await current.answer
      } catch (error) {
        kept.delete(key)
        throw error
      }
    }
  return Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, keeping(name, read)])) as R
}
