// Tables whose columns are parted by runs of spaces alone, as `pdftotext -layout` sets them. One is read only where its
// header names its columns, blank gutters part every line, and it is plain where each row begins; where it is not, the
// lines are listed as unplaced, because a text joined wrongly would be a promise nobody made.
import { isBlank, type Line } from './lines.ts'
import { type Cell, type Column, mergeLines, type Row, readHeader, type Table } from './tables.ts'

/** Words of a line between runs of two or more spaces; `start` and `end` are columns of the page. */
type Chunk = { from: number; to: number; start: number; end: number; text: string }

const chunksOf = (line: Line): Chunk[] => {
  const feeds = line.raw.slice(0, line.indent).replace(/[^\f]/g, '').length
  const place = (i: number) => (line.at === undefined ? i + line.offset : line.at[i]!) - feeds
  return [...line.plain.matchAll(/\S+(?: \S+)*/g)].map((found) => {
    const to = found.index + found[0].length
    return { from: found.index, to, start: place(found.index), end: place(to - 1) + 1, text: found[0] }
  })
}

/** What stands beside indicators in a table of them alone. */
const furtherColumn =
  /^(?:targets?|baselines?|by when|deadline|means of verification|sources?(?: of (?:verification|data))?|unit|frequency|responsible|cibles?|valeur de référence|échéance|moyens de vérification|metas?|línea de base|plazo|medios? de verificación|целевой показатель|исходн\p{L}+ (?:уровень|значение|показатель)|срок|суурь(?: түвшин)?|зорилтот түвшин|хугацаа)$/iu

const readColumns = (line: Line, chunks: Chunk[]): Column[] | undefined => {
  if (chunks.length < 2 || chunks.length > 12) return undefined
  if (chunks.some(({ text }) => text.length > 40 || /\d|[.;:!?]$/.test(text.replace(/^n[o°]\.$/i, ''))))
    return undefined
  const columns = readHeader({ line, cells: chunks.map((chunk) => cellOf(line, chunk)) })
  const roles = new Set(columns?.map((column) => column.role))
  if (roles.has('action') && (roles.has('indicator') || roles.has('number'))) return columns
  return roles.has('indicator') && chunks.some(({ text }) => furtherColumn.test(text)) ? columns : undefined
}

const cellOf = (line: Line, chunk: Chunk | undefined): Cell =>
  chunk === undefined
    ? { line, from: 0, to: 0, text: '', more: [] }
    : { line, from: chunk.from, to: chunk.to, text: chunk.text, more: [] }

/** Where each column but the first begins, by the one gutter before it; there may be none, or several. */
const findGutters = (header: Chunk[], taken: boolean[]): number[] | 'none' | 'several' => {
  const begins: number[] = []
  for (let k = 1; k < header.length; k++) {
    const gutters: number[] = []
    let run = 0
    for (let x = header[k - 1]!.end; x <= header[k]!.start; x++) {
      if (x < header[k]!.start && taken[x] !== true) run++
      else {
        if (run >= 2) gutters.push(x)
        run = 0
      }
    }
    if (gutters.length === 0) return 'none'
    if (gutters.length > 1) return 'several'
    begins.push(gutters[0]!)
  }
  return begins
}

const isNumber = (text: string): boolean =>
  /^(?:action\s*)?#?\s*\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?[.):]?$/i.test(text)
