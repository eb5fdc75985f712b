// The SQL of actors.
import { sql } from 'kysely'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction, json } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { type Source, sourceIdOf } from '../facts/source.ts'
import { saveSources } from '../facts/store.ts'
import type { Actor, ActorKind } from './actor.ts'

const sourceOfActor = (actor: Actor): Source | undefined =>
  actor.source === null ? undefined : { title: actor.source, address: null, publisher: null, published: null }

/** The rows of actors held, as they are stored, by their ids. */
const readActorRows = async (db: Db, ids: readonly string[]): Promise<Map<string, unknown>> => {
  const { rows } = await sql<{ actorId: string; row: unknown }>`
    select actor_id, to_jsonb(a) as row from actor a where actor_id = any(${[...ids]}::text[])`.execute(db)
  return new Map(rows.map(({ actorId, row }) => [actorId, row]))
}

/** Stores actors, or brings those held up to date; in one statement. Returns how many were new or changed. */
export const saveActors = (db: Db, actors: readonly Actor[], agent = 'pacta'): Promise<number> =>
  inTransaction(db, async (trx) => {
    const held = await readActorRows(
      trx,
      actors.map((actor) => actor.id),
    )
    const sources = actors.map(sourceOfActor)
    await saveSources(
      trx,
      sources.filter((source) => source !== undefined),
    )
    const rows = actors.map((actor, i) => ({
      actor_id: actor.id,
      kind: actor.kind,
      parent: actor.parent,
      iso2: actor.iso2,
      iso3: actor.iso3,
      m49: actor.m49,
      un_member: actor.unMember,
      region: actor.region,
      tile_column: actor.tileColumn,
      tile_row: actor.tileRow,
      names: actor.names,
      aliases: actor.aliases,
      source_id: sources[i] === undefined ? null : sourceIdOf(sources[i]),
    }))
    const { rows: written } = await sql<{ actorId: string }>`
      insert into actor as held (actor_id, kind, parent, iso2, iso3, m49, un_member, region, tile_column, tile_row,
                                 names, aliases, source_id)
      select actor_id, kind, parent, iso2, iso3, m49, un_member, region, tile_column, tile_row, names, aliases,
             source_id
        from jsonb_to_recordset(${json(rows)}::jsonb)
          as a (actor_id text, kind text, parent text, iso2 text, iso3 text, m49 text, un_member boolean,
                region text, tile_column integer, tile_row integer, names jsonb, aliases jsonb, source_id text)
      on conflict (actor_id) do update
        set kind = excluded.kind, parent = excluded.parent, iso2 = excluded.iso2, iso3 = excluded.iso3,
            m49 = excluded.m49, un_member = excluded.un_member, region = excluded.region,
            tile_column = excluded.tile_column, tile_row = excluded.tile_row, names = excluded.names,
            aliases = excluded.aliases, source_id = excluded.source_id
        where (held.kind, held.parent, held.iso2, held.iso3, held.m49, held.un_member, held.region,
               held.tile_column, held.tile_row, held.names, held.aliases, held.source_id)
          is distinct from
              (excluded.kind, excluded.parent, excluded.iso2, excluded.iso3, excluded.m49, excluded.un_member,
               excluded.region, excluded.tile_column, excluded.tile_row, excluded.names, excluded.aliases,
               excluded.source_id)
      returning held.actor_id`.execute(trx)
    if (written.length > 0) {
      const ids = written.map(({ actorId }) => actorId).sort()
      const stored = await readActorRows(trx, ids)
      await recordEvent(trx, {
        agent,
        action: 'actors-recorded',
        subject: 'actors',
        detail: { changes: [], recorded: ids.length },
        things: ids.map((id) => ({
          thing: thingKey.actor(id),
          before: held.get(id) ?? null,
          after: stored.get(id) ?? null,
        })),
      })
    }
    return written.length
  })

/** An actor as held. `source` is the source's title. */
export type HeldActor = Omit<Actor, 'regionNote' | 'regionSource'>

const actorColumns = sql`
  a.actor_id as id, a.kind, a.parent, a.iso2, a.iso3, a.m49, a.un_member, a.region, a.tile_column, a.tile_row,
  a.names, a.aliases, s.title as source`

/** All actors, or those of one kind, by id. */
export const listActors = async (db: Db, kind?: ActorKind): Promise<HeldActor[]> => {
  const { rows } = await sql<HeldActor>`
    select ${actorColumns}
      from actor a left join source s using (source_id)
     where ${kind ?? null}::text is null or a.kind = ${kind ?? null}::text
     order by a.actor_id`.execute(db)
  return rows
}

export const findActor = async (db: Db, id: string): Promise<HeldActor | undefined> => {
  const { rows } = await sql<HeldActor>`
    select ${actorColumns} from actor a left join source s using (source_id) where a.actor_id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** Those of `ids` that an actor is held for. */
export const findActorIds = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select actor_id as id from actor where actor_id = any(${[...new Set(ids)]}::text[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
