import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../../src/db/migrate.ts'
import { openStore } from '../../src/db/store.ts'
import { startProcess } from './children.ts'
import { makeDataFolder, makeEmptyFolder } from './fresh.ts'

// The same moments each time, unless PACTA_TEST_SEED says otherwise.
const seed = Number(process.env.PACTA_TEST_SEED ?? 20260430)
const randomFrom = (start: number) => {
  let state = start >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

// Durability of a PostgreSQL server is the server's.
describe('a process killed at any moment', { skip: process.env.DATABASE_URL !== undefined }, () => {
  it('loses nothing it acknowledged and leaves no half transaction', { timeout: 120_000 }, async (t) => {
    const rounds = 6
    const random = randomFrom(seed)
    const folder = await makeDataFolder()
    const acknowledged: number[] = []
    for (let round = 1; round <= rounds; round++) {
      const child = startProcess(folder, 'write')
      await child.said('open embedded')
      // Every third dies in the first instants, where the store still recovers from the kill before.
      if (round % 3 !== 0) await child.said('committed')
      await sleep(random() * (round % 3 === 0 ? 60 : 700))
      child.process.kill('SIGKILL')
      await child.ended
      for (const line of child.lines)
        if (line.startsWith('committed ')) acknowledged.push(Number(line.slice(10)))
    }
    const store = await openStore({ dataDir: folder })
    const rows = await store.world('register').selectFrom('setting').select(['key', 'value']).execute()
    await store.close()
    const left = new Set(
      rows.filter((row) => row.key.startsWith('left-')).map((row) => Number(row.key.slice(5))),
    )
    const right = new Set(
      rows.filter((row) => row.key.startsWith('right-')).map((row) => Number(row.key.slice(6))),
    )
    t.diagnostic(`seed ${seed}: ${rounds} kills, ${acknowledged.length} acknowledged, ${left.size} found`)
    assert.ok(acknowledged.length >= 4, `the writers hardly wrote: ${acknowledged.length}`)
    assert.deepEqual(
      acknowledged.filter((n) => !left.has(n)),
      [],
    )
    assert.deepEqual(left, right)
    assert.equal(rows.find((row) => row.key === 'counter')?.value, String(left.size))
    // A commit may have reached the disk without its process living to say so: one for each kill at most.
    assert.ok(left.size - acknowledged.length <= rounds)
  })

  it('during the first set-up leaves a folder that opens', { timeout: 120_000 }, async (t) => {
    const random = randomFrom(seed + 1)
    const folder = makeEmptyFolder()
    for (let round = 1; round <= 2; round++) {
      const child = startProcess(folder, 'stay')
      const moment = 200 + random() * 2500
      await Promise.race([sleep(moment), child.ended])
      child.process.kill('SIGKILL')
      await child.ended
      t.diagnostic(`killed after ${Math.round(moment)} ms: ${child.lines.join() || 'not yet open'}`)
    }
    const store = await openStore({ dataDir: folder })
    await migrate(store.engine)
    assert.deepEqual(await store.world('exercise').selectFrom('setting').selectAll().execute(), [])
    await store.close()
  })
})
