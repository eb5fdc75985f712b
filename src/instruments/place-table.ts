// Rows of a table become actions and indicators, by what its header calls the columns.

import { pieceOf, tidy } from './lines.ts'
import { readMark } from './marks.ts'
import type { Action, Section } from './plan.ts'
import { type Cell, cellParts, type Row, type Table } from './tables.ts'
import { indicatorLabel } from './vocabulary.ts'
import { beginSection, keepAsLayout, newAction, newIndicator, remark, type Walk } from './walk.ts'

/** Places a table whose header is known; another is listed as unplaced, row by row. */
export const placeTable = (walk: Walk, table: Table) => {
  if (table.header === undefined) {
    for (const row of table.rows)
      walk.draft.unplaced.push({
        line: row.line.number,
        text: tidy(row.line.plain),
        pieces: pieceOf(row.line),
      })
  } else {
    keepAsLayout(walk, table.header.line)
    const heldAction = walk.action
    const hasActions = table.columns.some((column) => column.role === 'action')
    if (hasActions) walk.action = undefined
    else walk.action = heldAction
    walk.list = undefined
    for (const row of table.rows) placeRow(walk, table, row, hasActions)
    walk.mode = walk.section === undefined && walk.action === undefined ? 'front' : 'section'
    if (walk.mode === 'section') walk.action = undefined
  }
  for (const line of table.ruled) keepAsLayout(walk, line)
}

const cellsOf = (table: Table, row: Row, role: string): Cell[] =>
  row.cells.filter((cell, i) => cell.text !== '' && table.columns[i]?.role === role)

const placeRow = (walk: Walk, table: Table, row: Row, hasActions: boolean) => {
  for (const cell of cellsOf(table, row, 'section')) placeSection(walk, row, cell)
  const numberCell = cellsOf(table, row, 'number')[0]
  const actionCell = cellsOf(table, row, 'action')[0]
  if (hasActions) placeAction(walk, row, numberCell, actionCell)
  else if (
    numberCell !== undefined &&
    /[\p{L}\p{N}]/u.test(numberCell.text) &&
    !cellsOf(table, row, 'indicator')[0]
  )
    walk.draft.unplaced.push(passage(row, numberCell))
  for (const cell of cellsOf(table, row, 'indicator')) {
    const marker = hasActions ? undefined : numberCell
    cellParts(row, cell).forEach((part, i) => {
      placeIndicator(walk, row, part, i === 0 ? marker : undefined)
    })
  }
  row.cells.forEach((cell, i) => {
    const column = table.columns[i]
    if (cell.text === '' || (column !== undefined && column.role !== 'detail')) return
    const detail = { ...passage(row, cell), label: column?.label ?? '' }
    if (walk.action !== undefined && column !== undefined) walk.action.details.push(detail)
    else walk.draft.unplaced.push(passage(row, cell))
  })
}

const passage = (row: Row, cell: Cell) => ({
  text: tidy(row.line.plain.slice(cell.from, cell.to)),
  line: row.line.number,
  pieces: pieceOf(row.line, cell.from, cell.to),
})

// A column of sections names the section in its first row, or repeats it in each.
const placeSection = (walk: Walk, row: Row, cell: Cell) => {
  const { text, pieces } = passage(row, cell)
  if (walk.section?.heading === text) {
    walk.draft.layout.push({ text, line: row.line.number, pieces })
    return
  }
  const section: Section = {
    number: null,
    title: text,
    heading: text,
    level: 2,
    line: row.line.number,
    pieces,
    paragraphs: [],
    lists: [],
  }
  beginSection(walk, section)
}

const placeAction = (walk: Walk, row: Row, numberCell: Cell | undefined, actionCell: Cell | undefined) => {
  const numberText = numberCell?.text.replace(/^(?:action\s*)?#?\s*|[.)]$/gi, '')
  if (actionCell === undefined) {
    if (numberCell !== undefined) walk.draft.unplaced.push(passage(row, numberCell))
    return
  }
  const text = row.line.plain.slice(actionCell.from, actionCell.to)
  const lead = text.length - text.trimStart().length
  const mark = readMark({ ...row.line, plain: text.trim(), at: undefined })
  const ownNumber =
    mark.heading?.number ??
    (mark.list !== undefined && mark.list.style !== 'bullet' ? mark.list.value : undefined)
  const skip =
    lead +
    (mark.heading?.from ??
      (ownNumber === undefined && mark.list?.style !== 'bullet' ? 0 : (mark.list?.from ?? 0)))
  const number = numberText ?? ownNumber ?? null
  const pieces = pieceOf(row.line, actionCell.from, actionCell.to)
  const words = tidy(text.slice(skip))
  const before = walk.action
  // Exports of merged cells repeat the action in each of its rows.
  if (
    before !== undefined &&
    before.text === words &&
    (number === null || String(before.number) === number)
  ) {
    before.pieces.push(...pieces)
    if (numberCell !== undefined) before.pieces.push(...pieceOf(row.line, numberCell.from, numberCell.to))
    return
  }
  const action: Action = newAction(walk, row.line, number)
  action.headingInSource = number === null ? null : tidy(numberCell?.text ?? text.slice(lead, skip))
  action.text = words
  action.pieces.push(...pieces)
  if (numberCell !== undefined) action.pieces.push(...pieceOf(row.line, numberCell.from, numberCell.to))
}

const placeIndicator = (walk: Walk, row: Row, part: Cell, numberCell: Cell | undefined) => {
  const text = row.line.plain.slice(part.from, part.to)
  const lead = text.length - text.trimStart().length
  const mark = readMark({ ...row.line, plain: text.trim(), at: undefined })
  const label = indicatorLabel.exec(text.trim().slice(0, 120))
  const skip = lead + (label?.[0].length ?? mark.list?.from ?? 0)
  const words = tidy(text.slice(skip))
  if (words === '') {
    remark(walk, row.line.number, 'empty-bullet', tidy(text))
    return
  }
  const pieces = pieceOf(row.line, part.from, part.to)
  if (numberCell !== undefined) pieces.push(...pieceOf(row.line, numberCell.from, numberCell.to))
  newIndicator(walk, row.line.number, numberCell?.text ?? tidy(text.slice(lead, skip)), pieces).text = words
}
