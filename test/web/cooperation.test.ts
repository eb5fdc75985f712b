// A ministry's page of multilateral cooperation from facts to readers: made, written, frozen, approved, published, rated.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { thePublic } from '../../src/accounts/person.ts'
import { makePage } from '../../src/cooperation/content.ts'
import { countRating } from '../../src/cooperation/rating-store.ts'
import type { Db } from '../../src/db/store.ts'
import { createFormat } from '../../src/facts/format.ts'
import { importFacts } from '../../src/facts/import.ts'
import { calendarToday } from '../../src/facts/today.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { approver, focal, stranger, words } from './approval-cast.ts'
import { host, post } from './entering.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const source = { title: 'Page of the ministry', address: 'https://example.org/page' }
const peacekeepers = {
  ...{ id: 'pk', actor: 'XAA', kind: 'contribution', known_from: '2027-01-15', date: '2020-09' },
  ...{ source, locator: 'paragraph 12', quotation: 'As of September 2020, 1108 serve.', language: 'en' },
  body: { title: 'Personnel in peace operations', quantity: '>1108', unit: 'persons', asOf: '2020-09' },
}
const member = {
  ...{
    id: 'un',
    actor: 'XAA',
    kind: 'organisation-membership',
    known_from: '2027-01-15',
    date: '1961-10-27/..',
  },
  ...{ source, locator: 'paragraph 2', quotation: 'A member since 1961.', language: 'en' },
  body: { title: 'Member of the Assembly', status: 'current', statedAsOf: '2020~', inferred: ['statedAsOf'] },
}
const section = (id: string, body: Record<string, unknown>) => ({
  ...{ id, actor: 'XAA', kind: 'page-section', known_from: '2027-01-15', source, body },
})
const peace = section('peace', {
  ...{ title: 'Peace and security', ownLanguage: 'mn', ownTitle: 'Энх тайван', order: 1 },
  text: 'Since 2002 {pk} have served.\n\nAverland goes on with it.',
  ownText: '2002 оноос: {pk}.',
  shows: ['un'],
})

const take = (db: Db, facts: object[], entered = false) =>
  importFacts(
    db,
    { name: 'facts.json', bytes: Buffer.from(JSON.stringify(facts)) },
    { kinds: readShippedKinds(), entered },
  )

const page = '/ministries/XAA/cooperation'

const publish = async ({ as }: Pick<SignedInSite, 'as'>): Promise<string> => {
  const frozen = await as(focal).send(page, {})
  assert.equal(frozen.status, 303)
  const address = frozen.location.split('?')[0]!
  const step = (person: typeof focal, name: string) =>
    as(person).send(`${address}/approval`, { step: name, note: '' })
  assert.equal((await step(focal, 'ask')).status, 303)
  assert.equal((await step(focal, 'publish')).status, 403)
  assert.equal((await step(approver, 'approve')).status, 303)
  assert.equal((await step(focal, 'publish')).status, 303)
  return address
}

