import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { markFailed, putLetter } from '../../src/accounts/letter-store.ts'
import type { Command, CommandContext } from '../../src/cli/command.ts'
import { mailStatus, mailTest } from '../../src/cli/mail.ts'
import type { Store } from '../../src/db/store.ts'
import { runCommand } from '../run-command.ts'
import { inTestStore } from '../world.ts'
import { type Sink, startSink } from './sink.ts'

const run = (command: Command, options: CommandContext['options'], store?: Store) =>
  runCommand(command, [], options, store)

describe('pacta mail', () => {
  let sink: Sink
  const set = () => {
    process.env.PACTA_SMTP_URL = `smtp://pacta:geheim@127.0.0.1:${sink.port}`
    process.env.PACTA_MAIL_FROM = 'pacta@example.org'
  }
  const unset = () => {
    delete process.env.PACTA_SMTP_URL
    delete process.env.PACTA_MAIL_FROM
  }
  before(async () => {
    sink = await startSink({ account: { user: 'pacta', password: 'geheim' } })
  })
  after(async () => {
    unset()
    await sink.close()
  })

  it('test sends a letter at once, or says why not', async () => {
    await assert.rejects(run(mailTest, { to: 'tuya@example.org' }), /No mail server is set/)
    set()
    const sent = await run(mailTest, { to: 'tuya@example.org', language: 'mn' })
    assert.equal(sent.code, 0)
    assert.match(sent.out, /^127\.0\.0\.1:\d+ has taken the letter to tuya@example\.org\.$/)
    assert.match(sink.taken[0]?.letter.text ?? '', /Ө ө Ү ү/)
    process.env.PACTA_SMTP_URL = `smtp://pacta:falsch@127.0.0.1:${sink.port}`
    const refused = await run(mailTest, { to: 'tuya@example.org', json: true })
    assert.equal(refused.code, 1)
    assert.equal(JSON.parse(refused.out).taken, false)
    assert.doesNotMatch(refused.out, /falsch/)
    await assert.rejects(run(mailTest, { to: 'tuya@example.org, bold@example.org' }), /one address/)
    await assert.rejects(run(mailTest, { to: 'tuya@example.org', language: 'xx' }), /--language/)
  })

  it('status says what waits and what stands in the way, without what letters say and without passwords', () =>
    inTestStore(async (store) => {
      unset()
      assert.match((await run(mailStatus, {}, store)).out, /^No mail server is set .*letters wait\.\n0 wait/)
      set()
      const letterId = await putLetter(store.people, {
        kind: 'invitation',
        to: { address: 'tuya@example.org', name: 'Tuya' },
        language: 'en',
        values: { by: 'Bold', link: '/people/invitations/secret', until: '2026-11-29' },
      })
      await markFailed(store.people, letterId, {
        trouble: '550 no such mailbox',
        nextTryAt: '2026-11-22T10:00:00Z',
      })
      for (const json of [false, true]) {
        const { code, out } = await run(mailStatus, { json }, store)
        assert.equal(code, 0)
        assert.match(out, /550 no such mailbox/)
        assert.match(out, /tuya@example\.org/)
        assert.doesNotMatch(out, /geheim|secret/)
      }
      assert.match((await run(mailStatus, {}, store)).out, /0 wait, 1 failed and are tried again, 0 given up/)
    }))
})
