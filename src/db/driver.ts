// Kysely on top of an engine: one driver for all of them.
import {
  AbortedTransactionError,
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { problem } from '../problem.ts'
import type { Engine, Lease, World } from './engine.ts'
import { engines, refuseInsideTransaction } from './transaction.ts'
import { toText } from './values.ts'

type Connection = DatabaseConnection & {
  /** Runs a statement of transaction control and returns the command PostgreSQL says it ran. */
  control: (sql: string) => Promise<string>
  release: () => Promise<void>
}

const changesRows = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const connect = (lease: Lease): Connection => {
  let released = false
  return {
    async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
      if (released) {
        throw problem(
          'transaction-misuse',
          'The handle of a transaction was used after the transaction had ended.',
        )
      }
      const { command, count, rows } = await lease.query(compiled.sql, compiled.parameters.map(toText))
      return changesRows.has(command)
        ? { rows: rows as R[], numAffectedRows: BigInt(count) }
        : { rows: rows as R[] }
    },
    // biome-ignore lint/correctness/useYield: refused before the first row
    async *streamQuery(): AsyncIterableIterator<never> {
      throw new Error('Rows are not streamed; read them as one json_agg')
    },
    control: async (sql) => (await lease.query(sql, [])).command,
    release: () => {
      released = true
      return lease.release()
    },
  }
}

const control = (connection: DatabaseConnection, text: string) => (connection as Connection).control(text)

const createDriver = (engine: Engine, world: World): Driver => ({
  init: async () => {},
  acquireConnection: async () => {
    refuseInsideTransaction(engine)
    return connect(await engine.lease(world))
  },
  beginTransaction: async (connection, { isolationLevel, accessMode }) => {
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
    await control(connection, `begin${isolation}${accessMode === undefined ? '' : ` ${accessMode}`}`)
  },
  commitTransaction: async (connection) => {
    // PostgreSQL answers the commit of a failed transaction with ROLLBACK, and no error.
    if ((await control(connection, 'commit')) === 'ROLLBACK') throw new AbortedTransactionError()
  },
  rollbackTransaction: async (connection) => {
    await control(connection, 'rollback')
  },
  releaseConnection: (connection) => (connection as Connection).release(),
  destroy: async () => {},
})

/** A handle on one world of the store. SQL names are snake_case, TypeScript's camelCase; keys inside jsonb stay. */
export const createHandle = <Tables>(engine: Engine, world: World): Kysely<Tables> => {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(engine, world),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  const handle = new Kysely<Tables>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  engines.set(handle, engine)
  return handle
}
