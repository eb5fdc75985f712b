// A body, its meeting and what was decided there entered in one go: a draft names a draft that was begun before it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { listDatums } from '../../src/facts/store.ts'
import { approver, focal, society, societyFocal, stranger, words } from './approval-cast.ts'
import { inSignedInWorld, type SignedInSite } from './signing.ts'

const pledge = 'ihl-pledge-mongolia'
const written = {
  ...{ actor: 'XAA', known_from: '2027-03-10', 'source.title': 'Letter', 'source.publisher': 'Averland' },
  quotation: 'As it was.',
}
const body = {
  ...{ ...written, id: 'entered-body', kind: 'working-body', from: '2027-01-01' },
  ...{ 'body.title': 'Group for the law', 'body.form': 'group', 'body.instrument': pledge },
}
const meeting = {
  ...{ ...written, id: 'entered-meeting', kind: 'working-group-meeting', 'body.heldOn': '2027-03-01' },
  ...{ 'body.body': 'entered-body', 'body.title': 'The spring session' },
}
const decision = {
  ...{ ...written, id: 'entered-decision', kind: 'meeting-decision', date: '2027-03-01' },
  ...{ 'body.meeting': 'entered-meeting', 'body.text': 'A manual is written.' },
}

const inPledge = (work: (site: SignedInSite) => Promise<void>) =>
  inSignedInWorld([focal, approver, society, societyFocal, stranger], async (site) => {
    await saveSetting(site.db, `parties:${pledge}`, 'XAA xaa-society')
    await work(site)
  })

const ask = async ({ as }: SignedInSite, fact: Record<string, string>): Promise<string> => {
  const asked = await as(focal).send('/enter/facts/new', { ...fact, step: 'ask' })
  assert.equal(asked.status, 303, words(asked.document))
  return asked.location.split('?')[0]!
}
const allThree = async (site: SignedInSite): Promise<string[]> => {
  const addresses: string[] = []
  for (const fact of [body, meeting, decision]) addresses.push(await ask(site, fact))
  return addresses
}
/** What the form for all of them sends. */
const together = (document: Document, step: string) => {
  const form = document.querySelector(`button[value="${step}"]`)?.closest('form')
  const value = (name: string) => form?.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? ''
  return { step, revision: value('revision'), alike: value('alike') }
}
const heldKinds = async (db: Db): Promise<string[]> =>
  (await Promise.all([body, meeting, decision].map(({ kind }) => listDatums(db, { kind }))))
    .flat()
    .map(({ kind }) => kind)

