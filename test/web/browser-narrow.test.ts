// Every kind of page in narrow windows, with large text and from right to left, in a browser.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Served, startServer } from '../../src/web/serve.ts'
import { browsed } from './addresses.ts'
import { sidewaysBy } from './axe.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { bothWorlds } from './site.ts'

describe('pages in little room', {
  skip: hasBrowser() ? false : 'no browser for this platform; set PACTA_BROWSER',
}, () => {
  let browser: Browser
  let served: Served

  before(async () => {
    served = await startServer(bothWorlds(), 0)
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await served?.close()
  })

  const look = async <T>(
    path: string,
    options: BrowserContextOptions,
    work: (page: Page) => Promise<T>,
  ): Promise<T> => {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      await page.goto(`${served.address}${path}`)
      return await work(page)
    } finally {
      await context.close()
    }
  }

  for (const [name, path] of Object.entries(browsed))
    it(`does not scroll sideways when narrow, at 200 % or from right to left: ${name}`, async () => {
      await look(path, { viewport: { width: 360, height: 800 } }, async (page) => {
        assert.equal(await sidewaysBy(page), 0, '360 pixels')
        await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
        assert.equal(await sidewaysBy(page), 0, '360 pixels, from right to left')
        await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'))
        // 1280 pixels at 200 % are 640 to the page, at 400 % they are 320.
        for (const width of [640, 320]) {
          await page.setViewportSize({ width, height: 450 })
          assert.equal(await sidewaysBy(page), 0, `${width} pixels`)
        }
        // Twice the text alone, as a reader sets it.
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
        assert.equal(await sidewaysBy(page), 0, 'text twice its size')
      })
    })
})
