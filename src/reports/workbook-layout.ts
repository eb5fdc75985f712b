// Where things stand on the sheets of a workbook that came back: columns by the keys above their headings, rows below
// them, and the places by which issues are named.
import { columnLetters } from '../formats/csv.ts'
import type { ReadCell, ReadSheet } from '../formats/xlsx-read.ts'
import type { Place } from '../problem.ts'
import { languages } from '../words/languages.ts'
import { columnMark, documentColumns, questionColumns, textIn, wordKey } from './workbook-form.ts'
import { readText } from './workbook-values.ts'

const keysOf = (columns: readonly { key: string; label: Parameters<ReturnType<typeof textIn>>[0] }[]) =>
  new Map(
    columns.flatMap(({ key, label }) => [
      [wordKey(columnMark(key)), key] as const,
      ...languages.map(({ code }) => [wordKey(textIn(code)(label)), key] as const),
    ]),
  )

type Headings = ReadonlyMap<string, string>
let headings: { questions: Headings; document: Headings } | undefined

export const headingKeys = (): { questions: Headings; document: Headings } => {
  headings ??= { questions: keysOf(questionColumns), document: keysOf(documentColumns) }
  return headings
}

export const plain = (cell: ReadCell | undefined): string => {
  const reading = readText(cell?.value)
  return 'text' in reading ? reading.text : ''
}

/** Where the columns of a sheet stand: by the keys above the headings, or, where those are gone, by the headings. */
export type Layout = {
  /** The rows that name the columns, counted from 1; what is asked stands below the first of them. */
  rows: ReadonlySet<number>
  columns: ReadonlyMap<string, number>
}

/** No heading is longer, in any language. */
const longestHeading = 200

/** What a cell says, where it is short enough to name something. */
const shortKey = (cell: ReadCell): string => {
  const { value } = cell
  return value.kind === 'text' && value.text.length <= longestHeading ? wordKey(plain(cell)) : ''
}

export const layoutOf = (
  sheet: ReadSheet,
  known: Headings,
  needed: readonly string[],
): Layout | undefined => {
  const rows = new Set<number>()
  let best: ReadonlyMap<string, number> | undefined
  for (const [row, cells] of sheet.rows) {
    const columns = new Map<string, number>()
    for (const [column, cell] of cells) {
      const key = known.get(shortKey(cell))
      if (key !== undefined && !columns.has(key)) columns.set(key, column)
    }
    if (!needed.every((key) => columns.has(key))) continue
    rows.add(row)
    // Of keys and headings the keys are surer. They stand above, however far down that is.
    if (best === undefined || columns.size > best.size) best = columns
  }
  return best === undefined ? undefined : { rows, columns: best }
}

/** What questions are known by: their keys, and their own words (as `wordKey` has them). */
export type QuestionNames = { keys: ReadonlySet<string>; words: ReadonlySet<string> }

/** A key that is no word of any language, such as `plan-costed` or `receivedOn`. */
const isUnlikeWords = (key: string): boolean => /[\d_.-]|[a-z][A-Z]/.test(key)

/** Whether a sheet whose columns nothing names any more still holds questions: by a column's key, or theirs. */
export const holdsQuestions = (sheet: ReadSheet, { keys, words }: QuestionNames): boolean => {
  const inColumn = new Map<number, Set<string>>()
  for (const cells of sheet.rows.values())
    for (const [column, cell] of cells) {
      const said = cell.value.kind === 'text' ? cell.value.text.trim() : ''
      if (said.startsWith(columnMark(''))) return true
      // A word alone, such as "plan", may be anybody's; a sentence or two keys below each other are not.
      if (said.includes(' ') && words.has(wordKey(said.replace(/^– /, '')))) return true
      if (!keys.has(said)) continue
      if (isUnlikeWords(said)) return true
      const own = inColumn.get(column) ?? new Set()
      inColumn.set(column, own.add(said))
      if (own.size > 1) return true
    }
  return false
}

export type Row = { sheet: ReadSheet; row: number; cells: ReadonlyMap<number, ReadCell>; layout: Layout }

export const cellAt = ({ cells, layout }: Row, key: string): ReadCell | undefined => {
  const column = layout.columns.get(key)
  return column === undefined ? undefined : cells.get(column)
}

export const placeAt = (file: string, { sheet, row, layout }: Row, key: string): Place => {
  const column = layout.columns.get(key)
  return {
    file,
    sheet: sheet.name,
    ...(column === undefined ? {} : { cell: `${columnLetters(column)}${row}` }),
  }
}

export const rowsBelow = (sheet: ReadSheet, layout: Layout): Row[] => {
  const first = Math.min(...layout.rows)
  return [...sheet.rows]
    .filter(([row]) => row > first && !layout.rows.has(row))
    .map(([row, cells]) => ({ sheet, row, cells, layout }))
}

const answered = questionColumns.filter((column) => column.answered).map(({ key }) => key)
/** Columns in which words make a row an answer. The unit stands there by itself. */
export const speaking = answered.filter((key) => key !== 'unit')

export const isFilled = (row: Row, keys: readonly string[]): boolean =>
  keys.some((key) => {
    const value = cellAt(row, key)?.value
    return value !== undefined && !(value.kind === 'text' && value.text.trim() === '')
  })
