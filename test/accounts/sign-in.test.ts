import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Access } from '../../src/accounts/access.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'
import { accessTo, closeDesk, codeOf, createJar, createOyun, type Jar, oyun, setUp } from './signing-in.ts'

const inOffice = (work: (people: PeopleDb, access: Access) => Promise<void>) =>
  inTestPeople(async (people) => {
    const access = accessTo(people)
    await closeDesk(people, access)
    await work(people, access)
  })

const nameOf = async (access: Access, jar: Jar): Promise<string> => {
  const { person } = await access.personOf(jar.headers())
  return person.as === 'person' ? person.name : person.as
}

const enter = async (access: Access, jar: Jar, given: { address: string; password: string } = oyun) => {
  const entered = await access.steps.enterPassword(given)
  if (entered.outcome === 'in') jar.take(entered.setCookies)
  return entered.outcome
}

describe('signing in', () => {
  it('is of no use before a second factor is set up, and needs it from then on', () =>
    inOffice(async (_people, access) => {
      const jar = createJar()
      assert.equal(await enter(access, jar), 'in')
      assert.equal(await nameOf(access, jar), 'public')
      const { secret } = await setUp(access, jar)
      assert.equal(await nameOf(access, jar), oyun.name)

      const other = createJar()
      assert.equal(await enter(access, other), 'in')
      assert.equal(await nameOf(access, other), 'public')
      assert.equal((await access.steps.findStep(other.headers())).step, 'code')
      assert.deepEqual(await access.steps.enterCode(other.headers(), '000 000'), { outcome: 'refused' })
      const code = codeOf(secret, 1)
      const done = await access.steps.enterCode(other.headers(), `${code.slice(0, 3)} ${code.slice(3)}`)
      assert.equal(done.outcome, 'in')
      other.take('setCookies' in done ? done.setCookies : [])
      assert.equal(await nameOf(access, other), oyun.name)
    }))

  it('gives a person with the roles held', () =>
    inOffice(async (_people, access) => {
      const jar = createJar()
      await setUp(access, jar)
      const { person } = await access.personOf(jar.headers())
      assert.deepEqual(person.as === 'person' && person.grants.map(({ role, of }) => ({ role, of })), [
        { role: 'administrator', of: null },
      ])
    }))

  it('takes no code twice, whoever overheard it', () =>
    inOffice(async (_people, access) => {
      const { secret } = await setUp(access, createJar())
      const code = codeOf(secret, 1)
      const outcomes = []
      for (const jar of [createJar(), createJar()]) {
        await enter(access, jar)
        outcomes.push((await access.steps.enterCode(jar.headers(), code)).outcome)
      }
      assert.deepEqual(outcomes, ['in', 'refused'])
    }))

  it('takes a recovery code once, however it is typed', () =>
    inOffice(async (_people, access) => {
      const { recoveryCodes } = await setUp(access, createJar())
      assert.equal(new Set(recoveryCodes).size, 10)
      const typed = recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ')
      const outcomes = []
      for (const jar of [createJar(), createJar()]) {
        await enter(access, jar)
        outcomes.push((await access.steps.enterRecoveryCode(jar.headers(), typed)).outcome)
      }
      assert.deepEqual(outcomes, ['in', 'refused'])
    }))

  it('answers the same for a wrong password and for an address nobody has', () =>
    inOffice(async (_people, access) => {
      const wrong = await access.steps.enterPassword({ ...oyun, password: 'not this one at all' })
      const unknown = await access.steps.enterPassword({ ...oyun, address: 'nobody@example.org' })
      const none = await access.steps.enterPassword({ address: 'no address', password: '' })
      assert.deepEqual([wrong, unknown, none], Array(3).fill({ outcome: 'refused' }))
    }))

  it('is refused without a cookie of the first step, or with one that somebody made up', () =>
    inOffice(async (_people, access) => {
      const { secret } = await setUp(access, createJar())
      assert.equal((await access.steps.enterCode(new Headers(), codeOf(secret, 1))).outcome, 'begin-again')
      const headers = new Headers({ cookie: 'pacta.two_factor=2fa-abc.def; pacta.session_token=abc.def' })
      assert.equal((await access.steps.enterCode(headers, codeOf(secret, 1))).outcome, 'begin-again')
      assert.deepEqual((await access.personOf(headers)).person, { as: 'public' })
    }))

  it('takes the code of nobody but the person awaited, whoever else is signed in in the same browser', () =>
    inOffice(async (people, access) => {
      await setUp(access, createJar())
      const bat = { address: 'bat@example.org', password: oyun.password }
      await createOyun(people, bat.address)
      const ofBat = createJar()
      const { secret, recoveryCodes } = await setUp(access, ofBat, bat)
      const awaited = createJar()
      assert.equal(await enter(access, awaited), 'in')
      const batAwaited = createJar()
      assert.equal(await enter(access, batAwaited, bat), 'in')
      const known = async () => {
        const { rows: failures } = await sql<{ failures: number }>`
          select failures from sign_in_failure`.execute(people)
        const { rows: signedIn } = await sql`select 1 from event where action = 'signed-in'`.execute(people)
        return { failures: failures.map((row) => row.failures), signedIn: signedIn.length }
      }
      assert.equal((await access.steps.enterCode(awaited.headers(), '000000')).outcome, 'refused')
      assert.deepEqual(await known(), { failures: [1], signedIn: 2 })
      const cookies = [awaited, ofBat, batAwaited].map((jar) => jar.headers().get('cookie'))
      const both = (...order: number[]) =>
        new Headers({ cookie: order.map((place) => cookies[place]).join('; ') })
      assert.equal((await access.steps.enterCode(both(1, 0), codeOf(secret, 1))).outcome, 'refused')
      assert.equal((await access.steps.enterRecoveryCode(both(0, 1), recoveryCodes[0]!)).outcome, 'refused')
      // Two cookies of the same name: what is awaited and what the library reads is one of them, not each another.
      assert.equal((await access.steps.enterCode(both(0, 2), codeOf(secret, 1))).outcome, 'refused')
      assert.deepEqual(await known(), { failures: [4], signedIn: 2 })
    }))

  it('has cookies for this host alone where it is opened over HTTPS', () =>
    inTestPeople(async (people) => {
      const access = accessTo(people, { origin: () => 'https://pacta.example.org' })
      await closeDesk(people, access)
      const jar = createJar()
      const { secret } = await setUp(access, jar)
      assert.equal(await nameOf(access, jar), oyun.name)
      assert.match(
        jar.names().toSorted().join(' '),
        /^__Host-pacta\.known_[0-9a-f]{16} __Host-pacta\.session_token$/,
      )
      const other = createJar()
      const entered = await access.steps.enterPassword(oyun)
      const done = await (async () => {
        other.take('setCookies' in entered ? entered.setCookies : [])
        return access.steps.enterCode(other.headers(), codeOf(secret, 1))
      })()
      for (const { setCookies } of [entered, done].filter((one) => 'setCookies' in one))
        for (const cookie of setCookies)
          assert.match(cookie, /^__Host-pacta\.[^;]+(?=.*; Secure)(?=.*; HttpOnly)(?!.*Domain)/i)
      assert.equal(done.outcome, 'in')
    }))

  it('leaves a trail of ids, and no name, address or secret anywhere in it', () =>
    inOffice(async (people, access) => {
      const jar = createJar()
      const { secret, recoveryCodes } = await setUp(access, jar)
      jar.take((await access.steps.signOut(jar.headers())).setCookies)
      assert.equal(await nameOf(access, jar), 'public')
      const { rows } = await sql<{ action: string; whole: string }>`
        select action, to_jsonb(e)::text as whole from event e order by happened_at, event_id`.execute(people)
      assert.deepEqual(
        rows.map(({ action }) => action),
        ['administrator-created', 'second-factor-set', 'signed-in', 'signed-out'],
      )
      for (const { whole } of rows)
        for (const hidden of [oyun.name, oyun.address, oyun.password, secret, ...recoveryCodes])
          assert.ok(!whole.includes(hidden), whole)
    }))
})

