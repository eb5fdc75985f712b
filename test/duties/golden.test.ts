import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { readDutySheets, sheetFolder } from './sheets.ts'

const renew = 'Read the change; if it is meant, write it with: node bin/run.js scripts/golden.ts'

describe('the duty sheet of a State of the exercise', () => {
  test('says what the engine gives', async () => {
    const sheets = await readDutySheets()
    assert.deepEqual(readdirSync(sheetFolder).sort(), [...sheets.keys()].sort())
    for (const [name, now] of sheets) {
      const path = `${sheetFolder}/${name}`
      assert.ok(existsSync(path), `There is no ${path}. ${renew}`)
      assert.equal(now, readFileSync(path, 'utf8'), `${path} differs. ${renew}`)
    }
  })
})
