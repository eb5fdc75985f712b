// Lines between the columns of a table as its rows: by the rules drawn, by the marks of the first cells, by space.
import { splitLines } from './lines.ts'
import { isTerminated, type Mark, readMark } from './marks.ts'
import type { TextLine } from './pdf-flow.ts'
import type { Column } from './tables.ts'

/** A row of a table: for each column its lines. */
export type PdfTableRow = { cells: TextLine[][] }

/** Whether a rule parts two lines that follow one another on a page. */
export type Parted = (a: TextLine, b: TextLine) => boolean

const textOf = (line: TextLine): string => line.segments.map((one) => one.text).join(' ')
const markOf = (line: TextLine): Mark => readMark(splitLines(textOf(line))[0]!)

/** Whether two lines are parted by more space than the lines of a paragraph, `leading` times their size. */
export const isApart = (a: TextLine, b: TextLine, leading: number): boolean =>
  a.page !== b.page || (b.y - a.y) / a.size > leading * 1.25

/** The column by which rows are told apart. */
export const keyColumn = (columns: Column[]): number => {
  const number = columns.findIndex((column) => column.role === 'number')
  return number >= 0 ? number : columns.findIndex((column) => column.role === 'action')
}

/**
 * Which lines stand alone on their height and head a part of the table: "III. Universalization", numbered with Roman
 * numerals or letters, or bold among lines that are not. `lines[i]` are the cells of one line; `parted` where rules are drawn.
 */
export const headingLines = (
  lines: TextLine[][][],
  key: number,
  leading: number,
  parted?: Parted,
): Set<number> => {
  const found = new Set<number>()
  const first = (i: number): TextLine | undefined => lines[i]?.flat()[0]
  const column = lines.flatMap((cells) => cells[key]!)
  const isBoldRare = column.filter((line) => line.bold).length * 2 < column.length
  // Where actions are "Action 3" or "3.", a Roman numeral alone heads a part.
  const isCounted = column.some((line) => {
    const { heading, list } = markOf(line)
    return heading !== undefined || list?.style === 'number' || list?.style === 'decimal'
  })
  const isLone = (i: number) => lines[i]?.filter((cell) => cell.length > 0).length === 1
  const joined = (i: number) => {
    const [a, b] = [first(i), first(i + 1)]
    return (
      a !== undefined &&
      b !== undefined &&
      (parted === undefined ? !isApart(a, b, leading) : a.page === b.page && !parted(a, b))
    )
  }
  for (let i = 0; i < lines.length; i++) {
    if (!isLone(i)) continue
    const line = first(i)!
    const mark = markOf(line)
    const isNumbered = mark.list !== undefined && /^\(?[IVXA-Z]+[.)]/.test(mark.list.marker)
    if (mark.heading !== undefined || !(isNumbered || (line.bold && isBoldRare))) continue
    let last = i
    // A title of two lines: both alone, of one type.
    while (joined(last) && isLone(last + 1) && line.bold && first(last + 1)!.bold) last++
    if (first(last + 1) === undefined) continue
    const before = first(i - 1)
    const isOpen = before === undefined || !joined(i - 1)
    const stands = isOpen && !joined(last)
    const ends = before === undefined || lines[i - 1]!.flat().every((one) => isTerminated(textOf(one)))
    const isPlain =
      parted === undefined &&
      ends &&
      ((line.bold && isBoldRare) || (isCounted && /^\(?[IVX]+[.)]/.test(mark.list?.marker ?? '')))
    if (stands || isPlain) for (let k = i; k <= last; k++) found.add(k)
    i = last
  }
  return found
}

type RowMark = 'number' | 'heading' | 'list'

/** By what the first cell of a row is marked; undefined where it is not. */
const rowMark = (line: TextLine | undefined, role: string): RowMark | undefined => {
  if (line === undefined) return undefined
  if (role === 'number') return /\d/.test(textOf(line)) ? 'number' : undefined
  const mark = markOf(line)
  if (mark.heading !== undefined) return 'heading'
  return mark.list !== undefined && mark.list.style !== 'bullet' ? 'list' : undefined
}

// A row begins below a rule, or where its number does; without either, where all columns leave more space than their
// lines do and the column of actions begins again. Over pages a rule says nothing: a row goes on below its own.
export const groupRows = (
  lines: TextLine[][][],
  columns: Column[],
  leading: number,
  parted?: Parted,
): PdfTableRow[] => {
  const key = keyColumn(columns)
  const role = columns[key]!.role
  const firsts = lines.map((cells) => cells.flat()[0]!)
  const isUnder = (i: number) => i > 0 && parted?.(firsts[i - 1]!, firsts[i]!) === true
  const marks = lines.map((cells) => rowMark(cells[key]![0], role))
  const openings = parted === undefined ? marks : marks.filter((_, i) => i === 0 || isUnder(i))
  // One kind of mark begins all rows: "1.1" in a row that began with "Action 43" is of its words.
  const wanted = (['number', 'heading', 'list'] as const).find((kind) => openings.includes(kind))
  const rows: PdfTableRow[] = []
  lines.forEach((cells, i) => {
    const line = cells[key]![0]
    const [before, first] = [firsts[i - 1], firsts[i]!]
    const isNew = line !== undefined && /^\P{Ll}/u.test(line.segments[0]!.text)
    const held = rows.at(-1)?.cells[key]?.at(-1)
    const begins =
      parted !== undefined && before?.page === first.page
        ? isUnder(i)
        : wanted !== undefined
          ? marks[i] === wanted
          : parted !== undefined
            ? isNew && (held === undefined || isTerminated(textOf(held)))
            : isNew && (before === undefined || isApart(before, first, leading))
    if (begins || rows.length === 0) rows.push({ cells: columns.map(() => []) })
    cells.forEach((cell, k) => {
      rows.at(-1)!.cells[k]!.push(...cell)
    })
  })
  return rows
}
