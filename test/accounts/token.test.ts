// Personal tokens: shown once, known again by their digest, until withdrawn or past their last day.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { endRole } from '../../src/accounts/give-role.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import type { MadeSecret } from '../../src/accounts/make-secret.ts'
import type { SignedIn, TokenScope } from '../../src/accounts/person.ts'
import {
  makeToken,
  personOfToken,
  type TokenAsked,
  withdrawAllTokens,
  withdrawToken,
} from '../../src/accounts/token.ts'
import { listTokens } from '../../src/accounts/token-store.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { uuidv7 } from '../../src/db/store.ts'
import { Problem } from '../../src/problem.ts'
import { inTestPeople } from '../world.ts'
import { exerciseRole, makeHolder } from './held-people.ts'

const today = '2026-11-22'

const signedIn = async (people: PeopleDb, name = 'Oyun Fictional'): Promise<SignedIn> => {
  const personId = await makeHolder(people, name, exerciseRole('partner', null))
  const grants = await listGrants(people, personId)
  return { as: 'person', personId, name, language: 'en', grants, scopes: null }
}

const asked = (given: Partial<TokenAsked> = {}): TokenAsked => ({
  tokenId: uuidv7(),
  name: 'A program',
  scopes: ['read', 'enter'],
  days: 30,
  ...given,
})

const secretOf = (made: MadeSecret): string => {
  assert.equal(made.outcome, 'made')
  return (made as MadeSecret & { secret: string }).secret
}

const refused = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Problem, 'nothing was refused')
  return error
}

