// A table of recommendations, CSV or a workbook: one recommendation a row, each value with its place.
import type { InputFile } from '../facts/datum-file.ts'
import type { CsvRow, CsvTable } from '../formats/csv.ts'
import { readTable } from '../formats/table-file.ts'
import type { Issue, Place } from '../problem.ts'
import {
  type ColumnMap,
  columnsOf,
  knownHeadings,
  type RecommendationField,
  recommendationFields,
} from './recommendation-columns.ts'
import type { RecommendationRead, RecommendationsRead } from './recommendation-read.ts'

/** A file whose name says that it is a table of text; a workbook is told by its bytes. */
export const isTableName = (name: string): boolean => /\.(?:csv|tsv)$/i.test(name)

const unknownColumn = 'Unknown column'

/** Above the headings there may be a title: they are the first row that has the number and the text of recommendations. */
const readRows = (file: InputFile, asked: ColumnMap): CsvTable => {
  const known = [...knownHeadings, ...Object.values(asked)]
  const read = (isHeadings?: (cells: readonly string[]) => boolean) =>
    readTable(file.bytes, { fileName: file.name, required: [], known, isHeadings })
  const table = read((cells) => {
    const map = columnsOf(cells, asked)
    const has = (name: string | undefined) => name !== undefined && cells.includes(name)
    return has(map.text) && has(map.number)
  })
  // Without such a row the first one is named where the columns are asked for.
  return table.rows.length > 0 ? table : read()
}

/** How recommendations are numbered: "4", "4.2", "R4", "IV", "b)". */
const isNumbering = (text: string): boolean =>
  /^(?:№|#)?\(?(?:\p{L}{0,4}[.\s-]?\d+(?:[./-]\d+)*(?:[.-]?\p{L})?|[IVXLC]{1,6}|\p{L})[.)]*$/iu.test(text)

/** "1, 3; 4" as its entries. */
export const entriesTyped = (text: string, apart: RegExp): string[] =>
  text
    .split(apart)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const locatorOf = ({ sheet, line }: Place, row: CsvRow): string =>
  sheet === undefined ? `line ${line ?? row.line}` : `sheet ${sheet}, row ${row.line}`

/** The headings that stand for no field are told, and nothing of their columns is read. */
export const readRecommendationTable = (file: InputFile, asked: ColumnMap): RecommendationsRead => {
  const table = readRows(file, asked)
  const map = columnsOf(table.header, asked)
  const used = new Set(Object.values(map))
  const issues: Issue[] = table.issues.filter(
    ({ message }) => message !== unknownColumn && !message.startsWith('The column "'),
  )
  for (const field of ['number', 'text'] as const)
    if (map[field] === undefined || !table.header.includes(map[field]))
      issues.push({
        file: file.name,
        message: `No column has the ${field} of a recommendation`,
        expected: `a column "${asked[field] ?? field}", or --columns ${field}=HEADING with one of: ${table.header.join(', ')}`,
      })
  if (issues.length > 0)
    return { recommendations: [], unplaced: [], outside: null, numberedHere: false, leftOut: [], issues }
  const get = (row: CsvRow, field: RecommendationField): string => {
    const column = map[field]
    return column === undefined ? '' : row.get(column)
  }
  const readRow = (row: CsvRow, group: string | null): RecommendationRead => {
    const place = (field: RecommendationField): Place => row.place(map[field] ?? map.text!)
    const at = place('text')
    return {
      number: get(row, 'number'),
      group: get(row, 'group') || group,
      text: get(row, 'text'),
      addressedTo: entriesTyped(get(row, 'addressed_to'), /[;\n]/),
      actions: entriesTyped(get(row, 'actions'), /[;,\n]/),
      locator: get(row, 'locator') || locatorOf(at, row),
      language: get(row, 'language') || null,
      place,
    }
  }
  const unplaced: RecommendationsRead['unplaced'] = (table.elsewhere ?? []).map(({ sheet, row, words }) => ({
    at: `sheet ${sheet}, row ${row}`,
    text: words,
  }))
  const filled = (row: CsvRow): RecommendationField[] =>
    recommendationFields.filter((field) => get(row, field) !== '')
  // A row that says one thing, where the numbers stand, heads those below it.
  const isHead = (row: CsvRow): boolean => filled(row).join() === 'number' && !isNumbering(get(row, 'number'))
  let group: string | null = null
  const recommendations = table.rows.flatMap((row, at): RecommendationRead[] => {
    if (!isHead(row)) return [readRow(row, group)]
    const next = table.rows[at + 1]
    const words = get(row, 'number')
    // A note at the end heads nothing.
    if (next === undefined || isHead(next))
      unplaced.push({ at: locatorOf(row.place(map.number!), row), text: words })
    else group = words
    return []
  })
  return {
    recommendations,
    unplaced,
    outside: null,
    numberedHere: false,
    leftOut: table.header.filter((name) => name !== '' && !used.has(name)),
    issues,
  }
}
