import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeIssues } from '../src/problem.ts'

describe('what is wrong with an input', () => {
  it('is said whole where it is little, and its beginning where it is much', () => {
    assert.deepEqual(describeIssues([{ message: 'Missing' }]), ['Missing'])
    const lines = describeIssues(
      Array.from({ length: 103 }, () => ({ message: 'No', found: 'a'.repeat(5000) })),
    )
    assert.deepEqual([lines.length, lines.at(-1)], [101, 'and 3 more'])
    assert.equal(lines[0], `No; found "${'a'.repeat(80)}…"`)
  })
})
