// A history as its reader meets it: found from the thing's own page, by that page's id too, in the words of the forms.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeDepartment } from '../../src/accounts/departments.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import { chooseReminders } from '../../src/accounts/own-letters.ts'
import { type SignedIn, thePublic } from '../../src/accounts/person.ts'
import { historyHeld } from '../../src/web/held/history.ts'
import { exerciseRole, makeHolder } from '../accounts/held-people.ts'
import { inTestStore } from '../world.ts'
import { inSignedInWorld, type SignedInSite, someone } from './signing.ts'

const focal = someone('focal', 'focal-point', 'XAA')
const approver = someone('approver', 'approver', 'XAA')
const society = someone('society', 'approver', 'xaa-society')
const stranger = someone('stranger', 'focal-point', 'XAB')
const administrator = someone('keeper', 'administrator', null)

const words = (document: Document): string =>
  (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ')
const historyLink = (document: Document): string | undefined =>
  [...document.querySelectorAll('main a')]
    .map((link) => link.getAttribute('href') ?? '')
    .find((href) => /\/history\//.test(href))

const fact = {
  ...{ id: 'entered-1', actor: 'XAA', kind: 'commitment', from: '2027-01-01', known_from: '2027-02-01' },
  ...{ 'source.title': 'The joint pledge', quotation: 'We shall have a plan.', language: 'en' },
  ...{ 'body.title': 'A plan by 2028', 'body.parties': 'XAA; xaa-society', 'body.joint': 'yes' },
}

/** A fact of two owners, returned once, changed, approved by both and published. */
const publishFact = async ({ as }: SignedInSite): Promise<string> => {
  const { location } = await as(focal).send('/enter/facts/new', { ...fact, step: 'ask' })
  const draft = location.split('?')[0]!
  await as(society).send(draft, { step: 'return', revision: '1', note: 'By 2029.' })
  const form = await as(focal).open(`${draft}/edit`)
  const title = { 'body.title': 'A plan by 2029' }
  await as(focal).send('/enter/facts/new', { ...form.fields, ...title, step: 'ask' })
  for (const person of [approver, society]) await as(person).send(draft, { step: 'approve', revision: '2' })
  await as(focal).send(draft, { step: 'publish', revision: '2' })
  return draft
}

describe('the history of a fact on its way', () => {
  it('is found from its page, and says what was decided and changed in the words of its form', () =>
    inSignedInWorld([focal, approver, society, stranger], async (site) => {
      const { as } = site
      const draft = await publishFact(site)
      const address = historyLink((await as(society).open(draft)).document)!
      assert.match(address, /^\/history\/fact-draft:/)
      const { document } = await as(focal).open(address)
      const main = words(document)
      assert.match(document.querySelector('h1')?.textContent ?? '', /^Draft of a fact: Commitment, Averland$/)
      assert.match(main, /Returned for Averland National Society by a person, with this note: ?By 2029\./)
      assert.match(main, /Approved for Averland by /)
      assert.match(main, /Title ?A plan by 2028 ?A plan by 2029/)
      assert.match(main, /Parties ?Averland; Averland National Society/)
      assert.doesNotMatch(main, /[{}]|"decision"|content\.body|taken away/)
      const tables = [...document.querySelectorAll('main table')].map((table) => table.textContent).join(' ')
      assert.doesNotMatch(tables, /[0-9a-f]{64}/)
      const mongolian = words((await as(focal).open(`/mn${address}`)).document)
      assert.match(mongolian, /Хэний өмнөөс: Averland/)
      assert.doesNotMatch(mongolian, /content\.body/)
      // Data keeps what the trail holds.
      const data = JSON.parse((await as(focal).open(`${address}.json`)).text)
      const [approved] = data.entries.filter((one: { action: string }) => one.action === 'approved')
      assert.match(JSON.stringify(approved.differences), /sha256/)
      assert.deepEqual(approved.decided[0].actor, 'xaa-society')
    }))
})

describe('the history of a fact', () => {
  it('is found from its page and by the id of that page, for its own people alone, and says that it was published', () =>
    inSignedInWorld([focal, approver, society, stranger], async (site) => {
      const { as, app } = site
      await publishFact(site)
      const own = historyLink((await as(focal).open('/enter/facts/entered-1')).document)!
      assert.match(own, /^\/history\/fact:XAA~[0-9a-f-]{36}$/)
      assert.equal(historyLink((await as(stranger).open('/enter/facts/entered-1')).document), undefined)
      assert.equal(historyLink((await as(thePublic).open('/enter/facts/entered-1')).document), undefined)
      const asked = await app.request('http://127.0.0.1:3000/history/fact:entered-1', {
        headers: { host: '127.0.0.1:3000', 'x-person': 'focal' },
        redirect: 'manual',
      })
      assert.deepEqual(
        [asked.status >= 300 && asked.status < 400, asked.headers.get('location')],
        [true, own],
      )
      assert.equal((await as(stranger).open('/history/fact:entered-1')).status, 404)
      const { document } = await as(focal).open(own)
      const main = words(document)
      assert.match(main, /Published in the right of Averland, Averland National Society/)
      assert.match(main, /Joint ?yes/i)
      const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))
      assert.ok(links.includes('/enter/facts/entered-1'))
    }))
})

describe('the audit trails of the two worlds', () => {
  it('lead to each other', () =>
    inSignedInWorld([administrator], async ({ as }) => {
      const { document } = await as(administrator).open('/audit')
      const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))
      assert.ok(links.includes('/exercise/audit'))
    }))
})

describe('the history of people', () => {
  it('of one’s own account is one’s own, and the administrator’s; of a department its focal point’s', () =>
    inTestStore(async (store) => {
      const { people } = store
      const ada = await makeHolder(people, 'Ada Fictional', exerciseRole('focal-point', 'XAA'))
      const ben = await makeHolder(people, 'Ben Fictional', exerciseRole('focal-point', 'XAB'))
      await chooseReminders(people, {
        ...{ personId: ada, agent: `person:${ada}`, now: new Date() },
        choice: { howOften: 'daily', weekday: 1 },
      })
      const { departmentId } = await makeDepartment(people, {
        ...{ world: 'exercise', actor: 'XAA', names: { en: 'Treaties' }, agent: `person:${ada}` },
      })
      const held = async (personId: string, more: Partial<SignedIn> = {}) => {
        const grants = await listGrants(people, personId)
        const person = {
          as: 'person',
          personId,
          name: '',
          language: 'en',
          grants,
          scopes: null,
          ...more,
        } as const
        const db = store.world('exercise')
        return historyHeld({ db, seen: db, world: 'exercise', person, people }).history
      }
      const [own, department] = [`person:${ada}`, `department:${departmentId}`]
      const keys = async (person: Awaited<ReturnType<typeof held>>) =>
        Promise.all([own, department].map((key) => person.lookBack(key)))
      assert.deepEqual(await keys(await held(ada)), [own, department])
      assert.equal((await (await held(ada)).show(own, null)).entries[0]?.action, 'reminders-chosen')
      assert.deepEqual(await keys(await held(ben)), [undefined, undefined])
      await assert.rejects((await held(ben)).show(own, null), { type: 'not-found' })
      // A token is not shown what is kept of its person.
      assert.equal(await (await held(ada, { scopes: ['read'] })).lookBack(own), undefined)
    }))
})
