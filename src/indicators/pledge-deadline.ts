// The last day that the words of an indicator name: "by March 2027", "avant le 30 juin 2026", "до конца 2027 года". In the
// languages pledges come in. Data more than logic: add a word here. What was read is quoted, for a person to decide.

/** `by`: YYYY-MM-DD, the last day on which it is kept; `words`: what of the text says so, from `at` on. */
export type Deadline = { by: string; words: string; at: number }

/** A stretch of days, both ends within, YYYY-MM-DD. */
type Span = readonly [first: string, last: string]

const months: readonly string[] = [
  'january|janvier|enero|январ[ьяюе]',
  'february|février|fevrier|febrero|феврал[ьяюе]',
  'march|mars|marzo|март[ауе]?',
  'april|avril|abril|апрел[ьяюе]',
  'may|mai|mayo|ма[йяюе]',
  'june|juin|junio|июн[ьяюе]',
  'july|juillet|julio|июл[ьяюе]',
  'august|août|aout|agosto|август[ауе]?',
  'september|septembre|septiembre|setiembre|сентябр[ьяюе]',
  'october|octobre|octubre|октябр[ьяюе]',
  'november|novembre|noviembre|ноябр[ьяюе]',
  'december|décembre|decembre|diciembre|декабр[ьяюе]',
]
const month = `(?:${months.join('|')})(?!\\p{L})`

const monthNumber = (word: string): number =>
  /^\d+$/.test(word)
    ? Number(word)
    : months.findIndex((words) => new RegExp(`^(?:${words})$`, 'iu').test(word)) + 1

const two = (number: number): string => String(number).padStart(2, '0')

const daysIn = (year: string, monthOfYear: number): number =>
  new Date(Date.UTC(Number(year), monthOfYear, 0)).getUTCDate()

const monthsSpan = (year: string, first: number, last: number): Span => [
  `${year}-${two(first)}-01`,
  `${year}-${two(last)}-${two(daysIn(year, last))}`,
]

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** A day, a month or a year; undefined where there is no such day. */
const spanOf = (year: string, monthWord?: string, day?: string): Span | undefined => {
  if (monthWord === undefined) return monthsSpan(year, 1, 12)
  const number = monthNumber(monthWord)
  if (number < 1 || number > 12) return undefined
  if (day === undefined) return monthsSpan(year, number, number)
  if (Number(day) < 1 || Number(day) > daysIn(year, number)) return undefined
  const exact = `${year}-${two(number)}-${two(Number(day))}`
  return [exact, exact]
}

const ordinal = '(?:st|nd|rd|th|er|-?го|º)?'
/** Forms of a date, the most exact first. Groups are named by form, since a name stands once in a pattern. */
const date = [
  `(?<d1>\\d{1,2})${ordinal}\\s+(?:of\\s+|de\\s+)?(?<m1>${month})(?:,?\\s+)(?:de\\s+|del\\s+)?(?<y1>20\\d\\d)`,
  `(?<m2>${month})\\s+(?<d2>\\d{1,2})${ordinal},?\\s+(?<y2>20\\d\\d)`,
  '(?<y3>20\\d\\d)-(?<m3>\\d\\d)-(?<d3>\\d\\d)',
  '(?<d4>\\d{1,2})[./](?<m4>\\d{1,2})[./](?<y4>20\\d\\d)',
  `(?<m5>${month}),?\\s+(?:de\\s+|del\\s+)?(?<y5>20\\d\\d)`,
  "(?:year\\s+|l[’']année\\s+|año\\s+)?(?<y6>20\\d\\d)(?![\\d-])",
].join('|')

/** "The end of", "mi-", "начала": which end of the stretch is meant. */
const ends = [
  '(?<end>(?:the\\s+)?(?:very\\s+)?end\\s+of|la\\s+fin\\s+d[eu]|fin|(?:el\\s+)?fin(?:al(?:es)?|es)?\\s+del?|конц[ау])',
  '(?<start>(?:the\\s+)?(?:start|beginning)\\s+of|(?:le\\s+)?début(?:\\s+d[eu])?|(?:el\\s+)?(?:principios?|comienzos?|inicios?)\\s+del?|начал[ау])',
  '(?<middle>(?:the\\s+)?middle\\s+of|mid[- ]|(?:la\\s+)?mi-|mediados\\s+del?|середин[ыеу])',
].join('|')

const firsts = 'first|1st|premi(?:er|ère)|primer[ao]?|перв\\p{L}+|I'
const seconds = 'second|2nd|deuxième|segund[ao]|втор\\p{L}+|II'
const thirds = 'third|3rd|troisième|tercer[ao]?|треть\\p{L}+|III'
const fourths = 'fourth|last|4th|quatrième|dernier|cuart[ao]|четв[её]рт\\p{L}+|IV'
/** "The first half of 2026", "du deuxième trimestre 2027". */
const parts = [
  `(?:(?<q>Q)(?<qn>[1-4])\\s+(?:of\\s+)?)`,
  `(?:(?<h1>${firsts})|(?<h2>${seconds}))\\s+(?:half|semest(?:er|re)|полугоди\\p{L}+|половин\\p{L}+)(?:\\s+(?:of|de(?:l(?:\\s+año)?)?))?`,
  `(?:(?<t1>${firsts})|(?<t2>${seconds})|(?<t3>${thirds})|(?<t4>${fourths}))\\s+(?:quarter|trimestre|квартал\\p{L}*)(?:\\s+(?:of|de(?:l(?:\\s+año)?)?))?`,
].join('|')

