// Cells as people fill them in, read as what a form would have been given: the words of an answer in any language,
// numbers with whatever separates their digits, days, texts. What could mean two things is not guessed.
import { plainDigits } from '../formats/digits.ts'
import type { ReadValue } from '../formats/xlsx-read.ts'
import { codesByWord, formKeys, stateKeys, voluntaryKeys, wordKey } from './workbook-form.ts'

/** What a cell says, or what is wrong with it. `''`: nothing. */
export type Reading = { text: string } | { message: string; found?: string; expected?: string }

const nothing: Reading = { text: '' }

/** What a cell shows, for messages. */
const shown = (value: ReadValue): string => {
  if (value.kind === 'text') return value.text.trim().slice(0, 80)
  if (value.kind === 'number')
    return value.isPercent
      ? `${plainDigits(Number((value.number * 100).toPrecision(15)))} %`
      : plainDigits(value.number)
  if (value.kind === 'day') return value.day
  if (value.kind === 'truth') return value.truth ? 'TRUE' : 'FALSE'
  return value.kind === 'error' ? value.code : '= …'
}

/** A formula or an error stands for no value, whatever a program once made of it. */
const unread = (value: ReadValue): Reading | undefined =>
  value.kind === 'formula'
    ? { message: 'A formula stands here; formulas are not run', expected: 'the value itself, typed' }
    : value.kind === 'error'
      ? {
          message: 'An error of the spreadsheet stands here',
          found: value.code,
          expected: 'the value itself',
        }
      : undefined

const wrong = (value: ReadValue, message: string, expected: string): Reading => ({
  message,
  found: shown(value),
  expected,
})

