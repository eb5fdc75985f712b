// Makes the pictures of docs/reference/pages.md: `node bin/run.js scripts/screenshots.ts`, or with names of pages to make
// only those. The worlds are loaded anew into a folder of their own, so that the pictures are of what ships; what a
// browser draws is written as WebP by the browser itself. Every picture is cut to one screen. Pages of the register say on
// which day they were seen; PACTA_TODAY sets it.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Db } from '../src/db/store.ts'
import { beginFactDraft, decideFactDraft } from '../src/facts/edit-fact-draft.ts'
import { openConfigured } from '../src/open.ts'
import { readShippedKinds } from '../src/reports/shipped.ts'
import { joinSites, startServer } from '../src/web/serve.ts'
import { createWorldSites } from '../src/web/world-sites.ts'
import { launchBrowser } from '../test/web/browser.ts'
import {
  draftPlace,
  earlierPlace,
  factPlace,
  onItsWayPlace,
  type PageType,
  type Picture,
  picturesOf,
  releasePlace,
} from './page-type.ts'
import { pageTypes } from './page-types.ts'

const folder = 'docs/images/pages'
const heights = { 1280: 900, 794: 1123, 360: 740 } as const
const quality = 0.55
const mostBytes = 4_700_000

/** The picture as WebP: a quarter of a PNG, words still sharp. */
const asWebp = (page: Page, png: Buffer): Promise<string> =>
  page.evaluate(
    async ([encoded, part]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${encoded}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', part).replace(/^.*,/, '')
    },
    [png.toString('base64'), quality] as const,
  )

/** The same page in another language: its code stands first. */
const inLanguageOf = (as: Picture['as'], address: string): string => {
  const code = as === 'mongolian' ? '/mn' : as === 'right-to-left' ? '/ar' : ''
  return code === '' ? address : `${code}${address === '/' ? '' : address}`
}

const draw = async (browser: Browser, address: string, { as, width }: Picture): Promise<Buffer> => {
  const page = await browser.newPage({
    viewport: { width, height: heights[width] },
    colorScheme: as === 'dark' || as === 'narrow-dark' ? 'dark' : 'light',
  })
  try {
    if (as === 'print') await page.emulateMedia({ media: 'print' })
    await page.goto(address)
    // A sheet has margins, which a browser's window knows nothing of.
    if (as === 'print')
      await page.evaluate(() => {
        document.documentElement.style.padding = '18mm 16mm 20mm'
      })
    return await page.screenshot()
  } finally {
    await page.close()
  }
}

/** Begins a report, enters a fact of a fictional State and freezes a release in the exercise, as a person would; gives their ids. */
const enter = async (browser: Browser, base: string): Promise<Record<string, string>> => {
  const page = await browser.newPage()
  try {
    await page.goto(
      `${base}/exercise/enter/reports/new?actor=XAU&obligation=article-7&coversYear=2027&subject=`,
    )
    await page.click('form.entry button[type=submit]')
    await page.waitForURL((address) => !address.pathname.endsWith('/new'))
    const [, draft = ''] = /\/enter\/reports\/([^/]+)/.exec(new URL(page.url()).pathname) ?? []
    await page.goto(`${base}/exercise/enter/facts/new?actor=XAU&kind=retained-mines`)
    for (const [name, value] of Object.entries({
      'body.mines': '1200',
      date: '2027',
      'source.title': 'Letter of the authority',
      known_from: '2027-12-01',
      language: 'en',
      quotation: 'We retain 1200 mines for training.',
    }))
      await page.fill(`[name="${name}"]`, value)
    await page.click('form.entry button[value=check]:not(.vh)')
    await page.waitForLoadState()
    await page.click('form.entry button[value=save]')
    await page.waitForURL((address) => !address.pathname.endsWith('/new'))
    const fact = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const freeze = async (nth: number): Promise<string> => {
      await page.goto(`${base}/exercise/releases`)
      await page.selectOption('[name=what]', { index: nth })
      await page.click('form.entry button[type=submit]')
      await page.waitForURL(/\/releases\/[0-9a-f]{12}$/)
      return new URL(page.url()).pathname.split('/').at(-1) ?? ''
    }
    const [release, earlier] = [await freeze(0), await freeze(1)]
    return {
      ...{ [draftPlace]: draft, [factPlace]: fact },
      ...{ [releasePlace]: release, [earlierPlace]: earlier },
    }
  } finally {
    await page.close()
  }
}

/** Begins a fact of two fictional owners, which one of them has approved; gives its id. */
const beginShared = async (db: Db): Promise<string> => {
  const typed = {
    id: 'entered-shown',
    actor: 'XQO',
    kind: 'commitment',
    from: '2027-12-01',
    known_from: '2027-12-01',
    'source.title': 'Exercise: joint pledge of Quorrela and its National Society',
    quotation: 'We shall teach the law of armed conflict in every school by 2030.',
    language: 'en',
    'body.title': 'The law of armed conflict taught in every school by 2030',
    'body.parties': 'XQO; xqo-national-society',
  }
  const { draftId } = await beginFactDraft(db, typed, { agent: 'pacta form', kinds: readShippedKinds() })
  const shared = { revision: 1, agent: 'pacta form' }
  await decideFactDraft(db, draftId, { ...shared, decision: 'asked', owners: ['XQO'], note: null })
  await decideFactDraft(db, draftId, { ...shared, decision: 'approved', owners: ['XQO'] })
  return draftId
}

const makeAll = async (types: readonly PageType[]): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'pacta-pictures-'))
  const store = await openConfigured({ dataDir: data })
  const served = await startServer(
    joinSites([
      ...(await createWorldSites(store, 'register')),
      ...(await createWorldSites(store, 'exercise')),
    ]),
    0,
  )
  const browser = await launchBrowser()
  try {
    const entered: Record<string, string> = {
      ...(await enter(browser, served.address)),
      [onItsWayPlace]: await beginShared(store.world('exercise')),
    }
    const encoder = await browser.newPage()
    for (const type of types) {
      const path = type.address.replace(
        /DRAFT|FACT|RELEASE|EARLIER|ONITSWAY/g,
        (place) => entered[place] ?? place,
      )
      for (const picture of picturesOf(type)) {
        const address = `${served.address}${inLanguageOf(picture.as, path)}`
        const webp = await asWebp(encoder, await draw(browser, address, picture))
        writeFileSync(join(folder, picture.file), Buffer.from(webp, 'base64'))
      }
      console.log(type.name)
    }
  } finally {
    await browser.close()
    await served.close()
    await store.close()
    rmSync(data, { recursive: true, force: true })
  }
}

mkdirSync(folder, { recursive: true })
const asked = process.argv.slice(2)
await makeAll(pageTypes.filter((type) => asked.length === 0 || asked.includes(type.name)))

// What no page is shown by any more goes.
const wanted = new Set(pageTypes.flatMap((type) => picturesOf(type).map((picture) => picture.file)))
for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file))
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
console.log(`${wanted.size} pictures, ${(bytes / 1000).toFixed(0)} kB`)
if (bytes > mostBytes) {
  console.error(`More than ${mostBytes / 1000} kB: lower the quality, or cut pictures.`)
  process.exitCode = 1
}
