// What is shown of one indicator's value: the shape of `pacta indicator show --json`, of the page's data twin,
// and of the page itself.

import type { Submitted } from '../accounts/submitted.ts'
import type { Reason } from '../words/reason.ts'

export type MemberState =
  | 'counted'
  | 'not counted'
  | 'partly'
  | 'not reported'
  | 'not applicable'
  | 'pending'
  | 'unknown'

/** Where a member's state comes from: one datum, answer or report. */
export type EvidenceShown = {
  datumId: string
  /** Kind of datum, `answer`, or `<obligation>-report`. */
  kind: string
  /** In words: what it says. */
  says: string
  /** The fields it says it with. */
  body: Readonly<Record<string, unknown>>
  heldFrom: string | null
  knownFrom: string | null
  source: string | null
  address: string | null
  locator: string | null
  quotation: string | null
  language: string | null
  /** Entered here, not received: never part of anything published. */
  entered: boolean
  /** By whom it was submitted in a right of their own. */
  submitted?: Submitted | null
  /** For an answer or a report, the name of the version it stands in (reports/naming.ts); null for other datums. */
  report: string | null
  /** For an answer, the question it answers. */
  question: string | null
}

export type MemberShown = {
  /** The actor itself, or the record where the population is one of records. */
  member: string
  actor: string
  /** Name of the actor in English. */
  name: string
  state: MemberState
  /** Weight in the numerator and the denominator: 0 or 1, or persons where the rule weighs by persons. */
  inN: number
  inD: number
  /** In English; `said` is the same as data, for other languages and for whoever groups by it. */
  reason: string
  said: Reason
  evidence: EvidenceShown[]
}

export type CoverageShown = {
  level: 'complete' | 'partial' | 'none'
  registers: {
    register: string
    level: 'complete' | 'partial' | 'none'
    until: string | null
    statedBy: string | null
    /** Whose records alone the word is about; left out: everyone's. */
    of?: string[]
    /** The word was declared at the desk, not received. */
    entered?: true
  }[]
}

export type ReadingShown = {
  name: string
  words: string
  numerator: number | null
  denominator: number | null
  value: number | null
  status: string
}

/** What a national indicator aims at. `missed` only once the period is over and the register complete. */
export type TargetShown = {
  words: string
  said: Reason
  state: 'met' | 'not yet' | 'missed' | 'not known'
}

export type IndicatorShown = {
  /** Instrument and number, such as `siem-reap-angkor-draft-2024-08/7.1`. */
  id: string
  number: string
  instrument: string
  text: string
  /** What has to be said wherever the plan is shown, such as that it is a draft. */
  planNotice: string | null
  unit: string
  year: number
  asOf: string
  knownOn: string
  numerator: number | null
  denominator: number | null
  /** Percentage with one decimal (share), or the number itself (count, sum). Null: no cases, or not known. */
  value: number | null
  /** `known`, `provisional until DATE`, `not known` or `no cases`. */
  status: string
  /** Why the status is what it is, in English; `statusSaid` as data. */
  statusReason: string
  statusSaid: Reason
  coverage: CoverageShown
  /** Share among the members that reported at all; null where the rule reads no report. */
  reportedAmong: { numerator: number; denominator: number; value: number | null } | null
  /** Null where the rule aims at nothing, as a treaty's plan does. */
  target: TargetShown | null
  reading: string
  readings: ReadingShown[]
  ruleHash: string
  /** The rule in words: whom it counts, what it counts, how the open points are read. */
  ruleWords: { population: string; numerator: string; pending: string | null; note: string | null }
  /** Whom it counts and what is pending, as data. */
  ruleSaid: { population: Reason; pending: Reason | null }
  members: MemberShown[]
}

/** A value without its members, for tables and charts. */
export type ValueShown = {
  indicator: string
  number: string
  year: number
  asOf: string
  numerator: number | null
  denominator: number | null
  value: number | null
  status: string
  unit: string
}

/** Members of a value in one state; states without members have no row. */
export type StateCount = { number: string; year: number; state: MemberState; members: number }

/** A value with what one actor is in it, and why: in English, and as data. */
export type StateValueShown = ValueShown & {
  state: MemberState
  reason: string
  said: Reason
  /** Some of what it rests on was entered here, not received. */
  entered: boolean
}
