// The recommendations of a study's document: numbered paragraphs or "Recommendation 4" below headings, or the rows of its
// tables. Headings make groups; letters and bullets below a recommendation are part of it; what fits nowhere is listed.
import { isRule } from '../instruments/build.ts'
import { findFurniture } from '../instruments/furniture.ts'
import { isBlank, type Line, splitLines, tidy } from '../instruments/lines.ts'
import { isTerminated, isTitleLike, type Mark, readMark } from '../instruments/marks.ts'
import { lineWords, placeWords, type SourcePlace } from '../instruments/places.ts'
import { findSections, type SectionHeading } from '../instruments/sections.ts'
import type { PlanSource } from '../instruments/source.ts'
import { cellText } from '../instruments/table-use.ts'
import { findAnyTables, type PlainTable } from '../instruments/tables.ts'
import { annexHeading } from '../instruments/vocabulary.ts'
import type { Place } from '../problem.ts'
import { type ColumnMap, columnsOf, type RecommendationField } from './recommendation-columns.ts'
import type { RecommendationRead, RecommendationsRead } from './recommendation-read.ts'
import { entriesTyped } from './recommendations-table.ts'

/** A heading below which recommendations stand. */
const ofRecommendations =
  /recommendation|recommandation|recomendaci(?:ón|ones)|рекомендаци|зөвлөмж|التوصيات|建议/iu

/** Headings that end them, where the document's numbering does not tell. */
const closing =
  /^(?:conclusions?|bibliograph\w*|references|acknowledge?ments?|conclusiones|bibliografía|заключение|литература|библиография|дүгнэлт|ном зүй|ашигласан материал)(?!\p{L})/iu

/** "R4.", "R. 4:", "Rec. 4": short for the word. */
const shortForm = /^(?:R|Rec)\.?\s?(\d{1,3}(?:\.\d{1,3})*)\s*[.:)–—-]\s*/u

type Start = { number: string; from: number }

type Parsed = {
  lines: Line[]
  marks: Mark[]
  places: SourcePlace[] | undefined
  skip: (line: Line) => boolean
  sections: Map<number, SectionHeading>
  starts: Map<number, Start>
  /** They have no mark of their own but a bullet or a letter. */
  isListed: boolean
}

const wordStart = (line: Line, mark: Mark): Start | undefined => {
  if (mark.heading?.word === 'recommendation') return { number: mark.heading.number, from: mark.heading.from }
  const short = shortForm.exec(line.plain.slice(mark.start))
  return short === null ? undefined : { number: short[1]!, from: mark.start + short[0].length }
}

const numberStart = (mark: Mark): Start | undefined =>
  mark.list?.style === 'number' || mark.list?.style === 'decimal'
    ? { number: mark.list.value, from: mark.list.from }
    : undefined

/** Lines that open a recommendation: by their word where the document has one, otherwise by their number. */
const startsOf = (
  lines: readonly Line[],
  marks: readonly Mark[],
  isOpen: (line: Line) => boolean,
): Map<number, Start> => {
  const by = (find: (line: Line, mark: Mark) => Start | undefined) =>
    new Map(
      lines.flatMap((line, i) => {
        const start = isOpen(line) ? find(line, marks[i]!) : undefined
        return start === undefined ? [] : [[line.number, start] as const]
      }),
    )
  const worded = by(wordStart)
  return worded.size > 0 ? worded : by((_, mark) => numberStart(mark))
}

/**
 * Items without numbers below the heading of the recommendations: by their letters, or, where they have none or count anew,
 * by their order. Items set further in are part of the one above them.
 */
const listedStarts = (
  lines: readonly Line[],
  marks: readonly Mark[],
  isOpen: (line: Line) => boolean,
): { starts: Map<number, Start>; numberedHere: boolean } => {
  const items = lines.filter((line) => isOpen(line) && marks[line.number - 1]!.list !== undefined)
  const indent = Math.min(...items.map((line) => line.indent))
  const outer = items.filter((line) => line.indent <= indent + 1)
  const first = outer[0] && marks[outer[0].number - 1]!.list!.style
  const top = outer.filter((line) => marks[line.number - 1]!.list!.style === first)
  const values = top.map((line) => marks[line.number - 1]!.list!.value)
  const isCounted = first !== 'bullet' && new Set(values).size === values.length
  return {
    starts: new Map(
      top.map((line, at) => [
        line.number,
        { number: isCounted ? values[at]! : String(at + 1), from: marks[line.number - 1]!.list!.from },
      ]),
    ),
    numberedHere: !isCounted,
  }
}

