// Every kind of page in narrow windows, with large text and from right to left, in a browser.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { browsed } from './addresses.ts'
import { sidewaysBy } from './axe.ts'
import { describeLooking } from './looking.ts'

describeLooking('pages in little room', ({ look }) => {
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
