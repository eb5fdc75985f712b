// A person enters a report in a browser, makes a mistake and puts it right: with a mouse, and with the keyboard alone.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startServer } from '../../src/web/serve.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { isClean } from './browser-clean.ts'
import { inEnteringWorld } from './entering.ts'

const number = '#f-answers-victims-accessing-services-number'

describe('entering in a browser', {
  skip: hasBrowser() ? false : 'no browser for this platform; set PACTA_BROWSER',
}, () => {
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser?.close())

  /** A click does not wait for the page it leads to: its list of problems is there before its title is asked. */
  const isRefused = async (page: Page): Promise<void> => {
    await page.waitForSelector('.wrong-summary')
    assert.match(await page.title(), /^Error: /)
  }

  const atSite = (work: (page: Page, address: string) => Promise<void>) =>
    inEnteringWorld(async ({ app }) => {
      const served = await startServer(app, 0)
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      try {
        await work(await context.newPage(), served.address)
      } finally {
        await context.close()
        await served.close()
      }
    })

  it('takes a report from the first page to the State’s sheet, a mistake included', () =>
    atSite(async (page, address) => {
      await page.goto(`${address}/enter`)
      await page.click('.enter-doors a >> nth=0')
      await page.click('text=Continue')
      await isRefused(page)
      await isClean(page, 'nothing chosen')
      await page.selectOption('select[name=actor]', 'XAA')
      await page.check('input[value="article-7"]')
      await page.fill('#f-coversYear', '2026')
      await page.click('text=Continue')
      await page.click('button:text("Begin")')
      await page.click('text=The report itself')
      await page.fill('#f-document-receivedOn', '2027-04-30')
      await page.check('#finished')
      await page.click('text=Save and go to the list')
      assert.match((await page.textContent('tbody tr')) ?? '', /complete/)

      await page.click('text=Victim assistance, part 4 of 5')
      await page.check('#f-answers-victims-accessing-services-state')
      await page.fill(number, '1,250')
      await page.click('text=Save and continue')
      await isRefused(page)
      // The list of what is wrong has the focus; its first link leads into the field, which still has what was typed.
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'problems')
      await isClean(page, 'a mistake')
      await page.click('.wrong-summary a')
      assert.equal(await page.evaluate(() => `#${document.activeElement?.id}`), number)
      assert.equal(await page.inputValue(number), '1,250')
      await page.fill(number, '1250')
      await page.click('text=Save and continue')
      assert.match(page.url(), /victim-assistance-5$/)
      // Back, as browsers go back: what was typed is there.
      await page.goBack()
      assert.equal(await page.inputValue(number), '1250')

      await page.goto(`${page.url().replace(/[^/]+$/, '')}check`)
      await isClean(page, 'checked')
      await page.click('text=Submit as version 1')
      assert.match((await page.textContent('h1')) ?? '', /Version 1 has been submitted/)
      await isClean(page, 'submitted')
      await page.click('text=See Averland')
      assert.match((await page.textContent('main')) ?? '', /entered here, not received/)
    }))

  it('gives both texts to who saves a section later', () =>
    atSite(async (page, address) => {
      await page.goto(`${address}/enter/reports/new?actor=XAA&obligation=article-7&coversYear=2026&subject=`)
      await page.click('button:text("Begin")')
      const section = `${page.url()}/victim-assistance-4`
      const other = await page.context().newPage()
      for (const [one, answer] of [
        [page, '2'],
        [other, '3'],
      ] as const) {
        await one.goto(section)
        await one.check(`#f-answers-victims-accessing-services-state-${answer}`)
      }
      await page.click('text=Save and continue')
      await other.click('text=Save and continue')
      assert.equal(await other.isChecked('#f-answers-victims-accessing-services-state-3'), true)
      assert.equal(await other.textContent('.meanwhile'), 'Saved meanwhile: Partly')
      await isClean(other, 'saved by two')
    }))

  it('takes a fact, and a mistake in it', () =>
    atSite(async (page, address) => {
      await page.goto(`${address}/enter/facts/new`)
      await page.selectOption('select[name=actor]', 'XAB')
      await page.selectOption('select[name=kind]', 'retained-mines')
      await page.click('text=Continue')
      await page.fill('#f-body-mines', 'many')
      await page.getByRole('button', { name: 'See how it will stand' }).click()
      await isRefused(page)
      await isClean(page, 'a fact with mistakes')
      await page.fill('#f-body-mines', '1108')
      await page.fill('#f-source-title', 'Letter of the authority')
      await page.fill('#f-source-date', '2027-02-01')
      await page.getByRole('button', { name: 'See how it will stand' }).click()
      await isClean(page, 'a fact as it will stand')
      await page.click('text=Store it')
      await page.click('text=See Belmora')
      assert.match((await page.textContent('main')) ?? '', /1,108/)
    }))

  it('can be done with the keyboard alone, in the order of reading', () =>
    atSite(async (page, address) => {
      const tabTo = async (selector: string) => {
        let top = -1
        for (let i = 0; i < 120; i++) {
          await page.keyboard.press('Tab')
          const at = await page.evaluate((wanted) => {
            const focused = document.activeElement
            const { top: y, height } = focused?.getBoundingClientRect() ?? new DOMRect()
            const isSeen = height > 0 && getComputedStyle(focused as Element).outlineStyle !== 'none'
            return { found: focused?.matches(wanted) === true, y: y + scrollY, isSeen }
          }, selector)
          assert.ok(at.isSeen, `no focus to be seen on the way to ${selector}`)
          assert.ok(at.y >= top - 80, `goes back up on the way to ${selector}`)
          top = at.y
          if (at.found) return
        }
        assert.fail(`the keyboard does not reach ${selector}`)
      }
      await page.goto(`${address}/enter/reports/new`)
      await tabTo('select[name=actor]')
      await page.keyboard.type('Aver')
      await tabTo('input[name=obligation]')
      await page.keyboard.press('Space')
      // Down the list to the report meant: there is one for each treaty.
      const chosen = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value)
      for (let step = 0; step < 10 && (await chosen()) !== 'article-7'; step++)
        await page.keyboard.press('ArrowDown')
      await tabTo('#f-coversYear')
      await page.keyboard.type('2026')
      await page.keyboard.press('Enter')
      await page.waitForSelector('form[method=post]')
      await tabTo('form.entry button')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.tasks')
      await tabTo('.tasks a[href$="/document"]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#f-document-receivedOn')
      await tabTo('#f-document-receivedOn')
      await page.keyboard.type('30.4.2027')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.wrong-summary')
      // The list has the focus: one step further is its first mistake, and Enter goes to the field.
      await tabTo('.wrong-summary a')
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'f-document-receivedOn')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('2027-04-30')
      await page.keyboard.press('Enter')
      await page.waitForURL(/measures-and-compliance$/)
      await tabTo('input[name="answers.compliance-update.state"]')
      await page.keyboard.press('ArrowRight')
      await tabTo('#finished')
      await page.keyboard.press('Space')
      await tabTo('button[value=list]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.tasks')
      await tabTo('a[href$="/check"]')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.submit button')
      assert.match((await page.textContent('.checked-answers')) ?? '', /Yes/)
      await tabTo('.submit button')
      await page.keyboard.press('Enter')
      await page.waitForURL(/done$/)
      assert.match((await page.textContent('h1')) ?? '', /Version 1/)
    }))
})
