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
import type { Engine, Lease } from './engine.ts'
import type { Room } from './room.ts'
import { engines, refuseInsideTransaction } from './transaction.ts'
import { toText } from './values.ts'

type Connection = DatabaseConnection & {
  /** Runs a statement of transaction control and returns the command PostgreSQL says it ran. */
  control: (sql: string) => Promise<string>
  release: () => Promise<void>
}

const changesRows = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** Is given the rows of an answer whose column `tier` says that not everyone may see them, by their names in SQL. */
export type OnSealed = (rows: readonly Record<string, unknown>[]) => void

const isSealed = ({ tier }: Record<string, unknown>): boolean => tier === 'partner' || tier === 'restricted'

const connect = (lease: Lease, onSealed: OnSealed | undefined): Connection => {
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
      const sealed = onSealed === undefined ? [] : rows.filter(isSealed)
      if (sealed.length > 0) onSealed?.(sealed)
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

const createDriver = (engine: Engine, room: Room, onSealed: OnSealed | undefined): Driver => ({
  init: async () => {},
  acquireConnection: async () => {
    refuseInsideTransaction(engine)
    return connect(await engine.lease(room), onSealed)
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

/**
 * A handle on one room of the store. SQL names are snake_case, TypeScript's camelCase; keys inside jsonb stay. `onSealed` is
 * told of rows read whose tier is not public.
 */
export const createHandle = <Tables>(engine: Engine, room: Room, onSealed?: OnSealed): Kysely<Tables> => {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(engine, room, onSealed),
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
