// The library's way to the store of people: its own adapter on our handle, with three things of ours around it.
// Instants come as ISO 8601 and it compares them as dates. A session is kept under the SHA-256 of its token, so that a
// copied database signs nobody in. A transaction is one of ours: whoever would wait for themselves is refused.
import type { BetterAuthOptions } from 'better-auth'
import type { DBAdapter, Where } from 'better-auth/adapters'
import { getAdapter } from 'better-auth/db/adapter'
import type { Kysely, KyselyPlugin } from 'kysely'
import { inTransaction, type PeopleDb } from '../db/store.ts'
import { sha256 } from './digest.ts'

const instants: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          typeof value === 'string' && /_(at|until)$/.test(column) ? new Date(value) : value,
        ]),
      ),
    ),
  }),
}

/** The same handle with SQL's own names, and dates for instants. */
export const forLibrary = (people: PeopleDb): Kysely<unknown> =>
  (people as unknown as Kysely<unknown>).withoutPlugins().withPlugin(instants)

type Row = Record<string, unknown>

const tokensIn = (where: readonly Where[]): string[] =>
  where
    .filter(({ field }) => field === 'token')
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
    .filter((token): token is string => typeof token === 'string')

const hashed = (where: readonly Where[]): Where[] =>
  where.map((one) => {
    if (one.field !== 'token') return one
    if (typeof one.value === 'string') return { ...one, value: sha256(one.value) }
    return Array.isArray(one.value) ? { ...one, value: one.value.map((token) => sha256(String(token))) } : one
  })

/** Where the library asked by a token, its row says that token again. */
const withToken = <T>(row: T, where: readonly Where[]): T => {
  const kept = (row as Row | null)?.token
  const token = tokensIn(where).find((one) => sha256(one) === kept)
  return token === undefined ? row : { ...row, token }
}

/** The adapter with tokens of sessions hashed on their way in. */
const withHashedTokens = (inner: DBAdapter): Omit<DBAdapter, 'transaction'> => {
  const asked = <T extends { model: string; where?: Where[] | undefined }>(data: T): T =>
    data.model === 'session' && data.where !== undefined ? { ...data, where: hashed(data.where) } : data
  const one = async <T>(
    data: { model: string; where?: Where[] | undefined },
    row: Promise<T>,
  ): Promise<T> => {
    const found = await row
    return data.model === 'session' && found !== null ? withToken(found, data.where ?? []) : found
  }
  return {
    ...inner,
    create: async (data) => {
      const { token } = data.data as { token?: unknown }
      if (data.model !== 'session' || typeof token !== 'string') return inner.create(data)
      const row = await inner.create({ ...data, data: { ...data.data, token: sha256(token) } })
      return { ...row, token } as never
    },
    findOne: (data) => one(data, inner.findOne(asked(data))),
    findMany: async (data) => {
      const rows = await inner.findMany(asked(data))
      return (data.model === 'session' ? rows.map((row) => withToken(row, data.where ?? [])) : rows) as never
    },
    update: (data) => one(data, inner.update(asked(data))),
    updateMany: (data) => inner.updateMany(asked(data)),
    delete: (data) => inner.delete(asked(data)),
    deleteMany: (data) => inner.deleteMany(asked(data)),
    consumeOne: (data) => one(data, inner.consumeOne(asked(data))),
    incrementOne: (data) => one(data, inner.incrementOne(asked(data))),
    count: (data) => inner.count(asked(data)),
  }
}

/** The adapter on the people of a store, or on a transaction there. `options`: the library's, with its tables. */
export const adapterOn = async (people: PeopleDb, options: BetterAuthOptions): Promise<DBAdapter> => {
  const database = { db: forLibrary(people) as unknown as Kysely<never>, type: 'postgres' as const }
  const inner = withHashedTokens(await getAdapter({ ...options, database }))
  return {
    ...inner,
    transaction: (work) => inTransaction(people, async (trx) => work(await adapterOn(trx, options))),
  }
}
