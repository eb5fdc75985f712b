// What the beginning of a line looks like: a heading, a list item, a number, a footnote. Looks only at the form of
// one line; what it means in this document is decided in style.ts and build.ts.
import type { Line } from './lines.ts'
import { actionWords, measureOpening, sectionWords } from './vocabulary.ts'

/** `from` is the offset in `plain` where the text after the mark begins. */
export type ListMark = {
  style: 'bullet' | 'letter' | 'roman' | 'number' | 'decimal'
  marker: string
  value: string
  from: number
}

export type WordHeading = {
  word: string
  /** The word as written, lower case. */
  written: string
  number: string
  numberSign: '' | '#' | '# ' | 'other'
  from: number
  /** Something parts the number from the text: a colon, a dash, a bracket; or the line ends. */
  separated: boolean
  bulleted: boolean
}

export type Mark = {
  /** Level of a Markdown heading, 0 where it is none. */
  level: number
  /** Where the content begins after "#", ">" or a bullet before a heading. */
  start: number
  list: ListMark | undefined
  heading: WordHeading | undefined
}

/** Marks are looked for in the first characters only, so that a huge line costs nothing. */
const headLength = 240

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const wordOf = new Map<string, string>()
for (const { name, forms } of actionWords) for (const form of forms) wordOf.set(form, name)
for (const form of sectionWords) wordOf.set(form, 'section')
const allForms = [...wordOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')

const romanNumber = '(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}(?:IX|IV|V?I{0,3}))'
const wordHeading = new RegExp(
  `^(?:priority |strategic |specific |key )?(${allForms})(?:(\\s*(?:#|№|n\\.?[o°º]\\.?|no\\.|núm\\.|number)\\s*)|\\s+|(?<=行动|承诺|建议)|-(?=\\d))` +
    `(\\d{1,4}(?:[.\\-]\\d{1,3}){0,3}(?:\\s?(?:bis|ter|quater)\\b|[a-z](?![\\p{L}\\p{N}]))?|${romanNumber}|[A-Z](?=\\s*[:.)–—-]|$))(?![\\p{L}\\p{N}])`,
  'iu',
)
const bulletSign =
  /^(?:[-–—*+](?=\s|$)|[-–—](?=\p{Lu})|[•●▪■◦·‣⁃➢➤►✓✔\uf0b7\uf0a7\u25cb\u25ba]+)\s*(?:\[[ xX]\]\s+)?/u

/** The mark a line begins with. */
export const readMark = (line: Line): Mark => {
  const head = line.plain.slice(0, headLength)
  const quote = /^(?:>\s?)+/.exec(head)?.[0].length ?? 0
  const hashes = /^(#{1,6})\s+(?=\S)/.exec(head.slice(quote))
  const start = quote + (hashes?.[0].length ?? 0)
  const rest = head.slice(start)
  const level = hashes?.[1]?.length ?? 0
  const bullet = bulletSign.exec(rest)
  const headingStart = bullet === null ? 0 : bullet[0].length
  const heading = readWordHeading(rest, headingStart, start)
  const list = readList(rest, start)
  return { level, start, list, heading }
}

const readWordHeading = (rest: string, skip: number, start: number): WordHeading | undefined => {
  // "(Action 3)" and "[Action 3]" occur in exports of tables.
  const open = /^[([]/.test(rest.slice(skip)) ? 1 : 0
  const text = rest.slice(skip + open)
  const found = wordHeading.exec(text)
  if (found === null) return undefined
  const written = found[1]!.toLowerCase()
  const after = text.slice(found[0].length)
  const separator = /^\s*(?:[:：.)\]–—|]|-(?=\s))\s*(?:[–—-]\s+)?/.exec(after)
  const ends = after.trim() === ''
  if (!ends && separator === null && !/^\s+["“‘'(«]?\p{Lu}/u.test(after)) return undefined
  // "Action 5, paragraph 2" and "Measures I have" are prose.
  if (/^[A-Za-z]+$/.test(found[3]!) && separator === null && !ends) return undefined
  const sign = found[2]
  return {
    word: wordOf.get(written) ?? 'section',
    written,
    number: found[3]!.replace(/\s+/g, ' '),
    numberSign: sign === undefined ? '' : /^\s*#$/.test(sign) ? '#' : /^\s*#\s+$/.test(sign) ? '# ' : 'other',
    from: start + skip + open + found[0].length + (separator?.[0].length ?? /^\s*/.exec(after)![0].length),
    separated: ends || separator !== null,
    bulleted: skip > 0,
  }
}

const listForms: { style: ListMark['style']; form: RegExp }[] = [
  { style: 'decimal', form: /^\(?(\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)[.):]?(?=\s|$)\s*/ },
  { style: 'number', form: /^(?:\((\d{1,3})\)|(\d{1,3})(?:[.)]|\s*[–—]\s|(?=\t)))(?!\d)\s*/ },
  { style: 'roman', form: /^(?:\(([ivx]{1,6})\)|([ivx]{1,6})[).])(?=\s|$|\p{Lu})\s*/u },
  { style: 'roman', form: new RegExp(`^(?:\\((${romanNumber})\\)|(${romanNumber})\\s?[).:])(?=\\s|$)\\s*`) },
  {
    style: 'letter',
    form: /^(?:\(([A-Za-zА-Яа-яЁёӨөҮү]{1,2})\)|([A-Za-zА-Яа-яЁёӨөҮү])[).])(?=\s|$|\p{Lu})\s*/u,
  },
]

const readList = (rest: string, start: number): ListMark | undefined => {
  const bullet = bulletSign.exec(rest)
  if (bullet !== null) {
    const marker = bullet[0].trim()
    return { style: 'bullet', marker, value: marker, from: start + bullet[0].length }
  }
  // "1 The percentage of …": a number without its full stop, as PDF exports leave it.
  const bare = /^(\d{1,2})\s+/.exec(rest)
  if (bare !== null && measureOpening.test(rest.slice(bare[0].length)))
    return { style: 'number', marker: bare[1]!, value: bare[1]!, from: start + bare[0].length }
  for (const { style, form } of listForms) {
    const found = form.exec(rest)
    if (found === null) continue
    return {
      style,
      marker: found[0].trim(),
      value: found[1] ?? found[2] ?? '',
      from: start + found[0].length,
    }
  }
  return undefined
}

const terminal = /[.!?。…:;]["”’'»)\]]*$/u
const footnoteTail = /(?:\^\{[^}]{0,8}\}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\^[^\]]{1,12}\]|\[\d{1,3}\]|\*{1,3})$/u

