// What a datum, an answer or a report says, in one line for people. The words of the State or its source stay as they
// are; those of ours are said in the reader's language.
import type { FieldValue } from '../words/reason.ts'
import type { Voice } from '../words/say.ts'

/** Texts of questions by `<obligation>/<question>`. */
export type QuestionTexts = ReadonlyMap<string, string>

type Body = Readonly<Record<string, unknown>>

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

const asValue = (value: unknown): FieldValue => {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.map(String) : String(value)
}

const capital = (words: string): string => words.replace(/\p{L}/u, (first) => first.toUpperCase())

const reportSays = ({ text, day }: Voice, body: Body): string => {
  const given = { year: Number(body.coversYear), on: day(String(body.receivedOn)) }
  const number = Number(body.version)
  return number > 1 ? text('says.report.version', { ...given, number }) : text('says.report', given)
}

const answerSays = (voice: Voice, body: Body, questions: QuestionTexts): string => {
  const { text, names } = voice
  const asked = questions.get(`${body.obligation}/${body.question}`)
  const question = asked === undefined ? String(body.question) : names.ours(asked)
  const unit = isGiven(body.unit) ? ` ${names.ours(String(body.unit))}` : ''
  const number = isGiven(body.number) ? ` ${voice.value('number', body.number as number)}${unit}` : ''
  const silence = isGiven(body.silence) ? ` (${names.ours(String(body.silence))})` : ''
  const answer = `${capital(names.entry('answer', String(body.answer)))}${silence}${number}.`
  const hands = [
    isGiven(body.codedBy) ? text('says.coded', { name: String(body.codedBy) }) : '',
    isGiven(body.confirmedBy) ? text('says.confirmed', { name: String(body.confirmedBy) }) : '',
  ].filter((hand) => hand !== '')
  const report = [reportSays(voice, body), ...(hands.length > 0 ? [hands.join(', ')] : [])].join('; ')
  return [question, answer, ...(isGiven(body.text) ? [String(body.text)] : []), `${report}.`].join(' ')
}

/** A sentence with its places filled in; parts that lack a field are left out. */
const filled = (voice: Voice, sentence: string, body: Body): string =>
  sentence
    .split(';')
    .map((part) => part.trim())
    .filter((part) => [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => isGiven(body[name!])))
    .map((part) =>
      // A number that is known only roughly says so: ~1100, never 1100.
      part.replaceAll(
        /\{(\w+)\}/g,
        (_, name: string) => `${body[`${name}Comparator`] ?? ''}${voice.value(name, asValue(body[name]))}`,
      ),
    )
    .join('; ')

/** A kind's template in the language of `voice`; '' where every part lacks a field. */
const said = (voice: Voice, template: string, body: Body): string =>
  filled(voice, template, body) === ''
    ? ''
    : voice.names.ours(template, (sentence) => filled(voice, sentence, body))

/**
 * One line: for an answer the question and what was answered; for a datum what its kind's `says` (`template`, in
 * English) makes of it, or its fields as they were given.
 */
export const sayingOf = (
  voice: Voice,
  { kind, body }: { kind: string; body: Body },
  questions: QuestionTexts,
  template: string | undefined,
): string => {
  if (kind === 'answer') return answerSays(voice, body, questions)
  if (kind.endsWith('-report')) return `${reportSays(voice, body)}.`
  const words = template === undefined ? '' : said(voice, template, body)
  if (words !== '') return words
  const fields = Object.entries(body).filter(([, value]) => isGiven(value))
  return (
    fields
      .map(([name, value]) =>
        voice.text('parts.field', {
          field: voice.names.field(name),
          value: voice.value(name, asValue(value)),
        }),
      )
      .join('; ') || voice.names.kind(kind)
  )
}
