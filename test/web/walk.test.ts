import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type Served, startServer } from '../../src/web/serve.ts'
import { browsed } from './addresses.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { bothWorlds } from './site.ts'
import { faultsOf, marksUnseen } from './walk.ts'

describe('walked by keyboard and heard', {
  skip: hasBrowser() ? false : 'no browser for this platform; set PACTA_BROWSER',
}, () => {
  let browser: Browser
  let served: Served
  // One page for all: the walk changes nothing on it.
  let page: Page

  before(async () => {
    served = await startServer(bothWorlds(), 0)
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' })
  })
  after(async () => {
    await browser?.close()
    await served?.close()
  })

  for (const [name, address] of Object.entries(browsed)) {
    it(`is in order, named and told apart: ${name}`, async () => {
      await page.goto(`${served.address}${address}`)
      assert.deepEqual(await page.evaluate(faultsOf), [])
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, 'something moves')
    })

    it(`keeps its marks where the reader’s system chooses the colours: ${name}`, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ forcedColors: 'active', colorScheme })
        assert.deepEqual(await page.evaluate(marksUnseen), [], colorScheme)
      }
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
    })
  }

  it('finds what is wrong with a page that is wrong', async () => {
    await page.goto(`${served.address}/problems/usage`)
    const found = await page.evaluate(() => {
      document.querySelector('main')!.innerHTML =
        '<h1>A</h1><h3>B</h3><a href="/x"></a><p><a href="/a">same</a> <a href="/b">same</a></p><table><tr><th>a</th></tr></table><svg></svg><input>'
      return true
    })
    assert.ok(found)
    const faults = (await page.evaluate(faultsOf)).join('\n')
    for (const expected of [
      /headings jump/,
      /without a name: <a href="\/x">/,
      /without a name: <input>/,
      /“same” leads to/,
      /a table without a caption/,
      /a header without a scope/,
      /a picture without words/,
    ])
      assert.match(faults, expected)
  })
})
