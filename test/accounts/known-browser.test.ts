import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Access } from '../../src/accounts/access.ts'
import { knownDays } from '../../src/accounts/known-browser.ts'
import { freeFailures } from '../../src/accounts/lock-out.ts'
import { makePasswordLink } from '../../src/accounts/password-link.ts'
import { resetWaysIn } from '../../src/accounts/reset-ways-in.ts'
import { inTransaction, type PeopleDb } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'
import { accessTo, closeDesk, codeOf, createJar, createOyun, type Jar, oyun, setUp } from './signing-in.ts'

const bat = { address: 'bat@example.org', password: oyun.password }

/** Oyun has signed in with a browser, which knows nothing else of it; the second factor's secret. */
const inOffice = (
  work: (
    people: PeopleDb,
    access: Access,
    known: Jar,
    secret: string,
    move: (ms: number) => void,
  ) => Promise<void>,
) =>
  inTestPeople(async (people) => {
    let later = 0
    const access = accessTo(people, { now: () => new Date(Date.now() + later) })
    await closeDesk(people, access)
    const jar = createJar()
    const { secret } = await setUp(access, jar)
    await work(people, access, knownAlone(jar), secret, (ms) => {
      later += ms
    })
  })

/** A browser that has kept the cookie by which it is known, and no session. */
const knownAlone = (jar: Jar): Jar => {
  const kept = createJar()
  const cookies = (jar.headers().get('cookie') ?? '').split('; ')
  kept.take(cookies.filter((cookie) => cookie.startsWith('pacta.known_')))
  return kept
}

const enter = async (access: Access, jar: Jar, given: { address: string; password: string } = oyun) => {
  const entered = await access.steps.enterPassword(given, jar.headers())
  if (entered.outcome === 'in') jar.take(entered.setCookies)
  return entered.outcome
}

const guess = async (access: Access, jar: Jar, address = oyun.address): Promise<string> => {
  const outcomes = []
  for (let i = 0; i <= freeFailures; i++)
    outcomes.push(await enter(access, jar, { address, password: 'not this one at all' }))
  return outcomes.at(-1)!
}

