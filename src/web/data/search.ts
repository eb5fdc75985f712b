// What the search page reads.
import type { SearchQuery } from '../../search/found.ts'
import type { SearchAnswer } from '../../search/search.ts'

export type SearchData = {
  search: (query: SearchQuery) => Promise<SearchAnswer>
}
