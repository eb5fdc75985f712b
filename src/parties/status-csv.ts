// Status events as CSV: the form in which they ship (reference/status/) and in which the exercise keeps its own.
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isDay } from '../facts/edtf.ts'
import { type CsvRow, readCsv, writeCsv } from '../formats/csv.ts'
import { type Issue, problem } from '../problem.ts'
import { referencePath } from './reference.ts'
import { type StatusEvent, type StatusKind, statusKinds } from './status-event.ts'

/** Where the events of one treaty come from. */
export type StatusSource = {
  treaty: string
  mtdsg: string | null
  title: string
  address: string | null
  /** Who keeps the register, where that is not the collection the number is of. */
  publisher?: string
  /** The date of the page's information. */
  asOf: string
  adoptedOn: string | null
  inForceFrom: string | null
  signatories: number | null
  parties: number | null
}

/** An event as shipped: with its treaty, and where its effective date comes from. */
export type ShippedEvent = StatusEvent & { treaty: string; basis: string | null; bracketed: boolean }

export type StatusClaim = {
  treaty: string
  actor: string
  claim: string
  claimedBy: string
  claimedOn: string
  knownFrom: string
  quotation: string
  sourceTitle: string
  sourceAddress: string
  contestedBy: string | null
  contestQuotation: string | null
  contestTitle: string | null
  contestAddress: string | null
}

const eventColumns = [
  ...['treaty', 'actor', 'name', 'kind', 'notified_on', 'effective_on', 'basis', 'bracketed', 'note', 'line'],
]
const sourceColumns = [
  ...[
    'treaty',
    'mtdsg',
    'title',
    'address',
    'as_of',
    'adopted_on',
    'in_force_from',
    'signatories',
    'parties',
  ],
]
const claimColumns = [
  ...['treaty', 'actor', 'claim', 'claimed_by', 'claimed_on', 'known_from', 'quotation', 'source_title'],
  ...['source_address', 'contested_by', 'contest_quotation', 'contest_title', 'contest_address'],
]

type Cells = {
  text: (column: string) => string | null
  needed: (column: string) => string
  day: (column: string) => string | null
  neededDay: (column: string) => string
  count: (column: string) => number | null
}

const cellsOf = (row: CsvRow, issues: Issue[]): Cells => {
  const text = (column: string) => row.get(column) || null
  const fault = (column: string, message: string, expected: string) => {
    issues.push({ ...row.place(column), message, expected, found: row.get(column) })
  }
  const needed = (column: string): string => {
    if (row.get(column) === '') fault(column, 'The cell is empty', 'a value')
    return row.get(column)
  }
  const day = (column: string): string | null => {
    const value = text(column)
    if (value !== null && !isDay(value)) fault(column, 'Not a day of the calendar', 'YYYY-MM-DD')
    return value
  }
  const neededDay = (column: string): string => {
    needed(column)
    return day(column) ?? ''
  }
  const count = (column: string): number | null => {
    const value = text(column)
    if (value !== null && !/^\d+$/.test(value)) fault(column, 'Not a number', 'a whole number')
    return value === null ? null : Number(value)
  }
  return { text, needed, day, neededDay, count }
}

/** The rows of a CSV file, each read by `read`. Throws `input-rejected` by line and cell. */
export const readRows = <T>(
  path: string,
  columns: readonly string[],
  required: readonly string[],
  read: (cells: Cells, row: CsvRow, issues: Issue[]) => T,
): T[] => {
  const fileName = basename(path)
  const table = readCsv(readFileSync(path), { fileName, required, known: columns })
  const issues = [...table.issues]
  const rows = table.rows.map((row) => read(cellsOf(row, issues), row, issues))
  if (issues.length > 0) throw problem('input-rejected', `${fileName} was not taken in.`, issues)
  return rows
}

/** The events of a CSV file. Throws `input-rejected` by line and cell. */
export const readStatusCsv = (path: string): ShippedEvent[] =>
  readRows(path, eventColumns, ['treaty', 'name', 'kind'], ({ text, needed, day }, row, issues) => {
    const kind = row.get('kind') as StatusKind
    if (!statusKinds.includes(kind)) {
      const expected = statusKinds.join(', ')
      issues.push({ ...row.place('kind'), message: 'Unknown kind of act', expected, found: kind })
    }
    const notifiedOn = day('notified_on')
    const effectiveOn = day('effective_on')
    return {
      treaty: needed('treaty'),
      actor: text('actor'),
      name: needed('name'),
      kind,
      notifiedOn,
      effectiveOn,
      date: kind === 'withdrawal' ? effectiveOn : notifiedOn,
      note: text('note'),
      line: Number(row.get('line') || row.line),
      basis: text('basis'),
      bracketed: row.get('bracketed') === 'yes',
    }
  })

/** The same file back from events. */
export const writeStatusCsv = (events: readonly ShippedEvent[]): string =>
  writeCsv(
    eventColumns,
    events.map((event) => [
      event.treaty,
      event.actor,
      event.name,
      event.kind,
      event.notifiedOn,
      event.effectiveOn,
      event.basis,
      event.bracketed ? 'yes' : '',
      event.note,
      event.line,
    ]),
  )

export const readStatusSources = (path: string): StatusSource[] =>
  readRows(path, sourceColumns, ['treaty', 'title', 'as_of'], ({ text, needed, day, neededDay, count }) => ({
    treaty: needed('treaty'),
    mtdsg: text('mtdsg'),
    title: needed('title'),
    address: text('address'),
    asOf: neededDay('as_of'),
    adoptedOn: day('adopted_on'),
    inForceFrom: day('in_force_from'),
    signatories: count('signatories'),
    parties: count('parties'),
  }))

export const readStatusClaims = (path: string): StatusClaim[] =>
  readRows(path, claimColumns, claimColumns.slice(0, 9), ({ text, needed, neededDay }) => ({
    treaty: needed('treaty'),
    actor: needed('actor'),
    claim: needed('claim'),
    claimedBy: needed('claimed_by'),
    claimedOn: neededDay('claimed_on'),
    knownFrom: neededDay('known_from'),
    quotation: needed('quotation'),
    sourceTitle: needed('source_title'),
    sourceAddress: needed('source_address'),
    contestedBy: text('contested_by'),
    contestQuotation: text('contest_quotation'),
    contestTitle: text('contest_title'),
    contestAddress: text('contest_address'),
  }))

/** The treaties whose status ships with Pacta: the source of each, with its events. */
export const shippedStatus = (): { source: StatusSource; events: ShippedEvent[] }[] => {
  const files = new Set(readdirSync(referencePath('status')))
  return readStatusSources(referencePath('status', 'sources.csv'))
    .filter((source) => files.has(`${source.treaty}.csv`))
    .map((source) => ({ source, events: readStatusCsv(referencePath('status', `${source.treaty}.csv`)) }))
}

/** Contested claims about a treaty's status. They leave membership untouched. */
export const shippedClaims = (): StatusClaim[] => readStatusClaims(referencePath('status', 'claims.csv'))
