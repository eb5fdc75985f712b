// What the pages read, in the shape they show it. Every page asks through this interface, so that a page can be
// tested with fictional data, and so that the subjects behind it are named in one place.
import type { IndicatorShown, MemberState, ValueShown } from '../indicators/show.ts'

/** A document or page something was read in. `date` is the source's own, as precise as it gives it (EDTF). */
export type SourceShown = {
  title: string
  address: string | null
  publisher: string | null
  date: string | null
}

export type PlanHeld = {
  id: string
  title: string
  status: 'draft' | 'adopted' | 'superseded'
  /** What has to be said wherever the plan is shown, such as "Draft of 16 August 2024; …". */
  notice: string | null
  actions: number
  indicators: number
}

export type PlanIndicator = { id: string; number: string; text: string; unit: string }
export type PlanAction = { number: string; text: string; indicators: PlanIndicator[] }
/** A numbered paragraph of a section, with the list it introduces, if any. Verbatim. */
export type PlanParagraph = { number: string | null; text: string; items: string[] }
export type PlanSection = {
  number: string | null
  title: string
  paragraphs: PlanParagraph[]
  actions: PlanAction[]
}
export type PlanShown = PlanHeld & {
  /** Language of its words (BCP 47). */
  language: string
  source: SourceShown | null
  /** First and last year of the plan. */
  period: { from: number; until: number } | null
  sections: PlanSection[]
  /** Indicators of the plan as a whole, which hang on no action. */
  planIndicators: PlanIndicator[]
}

/** `treaty` is the one whose members the cohort is drawn from. */
export type CohortHeld = { name: string; code: string | null; title: string; words: string; treaty: string }
/** A member with the interval over which its membership has held; `until` is the first day it no longer does. */
export type CohortMember = {
  actor: string
  name: string
  from: string | null
  until: string | null
  reason: string
}

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
  /** By which acts, in words. */
  reason: string
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
  supersededBy: string | null
  retracted: boolean
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
  answers: number
  source: SourceShown | null
}

/** A value with what one State is in it. */
export type StateValue = ValueShown & { state: MemberState; reason: string }

export type IndicatorQuery = {
  /** Instrument and number, such as `siem-reap-angkor-draft-2024-08/7.1`. */
  indicator: string
  year: number
  asOf?: string
  knownOn?: string
  reading?: string
}

/**
 * Everything the pages read. `find…` gives undefined where nothing is held under the name; a cohort nobody has
 * established on the date throws the problem `cohort-not-established`.
 */
export type PageData = {
  listPlans: () => Promise<PlanHeld[]>
  findPlan: (id: string) => Promise<PlanShown | undefined>
  /** Default readings of every indicator of the plan, for every year that has been evaluated. */
  listValues: (plan: string) => Promise<ValueShown[]>
  showIndicator: (query: IndicatorQuery) => Promise<IndicatorShown>
  /** The rule as data, with its hash. */
  findRule: (indicator: string) => Promise<{ rule: unknown; sha256: string } | undefined>
  listCohorts: () => Promise<CohortHeld[]>
  listCohortMembers: (query: { cohort: string; asOf: string; knownOn: string }) => Promise<CohortMember[]>
  /** Actors of kind `state`, in no particular order. */
  listStates: () => Promise<ActorShown[]>
  findActor: (id: string) => Promise<ActorShown | undefined>
  listMemberships: (actor: string) => Promise<MembershipShown[]>
  listStateValues: (actor: string) => Promise<StateValue[]>
  listFacts: (actor: string) => Promise<FactShown[]>
  listReports: (actor: string) => Promise<ReportShown[]>
  /** Source of the status of treaties, with its date: printed beside every status figure. */
  findStatusSource: (treaty: string) => Promise<SourceShown | undefined>
}
