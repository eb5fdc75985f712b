// Whether two texts say the same, and whether one has lost words of the other.

/** The words as typed on any keyboard: apostrophes, quotation marks, dashes and spaces have one form each. */
const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[‘’ʼ‛`´]/gu, "'")
    // French sets a space inside its quotation marks.
    .replace(/«\s?|\s?»|[“”„‟]/gu, '"')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/\s+/gu, ' ')
    .trim()

/** Texts that differ by their typography alone are the same: a table loses what a document had set. */
export const isSameWords = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && plainWords(a) === plainWords(b))

/** Whether `next` is what is left of `held`: its beginning, or less than four fifths of its length. */
export const isShortened = (held: string, next: string): boolean => {
  const [before, after] = [plainWords(held), plainWords(next)]
  return after.length < before.length && (before.startsWith(after) || after.length * 5 < before.length * 4)
}
