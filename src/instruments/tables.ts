// Tables of actions and indicators: pipes or grids as in Markdown, or tabs. A table is used only where its header names
// its columns; any other is left to be listed as unplaced.
import type { Line } from './lines.ts'
import { indicatorSection } from './vocabulary.ts'

/** Offsets in the `plain` of a line. */
export type Fragment = { line: Line; from: number; to: number; text: string }
/** A cell: its first line, and in a grid table `more` of them. */
export type Cell = Fragment & { more: Fragment[] }
export type Row = { line: Line; cells: Cell[] }
export type ColumnRole = 'number' | 'action' | 'indicator' | 'section' | 'detail'
export type Column = { role: ColumnRole; label: string }
export type Table = {
  header: Row | undefined
  columns: Column[]
  rows: Row[]
  ruled: Line[]
  /** Has a column of actions, but the plan's actions stand elsewhere: its rows refer to them (table-use.ts). */
  refers?: boolean
  first: number
  last: number
}

const separatorLine = /^[\s|:+=-]+$/
// "\|" is a sign inside a cell. The view has no backslash, but the map back to the source skips it.
const isEscaped = (line: Line, i: number): boolean => {
  const at = line.at?.[i]
  return at !== undefined && line.raw[at - 1] === '\\' && line.at?.[i - 1] !== at - 1
}

const isPipeLine = (line: Line): boolean => {
  let pipes = 0
  for (let i = line.plain.indexOf('|'); i >= 0; i = line.plain.indexOf('|', i + 1))
    if (!isEscaped(line, i)) pipes++
  return pipes >= 2 || (pipes === 1 && /^\|.*\S/.test(line.plain) && !isEscaped(line, 0))
}
const isTabLine = (line: Line): boolean => /\S\t+\S/.test(line.raw) || /^\t+\S.*\S/.test(line.raw)

const split = (line: Line, sign: '|' | '\t'): Row => {
  const cells: Cell[] = []
  const text = line.plain
  let from = sign === '|' && text.startsWith('|') ? 1 : 0
  const closed = sign === '|' && text.endsWith('|') && text.length > 1 && !isEscaped(line, text.length - 1)
  const end = closed ? text.length - 1 : text.length
  for (let i = from; i <= end; i++) {
    if (i < end && (text[i] !== sign || isEscaped(line, i))) continue
    cells.push({ line, from, to: i, text: text.slice(from, i).trim(), more: [] })
    from = i + 1
  }
  // A tab before the first text is an empty first cell, which the trimmed view no longer shows.
  if (sign === '\t')
    for (let i = 0; i < line.raw.length && line.raw[i] === '\t'; i++)
      cells.unshift({ line, from: 0, to: 0, text: '', more: [] })
  return { line, cells }
}

