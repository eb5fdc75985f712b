// Several people at their own browsers who carry a pledge out for a year: whoever writes something down, the owners who
// approve it, and what everyone sees of it then.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Store } from '../../src/db/store.ts'
import { startServer } from '../../src/web/serve.ts'
import { inSignedInWorld, someone } from './signing.ts'

export const pledge = 'ihl-pledge-mongolia'
const inExercise = { world: 'exercise' as const }

export const people = {
  focal: someone('focal', 'focal-point', 'XAA', inExercise),
  approver: someone('approver', 'approver', 'XAA', inExercise),
  society: someone('society', 'focal-point', 'xaa-society', inExercise),
  president: someone('president', 'approver', 'xaa-society', inExercise),
}
type SignedIn = keyof typeof people
export type Who = SignedIn | 'public'

export type Walk = {
  store: Store
  /** The page of somebody's browser, one for each. */
  page: (who: Who) => Promise<Page>
  /** Goes to an address of the exercise. */
  go: (who: Who, path: string) => Promise<Page>
  /** Fills the form of a fact that is open before `who`, has it approved by `approvers`, publishes it; its address after. */
  write: (who: Who, fields: Readonly<Record<string, string>>, approvers: readonly Who[]) => Promise<string>
  /** The same by the forms' own requests, for what repeats: sent, approved and published; the fact's id after. */
  record: (
    who: SignedIn,
    fields: Readonly<Record<string, string>>,
    approvers: readonly SignedIn[],
  ) => Promise<string>
}

export const press = async (page: Page, label: string): Promise<void> => {
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
    page.click(`button:text-is("${label}"):not(.vh)`),
  ])
}

/** Follows a link of the page by its words. */
export const follow = async (page: Page, words: string): Promise<void> => {
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
    page.locator('main').getByRole('link', { name: words, exact: true }).first().click(),
  ])
}

export const said = async (page: Page): Promise<string> =>
  ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ')

/** Fills a field whatever it is: one that is chosen from, marked or typed. */
export const fillField = async (page: Page, name: string, value: string): Promise<void> => {
  const field = page.locator(`form.entry [name="${name}"]`).first()
  const folded = page.locator(`details:not([open]):has([name="${name}"]) > summary`)
  if ((await folded.count()) > 0) await folded.click()
  const kind = await field.evaluate((element) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? 'radio' : element.localName,
  )
  if (kind === 'radio') await page.check(`form.entry [name="${name}"][value="${value}"]`)
  else if (kind === 'select') await field.selectOption(value)
  else await field.fill(value)
}

/** Runs `work` with people signed in to an exercise in which Averland and its National Society made the pledge. */
export const inPledgeYear = (browser: () => Browser, work: (walk: Walk) => Promise<void>): Promise<void> =>
  inSignedInWorld(
    Object.values(people),
    async ({ app, store, db, as }) => {
      await saveSetting(db, `parties:${pledge}`, 'XAA xaa-society')
      const served = await startServer(app, 0)
      const contexts: BrowserContext[] = []
      const pages = new Map<Who, Promise<Page>>()
      const page = (who: Who): Promise<Page> => {
        const open = async () => {
          const context = await browser().newContext({
            viewport: { width: 1280, height: 900 },
            extraHTTPHeaders: who === 'public' ? {} : { 'x-person': who },
          })
          contexts.push(context)
          context.setDefaultTimeout(8000)
          return context.newPage()
        }
        const opened = pages.get(who) ?? open()
        pages.set(who, opened)
        return opened
      }
      const go: Walk['go'] = async (who, path) => {
        const own = await page(who)
        await own.goto(`${served.address}/exercise${path}`, { waitUntil: 'domcontentloaded' })
        return own
      }
      const write: Walk['write'] = async (who, fields, approvers) => {
        const author = await page(who)
        for (const [name, value] of Object.entries(fields)) await fillField(author, name, value)
        await press(author, 'See how it will stand')
        // What may be an oversight is asked: no document, no publisher.
        const isSo = author.locator('[name="confirmed"]')
        if ((await isSo.count()) > 0) await isSo.check()
        await press(author, 'Keep it and ask for approval')
        const draft = author.url().replace(/\?.*/, '')
        for (const approver of approvers) {
          const own = await page(approver)
          await own.goto(draft, { waitUntil: 'domcontentloaded' })
          await press(own, 'Approve')
        }
        await author.goto(draft, { waitUntil: 'domcontentloaded' })
        await press(author, 'Publish')
        return author.url()
      }
      const record: Walk['record'] = async (who, fields, approvers) => {
        const send = async (by: SignedIn, path: string, given: Readonly<Record<string, string>>) => {
          const answer = await as(people[by]).send(path, { ...given })
          if (answer.status !== 303)
            throw new Error(`${path}: ${answer.status} ${answer.document.body.textContent}`)
          return answer.location.replace(/\?.*/, '')
        }
        const draft = await send(who, '/exercise/enter/facts/new', {
          ...fields,
          confirmed: 'yes',
          step: 'ask',
        })
        for (const approver of approvers) await send(approver, draft, { step: 'approve', revision: '1' })
        const fact = await send(who, draft, { step: 'publish', revision: '1' })
        return fact.slice(fact.lastIndexOf('/') + 1)
      }
      try {
        await work({ store, page, go, write, record })
      } finally {
        for (const context of contexts) await context.close()
        await served.close()
      }
    },
    'exercise',
  )
