// What pages show of declarations, reservations and objections to treaties.
import type { SourceShown } from './source.ts'

export type NamedParty = { id: string; name: string; isState: boolean }

export type StatementShown = {
  /** Id of the fact; its place on a page is #statement-ID. */
  id: string
  treaty: string
  treatyTitle: string
  actor: NamedParty
  /** The participant as the page writes it. */
  name: string
  /** declaration, reservation, objection …; `unclear` where the page does not say which. */
  what: string
  /** Titles and headings of the page, verbatim. */
  section: string | null
  heading: string | null
  madeOn: string | null
  /** The page's words for the day, where they are no day of the calendar. */
  dateWords: string | null
  /** The act upon which it was made, or confirmed, where the page names one. */
  upon: string | null
  confirmedUpon: string | null
  /** What the section says where neither a day nor an act is stated, verbatim. */
  rule: string | null
  /** Whom an objection is against. */
  against: NamedParty[]
  withdrawnOn: string | null
  /** Verbatim, one paragraph a line; null where the page lists the participant under the section's title alone. */
  words: string | null
  /** BCP 47. */
  language: string | null
  /** Footnotes of the page at it. */
  note: string | null
  locator: string | null
  source: SourceShown | null
  entered: boolean
}

/** What is held of the statements to one treaty. */
export type TreatyStatements = {
  /** The date of the newest page read for them; null: none was, so whether there are any is not known. */
  readAsOf: string | null
  list: StatementShown[]
}
