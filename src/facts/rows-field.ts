// A field that holds several small rows, such as the participants of an event by audience, sex and age. In a cell of a
// table and in a form's text a row is "audience=academia, persons=12", rows apart by ";"; in JSON a list of objects.

import { listText } from './list-field.ts'

export const columnTypes = ['text', 'integer', 'number'] as const
export type ColumnSpec = {
  type: (typeof columnTypes)[number]
  oneOf?: readonly string[] | undefined
  unit?: string | undefined
  required?: boolean | undefined
}
export type Columns = Readonly<Record<string, ColumnSpec>>
/** One row: a value for each column that says something. */
export type RowOfField = Record<string, string | number>

type ReadRows = { value: RowOfField[] } | { message: string; expected: string; found?: string }

const expectedRows = (columns: Columns): string =>
  `rows such as "${Object.entries(columns)
    .map(([name, { type, oneOf }]) => `${name}=${oneOf?.[0] ?? (type === 'text' ? 'text' : '12')}`)
    .join(', ')}", apart by ";", each column once`

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rows as written, in the short form, as JSON or as objects, nothing checked yet; undefined where it is none of the ways to write them. */
export const writtenRows = (value: unknown): Record<string, unknown>[] | undefined => {
  if (Array.isArray(value)) return value.every(isObject) ? value : undefined
  if (typeof value !== 'string') return undefined
  if (value.trim().startsWith('[')) {
    try {
      return writtenRows(JSON.parse(value))
    } catch {
      return undefined
    }
  }
  const rows = value
    .split(';')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => row.split(',').map((part) => /^\s*(\w+)\s*=(.*)$/s.exec(part)))
  if (rows.some((row) => row.includes(null))) return undefined
  // A column told twice would keep the last number without a word.
  if (rows.some((row) => new Set(row.map((part) => part![1])).size < row.length)) return undefined
  return rows.map((row) => Object.fromEntries(row.map((part) => [part![1], part![2]!.trim()])))
}

const readCell = (spec: ColumnSpec, value: unknown): string | number | { expected: string } => {
  if (spec.type === 'text') {
    if (typeof value !== 'string' && typeof value !== 'number') return { expected: 'a text' }
    const text = String(value).trim()
    return spec.oneOf === undefined || spec.oneOf.includes(text) ? text : { expected: spec.oneOf.join(', ') }
  }
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
  const fits =
    typeof number === 'number' &&
    number >= 0 &&
    (spec.type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number))
  return fits
    ? (number as number)
    : { expected: spec.type === 'integer' ? 'a whole number, 0 or more' : 'a number, 0 or more' }
}

/** Rows read from a list of objects, from JSON or from the short form, each cell in its type; or what is wrong. */
export const readRows = (columns: Columns, value: unknown): ReadRows => {
  const written = writtenRows(value)
  if (written === undefined || written.length === 0)
    return { message: 'Not a list of rows', expected: expectedRows(columns) }
  const rows: RowOfField[] = []
  for (const [i, one] of written.entries()) {
    const row: RowOfField = {}
    for (const [name, given] of Object.entries(one)) {
      if (given === '' || given === null || given === undefined) continue
      const spec = Object.hasOwn(columns, name) ? columns[name] : undefined
      const at = `row ${i + 1}, ${name}`
      if (spec === undefined)
        return { message: `No such column, ${at}`, expected: Object.keys(columns).join(', '), found: name }
      const cell = readCell(spec, given)
      if (typeof cell === 'object')
        return {
          message: `Not one of the values, ${at}`,
          expected: cell.expected,
          found: (typeof given === 'string' ? given : JSON.stringify(given)).slice(0, 80),
        }
      row[name] = cell
    }
    const missing = Object.entries(columns).find(
      ([name, spec]) => spec.required === true && row[name] === undefined,
    )
    if (missing !== undefined)
      return { message: `Missing, row ${i + 1}, ${missing[0]}`, expected: expectedRows(columns) }
    rows.push(row)
  }
  return { value: rows }
}

/** Rows in the short form; as JSON where a text would be mistaken for a sign of it. */
export const rowsText = (rows: readonly RowOfField[]): string =>
  rows.some((row) => Object.values(row).some((cell) => typeof cell === 'string' && /[,;=[\]]/.test(cell)))
    ? JSON.stringify(rows)
    : rows
        .map((row) =>
          Object.entries(row)
            .map(([name, cell]) => `${name}=${cell}`)
            .join(', '),
        )
        .join('; ')

/** Whether a value of a field is such rows. */
export const isRows = (value: unknown): value is RowOfField[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject)

/**
 * The entries of a list from the fields of a form, `body.agenda.0`, in the text of its field; empty ones are left
 * out. `undefined` where the form has none of them.
 */
export const gatherList = (typed: Readonly<Record<string, string>>, field: string): string | undefined => {
  const entries = Object.entries(typed).filter(
    ([name]) => name.startsWith(`${field}.`) && /^\d{1,3}$/.test(name.slice(field.length + 1)),
  )
  if (entries.length === 0) return typed[field]
  return listText(entries.map(([, text]) => text))
}

/**
 * The cells of a form, `body.attendance.0.persons`, gathered into the one text of their field; empty rows are left out.
 * `typed` as it came where the field has no cells in it.
 */
export const gatherRows = (
  typed: Readonly<Record<string, string>>,
  field: string,
  columns: Columns,
): string | undefined => {
  const rows: RowOfField[] = []
  let hasCells = false
  for (const [name, text] of Object.entries(typed)) {
    const at = name.startsWith(`${field}.`) ? /^(\d{1,3})\.(\w+)$/.exec(name.slice(field.length + 1)) : null
    if (at === null || !Object.hasOwn(columns, at[2]!)) continue
    hasCells = true
    if (text.trim() === '') continue
    rows[Number(at[1])] ??= {}
    rows[Number(at[1])]![at[2]!] = text.trim()
  }
  return hasCells ? rowsText(rows.filter((row) => row !== undefined)) : typed[field]
}
