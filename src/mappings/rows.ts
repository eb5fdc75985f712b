// A table somebody else keeps, row by row, as its mapping says to read it: CSV, TSV, workbook or JSON, perhaps compressed,
// in whatever encoding. Rows are handed on one at a time; none is kept here.
import { gunzipSync } from 'node:zlib'
import type { InputFile } from '../facts/datum-file.ts'
import { eachRecord, mostAbove } from '../formats/csv.ts'
import { readJson } from '../formats/json.ts'
import { isPlainlyUnicode, misreadIn } from '../formats/misread.ts'
import { decodeText, largestInput, withoutOwnSigns } from '../formats/text.ts'
import { looksLikeWorkbook, type ReadCell, type ReadSheet, readWorkbook } from '../formats/xlsx-read.ts'
import { problem } from '../problem.ts'
import type { Reads } from './form.ts'

/** The text of a row's cells, by the place of their column. */
export type Cells = readonly string[]

/** What is told of a table: its columns first, then its rows by the numbers a spreadsheet gives them, headings being row 1. */
export type OnTable = {
  /** Whether cells are the headings; what stands above them is for people. The first row, where none of the top ones is. */
  isHeader?: (columns: readonly string[]) => boolean
  header: (columns: readonly string[]) => void
  /** Whether the column at this place is read: what a workbook computes in any other is of no account. All, where not given. */
  isRead?: (place: number) => boolean
  row: (row: number, cells: Cells) => void
}

const unreadable = (file: InputFile, message: string, expected?: string) =>
  problem('input-unreadable', `${file.name} could not be read. Nothing was stored.`, [
    { file: file.name, message, ...(expected === undefined ? {} : { expected }) },
  ])

/** A compressed file holds at most this many bytes: a small file must not fill the memory. */
const largestUnpacked = 256 * 1024 * 1024

/** The file without its gzip, where it has one. Throws `input-unreadable` where it then has more than `most` bytes. */
export const unpacked = (file: InputFile, most = largestUnpacked): InputFile => {
  const { bytes } = file
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return file
  try {
    return { ...file, bytes: gunzipSync(bytes, { maxOutputLength: most }) }
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw unreadable(
      file,
      tooLarge
        ? `Unpacked, the file has more than ${most / 1024 / 1024} MB`
        : 'The gzip archive is damaged or cut off',
    )
  }
}

/** Whether there is such an encoding. */
export const isEncoding = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

const textOf = (file: InputFile, encoding: string): string => {
  const most = Math.max(largestInput, largestUnpacked)
  // UTF-8 and UTF-16 with their marks are checked line by line; the encodings of one byte have a sign for every byte, so
  // that a later edition in another encoding would be read with wrong letters.
  if (new TextDecoder(encoding).encoding === 'utf-8' || isPlainlyUnicode(file.bytes))
    return decodeText(file.bytes, file.name, most)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(file.bytes)
  } catch {
    throw unreadable(file, `The text is not ${encoding}`)
  }
  if (text.includes('\0')) throw unreadable(file, 'The file holds NUL characters, so it is binary')
  if (text.trim() === '') throw unreadable(file, 'The file is empty')
  const misread = misreadIn(text, file.bytes, encoding)
  if (misread !== undefined)
    throw problem('input-unreadable', `${file.name} could not be read. Nothing was stored.`, [
      {
        file: file.name,
        line: misread.line,
        message: `The letters are wrong in ${encoding}, which the mapping names; in ${misread.other} they read "${misread.asOther}"`,
        expected: `a file in ${encoding}, or the same file saved as UTF-8`,
        found: misread.found,
      },
    ])
  return withoutOwnSigns(text)
}

const separators = [',', ';', '\t'] as const

/** What stands between cells: what the mapping says; else the usual sign, or the one a spreadsheet of another country writes. */
const separatorOf = (text: string, reads: Reads): string => {
  if (reads.separator !== undefined) return reads.separator
  const usual = reads.format === 'tsv' ? '\t' : ','
  const headings = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  if (headings.includes(usual)) return usual
  return separators.find((sign) => headings.includes(sign)) ?? usual
}

