// The letters and numerals that lists count by, as numbers of the source: "(a)", "b)", "iv.", "в)".

/** The letters that Cyrillic lists count by. */
const cyrillicOrder = 'абвгдежзиклмнопрстуфх'

/** What a list's mark says beside its signs, as written: "(a)" is a, "в)" is в; undefined where it is a bullet or a number. */
export const letterIn = (marker: string): string | undefined =>
  /^\(?(\p{L}{1,6})\s?[).:]?$/u.exec(marker.trim())?.[1]

/** The same as ids have it, in Latin letters: a Cyrillic one by its place, so that "в)" is c as the third of "a) b) c)" is. */
export const latinLetter = (letter: string): string | undefined => {
  if (/^[A-Za-z]+$/.test(letter)) return letter
  const place = letter.length === 1 ? cyrillicOrder.indexOf(letter.toLowerCase()) : -1
  if (place < 0) return undefined
  const latin = String.fromCharCode(97 + place)
  return letter === letter.toLowerCase() ? latin : latin.toUpperCase()
}

/** Whether a list that is counted by letters begins with it. */
export const isFirstLetter = (letter: string): boolean =>
  ['a', 'i'].includes(latinLetter(letter)?.toLowerCase() ?? '')
