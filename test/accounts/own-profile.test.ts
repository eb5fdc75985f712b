import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Access } from '../../src/accounts/access.ts'
import { markSent } from '../../src/accounts/letter-store.ts'
import { freeFailures, letterEveryMs } from '../../src/accounts/lock-out.ts'
import { confirmAddress, confirmDays } from '../../src/accounts/own-profile.ts'
import { forgetPerson } from '../../src/accounts/personal-data.ts'
import { resetWaysIn } from '../../src/accounts/reset-ways-in.ts'
import { openLink } from '../../src/accounts/sealed-link.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'
import { accessTo, closeDesk, createJar, createOyun, oyun, setUp, testSecret } from './signing-in.ts'

type Held = NonNullable<Awaited<ReturnType<Access['steps']['findSession']>>['session']>

const signedIn = (
  work: (given: {
    people: PeopleDb
    access: Access
    held: Held
    move: (ms: number) => void
  }) => Promise<void>,
) =>
  inTestPeople(async (people) => {
    let later = 0
    const access = accessTo(people, { now: () => new Date(Date.now() + later) })
    await closeDesk(people, access)
    const jar = createJar()
    await setUp(access, jar)
    const { session } = await access.steps.findSession(jar.headers())
    const move = (ms: number) => {
      later += ms
    }
    await work({ people, access, held: session!, move })
  })

const next = 'oyun.new@example.org'
const wanted = { name: 'Oyun Renamed', language: 'mn', address: next }
const byLetter = { password: oyun.password, sendsLetters: true }

/** The token in the letter to the new address. */
const tokenIn = async (people: PeopleDb): Promise<string> => {
  const letter = await people
    .selectFrom('letter')
    .selectAll()
    .where('kind', '=', 'address-link')
    .executeTakeFirstOrThrow()
  assert.deepEqual([letter.kind, letter.address, letter.language], ['address-link', next, 'mn'])
  const path = openLink((letter.values as { link: string }).link, testSecret) ?? ''
  assert.match(path, /^\/mn\/account\/address\/[\w-]{43}$/)
  return path.split('/').at(-1)!
}

