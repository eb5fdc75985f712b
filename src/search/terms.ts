// The words an index holds, counted, and in order: whether one begins so. Words come one by one, most of them at first.

export type Terms = {
  /** A text has the term; the same text may say so several times. */
  add: (term: string) => void
  /** As often as it was added for a text that is taken out. */
  remove: (term: string) => void
  has: (term: string) => boolean
  /** Whether a term is held, or begins one that is. */
  beginsOne: (start: string) => boolean
}

/** The place of the first of these, in order, that is not before `start`. */
const firstFrom = (terms: readonly string[], start: string): number => {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]! < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Two lists in order as one, which takes a fraction of sorting them. */
const merged = (a: readonly string[], b: readonly string[]): string[] => {
  const all: string[] = []
  let at = 0
  for (const term of a) {
    while (at < b.length && b[at]! < term) all.push(b[at++]!)
    all.push(term)
  }
  return all.concat(b.slice(at))
}

/** How many words may stand beside those in order before they are put among them. */
const mostBeside = 500

/** No terms yet. */
export const createTerms = (): Terms => {
  /** How often each was added; 0: it is held no more, and keeps its place. */
  const counts = new Map<string, number>()
  let sorted: string[] = []
  let late: string[] = []
  const has = (term: string): boolean => (counts.get(term) ?? 0) > 0
  return {
    add: (term) => {
      const before = counts.get(term)
      if (before === undefined) late.push(term)
      counts.set(term, (before ?? 0) + 1)
    },
    remove: (term) => void counts.set(term, Math.max(0, (counts.get(term) ?? 0) - 1)),
    has,
    beginsOne: (start) => {
      if (late.length > mostBeside) {
        sorted = merged(sorted, late.sort())
        late = []
      }
      for (let at = firstFrom(sorted, start); sorted[at]?.startsWith(start) === true; at++)
        if (has(sorted[at]!)) return true
      return late.some((term) => term.startsWith(start) && has(term))
    },
  }
}
