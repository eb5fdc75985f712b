// Rows of pages in the order they are read: headers and footers aside, notes aside, two columns one after the other.

import { splitLines } from './lines.ts'
import { readMark } from './marks.ts'
import type { PdfPage } from './pdf-extract.ts'
import { type PageRow, rowsOf, type Segment } from './pdf-lines.ts'
import { isIndicatorHeading } from './sections.ts'

/** One line of running text, or of a cell. `left` and `right` bound its column. `number` counts lines of its page. */
export type TextLine = {
  page: number
  number: number
  y: number
  x0: number
  x1: number
  size: number
  bold: boolean
  segments: Segment[]
  left: number
  right: number
  raisedStart: boolean
}

export type Flow = {
  /** Rows of the body by page, in reading order, as lines. */
  lines: TextLine[]
  furniture: { page: number; number: number; text: string }[]
  notes: TextLine[]
  bodySize: number
  emptyPages: number[]
}

/** "12" on one page and "13" on the next are one footer. */
const keyOf = (row: PageRow): string =>
  row.segments
    .map((segment) => segment.text)
    .join(' ')
    .replace(/\d+/g, '#')
    .replace(/\b[ivxlc]{1,6}\b$/i, '#')

// What differs from page to page must count the pages: "Action 4" and "Action 8" at the top of two pages are text, and
// so is the heading of a list of indicators.
const countsPages = (rows: PageRow[]): boolean => {
  const texts = rows.map((row) => row.segments.map((segment) => segment.text).join(' '))
  const [first] = splitLines(texts[0]!)
  if (first === undefined || isIndicatorHeading(first, readMark(first))) return false
  if (texts.every((text) => text === texts[0])) return true
  const numbers = texts.map((text) => (text.match(/\d+/g) ?? []).map(Number))
  if (numbers.every((own) => own.length === 0)) return true
  const word = readMark(first).heading?.word
  if (word !== undefined && word !== 'section') return false
  return numbers[0]!.some(
    (_, k) => new Set(numbers.map((own, i) => (own[k] ?? Number.NaN) - rows[i]!.page)).size === 1,
  )
}

/** Rows at the edges of pages that come again at the same height. */
const findRepeated = (pages: PageRow[][], heights: number[]): Set<PageRow> => {
  const found = new Set<PageRow>()
  for (const edge of ['top', 'bottom'] as const)
    for (let depth = 0; depth < 4; depth++) {
      const byKey = new Map<string, PageRow[]>()
      pages.forEach((rows, p) => {
        const left = rows.filter((row) => !found.has(row) && !row.artifact)
        const row = edge === 'top' ? left[0] : left.at(-1)
        if (row === undefined) return
        const height = heights[p]!
        const isNearEdge = edge === 'top' ? row.y < height * 0.16 : row.y > height * 0.84
        if (!isNearEdge) return
        const key = `${keyOf(row)}@${Math.round(row.y / 10)}`
        byKey.set(key, [...(byKey.get(key) ?? []), row])
      })
      let more = false
      for (const rows of byKey.values())
        if (rows.length >= Math.max(2, Math.ceil(pages.length * 0.3)) && countsPages(rows)) {
          for (const row of rows) found.add(row)
          more = true
        }
      if (!more) break
    }
  return found
}

