import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Access } from '../../src/accounts/access.ts'
import { markSent } from '../../src/accounts/letter-store.ts'
import { confirmAddress, confirmDays } from '../../src/accounts/own-profile.ts'
import { forgetPerson } from '../../src/accounts/personal-data.ts'
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
  const letter = await people.selectFrom('letter').selectAll().executeTakeFirstOrThrow()
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
      const by = { by: 'administrator', agent: 'person:ada' } as const
      assert.equal(await confirmAddress(people, { personId, address: 'another@example.org' }, by), false)
      assert.equal(await confirmAddress(people, { personId, address: next }, by), true)
      assert.equal((await ofOyun(people, held)).email, next)
    }))

  it('leaves no letter with the other address where its person is forgotten, sent or not', () =>
    signedIn(async ({ people, access, held }) => {
      for (const isSent of [false, true]) {
        const personId = isSent
          ? await createOyun(people, 'bat@example.org')
          : await createOyun(people, 'cem@example.org')
        await access.steps.changeOwnProfile({ ...held, personId }, wanted, byLetter)
        const { letterId } = await people.selectFrom('letter').select('letterId').executeTakeFirstOrThrow()
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
      await access.steps.changeOwnProfile(held, wanted, byLetter)
      const second = await tokenIn(people)
      move(confirmDays * 86_400_000 + 1000)
      assert.equal(await access.links.takeAddress(second), undefined)
      assert.equal((await ofOyun(people, held)).email, oyun.address)
    }))
})
