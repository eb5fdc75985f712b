import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findDigestChoice } from '../../src/accounts/digest-choice-store.ts'
import { putLetter } from '../../src/accounts/letter-store.ts'
import { unsubscribePath, unsubscribeToken } from '../../src/accounts/unsubscribe.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { makePerson } from '../accounts/held-people.ts'
import { codeOf, origin } from '../accounts/signing-in.ts'
import { inTestPeople } from '../world.ts'
import { browse, createJar, firstPath, oyun, secretOn, sitesWithPeople } from './accounts.ts'
import { documentOf, textOf } from './site.ts'

const secret = 'another secret for tests alone, of many signs'
const { name, address, password } = oyun

/** The first administrator, signed in; with their id. */
const signIn = async (people: PeopleDb, visit: ReturnType<typeof browse>): Promise<string> => {
  await visit(await firstPath(people), { name, address, password, language: 'en' })
  const key = secretOn((await visit('/sign-in/second-factor')).text)
  await visit('/sign-in/second-factor', { code: codeOf(key, -1) })
  return (await people.selectFrom('person').select('id').executeTakeFirstOrThrow()).id
}

const eventsOf = async (people: PeopleDb) =>
  people.selectFrom('event').select(['agent', 'subject']).where('action', '=', 'reminders-chosen').execute()

describe('the page of letters', () => {
  it('shows and keeps when somebody is reminded, and which letters there were', () =>
    inTestPeople(async (people) => {
      const visit = browse(sitesWithPeople(people, { secret }).app, createJar())
      const before = await visit('/account/letters')
      assert.equal(before.status, 303)
      assert.equal(before.headers.get('location'), '/sign-in?to=%2Faccount%2Fletters')
      const personId = await signIn(people, visit)
      await putLetter(people, { kind: 'test', to: { personId }, language: 'en', values: {} })
      const { text, headers } = await visit('/account/letters')
      assert.match(headers.get('cache-control') ?? '', /no-store/)
      const page = documentOf(text)
      assert.ok(page.querySelector('input[value=weekly][checked]'))
      assert.match(textOf(page.querySelector('option[selected]')), /Monday/)
      assert.match(textOf(page.querySelector('tbody')), /Test.*waits to be sent/)
      assert.match(text, /No mail server is set here/)
      assert.ok(page.querySelector('a[href="/account/letters.csv"]'))
      const data = JSON.parse((await visit('/account/letters.json')).text)
      assert.deepEqual(data.reminders, { howOften: 'weekly', weekday: 1 })
      assert.deepEqual(
        data.letters.map(({ kind, state }: { kind: string; state: string }) => [kind, state]),
        [['test', 'waiting']],
      )
      assert.match((await visit('/account/letters.csv')).text, /,test,.*,waiting,/)
      const stranger = browse(sitesWithPeople(people, { secret }).app, createJar())
      assert.equal((await stranger('/account/letters.json')).status, 401)

      const kept = await visit('/account/letters', { howOften: 'daily', weekday: '3' })
      assert.equal(kept.status, 303)
      assert.match((await visit(kept.headers.get('location')!)).text, /role="status">Kept\./)
      const { howOften, weekday } = await findDigestChoice(people, personId)
      assert.deepEqual([howOften, weekday], ['daily', 3])
      await visit('/account/letters', { howOften: 'daily', weekday: '3' })
      assert.deepEqual(await eventsOf(people), [
        { agent: `person:${personId}`, subject: `person:${personId}` },
      ])

      const wrong = await visit('/account/letters', { howOften: 'hourly', weekday: '8' })
      assert.equal(wrong.status, 422)
      assert.equal(documentOf(wrong.text).querySelectorAll('.wrong-summary li').length, 2)
      assert.match((await visit('/mn/account/letters')).text, /Захидал/)
    }))
})

describe('the address that ends reminders', () => {
  it('ends them with one click from anywhere, for whom it was written to alone; looking at it ends nothing', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people, { secret })
      const [tuya, bold] = [
        await makePerson(people, { name: 'Tuya' }),
        await makePerson(people, { name: 'Bold' }),
      ]
      const path = unsubscribePath('/mn', unsubscribeToken(tuya, secret))
      const looked = await browse(app, createJar())(path)
      assert.equal(looked.status, 200)
      assert.ok(!looked.text.includes('Tuya'))
      const how = async (id: string) => (await findDigestChoice(people, id)).howOften
      assert.equal(await how(tuya), 'weekly')
      // As a mail provider asks (RFC 8058): from its own machines, with no page of ours before it.
      const oneClick = (to: string) =>
        app.request(`${origin}${to}`, {
          method: 'POST',
          headers: { host: new URL(origin).host, 'content-type': 'application/x-www-form-urlencoded' },
          body: 'List-Unsubscribe=One-Click',
        })
      const done = await oneClick(path)
      assert.equal(done.status, 200)
      assert.match(await done.text(), /дахин сануулга ирэхгүй/)
      assert.deepEqual([await how(tuya), await how(bold)], ['never', 'weekly'])
      assert.equal((await oneClick(path)).status, 200)
      assert.deepEqual(await eventsOf(people), [{ agent: 'public', subject: `person:${tuya}` }])

      const forged = unsubscribePath('', unsubscribeToken(bold, 'x'.repeat(40)))
      const gone = unsubscribePath('', unsubscribeToken('p-gone', secret))
      for (const wrong of [forged, gone]) assert.equal((await oneClick(wrong)).status, 404)
      assert.equal((await browse(app, createJar())(forged)).status, 404)
      assert.equal(await how(bold), 'weekly')
      // Nothing else is taken from elsewhere because of it.
      for (const other of ['/account/letters', '/letters/stop', '/letters/stop/a/b', '/sign-in'])
        assert.equal((await oneClick(other)).status, 403, other)
    }))
})
