// Tables of actions and indicators: pipes as in Markdown, or tabs. A table is used only where its header names
// its columns; any other is left to be listed as unplaced.
import type { Line } from './lines.ts'
import { indicatorSection } from './vocabulary.ts'

/** A cell as offsets in the line's `plain`. */
export type Cell = { from: number; to: number; text: string }
export type Row = { line: Line; cells: Cell[] }
export type ColumnRole = 'number' | 'action' | 'indicator' | 'section' | 'detail'
export type Column = { role: ColumnRole; label: string }
export type Table = {
  header: Row | undefined
  columns: Column[]
  rows: Row[]
  ruled: Line[]
  first: number
  last: number
}

const separatorLine = /^[\s|:+=-]+$/
const isPipeLine = (line: Line): boolean =>
  /^\|.*\S/.test(line.plain) || (line.plain.match(/(?<!\\)\|/g)?.length ?? 0) >= 2
const isTabLine = (line: Line): boolean => /\S\t+\S/.test(line.raw) || /^\t+\S.*\S/.test(line.raw)

const split = (line: Line, sign: '|' | '\t'): Row => {
  const cells: Cell[] = []
  const text = line.plain
  let from = sign === '|' && text.startsWith('|') ? 1 : 0
  const end = sign === '|' && text.endsWith('|') && text.length > 1 ? text.length - 1 : text.length
  for (let i = from; i <= end; i++) {
    if (i < end && text[i] !== sign) continue
    cells.push({ from, to: i, text: text.slice(from, i).trim() })
    from = i + 1
  }
  // A tab before the first text is an empty first cell, which the trimmed view no longer shows.
  if (sign === '\t')
    for (let i = 0; i < line.raw.length && line.raw[i] === '\t'; i++)
      cells.unshift({ from: 0, to: 0, text: '' })
  return { line, cells }
}

const roleOf = (label: string): ColumnRole => {
  const text = label.toLowerCase()
  if (indicatorSection.test(text)) return 'indicator'
  if (/^(?:#|no\.?|nr\.?|n[o°º]\.?|№|number|action (?:no\.?|number|#)|ref\.?|id)$/.test(text)) return 'number'
  if (
    /^(?:(?:proposed|planned|priority|specific|key) )?(?:actions?|action points?|commitments?|measures?|recommendations?|activit(?:y|ies)|undertakings?|pledges?|acci(?:ón|ones)|mesures?|medidas?|compromisos?|действи[ея]|арга хэмжээ)\b/u.test(
      text,
    )
  )
    return 'action'
  if (/^(?:theme|thematic area|pillar|section|area|objectives?|priority area|goal|outcome)s?\b/.test(text))
    return 'section'
  return 'detail'
}

/** The columns a header row names, or undefined where it names neither actions nor indicators. */
const readHeader = (row: Row): Column[] | undefined => {
  if (row.cells.some((cell) => cell.text.length > 80)) return undefined
  const columns = row.cells.map((cell) => ({ role: roleOf(cell.text), label: cell.text }))
  const roles = new Set(columns.map((column) => column.role))
  if (!roles.has('action') && !roles.has('indicator')) return undefined
  // One column of actions: where two fit, the second is a detail ("Action" beside "Activities").
  let seen = false
  return columns.map((column) => {
    if (column.role !== 'action') return column
    const first = !seen
    seen = true
    return first ? column : { ...column, role: 'detail' as const }
  })
}

/** All tables of the lines, in order. Lines of one are consecutive and have one kind of separator. */
export const findTables = (lines: Line[]): Table[] => {
  const tables: Table[] = []
  let i = 0
  while (i < lines.length) {
    const sign = isPipeLine(lines[i]!) ? '|' : isTabLine(lines[i]!) ? '\t' : undefined
    if (sign === undefined) {
      i++
      continue
    }
    const belongs =
      sign === '|'
        ? (line: Line) => isPipeLine(line) || (line.plain !== '' && separatorLine.test(line.plain))
        : isTabLine
    let last = i
    while (last + 1 < lines.length && belongs(lines[last + 1]!)) last++
    const block = lines.slice(i, last + 1)
    const ruled = sign === '|' ? block.filter((line) => separatorLine.test(line.plain)) : []
    const rows = block.filter((line) => !ruled.includes(line)).map((line) => split(line, sign))
    const columns = rows[0] === undefined ? undefined : readHeader(rows[0])
    if (columns !== undefined && rows[0]!.cells.length >= 2)
      tables.push({
        header: rows[0],
        columns,
        rows: rows.slice(1),
        ruled,
        first: lines[i]!.number,
        last: lines[last]!.number,
      })
    else if (sign === '|' && rows.length > 0 && ruled.length > 0)
      tables.push({
        header: undefined,
        columns: [],
        rows,
        ruled,
        first: lines[i]!.number,
        last: lines[last]!.number,
      })
    i = last + 1
  }
  return tables
}

/** The parts of a cell that holds several texts, parted by <br>, bullets, "1." or ";" before a new measure. */
export const cellParts = (row: Row, cell: Cell): Cell[] => {
  const parts: Cell[] = []
  const text = row.line.plain.slice(cell.from, cell.to)
  const cut =
    /<br\s*\/?>|\s*[•●▪‣·]\s*|(?<=^|[.;]\s|<br>)\s*(?:\(?[a-z]\)|\(?[ivx]{1,4}\)|\d{1,2}[.)])\s+(?=\p{Lu})|;\s+(?=(?:and )?(?:the )?(?:percentage|number|proportion|share|total|existence|whether)\b)/giu
  let from = 0
  const push = (to: number) => {
    const part = text.slice(from, to)
    if (/[\p{L}\p{N}]/u.test(part))
      parts.push({ from: cell.from + from, to: cell.from + to, text: part.trim() })
  }
  for (const found of text.matchAll(cut)) {
    // The semicolon belongs to the text before it.
    push(found.index + (found[0].startsWith(';') ? 1 : 0))
    from = found.index + found[0].length
  }
  push(text.length)
  return parts
}
