// Mongolian words whatever their ending, and however their letters are written in Latin ones. A stem is no word of the
// language: it is what forms of one word share, and a wrong one costs precision, never a result.

const isCyrillic = /^[\u0400-\u04ff]+$/
const isLatin = /^[a-z]+$/

/**
 * Endings of nouns, folded (ө is о, ү is у, й is и): plural, case, and after a case the reflexive. At least three letters of
 * the word stay.
 */
const link = '(?:(?<=[аэоуи])[нг])?'
const cases = `н?(?:ы|иин|ын)|нии|ииг|ыг|[аэо]д|${link}(?:[аэо]{2}[ср])|т[аэо]и|руу|луу`
const ending = new RegExp(`^(.{3,}?)(?:н?ууд|чууд)?(?:${cases})?(?:аа|ээ|оо)?$`)
/** One of them has to be there: "гэрээ" has no reflexive, it ends so. */
const ended = new RegExp(`(?:ууд|чууд|${cases})(?:аа|ээ|оо)?$`)

/** The vowel before a last consonant goes with many endings: үүрэг, үүргийн. */
const withoutLastVowel = (stem: string): string =>
  stem.length > 4 ? stem.replace(/[аэоуи](?=[бвгдлмнрсх]$)/, '') : stem

/** What a folded Cyrillic word shares with its other forms; undefined for any other word, and for short ones. */
export const stemOf = (folded: string): string | undefined => {
  if (!isCyrillic.test(folded) || folded.length < 3) return undefined
  return withoutLastVowel(ended.test(folded) ? (ending.exec(folded)?.[1] ?? folded) : folded)
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