const ofOyun = async (people: PeopleDb, { personId }: Held) =>
  people
    .selectFrom('person')
    .select(['name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()

describe('who one is here', () => {
  it('is changed with one’s password; another address once the link in its letter is used, and once', () =>
    signedIn(async ({ people, access, held }) => {
      const wrong = await access.steps.changeOwnProfile(held, wanted, {
        ...byLetter,
        password: 'not this one at all',
      })
      assert.equal(wrong.outcome, 'refused')
      assert.equal((await ofOyun(people, held)).name, oyun.name)
      const kept = await access.steps.changeOwnProfile(held, wanted, byLetter)
      assert.deepEqual(kept, { outcome: 'kept', asksForAddress: true })
      assert.deepEqual(await ofOyun(people, held), { name: wanted.name, email: oyun.address, language: 'mn' })
      const token = await tokenIn(people)
      assert.equal((await access.links.findAddress(token))?.address, next)
      assert.equal(await access.links.takeAddress(token), next)
      assert.equal(await access.links.takeAddress(token), undefined)
      assert.equal((await ofOyun(people, held)).email, next)
      assert.equal((await access.steps.enterPassword(oyun)).outcome, 'refused')
      assert.equal((await access.steps.enterPassword({ ...oyun, address: next })).outcome, 'in')
    }))

  it('leaves a trail of what was changed, and of no name or address', () =>
    signedIn(async ({ people, access, held }) => {
      await access.steps.changeOwnProfile(held, wanted, byLetter)
      await access.links.takeAddress(await tokenIn(people))
      const events = await people
        .selectFrom('event')
        .select(['action', 'agent'])
        .orderBy('seq', 'desc')
        .limit(3)
        .execute()
      const agent = `person:${held.personId}`
      assert.deepEqual(events, [
        { action: 'address-changed', agent },
        { action: 'address-change-asked', agent },
        { action: 'profile-changed', agent },
      ])
      const things = await people.selectFrom('eventThing').selectAll().execute()
      assert.doesNotMatch(JSON.stringify(things), /Oyun|example\.org/)
    }))

  it('is confirmed by an administrator where no letters are sent', () =>
    signedIn(async ({ people, access, held }) => {
      await access.steps.changeOwnProfile(held, wanted, { ...byLetter, sendsLetters: false })
      assert.deepEqual(await people.selectFrom('letter').selectAll().execute(), [])
      assert.equal((await access.own.addressChange(held.personId))?.byLetter, false)
      const { personId } = held
      const by = { by: 'administrator', agent: 'person:ada', sendsLetters: false } as const
      assert.equal(await confirmAddress(people, { personId, address: 'another@example.org' }, by), false)
      assert.equal(await confirmAddress(people, { personId, address: next }, by), true)
      assert.equal((await ofOyun(people, held)).email, next)
    }))

  it('leaves no letter with the other address where its person is forgotten, sent or not', () =>
    signedIn(async ({ people, access, held, move }) => {
      for (const isSent of [false, true]) {
        move(letterEveryMs)
        const personId = isSent
          ? await createOyun(people, 'bat@example.org')
          : await createOyun(people, 'cem@example.org')
        await access.steps.changeOwnProfile({ ...held, personId }, wanted, byLetter)
        const letters = await people.selectFrom('letter').select('letterId').execute()
        assert.equal(letters.length, 2)
        for (const { letterId } of letters)
          if (isSent) await markSent(people, letterId, new Date().toISOString())
        await forgetPerson(people, { personId, agent: 'test' })
        assert.deepEqual(await people.selectFrom('letter').selectAll().execute(), [])
      }
    }))

  it('is not changed to what somebody else has by then, nor after a week', () =>
    signedIn(async ({ people, access, held, move }) => {
      await access.steps.changeOwnProfile(held, wanted, byLetter)
      const first = await tokenIn(people)
      await createOyun(people, next)
      assert.equal(await access.links.takeAddress(first), undefined)
      await people.deleteFrom('person').where('email', '=', next).execute()
      await people.deleteFrom('letter').execute()
      move(letterEveryMs)
      await access.steps.changeOwnProfile(held, wanted, byLetter)
      const second = await tokenIn(people)
      move(confirmDays * 86_400_000 + 1000)
      assert.equal(await access.links.takeAddress(second), undefined)
      assert.equal((await ofOyun(people, held)).email, oyun.address)
    }))

  it('is not waited for any more after what ends a takeover, nor once one’s own address is kept again', () =>
    signedIn(async ({ people, access, held, move }) => {
      const { personId } = held
      const password = 'another long walk in winter'
      const setPassword = async () => {
        await access.links.askForPassword(oyun.address)
        const { values } = await people
          .selectFrom('letter')
          .selectAll()
          .where('kind', '=', 'password-link')
          .executeTakeFirstOrThrow()
        const token = openLink((values as { link: string }).link, testSecret)!
          .split('/')
          .at(-1)!
        return access.links.takePassword({ token, password: oyun.password })
      }
      const keepOwn = { name: oyun.name, language: 'en', address: oyun.address }
      const ways: Record<string, () => Promise<unknown>> = {
        'one’s own address': () => access.steps.changeOwnProfile(held, keepOwn, byLetter),
        'a new password': async () => {
          await access.steps.changePassword(held, { current: oyun.password, next: password })
          await access.steps.changePassword(held, { current: password, next: oyun.password })
        },
        'a password by link': setPassword,
        everywhere: () => access.steps.endOwnSessions(held, 'all'),
        'another telephone': () => access.steps.beginAnew(held, oyun.password),
        'a way back': () => resetWaysIn(people, { personId, agent: 'person:ada', secondFactor: false }),
        'a way back without the telephone': () =>
          resetWaysIn(people, { personId, agent: 'person:ada', secondFactor: true }),
      }
      for (const [way, go] of Object.entries(ways)) {
        move(2 * 3_600_000)
        await people.deleteFrom('letter').execute()
        await access.steps.changeOwnProfile(held, wanted, byLetter)
        const token = await tokenIn(people)
        assert.equal((await access.links.findAddress(token))?.address, next, way)
        await go()
        assert.equal(await access.links.takeAddress(token), undefined, way)
        assert.equal(await access.own.addressChange(personId), undefined, way)
        assert.equal((await ofOyun(people, held)).email, oyun.address, way)
      }
    }))

  it('is told to the address before, when another is asked for and when it is taken, never which', () =>
    signedIn(async ({ people, access, held }) => {
      await access.steps.changeOwnProfile(held, wanted, byLetter)
      await access.links.takeAddress(await tokenIn(people))
      const told = await people
        .selectFrom('letter')
        .select(['address', 'values'])
        .where('kind', '=', 'address-notice')
        .orderBy('letterId')
        .execute()
      const agent = `person:${held.personId}`
      assert.deepEqual(told, [
        { address: oyun.address, values: { agent, what: 'asked' } },
        { address: oyun.address, values: { agent, what: 'changed' } },
      ])
    }))

  it('sends one letter in five minutes to an address, whoever asks, and not many of one person', () =>
    signedIn(async ({ people, access, held, move }) => {
      const count = async () =>
        (await people.selectFrom('letter').select('kind').where('kind', '=', 'address-link').execute()).length
      for (let i = 0; i < 3; i++)
        assert.equal((await access.steps.changeOwnProfile(held, wanted, byLetter)).outcome, 'kept')
      assert.equal(await count(), 1)
      const other = { ...held, personId: await createOyun(people, 'bat@example.org') }
      const waits = await access.steps.changeOwnProfile(other, wanted, byLetter)
      assert.equal(waits.outcome, 'letter-waits')
      assert.equal(await access.own.addressChange(other.personId), undefined)
      const outcomes = []
      for (let i = 0; i <= freeFailures; i++) {
        const address = `number${i}@example.org`
        outcomes.push((await access.steps.changeOwnProfile(held, { ...wanted, address }, byLetter)).outcome)
      }
      assert.equal(outcomes.at(-1), 'letter-waits')
      assert.equal(await count(), freeFailures)
      move(letterEveryMs)
      assert.equal((await access.steps.changeOwnProfile(held, wanted, byLetter)).outcome, 'kept')
      assert.equal(await count(), freeFailures + 1)
    }))

  it('is confirmed by an administrator alone where its person has no password: nothing was asked of them', () =>
    signedIn(async ({ people, access, held }) => {
      await people.deleteFrom('credential').where('personId', '=', held.personId).execute()
      const kept = await access.steps.changeOwnProfile(held, wanted, { ...byLetter, password: '' })
      assert.deepEqual(kept, { outcome: 'kept', asksForAddress: true })
      assert.equal((await access.own.addressChange(held.personId))?.byLetter, false)
      const letters = await people.selectFrom('letter').select(['kind', 'address']).execute()
      assert.deepEqual(letters, [{ kind: 'address-notice', address: oyun.address }])
    }))
})
