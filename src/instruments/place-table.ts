// Rows of a table become actions and indicators, by what its header calls the columns.
import { pieceOf, tidy } from './lines.ts'
import { isTerminated, type Mark, readMark } from './marks.ts'
import { joinColumns } from './part-tables.ts'
import type { Action, Indicator, Piece, Section } from './plan.ts'
import { cellText, isReference, referredNumber } from './table-use.ts'
import { type Cell, cellParts, type Fragment, type Row, type Table } from './tables.ts'
import { indicatorLabel, measureOpening } from './vocabulary.ts'
import { beginSection, keepAsLayout, newAction, newIndicator, remark, type Walk } from './walk.ts'

/** Places a table whose header is known; another is listed as unplaced, row by row. */
export const placeTable = (walk: Walk, table: Table) => {
  for (const line of table.ruled) keepAsLayout(walk, line)
  if (table.header === undefined) {
    for (const row of table.rows) keepRowUnplaced(walk, row)
    return
  }
  if (table.refers === true) {
    placeReferences(walk, table, table.header)
    return
  }
  for (const cell of table.header.cells) if (cell.text !== '') walk.draft.layout.push(passage(cell))
  const hasActions = table.columns.some((column) => column.role === 'action')
  if (hasActions) walk.action = undefined
  walk.list = undefined
  let isUnknown = false
  for (const row of table.rows) {
    const cell = row.cells.find((one, i) => one.text !== '' && table.columns[i]?.role === 'action')
    // A bare number in the place of an action refers to one; what stands beside an unknown one belongs to nobody.
    if (cell !== undefined)
      isUnknown = isReference(cellText(cell)) && referredAction(walk, cellText(cell)) === undefined
    if (isUnknown) {
      keepCellsUnplaced(walk, row)
      walk.action = undefined
    } else placeRow(walk, table, row, hasActions)
  }
  walk.mode = walk.section === undefined && walk.action === undefined ? 'front' : 'section'
  if (walk.mode === 'section') walk.action = undefined
}

const keepCellsUnplaced = (walk: Walk, row: Row) => {
  for (const cell of row.cells) if (cell.text !== '') walk.draft.unplaced.push(passage(cell))
}

/** The one action that bears the number a cell refers to. */
const referredAction = (walk: Walk, text: string): Action | undefined => {
  const number = referredNumber(text)
  const found = walk.draft.actions.filter((action) => String(action.number).toLowerCase() === number)
  return found.length === 1 ? found[0] : undefined
}

const bare = (text: string) => text.toLowerCase().replace(/[\s.;]+$/, '')

/** The action a row of another table is about, by its number or in its words. */
const rowAction = (walk: Walk, table: Table, row: Row): Action | undefined => {
  const cell = row.cells.find((one, i) => one.text !== '' && table.columns[i]?.role === 'action')
  if (cell === undefined) return undefined
  const text = cellText(cell)
  if (isReference(text)) return referredAction(walk, text)
  const found = walk.draft.actions.filter((action) => action.text !== '' && bare(action.text) === bare(text))
  return found.length === 1 ? found[0] : undefined
}

// Who does what and by when: further remarks on actions that stand elsewhere. Anything else in it is listed.
const placeReferences = (walk: Walk, table: Table, header: Row) => {
  const rows = table.rows.map((row) => ({ row, action: rowAction(walk, table, row) }))
  const isUsed = rows.some(({ action }) => action !== undefined)
  for (const cell of header.cells)
    if (cell.text !== '') walk.draft[isUsed ? 'layout' : 'unplaced'].push(passage(cell))
  for (const { row, action } of rows)
    row.cells.forEach((cell, i) => {
      const column = table.columns[i]
      if (cell.text === '') return
      if (action === undefined || column === undefined) walk.draft.unplaced.push(passage(cell))
      else if (column.role === 'detail') action.details.push({ ...passage(cell), label: column.label })
      else if (column.role === 'section') walk.draft.unplaced.push(passage(cell))
      else walk.draft.layout.push(passage(cell))
    })
}

const keepRowUnplaced = (walk: Walk, row: Row) => {
  if (row.cells.every((cell) => cell.more.length === 0)) {
    walk.draft.unplaced.push({ line: row.line.number, text: tidy(row.line.plain), pieces: pieceOf(row.line) })
    return
  }
  keepCellsUnplaced(walk, row)
}

// "<br>" breaks the lines of a cell and is none of its words.
const textOf = ({ line, from, to }: Fragment): string =>
  line.plain.slice(from, to).replace(/<br\s*\/?>/gi, ' ')
const fragmentsOf = (cell: Cell): Fragment[] => [cell, ...cell.more]
const piecesOf = (fragments: Fragment[]): Piece[] =>
  fragments.flatMap(({ line, from, to }) => pieceOf(line, from, to))

const passage = (cell: Cell) => ({
  text: tidy(fragmentsOf(cell).map(textOf).join(' ')),
  line: cell.line.number,
  pieces: piecesOf(fragmentsOf(cell)),
})

