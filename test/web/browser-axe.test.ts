// Every kind of page before axe, in a browser.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { browsed } from './addresses.ts'
import { violations } from './axe.ts'
import { describeLooking } from './looking.ts'

describeLooking('pages before axe', ({ look }) => {
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