/** "Action #1:" before its text is that action, and no name of a column. */
const numberedWord =
  /^\p{L}+(?: \p{L}+)?\s*(?:#|№|n[o°º]\.?|no\.|núm\.)?\s*\d{1,3}(?:\.\d{1,3})*[a-z]?\s*(?:[:：.)–—-]|$)/u

const roleOf = (label: string): ColumnRole => {
  const text = label.toLowerCase()
  if (numberedWord.test(text)) return 'detail'
  if (indicatorSection.test(text)) return 'indicator'
  if (
    /^(?:#|no\.?|nr\.?|n[o°º]\.?|s\/n|№(?: п\/п)?|п\/п|д\/д|number|numéro|номер|дугаар|الرقم|رقم|action (?:no\.?|number|#)|ref\.?|id)$/.test(
      text,
    )
  )
    return 'number'
  if (
    /^(?:(?:proposed|planned|priority|specific|key) )?(?:actions?|action points?|commitments?|measures?|recommendations?|activit(?:y|ies)|undertakings?|pledges?|acci(?:ón|ones)|mesures?|medidas?|compromisos?|engagements?|действи[ея]|обязательств[оа]|арга хэмжээ|الإجراءات|الإجراء|إجراء|行动|承诺)(?![\p{L}\p{N}])/u.test(
      text,
    )
  )
    return 'action'
  if (/^(?:theme|thematic area|pillar|section|area|objectives?|priority area|goal|outcome)s?\b/.test(text))
    return 'section'
  return 'detail'
}

/** The columns a header row names, or undefined where it names neither actions nor indicators. */
export const readHeader = (row: Row): Column[] | undefined => {
  if (row.cells.some((cell) => cell.text.length > 80)) return undefined
  const columns = row.cells.map((cell) => {
    const label = [cell, ...cell.more].map((part) => part.text).join(' ')
    return { role: roleOf(label), label }
  })
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

const gridRule = /^\+(?:[-=:]{1,400}\+){1,40}$/
const isGridRule = (line: Line): boolean => line.plain.startsWith('+') && gridRule.test(line.plain)

// The rows of a grid table take several lines each; a ruled line parts them.
const readGrid = (block: Line[]): Row[] => {
  const rows: Row[] = []
  let lines: Row[] = []
  for (const line of block) {
    if (!isGridRule(line)) {
      if (!separatorLine.test(line.plain)) lines.push(split(line, '|'))
    } else if (lines.length > 0) {
      rows.push(mergeLines(lines))
      lines = []
    }
  }
  if (lines.length > 0) rows.push(mergeLines(lines))
  return rows
}

/** The lines of one row as that row: each cell its first text and what follows in its column. */
export const mergeLines = (lines: Row[]): Row => {
  const first = lines[0]!
  const cells = first.cells.map((cell, i) => {
    const filled = lines.flatMap((row) =>
      row.cells[i] === undefined || row.cells[i].text === '' ? [] : [row.cells[i]],
    )
    return filled[0] === undefined ? cell : { ...filled[0], more: filled.slice(1) }
  })
  return { line: first.line, cells }
}

/** A table before anyone has asked what its columns are: its first row may name them. */
export type PlainTable = { rows: Row[]; ruled: Line[]; sign: '|' | '\t'; first: number; last: number }

/** Every table of the lines, in order, whatever it is about. Lines of one are consecutive and have one kind of separator. */
export const findAnyTables = (lines: Line[]): PlainTable[] => {
  const tables: PlainTable[] = []
  let i = 0
  while (i < lines.length) {
    const line = lines[i]!
    const isGrid = isGridRule(line)
    const sign = isGrid || isPipeLine(line) ? '|' : isTabLine(line) ? '\t' : undefined
    if (sign === undefined) {
      i++
      continue
    }
    const isRuled = (one: Line) => sign === '|' && (separatorLine.test(one.plain) || isGridRule(one))
    const belongs =
      sign === '|' ? (one: Line) => isPipeLine(one) || (one.plain !== '' && isRuled(one)) : isTabLine
    let last = i
    while (last + 1 < lines.length && belongs(lines[last + 1]!)) last++
    const block = lines.slice(i, last + 1)
    const ruled = block.filter(isRuled)
    const rows = isGrid
      ? readGrid(block)
      : block.filter((one) => !isRuled(one)).map((one) => split(one, sign))
    tables.push({ rows, ruled, sign, first: line.number, last: lines[last]!.number })
    i = last + 1
  }
  return tables
}

/** The tables of actions and indicators, and those with rules whose columns nobody names. */
export const findTables = (lines: Line[]): Table[] =>
  findAnyTables(lines).flatMap(({ rows, ruled, sign, first, last }): Table[] => {
    const columns = rows[0] === undefined ? undefined : readHeader(rows[0])
    const place = { ruled, first, last }
    if (columns !== undefined && rows[0]!.cells.length >= 2)
      return [{ header: rows[0], columns, rows: rows.slice(1), ...place }]
    return sign === '|' && rows.length > 0 && ruled.length > 0
      ? [{ header: undefined, columns: [], rows, ...place }]
      : []
  })

/** The parts of a cell that holds several texts, parted by <br>, bullets, "1." or ";" before a new measure. */
export const cellParts = (cell: Fragment): Fragment[] => {
  const parts: Fragment[] = []
  const text = cell.line.plain.slice(cell.from, cell.to)
  const cut =
    /<br\s*\/?>|\s*[•●▪‣·]\s*|(?<=^|[.;]\s|<br>)\s*(?:\(?[a-z]\)|\(?[ivx]{1,4}\)|\d{1,2}[.)])\s+(?=\p{Lu})|;\s+(?=(?:and )?(?:the )?(?:percentage|number|proportion|share|total|existence|whether)\b)/giu
  let from = 0
  const push = (to: number) => {
    const part = text.slice(from, to)
    if (/[\p{L}\p{N}]/u.test(part))
      parts.push({ line: cell.line, from: cell.from + from, to: cell.from + to, text: part.trim() })
  }
  for (const found of text.matchAll(cut)) {
    // The semicolon belongs to the text before it, a bullet or letter to the text after it.
    const semicolon = found[0].startsWith(';') ? 1 : 0
    push(found.index + semicolon)
    from = found.index + (found[0].startsWith('<') ? found[0].length : semicolon)
  }
  push(text.length)
  return parts
}
