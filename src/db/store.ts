// The store: where a register and an exercise are kept. Embedded in a data folder, or on a PostgreSQL server; the SQL
// is the same. Everything else of Pacta sees only what this file exports.
import { resolve } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { createHandle, type OnSealed } from './driver.ts'
import { openEmbedded } from './embedded.ts'
import type { Engine } from './engine.ts'
import { openFolder } from './folder.ts'
import type { PeopleTables } from './people-tables.ts'
import { seenRoom, type World, worlds } from './room.ts'
import type { Tables } from './tables.ts'

export type { PeopleTables } from './people-tables.ts'
export type { World } from './room.ts'
export { isSqlError, type SqlError } from './sql-error.ts'
export type { Tables } from './tables.ts'
export { inTransaction } from './transaction.ts'
export { isUuid, uuidv7 } from './uuid.ts'
export { type JsonText, json, numberOf } from './values.ts'

/** A handle on one world, or on a transaction in it. */
export type Db = Kysely<Tables>

/** A handle on the people beside the worlds, or on a transaction there. */
export type PeopleDb = Kysely<PeopleTables>

/** Whose facts are seen beyond the public ones, by tier: everyone's, or those of the actors named. */
export type SeenTiers = { partner: 'all' | readonly string[]; restricted: 'all' | readonly string[] }

export type Store = {
  kind: Engine['kind']
  /** The handle on one world. Inside a transaction use the transaction's own. */
  world: (name: World) => Db
  /**
   * A handle for reading alone, on a world as somebody sees it: facts beyond are not there, whatever the query.
   * `onSealed` is told of rows read whose tier is not public.
   */
  seen: (name: World, tiers: SeenTiers, hooks?: { onSealed?: OnSealed }) => Db
  /** The handle on the people beside the worlds. */
  people: PeopleDb
  close: () => Promise<void>
  engine: Engine
}

export type StoreSettings = {
  dataDir?: string
  databaseUrl?: string
  inMemory?: boolean
  /** A statement that runs longer is ended with `store-busy`; milliseconds, 60,000 where not given. */
  statementMs?: number
  /** Longest wait for one's turn before `store-busy`; milliseconds, 120,000 where not given. */
  waitMs?: number
}

export const storeOn = (engine: Engine): Store => {
  const handles = Object.fromEntries(worlds.map((world) => [world, createHandle<Tables>(engine, world)]))
  return {
    get kind() {
      return engine.kind
    },
    world: (name) => handles[name]!,
    seen: (name, tiers, { onSealed } = {}) => createHandle<Tables>(engine, seenRoom(name, tiers), onSealed),
    people: createHandle<PeopleTables>(engine, 'people'),
    close: engine.close,
    engine,
  }
}

/** Opens the store without touching its tables; see open.ts for what a command does. */
export const openStore = async (
  settings: StoreSettings,
  hooks: { progress?: (text: string) => void } = {},
): Promise<Store> => {
  const { databaseUrl, dataDir, inMemory = false, statementMs = 60_000, waitMs = 120_000 } = settings
  const progress = hooks.progress ?? (() => {})
  if (databaseUrl !== undefined) {
    // Loaded only when needed: commands on a data folder start sooner without it.
    const { openServer } = await import('./server.ts')
    return storeOn(await openServer({ databaseUrl, statementMs, waitMs }))
  }
  if (inMemory) return storeOn(await openEmbedded({ folder: undefined, statementMs, waitMs, progress }))
  if (dataDir === undefined)
    throw new Error('A store needs a data folder, a database URL, or to be in memory')
  return storeOn(await openFolder({ folder: resolve(dataDir), statementMs, waitMs, progress }))
}

/** Tells the planner what the world's tables hold now. Call it after a bulk load; the embedded store never does. */
export const analyze = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() order by 1`.execute(
    db,
  )
  if (rows.length > 0) await sql.raw(`analyze ${rows.map((row) => row.name).join(', ')}`).execute(db)
}