describe('a page of multilateral cooperation', () => {
  it('that nobody wrote is made of the facts, each figure with its day and its source', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      await take(db, [peacekeepers, member])
      const { document } = await as(thePublic).open(page)
      const said = words(document)
      assert.match(said, /No office has published this page/)
      assert.match(said, /more than 1,108 persons \(as of September 2020, 7 years ago\) \[S\d\]/)
      assert.match(said, /since 27 October 1961 \(stated as current, about 2020\)/)
      const [mark] = document.querySelectorAll('a.source-mark')
      const place = document.querySelector(mark!.getAttribute('href')!)
      assert.match(place!.textContent!, /1961|1108/)
    }))

  it('says in each language only what is written in it', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      await take(db, [peacekeepers, member, peace])
      const { document } = await as(thePublic).open(page)
      const rows = [...document.querySelectorAll('.page-section .page-row')].map((row) =>
        [...row.querySelectorAll(':scope > .page-cell')].map((cell) => [
          cell.getAttribute('lang'),
          cell.textContent!.replace(/\s+/g, ' ').trim(),
        ]),
      )
      assert.match(rows[1]![0]![1]!, /Since 2002 more than 1,108 persons/)
      assert.equal(rows[1]![1]![0], 'mn')
      assert.match(rows[1]![1]![1]!, /2002 оноос: 1,108 хүн гаруй/)
      assert.match(rows[2]![0]![1]!, /goes on with it/)
      assert.match(rows[2]![1]![1]!, /Энэ хэлээр бичээгүй/)
      const alone = await as(thePublic).open(`${page}?language=mn`)
      assert.doesNotMatch(words(alone.document), /goes on with it/)
    }))

  it('shows the newest of a fact that its sections name by any id it has had, also beside another actor’s of that id', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      const named = (id: string, fact: string, order: number) =>
        section(id, { title: `Section ${id}`, order, text: `In all {${fact}} served.`, shows: [fact] })
      const count = (id: string, supersedes: string, quantity: string) => ({
        ...{ ...peacekeepers, id, supersedes, note: 'Read anew.' },
        ...{ quotation: `Now ${quantity} serve.`, body: { ...peacekeepers.body, quantity } },
      })
      await take(db, [peacekeepers, member, named('first', 'pk', 1)])
      await as(focal).send(page, {})
      await take(db, [count('pk-2', 'pk', '900')])
      await take(db, [named('second', 'pk-2', 2)])
      await take(db, [
        count('pk-3', 'pk-2', '800'),
        {
          ...{ ...peacekeepers, actor: 'XAB', id: 'pk-2', quotation: 'Belmora stands by Averland.' },
          kind: 'third-party-commitment',
          body: { title: 'Stands by Averland', parties: ['XAB'], beneficiaries: ['XAA'] },
        },
      ])
      await take(db, [named('third', 'pk-3', 3)])
      const made = await makePage(db, 'XAA')
      assert.deepEqual(made?.faults, [])
      const text = words((await as(thePublic).open(`${page}/now`)).document)
      assert.equal(text.match(/In all 800 persons/g)?.length, 3)
      assert.doesNotMatch(text, /In all (Stands|900|more than 1,108)/)
      assert.deepEqual(
        made.nameable
          .filter(({ kind }) => kind !== 'organisation-membership')
          .map(({ id, actor, alsoCalled }) => [actor, id.startsWith('pk') ? id : 'as stored', alsoCalled]),
        [
          ['XAA', 'pk', ['pk-2', 'pk-3']],
          ['XAB', 'as stored', []],
        ],
      )
    }))

  it('calls nothing stated that was read from a source', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      await take(db, [{ ...member, body: { ...member.body, inferred: ['status', 'statedAsOf'] } }])
      const said = words((await as(thePublic).open(page)).document)
      assert.match(said, /read as current, about 2020/)
      assert.doesNotMatch(said, /stated as current/)
    }))

  it('refuses a figure typed by hand, by field and with what was found', () =>
    inSignedInWorld([focal], async ({ db }) => {
      await assert.rejects(
        take(db, [section('typed', { title: 'Peace', text: 'In 2020 some 1108 persons served.' })]),
        (error: { issues: { path?: string; found?: string }[] }) => {
          assert.match(error.issues[0]!.path ?? '', /body\.text/)
          assert.equal(error.issues[0]!.found, '1108')
          return true
        },
      )
    }))

  it('is not frozen while a section names what is not there', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      await take(db, [section('lost', { title: 'Peace', text: 'Some {nowhere} served.' })])
      const frozen = await as(focal).send(page, {})
      assert.equal(frozen.status, 422)
      assert.match(frozen.text, /nowhere/)
      const { rows } = await sql`select sha256 from page_version`.execute(db)
      assert.equal(rows.length, 0)
    }))

  it('is frozen by one, approved by another, published, and then stays as it is while the register goes on', () =>
    inSignedInWorld([focal, approver, stranger], async ({ as, db }) => {
      await take(db, [peacekeepers, member, peace])
      const address = await publish({ as })
      assert.equal((await as(stranger).send(page, {})).status, 403)
      const published = await as(thePublic).open(page)
      assert.match(
        words(published.document),
        /Version 1, published on .* Approved by Averland\..*the same in the register/,
      )
      await take(db, [
        {
          ...peacekeepers,
          ...{ id: 'pk-2', supersedes: 'pk', note: 'A newer count.', quotation: 'Now 900 serve.' },
          body: { ...peacekeepers.body, quantity: '900', asOf: '2027-06' },
        },
      ])
      const later = await as(thePublic).open(page)
      assert.match(words(later.document), /has changed since: 1 fact.*more than 1,108 persons/)
      assert.match(
        later.document.querySelector('section[aria-labelledby="changes"]')!.textContent!,
        /900 persons/,
      )
      // What section names is gone under its id: a page made today says so where it is kept.
      const data = JSON.parse((await as(thePublic).open(`${page}.json`)).text)
      assert.equal(data.version.number, 1)
      assert.equal(data.content.facts.length, 2)
      assert.equal((await as(thePublic).open(`${address}.json`)).text.includes('"is": "published"'), true)
    }))

  it('never holds what was entered here or is not public, unless whoever enters looks at a preview', () =>
    inSignedInWorld([focal, approver], async ({ as, db }) => {
      await take(db, [member])
      await take(db, [peacekeepers], true)
      await take(db, [{ ...member, id: 'sealed', tier: 'restricted', body: { title: 'Sealed seat' } }])
      assert.doesNotMatch((await as(thePublic).open(page)).text, /1,108|Sealed/)
      assert.equal((await as(thePublic).open(`${page}/preview`)).status, 404)
      const preview = await as(focal).open(`${page}/preview`)
      assert.match(words(preview.document), /A preview.*1,108 persons.*entered here, not received/)
      assert.doesNotMatch(preview.text, /Sealed/)
      await publish({ as })
      assert.doesNotMatch((await as(thePublic).open(`${page}.json`)).text, /1108/)
    }))

  it('holds what a correction entered here replaced, as it was received', () =>
    inSignedInWorld([focal], async ({ db }) => {
      await take(db, [peacekeepers])
      const corrected = { ...peacekeepers, id: 'pk-2', supersedes: 'pk', note: 'Read anew.' }
      await take(db, [corrected], true)
      const made = await makePage(db, 'XAA')
      assert.deepEqual(
        made?.content.facts.map(({ id }) => id),
        ['pk'],
      )
    }))
})

