// Whether a page holds up in a browser: nothing for axe to find, nothing that has to be scrolled sideways.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    return (await axe.run()).violations
  })
  return found.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`)
}

/** Holds it at 1280 and 360 pixels; `what` names the page where it does not. */
export const isClean = async (page: Page, what: string): Promise<void> => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await violations(page), [], `${what} ${width}`)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.equal(sideways, 0, `${what} ${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
