// Tables of actions and indicators on pages: found by a row of labels, read by the gaps that run down between columns.
import { splitLines } from './lines.ts'
import { isTerminated } from './marks.ts'
import type { TextLine } from './pdf-flow.ts'
import { type PageRow, type Segment, splitSegment } from './pdf-lines.ts'
import { edgesOf, type Frame, frameOf, isPartedIn, standingOf } from './pdf-ruled.ts'
import type { Rule } from './pdf-rules.ts'
import { groupRows, headingLines, isApart, keyColumn, type PdfTableRow } from './pdf-table-rows.ts'
import { type Cell, type Column, readHeader } from './tables.ts'

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
const narrow = (gaps: Gap[], segments: Segment[], labels: Segment[]): Gap[] | undefined => {
  const out: Gap[] = []
  for (const [k, gap] of gaps.entries()) {
    let { from, to } = gap
    for (const [i, one] of segments.entries()) {
      if (one.x1 <= from || one.x0 >= to) continue
      const [reachesLeft, reachesRight] = [one.x0 <= from, one.x1 >= to]
      if (reachesLeft && reachesRight) return undefined
      if (reachesLeft) from = one.x1
      else if (reachesRight) to = one.x0
      // Within the gap: what begins under the label of the next column is of it, and a bullet goes with its words.
      else if (Math.abs(one.x0 - labels[k + 1]!.x0) < 2 || isBulletOf(one, segments[i + 1], to)) to = one.x0
      // Otherwise it belongs to the side it is nearer to.
      else if (one.x0 - from < to - one.x1) from = one.x1
      else to = one.x0
    }
    if (to - from < 3) return undefined
    out.push({ from, to })
  }
  return out
}

const isBulletOf = (one: Segment, next: Segment | undefined, to: number): boolean =>
  /^[^\p{L}\p{N}]{1,2}$/u.test(one.text) &&
  next !== undefined &&
  next.x0 - one.x1 < 3 * one.size &&
  next.x1 > to

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

/** Parts the lines of a document into running text and tables. `rules` are those drawn on each page. */
export const blocksOf = (lines: TextLine[], leading: number, rules: Rule[][]): PdfBlock[] => {
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
    const frame = frameOf(lines[i]!, rules)
    const ruled = frame === undefined ? undefined : endOfRuled(lines, i, columns, frame, rules)
    const { next, layout } = ruled ?? endOfTable(lines, i, leading)
    writeTableBlocks(blocks, lines.slice(i, next), columns, layout, leading)
    i = next
  }
  return blocks
}

/** How the lines of a table are put into cells. `crosses`: a line of no single column. */
type Layout = {
  gaps: Gap[]
  crosses: (line: TextLine, segments: Segment[]) => boolean
  parted?: (a: TextLine, b: TextLine) => boolean
  frame?: Frame
}

// The labels repeated on a new page; on the same page they begin another table.
const isHeaderAgain = (lines: TextLine[], at: number, header: TextLine): boolean =>
  sameLabels(lines[at]!, header) && lines[at]!.page !== lines[at - 1]!.page

// Rows belong to the table as long as a gap stays open between all columns. A line across closes it, except where
// the columns go on below it: then it heads a part of the table.
const endOfTable = (lines: TextLine[], start: number, leading: number): { next: number; layout: Layout } => {
  const header = lines[start]!
  let gaps = header.segments
    .slice(1)
    .map((one, k): Gap => ({ from: centre(header.segments[k]!), to: centre(one) }))
  let last = start
  let next = start + 1
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if (isHeaderAgain(lines, next, header)) continue
    if (columnsOf(line.segments) !== undefined) break
    const segments = fit(line.segments, gaps)
    const narrower = narrow(gaps, segments, header.segments)
    if (narrower === undefined) {
      if (!resumes(lines, next, gaps, header.segments)) break
      continue
    }
    gaps = narrower
    if (segments.some((one) => columnAt(gaps, one) > 0)) last = next
  }
  // Lines in the first column alone at the end may be of the text below: a heading parted by space from the cells, or a
  // paragraph after a cell that ended before the end of its line.
  let cut = last + 1
  while (
    cut < next &&
    isNear(lines[cut - 1]!, lines[cut]!, leading) &&
    !endsCell(lines[cut - 1]!, lines[cut]!, gaps)
  )
    cut++
  const crosses = (_: TextLine, segments: Segment[]) => narrow(gaps, segments, header.segments) === undefined
  return { next: cut, layout: { gaps, crosses } }
}

const isNear = (a: TextLine, b: TextLine, leading: number): boolean =>
  !isApart(a, b, leading) && Math.abs(a.size - b.size) < 0.5

/** Whether what the first column has on a line is ended there, with room left for what the next line begins with. */
const endsCell = (line: TextLine, next: TextLine, gaps: Gap[]): boolean => {
  const own = fit(line.segments, gaps).filter((one) => columnAt(gaps, one) === 0)
  const [end, first] = [own.at(-1), next.segments[0]!]
  if (end === undefined) return true
  if (!isTerminated(end.text) || !/^\P{Ll}/u.test(first.text)) return false
  const word = /^\S+/.exec(first.text)?.[0] ?? ''
  const width = ((first.x1 - first.x0) / Math.max(1, first.text.length)) * (word.length + 1)
  return gaps[0]!.from - end.x1 > width
}

