// A person signs in with a browser and an authenticator app, loses the telephone, and signs out everywhere at once.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { startServer } from '../../src/web/serve.ts'
import { codeOf } from '../accounts/signing-in.ts'
import { inTestPeople } from '../world.ts'
import { firstPath, oyun, sitesWithPeople } from './accounts.ts'
import { sidewaysBy, violations } from './axe.ts'
import { describeInBrowser } from './looking.ts'

/** Nothing for axe to find, and nothing to be scrolled sideways, wide and narrow, light and dark. */
const isClean = async (page: Page) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    const what = `${page.url()} ${width}`
    assert.deepEqual(await violations(page), [], what)
    assert.equal(await sidewaysBy(page), 0, what)
  }
}

const enterPassword = async (page: Page, address: string) => {
  await page.goto(`${address}/sign-in?to=/states`)
  await page.fill('#f-address', oyun.address)
  await page.fill('#f-password', oyun.password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('#f-code')
}

describeInBrowser('signing in with a browser', (browser) => {
  it('goes from the link on the console to two browsers that are signed out at once', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const { address, close } = await startServer(app, 0)
      const contexts = await Promise.all([browser().newContext(), browser().newContext()])
      try {
        const [page, other] = (await Promise.all(contexts.map((one) => one.newPage()))) as [Page, Page]
        await page.goto(`${address}${await firstPath(people)}`)
        await isClean(page)
        await page.fill('#f-name', oyun.name)
        await page.fill('#f-address', oyun.address)
        await page.fill('#f-password', oyun.password)
        await page.click('main button')
        await page.waitForSelector('.qr')
        await isClean(page)
        const secret = ((await page.textContent('.secret-key')) ?? '').replace(/\s/g, '')
        await page.fill('#f-code', '000000')
        await page.click('main button')
        await page.waitForSelector('.wrong-summary')
        assert.match(await page.title(), /^Error: /)
        await page.fill('#f-code', codeOf(secret))
        await page.click('main button')
        await page.waitForSelector('.recovery-codes')
        await isClean(page)
        const codes = await page.locator('.recovery-codes li').allTextContents()
        assert.equal(codes.length, 10)
        await page.click('.as-button')
        await page.waitForURL(`${address}/desk`)

        await enterPassword(other, address)
        await isClean(other)
        await other.click('text=use a recovery code')
        await other.fill('#f-code', codes[0] ?? '')
        await other.keyboard.press('Enter')
        await other.waitForURL(`${address}/states`)
        assert.equal(await other.textContent('.who bdi'), oyun.name)

        for (const path of [
          '/account',
          '/account/password',
          '/account/second-factor',
          '/mn/account/sessions',
        ]) {
          await page.goto(`${address}${path}`)
          await isClean(page)
        }
        assert.equal(await page.locator('tbody tr').count(), 2)
        await page.click('button[value=all]')
        await page.waitForSelector('.told')
        await other.goto(`${address}/account`)
        assert.equal(new URL(other.url()).pathname, '/sign-in')

        await enterPassword(other, address)
        await other.fill('#f-code', codeOf(secret, 1))
        await other.keyboard.press('Enter')
        await other.waitForURL(`${address}/states`)
      } finally {
        await Promise.all(contexts.map((one) => one.close()))
        await close()
      }
    }))
})
