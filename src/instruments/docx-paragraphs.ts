// One paragraph of a DOCX as a line: its list number before it, its style as "##" or "**", its place beside it.
import type { XmlElement } from '@cj-tech-master/excelts/xml'
import { attributeOf, childOf, childrenOf, nameOf } from '../formats/ooxml.ts'
import { type Numbering, nextNumber } from './docx-numbering.ts'
import { lineOf, type Reading, readWords, type Span, splitAtBreaks, type Words } from './docx-runs.ts'
import { listLook, toggle } from './docx-styles.ts'
import { splitLines, tidy } from './lines.ts'
import { isTerminated, readMark } from './marks.ts'
import type { SourcePlace } from './places.ts'
import type { AnomalyKind } from './plan.ts'
import { isIndicatorHeading } from './sections.ts'
import { type LineWriter, writeGap, writeLine } from './source.ts'

/** What is carried along the body of the document. */
export type Body = {
  writer: LineWriter
  reading: Reading
  numbering: Numbering
  paragraphs: number
  tables: number
  headingShift: number
  /** Words of a paragraph whose end was deleted: they run on into the next one. */
  carried: Span[]
  inList: boolean
  isContents: boolean
}

/** All paragraphs in an element, those in text boxes aside. */
export const paragraphsOf = (root: XmlElement): XmlElement[] =>
  childrenOf(root).flatMap((child) =>
    nameOf(child) === 'p'
      ? [child]
      : ['drawing', 'pict', 'del', 'moveFrom'].includes(nameOf(child))
        ? []
        : paragraphsOf(child),
  )

export type ReadParagraph = {
  words: Words
  /** "1.", "(a)", "•", or '' where it is in no list. */
  marker: string
  ilvl: number
  heading: number | undefined
  isContents: boolean
  /** The end of the paragraph was deleted: the next one goes on with it. */
  runsOn: boolean
}

/** Signs of lists the reader of plans knows; Word's other bullets are written as "•". */
const knownBullet = /^[-–—•●▪■◦·‣⁃➢➤►✓✔*+]$/u

/** Words, list number and style of a paragraph. Counts it in its list. */
export const readParagraph = (body: Body, paragraph: XmlElement): ReadParagraph => {
  const { styles } = body.reading
  const properties = childOf(paragraph, 'pPr')
  const style = styles.look(attributeOf(childOf(properties, 'pStyle'), 'val') ?? styles.defaultParagraph)
  const own = listLook(properties)
  const wasContents = body.reading.fields.length
  const words = readWords(paragraph, body.reading, style.bold ?? false)
  const runsOn =
    toggle(childOf(properties, 'rPr'), 'del') === true && body.reading.fields.length === wasContents
  const numId = own.numId ?? style.numId
  const ilvl = own.ilvl ?? style.ilvl ?? 0
  const hasWords = words.spans.some((span) => span.text.trim() !== '' || span.note !== undefined)
  // Word counts an empty item too, and one whose mark alone was deleted no more.
  const wasDeleted = !hasWords && words.deleted !== ''
  const number =
    numId === undefined || numId === '0' || wasDeleted ? undefined : nextNumber(body.numbering, numId, ilvl)
  const outline = attributeOf(childOf(properties, 'outlineLvl'), 'val')
  return {
    words,
    marker: number === undefined ? '' : markerOf(number),
    ilvl,
    heading:
      style.heading ?? (outline === undefined || Number(outline) > 8 ? undefined : Number(outline) + 1),
    isContents: body.isContents || words.inContents || style.contents === true,
    runsOn,
  }
}

// A bare number gets the full stop by which a list is known in a text.
const markerOf = ({ text, isBullet }: { text: string; isBullet: boolean }): string => {
  const sign = text.trim()
  if (isBullet) return knownBullet.test(sign) ? sign : '•'
  return /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/.test(sign) ? `${sign}.` : sign
}

const hasWords = (spans: Span[]) => spans.some((span) => span.text.trim() !== '' || span.note !== undefined)

