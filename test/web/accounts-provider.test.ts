// Signing in by way of an OpenID Connect provider, a real one in a process of its own.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { PeopleDb } from '../../src/db/store.ts'
import { type ProviderProcess, startProvider, walkThrough } from '../accounts/provider.ts'
import { closeDesk, createOyun, origin } from '../accounts/signing-in.ts'
import { inTestPeople } from '../world.ts'
import { browse, createJar, sitesWithPeople } from './accounts.ts'
import { documentOf, textOf } from './site.ts'

describe('signing in with a provider', () => {
  let provider: ProviderProcess
  before(async () => {
    provider = await startProvider()
  })
  after(() => provider?.stop())

  /** Goes to the provider and comes back as `login`; what the way back answers. */
  const signIn = async (people: PeopleDb, login: string) => {
    const { app, access } = sitesWithPeople(people, { provider: provider.settings })
    await closeDesk(people, access)
    const visit = browse(app, createJar())
    const begun = await visit('/sign-in/provider?to=/mn/states')
    const address = begun.headers.get('location') ?? ''
    const back = (await walkThrough(address, login)).slice(origin.length)
    return { visit, back, address, app, came: await visit(back) }
  }

  it('is offered by its name, and begins with PKCE, a state and a nonce', () =>
    inTestPeople(async (people) => {
      const { address, app } = await signIn(people, 'oyun@example.org')
      const asked = new URL(address).searchParams
      assert.equal(asked.get('code_challenge_method'), 'S256')
      for (const name of ['code_challenge', 'state', 'nonce']) assert.ok((asked.get(name) ?? '').length > 20)
      const page = documentOf((await browse(app, createJar())('/sign-in')).text)
      assert.match(textOf(page.querySelector('.as-button')), /The ministry of the exercise/)
    }))

  it('lets in who is known by an address the provider vouches for, without a code of ours', () =>
    inTestPeople(async (people) => {
      await createOyun(people, 'bat@example.org')
      const { came, visit } = await signIn(people, 'bat@example.org')
      assert.equal(came.headers.get('location'), `${origin}/mn/states`)
      const account = await visit('/account')
      assert.equal(account.status, 200)
      assert.match(account.text, /bat@example.org/)
      assert.ok(!account.text.includes('A name the provider says'))
      const { rows } = await sql<{ tokens: number; factor: string }>`
        select count(*) filter (where access_token is not null or refresh_token is not null or id_token is not null)::int
                 as tokens,
               (select second_factor from session) as factor
          from credential`.execute(people)
      assert.deepEqual(rows, [{ tokens: 0, factor: 'provider' }])
      const { rows: events } = await sql<{ action: string }>`
        select action from event where action in ('signed-in', 'provider-linked') order by seq`.execute(
        people,
      )
      assert.deepEqual(
        events.map(({ action }) => action),
        ['provider-linked', 'signed-in'],
      )
    }))

  it('lets nobody in who was not invited, and makes no account of them', () =>
    inTestPeople(async (people) => {
      const { came, visit } = await signIn(people, 'nobody@example.org')
      const location = (came.headers.get('location') ?? '').replace(origin, '')
      assert.match(location, /^\/sign-in\?error=signup_disabled/)
      assert.match((await visit(location)).text, /nobody with your address has been invited/)
      const { rows } = await sql`select 1 from person`.execute(people)
      assert.equal(rows.length, 1)
      assert.equal((await visit('/account')).status, 303)
    }))

  it('lets nobody in by an address the provider does not vouch for', () =>
    inTestPeople(async (people) => {
      await createOyun(people, 'unverified@example.org')
      const { came, visit } = await signIn(people, 'unverified@example.org')
      assert.match(came.headers.get('location') ?? '', /sign-in\?error=account_not_linked/)
      assert.equal((await visit('/account')).status, 303)
    }))

  it('takes the way back once, and only in the browser that went', () =>
    inTestPeople(async (people) => {
      const { back, app, visit } = await signIn(people, 'oyun@example.org')
      for (const one of [visit, browse(app, createJar())])
        assert.match((await one(back)).headers.get('location') ?? '', /error=/)
    }))

  it('says so where the provider does not answer, and lets nobody wait who has a password', () =>
    inTestPeople(async (people) => {
      const settings = { ...provider.settings, issuer: 'http://127.0.0.1:9' }
      const { app, access } = sitesWithPeople(people, { provider: settings })
      await closeDesk(people, access)
      const visit = browse(app, createJar())
      const location = (await visit('/sign-in/provider')).headers.get('location') ?? ''
      assert.match((await visit(location)).text, /does not answer at the moment/)
      assert.equal(
        (await access.steps.enterPassword({ address: 'nobody@example.org', password: 'x' })).outcome,
        'refused',
      )
    }))
})
