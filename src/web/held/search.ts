// What the search page reads, from what is held.
import { isPublicSight, type Sight } from '../../accounts/sight.ts'
import type { Db } from '../../db/store.ts'
import { openSearch } from '../../search/search.ts'
import type { SearchData } from '../data/search.ts'

/** The search of what `seen` shows of one world; its index is made with the first question. */
export const searchHeld = (seen: Db): SearchData => ({ search: openSearch(seen) })

// Each index holds a whole world; whoever asks again within the hour mostly sees what the last one saw.
const mostKept = 3

/**
 * Search for those who see more than the public: an index for each sight, of which the latest are kept. Whoever finds
 * what is not public leaves its trace: `noteFact` is told.
 */
export const searchOfSights = (
  open: (sight: Sight) => Db,
): ((sight: Sight, noteFact: (fact: { actor: string; datumId: string }) => void) => SearchData) => {
  const kept = new Map<string, SearchData>()
  return (sight, noteFact) => {
    if (isPublicSight(sight)) throw new Error('The public has a search of its own')
    const key = JSON.stringify([sight.partner, sight.restricted])
    const own = kept.get(key) ?? searchHeld(open(sight))
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
