// What the search page reads.
import type { Found, SearchQuery } from '../../search/found.ts'

export type SearchData = {
  search: (query: SearchQuery) => Promise<Found>
}
