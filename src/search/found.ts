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

export type Group = { kind: Kind; count: number; hits: Hit[] }

export type Found = {
  query: string
  /** Over all kinds. */
  total: number
  groups: Group[]
  /** Nothing has all the words; these have half of them or more. */
  isPartial: boolean
  /** A word is held nowhere as it was typed; these have words spelled nearly so. */
  isNear: boolean
  /** Another spelling, where nothing or only a part was found. */
  suggestion: string | null
  page: number
  pages: number
}

export const hitsPerKind = 5
export const hitsPerPage = 20

const hitOf = (
  index: Index,
  { key, words }: { key: string; words: number },
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
    excerpt: excerptOf(document, { terms: matched, key, words }, index.read),
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
  suggestion: null,
  page: 1,
  pages: 1,
})

/** Answers a query from an index. A query without a word finds nothing. */
export const find = (index: Index, { q, kind, page = 1 }: SearchQuery): Found => {
  const asked = readQuery(q, index.read)
  const key = keyOf(q.slice(0, longestQuery))
  if (asked.length === 0) return nothingFound(q)
  const { ranked, isPartial, isNear } = rank(index, asked, key)
  const groups = byKind(index, ranked, asked.length)
  const own = groups.find(([name]) => name === kind)?.[1].length ?? 0
  const pages = kind === undefined ? 1 : Math.max(1, Math.ceil(own / hitsPerPage))
  const shown = (name: Kind, results: Ranked[]): Ranked[] =>
    kind === undefined
      ? results.slice(0, hitsPerKind)
      : name === kind
        ? results.slice((page - 1) * hitsPerPage, page * hitsPerPage)
        : []
  return {
    query: q,
    total: ranked.length,
    groups: groups.map(([name, results]) => ({
      kind: name,
      count: results.length,
      hits: shown(name, results).map((result) => hitOf(index, { key, words: asked.length }, result)),
    })),
    isPartial,
    isNear,
    suggestion: ranked.length === 0 || isPartial ? (suggest(index, asked) ?? null) : null,
    page,
    pages,
  }
}
