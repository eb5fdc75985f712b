// The table of participants of a status page: its columns, and for each participant the dated entries.
import type { Issue } from '../problem.ts'
import { boundedText, elementsOf, type HtmlElement, lineOf, oneLine, rawText, textOf } from './html.ts'
import { actOf, type Column, type ColumnAct, readColumn } from './status-columns.ts'
import { dayOf, dayPattern } from './status-date.ts'

/** Something the page says that could not be placed, with its line and why. */
export type Unplaced = { line: number; text: string; reason: string }

export type Entry = {
  act: ColumnAct
  on: string
  /** In square brackets: the page's sign that it no longer holds. */
  bracketed: boolean
  marks: string[]
  line: number
}

export type ParticipantRow = {
  name: string
  line: number
  entries: Entry[]
  /** From a column "Entry into force", where the page has one. */
  effectiveOn: string | null
  /** Footnotes at the name. */
  marks: string[]
}

export type ParticipantTable = {
  columns: Column[]
  /** Footnotes at the headings. */
  marks: string[]
  rows: ParticipantRow[]
  unplaced: Unplaced[]
  issues: Issue[]
  /** Line of the headings. */
  headLine: number
  lastLine: number
}

const isMark = (element: HtmlElement) => element.tagName === 'sup'

/** The footnotes an element refers to: the figures of its superscripts, or of links to notes. */
export const marksOf = (element: HtmlElement): string[] =>
  elementsOf(element)
    .filter((inner) => isMark(inner))
    .flatMap((inner) => textOf(inner).split(/[\s,]+/))
    .filter((mark) => /^\d{1,3}$/.test(mark))

const wordsOf = (cell: HtmlElement): string => oneLine(rawText(cell, isMark))

const childrenOf = (parent: HtmlElement, ...tags: string[]): HtmlElement[] =>
  parent.childNodes.filter((node): node is HtmlElement => 'tagName' in node && tags.includes(node.tagName))

/** The table's own rows, not those of tables inside its cells. */
const rowsOf = (table: HtmlElement): HtmlElement[] =>
  childrenOf(table, 'thead', 'tbody', 'tfoot').flatMap((section) => childrenOf(section, 'tr'))

const cellsOf = (row: HtmlElement): HtmlElement[] => childrenOf(row, 'td', 'th')

/** The headings of a table's first row; none where it is there for layout and its cells hold other tables. */
const headingsOf = (table: HtmlElement): { header: HtmlElement; headings: string[] } | undefined => {
  const header = rowsOf(table)[0]
  if (header === undefined) return undefined
  const headings = cellsOf(header).map((cell) => boundedText(cell, isMark, 60))
  if (headings.some((heading) => heading === undefined)) return undefined
  return { header, headings: headings.map((heading) => oneLine(heading!)) }
}

/** The columns of a table, where it is one of participants and dated acts; undefined otherwise. */
const columnsOf = (table: HtmlElement): { columns: Column[]; header: HtmlElement } | undefined => {
  const found = headingsOf(table)
  if (found === undefined) return undefined
  const columns = found.headings.map(readColumn)
  const isParticipants =
    columns[0]?.role === 'participant' && columns.some((column) => column.role === 'acts')
  return isParticipants ? { columns, header: found.header } : undefined
}

/** Every table of participants on the page. A proper status page has one. */
export const participantTables = (root: HtmlElement): HtmlElement[] =>
  elementsOf(root).filter((element) => element.tagName === 'table' && columnsOf(element) !== undefined)

/** A table of participants that tells of no act of status, such as territorial applications. */
export type OtherTable = {
  headings: string[]
  rows: { line: number; cells: string[]; marks: string[] }[]
}

/** Tables of participants with other columns than dated acts, in the order of the page. */
export const otherTables = (root: HtmlElement): OtherTable[] =>
  elementsOf(root)
    .filter((element) => element.tagName === 'table' && columnsOf(element) === undefined)
    .flatMap((table) => {
      const headings = headingsOf(table)?.headings ?? []
      if (headings.length < 2 || readColumn(headings[0]!).role !== 'participant') return []
      const rows = rowsOf(table)
        .slice(1)
        .map((row) => ({
          line: lineOf(cellsOf(row)[0] ?? row),
          cells: cellsOf(row).map(wordsOf),
          marks: marksOf(row),
        }))
      return [{ headings, rows }]
    })

/** The rows of such tables as text. */
export const otherTableRows = (root: HtmlElement): Unplaced[] =>
  otherTables(root).flatMap(({ headings, rows }) =>
    rows.map(({ line, cells }) => ({
      line,
      text: cells.join(' | '),
      reason: `A row of the table "${headings.join(' | ')}", which tells of no act of status`,
    })),
  )

