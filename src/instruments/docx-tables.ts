// Tables of a DOCX as grid tables: merged cells, header rows that come again on each page, rows that head a part.
import type { XmlElement } from '@cj-tech-master/excelts/xml'
import { attributeOf, childOf, childrenOf, nameOf } from '../formats/ooxml.ts'
import {
  type Body,
  linesOf,
  paragraphsOf,
  readParagraph,
  remarkWords,
  writeParagraph,
} from './docx-paragraphs.ts'
import { lineOf } from './docx-runs.ts'
import { toggle } from './docx-styles.ts'
import { type CellLine, writeGap, writeLine, writeTable } from './source.ts'

type DocxCell = { element: XmlElement; column: number; span: number; goesOn: boolean }
type DocxRow = { cells: DocxCell[]; element: XmlElement; number: number }

// Rows and cells may stand in content controls.
const partsOf = (root: XmlElement, wanted: string): XmlElement[] =>
  childrenOf(root).flatMap((child) => {
    const name = nameOf(child)
    if (name === wanted) return [child]
    return ['sdt', 'sdtContent', 'customXml', 'ins'].includes(name) ? partsOf(child, wanted) : []
  })

const rowsOf = (table: XmlElement): DocxRow[] =>
  partsOf(table, 'tr').map((element, r) => {
    const properties = childOf(element, 'trPr')
    let column = Number(attributeOf(childOf(properties, 'gridBefore'), 'val') ?? 0)
    const cells = partsOf(element, 'tc').map((cell): DocxCell => {
      const own = childOf(cell, 'tcPr')
      const span = Math.min(64, Math.max(1, Number(attributeOf(childOf(own, 'gridSpan'), 'val') ?? 1) || 1))
      const merge = childOf(own, 'vMerge')
      const at = column
      column += span
      return {
        element: cell,
        column: at,
        span,
        goesOn: merge !== undefined && attributeOf(merge, 'val') !== 'restart',
      }
    })
    return { cells, element, number: r + 1 }
  })

/** Columns of the grid that some cell begins in: layouts have more grid lines than columns one sees. */
const columnsOf = (rows: DocxRow[]): number[] =>
  [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)))].sort((a, b) => a - b)

/** Writes a table. One of a single column, or a row across all columns, is text like any other. */
export const writeDocxTable = (body: Body, table: XmlElement) => {
  body.tables++
  const number = body.tables
  const rows = rowsOf(table)
  const columns = columnsOf(rows.filter((row) => row.cells.length > 1))
  const width = columns.length
  let open: CellLine[][][] = []
  let header: CellLine[][] | undefined
  const flush = () => {
    if (open.length > 0) writeTable(body.writer, open, width)
    open = []
  }
  for (const row of rows) {
    if (toggle(childOf(row.element, 'trPr'), 'del') === true) {
      remarkDeleted(body, row)
      continue
    }
    if (width < 2 || row.cells.length === 1) {
      flush()
      for (const cell of row.cells)
        for (const paragraph of paragraphsOf(cell.element))
          writeParagraph(body, paragraph, { place: { table: number, row: row.number, column: 1 } })
      continue
    }
    const cells = columns.map((_, k) => readCells(body, row, columns, k, number))
    if (header === undefined) header = cells
    // After a row that headed a part, the table goes on under the same header.
    if (open.length === 0 && cells !== header && !sameWords(cells, header)) open.push(header)
    else if (open.length > 0 && sameWords(cells, header)) {
      keepRepeated(body, cells)
      continue
    }
    open.push(cells)
  }
  flush()
  body.inList = false
}

const wordsOf = (cells: CellLine[][]) =>
  cells
    .map((cell) =>
      cell
        .map((part) => part.text)
        .join(' ')
        .trim(),
    )
    .join('|')
const sameWords = (a: CellLine[][], b: CellLine[][]) => wordsOf(a) === wordsOf(b)

// A header typed again on a further page is of the page.
const keepRepeated = (body: Body, cells: CellLine[][]) => {
  writeGap(body.writer)
  for (const part of cells.flat()) body.writer.page.add(writeLine(body.writer, part.text, part.place))
  writeGap(body.writer)
}

const remarkDeleted = (body: Body, row: DocxRow) => {
  for (const paragraph of paragraphsOf(row.element)) {
    const { words } = readParagraph(body, paragraph)
    const text = words.spans.map((span) => span.text).join('')
    remarkWords(
      body.writer,
      { ...words, deleted: words.deleted + text },
      Math.max(1, body.writer.lines.length),
    )
  }
}

const readCells = (body: Body, row: DocxRow, columns: number[], k: number, table: number): CellLine[] => {
  const from = columns[k]!
  const until = columns[k + 1] ?? Number.POSITIVE_INFINITY
  const place = { table, row: row.number, column: k + 1 }
  return row.cells
    .filter((cell) => cell.column >= from && cell.column < until && !cell.goesOn)
    .flatMap((cell) =>
      paragraphsOf(cell.element).flatMap((paragraph) => {
        const read = readParagraph(body, paragraph)
        remarkWords(body.writer, read.words, Math.max(1, body.writer.lines.length))
        return linesOf(body, read).map((spans, i): CellLine => {
          const text = lineOf(spans, body.reading.hasNotes).replace(/\s+/g, ' ').trim()
          return {
            text: i === 0 && read.marker !== '' ? `${read.marker} ${text}` : text,
            place,
            begins: true,
          }
        })
      }),
    )
}
