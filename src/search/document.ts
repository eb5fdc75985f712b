// What can be found: one document for each thing that has an address, with the words it is found by.

import type { Tier } from '../facts/datum.ts'
import type { AnswerState } from '../reports/report.ts'

/** Kinds of thing, in the order in which results are grouped. */
export const kinds = [
  'state',
  'treaty',
  'plan',
  'section',
  'action',
  'indicator',
  'duty',
  'cohort',
  'actor',
  'fact',
  'report',
  'answer',
  'release',
] as const
export type Kind = (typeof kinds)[number]

/** A text of the thing, from which an excerpt can be shown. */
export type Part = {
  text: string
  /** BCP 47; null where it is not known. */
  language: string | null
  /** Words of an instrument, report or source, as they stand; false for our own. */
  verbatim: boolean
  /** A name is worth showing only where it is what was found. */
  isName?: boolean
}

export type Document = {
  kind: Kind
  /** Unique within the kind. */
  id: string
  /** Address in the world's site, with its anchor. */
  path: string
  title: string
  titleLanguage: string | null
  /** The title is of our own data files, which may hold it in other languages. */
  isOurs: boolean
  /** The State or other actor it is, or is of, under its English name. */
  of: { actor: string; name: string } | null
  year: number | null
  /** What an answer says. */
  answer: AnswerState | null
  /** What else tells it from others of the same title, such as its plan. */
  detail: string | null
  detailLanguage: string | null
  /** Of which kind of fact it is: its English title, of our own data files, and the same in the other languages. */
  ofKind: readonly string[]
  /** Whoever types one of these exactly, means this thing: ISO codes, numbers. */
  codes: string[]
  /** Further names in any language. */
  names: string[]
  parts: Part[]
  /** Words it is found by that are not shown: a State's other codes, a plan's title. */
  about: string[]
  /** Entered here, not received. */
  entered: boolean
  tier: Tier
}

/** What most documents have nothing of. */
export const blank = {
  titleLanguage: null,
  isOurs: false,
  of: null,
  year: null,
  answer: null,
  detail: null,
  detailLanguage: null,
  ofKind: [],
  codes: [],
  names: [],
  parts: [],
  about: [],
  entered: false,
  tier: 'public',
} satisfies Partial<Document>