const answer = (form: string, useful = 'yes') => ({ form, useful })

describe('what readers think of a page', () => {
  const inPublished = (work: (site: SignedInSite & { rate: string }) => Promise<void>) =>
    inSignedInWorld([focal, approver], async (site) => {
      await take(site.db, [peacekeepers, member])
      await work({ ...site, rate: `${await publish(site)}/rate` })
    })
  const formOf = async ({ as }: SignedInSite, rate: string) =>
    (await as(thePublic).open(rate)).document.querySelector('input[name="form"]')!.getAttribute('value')!

  it('is counted once for each form, by version, language and day, and nothing else is written down', () =>
    inPublished(async (site) => {
      const { as, db, rate } = site
      const form = await formOf(site, rate)
      // The day on which somebody answered, whatever day it is in the world.
      const day = calendarToday()
      assert.equal((await as(thePublic).send(rate, answer(form))).status, 303)
      const again = await as(thePublic).send(rate, answer(form, 'no'))
      assert.equal(again.status, 409)
      await as(thePublic).send(`/mn${rate}`, answer(await formOf(site, rate), 'partly'))
      const { rows } =
        await sql`select language, day, useful, count from page_rating order by language`.execute(db)
      assert.deepEqual(rows, [
        { language: 'en', day, useful: 'yes', count: 1 },
        { language: 'mn', day, useful: 'partly', count: 1 },
      ])
      const shown = await as(thePublic).open(page)
      assert.match(words(shown.document), /yes 1 of 2, partly 1 of 2, no 0 of 2/)
      const ratings = await as(focal).open(`${page}/ratings`)
      assert.match(words(ratings.document), new RegExp(createFormat('en').date(day)))
    }))

  it('is not taken from a form that was made up, is for another version, or comes from elsewhere', () =>
    inPublished(async (site) => {
      const { as, app, db, rate } = site
      const form = await formOf(site, rate)
      assert.equal((await as(thePublic).send(rate, answer('made.up.here'))).status, 422)
      assert.equal((await as(thePublic).send(rate, answer(form, 'very'))).status, 422)
      const elsewhere = await post(app, rate, answer(form), { 'sec-fetch-site': 'cross-site' })
      assert.equal(elsewhere.status, 403)
      await take(db, [{ ...member, id: 'second', body: { title: 'Another seat' } }])
      const other = `${await publish(site)}/rate`
      assert.notEqual(other, rate)
      assert.equal((await as(thePublic).send(other, answer(form))).status, 422)
      const { rows } = await sql`select 1 from page_rating`.execute(db)
      assert.equal(rows.length, 0)
    }))

  it('is asked in a form that nobody keeps, and asking counts nothing', () =>
    inPublished(async ({ app, db, rate }) => {
      const response = await app.request(`http://${host}${rate}?useful=no`, { headers: { host } })
      assert.match(response.headers.get('cache-control') ?? '', /no-store/)
      assert.match(await response.text(), /value="no" checked|checked[^>]*value="no"/)
      const { rows } = await sql`select 1 from page_rating`.execute(db)
      assert.equal(rows.length, 0)
    }))

  it('is counted whole where many answer at once', () =>
    inPublished(async ({ db }) => {
      const { rows } = await sql<{ sha256: string }>`select sha256 from page_version`.execute(db)
      const told = { sha256: rows[0]!.sha256, language: 'en', day: '2027-12-31', useful: 'yes' as const }
      const expiresAt = '2028-01-01T00:00:00Z'
      const outcomes = await Promise.all(
        // Fifty forms, each sent twice.
        Array.from({ length: 100 }, (_, i) =>
          countRating(db, told, { formSha256: `form-${i % 50}`, expiresAt }),
        ),
      )
      assert.equal(outcomes.filter((one) => one === 'counted').length, 50)
      const { rows: counted } = await sql<{ count: number }>`select count from page_rating`.execute(db)
      assert.deepEqual(counted, [{ count: 50 }])
    }))

  const sealed = {
    ...peacekeepers,
    id: 'pk-2',
    supersedes: 'pk',
    tier: 'restricted',
    note: 'Not ours to say',
  }
  const withdrawn = { ...peacekeepers, id: 'pk-2', retracts: 'pk', note: 'A mistake', body: {} }
  for (const [how, later] of [
    ['taken out of public sight', sealed],
    ['withdrawn', withdrawn],
  ] as const)
    it(`is not published with what was ${how} since it was frozen`, () =>
      inSignedInWorld([focal, approver], async ({ as, db }) => {
        await take(db, [peacekeepers, member])
        const address = (await as(focal).send(page, {})).location.split('?')[0]!
        const step = (person: typeof focal, name: string) =>
          as(person).send(`${address}/approval`, { step: name, note: '' })
        await step(focal, 'ask')
        await step(approver, 'approve')
        await take(db, [later])
        const refused = await step(focal, 'publish')
        assert.equal(refused.status, 422)
        assert.match(words(refused.document), /pk: It was withdrawn, or is no longer public/)
        assert.doesNotMatch((await as(thePublic).open(`${page}.json`)).text, /1108|"is": "published"/)
      }))

  it('published before a fact of it was taken out of public sight no longer shows that fact, and says so', () =>
    inSignedInWorld([focal, approver], async ({ as, db }) => {
      await take(db, [peacekeepers, member, peace])
      const address = await publish({ as })
      await take(db, [sealed])
      for (const path of [page, address])
        for (const twin of ['', '.json', '.csv'])
          assert.doesNotMatch((await as(thePublic).open(`${path}${twin}`)).text, /1,?108|Personnel in peace/)
      const said = words((await as(thePublic).open(page)).document)
      assert.match(said, /1 thing it held is no longer public and is not shown/)
      assert.match(said, /Since 2002 no longer public have served/)
      assert.match(said, /Member of the Assembly/)
    }))

  it('shows nobody what was taken out of public sight here', () =>
    inSignedInWorld([focal, approver], async ({ as, db }) => {
      await take(db, [peacekeepers])
      await take(
        db,
        [{ ...peacekeepers, id: 'pk-2', supersedes: 'pk', tier: 'restricted', note: 'Not ours to say' }],
        true,
      )
      for (const address of [page, `${page}.json`, `${page}.csv`])
        assert.doesNotMatch((await as(thePublic).open(address)).text, /Personnel in peace operations/)
    }))
})
