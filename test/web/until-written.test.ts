import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recordEvent } from '../../src/db/events.ts'
import { saveSetting } from '../../src/db/setting-store.ts'
import { inTransaction } from '../../src/db/store.ts'
import { untilWritten } from '../../src/web/held/until-written.ts'
import { inTestWorld } from '../world.ts'

describe('what was read of a world', () => {
  it('is kept until something is written, for each question by itself', () =>
    inTestWorld(async (db) => {
      let reads = 0
      const { count } = untilWritten(db, {
        count: async (asked: { of: string }) => {
          reads += 1
          return `${asked.of} ${reads}`
        },
      })
      assert.equal(await count({ of: 'a' }), 'a 1')
      assert.equal(await count({ of: 'a' }), 'a 1')
      assert.equal(await count({ of: 'b' }), 'b 2')
      await inTransaction(db, (trx) =>
        recordEvent(trx, { agent: 'test', action: 'facts-recorded', subject: 'x', detail: { changes: [] } }),
      )
      assert.equal(await count({ of: 'a' }), 'a 3')
      await saveSetting(db, 'today', '2027-12-31')
      assert.equal(await count({ of: 'a' }), 'a 4')
      assert.equal(await count({ of: 'a' }), 'a 4')
    }))

  it('is read again where it was refused', () =>
    inTestWorld(async (db) => {
      let refused = true
      const { read } = untilWritten(db, {
        read: async () => {
          if (refused) throw new Error('not now')
          return 'read'
        },
      })
      await assert.rejects(read())
      refused = false
      assert.equal(await read(), 'read')
    }))

  it('gives way to what is asked for later, not to what is asked for most', () =>
    inTestWorld(async (db) => {
      const asked: number[] = []
      const { read } = untilWritten(db, {
        read: async (one: number) => {
          asked.push(one)
          return one
        },
      })
      for (let one = 0; one < 70; one++) {
        await read(0)
        await read(one)
      }
      assert.equal(asked.filter((one) => one === 0).length, 1)
      await read(1)
      assert.equal(asked.filter((one) => one === 1).length, 2)
    }))
})
