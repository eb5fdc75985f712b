// The pages of people and of signing in, in a browser: nothing for axe to find, nothing to be scrolled sideways, in every
// language.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { startServer } from '../../src/web/serve.ts'
import { sidewaysBy, violations } from './axe.ts'
import { isClean } from './browser-clean.ts'
import { describeInBrowser } from './looking.ts'
import { inPeoplePages, type PeoplePages, type Who } from './people-pages.ts'

describeInBrowser('pages of people, in a browser', (browser) => {
  /** A page of the browser for everyone who asks, signed in as they are. */
  const inBrowser = (
    work: (goTo: (as: Who, path: string) => Promise<Page>, pages: PeoplePages['pages']) => Promise<void>,
  ) =>
    inPeoplePages(async ({ app, jars, pages }) => {
      const served = await startServer(app, 0)
      const open = new Map<Who, Promise<Page>>()
      const openAs = async (as: Who) => {
        const context = await browser().newContext()
        const cookies = (jars[as].headers().get('cookie') ?? '').split('; ').filter((one) => one !== '')
        await context.addCookies(
          cookies.map((one) => {
            const cut = one.indexOf('=')
            return { name: one.slice(0, cut), value: one.slice(cut + 1), url: served.address }
          }),
        )
        return context.newPage()
      }
      try {
        await work(async (as, path) => {
          if (!open.has(as)) open.set(as, openAs(as))
          const page = (await open.get(as))!
          await page.goto(`${served.address}${path}`)
          return page
        }, pages)
      } finally {
        for (const page of open.values()) await (await page).context().close()
        await served.close()
      }
    })

  it('have nothing axe objects to, wide and narrow, light and dark', () =>
    inBrowser(async (goTo, pages) => {
      for (const [name, { as, path }] of Object.entries(pages)) {
        const page = await goTo(as, path)
        await isClean(page, name)
        // Between light and dark nothing differs but colours.
        await page.emulateMedia({ colorScheme: 'dark' })
        assert.deepEqual(await violations(page, ['color-contrast']), [], `${name} dark`)
        await page.emulateMedia({ colorScheme: 'light' })
      }
    }))

  it('do not scroll sideways at 320 pixels in any language, nor with text twice its size', () =>
    inBrowser(async (goTo, pages) => {
      const wide: Record<string, number> = {}
      for (const [name, { as, path }] of Object.entries(pages)) {
        if (/^\/(mn|ar)\//.test(path)) continue
        for (const language of ['', '/mn', '/ar']) {
          const page = await goTo(as, `${language}${path}`)
          await page.setViewportSize({ width: 320, height: 700 })
          const by = await sidewaysBy(page)
          if (by > 0) wide[`${name} ${language}`] = by
          if (language !== '') continue
          await page.setViewportSize({ width: 1280, height: 900 })
          await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
          const twice = await sidewaysBy(page)
          if (twice > 0) wide[`${name}, text twice its size`] = twice
        }
      }
      assert.deepEqual(wide, {})
    }))
})
