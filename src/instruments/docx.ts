// A DOCX (ECMA-376) as lines: headings by their style, lists with the numbers Word counts, tables cell by cell, notes;
// each line with its paragraph or cell. Page headers are no content; what the file has beside its text is told.
import type { XmlElement } from '@cj-tech-master/excelts/xml'
import {
  attributeOf,
  charactersOf,
  childOf,
  childrenOf,
  nameOf,
  type OfficePackage,
  openPackage,
  relatedPart,
  relatedParts,
} from '../formats/ooxml.ts'
import { problem } from '../problem.ts'
import { newNotes } from './docx-notes.ts'
import { readNumbering } from './docx-numbering.ts'
import { type Body, paragraphsOf, writeParagraph } from './docx-paragraphs.ts'
import { readWords } from './docx-runs.ts'
import { readStyles } from './docx-styles.ts'
import { writeDocxTable } from './docx-tables.ts'
import { sha256OfBytes } from './identity.ts'
import { newLineWriter, type PlanSource, writeGap, writeLine } from './source.ts'

const kindsOfOffice: [string, string][] = [
  ['xl/', 'an XLSX workbook'],
  ['ppt/', 'a PPTX presentation'],
  ['META-INF/container.xml', 'an EPUB book'],
  ['content.xml', 'an OpenDocument text (ODT)'],
]

const refuse = (fileName: string, message: string) =>
  problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
    {
      file: fileName,
      message,
      expected:
        'a DOCX, a PDF with text, or plain text; "pandoc PLAN.odt -o PLAN.docx" makes a DOCX of other formats',
    },
  ])

const mainPart = (pack: OfficePackage): { name: string; body: XmlElement } => {
  const name = relatedPart(pack, '', 'officeDocument')
  const other = kindsOfOffice.find(([start]) => pack.names.some((one) => one.startsWith(start)))
  const root = name === undefined ? undefined : pack.part(name)
  if (name === undefined || root === undefined || nameOf(root) !== 'document')
    throw refuse(
      pack.fileName,
      other === undefined
        ? 'This ZIP container holds no DOCX document, or it is damaged'
        : `This is ${other[1]}, not a DOCX document`,
    )
  const body = childOf(root, 'body')
  if (body === undefined) throw refuse(pack.fileName, 'The document has no body: it is damaged')
  return { name, body }
}

/** The lines of a DOCX. Throws `input-unreadable` for a damaged, cut off, protected or other container. */
export const decodeDocx = (bytes: Uint8Array, fileName: string): PlanSource => {
  const pack = openPackage(bytes, fileName)
  const { name, body: root } = mainPart(pack)
  const part = (kind: string) => {
    const found = relatedPart(pack, name, kind)
    return found === undefined ? undefined : pack.part(found)
  }
  const styles = readStyles(part('styles'))
  const comments = new Map(
    childrenOf(part('comments')).map((one) => [attributeOf(one, 'id') ?? '', charactersOf(one)]),
  )
  const notes = newNotes(part('footnotes'), part('endnotes'))
  const body: Body = {
    writer: newLineWriter(),
    reading: {
      styles,
      fields: [],
      hasNotes: notes.any,
      noteSign: notes.signOf,
      commentText: (id) => comments.get(id) ?? '',
    },
    numbering: readNumbering(part('numbering'), styles.numIdOf),
    paragraphs: 0,
    tables: 0,
    headingShift: 1,
    carried: [],
    inList: false,
    isContents: false,
  }
  body.headingShift = headingShiftOf(root, body)
  writeBlocks(body, root)
  for (const { sign, paragraphs } of notes.used()) {
    writeGap(body.writer)
    paragraphs.forEach((paragraph, i) => {
      writeParagraph(body, paragraph, {
        place: { note: sign },
        before: i === 0 ? `^{${sign}} ` : '',
        flat: true,
      })
    })
  }
  writeFurniture(body, pack, name)
  const { writer } = body
  return {
    format: 'docx',
    text: writer.lines.join('\n'),
    places: writer.places,
    page: writer.page,
    contents: writer.contents,
    anomalies: writer.anomalies,
    sha256: sha256OfBytes(bytes),
    hasNotes: notes.any,
  }
}

const writeBlocks = (body: Body, root: XmlElement) => {
  for (const block of childrenOf(root)) {
    const name = nameOf(block)
    if (name === 'p') {
      body.paragraphs++
      writeParagraph(body, block, { place: { paragraph: body.paragraphs } })
    } else if (name === 'tbl') writeDocxTable(body, block)
    else if (name === 'sdt') {
      const gallery = childOf(childOf(childOf(block, 'sdtPr'), 'docPartObj'), 'docPartGallery')
      const before = body.isContents
      if (/table of contents/i.test(attributeOf(gallery, 'val') ?? '')) body.isContents = true
      const content = childOf(block, 'sdtContent')
      if (content !== undefined) writeBlocks(body, content)
      body.isContents = before
    } else if (['customXml', 'ins', 'moveTo', 'sdtContent'].includes(name)) writeBlocks(body, block)
    else if (name === 'AlternateContent') {
      const choice = childOf(block, 'Choice') ?? childOf(block, 'Fallback')
      if (choice !== undefined) writeBlocks(body, choice)
    } else if (name === 'altChunk')
      body.writer.anomalies.push({
        line: Math.max(1, body.writer.lines.length),
        kind: 'not-read',
        text: 'another document embedded in this one',
      })
  }
}

// "Heading 1" heads sections, so it becomes the second level, below the title; where one alone stands at the top with
// smaller ones below, it is the title itself.
const headingShiftOf = (root: XmlElement, body: Body): number => {
  const levels = paragraphsOf(root).flatMap((paragraph) => {
    const properties = childOf(paragraph, 'pPr')
    const { heading } = body.reading.styles.look(attributeOf(childOf(properties, 'pStyle'), 'val'))
    return heading === undefined || charactersOf(paragraph).trim() === '' ? [] : [heading]
  })
  const isAlone = levels[0] === 1 && levels.slice(1).every((level) => level > 1) && levels.length > 2
  return levels.includes(0) || !isAlone ? 1 : 0
}

// Page headers and footers stand on every page; each is written once, as a line of the page.
const writeFurniture = (body: Body, pack: OfficePackage, main: string) => {
  const seen = new Set<string>()
  for (const part of ['header', 'footer'] as const)
    for (const name of relatedParts(pack, main, part)) {
      const root = pack.part(name)
      if (root === undefined) continue
      for (const paragraph of paragraphsOf(root)) {
        const text = readWords(paragraph, { ...body.reading, fields: [] }, false)
          .spans.map((span) => span.text)
          .join('')
          .trim()
        if (!/[\p{L}\p{N}]/u.test(text) || seen.has(text)) continue
        seen.add(text)
        writeGap(body.writer)
        body.writer.page.add(writeLine(body.writer, text.replace(/\s+/g, ' '), { part }))
      }
    }
}
