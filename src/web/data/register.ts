// What a register answers of a State: the questions its ministry asks, each with the facts behind it.
import type { AllBeside } from '../../engagements/beside.ts'
import type { TargetState } from '../../engagements/targets-by-year.ts'

/** An actor named by a fact; `page` where it has one. */
export type NamedActor = { id: string; name: string; kind: string; page: string | null }

/** Facts are named by their ids, as on the page. */
export type PromisedTo = {
  /** Towards or with whom; null: the promises that name nobody. */
  to: NamedActor | null
  facts: string[]
}

/** Who is named, and by what: by a promise itself, or by work on it, which has a page of its own. */
export type SeenToBy = {
  /** Id of the actor; null of an office or a body. */
  actor: string | null
  name: string
  by: 'promise' | 'work'
  /** No word of the quotation names them. */
  inferred: boolean
  /** Of the work, where that names them. */
  title: string | null
  path: string | null
}

export type PromiseSeenTo = {
  /** Id of the fact, or `<instrument>/<number>` of an action of a pledge that stands as no fact. */
  id: string
  title: string
  /** Of the title (BCP 47). */
  language: string
  path: string
  who: SeenToBy[]
}

export type TargetShown = {
  duty: string
  actor: string
  title: string
  /** Place on this page or path of the page that counts it; null: none. */
  path: string | null
  n: number
  N: number
  state: TargetState
}

/** The missions of one year together; `notes` say why its figures are doubtful. */
export type YearByOthers = { year: number; persons: number; missions: number; notes: string[] }

export type CountByOthers = {
  /** Publisher and title of the table; null: not named. */
  by: string | null
  table: string | null
  measure: string
  /** The newest year that nothing makes doubtful; null: every year is doubtful. */
  newest: YearByOthers | null
  /** A newer year that is doubtful, which is no answer; null: none. */
  doubtful: YearByOthers | null
}

export type RegisterAnswers = {
  /** Terms in the chair that are not known to be over. */
  chairs: string[]
  /** Memberships and terms that are over: by their last day, or by the word of their source. */
  pastTerms: string[]
  hosts: string[]
  /** Of the State and its units. */
  promises: string[]
  /** Made by others towards the State. */
  towards: string[]
  promisedTo: PromisedTo[]
  seenTo: PromiseSeenTo[]
  /** Steps and tasks, and how many of them name who sees to them. */
  work: { n: number; N: number }
  /** Newest year first. */
  targets: { year: number; targets: TargetShown[] }[]
  /** Figures in persons that serve somewhere. */
  serving: string[]
  /** What tables of others count of the same in their newest years, each by its own measure. */
  servingByOthers: CountByOthers[]
  /** Own statements that grow old: past their rule, perhaps past it, all of them. */
  aged: { stale: number; unsaid: number; all: number }
  /** Of facts on which another source speaks too, by id. */
  beside: ({ id: string } & AllBeside)[]
}
