import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { analyze, type Db, inTransaction, type Store } from '../../src/db/store.ts'
import { inTestStore, inTestWorld } from '../world.ts'
import { openFresh } from './fresh.ts'

const put = (db: Db, key: string, value = '1') => db.insertInto('setting').values({ key, value }).execute()
const keysOf = async (db: Db) =>
  (await db.selectFrom('setting').select('key').orderBy('key').execute()).map((row) => row.key)

const misuse = { type: 'transaction-misuse' }

// The same rules hold in a test's rolled-back world and in a real store.
const rules = (within: (work: (store: Store) => Promise<void>) => Promise<void>) => {
  const inRegister = (work: (db: Db, store: Store) => Promise<void>) =>
    within((store) => work(store.world('register'), store))

  it('commits what it did when the work ends well, and nothing when it throws', () =>
    inRegister(async (db) => {
      assert.equal(await inTransaction(db, (trx) => put(trx, 'a').then(() => 'done')), 'done')
      await assert.rejects(
        inTransaction(db, async (trx) => {
          await put(trx, 'b')
          throw new Error('changed my mind')
        }),
        /changed my mind/,
      )
      assert.deepEqual(await keysOf(db), ['a'])
    }))

  it('nests: an inner one that throws takes back only its own', () =>
    inRegister(async (db) => {
      await inTransaction(db, async (trx) => {
        await put(trx, 'a')
        await assert.rejects(
          inTransaction(trx, async (inner) => {
            await put(inner, 'b')
            await inTransaction(inner, (innermost) => put(innermost, 'c'))
            await put(inner, 'a')
          }),
          { code: '23505', constraint: 'setting_pkey', name: 'SqlError' },
        )
        await inTransaction(trx, (inner) => put(inner, 'd'))
      })
      assert.deepEqual(await keysOf(db), ['a', 'd'])
    }))

  it('runs inner ones begun side by side one after the other', () =>
    inRegister(async (db) => {
      await inTransaction(db, async (trx) => {
        const results = await Promise.allSettled(
          ['a', 'b', 'a', 'c'].map((key) =>
            inTransaction(trx, async (inner) => {
              await put(inner, key)
              await put(inner, `${key}${key}`)
            }),
          ),
        )
        assert.deepEqual(
          results.map((result) => result.status),
          ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
        )
      })
      assert.deepEqual(await keysOf(db), ['a', 'aa', 'b', 'bb', 'c', 'cc'])
    }))

  it('refuses the outer handle inside at once, of either world', () =>
    inRegister(async (db, store) => {
      await inTransaction(db, async (trx) => {
        await assert.rejects(put(db, 'a'), misuse)
        await assert.rejects(
          inTransaction(db, () => Promise.resolve()),
          misuse,
        )
        await assert.rejects(put(store.world('exercise'), 'a'), misuse)
        await assert.rejects(
          inTransaction(trx, () => put(db, 'a')),
          misuse,
        )
        await put(trx, 'b')
      })
      assert.deepEqual(await keysOf(db), ['b'])
    }))

  it('lets work it started, but did not wait for, use the outer handle afterwards', () =>
    inRegister(async (db) => {
      const begun = Promise.withResolvers<void>()
      let later: Promise<unknown> | undefined
      await inTransaction(db, async () => {
        later = begun.promise.then(() => put(db, 'later'))
      })
      begun.resolve()
      await later
      assert.deepEqual(await keysOf(db), ['later'])
    }))

  it('refuses its handle after it has ended', () =>
    inRegister(async (db) => {
      const kept = await inTransaction(db, async (trx) => ({ trx }))
      await assert.rejects(put(kept.trx, 'a'), /already committed/)
      await assert.rejects(
        inTransaction(kept.trx, () => Promise.resolve()),
        misuse,
      )
    }))

  it('does not pretend to commit after a failed statement was ignored', () =>
    inRegister(async (db) => {
      await put(db, 'a')
      await assert.rejects(
        inTransaction(db, async (trx) => {
          await put(trx, 'b')
          await put(trx, 'a').catch(() => {})
        }),
      )
      assert.deepEqual(await keysOf(db), ['a'])
    }))

  it('a failed statement outside leaves the handle usable', () =>
    inRegister(async (db) => {
      await put(db, 'a')
      await assert.rejects(put(db, 'a'), { code: '23505' })
      await put(db, 'b')
      assert.deepEqual(await keysOf(db), ['a', 'b'])
    }))

  it('fifty at once lose no update', { timeout: 30_000 }, () =>
    inRegister(async (db) => {
      await put(db, 'counter', '0')
      await Promise.all(
        Array.from({ length: 50 }, () =>
          inTransaction(db, async (trx) => {
            const { value } = await trx
              .selectFrom('setting')
              .select('value')
              .where('key', '=', 'counter')
              .forUpdate()
              .executeTakeFirstOrThrow()
            await trx
              .updateTable('setting')
              .set({ value: String(Number(value) + 1) })
              .where('key', '=', 'counter')
              .execute()
          }),
        ),
      )
      const { value } = await db
        .selectFrom('setting')
        .select('value')
        .where('key', '=', 'counter')
        .executeTakeFirstOrThrow()
      assert.equal(value, '50')
    }),
  )

  it('keeps the worlds apart', () =>
    within(async (store) => {
      const [register, exercise] = [store.world('register'), store.world('exercise')]
      await put(register, 'r')
      await put(exercise, 'e')
      await inTransaction(exercise, (trx) => put(trx, 'e2'))
      await assert.rejects(
        inTransaction(register, (trx) => put(trx, 'r')),
        { code: '23505' },
      )
      await put(register, 'r2')
      assert.deepEqual(await keysOf(register), ['r', 'r2'])
      assert.deepEqual(await keysOf(exercise), ['e', 'e2'])
    }))
}

describe('a transaction in a test', () => {
  rules(inTestStore)

  it('is gone with the test', () => inTestWorld(async (db) => assert.deepEqual(await keysOf(db), [])))
})

describe('a transaction in a store', () => {
  let store: Store
  before(async () => {
    store = await openFresh()
  })
  after(() => store.close())

  rules(async (work) => {
    for (const world of ['register', 'exercise'] as const)
      await sql`delete from setting`.execute(store.world(world))
    await work(store)
  })

  it('analyze counts the rows for the planner', async () => {
    const db = store.world('register')
    await sql`delete from setting`.execute(db)
    await sql`insert into setting select 'k' || n, '' from generate_series(1, 5000) n`.execute(db)
    await analyze(db)
    const { rows } = await sql<{
      n: number
    }>`select reltuples::int as n from pg_class where oid = 'setting'::regclass`.execute(db)
    assert.equal(rows[0]!.n, 5000)
  })
})
