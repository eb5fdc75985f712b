// What the evaluator reads. Nothing here touches the store: `indicators/fact-base.ts` fills it.
import type { Reason } from '../words/reason.ts'
import type { Window } from './dates.ts'

/** A datum as known on a date: superseded and retracted ones are already gone. Reports are facts too. */
export type Fact = {
  id: string
  actor: string
  kind: string
  /** The id its file gave it; names the record where a population is one of records. */
  externalId: string | null
  subject: string | null
  heldFrom: string | null
  heldUntil: string | null
  /** The date as its source gives it (EDTF), where that is not one day. */
  heldEdtf?: string | null
  knownFrom: string
  /** Of a correction: since when what it took the place of is known. */
  firstKnownFrom?: string
  /** For a version of a report: the day the next one was received, from which this one no longer counts. */
  replacedOn?: string | null
  /** Further names others may know it by: the ids of the versions it took the place of, the latest first; each as stored, then as given. */
  names?: readonly string[]
  /** The promises it leads to by all it names, where it names any: what it serves, its body, its action. */
  leadsTo?: readonly string[]
  fields: Readonly<Record<string, unknown>>
}

/** The id it was first given, kept through its corrections: the oldest of its names. */
export const firstNameOf = ({
  id,
  externalId,
  names = [],
}: Pick<Fact, 'id' | 'externalId' | 'names'>): string => names.at(-1) ?? externalId ?? id

/** The day from which a state holds: as its source gives it, otherwise as its kind says of what no source dates. */
export const heldSince = (
  { heldFrom, knownFrom, firstKnownFrom }: Pick<Fact, 'heldFrom' | 'knownFrom' | 'firstKnownFrom'>,
  kind: Pick<KindSpec, 'undated'> | undefined,
): string | null => heldFrom ?? (kind?.undated === 'from-known' ? (firstKnownFrom ?? knownFrom) : null)

/** One submitted version of a report. */
export type ReportFact = {
  id: string
  actor: string
  obligation: string
  coversYear: number
  subject: string | null
  version: number
  receivedOn: string
}

export type AnswerFact = { id: string; state: string; silence: string | null; number: number | null }

/** What is stated of a register: of everyone's records, or of those of `actor` alone. */
export type CoverageFact = {
  register: string
  /** Null or left out: of everyone. */
  actor?: string | null
  from: string
  until: string | null
  level: 'complete' | 'partial' | 'none'
  statedBy: string
  knownFrom: string
  /** Declared at the desk, not received. */
  entered?: boolean
  /** What of the register it speaks of, where that is less than all of it. */
  note?: string | null
}

/**
 * In force from, to, half-open; `until` null while open. `unknownFrom`: from this day on nobody can say whether it is
 * in force, because a source gives consent or withdrawal without its effect.
 */
export type MembershipFact = {
  from: string
  until: string | null
  unknownFrom?: string | null
  datumIds: string[]
}

/** `unitOf`: of a unit of a government, the State whose unit it is. */
export type ActorFact = { id: string; kind: string; name: string; unitOf?: string }

export type FieldSpec = { occurs?: boolean | undefined; orDate?: boolean | undefined; type: string }
export type KindSpec = {
  title: string
  time: 'event' | 'state'
  /** A state of which no source gives the beginning stands from the day it is known. */
  undated?: 'from-known' | undefined
  fields: Record<string, FieldSpec>
}

/** Everything a rule can read, as known on one date. The as-of date comes with each evaluation. */
export type FactBase = {
  knownOn: string
  actors: ReadonlyMap<string, ActorFact>
  /** Facts of a kind by actor, in the order of heldFrom. */
  facts: (kind: string) => ReadonlyMap<string, readonly Fact[]>
  memberships: (treaty: string) => ReadonlyMap<string, readonly MembershipFact[]>
  /** All versions of an actor's reports for an obligation, received up to `knownOn`, oldest first. */
  reports: (obligation: string, actor: string) => readonly ReportFact[]
  /** Versions of reports about a record, received up to `knownOn`, oldest first. */
  reportsAbout: (obligation: string, subject: string) => readonly ReportFact[]
  answer: (reportId: string, question: string) => AnswerFact | undefined
  /** What is stated of a register for one actor, of everyone and of it alone; without one, what is stated of everyone. */
  coverage: (register: string, actor?: string) => readonly CoverageFact[]
  /** Of whom alone something is stated of a register. */
  statedApart: (register: string) => readonly string[]
  kind: (kind: string) => KindSpec | undefined
  /** The day a duty of the cycle falls due for the actor, or undefined where it has none. */
  dueOn: (duty: string, actor: string, year: number) => { date: string; derivation: Reason } | undefined
  /** The instrument's own parties, for national indicators. */
  parties: readonly string[]
  /** What is stated of everyone's records is a word of those who promised too: so releases of before were made. */
  anyonesWord?: boolean
  /**
   * Of records said to be one, anybody's word made one of two of another's, and only the one that counts was read: so releases of
   * before were made.
   */
  eitherWord?: boolean
  /** What was missed was so whether or not anybody could say since when the promise holds: so releases of before were made. */
  judgedBefore?: boolean
  planPeriod: Window
}