const eachCsvRow = (file: InputFile, reads: Reads, on: OnTable): void => {
  const text = textOf(file, reads.encoding ?? 'utf-8')
  const separator = separatorOf(text, reads)
  let width = 0
  const head = (cells: Cells): void => {
    width = cells.length
    on.header(cells.map((cell) => cell.trim()))
  }
  const take = (row: number, cells: Cells): void => {
    if (cells.every((cell) => cell.trim() === '')) return
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
      throw unreadable(
        file,
        `Row ${row} has ${cells.length} cells, the headings ${width}`,
        `cells apart by "${separator}"`,
      )
    on.row(row, cells)
  }
  let row = 0
  // The rows at the top, until one of them is the headings.
  let above: Cells[] | undefined = []
  const settle = (): void => {
    const [first, ...rest] = above ?? []
    above = undefined
    if (first === undefined) return
    head(first)
    for (const [at, cells] of rest.entries()) take(at + 2, cells)
  }
  eachRecord(text, { separator, fileName: file.name }, (cells) => {
    row += 1
    if (above === undefined) take(row, cells)
    else if (on.isHeader?.(cells) ?? true) {
      above = undefined
      head(cells)
    } else if (above.push([...cells]) === mostAbove) settle()
  })
  settle()
}

const cellWords = (file: InputFile, cell: ReadCell | undefined): string => {
  const value = cell?.value
  switch (value?.kind) {
    case undefined:
      return ''
    case 'text':
      return value.text
    case 'number':
      return String(value.number)
    case 'day':
      return value.day
    case 'truth':
      return String(value.truth)
    default:
      throw unreadable(
        file,
        `${cell!.cell} holds ${value!.kind === 'formula' ? 'a formula' : 'an error'}`,
        'the value itself',
      )
  }
}

const isComputed = (cell: ReadCell | undefined): boolean =>
  cell?.value.kind === 'formula' || cell?.value.kind === 'error'

/** The cells of a row by their columns, as headings: what a program computed names nothing. */
const headingsOf = (file: InputFile, cells: ReadonlyMap<number, ReadCell>): string[] =>
  Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, at) => {
    const cell = cells.get(at)
    return isComputed(cell) ? '' : cellWords(file, cell).trim()
  })

const eachSheetRow = (file: InputFile, reads: Reads, on: OnTable): void => {
  const { sheets } = readWorkbook(file.bytes, file.name)
  const headed = ({ rows }: ReadSheet) =>
    [...rows].slice(0, mostAbove).find(([, cells]) => on.isHeader?.(headingsOf(file, cells)) ?? true)
  const sheet =
    reads.sheet === undefined
      ? (sheets.find((one) => headed(one) !== undefined) ?? sheets[0])
      : sheets.find(({ name }) => name === reads.sheet)
  if (sheet === undefined)
    throw unreadable(
      file,
      `There is no sheet "${reads.sheet ?? ''}"`,
      sheets.map(({ name }) => name).join(', '),
    )
  const [first] = sheet.rows
  if (first === undefined) throw unreadable(file, 'The sheet is empty')
  const [headings, names] = headed(sheet) ?? first
  const width = Math.max(...names.keys()) + 1
  on.header(headingsOf(file, names))
  const wordsOf = (cells: ReadonlyMap<number, ReadCell>) =>
    Array.from({ length: width }, (_, at) => {
      const cell = cells.get(at)
      return isComputed(cell) && on.isRead?.(at) === false ? '' : cellWords(file, cell)
    })
  for (const [row, cells] of sheet.rows) {
    const words = row > headings ? wordsOf(cells) : []
    if (words.some((word) => word.trim() !== '')) on.row(row, words)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const eachJsonRow = (file: InputFile, reads: Reads, on: OnTable): void => {
  const value = readJson(file.bytes, file.name, largestUnpacked)
  const list = reads.list === undefined ? value : isObject(value) ? value[reads.list] : undefined
  if (!Array.isArray(list) || !list.every(isObject))
    throw unreadable(
      file,
      'The file holds no list of rows',
      reads.list === undefined ? 'a list of objects' : `a list of objects under "${reads.list}"`,
    )
  const columns = [...new Set(list.flatMap((one) => Object.keys(one)))]
  on.header(columns)
  const words = (cell: unknown) =>
    cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  // As if the names stood in row 1: the first object is row 2, in every format alike.
  list.forEach((one, at) => {
    on.row(
      at + 2,
      columns.map((column) => words(one[column])),
    )
  })
}

/** Reads a table. Throws `input-unreadable` where the file is none of that form. */
export const eachRow = (given: InputFile, reads: Reads, on: OnTable): void => {
  const file = unpacked(given)
  if (reads.format === 'xlsx') eachSheetRow(file, reads, on)
  else if (reads.format === 'json') eachJsonRow(file, reads, on)
  // Whoever looks at a table in a spreadsheet may save it as a workbook: the same rows.
  else if (looksLikeWorkbook(file.bytes)) eachSheetRow(file, reads, on)
  else eachCsvRow(file, reads, on)
}
