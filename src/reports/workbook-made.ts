// What the sheets of a report's template share: what it is made of, its lists, its looks.
import type { SheetGiven } from '../formats/xlsx.ts'
import type { CellStyle } from '../formats/xlsx-style.ts'
import type { Questionnaire } from '../rules/questionnaire-schema.ts'
import type { Text } from '../words/text.ts'
import type { DraftContent, Typed } from './draft.ts'
import type { ReportDocument } from './report.ts'

/** Answers of the version in force for an earlier year, as they would be typed, by question. */
export type AnswersBefore = {
  coversYear: number
  version: number
  receivedOn: string
  answers: Readonly<Record<string, Typed>>
}

export type TemplateGiven = {
  questionnaire: Questionnaire
  actor: string
  actorName: string
  coversYear: number
  subject: string | null
  world: 'register' | 'exercise'
  /** What a fictional world says of itself. */
  banner: string | null
  /** Of the interface's words; questions stand as the questionnaire has them. */
  language: string
  /** The world's today. */
  today: string
  before: AnswersBefore | null
  /** What is filled in already: a draft, or a version held. */
  filled?: Pick<DraftContent, 'document' | 'answers'>
  /** What is known of the document beside what the form asks. */
  other?: ReportDocument
}

export const fills = { open: 'FFF8D6', heading: 'DCE8EA', group: 'EEF3F4' }
export const heading: CellStyle = { isBold: true, fill: fills.heading, isBoxed: true, wraps: true }
export const locked: CellStyle = { wraps: true, isBoxed: true }
export const quiet: CellStyle = { wraps: true, isBoxed: true, isQuiet: true, size: 9 }
export const open: CellStyle = { fill: fills.open, isBoxed: true, isOpen: true, wraps: true, isLeft: true }
export const openText: CellStyle = { ...open, form: 'text' }
export type Made = { given: TemplateGiven; text: Text; lists: Lists }
/** Where the words to choose from stand: the range, and the words themselves. */
export type Lists = { sheet: SheetGiven; state: List; form: List | undefined; voluntary: List }
export type List = { range: string; words: string }

/** What every sheet of the workbook has: its direction, and the notice of a fictional world on every printed page. */
export const frame = (given: TemplateGiven): Pick<SheetGiven, 'isRightToLeft' | 'printHeader' | 'tab'> => ({
  isRightToLeft: given.language === 'ar',
  ...(given.banner === null ? {} : { printHeader: given.banner, tab: '6B4FA0' }),
})

export const titleOf = ({ given, text }: Made): string =>
  text('workbook.title', { title: given.questionnaire.title, name: given.actorName, year: given.coversYear })
