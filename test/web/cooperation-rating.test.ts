// A published page is rated where it is read, with one choice and one button; it is kept by browsers all the same.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { thePublic } from '../../src/accounts/person.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { withoutChance } from '../../src/web/pages/cooperation/rate-section.ts'
import { approver, focal, words } from './approval-cast.ts'
import { host } from './entering.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const member = {
  ...{ id: 'un', actor: 'XAA', kind: 'organisation-membership', known_from: '2027-01-15' },
  ...{ date: '1961-10-27/..', source: { title: 'Page of the ministry' }, locator: 'paragraph 2' },
  ...{ quotation: 'A member since 1961.', language: 'en' },
  body: { title: 'Member of the Assembly', status: 'current', statedAsOf: '2020~' },
}
const page = '/ministries/XAA/cooperation'

type Published = SignedInSite & { version: string }

const withPublished = (work: (site: Published) => Promise<void>): Promise<void> =>
  inSignedInWorld([focal, approver], async (site) => {
    const file = { name: 'facts.json', bytes: Buffer.from(JSON.stringify([member])) }
    await importFacts(site.db, file, { kinds: readShippedKinds(), entered: false })
    const version = (await site.as(focal).send(page, {})).location.split('?')[0]!
    await site.as(approver).send(`${version}/approval`, { step: 'approve', note: '' })
    await site.as(focal).send(`${version}/approval`, { step: 'publish', note: '' })
    await work({ ...site, version })
  })

/** The form that rates the page, as it stands in a document, filled in. */
const filled = (document: Document, useful?: string): { action: string; fields: Record<string, string> } => {
  const form = document.querySelector('.page-rate form')
  assert.ok(form !== null, 'The page holds a form')
  assert.equal(form.querySelectorAll('button').length, 1)
  const hidden = [...form.querySelectorAll('input[type="hidden"]')].map((one) => [
    one.getAttribute('name')!,
    one.getAttribute('value')!,
  ])
  const action = form.getAttribute('action')!
  return { action, fields: { ...Object.fromEntries(hidden), ...(useful === undefined ? {} : { useful }) } }
}

const counted = async ({ db }: SignedInSite) => {
  const { rows } = await sql<{ useful: string; count: number }>`
    select useful, sum(count)::integer as count from page_rating group by useful order by useful`.execute(db)
  return Object.fromEntries(rows.map(({ useful, count }) => [useful, count]))
}

describe('rating a page where it is read', () => {
  for (const [where, address] of [
    ['the page', page],
    ['the page in one of its languages', `${page}?language=en`],
    ['a version of it', 'version'],
  ] as const)
    it(`takes one choice and one button on ${where}, and brings back there`, () =>
      withPublished(async (site) => {
        const { as, version } = site
        const asked = address === 'version' ? version : address
        const { document } = await as(thePublic).open(asked)
        const { action, fields } = filled(document, 'partly')
        const sent = await as(thePublic).send(action, fields)
        assert.equal(sent.status, 303)
        // A version that is current is read at the address of the page, and led back to it.
        const [path, query = ''] = sent.location.split('?')
        assert.equal(path, page)
        assert.equal(query, `${asked.includes('?') ? 'language=en&' : ''}rated=yes#rate`)
        const back = await as(thePublic).open(sent.location.replace('#rate', ''))
        assert.match(
          words(back.document).slice(words(back.document).indexOf('Was this page useful')),
          /^Was this page useful\? ?Your answer is counted\. Thank you\. ?Answers to this version: yes 0 of 1, partly 1 of 1/,
        )
        assert.equal(back.document.querySelector('.page-rate form'), null)
        assert.deepEqual(await counted(site), { partly: 1 })
      }))

  it('goes back to the address of a version that is no longer current', () =>
    withPublished(async (site) => {
      const { as, db, version } = site
      const other = { ...member, id: 'other', body: { ...member.body, title: 'Another seat' } }
      const file = { name: 'facts.json', bytes: Buffer.from(JSON.stringify([other])) }
      await importFacts(db, file, { kinds: readShippedKinds(), entered: false })
      const next = (await as(focal).send(page, {})).location.split('?')[0]!
      await as(approver).send(`${next}/approval`, { step: 'approve', note: '' })
      await as(focal).send(`${next}/approval`, { step: 'publish', note: '' })
      const { action, fields } = filled((await as(thePublic).open(version)).document, 'yes')
      assert.equal((await as(thePublic).send(action, fields)).location, `${version}?rated=yes#rate`)
    }))

  it('counts a form once; sent again, it keeps the choice in another that counts', () =>
    withPublished(async (site) => {
      const { as } = site
      const { action, fields } = filled((await as(thePublic).open(page)).document, 'no')
      assert.equal((await as(thePublic).send(action, fields)).status, 303)
      const again = await as(thePublic).send(action, fields)
      assert.equal(again.status, 409)
      assert.deepEqual(await counted(site), { no: 1 })
      assert.equal(
        again.document.querySelector('.page-rate input[checked]')?.getAttribute('value'),
        'no',
        'The choice is kept',
      )
      const fresh = filled(again.document, 'no')
      assert.notEqual(fresh.fields.form, fields.form)
      const sent = await as(thePublic).send(fresh.action, fresh.fields)
      assert.equal(sent.location, `${page}?rated=yes#rate`)
      assert.deepEqual(await counted(site), { no: 2 })
    }))

  it('asks for a choice where none was made, and leads nowhere else than to the page', () =>
    withPublished(async (site) => {
      const { as, version } = site
      const { action, fields } = filled((await as(thePublic).open(page)).document)
      const none = await as(thePublic).send(action, fields)
      assert.equal(none.status, 422)
      assert.match(words(none.document), /Choose one of the answers/)
      const elsewhere = { ...fields, useful: 'yes', back: '//example.org/', only: 'en&x=//example.org' }
      assert.equal((await as(thePublic).send(action, elsewhere)).location, `${version}?rated=yes#rate`)
      assert.deepEqual(await counted(site), { yes: 1 })
    }))

  it('leaves the page one that browsers keep: its form is another each time, its tag only once something is', () =>
    withPublished(async (site) => {
      const { app } = site
      const get = (tag?: string) =>
        app.request(`http://${host}${page}`, {
          headers: { host, ...(tag === undefined ? {} : { 'if-none-match': tag }) },
        })
      const bodies: string[] = []
      const tags: (string | null)[] = []
      for (let i = 0; i < 2; i++) {
        const response = await get()
        assert.equal(response.headers.get('cache-control'), 'no-cache')
        tags.push(response.headers.get('etag'))
        bodies.push(await response.text())
      }
      assert.notEqual(bodies[0], bodies[1])
      const [first, second] = bodies.map(withoutChance)
      // Between the two a new hour may have begun.
      if (first === second) {
        assert.equal(tags[0], tags[1])
        assert.equal((await get(tags[1]!)).status, 304)
      } else assert.notEqual(tags[0], tags[1])
      const { action, fields } = filled((await site.as(thePublic).open(page)).document, 'yes')
      await site.as(thePublic).send(action, fields)
      const later = await get(tags[1]!)
      assert.equal(later.status, 200)
      assert.match(await later.text(), /yes 1 of 1/)
    }))
})
