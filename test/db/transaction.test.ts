import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { inTransaction, json } from '../../src/db/store.ts'
import { inTestWorld } from '../world.ts'

describe('a world in a test', () => {
  it('keeps what a test wrote from the next', async () => {
    for (let round = 0; round < 2; round++) {
      await inTestWorld(async (db) => {
        await db
          .insertInto('actor')
          .values({
            actorId: 'AAA',
            kind: 'state',
            names: json({ en: { short: 'A' } }),
            aliases: json(['x']),
          })
          .execute()
        const row = await db.selectFrom('actor').selectAll().executeTakeFirstOrThrow()
        assert.deepEqual(row.names, { en: { short: 'A' } })
        assert.deepEqual(row.aliases, ['x'])
      })
    }
  })
  it('nests', async () => {
    await inTestWorld(async (db) => {
      await inTransaction(db, async (trx) => {
        await trx.insertInto('setting').values({ key: 'a', value: '1' }).execute()
        await assert.rejects(
          inTransaction(trx, async (inner) => {
            await inner.insertInto('setting').values({ key: 'a', value: '1' }).execute()
          }),
          { code: '23505', constraint: 'setting_pkey' },
        )
        await assert.rejects(db.selectFrom('setting').selectAll().execute(), { type: 'transaction-misuse' })
      })
      assert.equal((await sql`select * from setting`.execute(db)).rows.length, 1)
    })
  })
})
