// The place in a text where what was asked stands, with the matched words as ranges. The text itself is never changed:
// pages mark it, and escape it.
import type { Document, Part } from './document.ts'
import { fold } from './letters.ts'
import { keyOf, type Reader } from './words.ts'

/** Half-open, in UTF-16 units of the text it belongs to; in order, not overlapping. */
export type Range = [start: number, end: number]

export type Marked = { text: string; marks: Range[] }

export type Excerpt = Marked & {
  language: string | null
  verbatim: boolean
  /** Whether the text goes on before and after. */
  cutBefore: boolean
  cutAfter: boolean
}

const longest = 240

/** The words of `text` that have one of the terms. */
export const markWords = (text: string, terms: ReadonlySet<string>, read: Reader): Marked => {
  const marks: Range[] = []
  for (const { start, end, terms: own } of read(text)) {
    if (!own.some((term) => terms.has(term))) continue
    const last = marks.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(end, last[1])
    else marks.push([start, end])
  }
  return { text, marks }
}

/** The first of `longest` units that holds most marks, from the beginning of a word to the end of one. */
const cut = ({ text, marks }: Marked): Omit<Excerpt, 'language' | 'verbatim'> => {
  if (text.length <= longest) return { text, marks, cutBefore: false, cutAfter: false }
  const reach = longest - 60
  let first = 0
  let most = 0
  for (const [i, [start]] of marks.entries()) {
    const within = marks.slice(i).filter(([, end]) => end <= start + reach).length
    if (within > most) [first, most] = [i, within]
  }
  // Some words before the first mark, so that it is read in its sentence.
  const wanted = Math.max(0, (marks[first]?.[0] ?? 0) - 50)
  let from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  if (from <= 0 || from > (marks[first]?.[0] ?? 0)) from = wanted
  let until = Math.min(text.length, from + longest)
  if (until < text.length) {
    const space = text.lastIndexOf(' ', until)
    if (space > from + reach) until = space
  }
  // Never between the halves of a sign.
  if (/[\uDC00-\uDFFF]/.test(text.charAt(from))) from -= 1
  if (/[\uDC00-\uDFFF]/.test(text.charAt(until))) until -= 1
  return {
    text: text.slice(from, until),
    marks: marks
      .filter(([start, end]) => start >= from && end <= until)
      .map(([start, end]): Range => [start - from, end - from]),
    cutBefore: from > 0,
    cutAfter: until < text.length,
  }
}

/** How many different words a text has of those asked for; forms of one word do not count twice. */
const telling = (marked: Marked, words: number): number =>
  Math.min(words, new Set(marked.marks.map(([start, end]) => fold(marked.text.slice(start, end)))).size)

/** Words of ours, in a language where one is given. */
const isOurs = ({ verbatim, isName, language }: Part, of: string | undefined): boolean =>
  !verbatim && isName !== true && (of === undefined || language === of)

/**
 * The first part that says most of what was asked, cut to a few lines; without a match, how the text begins. A further name
 * is shown where it is what was typed (`key`), or where nothing else of the thing was. What we say in the reader's `language` comes
 * before what says as much in another.
 */
export const excerptOf = (
  { title, parts }: Document,
  matched: { terms: ReadonlySet<string>; key: string; words: number; language?: string | undefined },
  read: Reader,
): Excerpt | null => {
  const isTitled = markWords(title, matched.terms, read).marks.length > 0
  let best: { part: Part; marked: Marked; tells: number } | undefined
  for (const part of parts) {
    const isExact = part.isName === true && keyOf(title) !== matched.key && keyOf(part.text) === matched.key
    const marked = markWords(part.text, matched.terms, read)
    const tells = isExact ? Number.POSITIVE_INFINITY : telling(marked, matched.words)
    if (part.isName === true && !isExact && (isTitled || tells === 0)) continue
    const isReaders =
      matched.language !== undefined &&
      best !== undefined &&
      isOurs(best.part, undefined) &&
      isOurs(part, matched.language)
    if (best === undefined || tells > best.tells || (tells === best.tells && isReaders))
      best = { part, marked, tells }
  }
  if (best === undefined) return null
  return { ...cut(best.marked), language: best.part.language, verbatim: best.part.verbatim }
}
