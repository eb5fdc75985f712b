// The actors of the fictional world that is searched.
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'

/** Two States and an organisation, on 1 June 2026. */
export const addStates = async (db: Db): Promise<void> => {
  await sql`insert into setting values ('today', '2026-06-01')`.execute(db)
  await sql`insert into actor (actor_id, kind, iso3, names, aliases)
      values ('XAA', 'state', 'XAA', '{"en": {"short": "Averland"}, "ru": {"short": "Аверландия"}}', '["Avria"]'),
             ('XAB', 'state', 'XAB', '{"en": {"short": "Brennland"}}', '[]'),
             ('mine-clearers', 'organisation', null, '{"en": {"short": "Guild of Clearers"}}', '[]')`.execute(
    db,
  )
}