describe('a personal token', () => {
  it('acts for its person with the roles they hold now, within its scopes', () =>
    inTestPeople(async (people) => {
      const oyun = await signedIn(people)
      const secret = secretOf(await makeToken(people, oyun, asked(), today))
      assert.match(secret, /^pacta_[\w-]{43}$/)
      const found = await personOfToken(people, `Bearer ${secret}`, today)
      assert.deepEqual(found, { ...oyun, scopes: ['read', 'enter'] as TokenScope[] })
      await makeHolder(people, 'Another administrator', exerciseRole('administrator', null))
      for (const { grantId } of oyun.grants) await endRole(people, { grantId, agent: 'test' })
      assert.deepEqual((await personOfToken(people, `bearer ${secret}`, today)).grants, [])
    }))

  it('is not kept: neither its secret nor anything it could be made of again', () =>
    inTestPeople(async (people) => {
      const oyun = await signedIn(people)
      const secret = secretOf(await makeToken(people, oyun, asked(), today))
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from api_token t`.execute(
        people,
      )
      assert.equal(rows.length, 1)
      assert.ok(!rows[0]!.row.includes(secret.slice(14)))
      assert.equal((await listTokens(people, oyun.personId))[0]?.beginning, secret.slice(0, 14))
      const events = await sql<{ row: string }>`
        select to_jsonb(e)::text || coalesce((select string_agg(to_jsonb(t)::text, '') from event_thing t), '') as row
          from event e where action = 'token-made'`.execute(people)
      assert.equal(events.rows.length, 1)
      for (const word of [secret.slice(0, 14), 'A program', 'Oyun'])
        assert.ok(!events.rows[0]!.row.includes(word), word)
    }))

  it('works through its last day, which is at most a year away', () =>
    inTestPeople(async (people) => {
      const oyun = await signedIn(people)
      const made = await makeToken(people, oyun, asked({ days: 1 }), today)
      assert.equal(made.token.expiresOn, '2026-11-23')
      const bearer = `Bearer ${secretOf(made)}`
      assert.equal((await personOfToken(people, bearer, '2026-11-23')).personId, oyun.personId)
      const late = await refused(personOfToken(people, bearer, '2026-11-24'))
      assert.equal(late.type, 'sign-in-needed')
      for (const days of [0, -1, 366, 1.5, Number.NaN]) {
        const { issues } = await refused(makeToken(people, oyun, asked({ days }), today))
        assert.deepEqual(
          issues.map(({ path }) => path),
          ['days'],
        )
      }
    }))

  it('withdrawn it works no more; again it changes nothing; another’s cannot be withdrawn', () =>
    inTestPeople(async (people) => {
      const [oyun, bat] = [await signedIn(people), await signedIn(people, 'Bat Fictional')]
      const made = await makeToken(people, oyun, asked(), today)
      const { tokenId } = made.token
      assert.equal((await refused(withdrawToken(people, bat, tokenId))).type, 'not-found')
      const once = await withdrawToken(people, oyun, tokenId)
      const twice = await withdrawToken(people, oyun, tokenId)
      assert.equal(once.withdrawnAt, twice.withdrawnAt)
      const gone = await refused(personOfToken(people, `Bearer ${secretOf(made)}`, today))
      assert.equal(gone.type, 'sign-in-needed')
      const { rows } = await sql`select 1 from event where action = 'token-withdrawn'`.execute(people)
      assert.equal(rows.length, 1)
    }))

  it('a form sent twice makes one token, whose secret is shown once', () =>
    inTestPeople(async (people) => {
      const oyun = await signedIn(people)
      const form = asked()
      secretOf(await makeToken(people, oyun, form, today))
      const twice = await makeToken(people, oyun, form, today)
      assert.equal(twice.outcome, 'made before')
      assert.ok(!('secret' in twice))
      assert.equal((await listTokens(people, oyun.personId)).length, 1)
      const bat = await signedIn(people, 'Bat Fictional')
      assert.equal((await refused(makeToken(people, bat, form, today))).type, 'already-recorded')
    }))

  it('is refused by field without a name or a scope, and where one has too many', () =>
    inTestPeople(async (people) => {
      const oyun = await signedIn(people)
      const wrong: [Partial<TokenAsked>, string[]][] = [
        [{ name: ' ' }, ['name']],
        [{ name: 'x'.repeat(81) }, ['name']],
        [{ scopes: [] }, ['scopes']],
        [{ scopes: ['manage'] }, ['scopes']],
        [{ tokenId: 'x', name: '', scopes: [], days: 400 }, ['tokenId', 'name', 'scopes', 'days']],
      ]
      for (const [given, paths] of wrong) {
        const { issues } = await refused(makeToken(people, oyun, asked(given), today))
        assert.deepEqual(
          issues.map(({ path }) => path),
          paths,
        )
      }
      for (let i = 0; i < 20; i++) await makeToken(people, oyun, asked(), today)
      assert.equal((await refused(makeToken(people, oyun, asked(), today))).type, 'input-rejected')
      assert.equal(await withdrawAllTokens(people, oyun.personId, 'test'), 20)
      assert.equal((await makeToken(people, oyun, asked(), today)).outcome, 'made')
    }))

  it('what is no token of ours is refused, whatever it looks like', () =>
    inTestPeople(async (people) => {
      const oyun = await signedIn(people)
      const secret = secretOf(await makeToken(people, oyun, asked(), today))
      for (const header of [
        'Bearer ',
        'Bearer pacta_',
        `Bearer ${secret}x`,
        `Bearer ${secret.slice(0, -1)}`,
        `Bearer ${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
        `Basic ${secret}`,
        "Bearer ' or 1=1 --",
      ])
        assert.equal((await refused(personOfToken(people, header, today))).type, 'sign-in-needed', header)
    }))

  it('of someone who has left goes with them', () =>
    inTestPeople(async (people) => {
      const oyun = await signedIn(people)
      const secret = secretOf(await makeToken(people, oyun, asked(), today))
      await sql`delete from grant_held where person_id = ${oyun.personId}`.execute(people)
      await sql`delete from person where id = ${oyun.personId}`.execute(people)
      assert.equal((await refused(personOfToken(people, `Bearer ${secret}`, today))).type, 'sign-in-needed')
      assert.deepEqual(await listTokens(people, oyun.personId), [])
    }))
})
