import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findAccount, savePassword } from '../../src/accounts/account-store.ts'
import { saveAddressChange } from '../../src/accounts/address-change-store.ts'
import { listDepartments } from '../../src/accounts/department-store.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import { listInvitations } from '../../src/accounts/invitation-store.ts'
import { type As, inPeopleSite } from './people-site.ts'
import { parseErrors, textOf } from './site.ts'

const invited = {
  name: 'Ben Fictional',
  address: 'ben@example.org',
  language: 'en',
  role: 'approver',
  world: 'exercise',
  actor: 'Averland (XAA)',
  step: 'check',
}
const linkIn = (text: string): string => /\/(?:mn\/)?invitation\/[\w-]{43}/.exec(text)?.[0] ?? ''

const titleOf = (document: Document): string => textOf(document.querySelector('h1'))

describe('people', () => {
  it('are listed for an administrator, and nobody beyond their own for a focal point', () =>
    inPeopleSite(async ({ as, known }) => {
      const all = await as(known.admin).get('/people')
      assert.equal(all.status, 200)
      assert.deepEqual(parseErrors(all.text), [])
      for (const name of ['Ada', 'Fay', 'Sam', 'Oda', 'Rex'])
        assert.ok(all.text.includes(`${name} Fictional`))
      const own = await as(known.focal).get('/people')
      assert.ok(own.text.includes('Sam Fictional'))
      for (const name of ['Ada', 'Oda', 'Rex']) assert.equal(own.text.includes(`${name} Fictional`), false)
      assert.equal(own.headers.get('cache-control'), 'private, no-store')
    }))

  it('are for those who manage some: others are refused, on the page and as data', () =>
    inPeopleSite(async ({ as, known }) => {
      for (const address of [
        '/people',
        '/people.json',
        '/people.csv',
        '/people/invite',
        '/people/invitations.json',
      ]) {
        assert.equal((await as('public').get(address)).status, 401, address)
        const refused = await as('public').get(address)
        assert.equal(refused.text.includes('Fictional'), false)
      }
      const json = await as(known.focal).get('/people.json')
      assert.deepEqual(
        (JSON.parse(json.text).people as { name: string }[]).map(({ name }) => name).toSorted(),
        ['Fay Fictional', 'Sam Fictional'],
      )
      assert.equal((await as(known.focal).get(`/people/${known.other}`)).status, 404)
      assert.equal((await as(known.focal).get(`/people/departments/exercise/XAB`)).status, 403)
    }))

  it('are found by name and by role', () =>
    inPeopleSite(async ({ as, known }) => {
      const found = async (query: string) => {
        const { text } = await as(known.admin).get(`/people.json?${query}`)
        return (JSON.parse(text).people as { name: string }[]).map(({ name }) => name)
      }
      assert.deepEqual(await found('q=fáy'), ['Fay Fictional'])
      assert.deepEqual(await found('role=reviewer'), ['Rex Fictional'])
      assert.deepEqual(await found('role=focal-point&of=XAB'), ['Oda Fictional'])
      assert.deepEqual(await found('q=nobody'), [])
    }))
})

