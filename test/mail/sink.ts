// A mail server of the tests' own, on this machine: it takes letters over, or does not, as real ones do.
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { type MailServer, readMailServer } from '../../src/mail/smtp.ts'

export type Taken = {
  from: string
  to: string[]
  isSecure: boolean
  user: string | undefined
  raw: string
  /** The letter, read by a library that shares no code with ours. */
  letter: Email
}

export type Sink = {
  port: number
  taken: Taken[]
  /** Whether a letter has arrived whole that it has not yet said it has. */
  isTaking: () => boolean
  /** The server as the settings name it. */
  server: MailServer
  close: () => Promise<void>
}

type Behaviour = {
  /** Refuses recipients with this code and text. */
  refuses?: { code: number; text: string }
  /** Drops the line in the middle of the letter. */
  drops?: boolean
  /** Waits before it says that it has the letter; milliseconds. */
  waitsMs?: number
  /** Wants a user and a password. */
  account?: { user: string; password: string }
  /** Offers STARTTLS; 'only': TLS from the first byte on. */
  tls?: boolean | 'only'
}

/** Starts a mail server on a free port of 127.0.0.1. */
export const startSink = async (behaviour: Behaviour = {}): Promise<Sink> => {
  const { refuses, drops = false, waitsMs = 0, account, tls = false } = behaviour
  const taken: Taken[] = []
  let taking = 0
  const options: SMTPServerOptions = {
    secure: tls === 'only',
    disabledCommands: tls === false ? ['STARTTLS'] : [],
    allowInsecureAuth: true,
    authOptional: account === undefined,
    onAuth: ({ username, password }, _, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(Object.assign(new Error(`Not ${username} with ${password}`), { responseCode: 535 })),
    onRcptTo: (_, __, done) =>
      refuses === undefined
        ? done()
        : done(Object.assign(new Error(refuses.text), { responseCode: refuses.code })),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => {
        parts.push(part)
        // biome-ignore lint/suspicious/noExplicitAny: the line itself, of which the session's type does not speak
        if (drops) for (const { _socket } of (server as any).connections) _socket.destroy()
      })
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString('utf8')
        const { mailFrom, rcptTo } = session.envelope
        const letter = await PostalMime.parse(raw)
        taking++
        await sleep(waitsMs)
        taking--
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          isSecure: session.secure,
          user: session.user === undefined ? undefined : String(session.user),
          raw,
          letter,
        })
        done()
      })
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => {}) // a dropped line is what some tests ask for
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  const user =
    account === undefined
      ? ''
      : `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}@`
  return {
    port,
    taken,
    isTaking: () => taking > 0,
    server: readMailServer({
      smtpUrl: `${tls === 'only' ? 'smtps' : 'smtp'}://${user}127.0.0.1:${port}`,
      mailFrom: 'Pacta of Vesland <pacta@example.org>',
    })!,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
