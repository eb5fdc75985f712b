// A release: a year's figures of a plan, frozen with everything they rest on, in one file that anyone can recompute.
// docs/reference/releases.md says what each field means. In memory numbers are numbers; formats/canonical.ts writes them.
import type { World } from '../db/store.ts'
import type { KindSpec } from '../facts/kind.ts'
import type { CoverageShown, MemberState, TargetShown } from '../indicators/show.ts'
import type { Treaty } from '../parties/treaty.ts'
import type { Duty } from '../rules/duty-form.ts'
import type { Cohort, Rule } from '../rules/rule-schema.ts'
import type { Reason } from '../words/reason.ts'

export const format = 'pacta-release/1'

/** The instrument as frozen; its texts verbatim. `parties`: whom $parties means, by actor id. */
export type ReleaseInstrument = {
  id: string
  kind: string
  title: string
  status: 'draft' | 'adopted' | 'superseded'
  /** Said wherever the instrument is shown; in English, and by language tag. */
  notice: string | null
  noticeIn: Record<string, string>
  /** SHA-256 of `sourceText` in UTF-8, hex. */
  sha256: string
  /** The text it was read from, word for word; null where it cannot be told byte by byte. */
  sourceText: string | null
  source: {
    title: string
    language: string
    date?: string | undefined
    symbol?: string | undefined
    publisher?: string | undefined
    note?: string | undefined
  }
  /** First day, and first day no longer in it. */
  period: { from: string; until: string }
  /** Whether the text itself states the period; undefined in earlier releases. */
  periodStated?: boolean | undefined
  /**
   * What rules count of its parties' records is complete by their own word alone. Left out where no rule does, and in earlier
   * releases, where what was stated of everyone's records spoke for them.
   */
  ownersDeclare?: boolean | undefined
  /**
   * Two records of one writer are one by that writer's word alone, and what is one counts with what all its records tell. Left out
   * where rules count no records that can be said to be one, and in earlier releases, where anybody's word made them one.
   */
  oneByOwners?: boolean | undefined
  /**
   * How what those who promised did is judged: 2, records of units of a government are their State's, and nothing is missed of which
   * nobody knows since when it holds. Left out where no rule counts these, and in earlier releases, where neither was so.
   */
  judging?: 2 | undefined
  years: number[]
  treaty: string | null
  obligation: string | null
  parties: string[]
  /**
   * `paragraphs`: its text besides actions and indicators, in order; undefined in earlier releases. `resources`: it is the one
   * on resources, by the plan's rules.
   */
  sections: {
    number: string | null
    title: string
    heading: string
    paragraphs?: string[] | undefined
    resources?: boolean | undefined
  }[]
  /** `section`: the heading of its section as written, as with indicators. */
  actions: {
    id: string
    number: number | string
    heading: string | null
    section: string | null
    text: string
  }[]
  /** In the order of the text; `action` is null for one of the plan as a whole. */
  indicators: { number: string; text: string; unit: string; action: string | null; section: string | null }[]
}

/** What of a treaty is needed to compute again who is bound and what is due, with its titles by language. */
export type ReleaseTreaty = {
  id: string
  titles: Treaty['titles']
  entryIntoForce: Treaty['entryIntoForce']
  withdrawal: Treaty['withdrawal']
  duties: Record<string, Duty>
}

export type ReleaseQuestion = {
  obligation: string
  id: string
  /** Of the compound question it is a part of. */
  heading: string | null
  text: string
  type: string
  unit: string | null
}

export type ReleaseActor = {
  id: string
  kind: string
  names: Record<string, { short: string; formal: string | null }>
  /** The party whose unit it is; of units of others nothing is said. */
  unitOf?: string | undefined
}

export type ReleaseSource = {
  /** From its title, address, publisher and date: the same in every installation. */
  id: string
  title: string
  address: string | null
  publisher: string | null
  published: string | null
}

/** A fact; superseded ones and retractions too, so that the file says itself what stands on which day. */
export type ReleaseDatum = {
  /** `<actor>/<kind>/<id of its file>`: the same in every installation. */
  id: string
  actor: string
  kind: string
  externalId: string | null
  subject: string | null
  heldFrom: string | null
  heldUntil: string | null
  heldEdtf: string | null
  knownFrom: string
  supersedes: string | null
  retracts: string | null
  source: string | null
  locator: string | null
  quotation: string | null
  language: string | null
  fields: Record<string, unknown>
  /**
   * The promises it leads to by all it names, where the rules ask whether it is for others alone: the facts in between
   * need not be in the release. Left out where it names none.
   */
  leadsTo?: string[]
  /**
   * Names by which others in the release call it that are those of versions entered here, which are no part of it. Left out where
   * nobody does.
   */
  names?: string[]
}

/** The facts of work on the promise that its rules do not read, and what their kinds mean. */
export type ReleaseWork = { kinds: Record<string, KindSpec>; facts: ReleaseDatum[] }

