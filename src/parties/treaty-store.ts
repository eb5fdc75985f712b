// The SQL of treaties as wholes: which have a status held, and what their status pages say of themselves.
import { sql } from 'kysely'
import type { TouchedThing } from '../db/chain.ts'
import { findSetting, putSetting } from '../db/setting-store.ts'
import type { Db } from '../db/store.ts'
import type { StatusSource } from './status-csv.ts'

/** What a status page says of its treaty as a whole; its own counts are a check on ours. */
export type TreatyHead = Omit<StatusSource, 'treaty'>

const headSetting = (treaty: string) => `treaty:${treaty}`

/** Keeps what the newest page of a treaty says of it; gives what is to be noted. */
export const saveTreatyHead = (trx: Db, status: StatusSource): Promise<TouchedThing[]> => {
  const { treaty, ...head } = status
  return putSetting(trx, headSetting(treaty), JSON.stringify(head satisfies TreatyHead))
}

/** What the newest page of a treaty says of it; undefined where none was taken in. */
export const findTreatyHead = async (db: Db, treaty: string): Promise<TreatyHead | undefined> => {
  const kept = await findSetting(db, headSetting(treaty))
  return kept === undefined ? undefined : (JSON.parse(kept) as TreatyHead)
}

/** Treaties of which acts are held, by id. */
export const listTreatiesHeld = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ treaty: string }>`
    select distinct treaty from status_event where kind <> 'status-claim' order by treaty`.execute(db)
  return rows.map((row) => row.treaty)
}
