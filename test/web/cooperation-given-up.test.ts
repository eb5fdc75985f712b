// A draft of a ministry's page that is given up: asked first, told in the history, and brought back from there.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { thePublic } from '../../src/accounts/person.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { approver, focal, stranger, words } from './approval-cast.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const member = {
  ...{ id: 'un', actor: 'XAA', kind: 'organisation-membership', known_from: '2027-01-15' },
  ...{ date: '1961-10-27/..', source: { title: 'Page of the ministry' }, locator: 'paragraph 2' },
  ...{ quotation: 'A member since 1961.', language: 'en' },
  body: { title: 'Member of the Assembly', status: 'current', statedAsOf: '2020~' },
}
const page = '/ministries/XAA/cooperation'

/** The site with a draft of the page, and its address. */
const withDraft = (work: (site: SignedInSite & { draft: string }) => Promise<void>): Promise<void> =>
  inSignedInWorld([focal, approver, stranger], async (site) => {
    const file = { name: 'facts.json', bytes: Buffer.from(JSON.stringify([member])) }
    await importFacts(site.db, file, { kinds: readShippedKinds(), entered: false })
    const { location } = await site.as(focal).send(page, {})
    await work({ ...site, draft: location.split('?')[0]! })
  })

const restored = async ({ as }: SignedInSite, history: string) => {
  const { document } = await as(focal).open(history)
  const form = document.querySelector('form[action$="/restore"]')
  assert.ok(form !== null, 'The history offers to bring it back')
  const fields = Object.fromEntries(
    [...form.querySelectorAll('input')].map((one) => [one.getAttribute('name')!, one.getAttribute('value')!]),
  )
  return as(focal).send(form.getAttribute('action')!, fields)
}

describe('a draft of a page', () => {
  it('is given up on a page that asks, is gone from all lists, and comes back from its history', () =>
    withDraft(async (site) => {
      const { as, draft } = site
      assert.equal((await as(focal).send(`${draft}/approval`, { step: 'ask', note: '' })).status, 303)
      assert.equal((await as(approver).send(`${draft}/approval`, { step: 'approve', note: '' })).status, 303)
      const shown = await as(focal).open(draft)
      assert.ok(shown.document.querySelector(`a[href="${draft}/discard"]`) !== null)
      const asking = await as(focal).open(`${draft}/discard`)
      assert.match(words(asking.document), /Give up this draft of the page.*Its history keeps it/)
      // Asking changed nothing.
      assert.equal((await as(focal).open(draft)).status, 200)
      const gone = await as(focal).send(`${draft}/discard`, {})
      assert.equal(gone.status, 303)
      const after = await as(focal).open(gone.location)
      assert.match(words(after.document), /You have given the draft up\. Its history can bring it back\./)
      assert.equal((await as(focal).open(draft)).status, 404)
      assert.equal(after.document.querySelector(`a[href="${draft}"]`), null)
      assert.doesNotMatch(words((await as(focal).open('/waiting')).document), /cooperation/)
      // Sent twice it is gone once.
      assert.equal((await as(focal).send(`${draft}/discard`, {})).status, 303)

      const history = [...after.document.querySelectorAll('.told a')][0]!.getAttribute('href')!
      assert.match(words((await as(focal).open(history)).document), /Draft of a page discarded/)
      const back = await restored(site, history)
      assert.equal(back.status, 303)
      const again = await as(focal).open(back.location)
      assert.match(words(again.document), /The earlier state is back\./)
      // It came back as it was frozen; what was approved before does not count again.
      assert.match(words(again.document), /Member of the Assembly/)
      assert.equal((await as(focal).send(`${draft}/approval`, { step: 'publish', note: '' })).status, 403)
      assert.equal((await as(focal).open(history)).document.querySelector('form[action$="/restore"]'), null)
    }))

  it('that is frozen anew after it was given up is that draft again, approved by nobody', () =>
    withDraft(async ({ as, draft }) => {
      await as(approver).send(`${draft}/approval`, { step: 'approve', note: '' })
      await as(focal).send(`${draft}/discard`, {})
      const { location } = await as(focal).send(page, {})
      assert.equal(location.split('?')[0], draft)
      assert.equal((await as(focal).open(draft)).status, 200)
      assert.equal((await as(focal).send(`${draft}/approval`, { step: 'publish', note: '' })).status, 403)
    }))

  it('is given up and brought back by those who may freeze it, and by nobody else', () =>
    withDraft(async ({ as, draft }) => {
      for (const [person, status] of [
        [approver, 403],
        [stranger, 404],
        [thePublic, 404],
      ] as const)
        assert.equal((await as(person).send(`${draft}/discard`, {})).status, status)
      assert.equal((await as(approver).open(draft)).document.querySelector('a[href$="/discard"]'), null)
      // Who may not is led to the draft.
      assert.equal((await as(approver).open(`${draft}/discard`)).status, 303)
      const gone = await as(focal).send(`${draft}/discard`, {})
      const { document } = await as(focal).open(gone.location)
      const history = [...document.querySelectorAll('.told a')][0]!.getAttribute('href')!
      const seen = await as(approver).open(history)
      assert.equal(seen.status, 200)
      assert.equal(seen.document.querySelector('form[action$="/restore"]'), null)
      const restore = { seq: '1', revision: '0' }
      assert.equal((await as(approver).send(`${history}/restore`, restore)).status, 403)
      assert.equal((await as(focal).open(draft)).status, 404)
      assert.doesNotMatch(words((await as(stranger).open(gone.location)).document), /given the draft up/)
    }))

  it('that is published stays: there is nothing to give up', () =>
    withDraft(async ({ as, draft }) => {
      await as(approver).send(`${draft}/approval`, { step: 'approve', note: '' })
      assert.equal((await as(focal).send(`${draft}/approval`, { step: 'publish', note: '' })).status, 303)
      assert.equal((await as(focal).open(draft)).document.querySelector('a[href$="/discard"]'), null)
      await as(focal).send(`${draft}/discard`, {})
      assert.match(words((await as(thePublic).open(page)).document), /Version 1/)
    }))
})
