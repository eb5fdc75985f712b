// The store for tests: one per process, migrated once; each test runs in a transaction that is rolled back, in which
// `begin` is a savepoint. Embedded in memory, or, with DATABASE_URL, in a database of its own on that server.
import pg from 'pg'
import type { Engine, Lease } from '../src/db/engine.ts'
import { migrate } from '../src/db/migrate.ts'
import { createQueue } from '../src/db/queue.ts'
import { enterRoom, isReadOnly, type Room } from '../src/db/room.ts'
import { type Db, openStore, type PeopleDb, type Store, storeOn, type World } from '../src/db/store.ts'

// Far from UTC, so that a date that passes through a local time shows.
process.env.TZ = 'Asia/Ulaanbaatar'

const adminQuery = async (databaseUrl: string, sql: string) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Makes an empty database on the server of DATABASE_URL, dropped when the process ends. Returns its URL. */
export const createTestDatabase = async (databaseUrl: string): Promise<string> => {
  const name = `pacta_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  await adminQuery(databaseUrl, `create database ${name} template template0 encoding 'UTF8' locale 'C'`)
  process.once(
    'beforeExit',
    () => void adminQuery(databaseUrl, `drop database if exists ${name} with (force)`),
  )
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  return url.href
}

const openTestStore = async (): Promise<Store> => {
  const databaseUrl = process.env.DATABASE_URL
  const store = databaseUrl
    ? await openStore({ databaseUrl: await createTestDatabase(databaseUrl) })
    : await openStore({ inMemory: true })
  await migrate(store.engine)
  return store
}

let opened: Promise<Store> | undefined
const turns = createQueue()
const notNow = () => new Error('The test store is used by another test for too long')

// Reads by what they say: none of these words stands in a query that only reads.
const isRead = (sql: string): boolean =>
  /^\s*(select|with)\b/i.test(sql) &&
  !/\b(insert|update|delete|merge|nextval|setval|set_config|pg_advisory\w*|call|into)\b/i.test(sql)

// What fails would spoil the outer transaction, so a savepoint stands before every statement outside a transaction, and
// is where a transaction begins. It is made anew only where something was written since: most statements are reads, and
// each way to the store and back costs more than most of them.
const asSavepoints = (kind: Engine['kind'], session: Lease): Engine => {
  const queue = createQueue()
  const anew = 'release savepoint test_begin; savepoint test_begin'
  let current: Room | undefined
  /** `behind`: something was written since the savepoint was made. */
  let savepoint: 'none' | 'behind' | 'here' = 'none'
  const here = async () => {
    if (savepoint !== 'here') await session.script(savepoint === 'none' ? 'savepoint test_begin' : anew)
    savepoint = 'here'
  }
  const undo = async () => {
    // What leads into a room was done before the savepoint, so it stays.
    await session.script('rollback to savepoint test_begin')
  }
  const enter = async (room: Room) => {
    await session.script(`${enterRoom(room, true)}; ${savepoint === 'none' ? 'savepoint test_begin' : anew}`)
    savepoint = 'here'
    current = room
  }
  const alone = async (room: Room, sql: string, parameters: (string | null)[]) => {
    await here()
    const mayWrite = !isRead(sql)
    // Going back to the savepoint is what makes the session writable again.
    if (mayWrite && isReadOnly(room)) await session.query('set transaction read only', [])
    try {
      const answer = await session.query(sql, parameters)
      if (mayWrite && isReadOnly(room)) await undo()
      else if (mayWrite) savepoint = 'behind'
      return answer
    } catch (error) {
      await undo()
      throw error
    }
  }
  return {
    kind,
    close: async () => {},
    lease: async (room) => {
      const turn = await queue.take(10_000, notNow)
      if (current !== room) await enter(room)
      let inside: 'no' | 'yes' | 'failed' = 'no'
      const end = async () => {
        inside = 'no'
        await undo()
        return { command: 'ROLLBACK', count: 0, rows: [] }
      }
      const query: Lease['query'] = async (sql, parameters) => {
        if (/^(begin|start transaction)/.test(sql)) {
          await here()
          inside = 'yes'
          return { command: 'BEGIN', count: 0, rows: [] }
        }
        // PostgreSQL answers the commit of a failed transaction with ROLLBACK.
        if (sql === 'rollback' || (sql === 'commit' && inside === 'failed')) return end()
        if (sql === 'commit') {
          inside = 'no'
          savepoint = 'behind'
          return { command: 'COMMIT', count: 0, rows: [] }
        }
        if (inside === 'no') return alone(room, sql, parameters)
        try {
          const answer = await session.query(sql, parameters)
          if (/^rollback to /.test(sql)) inside = 'yes'
          return answer
        } catch (error) {
          inside = 'failed'
          throw error
        }
      }
      return {
        query,
        script: async (sql) => {
          await session.script(sql)
          savepoint = savepoint === 'none' ? 'none' : 'behind'
        },
        release: async () => {
          if (inside !== 'no') await end()
          turn.done()
        },
      }
    },
  }
}

/** Runs `work` with a store of both worlds, empty but for their tables; all it writes is rolled back. */
export const inTestStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  opened ??= openTestStore()
  const turn = await turns.take(60_000, notNow)
  try {
    const { engine } = await opened
    const session = await engine.lease('register')
    try {
      await session.query('begin', [])
      return await work(storeOn(asSavepoints(engine.kind, session)))
    } finally {
      await session.release()
    }
  } finally {
    turn.done()
  }
}

/** Runs `work` with the handle of one world, empty but for its tables; all it writes is rolled back. */
export const inTestWorld = <T>(work: (db: Db) => Promise<T>, world: World = 'register'): Promise<T> =>
  inTestStore((store) => work(store.world(world)))

/** Runs `work` with the handle of the people beside the worlds, of whom there are none; all it writes is rolled back. */
export const inTestPeople = <T>(work: (people: PeopleDb) => Promise<T>): Promise<T> =>
  inTestStore((store) => work(store.people))
