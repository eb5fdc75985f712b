// pacta mail status, test and digest: whether letters leave, what stands in their way, and what somebody is reminded of.
import { isMailAddress } from '../accounts/letter.ts'
import { countLetters, type LetterHead, listUnsent, putLetter } from '../accounts/letter-store.ts'
import { findPerson, findPersonByAddress, type PersonHeld } from '../accounts/person-store.ts'
import { readConfig } from '../config.ts'
import { uuidv7 } from '../db/store.ts'
import { gatherDigest } from '../mail/gather.ts'
import { type MailServer, readMailServer, sendMessage } from '../mail/smtp.ts'
import { writeLetter } from '../mail/write.ts'
import { problem } from '../problem.ts'
import { languages } from '../words/languages.ts'
import { type Command, type CommandContext, neededOption, textOption } from './command.ts'
import { originOf, secretOf } from './installation.ts'

/** The server in words: never its user or password. */
const serverWords = (server: MailServer | undefined): string =>
  server === undefined
    ? 'No mail server is set (PACTA_SMTP_URL, PACTA_MAIL_FROM): letters wait.'
    : `Letters go to ${server.host}:${server.port}, from ${server.from.address}${server.needsTls ? ', with TLS' : ''}.`

const line = ({ kind, personId, address, state, tries, madeAt, nextTryAt, trouble }: LetterHead): string =>
  `${madeAt.slice(0, 16)}Z  ${state.padEnd(8)}  ${kind.padEnd(14)}  to ${address ?? `person ${personId}`}` +
  `${tries === 0 ? '' : `; tried ${tries === 1 ? 'once' : `${tries} times`}`}` +
  `${state === 'failed' ? `, again at ${nextTryAt.slice(0, 16)}Z` : ''}${trouble === null ? '' : `: ${trouble}`}`

const mostListed = 100

const withId = (person: PersonHeld | undefined, given: string): PersonHeld => {
  if (person === undefined)
    throw problem('not-found', `Nobody has an account with the id or address "${given}".`)
  return person
}

export const mailStatus: Command = {
  name: 'mail status',
  summary: 'Says where letters go, how many wait, and what stands in the way of those that were not taken.',
  usage: '',
  example: 'pacta mail status',
  run: async (context) => {
    const { people } = await context.open()
    const server = readMailServer(readConfig())
    const [counted, unsent] = [await countLetters(people), await listUnsent(people, mostListed)]
    if (context.json) {
      const { host = null, port = null, needsTls = null } = server ?? {}
      const shown = server === undefined ? null : { host, port, needsTls, from: server.from.address }
      context.out(JSON.stringify({ server: shown, counted, unsent }, null, 2))
      return 0
    }
    const { waiting, failed, sent } = counted
    context.out(serverWords(server))
    context.out(
      `${waiting} wait, ${failed} failed and are tried again, ${counted['given-up']} given up, ${sent} sent (kept for 30 days).`,
    )
    for (const head of unsent) context.out(line(head))
    const more = waiting + failed + counted['given-up'] - unsent.length
    if (more > 0) context.out(`and ${more} more`)
    return 0
  },
}

/** Throws `usage` for a language there is no interface in. */
const asLanguage = (context: CommandContext): string => {
  const code = textOption(context, 'language') ?? 'en'
  if (languages.every((language) => language.code !== code))
    throw problem('usage', `--language is ${languages.map((one) => one.code).join(', ')}; it is "${code}".`)
  return code
}

export const mailTest: Command = {
  name: 'mail test',
  summary: 'Sends a letter at once, to see that the mail server takes it.',
  usage: '--to ADDRESS [--language CODE]',
  example: 'pacta mail test --to someone@example.org',
  options: {
    to: { type: 'string', describe: 'address it goes to' },
    language: { type: 'string', describe: 'language it is written in (default: en)' },
  },
  run: async (context) => {
    const to = neededOption(context, 'to')
    const language = asLanguage(context)
    if (!isMailAddress(to)) throw problem('usage', `--to should be one address for mail; it is "${to}".`)
    const config = readConfig()
    const server = readMailServer(config)
    if (server === undefined) throw problem('usage', serverWords(undefined))
    const written = writeLetter(
      { kind: 'test', values: {} },
      { language, name: '', origin: originOf(context) },
    )
    const id = `${uuidv7()}@${server.from.address.replace(/^.*@/, '')}`
    const trouble = await sendMessage(server, { id, to: { address: to, name: '' }, ...written })
    const at = `${server.host}:${server.port}`
    const said = { server: at, to, taken: trouble === null, trouble: trouble?.words ?? null }
    if (context.json) context.out(JSON.stringify(said, null, 2))
    else if (trouble === null) context.out(`${at} has taken the letter to ${to}.`)
    else context.out(`${at} did not take the letter to ${to}: ${trouble.words}`)
    return trouble === null ? 0 : 1
  },
}

export const mailDigest: Command = {
  name: 'mail digest',
  summary: 'Writes what somebody is reminded of, whatever day they chose: prints it, or sends it.',
  usage: '--person ID|ADDRESS [--dry-run]',
  example: 'pacta mail digest --person someone@example.org --dry-run',
  options: {
    person: { type: 'string', describe: 'whose: the id or the address of a person with an account' },
    'dry-run': { type: 'boolean', describe: 'print it; without this it is put among the letters to be sent' },
  },
  run: async (context) => {
    const given = neededOption(context, 'person')
    const store = await context.open()
    const { people } = store
    const person = withId(
      (await findPersonByAddress(people, given)) ?? (await findPerson(people, given)),
      given,
    )
    const [origin, { name, language, personId }] = [originOf(context), person]
    const secret = secretOf(context)
    const digest = await gatherDigest(store, person, { origin, secret })
    const isDry = context.options['dry-run'] === true
    const written =
      digest === undefined
        ? null
        : writeLetter({ kind: 'digest', values: digest }, { language, name, origin })
    const letterId =
      digest === undefined || isDry
        ? null
        : await putLetter(people, { kind: 'digest', to: { personId }, language, values: digest })
    if (context.json) context.out(JSON.stringify({ letterId, ...written }, null, 2))
    else if (written === null) context.out('There is nothing to say: no letter.')
    else
      context.out(
        isDry ? `${written.subject}\n\n${written.text.trimEnd()}` : `To be sent: ${written.subject}`,
      )
    return 0
  },
}