describe('inviting', () => {
  it('asks one thing at a time, keeps what was typed, and shows the link once', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const admin = as(known.admin)
      const { name, address, language } = invited
      const who = await admin.post('/people/invite', { name, address, language, step: 'who' })
      assert.equal(who.status, 200)
      assert.ok(who.document.querySelector('input[name=role][value=approver]'))
      const typed = { name, address, language, role: 'approver', world: 'exercise' }
      const role = await admin.post('/people/invite', { ...typed, step: 'role' })
      assert.ok(role.document.querySelector('datalist option[value="Averland (XAA)"]'))
      assert.equal(role.document.querySelector('input[name=address]')?.getAttribute('value'), address)
      const wrong = await admin.post('/people/invite', { ...typed, actor: 'Atlantis', step: 'of' })
      assert.equal(wrong.status, 422)
      assert.equal(wrong.document.querySelector('input[name=actor]')?.getAttribute('value'), 'Atlantis')
      const check = await admin.post('/people/invite', { ...typed, actor: 'averland', step: 'of' })
      assert.equal(titleOf(check.document), 'Check the invitation')
      assert.deepEqual(await listInvitations(store.people), [])
      const sent = await admin.post('/people/invite', {
        ...typed,
        actor: 'averland',
        step: 'check',
        go: 'on',
      })
      assert.equal(sent.status, 201)
      assert.notEqual(linkIn(sent.text), '')
      const [held] = await listInvitations(store.people)
      assert.deepEqual(held?.grants, [{ world: 'exercise', role: 'approver', of: 'XAA', department: null }])
      assert.equal((await admin.get('/people/invitations')).text.includes('/invitation/'), false)
    }))

  it('is a focal point’s for their own actor: another actor, a keeper or an administrator are refused', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const focal = as(known.focal)
      const page = await focal.get('/people/invite')
      assert.equal(page.document.querySelector('datalist'), null)
      const sent = await focal.post('/people/invite', { ...invited, actor: 'XAB' })
      // There is nothing to choose: it is their own, whatever is sent.
      assert.equal(sent.status, 201)
      const [held] = await listInvitations(store.people)
      assert.equal(held?.grants[0]?.of, 'XAA')
      for (const role of ['administrator', 'coder', 'reviewer', 'partner']) {
        const refused = await focal.post('/people/invite', { ...invited, role })
        assert.equal(refused.status, 422, role)
      }
      assert.equal((await listInvitations(store.people)).length, 1)
    }))

  it('says beside the field what is wrong with a name or an address', () =>
    inPeopleSite(async ({ as, known }) => {
      const wrong = await as(known.admin).post('/people/invite', {
        ...invited,
        name: '',
        address: 'x',
        step: 'who',
      })
      assert.equal(wrong.status, 422)
      assert.equal(wrong.document.querySelectorAll('.wrong').length, 2)
      assert.ok(wrong.document.querySelector('.wrong-summary a[href="#f-name"]'))
      assert.ok(textOf(wrong.document.querySelector('title')).startsWith('Error:'))
    }))

  it('can be withdrawn and sent again by those who may, and by nobody else', () =>
    inPeopleSite(async ({ as, known, store }) => {
      await as(known.focal).post('/people/invite', invited)
      const [held] = await listInvitations(store.people)
      const own = `/people/invitations/${held?.invitationId}`
      assert.equal((await as(known.other).post(`${own}/withdraw`, {})).status, 404)
      assert.equal((await as('public').post(`${own}/withdraw`, {})).status, 401)
      const again = await as(known.second).post(`${own}/again`, {})
      assert.equal(again.status, 201)
      assert.equal((await as(known.second).post(`${own}/again`, {})).status, 409)
      const [newest] = await listInvitations(store.people)
      await as(known.focal).post(`/people/invitations/${newest?.invitationId}/withdraw`, {})
      assert.deepEqual(await listInvitations(store.people, { isOver: false }), [])
    }))
})

