// The SQL of reading some engagements instead of all: those that a question is about, with everything by which they are told
// through their corrections and by what they name. What `engagementsHeld` says of those asked about is what it says of all.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { Datum } from '../facts/datum.ts'
import { type DatumRecord, datumColumns, datumOf } from '../facts/datum-record-store.ts'
import type { Kinds } from '../facts/kind.ts'
import { refKinds } from '../facts/ref.ts'
import { engagementKinds } from './engagement.ts'
import { topicOfTerms } from './terms.ts'

/**
 * What is asked. `owed`: whatever may be owed, or tell of it, be it anybody's. Otherwise what may concern an actor: its own
 * and that of its units, and whatever names it by one of `names`, with all that those who name it said in facts of that kind.
 */
export type EngagementsRead = 'owed' | { actors: readonly string[]; names: readonly string[] }

/** Fields by which a fact may name an actor that it concerns; the subject is a column of its own. */
const namingActors = ['parties', 'beneficiaries', 'counterparts', 'predecessor']

const isOwed = (kinds: Kinds): RawBuilder<unknown> => {
  const whole = Object.keys(kinds).filter(
    (kind) => kind === 'milestone' || kinds[kind]!.topic === topicOfTerms,
  )
  return sql`(d.kind = any(${whole}::text[]) or jsonb_exists(d.body, 'recurrence'))`
}

const mayConcern = (
  of: readonly string[],
  { actors, names }: Exclude<EngagementsRead, 'owed'>,
): RawBuilder<unknown> => {
  const named = namingActors.map(
    (field) => sql`jsonb_exists_any(c.body -> ${sql.lit(field)}, ${[...names]}::text[])`,
  )
  return sql`(d.actor_id, d.kind) in (
    select c.actor_id, c.kind from datum c
     where c.kind = any(${[...of]}::text[])
       and (c.actor_id = any(${[...actors]}::text[]) or c.subject_id = any(${[...names]}::text[]) or ${sql.join(named, sql` or `)}))`
}

/** Fields of engagements by which one names another. */
const namingFacts = (kinds: Kinds, of: readonly string[]): string[] => [
  ...new Set([
    ...['partOf', 'concerns'],
    ...of.flatMap((kind) =>
      Object.entries(kinds[kind]!.fields).flatMap(([field, { ref = [] }]) =>
        refKinds(ref).length > 0 ? [field] : [],
      ),
    ),
  ]),
]

/**
 * Every version of the engagements asked about, of what they and others name, and of whatever was corrected or retracted; the
 * rest of what `db` sees is left where it is. In the order of `listDatums`.
 */
export const listEngagementDatums = async (db: Db, kinds: Kinds, read: EngagementsRead): Promise<Datum[]> => {
  const of = engagementKinds(kinds)
  const naming = namingFacts(kinds, of)
  const { rows } = await sql<DatumRecord>`
    with naming as materialized (
      select d.datum_id, case when jsonb_typeof(f.named) = 'array' then f.named else jsonb_build_array(f.named) end as named
        from datum d, lateral unnest(${naming}::text[]) as n (field), lateral (select d.body -> n.field as named) as f
       where d.kind = any(${of}::text[]) and jsonb_exists_any(d.body, ${naming}::text[]) and f.named is not null),
    names as materialized (
      select distinct v.name from naming, jsonb_array_elements_text(naming.named) as v (name)),
    called as materialized (
      select name from names union select substr(name, strpos(name, '/') + 1) from names where strpos(name, '/') > 0),
    corrected as materialized (
      select supersedes as datum_id from datum where supersedes is not null
      union select retracts from datum where retracts is not null)
    select ${datumColumns}
      from datum d left join source s on s.source_id = d.source_id
     where d.kind = any(${of}::text[])
       and (${read === 'owed' ? isOwed(kinds) : mayConcern(of, read)}
            or d.supersedes is not null or d.retracts is not null
            or d.datum_id in (select datum_id from corrected)
            or d.datum_id in (select datum_id from naming)
            or d.external_id in (select name from called)
            or d.datum_id::text in (select name from called))
     order by d.actor_id, d.kind, d.held_from nulls first, d.datum_id`.execute(db)
  return rows.map(datumOf)
}
