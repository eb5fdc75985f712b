// What the pages of the source documents read: each sentence read from one, and what it became here.
import type { SourceShown } from './source.ts'

/** One thing a sentence became: an action, an indicator, a milestone, a membership, a series. */
export type BecameShown = {
  /** What it is, as data says it: `action`, `indicator`, or a kind of datum. */
  kind: string
  /** The number of an action or indicator; of anything else its kind in words. */
  title: string
  /** Its own words. */
  label: string
  /** Language of the label (BCP 47). */
  language: string
  /** Where it stands on this site, below the world's base; null where it has no place of its own. */
  path: string | null
  /** The id of the indicator it is, whose value is shown beside it. */
  indicator: string | null
}

export type PromiseShown = {
  /** Verbatim. */
  sentence: string
  language: string
  became: BecameShown[]
}

/** A section of the text; or, of a page that has none, what its facts are about (`topic`). */
export type DocumentPart = {
  number: string | null
  title: string | null
  topic: string | null
  promises: PromiseShown[]
}

export type DocumentShown = {
  id: string
  title: string
  /** What has to be said wherever the document is shown, such as that it is a draft. */
  notice: string | null
  /** The same in other languages, by language tag. */
  noticeIn: Record<string, string>
  source: SourceShown | null
  language: string
  parts: DocumentPart[]
}

export type DocumentData = {
  /** The documents this world starts from, in the order they are shown. */
  listDocuments: () => Promise<DocumentShown[]>
}
