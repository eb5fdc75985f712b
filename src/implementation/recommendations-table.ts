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
} from './recommendation-columns.ts'
import type { RecommendationRead, RecommendationsRead } from './recommendation-read.ts'

/** A file whose name says that it is a table of text; a workbook is told by its bytes. */
export const isTableName = (name: string): boolean => /\.(?:csv|tsv)$/i.test(name)

const unknownColumn = 'Unknown column'

/** Above the headings a workbook may have a title: they are the row that has the column of texts. */
const readRows = (file: InputFile, asked: ColumnMap): CsvTable => {
  const known = [...knownHeadings, ...Object.values(asked)]
  const read = (required: readonly string[]) =>
    readTable(file.bytes, { fileName: file.name, required, known })
  const table = read([asked.text ?? 'text'])
  return table.rows.length > 0 || asked.text !== undefined ? table : read([])
}

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
  if (issues.length > 0) return { recommendations: [], unplaced: [], outside: null, leftOut: [], issues }
  const get = (row: CsvRow, field: RecommendationField): string => {
    const column = map[field]
    return column === undefined ? '' : row.get(column)
  }
  const recommendations = table.rows.map((row): RecommendationRead => {
    const place = (field: RecommendationField): Place => row.place(map[field] ?? map.text!)
    const at = place('text')
    return {
      number: get(row, 'number'),
      group: get(row, 'group') || null,
      text: get(row, 'text'),
      addressedTo: entriesTyped(get(row, 'addressed_to'), /[;\n]/),
      actions: entriesTyped(get(row, 'actions'), /[;,\n]/),
      locator: get(row, 'locator') || locatorOf(at, row),
      language: get(row, 'language') || null,
      place,
    }
  })
  return {
    recommendations,
    unplaced: [],
    outside: null,
    leftOut: table.header.filter((name) => name !== '' && !used.has(name)),
    issues,
  }
}
