// What a search gives: results by kind with their counts, each with the place where the words stand.
import type { Tier as SeenBy } from '../facts/datum.ts'
import type { AnswerState } from '../reports/report.ts'
import type { Kind } from './document.ts'
import { type Excerpt, excerptOf, type Marked, markWords } from './excerpt.ts'
import type { Index } from './index.ts'
import { longestQuery, readQuery } from './query.ts'
import { byKind, type Ranked, rank, suggest, type Tier } from './rank.ts'
import { keyOf } from './words.ts'

export type SearchQuery = {
  q: string
  /** Only this kind, page by page; without it, the first few of every kind. */
  kind?: Kind
  /** From 1. */
  page?: number
  /** Of the reader (BCP 47): of words that say the same in several languages, those in it are shown. */
  language?: string
}

export type Hit = {
  kind: Kind
  id: string
  /** `isOurs`: of our own data files, which may hold it in other languages. */
  title: Marked & { language: string | null; isOurs: boolean }
  /** The State or other actor it is, or is of. */
  of: { actor: string; name: string } | null
  year: number | null
  /** What an answer says. */
  answer: AnswerState | null
  detail: string | null
  detailLanguage: string | null
  excerpt: Excerpt | null
  path: string
  entered: boolean
  /** Who sees it. */
  tier: SeenBy
  /** What the match is: an exact code or name, a name that begins so, words, or words nearly so. */
  match: Tier
  /** Compares results of one search only. */
  score: number
}

/** `byKind`: how many of its results have nothing of the words but in the title of the kind of fact they are; they come last. */
export type Group = { kind: Kind; count: number; byKind: { title: string; count: number }[]; hits: Hit[] }

export type Found = {
  query: string
  /** Over all kinds. */
  total: number
  groups: Group[]
  /** Nothing has all the words; these have half of them or more. */
  isPartial: boolean
  /** A word is held nowhere as it was typed; these have words spelled nearly so. */
  isNear: boolean
  /** The words, spelled nearly so, that were found instead, as they are written; a few of them. */
  nearWords: string[]
  /** Another spelling, where nothing or only a part was found. */
  suggestion: string | null
  page: number
  pages: number
}

export const hitsPerKind = 5
export const hitsPerPage = 20

const hitOf = (
  index: Index,
  { key, words, language }: { key: string; words: number; language: string | undefined },
  { at, tier, score, terms }: Ranked,
): Hit => {
  const document = index.documentAt(at)
  const matched = new Set(terms)
  return {
    kind: document.kind,
    id: document.id,
    title: {
      ...markWords(document.title, matched, index.read),
      language: document.titleLanguage,
      isOurs: document.isOurs,
    },
    of: document.of,
    year: document.year,
    answer: document.answer,
    detail: document.detail,
    detailLanguage: document.detailLanguage,
    excerpt: excerptOf(document, { terms: matched, key, words, language }, index.read),
    path: document.path,
    entered: document.entered,
    tier: document.tier,
    match: tier,
    score: Math.round(score * 1000) / 1000,
  }
}

/** What a query without a word gives. */
export const nothingFound = (q: string): Found => ({
  query: q,
  total: 0,
  groups: [],
  isPartial: false,
  isNear: false,
  nearWords: [],
  suggestion: null,
  page: 1,
  pages: 1,
})

/** How many of the results are found by the title of their kind alone, kind by kind, most first. */
const countByKind = (index: Index, results: readonly Ranked[]): Group['byKind'] =>
  [
    ...Map.groupBy(
      results.filter(({ tier }) => tier === 'kind'),
      ({ at }) => index.documentAt(at).ofKind[0]!,
    ),
  ]
    .map(([title, { length: count }]) => ({ title, count }))
    .sort((a, b) => b.count - a.count)

const mostNearWords = 3

/** The words by which something was found instead of those typed. */
const nearWordsOf = (index: Index, ranked: readonly Ranked[]): string[] => {
  const written = ranked
    .slice(0, hitsPerPage)
    .flatMap(({ terms }) => terms.map((term) => index.writtenAs(term)?.toLowerCase() ?? ''))
  return [...new Set(written)].filter((word) => word !== '').slice(0, mostNearWords)
}

/** Answers a query from an index. A query without a word finds nothing. */
export const find = (index: Index, { q, kind, page = 1, language }: SearchQuery): Found => {
  const asked = readQuery(q, index.read)
  const key = keyOf(q.slice(0, longestQuery))
  if (asked.length === 0) return nothingFound(q)
  const { ranked, isPartial, isNear } = rank(index, asked, key)
  const groups = byKind(index, ranked, asked.length)
  const own = groups.find(([name]) => name === kind)?.[1].length ?? 0
  const pages = kind === undefined ? 1 : Math.max(1, Math.ceil(own / hitsPerPage))
  // Among others, those of a kind are told as so many; they are listed where nothing else is, or that kind of result is asked for.
  const isListed = ranked.every(({ tier }) => tier === 'kind')
  const shown = (name: Kind, results: Ranked[]): Ranked[] =>
    kind === undefined
      ? results.filter(({ tier }) => isListed || tier !== 'kind').slice(0, hitsPerKind)
      : name === kind
        ? results.slice((page - 1) * hitsPerPage, page * hitsPerPage)
        : []
  return {
    query: q,
    total: ranked.length,
    groups: groups.map(([name, results]) => ({
      kind: name,
      count: results.length,
      byKind: countByKind(index, results),
      hits: shown(name, results).map((result) =>
        hitOf(index, { key, words: asked.length, language }, result),
      ),
    })),
    isPartial,
    isNear,
    nearWords: isNear ? nearWordsOf(index, ranked) : [],
    suggestion: ranked.length === 0 || isPartial ? (suggest(index, asked) ?? null) : null,
    page,
    pages,
  }
}
