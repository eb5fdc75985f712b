// The rows of migrations/people/*.sql, as Kysely sees them. See tables.ts.
import type { ColumnType, Generated } from 'kysely'
import type { EventHeadTable, EventTable, EventThingTable, MigrationTable, SettingTable } from './tables.ts'
import type { JsonText } from './values.ts'

/** timestamptz set by the database where it is left out: ISO 8601, UTC. */
type SetAt = ColumnType<string, string | undefined, string>

export type LetterTable = {
  letterId: string
  kind: string
  personId: string | null
  address: string | null
  name: string | null
  language: string
  values: ColumnType<unknown, JsonText, JsonText>
  state: Generated<'waiting' | 'failed' | 'sent' | 'given-up'>
  tries: Generated<number>
  madeAt: SetAt
  usefulUntil: string | null
  firstTryAt: string | null
  nextTryAt: SetAt
  sentAt: string | null
  trouble: string | null
}

export type DigestChoiceTable = {
  personId: string
  howOften: 'never' | 'daily' | 'weekly'
  weekday: number
  changedAt: SetAt
}

/** `day`: YYYY-MM-DD. */
export type DigestDayTable = { personId: string; day: string; letterId: string | null }

/** `email` in small letters. */
export type PersonTable = {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  createdAt: Generated<string>
  updatedAt: Generated<string>
  hasSecondFactor: boolean | null
  language: string
}

/** `token`: the SHA-256 of what the cookie holds. */
export type SessionTable = {
  id: string
  expiresAt: string
  token: string
  createdAt: Generated<string>
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
  personId: string
  secondFactor: string | null
}

export type CredentialTable = {
  id: string
  accountId: string
  providerId: string
  personId: string
  password: string | null
  createdAt: Generated<string>
  updatedAt: string
}

export type SecondFactorTable = {
  id: string
  secret: string
  recoveryCodes: string
  personId: string
  verified: boolean | null
  lastCodeSha256: string | null
}

export type SignInFailureTable = {
  subjectSha256: string
  failures: number
  lastFailedAt: string
  waitsUntil: string
}

export type DepartmentTable = {
  departmentId: string
  world: string
  actor: string
  names: ColumnType<Record<string, string>, JsonText, JsonText>
  revision: Generated<number>
  madeAt: Generated<string>
  endedAt: string | null
}

export type GrantHeldTable = {
  grantId: string
  personId: string
  world: string | null
  role: string
  owner: string | null
  departmentId: string | null
  grantedBy: string
  grantedAt: Generated<string>
  endedBy: string | null
  endedAt: string | null
}

export type InvitationTable = {
  invitationId: string
  address: string | null
  name: string | null
  language: string
  grants: ColumnType<unknown[], JsonText, JsonText>
  tokenSha256: string
  madeBy: string
  madeAt: Generated<string>
  expiresAt: string
  usedAt: string | null
  usedBy: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
}

export type SectionAssignmentTable = {
  world: string
  actor: string
  obligation: string
  section: string
  departmentId: string
}

export type ApiTokenTable = {
  tokenId: string
  personId: string
  name: string
  beginning: string
  sha256: string
  scopes: string[]
  madeAt: Generated<string>
  expiresOn: string
  lastUsedOn: string | null
  withdrawnAt: string | null
}

/** The tables of the people beside the worlds. */
export type PeopleTables = {
  migration: MigrationTable
  setting: SettingTable
  event: EventTable
  eventThing: EventThingTable
  eventHead: EventHeadTable
  person: PersonTable
  session: SessionTable
  credential: CredentialTable
  secondFactor: SecondFactorTable
  signInFailure: SignInFailureTable
  letter: LetterTable
  digestChoice: DigestChoiceTable
  digestDay: DigestDayTable
  department: DepartmentTable
  grantHeld: GrantHeldTable
  invitation: InvitationTable
  sectionAssignment: SectionAssignmentTable
  apiToken: ApiTokenTable
}
