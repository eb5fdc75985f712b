// Which lines head a section. A heading may carry a Roman numeral, a letter, a number, "#", bold type, a word such
// as "Chapter 2", or nothing but its place; the weaker the sign, the more its surroundings must agree.
import { isBlank, type Line, tidy } from './lines.ts'
import { isTerminated, isTitleLike, type Mark } from './marks.ts'
import {
  annexHeading,
  circulationLine,
  detailLabel,
  indicatorHeading,
  indicatorInline,
  indicatorLabel,
  introductorySection,
  measureOpening,
  titleWords,
} from './vocabulary.ts'

export type SectionHeading = {
  number: string | null
  title: string
  level: number
  /** Number of the line on which the heading goes on, where it takes two. */
  continuedOn: number | undefined
  /** Bold or bare: a heading only by its place. */
  weak: boolean
}

/** What the passes over the lines share. `skip` has furniture and lines of tables. */
export type Scan = {
  lines: Line[]
  marks: Mark[]
  skip: (line: Line) => boolean
  isAction: (line: Line) => boolean
  actionWord: string | undefined
  title: number | undefined
}

const contentOf = (line: Line, mark: Mark) => line.plain.slice(mark.start)

/** Whether the line is nothing but the heading of an indicator list. */
export const isIndicatorHeading = (line: Line, mark: Mark): boolean => {
  if (line.plain.length > 140) return false
  const content = tidy(contentOf(line, mark))
  if (indicatorHeading.test(content)) return true
  if (mark.list === undefined || mark.list.style === 'decimal') return false
  return (
    indicatorHeading.test(tidy(line.plain.slice(mark.list.from))) &&
    (mark.list.style === 'bullet' ? /[:：*]\s*$/.test(line.raw) : mark.level > 0)
  )
}

/** Whether the line says an indicator after a label of its own: "Indicator: Number of fines". */
export const isIndicatorLine = (line: Line, mark: Mark): boolean => {
  if (mark.level > 0) return false
  const from = mark.list?.style === 'bullet' ? mark.list.from : mark.start
  const content = line.plain.slice(from, from + 240)
  if (indicatorInline.test(content)) return true
  const label = indicatorLabel.exec(content)
  return label !== null && content.length > label[0].length
}

const neighbour = (scan: Scan, from: number, step: 1 | -1): number | undefined => {
  for (let i = from + step; i >= 0 && i < scan.lines.length; i += step) {
    const line = scan.lines[i]!
    if (!isBlank(line) && !scan.skip(line)) return i
  }
  return undefined
}

/** All section headings by line number. */
export const findSections = (scan: Scan): Map<number, SectionHeading> => {
  const found = new Map<number, SectionHeading>()
  let inIndicators = false
  let listStyle: string | undefined
  let previous: Line | undefined
  let bodyBegun = false
  for (let i = 0; i < scan.lines.length; i++) {
    const line = scan.lines[i]!
    if (isBlank(line) || scan.skip(line)) continue
    const mark = scan.marks[i]!
    const before = previous
    previous = line
    if (scan.isAction(line)) {
      inIndicators = false
      listStyle = undefined
      bodyBegun = true
      continue
    }
    if (isIndicatorHeading(line, mark)) {
      inIndicators = true
      listStyle = undefined
      continue
    }
    if (isIndicatorLine(line, mark)) continue
    if (line.plain.length > 400 || line.number === scan.title) {
      if (mark.list?.style === 'number') bodyBegun = true
      continue
    }
    const heading =
      readStrong(scan, i, inIndicators, listStyle) ??
      (bodyBegun ? readAnnex(scan, i) : undefined) ??
      readWeak(scan, i, before, bodyBegun)
    if (heading !== undefined) {
      found.set(line.number, heading)
      inIndicators = false
      listStyle = undefined
      bodyBegun = true
      if (heading.continuedOn !== undefined) i = heading.continuedOn - 1
    } else if (mark.list !== undefined) {
      listStyle ??= mark.list.style
      if (mark.list.style === 'number') bodyBegun = true
    }
  }
  return found
}

