// Source lines with a plain view (Markdown emphasis and escapes, soft hyphens and odd spaces taken away) that keeps
// a map back to the source, so that whatever is recognised in the view can be returned as source characters.
import type { Piece } from './plan.ts'

export type Line = {
  /** From 1. */
  number: number
  raw: string
  /** What the line says, trimmed. */
  plain: string
  /** `at[i]` is the offset in `raw` of `plain[i]`; undefined where it is `i + offset` throughout. */
  at: number[] | undefined
  offset: number
  indent: number
  /** A form feed stands before it: a new page. */
  newPage: boolean
  /** The whole line was set in bold. */
  bold: boolean
}

const oddSpaces = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]/
const needsView = /[*_\\\u00ad\u200b\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]| {2}/

/** The lines of a text. CR LF, LF and a lone CR (as old Macintosh files have) each end one. */
export const splitLines = (text: string): Line[] => {
  const lines: Line[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 10 : text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    lines.push(readLine(text.slice(start, i), lines.length + 1))
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++
    start = i + 1
  }
  return lines
}

const readLine = (raw: string, number: number): Line => {
  let first = 0
  while (first < raw.length && isSpace(raw, first)) first++
  let end = raw.length
  while (end > first && isSpace(raw, end - 1)) end--
  const lead = raw.slice(0, first)
  const base = { number, raw, indent: first, newPage: lead.includes('\f'), bold: false }
  const body = raw.slice(first, end)
  if (!needsView.test(body)) return { ...base, plain: body, at: undefined, offset: first }
  return { ...base, ...viewOf(body, first) }
}

const isSpace = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i)
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(text[i]!))
}

// Emphasis is dropped from the view only as CommonMark would open or close it: "** a footnote" stays.
const viewOf = (body: string, offset: number) => {
  const out: string[] = []
  const at: number[] = []
  const single = /^([*_])(?![*_\s])([^*_]{0,200}[^*_\s])\1(?![*_])/.exec(body)
  const singleEnd = single === null ? -1 : single[0].length - 1
  let bolds = 0
  for (let i = 0; i < body.length; i++) {
    const c = body[i]!
    if (c === '\u00ad' && i < body.length - 1) continue
    if (single !== null && (i === 0 || i === singleEnd)) continue
    if ((c === '*' || c === '_') && body[i + 1] === c) {
      const before = body[i - 1] ?? ' '
      let run = i
      while (body[run] === c) run++
      const after = body[run] ?? ' '
      const touches = before.trim() !== '' || after.trim() !== ''
      const closesMarker = before === '}' || before === '{'
      const wordInside = c === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
      if (run - i <= 3 && touches && !closesMarker && !wordInside) {
        bolds++
        i = run - 1
        continue
      }
      for (; i < run; i++) {
        out.push(body[i]!)
        at.push(offset + i)
      }
      i = run - 1
      continue
    }
    if (c === '\\' && /[\\#*_.()[\]>|~`+!-]/.test(body[i + 1] ?? ' ')) {
      i++
      out.push(body[i]!)
      at.push(offset + i)
      continue
    }
    // A tab is kept: it may part the columns of a table.
    if (c !== '\t' && oddSpaces.test(c)) {
      out.push(' ')
      at.push(offset + i)
      continue
    }
    out.push(c)
    at.push(offset + i)
  }
  const bold = bolds === 2 && /^(\*\*|__)/.test(body) && /(\*\*|__):?$/.test(body)
  return { plain: out.join(''), at, offset, bold }
}

/** The source characters behind `plain.slice(from, to)`, without white space at either end. */
export const pieceOf = (line: Line, from = 0, to = line.plain.length): Piece[] => {
  let a = from
  let b = to
  while (a < b && isSpace(line.plain, a)) a++
  while (b > a && isSpace(line.plain, b - 1)) b--
  if (a >= b) return []
  const start = line.at === undefined ? a + line.offset : line.at[a]!
  const last = line.at === undefined ? b - 1 + line.offset : line.at[b - 1]!
  return [{ line: line.number, column: start, raw: line.raw.slice(start, last + 1) }]
}

/** Runs of white space as one space, trimmed. */
export const tidy = (text: string): string => text.replace(/[\s\u200b]+/g, ' ').trim()

/** Whether the line shows nothing. */
export const isBlank = (line: Line): boolean =>
  line.plain === '' || (line.plain.startsWith('\u200b') && tidy(line.plain) === '')
