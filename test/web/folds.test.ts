// What a fold hides is told before it is opened: how many entries, in every page of the fictional worlds.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { browsed } from './addresses.ts'
import { bothWorlds, documentOf, read, textOf } from './site.ts'

/** Folds that explain what stands above them, or say the same as a picture or a sentence in another form: no list of things. */
const explaining = 'nav details, .duty-how, .promise, figure + details'

/** The folds of a page that hold a list or a table and do not say how long it is. */
const countless = (document: Document): string[] => {
  const excused = new Set(document.querySelectorAll(explaining))
  return [...document.querySelectorAll('details')]
    .filter((fold) => !excused.has(fold))
    .filter((fold) => [...fold.children].some(({ tagName }) => /^(UL|OL|TABLE)$/.test(tagName)))
    .map((fold) => textOf(fold.querySelector('summary')))
    .filter((summary) => !/\d/.test(summary))
}

describe('a fold over a list', () => {
  const app = bothWorlds()
  it('says how much is in it', async () => {
    const wrong: Record<string, string[]> = {}
    let folds = 0
    for (const path of Object.values(browsed)) {
      const document = documentOf((await read(app, path)).text)
      folds += document.querySelectorAll('details').length
      const found = countless(document)
      if (found.length > 0) wrong[path] = found
    }
    assert.deepEqual(wrong, {})
    assert.ok(folds > 50, `${folds} folds were looked at`)
  })

  it('names the registers that were looked through one under the other', async () => {
    const document = documentOf((await read(app, '/ministries/XAA')).text)
    const folds = [...document.querySelectorAll('details.searched')]
    assert.ok(folds.length > 0)
    for (const fold of folds)
      assert.equal(
        textOf(fold.querySelector('summary')),
        `Registers looked through ${fold.querySelectorAll('li').length}`,
      )
  })
})
