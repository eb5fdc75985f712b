// What the search page reads, from what is held.
import type { Db } from '../../db/store.ts'
import { openSearch } from '../../search/search.ts'
import type { SearchData } from '../data/search.ts'

/** The search of one world; its index is made with the first question. */
export const searchHeld = (db: Db): SearchData => ({ search: openSearch(db) })
