// Which tables are of actions, and which only refer to actions that stand elsewhere: who does what, a timetable.
import { tidy } from './lines.ts'
import type { Cell, Row, Table } from './tables.ts'
import { actionWords } from './vocabulary.ts'

/** All words of a cell. */
export const cellText = (cell: Cell): string =>
  tidy([cell, ...cell.more].map(({ text }) => text.replace(/<br\s*\/?>/gi, ' ')).join(' '))

const words = actionWords.flatMap(({ forms }) => forms).join('|')
const number = '(?:#|№|no\\.|n[o°º]\\.?)?\\s*\\d{1,4}(?:\\.\\d{1,3}){0,3}[a-z]?'
const reference = new RegExp(
  `^(?:(?:${words})s?\\s*)?(${number})(\\s*(?:,|;|/|&|-|–|and|to|et|и|y)\\s*(?:(?:${words})\\s*)?${number}){0,20}\\s*[.):]?$`,
  'iu',
)

/** Whether a cell says nothing but the number of an action, or of several: "3", "Action #3", "Actions 3 and 4". */
export const isReference = (text: string): boolean => text.length <= 120 && reference.test(text)

/** The number a reference names; undefined where it names several. */
export const referredNumber = (text: string): string | undefined => {
  const found = text.length <= 120 ? reference.exec(text) : null
  return found === null || found[2] !== undefined
    ? undefined
    : found[1]!.replace(/^(?:#|№|no\.|n[o°º]\.?)?\s*/i, '').toLowerCase()
}

const cellOf = (table: Table, row: Row, role: string): Cell | undefined =>
  row.cells.find((cell, i) => cell.text !== '' && table.columns[i]?.role === role)

const has = (table: Table, role: string) => table.columns.some((column) => column.role === role)

/** Rows that say an action in words. */
const actionRows = (table: Table): number =>
  table.rows.filter((row) => {
    const cell = cellOf(table, row, 'action')
    return cell !== undefined && !isReference(cellText(cell))
  }).length

const isWordsLabel = (label: string) =>
  /^(?:description|text|title|wording|content|activit(?:y|ies)|measures?|commitments?)\b/i.test(label)

/** "Action | Description" with numbers under "Action": those are the numbers, and the words are beside them. */
const nameColumns = (table: Table): void => {
  if (has(table, 'number') || table.rows.length === 0 || actionRows(table) > 0) return
  const at = table.columns.findIndex((column) => column.role === 'action')
  const beside = table.columns.findIndex(
    (column, i) =>
      i > at &&
      at >= 0 &&
      column.role === 'detail' &&
      isWordsLabel(column.label) &&
      table.rows.every(
        (row) =>
          row.cells[i] !== undefined && row.cells[i].text !== '' && !isReference(cellText(row.cells[i])),
      ),
  )
  if (beside < 0) return
  table.columns[at] = { ...table.columns[at]!, role: 'number' }
  table.columns[beside] = { ...table.columns[beside]!, role: 'action' }
}

export type Elsewhere = {
  /** Lines that open actions by a word, outside tables. */
  byWord: Set<number>
  /** The same by number or place; `hasIndicators` where indicators stand below them. */
  find: () => { starts: Set<number>; hasIndicators: boolean }
  /** The line of the first heading of an annex. */
  annex: number | undefined
}

/**
 * The lines outside tables that open actions, beside those of the tables. A table with a column of indicators is one of
 * actions; another is one only where nothing else yields actions, and is marked with `refers` otherwise.
 */
export const settleTables = (tables: Table[], { byWord, find, annex }: Elsewhere): Set<number> => {
  const named = tables.filter((table) => has(table, 'action'))
  if (byWord.size === 0) named.forEach(nameColumns)
  const isWhole = (table: Table) => has(table, 'indicator') && actionRows(table) > 0
  let starts = byWord
  if (starts.size === 0 && !named.some(isWhole)) {
    const others = find()
    // Numbered paragraphs alone may be the text before a table of actions; with indicators, or where such tables stand
    // in annexes only, they are the actions.
    const isApart = (table: Table) => actionRows(table) === 0 || (annex !== undefined && table.first > annex)
    if (others.hasIndicators || named.every(isApart)) starts = others.starts
  }
  // A lone "Action 1" above a table of thirty actions is a mention.
  for (const table of named)
    table.refers = !has(table, 'indicator') && starts.size > 0 && starts.size * 5 >= actionRows(table)
  return starts
}
