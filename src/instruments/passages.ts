// Growing passages: text is collected line by line, with the source characters it came from, and joined the way a
// reader joins it. Also the safety net that finds characters no element took.
import { type Line, pieceOf, tidy } from './lines.ts'
import { isTerminated, isTitleLike } from './marks.ts'
import type { Passage, Piece } from './plan.ts'

/** A passage that more lines may still be added to. `tail` is its last line's text. */
export type Open = {
  passage: Passage
  parts: string[]
  tail: string
  tailLine: number
  kind: OpenKind
  indent: number
}
export type OpenKind = 'front' | 'paragraph' | 'item' | 'action' | 'indicator' | 'note' | 'detail'

const finish = (open: Open) => {
  open.passage.text = open.parts.length === 1 ? open.parts[0]! : open.parts.join('')
}

/** Puts `line` from `from` on into the passage as its first text. */
export const openPassage = <P extends Passage>(
  passage: P,
  kind: OpenKind,
  line: Line,
  from = 0,
  to = line.plain.length,
): Open => {
  const open: Open = { passage, parts: [], tail: '', tailLine: line.number, kind, indent: line.indent }
  if (passage.text !== '') open.parts.push(passage.text)
  const text = tidy(line.plain.slice(from, to))
  if (text !== '') append(open, line, from, text, ' ', to)
  return open
}

const append = (
  open: Open,
  line: Line,
  from: number,
  text: string,
  separator: string,
  to = line.plain.length,
) => {
  if (open.parts.length > 0) open.parts.push(separator)
  open.parts.push(text)
  open.passage.pieces.push(...pieceOf(line, from, to))
  open.tail = text
  open.tailLine = line.number
}

/** Adds a line to an open passage. `knows` says whether the document has a word, to mend one divided at a line end. */
export const extend = (
  open: Open,
  line: Line,
  from: number,
  knows: (word: string) => boolean,
  separator = ' ',
  to = line.plain.length,
) => {
  const text = tidy(line.plain.slice(from, to))
  if (text === '') return false
  const last = open.parts.length - 1
  const before = open.parts[last] ?? ''
  if (before.endsWith('\u00ad')) {
    open.parts[last] = before.slice(0, -1)
    append(open, line, from, text, '', to)
    return true
  }
  const divided = /(\p{L}+)-$/u.exec(before.slice(-40))
  const next = /^\p{Ll}+/u.exec(text.slice(0, 40))
  if (separator === ' ' && divided !== null && next !== null) {
    const whole = `${divided[1]}${next[0]}`.toLowerCase()
    if (knows(whole) && !knows(`${divided[1]}-${next[0]}`.toLowerCase()))
      open.parts[last] = before.slice(0, -1)
    append(open, line, from, text, '', to)
    return true
  }
  append(open, line, from, text, separator, to)
  return false
}

/** Gives the passage the text that was collected. */
export const closePassage = (open: Open | undefined) => {
  if (open !== undefined) finish(open)
}

const leadsOn =
  /(?:[,–—-]|[([“«‘]|(?<!\p{L})(?:the|of|and|or|to|in|for|by|with|a|an|their|its|on|at|from|as|that|which|including|through|under|into|et|ou|de|des|du|la|le|les|pour|y|o|del|los|las|para|en|и|в|на|о|по))$/iu

/**
 * Whether `text`, after a blank line or a new page, goes on with the sentence `open` left unfinished.
 */
export const goesOnAcrossGap = (open: Open, text: string, acrossPage: boolean): boolean => {
  const tail = open.tail
  if (isTerminated(tail) || tail.length < 12 || open.kind === 'front') return false
  if (/^["“‘'(]?\p{Ll}/u.test(text) || leadsOn.test(tail.slice(-24))) return true
  if (isTitleLike(text)) return false
  // A sentence that stops without its full stop, and a full sentence after it: within an action they are one text
  // in any case; elsewhere only a page between them makes it likely.
  return open.kind === 'action' || acrossPage
}

/** Whether `line`, directly below, belongs to the passage. `wrapWidth` is 0 where lines are not wrapped. */
export const goesOnBelow = (open: Open, tailLength: number, line: Line, wrapWidth: number): boolean => {
  if (open.kind === 'front') return /^\p{Ll}/u.test(line.plain)
  if (!isTerminated(open.tail)) return true
  return wrapWidth > 0 && tailLength >= wrapWidth * 0.6
}

/** Width at which lines are wrapped, or 0 where each line is a paragraph. */
export const findWrapWidth = (lines: Line[], isText: (i: number) => boolean): number => {
  const lengths: number[] = []
  let broken = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.plain === '') continue
    lengths.push(line.plain.length)
    const next = lines[i + 1]
    if (next === undefined || next.plain === '' || !isText(i + 1)) continue
    if (line.plain.length >= 40 && !isTerminated(line.plain) && /^\p{Ll}/u.test(next.plain)) broken++
  }
  lengths.sort((a, b) => a - b)
  const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0
  return broken >= 3 && at(0.98) <= 140 ? at(0.95) : 0
}

export type Leftover = { line: number; text: string; pieces: Piece[] }

/** Runs of source characters that none of `pieces` covers, in order. */
export const findLeftovers = (lines: Line[], pieces: Piece[]): Leftover[] => {
  const byLine = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const list = byLine.get(piece.line)
    if (list === undefined) byLine.set(piece.line, [piece])
    else list.push(piece)
  }
  const leftovers: Leftover[] = []
  for (const line of lines) {
    const taken = (byLine.get(line.number) ?? []).sort((a, b) => a.column - b.column)
    let from = 0
    const look = (to: number) => {
      const raw = line.raw.slice(from, to)
      const text = raw.trim()
      if (text === '') return
      const column = from + raw.indexOf(text[0]!)
      leftovers.push({ line: line.number, text, pieces: [{ line: line.number, column, raw: text }] })
    }
    for (const piece of taken) {
      if (piece.column > from) look(piece.column)
      from = Math.max(from, piece.column + piece.raw.length)
    }
    look(line.raw.length)
  }
  return leftovers
}
