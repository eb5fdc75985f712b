// The rows of migrations/*.sql, as Kysely sees them: snake_case in SQL, camelCase here. How each SQL type is read and
// written is in values.ts.
import type { ColumnType, Generated } from 'kysely'
import type { JsonText } from './values.ts'

/** date: 'YYYY-MM-DD'. */
type SqlDate = string
/** timestamptz set by the database where it is left out: ISO 8601, UTC. */
type RecordedAt = ColumnType<string, string | undefined, string>
/** numeric: exact, hence text when read. */
type NullableNumeric = ColumnType<string | null, string | number | null | undefined, string | number | null>
/** jsonb: parsed when read, written through json(). */
type Json<T = unknown> = ColumnType<T, JsonText, JsonText>
type DefaultedJson<T = unknown> = ColumnType<T, JsonText | undefined, JsonText>

export type MigrationTable = {
  number: number
  name: string
  sha256: string
  appliedAt: RecordedAt
}

export type SettingTable = { key: string; value: string }

export type SourceTable = {
  sourceId: string
  title: string
  address: string | null
  publisher: string | null
  published: string | null
  retrievedOn: SqlDate | null
  licence: string | null
  language: string | null
}

export type ActorNames = Record<string, { short?: string; formal?: string }>

export type ActorTable = {
  actorId: string
  kind: string
  parent: string | null
  iso2: string | null
  iso3: string | null
  m49: string | null
  unMember: boolean | null
  region: string | null
  tileColumn: number | null
  tileRow: number | null
  names: Json<ActorNames>
  aliases: DefaultedJson<string[]>
  sourceId: string | null
}

export type DatumTable = {
  actorId: string
  datumId: string
  kind: string
  externalId: string | null
  subjectId: string | null
  heldFrom: SqlDate | null
  heldUntil: SqlDate | null
  heldEdtf: string | null
  knownFrom: SqlDate
  recordedAt: RecordedAt
  supersedes: string | null
  retracts: string | null
  sourceId: string | null
  locator: string | null
  quotation: string | null
  language: string | null
  tier: Generated<string>
  entered: Generated<boolean>
  body: Json<Record<string, unknown>>
}

export type StatusEventTable = {
  actorId: string
  datumId: string
  treaty: string
  kind: string
  notifiedOn: SqlDate | null
  effectiveOn: SqlDate | null
}

export type CoverageTable = {
  coverageId: string
  register: string
  actorId: string | null
  entered: Generated<boolean>
  heldFrom: SqlDate
  heldUntil: SqlDate | null
  level: string
  statedBy: string
  knownFrom: SqlDate
  recordedAt: RecordedAt
  note: string | null
}

export type InstrumentTable = {
  instrumentId: string
  kind: string
  title: string
  status: string
  sha256: string
  sourceId: string | null
  recordedAt: RecordedAt
  body: Json<Record<string, unknown>>
}

export type ReportVersionTable = {
  actorId: string
  reportId: string
  obligation: string
  coversYear: number
  subjectId: string | null
  version: number
  receivedOn: SqlDate
  supersedes: string | null
  language: string | null
  sourceId: string | null
  document: DefaultedJson<Record<string, unknown>>
  submissionSha256: string
  entered: Generated<boolean>
  recordedAt: RecordedAt
}

export type ReportDraftTable = {
  actorId: string
  draftId: string
  obligation: string
  coversYear: number
  subjectId: string | null
  revision: Generated<number>
  startedFrom: string | null
  content: Json<Record<string, unknown>>
  createdAt: RecordedAt
  changedAt: RecordedAt
  submittedReport: string | null
  owner: string | null
  startedBy: string | null
  changedBy: string | null
  contentSha256: string | null
}

export type FactDraftTable = {
  actorId: string
  draftId: string
  kind: string
  content: Json<Record<string, string>>
  contentSha256: string
  owners: Json<string[]>
  revision: Generated<number>
  startedBy: string
  changedBy: string
  createdAt: RecordedAt
  changedAt: RecordedAt
  publishedDatum: string | null
}

