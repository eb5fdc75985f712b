// The private address of a calendar: made in a session, shown once, read without signing in, withdrawn.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeCalendarAddress, personOfCalendar } from '../../src/accounts/calendar-address.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import type { SignedIn } from '../../src/accounts/person.ts'
import { personOfToken, withdrawAllTokens, withdrawToken } from '../../src/accounts/token.ts'
import { type PeopleDb, uuidv7 } from '../../src/db/store.ts'
import { Problem } from '../../src/problem.ts'
import { exerciseRole, makeHolder } from '../accounts/held-people.ts'
import { inTestPeople } from '../world.ts'
import { browse, createJar, signedInAnew, sitesWithPeople } from './accounts.ts'
import { readCalendar } from './read-calendar.ts'
import { documentOf, textOf } from './site.ts'

const path = '/account/calendar'
const today = '2027-12-31'

const focalPoint = async (people: PeopleDb): Promise<SignedIn> => {
  const personId = await makeHolder(people, 'Fay Fictional', exerciseRole('focal-point', 'XAA'))
  const grants = await listGrants(people, personId)
  return { as: 'person', personId, name: 'Fay Fictional', language: 'en', grants, scopes: null }
}

const made = async (people: PeopleDb, person: SignedIn) => {
  const asked = { addressId: uuidv7(), name: 'Telephone' }
  const made = await makeCalendarAddress(people, person, asked, today)
  assert.ok(made.outcome === 'made')
  return made
}

const secretIn = (text: string): string => /cal_[\w-]{43}/.exec(text)?.[0] ?? ''

describe('a private address of a calendar', () => {
  it('is made on a page of the account, shown once, listed by its beginning, and withdrawn', () =>
    inTestPeople(async (people) => {
      const { app, visit } = await signedInAnew(people)
      assert.match((await visit('/account')).text, /href="\/account\/calendar"/)
      const addressId = /name="addressId" value="([^"]+)"/.exec((await visit(path)).text)?.[1] ?? ''
      const wrong = await visit(path, { addressId, name: ' ' })
      assert.equal(wrong.status, 422)
      const shown = await visit(path, { addressId, name: 'My <telephone>' })
      assert.match(shown.headers.get('cache-control') ?? '', /no-store/)
      const own = secretIn(shown.text)
      assert.notEqual(own, '')
      assert.equal(secretIn((await visit(path, { addressId, name: 'My <telephone>' })).text), '')
      const list = await visit(path)
      assert.ok(!list.text.includes(own))
      const [row] = documentOf(list.text).querySelectorAll('table tbody tr')
      assert.match(textOf(row ?? null), /My <telephone> cal_/)
      assert.doesNotMatch((await visit('/account/tokens')).text, /telephone/, 'it is no token of a program')
      const anybody = browse(app, createJar())
      assert.equal((await anybody(`/calendars/${own}.ics`)).status, 200)
      await visit(`${path}/withdraw`, { address: addressId })
      assert.equal((await anybody(`/calendars/${own}.ics`)).status, 404)
      assert.equal((await anybody(path)).status, 303, 'only in a session')
    }))

  it('holds what its person answers for under the names other calendars have, in that world alone', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const { secret } = await made(people, await focalPoint(people))
      const anybody = browse(app, createJar())
      const own = await anybody(`/exercise/calendars/${secret}.ics`)
      assert.match(own.headers.get('content-type') ?? '', /^text\/calendar/)
      assert.match(own.headers.get('cache-control') ?? '', /private/)
      const uids = (text: string) =>
        readCalendar(text).events.map(({ uid, sequence }) => `${uid} ${sequence}`)
      const ofState = await anybody('/exercise/states/XAA/duties.ics')
      assert.ok(uids(own.text).length > 0)
      assert.deepEqual(uids(own.text), uids(ofState.text))
      assert.deepEqual(uids((await anybody(`/calendars/${secret}.ics`)).text), [])
      assert.match((await anybody(`/mn/exercise/calendars/${secret}.ics`)).text, /Pacta dates\/\/MN/)
      const quiet = await anybody(`/exercise/calendars/${secret}.ics?reminders=none`)
      assert.doesNotMatch(quiet.text, /VALARM/)
    }))

  it('opens nothing else, and nothing once it is withdrawn, also with all other tokens', () =>
    inTestPeople(async (people) => {
      const person = await focalPoint(people)
      const { secret, token } = await made(people, person)
      await assert.rejects(
        personOfToken(people, `Bearer ${secret}`, today),
        (error) => error instanceof Problem && error.type === 'sign-in-needed',
      )
      assert.equal((await personOfCalendar(people, secret, today))?.personId, person.personId)
      assert.equal(await personOfCalendar(people, `${secret.slice(0, -1)}!`, today), undefined)
      await withdrawToken(people, person, token.tokenId)
      assert.equal(await personOfCalendar(people, secret, today), undefined)
      const next = await made(people, person)
      await withdrawAllTokens(people, person.personId, 'person:admin')
      assert.equal(await personOfCalendar(people, next.secret, today), undefined)
    }))

  it('is kept as a digest, and the trail has neither secret nor name', () =>
    inTestPeople(async (people) => {
      const { secret } = await made(people, await focalPoint(people))
      const rows = await people.selectFrom('apiToken').selectAll().execute()
      assert.deepEqual(rows[0]?.scopes, ['calendar'])
      assert.ok(!JSON.stringify(rows).includes(secret))
      const events = await people.selectFrom('event').selectAll().execute()
      const event = JSON.stringify(events.find(({ action }) => action === 'calendar-address-made'))
      assert.ok(!event.includes(secret) && !event.includes('Telephone'))
    }))
})