const readStrong = (
  scan: Scan,
  i: number,
  inIndicators: boolean,
  listStyle: string | undefined,
): SectionHeading | undefined => {
  const line = scan.lines[i]!
  const mark = scan.marks[i]!
  const content = tidy(contentOf(line, mark))
  const list = mark.list
  const rest = list === undefined ? '' : tidy(line.plain.slice(list.from))
  const next = neighbour(scan, i, 1)
  if (mark.level > 0) {
    if (content === '') return undefined
    const numbered = list !== undefined && list.style !== 'bullet' && rest !== ''
    return {
      number: numbered ? list.value : null,
      title: numbered ? rest : content,
      level: mark.level,
      continuedOn: undefined,
      weak: false,
    }
  }
  const heading = mark.heading
  if (heading !== undefined && !heading.bulleted && heading.separated && heading.word !== scan.actionWord) {
    const title = tidy(line.plain.slice(heading.from))
    if (title === '' || isTitleLike(title))
      return {
        number: heading.number,
        title: title === '' ? content : title,
        level: 1,
        continuedOn: undefined,
        weak: false,
      }
  }
  if (list === undefined || rest === '' || !isTitleLike(rest)) return undefined
  const below = scan.lines[i + 1]
  const runsOn = below !== undefined && /^\p{Ll}/u.test(below.plain) && scan.marks[i + 1]!.list === undefined
  if (runsOn && continuation(scan, i) === undefined) return undefined
  const words = rest.split(' ').length
  const upper = /^\(?\p{Lu}/u.test(list.marker)
  if ((list.style === 'roman' || list.style === 'letter') && upper && words <= 14) {
    if (rest.endsWith(':') && words > 10) return undefined
    return {
      number: list.value,
      title: rest.replace(/\s*:$/, ''),
      level: 1,
      continuedOn: continuation(scan, i),
      weak: false,
    }
  }
  if (runsOn || (list.style !== 'number' && list.style !== 'decimal')) return undefined
  if (words > 10 || rest.endsWith(':') || measureOpening.test(rest)) return undefined
  // Inside a list of indicators numbered alike, a short item is an indicator.
  if (inIndicators && (listStyle === undefined || listStyle === list.style)) return undefined
  if (next === undefined) return undefined
  if (isIndicatorHeading(scan.lines[next]!, scan.marks[next]!)) return undefined
  if (isIndicatorLine(scan.lines[next]!, scan.marks[next]!)) return undefined
  const following = scan.marks[next]!
  const sibling =
    following.list?.style === list.style && following.level === 0 && !scan.isAction(scan.lines[next]!)
  if (sibling && list.style === 'number') return undefined
  if (sibling && following.list!.value.split('.').length === list.value.split('.').length) return undefined
  const level = list.value.split('.').length
  return { number: list.value, title: rest, level, continuedOn: undefined, weak: false }
}

// After the text has begun, on a paragraph of its own, and no sentence: "Annexes will follow." is one.
const readAnnex = (scan: Scan, i: number): SectionHeading | undefined => {
  const text = tidy(scan.lines[i]!.plain)
  const before = scan.lines[i - 1]
  const after = scan.lines[i + 1]
  const standsApart = before === undefined || isBlank(before) || scan.skip(before) || scan.lines[i]!.newPage
  const runsOn = after !== undefined && /^\p{Ll}/u.test(after.plain) && scan.marks[i + 1]!.list === undefined
  if (!standsApart || runsOn || text.length > 130 || !annexHeading.test(text)) return undefined
  if (/[.;,!]["”’')]*$/.test(text)) return undefined
  return { number: null, title: text.replace(/\s*:$/, ''), level: 1, continuedOn: undefined, weak: false }
}

const readWeak = (
  scan: Scan,
  i: number,
  before: Line | undefined,
  bodyBegun: boolean,
): SectionHeading | undefined => {
  const line = scan.lines[i]!
  const mark = scan.marks[i]!
  const text = tidy(line.plain)
  if (
    mark.list !== undefined ||
    mark.heading !== undefined ||
    !isTitleLike(text) ||
    circulationLine.test(text) ||
    detailLabel.test(text)
  )
    return undefined
  if (!/\p{L}{3}/u.test(text) || /^[\^[<]/.test(text) || measureOpening.test(text) || titleWords.test(text))
    return undefined
  const next = neighbour(scan, i, 1)
  if (
    next === undefined ||
    scan.title === line.number ||
    (!bodyBegun && (scan.title === undefined || line.number < scan.title))
  )
    return undefined
  const after = scan.lines[next]!
  const leadsOn =
    scan.isAction(after) ||
    scan.marks[next]!.list?.style === 'number' ||
    (after.plain.length >= 60 && scan.marks[next]!.list === undefined)
  if (!leadsOn) return undefined
  const gapBefore = before === undefined || line.number - before.number > 1
  const gapAfter = after.number - line.number > 1
  if (!gapBefore || text.split(' ').length > 12) return undefined
  if (line.bold)
    return { number: null, title: text.replace(/\s*:$/, ''), level: 1, continuedOn: undefined, weak: true }
  if (!gapAfter || text.endsWith(':') || !(bodyBegun || introductorySection.test(text))) return undefined
  // A bare line is a heading only where the text before it has ended.
  if (
    before !== undefined &&
    before.number !== scan.title &&
    !introductorySection.test(text) &&
    !isTerminated(before.plain) &&
    scan.marks[before.number - 1]!.list === undefined
  )
    return undefined
  return { number: null, title: text, level: 1, continuedOn: undefined, weak: true }
}

// A long heading may go on in the next line: directly below, short, without a mark, before a blank line.
const continuation = (scan: Scan, i: number): number | undefined => {
  const line = scan.lines[i]!
  const next = scan.lines[i + 1]
  if (next === undefined || isBlank(next) || scan.skip(next) || line.plain.length < 30) return undefined
  const mark = scan.marks[i + 1]!
  const text = tidy(next.plain)
  const blankAfter = scan.lines[i + 2] === undefined || isBlank(scan.lines[i + 2]!)
  if (!blankAfter || mark.list !== undefined || mark.heading !== undefined || mark.level > 0) return undefined
  if (
    isIndicatorHeading(next, mark) ||
    isTerminated(text) ||
    text.split(' ').length > 8 ||
    isTerminated(line.plain)
  )
    return undefined
  return next.number
}
