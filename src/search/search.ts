// Searching one world: its index is made when it is first asked for, and kept as the world changes.
import type { Db } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { instrumentsVersion } from '../instrument-folders.ts'
import { beside } from './beside.ts'
import { readDocumentsBeyondPublic } from './documents-held.ts'
import { type Found, find, nothingFound, type SearchQuery } from './found.ts'
import { buildIndex, type Index } from './index.ts'
import { isSameMoment, keepIndex, type Moment, type Patience, type Reading } from './kept.ts'
import { readQuery } from './query.ts'
import { readMark } from './store.ts'
import { createReader } from './words.ts'

const momentIn = async (db: Db): Promise<Moment> => {
  const today = await todayIn(db)
  const { version, loaded } = await readMark(db)
  return { today, version, loaded: `${instrumentsVersion()}|${loaded}` }
}

/** What `build` made, for as long as nothing is written; whoever asks while it is being built waits for the same. */
const keptUntilWritten = <T>(build: (today: string) => Promise<T>): ((at: Moment) => Promise<T>) => {
  let held: { at: Moment; made: Promise<T> } | undefined
  return (at) => {
    if (held === undefined || !isSameMoment(held.at, at)) {
      const made = build(at.today)
      held = { at, made }
      // A build that failed is no index; the next search tries again.
      made.catch(() => {
        if (held?.made === made) held = undefined
      })
    }
    return held.made
  }
}

/** `isBehind`: something held is not found yet, since it is still being read; `reading` says how much was. */
export type SearchAnswer = Found & { isBehind: boolean; reading: Reading | null }

export type Search = (query: SearchQuery) => Promise<SearchAnswer>

const searchOf =
  (fresh: () => Promise<{ index: Index; reading: Reading | null }>): Search =>
  async (query) => {
    if (readQuery(query.q, createReader()).length > 0) {
      const { index, reading } = await fresh()
      return { ...find(index, query), isBehind: reading !== null, reading }
    }
    // Whoever asks nothing is about to ask: the index is made meanwhile. What fails is said to the first who asks.
    void fresh().catch(() => {})
    return { ...nothingFound(query.q), isBehind: false, reading: null }
  }

export type WorldSearch = {
  /** What everyone finds. */
  search: Search
  /** The same for somebody who sees what `seen` shows: what everyone finds and, in an index beside it, the facts not everyone sees. */
  searchBeside: (seen: Db) => Search
}

/**
 * Searches a world. The index is made with the first search and stays in memory; what was written since, by whatever process,
 * is put in and taken out before a search is answered. Of facts, what `db` sees.
 */
export const openSearch = (db: Db, patience?: Patience): WorldSearch => {
  const ofAll = keepIndex(db, patience)
  return {
    search: searchOf(async () => ofAll(await momentIn(db))),
    searchBeside: (seen) => {
      const ofMore = keptUntilWritten((today) => buildIndex(readDocumentsBeyondPublic(seen, today)))
      return searchOf(async () => {
        const at = await momentIn(db)
        const [{ index, reading }, extra] = await Promise.all([ofAll(at), ofMore(at)])
        return { index: beside(index, extra), reading }
      })
    },
  }
}
