// What the reader of plans reads: lines of text, with the place each has in the file it came from. Text has its lines;
// a DOCX and a PDF are decoded into lines first (docx.ts, pdf.ts), and every line keeps its paragraph, cell or page.
import type { SourcePlace } from './places.ts'
import type { Anomaly } from './plan.ts'

/** A plan file as text. `text` has one paragraph a line, in the Markdown the reader knows; `places[i]` is of line i + 1. */
export type PlanSource = {
  format: 'docx' | 'pdf'
  text: string
  places: SourcePlace[]
  /** Lines known to be of the page (headers, footers, numbers), and of a table of contents. */
  page: Set<number>
  contents: Set<number>
  /** What the file has that the text does not show: deleted words, comments, pictures. */
  anomalies: Anomaly[]
  /** The file has notes of its own, whose signs are written "^{1}": no other raised number refers to one. */
  hasNotes?: boolean
  /** SHA-256 of the file's bytes. */
  sha256: string
}

/** Collects the lines of a decoded file with their places. */
export type LineWriter = {
  lines: string[]
  places: SourcePlace[]
  page: Set<number>
  contents: Set<number>
  anomalies: Anomaly[]
}

export const newLineWriter = (): LineWriter => ({
  lines: [],
  places: [],
  page: new Set(),
  contents: new Set(),
  anomalies: [],
})

/** Adds one line; returns its number, from 1. */
export const writeLine = (writer: LineWriter, text: string, place: SourcePlace): number => {
  writer.lines.push(text)
  writer.places.push(place)
  return writer.lines.length
}

/** An empty line, where the last one is not empty already. */
export const writeGap = (writer: LineWriter) => {
  if (writer.lines.length > 0 && writer.lines.at(-1) !== '') writeLine(writer, '', writer.places.at(-1) ?? {})
}

/** A text as the reader's Markdown, in which no sign of it is taken for a mark: "*", "_", "|" and "\" are escaped. */
export const escapeMarks = (text: string): string => text.replace(/[\\*_|]/g, '\\$&')

/** One cell of a table on its way to lines: each paragraph with its place. */
export type CellLine = { text: string; place: SourcePlace; begins: boolean }

/**
 * Writes a table as the reader reads one: a ruled line after each row, one fragment of one cell a line, so that every
 * line has one place. `begins` puts a break before a fragment that begins a paragraph of its own in its cell.
 */
export const writeTable = (writer: LineWriter, rows: CellLine[][][], width: number) => {
  const rule = (sign: '-' | '=') => `+${`${sign.repeat(3)}+`.repeat(width)}`
  const at = rows[0]?.flat()[0]?.place ?? {}
  writeGap(writer)
  writeLine(writer, rule('-'), at)
  rows.forEach((row, r) => {
    row.forEach((cell, column) => {
      cell.forEach((part, k) => {
        const before = '| '.repeat(column + 1)
        const after = ' |'.repeat(width - column)
        writeLine(writer, `${before}${k > 0 && part.begins ? '<br>' : ''}${part.text}${after}`, part.place)
      })
    })
    writeLine(writer, rule(r === 0 ? '=' : '-'), row.flat().at(-1)?.place ?? at)
  })
  writeGap(writer)
}
