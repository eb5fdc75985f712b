// Whether a page holds up in a browser: nothing for axe to find, nothing that has to be scrolled sideways.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { sidewaysBy, violations } from './axe.ts'

/** Holds it at 1280 and 360 pixels; `what` names the page where it does not. */
export const isClean = async (page: Page, what: string): Promise<void> => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await violations(page), [], `${what} ${width}`)
    assert.equal(await sidewaysBy(page), 0, `${what} ${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