/**
 * "Recommendations" alone on a line, above a list without numbers, heads them although nothing else marks it as a heading; so
 * does what ends them.
 */
const bareHeadings = (
  lines: readonly Line[],
  marks: readonly Mark[],
  isOpen: (line: Line) => boolean,
): Map<number, SectionHeading> => {
  const found = new Map<number, SectionHeading>()
  for (const [i, line] of lines.entries()) {
    const text = tidy(line.plain).replace(/\s*[:：]$/, '')
    const before = lines[i - 1]
    const isAlone = before === undefined || isBlank(before)
    if (!isOpen(line) || !isAlone || marks[i]!.list !== undefined || text.split(' ').length > 4) continue
    const isHeading = found.size === 0 ? ofRecommendations.test(text) : closing.test(text)
    if (isHeading && isTitleLike(text))
      found.set(line.number, { number: null, title: text, level: 1, continuedOn: undefined, weak: true })
  }
  return found
}

const styleOf = (mark: Mark): string => (mark.level > 0 ? '#' : (mark.list?.style ?? 'bare'))

/** The lines among which recommendations stand: below the first heading that says so, to the next of its rank. */
const areaOf = ({ lines, marks }: Pick<Parsed, 'lines' | 'marks'>, sections: Parsed['sections']) => {
  const first = [...sections].find(([, { title }]) => ofRecommendations.test(title))
  if (first === undefined) return { from: 0, until: lines.length + 1, heading: null }
  const [from, heading] = first
  const style = styleOf(marks[from - 1]!)
  const ends = [...sections].find(
    ([at, { title, level }]) =>
      at > from &&
      !ofRecommendations.test(title) &&
      (closing.test(title) ||
        annexHeading.test(title) ||
        (styleOf(marks[at - 1]!) === style && style !== 'bare' && level <= heading.level)),
  )
  return { from, until: ends?.[0] ?? lines.length + 1, heading: heading.title }
}

const parse = (
  text: string,
  decoded: PlanSource | undefined,
  asked: ColumnMap,
): Parsed & { tables: Map<number, PlainTable>; from: number } & Pick<
    RecommendationsRead,
    'outside' | 'numberedHere'
  > => {
  const lines = splitLines(text)
  const marks = lines.map(readMark)
  const { page, contents } = findFurniture(lines)
  for (const at of decoded?.page ?? []) page.add(at)
  for (const at of decoded?.contents ?? []) contents.add(at)
  // Tabs also part a number from its text: only a header makes a table of them.
  const isTable = ({ sign, rows }: PlainTable) =>
    sign === '|' || columnsOf((rows[0]?.cells ?? []).map(cellText), asked).text !== undefined
  const tables = new Map(
    findAnyTables(lines)
      .filter(isTable)
      .map((table) => [table.first, table]),
  )
  const inTable = new Set<number>()
  for (const { first, last } of tables.values()) for (let n = first; n <= last; n++) inTable.add(n)
  const skip = (line: Line) =>
    page.has(line.number) || contents.has(line.number) || inTable.has(line.number) || isRule(line)
  const isOpen = (line: Line) => !isBlank(line) && !skip(line)
  const worded = startsOf(lines, marks, isOpen)
  const isWorded = [...worded.keys()].some((at) => wordStart(lines[at - 1]!, marks[at - 1]!) !== undefined)
  const sections = findSections({
    ...{ lines, marks, skip, actionWord: isWorded ? 'recommendation' : undefined, title: undefined },
    isAction: (line) => isWorded && worded.has(line.number),
  })
  if (
    worded.size + tables.size === 0 &&
    ![...sections.values()].some(({ title }) => ofRecommendations.test(title))
  )
    for (const [at, one] of bareHeadings(lines, marks, isOpen)) sections.set(at, one)
  const { from, until, heading } = areaOf({ lines, marks }, new Map([...sections].sort(([a], [b]) => a - b)))
  const isOutside = ({ number }: Line) => number < from || number >= until
  const outside = lines.filter((line) => isOutside(line) && !isBlank(line) && !skip(line)).length
  const inside = ({ number }: Line) => number > from && number < until && !sections.has(number)
  const marked = new Map([...worded].filter(([at]) => inside(lines[at - 1]!)))
  const inArea = new Map([...tables].filter(([at]) => at > from && at < until))
  const isListed = heading !== null && marked.size + inArea.size === 0
  const listed = listedStarts(lines, marks, (line) => isOpen(line) && inside(line))
  const starts = isListed ? listed.starts : marked
  return {
    ...{ lines: lines.slice(0, until - 1), marks, places: decoded?.places, skip, sections, starts },
    ...{ isListed, numberedHere: isListed && starts.size > 0 && listed.numberedHere },
    ...{ tables: inArea, from, outside: heading === null ? null : { heading, lines: outside } },
  }
}

