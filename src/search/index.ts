// The index of one world: documents in, ranked results out. Pure but for its pauses; nothing here reads the store.
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch'
import type { Document } from './document.ts'
import { createReader, keyOf, type Reader } from './words.ts'

const fields = ['code', 'name', 'text', 'about'] as const

/** Who looks for a word in a name means the name: codes before names before texts. */
export const boost = { code: 12, name: 6, text: 1, about: 0.7 }

/** What is asked of an index. A document is named by its place in it, from 0. */
export type Index = {
  size: number
  documentAt: (place: number) => Document
  /** Codes and names of a document as keys, for telling an exact answer from a near one. */
  keysAt: (place: number) => Keys
  /** Places of the documents that have a code, by its key. */
  placesOf: (key: string) => readonly number[]
  /** What the engine finds; the `id` of a result is its place. */
  search: (query: Query, options: SearchOptions) => SearchResult[]
  read: Reader
  /** Whether a term is held, or begins one that is. */
  isHeld: (term: string) => boolean
  /** A whole word as it was first written, by its term. */
  writtenAs: (term: string) => string | undefined
}

export type Keys = { codes: readonly string[]; names: readonly string[] }

type Entry = { id: number; document: Document }

const fieldTexts = (document: Document, field: string): string => {
  switch (field) {
    case 'code':
      // Long identifiers are words put together: they are typed whole, or not meant.
      return document.codes.filter((code) => !/[-/:]/.test(code)).join('\n')
    case 'name':
      return [document.title, ...document.names].join('\n')
    case 'about':
      return [document.of?.name ?? '', document.year ?? '', document.detail ?? '', ...document.about].join(
        '\n',
      )
    default:
      return document.parts
        .filter((part) => part.isName !== true)
        .map((part) => part.text)
        .join('\n')
  }
}

/** Longest stretch of work before others get their turn, in milliseconds. */
const stretchMs = 12

/** Awaited between documents: gives the process to others when its stretch is over. */
export const createPause = (): (() => Promise<void> | undefined) => {
  let since = performance.now()
  return () => {
    if (performance.now() - since < stretchMs) return undefined
    return new Promise((resolve) =>
      setImmediate(() => {
        since = performance.now()
        resolve()
      }),
    )
  }
}

/** Whether a term of these, in order, begins with `start`. */
const beginsOne = (terms: readonly string[], start: string): boolean => {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]! < start) low = middle + 1
    else high = middle
  }
  return terms[low]?.startsWith(start) ?? false
}

/** Builds the index; others are served meanwhile. */
export const buildIndex = async (
  batches: AsyncIterable<readonly Document[]> | Iterable<readonly Document[]>,
): Promise<Index> => {
  const read = createReader()
  const held = new Set<string>()
  const written = new Map<string, string>()
  const tokenize = (text: string): string[] =>
    read(text).flatMap(({ start, end, terms }) => {
      const [whole] = terms
      if (whole !== undefined && !written.has(whole)) written.set(whole, text.slice(start, end))
      for (const term of terms) held.add(term)
      return terms
    })
  const engine = new MiniSearch<Entry>({
    fields: [...fields],
    extractField: (entry, name) => (name === 'id' ? entry.id : fieldTexts(entry.document, name)),
    tokenize,
    processTerm: (term) => term,
  })
  const documents: Document[] = []
  const keys: Keys[] = []
  const byCode = new Map<string, number[]>()
  const pause = createPause()
  for await (const batch of batches)
    for (const document of batch) {
      const id = documents.length
      engine.add({ id, document })
      documents.push(document)
      const codes = [...new Set(document.codes.map(keyOf))]
      keys.push({ codes, names: [document.title, ...document.names].map(keyOf) })
      for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), id])
      await pause()
    }
  const terms = [...held].sort()
  return {
    size: documents.length,
    documentAt: (place) => documents[place]!,
    keysAt: (place) => keys[place]!,
    placesOf: (key) => byCode.get(key) ?? [],
    search: (query, options) => engine.search(query, options),
    read,
    isHeld: (term) => beginsOne(terms, term),
    writtenAs: (term) => written.get(term),
  }
}
