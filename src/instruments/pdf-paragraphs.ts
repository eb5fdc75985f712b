// Lines of a page as paragraphs: by the space between them, their ends, their marks and their type.
import { contentsLine } from './furniture.ts'
import { splitLines, tidy } from './lines.ts'
import { isTerminated, readMark } from './marks.ts'
import type { TextLine } from './pdf-flow.ts'
import type { SourcePlace } from './places.ts'
import { isIndicatorHeading } from './sections.ts'
import { measureOpening } from './vocabulary.ts'

export type PdfParagraph = {
  lines: TextLine[]
  /** "•", "1.", "(a)", or '' where it begins with none that stands apart. */
  marker: string
  text: string
  bold: boolean
  size: number
  /** Words divided at the end of a line, as they were and as they were joined. */
  divided: string[]
}

/**
 * What is known of the whole document. `leading` is the distance of lines as a multiple of their size. `ofIndicators`
 * is of a cell of indicators: a measure that opens a line after a full stop is another one.
 */
export type Setting = {
  bodySize: number
  leading: number
  words: Set<string>
  hyphenates: boolean
  ofIndicators?: boolean
}

const bulletSign = /^(?:[-–—•●▪■◦·‣⁃➢➤►✓✔○►]|\\\*)$/u
const markSign =
  /^(?:\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,6})\)|\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|[a-z][.)]|[ivx]{1,6}[.)]|[A-Z][.)]|[IVX]{1,6}[.)])$/
const writtenMark =
  /^(?:[•●▪■◦‣⁃➢➤►✓✔○]\s*|(?:[-–—]|\\\*)\s+|(?:\(\w{1,4}\)|\d{1,3}\.|[a-z]\)|[IVX]{1,6}\.)\s)/u

/** The words of a line; `from` leaves out the segment that holds its mark. */
const textOf = (line: TextLine, from = 0): string =>
  line.segments
    .slice(from)
    .map((segment) => segment.text)
    .join(' ')

/** The mark that stands apart before the words of a line; signs of symbol fonts are bullets. */
export const markOf = (line: TextLine): string => {
  const [first, second] = line.segments
  if (first === undefined || second === undefined) return ''
  if (bulletSign.test(first.text)) return first.text.replace('\\', '')
  if (
    /^[\ue000-\uf8ff§]$/u.test(first.text) ||
    (first.text === 'o' && second.x0 - first.x1 > first.size * 0.5)
  )
    return '•'
  if (!markSign.test(first.text)) return ''
  return /^\d{1,3}$/.test(first.text) ? `${first.text}.` : first.text
}

const isRtl = (text: string) =>
  (text.match(/[\u0590-\u08ff]/g)?.length ?? 0) >
  (text.match(/\p{Script=Latin}|\p{Script=Cyrillic}/gu)?.length ?? 0)

/** Whether the first word of `next` had found room at the end of `line`: so the line ended by itself. */
const endsShort = (line: TextLine, next: TextLine): boolean => {
  const words = textOf(next)
  const word = /^\S+/.exec(words)?.[0] ?? ''
  const width = ((next.x1 - next.x0) / Math.max(1, words.length)) * (word.length + 1)
  const room = isRtl(textOf(line)) ? line.x0 - line.left : line.right - line.x1
  return room > width + 0.4 * line.size
}

const headingLike = (text: string): 'action' | 'indicators' | undefined => {
  const [line] = splitLines(text)
  if (line === undefined || line.plain === '') return undefined
  const mark = readMark(line)
  if (isIndicatorHeading(line, mark)) return 'indicators'
  return mark.heading?.separated && tidy(line.plain.slice(mark.heading.from)) === '' ? 'action' : undefined
}