const resumes = (lines: TextLine[], from: number, gaps: Gap[], labels: Segment[]): boolean => {
  for (let k = from + 1; k < Math.min(lines.length, from + 4); k++) {
    const line = lines[k]!
    if (columnsOf(line.segments) !== undefined) return false
    const segments = fit(line.segments, gaps)
    if (narrow(gaps, segments, labels) === undefined) continue
    return new Set(segments.map((one) => columnAt(gaps, one))).size > 1
  }
  return false
}

// A table whose columns are parted by rules ends where its frame does. Undefined where only its labels have rules.
const endOfRuled = (
  lines: TextLine[],
  start: number,
  columns: Column[],
  frame: Frame,
  rules: Rule[][],
): { next: number; layout: Layout } | undefined => {
  const header = lines[start]!
  const standing = (line: TextLine) => standingOf(line, frame, rules)
  let next = start + 1
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if (isHeaderAgain(lines, next, header)) continue
    if (columnsOf(line.segments) !== undefined) break
    if (standing(line) !== 'outside') continue
    // Without a frame around the table a cell across it has no rule beside it: the rows go on below.
    const below = lines.slice(next + 1, next + 4)
    const end = below.findIndex((one) => columnsOf(one.segments) !== undefined)
    if (!(end < 0 ? below : below.slice(0, end)).some((one) => standing(one) === 'row')) break
  }
  const parted = (a: TextLine, b: TextLine) => isPartedIn(frame, keyColumn(columns), rules, a, b)
  const body = lines.slice(start + 1, next)
  if (!body.some((line) => standing(line) === 'row')) return undefined
  return {
    next,
    layout: {
      gaps: frame.edges.map((x): Gap => ({ from: x, to: x })),
      crosses: (line) => standing(line) !== 'row',
      frame,
      // Rules between columns alone part no rows.
      ...(body.some((line, i) => i > 0 && parted(body[i - 1]!, line)) ? { parted } : {}),
    },
  }
}

const writeTableBlocks = (
  blocks: PdfBlock[],
  lines: TextLine[],
  columns: Column[],
  layout: Layout,
  leading: number,
) => {
  const { gaps, crosses, parted } = layout
  const [header, ...body] = lines
  const headerRow: PdfTableRow = { cells: header!.segments.map((one) => [partOf(header!, [one])]) }
  const begun = blocks.length
  let rows: TextLine[][][] = []
  let goesOn = false
  const flush = () => {
    if (rows.length > 0)
      blocks.push({
        kind: 'table',
        goesOn,
        table: { header: headerRow, columns, rows: groupRows(rows, columns, leading, parted) },
      })
    rows = []
    goesOn = true
  }
  const cellsOf = (line: TextLine): TextLine[][] => {
    const segments = fit(line.segments, gaps)
    return headerRow.cells.map((_, column): TextLine[] => {
      const own = segments.filter((one) => columnAt(gaps, one) === column)
      return own.length === 0 ? [] : [partOf(line, own)]
    })
  }
  const placed = body.map((line) => ({
    line,
    cells: cellsOf(line),
    isRepeated: sameLabels(line, header!),
    isAcross: crosses(line, fit(line.segments, gaps)),
  }))
  const heads = headingLines(
    placed.map((one) => (one.isRepeated || one.isAcross ? columns.map(() => []) : one.cells)),
    keyColumn(columns),
    leading,
    parted,
  )
  let above: TextLine | undefined
  placed.forEach(({ line, cells, isRepeated, isAcross }, k) => {
    if (isRepeated) blocks.push({ kind: 'repeated', line })
    else if (isAcross || heads.has(k)) {
      flush()
      const last = blocks.at(-1)
      // A heading of two lines is one.
      const isOne = above !== undefined && above.page === line.page && !parted?.(above, line)
      if (last?.kind === 'text' && isOne) last.lines.push(line)
      else blocks.push({ kind: 'text', lines: [line] })
      above = line
      return
    } else rows.push(cells)
    above = undefined
  })
  flush()
  boundCells(blocks.slice(begun), layout.frame)
}

/** The edges of each column, over all rows: where its lines could have gone on. */
const boundCells = (blocks: PdfBlock[], frame: Frame | undefined) => {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  tables[0]?.columns.forEach((_, k) => {
    const lines = tables.flatMap((table) => table.rows.flatMap((row) => row.cells[k] ?? []))
    const left = Math.min(...lines.map((line) => line.x0))
    const farthest = Math.max(...lines.map((line) => line.x1))
    const [edge, end] = frame === undefined ? [] : edgesOf(frame, k)
    // Cells have the same space on both sides.
    const right =
      end === undefined ? farthest : Math.max(farthest, end - (edge === undefined ? 6 : left - edge))
    for (const line of lines) Object.assign(line, { left, right })
  })
}
