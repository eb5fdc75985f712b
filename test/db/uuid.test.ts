import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { uuidv7 } from '../../src/db/uuid.ts'

describe('uuidv7', () => {
  it('gives ever greater identifiers of version 7', () => {
    const made = Array.from({ length: 50_000 }, uuidv7)
    assert.deepEqual(made, [...made].sort())
    assert.equal(new Set(made).size, made.length)
    for (const id of made.slice(0, 100)) {
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })

  it('carries the time it was made', () => {
    const ms = Number.parseInt(uuidv7().replaceAll('-', '').slice(0, 12), 16)
    assert.ok(Math.abs(ms - Date.now()) < 5_000)
  })

  it('does not go back with the clock', (t) => {
    const before = uuidv7()
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 })
    assert.ok(uuidv7() > before)
  })
})
