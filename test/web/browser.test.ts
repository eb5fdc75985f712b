import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Block } from '../../src/documents/block.ts'
import { blocksHtml } from '../../src/web/pages/progress/blocks.ts'
import { startServer } from '../../src/web/serve.ts'
import { browsed } from './addresses.ts'
import { violations } from './axe.ts'
import { plan } from './fictional/plan.ts'
import { states } from './fictional/states.ts'
import { fictionalData } from './fictional/world.ts'
import { describeLooking } from './looking.ts'
import { banner, bothWorlds, registerApp } from './site.ts'

describeLooking('in a browser', ({ browser, address, look }) => {
  it('asks no other host for anything, and obeys its own content security policy', async () => {
    const hosts = new Set<string>()
    const complaints: string[] = []
    await look('/problems/usage', {}, async (page) => {
      page.on('request', (request) => hosts.add(new URL(request.url()).host))
      page.on('console', (message) => {
        if (!message.text().includes('the server responded with a status of')) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      // Nothing runs on these pages, so nothing is asked for once they are loaded.
      for (const path of Object.values(browsed)) await page.goto(`${address()}${path}`)
    })
    assert.deepEqual([...hosts], [new URL(address()).host])
    assert.deepEqual(complaints, [])
  })

  it('sends the page of a plan, with all it needs, in less than 100 kB', async () => {
    let bytes = 0
    await look('/problems/usage', {}, async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      session.on('Network.loadingFinished', (event) => {
        bytes += event.encodedDataLength
      })
      await page.goto(`${address()}/plans/${plan.id}`)
      await page.waitForTimeout(200)
    })
    assert.ok(bytes > 3_000 && bytes < 100_000, `${bytes} bytes`)
  })

  it('lets the keyboard reach everything in the order it is read, with a focus that can be seen', async () => {
    for (const path of ['indicator', 'home', 'State', 'State of which little is known'].map(
      (name) => browsed[name]!,
    ))
      await look(path, { viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
        const expected = await page.evaluate(
          () =>
            [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')].filter(
              (element) => element.checkVisibility(),
            ).length,
        )
        const walked = new Set<string>()
        let lastTop = Number.NEGATIVE_INFINITY
        for (let step = 0; step < expected * 4 && walked.size < expected; step++) {
          await page.keyboard.press('Tab')
          const focused = await page.evaluate(() => {
            const element = document.activeElement as HTMLElement
            const all = [...document.querySelectorAll('a[href], button, input, select, summary')]
            const style = getComputedStyle(element)
            return {
              index: all.indexOf(element),
              top: Math.round(element.getBoundingClientRect().top + scrollY),
              outline: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
              seen:
                element.getBoundingClientRect().top >= -1 &&
                element.getBoundingClientRect().bottom <= innerHeight + 1,
              skip: element.classList.contains('skip'),
              what: element.outerHTML.slice(0, 80),
            }
          })
          assert.ok(focused.index >= 0, `the focus is nowhere: ${focused.what}`)
          assert.ok(focused.outline, `no focus to be seen: ${focused.what}`)
          if (!focused.skip) {
            assert.ok(focused.seen, `out of sight: ${focused.what}`)
            // Within one line the order is from the start; between lines it goes down, never back up by a line.
            assert.ok(focused.top >= lastTop - 60, `goes back up: ${focused.what}`)
            lastTop = focused.top
          }
          walked.add(String(focused.index))
        }
        assert.equal(walked.size, expected)
      })
  })

  it('lets the keyboard skip to the content', async () => {
    await look(browsed.plan!, {}, async (page) => {
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content')
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
    })
  })

  it('answers the form for another year, date and reading', async () => {
    await look(browsed.indicator!, {}, async (page) => {
      await page.selectOption('#ask-year', '2026')
      await page.fill('#ask-as-of', '2026-06-01')
      await page.selectOption('#ask-reading', 'strict')
      await page.click('.ask button')
      await page.waitForURL(/as-of=2026-06-01/)
      assert.match((await page.textContent('.answer')) ?? '', /2026 · as of 1 June 2026/)
      assert.match((await page.textContent('.readings .here')) ?? '', /^Strict/)
    })
  })

  it('finds a State from the first page', async () => {
    await look('/', {}, async (page) => {
      await page.fill('#q', 'авөр')
      await page.keyboard.press('Enter')
      await page.click('text=Averland')
      assert.equal(await page.textContent('h1'), 'Averland')
    })
  })

  it('gives every tile the same size, narrow and wide, and puts States where they lie', async () => {
    for (const width of [360, 1280])
      await look(browsed.indicator!, { viewport: { width, height: 900 } }, async (page) => {
        const boxes = await page.evaluate(() =>
          [...document.querySelectorAll('a.tile')].map((tile) => {
            const { left, top, width, height } = tile.getBoundingClientRect()
            return { code: tile.textContent?.trim().slice(0, 3), left, top, width, height }
          }),
        )
        assert.equal(
          new Set(boxes.map((box) => `${Math.round(box.width)}x${Math.round(box.height)}`)).size,
          1,
        )
        assert.ok((boxes[0]?.width ?? 0) >= 24)
        if (width === 1280) {
          const at = (code: string) => boxes.find((box) => box.code === code)
          assert.equal(at('XAA')?.top, at('XAB')?.top)
          assert.ok((at('XAA')?.left ?? 0) < (at('XAB')?.left ?? 0))
          assert.ok((at('XAJ')?.top ?? 0) > (at('XAA')?.top ?? 0))
        }
      })
  })

  it('keeps West left where the page runs from right to left', async () => {
    const arabic = await startServer(bothWorlds(), 0)
    const context = await browser().newContext({ viewport: { width: 1280, height: 900 } })
    try {
      const page = await context.newPage()
      await page.goto(`${arabic.address}/ar${browsed.indicator!}`)
      const lefts = await page.evaluate(() =>
        ['XAA', 'XAB'].map(
          (code) => document.querySelector(`a[href="/ar/states/${code}"].tile`)?.getBoundingClientRect().left,
        ),
      )
      assert.ok((lefts[0] ?? 0) < (lefts[1] ?? 0))
      const mark = await page.evaluate(
        () => document.querySelector('.wordmark')?.getBoundingClientRect().left ?? 0,
      )
      assert.ok(mark > 640, 'the name of the site stands at the right')
      assert.deepEqual(await violations(page), [])
    } finally {
      await context.close()
      await arabic.close()
    }
  })

  it('fits the world’s States on one screen’s width', async () => {
    const crowded = {
      ...fictionalData(),
      listStates: async () =>
        states.map((state, i) => ({ ...state, tile: { column: 1 + (i % 29), row: 1 + Math.floor(i / 29) } })),
    }
    const server = await startServer(registerApp({ data: crowded }), 0)
    const context = await browser().newContext({ viewport: { width: 1280, height: 900 } })
    try {
      const page = await context.newPage()
      await page.goto(`${server.address}${browsed.indicator!}`)
      const right = await page.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('.tile, .tile-others i')].map(
            (tile) => tile.getBoundingClientRect().right,
          ),
        ),
      )
      const edge = await page.evaluate(
        () => document.querySelector('.answer')?.getBoundingClientRect().right ?? 0,
      )
      assert.ok(right <= edge + 1, `${right} beyond ${edge}`)
    } finally {
      await context.close()
      await server.close()
    }
  })

  it('moves nothing for who asks for less motion', async () => {
    await look(browsed.plan!, { reducedMotion: 'reduce' }, async (page) => {
      assert.equal(
        await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior),
        'auto',
      )
    })
  })

  it('prints what is closed as open, without a sign that it can be opened', async () => {
    await look(browsed['treaty over time']!, {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      const signs = await page.evaluate(() =>
        [...document.querySelectorAll('summary')].map((summary) => getComputedStyle(summary).listStyleType),
      )
      assert.deepEqual([...new Set(signs)], ['none'])
      assert.equal(await page.isVisible('details > :not(summary)'), true)
    })
  })

  it('prints long lists of a ministry as their reader left them, and says where all of it is', async () => {
    await look(browsed['ministry of a State']!, {}, async (page) => {
      assert.equal(await page.isVisible('.on-paper'), false)
      // On a wide screen the rest of a list is simply there.
      assert.equal(await page.isVisible('.rest > summary'), false)
      assert.equal(await page.isVisible('.rest .engagements > li'), true)
      await page.setViewportSize({ width: 360, height: 740 })
      assert.equal(await page.isVisible('.rest > summary'), true)
      assert.equal(await page.isVisible('.rest .engagements > li'), false)
      await page.click('.rest > summary')
      assert.equal(await page.isVisible('.rest .engagements > li'), true)
      await page.click('.rest > summary')

      await page.emulateMedia({ media: 'print' })
      assert.equal(await page.isVisible('.engagement .fields'), false)
      assert.equal(await page.isVisible('.rest .engagements > li'), false)
      assert.match((await page.textContent('.rest > summary'))!, /^\d+ more, \d+ in all$/)
      assert.equal(await page.isVisible('.jumps'), false)
      assert.equal(await page.isVisible('.on-paper'), true)
      assert.match((await page.textContent('.on-paper'))!, /All of it: \/ministries\/XAA$/)
      // What its reader opened is printed open.
      await page.evaluate(() => document.querySelector('.engagement')!.setAttribute('open', ''))
      assert.equal(await page.isVisible('.engagement .fields'), true)
    })
  })

  it('folds tables of a progress report on a narrow screen alone', async () => {
    const table = (rows: number): Block => ({
      kind: 'table',
      caption: [{ text: `A table of ${rows}` }],
      columns: [{ head: [{ text: 'What' }], width: 1, align: 'start' }],
      small: false,
      rows: Array.from({ length: rows }, (_, i) => ({ cells: [{ runs: [{ text: `Row ${i}` }] }] })),
    })
    const folded = (rows: number): string => String(blocksHtml([table(rows)], 'r'))
    assert.doesNotMatch(folded(2), /<details/)
    assert.match(folded(7), /<details class="report-fold">/)
    await look(browsed['the progress report of a promise']!, {}, async (page) => {
      await page.evaluate(
        (tables) => document.querySelector('.report')!.insertAdjacentHTML('beforeend', tables),
        folded(3) + folded(6),
      )
      const seen = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.report-fold.rest')].map((fold) =>
            ['summary', 'table'].map((part) =>
              fold.querySelector(part)!.checkVisibility({ contentVisibilityAuto: true }),
            ),
          ),
        )
      const wide = await seen()
      assert.equal(wide.length, 2)
      for (const one of wide) assert.deepEqual(one, [false, true])
      await page.setViewportSize({ width: 360, height: 740 })
      for (const one of await seen()) assert.deepEqual(one, [true, false])
      await page.emulateMedia({ media: 'print' })
      for (const one of await seen()) assert.deepEqual(one, [false, true])
    })
  })

  it('prints the words and figures and leaves away what is pressed', async () => {
    await look(browsed['indicator in the exercise']!, { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      for (const hidden of ['.ask', '.main-nav', '.neighbours', '.skip'])
        assert.equal(await page.isVisible(hidden), false, hidden)
      for (const shown of ['.answer', '.tiles', 'table.members', 'svg.years', '.banner'])
        assert.equal(await page.isVisible(shown), true, shown)
      assert.equal(await page.textContent('.banner'), banner)
      // On paper it is dark on light, whatever the screen.
      const paper = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--paper'),
      )
      assert.equal(paper.trim(), '#fff')
      const address = await page.evaluate(
        () => getComputedStyle(document.querySelector('a[rel~=external]') as Element, '::after').content,
      )
      assert.match(address, /https:\/\/reports\.example/)
      const sheet = await page.pdf({ preferCSSPageSize: true })
      assert.equal(sheet.subarray(0, 5).toString(), '%PDF-')
    })
  })
})