const placeRow = (walk: Walk, table: Table, row: Row, hasActions: boolean) => {
  const cellsOf = (role: string) =>
    row.cells.filter((cell, i) => cell.text !== '' && table.columns[i]?.role === role)
  for (const cell of cellsOf('section')) placeSection(walk, cell)
  const [numberCell, ...otherNumbers] = cellsOf('number')
  const [actionCell] = cellsOf('action')
  const [firstIndicators] = cellsOf('indicator')
  for (const cell of otherNumbers) walk.draft.unplaced.push(passage(cell))
  if (hasActions && actionCell !== undefined) placeAction(walk, numberCell, actionCell)
  else if (numberCell !== undefined && (hasActions || firstIndicators === undefined))
    walk.draft.unplaced.push(passage(numberCell))
  const count = walk.draft.indicators.length
  for (const cell of cellsOf('indicator'))
    placeIndicators(walk, cell, hasActions || cell !== firstIndicators ? undefined : numberCell)
  const [indicator] = walk.draft.indicators.slice(count)
  if (walk.doc.parts !== undefined && indicator !== undefined) {
    const further = row.cells.flatMap((cell, i) =>
      cell.text === '' || (table.columns[i] !== undefined && table.columns[i].role !== 'detail')
        ? []
        : [{ ...passage(cell), label: table.columns[i]?.label ?? '' }],
    )
    joinColumns(walk.draft, indicator, further)
    return
  }
  row.cells.forEach((cell, i) => {
    const column = table.columns[i]
    if (cell.text === '' || (column !== undefined && column.role !== 'detail')) return
    if (walk.action !== undefined && column !== undefined)
      walk.action.details.push({ ...passage(cell), label: column.label })
    else walk.draft.unplaced.push(passage(cell))
  })
}

// A column of sections names the section in its first row, or repeats it in each.
const placeSection = (walk: Walk, cell: Cell) => {
  const { text, line, pieces } = passage(cell)
  if (walk.section?.heading === text) {
    walk.draft.layout.push({ text, line, pieces })
    return
  }
  const section: Section = {
    number: null,
    title: text,
    heading: text,
    level: 2,
    line,
    pieces,
    paragraphs: [],
    lists: [],
  }
  beginSection(walk, section)
}

/** The mark a fragment begins with, and how much of the fragment precedes its words. */
const readFragment = (fragment: Fragment): { mark: Mark; lead: number; text: string } => {
  const text = textOf(fragment)
  const lead = text.length - text.trimStart().length
  return { mark: readMark({ ...fragment.line, plain: text.trim(), at: undefined }), lead, text }
}

const placeAction = (walk: Walk, numberCell: Cell | undefined, actionCell: Cell) => {
  const { mark, lead, text } = readFragment(actionCell)
  const list = mark.list
  const ownNumber =
    mark.heading?.number ?? (list === undefined || list.style === 'bullet' ? undefined : list.value)
  const skip = lead + (mark.heading?.from ?? list?.from ?? 0)
  const number = numberCell?.text.replace(/^(?:action\s*)?#?\s*|[.)]$/gi, '') ?? ownNumber ?? null
  const words = tidy([text.slice(skip), ...actionCell.more.map(textOf)].join(' '))
  const pieces = piecesOf([
    ...(numberCell === undefined ? [] : fragmentsOf(numberCell)),
    ...fragmentsOf(actionCell),
  ])
  const referred = isReference(cellText(actionCell))
    ? referredAction(walk, cellText(actionCell))
    : walk.doc.parts === undefined
      ? undefined
      : walk.draft.actions.find((action) => action.text !== '' && bare(action.text) === bare(words))
  if (referred !== undefined) {
    walk.draft.layout.push({ text: words, line: actionCell.line.number, pieces })
    walk.action = referred
    return
  }
  const before = walk.action
  // Exports of merged cells repeat the action in each of its rows.
  if (
    before !== undefined &&
    before.text === words &&
    (number === null || String(before.number) === number)
  ) {
    before.pieces.push(...pieces)
    return
  }
  const action = newAction(walk, actionCell.line, number)
  action.headingInSource = number === null ? null : tidy(numberCell?.text ?? text.slice(lead, skip))
  action.text = words
  action.pieces.push(...pieces)
}

// "The total / number of boats": a small letter opens another measure only where the one before begins small too, or ended.
const opensMeasure = (text: string, before: Indicator | undefined): boolean =>
  measureOpening.test(text) &&
  (!/^\p{Ll}/u.test(text) ||
    before === undefined ||
    /^\p{Ll}/u.test(before.text) ||
    isTerminated(before.text))

const placeIndicators = (walk: Walk, cell: Cell, numberCell: Cell | undefined) => {
  let current: Indicator | undefined
  for (const fragment of fragmentsOf(cell))
    for (const part of cellParts(fragment)) {
      const { mark, text } = readFragment(part)
      const goesOn =
        part !== fragment &&
        part.from === fragment.from &&
        mark.list === undefined &&
        !opensMeasure(text.trim(), current)
      if (current !== undefined && fragment !== cell && goesOn) {
        current.text = tidy(`${current.text} ${text}`)
        current.pieces.push(...piecesOf([part]))
      } else {
        current = placeIndicator(walk, part, current === undefined ? numberCell : undefined) ?? current
      }
    }
}

/** Where in the fragment the words begin, after a bullet, a letter, a number or "Indicator 2.1:". */
export const wordsFrom = (fragment: Fragment): number => {
  const { mark, lead, text } = readFragment(fragment)
  const label = indicatorLabel.exec(text.trim().slice(0, 120))
  return lead + (label?.[0].length ?? mark.list?.from ?? 0)
}

/** One indicator from a part of a line; undefined where the part has no words. */
export const placeIndicator = (walk: Walk, part: Fragment, numberCell?: Cell): Indicator | undefined => {
  const { lead, text } = readFragment(part)
  const skip = wordsFrom(part)
  const words = tidy(text.slice(skip))
  if (words === '') {
    remark(walk, part.line.number, 'empty-bullet', tidy(text))
    return undefined
  }
  const pieces = piecesOf([part, ...(numberCell === undefined ? [] : fragmentsOf(numberCell))])
  const indicator = newIndicator(
    walk,
    part.line.number,
    numberCell?.text ?? tidy(text.slice(lead, skip)),
    pieces,
  )
  indicator.text = words
  return indicator
}