describe('an invitation’s link', () => {
  const linkFrom = async (as: As): Promise<string> => linkIn((await as.post('/people/invite', invited)).text)

  it('makes an account with its role, once', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const link = await linkFrom(as(known.focal))
      const opened = await as('public').get(link)
      assert.equal(opened.status, 200)
      assert.deepEqual(parseErrors(opened.text), [])
      assert.ok(opened.text.includes('Fay Fictional'))
      const short = await as('public').post(link, {
        name: 'Ben Fictional',
        language: 'mn',
        password: 'short',
      })
      assert.equal(short.status, 422)
      assert.equal(short.text.includes('value="short"'), false)
      const given = { name: 'Ben Fictional', language: 'mn', password: 'a long enough sentence' }
      const taken = await as('public').post(link, given)
      assert.equal(taken.status, 303)
      assert.match(taken.location, /^\/sign-in/)
      const ben = await store.people
        .selectFrom('person')
        .selectAll()
        .where('email', '=', 'ben@example.org')
        .executeTakeFirstOrThrow()
      assert.equal(ben.language, 'mn')
      assert.deepEqual(
        (await listGrants(store.people, ben.id)).map(({ role, of }) => `${role} ${of}`),
        ['approver XAA'],
      )
      assert.ok((await as('public').get(link)).text.includes('has been used'))
      assert.equal((await as('public').post(link, given)).status, 409)
    }))

  it('gives the role to whoever has an account with that address, signed in', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const mine = { ...invited, address: 'oda.fictional@example.org' }
      const link = linkIn((await as(known.focal).post('/people/invite', mine)).text)
      const password = 'a long enough sentence'
      const anew = await as('public').post(link, { name: 'Not Oda', language: 'en', password })
      assert.equal(anew.status, 409)
      assert.equal((await as(known.second).post(link, {})).status, 403)
      assert.equal((await as(known.other).post(link, {})).status, 303)
      assert.deepEqual(
        (await listGrants(store.people, known.other)).map(({ role, of }) => `${role} ${of}`),
        ['focal-point XAB', 'approver XAA'],
      )
    }))

  it('opens nothing where it was mistyped', () =>
    inPeopleSite(async ({ as }) => {
      assert.equal((await as('public').get(`/invitation/${'x'.repeat(43)}`)).status, 404)
    }))
})

describe('roles of a person', () => {
  it('are given and ended by those who may', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const path = `/people/${known.second}`
      const role = { role: 'approver', step: 'check' }
      assert.equal((await as(known.other).post(`${path}/roles/new`, role)).status, 404)
      assert.equal((await as(known.focal).post(`${path}/roles/new`, role)).status, 303)
      // Given a second time it is said that they hold it.
      assert.equal((await as(known.focal).post(`${path}/roles/new`, role)).status, 422)
      const grant = (await listGrants(store.people, known.second)).find((one) => one.role === 'approver')
      const end = `${path}/roles/${grant?.grantId}/end`
      assert.equal((await as(known.focal).get(end)).status, 200)
      assert.equal((await as(known.other).post(end, {})).status, 404)
      assert.equal((await as(known.focal).post(end, {})).status, 303)
      const page = await as(known.focal).get(path)
      assert.deepEqual(parseErrors(page.text), [])
      assert.match(
        textOf(page.document.querySelector('#ended')?.parentElement ?? null),
        /approver.*Fay Fictional/,
      )
    }))
})

