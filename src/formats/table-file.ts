// A table with a row of headings, from CSV or from a workbook: the same rows, each value with its place.
import type { Issue, Place } from '../problem.ts'
import {
  areHeadings,
  type CsvExpectations,
  type CsvRow,
  type CsvTable,
  columnLetters,
  mostAbove,
  readCsv,
} from './csv.ts'
import { plainDigits } from './digits.ts'
import { looksLikeWorkbook, type ReadCell, type ReadSheet, readWorkbook } from './xlsx-read.ts'

export type TableExpectations = CsvExpectations & {
  /** Columns a template fills in ahead: a row with nothing else in it is none. */
  prefilled?: readonly string[]
}

const wordsOf = (cell: ReadCell | undefined): string => {
  const value = cell?.value
  if (value === undefined) return ''
  if (value.kind === 'text') return value.text.trim()
  if (value.kind === 'number') return plainDigits(value.number)
  if (value.kind === 'day') return value.day
  return value.kind === 'truth' ? String(value.truth) : ''
}

/** A cell that stands for no value: what a program computed is not read, and 45% is not 0.45. */
const cellIssue = (place: Place, cell: ReadCell | undefined): Issue[] => {
  const value = cell?.value
  if (value?.kind === 'formula')
    return [
      {
        ...place,
        message: 'A formula stands here; formulas are not run',
        expected: 'the value itself, typed',
      },
    ]
  if (value?.kind === 'error')
    return [
      {
        ...place,
        message: 'An error of the spreadsheet stands here',
        found: value.code,
        expected: 'the value itself',
      },
    ]
  if (value?.kind === 'number' && value.isPercent)
    return [{ ...place, message: 'A percentage stands here', expected: 'the number itself' }]
  return []
}

type Headings = { row: number; columns: ReadonlyMap<string, number> }

/** The first row in which every required column has its name. */
const headingsOf = (sheet: ReadSheet, expect: TableExpectations): Headings | undefined => {
  for (const [row, cells] of sheet.rows) {
    if (row > mostAbove) return undefined
    const columns = new Map([...cells].map(([column, cell]) => [wordsOf(cell), column] as const).reverse())
    if (areHeadings([...columns.keys()], expect)) return { row, columns }
  }
  return undefined
}

const readSheetRows = (
  sheet: ReadSheet,
  { row: headingRow, columns }: Headings,
  expect: TableExpectations,
): { rows: CsvRow[]; issues: Issue[] } => {
  const file = expect.fileName
  const at = (row: number, column: number): Place => ({
    file,
    sheet: sheet.name,
    cell: `${columnLetters(column)}${row}`,
  })
  const known = new Set(expect.known)
  const issues: Issue[] = []
  for (const [column, cell] of sheet.rows.get(headingRow) ?? []) {
    const name = wordsOf(cell)
    if (name === '') continue
    if (!known.has(name)) issues.push({ ...at(headingRow, column), message: 'Unknown column', found: name })
    else if (columns.get(name) !== column)
      issues.push({ ...at(headingRow, column), message: 'The column is there twice', found: name })
  }
  const named = new Set(columns.values())
  const read = new Set([...columns].flatMap(([name, column]) => (known.has(name) ? [column] : [])))
  const ahead = new Set((expect.prefilled ?? []).map((name) => columns.get(name)))
  const rows = [...sheet.rows].flatMap(([row, cells]): CsvRow[] => {
    if (row <= headingRow) return []
    const filled = [...cells].filter(
      ([column, { value }]) => !ahead.has(column) && !(value.kind === 'text' && value.text.trim() === ''),
    )
    if (filled.length === 0) return []
    for (const [column, cell] of filled)
      issues.push(
        ...(named.has(column)
          ? // A column that is not read may hold what it will.
            read.has(column)
            ? cellIssue(at(row, column), cell)
            : []
          : [
              {
                ...at(row, column),
                message: 'This cell stands under no heading',
                found: wordsOf(cell).slice(0, 80),
              },
            ]),
      )
    const cell = (name: string) => {
      const column = columns.get(name)
      return column === undefined ? undefined : `${columnLetters(column)}${row}`
    }
    return [
      {
        line: row,
        get: (name) => wordsOf(cells.get(columns.get(name) ?? -1)),
        cell,
        place: (name) => ({ file, sheet: sheet.name, cell: cell(name) ?? `A${row}` }),
      },
    ]
  })
  return { rows, issues }
}

const readSheets = (bytes: Uint8Array, expect: TableExpectations): CsvTable => {
  const { sheets } = readWorkbook(bytes, expect.fileName)
  const tables = sheets.flatMap((sheet) => {
    const headings = headingsOf(sheet, expect)
    return headings === undefined ? [] : [{ headings, ...readSheetRows(sheet, headings, expect) }]
  })
  const issues = tables.flatMap((table) => table.issues)
  if (tables.length === 0)
    issues.push({
      file: expect.fileName,
      message: 'No sheet has a row of headings',
      expected:
        expect.required.length === 0
          ? 'a row that names the columns'
          : `the columns ${expect.required.join(', ')}`,
    })
  return {
    header: [...new Set(tables.flatMap(({ headings }) => [...headings.columns.keys()]))],
    separator: '',
    rows: tables.flatMap((table) => table.rows),
    issues,
    elsewhere: sheets
      .filter((sheet) => headingsOf(sheet, expect) === undefined)
      .flatMap((sheet) =>
        [...sheet.rows].map(([row, cells]) => ({
          ...{ sheet: sheet.name, row },
          words: [...cells.values()].map(wordsOf).join(' | '),
        })),
      ),
  }
}

/**
 * The rows of a table with headings: CSV as `readCsv` reads it, or every sheet of a workbook that has the required
 * columns. Throws `input-unreadable` where there is neither; the rest comes back as issues by line, or by sheet and cell.
 */
export const readTable = (bytes: Uint8Array, expect: TableExpectations): CsvTable =>
  looksLikeWorkbook(bytes) ? readSheets(bytes, expect) : readCsv(bytes, expect)
