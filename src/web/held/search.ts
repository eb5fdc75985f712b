// What the search page reads, from what is held.
import { isPublicSight, type Sight } from '../../accounts/sight.ts'
import type { Db } from '../../db/store.ts'
import { openSearch, type WorldSearch } from '../../search/search.ts'
import type { SearchData } from '../data/search.ts'

/** The search of what `seen` shows of one world; its index is made with the first question. */
export const searchHeld = (seen: Db): SearchData => ({ search: openSearch(seen).search })

// Of each sight only the facts are kept that not everyone sees; whoever asks again after more than these builds them anew.
const mostKept = 64

/**
 * The search of what everyone sees (`ofPublic`) and of those who see more: all share one index, and beside it each sight has
 * a small one of its facts. Whoever finds what is not public leaves its trace: `noteFact` is told.
 */
export const searchOfSights = (
  { searchBeside }: WorldSearch,
  open: (sight: Sight) => Db,
): ((sight: Sight, noteFact: (fact: { actor: string; datumId: string }) => void) => SearchData) => {
  const kept = new Map<string, SearchData>()
  return (sight, noteFact) => {
    if (isPublicSight(sight)) throw new Error('The public has a search of its own')
    const key = JSON.stringify([sight.partner, sight.restricted])
    const own = kept.get(key) ?? { search: searchBeside(open(sight)) }
    kept.delete(key)
    kept.set(key, own)
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
    return {
      search: async (query) => {
        const found = await own.search(query)
        for (const { kind, tier, of, id } of found.groups.flatMap(({ hits }) => hits))
          if (kind === 'fact' && tier !== 'public') noteFact({ actor: of?.actor ?? '', datumId: id })
        return found
      },
    }
  }
}
