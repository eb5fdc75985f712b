import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Access } from '../../src/accounts/access.ts'
import { createAccount, removeAccount } from '../../src/accounts/account-store.ts'
import { saveAddressChange } from '../../src/accounts/address-change-store.ts'
import { confirmAddress } from '../../src/accounts/own-profile.ts'
import { makePasswordLink } from '../../src/accounts/password-link.ts'
import type { SignedIn } from '../../src/accounts/person.ts'
import { resetWaysIn } from '../../src/accounts/reset-ways-in.ts'
import { openLink } from '../../src/accounts/sealed-link.ts'
import type { SessionHeld } from '../../src/accounts/sign-in.ts'
import { inTransaction, type PeopleDb, uuidv7 } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'
import {
  accessTo,
  closeDesk,
  codeOf,
  createJar,
  createOyun,
  type Jar,
  oyun,
  setUp,
  testSecret,
} from './signing-in.ts'

const next = 'another walk in spring'

const sessionOf = async (access: Access, jar: Jar): Promise<SessionHeld | undefined> =>
  (await access.steps.findSession(jar.headers())).session

/** Oyun signed in twice, in two browsers. */
const inTwoPlaces = (
  work: (people: PeopleDb, access: Access, jars: [Jar, Jar], secret: string) => Promise<void>,
) =>
  inTestPeople(async (people) => {
    const access = accessTo(people)
    await closeDesk(people, access)
    const jars: [Jar, Jar] = [createJar(), createJar()]
    const { secret } = await setUp(access, jars[0])
    const entered = await access.steps.enterPassword(oyun)
    jars[1].take('setCookies' in entered ? entered.setCookies : [])
    const done = await access.steps.enterCode(jars[1].headers(), codeOf(secret, 1))
    jars[1].take('setCookies' in done ? done.setCookies : [])
    await work(people, access, jars, secret)
  })

/** The token at the end of the link in a letter, which waits sealed. */
const tokenIn = (link: string): string => linkOf(openLink(link, testSecret) ?? '')

const linkOf = (path: string): string => path.split('/').at(-1) ?? ''