describe('a draft that names a draft', () => {
  it('is offered it by its title, said to be on its way, and nothing is wrong with it', () =>
    inPledge(async (site) => {
      await ask(site, body)
      const address = '/enter/facts/new?kind=working-group-meeting&actor=XAA'
      const { document } = await site.as(focal).open(address)
      const option = document.querySelector('[name="body.body"] option[value="entered-body"]')
      assert.match(option?.textContent ?? '', /Group for the law.*on its way, not published yet/)
      const checked = await site.as(focal).send('/enter/facts/new', { ...meeting, step: 'check' })
      assert.equal(checked.status, 200)
      assert.equal(checked.document.querySelector('#problems'), null)
      const draft = await ask(site, meeting)
      const page = (await site.as(approver).open(draft)).document
      assert.match(words(page), /It names what is on its way itself.*Group for the law/)
      assert.equal(page.querySelector('button[value="approve"]')?.hasAttribute('disabled') ?? false, false)
      const foreign = (await site.as(stranger).open('/enter/facts/new?kind=working-group-meeting&actor=XAB'))
        .document
      assert.equal(foreign.querySelector('option[value="entered-body"]'), null)
    }))

  it('is approved and published with it by one button, all or none', () =>
    inPledge(async (site) => {
      const [, second] = await allThree(site)
      const approving = together((await site.as(approver).open(second!)).document, 'approve-all')
      assert.equal(approving.alike.split(' ').length, 2)
      assert.equal((await site.as(approver).send(second!, approving)).location, '/waiting')
      const publishing = together((await site.as(focal).open(second!)).document, 'publish-all')
      assert.equal((await site.as(focal).send(second!, publishing)).location, '/waiting')
      assert.deepEqual(await heldKinds(site.db), [body.kind, meeting.kind, decision.kind])
      const held = await site.as(focal).open('/enter/facts/entered-decision')
      assert.match(words(held.document), /The spring session/)
    }))

  it('is not approved nor published before it', () =>
    inPledge(async (site) => {
      const [first, second] = await allThree(site)
      const one = { step: 'approve', revision: '1' }
      const early = await site.as(approver).send(second!, one)
      assert.equal(early.status, 422)
      assert.match(words(early.document), /This names what is on its way itself/)
      assert.equal((await site.as(approver).send(first!, one)).status, 303)
      assert.equal((await site.as(approver).send(second!, one)).status, 303)
      const publish = { step: 'publish', revision: '1' }
      const refused = await site.as(focal).send(second!, publish)
      assert.equal(refused.status, 422)
      assert.match(words(refused.document), /This names what is on its way itself/)
      assert.deepEqual(await heldKinds(site.db), [])
      assert.equal((await site.as(focal).send(first!, publish)).status, 303)
      assert.equal((await site.as(focal).send(second!, publish)).status, 303)
      assert.deepEqual(await heldKinds(site.db), [body.kind, meeting.kind])
    }))

  it('is published with none where one that is named stays behind', () =>
    inPledge(async (site) => {
      const [first, second, third] = await allThree(site)
      const approving = together((await site.as(approver).open(second!)).document, 'approve-all')
      await site.as(approver).send(second!, approving)
      const draftOf = (address: string) => `${address.split('/').at(-1)}:1`
      const without = { step: 'publish-all', revision: '1', alike: draftOf(third!) }
      assert.equal((await site.as(focal).send(second!, without)).status, 422)
      assert.deepEqual(await heldKinds(site.db), [])
      const all = { ...without, alike: `${draftOf(first!)} ${draftOf(third!)}` }
      assert.equal((await site.as(focal).send(second!, all)).status, 303)
      assert.equal((await heldKinds(site.db)).length, 3)
    }))

  it('is told of whoever gives up what it names, and then names nothing that is held', () =>
    inPledge(async (site) => {
      const [first, second] = await allThree(site)
      const page = (await site.as(focal).open(`${first}/discard`)).document
      assert.match(words(page), /1 other fact on its way names it.*The spring session/)
      assert.equal((await site.as(focal).send(`${first}/discard`, { revision: '1' })).status, 303)
      assert.match(
        words((await site.as(focal).open(second!)).document),
        /Nothing that is held has the id entered-body/,
      )
    }))

  it('names only what was begun before it, so that they can go in order', () =>
    inPledge(async (site) => {
      const own = await ask(site, { ...meeting, 'body.body': '' })
      await ask(site, body)
      const form = await site.as(focal).open(`${own}/edit`)
      assert.equal(form.document.querySelector('option[value="entered-body"]'), null)
      const named = { ...form.fields, 'body.body': 'entered-body', step: 'check' }
      assert.equal((await site.as(focal).send('/enter/facts/new', named)).status, 422)
    }))

  it('needs the approval of those who promised what the named one belongs to', () =>
    inPledge(async (site) => {
      const plan = {
        ...{ ...written, id: 'entered-plan', kind: 'national-plan', from: '2027-01-01' },
        ...{ 'body.title': 'Four years', 'body.instrument': pledge },
      }
      await ask(site, plan)
      const action = { ...written, id: 'entered-action', kind: 'plan-action', 'body.title': 'Train' }
      const draft = await ask(site, { ...action, 'body.plan': 'entered-plan' })
      const page = (await site.as(society).open(draft)).document
      assert.match(words(page), /Train/)
      for (const person of [approver, society]) {
        const sent = together((await site.as(person).open(draft)).document, 'approve-all')
        assert.equal((await site.as(person).send(draft, sent)).location, '/waiting')
      }
      const publishing = together((await site.as(focal).open(draft)).document, 'publish-all')
      assert.equal((await site.as(focal).send(draft, publishing)).location, '/waiting')
      assert.equal((await listDatums(site.db, { kind: 'plan-action' })).length, 1)
    }))
})
