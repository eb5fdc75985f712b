// A PostgreSQL server (DATABASE_URL) through `pg`, with the same values in and out as the embedded store.
import pg from 'pg'
import { Problem, problem } from '../problem.ts'
import type { Engine, Lease } from './engine.ts'
import { enterRoom, type Room } from './room.ts'
import { isSqlError } from './sql-error.ts'
import { readerOf } from './values.ts'

export type ServerSettings = {
  databaseUrl: string
  statementMs: number
  waitMs: number
  connections?: number
}

const queryCanceled = '57014'
const connectMs = 10_000

const describe = (error: unknown): string => {
  const text =
    error instanceof AggregateError
      ? error.errors.map((e) => e.message).join('; ')
      : String((error as Error).message)
  return text === '' ? String((error as { code?: string }).code ?? error) : text
}

// The server's own settings must not change what comes out: text form of dates and floats, time zone.
const sessionSettings = [
  '-c timezone=UTC',
  '-c datestyle=ISO,YMD',
  '-c intervalstyle=postgres',
  '-c bytea_output=hex',
  '-c extra_float_digits=1',
  '-c standard_conforming_strings=on',
  '-c client_encoding=UTF8',
].join(' ')

type Fitness = { version: number; encoding: string; collation: string; icu: boolean; name: string }

const refuseUnfit = ({ version, encoding, collation, icu, name }: Fitness) => {
  if (version < 150000) {
    const major = Math.floor(version / 10000)
    throw problem('store-unavailable', `Pacta needs PostgreSQL 15 or newer; the server has ${major}.`)
  }
  if (encoding !== 'UTF8' || icu || !['C', 'POSIX', 'C.UTF-8', 'C.utf8'].includes(collation)) {
    // Sorting and comparing text would differ from the embedded store, and so would published files.
    throw problem(
      'store-unavailable',
      `The database ${name} has encoding ${encoding} and collation ${icu ? 'ICU' : collation}; Pacta needs UTF8 ` +
        `and C. Create one with: createdb --template=template0 --encoding=UTF8 --locale=C ${name}`,
    )
  }
}

const checkDatabase = async (databaseUrl: string) => {
  let client: pg.Client | undefined
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: connectMs })
    client.on('error', () => {}) // the query below reports it
    await client.connect()
    const { rows } = await client.query<Fitness>(
      `select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding,
              datcollate as collation, datlocprovider = 'i' as icu, datname as name
         from pg_database where datname = current_database()`,
    )
    refuseUnfit(rows[0]!)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw problem(
      'store-unavailable',
      `The PostgreSQL server named by DATABASE_URL could not be used: ${describe(error)}`,
    )
  } finally {
    await client?.end().catch(() => {})
  }
}

/** Connects to the server and checks that the database suits. */
export const openServer = async (settings: ServerSettings): Promise<Engine> => {
  const { databaseUrl, statementMs, waitMs } = settings
  await checkDatabase(databaseUrl)
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: settings.connections ?? 10,
    connectionTimeoutMillis: waitMs,
    statement_timeout: statementMs,
    allowExitOnIdle: true,
    options: sessionSettings,
    types: { getTypeParser: (oid: number) => readerOf(oid) } as never,
  })
  // A connection the server closed while idle: the pool opens another when one is needed.
  pool.on('error', () => {})

  const roomOf = new WeakMap<pg.PoolClient, Room>()

  const connect = async (): Promise<pg.PoolClient> => {
    try {
      return await pool.connect()
    } catch (error) {
      if (/timeout/.test(describe(error)) && pool.totalCount > 0) {
        throw problem(
          'store-busy',
          `No connection to the PostgreSQL server became free within ${waitMs / 1000} s.`,
        )
      }
      throw problem('store-unavailable', `The PostgreSQL server could not be reached: ${describe(error)}`)
    }
  }

  const lease = async (room: Room): Promise<Lease> => {
    const client = await connect()
    let broken = false
    let released = false
    let open = false

    const run = async (sql: string, parameters: (string | null)[]) => {
      try {
        const result = await client.query({ text: sql, values: parameters })
        const last = Array.isArray(result) ? result.at(-1)! : result
        const command = last.command ?? ''
        if (command === 'BEGIN' || command === 'START') open = true
        if (command === 'COMMIT' || (command === 'ROLLBACK' && !/^rollback to/i.test(sql))) open = false
        return { command, count: last.rowCount ?? 0, rows: last.rows ?? [] }
      } catch (error) {
        if (isSqlError(error, queryCanceled)) {
          throw problem('store-busy', `A statement ran longer than ${statementMs / 1000} s and was ended.`)
        }
        // 57P..: the server ends the session; 08...: the connection failed.
        if (isSqlError(error) && !error.code.startsWith('57P') && !error.code.startsWith('08')) {
          throw Object.assign(error, { name: 'SqlError' })
        }
        if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError)
          throw error
        broken = true
        throw problem(
          'store-unavailable',
          `The connection to the PostgreSQL server was lost: ${describe(error)}`,
        )
      }
    }

    const release = async () => {
      if (released) return
      released = true
      try {
        if (open && !broken) await run('rollback', [])
      } catch {
        broken = true
      }
      client.release(broken)
    }

    if (roomOf.get(client) !== room) {
      try {
        roomOf.delete(client)
        await run(enterRoom(room), [])
        roomOf.set(client, room)
      } catch (error) {
        await release()
        throw error
      }
    }
    return { query: run, script: async (sql) => void (await run(sql, [])), release }
  }

  return { kind: 'server', lease, close: () => pool.end() }
}
