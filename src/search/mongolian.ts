// Mongolian words whatever their ending, and however their letters are written in Latin ones. A stem is no word of the
// language: it is what forms of one word share, and a wrong one costs precision, never a result.

const isCyrillic = /^[\u0400-\u04ff]+$/
const isLatin = /^[a-z]+$/

// Folded letters: ө is о, ү is у, й is и. A stem keeps at least three of them.
const least = 3
const consonant = '[бвгджзклмнпрстфхцчшщ]'
const long = '[аэоуияею][аэоуи]'
/** "гэрээг", "тайланг": г joins an ending to a long vowel or to н; after a short vowel it is of the word: "байгууллагаас". */
const joined = `(?:(?<=${long}|н)г)?`

/** The reflexive, which follows a case: "улсаараа", "гэрээндээ", "гэрээнийхээ", "улстайгаа". "Гэрээ" has none, it ends so. */
const reflexives = [
  /(?<=[аэо]{2}[рс]|ууд)([аэо])\1$/,
  new RegExp(`(?<=(?:${consonant}|ь|${long})[дт])([аэо])\\1$`),
  /(?<=ы|ын|ии|иин)х([аэо])\1$/,
  new RegExp(`(?<=${long})г([аэо])\\1$`),
]

/** Plural and case. What is taken away may itself be a form, as of "гишүүдийн": they are tried until none is left. */
const endings = [
  // Plural: улсууд, гэрээнүүд, тайлангууд, хуулиуд, залуучууд; төлөөлөгчид, and төлөөлөгчд(ийн) as a dative below.
  /иуд$/,
  new RegExp(`(?:н|(?<!г)ч|${joined})ууд$`),
  /ууд$/,
  /(?<=[чшж])ид$/,
  // Genitive: гэрээний, яамны, хүний, улсын, сангийн.
  new RegExp(`(?<=${consonant})н(?:ии|ы)$`),
  /(?<=н)(?:ии|ы)$/,
  new RegExp(`${joined}(?:иин|ын)$`),
  /(?:иин|ын)$/,
  // Accusative: эрхийг, улсыг, гэрээг, тайланг.
  new RegExp(`${joined}(?:ииг|ыг)$`),
  new RegExp(`(?<=${long}|н)г$`),
  // Dative: улсад, хуралд, хуульд, гэрээнд; газарт, зэвсэгт.
  new RegExp(`(?<=${consonant})[аэо]д$`),
  new RegExp(`(?<=${consonant}|ь|${long})д$`),
  /(?<=...[вгрс])т$/,
  // Ablative and instrumental: улсаас, гэрээнээс, тайлангаас, хуулиар.
  new RegExp(`${joined}([аэо])\\1[рс]$`),
  new RegExp(`(?<=${consonant})и[аэо][рс]$`),
  // Comitative and directive: улстай, улсруу.
  /т[аэо]и$/,
  /[рл]уу$/,
]

/** `word` without what the first that fits takes away; itself where none fits or too little would be left. */
const without = (word: string, patterns: readonly RegExp[]): string =>
  patterns.map((one) => word.replace(one, '')).find((rest) => rest !== word && rest.length >= least) ?? word

/**
 * What of a word changes with its endings, one after the other: ь, a short last vowel ("мина", "минууд"), the last
 * н with the vowel before it ("яам", "яаманд"; "гишүүн", "гишүүд"), the vowel before a last consonant ("хурал", "хурлын").
 */
const changing = [
  [/[ьъ]$/],
  [/ии$/, new RegExp(`(?<=${consonant})[аэои]$`)],
  [
    /уун$/,
    new RegExp(`(?<=${long})н$`),
    new RegExp(`(?<=${consonant})[аэои]н$`),
    new RegExp(`(?<=${consonant})н$`),
  ],
  [new RegExp(`(?<=${consonant})[аэои](?=${consonant}$)`)],
] as const

/** The plural of "хүн" is a word of its own. */
const people = 'хумуус'

/** What a folded Cyrillic word shares with its other forms; undefined for any other word, and for short ones. */
export const stemOf = (folded: string): string | undefined => {
  if (!isCyrillic.test(folded) || folded.length < least) return undefined
  let stem = without(folded, reflexives)
  for (let shorter = without(stem, endings); shorter !== stem; shorter = without(stem, endings))
    stem = shorter
  return changing.reduce((word, patterns) => without(word, patterns), stem === people ? 'хун' : stem)
}

/** Endings of the same in Latin letters, after `loosely`. */
const latinEnded = /^(.{3,}?)(?:od|cod)?(?:n?in|ni|ig|[aeo]d|[ng]?[aeo]s|[ng]?[aeo]r|t[aeo]i|ro|lo)$/

/**
 * Latin letters as people write Mongolian with them, made one: kh and h, zh and j, ts and c, y and i, u and o (for у, ө and
 * ү alike), long vowels short, no i before a vowel.
 */
const loosely = (latin: string): string =>
  latin
    .replaceAll('kh', 'h')
    .replaceAll('zh', 'j')
    .replaceAll('dj', 'j')
    .replaceAll('ts', 'c')
    .replaceAll('x', 'h')
    .replaceAll('w', 'v')
    .replaceAll('y', 'i')
    .replaceAll('u', 'o')
    .replace(/([aeio])\1+/g, '$1')
    .replace(/i(?=[aeo])/g, '')

/** A Latin word read as Mongolian: itself and without its ending, made loose; nothing for what is no Latin word. */
export const looseOf = (latin: string): string[] => {
  if (!isLatin.test(latin) || latin.length < 3) return []
  const whole = loosely(latin)
  const stem = latinEnded.exec(whole)?.[1]
  return stem === undefined ? [whole] : [whole, stem]
}

/** Terms of words of other sorts than those that are written: they stand apart from them in the index. */
export const asStem = (stem: string): string => `=${stem}`
export const asLoose = (loose: string): string => `~${loose}`
export const isApart = (term: string): boolean => term.startsWith('=') || term.startsWith('~')
