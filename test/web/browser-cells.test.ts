// What tables say stays within their cells, in the languages whose words are longest; and what the days of a month say.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { browsed } from './addresses.ts'
import { describeLooking } from './looking.ts'

/** Cells whose words reach into the next one, in words. */
const spilling = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(td, th)')]
      .filter((cell) => {
        // What is there for who listens alone is a pixel wide.
        const isSeen = cell.checkVisibility() && cell.clientWidth > 1
        return (
          isSeen && getComputedStyle(cell).overflowX === 'visible' && cell.scrollWidth > cell.clientWidth + 1
        )
      })
      .map((cell) => `${cell.textContent?.trim().slice(0, 60)}: ${cell.scrollWidth} of ${cell.clientWidth}`),
  )

describeLooking('tables in a browser', ({ look, address }) => {
  for (const language of ['', '/mn', '/ar'])
    it(`keep the words of each cell within it: ${language === '' ? 'en' : language.slice(1)}`, async () => {
      const wrong: Record<string, string[]> = {}
      await look('/problems/usage', { viewport: { width: 1280, height: 900 } }, async (page) => {
        for (const path of Object.values(browsed)) {
          if (/^\/(mn|ar)\//.test(path)) continue
          await page.goto(`${address()}${language}${path === '/' ? '' : path}`)
          const found = await spilling(page)
          if (found.length > 0) wrong[path] = found.slice(0, 3)
        }
      })
      assert.deepEqual(wrong, {})
    })

  it('keep the values of a plan within their boxes, on a narrow screen and on a sheet of paper', async () => {
    // A sheet of A4 between its margins is 673 pixels wide, or wider where what is printed is made smaller.
    for (const { width, media } of [
      { width: 360, media: 'screen' },
      { width: 673, media: 'print' },
      { width: 745, media: 'print' },
    ] as const)
      await look(
        '/plans/fictional-plan-draft-2024-01',
        { viewport: { width, height: 900 } },
        async (page) => {
          await page.emulateMedia({ media })
          const found = await page.evaluate(() =>
            [...document.querySelectorAll('.glance .chip')].map((chip) => {
              // As long as a value of an action with many areas gets.
              const of = chip.querySelector('.chip-of')
              if (of !== null) of.textContent = '71/142 ↓'
              return chip.scrollWidth - chip.clientWidth
            }),
          )
          assert.ok(found.length > 0)
          assert.ok(
            found.every((beyond) => beyond <= 1),
            `${media} ${width}: ${found}`,
          )
        },
      )
  })

  it('say in words how much is due on a day where it has room, and below the sheet where it has not', async () => {
    for (const [width, inDay] of [
      [1280, true],
      [360, false],
    ] as const)
      for (const language of ['', '/mn'])
        await look(
          `${language}/desk/XAA?month=2028-04`,
          { viewport: { width, height: 800 } },
          async (page) => {
            const day = page.locator('a[href="#day-2028-04-30"]')
            const words = await day.locator('.sheet-words').boundingBox()
            assert.equal((words?.width ?? 0) > 10, inDay, `${width} pixels`)
            assert.equal(await day.locator('.sheet-number').isVisible(), !inDay)
            assert.equal(await page.locator('.sheet-legend').first().isVisible(), !inDay)
            const cell = page.locator('td', { has: day })
            assert.ok(await cell.evaluate((one) => one.scrollWidth <= one.clientWidth))
          },
        )
  })
})
