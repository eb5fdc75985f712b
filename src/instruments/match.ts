// Which text of one plan is which text of another. Equal texts first; then the pairing whose total likeness is the
// greatest, so that no early pair takes a partner that belongs to another.

/** A text to be paired. `kin` names what else speaks for a pair, such as the pairing of the actions they hang on. */
export type Item = { id: string; text: string; parent: string | null }

/** `score` is 1 for equal texts; otherwise the likeness of the words, from 0 to 1. */
export type Pair = {
  from: number
  to: number
  score: number
  shared: string[]
  onlyBefore: string[]
  onlyAfter: string[]
}

/** Texts less alike than this are not the same promise in other words. */
export const leastLikeness = 0.5
/** Largest group of texts alike enough to compete that is paired exactly; beyond, the likest pairs come first. */
const largestExactGroup = 400

/** The words of a text, small; a word with a hyphen or an apostrophe is one. */
export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? []

type Bag = { counts: Map<string, number>; weight: number }

/**
 * Pairs of two lists of texts. Likeness is the share of words in common, each word weighted by its rarity in both
 * lists: "Percentage of State Parties that report" makes nothing alike. `kinship` adds up to 0.1 in favour of a pair.
 * `fixed` are pairs of places that somebody decided: they are taken first, whatever their words.
 */
export const matchTexts = (
  before: Item[],
  after: Item[],
  kinship: (a: Item, b: Item) => number,
  fixed: [number, number][] = [],
): Pair[] => {
  const pairs: Pair[] = []
  const takenBefore = new Set<number>()
  const takenAfter = new Set<number>()
  const take = (pair: Pair) => {
    pairs.push(pair)
    takenBefore.add(pair.from)
    takenAfter.add(pair.to)
  }
  const weightOf = wordWeights([...before, ...after].map(({ text }) => text))
  for (const [from, to] of fixed)
    if (!takenBefore.has(from) && !takenAfter.has(to)) {
      const [a, b] = [before[from]!.text, after[to]!.text]
      take({ from, to, score: a === b ? 1 : likenessOf(a, b, weightOf), ...wordDifference(a, b) })
    }
  const free = (items: Item[], taken: Set<number>) =>
    items.map((item, i) => (taken.has(i) ? undefined : item))
  for (const [from, to] of equalTexts(free(before, takenBefore), free(after, takenAfter), kinship))
    take({ from, to, score: 1, shared: [], onlyBefore: [], onlyAfter: [] })
  const left = before.map((_, i) => i).filter((i) => !takenBefore.has(i))
  const right = after.map((_, i) => i).filter((i) => !takenAfter.has(i))
  for (const { from, to, score } of assign(candidates(before, after, left, right, kinship)))
    take({ from, to, score, ...wordDifference(before[from]!.text, after[to]!.text) })
  return pairs.sort((a, b) => a.from - b.from)
}

// Where one text stands several times, its places are paired by kinship, then in order.
const equalTexts = (
  before: (Item | undefined)[],
  after: (Item | undefined)[],
  kinship: (a: Item, b: Item) => number,
): [number, number][] => {
  const places = new Map<string, number[]>()
  after.forEach((item, i) => {
    if (item === undefined) return
    const same = places.get(item.text)
    if (same === undefined) places.set(item.text, [i])
    else same.push(i)
  })
  const pairs: [number, number][] = []
  const open: number[] = []
  const pairUp = (from: number, to: number) => {
    pairs.push([from, to])
    const same = places.get(before[from]!.text)!
    same.splice(same.indexOf(to), 1)
  }
  before.forEach((item, i) => {
    if (item === undefined) return
    const kin = places
      .get(item.text)
      ?.slice(0, 50)
      .find((k) => kinship(item, after[k]!) > 0)
    if (kin === undefined) open.push(i)
    else pairUp(i, kin)
  })
  for (const i of open) {
    const first = places.get(before[i]!.text)?.[0]
    if (first !== undefined) pairUp(i, first)
  }
  return pairs
}

/** Likeness of two texts, from 0 to 1: the share of their words in common, each weighted. */
export const likenessOf = (a: string, b: string, weightOf: (word: string) => number): number => {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const left = [...second]
  const weightOfAll = (words: string[]) => words.reduce((sum, word) => sum + weightOf(word), 0)
  const shared = first.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * weightOfAll(shared)) / Math.max(Number.EPSILON, weightOfAll(first) + weightOfAll(second))
}

/** How much a word says, by its rarity in all the texts. */
export const wordWeights = (texts: string[]): ((word: string) => number) => {
  const frequency = new Map<string, number>()
  for (const text of texts)
    for (const word of new Set(wordsOf(text))) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + texts.length / (frequency.get(word) ?? 1))
}

type Candidate = { from: number; to: number; score: number; gain: number }

