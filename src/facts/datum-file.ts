// Files of datums: CSV or a workbook with a column per field (`body.<field>`), JSON with the same names and `body` and `source` as
// objects. Both become rows of the same shape, which check-row.ts reads; every value keeps its place in the file.
import { pathText, readJson } from '../formats/json.ts'
import { readTable } from '../formats/table-file.ts'
import { looksLikeWorkbook } from '../formats/xlsx-read.ts'
import type { Issue, Place } from '../problem.ts'
import { allFieldNames, type Kinds } from './kind.ts'

/** A file handed in: its name, for messages, and its bytes. */
export type InputFile = { name: string; bytes: Uint8Array }

/** One datum as written, nothing checked yet. '' stands for what is not given. */
export type DatumRow = {
  get: (column: (typeof datumColumns)[number]) => string
  body: Record<string, unknown>
  /** Something of it could not be taken over; an issue says what. */
  isCut: boolean
  /** Where the row is, or one of its values (a column's name, or `body.<field>`). */
  place: (column?: string) => Place
}

/** The columns besides `body.<field>`. */
export const datumColumns = [
  'id',
  'actor',
  'kind',
  'subject',
  'from',
  'until',
  'date',
  'known_from',
  'supersedes',
  'retracts',
  'source_title',
  'source_address',
  'source_publisher',
  'source_date',
  'locator',
  'quotation',
  'language',
  'tier',
  'note',
] as const

const requiredColumns = ['id', 'actor', 'kind']

const readDatumCsv = (file: InputFile, kinds: Kinds): { rows: DatumRow[]; issues: Issue[] } => {
  const fields = allFieldNames(kinds).filter((field) => field !== 'note')
  const known = [...datumColumns, ...fields.map((field) => `body.${field}`)]
  const table = readTable(file.bytes, {
    fileName: file.name,
    required: requiredColumns,
    known,
    prefilled: ['kind'],
  })
  const present = fields.filter((field) => table.header.includes(`body.${field}`))
  const rows = table.rows.map((row): DatumRow => {
    const body: Record<string, unknown> = {}
    for (const field of present) {
      const text = row.get(`body.${field}`)
      if (text !== '') body[field] = text
    }
    const place = (column?: string): Place =>
      column !== undefined
        ? row.place(column)
        : looksLikeWorkbook(file.bytes)
          ? row.place('id')
          : { file: file.name, line: row.line }
    return { get: row.get, body, isCut: false, place }
  })
  return { rows, issues: table.issues }
}

const sourceKeys = {
  title: 'source_title',
  address: 'source_address',
  publisher: 'source_publisher',
  date: 'source_date',
}
const jsonKeys = [...datumColumns.filter((column) => !column.startsWith('source_')), 'body', 'source']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readDatumJson = (file: InputFile): { rows: DatumRow[]; issues: Issue[] } => {
  const value = readJson(file.bytes, file.name)
  const list = isObject(value) && Object.keys(value).length === 1 ? (value.facts ?? value) : value
  const prefix: string[] = list === value ? [] : ['facts']
  if (!Array.isArray(list)) {
    const expected = 'a list of datums, or {"facts": [...]}'
    return { rows: [], issues: [{ file: file.name, message: 'The file holds no list of datums', expected }] }
  }
  const issues: Issue[] = []
  const rows = list.flatMap((item, i): DatumRow[] => {
    const path = (...keys: string[]) => pathText([...prefix, i, ...keys])
    if (!isObject(item)) {
      issues.push({ file: file.name, path: path(), message: 'Not a datum', expected: 'an object' })
      return []
    }
    const issuesBefore = issues.length
    const texts: Record<string, string> = {}
    const take = (column: string, at: string[], raw: unknown) => {
      if (raw === null || raw === undefined) return
      if (typeof raw === 'string') texts[column] = raw.trim()
      else
        issues.push({
          file: file.name,
          path: path(...at),
          message: 'Not a text',
          found: JSON.stringify(raw).slice(0, 80),
        })
    }
    const unknown = (key: string, at: string[], known: string[]) =>
      issues.push({
        file: file.name,
        path: path(...at),
        message: `Unknown key "${key}"`,
        expected: known.join(', '),
      })
    for (const [key, raw] of Object.entries(item)) {
      if (!jsonKeys.includes(key)) unknown(key, [key], jsonKeys)
      else if (key !== 'body' && key !== 'source') take(key, [key], raw)
    }
    for (const key of ['body', 'source'] as const) {
      if (item[key] === undefined || item[key] === null || isObject(item[key])) continue
      issues.push({ file: file.name, path: path(key), message: 'Not an object' })
    }
    for (const [key, raw] of Object.entries(isObject(item.source) ? item.source : {})) {
      const column = sourceKeys[key as keyof typeof sourceKeys]
      if (column === undefined) unknown(key, ['source', key], Object.keys(sourceKeys))
      else take(column, ['source', key], raw)
    }
    const place = (column?: string): Place => {
      if (column === undefined) return { file: file.name, path: path() }
      const inSource = Object.entries(sourceKeys).find(([, name]) => name === column)
      return { file: file.name, path: path(...(inSource ? ['source', inSource[0]] : column.split('.'))) }
    }
    const body = isObject(item.body) ? { ...item.body } : {}
    return [{ get: (column) => texts[column] ?? '', body, isCut: issues.length > issuesBefore, place }]
  })
  return { rows, issues }
}

/** Whether a file is JSON, by its name or by how it begins. */
export const looksLikeJson = (file: InputFile): boolean => {
  if (/\.json$/i.test(file.name)) return true
  if (/\.(csv|tsv|txt)$/i.test(file.name)) return false
  const head = new TextDecoder().decode(file.bytes.subarray(0, 200)).trimStart()
  return head.startsWith('{') || head.startsWith('[')
}

/** The rows of a file of datums, with what is wrong with the file's form. Throws where it cannot be read at all. */
export const readDatumFile = (file: InputFile, kinds: Kinds): { rows: DatumRow[]; issues: Issue[] } =>
  looksLikeJson(file) ? readDatumJson(file) : readDatumCsv(file, kinds)
