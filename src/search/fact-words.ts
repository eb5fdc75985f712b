// What a fact says, field by field, in the words in which pages show it, in every language of the interface: what one reads, one
// can find. Words of a source stay as they are.
import { rhythmOf } from '../engagements/recurring.ts'
import { createFormat, type Format } from '../facts/format.ts'
import { isIdOnly } from '../facts/id-only.ts'
import { type FieldSpec, fieldsOf, type KindSpec } from '../facts/kind.ts'
import { readRecurrence } from '../facts/recurrence.ts'
import { voiceOf } from '../indicators/names.ts'
import { readOncePerInstruments } from '../instrument-folders.ts'
import { english, type TextKey } from '../words/catalogue.ts'
import { findLanguage } from '../words/languages.ts'
import { oursIn } from '../words/ours.ts'
import type { Ours, Voice } from '../words/say.ts'
import { createText, type Text } from '../words/text.ts'

export type FactSaid = { kind: KindSpec | undefined; body: Readonly<Record<string, unknown>> }

/** Ids of other facts, fields about fields, addresses: nobody reads them as words. */
const unsaid = new Set(['inferred', 'partOf', 'concerns', 'shows', 'order', 'ownLanguage', 'series'])
/** A roll call names all States in lists: whoever looks for a State does not look for each of its votes. */
const lists = new Set(['votedYes', 'votedNo', 'abstained', 'titleInFile', 'symbolInFile', 'dayInFile'])
/** Said as its title, or whole as texts of their own. */
const texts = new Set(['title', 'text', 'ownTitle', 'ownText', 'note'])
/** Figures with what is counted, which is then no field of its own. */
const figures = ['quantity', 'target']

type Speaker = { text: Text; format: Format; voice: Voice }

/** The words of pages for a field, a status or a unit; of other things the data's own, where the language has them. */
const wordFor = ({ text, voice }: Speaker, group: string, name: string): string => {
  const key = `ministry.${group}.${name}`
  if (Object.hasOwn(english, key)) return text(key as TextKey)
  return group === 'field' ? voice.names.field(name) : voice.names.entry(group, name)
}

/** "more than 120 persons per year". */
const figureWords = (speaker: Speaker, body: FactSaid['body'], field: string): string => {
  const { text, format } = speaker
  const value = body[field] as number
  const unit = typeof body.unit === 'string' ? ` ${wordFor(speaker, 'unit', body.unit)}` : ''
  const bare = `${/year/i.test(field) ? value : format.number(value)}${figures.includes(field) ? unit : ''}`
  const comparator = body[`${field}Comparator`]
  const compared =
    typeof comparator === 'string'
      ? text(`ministry.comparator.${comparator}` as TextKey, { value: bare })
      : bare
  return figures.includes(field) && typeof body.per === 'string'
    ? text('ministry.per', { quantity: compared, unit: wordFor(speaker, 'unit', body.per) })
    : compared
}

/** Ids of other facts and parts of instruments, which no page shows so; names of actors and offices can be read. */
const isUnread = (ref: readonly string[], written: string): boolean =>
  isIdOnly(written) || !(ref.includes('actor') || ref.includes('office'))

const entryWords = (
  speaker: Speaker,
  { field, spec }: { field: string; spec: FieldSpec | undefined },
  entry: unknown,
  nameOf: (id: string) => string,
): string => {
  const { format, voice } = speaker
  // A row of a table: its cells.
  if (typeof entry === 'object' && entry !== null)
    return Object.entries(entry)
      .filter(([, cell]) => cell !== null && cell !== '')
      .map(([cell, value]) => entryWords(speaker, { field: cell, spec: undefined }, value, nameOf))
      .join(' ')
  if (typeof entry === 'boolean') return voice.value(field, entry)
  if (typeof entry === 'number') return /year/i.test(field) ? String(entry) : format.number(entry)
  const written = String(entry)
  if (spec?.form === 'recurrence') {
    const recurrence = readRecurrence(written)
    if (recurrence === 'continuous') return speaker.text('ministry.recurrence.continuous')
    return recurrence === undefined ? '' : voice.say(rhythmOf(recurrence))
  }
  if (/^https?:/.test(written)) return ''
  const named = nameOf(written)
  if (named !== written) return named
  if (spec?.ref !== undefined && isUnread(spec.ref, written)) return ''
  const dated = format.date(written)
  if (dated !== written) return dated
  if (field === 'status' || field === 'unit') return wordFor(speaker, field, written)
  if (field === 'stages') return wordFor(speaker, 'stage', written)
  return voice.names.entry(field, written)
}

const capital = (words: string): string => words.replace(/^\p{L}/u, (first) => first.toUpperCase())

/** Between the name of a field and its value; the blank is one that no text of a source has there. */
const afterLabel = ':\u00a0'
const label = /(?<=^|; )[^;:]*:\u00a0/g

/** What is said without the names of fields, which thousands of facts have alike. */
export const withoutLabels = (said: string): string => said.replace(label, '')

/** Every field with its value: "Quantity: more than 120 persons", in the order of its kind. */
const fieldsSaid = (speaker: Speaker, { kind, body }: FactSaid, nameOf: (id: string) => string): string[] => {
  const specs = kind === undefined ? {} : fieldsOf(kind)
  const order = Object.keys(specs)
  const hasFigure = figures.some((field) => typeof body[field] === 'number')
  return Object.entries(body)
    .filter(
      ([field, value]) =>
        value !== null &&
        !unsaid.has(field) &&
        !lists.has(field) &&
        !texts.has(field) &&
        !field.endsWith('Comparator') &&
        !(hasFigure && (field === 'unit' || field === 'per')),
    )
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([field, value]) => {
      const said =
        typeof value === 'number'
          ? figureWords(speaker, body, field)
          : [value]
              .flat()
              .map((entry) => entryWords(speaker, { field, spec: specs[field] }, entry, nameOf))
              .filter((words) => words !== '')
              .join(', ')
      return said === '' ? [] : [`${capital(wordFor(speaker, 'field', field))}${afterLabel}${said}`]
    })
}

/** Sentences of our data files in a language, in English where it has none: what is searched bears no marks. */
const plainOurs = (language: string): Ours => {
  const held = language === 'en' ? undefined : oursIn(language)
  return (text, fill = (sentence) => sentence) => fill(held?.get(text) ?? text)
}

const speakers = readOncePerInstruments(() => new Map<string, Speaker>())
const speakerIn = (language: string): Speaker => {
  const known = speakers().get(language)
  if (known !== undefined) return known
  const text = createText(language, findLanguage(language)?.catalogue ?? {})
  const format = createFormat(language)
  const speaker = { text, format, voice: voiceOf({ text, day: format.shortDate, ours: plainOurs(language) }) }
  speakers().set(language, speaker)
  return speaker
}

/**
 * What a fact says in a language (BCP 47), field by field. `nameOf`: what an actor is called in it, the text itself where it is
 * no actor's id.
 */
export const factWordsIn = (language: string, fact: FactSaid, nameOf: (id: string) => string): string[] =>
  fieldsSaid(speakerIn(language), fact, nameOf)

/** When a fact held: "since 2006", "1 May 2025"; null where its source has no date. */
export const heldWordsIn = (language: string, held: string | null): string | null => {
  if (held === null) return null
  const { text, format } = speakerIn(language)
  const open = /^(.+)\/\.\.$/.exec(held)?.[1]
  return open === undefined ? format.date(held) : text('ministry.since', { date: format.date(open) })
}