describe('one’s own account', () => {
  it('takes a new password from whoever knows the one before, and voids links sent before and ends all other sessions', () =>
    inTwoPlaces(async (people, access, [here, there]) => {
      const session = (await sessionOf(access, here))!
      const wrong = { current: 'not this one at all', next }
      assert.deepEqual(await access.steps.changePassword(session, wrong), { outcome: 'refused' })
      const short = { current: oyun.password, next: 'short' }
      assert.deepEqual(await access.steps.changePassword(session, short), {
        outcome: 'wrong',
        fault: 'too-short',
      })
      assert.ok((await sessionOf(access, there)) !== undefined)
      const right = { current: oyun.password, next }
      const link = linkOf(await inTransaction(people, (trx) => makePasswordLink(trx, session.personId)))
      const kept = await access.steps.changePassword(session, right)
      assert.ok(kept.outcome === 'kept')
      assert.deepEqual([kept.ended, kept.tokensWithdrawn], [1, 0])
      assert.equal(await access.links.isPassword(link), false)
      assert.ok((await sessionOf(access, here)) !== undefined)
      assert.equal(await sessionOf(access, there), undefined)
      assert.equal((await access.steps.enterPassword(oyun)).outcome, 'refused')
      assert.equal((await access.steps.enterPassword({ ...oyun, password: next })).outcome, 'in')
    }))

  it('takes a new password by a link once, which leaves the second factor and ends all sessions', () =>
    inTwoPlaces(async (people, access, [here, there]) => {
      const { personId } = (await sessionOf(access, here))!
      const paths = []
      for (let i = 0; i < 2; i++)
        paths.push(await inTransaction(people, (trx) => makePasswordLink(trx, personId)))
      const [before, token] = paths.map(linkOf) as [string, string]
      const take = (one: string) => access.links.takePassword({ token: one, password: next })
      const like = await access.links.takePassword({ token, password: oyun.address })
      assert.deepEqual(like, { outcome: 'wrong', fault: 'like-the-address' })
      assert.equal((await take(token)).outcome, 'kept')
      for (const used of [token, before]) assert.deepEqual(await take(used), { outcome: 'no link' })
      for (const jar of [here, there]) assert.equal(await sessionOf(access, jar), undefined)
      const jar = createJar()
      const entered = await access.steps.enterPassword({ ...oyun, password: next })
      jar.take('setCookies' in entered ? entered.setCookies : [])
      assert.equal((await access.steps.findStep(jar.headers())).step, 'code')
    }))

  it('has no token left after a new password, another telephone or a reset, however it came to it', () =>
    inTwoPlaces(async (people, access, [here]) => {
      const held = (await sessionOf(access, here))!
      const { personId, name, language } = held
      const person: SignedIn = { as: 'person', personId, name, language, grants: [], scopes: null }
      const who = async (secret: string) =>
        (await access.personOf(new Headers({ authorization: `Bearer ${secret}` }))).person.as
      const agent = 'pacta person reset'
      const reset = (secondFactor: boolean) => resetWaysIn(people, { personId, agent, secondFactor })
      const byLink = async () => {
        const token = linkOf(await inTransaction(people, (trx) => makePasswordLink(trx, personId)))
        assert.equal((await access.links.takePassword({ token, password: next })).outcome, 'kept')
      }
      const ways: [string, () => Promise<unknown>][] = [
        ['changed', () => access.steps.changePassword(held, { current: oyun.password, next: oyun.password })],
        ['another telephone', () => access.steps.beginAnew(held, oyun.password)],
        ['by a link', byLink],
        ['reset', () => reset(false)],
        ['reset with the second factor', () => reset(true)],
      ]
      for (const [way, go] of ways) {
        const form = { tokenId: uuidv7(), name: 'A program', scopes: ['read'], days: 30 }
        const made = await access.tokens.make(person, form)
        const secret = 'secret' in made ? made.secret : ''
        assert.equal(await who(secret), 'person', way)
        await go()
        await assert.rejects(who(secret), /withdrawn/, way)
      }
      assert.deepEqual(await access.own.sessions(personId), [])
    }))

  it('gets a letter with a link where somebody has the address, and says the same where nobody has', () =>
    inTestPeople(async (people) => {
      const access = accessTo(people)
      const personId = await createOyun(people)
      await access.links.askForPassword(' OYUN@example.org ')
      await access.links.askForPassword('nobody@example.org')
      const { rows } = await sql<{ kind: string; personId: string; link: string }>`
        select kind, person_id, "values" ->> 'link' as link from letter`.execute(people)
      assert.deepEqual(
        rows.map((row) => [row.kind, row.personId]),
        [['password-link', personId]],
      )
      const token = tokenIn(rows[0]!.link)
      assert.ok(rows[0]!.link !== '' && !rows[0]!.link.includes(token))
      assert.equal(await access.links.isPassword(token), true)
      const { rows: kept } = await sql<{ whole: string }>`
        select to_jsonb(v)::text as whole from verification v`.execute(people)
      assert.ok(kept.every(({ whole }) => !whole.includes(token)))
    }))

  it('gets one letter in five minutes, however often it is asked for, and each link works until one is used', () =>
    inTestPeople(async (people) => {
      let now = new Date()
      const access = accessTo(people, { now: () => now })
      await createOyun(people)
      const links = async () => {
        const { rows } = await sql<{ link: string }>`
          select "values" ->> 'link' as link from letter order by made_at, letter_id`.execute(people)
        return rows.map(({ link }) => tokenIn(link))
      }
      for (const typed of [oyun.address, ' OYUN@example.org ', oyun.address])
        await access.links.askForPassword(typed)
      assert.equal((await links()).length, 1)
      now = new Date(now.getTime() + 5 * 60_000 + 1000)
      await access.links.askForPassword(oyun.address)
      const [first, second] = (await links()) as [string, string]
      for (const token of [first, second]) assert.equal(await access.links.isPassword(token), true)
      assert.equal((await access.links.takePassword({ token: first, password: next })).outcome, 'kept')
      for (const token of [first, second]) assert.equal(await access.links.isPassword(token), false)
    }))

  it('is sent another letter at once where the link of the one before was used, or works no more', () =>
    inTwoPlaces(async (people, access, [here]) => {
      const session = (await sessionOf(access, here))!
      const { personId } = session
      const address = 'oyun.new@example.org'
      const letters = async () =>
        (await people.selectFrom('letter').select('kind').where('kind', '=', 'password-link').execute())
          .length
      const ask = async (to = oyun.address) => {
        const before = await letters()
        await access.links.askForPassword(to)
        return (await letters()) - before
      }
      assert.deepEqual([await ask(), await ask()], [1, 0])
      const ways: Record<string, () => Promise<unknown>> = {
        used: async () => {
          const path = await inTransaction(people, (trx) => makePasswordLink(trx, personId))
          return access.links.takePassword({ token: linkOf(path), password: oyun.password })
        },
        'a new password': () => access.steps.changePassword(session, { current: oyun.password, next }),
        'a way back': () => resetWaysIn(people, { personId, agent: 'test', secondFactor: false }),
      }
      for (const [way, go] of Object.entries(ways)) {
        await go()
        assert.deepEqual([await ask(), await ask()], [1, 0], way)
      }
      // Asked for before it was anybody's, so that none was sent.
      assert.equal(await ask(address), 0)
      const until = new Date(Date.now() + 86_400_000)
      await saveAddressChange(people, { personId, address, tokenSha256: null, until })
      const by = { by: 'administrator', agent: 'test', sendsLetters: false } as const
      assert.equal(await confirmAddress(people, { personId, address }, by), true)
      assert.deepEqual([await ask(address), await ask(address)], [1, 0])
    }))

  it('gets no password by letter where a provider alone signs it in, but by a reset', () =>
    inTestPeople(async (people) => {
      const access = accessTo(people)
      const personId = await createAccount(people, { ...oyun, passwordHash: null })
      await access.links.askForPassword(oyun.address)
      const { rows } = await sql`
        select 1 from letter union all select 1 from verification`.execute(people)
      assert.deepEqual(rows, [])
      const path = await inTransaction(people, (trx) => makePasswordLink(trx, personId))
      assert.equal((await access.links.takePassword({ token: linkOf(path), password: next })).outcome, 'kept')
    }))

  it('gets new recovery codes, and those before work no more', () =>
    inTwoPlaces(async (_people, access, [here]) => {
      const session = (await sessionOf(access, here))!
      const first = await access.steps.makeRecoveryCodes(session, oyun.password)
      const second = await access.steps.makeRecoveryCodes(session, oyun.password)
      const codes = [first, second].map((made) => ('recoveryCodes' in made ? made.recoveryCodes[0]! : ''))
      const outcomes = []
      for (const code of codes) {
        const jar = createJar()
        const entered = await access.steps.enterPassword(oyun)
        jar.take('setCookies' in entered ? entered.setCookies : [])
        outcomes.push((await access.steps.enterRecoveryCode(jar.headers(), code)).outcome)
      }
      assert.deepEqual(outcomes, ['refused', 'in'])
      assert.equal(await access.own.recoveryCodes(session.personId), 9)
    }))

  it('gives the second factor up for another one: until it is set up the session is nobody’s', () =>
    inTwoPlaces(async (_people, access, [here, there], secret) => {
      const session = (await sessionOf(access, here))!
      assert.deepEqual(await access.steps.beginAnew(session, oyun.password), { outcome: 'begun' })
      assert.equal(await sessionOf(access, there), undefined)
      assert.deepEqual((await access.personOf(here.headers())).person, { as: 'public' })
      const step = await access.steps.findStep(here.headers())
      assert.ok(step.step === 'set-up' && step.secret !== secret)
    }))

  it('has its second factor given up by whoever may use the data folder, and sets up another', () =>
    inTwoPlaces(async (people, access, [here]) => {
      const { personId } = (await sessionOf(access, here))!
      const agent = 'pacta person reset'
      const { path, ...closed } = await resetWaysIn(people, { personId, agent, secondFactor: true })
      assert.deepEqual(closed, { sessionsEnded: 2, tokensWithdrawn: 0 })
      assert.equal(await access.links.isPassword(linkOf(path)), true)
      const jar = createJar()
      const entered = await access.steps.enterPassword(oyun)
      jar.take('setCookies' in entered ? entered.setCookies : [])
      assert.equal((await access.steps.findStep(jar.headers())).step, 'set-up')
      // Begun, and then the installation got another secret: it begins again.
      const other = accessTo(people, { secret: 'another secret, of more than forty signs' })
      const again = await other.steps.enterPassword(oyun)
      jar.take('setCookies' in again ? again.setCookies : [])
      assert.equal((await other.steps.findStep(jar.headers())).step, 'set-up')
    }))

  it('goes with everything that is only its person’s', () =>
    inTwoPlaces(async (people, access, [here]) => {
      const { personId } = (await sessionOf(access, here))!
      await inTransaction(people, (trx) => removeAccount(trx, personId))
      assert.equal(await sessionOf(access, here), undefined)
      for (const table of ['person', 'session', 'credential', 'second_factor']) {
        const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(people)
        assert.equal(rows.length, 0, table)
      }
    }))
})

