// Prose that may hold no figure of its own: a figure is put in by naming the fact that holds it, `{fact-id}`, so that its day
// and its source stand beside it wherever it is read.

/** A stretch of words, or the place of a fact by its id. */
export type Piece = { text: string } | { fact: string }

const reference = /\{([^{}\n]+)\}/g

/** A paragraph taken apart into words and the facts it names. */
export const piecesOf = (paragraph: string): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const match of paragraph.matchAll(reference)) {
    if (match.index > at) pieces.push({ text: paragraph.slice(at, match.index) })
    pieces.push({ fact: match[1]!.trim() })
    at = match.index + match[0].length
  }
  if (at < paragraph.length) pieces.push({ text: paragraph.slice(at) })
  return pieces
}

/** The paragraphs of a text: an empty line stands between two. A paragraph that is "-" alone is left empty on purpose. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => (paragraph === '-' ? '' : paragraph))

/** The ids of all facts a text names, each once. */
export const factsNamed = (text: string): string[] => [
  ...new Set(piecesOf(text).flatMap((piece) => ('fact' in piece ? [piece.fact] : []))),
]

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const isYear = (digits: string): boolean => /^(1[89]|20|21)\d\d$/.test(digits)

/** 2016, 2016-2018, 1980s, 1990-ээд, 2013-д: years alone, whatever ending they have. */
const isYears = (token: string): boolean => {
  const match = /^(\d{4})(?:[-–/](\d{2,4}))?(?:['’]?s|-\p{Script=Cyrillic}+)?$/u.exec(token)
  return match !== null && isYear(match[1]!) && (match[2] === undefined || match[2].length !== 3)
}

/** Words after which a number is a year, and words that may follow one: any other word after a bare number is what is counted. */
const beforeYear =
  /(?:^|[^\p{L}])(?:in|since|by|from|until|till|to|of|the|its|their|our|a|this|during|between|and|before|after|year|early|mid|late|through|for)\s+$/iu
const afterYear =
  /^\s+(?:and|or|to|until|till|the|a|an|it|its|in|at|on|of|by|as|for|from|with|when|which|where|that|was|were|is|are|has|have|had|until|through|он\p{L}*)(?!\p{L})/u

/** "2000 peacekeepers", "2000 хүн": a number that could be a year, before what it counts. */
const isCount = (token: string, before: string, after: string): boolean =>
  /^\d{4}$/.test(token) && /^\s+\p{Ll}/u.test(after) && !afterYear.test(after) && !beforeYear.test(before)

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** US$500, €20, USD500: letters before that say which money it is. */
const isMoney = (token: string): boolean =>
  /^\p{L}{0,3}\p{Sc}/u.test(token) || (/^[A-Z]{3}\p{Nd}/u.test(token) && currencies.has(token.slice(0, 3)))

/** 75th, 10-р; "10 дугаар", "2 дахь" by what follows. */
const isOrdinal = (token: string, after: string): boolean =>
  /^\d+(?:st|nd|rd|th|-р|-дугаар|-дүгээр|-дахь|-дэх)$/i.test(token) ||
  (/^\d+$/.test(token) && /^\s+(?:ба\s+\d+\s+)?(?:дугаар|дүгээр|дахь|дэх)(?!\p{L})/u.test(after))

/** The day of a date: "27 October", "27-28 May 2019", "October 27", "сарын 27", and a month written as a number before "сар". */
const isDayOfDate = (token: string, before: string, after: string): boolean =>
  /^\d{1,2}(?:[-–]\d{1,2})?(?:-\p{Script=Cyrillic}+)?$/u.test(token) &&
  (new RegExp(`^\\s+(?:of\\s+)?(?:${months})(?!\\p{L})`, 'u').test(after) ||
    new RegExp(`(?:^|[^\\p{L}])(?:${months})\\s+$`, 'u').test(before) ||
    /сарын\s+$/u.test(before) ||
    /^\s+сар(?!\p{L})|^\s+сарын(?!\p{L})/u.test(after))

/** A day as data have it: 2025-12-01, 2025.12.01. */
const isPlainDay = (token: string): boolean => /^\d{4}([-.])\d{2}\1\d{2}$/.test(token)

/** "Article 7", "Goal 16": the number is a name's part. */
const isNumberOfPart = (token: string, before: string): boolean =>
  /^\d{1,3}(?:\.\d+)*$/.test(token) &&
  /(?:Articles?|Actions?|Section|Chapter|Annex|Goals?|Protocol|Rule|No\.)\s+$/.test(before)

/**
 * The figures that were typed by hand in a text, in its order. No figures are years, days of dates, ordinal numbers, numbers
 * of articles, and numbers that a symbol or name begins with a letter before (A/RES/64/214, COVID-19). What is written in
 * letters ("eleven") is not found; a number from 1800 to 2199 is a year unless what it counts follows.
 */
export const typedFigures = (text: string): string[] => {
  // What stands for a fact holds no figure, and neither does it join the words around it.
  const words = text.replaceAll(reference, (match) => ' '.repeat(match.length))
  const figures: string[] = []
  for (const match of words.matchAll(/[^\s;:()[\]“”"«»‘]*\p{Nd}[^\s;:()[\]“”"«»]*/gu)) {
    const token = match[0].replace(/[.,!?’'…]+$/u, '').replace(/^[’'–-]+/u, '')
    const at = match.index + match[0].indexOf(token)
    const [before, after] = [words.slice(Math.max(0, at - 20), at), words.slice(at + token.length)]
    if (/^\p{L}/u.test(token) && !isMoney(token)) continue
    if (isYears(token) && !isCount(token, before, after)) continue
    if (isPlainDay(token) || isOrdinal(token, after)) continue
    if (isDayOfDate(token, before, after) || isNumberOfPart(token, before)) continue
    figures.push(token)
  }
  return figures
}
