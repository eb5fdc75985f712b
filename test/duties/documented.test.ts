// docs/reference/duties.md: its examples are duties, and it names every field and every status.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { dutyForm } from '../../src/rules/duty-form.ts'
import { dutyStatuses } from '../../src/web/schemas/duties.ts'

const page = readFileSync('docs/reference/duties.md', 'utf8')
const namedIn = (heading: string): string[] => {
  const [, section = ''] = page.split(`## ${heading}\n`)
  return [...section.split('\n## ')[0]!.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap((row) =>
    [...row[1]!.matchAll(/`([^`]+)`/g)].map((name) => name[1]!),
  )
}

describe('the page on duties', () => {
  test('has examples that are duties', () => {
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((block) => block[1]!)
    assert.equal(blocks.length, 2)
    for (const block of blocks)
      assert.deepEqual(z.record(z.string(), dutyForm).safeParse(parse(block)).error, undefined)
  })
  test('names every field of a duty, and no other', () =>
    assert.deepEqual(namedIn('A duty').sort(), Object.keys(dutyForm.shape).sort()))
  test('names every status, and no other', () =>
    assert.deepEqual(namedIn('Where it stands').sort(), [...dutyStatuses].sort()))
})
