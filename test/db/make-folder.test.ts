import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { makeFolder } from '../../src/db/make-folder.ts'
import { Problem } from '../../src/problem.ts'

describe('the data folder', () => {
  test('is made with those it lies in; one that cannot be made is refused and named', () => {
    const base = mkdtempSync(join(tmpdir(), 'pacta-folder-'))
    try {
      makeFolder(join(base, 'a', 'b'))
      makeFolder(join(base, 'a', 'b'))
      assert.ok(existsSync(join(base, 'a', 'b')))
      writeFileSync(join(base, 'file'), '')
      assert.throws(
        () => makeFolder(join(base, 'file', 'below')),
        (error) => error instanceof Problem && error.type === 'store-unavailable',
      )
    } finally {
      rmSync(base, { recursive: true })
    }
  })
  test('in a place where no folder can be is refused, and does not hang', {
    skip: process.platform !== 'linux',
  }, () => {
    assert.throws(
      () => makeFolder('/proc/nope/data'),
      (error) => error instanceof Problem,
    )
  })
})
