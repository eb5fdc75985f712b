// Sections on their way go with a draft of a ministry's page: seen before and after in one place, approved in one round and
// published in one transaction, all or none.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { thePublic } from '../../src/accounts/person.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { approver, focal, stranger, words } from './approval-cast.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const source = { title: 'Page of the ministry', address: 'https://example.org/page' }
const peacekeepers = {
  ...{ id: 'pk', actor: 'XAA', kind: 'contribution', known_from: '2027-01-15', date: '2020-09' },
  ...{ source, locator: 'paragraph 12', quotation: 'As of September 2020, 1108 serve.', language: 'en' },
  body: { title: 'Personnel in peace operations', quantity: '>1108', unit: 'persons', asOf: '2020-09' },
}
const section = (id: string, body: Record<string, unknown>) => ({
  ...{ id, actor: 'XAA', kind: 'page-section', known_from: '2027-01-15', source, body },
})
const peace = section('entered-peace', {
  title: 'Peace',
  order: 1,
  text: 'Averland has sent some since 2002.',
})
const trade = section('entered-trade', {
  title: 'Trade',
  order: 2,
  text: 'Averland trades with its neighbours.',
})

const take = (db: Db, facts: object[]) =>
  importFacts(
    db,
    { name: 'facts.json', bytes: Buffer.from(JSON.stringify(facts)) },
    { kinds: readShippedKinds(), entered: false },
  )

const page = '/ministries/XAA/cooperation'

/** What a form for a section sends; kept as a draft. Its page. */
const draft = async ({ as }: SignedInSite, fields: Record<string, string>): Promise<string> => {
  const sent = await as(focal).send('/enter/facts/new', {
    ...{ actor: 'XAA', kind: 'page-section', known_from: '2027-06-01', step: 'save' },
    ...{ 'source.title': 'Decision of the ministry', ...fields },
  })
  assert.equal(sent.status, 303, words(sent.document))
  return sent.location.split('?')[0]!
}

/** The form that freezes a version as the page offers it: each section chosen with its revision. */
const offered = (document: Document): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('.page-work input[type="checkbox"][checked]')].map((one) => [
      one.getAttribute('name')!,
      one.getAttribute('value')!,
    ]),
  )

type Frozen = SignedInSite & { version: string; drafts: { changed: string; added: string } }

/** A page with two sections held and published, then one of them corrected and a third written, frozen together. */
const withFrozen = (work: (site: Frozen) => Promise<void>): Promise<void> =>
  inSignedInWorld([focal, approver, stranger], async (site) => {
    const { as, db } = site
    await take(db, [peacekeepers, peace, trade])
    const first = (await as(focal).send(page, {})).location.split('?')[0]!
    await as(approver).send(`${first}/approval`, { step: 'approve', note: '' })
    await as(focal).send(`${first}/approval`, { step: 'publish', note: '' })
    const added = await draft(site, {
      ...{ 'body.title': 'Disarmament', 'body.order': '1', 'body.text': 'Averland speaks for it.' },
    })
    const changed = await draft(site, {
      ...{ supersedes: 'entered-peace', note: 'With its figure.', 'body.title': 'Peace', 'body.order': '3' },
      'body.text': 'Averland has sent {pk} since 2002.',
    })
    const kept = await as(focal).open(page)
    const chosen = offered(kept.document)
    assert.equal(Object.keys(chosen).length, 2)
    const frozen = await as(focal).send(page, chosen)
    assert.equal(frozen.status, 303, words(frozen.document))
    await work({ ...site, version: frozen.location.split('?')[0]!, drafts: { changed, added } })
  })

const step = (
  { as, version }: Pick<Frozen, 'as' | 'version'>,
  person: typeof focal,
  name: string,
  note = '',
) => as(person).send(`${version}/approval`, { step: name, note })

const sectionsHeld = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ title: string }>`
    select d.body ->> 'title' as title from datum d where d.kind = 'page-section' order by d.recorded_at, d.datum_id`.execute(
    db,
  )
  return rows.map(({ title }) => title)
}

const titlesOn = (document: Document): string[] =>
  [...document.querySelectorAll('.page-section h2')].map((one) => one.textContent!.trim())