const beginsItem = (line: TextLine, before: TextLine, first: TextLine): boolean => {
  if (markOf(line) !== '') return true
  const text = textOf(line)
  if (!writtenMark.test(text)) return false
  // A number within a sentence may come first in a line: a mark hangs, or follows an ended sentence.
  return (
    /^[^\w(]/.test(text) || line.x0 < before.x0 - 2 || isTerminated(textOf(before)) || line.x0 === first.x0
  )
}

const breaksBetween = (lines: TextLine[], b: TextLine, setting: Setting): boolean => {
  const a = lines.at(-1)!
  const first = lines[0]!
  const [before, after] = [textOf(a), textOf(b)]
  if (contentsLine.test(before) || contentsLine.test(after)) return true
  if (Math.abs(a.size - b.size) > 0.08 * Math.max(a.size, b.size)) return true
  if (beginsItem(b, a, first)) return true
  if (headingLike(before) !== undefined && lines.length === 1) return true
  if (headingLike(after) !== undefined) return true
  const ended = isTerminated(before)
  const short = endsShort(a, b)
  const small = /^["“‘'«(]?[\p{Ll}\p{N}]/u.test(after)
  if (a.bold !== b.bold && (short || first.bold))
    return !(small && !ended && lines.length > 0 && a.bold === first.bold && !a.bold)
  const follows = a.page === b.page && b.y > a.y && Math.abs(a.left - b.left) < 30
  if (!follows) {
    if (ended) return true
    return short && !small
  }
  const distance = (b.y - a.y) / Math.max(a.size, 1)
  if (distance > setting.leading * 1.25) return true
  const isTitle = a.bold || a.size > setting.bodySize * 1.1
  if (ended && b.x0 > Math.min(a.x0, lines.at(1)?.x0 ?? a.x0) + a.size && !isRtl(after)) return true
  if (ended && measureOpening.test(after) && (short || setting.ofIndicators)) return true
  return short && !isTitle && !(small && !ended)
}

/** Groups lines into paragraphs. Lines are in reading order, over columns and pages. */
export const paragraphsOf = (lines: TextLine[], setting: Setting): PdfParagraph[] => {
  const groups: TextLine[][] = []
  for (const line of lines) {
    const open = groups.at(-1)
    if (open !== undefined && !breaksBetween(open, line, setting)) open.push(line)
    else groups.push([line])
  }
  return groups.map((group) => joinParagraph(group, setting))
}

const prefixes = /^(?:anti|multi|non|self|cross|semi|well|long|short)$/i
/** Prefixes that begin many words without one: with a hyphen only before what is a word by itself. */
const weakPrefixes = /^(?:co|re|pre|post|inter|sub|mid|ex|all|in|up|on|off|out)$/i

/** Words that come second in compounds written with a hyphen: "priority-setting", "gender-responsive". */
const compoundEnds =
  /^(?:setting|building|making|sharing|raising|taking|keeping|going|based|bound|led|owned|driven|related|oriented|specific|sensitive|responsive|effective|efficient|inclusive|friendly|free|wide|term|level|year|years|month|months|week|day|hour|date|border|sectoral|agency|party|personnel|compliance|discrimination|governmental|economic|being|up|out|off|in|on|to)$/i

const joinParagraph = (lines: TextLine[], setting: Setting): PdfParagraph => {
  const first = lines[0]!
  const marker = markOf(first)
  const divided: string[] = []
  let text = textOf(first, marker === '' ? 0 : 1)
  for (const line of lines.slice(1)) text = joinWords(text, textOf(line), setting, divided)
  return {
    lines,
    marker,
    text: tidy(text),
    bold: lines.every((line) => line.bold),
    size: first.size,
    divided,
  }
}

/**
 * A line put to the words before it. Where the document divides words at the ends of lines, one is joined unless it is
 * found with its hyphen elsewhere or is a compound by its parts; where it does not, every hyphen stays. All are listed.
 */
export const joinWords = (before: string, next: string, setting: Setting, divided: string[]): string => {
  if (before.endsWith('\u00ad')) return `${before.slice(0, -1)}${next}`
  // "ratification/" and "2025–" at a line's end go on without a space.
  if (/\S[/\u2013\u2014]$/.test(before)) return `${before}${next}`
  const head = /(\p{L}+-)?(\p{L}+)[-\u2010]$/u.exec(before)
  const tail = /^\p{L}+/u.exec(next)
  if (head === null || tail === null)
    return /\p{N}[-\u2010]$/u.test(before) ? `${before}${next}` : `${before} ${next}`
  const [left, right] = [head[2]!, tail[0]]
  const knows = (word: string) => setting.words.has(word.toLowerCase())
  const isCompound =
    !setting.hyphenates ||
    knows(`${left}-${right}`) ||
    /^\p{Lu}/u.test(right) ||
    (!knows(`${left}${right}`) &&
      (head[1] !== undefined ||
        prefixes.test(left) ||
        (weakPrefixes.test(left) && knows(right)) ||
        compoundEnds.test(right)))
  divided.push(`${left}-${right}: ${isCompound ? `${left}-${right}` : `${left}${right}`}`)
  return isCompound ? `${before}${next}` : `${before.slice(0, -1)}${next}`
}

/** Whether the document divides words at the ends of lines: a quarter of what stands before such hyphens is no word. */
export const hyphenates = (lines: TextLine[], words: Set<string>): boolean => {
  const heads = lines.flatMap((line) =>
    line.segments.flatMap(({ text }) => /(\p{L}+)[-\u2010]$/u.exec(text)?.[1]?.toLowerCase() ?? []),
  )
  const strange = heads.filter((head) => !words.has(head) && !prefixes.test(head)).length
  return strange >= 2 && strange * 4 >= heads.length
}

/** Words the document has whole within a line, with and without hyphens. */
export const wordsWithin = (lines: TextLine[]): Set<string> => {
  const words = new Set<string>()
  for (const { text } of lines.flatMap((line) => line.segments)) {
    const found = text.toLowerCase().match(/\p{L}+(?:[-\u2010]\p{L}+)*[-\u2010]?/gu) ?? []
    found.forEach((word, i) => {
      // What a hyphen leaves over at a line's end is no word, nor what may be the rest of one at a line's beginning.
      if (/[-\u2010]$/.test(word) || (i === 0 && /^\p{Ll}/u.test(text))) return
      words.add(word.replace(/\u2010/g, '-'))
      for (const part of word.split(/[-\u2010]/)) words.add(part)
    })
  }
  return words
}

/** The usual distance of lines below one another, as a multiple of their size, columns and cells apart. */
export const leadingOf = (lines: TextLine[]): number => {
  const counts = new Map<number, number>()
  const pages = Map.groupBy(lines, (line) => line.page)
  for (const page of pages.values()) {
    const segments = page.flatMap((line) => line.segments.map((segment) => ({ ...segment, y: line.y })))
    for (const a of segments) {
      let nearest: number | undefined
      for (const b of segments)
        if (b.y > a.y && Math.abs(b.x0 - a.x0) < 3 && Math.abs(b.size - a.size) < 0.3)
          nearest = Math.min(nearest ?? Number.POSITIVE_INFINITY, b.y - a.y)
      if (nearest === undefined || nearest > a.size * 3) continue
      const distance = Math.round((nearest / a.size) * 20) / 20
      counts.set(distance, (counts.get(distance) ?? 0) + 1)
    }
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])
  if (usual === undefined) return 1.3
  // Where most cells hold one line, what comes most is the distance of rows: lines of one cell stand closer.
  const closer = [...counts].filter(([distance, count]) => distance < 1.8 && count >= usual[1] * 0.3)
  return usual[0] < 1.9 ? usual[0] : (closer.sort((a, b) => b[1] - a[1])[0]?.[0] ?? usual[0])
}

/** "page 3, lines 4 to 6" as data: where a paragraph stands, by its first page. */
export const placeOf = (lines: TextLine[]): SourcePlace => {
  const first = lines[0]!
  const last = lines.findLast((line) => line.page === first.page)!
  return {
    page: first.page,
    line: first.number,
    ...(last.number > first.number ? { lastLine: last.number } : {}),
  }
}
