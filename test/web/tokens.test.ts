// The page of tokens, as someone who has signed in uses it: made once, shown once, withdrawn; never by a token.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inTestPeople } from '../world.ts'
import { browse, createJar, signedInAnew } from './accounts.ts'
import { documentOf, parseErrors, textOf } from './site.ts'

const path = '/account/tokens'

const hiddenId = (text: string): string => /name="tokenId" value="([^"]+)"/.exec(text)?.[1] ?? ''

describe('the page of tokens', () => {
  it('makes one, shows it once, lists it by its beginning, and withdraws it', () =>
    inTestPeople(async (people) => {
      const { app, visit } = await signedInAnew(people)
      assert.match((await visit('/account')).text, /href="\/account\/tokens"/)
      const empty = await visit(path)
      assert.deepEqual(parseErrors(empty.text), [])
      assert.match(textOf(documentOf(empty.text).querySelector('main')), /You have none/)
      const form = {
        tokenId: hiddenId(empty.text),
        name: 'Nightly <copy>',
        'scope.read': 'yes',
        'scope.enter': 'yes',
        days: '90',
      }
      const made = await visit(path, form)
      assert.equal(made.status, 200)
      assert.match(made.headers.get('cache-control') ?? '', /no-store/)
      const token = textOf(documentOf(made.text).querySelector('.secret-key'))
      assert.match(token, /^pacta_[\w-]{43}$/)
      const again = await visit(path, form)
      assert.equal(documentOf(again.text).querySelector('.secret-key'), null)
      assert.match(again.text, /was sent before/)
      const list = documentOf((await visit(path)).text)
      const rows = [...list.querySelectorAll('table tbody tr')]
      assert.equal(rows.length, 1)
      assert.match(
        textOf(rows[0] ?? null),
        new RegExp(`Nightly <copy> ${token.slice(0, 14)}….*read what you may read`),
      )
      assert.ok(!list.documentElement.innerHTML.includes(token))
      const me = async () =>
        (
          await app.request('http://127.0.0.1:3000/states.json', {
            headers: { host: '127.0.0.1:3000', authorization: `Bearer ${token}` },
          })
        ).status
      assert.equal(await me(), 200)
      const id = rows[0]?.querySelector('button')?.getAttribute('value') ?? ''
      const gone = await visit(`${path}/withdraw`, { token: id })
      assert.deepEqual([gone.status, gone.headers.get('location')], [303, `${path}?after=withdrawn`])
      assert.equal(await me(), 401)
      assert.equal((await visit(`${path}/withdraw`, { token: id })).status, 303)
    }))

  it('says what is missing beside its field, with what was typed and ticked in its place', () =>
    inTestPeople(async (people) => {
      const { visit } = await signedInAnew(people)
      const tokenId = hiddenId((await visit(path)).text)
      const wrong = await visit(path, { tokenId, name: '', 'scope.publish': 'yes', days: '400' })
      assert.equal(wrong.status, 422)
      const page = documentOf(wrong.text)
      assert.deepEqual(
        [...page.querySelectorAll('.wrong-summary a')].map((one) => one.getAttribute('href')),
        ['#f-name', '#f-days'],
      )
      const ticked = [...page.querySelectorAll('input[type=checkbox]')]
        .filter((one) => one.hasAttribute('checked'))
        .map((one) => one.getAttribute('name'))
      assert.deepEqual(ticked, ['scope.publish'])
      assert.equal(hiddenId(wrong.text), tokenId)
      const none = await visit(path, { tokenId, name: 'x', days: '30' })
      assert.equal(none.status, 422)
      assert.ok(documentOf(none.text).querySelector('#f-scopes-wrong') !== null)
    }))

  it('is for someone in a session: others are sent to sign in, a token is refused', () =>
    inTestPeople(async (people) => {
      const { app, visit } = await signedInAnew(people)
      const made = await visit(path, {
        tokenId: hiddenId((await visit(path)).text),
        name: 'All',
        'scope.read': 'yes',
        'scope.enter': 'yes',
        'scope.approve': 'yes',
        'scope.publish': 'yes',
        days: '30',
      })
      const token = textOf(documentOf(made.text).querySelector('.secret-key'))
      const stranger = await browse(app, createJar())(path)
      assert.deepEqual([stranger.status, stranger.headers.get('location')?.split('?')[0]], [303, '/sign-in'])
      for (const method of ['GET', 'POST']) {
        const refused = await app.request(`http://127.0.0.1:3000${path}`, {
          method,
          headers: {
            host: '127.0.0.1:3000',
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          ...(method === 'POST' ? { body: '{"name": "more", "days": 30}' } : {}),
        })
        assert.equal(refused.status, 403, method)
        await refused.body?.cancel()
      }
    }))
})
