// A focal point's morning in a browser: signs in, sees what is due and what is stale, enters the resolution of the year with its
// source, has it approved, publishes the page on which everyone reads it; and the calendar holds the session that comes next.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createAccess } from '../../src/accounts/access.ts'
import { offerFirst } from '../../src/accounts/first-administrator.ts'
import { giveRole } from '../../src/accounts/give-role.ts'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Store } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { joinSites, startServer } from '../../src/web/serve.ts'
import { createWorldSites } from '../../src/web/world-sites.ts'
import { codeOf, oyun, testSecret } from '../accounts/signing-in.ts'
import { inTestStore } from '../world.ts'
import { isClean } from './browser-clean.ts'
import { describeInBrowser } from './looking.ts'
import { fillField, press, said } from './pledge-year.ts'
import { readCalendar } from './read-calendar.ts'
import { someone } from './signing.ts'

const source = { title: 'Page of the ministry of Averland', address: 'https://example.org/averland' }
const shared = { actor: 'XAA', known_from: '2026-01-15', source, language: 'en' }
const facts = [
  {
    ...{ ...shared, id: 'harbours', kind: 'resolution-series', date: '2025/..' },
    quotation: 'Since 2025 Averland submits a resolution on harbours every year.',
    body: { title: 'On safe harbours', recurrence: 'FREQ=YEARLY', firstYear: 2025, status: 'current' },
  },
  ...[2025, 2026].map((year) => ({
    ...{ ...shared, id: `harbours-${year}`, kind: 'resolution', date: String(year) },
    quotation: `The resolution on harbours was adopted in ${year}.`,
    body: { title: `On safe harbours, ${year}`, partOf: 'harbours' },
  })),
  {
    ...{ ...shared, id: 'served', kind: 'contribution', date: '2020-09' },
    quotation: 'As of September 2020, 1108 serve.',
    body: { title: 'Observers who serve', quantity: '1108', unit: 'persons', asOf: '2020-09' },
  },
]

/** Averland with its facts, in a register in which it is the last day of 2027. */
const fill = async (store: Store): Promise<void> => {
  const db = store.world('register')
  await saveSetting(db, 'today', '2027-12-31')
  await sql`insert into actor (actor_id, kind, iso3, names)
            values ('XAA', 'state', 'XAA', '{"en": {"short": "Averland"}}')`.execute(db)
  const bytes = Buffer.from(JSON.stringify(facts))
  await importFacts(db, { name: 'facts.json', bytes }, { kinds: readShippedKinds(), entered: false })
}

const approver = someone('approver', 'approver', 'XAA')

type Morning = { focal: Page; approver: Page; anybody: Page; address: string; store: Store }

const inMorning = (browser: Browser, work: (morning: Morning) => Promise<void>): Promise<void> =>
  inTestStore(async (store) => {
    await fill(store)
    let origin = ''
    const access = createAccess({
      ...{ people: store.people, origin: () => origin, secret: testSecret, onTrouble: () => {} },
    })
    // Her approver is at a browser of his own; how one signs in is shown once.
    const personOf: typeof access.personOf = async (headers) =>
      headers.get('x-person') === 'approver' ? { person: approver, setCookies: [] } : access.personOf(headers)
    const served = await startServer(
      joinSites(
        await createWorldSites(store, 'register', {
          ...{ access: { personOf }, accounts: access, secret: testSecret },
        }),
      ),
      0,
    )
    origin = served.address
    const contexts: BrowserContext[] = []
    const open = async (headers: Record<string, string> = {}): Promise<Page> => {
      const context = await browser.newContext({ extraHTTPHeaders: headers })
      contexts.push(context)
      context.setDefaultTimeout(8000)
      return context.newPage()
    }
    try {
      await work({
        focal: await open(),
        approver: await open({ 'x-person': 'approver' }),
        anybody: await open(),
        address: served.address,
        store,
      })
    } finally {
      for (const context of contexts) await context.close()
      await served.close()
    }
  })

/** Makes the account of Oyun, who administrates and is Averland's focal point, and signs her in from the sign-in page. */
const signIn = async ({ focal, address, store }: Morning): Promise<void> => {
  await focal.goto(`${address}${await offerFirst(store.people)}`)
  await focal.fill('#f-name', oyun.name)
  await focal.fill('#f-address', oyun.address)
  await focal.fill('#f-password', oyun.password)
  await focal.click('main button')
  await focal.waitForSelector('.secret-key')
  const secret = ((await focal.textContent('.secret-key')) ?? '').replace(/\s/g, '')
  await focal.fill('#f-code', codeOf(secret))
  await focal.click('main button')
  await focal.waitForSelector('.recovery-codes')
  const { rows } = await sql<{ id: string }>`select id from person`.execute(store.people)
  const role = { world: 'register', role: 'focal-point', of: 'XAA', department: null } as const
  await giveRole(store.people, { personId: rows[0]!.id, role, agent: 'test' })
  await focal.context().clearCookies()
  await focal.goto(`${address}/sign-in`)
  await focal.fill('#f-address', oyun.address)
  await focal.fill('#f-password', oyun.password)
  await focal.keyboard.press('Enter')
  await focal.waitForSelector('#f-code')
  await focal.fill('#f-code', codeOf(secret, 1))
  await focal.keyboard.press('Enter')
  await focal.waitForURL(`${address}/desk`)
}

