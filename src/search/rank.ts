// The order of results: who types a code or a number means it, then names, then whatever the engine's score says.
import type { SearchResult } from 'minisearch'
import { type Kind, kinds } from './document.ts'
import { boost, type Index, type Keys } from './index.ts'
import { type Asked, formsOf, isHeldWord, type Nearness, queryOf, readQuery } from './query.ts'
import { keyOf } from './words.ts'

/**
 * How near a result is: an exact code, an exact name, a name that begins so, a word somewhere, a word misspelled; or a word of
 * the title of its kind alone, which thousands may share.
 */
export const tiers = ['code', 'name', 'beginning', 'words', 'near', 'kind'] as const
export type Tier = (typeof tiers)[number]

export type Ranked = {
  /** Place of the document in the index. */
  at: number
  tier: Tier
  score: number
  /** Terms of the document that matched. */
  terms: string[]
  /** Its own name has all the words, not a text of it alone. */
  isNamed: boolean
}

const tierOf = ({ codes, names }: Keys, key: string): Tier | undefined => {
  if (codes.includes(key)) return 'code'
  if (names.includes(key)) return 'name'
  return key.length > 1 && names.some((name) => name.startsWith(key)) ? 'beginning' : undefined
}

/** The tiers of results, told once for all that are called the same. */
const tiersBy = (index: Index, key: string): ((at: number) => Tier | undefined) => {
  const told = new Map<Keys, Tier | undefined>()
  return (at) => {
    const keys = index.keysAt(at)
    if (!told.has(keys)) told.set(keys, tierOf(keys, key))
    return told.get(keys)
  }
}

const place = new Map(tiers.map((tier, at) => [tier, at]))

const byRank = (a: Ranked, b: Ranked): number =>
  place.get(a.tier)! - place.get(b.tier)! || b.score - a.score || a.at - b.at

/** How many results are compared word for word with what was typed. */
const closelyRead = 60

/** Texts with the very phrase come before those that have its words apart. */
const favourPhrases = (index: Index, ranked: Ranked[], key: string, words: number): void => {
  if (words < 2) return
  for (const result of ranked.slice(0, closelyRead)) {
    const { parts, title } = index.documentAt(result.at)
    if ([title, ...parts.map((part) => part.text)].some((text) => keyOf(text).includes(key)))
      result.score *= 2
  }
}

/** Whether nothing but the title of its kind has the words. */
const isByKind = ({ match }: SearchResult): boolean => {
  const found = Object.values(match)
  return found.length > 0 && found.every((fields) => fields.every((field) => field === 'kind'))
}

/** Whether all the words stand in its own name. */
const isNamed = (asked: readonly ReadonlySet<string>[], { match }: SearchResult): boolean => {
  const inName = Object.keys(match).filter((term) => match[term]!.includes('name'))
  return asked.every((forms) => inName.some((term) => forms.has(term)))
}

/** What a word that only begins so counts, beside what has the word itself: "зүй" begins "зүйл", and means something else. */
const ofBeginning = 0.1

/** Whether each word stands in the result itself, in one of its forms, not as the beginning of another. */
const hasWhole = (asked: readonly ReadonlySet<string>[], { terms }: SearchResult): boolean =>
  asked.every((forms) => terms.some((term) => forms.has(term)))

export type RankedAll = {
  ranked: Ranked[]
  /** A word is not held as it was typed; these have words spelled nearly so. */
  isNear: boolean
  /** Nothing has all the words; these have half of them or more. */
  isPartial: boolean
}

