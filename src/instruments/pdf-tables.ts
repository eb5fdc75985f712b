// Tables of actions and indicators on pages: found by a row of labels, read by the gaps that run down between columns.
import { splitLines } from './lines.ts'
import { readMark } from './marks.ts'
import type { TextLine } from './pdf-flow.ts'
import { type PageRow, type Segment, splitSegment } from './pdf-lines.ts'
import { type Cell, type Column, readHeader } from './tables.ts'

/** A row of a table: for each column its lines. */
export type PdfTableRow = { cells: TextLine[][] }
export type PdfTable = { header: PdfTableRow; columns: Column[]; rows: PdfTableRow[] }
/** What the lines of a document are: running text, tables, and headers typed again on a further page. */
export type PdfBlock =
  | { kind: 'text'; lines: TextLine[] }
  | { kind: 'table'; table: PdfTable; goesOn: boolean }
  | { kind: 'repeated'; line: TextLine }

const cellFor = (segment: Segment): Cell => {
  const [line] = splitLines(segment.text)
  return { line: line!, from: 0, to: segment.text.length, text: segment.text, more: [] }
}

/** The columns that a line of labels names; undefined where it names no actions beside indicators or numbers. */
const columnsOf = (segments: Segment[]): Column[] | undefined => {
  if (segments.length < 2 || segments.length > 8) return undefined
  if (segments.some((one) => one.text.length > 60 || /\d|[.;!?]$/.test(one.text.replace(/^n[o°º]\.$/i, ''))))
    return undefined
  const cells = segments.map(cellFor)
  const columns = readHeader({ line: cells[0]!.line, cells })
  const roles = new Set(columns?.map((column) => column.role))
  return roles.has('action') && (roles.has('indicator') || roles.has('number')) ? columns : undefined
}

/** Whether a page has a line of labels of a table. */
export const isTabled = (rows: PageRow[]): boolean =>
  rows.some((row) => columnsOf(row.segments) !== undefined)

type Gap = { from: number; to: number }

const centre = (one: Segment) => (one.x0 + one.x1) / 2

/** Segments that run across a gap, parted there where their runs allow it. */
const fit = (segments: Segment[], gaps: Gap[]): Segment[] =>
  gaps.reduce(
    (all, gap) =>
      all.flatMap((one) =>
        one.x0 < gap.from && one.x1 > gap.to ? splitSegment(one, gap.from, gap.to) : [one],
      ),
    segments,
  )

/** What is left of each gap when the segments are laid over it; undefined where one is closed. */
const narrow = (gaps: Gap[], segments: Segment[]): Gap[] | undefined => {
  const out: Gap[] = []
  for (const gap of gaps) {
    let { from, to } = gap
    for (const one of segments) {
      if (one.x1 <= from || one.x0 >= to) continue
      const [reachesLeft, reachesRight] = [one.x0 <= from, one.x1 >= to]
      if (reachesLeft && reachesRight) return undefined
      if (reachesLeft) from = one.x1
      else if (reachesRight) to = one.x0
      // Within the gap: it belongs to the side it is nearer to.
      else if (one.x0 - from < to - one.x1) from = one.x1
      else to = one.x0
    }
    if (to - from < 3) return undefined
    out.push({ from, to })
  }
  return out
}

const columnAt = (gaps: Gap[], one: Segment): number =>
  gaps.filter((gap) => (gap.from + gap.to) / 2 <= one.x0 + 1).length

const sameLabels = (a: TextLine, b: TextLine) =>
  a.segments.map((one) => one.text).join('|') === b.segments.map((one) => one.text).join('|')

const partOf = (line: TextLine, segments: Segment[]): TextLine => ({
  ...line,
  segments,
  x0: Math.min(...segments.map((one) => one.x0)),
  x1: Math.max(...segments.map((one) => one.x1)),
  bold: segments.every((one) => one.bold),
  raisedStart: segments[0]!.raisedStart,
})

/** Parts the lines of a document into running text and tables. */
export const blocksOf = (lines: TextLine[], leading: number): PdfBlock[] => {
  const blocks: PdfBlock[] = []
  const say = (line: TextLine) => {
    const last = blocks.at(-1)
    if (last?.kind === 'text') last.lines.push(line)
    else blocks.push({ kind: 'text', lines: [line] })
  }
  let i = 0
  while (i < lines.length) {
    const columns = columnsOf(lines[i]!.segments)
    if (columns === undefined) {
      say(lines[i]!)
      i++
      continue
    }
    const end = endOfTable(lines, i, leading)
    writeTableBlocks(blocks, lines.slice(i, end.next), columns, end.gaps, leading)
    i = end.next
  }
  return blocks
}

// Rows belong to the table as long as a gap stays open between all columns. A line across closes it, except where
// the columns go on below it: then it heads a part of the table.
const endOfTable = (lines: TextLine[], start: number, leading: number): { next: number; gaps: Gap[] } => {
  const header = lines[start]!
  let gaps = header.segments
    .slice(1)
    .map((one, k): Gap => ({ from: centre(header.segments[k]!), to: centre(one) }))
  let last = start
  let next = start + 1
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if (sameLabels(line, header)) {
      if (line.page !== lines[next - 1]!.page) continue
      break
    }
    if (columnsOf(line.segments) !== undefined) break
    const segments = fit(line.segments, gaps)
    const narrower = narrow(gaps, segments)
    if (narrower === undefined) {
      if (!resumes(lines, next, gaps)) break
      continue
    }
    gaps = narrower
    if (segments.some((one) => columnAt(gaps, one) > 0)) last = next
  }
  // Lines in the first column alone at the end may be of the text below: a heading parted by space from the cells.
  let cut = last + 1
  while (cut < next && isNear(lines[cut - 1]!, lines[cut]!, leading)) cut++
  return { next: cut, gaps }
}