describe('a page with sections that are on their way', () => {
  it('is approved in one round and published in one go, and then its sections are facts', () =>
    withFrozen(async (site) => {
      const { as, db, version } = site
      assert.equal((await step(site, focal, 'ask')).status, 303)
      // One thing waits, not three.
      const waiting = words((await as(approver).open('/waiting')).document)
      assert.match(waiting, /To approve 1|approve.*1/i)
      assert.doesNotMatch(waiting, /Section of a public page/)
      const seen = await as(approver).open(version)
      assert.match(words(seen.document), /Approve the page and 2 sections/)
      assert.equal((await step(site, approver, 'approve')).status, 303)
      assert.deepEqual(await sectionsHeld(db), ['Peace', 'Trade'])
      assert.equal((await step(site, focal, 'publish')).status, 303)
      assert.deepEqual(await sectionsHeld(db), ['Peace', 'Trade', 'Disarmament', 'Peace'])
      const published = await as(thePublic).open(page)
      assert.match(
        words(published.document),
        /Version 2.*Approved by Averland.*the same in the register today/,
      )
      assert.doesNotMatch(words(published.document), /Its words have been changed since/)
      assert.deepEqual(titlesOn(published.document), ['Disarmament', 'Trade', 'Peace'])
      // The trail has each by itself, by whom.
      const { rows } = await sql<{ action: string; n: number }>`
        select action, count(distinct subject)::integer as n from event
         where agent = 'person:approver' and action = 'approved' and subject like 'fact-draft:%' group by action`.execute(
        db,
      )
      assert.deepEqual(rows, [{ action: 'approved', n: 2 }])
    }))

  it('shows every section before and after, where it stands, and all that was typed in those on their way', () =>
    withFrozen(async ({ as, version }) => {
      const { document } = await as(approver).open(version)
      const rows = [...document.querySelectorAll('.compared tbody > tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
      )
      assert.equal(rows.length, 3)
      const [disarmament, tradeRow, peaceRow] = rows
      assert.match(disarmament![0]!, /^Disarmament ?new ?on its way$/)
      assert.equal(disarmament![1], '1')
      assert.equal(disarmament![2], '–')
      assert.match(
        disarmament![3]!,
        /Averland speaks for it\..*Decision of the ministry|Averland speaks for it\./,
      )
      assert.match(tradeRow![0]!, /^Trade ?as before$/)
      assert.equal(tradeRow![1], '2')
      assert.match(peaceRow![0]!, /^Peace ?changed ?on its way$/)
      assert.equal(peaceRow![1], '3, until now 1')
      assert.match(peaceRow![2]!, /Averland has sent some since 2002\./)
      assert.match(
        peaceRow![3]!,
        /Averland has sent more than 1,108 persons .*since 2002\..*With its figure\./,
      )
    }))

  it('publishes nothing of it where one section cannot be published', () =>
    withFrozen(async (site) => {
      const { as, db } = site
      await step(site, approver, 'approve')
      // Somebody else has put the same section right meanwhile; the one begun before it could be published.
      await take(db, [
        {
          ...peace,
          id: 'entered-peace-2',
          supersedes: 'entered-peace',
          body: { ...peace.body, note: 'Another word.' },
        },
      ])
      const before = await sectionsHeld(db)
      const refused = await step(site, focal, 'publish')
      assert.equal(refused.status, 422, words(refused.document))
      assert.match(words(refused.document), /Peace, id: .* has superseded or retracted already/)
      assert.deepEqual(await sectionsHeld(db), before)
      assert.match(words((await as(thePublic).open(page)).document), /Version 1/)
    }))

  it('takes away a section that a draft withdraws, and says so to whoever approves it', () =>
    inSignedInWorld([focal, approver], async (site) => {
      const { as, db } = site
      await take(db, [peacekeepers, peace, trade])
      await draft(site, { retracts: 'entered-trade', note: 'It is told elsewhere.' })
      const version = (await as(focal).send(page, offered((await as(focal).open(page)).document))).location
      const seen = await as(approver).open(version)
      const [, gone] = [...seen.document.querySelectorAll('.compared tbody > tr')].map(
        (row) => row.textContent!,
      )
      assert.match(gone!, /^Trade\s*no longer on the page\s*on its way/)
      assert.match(gone!, /It is told elsewhere\./)
      const all = { ...site, version: version.split('?')[0]! }
      assert.equal((await step(all, approver, 'approve')).status, 303)
      assert.deepEqual(titlesOn((await as(focal).open(`${page}/now`)).document), ['Peace', 'Trade'])
      assert.equal((await step(all, focal, 'publish')).status, 303)
      assert.deepEqual(titlesOn((await as(thePublic).open(page)).document), ['Peace'])
      assert.deepEqual(titlesOn((await as(focal).open(`${page}/now`)).document), ['Peace'])
    }))

  it('is neither approved nor published once a section of it was changed or given up', () =>
    withFrozen(async (site) => {
      const { as, db, drafts } = site
      await step(site, approver, 'approve')
      const form = await as(focal).open(`${drafts.added}/edit`)
      const edited = await as(focal).send('/enter/facts/new', {
        ...form.fields,
        ...{ 'body.text': 'Averland speaks against it.', step: 'save' },
      })
      assert.equal(edited.status, 303, words(edited.document))
      for (const [person, name] of [
        [focal, 'publish'],
        [approver, 'approve'],
        [focal, 'ask'],
      ] as const) {
        const refused = await step(site, person, name)
        assert.equal(refused.status, 422, name)
        assert.match(words(refused.document), /Disarmament: It was changed, given up or published since/)
      }
      assert.deepEqual(await sectionsHeld(db), ['Peace', 'Trade'])
      // Frozen anew, it is another draft with the section as it is now, approved anew.
      const chosen = offered((await as(focal).open(page)).document)
      const again = { ...site, version: (await as(focal).send(page, chosen)).location.split('?')[0]! }
      assert.notEqual(again.version, site.version)
      assert.equal((await step(again, focal, 'publish')).status, 403)
      assert.equal((await step(again, approver, 'approve')).status, 303)
      assert.equal((await step(again, focal, 'publish')).status, 303)
      assert.match(words((await as(thePublic).open(page)).document), /Averland speaks against it\./)
    }))

  it('keeps its sections out of approval where it is returned or its approval is taken back', () =>
    withFrozen(async (site) => {
      const { as, drafts } = site
      const approvedOf = async (address: string): Promise<number> =>
        JSON.parse((await as(focal).open(`${address}.json`)).text).draft.standing.approved
      for (const [name, note] of [
        ['withdraw', ''],
        ['return', 'Which treaty?'],
      ] as const) {
        await step(site, approver, 'approve')
        assert.deepEqual([await approvedOf(drafts.changed), await approvedOf(drafts.added)], [1, 1])
        assert.equal((await step(site, approver, name, note)).status, 303)
        assert.deepEqual([await approvedOf(drafts.changed), await approvedOf(drafts.added)], [0, 0])
      }
      assert.match(words((await as(focal).open('/waiting')).document), /Which treaty\?/)
    }))

  it('is asked about anew where its words are the same and a section says something else of itself', () =>
    withFrozen(async (site) => {
      const { as, drafts, version } = site
      await step(site, focal, 'ask')
      await step(site, approver, 'approve')
      const form = await as(focal).open(`${drafts.changed}/edit`)
      await as(focal).send('/enter/facts/new', {
        ...form.fields,
        note: 'With its newest figure.',
        step: 'save',
      })
      const chosen = offered((await as(focal).open(page)).document)
      assert.equal((await as(focal).send(page, chosen)).location.split('?')[0], version)
      assert.equal((await step(site, focal, 'publish')).status, 403)
      assert.match(words((await as(approver).open('/waiting')).document), /approve 1/i)
      assert.match(words((await as(approver).open(version)).document), /With its newest figure\./)
      assert.equal((await step(site, approver, 'approve')).status, 303)
      assert.equal((await step(site, focal, 'publish')).status, 303)
    }))

  it('is not approved while a section of it is not, wherever that was taken back', () =>
    withFrozen(async (site) => {
      const { as, drafts, version } = site
      await step(site, approver, 'approve')
      await as(approver).send(drafts.added, { step: 'withdraw', revision: '1', note: '' })
      const seen = await as(approver).open(version)
      assert.match(words(seen.document), /as it stands: 0 of 1.*Approve the page and 2 sections/)
      assert.equal((await step(site, focal, 'publish')).status, 403)
      assert.equal((await step(site, approver, 'approve')).status, 303)
      assert.equal((await step(site, focal, 'publish')).status, 303)
    }))

  it('is shown to its own people alone, with its sections', () =>
    withFrozen(async (site) => {
      const { as, version } = site
      for (const person of [stranger, thePublic]) {
        assert.equal((await as(person).open(version)).status, 404)
        assert.doesNotMatch((await as(person).open(page)).text, /Disarmament/)
      }
      assert.equal((await step(site, stranger, 'approve')).status, 404)
      assert.equal((await step(site, focal, 'approve')).status, 403)
    }))

  it('leaves behind what is not chosen, and names what is wrong in what is', () =>
    inSignedInWorld([focal, approver], async (site) => {
      const { as, db } = site
      await take(db, [peacekeepers, peace])
      const address = await draft(site, { 'body.title': 'Trade', 'body.text': 'Averland trades.' })
      await draft(site, { 'body.title': 'Figures', 'body.text': 'Averland has sent 4711 persons.' })
      const { document } = await as(focal).open(page)
      const chosen = offered(document)
      assert.equal(Object.keys(chosen).length, 1, 'One with mistakes is not offered')
      assert.match(words(document), /Figures ?: has mistakes, and stays behind/)
      const without = (await as(focal).send(page, {})).location
      assert.deepEqual(titlesOn((await as(focal).open(without)).document), ['Peace'])
      const [name] = Object.keys(chosen)
      const stale = await as(focal).send(page, { [name!]: '99' })
      assert.equal(stale.status, 422)
      assert.match(words(stale.document), /Trade: It was changed, given up or published since/)
      const frozen = (await as(focal).send(page, chosen)).location.split('?')[0]!
      assert.deepEqual(titlesOn((await as(focal).open(frozen)).document), ['Peace', 'Trade'])
      // Its own page leads to where it is approved.
      const own = await as(approver).open(address)
      assert.ok(own.document.querySelector(`a[href="${frozen}"]`) !== null)
      // Given up with the page or not: the section stays, and waits by itself again.
      assert.doesNotMatch(words((await as(focal).open('/waiting')).document), /Trade/)
      await as(focal).send(`${frozen}/discard`, {})
      assert.match(words((await as(focal).open('/waiting')).document), /Trade/)
    }))
})