const candidates = (
  before: Item[],
  after: Item[],
  left: number[],
  right: number[],
  kinship: (a: Item, b: Item) => number,
): Candidate[] => {
  const weightOf = wordWeights([...before, ...after].map(({ text }) => text))
  const bagOf = (text: string): Bag => {
    const counts = new Map<string, number>()
    let weight = 0
    for (const word of wordsOf(text)) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
      weight += weightOf(word)
    }
    return { counts, weight }
  }
  const bags = new Map(right.map((to) => [to, bagOf(after[to]!.text)]))
  const byWord = new Map<string, number[]>()
  for (const [to, bag] of bags)
    for (const word of bag.counts.keys()) byWord.set(word, [...(byWord.get(word) ?? []), to])
  const found: Candidate[] = []
  for (const from of left) {
    const bag = bagOf(before[from]!.text)
    const common = new Map<number, number>()
    for (const [word, count] of bag.counts)
      for (const to of byWord.get(word) ?? []) {
        const shared = Math.min(count, bags.get(to)!.counts.get(word) ?? 0) * weightOf(word)
        common.set(to, (common.get(to) ?? 0) + shared)
      }
    for (const [to, shared] of common) {
      const score = (2 * shared) / (bag.weight + bags.get(to)!.weight)
      if (score >= leastLikeness)
        found.push({ from, to, score, gain: score + kinship(before[from]!, after[to]!) })
    }
  }
  return found
}

/** The pairs with the greatest total gain, each text at most once. */
export const assign = (all: Candidate[]): Candidate[] => {
  const chosen: Candidate[] = []
  for (const group of groupsOf(all)) {
    const rows = [...new Set(group.map((c) => c.from))]
    const columns = [...new Set(group.map((c) => c.to))]
    if (Math.max(rows.length, columns.length) <= largestExactGroup)
      chosen.push(...assignExactly(group, rows, columns))
    else chosen.push(...assignLikestFirst(group))
  }
  return chosen
}

// Candidates that share no text with one another do not compete.
const groupsOf = (all: Candidate[]): Candidate[][] => {
  const root = new Map<string, string>()
  const find = (key: string): string => {
    let at = key
    while (root.get(at) !== undefined && root.get(at) !== at) at = root.get(at)!
    root.set(key, at)
    return at
  }
  for (const { from, to } of all) root.set(find(`f${from}`), find(`t${to}`))
  const groups = new Map<string, Candidate[]>()
  for (const candidate of all) {
    const key = find(`f${candidate.from}`)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [candidate])
    else group.push(candidate)
  }
  return [...groups.values()]
}

const assignLikestFirst = (group: Candidate[]): Candidate[] => {
  const from = new Set<number>()
  const to = new Set<number>()
  return group
    .toSorted((a, b) => b.gain - a.gain)
    .filter((c) => !from.has(c.from) && !to.has(c.to) && from.add(c.from) && to.add(c.to))
}

// The assignment problem by shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957), O(n³). Cells without
// a candidate gain nothing, which leaves their texts unpaired.
const assignExactly = (group: Candidate[], rows: number[], columns: number[]): Candidate[] => {
  const size = Math.max(rows.length, columns.length)
  const rowOf = new Map(rows.map((row, i) => [row, i + 1]))
  const columnOf = new Map(columns.map((column, i) => [column, i + 1]))
  const cells = new Map<number, Candidate>()
  for (const c of group) cells.set(rowOf.get(c.from)! * (size + 1) + columnOf.get(c.to)!, c)
  const costOf = (row: number, column: number) => -(cells.get(row * (size + 1) + column)?.gain ?? 0)
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowAt = new Int32Array(size + 1)
  const way = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    rowAt[0] = row
    let column = 0
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(size + 1)
    do {
      used[column] = 1
      const current = rowAt[column]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (used[j] === 1) continue
        const reduced = costOf(current, j) - rowPotential[current]! - columnPotential[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          way[j] = column
        }
        if (least[j]! < delta) {
          delta = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (used[j] === 1) {
          rowPotential[rowAt[j]!]! += delta
          columnPotential[j]! -= delta
        } else least[j]! -= delta
      }
      column = next
    } while (rowAt[column] !== 0)
    do {
      const before = way[column]!
      rowAt[column] = rowAt[before]!
      column = before
    } while (column !== 0)
  }
  const chosen: Candidate[] = []
  for (let j = 1; j <= size; j++) {
    const candidate = cells.get(rowAt[j]! * (size + 1) + j)
    if (candidate !== undefined) chosen.push(candidate)
  }
  return chosen
}

/** Words the two texts share, and words only one of them has, each once. */
export const wordDifference = (before: string, after: string) => {
  const a = new Set(wordsOf(before))
  const b = new Set(wordsOf(after))
  return {
    shared: [...a].filter((word) => b.has(word)),
    onlyBefore: [...a].filter((word) => !b.has(word)),
    onlyAfter: [...b].filter((word) => !a.has(word)),
  }
}
