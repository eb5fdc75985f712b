// The title of a document: found among its first lines, which also say who promised, when and where it was filed.
import { webPlace } from './furniture.ts'
import { isBlank, type Line, tidy } from './lines.ts'
import { isTerminated, type Mark, readMark, withoutTrailingNotes } from './marks.ts'
import { byline, circulationLine, filingLine, titleWords } from './vocabulary.ts'
import type { Document } from './walk.ts'

const isCapitals = (text: string): boolean => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text)

/** Whether `below`, without a mark, is the rest of a line on who promised: "… and of the / Society of the Lakes / on". */
const goesOn = (text: string, before: string): boolean =>
  !isTerminated(before) &&
  (/^\p{Ll}/u.test(text) || /(?:,|(?<!\p{L})(?:and|of|the|et|de|du|la|y|del|и|ба|болон))$/iu.test(before))

/**
 * The number of the line that is the title, before the text begins: the last that speaks of a plan, a pledge or the like;
 * otherwise a first-level heading, a line in capitals, or the first line. Who promised, where it was filed and the ways of a
 * web page are no title while there is another line.
 */
export const findTitle = (
  lines: readonly Line[],
  isLayout: (line: Line) => boolean,
  isBody: (line: Line) => boolean,
): number | undefined => {
  let first: Line | undefined
  let capitals: Line | undefined
  let named: Line | undefined
  let heading: Line | undefined
  let promised: Line | undefined
  let inByline: string | undefined
  let seen = 0
  for (const line of lines) {
    if (isBlank(line)) inByline = undefined
    if (isBlank(line) || isLayout(line)) continue
    if (isBody(line) || seen > 60) break
    seen++
    const mark = readMark(line)
    const text = tidy(line.plain.slice(mark.start))
    if (mark.level === 1) heading ??= line
    if (mark.level > 1 || mark.heading !== undefined || mark.list?.style === 'number') break
    if (mark.list !== undefined && mark.list.style !== 'bullet') {
      if (/^\(?\p{Lu}/u.test(mark.list.marker)) break
      continue
    }
    if (text.length > 250 || circulationLine.test(text) || /^[\^[<]/.test(text) || mark.list !== undefined)
      continue
    if (filingLine.test(text) || webPlace.test(text)) continue
    // Who promised stands beside what was promised, and is not called that.
    if (byline.test(text) || (inByline !== undefined && goesOn(text, inByline))) {
      promised ??= line
      inByline = text
      continue
    }
    inByline = undefined
    first ??= line
    if (isCapitals(text)) capitals ??= line
    if (titleWords.test(text) && !/[.;:]$/.test(withoutTrailingNotes(text)) && text.split(' ').length <= 30)
      named = line
  }
  return (heading ?? named ?? capitals ?? first ?? promised)?.number
}

/**
 * The lines on which the title goes on, directly below it: all in capitals as it is, or in the middle of its sentence before
 * a blank line.
 */
const titleGoesOn = ({ lines, marks, sections, parts, actions }: Document, title: number): string[] => {
  const first = tidy(lines[title - 1]!.plain.slice(marks[title - 1]!.start))
  const below: string[] = []
  for (let i = title; i < title + 2 && i < lines.length; i++) {
    const line = lines[i]!
    const mark: Mark = marks[i]!
    const text = tidy(line.plain)
    const isOther = mark.list !== undefined || mark.heading !== undefined || mark.level > 0
    const isHeading = (parts ?? sections).has(line.number)
    if (isBlank(line) || isOther || isHeading || actions.has(line.number)) break
    if (isTerminated(below.at(-1) ?? first) || circulationLine.test(text) || byline.test(text)) break
    const after = lines[i + 1]
    const isLast = after === undefined || isBlank(after)
    const allCapitals = /\p{Lu}{3}/u.test(first) && !/\p{Ll}/u.test(first)
    const isMore = allCapitals
      ? /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
      : isLast && /^\p{Ll}/u.test(text) && text.length < 130
    if (!isMore) break
    below.push(text)
  }
  return below
}

/** What stands before a title in a form that was filled in. */
const titleLabel =
  /^(?:title(?: of (?:the )?pledge)?|pledge title|titre(?: de l[’']engagement)?|título(?: de la promesa)?|название|нэр)\s*[:：]\s*(?=\S)/iu

/** The title in words; undefined where no line is one. */
export const titleOf = (doc: Document): string | undefined => {
  if (doc.title === undefined) return undefined
  const line = doc.lines[doc.title - 1]!
  const text = tidy(line.plain.slice(doc.marks[doc.title - 1]!.start)).replace(titleLabel, '')
  const whole = [text, ...titleGoesOn(doc, doc.title)].join(' ')
  return withoutTrailingNotes(whole.replace(/(?:,?\s*\^\{[^}]*\}\**)+$/g, '')).replace(/[,\s]+$/, '')
}
