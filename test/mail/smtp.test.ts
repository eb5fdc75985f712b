import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type Message, readMailServer, sendMessage } from '../../src/mail/smtp.ts'
import type { problem } from '../../src/problem.ts'
import { type Sink, startSink } from './sink.ts'

const message: Message = {
  id: '019352aa-0000-7000-8000-000000000001@example.org',
  to: { address: 'tuya@example.org', name: 'Төмөрбаатарын Туяа' },
  subject: 'Өнөөдөр хугацаа нь болох үүрэг: 3',
  text: `Эрхэм Туяа танаа,\n\n${'Гэрээний дагуу тайлан ирүүлэх хугацаа ойртож байна. '.repeat(4)}\n`,
  language: 'mn',
}

const readError = (smtpUrl: string, mailFrom = 'pacta@example.org'): string => {
  try {
    readMailServer({ smtpUrl, mailFrom })
  } catch (error) {
    return (error as ReturnType<typeof problem>).message
  }
  return assert.fail(`taken: ${smtpUrl}`)
}

describe('the settings of the mail server', () => {
  it('are those of its address; beyond this machine nothing goes without TLS', () => {
    const read = (smtpUrl: string) => readMailServer({ smtpUrl, mailFrom: 'Pacta <pacta@example.org>' })!
    const outside = read('smtp://pacta%40example.org:se%2Fcr%40t@mail.example.org')
    assert.deepEqual(
      [outside.host, outside.port, outside.isTls, outside.needsTls, outside.user, outside.password],
      ['mail.example.org', 587, false, true, 'pacta@example.org', 'se/cr@t'],
    )
    assert.deepEqual(outside.from, { address: 'pacta@example.org', name: 'Pacta' })
    const secure = read('smtps://mail.example.org')
    assert.deepEqual([secure.port, secure.isTls, secure.needsTls], [465, true, true])
    for (const here of ['localhost', '127.0.0.1', '127.8.9.1', '[::1]'])
      assert.equal(read(`smtp://${here}:2525`).needsTls, false, here)
    for (const there of ['localhost.example.org', '127.0.0.1.example.org', '10.0.0.1', '[::2]'])
      assert.equal(read(`smtp://${there}:2525`).needsTls, true, there)
    assert.equal(readMailServer({ smtpUrl: undefined, mailFrom: undefined }), undefined)
  })

  it('are refused in words that repeat no password', () => {
    for (const wrong of ['http://u:geheim@mail', 'smtp//u:geheim@mail', 'smtp://u:geheim%@mail', 'smtp://'])
      assert.doesNotMatch(readError(wrong), /geheim/)
    assert.match(readError('smtp://mail', 'nobody'), /PACTA_MAIL_FROM should be an address/)
    assert.match(readError('smtp://mail', 'a@example.org\r\nBcc: b@example.org'), /PACTA_MAIL_FROM/)
    assert.throws(() => readMailServer({ smtpUrl: 'smtp://mail', mailFrom: undefined }), /both/)
  })
})

