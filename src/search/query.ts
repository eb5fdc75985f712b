// What was typed, as a query: words with their other spellings, all of which have to be there; misspelled ones are
// looked for in their neighbourhood.
import type { Query } from 'minisearch'
import type { Index } from './index.ts'
import { asLoose, asStem, isApart, looseOf, stemOf } from './mongolian.ts'
import { piecesOf, spellings } from './words.ts'

export const longestQuery = 200
const mostWords = 12

/** Words that say nothing alone, and those with which one asks; left out beside others. */
const small = new Set(
  [
    'a an and at by for from in of on or the to with de des du et la le les en el los las y del и в на о об по с',
    'what when where which who whose why how did do does is are was were has have its it',
    'ямар хэзээ хаана хэн хэд хэдэн яаж болон ба',
  ].flatMap((words) => words.split(' ')),
)

/** A word as typed: alternatives, of each of which all terms have to be there. */
export type Asked = {
  typed: string
  alternatives: string[][]
  isSpaced: boolean
  /** A Latin word as Mongolian in Latin letters: looked for where it is held in no spelling of its own. */
  loose: string[]
}

const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const control = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}]/gu

const isTelling = ({ alternatives, isSpaced }: Asked): boolean => {
  const whole = alternatives[0]![0]!
  return !isSpaced || (!small.has(whole) && (whole.length > 1 || /\p{N}/u.test(whole)))
}

/** The letter after a number: "53/77 D" is another resolution than "53/77 N". */
const isLetterOf = (before: Asked | undefined, { typed }: Asked): boolean =>
  /^[a-z]$/i.test(typed) && before !== undefined && /^\d+$/.test(before.typed)

/** The end of a symbol, with or without its blank: "53/77D" is "53/77 D". */
const partOfSymbol = (whole: string): string[][] => {
  const [, number, letter] = /^(\d+)([a-z])$/.exec(whole) ?? []
  return number === undefined || letter === undefined ? [] : [[number, letter]]
}

/** Runs of unspaced script, and words. Bounded: what is longer or has more words is cut. */
export const readQuery = (typed: string, read: Index['read']): Asked[] => {
  const text = typed.replace(control, ' ').slice(0, longestQuery)
  const asked: Asked[] = []
  let run: { end: number; asked: Asked } | undefined
  for (const { start, end, terms } of read(text)) {
    const word = text.slice(start, end)
    if (isUnspaced.test(word)) {
      // Neighbours overlap: "蒙古国" is 蒙古, 古国, and the last sign alone, which the pairs imply.
      const isNext = run !== undefined && start < run.end
      if (isNext && [...word].length === 1) continue
      if (isNext) {
        run!.asked.alternatives[0]!.push(terms[0]!)
        run!.asked.typed += word.slice(run!.end - start)
        run!.end = end
        continue
      }
      const first: Asked = { typed: word, alternatives: [[terms[0]!]], isSpaced: false, loose: [] }
      asked.push(first)
      run = { end, asked: first }
      continue
    }
    const pieces = piecesOf(word)
    const whole = pieces.join('')
    const stem = stemOf(whole)
    const long = pieces.filter((piece) => piece.length > 1)
    const parted = pieces.length > 1 && long.length > 0 ? [long] : []
    asked.push({
      typed: word,
      alternatives: [
        [whole],
        ...parted,
        ...partOfSymbol(whole),
        ...spellings(whole).map((spelling) => [spelling]),
        ...(stem === undefined ? [] : [[asStem(stem)]]),
      ],
      isSpaced: true,
      loose: looseOf(whole).map(asLoose),
    })
  }
  const telling = asked.filter((word, i) => isTelling(word) || isLetterOf(asked[i - 1], word))
  return (telling.length === 0 ? asked : telling).slice(0, mostWords)
}

/** What a word is that is an English plural: "treaties" of "treaty", "boxes" of "box". */
const singulars = (term: string): string[] => [
  ...(/^[a-z]{4,}s$/.test(term) ? [term.slice(0, -1)] : []),
  ...(/^[a-z]{3,}ies$/.test(term) ? [`${term.slice(0, -3)}y`] : []),
  ...(/^[a-z]{2,}(?:s|x|ch|sh)es$/.test(term) ? [term.slice(0, -2)] : []),
]

/** English plurals of a word, which are found as words that begin so. */
const plurals = (term: string): string[] =>
  /^[a-z]{3,}$/.test(term) ? [`${term}s`, `${term}es`, term.replace(/y$/, 'ies')] : []

/** The terms that are the word itself, in any of its spellings and forms. */
export const formsOf = ({ alternatives, loose }: Asked): string[] => [
  ...alternatives.flat(),
  ...alternatives[0]!.flatMap(singulars),
  ...alternatives[0]!.flatMap(plurals),
  ...loose,
]

/** Whether a word is held in one of its spellings. */
export const isHeldWord = (index: Index, asked: Asked): boolean =>
  isWrittenSo(index, asked) ||
  asked.loose.some(index.isHeld) ||
  asked.alternatives[0]!.flatMap(singulars).some(index.isHeld)

/** Whether it is held as it was typed, or in another form of the same letters. */
const isWrittenSo = (index: Index, { alternatives }: Asked): boolean =>
  alternatives.some((terms) => terms.every(index.isHeld))

/** Edits a misspelled term may be away: none for numbers, codes and short words, two for long words. */
const tolerance = (term: string): number =>
  /\p{N}/u.test(term) || term.length < 4 || term.length > 30 ? 0 : term.length < 8 ? 1 : 2

/** The term with two neighbouring letters exchanged, each pair once: an error of one slip that is two edits. */
const exchanged = (term: string): string[] =>
  Array.from({ length: term.length - 1 }, (_, i) =>
    [term.slice(0, i), term[i + 1], term[i], term.slice(i + 2)].join(''),
  )

const nearTo = (index: Index, term: string): Query[] => {
  const edits = tolerance(term)
  if (edits === 0) return []
  return [
    { queries: [term], fuzzy: edits },
    ...(edits === 1 ? exchanged(term).filter((other) => index.writtenAs(other) !== undefined) : []),
  ]
}

/** Whether misspelled words are looked for: always, never, or only where no spelling of a word is held. */
export type Nearness = 'always' | 'unheld' | 'never'

/** What finds one word, or a word that begins so. */
const wordQuery = (index: Index, asked: Asked, nearness: Nearness): Query => {
  const exact = asked.alternatives.map(
    (terms): Query => ({
      combineWith: 'AND',
      prefix: (term) => !term.startsWith('=') && (term.length > 1 || !asked.isSpaced),
      queries: terms,
    }),
  )
  const plural = asked.alternatives[0]!.flatMap(singulars)
  const loose = isWrittenSo(index, asked) ? [] : asked.loose
  const near =
    asked.isSpaced && nearness !== 'never' && (nearness === 'always' || !isHeldWord(index, asked))
      ? asked.alternatives
          .filter(([term, ...others]) => others.length === 0 && !isApart(term!))
          .flatMap(([term]) => nearTo(index, term!))
      : []
  return { combineWith: 'OR', queries: [...exact, ...plural, ...loose, ...near] }
}

/** All words, or any of them. */
export const queryOf = (
  index: Index,
  asked: readonly Asked[],
  options: { combineWith: 'AND' | 'OR'; nearness: Nearness },
): Query => ({
  combineWith: options.combineWith,
  queries: asked.map((word) => wordQuery(index, word, options.nearness)),
})
