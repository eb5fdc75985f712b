// A recommendation as a file has it, whichever kind of file it is.
import type { Issue, Place } from '../problem.ts'
import type { RecommendationField } from './recommendation-columns.ts'

/** One recommendation, verbatim. */
export type RecommendationRead = {
  /** As the file numbers it; by its order where the file does not (`numberedHere`). */
  number: string
  /** The heading it stands under. */
  group: string | null
  text: string
  /** Whom it asks, as written. */
  addressedTo: string[]
  /** Numbers or ids of actions that take it up, as written. */
  actions: string[]
  /** Its place in the file, or the one the file itself tells: page, paragraph, line. */
  locator: string
  /** A tag (BCP 47); null where nothing tells. */
  language: string | null
  /** Where its values stand, for what is wrong with them. */
  place: (field: RecommendationField) => Place
}

export type RecommendationsRead = {
  recommendations: RecommendationRead[]
  /** Lines that are part of no recommendation and no heading, with their place. */
  unplaced: { at: string; text: string }[]
  /** The heading below which they stand, and how many lines of the document stand elsewhere and were not read; null without one. */
  outside: { heading: string; lines: number } | null
  /** The document does not number them, or counts anew in each group: their numbers are those of their order. */
  numberedHere: boolean
  /** Columns of a table that were not read. */
  leftOut: string[]
  issues: Issue[]
}
