import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Letter } from '../../src/accounts/letter.ts'
import {
  countLetters,
  forgetLettersTo,
  giveUpOutdated,
  listLettersTo,
  listUnsent,
  markFailed,
  markSent,
  putLetter,
  removeOldLetters,
  takeLetter,
} from '../../src/accounts/letter-store.ts'
import { problemOf } from '../../src/db/constraint.ts'
import { inTransaction, type PeopleDb } from '../../src/db/store.ts'
import { inTestPeople, inTestStore } from '../world.ts'

const link: Letter = {
  kind: 'password-link',
  to: { personId: 'p-tuya' },
  language: 'mn',
  values: { link: '/mn/sign-in/new/secret-of-tuya', minutes: 30 },
}

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()
const take = (people: PeopleDb, minutes = 1) =>
  takeLetter(people, { now: inMinutes(minutes), untilAt: inMinutes(minutes + 5) })

describe('the outbox', () => {
  it('holds a letter exactly where what it tells of is held', () =>
    inTestStore(async ({ people, world }) => {
      await assert.rejects(
        inTransaction(people, async (trx) => {
          await putLetter(trx, link)
          throw new Error('the account could not be made')
        }),
        /could not be made/,
      )
      assert.equal(await take(people), undefined)
      // What happens in a world is told of in its transaction.
      await inTransaction(world('exercise'), (trx) => putLetter(trx, link))
      assert.equal((await take(people))?.personId, 'p-tuya')
    }))

  it('gives a letter to one taker; whoever dies with it gives it back by the time alone', () =>
    inTestPeople(async (people) => {
      const account = { id: 'p-tuya', name: 'Tuya', email: 'tuya@example.org', emailVerified: true }
      await people
        .insertInto('person')
        .values({ ...account, image: null, hasSecondFactor: true, language: 'mn' })
        .execute()
      const letterId = await putLetter(people, link)
      const taken = await take(people)
      assert.deepEqual([taken?.letterId, taken?.tries, taken?.values], [letterId, 1, link.values])
      assert.deepEqual([taken?.name, taken?.address], ['Tuya', 'tuya@example.org'])
      assert.equal(await take(people, 2), undefined)
      assert.equal((await take(people, 7))?.tries, 2)
    }))

  it('forgets what a letter said once it is sent or given up', () =>
    inTestPeople(async (people) => {
      const sent = await putLetter(people, link)
      await markSent(people, sent, inMinutes(0))
      const given = await putLetter(people, link)
      await markFailed(people, given, { trouble: '550 no such mailbox', nextTryAt: null })
      const tried = await putLetter(people, link)
      await markFailed(people, tried, { trouble: '451 come back later', nextTryAt: inMinutes(30) })
      const rows = await people.selectFrom('letter').select(['letterId', 'values']).execute()
      const said = new Map(rows.map(({ letterId, values }) => [letterId, values]))
      assert.deepEqual([said.get(sent), said.get(given), said.get(tried)], [{}, {}, link.values])
      assert.deepEqual(await countLetters(people), { waiting: 0, failed: 1, sent: 1, 'given-up': 1 })
      assert.deepEqual(
        (await listUnsent(people, 10)).map(({ state, trouble }) => [state, trouble]),
        [
          ['given-up', '550 no such mailbox'],
          ['failed', '451 come back later'],
        ],
      )
      assert.equal(await take(people, 29), undefined)
      assert.equal((await take(people, 31))?.letterId, tried)
    }))

  it('does not send what holds no more', () =>
    inTestPeople(async (people) => {
      await putLetter(people, { ...link, usefulUntil: inMinutes(30) })
      assert.equal(await giveUpOutdated(people, inMinutes(29)), 0)
      assert.equal(await giveUpOutdated(people, inMinutes(31)), 1)
      assert.equal(await take(people, 32), undefined)
    }))

  it('refuses an address nothing can be sent to, and forgets a person with their letters', () =>
    inTestPeople(async (people) => {
      const to = { address: 'tuya@example.org\r\nBcc: all@example.org', name: 'Tuya' }
      await assert.rejects(putLetter(people, { ...link, to }), (error) => {
        assert.equal(problemOf(error)?.type, 'input-rejected')
        return true
      })
      await putLetter(people, link)
      await putLetter(people, { ...link, to: { address: 'bold@example.org', name: 'Bold\r\nBcc: all' } })
      assert.equal((await listLettersTo(people, 'p-tuya')).length, 1)
      await forgetLettersTo(people, 'p-tuya')
      const left = await listUnsent(people, 10)
      assert.deepEqual(
        left.map(({ address }) => address),
        ['bold@example.org'],
      )
      assert.equal((await take(people))?.name, 'Bold Bcc: all')
      assert.equal(await removeOldLetters(people, inMinutes(60)), 0)
      await markSent(people, left[0]!.letterId, inMinutes(0))
      assert.equal(await removeOldLetters(people, inMinutes(60)), 1)
    }))
})
