// Which lines of a pledge's parts open an item: an action of its action plan, an indicator. A run of items marked alike is a
// list; where a part has no marks at all, its paragraphs are the items.
import { isBlank, type Line, tidy } from './lines.ts'
import { isTerminated, type ListMark, type Mark, sameList } from './marks.ts'
import type { PartHeading } from './parts.ts'
import { indicatorLabel } from './vocabulary.ts'

/** What is known of the items: the lines that open some, with the offsets in `plain` where each begins. */
export type PartItems = {
  starts: Map<number, number[]>
  /** Marks as this document uses them, by line: "B.1" is the first item of part B. */
  marks: Map<number, ListMark>
  /** Lines of paragraphs whose clauses are items of their own. */
  divided: number[]
}

export type PartText = {
  lines: Line[]
  marks: Mark[]
  /** Furniture, tables, rules and footnotes: no text of a part. */
  skip: (line: Line) => boolean
  /** Whether lines are broken at a width, so that a line's end says nothing. */
  isWrapped: boolean
}

const arabicDigits = '٠١٢٣٤٥٦٧٨٩'
const arabicLetters = 'أبجدهوزحطي'

/** A mark that only the part a line stands in makes one. */
const markInPart = (line: Line, mark: Mark, part: string | null): ListMark | undefined => {
  const head = line.plain.slice(0, 40)
  if (part !== null && /^\p{L}{1,4}$/u.test(part)) {
    // "B.1", "B1.", "B-1)" in part B.
    const own = new RegExp(`^\\(?${part}[.\\-–]?\\s?(\\d{1,2})(?![\\d.]\\d)[.):]*(?=\\s)\\s*`, 'iu').exec(
      head,
    )
    if (own !== null) return { style: 'number', marker: own[0].trim(), value: own[1]!, from: own[0].length }
  }
  const arabic = new RegExp(`^\\(?([${arabicDigits}]{1,2})\\s*[.)\\-–]\\s*`, 'u').exec(head)
  if (arabic !== null) {
    const value = [...arabic[1]!].map((digit) => arabicDigits.indexOf(digit)).join('')
    return { style: 'number', marker: arabic[0].trim(), value, from: arabic[0].length }
  }
  const letter = new RegExp(`^\\(?([${arabicLetters}])\\s*[.)\\-–]\\s+`, 'u').exec(head)
  if (letter !== null)
    return { style: 'letter', marker: letter[0].trim(), value: letter[1]!, from: letter[0].length }
  if (line.indent > 0 && mark.list === undefined && /^o\s+\S/.test(head))
    return { style: 'bullet', marker: 'o', value: 'o', from: 2 }
  const heading = mark.heading
  if (heading !== undefined && heading.word !== 'section' && heading.separated && !heading.bulleted)
    return {
      style: 'number',
      marker: tidy(line.plain.slice(0, heading.from)),
      value: heading.number,
      from: heading.from,
    }
  const label = indicatorLabel.exec(head)
  if (label !== null && label[0].length < line.plain.length)
    return { style: 'number', marker: label[0].trim(), value: label[1]!, from: label[0].length }
  return undefined
}

