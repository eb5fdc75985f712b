// A release that was published stays true: it is verified by the meaning its rules had when it was made.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { definitionChanges } from '../../src/releases/definition-changes.ts'
import { judgedOf } from '../../src/releases/judged.ts'
import { readRelease } from '../../src/releases/read.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { words } from './verifying.ts'

/** Made of the exercise when what the keeper of a register said of everyone's records was a word of the owners too. */
const old = gunzipSync(
  readFileSync(new URL('../fixtures/releases/pledge-2026-before-owners-declare.json.gz', import.meta.url)),
)

test('a release of a pledge made before its owners alone declared holds to its last figure', () => {
  const found = verifyRelease(old, 'old.json', [])
  assert.deepEqual(words(found), [])
  assert.equal(found.holds, true)
})

test('its report says what it said: missed by the word of the keeper of the register', () => {
  const { payload } = readRelease(old, 'old.json').release
  const missed = payload.values.filter(
    ({ year, target }) => year === payload.year && target?.state === 'missed',
  )
  assert.ok(missed.length > 0)
  const judged = judgedOf(payload)
  for (const { indicator, reading } of missed)
    assert.equal(
      judged.readingsOf(indicator, payload.year).find((one) => one.reading === reading)?.standing,
      'missed',
      indicator,
    )
})

test("beside one by the owners' own word it is told that the rule means something else", () => {
  const { payload } = readRelease(old, 'old.json').release
  const now = { ...payload, instrument: { ...payload.instrument, ownersDeclare: true } }
  assert.deepEqual(definitionChanges(payload, now, 'C2'), ['rule'])
  assert.deepEqual(definitionChanges(now, now, 'C2'), [])
})