const isNear = (a: TextLine, b: TextLine, leading: number): boolean =>
  a.page === b.page && (b.y - a.y) / a.size <= leading * 1.25 && Math.abs(a.size - b.size) < 0.5

const resumes = (lines: TextLine[], from: number, gaps: Gap[]): boolean => {
  for (let k = from + 1; k < Math.min(lines.length, from + 4); k++) {
    const line = lines[k]!
    if (columnsOf(line.segments) !== undefined) return false
    const segments = fit(line.segments, gaps)
    if (narrow(gaps, segments) === undefined) continue
    return new Set(segments.map((one) => columnAt(gaps, one))).size > 1
  }
  return false
}

const writeTableBlocks = (
  blocks: PdfBlock[],
  lines: TextLine[],
  columns: Column[],
  gaps: Gap[],
  leading: number,
) => {
  const [header, ...body] = lines
  const headerRow: PdfTableRow = { cells: header!.segments.map((one) => [partOf(header!, [one])]) }
  let rows: TextLine[][][] = []
  let goesOn = false
  const flush = () => {
    if (rows.length > 0)
      blocks.push({
        kind: 'table',
        goesOn,
        table: { header: headerRow, columns, rows: groupRows(rows, columns, leading) },
      })
    rows = []
    goesOn = true
  }
  body.forEach((line, k) => {
    if (sameLabels(line, header!)) {
      blocks.push({ kind: 'repeated', line })
      return
    }
    const segments = fit(line.segments, gaps)
    const cells = headerRow.cells.map((_, column): TextLine[] => {
      const own = segments.filter((one) => columnAt(gaps, one) === column)
      return own.length === 0 ? [] : [partOf(line, own)]
    })
    if (narrow(gaps, segments) === undefined || headsPart(line, body[k - 1], body[k + 1], cells, leading)) {
      flush()
      blocks.push({ kind: 'text', lines: [line] })
    } else rows.push(cells)
  })
  flush()
  boundCells(blocks)
}

// "III. Universalization" in the first column, alone on its height and parted by space from the cells around it.
const headsPart = (
  line: TextLine,
  before: TextLine | undefined,
  after: TextLine | undefined,
  cells: TextLine[][],
  leading: number,
): boolean => {
  if (cells.slice(1).some((cell) => cell.length > 0) || after === undefined) return false
  const text = line.segments.map((one) => one.text).join(' ')
  const mark = readMark(splitLines(text)[0]!)
  const isNumbered = mark.list !== undefined && /^\(?[IVXA-Z]+[.)]/.test(mark.list.marker)
  if (mark.heading !== undefined || !(isNumbered || line.bold)) return false
  const apart = (a: TextLine, b: TextLine) => a.page !== b.page || (b.y - a.y) / a.size > leading * 1.25
  return (before === undefined || apart(before, line)) && apart(line, after)
}

/** The edges of each column, over all rows: where its lines could have gone on. */
const boundCells = (blocks: PdfBlock[]) => {
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    block.table.columns.forEach((_, k) => {
      const lines = block.table.rows.flatMap((row) => row.cells[k] ?? [])
      const left = Math.min(...lines.map((line) => line.x0))
      const right = Math.max(...lines.map((line) => line.x1))
      for (const line of lines) Object.assign(line, { left, right })
    })
  }
}

type RowMark = 'number' | 'heading' | 'list'

/** By what the first cell of a row is marked; undefined where it is not. */
const rowMark = (line: TextLine | undefined, role: string): RowMark | undefined => {
  if (line === undefined) return undefined
  const text = line.segments.map((one) => one.text).join(' ')
  if (role === 'number') return /\d/.test(text) ? 'number' : undefined
  const mark = readMark(splitLines(text)[0]!)
  if (mark.heading !== undefined) return 'heading'
  return mark.list !== undefined && mark.list.style !== 'bullet' ? 'list' : undefined
}

// A row begins where its number does; without numbers, where all columns leave more space than their lines do and the
// column of actions begins again.
const groupRows = (lines: TextLine[][][], columns: Column[], leading: number): PdfTableRow[] => {
  const number = columns.findIndex((column) => column.role === 'number')
  const action = columns.findIndex((column) => column.role === 'action')
  const key = number >= 0 ? number : action
  const role = number >= 0 ? 'number' : 'action'
  const marks = lines.map((cells) => rowMark(cells[key]![0], role))
  // One kind of mark begins all rows: "1.1" in a row that began with "Action 43" is of its words.
  const wanted = (['number', 'heading', 'list'] as const).find((kind) => marks.includes(kind))
  const rows: PdfTableRow[] = []
  lines.forEach((cells, i) => {
    const line = cells[key]![0]
    const before = lines[i - 1]?.flat()[0]
    const first = cells.flat()[0]!
    const apart =
      before === undefined || before.page !== first.page || (first.y - before.y) / first.size > leading * 1.25
    const begins =
      wanted !== undefined
        ? marks[i] === wanted
        : line !== undefined && apart && /^\P{Ll}/u.test(line.segments[0]!.text)
    if (begins || rows.length === 0) rows.push({ cells: columns.map(() => []) })
    cells.forEach((cell, k) => {
      rows.at(-1)!.cells[k]!.push(...cell)
    })
  })
  return rows
}
