// The pages of the ministry's register that ships are those on the golden files.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { it } from 'node:test'
import { readRegisterPages, registerFolder } from './register-golden.ts'

it('the pages of the register that ships say what their golden files say', async () => {
  const pages = await readRegisterPages()
  assert.deepEqual(readdirSync(registerFolder).sort(), [...pages.keys()].sort())
  for (const [file, now] of pages)
    assert.equal(
      now,
      readFileSync(`${registerFolder}/${file}`, 'utf8'),
      `${registerFolder}/${file} differs. Read the change; if it is meant, write it with: node bin/run.js scripts/golden.ts`,
    )
})
