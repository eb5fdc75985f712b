import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { countLetters, putLetter } from '../../src/accounts/letter-store.ts'
import { openStore } from '../../src/db/store.ts'
import { deliverLetters } from '../../src/mail/deliver.ts'
import { startProcess } from '../db/children.ts'
import { makeDataFolder, openFresh } from '../db/fresh.ts'
import { type Sink, startSink } from './sink.ts'

const sender = fileURLToPath(new URL('./sender.ts', import.meta.url))
const origin = 'https://pacta.example.org'

const received = async (sink: Sink, count: number): Promise<void> => {
  for (let i = 0; i < 600 && sink.taken.length < count; i++) await sleep(50)
  assert.equal(sink.taken.length, count)
}

// Durability of a PostgreSQL server is the server's.
describe('a server killed', { skip: process.env.DATABASE_URL !== undefined }, () => {
  it('after a letter was put sends it when it starts again', { timeout: 120_000 }, async () => {
    const folder = await makeDataFolder()
    const put = startProcess(folder, 'put', '', sender)
    const letterId = (await put.said('put ')).slice(4)
    put.process.kill('SIGKILL')
    await put.ended
    const sink = await startSink()
    const again = startProcess(folder, 'send', String(sink.port), sender)
    await again.said('sending')
    await received(sink, 1)
    assert.equal(sink.taken[0]?.letter.messageId, `<${letterId}@example.org>`)
    assert.match(sink.taken[0]?.letter.text ?? '', /https:\/\/pacta\.example\.org\/sign-in\/new\/abc/)
    again.process.stdin?.end()
    assert.equal(await again.ended, 0, again.errors())
    await sink.close()
  })

  it('while it hands one over sends it again, under the same name', { timeout: 120_000 }, async () => {
    const folder = await makeDataFolder()
    const put = startProcess(folder, 'put', '', sender)
    await put.said('put ')
    put.process.stdin?.end()
    await put.ended
    // The letter is with the mail server, which takes its time to say so.
    const slow = await startSink({ waitsMs: 2_000 })
    const first = startProcess(folder, 'send', String(slow.port), sender)
    for (let i = 0; i < 600 && !slow.isTaking(); i++) await sleep(20)
    first.process.kill('SIGKILL')
    await first.ended
    const store = await openStore({ dataDir: folder })
    const sink = await startSink()
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    const deliver = (minutes: number) =>
      deliverLetters(store.people, {
        server: sink.server,
        origin,
        secret: 'x'.repeat(32),
        now: () => at(minutes),
      })
    // Whoever has it may still be at it.
    assert.equal((await deliver(1)).sent, 0)
    assert.equal((await deliver(6)).sent, 1)
    await received(slow, 1)
    assert.equal(sink.taken[0]?.letter.messageId, slow.taken[0]?.letter.messageId)
    await store.close()
    await Promise.all([slow.close(), sink.close()])
  })
})

describe('many who send at once', () => {
  it('send each letter once', { timeout: 120_000 }, async () => {
    const store = await openFresh()
    const sink = await startSink({ waitsMs: 5 })
    const letters = 24
    for (let i = 0; i < letters; i++)
      await putLetter(store.people, {
        kind: 'test',
        to: { address: `person-${i}@example.org`, name: '' },
        language: 'en',
        values: {},
      })
    const sent = await Promise.all(
      Array.from({ length: 6 }, () =>
        deliverLetters(store.people, { server: sink.server, origin, secret: 'x'.repeat(32) }),
      ),
    )
    assert.equal(
      sent.reduce((sum, one) => sum + one.sent, 0),
      letters,
    )
    assert.equal(new Set(sink.taken.map(({ to }) => to.join())).size, letters)
    assert.equal(sink.taken.length, letters)
    assert.equal((await countLetters(store.people)).sent, letters)
    await store.close()
    await sink.close()
  })
})