/** "1 Train teachers": numbers that lost their full stops, where they rise from 1. */
const bareNumbers = (lines: readonly Line[]): Map<number, ListMark> => {
  const found = new Map<number, ListMark>()
  let next = 1
  for (const line of lines) {
    const bare = /^(\d{1,2})\s+(?=["“«(]?\p{L})/u.exec(line.plain.slice(0, 12))
    if (bare === null || Number(bare[1]) !== next) continue
    found.set(line.number, { style: 'number', marker: bare[1]!, value: bare[1]!, from: bare[0].length })
    next++
  }
  return found.size >= 2 ? found : new Map()
}

const dress = ({ marker }: ListMark): string => marker.replace(/[\p{L}\p{N}\s]+/gu, 'x')

/** Whether two marks are of one list: the same kind, dressed alike. */
const isAlike = (first: ListMark, mark: ListMark): boolean =>
  sameList(first, mark) &&
  (first.style === 'bullet' ? first.marker === mark.marker : dress(first) === dress(mark))

/** The lines of a list that open its items; those of lists within an item belong to it. */
const listed = (own: readonly Line[], markOf: (line: Line) => ListMark | undefined): number[] => {
  const starts: number[] = []
  let first: { mark: ListMark; indent: number } | undefined
  let last = 0
  let led = false
  for (const line of own) {
    const mark = markOf(line)
    if (mark === undefined) {
      // "For the schools:" leads to a list of its own.
      led = /[:：]$/.test(tidy(line.plain)) && !/^\p{Ll}/u.test(line.plain)
      if (led) first = first === undefined || line.indent > first.indent + 1 ? first : undefined
      continue
    }
    const isNext = mark.style === 'number' && Number(mark.value) === last + 1
    if (first === undefined) first = { mark, indent: line.indent }
    const isInner = line.indent > first.indent + 1 && !(isNext && sameList(first.mark, mark))
    const restarts =
      mark.style === 'number' &&
      Number(mark.value) <= last &&
      starts.length > 0 &&
      !led &&
      first.mark !== mark
    const isOther =
      !isAlike(first.mark, mark) && !(isNext && sameList(first.mark, mark) && line.indent <= first.indent)
    led = false
    if (isInner || isOther) continue
    // "2. … 1. … 2. … 3." without indents: the numbers that go back count something inside.
    if (
      restarts &&
      own.some(
        (one) =>
          one.number > line.number &&
          Number(markOf(one)?.value) === last + 1 &&
          isAlike(first!.mark, markOf(one)!),
      ) &&
      Number(mark.value) === 1
    )
      continue
    if (mark.style === 'number') last = Number(mark.value)
    starts.push(line.number)
  }
  return starts
}

/** Whether `line` begins a paragraph of its own below `before`. */
const beginsParagraph = (before: Line | undefined, line: Line, gap: boolean, isWrapped: boolean): boolean =>
  before === undefined || gap || (!isWrapped && isTerminated(before.plain) && !/^\p{Ll}/u.test(line.plain))

const shortened =
  /(?:\b(?:no|nos|art|arts|para|paras|cf|e\.g|i\.e|etc|vs|approx|min|max|resp|st|г|гг|т\.е|т\.п|см|р\.м)|\b\p{Lu})\.$/iu

/** Where in a line new clauses of a paragraph begin: after a semicolon, or a sentence's end. */
const clausesIn = (text: string, from: number): number[] =>
  [...text.slice(from).matchAll(/(?<=[;；])\s+(?=\S)|(?<=[.。])\s+(?=["“«(]?[\p{Lu}\p{Lo}])/gu)]
    .filter(({ index }) => !shortened.test(text.slice(0, from + index)))
    .map((found) => from + found.index + found[0].length)

const paragraphs = (
  own: readonly Line[],
  gaps: ReadonlySet<number>,
  heading: PartHeading,
  { isWrapped }: PartText,
): { starts: [number, number[]][]; divided: number[] } => {
  const groups: { line: Line; from: number }[][] = []
  let before: Line | undefined
  for (const line of own) {
    const from = line.number === heading.line ? heading.from! : 0
    if (beginsParagraph(before, line, gaps.has(line.number), isWrapped)) groups.push([])
    groups.at(-1)!.push({ line, from })
    before = line
  }
  const starts: [number, number[]][] = []
  const divided: number[] = []
  for (const group of groups) {
    const last = group.at(-1)!
    if (/[:：]$/.test(tidy(last.line.plain)) && group !== groups.at(-1)) continue
    const [first] = group
    const cuts = group.map(({ line, from }) =>
      heading.role === 'indicators' ? clausesIn(line.plain, from) : [],
    )
    if (cuts.some((one) => one.length > 0)) divided.push(first!.line.number)
    group.forEach(({ line, from }, i) => {
      const offsets = i === 0 ? [from, ...cuts[i]!] : cuts[i]!
      const above = group[i - 1]
      // A clause may end where its line does.
      if (above !== undefined && heading.role === 'indicators' && /[;；]$/.test(above.line.plain))
        offsets.unshift(0)
      if (offsets.length > 0) starts.push([line.number, offsets])
    })
  }
  return { starts, divided }
}

/** The items of all parts on actions and indicators. `tables` are the lines at which tables begin. */
export const findPartItems = (
  headings: readonly PartHeading[],
  text: PartText,
  tables: ReadonlySet<number>,
): PartItems => {
  const items: PartItems = { starts: new Map(), marks: new Map(), divided: [] }
  headings.forEach((heading, k) => {
    if (heading.role !== 'actions' && heading.role !== 'indicators') return
    const until = headings[k + 1]?.line ?? Number.POSITIVE_INFINITY
    const own: Line[] = []
    const gaps = new Set<number>()
    let gap = false
    let hasTable = false
    for (const line of text.lines.slice(heading.line - 1)) {
      if (line.number >= until) break
      if (tables.has(line.number)) hasTable = true
      const isHeading = line.number === heading.line || line.number === heading.continuedOn
      if (isBlank(line) || text.skip(line)) gap = true
      else if (!isHeading || (line.number === heading.line && heading.from !== undefined)) {
        own.push(line)
        if (gap) gaps.add(line.number)
        gap = false
      }
    }
    const bare = bareNumbers(own)
    const markOf = (line: Line): ListMark | undefined => {
      if (line.number === heading.line) return undefined
      const mark = text.marks[line.number - 1]!
      return markInPart(line, mark, heading.number) ?? mark.list ?? bare.get(line.number)
    }
    const marked = own.flatMap((line) => {
      const mark = markOf(line)
      return mark === undefined ? [] : [[line.number, mark] as const]
    })
    for (const [line, mark] of marked) items.marks.set(line, mark)
    if (marked.length > 0) for (const line of listed(own, markOf)) items.starts.set(line, [0])
    else if (!hasTable) {
      const found = paragraphs(own, gaps, heading, text)
      for (const [line, offsets] of found.starts) items.starts.set(line, offsets)
      items.divided.push(...found.divided)
    }
  })
  return items
}
