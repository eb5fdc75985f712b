// Searching one world: its index is built when it is first asked for, and again once something was written.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { instrumentsVersion } from '../instrument-folders.ts'
import { beside } from './beside.ts'
import { readDocuments, readDocumentsBeyondPublic } from './documents-held.ts'
import { type Found, find, nothingFound, type SearchQuery } from './found.ts'
import { buildIndex, type Index } from './index.ts'
import { readQuery } from './query.ts'
import { readMark } from './store.ts'
import { createReader } from './words.ts'

/** As of which day, and after which write. */
type Moment = { today: string; mark: string }

const momentIn = async (db: Db): Promise<Moment> => {
  const today = await todayIn(db)
  return { today, mark: `${today}|${instrumentsVersion()}|${await readMark(db)}` }
}

/** What `build` made, for as long as nothing is written; whoever asks while it is being built waits for the same. */
const keptUntilWritten = <T>(build: (today: string) => Promise<T>): ((at: Moment) => Promise<T>) => {
  let held: { mark: string; made: Promise<T> } | undefined
  return ({ today, mark }) => {
    if (held?.mark !== mark) {
      const made = build(today)
      held = { mark, made }
      // A build that failed is no index; the next search tries again.
      made.catch(() => {
        if (held?.made === made) held = undefined
      })
    }
    return held.made
  }
}

export type Search = (query: SearchQuery) => Promise<Found>

const searchOf =
  (fresh: () => Promise<Index>): Search =>
  async (query) => {
    if (readQuery(query.q, createReader()).length > 0) return find(await fresh(), query)
    // Whoever asks nothing is about to ask: the index is made meanwhile. What fails is said to the first who asks.
    void fresh().catch(() => {})
    return nothingFound(query.q)
  }

export type WorldSearch = {
  /** What everyone finds. */
  search: Search
  /** The same for somebody who sees what `seen` shows: what everyone finds and, in an index beside it, the facts not everyone sees. */
  searchBeside: (seen: Db) => Search
}

/**
 * Searches a world. The index is built with the first search and stays in memory; it is built anew, while others are
 * served, when anything was written by whatever process, or a new day began. Of facts, what `db` sees.
 */
export const openSearch = (db: Db): WorldSearch => {
  const ofAll = keptUntilWritten((today) => buildIndex(readDocuments(db, today)))
  return {
    search: searchOf(async () => ofAll(await momentIn(db))),
    searchBeside: (seen) => {
      const ofMore = keptUntilWritten((today) => buildIndex(readDocumentsBeyondPublic(seen, today)))
      return searchOf(async () => {
        const at = await momentIn(db)
        const [base, extra] = await Promise.all([ofAll(at), ofMore(at)])
        return beside(base, extra)
      })
    },
  }
}
