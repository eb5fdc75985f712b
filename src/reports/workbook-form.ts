// What a report's workbook is made of: its sheets, columns and rows, by the keys that template and reader share. Keys
// stand in the file beside the words, so that it can be read in whatever language, order and place things come back.
import { contentHash } from '../facts/datum.ts'
import type { TextKey } from '../words/catalogue.ts'
import { languages } from '../words/languages.ts'
import { createText, type Text } from '../words/text.ts'
import type { AnswerState } from './report.ts'
import type { Asked } from './validate.ts'

export const workbookFormat = 'pacta-report-workbook/1'

/** The sheet that says what a workbook is about. Nobody sees it. */
export const aboutSheet = '_pacta'

export const aboutKeys = [
  'format',
  'world',
  'obligation',
  'questions',
  'actor',
  'coversYear',
  'subject',
  'language',
] as const
export type About = Record<(typeof aboutKeys)[number], string>

/** The columns of a sheet of questions, in order, with their headings. Those of `answered` are filled in. */
export const questionColumns = [
  { key: 'question', label: 'workbook.column.id', width: 16, answered: false },
  { key: 'words', label: 'check.question', width: 52, answered: false },
  { key: 'help', label: 'workbook.column.help', width: 30, answered: false },
  { key: 'before', label: 'workbook.column.before', width: 24, answered: false },
  { key: 'state', label: 'check.answer', width: 17, answered: true },
  { key: 'number', label: 'entry.number', width: 13, answered: true },
  { key: 'unit', label: 'workbook.column.unit', width: 11, answered: true },
  { key: 'text', label: 'entry.text', width: 36, answered: true },
  { key: 'page', label: 'entry.page', width: 9, answered: true },
  { key: 'quotation', label: 'entry.quotation', width: 40, answered: true },
  { key: 'language', label: 'entry.language', width: 12, answered: true },
  { key: 'codedBy', label: 'entry.codedBy', width: 14, answered: true },
  { key: 'confirmedBy', label: 'entry.confirmedBy', width: 14, answered: true },
] as const satisfies readonly { key: string; label: TextKey; width: number; answered: boolean }[]
export type QuestionColumn = (typeof questionColumns)[number]['key']

/** The columns of the sheet about the report itself. */
export const documentColumns = [
  { key: 'field', label: 'workbook.column.id', width: 16 },
  { key: 'label', label: 'workbook.column.what', width: 40 },
  { key: 'value', label: 'workbook.column.value', width: 50 },
  { key: 'hint', label: 'workbook.column.help', width: 60 },
] as const satisfies readonly { key: string; label: TextKey; width: number }[]
export type DocumentColumn = (typeof documentColumns)[number]['key']

/** What a column's key looks like in the file: no word of any language. */
export const columnMark = (key: string): string => `pacta:${key}`

export const stateKeys: Record<AnswerState, TextKey> = {
  yes: 'entry.yes',
  partly: 'entry.partly',
  no: 'entry.no',
  'not applicable': 'entry.notApplicable',
  'not reported': 'workbook.notReported',
}

export const formKeys: Record<string, TextKey> = {
  'guide-to-reporting': 'document.form.guide-to-reporting',
  forms: 'document.form.forms',
  'cover-page': 'document.form.cover-page',
}

export const voluntaryKeys: Record<string, TextKey> = {
  yes: 'document.voluntary.yes',
  no: 'document.voluntary.no',
}

/** The digest of what is asked: the questions with their words, kinds and units. */
export const questionsHash = ({ questions }: Asked): string =>
  contentHash(
    [...questions.values()].map(({ id, text, type, unit }) => ({
      id,
      text: text ?? null,
      type,
      unit: unit ?? null,
    })),
  )

/** The interface's words in a language; English where it has none. */
export const textIn = (language: string): Text => {
  const made =
    texts.get(language) ??
    createText(language, languages.find((one) => one.code === language)?.catalogue ?? {})
  texts.set(language, made)
  return made
}
const texts = new Map<string, Text>()

/** Words as they are compared: without accents, case, outer quotation marks and full stops. */
export const wordKey = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/^[\s"'«»“”.,;:!]+|[\s"'«»“”.,;:!。]+$/gu, '')

/** Codes by every word the interface has for them, in any of its languages. */
export const codesByWord = (keys: Readonly<Record<string, TextKey>>): Map<string, string> =>
  new Map(
    Object.entries(keys).flatMap(([code, key]) => [
      [wordKey(code), code] as const,
      ...languages.map(
        (language) => [wordKey(createText(language.code, language.catalogue)(key)), code] as const,
      ),
    ]),
  )
