// A new user's question, answered in a browser with the exercise as it ships: "Which States were counted for 7.1 in the
// second year, and why was one not?"
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { todayIn } from '../../src/facts/today.ts'
import { loadExercise } from '../../src/load.ts'
import { createSites } from '../../src/web/app.ts'
import { bannerOf } from '../../src/web/held.ts'
import { joinSites, startServer } from '../../src/web/serve.ts'
import { inTestWorld } from '../world.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { deskData } from './desk.ts'

const plan = '/exercise/plans/siem-reap-angkor-draft-2024-08'

/** A new user before the first page of the exercise, as it is served. */
const atHome = (work: (page: Page) => Promise<void>) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const today = await todayIn(db)
    const sites = createSites({
      world: 'exercise',
      banner: await bannerOf(db),
      data: deskData(db, 'exercise'),
      today: () => today,
    })
    const served = await startServer(joinSites(sites), 0)
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${served.address}/exercise`)
      await work(page)
    } finally {
      await browser.close()
      await served.close()
    }
  }, 'exercise')

const names = (page: Page, group: string): Promise<string[]> =>
  page.$$eval(`#members-${group} tr:not(.group) th a, #members-${group} .same a`, (links) =>
    links.map((link) => link.textContent ?? ''),
  )

describe('which States were counted for 7.1 in the second year, and why was one not', {
  skip: hasBrowser() ? false : 'no browser for this platform; set PACTA_BROWSER',
}, () => {
  it('is answered three clicks from the first page, and from each State to its report', () =>
    atHome(async (page) => {
      let clicks = 0
      const click = async (selector: string): Promise<void> => {
        clicks += 1
        await page.click(selector)
        await page.waitForLoadState()
      }
      await click(`main a[href="${plan}"]`)
      await click('.year-tabs a:text-is("2026")')
      await click('.chip:has(b:text-is("7.1"))')
      assert.equal(clicks, 3)

      assert.equal(await page.textContent('.big'), '78.1%')
      assert.equal(await page.textContent('.big-of'), '25 of 32')
      const counted = await names(page, 'counted')
      assert.equal(counted.length, 25)
      assert.ok(counted.includes('Aulendmark'))
      const notReported = await names(page, 'not-reported')
      assert.deepEqual(notReported, [
        'Adjenuba',
        'Ixuvanca',
        'Mokoliso',
        'Niuroha',
        'Obbarai Islands',
        'Santa Erulinda',
        'Tarvelund',
      ])
      const why = await page.textContent('#member-XIX td')
      assert.match(why ?? '', /No report received/)

      // From a State that was counted to its report.
      await click('#member-XAU .says a')
      assert.match(page.url(), /\/reports\/XAU:article-7:2025:1$/)
      assert.match((await page.textContent('.answer')) ?? '', /received 18 March 2026/)

      // And for a question of a report, down to the answer itself.
      await page.goto(new URL(`${plan}/44.1?year=2026`, page.url()).href)
      const link = page.locator('#members-counted .says a[href*="#q-"]').first()
      const href = (await link.getAttribute('href')) ?? ''
      await link.click()
      await page.waitForLoadState()
      const question = page.locator(`#${href.split('#')[1]}`)
      assert.match((await question.textContent()) ?? '', /Does the report contain updated information.*yes/s)
      assert.ok(await question.locator('a[href*="/44.1?year=2026"]').isVisible())
    }))
})
