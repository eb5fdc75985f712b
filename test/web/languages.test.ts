// Every kind of page in the other languages, in a browser: nothing scrolls sideways, and what runs from left to right
// within a line that runs the other way keeps its order.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type Served, startServer } from '../../src/web/serve.ts'
import { browsed } from './addresses.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { plan } from './fictional/plan.ts'
import { bothWorlds } from './site.ts'

/** What reaches beyond the page's edge, by its tag and class. */
const beyondTheEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return (left < -1 || right > clientWidth + 1) && element.checkVisibility()
    })
    return wide
      .slice(0, 3)
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`)
  })

describe('pages in the other languages, in a browser', {
  skip: hasBrowser() ? false : 'no browser for this platform; set PACTA_BROWSER',
}, () => {
  let browser: Browser
  let served: Served
  let page: Page

  before(async () => {
    served = await startServer(bothWorlds(), 0)
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 320, height: 700 } })
  })
  after(async () => {
    await browser?.close()
    await served?.close()
  })

  for (const language of ['mn', 'ar'])
    it(`do not scroll sideways at 320 pixels: ${language}`, async () => {
      await page.setViewportSize({ width: 320, height: 700 })
      const wide: Record<string, string[]> = {}
      for (const path of Object.values(browsed)) {
        if (/^\/(mn|ar)\//.test(path)) continue
        await page.goto(`${served.address}/${language}${path === '/' ? '' : path}`)
        const beyond = await beyondTheEdge(page)
        if (beyond.length > 0) wide[path] = beyond
      }
      assert.deepEqual(wide, {})
    })

  it('read value before n of N from the right in Arabic', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${served.address}/ar/plans/${plan.id}/1.2?year=2027`)
    const edges = await page.evaluate(() =>
      ['.figure', '.of'].map(
        (part) => document.querySelector(`.reading-figure ${part}`)?.getBoundingClientRect().right ?? 0,
      ),
    )
    assert.ok((edges[0] ?? 0) > (edges[1] ?? 0), `${edges[0]} and ${edges[1]}`)
  })

  /** Where the last sign of the last words of `selector` stands, and the right edge of all before it on its line, in pixels. */
  const endOf = (selector: string, form: string): Promise<{ stop: number; before: number } | undefined> =>
    page.evaluate(
      ([where, pattern]) => {
        const sentence = [...document.querySelectorAll(where)].find((one) =>
          new RegExp(pattern).test(one.textContent?.trim() ?? ''),
        )
        let words: Node | null | undefined = sentence
        while (words?.lastChild) words = words.lastChild
        if (words == null) return undefined
        const edgesOf = (at: number): DOMRect => {
          const range = document.createRange()
          range.setStart(words as Node, at)
          range.setEnd(words as Node, at + 1)
          return range.getBoundingClientRect()
        }
        const last = (words.textContent?.length ?? 0) - 1
        const stop = edgesOf(last)
        const edges = Array.from({ length: last }, (_, at) => edgesOf(at)).filter(
          ({ top, width }) => Math.abs(top - stop.top) < stop.height && width > 0,
        )
        return { stop: stop.left, before: Math.max(...edges.map(({ right }) => right)) }
      },
      [selector, form] as const,
    )

  it('end an English sentence with its full stop at the right of its words, in Arabic too', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${served.address}/ar/plans/${plan.id}/1.2?year=2027`)
    const order = await endOf('dl.rule dd', '^[A-Z][^\\u0600-\\u06ff]*\\.$')
    assert.ok(order !== undefined, 'the rule of the fictional plan is in English')
    assert.ok(order.stop >= order.before - 1)
  })

  it('do so where an Arabic date stands last in the sentence', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${served.address}/ar${browsed['a fact on its way']}`)
    const order = await endOf('main p', '^[A-Z].*[\\u0600-\\u06ff].*\\.$')
    assert.ok(order !== undefined, 'who asked since when is said in English')
    assert.ok(order.stop >= order.before - 1, `${order.stop} left of ${order.before}`)
  })
})
