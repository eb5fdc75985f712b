// CSV as people keep it: comma, semicolon or tab; LF, CRLF or CR; quoted cells with line breaks. Reading collects
// what is wrong by line and cell; writing keeps spreadsheets from running a cell as a formula. No I/O.
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Issue, type Place, problem } from '../problem.ts'
import { decodeText } from './text.ts'

export type CsvRow = {
  /** The line of the file on which the row begins, counted from 1. */
  line: number
  /** The cell's text without surrounding white space; '' where the cell or the column is missing. */
  get: (column: string) => string
  /** The cell's address in a spreadsheet, such as C7; undefined where the file has no such column. */
  cell: (column: string) => string | undefined
  /** The cell's place, for issues. */
  place: (column: string) => Place
}

export type CsvTable = {
  header: string[]
  separator: string
  rows: CsvRow[]
  issues: Issue[]
  /** Of a workbook: the rows of sheets that have no row of headings, with their words. */
  elsewhere?: { sheet: string; row: number; words: string }[]
}

export type CsvExpectations = {
  fileName: string
  required: readonly string[]
  /** All columns the file may have, the required ones among them. Any other is an issue. */
  known: readonly string[]
  /** Whether cells are the headings, where the required columns do not tell; nothing required and this not given: the first row. */
  isHeadings?: ((cells: readonly string[]) => boolean) | undefined
  maxBytes?: number
}

/** What stands above the headings is for people: a title, what is meant. Counted in rows. */
export const mostAbove = 20

/** Whether the cells of a row are the headings of a table. */
export const areHeadings = (cells: readonly string[], expect: CsvExpectations): boolean =>
  expect.isHeadings?.(cells) ?? expect.required.every((name) => cells.includes(name))

/** "A", "B", … "Z", "AA", … for the column at `index`, counted from 0. */
export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26)

// A spreadsheet runs a cell that opens with one of these. A plain number may open with a sign.
const opensFormula = /^[\s']*(?:[=+\-@＝＋－＠]|'[\t\r\n])|^[\t\r\n]/
const plainNumber = /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/

const guard = (text: string): string =>
  // White space at the end is not read back, so it decides nothing.
  opensFormula.test(text.trimEnd()) && !plainNumber.test(text.trim()) ? `'${text}` : text
const unguard = (text: string): string => (/^'/.test(text) && opensFormula.test(text) ? text.slice(1) : text)

const parseOptions = {
  relax_column_count: true,
  info: true,
  record_delimiter: ['\n'],
  max_record_size: 4_000_000,
}

type Parsed = { record: string[]; info: { lines: number } }

/** Parses; what `onRecord` gives back for a record is kept, null keeps nothing. */
const parseWith = (
  text: string,
  { separator, fileName }: { separator: string; fileName: string },
  onRecord: (entry: Parsed) => Parsed | null,
): Parsed[] => {
  let lastLine = 0
  try {
    return parse(text, {
      ...parseOptions,
      delimiter: separator,
      onRecord: (entry: Parsed) => {
        lastLine = entry.info.lines
        return onRecord(entry)
      },
      // The library's types describe `info: false`.
    } as object) as unknown as Parsed[]
  } catch (error) {
    // Whoever takes the records may refuse what they say.
    if (!(error instanceof CsvError)) throw error
    const { code } = error
    const message =
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A quotation mark opens a cell and is never closed; the file may be cut off'
        : code === 'CSV_MAX_RECORD_SIZE'
          ? 'This row is longer than four million characters; a quotation mark may be missing'
          : 'A quotation mark stands where none may'
    throw problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
      {
        file: fileName,
        line: lastLine + 1,
        message,
        expected: 'cells with quotation marks written as "…""…"',
      },
    ])
  }
}

const parseRecords = (text: string, separator: string, fileName: string): Parsed[] =>
  parseWith(text, { separator, fileName }, (entry) => entry)

/**
 * Every record of a text, the first line among them, one after the other: none is kept, so that a file of a million rows
 * takes no more memory than its text. Lines may end in LF, CRLF or CR. Throws `input-unreadable` for an open quotation mark.
 */
export const eachRecord = (
  text: string,
  of: { separator: string; fileName: string },
  take: (cells: readonly string[]) => void,
): void =>
  void parseWith(text.replace(/\r\n?/g, '\n'), of, ({ record }) => {
    take(record)
    return null
  })

const separators = [',', ';', '\t'] as const

/** "sep=;" in the first line: how Excel is told what stands between cells. */
const toldSeparator = /^"?sep=([,;\t])"?\n/i

const cellsOfLine = (line: string, separator: string): string[] =>
  line.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))

