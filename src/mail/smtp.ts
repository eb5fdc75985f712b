// The mail server letters are handed to: its settings, and one letter sent.
import { isMailAddress, onOneLine } from '../accounts/letter.ts'
import type { Config } from '../config.ts'
import { problem } from '../problem.ts'

export type MailServer = {
  host: string
  port: number
  /** TLS from the first byte on (smtps://); otherwise STARTTLS. */
  isTls: boolean
  /** Refuses a server that offers no TLS, or whose certificate nobody vouches for. */
  needsTls: boolean
  user: string | undefined
  password: string | undefined
  /** Whom letters come from. */
  from: { address: string; name: string }
  /** The longest one letter may take; milliseconds. */
  limitMs: number
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** "Pacta <pacta@example.org>" or the address alone. Throws `usage`. */
const readFrom = (text: string): MailServer['from'] => {
  const [, name = '', inner] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? []
  const address = (inner ?? text).trim()
  if (!isMailAddress(address))
    throw problem(
      'usage',
      'PACTA_MAIL_FROM should be an address such as pacta@example.org, or "Pacta <pacta@example.org>".',
    )
  return { address, name: onOneLine(name).replaceAll('"', '') }
}

/**
 * The mail server of PACTA_SMTP_URL and PACTA_MAIL_FROM; undefined where neither is set: letters then wait. Throws
 * `usage`, without repeating what was given, which holds a password.
 */
export const readMailServer = ({
  smtpUrl,
  mailFrom,
}: Pick<Config, 'smtpUrl' | 'mailFrom'>): MailServer | undefined => {
  if (smtpUrl === undefined && mailFrom === undefined) return undefined
  if (smtpUrl === undefined || mailFrom === undefined)
    throw problem('usage', 'Letters need both PACTA_SMTP_URL and PACTA_MAIL_FROM; one of them is not set.')
  const url = URL.parse(smtpUrl)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw problem(
      'usage',
      'PACTA_SMTP_URL should be an address such as smtp://user:password@mail.example.org:587 or smtps://…; signs such as @, : and / in a password are written as %40, %3A and %2F.',
    )
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isTls = url.protocol === 'smtps:'
  return {
    host,
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    isTls,
    needsTls: !isThisMachine(host),
    user: url.username === '' ? undefined : decoded(url.username),
    password: url.password === '' ? undefined : decoded(url.password),
    from: readFrom(mailFrom),
    limitMs: 120_000,
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw problem('usage', 'PACTA_SMTP_URL holds a "%" that begins no code; a percent sign itself is %25.')
  }
}

/** A letter written out. */
export type Message = {
  /** Its own name among all letters of the world, without brackets (RFC 5322, 3.6.4). */
  id: string
  to: { address: string; name: string }
  subject: string
  text: string
  /** BCP 47. */
  language: string
  /** Where a mail program asks for no more of them with one click (RFC 8058). */
  unsubscribe?: string | undefined
}

/** What the server or the line said, on one line, and never what we signed in with. */
const troubleOf = (error: unknown, { user, password }: MailServer): string => {
  const { message, code } = error as { message?: string; code?: string }
  const secrets = [user, password].flatMap((secret) =>
    secret === undefined ? [] : [secret, Buffer.from(secret).toString('base64')],
  )
  const said = secrets.reduce((words, secret) => words.replaceAll(secret, '…'), message ?? String(error))
  return onOneLine(code === undefined ? said : `${said} (${code})`)
}

/** What stood in the way. `isServers`: not this letter, but the line to the server, so that no other would come through. */
export type Trouble = { words: string; isServers: boolean }

const serversOwn = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'ECONFIG',
])

/**
 * Hands a letter to the mail server. Returns what stood in the way, or null when the server has taken it over. `breakOff`
 * ends the waiting, as the server's own limit does.
 */
export const sendMessage = async (
  server: MailServer,
  message: Message,
  breakOff?: AbortSignal,
): Promise<Trouble | null> => {
  // Loaded when the first letter goes: commands that send none start sooner without it.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.isTls,
    requireTLS: server.needsTls,
    tls: { rejectUnauthorized: server.needsTls, minVersion: 'TLSv1.2' },
    ...(server.user === undefined ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
  try {
    await transport.sendMail({
      messageId: `<${message.id}>`,
      from: server.from,
      to: { address: message.to.address, name: onOneLine(message.to.name) },
      subject: onOneLine(message.subject),
      text: message.text,
      textEncoding: 'base64',
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': message.language,
        ...(message.unsubscribe === undefined
          ? {}
          : {
              'List-Unsubscribe': { prepared: true, value: `<${message.unsubscribe}>` },
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
      },
      signal: AbortSignal.any([
        AbortSignal.timeout(server.limitMs),
        ...(breakOff === undefined ? [] : [breakOff]),
      ]),
    })
    return null
  } catch (error) {
    const { code = '' } = error as { code?: string }
    return { words: troubleOf(error, server), isServers: serversOwn.has(code) }
  } finally {
    transport.close()
  }
}