const entryPattern = () =>
  new RegExp(String.raw`(\[)?\s*${dayPattern}\s*(?:\(?([A-Za-z]{1,3})\)?(?![A-Za-z]))?\s*(\])?`, 'g')

/** Why a cell of a column whose heading names no known act is not placed. */
export const unknownColumn = (column: Column): string =>
  `What the column "${column.heading}" holds is not known`

type CellReading = { entries: Entry[]; unplaced: Unplaced[]; issues: Issue[] }

const readCell = (cell: HtmlElement, column: Column, name: string, fileName: string): CellReading => {
  const reading: CellReading = { entries: [], unplaced: [], issues: [] }
  const words = wordsOf(cell)
  const line = lineOf(cell)
  const text = `${name} | ${column.heading} | ${words}`
  if (words === '') return reading
  if (column.role === 'unknown') {
    reading.unplaced.push({ line, text, reason: unknownColumn(column) })
    return reading
  }
  const dates = [...words.matchAll(entryPattern())]
  const rest = words.replace(entryPattern(), ' ').replace(/[\s;,]+/g, '')
  if (rest !== '' || dates.length === 0) {
    reading.unplaced.push({ line, text, reason: 'The cell holds more than dates and their marks' })
    return reading
  }
  for (const [, open, day, month, year, mark, close] of dates) {
    const on = dayOf(day!, month!, year!)
    if (on === undefined) {
      reading.issues.push({
        file: fileName,
        line,
        cell: `${name}, ${column.heading}`,
        message: 'The calendar has no such day',
        found: `${day} ${month} ${year}`,
      })
      continue
    }
    if ((open === undefined) !== (close === undefined)) {
      reading.unplaced.push({ line, text, reason: 'A square bracket is opened or closed alone' })
      continue
    }
    if (column.role === 'effect') {
      reading.entries.push({ act: effectAct, on, bracketed: open !== undefined, marks: [], line })
      continue
    }
    const act = actOf(column, mark ?? null)
    if (act === undefined) {
      const reason = mark === undefined ? 'A date without a mark' : `The mark "${mark}"`
      reading.unplaced.push({ line, text, reason: `${reason} means no act the column names` })
      continue
    }
    reading.entries.push({ act, on, bracketed: open !== undefined, marks: marksOf(cell), line })
  }
  return reading
}

/** Stands for a date of the column "Entry into force", which belongs to the row's act of consent. */
const effectAct: ColumnAct = { kind: 'accession', mark: null, statedAs: 'entry into force' }

const readRow = (row: HtmlElement, table: ParticipantTable, fileName: string): void => {
  const cells = cellsOf(row)
  const first = cells[0]
  const words = cells.map(wordsOf)
  if (first === undefined || words.every((word) => word === '')) return
  const line = lineOf(first)
  const name = words[0]!
  if (name === '' || cells.length !== table.columns.length) {
    const reason = name === '' ? 'The row names no participant' : 'The row has not the cells of the heading'
    table.unplaced.push({ line, text: words.join(' | '), reason })
    return
  }
  const participant: ParticipantRow = { name, line, entries: [], effectiveOn: null, marks: marksOf(first) }
  const effects: Entry[] = []
  let leftOut = 0
  for (const [i, cell] of cells.entries()) {
    if (i === 0) continue
    const reading = readCell(cell, table.columns[i]!, name, fileName)
    table.unplaced.push(...reading.unplaced)
    table.issues.push(...reading.issues)
    leftOut += reading.unplaced.length + reading.issues.length
    for (const entry of reading.entries) (entry.act === effectAct ? effects : participant.entries).push(entry)
  }
  if (effects.length === 1) participant.effectiveOn = effects[0]!.on
  if (effects.length > 1) {
    table.unplaced.push({ line, text: words.join(' | '), reason: 'More than one date of entry into force' })
  }
  if (participant.entries.length === 0 && leftOut === 0) {
    table.unplaced.push({ line, text: words.join(' | '), reason: 'The row has no date' })
  }
  table.rows.push(participant)
}

/** Reads one table of participants. Issues are days the calendar has not; unplaced is what no column explains. */
export const readParticipantTable = (element: HtmlElement, fileName: string): ParticipantTable => {
  const { columns, header } = columnsOf(element)!
  const table: ParticipantTable = {
    columns,
    marks: marksOf(header),
    rows: [],
    unplaced: [],
    issues: [],
    headLine: lineOf(header),
    lastLine: element.sourceCodeLocation?.endLine ?? lineOf(element),
  }
  for (const row of rowsOf(element)) if (row !== header) readRow(row, table, fileName)
  return table
}