/** The text without footnote markers at its end. */
export const withoutTrailingNotes = (text: string): string => {
  let out = text.trimEnd()
  for (let i = 0; i < 4; i++) {
    const tail = footnoteTail.exec(out.slice(-16))
    if (tail === null) break
    out = out.slice(0, out.length - tail[0].length).trimEnd()
  }
  return out
}

/** Whether a text ends a sentence, footnote markers and closing quotation marks aside. */
export const isTerminated = (text: string): boolean => terminal.test(withoutTrailingNotes(text).slice(-12))

/** Whether a text reads as a title: short, begins like one, does not end a sentence. */
export const isTitleLike = (text: string): boolean => {
  if (text.length === 0 || text.length > 130) return false
  const bare = withoutTrailingNotes(text)
  if (/[.;,!]["”’')]*$/.test(bare)) return false
  if (/\p{Ll}[.;] \p{Lu}/u.test(bare)) return false
  if (!/^["“‘'«(]?[\p{Lu}\p{Lo}\p{N}]/u.test(bare)) return false
  return bare.split(' ').length <= 16
}

/** Whether a list that began with `first` goes on with `mark`: "(i)" after "(h)" is a letter, not a numeral. */
export const sameList = (first: ListMark, mark: ListMark): boolean =>
  first.style === mark.style ||
  (first.style === 'letter' && mark.style === 'roman' && mark.value.length === 1)
