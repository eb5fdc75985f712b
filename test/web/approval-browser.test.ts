// Several people at their own browsers: a fact that two owners have to approve, and a report that two departments fill in,
// from the first word to what everyone sees.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { insertDepartment, replaceSectionAssignments } from '../../src/accounts/department-store.ts'
import type { Store } from '../../src/db/store.ts'
import { listDatums } from '../../src/facts/store.ts'
import { sectionsOf } from '../../src/reports/draft-sections.ts'
import { readShippedQuestionnaires } from '../../src/reports/shipped.ts'
import { listReportVersions } from '../../src/reports/store.ts'
import { startServer } from '../../src/web/serve.ts'
import { isClean } from './browser-clean.ts'
import { describeInBrowser } from './looking.ts'
import { inSignedInWorld, someone } from './signing.ts'

const clearance = '01920000-0000-7000-8000-0000000000d1'
const health = '01920000-0000-7000-8000-0000000000d2'
const people = {
  focal: someone('focal', 'focal-point', 'XAA'),
  approver: someone('approver', 'approver', 'XAA'),
  society: someone('society', 'approver', 'xaa-society'),
  clearers: someone('clearers', 'contributor', 'XAA', { department: clearance }),
  healers: someone('healers', 'contributor', 'XAA', { department: health }),
}
type Who = keyof typeof people

const typed = {
  'body.title': 'A plan of action by 2028',
  ...{ 'body.parties.0': 'XAA', 'body.parties.1': 'xaa-society' },
  'source.title': 'The joint pledge of Averland and its National Society',
  known_from: '2027-02-01',
  quotation: 'We shall have a plan of action by 2028.',
  language: 'en',
}

const press = async (page: Page, label: string): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.click(`button:text-is("${label}"):not(.vh)`)])
}

const said = async (page: Page): Promise<string> =>
  ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ')

const assign = async ({ people: db }: Store): Promise<[string, string]> => {
  for (const [departmentId, name] of [
    [clearance, 'Clearance Authority'],
    [health, 'Ministry of Health'],
  ] as const)
    await insertDepartment(db, { departmentId, world: 'register', actor: 'XAA', names: { en: name } })
  const questionnaire = readShippedQuestionnaires().find(({ id }) => id === 'article-7')!
  const [first, second] = sectionsOf(questionnaire).filter(({ id, part }) => id !== 'document' && part === 1)
  await replaceSectionAssignments(db, { world: 'register', actor: 'XAA', obligation: 'article-7' }, [
    { section: first!.id, department: clearance },
    { section: second!.id, department: health },
  ])
  return [first!.id, second!.id]
}

describeInBrowser('people at their own browsers', (browser) => {
  const atSite = (
    work: (site: {
      page: (who: Who | 'public') => Promise<Page>
      address: string
      store: Store
    }) => Promise<void>,
  ) =>
    inSignedInWorld(Object.values(people), async ({ app, store }) => {
      const served = await startServer(app, 0)
      const contexts: BrowserContext[] = []
      const page = async (who: Who | 'public'): Promise<Page> => {
        const context = await browser().newContext({
          viewport: { width: 1280, height: 900 },
          extraHTTPHeaders: who === 'public' ? {} : { 'x-person': who },
        })
        contexts.push(context)
        return context.newPage()
      }
      try {
        await work({ page, address: served.address, store })
      } finally {
        for (const context of contexts) await context.close()
        await served.close()
      }
    })

  it('bring a fact of two owners from a draft, by way of a return, to what everyone sees', () =>
    atSite(async ({ page, address, store }) => {
      const author = await page('focal')
      await author.goto(`${address}/enter/facts/new?actor=XAA&kind=commitment`)
      for (const [name, value] of Object.entries(typed)) await author.fill(`[name="${name}"]`, value)
      await isClean(author, 'the form of a fact')
      await press(author, 'See how it will stand')
      await press(author, 'Keep it and ask for approval')
      const draft = author.url()
      await isClean(author, 'a fact on its way')

      const society = await page('society')
      await society.goto(`${address}/waiting`)
      assert.match(await said(society), /To approve 1/)
      await isClean(society, 'what waits')
      await society.click('main a')
      await society.click('summary:text("Return it with a note")')
      await society.fill('[name=note]', 'The plan is due in 2029.')
      await press(society, 'Return it with a note')

      await author.goto(`${address}/waiting`)
      assert.match(await said(author), /Returned to you 1.*The plan is due in 2029\./)
      await author.goto(draft)
      await author.click('a:text("Change it")')
      await author.waitForSelector('[name="body.title"]')
      assert.match(await said(author), /The plan is due in 2029\./)
      await author.fill('[name="body.title"]', 'A plan of action by 2029')
      await press(author, 'See how it will stand')
      await press(author, 'Keep it and ask for approval')

      const approver = await page('approver')
      for (const one of [approver, society]) {
        await one.goto(draft)
        await press(one, 'Approve')
      }
      assert.match(await said(society), /as it stands: 2 of 2/)
      await isClean(society, 'a fact approved')
      await author.goto(draft)
      await press(author, 'Publish')
      const [datum] = await listDatums(store.world('register'))
      assert.deepEqual([datum?.entered, datum?.body.title], [false, 'A plan of action by 2029'])
      const reader = await page('public')
      await reader.goto(`${address}/ministries/XAA`)
      assert.match(await said(reader), /A plan of action by 2029/)
    }))

  it('fill in a report by departments, approve it and submit it in the right of their State', () =>
    atSite(async ({ page, address, store }) => {
      const [first, second] = await assign(store)
      const focal = await page('focal')
      await focal.goto(`${address}/enter/reports/new?actor=XAA&obligation=article-7&coversYear=2026&subject=`)
      await focal.click('button:text("Begin")')
      await focal.waitForURL(/\/enter\/reports\/[0-9a-f-]{36}$/)
      const draft = focal.url()
      await isClean(focal, 'a report of two departments')
      for (const [who, section] of [
        ['clearers', first],
        ['healers', second],
      ] as const) {
        const one = await page(who)
        await one.goto(draft)
        assert.match(await said(one), /yours/)
        await one.goto(`${draft}/${section}`)
        await one.check('#finished')
        await press(one, 'Save and go to the list of sections')
        await one.goto(`${draft}/${section === first ? second : first}`)
        assert.match(await said(one), /another department fills it in/)
        await isClean(one, 'a section of another department')
      }
      await focal.goto(`${draft}/document`)
      await focal.check('#finished')
      await press(focal, 'Save and go to the list of sections')
      await focal.goto(`${draft}/check`)
      await press(focal, 'Ask for approval')
      const approver = await page('approver')
      await approver.goto(`${address}/waiting`)
      await approver.click('main a')
      await approver.waitForSelector('#approval')
      await isClean(approver, 'a report to approve')
      await press(approver, 'Approve')
      await focal.goto(`${draft}/check`)
      await press(focal, 'Submit as version 1')
      assert.match(focal.url(), /\/done$/)
      assert.equal((await listReportVersions(store.world('register')))[0]?.entered, false)
      const reader = await page('public')
      await reader.goto(`${address}/reports/XAA:article-7:2026:1`)
      assert.match(await said(reader), /submitted by its focal point on/)
      assert.doesNotMatch(await said(reader), /entered here, not received/)
    }))
})