describe('a letter handed over', () => {
  const open: Sink[] = []
  const start = async (...given: Parameters<typeof startSink>): Promise<Sink> => {
    const sink = await startSink(...given)
    open.push(sink)
    return sink
  }
  after(() => Promise.all(open.map((sink) => sink.close())))

  it('arrives in the letters it was written in, and says that nobody wrote it', async () => {
    const sink = await start()
    const unsubscribe = 'https://pacta.example.org/letters/stop/p-tuya.sig'
    assert.equal(await sendMessage(sink.server, { ...message, unsubscribe }), null)
    const [{ letter, from, to, raw }] = sink.taken as [Sink['taken'][0]]
    assert.deepEqual([from, to], ['pacta@example.org', ['tuya@example.org']])
    assert.equal(letter.subject, message.subject)
    assert.equal(letter.text, message.text)
    assert.equal(letter.html, undefined)
    assert.deepEqual(letter.to, [message.to])
    assert.deepEqual(letter.from, { address: 'pacta@example.org', name: 'Pacta of Vesland' })
    assert.equal(letter.messageId, `<${message.id}>`)
    const header = (name: string) => letter.headers.find(({ key }) => key === name)?.value
    assert.equal(header('auto-submitted'), 'auto-generated')
    assert.equal(header('content-language'), 'mn')
    assert.equal(header('list-unsubscribe'), `<${unsubscribe}>`)
    assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
    assert.match(header('content-type') ?? '', /^text\/plain; charset=utf-8/)
    // Old servers pass on seven bits, in lines of up to 998.
    assert.match(raw, /^[\x20-\x7e\r\n\t]*$/)
    assert.ok(raw.split('\r\n').every((line) => line.length <= 998))
  })

  it('has no more headers and recipients than were meant, whatever names hold', async () => {
    const sink = await start()
    const hostile = 'Tuya\r\nBcc: all@example.org\r\n\r\n"<x@example.org>, y@example.org'
    const sent = await sendMessage(sink.server, {
      ...message,
      to: { address: 'tuya@example.org', name: hostile },
      subject: `Reminder\r\nBcc: all@example.org\n\n${hostile}`,
    })
    assert.equal(sent, null)
    const [{ letter, to }] = sink.taken as [Sink['taken'][0]]
    assert.deepEqual(to, ['tuya@example.org'])
    assert.deepEqual(
      letter.to?.map(({ address }) => address),
      ['tuya@example.org'],
    )
    assert.equal(letter.bcc, undefined)
    assert.equal(letter.text, message.text)
  })

  it('goes through STARTTLS and TLS, with user and password', async () => {
    const account = { user: 'pacta@example.org', password: 'se/cr@t:%' }
    for (const tls of [true, 'only'] as const) {
      const sink = await start({ account, tls })
      assert.equal(await sendMessage(sink.server, message), null)
      assert.deepEqual([sink.taken[0]?.isSecure, sink.taken[0]?.user], [true, account.user])
    }
  })

  it('does not go where TLS is needed and nobody offers it, or nobody vouches for it', async () => {
    const plain = await start()
    const unsafe = await sendMessage({ ...plain.server, needsTls: true }, message)
    assert.match(unsafe?.words ?? '', /STARTTLS|TLS/)
    assert.equal(unsafe?.isServers, true)
    const selfMade = await start({ tls: true })
    const unknown = await sendMessage({ ...selfMade.server, needsTls: true }, message)
    assert.match(unknown?.words ?? '', /certificate/)
    assert.deepEqual([...plain.taken, ...selfMade.taken], [])
  })

  it('that is refused says by whom, and never the password', async () => {
    const full = await start({ refuses: { code: 452, text: 'Mailbox of tuya is full' } })
    const refused = await sendMessage(full.server, message)
    assert.match(refused?.words ?? '', /452 Mailbox of tuya is full/)
    assert.equal(refused?.isServers, false)
    const account = { user: 'pacta', password: 'geheim' }
    const other = await start({ account: { ...account, password: 'another' } })
    // This server repeats what it was told.
    const denied = await sendMessage({ ...other.server, ...account }, message)
    assert.match(denied?.words ?? '', /535/)
    assert.equal(denied?.isServers, true)
    assert.doesNotMatch(denied?.words ?? '', /geheim|pacta/)
  })

  it('is given up for now where the line drops, the server is too slow, or there is none', async () => {
    const dropping = await start({ drops: true })
    assert.match((await sendMessage(dropping.server, message))?.words ?? '', /clos|reset|hang/i)
    const slow = await start({ waitsMs: 3_000 })
    const tired = await sendMessage({ ...slow.server, limitMs: 300 }, message)
    assert.deepEqual([tired?.isServers, /abort/i.test(tired?.words ?? '')], [false, true])
    // Whoever stops the server does not wait for another's.
    const stopped = await sendMessage(slow.server, message, AbortSignal.timeout(200))
    assert.match(stopped?.words ?? '', /abort/i)
    const nobody = await start()
    await nobody.close()
    const unheard = await sendMessage(nobody.server, message)
    assert.match(unheard?.words ?? '', /ECONNREFUSED/)
    assert.equal(unheard?.isServers, true)
  })
})
