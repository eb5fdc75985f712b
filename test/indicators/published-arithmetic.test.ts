// What a published percentage can have been made of (Article 7 reporting rates as others published them).
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countsGiving, explainPercentage, isGivenBy } from '../../src/indicators/published-arithmetic.ts'

describe('a percentage that others published', () => {
  test('is given by the counts that round to it, and by no other', () => {
    assert.deepEqual(countsGiving(54, 156), { from: 84, until: 85 })
    assert.deepEqual(countsGiving(52, 157), { from: 81, until: 82 })
    assert.equal(countsGiving(54, 3), null)
    assert.equal(countsGiving(50, 0), null)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 100 }), (d, percent) => {
        for (let n = 0; n <= d; n++) {
          // Half up in whole numbers, which no binary fraction can tip over.
          const rounded = Math.floor((200 * n + d) / (2 * d))
          assert.equal(isGivenBy(percent, n, d), rounded === percent, `${n} of ${d}`)
        }
      }),
    )
  })

  test('with one decimal is given by counts that round to that decimal', () => {
    assert.equal(isGivenBy(54.5, 85, 156), true)
    assert.equal(isGivenBy(54.4, 85, 156), false)
  })

  test('is explained by the count published with it', () => {
    assert.deepEqual(explainPercentage(54, [{ counted: 'all', d: 156 }], { received: 85 }), [
      { key: 'published-agrees', count: 85, total: 156, exact: 54.49, percent: 54 },
    ])
  })

  test('that does not fit all is tried on those whose report was due', () => {
    const bases = [
      { counted: 'all', d: 162 },
      { counted: 'due', d: 161 },
    ] as const
    assert.deepEqual(explainPercentage(37, bases, { missing: 101 }), [
      { key: 'published-not', count: 61, total: 162, exact: 37.65, percent: 37 },
      { key: 'published-agrees-due', count: 60, total: 161, exact: 37.27, percent: 37 },
    ])
  })

  test('without a count says which counts would give it', () => {
    assert.deepEqual(explainPercentage(52, [{ counted: 'all', d: 157 }], {}), [
      { key: 'published-would-be', least: 81, most: 82, total: 157, percent: 52 },
    ])
    assert.deepEqual(explainPercentage(56, [{ counted: 'all', d: 157 }], {}), [
      { key: 'published-would-be-one', count: 88, total: 157, percent: 56 },
    ])
  })

  test('that a count contradicts is said to be contradicted', () => {
    assert.deepEqual(explainPercentage(60, [{ counted: 'all', d: 156 }], { received: 85 }), [
      { key: 'published-not', count: 85, total: 156, exact: 54.49, percent: 60 },
    ])
    assert.deepEqual(explainPercentage(60, [{ counted: 'all', d: 10 }], { received: 12 }), [])
  })
})
