// The SQL of recorded votes: thousands of roll calls, of which a page needs what one State voted, and a promise those of its
// own resolutions. Who voted how stays in the store.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { Datum } from '../facts/datum.ts'
import { symbolKey } from './symbol.ts'
import type { VoteCast } from './votes.ts'

/** A roll call without its lists of States, and, where a State was named, its vote in them. */
export type RollCall = Datum & { vote: VoteCast | null }

// As JSON: many times faster than rows (decision 0004).
const fields = sql`'datumId', d.datum_id, 'actor', d.actor_id, 'kind', d.kind, 'externalId', d.external_id,
    'subject', d.subject_id, 'heldFrom', d.held_from, 'heldUntil', d.held_until, 'heldEdtf', d.held_edtf,
    'knownFrom', d.known_from, 'recordedAt', d.recorded_at, 'supersedes', d.supersedes, 'retracts', d.retracts,
    'locator', d.locator, 'quotation', d.quotation, 'language', d.language, 'tier', d.tier, 'entered', d.entered,
    'body', d.body - '{votedYes,votedNo,abstained}'::text[],
    'source', case when s.source_id is not null
                   then json_build_object('title', s.title, 'address', s.address, 'publisher', s.publisher,
                                           'published', s.published) end`

/**
 * Public roll calls, superseded ones too, by date. `of`: with the vote of this State. `symbols`: only those on these
 * resolutions as a whole, however their symbols are written, and those of a series.
 */
export const listRollCalls = async (
  db: Db,
  asked: { of?: string; symbols?: readonly string[] },
): Promise<RollCall[]> => {
  const { of = null } = asked
  const symbols = asked.symbols === undefined ? null : asked.symbols.map(symbolKey)
  const { rows } = await sql<{ calls: string | null }>`
    select json_agg(json_build_object(${fields}, 'vote',
             case when jsonb_exists(d.body -> 'votedYes', ${of}::text) then 'yes'
                  when jsonb_exists(d.body -> 'votedNo', ${of}::text) then 'no'
                  when jsonb_exists(d.body -> 'abstained', ${of}::text) then 'abstain' end)
             order by d.held_from nulls first, d.datum_id)::text as calls
      from datum d left join source s on s.source_id = d.source_id
     where d.kind = 'roll-call' and d.tier = 'public'
       and (${symbols}::text[] is null
            or (not jsonb_exists(d.body, 'part')
                and (jsonb_exists(d.body, 'series') or upper(regexp_replace(d.body ->> 'symbol', '\\s+', '', 'g')) = any(${symbols}::text[]))))`.execute(
    db,
  )
  return JSON.parse(rows[0]?.calls ?? '[]') as RollCall[]
}

/** The public votes of one State that are facts of their own, superseded ones too. */
export const listOwnVotes = async (db: Db, actor: string): Promise<Datum[]> => {
  const { rows } = await sql<{ votes: string | null }>`
    select json_agg(json_build_object(${fields}) order by d.held_from nulls first, d.datum_id)::text as votes
      from datum d left join source s on s.source_id = d.source_id
     where d.kind = 'recorded-vote' and d.tier = 'public' and d.actor_id = ${actor}`.execute(db)
  return JSON.parse(rows[0]?.votes ?? '[]') as Datum[]
}

/** The id that its file gave the newest public roll call on a resolution as a whole; undefined where none is held. */
export const findNewestRollCall = async (db: Db): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select d.external_id as id from datum d
     where d.kind = 'roll-call' and d.tier = 'public' and not jsonb_exists(d.body, 'part')
       and d.external_id is not null and d.retracts is null
       and not exists (select 1 from datum later where coalesce(later.supersedes, later.retracts) = d.datum_id)
     order by d.held_from desc nulls last, d.datum_id limit 1`.execute(db)
  return rows[0]?.id
}
