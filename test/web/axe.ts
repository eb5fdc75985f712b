// What axe objects to on a page; and whether a page has to be scrolled sideways.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }
type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> }

/** What axe finds on the page as it stands, by all its rules or by those named. */
export const violations = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  // A page keeps it until it goes elsewhere: reading it in takes longer than many a run.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const found = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const runOnly = only === null ? {} : { runOnly: { type: 'rule', values: only } }
    return (await axe.run({ resultTypes: ['violations'], ...runOnly })).violations
  }, rules ?? null)
  return found.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)} ${one.nodes[0]?.failureSummary}`)
}

/** By how many pixels the page reaches beyond its window. */
export const sidewaysBy = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