describe('a browser its owner has signed in with before', () => {
  it('lets the owner in while a stranger guesses on, with the password and with the second factor', () =>
    inOffice(async (_people, access, known, secret) => {
      assert.equal(await guess(access, createJar()), 'wait')
      assert.equal(await enter(access, createJar()), 'wait')
      assert.equal(await enter(access, known), 'in')
      // Who knows the password too, and guesses codes.
      const stranger = knownAlone(createJar())
      const entered = await access.steps.enterPassword(oyun, known.headers())
      stranger.take('setCookies' in entered ? entered.setCookies : [])
      for (let i = 0; i < freeFailures; i++) await access.steps.enterCode(stranger.headers(), '000000')
      assert.equal((await access.steps.enterCode(stranger.headers(), '000000')).outcome, 'wait')
      assert.equal((await access.steps.enterCode(known.headers(), codeOf(secret, 1))).outcome, 'in')
      // The stranger goes on waiting: what the owner does is not theirs.
      assert.equal(await enter(access, createJar()), 'wait')
    }))

  it('waits as all others do when it is itself that guesses', () =>
    inOffice(async (_people, access, known) => {
      assert.equal(await guess(access, known), 'wait')
      assert.equal(await enter(access, createJar()), 'in')
    }))

  it('is not known by a cookie that somebody made up, changed, or has of another account', () =>
    inOffice(async (people, access, known) => {
      await createOyun(people, bat.address)
      const ofBat = createJar()
      await setUp(access, ofBat, bat)
      const [name = '', value = ''] = known.headers().get('cookie')!.split('=')
      const [batName = '', batValue = ''] = knownAlone(ofBat).headers().get('cookie')!.split('=')
      assert.notEqual(name, batName)
      const forged = [
        `${name}=${batValue}`,
        `${batName}=${batValue}`,
        `${name}=another.${value.split('.').slice(1).join('.')}`,
        `${name}=${value.slice(0, -2)}`,
        `${name}=a.99999999999.`,
        `${name}=${value}`.replace('pacta', '__Host-pacta'),
      ]
      assert.equal(await guess(access, createJar()), 'wait')
      for (const cookie of forged) {
        const outcome = await access.steps.enterPassword(oyun, new Headers({ cookie }))
        assert.equal(outcome.outcome, 'wait', cookie)
      }
      assert.equal(await enter(access, known), 'in')
    }))

  it('is not known any more after a new password, after signing out everywhere, a reset, or half a year', () =>
    inTestPeople(async (people) => {
      const next = 'an even longer walk in winter'
      type Held = NonNullable<Awaited<ReturnType<Access['steps']['findSession']>>['session']>
      const ways: Record<string, (access: Access, held: Held) => Promise<unknown>> = {
        'new password': (access, held) => access.steps.changePassword(held, { current: oyun.password, next }),
        everywhere: (access, held) => access.steps.endOwnSessions(held, 'all'),
        telephone: (access, held) => access.steps.beginAnew(held, oyun.password),
        reset: (_access, { personId }) =>
          resetWaysIn(people, { personId, agent: 'test', secondFactor: false }),
      }
      let later = 0
      const access = accessTo(people, { now: () => new Date(Date.now() + later) })
      await closeDesk(people, access)
      for (const [way, go] of Object.entries(ways)) {
        const address = `${way.replace(' ', '')}@example.org`
        await createOyun(people, address)
        const jar = createJar()
        await setUp(access, jar, { address, password: oyun.password })
        const known = knownAlone(jar)
        const { session } = await access.steps.findSession(jar.headers())
        await guess(access, createJar(), address)
        assert.notEqual(await enter(access, known, { address, password: oyun.password }), 'wait', way)
        await go(access, session!)
        assert.equal(await enter(access, known, { address, password: oyun.password }), 'wait', way)
      }
      await createOyun(people, bat.address)
      const jar = createJar()
      await setUp(access, jar, bat)
      later = knownDays * 86_400_000 + 60_000
      await guess(access, createJar(), bat.address)
      assert.equal(await enter(access, knownAlone(jar), bat), 'wait')
    }))

  it('is one that came by a link for a new password too; all such share one count', () =>
    inOffice(async (people, access, _known, secret) => {
      const { personId } = await people
        .selectFrom('person')
        .select('id as personId')
        .executeTakeFirstOrThrow()
      const byLink = async () => {
        const path = await inTransaction(people, (trx) => makePasswordLink(trx, personId))
        const token = path.split('/').at(-1)!
        const kept = await access.links.takePassword({ token, password: oyun.password })
        const jar = createJar()
        jar.take('setCookies' in kept ? kept.setCookies : [])
        assert.equal(await enter(access, jar), 'in')
        return jar
      }
      await guess(access, createJar())
      const first = await byLink()
      for (let i = 0; i < freeFailures; i++) await access.steps.enterCode(first.headers(), '000000')
      assert.equal((await access.steps.enterCode(first.headers(), '000000')).outcome, 'wait')
      // Another link brings no new count for guessing codes.
      const second = await byLink()
      assert.equal((await access.steps.enterCode(second.headers(), codeOf(secret, 1))).outcome, 'wait')
    }))

  it('has no name, address or id in its cookie, and nothing of it is kept here', () =>
    inOffice(async (people, _access, known) => {
      const cookie = known.headers().get('cookie')!
      const { rows } = await sql<{ id: string; whole: string }>`
        select id, to_jsonb(person)::text as whole from person`.execute(people)
      for (const { id, whole } of rows) {
        assert.ok(!cookie.includes(id))
        assert.ok(!whole.includes(cookie.split('=')[1]!.split('.')[0]!))
      }
    }))
})

