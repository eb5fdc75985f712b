// Transactions, and the guard against using a handle that is not the innermost one.
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import { problem } from '../problem.ts'
import type { Engine } from './engine.ts'

type Scope = {
  engine: Engine
  handle: object
  depth: number
  over: boolean
  parent: Scope | undefined
  /** Ends when the last nested transaction begun in this scope has ended. */
  last: Promise<unknown>
}

const scopes = new AsyncLocalStorage<Scope>()

/** The engine behind a handle: a transaction on one store does not forbid the use of another. */
export const engines = new WeakMap<object, Engine>()

const findScope = (wanted: (scope: Scope) => boolean): Scope | undefined => {
  let scope = scopes.getStore()
  while (scope !== undefined && !(wanted(scope) && !scope.over)) scope = scope.parent
  return scope
}

/**
 * Refuses the outer handle inside a transaction: the embedded store has one session, so the statement would wait for
 * the transaction it is part of; on a server it would silently run outside it.
 */
export const refuseInsideTransaction = (engine: Engine) => {
  if (findScope((scope) => scope.engine === engine) === undefined) return
  throw problem('transaction-misuse', 'Inside a transaction use the handle it was given, not the outer one.')
}

const inScope = async <T>(scope: Scope, work: () => Promise<T>): Promise<T> => {
  try {
    return await scopes.run(scope, work)
  } finally {
    scope.over = true
  }
}

const inSavepoint = async <D, T>(
  trx: Kysely<D>,
  outer: Scope,
  work: (trx: Kysely<D>) => Promise<T>,
): Promise<T> => {
  const depth = outer.depth + 1
  const name = sql.raw(`nested_${depth}`)
  await sql`savepoint ${name}`.execute(trx)
  let result: T
  try {
    const { engine, handle } = outer
    result = await inScope(
      { engine, handle, depth, over: false, parent: outer, last: Promise.resolve() },
      () => work(trx),
    )
  } catch (error) {
    try {
      await sql`rollback to savepoint ${name}`.execute(trx)
      await sql`release savepoint ${name}`.execute(trx)
    } catch {
      // The session is gone and the whole transaction with it; the first error says why.
    }
    throw error
  }
  await sql`release savepoint ${name}`.execute(trx)
  return result
}

/**
 * Runs `work` in a transaction of `db`: committed when it resolves, rolled back when it throws. Given the handle of a
 * transaction, it is a savepoint of that one; savepoints begun side by side run one after the other, and no statement
 * belongs beside an open one. Inside, only the handle passed to `work` may be used: any other of the same store
 * throws `transaction-misuse`.
 */
export const inTransaction = async <D, T>(
  db: Kysely<D>,
  work: (trx: Kysely<D>) => Promise<T>,
): Promise<T> => {
  if (db.isTransaction) {
    const outer = findScope((scope) => scope.handle === db)
    if (outer === undefined) {
      throw problem('transaction-misuse', 'The handle of a transaction was used outside it.')
    }
    const mine = outer.last.catch(() => {}).then(() => inSavepoint(db, outer, work))
    outer.last = mine
    return mine
  }
  const engine = engines.get(db)
  if (engine === undefined) throw new Error('This handle belongs to no store')
  return db.transaction().execute((trx) => {
    const parent = scopes.getStore()
    return inScope({ engine, handle: trx, depth: 0, over: false, parent, last: Promise.resolve() }, () =>
      work(trx),
    )
  })
}
