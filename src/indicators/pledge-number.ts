// How many the words of an indicator ask for, in the languages pledges come in. Only a number of meetings, events or
// times is one: a share, a term, a number of persons or a limit above is none. Data more than logic: add a word here.

/** Number words with the endings they are declined by. */
const numberWords: readonly (readonly [number: number, words: RegExp])[] = [
  [1, /^(?:one|une|una|uno|один|одна|одно|одного|одной|нэг|нэгээс)$/u],
  [2, /^(?:two|deux|dos|два|две|двух|хоёр|хоёроос)$/u],
  [3, /^(?:three|trois|tres|три|тр[её]х|гурав|гурван|гурваас)$/u],
  [4, /^(?:four|quatre|cuatro|четыре|четыр[её]х|дөрөв|дөрвөн|дөрвөөс)$/u],
  [5, /^(?:five|cinq|cinco|пять|пяти|тав|таван|таваас)$/u],
  [6, /^(?:six|seis|шесть|шести|зургаа|зургаан|зургаагаас)$/u],
  [7, /^(?:seven|sept|siete|семь|семи|долоо|долоон|долоогоос)$/u],
  [8, /^(?:eight|huit|ocho|восемь|восьми|найм|найман|наймаас)$/u],
  [9, /^(?:nine|neuf|nueve|девять|девяти|ес|есөн|есөөс)$/u],
  [10, /^(?:ten|dix|diez|десять|десяти|арав|арван|арваас)$/u],
  [12, /^(?:twelve|douze|doce|двенадцать|двенадцати)$/u],
  [15, /^(?:fifteen|quinze|quince|пятнадцать|пятнадцати)$/u],
  [20, /^(?:twenty|vingt|veinte|двадцать|двадцати|хорь|хорин|хориос)$/u],
  [30, /^(?:thirty|trente|treinta|тридцать|тридцати|гуч|гучин|гучаас)$/u],
]

const anyNumber = `(?:${numberWords.map(([, words]) => words.source.slice(1, -1)).join('|')}|\\d{1,3})`

