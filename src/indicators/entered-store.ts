// What was entered here and not received: the ids of such facts, reports and answers.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

/** Ids of everything that was entered here: facts, versions of reports, and the answers in them. */
export const listEnteredIds = async (db: Db): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select datum_id as id from datum where entered
    union all
    select report_id from report_version where entered
    union all
    select a.datum_id from report_version r
      join answer a on a.actor_id = r.actor_id and a.report_id = r.report_id
     where r.entered`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
