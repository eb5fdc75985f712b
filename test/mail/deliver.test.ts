import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Letter } from '../../src/accounts/letter.ts'
import { countLetters, listUnsent, putLetter } from '../../src/accounts/letter-store.ts'
import { sealLink } from '../../src/accounts/sealed-link.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { deliverLetters, nextTry } from '../../src/mail/deliver.ts'
import { inTestPeople } from '../world.ts'
import { type Sink, startSink } from './sink.ts'

const origin = 'https://pacta.example.org'
const secret = 'a secret for tests alone, of forty signs'
const invitation: Letter = {
  kind: 'invitation',
  to: { address: 'tuya@example.org', name: 'Туяа' },
  language: 'mn',
  values: { by: 'Bold of Vesland', link: '/mn/people/invitations/abc-secret', until: '2026-11-29' },
}
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()

describe('letters that wait', () => {
  const open: Sink[] = []
  const start = async (...given: Parameters<typeof startSink>): Promise<Sink> => {
    const sink = await startSink(...given)
    open.push(sink)
    return sink
  }
  after(() => Promise.all(open.map((sink) => sink.close())))
  const deliver = (people: PeopleDb, { server }: Sink, minutes = 1) =>
    deliverLetters(people, { server, origin, secret, now: () => inMinutes(minutes) })

  it('are sent once, in the language of their reader, with whole addresses', () =>
    inTestPeople(async (people) => {
      const sink = await start()
      await putLetter(people, invitation)
      assert.deepEqual(await deliver(people, sink), { sent: 1, failed: 0, givenUp: 0 })
      assert.deepEqual(await deliver(people, sink, 30), { sent: 0, failed: 0, givenUp: 0 })
      assert.equal(sink.taken.length, 1)
      const { subject, text, messageId } = sink.taken[0]!.letter
      assert.equal(subject, 'Pacta-д ажиллах урилга')
      assert.match(text ?? '', /^ {2}https:\/\/pacta\.example\.org\/mn\/people\/invitations\/abc-secret$/m)
      assert.match(text ?? '', /Сүүлийн өдөр: 2026 оны 11 дүгээр сарын 29\./)
      assert.match(messageId ?? '', /^<[0-9a-f-]{36}@example\.org>$/)
      // What it said is held nowhere any more.
      const rows = await people.selectFrom('letter').selectAll().execute()
      assert.doesNotMatch(JSON.stringify(rows), /abc-secret/)
    }))

  it('carry links that no copy of the store opens, and are given up where the secret is another one', () =>
    inTestPeople(async (people) => {
      const sink = await start()
      const link = sealLink('/mn/invitation/abc-secret', secret)
      const other = sealLink('/mn/invitation/lost', `another: ${secret}`)
      for (const one of [link, other])
        await putLetter(people, {
          ...invitation,
          values: { by: 'Bold of Vesland', link: one, until: '2026-11-29' },
        })
      const kept = await people.selectFrom('letter').selectAll().execute()
      assert.doesNotMatch(JSON.stringify(kept), /abc-secret|lost/)
      assert.deepEqual(await deliver(people, sink), { sent: 1, failed: 0, givenUp: 1 })
      assert.match(
        sink.taken[0]!.letter.text ?? '',
        /^ {2}https:\/\/pacta\.example\.org\/mn\/invitation\/abc-secret$/m,
      )
      const [unsent] = await listUnsent(people, 1)
      assert.match(unsent?.trouble ?? '', /another secret/)
    }))

  it('are tried with growing waits for a day, then given up with the reason', () =>
    inTestPeople(async (people) => {
      const sink = await start({ refuses: { code: 450, text: 'Come back later' } })
      await putLetter(people, invitation)
      const tried: number[] = []
      let minutes = 1
      for (; minutes < 3_000; minutes++) {
        const { failed, givenUp } = await deliver(people, sink, minutes)
        if (failed + givenUp > 0) tried.push(minutes - 1)
        if (givenUp > 0) break
        const [next] = await listUnsent(people, 1)
        minutes = Math.ceil((Date.parse(next!.nextTryAt) - Date.now()) / 60_000)
      }
      assert.equal(tried.length, 9)
      assert.ok(tried.at(-1)! <= 24 * 60 && tried.at(-1)! > 20 * 60, tried.join())
      const [given] = await listUnsent(people, 1)
      assert.deepEqual([given?.state, given?.tries], ['given-up', 9])
      assert.match(given?.trouble ?? '', /450 Come back later/)
      const rows = await people.selectFrom('letter').select('values').execute()
      assert.deepEqual(rows, [{ values: {} }])
    }))

  it('do not all run into a server that is down', () =>
    inTestPeople(async (people) => {
      const down = await start()
      await down.close()
      for (let i = 0; i < 3; i++) await putLetter(people, invitation)
      assert.deepEqual(await deliver(people, down), { sent: 0, failed: 1, givenUp: 0 })
      assert.deepEqual(await countLetters(people), { waiting: 2, failed: 1, sent: 0, 'given-up': 0 })
      const sink = await start()
      assert.equal((await deliver(people, sink, 10)).sent, 3)
    }))

  it('for somebody who has left are given up', () =>
    inTestPeople(async (people) => {
      const sink = await start()
      await putLetter(people, {
        ...invitation,
        kind: 'password-link',
        to: { personId: 'p-gone' },
        values: { link: '/sign-in/x', minutes: 30 },
      })
      assert.deepEqual(await deliver(people, sink), { sent: 0, failed: 0, givenUp: 1 })
      assert.deepEqual(sink.taken, [])
    }))
})

describe('the next try', () => {
  it('is later each time and none after a day', () => {
    const firstTryAt = '2026-11-22T00:00:00.000Z'
    const next = (tries: number, now: string) => nextTry({ tries, firstTryAt, now })
    assert.equal(next(1, firstTryAt), '2026-11-22T00:01:00.000Z')
    assert.equal(next(4, firstTryAt), '2026-11-22T01:00:00.000Z')
    assert.equal(next(20, '2026-11-22T16:00:00.000Z'), '2026-11-23T00:00:00.000Z')
    assert.equal(next(20, '2026-11-22T16:00:00.001Z'), null)
  })
})
