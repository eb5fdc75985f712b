// The facts that some names may mean, with every version of each: no more of the register is read than that.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { Datum } from './datum.ts'
import { type DatumRecord, datumColumns, datumOf } from './datum-record-store.ts'

const isStoredId = (name: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(name)

/**
 * All versions of the facts of `kinds` of which one has one of `names`: the id of its file or the one it is stored under. With what
 * took their place or was taken back, as `listDatums` gives them, in no order.
 */
export const listDatumsNamed = async (
  db: Db,
  kinds: readonly string[],
  names: readonly string[],
): Promise<Datum[]> => {
  if (kinds.length === 0 || names.length === 0) return []
  // A version and what it replaces are of one actor and one kind.
  const { rows } = await sql<DatumRecord>`
    with recursive named as (
      select d.actor_id, d.datum_id, d.supersedes, d.retracts
        from datum d
       where d.kind = any(${[...kinds]}::text[])
         and (d.external_id = any(${[...names]}::text[]) or d.datum_id = any(${names.filter(isStoredId)}::uuid[]))
      union
      select d.actor_id, d.datum_id, d.supersedes, d.retracts
        from named n
       cross join lateral (
         select o.actor_id, o.datum_id, o.supersedes, o.retracts
           from datum o where o.actor_id = n.actor_id and o.datum_id = coalesce(n.supersedes, n.retracts)
          union all
         select o.actor_id, o.datum_id, o.supersedes, o.retracts from datum o where o.supersedes = n.datum_id
          union all
         select o.actor_id, o.datum_id, o.supersedes, o.retracts from datum o where o.retracts = n.datum_id
       ) d
    )
    select ${datumColumns}
      from named n
      join datum d on d.actor_id = n.actor_id and d.datum_id = n.datum_id
      left join source s on s.source_id = d.source_id`.execute(db)
  return rows.map(datumOf)
}
