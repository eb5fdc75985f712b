// A describe of tests that look at pages in a browser: one browser for all of them, skipped where there is none.
import { after, before, describe } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Served, startServer } from '../../src/web/serve.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { bothWorlds } from './site.ts'

/** Tests with a browser of their own, `browser()` once they run. */
export const describeInBrowser = (name: string, tests: (browser: () => Browser) => void): void => {
  describe(name, {
    skip: hasBrowser() ? false : 'no browser for this platform; set PACTA_BROWSER',
  }, () => {
    let browser: Browser
    before(async () => {
      browser = await launchBrowser()
    })
    after(() => browser?.close())
    tests(() => browser)
  })
}

export type Looking = {
  browser: () => Browser
  /** Where both fictional worlds are served. */
  address: () => string
  /** Opens a page of theirs as `options` say, and closes it after the work. */
  look: <T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>) => Promise<T>
}

/** Tests that look at pages of the fictional worlds. */
export const describeLooking = (name: string, tests: (looking: Looking) => void): void =>
  describeInBrowser(name, (browser) => {
    let served: Served
    before(async () => {
      served = await startServer(bothWorlds(), 0)
    })
    after(() => served?.close())
    tests({
      browser,
      address: () => served.address,
      look: async (path, options, work) => {
        const context = await browser().newContext(options)
        try {
          const page = await context.newPage()
          await page.goto(`${served.address}${path}`)
          return await work(page)
        } finally {
          await context.close()
        }
      },
    })
  })
