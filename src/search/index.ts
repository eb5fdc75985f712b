// The index of one world: documents in, ranked results out. Pure but for its pauses; nothing here reads the store.
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch'
import type { Document } from './document.ts'
import { withoutLabels } from './fact-words.ts'
import { createTerms } from './terms.ts'
import { createReader, keyOf, type Reader } from './words.ts'

const fields = ['code', 'name', 'text', 'about', 'kind'] as const

/** Who looks for a word in a name means the name: codes before names before texts. */
export const boost = { code: 12, name: 6, text: 1, about: 0.7, kind: 0.1 }

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

/** What alone it is called; the title of its kind is that of thousands. */
const ownNames = ({ title, names, ofKind }: Document): string[] =>
  title === ofKind[0] ? names : [title, ...names]

const fieldTexts = (document: Document, field: string): string => {
  switch (field) {
    case 'code':
      // Long identifiers are words put together: they are typed whole, or not meant.
      return document.codes.filter((code) => !/[-/:]/.test(code)).join('\n')
    case 'name':
      return ownNames(document).join('\n')
    case 'about':
      return [
        document.of?.name ?? '',
        document.year ?? '',
        document.detail === document.ofKind[0] ? '' : (document.detail ?? ''),
        ...document.about,
      ].join('\n')
    case 'kind':
      return document.ofKind.join('\n')
    default:
      return document.parts
        .filter((part) => part.isName !== true)
        .map((part) => (part.verbatim ? part.text : withoutLabels(part.text)))
        .join('\n')
  }
}

/** Longest stretch of work before others get their turn, in milliseconds. */
const stretchMs = 5

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

/** An index to which documents are added, and from which they are taken. */
export type GrowingIndex = Index & {
  /** In place of the one of the same kind and id, if it is held. */
  put: (document: Document) => void
  /** Takes a document out; nothing happens where none is held. */
  drop: (key: string) => void
}

/** What tells a document from every other. */
export const nameOf = ({ kind, id }: Pick<Document, 'kind' | 'id'>): string => `${kind}/${id}`

/** An empty index. */
export const openIndex = (): GrowingIndex => {
  const read = createReader()
  const terms = createTerms()
  const written = new Map<string, string>()
  const tokenize = (text: string): string[] =>
    read(text).flatMap(({ start, end, terms: own }) => {
      const [whole] = own
      if (whole !== undefined && !written.has(whole)) written.set(whole, text.slice(start, end))
      for (const term of own) terms.add(term)
      return own
    })
  const engine = new MiniSearch<Entry>({
    fields: [...fields],
    extractField: (entry, name) => (name === 'id' ? entry.id : fieldTexts(entry.document, name)),
    tokenize,
    processTerm: (term) => term,
  })
  // Facts of one kind by the ten thousand are called the same: one object for all of them.
  const shared = new Map<string, Keys>()
  const keysShared = (codes: readonly string[], names: readonly string[]): Keys => {
    if (codes.length > 0) return { codes, names: names.map(keyOf) }
    const called = names.join('\n')
    const known = shared.get(called) ?? { codes, names: names.map(keyOf) }
    shared.set(called, known)
    return known
  }
  const documents: (Document | undefined)[] = []
  const keys: Keys[] = []
  const byCode = new Map<string, number[]>()
  const places = new Map<string, number>()
  const drop = (key: string): void => {
    const place = places.get(key)
    if (place === undefined) return
    const document = documents[place]!
    engine.discard(place)
    places.delete(key)
    documents[place] = undefined
    for (const code of keys[place]!.codes)
      byCode.set(
        code,
        byCode.get(code)!.filter((one) => one !== place),
      )
    for (const field of fields)
      for (const { terms: own } of read(fieldTexts(document, field)))
        for (const term of own) terms.remove(term)
  }
  return {
    get size() {
      return documents.length
    },
    documentAt: (place) => documents[place]!,
    keysAt: (place) => keys[place]!,
    placesOf: (key) => byCode.get(key) ?? [],
    search: (query, options) => engine.search(query, options),
    read,
    isHeld: terms.beginsOne,
    writtenAs: (term) => (terms.has(term) ? written.get(term) : undefined),
    put: (document) => {
      const key = nameOf(document)
      drop(key)
      const id = documents.length
      engine.add({ id, document })
      documents.push(document)
      places.set(key, id)
      const codes = [...new Set(document.codes.map(keyOf))]
      keys.push(keysShared(codes, ownNames(document)))
      for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), id])
    },
    drop,
  }
}

/** Builds the index; others are served meanwhile. */
export const buildIndex = async (
  batches: AsyncIterable<readonly Document[]> | Iterable<readonly Document[]>,
): Promise<Index> => {
  const index = openIndex()
  const pause = createPause()
  for await (const batch of batches)
    for (const document of batch) {
      index.put(document)
      await pause()
    }
  return index
}
