// The rows of migrations/people/*.sql, as Kysely sees them. See tables.ts.
import type { Generated } from 'kysely'
import type { EventTable, MigrationTable, SettingTable } from './tables.ts'

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

/** The tables of the people beside the worlds. */
export type PeopleTables = {
  migration: MigrationTable
  setting: SettingTable
  event: EventTable
  person: PersonTable
  session: SessionTable
  credential: CredentialTable
  secondFactor: SecondFactorTable
  signInFailure: SignInFailureTable
}