/** The separator under which most of the known columns are found in a line near the top; where none is, the one used most there. */
const detectSeparator = (text: string, known: ReadonlySet<string>): string => {
  const told = toldSeparator.exec(text)?.[1]
  if (told !== undefined) return told
  const top = text.slice(0, 20_000).split('\n').slice(0, mostAbove)
  const best = (score: (separator: string) => number): string | undefined => {
    const scored = separators.map((separator) => ({ separator, score: score(separator) }))
    const most = Math.max(...scored.map((one) => one.score))
    return most === 0 ? undefined : scored.find((one) => one.score === most)!.separator
  }
  return (
    best((separator) =>
      Math.max(...top.map((line) => cellsOfLine(line, separator).filter((name) => known.has(name)).length)),
    ) ??
    best((separator) => (top[0] ?? '').replace(/"[^"]*"/g, '').split(separator).length - 1) ??
    ','
  )
}

/** The record that has the headings: the first row, or, below a title, the first in which they are all found. */
const headingsAt = (records: readonly Parsed[], expect: CsvExpectations): number => {
  if (expect.required.length === 0 && expect.isHeadings === undefined) return 0
  const at = records.slice(0, mostAbove).findIndex(({ record }) =>
    areHeadings(
      record.map((name) => name.trim()),
      expect,
    ),
  )
  return Math.max(at, 0)
}

const checkHeader = (
  header: string[],
  { line, row }: { line: number; row: number },
  expect: CsvExpectations,
): Issue[] => {
  const issues: Issue[] = []
  const at = (index: number): Place => ({
    file: expect.fileName,
    line,
    cell: `${columnLetters(index)}${row}`,
  })
  const known = new Set(expect.known)
  const seen = new Set<string>()
  header.forEach((name, index) => {
    const isRepeated = seen.has(name)
    seen.add(name)
    if (name === '') issues.push({ ...at(index), message: 'A column has no name' })
    else if (isRepeated) issues.push({ ...at(index), message: 'The column is there twice', found: name })
    else if (!known.has(name)) {
      const expected = expect.known.find((one) => one.toLowerCase() === name.toLowerCase())
      issues.push({ ...at(index), message: 'Unknown column', found: name, expected })
    }
  })
  for (const name of expect.required) {
    if (!seen.has(name)) {
      issues.push({ file: expect.fileName, line, message: `The column "${name}" is missing` })
    }
  }
  return issues
}

/**
 * The rows of a CSV file with a header row, which may stand below a title. Structural faults (binary, wrong encoding, an open quotation mark, too
 * large) throw `input-unreadable`; the rest comes back as issues by line and cell: columns missing, unknown or twice,
 * rows with more cells than the header. Empty rows are passed over but counted, so that addresses stay right.
 */
export const readCsv = (bytes: Uint8Array, expect: CsvExpectations): CsvTable => {
  const text = decodeText(bytes, expect.fileName, expect.maxBytes).replace(/\r\n?/g, '\n')
  const separator = detectSeparator(text, new Set(expect.known))
  const records = parseRecords(text, separator, expect.fileName)
  const headings = toldSeparator.test(text) ? 1 : headingsAt(records, expect)
  const header = (records[headings]?.record ?? []).map((name) => name.trim())
  const headingLine = headings === 0 ? 1 : records[headings - 1]!.info.lines + 1
  const issues = checkHeader(header, { line: headingLine, row: headings + 1 }, expect)
  const columns = new Map(header.map((name, index) => [name, index] as const).reverse())
  const rows: CsvRow[] = []
  for (let i = headings + 1; i < records.length; i++) {
    const { record } = records[i]!
    if (record.every((cell) => cell.trim() === '')) continue
    const line = records[i - 1]!.info.lines + 1
    if (record.length > header.length && record.slice(header.length).some((cell) => cell.trim() !== '')) {
      const cell = `${columnLetters(header.length)}${i + 1}`
      const expected = `${header.length} cells, as in the header`
      issues.push({
        file: expect.fileName,
        line,
        cell,
        message: 'The row has more cells than the header',
        expected,
        found: String(record.length),
      })
    }
    const cell = (column: string) => {
      const index = columns.get(column)
      return index === undefined ? undefined : `${columnLetters(index)}${i + 1}`
    }
    rows.push({
      line,
      get: (column) => unguard((record[columns.get(column) ?? -1] ?? '').trim()),
      cell,
      place: (column) => ({ file: expect.fileName, line, cell: cell(column) }),
    })
  }
  return { header, separator, rows, issues }
}

/** CSV text (comma, CRLF, quoted where needed) of `rows` under `header`; null and undefined are empty cells. */
export const writeCsv = (
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean | null | undefined)[])[],
): string => {
  const cellText = (value: string | number | boolean | null | undefined) =>
    value === null || value === undefined ? '' : typeof value === 'string' ? guard(value) : String(value)
  return stringify([header.map(guard), ...rows.map((row) => row.map(cellText))], {
    record_delimiter: '\r\n',
    // With CRLF between rows the library would leave a cell with a lone LF or CR bare, and tear its row.
    quoted_match: /[\r\n]/,
  })
}