/** Ends what `cutNote` in formats/xlsx.ts cut off. */
const isCut = /… \[cut: this text has \d+ characters/

/** A text. Numbers are text as they are shown; a day is what programs make of "7-12", so it is asked for again. */
export const readText = (value: ReadValue | undefined): Reading => {
  if (value === undefined) return nothing
  const refused = unread(value)
  if (refused !== undefined) return refused
  if (value.kind === 'day')
    return wrong(value, 'A day stands here, perhaps made by the spreadsheet', 'text; format the cell as text')
  const text = value.kind === 'text' ? value.text.replace(/\r\n?/g, '\n').trim() : shown(value)
  return isCut.test(text)
    ? { message: 'The text was cut off when the workbook was made', expected: 'the whole text, or none' }
    : { text }
}

const states = codesByWord(stateKeys)
// Answers come back in the languages reports are written in, too.
const otherWords: Record<string, readonly string[]> = {
  yes: ['oui', 'sí', 'да', 'نعم', '是', 'sim'],
  partly: [
    'partial',
    'partially',
    'en partie',
    'partiellement',
    'parcialmente',
    'en parte',
    'частично',
    'جزئيا',
    '部分',
  ],
  no: ['non', 'нет', 'لا', '否', 'não'],
  'not applicable': ['n/a', 'sans objet', 'no aplicable', 'no procede', 'неприменимо', 'لا ينطبق', '不适用'],
}
for (const [code, words] of Object.entries(otherWords))
  for (const word of words) states.set(wordKey(word), code)

const forms = codesByWord(formKeys)
const voluntary = codesByWord(voluntaryKeys)

const readWord = (
  value: ReadValue | undefined,
  codes: ReadonlyMap<string, string>,
  expected: string,
): Reading => {
  if (value === undefined) return nothing
  const refused = unread(value)
  if (refused !== undefined) return refused
  const text =
    value.kind === 'truth' ? (value.truth ? 'yes' : 'no') : value.kind === 'text' ? value.text : undefined
  if (text !== undefined && text.trim() === '') return nothing
  const code = text === undefined ? undefined : codes.get(wordKey(text))
  return code === undefined ? wrong(value, 'Not one of the answers', `one of: ${expected}`) : { text: code }
}

/** An answer by its word, in any language. `expected`: the words of the template's own language. */
export const readState = (value: ReadValue | undefined, expected: string): Reading =>
  readWord(value, states, expected)
export const readForm = (value: ReadValue | undefined, expected: string): Reading =>
  readWord(value, forms, expected)
export const readVoluntary = (value: ReadValue | undefined, expected: string): Reading =>
  readWord(value, voluntary, expected)

const westernDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (sign) => String(sign.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066a', '%')
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ' ')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .trim()

/** 1.250 and 1,250 alone: 1250 here, 1.25 there. */
const ambiguous = /^-?[1-9]\d{0,2}[.,]\d{3}$/

/** Digits in groups of three are one number; what can be read in two ways stays undefined. */
const numberIn = (text: string): string | undefined => {
  const plain = /^-?\d+(\.\d+)?$/
  if (ambiguous.test(text)) return undefined
  if (plain.test(text)) return text
  const grouped = /^(-?\d{1,3})(?:([ ',’.])\d{3})(?:\2\d{3})*(?:([.,])(\d+))?$/.exec(text)
  if (grouped !== null && grouped[2] !== grouped[3]) {
    const [whole = '', ...rest] =
      grouped[3] === undefined ? [text] : [text.slice(0, text.lastIndexOf(grouped[3])), grouped[4]]
    if (/^-?0/.test(whole))
      return grouped[2] === ',' && rest.length === 0 ? text.replace(',', '.') : undefined
    return [whole.replace(/[ ',’.]/g, ''), ...rest].join('.')
  }
  // A comma before other than three digits is a decimal one.
  return /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : undefined
}

const percentWords = new Set(
  [
    ...['%', 'percent', 'per cent', 'percentage', 'pct', 'pour cent', 'por ciento', 'por cento'],
    ...['процент', 'процентов', 'хувь', 'بالمئة', 'في المائة', '百分比'],
  ].map(wordKey),
)

/** Whether numbers in this unit are percentages, as in 45 for 45 %. */
export const isPercentUnit = (unit: string | undefined): boolean =>
  unit !== undefined && percentWords.has(wordKey(unit))

/** A digit above or below the line, in a circle or of a fraction, but for one that belongs to a unit, such as m². */
const noteSign = /(?<!\p{L})\p{No}/u

/** A number as digits with a full stop; `unit` may stand behind it. */
export const readNumber = (value: ReadValue | undefined, unit: string | undefined): Reading => {
  if (value === undefined) return nothing
  const refused = unread(value)
  if (refused !== undefined) return refused
  const digits = 'a number in digits, such as 1250 or 12.5'
  if (value.kind === 'number') {
    if (!value.isPercent) return { text: plainDigits(value.number) }
    return isPercentUnit(unit)
      ? { text: plainDigits(Number((value.number * 100).toPrecision(15))) }
      : wrong(value, 'A percentage stands here', unit === undefined ? digits : `${digits}, in ${unit}`)
  }
  if (value.kind === 'day') return wrong(value, 'A day stands here, perhaps made by the spreadsheet', digits)
  if (value.kind === 'truth') return wrong(value, 'Not a number', digits)
  if (value.kind !== 'text' || value.text.trim() === '') return nothing
  if (noteSign.test(value.text))
    return wrong(value, 'A sign stands beside the number that may be a footnote or a fraction', digits)
  const given = westernDigits(value.text)
  const behind = /[^\d.,]+$/.exec(given)?.[0].trim() ?? ''
  if (isPercentUnit(behind) && !isPercentUnit(unit))
    return wrong(value, 'A percentage stands here', unit === undefined ? digits : `${digits}, in ${unit}`)
  const isUnit = behind !== '' && (isPercentUnit(behind) || wordKey(behind) === wordKey(unit ?? ''))
  // "m2" ends in a digit.
  const bare =
    unit !== undefined && wordKey(given).endsWith(` ${wordKey(unit)}`)
      ? given.slice(0, given.length - unit.length).trim()
      : isUnit
        ? given.slice(0, given.length - behind.length).trim()
        : given
  const number = numberIn(bare)
  if (number !== undefined) return { text: number }
  return ambiguous.test(bare)
    ? wrong(
        value,
        'This can be read in two ways',
        `${bare.replace(/[.,]/, '')} or ${plainDigits(Number(bare.replace(',', '.')))}, in digits only`,
      )
    : wrong(value, 'Not a number', digits)
}

/** A day as YYYY-MM-DD, or, where `isPrecise` is false, as precise as it is given. */
export const readDay = (value: ReadValue | undefined, isPrecise = true): Reading => {
  if (value === undefined) return nothing
  const refused = unread(value)
  if (refused !== undefined) return refused
  const expected = isPrecise ? 'a day such as 2025-04-30' : 'a date such as 2025-04-30, 2025-04 or 2025'
  if (value.kind === 'day') return { text: value.day }
  if (value.kind === 'number')
    return !isPrecise && Number.isInteger(value.number) && value.number >= 1900 && value.number < 2200
      ? { text: String(value.number) }
      : wrong(value, 'Not a day', expected)
  if (value.kind !== 'text') return wrong(value, 'Not a day', expected)
  const text = westernDigits(value.text)
  const pad = (part: string) => part.padStart(2, '0')
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})\.?$/.exec(text)
  if (yearFirst !== null) return { text: `${yearFirst[1]}-${pad(yearFirst[2]!)}-${pad(yearFirst[3]!)}` }
  const yearLast = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (yearLast !== null) {
    const [, first = '', sign, second = '', year] = yearLast
    // With full stops the day comes first; otherwise only a number that can be no month tells.
    if (sign === '.' || Number(first) > 12) return { text: `${year}-${pad(second)}-${pad(first)}` }
    if (Number(second) > 12) return { text: `${year}-${pad(first)}-${pad(second)}` }
    return wrong(value, 'This can be read as two days', expected)
  }
  return { text: value.text.trim() }
}

const languageCodes = [
  'en',
  'fr',
  'es',
  'ru',
  'ar',
  'zh',
  'mn',
  'pt',
  'uk',
  'km',
  'th',
  'tr',
  'de',
  'it',
  'ja',
]
let languageNames: Map<string, string> | undefined

const codesOfLanguages = (): Map<string, string> =>
  new Map(
    languageCodes.flatMap((code) =>
      ['en', 'mn', 'fr', 'es', code].map((in_) => [
        wordKey(new Intl.DisplayNames([in_], { type: 'language' }).of(code) ?? code),
        code,
      ]),
    ),
  )

/** A language by its code, or by a name it commonly has. */
export const readLanguage = (value: ReadValue | undefined): Reading => {
  const reading = readText(value)
  if (!('text' in reading) || reading.text === '') return reading
  languageNames ??= codesOfLanguages()
  return { text: languageNames.get(wordKey(reading.text)) ?? reading.text }
}
