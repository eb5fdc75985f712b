// Letters in words: what each kind says, in the language it is written in.
import type { LetterKind, LetterValues } from '../accounts/letter.ts'
import { createFormat } from '../facts/format.ts'
import { baseOf } from '../words/address.ts'
import { english } from '../words/catalogue.ts'
import { mail } from '../words/en/mail.ts'
import { findLanguage } from '../words/languages.ts'
import { createText, type Text } from '../words/text.ts'
import { inLines } from './lines.ts'

/** A letter of one kind with what it says. */
export type Said = { [Kind in LetterKind]: { kind: Kind; values: LetterValues[Kind] } }[LetterKind]

export type Written = {
  subject: string
  text: string
  /** The language it is written in: English where the catalogue lacks words of letters. */
  language: string
  /** The whole address at which no more of these are asked for. */
  unsubscribe?: string
}

/** The language letters are written in for a reader of `language`: a letter is in one, never in two. */
export const letterLanguage = (language: string): string => {
  const catalogue = findLanguage(language)?.catalogue
  return catalogue !== undefined && Object.keys(mail).every((key) => Object.hasOwn(catalogue, key))
    ? language
    : 'en'
}

/** The words of a language for letters. */
export const letterText = (language: string): Text =>
  createText(language, findLanguage(language)?.catalogue ?? english)

const decidedKeys = {
  'approval-asked': { subject: 'letter.approval-asked.subject', body: 'letter.approval-asked.body' },
  returned: { subject: 'letter.returned.subject', body: 'letter.returned.body' },
} as const
const thingKeys = {
  fact: 'letter.thing.fact',
  report: 'letter.thing.report',
  figures: 'letter.thing.figures',
  page: 'letter.thing.page',
} as const

type Parts = { subject: string; parts: readonly string[] }
type Speaking = { text: Text; day: (iso: string) => string; link: (path: string) => string; base: string }

/** The subject, and what stands between greeting and end. */
const sayLetter = (said: Said, { text, day, link, base }: Speaking): Parts => {
  switch (said.kind) {
    case 'invitation': {
      const { by, until } = said.values
      return {
        subject: text('letter.invitation.subject'),
        parts: [
          text('letter.invitation.body', { by, until: day(until) }),
          link(said.values.link),
          text('letter.once'),
          text('letter.invitation.after'),
        ],
      }
    }
    case 'password-link':
      return {
        subject: text('letter.password-link.subject'),
        parts: [
          text('letter.password-link.body', { count: said.values.minutes }),
          link(said.values.link),
          text('letter.once'),
          text('letter.password-link.after'),
        ],
      }
    case 'address-link':
      return {
        subject: text('letter.address-link.subject'),
        parts: [
          text('letter.address-link.body', { until: day(said.values.until) }),
          link(said.values.link),
          text('letter.once'),
          text('letter.address-link.after'),
        ],
      }
    case 'address-notice':
      return {
        subject: text('letter.address-notice.subject'),
        parts:
          said.values.what === 'asked'
            ? [
                text('letter.address-notice.asked'),
                link(`${base}/account/profile`),
                text('letter.address-notice.askedAfter'),
              ]
            : [text('letter.address-notice.changed'), text('letter.address-notice.changedAfter')],
      }
    case 'approval-asked':
    case 'returned': {
      const { what, by } = said.values
      const keys = decidedKeys[said.kind]
      const who = by === null ? [] : [text('letter.decided.by', { by })]
      const kind = text(thingKeys[what])
      return {
        subject: text(keys.subject),
        parts: [
          [text(keys.body, { what: kind }), ...who, text('letter.decided.where')].join(' '),
          link(said.values.link),
          text('digest.change'),
          link(`${base}/account/letters`),
        ],
      }
    }
    case 'test':
      return { subject: text('letter.test.subject'), parts: [text('letter.test.body')] }
    case 'digest':
      return { subject: said.values.subject, parts: [said.values.body] }
  }
}

/**
 * The letter written out. `origin`: what addresses in it begin with; `name`: whom it greets. What a digest says has its
 * lines already.
 */
export const writeLetter = (
  said: Said,
  { language, name, origin }: { language: string; name: string; origin: string },
): Written => {
  const spoken = letterLanguage(language)
  const text = letterText(spoken)
  const day = createFormat(spoken).date
  // An address has a line of its own, indented, so that programs make a link of it.
  const link = (path: string): string => `  ${origin}${path}`
  const { subject, parts } = sayLetter(said, { text, day, link, base: baseOf('register', spoken) })
  const greeting = name.trim() === '' ? text('letter.greetingAll') : text('letter.greeting', { name })
  const lines = parts.map((part) => (said.kind === 'digest' || part.startsWith('  ') ? part : inLines(part)))
  const whole = [inLines(greeting), ...lines, `-- \n${inLines(text('letter.end', { origin }))}`].join('\n\n')
  return {
    subject,
    text: `${whole}\n`,
    language: spoken,
    ...(said.kind === 'digest' ? { unsubscribe: `${origin}${said.values.unsubscribe}` } : {}),
  }
}
