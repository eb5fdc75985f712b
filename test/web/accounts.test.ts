import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PeopleDb } from '../../src/db/store.ts'
import { problem } from '../../src/problem.ts'
import { codeOf } from '../accounts/signing-in.ts'
import { inTestPeople } from '../world.ts'
import { browse, createJar, firstPath, oyun, secretOn, sitesWithPeople } from './accounts.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf, textOf } from './site.ts'

const { name, address, password } = oyun

type Visit = ReturnType<typeof browse>

/** Makes the first administrator as a person does, page by page; ends on the page of recovery codes. */
const beFirst = async (people: PeopleDb, visit: Visit) => {
  const made = await visit(await firstPath(people), { name, address, password, language: 'mn' })
  assert.equal(made.headers.get('location'), '/sign-in/second-factor')
  const secret = secretOn((await visit('/sign-in/second-factor')).text)
  const codes = await visit('/sign-in/second-factor', { code: codeOf(secret), to: '/states' })
  const page = documentOf(codes.text)
  return {
    secret,
    page,
    codes: [...page.querySelectorAll('.recovery-codes li')].map((one) => textOf(one)),
  }
}

describe('the pages of signing in', () => {
  it('lead from the link on the console to an account with its second factor', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const visit = browse(app, createJar())
      const path = await firstPath(people)
      assert.equal((await visit(path)).status, 200)
      const { page, codes } = await beFirst(people, visit)
      assert.equal(codes.length, 10)
      // Nothing else on the page leads away: the codes are not shown again.
      const ways = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))
      assert.deepEqual(ways, ['#content', '/states'])
      assert.match(
        textOf(page.querySelector('.checked')!),
        new RegExp(`${name}, ${oyun.address}.*127.0.0.1:3000/sign-in`),
      )
      const account = await visit('/account')
      const menu = [...documentOf(account.text).querySelectorAll('.main-nav a')].map((link) =>
        link.getAttribute('href'),
      )
      assert.deepEqual(menu.slice(-2), ['/people', '/audit'])
      assert.match(account.text, /administrator/)
      assert.match(account.headers.get('cache-control') ?? '', /no-store/)
      // The masthead names who is signed in, in both worlds.
      for (const address of ['/states', '/exercise/states', '/mn/states'])
        assert.match((await visit(address)).text, new RegExp(name))
    }))

  it('take what was typed, say what is wrong with it beside its field, and lose nothing but the password', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const visit = browse(app, createJar())
      const path = await firstPath(people)
      const refused = await visit(path, {
        name,
        address: 'oyun',
        password: 'Oyun  fictional',
        language: 'mn',
      })
      assert.equal(refused.status, 422)
      const page = documentOf(refused.text)
      assert.match(page.querySelector('title')?.textContent ?? '', /^Error: /)
      assert.equal(page.querySelector('#f-name')?.getAttribute('value'), name)
      assert.equal(page.querySelector('#f-address')?.getAttribute('value'), 'oyun')
      assert.equal(page.querySelector('#f-password')?.getAttribute('value'), '')
      assert.ok(page.querySelector('option[value=mn][selected]'))
      assert.match(textOf(page.querySelector('#f-address-wrong')), /name@example.org/)
      assert.match(textOf(page.querySelector('#f-password-wrong')), /Your name is the first/)
      assert.ok(!refused.text.includes('Oyun  fictional'))
    }))

  it('tell browsers what to fill in', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const visit = browse(app, createJar())
      await beFirst(people, visit)
      const other = browse(app, createJar())
      const page = documentOf((await other('/sign-in')).text)
      const filled = (id: string) => page.querySelector(id)?.getAttribute('autocomplete')
      assert.deepEqual([filled('#f-address'), filled('#f-password')], ['username', 'current-password'])
      await other('/sign-in', { address, password })
      const next = documentOf((await other('/sign-in/second-factor')).text)
      assert.equal(next.querySelector('#f-code')?.getAttribute('autocomplete'), 'one-time-code')
    }))

  it('come back to the page one came from, and to no other site', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const { secret } = await beFirst(people, browse(app, createJar()))
      const other = browse(app, createJar())
      const masthead = documentOf((await other('/mn/exercise/states')).text).querySelector('.who')
      assert.equal(masthead?.getAttribute('href'), '/mn/sign-in?to=%2Fmn%2Fexercise%2Fstates')
      const to = '/mn/exercise/states'
      const first = await other('/sign-in', { address, password, to })
      assert.equal(first.headers.get('location'), `/sign-in/second-factor?to=${encodeURIComponent(to)}`)
      const done = await other('/sign-in/second-factor', { code: codeOf(secret, 1), to })
      assert.equal(done.headers.get('location'), to)
      for (const foreign of ['https://example.net/', '//example.net/', '/\\example.net', 'states']) {
        const page = await browse(app, createJar())(`/sign-in?to=${encodeURIComponent(foreign)}`)
        assert.equal(documentOf(page.text).querySelector('input[name=to]'), null, foreign)
      }
    }))

  it('stand behind whatever is refused until one has signed in, and lead back to it', () =>
    inTestPeople(async (people) => {
      const data = fictionalData()
      const listOpenDrafts = async () => {
        throw problem('sign-in-needed', 'Sign in first.')
      }
      const { app } = sitesWithPeople(
        people,
        {},
        { data: { ...data, enter: { ...data.enter, listOpenDrafts } } },
      )
      await beFirst(people, browse(app, createJar()))
      const refused = await browse(app, createJar())('/mn/exercise/enter')
      assert.equal(refused.status, 401)
      const links = [...documentOf(refused.text).querySelectorAll('a[href^="/mn/sign-in"]')]
      const to = encodeURIComponent('/mn/exercise/enter')
      assert.deepEqual(
        links.map((link) => link.getAttribute('href')),
        Array(2).fill(`/mn/sign-in?to=${to}`),
      )
    }))

  it('set a cookie that no script reads and no other site sends along with a form', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const jar = createJar()
      const made = await browse(app, jar)(await firstPath(people), {
        name,
        address,
        password,
        language: 'en',
      })
      const cookie = made.headers.getSetCookie().find((one) => one.startsWith('pacta.session_token='))
      for (const part of [/; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i, /; Max-Age=28800/i])
        assert.match(cookie ?? '', part)
      assert.doesNotMatch(cookie ?? '', /; Secure|; Domain/i)
    }))

  it('sign out here, and everywhere at once', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const jars = [createJar(), createJar()]
      const [here, there] = jars.map((jar) => browse(app, jar)) as [Visit, Visit]
      const { secret } = await beFirst(people, here)
      await there('/sign-in', { address, password })
      await there('/sign-in/second-factor', { code: codeOf(secret, 1) })
      assert.equal((await there('/account')).status, 200)
      const list = documentOf((await here('/account/sessions')).text)
      assert.equal(list.querySelectorAll('tbody tr').length, 2)
      await here('/account/sessions', { session: 'all' })
      for (const visit of [here, there]) {
        const away = await visit('/account')
        assert.deepEqual([away.status, away.headers.get('location')], [303, '/sign-in?to=%2Faccount'])
      }
    }))

  it('are of no use to whoever has not signed in', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      await beFirst(people, browse(app, createJar()))
      for (const path of ['/account', '/account/password', '/account/second-factor', '/account/sessions']) {
        const visit = browse(app, createJar())
        assert.equal((await visit(path)).headers.get('location'), `/sign-in?to=${encodeURIComponent(path)}`)
        if (path !== '/account')
          assert.equal((await visit(path, { password })).headers.get('location'), '/sign-in')
      }
    }))

  it('stand in the register alone, and nothing of the library is served', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const visit = browse(app, createJar())
      for (const path of [
        '/exercise/sign-in',
        '/exercise/account',
        '/api/auth/get-session',
        '/api/auth/sign-in/email',
        '/api/auth/ok',
        '/api/auth/callback/oidc',
        '/api/auth/callback/github',
      ])
        assert.equal((await visit(path)).status, 404, path)
      assert.equal((await visit('/api/auth/sign-in/email', { email: address, password })).status, 404)
    }))

  it('say how long to wait after too many tries, and let the owner in afterwards', () =>
    inTestPeople(async (people) => {
      let now = new Date()
      const { app } = sitesWithPeople(people, { now: () => now })
      await beFirst(people, browse(app, createJar()))
      const visit = browse(app, createJar())
      for (let i = 0; i < 5; i++)
        assert.equal((await visit('/sign-in', { address, password: `guess number ${i}` })).status, 422)
      const waiting = await visit('/sign-in', { address, password })
      assert.equal(waiting.status, 429)
      assert.match(textOf(documentOf(waiting.text).querySelector('.wrong')), /possible in 30 seconds/)
      now = new Date(now.getTime() + 31_000)
      assert.equal((await visit('/sign-in', { address, password })).status, 303)
    }))
})