describe('departments', () => {
  const path = '/people/departments/exercise/XAA'

  it('are made, renamed and ended; of two who rename one the second sees what the first wrote', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const focal = as(known.focal)
      assert.equal((await focal.post(path, { en: 'Treaties', mn: 'Гэрээ' })).status, 303)
      assert.equal((await focal.post(path, { en: 'Treaties' })).status, 422)
      assert.equal((await focal.post(path, {})).status, 422)
      assert.equal((await as(known.other).post(path, { en: 'Mine' })).status, 403)
      const [held] = await listDepartments(store.people, { world: 'exercise', actor: 'XAA' })
      const own = `${path}/${held?.departmentId}`
      assert.equal((await focal.post(own, { en: 'Treaty law', revision: '1' })).status, 303)
      const second = await as(known.second).post(own, { en: 'Law of treaties', revision: '1' })
      assert.equal(second.status, 409)
      assert.ok(second.text.includes('Treaty law'))
      assert.equal(second.document.querySelector('input[name=en]')?.getAttribute('value'), 'Law of treaties')
      const revision = second.document.querySelector('input[name=revision]')?.getAttribute('value') ?? ''
      assert.equal((await as(known.second).post(own, { en: 'Law of treaties', revision })).status, 303)
      assert.equal((await focal.post(`${own}/end`, {})).status, 303)
      assert.ok((await focal.get(path)).text.includes('ended on'))
    }))

  it('work on sections; of two who give them out the second sees what is kept', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const focal = as(known.focal)
      await focal.post(path, { en: 'Treaties' })
      const [held] = await listDepartments(store.people, { world: 'exercise', actor: 'XAA' })
      const own = `${path}/sections/article-7`
      const page = await focal.get(own)
      assert.deepEqual(parseErrors(page.text), [])
      const version = page.document.querySelector('input[name=version]')?.getAttribute('value') ?? ''
      const ticks = [...page.document.querySelectorAll('input[type=checkbox]')].map(
        (input) => input.getAttribute('name') ?? '',
      )
      assert.ok(ticks.length > 3 && ticks.every((name) => name.endsWith(`~${held?.departmentId}`)))
      assert.equal((await focal.post(own, { version, [ticks[0]!]: 'yes' })).status, 303)
      const late = await as(known.second).post(own, { version, [ticks[1]!]: 'yes' })
      assert.equal(late.status, 409)
      const isTicked = (name: string) =>
        late.document.querySelector(`input[name="${name}"]`)?.hasAttribute('checked')
      assert.deepEqual([isTicked(ticks[0]!), isTicked(ticks[1]!)], [false, true])
      assert.equal(late.document.querySelectorAll('.section-ticks .meanwhile').length, 2)
      const json = JSON.parse((await focal.get(`${path}.json`)).text)
      const article7 = json.questionnaires.find(
        (one: { obligation: string }) => one.obligation === 'article-7',
      )
      assert.equal(
        article7.sections.filter((one: { departments: string[] }) => one.departments.length > 0).length,
        1,
      )
    }))
})

describe('one’s own data', () => {
  it('are given to oneself alone', () =>
    inPeopleSite(async ({ as, known }) => {
      assert.equal((await as('public').get('/account/data')).status, 401)
      assert.equal((await as('public').get('/account/data.json')).status, 401)
      const { text } = await as(known.focal).get('/account/data.json')
      assert.equal(JSON.parse(text).account.personId, known.focal)
      assert.equal((await as(known.focal).get('/account/data')).status, 200)
      // A token was lent to a program, for other things.
      for (const address of ['/account/data', '/account/data.json'])
        assert.equal((await as(`token:${known.focal}`).get(address)).status, 403)
    }))

  it('go when they ask for it once more, in a word', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const focal = as(known.focal)
      assert.equal((await focal.post('/account/forget', { word: 'no' })).status, 422)
      const done = await focal.post('/account/forget', { word: 'remove' })
      assert.equal(done.status, 200)
      assert.equal(done.text.includes('Fay Fictional'), false)
      assert.deepEqual(await listGrants(store.people, known.focal), [])
      assert.equal(
        (await as(known.second).post(`/people/${known.other}/forget`, { word: 'remove' })).status,
        404,
      )
      assert.equal(
        (await as(known.second).post(`/people/${known.second}/forget`, { word: 'remove' })).status,
        403,
      )
      assert.equal(
        (await as(known.admin).post(`/people/${known.other}/forget`, { word: 'remove' })).status,
        200,
      )
      assert.equal(
        (await as(known.admin).post(`/people/${known.admin}/forget`, { word: 'remove' })).status,
        422,
      )
    }))
})

describe('another address that waits for an administrator', () => {
  it('is confirmed by one, and one’s own only by whoever has a password', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const address = 'ada.new@example.org'
      const until = new Date(Date.now() + 86_400_000)
      const asked = (personId: string) =>
        saveAddressChange(store.people, { ...{ personId, address, until }, tokenSha256: null })
      await asked(known.admin)
      const confirm = () => as(known.admin).post(`/people/${known.admin}/address`, { address })
      assert.equal((await as(known.admin).get(`/people/${known.admin}`)).text.includes(address), false)
      await confirm()
      assert.notEqual((await findAccount(store.people, known.admin))?.address, address)
      await savePassword(store.people, known.admin, 'no digest of any password')
      await confirm()
      assert.equal((await findAccount(store.people, known.admin))?.address, address)
    }))
})
