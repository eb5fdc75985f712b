// A fact that is not for everyone, from the form to its reader: who may say so, and that nobody else ever sees it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { thePublic } from '../../src/accounts/person.ts'
import { tiersSeen } from '../../src/accounts/sight-of.ts'
import { listDatums } from '../../src/facts/store.ts'
import { inSignedInWorld, type SignedInSite, someone } from './signing.ts'
import { textOf } from './site.ts'

const focal = someone('focal', 'focal-point', 'XAA')
const approver = someone('approver', 'approver', 'XAA')
const stranger = someone('stranger', 'focal-point', 'XAB')
const coder = someone('coder', 'coder', 'treaty:mine-ban')
const partner = someone('partner', 'partner', 'XAA')

const fact = {
  ...{ id: 'entered-hazel', actor: 'XAA', kind: 'commitment', from: '2027-01-01', known_from: '2027-02-01' },
  ...{ 'source.title': 'Hazelnut letter', 'body.title': 'A hazelnut plan', 'body.parties': 'XAA' },
}
const address = '/enter/facts/new'

const offered = async (as: SignedInSite['as'], person: typeof focal) =>
  [
    ...(await as(person).open(`${address}?actor=XAA&kind=commitment`)).document.querySelectorAll(
      'input[name=tier]',
    ),
  ].map((one) => `${one.getAttribute('value')}${one.hasAttribute('checked') ? '*' : ''}`)

const publish = async (as: SignedInSite['as'], tier: string) => {
  const { location } = await as(focal).send(address, { ...fact, tier, step: 'ask' })
  const step = (person: typeof focal, name: string) =>
    as(person).send(location, { step: name, revision: '1' })
  assert.equal((await step(approver, 'approve')).status, 303)
  const published = await step(focal, 'publish')
  assert.equal(published.location.split('?')[0], '/enter/facts/entered-hazel')
  return location
}

describe('the form of a fact', () => {
  it('asks whom it is for of those who see more than the public, public first', () =>
    inSignedInWorld([focal], async ({ as }) => {
      assert.deepEqual(await offered(as, focal), ['*', 'partner', 'restricted'])
      assert.deepEqual(tiersSeen(coder, 'register', 'XAA'), ['public', 'partner'])
      assert.deepEqual(tiersSeen(thePublic, 'register', 'XAA'), ['public'])
      assert.deepEqual(tiersSeen(stranger, 'register', 'XAA'), ['public'])
      const preview = await as(focal).send(address, { ...fact, tier: 'restricted', step: 'check' })
      assert.match(
        textOf(preview.document.querySelector('main')),
        /For whom it is Restricted: your own people alone/,
      )
    }))

  it('takes a restricted fact that its people alone see', () =>
    inSignedInWorld([focal, approver, stranger, coder, partner], async ({ as, db }) => {
      const draft = await publish(as, 'restricted')
      const shown = textOf((await as(approver).open(draft)).document.querySelector('main'))
      assert.match(shown, /restricted, not public/)
      assert.match(shown, /For whom it is Restricted/)
      assert.equal((await listDatums(db, { externalId: 'entered-hazel' }))[0]?.tier, 'restricted')
      const pages = ['/enter/facts/entered-hazel', '/enter/facts/entered-hazel.json', draft]
      const lists = [
        '/ministries/XAA',
        '/ministries/XAA.json',
        '/ministries/XAA.csv',
        '/states/XAA',
        '/search?q=hazelnut',
      ]
      for (const person of [thePublic, stranger, coder, partner]) {
        for (const path of pages) assert.ok((await as(person).open(path)).status >= 400, path)
        for (const path of lists)
          assert.doesNotMatch(
            (await as(person).open(path)).text.replaceAll('q=hazelnut', ''),
            /A hazelnut plan/,
            path,
          )
      }
      assert.match((await as(focal).open('/ministries/XAA')).text, /A hazelnut plan/)
    }))

  it('takes one for partners, whom it reaches, and nobody else', () =>
    inSignedInWorld([focal, approver, stranger, coder, partner], async ({ as }) => {
      await publish(as, 'partner')
      for (const person of [coder, partner])
        assert.match((await as(person).open('/ministries/XAA')).text, /A hazelnut plan/)
      for (const person of [thePublic, stranger])
        assert.doesNotMatch((await as(person).open('/ministries/XAA')).text, /A hazelnut plan/)
    }))

  it('refuses it of what several answer for, and of what replaces a public fact', () =>
    inSignedInWorld([focal, approver], async ({ as, db }) => {
      const joint = { ...fact, 'body.parties': 'XAA; xaa-society', tier: 'restricted' }
      const checked = await as(focal).send(address, { ...joint, step: 'check' })
      assert.equal(checked.status, 422)
      assert.match(checked.text, /What several answer for together is for everyone/)
      assert.equal((await as(focal).send(address, { ...joint, step: 'keep' })).status, 422)
      await publish(as, '')
      const correction = {
        ...fact,
        id: 'entered-2',
        supersedes: 'entered-hazel',
        note: 'Wrong.',
        tier: 'restricted',
      }
      assert.equal((await as(focal).send(address, { ...correction, step: 'keep' })).status, 422)
      assert.equal(
        (await as(focal).send(address, { ...fact, id: 'entered-3', tier: 'secret', step: 'keep' })).status,
        422,
      )
      assert.deepEqual(
        (await listDatums(db)).map(({ tier }) => tier),
        ['public'],
      )
    }))
})
