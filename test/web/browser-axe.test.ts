// Every kind of page before axe, in a browser.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Served, startServer } from '../../src/web/serve.ts'
import { browsed } from './addresses.ts'
import { violations } from './axe.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { bothWorlds } from './site.ts'

describe('pages before axe', {
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
    it(`has nothing axe objects to, wide and narrow, light and dark: ${name}`, async () => {
      await look(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ colorScheme: 'light' })
          assert.deepEqual(await violations(page), [], `${width} light`)
          // Between light and dark nothing differs but colours.
          await page.emulateMedia({ colorScheme: 'dark' })
          assert.deepEqual(await violations(page, ['color-contrast']), [], `${width} dark`)
        }
      })
    })
})