describe('what the store keeps', () => {
  it('signs nobody in who has copied it, not even with the secret', () =>
    inOffice(async (people, access) => {
      const jar = createJar()
      const { secret, recoveryCodes } = await setUp(access, jar)
      const { rows } = await sql<{ whole: string }>`
        select to_jsonb(s)::text as whole from session s
        union all select to_jsonb(c)::text from credential c
        union all select to_jsonb(f)::text from second_factor f
        union all select to_jsonb(v)::text from verification v`.execute(people)
      const cookie = decodeURIComponent(jar.headers().get('cookie') ?? '')
      const token = /session_token=([^.]+)\./.exec(cookie)![1]!
      assert.ok(rows.length >= 3)
      for (const { whole } of rows)
        for (const hidden of [token, oyun.password, secret, ...recoveryCodes])
          assert.ok(!whole.includes(hidden), whole)
    }))

  it('holds neither addresses nor browsers of those who sign in', () =>
    inOffice(async (people, access) => {
      const jar = createJar()
      await setUp(access, jar)
      const headers = jar.headers()
      headers.set('user-agent', 'A browser')
      headers.set('x-forwarded-for', '192.0.2.1')
      await access.personOf(headers)
      const { rows } = await sql<{ ipAddress: string | null; userAgent: string | null }>`
        select ip_address, user_agent from session`.execute(people)
      assert.deepEqual(rows, [{ ipAddress: null, userAgent: null }])
    }))

  it('keeps people apart: one session is one person', () =>
    inOffice(async (people, access) => {
      await createOyun(people, 'bat@example.org')
      const [first, second] = [createJar(), createJar()]
      await setUp(access, first)
      await setUp(access, second, { ...oyun, address: 'bat@example.org' })
      const [one, other] = await Promise.all(
        [first, second].map(async (jar) => (await access.steps.findSession(jar.headers())).session?.address),
      )
      assert.deepEqual([one, other], [oyun.address, 'bat@example.org'])
    }))
})