const beginsAnew = (text: string): boolean => /^["“‘'«(]?[\p{Lu}\p{Lo}\p{N}%#•–-]/u.test(text)

type Body = { row: Row; afterBlank: boolean }

/** The lines grouped by row, or undefined where it is not plain where a row begins. */
const groupRows = (body: Body[], columns: Column[]): Row[] | undefined => {
  const at = (role: string) => columns.findIndex((column) => column.role === role)
  const textAt = (row: Row, k: number) => row.cells[k]?.text ?? ''
  const [number, action] = [at('number'), at('action') >= 0 ? at('action') : at('indicator')]
  const blanksPart = body.slice(1).some((one) => one.afterBlank)
  const groups: Row[][] = []
  for (const [i, { row, afterBlank }] of body.entries()) {
    const words = textAt(row, action)
    const others = row.cells.filter((cell, k) => k !== action && cell.text !== '')
    const isStart =
      number >= 0
        ? textAt(row, number) !== ''
        : blanksPart
          ? i === 0 || afterBlank
          : i === 0 || (words !== '' && beginsAnew(words))
    if (isStart) {
      // Numbers set in the middle of their row, and a row that opens with half a sentence.
      if (words === '' || !beginsAnew(words)) return undefined
      // Of a table of indicators, a row with something in each column: "4 a year" begins small.
      const isWhole = columns[action]?.role === 'indicator' && row.cells.every((cell) => cell.text !== '')
      if (number < 0 && !(isWhole || (others.length > 0 && others.every((cell) => beginsAnew(cell.text)))))
        return undefined
      groups.push([row])
    } else if (groups.length === 0) return undefined
    else groups.at(-1)!.push(row)
  }
  return groups.map(mergeLines)
}

const readTable = (lines: Line[], i: number, isOther: (line: Line) => boolean): Table | undefined => {
  const line = lines[i]!
  const header = chunksOf(line)
  const columns = readColumns(line, header)
  if (columns === undefined) return undefined
  const number = columns.findIndex((column) => column.role === 'number')
  const taken: boolean[] = []
  const take = (to: boolean[], chunks: Chunk[]) => {
    for (const { start, end } of chunks) for (let x = start; x < end; x++) to[x] = true
  }
  take(taken, header)
  let last = i
  const body: { line: Line; chunks: Chunk[]; afterBlank: boolean }[] = []
  const ruled: Line[] = []
  for (let k = i + 1; k < lines.length && k - last <= 3; k++) {
    const next = lines[k]!
    if (isBlank(next)) continue
    if (isOther(next) || next.raw.includes('\t') || next.raw.length > 400) break
    if (/^(?:[-–—_=|+]\s*){3,}$/.test(next.plain)) {
      ruled.push(next)
      last = k
      continue
    }
    const chunks = chunksOf(next)
    const afterBlank = k - last > 1
    const tried = [...taken]
    take(tried, chunks)
    if (findGutters(header, tried) === 'none') break
    // A short line alone after a blank one is no row: a heading, or the text goes on.
    if (afterBlank && chunks.length < 2) break
    // The heading of the next part, directly below.
    if (
      chunks.length < 2 &&
      (next.indent < line.indent || /^\(?(?:\p{Lu}|[IVX]{1,5})[.)]\s/u.test(next.plain))
    )
      break
    if (number === 0 && chunks[0]!.end <= header[1]!.start - 2 && !isNumber(chunks[0]!.text)) break
    take(taken, chunks)
    body.push({ line: next, chunks, afterBlank })
    last = k
  }
  if (body.length === 0 || !body.some(({ chunks }) => chunks.length >= 2)) return undefined
  const begins = findGutters(header, taken)
  const place = { ruled, first: line.number, last: lines[last]!.number }
  const unread: Table = {
    header: undefined,
    columns: [],
    rows: lines
      .slice(i, last + 1)
      .filter((one) => !isBlank(one) && !ruled.includes(one))
      .map((one) => ({ line: one, cells: [] })),
    ...place,
  }
  if (typeof begins === 'string') return unread
  const laid = body.map(({ line: one, chunks, afterBlank }): Body => {
    const columnOf = ({ start }: Chunk) => begins.filter((begin) => start >= begin).length
    const cells = header.map((_, k) => {
      const own = chunks.filter((chunk) => columnOf(chunk) === k)
      const [first] = own
      const whole = first && { ...first, to: own.at(-1)!.to }
      return cellOf(one, whole && { ...whole, text: one.plain.slice(whole.from, whole.to) })
    })
    return { row: { line: one, cells }, afterBlank }
  })
  const rows = groupRows(laid, columns)
  if (rows === undefined) return unread
  return { header: { line, cells: header.map((chunk) => cellOf(line, chunk)) }, columns, rows, ...place }
}

/** The tables set with spaces, in order. `isOther` has the lines of the page and of other tables. */
export const findSpacedTables = (lines: Line[], isOther: (line: Line) => boolean): Table[] => {
  const tables: Table[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (!line.plain.includes('  ') || line.raw.includes('\t') || line.raw.length > 400 || isOther(line))
      continue
    const table = readTable(lines, i, isOther)
    if (table === undefined) continue
    tables.push(table)
    i = table.last - 1
  }
  return tables
}