describe('a second factor being set up', () => {
  const enterHalf = async (access: Access) => {
    const jar = createJar()
    await enter(access, jar)
    const step = await access.steps.findStep(jar.headers())
    assert.ok(step.step === 'set-up')
    return { jar, secret: step.secret }
  }

  it('has a secret of its own in each session: nobody sets up one that somebody else has seen', () =>
    inTestPeople(async (people) => {
      const access = accessTo(people)
      await closeDesk(people, access)
      const stranger = await enterHalf(access)
      const owner = await enterHalf(access)
      assert.notEqual(stranger.secret, owner.secret)
      const done = await access.steps.setUpSecondFactor(stranger.jar.headers(), codeOf(stranger.secret))
      assert.equal(done.outcome, 'refused')
      const again = await access.steps.findStep(stranger.jar.headers())
      assert.ok(again.step === 'set-up' && ![stranger.secret, owner.secret].includes(again.secret))
    }))

  it('is set up with its recovery codes and its event, or not at all', () =>
    inTestPeople(async (people) => {
      const access = accessTo(people)
      await closeDesk(people, access)
      const { jar, secret } = await enterHalf(access)
      const state = async () => {
        const { rows } = await sql<{ state: string }>`
          select concat_ws(' ', has_second_factor, verified, recovery_codes, last_code_sha256,
                   (select count(*) from session), (select count(*) from event)) as state
            from person join second_factor on person_id = person.id`.execute(people)
        return rows[0]!.state
      }
      const before = await state()
      // The store takes no event: the last thing that is written.
      await sql`alter table event add constraint none check (action <> 'second-factor-set')`.execute(people)
      await assert.rejects(access.steps.setUpSecondFactor(jar.headers(), codeOf(secret)))
      assert.equal(await state(), before)
      assert.deepEqual((await access.personOf(jar.headers())).person, { as: 'public' })
      await sql`alter table event drop constraint none`.execute(people)
      const done = await access.steps.setUpSecondFactor(jar.headers(), codeOf(secret))
      assert.ok(done.outcome === 'in' && done.recoveryCodes.length === 10)
    }))

  it('signs nobody in whose sign-in cannot be noted', () =>
    inOffice(async (people, access, known, secret) => {
      await enter(access, known)
      const sessions = async () => (await sql`select 1 from session`.execute(people)).rows.length
      const before = await sessions()
      await sql`alter table event add constraint none check (happened_at < '2000-01-01') not valid`.execute(
        people,
      )
      const code = codeOf(secret, 1)
      await assert.rejects(access.steps.enterCode(known.headers(), code))
      assert.equal(await sessions(), before)
      await sql`alter table event drop constraint none`.execute(people)
      assert.equal((await access.steps.enterCode(known.headers(), code)).outcome, 'in')
    }))

  it('has a cookie whose name cannot be made without the secret, and which signing out everywhere takes away', () =>
    inTestPeople(async (people) => {
      const access = accessTo(people)
      await closeDesk(people, access)
      const jar = createJar()
      await setUp(access, jar)
      const { session } = await access.steps.findSession(jar.headers())
      const nameIn = (one: Jar) => one.names().find((name) => name.startsWith('pacta.known_'))!
      const digest = createHash('sha256').update(`known browser of ${session!.personId}`).digest('hex')
      assert.notEqual(nameIn(jar), `pacta.known_${digest.slice(0, 16)}`)
      const elsewhere = accessTo(people, { secret: 'another secret, of more than forty signs' })
      const other = createJar()
      const kept = await elsewhere.steps.changePassword(session!, {
        ...{ current: oyun.password, next: 'an even longer walk in winter' },
      })
      other.take('setCookies' in kept ? kept.setCookies : [])
      assert.notEqual(nameIn(other), nameIn(jar))
      jar.take((await access.steps.endOwnSessions(session!, 'all')).setCookies)
      assert.equal(nameIn(jar), undefined)
    }))
})