/** Where a text stands, from its first line to its last. */
const locatorOf = (places: SourcePlace[] | undefined, first: number, last: number): string => {
  if (first === last) return lineWords(places, first)
  if (places === undefined) return `lines ${first} to ${last}`
  const [a, b] = [lineWords(places, first), lineWords(places, last)]
  return a === b ? a : `${a}, to ${b}`
}

/** "To the Government:" on a line of its own, above an item. */
const leadsToItem = ({ lines, skip, starts }: Parsed, i: number): boolean => {
  const { plain } = lines[i]!
  if (!/[:：]$/.test(plain) || plain.split(' ').length > 12) return false
  const next = lines.slice(i + 1).find((line) => !isBlank(line) && !skip(line))
  return next !== undefined && starts.has(next.number)
}

/** Signs of notes are no words of the text. */
const withoutNotes = (text: string): string => tidy(text.replace(/\^\{[^}]{0,8}\}/g, ''))

type Growing = { start: Start; first: number; last: number; text: string; group: string | null }

/** Whether a line below an open recommendation, with nothing between them, is part of it. */
const goesOn = (
  open: Growing,
  line: Line,
  mark: Mark,
  { isApart, isDecoded }: { isApart: boolean; isDecoded: boolean },
): boolean => {
  if (open.text === '' || mark.list !== undefined) return true
  if (!isTerminated(open.text) && /^["“‘'(]?\p{Ll}/u.test(line.plain)) return true
  return !isApart && !isDecoded
}

/** A mark of its own, and a text after a title, begin a line; a wrapped line goes on. */
const joinOf = (open: Growing, line: Line, mark: Mark): string =>
  open.text === ''
    ? ''
    : mark.list !== undefined || (isTitleLike(open.text) && /^\p{Lu}/u.test(line.plain))
      ? '\n'
      : ' '

export const readRecommendationDocument = (
  source: string | PlanSource,
  fileName: string,
  asked: ColumnMap,
): RecommendationsRead => {
  const decoded = typeof source === 'string' ? undefined : source
  const parsed = parse(typeof source === 'string' ? source : source.text, decoded, asked)
  const { lines, marks, places, skip, sections, starts, tables, from, outside, isListed } = parsed
  const recommendations: RecommendationRead[] = []
  const unplaced: RecommendationsRead['unplaced'] = []
  const leftOut = new Set<string>()
  let open: Growing | undefined
  let group: string | null = null
  let isApart = true
  const close = () => {
    if (open === undefined) return
    const { start, first, last, text, group: own } = open
    recommendations.push({
      ...{ number: start.number, group: own, text, addressedTo: [], actions: [], language: null },
      locator: locatorOf(places, first, last),
      place: () => placeOf(fileName, places, first),
    })
    open = undefined
  }
  for (let i = Math.max(0, from - 1); i < lines.length; i++) {
    const line = lines[i]!
    const mark = marks[i]!
    const table = tables.get(line.number)
    if (table !== undefined) {
      close()
      const read = readTableRows(table, { group, asked, fileName, places })
      recommendations.push(...read.recommendations)
      unplaced.push(...read.unplaced)
      for (const name of read.leftOut) leftOut.add(name)
      i = table.last - 1
      isApart = true
      continue
    }
    if (isBlank(line) || skip(line)) {
      isApart = true
      continue
    }
    const start = starts.get(line.number)
    const heading = sections.get(line.number)
    if (start !== undefined) {
      close()
      const text = withoutNotes(line.plain.slice(start.from))
      open = { start, first: line.number, last: line.number, text, group }
    } else if (heading !== undefined) {
      close()
      group = ofRecommendations.test(heading.title) ? null : heading.title
      if (heading.continuedOn !== undefined) {
        group = group === null ? null : `${group} ${tidy(lines[heading.continuedOn - 1]!.plain)}`
        i = heading.continuedOn - 1
      }
    } else if (
      open !== undefined &&
      goesOn(open, line, mark, { isApart, isDecoded: decoded !== undefined })
    ) {
      open.text = `${open.text}${joinOf(open, line, mark)}${withoutNotes(line.plain)}`
      open.last = line.number
    } else if (isListed && isApart && leadsToItem(parsed, i)) {
      close()
      group = withoutNotes(line.plain).replace(/\s*[:：]$/, '')
    } else if (starts.size + tables.size > 0 || recommendations.length > 0) {
      close()
      unplaced.push({ at: lineWords(places, line.number), text: tidy(line.plain) })
    }
    isApart = false
  }
  close()
  return {
    recommendations,
    unplaced,
    outside,
    numberedHere: parsed.numberedHere,
    leftOut: [...leftOut],
    issues: [],
  }
}

const placeOf = (file: string, places: SourcePlace[] | undefined, line: number): Place => {
  const words = places === undefined ? '' : placeWords(places[line - 1] ?? {})
  return words === '' ? { file, line } : { file, path: words }
}

type TableAsked = {
  group: string | null
  asked: ColumnMap
  fileName: string
  places: SourcePlace[] | undefined
}

/** A table whose first row names a column of texts; the rows of any other are listed. */
const readTableRows = (
  table: PlainTable,
  { group: above, asked, fileName, places }: TableAsked,
): Omit<RecommendationsRead, 'issues' | 'outside' | 'numberedHere'> => {
  const [head, ...rows] = table.rows
  const header = (head?.cells ?? []).map(cellText)
  const map = columnsOf(header, asked)
  const at = (field: RecommendationField): number => header.indexOf(map[field] ?? '')
  if (map.text === undefined || at('text') < 0 || map.number === undefined)
    return {
      recommendations: [],
      unplaced: table.rows.map((row) => ({
        at: lineWords(places, row.line.number),
        text: row.cells
          .map(cellText)
          .filter((text) => text !== '')
          .join(' | '),
      })),
      leftOut: [],
    }
  let group = above
  const recommendations = rows.flatMap((row): RecommendationRead[] => {
    const texts = [...new Set(row.cells.map(cellText).filter((text) => text !== ''))]
    if (texts.length === 0 || texts.join() === [...new Set(header)].join()) return []
    // A row across the table heads those below it.
    if (texts.length === 1 && isTitleLike(texts[0]!)) {
      group = texts[0]!
      return []
    }
    const get = (field: RecommendationField): string => {
      const cell = map[field] === undefined ? undefined : row.cells[at(field)]
      return cell === undefined ? '' : withoutNotes(cellText(cell))
    }
    const line = row.cells[at('text')]?.line.number ?? row.line.number
    return [
      {
        number: get('number').replace(/[.)]$/, ''),
        group: get('group') || group,
        text: get('text'),
        addressedTo: entriesTyped(get('addressed_to'), /[;\n]/),
        actions: entriesTyped(get('actions'), /[;,\n]/),
        locator: get('locator') || lineWords(places, line),
        language: get('language') || null,
        place: () => placeOf(fileName, places, line),
      },
    ]
  })
  const used = new Set(Object.values(map))
  return { recommendations, unplaced: [], leftOut: header.filter((name) => name !== '' && !used.has(name)) }
}
