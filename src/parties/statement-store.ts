// The SQL of statements to treaties: what stands below a status page, as datums that are superseded and never overwritten.
import { sql } from 'kysely'
import type { TouchedThing } from '../db/chain.ts'
import { findSetting, putSetting } from '../db/setting-store.ts'
import type { Db } from '../db/store.ts'
import type { Datum } from '../facts/datum.ts'

export const statementKind = 'treaty-statement'

/** A statement as stored, known on a day, neither superseded nor retracted by then, with the page it was read on. */
export type StoredStatement = {
  datumId: string
  actorId: string
  /** The actor's name in English. */
  actorName: string
  /** Whether it is a State, which has a page of its own. */
  isState: boolean
  externalId: string | null
  knownFrom: string
  locator: string | null
  words: string | null
  language: string | null
  entered: boolean
  body: Datum['body']
  sourceTitle: string | null
  sourceAddress: string | null
  sourcePublisher: string | null
  sourceDate: string | null
}

export type StatementsAsked = { knownOn?: string } & (
  | { treaty: string }
  /** Those of one actor. */
  | { actor: string }
  /** Those against what one actor said. */
  | { against: string }
)

/** The statements asked for, of what `db` sees and everyone may see, by actor and in the order of their page. */
export const listStatements = async (db: Db, asked: StatementsAsked): Promise<StoredStatement[]> => {
  const which =
    'treaty' in asked
      ? sql`d.body ->> 'treaty' = ${asked.treaty}`
      : 'actor' in asked
        ? sql`d.actor_id = ${asked.actor}`
        : sql`d.body -> 'against' @> to_jsonb(${asked.against}::text)`
  const knownOn = asked.knownOn ?? '9999-12-31'
  const { rows } = await sql<StoredStatement>`
    select d.datum_id, d.actor_id, coalesce(a.names #>> '{en,short}', d.actor_id) as actor_name,
           a.kind = 'state' as is_state, d.external_id, d.known_from, d.locator, d.quotation as words, d.language,
           d.entered, d.body, s.title as source_title, s.address as source_address,
           s.publisher as source_publisher, s.published as source_date
      from datum d
      join actor a on a.actor_id = d.actor_id
      left join source s on s.source_id = d.source_id
     where d.kind = ${statementKind} and ${which}
       and d.retracts is null and d.tier = 'public' and d.known_from <= ${knownOn}
       and not exists (select 1 from datum x
                        where x.known_from <= ${knownOn} and (x.supersedes = d.datum_id or x.retracts = d.datum_id))
     order by actor_name, d.body ->> 'treaty', d.datum_id`.execute(db)
  return rows
}

/** The actors named by `ids`, by id, with their names in English. */
export const findStatementParties = async (
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string; isState: boolean }>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string; isState: boolean }>`
    select actor_id as id, coalesce(names #>> '{en,short}', actor_id) as name, kind = 'state' as is_state
      from actor where actor_id = any(${[...ids]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every id under which a statement to the treaty was ever kept. */
export const listStatementNames = async (db: Db, treaty: string): Promise<Set<string>> => {
  const { rows } = await sql<{ actorId: string; externalId: string }>`
    select actor_id, external_id from datum
     where kind = ${statementKind} and external_id is not null and body ->> 'treaty' = ${treaty}`.execute(db)
  return new Set(rows.map((row) => `${row.actorId} ${row.externalId}`))
}

/** Which pages of a treaty were read for statements: since which page's date, and what the newest has. */
export type StatementsRead = {
  firstAsOf: string
  asOf: string
  /** Titles of the newest page's sections; null stands for one without a title. */
  sections: (string | null)[]
  sourceTitle: string
  sourceAddress: string | null
}

const readSetting = (treaty: string) => `status-statements:${treaty}`

/** Undefined where no page of the treaty was read for statements: nothing is known of them then. */
export const findStatementsRead = async (db: Db, treaty: string): Promise<StatementsRead | undefined> => {
  const kept = await findSetting(db, readSetting(treaty))
  return kept === undefined || kept === '' ? undefined : (JSON.parse(kept) as StatementsRead)
}

/** Keeps that a page was read for statements; gives what is to be noted. */
export const saveStatementsRead = (trx: Db, treaty: string, read: StatementsRead): Promise<TouchedThing[]> =>
  putSetting(trx, readSetting(treaty), JSON.stringify(read))
