// What the pages of States read.
import type { Submitted } from '../../accounts/submitted.ts'
import type { Tier } from '../../facts/datum.ts'
import type { StateValueShown } from '../../indicators/show.ts'
import type { Reason } from '../../words/reason.ts'
import type { SourceShown } from './source.ts'
import type { AgeShown } from './staleness.ts'

export type ActorName = { language: string; short: string; formal: string | null }
export type ActorShown = {
  id: string
  kind: string
  /** English short name. */
  name: string
  names: ActorName[]
  iso2: string | null
  iso3: string | null
  m49: string | null
  unMember: boolean | null
  region: string | null
  tile: { column: number; row: number } | null
}

/** Being bound by a treaty over [from, until). `statedOn` is the date of the source that says so. */
export type MembershipShown = {
  treaty: string
  title: string
  /** Null where consent was given, and no source or rule says from which day it is in force. */
  from: string | null
  /** The day of the consent, where `from` is not known. */
  consentedOn: string | null
  until: string | null
  /** By which acts: in English, and as data. */
  reason: string
  said: Reason
  source: SourceShown | null
  statedOn: string | null
}

/** One datum of an actor, as its source says it. */
export type FactShown = {
  id: string
  kind: string
  /** Title of the kind. */
  title: string
  /** The kind's fields with their values, in the order the kind lists them. */
  fields: { name: string; value: string | number | boolean | string[]; unit: string | null }[]
  /** The date as the source gives it, with its precision (EDTF), or the first day. */
  held: string | null
  heldUntil: string | null
  knownFrom: string
  source: SourceShown | null
  locator: string | null
  quotation: string | null
  language: string | null
  note: string | null
  /** Entered here, not received: never part of anything published. */
  entered: boolean
  /** By whom it was submitted in a right of their own. */
  submitted?: Submitted | null
  /** Who sees it: `public` is everyone, `partner` and `restricted` those with such a role. */
  tier: Tier
  supersededBy: string | null
  retracted: boolean
  /** How old what it says is; absent for what does not grow old, and where a later figure took its place. */
  age?: AgeShown | undefined
}

export type ReportShown = {
  id: string
  obligation: string
  /** Title of the obligation's report, such as "Article 7 report". */
  title: string
  coversYear: number
  version: number
  receivedOn: string
  language: string | null
  voluntary: boolean
  /** The version in force for its obligation and period. */
  current: boolean
  entered: boolean
  /** By whom it was submitted in a right of their own. */
  submitted?: Submitted | null
  answers: number
  source: SourceShown | null
}

/** A value with what one State is in it. */
export type StateValue = StateValueShown

export type StateData = {
  /** Actors of kind `state`, in no particular order. */
  listStates: () => Promise<ActorShown[]>
  findActor: (id: string) => Promise<ActorShown | undefined>
  listMemberships: (actor: string) => Promise<MembershipShown[]>
  listStateValues: (actor: string) => Promise<StateValue[]>
  listFacts: (actor: string) => Promise<FactShown[]>
  listReports: (actor: string) => Promise<ReportShown[]>
}