export type ApprovalTable = {
  entry: Generated<number>
  thing: string
  owner: string
  agent: string
  decision: string
  contentSha256: string
  note: string | null
  decidedAt: RecordedAt
}

export type PublicationTable = {
  thing: string
  agent: string
  publishedAs: string
  owners: DefaultedJson<string[]>
  publishedAt: RecordedAt
}

export type AnswerTable = {
  actorId: string
  datumId: string
  reportId: string
  question: string
  state: string
  silence: string | null
  number: NullableNumeric
  unit: string | null
  text: string | null
  locator: string | null
  quotation: string | null
  language: string | null
  codedBy: string | null
  confirmedBy: string | null
}

export type ValueTable = {
  indicator: string
  year: number
  reading: string
  asOf: SqlDate
  knownOn: SqlDate
  ruleHash: string
  numerator: NullableNumeric
  denominator: NullableNumeric
  value: NullableNumeric
  status: string
  provisionalUntil: SqlDate | null
  coverage: Json
  reportedNumerator: NullableNumeric
  reportedDenominator: NullableNumeric
  nextChangeOn: SqlDate | null
  computedAt: RecordedAt
}

export type ValueMembersTable = {
  indicator: string
  year: number
  actors: string[]
  members: string[]
  states: string[]
  inN: number[]
  inD: number[]
  reasons: Json<unknown[]>
  reasonAt: number[]
  datumIds: string[]
  datumsUntil: number[]
}

export type StaleTable = { indicator: string; year: number; since: RecordedAt }

export type EventTable = {
  eventId: string
  happenedAt: RecordedAt
  agent: string
  action: string
  subject: string
  detail: DefaultedJson<Record<string, unknown>>
  handledAt: string | null
  seq: number
  previousSha256: string
  sha256: string
}

export type EventThingTable = {
  seq: number
  position: number
  thing: string
  before: Json<unknown> | null
  after: Json<unknown> | null
}

export type EventHeadTable = {
  one: Generated<boolean>
  seq: number
  sha256: string
  writtenSeq: number
  writtenSha256: string
}

export type ReleaseTable = {
  sha256: string
  plan: string
  year: number
  asOf: SqlDate
  knownOn: SqlDate
  payload: string
  recordedAt: RecordedAt
  frozenBy: string | null
  owners: DefaultedJson<string[]>
}

export type ReleaseAdditionTable = {
  releaseSha256: string
  additionId: string
  kind: string
  contentSha256: string
  body: Json
  recordedAt: RecordedAt
}

export type CalendarEventTable = {
  actorId: string
  eventKey: string
  duty: string
  due: SqlDate
  title: string
  article: string | null
  digest: string
  sequence: Generated<number>
  changedAt: string
  gone: Generated<boolean>
}

export type PageVersionTable = {
  sha256: string
  actorId: string
  number: number | null
  knownOn: SqlDate
  payload: string
  frozenBy: string
  owners: Json<string[]>
  recordedAt: RecordedAt
}

export type PageRatingTable = {
  pageSha256: string
  language: string
  day: SqlDate
  useful: string
  count: number
}

export type PageRatingFormTable = { formSha256: string; expiresAt: string }

/** The tables of one world. */
export type Tables = {
  migration: MigrationTable
  setting: SettingTable
  source: SourceTable
  actor: ActorTable
  datum: DatumTable
  statusEvent: StatusEventTable
  coverage: CoverageTable
  instrument: InstrumentTable
  reportVersion: ReportVersionTable
  reportDraft: ReportDraftTable
  factDraft: FactDraftTable
  approval: ApprovalTable
  publication: PublicationTable
  answer: AnswerTable
  value: ValueTable
  valueMembers: ValueMembersTable
  stale: StaleTable
  event: EventTable
  eventThing: EventThingTable
  eventHead: EventHeadTable
  release: ReleaseTable
  releaseAddition: ReleaseAdditionTable
  calendarEvent: CalendarEventTable
  pageVersion: PageVersionTable
  pageRating: PageRatingTable
  pageRatingForm: PageRatingFormTable
}
