// What was entered here and not received: the ids of such facts, reports and answers.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

/** Which of these facts, versions of reports and answers were entered here. */
export const listEnteredIds = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const asked = sql`${[...new Set(ids)]}::uuid[]`
  const { rows } = await sql<{ id: string }>`
    select datum_id as id from datum where entered and datum_id = any(${asked})
    union all
    select report_id from report_version where entered and report_id = any(${asked})
    union all
    select a.datum_id from report_version r
      join answer a on a.actor_id = r.actor_id and a.report_id = r.report_id
     where r.entered and a.datum_id = any(${asked})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
