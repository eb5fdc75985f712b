// The rows of migrations/people/*.sql, as Kysely sees them. See tables.ts.
import type { EventTable, MigrationTable, SettingTable } from './tables.ts'

/** The tables of the people beside the worlds. */
export type PeopleTables = {
  migration: MigrationTable
  setting: SettingTable
  event: EventTable
}
