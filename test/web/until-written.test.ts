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

  it('is kept as far as there is room, and the last answer however large', () =>
    inTestWorld(async (db) => {
      const asked: string[] = []
      const { read } = untilWritten(
        db,
        {
          read: async (one: string) => {
            asked.push(one)
            return one
          },
        },
        { room: 10, sizeOf: (answer) => answer.length },
      )
      const times = (one: string) => asked.filter((other) => other === one).length
      for (const one of ['aaaa', 'bbbb', 'aaaa', 'cc', 'bbbb', 'aaaa']) await read(one)
      assert.deepEqual(['aaaa', 'bbbb', 'cc'].map(times), [1, 1, 1])
      // Of three that have no room together, the one asked for longest ago goes.
      await read('dd')
      await read('bbbb')
      await read('aaaa')
      assert.deepEqual(['aaaa', 'bbbb', 'cc', 'dd'].map(times), [1, 1, 1, 1])
      await read('cc')
      assert.equal(times('cc'), 2)
      const large = 'x'.repeat(20)
      for (const one of [large, large]) await read(one)
      assert.equal(times(large), 1)
      await read('aaaa')
      assert.equal(times('aaaa'), 2)
    }))
})