export type ReleaseReport = {
  /** `<actor>/<obligation>/<year covered>[/<record>]/<version>`. */
  id: string
  actor: string
  obligation: string
  coversYear: number
  subject: string | null
  version: number
  receivedOn: string
  language: string | null
  source: string | null
  document: Record<string, string | number | boolean>
}

export type ReleaseAnswer = {
  /** `<report>#<question>`. */
  id: string
  report: string
  question: string
  state: string
  silence: string | null
  number: number | null
  unit: string | null
  text: string | null
  locator: string | null
  quotation: string | null
  language: string | null
}

export type ReleaseCoverage = {
  register: string
  /** Whose records alone it speaks of; left out: everyone's. */
  actor?: string | undefined
  from: string
  until: string | null
  level: 'complete' | 'partial' | 'none'
  statedBy: string
  knownFrom: string
}

/** What somebody else published about an indicator or a cohort. Nothing of it enters a value. */
export type PublishedFigure = {
  /** Id of the fact. */
  id: string
  /** What it counts, by the name the facts use, and in words. */
  figure: string
  title: string
  /** The indicator or cohort it stands beside, and whether it is the percentage, the numerator, or what is missing. */
  indicator: string | null
  cohort: string | null
  as: 'percentage' | 'numerator' | 'missing' | null
  number: number
  unit: string
  coversYear: number | null
  /** The day for which the source says it, as precisely as it does (EDTF). */
  statedOn: string | null
  source: string | null
  locator: string | null
  quotation: string | null
  language: string | null
}

export type ReleaseCohortList = {
  cohort: string
  on: string
  /** Whether nothing, something or all is held of the registers it rests on. */
  level: CoverageShown['level']
  members: { actor: string; since: string | null; until: string | null; reason: Reason; datums: string[] }[]
  /** Of whom nobody can say whether they belong: with any of these the cohort is not established. */
  undetermined: { actor: string; reason: Reason }[]
}

export type ReleaseMember = {
  /** The actor itself, or the record where the population is one of records. */
  member: string
  actor: string
  state: MemberState
  inN: number
  inD: number
  reason: Reason
  /** Ids of datums, reports and answers. */
  datums: string[]
}

export type ReleaseValue = {
  /** The indicator's number. */
  indicator: string
  year: number
  reading: string
  asOf: string
  n: number | null
  d: number | null
  status: 'known' | 'provisional' | 'not known' | 'no cases'
  provisionalUntil: string | null
  reason: Reason
  coverage: CoverageShown
  reportedAmong: { n: number; d: number } | null
  target: { said: Reason; state: TargetShown['state'] } | null
  ruleSha256: string
  /** Kinds of datum the rule could read of which something is held that is not public. */
  sealed: string[]
  /** By member, for the default reading; empty for the others. */
  members: ReleaseMember[]
}

export type ReleasePayload = {
  format: typeof format
  /** Version of what rules mean. */
  semantics: 1
  world: World
  /** What an exercise says of itself on every page, by language. */
  banner: Record<string, string> | null
  instrument: ReleaseInstrument
  /** The treaty the plan serves, and others its rules read. */
  treaty: ReleaseTreaty | null
  otherTreaties: ReleaseTreaty[]
  year: number
  asOf: string
  knownOn: string
  let: Record<string, unknown>
  rules: Record<string, Rule>
  cohorts: Record<string, Cohort>
  kinds: Record<string, KindSpec>
  questions: ReleaseQuestion[]
  actors: ReleaseActor[]
  coverage: ReleaseCoverage[]
  sources: ReleaseSource[]
  datums: ReleaseDatum[]
  reports: ReleaseReport[]
  answers: ReleaseAnswer[]
  /** Undefined in releases made before work on promises was frozen with them. */
  work?: ReleaseWork | undefined
  cohortLists: ReleaseCohortList[]
  values: ReleaseValue[]
  /** Figures of others about these indicators. */
  publishedFigures: PublishedFigure[]
  /** SHA-256 of the canonical form of every other part, by name: where something was changed is told by these. */
  parts: Record<string, string>
}

export type Signature = { alg: 'Ed25519'; key: string; sig: string }

/** A word of a committee beside a figure, a section, or the whole; bound to the payload's digest by its own. */
export type Comment = {
  indicator: string | null
  section: string | null
  language: string
  text: string
  by: string
  on: string
  /** SHA-256 of the canonical form of the fields above with `release`, the payload's digest; hex. */
  sha256: string
  signatures: Signature[]
}

export type Release = {
  payload: ReleasePayload
  /** Of the canonical form of `payload`, hex. */
  sha256: string
  signatures: Signature[]
  commentary: Comment[]
}

/** The name of a release everywhere: the first twelve hex digits of its digest. */
export const releaseId = (sha256: string): string => sha256.slice(0, 12)
