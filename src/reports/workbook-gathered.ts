// What is gathered while a report's workbook is read, and for whom it is read.
import type { Issue, Place } from '../problem.ts'
import type { Asked } from './validate.ts'
import { textIn } from './workbook-form.ts'
import type { Reading } from './workbook-values.ts'

export type WorkbookContext = {
  questionnaires: ReadonlyMap<string, Asked>
  /** The world it is to be stored in, where that is known. */
  world?: 'register' | 'exercise'
  /** The day it was received, where the workbook does not say it. */
  receivedOn?: string
}

/** What has been gathered while the sheets are read. */
export type Gathered = {
  file: string
  context: WorkbookContext
  issues: Issue[]
  cautions: Issue[]
  places: Map<string, Place>
}

/** The text of a reading; what is wrong with it goes to `list`, with its place. */
export const note = (list: Issue[], place: Place, reading: Reading): string => {
  if ('text' in reading) return reading.text
  list.push({ ...place, ...reading })
  return ''
}

/** The words a language offers for some answers, as a list to choose from. */
export const wordsOf = (
  language: string,
  keys: Readonly<Record<string, Parameters<ReturnType<typeof textIn>>[0]>>,
): string => {
  const text = textIn(language)
  return Object.values(keys)
    .map((key) => text(key))
    .join(', ')
}