const article =
  "(?:(?:the\\s+)?month\\s+of\\s+|(?:le\\s+)?mois\\s+d[e’]\\s*|(?:el\\s+)?mes\\s+de\\s+|the\\s+|le\\s+|la\\s+|el\\s+|au\\s+|du\\s+|l[’'])?"
/** Words by which the stretch itself is still in time. */
const within =
  "(?:by|until|till|(?:no|not)\\s+later\\s+than|at\\s+the\\s+latest\\s+(?:by|in|on)|on\\s+or\\s+before|d[’']ici(?:\\s+à)?|jusqu[’']?(?:à|au|en)|au\\s+plus\\s+tard(?:\\s+(?:en|à))?|para|hasta|a\\s+más\\s+tardar(?:\\s+(?:en|a))?|no\\s+más\\s+tarde\\s+(?:de|del)|до|к|не\\s+позднее|не\\s+позже)"
/** Words by which the day before it is the last. */
const before = '(?:before|prior\\s+to|avant|antes\\s+del?)'
/** "In the first half of": a part of a year is a term; a mere "in 2027" says when, and is left to a person. */
const during = '(?:in|during|within|dans|durant|pendant|au\\s+cours\\s+de|en|durante|в(?:\\s+течение)?)'

const forms: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d])(?:(?<before>${before})|${within}|(?:${during}(?=\\s+${article}(?:${parts.replaceAll(/\?<\w+>/g, '?:')}))))\\s+${article}(?:(?:${ends})\\s*)?${article}(?:(?:${parts})\\s*)?(?:${date})`,
    'iu',
  ),
  // À la fin de 2027, at the end of 2027.
  new RegExp(`(?<![\\p{L}\\d])(?:à|at|a)\\s+${article}(?:${ends})\\s*${article}(?:${date})`, 'iu'),
  // The year first, and the term behind: "2027 оны 3 дугаар сарын 31-ний дотор", "2026 оны эхний хагаст".
  /(?<y1>20\d\d)\s+он(?:ы|оос|)\s*(?:(?<m1>\d{1,2})\s*(?:-?р|д[уү]г[аэ]+р)?\s+сар(?:ын|аас|)\s*(?:(?<d1>\d{1,2})(?:-?н[ыи]й?)?\s*(?:өдр\p{L}*)?)?|(?<half>эхний|сүүлийн|нэгдүгээр|хоёрдугаар)\s+хагас\p{L}*|(?<quarter>эхний|нэгдүгээр|хоёрдугаар|гуравдугаар|дөрөвдүгээр|I{1,3}|IV)\s+улирал\p{L}*|(?<end>эцэс|сүүл|төгсгөл)\p{L}*)?\s*(?:(?<before>өмнө)|(?<after>гэхэд|дотор|хүртэл|багта\p{L}+))?/iu,
]

const quarters: Readonly<Record<string, number>> = {
  ...{ эхний: 1, нэгдүгээр: 1, хоёрдугаар: 2, гуравдугаар: 3, дөрөвдүгээр: 4, i: 1, ii: 2, iii: 3, iv: 4 },
}

type Groups = Partial<Record<string, string>>

/** The quarters of a year that the words name, as months; the stretch itself where they name none. */
const narrowed = (span: Span, of: Groups): Span => {
  const year = span[0].slice(0, 4)
  const half = of.h1 ? 1 : of.h2 ? 2 : of.half ? (/сүүл|хоёр/iu.test(of.half) ? 2 : 1) : undefined
  if (half !== undefined) return monthsSpan(year, half * 6 - 5, half * 6)
  const quarter = of.qn
    ? Number(of.qn)
    : of.quarter
      ? quarters[of.quarter.toLowerCase()]
      : [of.t1, of.t2, of.t3, of.t4].findIndex(Boolean) + 1 || undefined
  return quarter === undefined ? span : monthsSpan(year, quarter * 3 - 2, quarter * 3)
}

const dated = (of: Groups): Span | undefined => {
  const form = ['1', '2', '3', '4', '5', '6'].find((one) => of[`y${one}`] !== undefined)
  return form === undefined ? undefined : spanOf(of[`y${form}`]!, of[`m${form}`], of[`d${form}`])
}

const middleOf = ([first, last]: Span): string =>
  first.slice(0, 7) === last.slice(0, 7) ? `${first.slice(0, 8)}15` : `${first.slice(0, 4)}-06-30`

/** In Mongolian a year alone is a term only where a word behind it says so; one in the middle of a sentence says when. */
const isTerm = (of: Groups, isYearFirst: boolean): boolean =>
  !isYearFirst || [of.before, of.after, of.half, of.quarter, of.end].some((one) => one !== undefined)

/**
 * The last day for what is to be there, with the words that name it; undefined where no words do, or they name no day that there
 * is. "By" and its like take in the whole day, month or year; "before" ends the day before it.
 */
export const deadlineIn = (text: string): Deadline | undefined => {
  for (const [at, form] of forms.entries()) {
    const match = form.exec(text)
    const of: Groups = match?.groups ?? {}
    const said = dated(of)
    if (match === null || said === undefined || !isTerm(of, at === forms.length - 1)) continue
    const span = narrowed(said, of)
    const by =
      of.end !== undefined
        ? span[1]
        : of.middle !== undefined
          ? middleOf(span)
          : of.start !== undefined
            ? span[0]
            : of.before !== undefined
              ? dayBefore(span[0])
              : span[1]
    return { by, words: match[0].trim(), at: match.index }
  }
  return undefined
}