const bodySizeOf = (pages: PageRow[][]): number => {
  const letters = new Map<number, number>()
  for (const row of pages.flat())
    for (const segment of row.segments) {
      const size = Math.round(segment.size * 2) / 2
      letters.set(size, (letters.get(size) ?? 0) + segment.text.length)
    }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** Where a page is set in two columns, the middle of the gap between them. */
const findGutter = (rows: PageRow[], width: number): number | undefined => {
  const segments = rows.flatMap((row) => row.segments)
  let best: { x: number; crossing: number } | undefined
  for (let x = width * 0.35; x <= width * 0.65; x += 2) {
    const crossing = segments.filter((one) => one.x0 < x + 4 && one.x1 > x - 4).length
    if (best === undefined || crossing < best.crossing) best = { x, crossing }
  }
  if (best === undefined || best.crossing > segments.length * 0.2) return undefined
  const { x } = best
  const sides = [segments.filter((one) => one.x1 <= x), segments.filter((one) => one.x0 >= x)]
  const isColumn = sides.every((side) => {
    if (side.length < 6) return false
    const from = Math.min(...side.map((one) => one.x0))
    const to = Math.max(...side.map((one) => one.x1))
    const full = side.filter((one) => one.x1 - one.x0 > (to - from) * 0.7).length
    return to - from > width * 0.2 && full >= side.length * 0.4
  })
  if (!isColumn) return undefined
  // The middle of the gap, so that a ragged edge is on its own side.
  const left = Math.max(...sides[0]!.map((one) => one.x1))
  const right = Math.min(...sides[1]!.map((one) => one.x0))
  return (left + right) / 2
}

// Most pages are in columns: one whose second column is short is too.
const usualGutter = (gutters: (number | undefined)[]): number | undefined => {
  const found = gutters.filter((one) => one !== undefined).sort((a, b) => a - b)
  return found.length * 2 > gutters.length ? found[found.length >> 1] : undefined
}

const keepsTo = (rows: PageRow[], gutter: number): boolean => {
  const segments = rows.flatMap((row) => row.segments)
  const crossing = segments.filter((one) => one.x0 < gutter - 2 && one.x1 > gutter + 2).length
  return (
    crossing <= segments.length * 0.2 &&
    segments.some((one) => one.x0 > gutter) &&
    segments.some((one) => one.x1 < gutter)
  )
}

const lineFrom = (row: PageRow, segments: Segment[], left: number, right: number): TextLine => ({
  page: row.page,
  number: 0,
  y: row.y,
  x0: Math.min(...segments.map((one) => one.x0)),
  x1: Math.max(...segments.map((one) => one.x1)),
  size: segments.toSorted((a, b) => b.text.length - a.text.length)[0]!.size,
  bold: segments.every((one) => one.bold || /^\P{L}*$/u.test(one.text)) && segments.some((one) => one.bold),
  segments,
  left,
  right,
  raisedStart: segments[0]!.raisedStart,
})

const boundsOf = (segments: Segment[]) => ({
  left: Math.min(...segments.map((one) => one.x0)),
  right: Math.max(...segments.map((one) => one.x1)),
})

const orderPage = (rows: PageRow[], gutter: number | undefined): TextLine[] => {
  if (rows.length === 0) return []
  if (gutter === undefined) {
    const { left, right } = boundsOf(rows.flatMap((row) => row.segments))
    return rows.map((row) => lineFrom(row, row.segments, left, right))
  }
  const out: TextLine[] = []
  let band: PageRow[] = []
  const all = rows.flatMap((row) => row.segments)
  const sides = [all.filter((one) => one.x1 <= gutter + 2), all.filter((one) => one.x0 >= gutter - 2)]
  const flush = () => {
    for (const [k, isSide] of [
      [0, (one: Segment) => one.x1 <= gutter + 2],
      [1, (one: Segment) => one.x1 > gutter + 2],
    ] as const) {
      const { left, right } = boundsOf(sides[k]!)
      for (const row of band) {
        const own = row.segments.filter(isSide)
        if (own.length > 0) out.push(lineFrom(row, own, left, right))
      }
    }
    band = []
  }
  for (const row of rows) {
    const crosses = row.segments.some((one) => one.x0 < gutter - 2 && one.x1 > gutter + 2)
    if (!crosses) {
      band.push(row)
      continue
    }
    flush()
    const { left, right } = boundsOf(all)
    out.push(lineFrom(row, row.segments, left, right))
  }
  flush()
  return out
}

const noteStart = /^(?:\^\{[^}]{1,8}\}|\*{1,3}\s?|\\\*|\d{1,3}\s)/

// Smaller lines at the foot of a column, from one that begins with a raised sign on.
const takeNotes = (lines: TextLine[], bodySize: number): { body: TextLine[]; notes: TextLine[] } => {
  const isSmall = (line: TextLine) => line.size <= bodySize * 0.93
  const columns = Map.groupBy(lines, (line) => Math.round(line.left))
  const notes = new Set<TextLine>()
  for (const column of columns.values()) {
    let first = column.length
    while (first > 0 && isSmall(column[first - 1]!)) first--
    while (first < column.length) {
      const line = column[first]!
      if (line.raisedStart || noteStart.test(line.segments[0]!.text)) break
      first++
    }
    for (const line of column.slice(first)) notes.add(line)
  }
  return { body: lines.filter((line) => !notes.has(line)), notes: lines.filter((line) => notes.has(line)) }
}

/** The lines of all pages in the order they are read. `isTabled` says which pages have a table, and so no columns of text. */
export const flowOf = (pages: PdfPage[], isTabled: (rows: PageRow[]) => boolean): Flow => {
  const rows = pages.map((page, i) => rowsOf(page, i + 1))
  const repeated = findRepeated(
    rows,
    pages.map((page) => page.height),
  )
  const isFurniture = (row: PageRow) => row.artifact || repeated.has(row)
  const bodySize = bodySizeOf(rows.map((page) => page.filter((row) => !isFurniture(row))))
  const flow: Flow = { lines: [], furniture: [], notes: [], bodySize, emptyPages: [] }
  const hasTables = rows.some(isTabled)
  const bodies = rows.map((page) => page.filter((row) => !isFurniture(row)))
  const gutters = bodies.map((page, i) => (hasTables ? undefined : findGutter(page, pages[i]!.width)))
  const usual = usualGutter(gutters)
  rows.forEach((page, i) => {
    const content = bodies[i]!
    if (page.length === 0) flow.emptyPages.push(i + 1)
    const gutter = gutters[i] ?? (usual !== undefined && keepsTo(content, usual) ? usual : undefined)
    const lines = orderPage(content, gutter)
    lines.forEach((line, k) => {
      line.number = k + 1
    })
    page.filter(isFurniture).forEach((row, k) => {
      const text = row.segments.map((one) => one.text).join(' ')
      flow.furniture.push({ page: i + 1, number: lines.length + k + 1, text })
    })
    const { body, notes } = takeNotes(lines, bodySize)
    flow.lines.push(...body)
    flow.notes.push(...notes)
  })
  return flow
}
