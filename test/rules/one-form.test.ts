// A group of audience written in two ways is one group.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differentEntries } from '../../src/rules/one-form.ts'

test('case, spaces, hyphens and underscores make no second group', () => {
  assert.deepEqual(differentEntries(['youth', 'Youth', ' YOUTH ']), ['youth'])
  assert.deepEqual(
    differentEntries(['armed-forces', 'Armed  forces', 'armed_forces', 'академи', 'Академи']),
    ['armed-forces', 'академи'],
  )
})

test('what is written alike is counted once, and other words are other groups', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom('academia', 'youth', 'government', 'media')), (groups) => {
      const written = groups.flatMap((group) => [group, group.toUpperCase()])
      assert.deepEqual(differentEntries(written), groups)
    }),
  ))
