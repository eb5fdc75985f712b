// A small index beside a large one, as one: what everybody finds, and with it what somebody sees more. The large one is
// shared and never changed, so nothing of the small one reaches whoever does not see it.
import type { SearchResult } from 'minisearch'
import type { Kind } from './document.ts'
import type { Index } from './index.ts'

const best = (index: Index, kind: Kind, results: readonly SearchResult[]): number | undefined =>
  results.find(({ id }) => index.documentAt(id).kind === kind)?.score

const byScore = (a: SearchResult, b: SearchResult): number => b.score - a.score

/** `base`, and behind it `extra`: a place from `base.size` on is one of `extra`. */
export const beside = (base: Index, extra: Index): Index => {
  return {
    size: base.size + extra.size,
    documentAt: (place) => (place < base.size ? base.documentAt(place) : extra.documentAt(place - base.size)),
    keysAt: (place) => (place < base.size ? base.keysAt(place) : extra.keysAt(place - base.size)),
    placesOf: (key) => [...base.placesOf(key), ...extra.placesOf(key).map((place) => place + base.size)],
    search: (query, options) => {
      const found = base.search(query, options)
      const more = extra.search(query, options)
      // A score says how rare a word is among the documents of its own index. The best fact of the one counts as much as
      // the best of the other, so that neither stands behind all of the other's.
      const measure = (best(base, 'fact', found) ?? 1) / (best(extra, 'fact', more) ?? 1)
      return [
        ...found,
        ...more.map((one) => ({ ...one, id: one.id + base.size, score: one.score * measure })),
      ].sort(byScore)
    },
    read: base.read,
    isHeld: (term) => base.isHeld(term) || extra.isHeld(term),
    writtenAs: (term) => base.writtenAs(term) ?? extra.writtenAs(term),
  }
}
