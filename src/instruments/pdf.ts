// A PDF as lines: one paragraph a line, with its page and its lines there. What a page shows is put together again from
// where its characters stand; what is no text (a scan, a picture) is refused or told, never guessed.
import { problem } from '../problem.ts'
import { sha256OfBytes } from './identity.ts'
import { tidy } from './lines.ts'
import { isTerminated } from './marks.ts'
import { extractApart } from './pdf-apart.ts'
import type { PdfPage } from './pdf-extract.ts'
import { flowOf } from './pdf-flow.ts'
import { rowsOf } from './pdf-lines.ts'
import {
  hyphenates,
  leadingOf,
  type PdfParagraph,
  paragraphsOf,
  placeOf,
  type Setting,
  wordsWithin,
} from './pdf-paragraphs.ts'
import { blocksOf, isTabled, type PdfTable } from './pdf-tables.ts'
import {
  type CellLine,
  type LineWriter,
  newLineWriter,
  type PlanSource,
  writeGap,
  writeLine,
  writeTable,
} from './source.ts'

const refuse = (fileName: string, message: string, expected: string) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
    { file: fileName, message, expected },
  ])

/**
 * The lines of a PDF. Throws `input-unreadable` where it is damaged, protected, scanned without text, has letters that
 * cannot be told, or takes longer than a minute.
 */
export const decodePdf = async (bytes: Uint8Array, fileName: string): Promise<PlanSource> => {
  const pages = await extractApart(bytes)
  if ('message' in pages) throw refuse(fileName, pages.message, pages.expected)
  refuseWithoutText(pages, fileName)
  return { ...readPages(pages), sha256: sha256OfBytes(bytes) }
}

const refuseWithoutText = (pages: PdfPage[], fileName: string) => {
  const text = pages.flatMap((page) => page.items.map((item) => item.text)).join('')
  if (text.replace(/\s/g, '').length < 20)
    throw refuse(
      fileName,
      `The ${pages.length === 1 ? 'page has' : `${pages.length} pages have`} no text: this seems to be a scan`,
      'a PDF with text; "ocrmypdf SCAN.pdf PLAN.pdf" reads the letters of a scan, and what it read must be compared with the pages',
    )
  const strange = text.match(/[\ufffd\p{Cc}]/gu)?.length ?? 0
  // Chinese or Korean signs inside Latin words come from a font whose table of letters is broken.
  const broken = text.match(/[a-z][\u3400-\u9fff\uac00-\ud7ff]+[a-z]/g) ?? []
  if (strange > text.length * 0.02 || broken.length > 5 || hasLooseLetters(pages))
    throw refuse(
      fileName,
      `The fonts of this PDF do not say which letters they show, so its words cannot be told${broken.length > 5 ? `: "${broken[0]}"` : ''}`,
      'a PDF made with its letters, or one read anew from its pages: "ocrmypdf --force-ocr PLAN.pdf NEW.pdf"',
    )
}

// Some fonts draw an Arabic letter and its dots apart and name the parts as letters of their own: single letters by the
// dozen, where the language has hardly any.
const hasLooseLetters = (pages: PdfPage[]): boolean => {
  const words = pages.flatMap((page, i) =>
    rowsOf(page, i + 1).flatMap((row) =>
      row.segments.flatMap(({ text }) => text.match(/[\u0620-\u064a]+/g) ?? []),
    ),
  )
  const single = words.filter((word) => word.length === 1).length
  return words.length >= 8 && single > words.length * 0.15
}

/** The lines of pages that were extracted. */
export const readPages = (pages: PdfPage[]): Omit<PlanSource, 'sha256'> => {
  const flow = flowOf(pages, isTabled)
  const words = wordsWithin(flow.lines)
  const setting: Setting = {
    bodySize: flow.bodySize,
    leading: leadingOf(flow.lines),
    words,
    hyphenates: hyphenates(flow.lines, words),
  }
  const writer = newLineWriter()
  const rules = pages.map((page) => page.rules)
  const blocks = blocksOf(flow.lines, setting.leading, rules).map((block) =>
    block.kind === 'text' ? { kind: block.kind, paragraphs: paragraphsOf(block.lines, setting) } : block,
  )
  const headings = headingSizes(
    blocks.flatMap((block) => (block.kind === 'text' ? block.paragraphs : [])),
    flow.bodySize,
  )
  const list: ListState = { isOpen: false, lefts: [] }
  for (const block of blocks) {
    if (block.kind === 'text')
      for (const paragraph of block.paragraphs) writeParagraph(writer, paragraph, headings, list)
    else if (block.kind === 'table') {
      writePdfTable(writer, block.table, setting)
      list.isOpen = false
    } else writeOfPage(writer, block.line.segments.map((one) => one.text).join(' '), placeOf([block.line]))
  }
  for (const note of paragraphsOf(flow.notes, setting)) {
    writeGap(writer)
    const sign = /^(\d{1,3}|\*{1,3}|(?:\\\*){1,3})(?=\s|\p{Lu})\s*/u.exec(note.text)
    const text =
      note.marker !== ''
        ? `^{${note.marker.replace(/[.)]$/, '')}} ${note.text}`
        : sign === null
          ? note.text
          : `^{${sign[1]!.replaceAll('\\', '')}} ${note.text.slice(sign[0].length)}`
    remarkDivided(writer, note, writeLine(writer, text, placeOf(note.lines)))
  }
  for (const { page, number, text } of flow.furniture) writeOfPage(writer, tidy(text), { page, line: number })
  for (const page of flow.emptyPages)
    writer.anomalies.push({
      line: 1,
      kind: 'not-read',
      text: `page ${page} has no text: a picture, or nothing`,
    })
  pages.forEach(({ missingHyphens }, i) => {
    if (missingHyphens > 0)
      writer.anomalies.push({
        line: 1,
        kind: 'not-read',
        text: `page ${i + 1}: ${missingHyphens} hyphens that its font calls soft; compare the page`,
      })
  })
  return {
    format: 'pdf',
    text: writer.lines.join('\n'),
    places: writer.places,
    page: writer.page,
    contents: writer.contents,
    anomalies: writer.anomalies,
  }
}

