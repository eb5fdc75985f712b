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

// Statements outside a transaction get a savepoint of their own, since one that fails would spoil the outer one.
const asSavepoints = (kind: Engine['kind'], session: Lease): Engine => {
  const queue = createQueue()
  let current: Room | undefined
  const run = (sql: string) => session.query(sql, [])
  return {
    kind,
    close: async () => {},
    lease: async (room) => {
      const turn = await queue.take(10_000, notNow)
      if (current !== room) await run(enterRoom(room, true))
      current = room
      let inside = false
      const undo = async () => {
        // The search path goes back with the savepoint; it was set before it, so it stays right.
        await run('rollback to savepoint test_begin')
        await run('release savepoint test_begin')
      }
      const query: Lease['query'] = async (sql, parameters) => {
        if (/^(begin|start transaction)/.test(sql)) {
          inside = true
          return run('savepoint test_begin')
        }
        if (sql === 'commit') {
          inside = false
          return run('release savepoint test_begin')
        }
        if (sql === 'rollback') {
          inside = false
          await undo()
          return { command: 'ROLLBACK', count: 0, rows: [] }
        }
        if (inside) return session.query(sql, parameters)
        await run('savepoint test_begin')
        // Going back to the savepoint is what makes the session writable again.
        if (isReadOnly(room)) await run('set transaction read only')
        try {
          const answer = await session.query(sql, parameters)
          if (isReadOnly(room)) await undo()
          else await run('release savepoint test_begin')
          return answer
        } catch (error) {
          await undo()
          throw error
        }
      }
      return {
        query,
        script: (sql) => session.script(sql),
        release: async () => {
          if (inside) await undo()
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