/** Whether a line break within a paragraph parts two things, rather than the halves of a sentence. */
const beginsAnew = (before: string, after: string): boolean => {
  const [line] = splitLines(after.trim())
  const [above] = splitLines(before.trim())
  if (line === undefined || above === undefined || line.plain === '' || above.plain === '') return false
  const mark = readMark(line)
  const markAbove = readMark(above)
  return (
    mark.list !== undefined ||
    mark.heading !== undefined ||
    isIndicatorHeading(line, mark) ||
    isIndicatorHeading(above, markAbove) ||
    (markAbove.heading !== undefined && tidy(above.plain.slice(markAbove.heading.from)) === '') ||
    (isTerminated(before) && /^["“‘'«(]?[\p{Lu}\p{Lo}]/u.test(after.trim()))
  )
}

/** The lines of a paragraph in the words' own order, parted at line breaks where a new thing begins. */
export const linesOf = (body: Body, { words, runsOn }: ReadParagraph): Span[][] => {
  const spans = [...body.carried, ...words.spans]
  body.carried = runsOn ? spans : []
  return runsOn ? [] : splitAtBreaks(spans, beginsAnew)
}

/** Tells what the paragraph has that its line does not show. */
export const remarkWords = (writer: LineWriter, words: Words, line: number) => {
  const remark = (kind: AnomalyKind, text: string) => {
    const shown = tidy(text)
    if (shown !== '')
      writer.anomalies.push({ line, kind, text: shown.length > 300 ? `${shown.slice(0, 297)}…` : shown })
  }
  remark('inserted-words', words.inserted)
  remark('deleted-words', words.deleted)
  remark('hidden-words', words.hidden)
  remark('struck-words', words.struck)
  for (const one of words.notRead) remark('not-read', one)
  for (const comment of words.comments) remark('comment', comment === '' ? 'a comment without text' : comment)
  if (words.pictures > 0)
    remark('not-read', words.pictures === 1 ? 'a picture' : `${words.pictures} pictures`)
}

/** Writes one paragraph. `flat`: of a note, on lines of its own without headings. `before` stands before its words. */
export const writeParagraph = (
  body: Body,
  paragraph: XmlElement,
  { place, before = '', flat = false }: { place: SourcePlace; before?: string; flat?: boolean },
) => {
  const { writer } = body
  const read = readParagraph(body, paragraph)
  const first = writer.lines.length + 1
  const isItem = read.marker !== '' && read.heading === undefined
  // Items of a list stand together, as in Markdown; everything else is parted by an empty line.
  if (!flat && !(isItem && body.inList)) writeGap(writer)
  const parts = linesOf(body, read)
  parts.forEach((spans, i) => {
    const isBold = spans.every((span) => span.bold || span.text.trim() === '' || span.note !== undefined)
    const text = lineOf(spans, body.reading.hasNotes).trim()
    if (i > 0 && !isItem && !flat) writeGap(writer)
    const line = writeLine(
      writer,
      flat ? `${before}${text}` : dress(body, read, text, isBold && hasWords(spans), i),
      place,
    )
    if (read.isContents) writer.contents.add(line)
  })
  if (parts.length > 0) body.inList = isItem
  // An item without words is shown by its number all the same.
  else if (read.marker !== '' && !read.runsOn && read.words.deleted === '')
    writeLine(writer, dress(body, read, '', false, 0).trimEnd(), place)
  if (!flat && parts.length > 0 && !isItem) writeGap(writer)
  remarkWords(writer, read.words, Math.min(first, Math.max(1, writer.lines.length)))
  for (const box of read.words.boxes)
    for (const inner of paragraphsOf(box))
      writeParagraph(body, inner, { place: { ...place, part: 'text box' } })
}

const dress = (body: Body, read: ReadParagraph, text: string, isBold: boolean, part: number): string => {
  const marker = part === 0 ? read.marker : ''
  const whole = marker === '' ? text : `${marker} ${text}`
  if (read.isContents) return whole
  if (read.heading !== undefined)
    return `${'#'.repeat(Math.min(6, Math.max(1, read.heading + body.headingShift)))} ${whole}`
  if (read.marker !== '') return `${'  '.repeat(read.ilvl)}${whole}`
  return isBold && text.length <= 200 && !text.includes('^{') ? `**${text}**` : whole
}