/** "One to two", "entre dos y cuatro", "3-5": the lower is what is surely asked for. */
const range = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:(?:from|de|d[’']|от)\\s*)?(?<low>${anyNumber})\\s*(?:to|or|à|a|ou|o|до|или|[-–—])\\s*${anyNumber}(?![\\p{L}\\d.-])|(?<![\\p{L}\\d])(?:between|entre|между)\\s+(?<least>${anyNumber})\\s+(?:and|et|y|и)\\s+${anyNumber}(?![\\p{L}\\d.-])`,
  'iu',
)

/** Words that are themselves so many times. */
const timesWords: readonly (readonly [number: number, words: RegExp])[] = [
  [
    1,
    /\bonce (?:a|per|every|each|in)\b|\ban? (?:annual|yearly)\b|(?<!\p{L})(?:один )?раз в (?:год|месяц|квартал)/iu,
  ],
  [2, /\btwice\b|дважды/iu],
  [3, /\bthrice\b|трижды/iu],
]

/** A limit above: what may be left out is no aim. "No fewer than" is an aim. */
const atMost =
  /\b(?:no|not) more than|\bat most\b|\bup to\b(?! date)|\bmaximum\b|(?<!(?:no|not) )\b(?:fewer|less) than|\bau plus\b(?! tard)|pas plus d|(?<!pas )\bmoins de \d|como máximo|a lo sumo|no más de|(?<!no )menos de|не более|не больше|максимум|(?<!не )менее|ихгүй|илүүгүй|дээшгүй|хэтрэхгүй/iu

const share = /%|per ?cent|pour cent|por ciento|процент|хувь/iu

/** What is counted, or how often. */
const things =
  /^(?:times|fois|veces|vez|раза?|удаа|meeting|session|event|workshop|training|seminar|course|lecture|campaign|gathering|réunion|rencontre|événement|manifestation|atelier|formation|séminaire|campagne|séance|cours$|reuni|encuentro|sesi[oó]n|evento|taller|capacitaci|curso|campaña|seminari|заседани|совещани|встреч|мероприяти|семинар|тренинг|обучени|курс|лекци|хурал|хурл|уулзалт|арга$|сургалт|лекц|аян)/iu

/** What a number is of instead. */
const others =
  /^(?:months?|weeks?|days?|years?|hours?|minutes?|mois|semaines?|jours?|ans|années?|heures?|meses|mes$|semanas?|días?|años?|horas?|месяц|недел|дней|день|дня|лет$|год|час|сар|хоног|өдөр|жил|цаг|participa|attend|persons?|people|women|men|personnes|personas|участник|человек|оролцогч|хүн|part(?:y|ies)|partes|сторон|тал$|талууд)/iu

/** "Two groups of audience" are no events; "two working group meetings" are. */
const groups = /^(?:groups?|groupes?|grupos?|групп\p{L}*|бүлэг)$/iu

/** After these a word is no longer what the number is of. */
const ends = /^(?:at|per|in|for|each|every|of|with|to|par|en|à|dans|pour|avec|por|para|con|на|в|для|с)$/iu

/** "a year" directly after a number: "réunions : 4 par an". */
const often =
  /^(?:annually|yearly|ежегодно|(?:a|per|each|every|par|chaque|al|por|cada|в) (?:year|month|quarter|an|année|mois|año|mes|год|месяц|квартал))/iu

/** A number, what it is of, and where it stands. */
type Said = { number: number; of: string; from: number; to: number }

const numberOf = (word: string): number | undefined =>
  /^\d{1,3}$/.test(word) ? Number(word) : numberWords.find(([, words]) => words.test(word))?.[0]

/** Each number with the word that says what it is a number of, where that is counted. */
const numbersIn = (text: string): Said[] => {
  const found: Said[] = []
  const token = /(?<![\d.,#\p{L}-])(?:\d{1,3}(?![\d.,]*\d)|\p{L}+(?![\p{L}-]))/gu
  for (const match of text.toLowerCase().matchAll(token)) {
    const number = numberOf(match[0])
    if (number === undefined) continue
    const place = { from: match.index, to: match.index + match[0].length }
    // Endings written with a hyphen, as in "3-аас доошгүй", and what stands in brackets.
    const after = text
      .slice(place.to)
      .replace(/^-\p{L}+/u, '')
      .replace(/^[\s)]+/u, '')
    if (often.test(after)) {
      found.push({ number, of: 'year', ...place })
      continue
    }
    const words = (after.match(/^[\p{L}’' -]+/u)?.[0] ?? '').split(/[\s’'-]+/u).slice(0, 4)
    if (groups.test(words[0] ?? '')) continue
    for (const word of words) {
      if (things.test(word)) found.push({ number, of: word.slice(0, 5).toLowerCase(), ...place })
      if (things.test(word) || others.test(word) || ends.test(word)) break
    }
  }
  return found
}

/** `number`: undefined where none is aimed at; `range`: the words of a range, of which it is the lower; `read`: from where to where. */
export type Aim = {
  number: number | undefined
  range: string | undefined
  read: [from: number, to: number][]
}

const none: Aim = { number: undefined, range: undefined, read: [] }

/** A range as its lower number alone, all else of it blank, so that every place stays where it is. */
const withoutRange = (text: string): { text: string; range: string | undefined; at: number } => {
  const match = range.exec(text)
  if (match === null) return { text, range: undefined, at: 0 }
  const low = match.groups?.low ?? match.groups?.least ?? ''
  return {
    text:
      text.slice(0, match.index) + low.padEnd(match[0].length) + text.slice(match.index + match[0].length),
    range: match[0],
    at: match.index,
  }
}

/**
 * The number the words aim at; none where they name none, where it is a limit above or a share, and where they name several
 * of the same.
 */
export const aimIn = (said: string): Aim => {
  if (atMost.test(said) || share.test(said)) return none
  const { text, range: between, at } = withoutRange(said)
  const found = numbersIn(text)
  const [first] = found
  if (first === undefined) {
    const times = timesWords.find(([, words]) => words.test(text))
    const match = times?.[1].exec(text)
    return times === undefined || match === null || match === undefined
      ? none
      : { number: times[0], range: undefined, read: [[match.index, match.index + match[0].length]] }
  }
  if (found.some(({ of, number }) => of === first.of && number !== first.number)) return none
  const isOfRange = between !== undefined && first.from >= at && first.from < at + between.length
  return {
    number: first.number,
    range: isOfRange ? between : undefined,
    read: [
      ...found
        .filter(({ number }) => number === first.number)
        .map(({ from, to }): [number, number] => [from, to]),
      ...(isOfRange ? [[at, at + between.length] as [number, number]] : []),
    ],
  }
}

const bearing = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d+(?:[.,]\\d+)*|${numberWords
    .filter(([number]) => number > 1)
    .map(([, words]) => words.source.slice(1, -1))
    .join('|')})(?![\\p{L}\\d])`,
  'giu',
)

/**
 * What of the words has a number in it that nothing was read from, as a short quotation each: nobody is to find later that a target
 * is looser than its text. `read`: from where to where was read.
 */
export const unreadIn = (text: string, read: readonly (readonly [from: number, to: number])[]): string[] => {
  const left = [...text.matchAll(bearing)].filter(
    ({ index }) => !read.some(([from, to]) => index >= from && index < to),
  )
  const quoted = [...new Set(left.map(({ index }) => around(text, index)))]
  return quoted.filter((one) => !quoted.some((other) => other !== one && other.includes(one)))
}

/** A few words before and behind, within the same part of the sentence. */
const around = (text: string, at: number): string => {
  const head =
    text
      .slice(0, at)
      .split(/[;:()]|[.,](?!\d)/u)
      .at(-1) ?? ''
  const tail = /^(?:[^;:().,]|[.,](?=\d))*/u.exec(text.slice(at))?.[0] ?? ''
  const some = tail.split(/\s+/u).slice(0, 7).join(' ')
  return `${head.split(/\s+/u).slice(-5).join(' ')}${some}`.trim()
}
