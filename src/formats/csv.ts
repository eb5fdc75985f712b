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

export type CsvTable = { header: string[]; separator: string; rows: CsvRow[]; issues: Issue[] }

export type CsvExpectations = {
  fileName: string
  required: readonly string[]
  /** All columns the file may have, the required ones among them. Any other is an issue. */
  known: readonly string[]
  maxBytes?: number
}

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

/** The separator under which most of the known columns are found in the first line. */
const detectSeparator = (text: string, known: readonly string[]): string => {
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
  const hits = (separator: string) =>
    firstLine.split(separator).filter((name) => known.includes(name.trim().replace(/^"(.*)"$/, '$1'))).length
  return [',', ';', '\t'].reduce((best, candidate) => (hits(candidate) > hits(best) ? candidate : best))
}

const checkHeader = (header: string[], expect: CsvExpectations): Issue[] => {
  const issues: Issue[] = []
  const at = (index: number): Place => ({ file: expect.fileName, line: 1, cell: `${columnLetters(index)}1` })
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
      issues.push({ file: expect.fileName, line: 1, message: `The column "${name}" is missing` })
    }
  }
  return issues
}

/**
 * The rows of a CSV file with a header row. Structural faults (binary, wrong encoding, an open quotation mark, too
 * large) throw `input-unreadable`; the rest comes back as issues by line and cell: columns missing, unknown or twice,
 * rows with more cells than the header. Empty rows are passed over but counted, so that addresses stay right.
 */
export const readCsv = (bytes: Uint8Array, expect: CsvExpectations): CsvTable => {
  const text = decodeText(bytes, expect.fileName, expect.maxBytes).replace(/\r\n?/g, '\n')
  const separator = detectSeparator(text, expect.known)
  const records = parseRecords(text, separator, expect.fileName)
  const header = (records[0]?.record ?? []).map((name) => name.trim())
  const issues = checkHeader(header, expect)
  const columns = new Map(header.map((name, index) => [name, index] as const).reverse())
  const rows: CsvRow[] = []
  for (let i = 1; i < records.length; i++) {
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