/** Everything that answers to the words, best first. `key` is the whole query as codes and names are compared. */
export const rank = (index: Index, asked: readonly Asked[], key: string): RankedAll => {
  const forms = asked.map((word) => new Set(formsOf(word)))
  const run = (options: { combineWith: 'AND' | 'OR'; nearness: Nearness; fields?: string[] }) => {
    const { fields, ...how } = options
    return index
      .search(queryOf(index, asked, how), {
        boost,
        tokenize: (term) => [term],
        processTerm: (term) => term,
        ...(fields === undefined ? {} : { fields }),
      })
      .map((result) => {
        const isWhole = hasWhole(forms, result)
        return { ...result, isWhole, score: isWhole ? result.score : result.score * ofBeginning }
      })
  }
  const tierAt = tiersBy(index, key)
  const isHeld = asked.every((word) => isHeldWord(index, word))
  const rankedOf = (results: ReturnType<typeof run>, words: Tier): Ranked[] => {
    // Where something has all of several words, a name that only begins with their letters is not what was typed.
    const isTyped = asked.length > 1 && results.some(({ isWhole }) => isWhole)
    return results.map((result) => {
      const tier = tierAt(result.id) ?? words
      const isLetters = tier === 'beginning' && isTyped && !result.isWhole
      return {
        ...{ at: result.id, score: result.score, terms: result.terms, isNamed: isNamed(forms, result) },
        tier: isByKind(result) ? 'kind' : isLetters ? words : tier,
      }
    })
  }

  const ranked = rankedOf(run({ combineWith: 'AND', nearness: 'unheld' }), isHeld ? 'words' : 'near')
  const seen = new Set(ranked.map(({ at }) => at))
  for (const at of index.placesOf(key))
    if (!seen.has(at)) {
      seen.add(at)
      ranked.push({ at, score: 0, terms: [], tier: 'code', isNamed: true })
    }
  // Few results, none of them exact: a word that is held may still be a slip for a name.
  const isSlip = ranked.length < 5 && ranked.every(({ tier }) => tier !== 'code' && tier !== 'name')
  const near = isSlip ? run({ combineWith: 'AND', nearness: 'always', fields: ['code', 'name'] }) : []
  ranked.push(
    ...rankedOf(
      near.filter(({ id }) => !seen.has(id)),
      'near',
    ),
  )
  const terms = asked.reduce((sum, { alternatives }) => sum + alternatives[0]!.length, 0)
  if (ranked.length === 0 && terms > 1) {
    const some = run({ combineWith: 'OR', nearness: 'never' })
    const half = rankedOf(
      some.filter(({ queryTerms }) => queryTerms.length >= terms / 2),
      'words',
    )
    return { ranked: half.sort(byRank), isPartial: half.length > 0, isNear: false }
  }
  ranked.sort(byRank)
  favourPhrases(index, ranked, key, asked.length)
  const isNear =
    ranked.length > 0 &&
    ranked.every(({ tier }) => tier === 'near' || tier === 'kind') &&
    (!isHeld || ranked[0]!.tier === 'near')
  // Only those were favoured, who were the first already.
  ranked.splice(0, closelyRead, ...ranked.slice(0, closelyRead).sort(byRank))
  return { ranked, isPartial: false, isNear }
}

/**
 * Kinds with an exact answer first, then those with a name that begins with all of several words, then those with the words in
 * a name, then in their own order; last of all what is found by the kind it is of.
 */
export const byKind = (index: Index, ranked: readonly Ranked[], words: number): [Kind, Ranked[]][] =>
  [...Map.groupBy(ranked, ({ at }) => index.documentAt(at).kind)].sort(([a, [first]], [b, [second]]) => {
    const exact = (result: Ranked | undefined) =>
      result?.tier === 'code' || result?.tier === 'name'
        ? 0
        : result?.tier === 'beginning' && words > 1
          ? 1
          : result?.tier === 'kind'
            ? 4
            : result?.isNamed === true
              ? 2
              : 3
    return exact(first) - exact(second) || kinds.indexOf(a) - kinds.indexOf(b)
  })

/** Letters by which a suggested word may differ from the one typed: one in four letters of it at most, of short ones one. */
const mostEdits = (term: string): number =>
  term.length > 30 ? 0 : Math.min(3, Math.floor(term.length / 3.5))

/** What may have been meant: the held words nearest to those typed; undefined where one has none near it, or nothing has them all. */
export const suggest = (index: Index, asked: readonly Asked[]): string | undefined => {
  const words = asked.map(({ typed, alternatives, isSpaced }) => {
    const [[term] = []] = alternatives
    if (!isSpaced || term === undefined || term.length < 4 || index.writtenAs(term) !== undefined)
      return typed
    const [nearest] = index.search(
      { queries: [term] },
      {
        boost,
        fuzzy: mostEdits(term),
        tokenize: (one) => [one],
        processTerm: (one) => one,
      },
    )
    return nearest?.terms.map(index.writtenAs).find((one) => one !== undefined)
  })
  const typed = asked.map((word) => word.typed).join(' ')
  const suggested = words.join(' ')
  if (words.includes(undefined) || suggested === typed) return undefined
  const { ranked, isPartial } = rank(index, readQuery(suggested, index.read), keyOf(suggested))
  return ranked.length === 0 || isPartial ? undefined : suggested
}