describe('a session', () => {
  it('is over after a week, however busy it was, and after eight hours of nothing', () =>
    inTwoPlaces(async (people, access, [here, there]) => {
      const { sessionId } = (await sessionOf(access, here))!
      await sql`update session set created_at = now() - interval '7 days' where id = ${sessionId}`.execute(
        people,
      )
      assert.equal(await sessionOf(access, here), undefined)
      const { rows } = await sql<{ hours: number }>`
        select round(extract(epoch from expires_at - now()) / 3600)::int as hours from session`.execute(
        people,
      )
      assert.deepEqual(rows, [{ hours: 8 }])
      await sql`update session set expires_at = now() - interval '1 second'`.execute(people)
      assert.equal(await sessionOf(access, there), undefined)
    }))

  it('goes on with use: its end moves on', () =>
    inTwoPlaces(async (people, access, [here]) => {
      await sql`update session set expires_at = expires_at - interval '1 hour'`.execute(people)
      const { setCookies } = await access.personOf(here.headers())
      assert.match(setCookies.join(), /pacta\.session_token=.*Max-Age=28800/)
    }))

  it('is refused within a transaction of the same store, where it would wait for itself', () =>
    inTwoPlaces(async (people, access, [here]) => {
      await assert.rejects(
        inTransaction(people, () => access.steps.findSession(here.headers())),
        /handle/,
      )
    }))
})