const feedOf = async (page: Page, address: string) => {
  const answer = await page.request.get(address)
  assert.equal(answer.status(), 200, address)
  return readCalendar(await answer.text()).events
}

describeInBrowser('a focal point’s morning', (browser) => {
  it('goes from signing in to a resolution everyone reads, and the next session in the calendar', () =>
    inMorning(browser(), async (morning) => {
      const { focal, approver: second, anybody, address } = morning
      await signIn(morning)

      // What is due, what is stale.
      const page = await said(focal)
      assert.match(page, /Averland 1 thing is due in the next 30 days, 2 within twelve months/)
      assert.match(page, /1 figure or statement of the present is past its time/)
      assert.match(page, /On safe harbours/)
      assert.match(page, /Observers who serve.*7 years ago/)
      await isClean(focal, 'the page of a focal point')

      // The resolution of this year, by the link beside what is due: what it is part of is filled in.
      await focal.click('#due ~ table a.write, .desk-due a.write')
      await focal.waitForSelector('[name="body.partOf"]')
      assert.equal(await focal.inputValue('[name="body.partOf"]'), 'harbours')
      for (const [name, value] of Object.entries({
        'body.title': 'On safe harbours, 2027',
        'body.symbol': 'A/RES/82/99',
        date: '2027-12-17',
        'source.title': 'Resolution of the Assembly on safe harbours',
        'source.address': 'https://example.org/resolutions/82-99',
        known_from: '2027-12-20',
        locator: 'paragraph 1',
        quotation: 'The Assembly takes note of the work of Averland for safe harbours.',
        language: 'en',
      }))
        await fillField(focal, name, value)
      await press(focal, 'See how it will stand')
      const isSo = focal.locator('[name="confirmed"]')
      if ((await isSo.count()) > 0) await isSo.check()
      await press(focal, 'Keep it and ask for approval')
      const draft = focal.url().replace(/\?.*/, '')
      await second.goto(`${address}/waiting`)
      assert.match(await said(second), /To approve 1/)
      await second.goto(draft)
      await press(second, 'Approve')
      await focal.goto(`${address}/desk`)
      assert.match(await said(focal), /1 waits for you/)
      await focal.goto(draft)
      await press(focal, 'Publish')

      // It is no longer due; what comes next is.
      await focal.goto(`${address}/desk.json`)
      const { ahead, waiting, news } = JSON.parse((await focal.textContent('body')) ?? '')
      assert.deepEqual(
        ahead.map(({ due, instrument }: { due: string; instrument: string }) => [due, instrument]),
        [['2028', 'harbours']],
      )
      assert.deepEqual(waiting, [])
      assert.ok(JSON.stringify(news).includes('On safe harbours, 2027'))

      // The page everyone reads.
      await focal.goto(`${address}/ministries/XAA/cooperation`)
      await press(focal, 'Freeze a version as the register has it today')
      const version = focal.url().replace(/\?.*/, '')
      await press(focal, 'Ask for approval')
      await second.goto(version)
      await press(second, 'Approve')
      await focal.goto(version)
      await press(focal, 'Publish this version')
      await anybody.goto(`${address}/ministries/XAA/cooperation`)
      assert.match(await said(anybody), /On safe harbours, 2027/)
      await isClean(anybody, 'the page of multilateral cooperation')
      await anybody.goto(`${address}/search?q=82%2F99`)
      assert.match(await said(anybody), /On safe harbours, 2027/)

      // Her calendar has the next session, under the name it has in every calendar, also at her private address.
      const session = 'harbours/resolution-series/XAA/2028@register.pacta'
      const find = (events: Awaited<ReturnType<typeof feedOf>>) => events.find(({ uid }) => uid === session)
      const own = find(await feedOf(focal, `${address}/desk.ics`))
      assert.equal(own?.day, '2028-12-31')
      await focal.goto(`${address}/account/calendar`)
      await focal.fill('#f-name', 'Telephone')
      await press(focal, 'Make the address')
      const secret = (await focal.textContent('.secret-key')) ?? ''
      await isClean(focal, 'one’s own calendar')
      const byAddress = find(await feedOf(anybody, secret))
      assert.deepEqual([byAddress?.day, byAddress?.sequence], [own?.day, own?.sequence])
      const ofState = find(await feedOf(anybody, `${address}/states/XAA/duties.ics`))
      assert.deepEqual([ofState?.day, ofState?.sequence], [own?.day, own?.sequence])
    }))
})
