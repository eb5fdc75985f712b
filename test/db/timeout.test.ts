import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { inTransaction } from '../../src/db/store.ts'
import { openFresh } from './fresh.ts'

const limit = { timeout: 60_000 }

describe('a store that is kept busy', () => {
  it('ends a statement that runs away, keeps what was committed, and goes on', limit, async () => {
    const store = await openFresh({ statementMs: 1500 })
    const db = store.world('register')
    await db.insertInto('setting').values({ key: 'committed', value: '1' }).execute()
    const runaway = inTransaction(db, async (trx) => {
      await trx.insertInto('setting').values({ key: 'rolled back', value: '1' }).execute()
      await sql`select count(*) from generate_series(1, 1e10::bigint)`.execute(trx)
    })
    const waiting = db.selectFrom('setting').select('key').execute()
    await assert.rejects(runaway, { type: 'store-busy' })
    assert.deepEqual(await waiting, [{ key: 'committed' }])
    await store.close()
  })

  it('tells those who waited too long for their turn', limit, async () => {
    const store = await openFresh({ waitMs: 400 })
    const db = store.world('register')
    const ended = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    // More than there are sessions, on either store.
    const holders = Array.from({ length: store.kind === 'server' ? 10 : 1 }, () =>
      inTransaction(db, async (trx) => {
        await sql`select 1`.execute(trx)
        begun.resolve()
        await ended.promise
      }),
    )
    await begun.promise
    await assert.rejects(db.selectFrom('setting').selectAll().execute(), { type: 'store-busy' })
    ended.resolve()
    await Promise.all(holders)
    assert.deepEqual(await db.selectFrom('setting').selectAll().execute(), [])
    await store.close()
  })
})
