// The SQL of tables that others keep: how far what is held of them reaches.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { Span } from './others.ts'

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

/**
 * From which first to which last value of `field` files with facts of `kind` were taken in whole: one a file. A file may
 * have facts of other kinds, `among`, too; what it has of any tells how far it reaches. Rows of one actor alone, or facts
 * that were typed, say nothing of what else there is. An import from before that was kept counts as whole where it touched
 * several actors.
 */
export const listWhole = async (
  db: Db,
  kind: string,
  { among, field }: { among: readonly string[]; field: string },
): Promise<Span[]> => {
  const { rows } = await sql<Span>`
    with whole as (
      select distinct left(f.file ->> 'sha256', 16) as digest
        from event e, jsonb_array_elements(e.detail -> 'files') as f (file)
       where e.action = 'facts-recorded' and e.detail ? 'mapping'
         and case when e.detail ? 'whole' then (e.detail ->> 'whole')::boolean
                  else (select count(distinct c.change ->> 'actor') > 1
                          from jsonb_array_elements(e.detail -> 'changes') as c (change)) end)
    select min(d.value) as "from", max(d.value) as until
      from (select kind, substring(locator from 'SHA-256 ([0-9a-f]{16})…, received') as digest,
                   (body ->> ${field})::integer as value
              from datum where kind = any(${[...among]}::text[]) and retracts is null) d
      join whole w on w.digest = d.digest
     group by d.digest having bool_or(d.kind = ${kind}) order by 1, 2`.execute(db)
  return rows
}
