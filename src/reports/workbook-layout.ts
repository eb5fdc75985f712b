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
export type Layout = { row: number; columns: ReadonlyMap<string, number> }

export const layoutOf = (
  sheet: ReadSheet,
  known: Headings,
  needed: readonly string[],
): Layout | undefined => {
  let best: Layout | undefined
  for (const [row, cells] of sheet.rows) {
    if (row > 60) break
    const columns = new Map<string, number>()
    for (const [column, cell] of cells) {
      const key = known.get(wordKey(plain(cell)))
      if (key !== undefined && !columns.has(key)) columns.set(key, column)
    }
    if (!needed.every((key) => columns.has(key))) continue
    // Of keys and headings the keys are surer; the rows below the lower of the two are what was asked.
    best = best === undefined || columns.size > best.columns.size ? { row, columns } : { ...best, row }
  }
  return best
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

export const rowsBelow = (sheet: ReadSheet, layout: Layout): Row[] =>
  [...sheet.rows].filter(([row]) => row > layout.row).map(([row, cells]) => ({ sheet, row, cells, layout }))

const answered = questionColumns.filter((column) => column.answered).map(({ key }) => key)
/** Columns in which words make a row an answer. The unit stands there by itself. */
export const speaking = answered.filter((key) => key !== 'unit')

export const isFilled = (row: Row, keys: readonly string[]): boolean =>
  keys.some((key) => {
    const value = cellAt(row, key)?.value
    return value !== undefined && !(value.kind === 'text' && value.text.trim() === '')
  })
