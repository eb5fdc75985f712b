// The SQL of tables that others keep: how far what is held of them reaches.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

/** What is held of one table: from which first to which last value of the field that orders it, and of how many actors. */
export type TableReach = { kind: string; title: string | null; from: number; until: number; actors: number }

/** The reach of facts of `kind` by their sources; `field` orders them, such as a year or the number of a session. */
export const listReach = async (db: Db, kind: string, field: string): Promise<TableReach[]> => {
  const { rows } = await sql<TableReach>`
    select d.kind, s.title, min((d.body ->> ${field})::integer) as "from", max((d.body ->> ${field})::integer) as until,
           count(distinct d.actor_id)::integer as actors
      from datum d left join source s on s.source_id = d.source_id
     where d.kind = ${kind} and d.retracts is null
     group by d.kind, s.title order by s.title`.execute(db)
  return rows
}
