// The SQL of imported tables: the facts that carry the ids of a table's rows, with everything that took their place.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'
import type { Tier } from '../facts/datum.ts'
import type { Mapping } from './form.ts'
import { placeOf } from './locator.ts'

/** A fact held under the id of a row, or one that supersedes or retracts it, as far as a row is compared with it. */
export type Version = {
  datumId: string
  actor: string
  kind: string
  externalId: string | null
  supersedes: string | null
  retracts: string | null
  subject: string | null
  heldFrom: string | null
  heldUntil: string | null
  heldEdtf: string | null
  knownFrom: string
  quotation: string | null
  language: string | null
  locator: string | null
  tier: Tier
  body: Record<string, unknown>
}

/** What a row of a table would be stored as: whose, of what kind, under which id. */
export type RowKey = { actor: string; kind: string; externalId: string }

/**
 * The facts held under these keys, and whatever superseded or retracted facts of their kinds and actors. Each statement reads
 * one table once: a join on all parts of the key is planned by statistics that may be older than the facts.
 */
export const listVersions = async (db: Db, keys: readonly RowKey[]): Promise<Version[]> => {
  if (keys.length === 0) return []
  const distinct = (of: (key: RowKey) => string) => [...new Set(keys.map(of))]
  const columns = sql`d.datum_id, d.actor_id as actor, d.kind, d.external_id, d.supersedes, d.retracts,
    d.subject_id as subject, d.held_from, d.held_until, d.held_edtf, d.known_from, d.quotation, d.language, d.locator,
    d.tier, d.body`
  const ofTheirs = sql`d.kind = any(${distinct(({ kind }) => kind)}::text[])
       and d.actor_id = any(${distinct(({ actor }) => actor)}::text[])`
  const { rows: first } = await sql<Version>`
    select ${columns} from datum d
     where ${ofTheirs} and d.external_id = any(${distinct(({ externalId }) => externalId)}::text[])`.execute(
    db,
  )
  if (first.length === 0) return []
  const { rows: later } = await sql<Version>`
    select ${columns} from datum d
     where ${ofTheirs} and (d.supersedes is not null or d.retracts is not null)`.execute(db)
  const found = new Set(first.map(({ datumId }) => datumId))
  return [...first, ...later.filter(({ datumId }) => !found.has(datumId))]
}

/** Whether an import recorded facts of a file with this digest (hex) before. */
export const wasImported = async (db: Db, sha256: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from event
     where action = 'facts-recorded'
       and detail -> 'files' @> ${JSON.stringify([{ sha256 }])}::jsonb
     limit 1`.execute(db)
  return rows.length > 0
}

/** A table that was taken in. */
export type TableTaken = {
  mapping: string
  /** The name of its file. */
  file: string
  /** When it was recorded here. */
  at: string
  recorded: number
  /** How many of them took the place of earlier ones. */
  corrected: number
}

/** The tables last taken in by each mapping, the newest first; `most` of each. Those that stored nothing are no event. */
export const listTaken = async (db: Db, most: number): Promise<TableTaken[]> => {
  const { rows } = await sql<TableTaken>`
    select mapping, file, at, recorded, corrected
      from (select detail ->> 'mapping' as mapping, subject as file, happened_at as at,
                   (detail ->> 'recorded')::int as recorded, coalesce((detail ->> 'corrected')::int, 0) as corrected,
                   row_number() over (partition by detail ->> 'mapping' order by seq desc) as place
              from event
             where action = 'facts-recorded' and detail ->> 'mapping' is not null) taken
     where place <= ${most}::bigint
     order by at desc, mapping`.execute(db)
  return rows
}

/**
 * The facts that stand and were read from an edition of the mapping's table: recorded by an import with this mapping, or approved
 * as drafts that were read by it; by its source whatever the source's date, with their id as a row has it (`rowId`) and as it is
 * held. `actors`: of these alone.
 */
export const listOfTable = async (
  db: Db,
  { id, source, facts }: Mapping,
  actors?: readonly string[],
): Promise<(RowKey & { rowId: string })[]> => {
  const { rows } = await sql<RowKey & { supersedes: string | null; locator: string | null }>`
    select d.actor_id as actor, d.kind, d.external_id, d.supersedes, d.locator
      from datum d join source s on s.source_id = d.source_id
     where d.kind = any(${[...new Set(facts.map(({ kind }) => kind))]}::text[])
       and s.title = ${source.title}
       and coalesce(s.publisher, '') = ${source.publisher ?? ''}
       and coalesce(s.address, '') = ${source.address ?? ''}
       and ${actors === undefined ? sql`true` : sql`d.actor_id = any(${[...actors]}::text[])`}
       and d.external_id is not null and d.retracts is null
       and (exists (select 1 from event_thing t join event e on e.seq = t.seq
                     where t.thing = 'fact:' || d.actor_id || '/' || d.datum_id
                       and e.action = 'facts-recorded' and e.detail ->> 'mapping' = ${id})
            or (d.actor_id, d.datum_id) in (
                select f.actor_id, f.published_datum
                  from fact_draft f join event_thing t on t.thing = 'fact-draft:' || f.draft_id join event e on e.seq = t.seq
                 where f.published_datum is not null and e.action = 'fact-drafted' and e.detail ->> 'mapping' = ${id}))
       and d.datum_id not in (select n.supersedes from datum n where n.supersedes is not null)
       and d.datum_id not in (select n.retracts from datum n where n.retracts is not null)
     order by d.actor_id, d.kind, d.external_id`.execute(db)
  return rows.flatMap(({ actor: of, kind, externalId, supersedes, locator }) =>
    // Only an import writes the edition of a file: what was typed from the same source has no row to miss.
    locator === null || placeOf(locator) === locator
      ? []
      : [
          {
            ...{ actor: of, kind, externalId },
            rowId: supersedes === null ? externalId : externalId.replace(/~\d+$/, ''),
          },
        ],
  )
}
