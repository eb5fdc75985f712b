// What the pages of treaties read, from what is held.
import type { Db } from '../../db/store.ts'
import { listTreaties, showTreaty } from '../../parties/treaty-status.ts'
import type { TreatyData } from '../data/treaties.ts'
import { treatyStatements } from './statements.ts'

/** Treaties of one world. */
export const treatiesHeld = (db: Db): TreatyData => ({
  listTreaties: (on) => listTreaties(db, on),
  showTreaty: (asked) => showTreaty(db, asked),
  listTreatyStatements: (asked) => treatyStatements(db, asked),
})
