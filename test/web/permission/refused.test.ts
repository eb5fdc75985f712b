// What somebody is told who may not do something: what it takes, and where to go.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inTestStore } from '../../world.ts'
import { documentOf, textOf } from '../site.ts'
import { addPublic, ask, askers, siteOf } from './world.ts'

describe('what is not permitted', () => {
  it('says what role it takes, and leads the public to signing in and back', () =>
    inTestStore(async (store) => {
      await addPublic(store.world('exercise'))
      const app = siteOf(store)
      const address = '/enter/reports/new?actor=XAA&obligation=article-7&coversYear=2025&subject='
      const refused = await ask(app, 'public', address)
      assert.equal(refused.status, 401)
      const page = documentOf(await refused.text())
      const links = [...page.querySelectorAll('main a')].map((one) => one.getAttribute('href'))
      assert.equal(links[0], `/sign-in?${new URLSearchParams({ to: `/exercise${address}` })}`)
      assert.match(
        textOf(page.querySelector('.lead')),
        /the role focal point, approver, contributor, coder or reviewer/,
      )
    }))

  it('names those who may, by their names, to somebody who has signed in', () =>
    inTestStore(async (store) => {
      await addPublic(store.world('exercise'))
      const app = siteOf(store)
      const address = '/enter/reports/new?actor=XAA&obligation=article-7&coversYear=2025&subject='
      const refused = await ask(app, 'focalPointOfOther', address)
      assert.equal(refused.status, 403)
      assert.equal(refused.headers.get('cache-control'), 'private, no-store')
      const page = documentOf(await refused.text())
      assert.match(
        textOf(page.querySelector('.lead')),
        /focal point or contributor of Averland, or coder of the secretariat \(/,
      )
      // Names, never codes; and the way back to the page one came from.
      assert.doesNotMatch(textOf(page.querySelector('.lead')), /XAA|focal-point|treaty:/)
      assert.equal(page.querySelector('main a[href*="sign-in"]'), null)
      const data = await ask(app, 'partner', '/enter.json')
      assert.equal(data.headers.get('content-type'), 'application/problem+json')
      const { type, needs } = await data.json()
      assert.equal(type, '/exercise/problems/not-permitted')
      assert.deepEqual(needs.roles, ['focal-point', 'approver', 'contributor', 'coder', 'reviewer'])
    }))

  it('is not offered: no link to a form, no form', () =>
    inTestStore(async (store) => {
      await addPublic(store.world('exercise'))
      const app = siteOf(store)
      for (const asker of Object.keys(askers) as (keyof typeof askers)[]) {
        const page = documentOf(await (await ask(app, asker, '/states/XAA')).text())
        const offered = [...page.querySelectorAll('a[href*="/enter/"]')].map(
          (one) => /enter\/(\w+)/.exec(one.getAttribute('href') ?? '')?.[1],
        )
        const both = ['desk', 'focalPoint', 'contributor']
        const entered = both.includes(asker) ? ['reports', 'facts'] : asker === 'coder' ? ['reports'] : []
        // Whose records are complete the focal point says.
        const expected = [...entered, ...(['desk', 'focalPoint'].includes(asker) ? ['complete'] : [])]
        assert.deepEqual(offered, expected, asker)
      }
    }))
})