const writeOfPage = (writer: LineWriter, text: string, place: { page?: number; line?: number }) => {
  writeGap(writer)
  writer.page.add(writeLine(writer, text, place))
  writeGap(writer)
}

const sizeKey = (size: number) => Math.round(size * 2) / 2

/** Levels of the sizes that head parts: the largest is the title's where it stands once, on the first page. */
const headingSizes = (paragraphs: PdfParagraph[], bodySize: number): Map<number, number> => {
  const large = paragraphs.filter((one) => one.size > bodySize * 1.08 && one.text.length <= 250)
  const sizes = [...new Set(large.map((one) => sizeKey(one.size)))].sort((a, b) => b - a)
  const top = large.filter((one) => sizeKey(one.size) === sizes[0])
  const hasTitle = top.length === 1 && top[0]!.lines[0]!.page === 1
  return new Map(sizes.map((size, i) => [size, Math.min(6, i + (hasTitle ? 1 : 2))]))
}

type ListState = { isOpen: boolean; lefts: number[] }

const writeParagraph = (
  writer: LineWriter,
  paragraph: PdfParagraph,
  headings: Map<number, number>,
  list: ListState,
) => {
  const { marker, text, bold, lines } = paragraph
  const level = headings.get(sizeKey(paragraph.size))
  const isHeading = level !== undefined && text.length <= 250
  const isItem = marker !== '' && !isHeading
  if (!(isItem && list.isOpen)) writeGap(writer)
  const whole = marker === '' ? text : `${marker} ${text}`
  const isBold = bold && whole.length <= 200 && !whole.includes('^{') && !isHeading
  const indent = isItem ? '  '.repeat(depthOf(list, lines[0]!.x0)) : ''
  const dressed = isHeading ? `${'#'.repeat(level)} ${whole}` : isBold ? `**${whole}**` : `${indent}${whole}`
  const line = writeLine(writer, dressed, placeOf(lines))
  if (!isItem) writeGap(writer)
  list.isOpen = isItem
  remarkDivided(writer, paragraph, line)
}

// How deep an item is indented among those before it.
const depthOf = (list: ListState, left: number): number => {
  if (!list.isOpen) list.lefts = []
  while (list.lefts.length > 0 && list.lefts.at(-1)! > left + 4) list.lefts.pop()
  if (list.lefts.length === 0 || left > list.lefts.at(-1)! + 4) list.lefts.push(left)
  return list.lefts.length - 1
}

const remarkDivided = (writer: LineWriter, paragraph: PdfParagraph, line: number) => {
  for (const text of paragraph.divided) writer.anomalies.push({ line, kind: 'line-end-hyphen', text })
}

const writePdfTable = (writer: LineWriter, table: PdfTable, setting: Setting) => {
  const divided: string[] = []
  const anew: string[] = []
  const rows = [table.header, ...table.rows].map((row) =>
    row.cells.map((cell, column) =>
      paragraphsOf(cell, {
        ...setting,
        ofIndicators: table.columns[column]?.role === 'indicator',
      }).map((paragraph): CellLine => {
        divided.push(...paragraph.divided)
        if (table.columns[column]?.role === 'indicator') anew.push(...linesAnew(paragraph))
        return {
          text: paragraph.marker === '' ? paragraph.text : `${paragraph.marker} ${paragraph.text}`,
          place: placeOf(paragraph.lines),
          begins: true,
        }
      }),
    ),
  )
  const first = writer.lines.length + 1
  writeTable(writer, rows, table.columns.length)
  for (const text of divided) writer.anomalies.push({ line: first, kind: 'line-end-hyphen', text })
  for (const text of anew) writer.anomalies.push({ line: first, kind: 'line-after-full-stop', text })
}

/** Where a line of one indicator ended a sentence and the next began another: the page does not show whether it is one more. */
const linesAnew = ({ lines }: PdfParagraph): string[] =>
  lines.slice(1).flatMap((line, i) => {
    const [before, after] = [lines[i]!, line].map((one) => one.segments.map(({ text }) => text).join(' '))
    if (!isTerminated(before!) || !/^\p{Lu}/u.test(after!)) return []
    return [`…${before!.split(' ').slice(-4).join(' ')} / ${after!.split(' ').slice(0, 4).join(' ')}…`]
  })
