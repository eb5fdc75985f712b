// A text as words: where each stands, and the terms it is found by. What is held, what is typed and what is marked in an
// excerpt are all read by this one reader.
import { fold, romanised, withoutArticle } from './letters.ts'
import { asLoose, asStem, looseOf, stemOf } from './mongolian.ts'

/** `start` and `end` count UTF-16 units of the text, as slice() does. */
export type Word = { start: number; end: number; terms: string[] }

const letter = '[\\p{L}\\p{N}\\p{M}\\p{Cf}]'
const apostrophe = "['’‘`´＇]"
const hyphen = '[-‐‑_]'
/** A dot before a digit; a comma before three, which then parts thousands. */
const inNumber = '(?<=\\p{Nd})(?:[.．](?=\\p{Nd})|,(?=\\p{Nd}{3}(?!\\p{Nd})))'
/** Words with the apostrophes and hyphens inside them, and numbers with their dots and commas. */
const wordForm = new RegExp(`${letter}+(?:(?:${apostrophe}|${hyphen}|${inNumber})${letter}+)*`, 'gu')
const joints = new RegExp(`(?:${apostrophe}|${hyphen})+`, 'u')
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu
const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Folded pieces of a word: "d’Ivoire" is "d" and "ivoire"; "18,139" is the one number 18139. */
export const piecesOf = (word: string): string[] =>
  word
    .split(joints)
    .map((piece) => fold(piece).replaceAll(',', ''))
    .filter((piece) => piece !== '')

/** Other spellings of a folded word that it is found by, too. */
export const spellings = (term: string): string[] =>
  [romanised(term), withoutArticle(term)].filter((spelling) => spelling !== undefined)

/** Of a folded Cyrillic word: its stem, and both in loose Latin letters; nothing of any other. */
const formsOf = (term: string): string[] => {
  const stem = stemOf(term)
  if (stem === undefined) return []
  const loose = [term, stem].flatMap((one) => looseOf(romanised(one) ?? ''))
  return [asStem(stem), ...new Set(loose.map(asLoose))]
}

/** Terms of a spaced word: whole, in pieces, in other letters. */
const termsOf = (word: string): string[] => {
  const pieces = piecesOf(word)
  const whole = pieces.join('')
  if (whole === '') return []
  const terms = pieces.length === 1 ? [whole] : [whole, ...pieces]
  return [...terms, ...terms.flatMap(spellings), ...terms.flatMap(formsOf)]
}

/** Scripts without spaces: every two neighbours are a term, and the last sign alone, so that any part is found. */
const unspacedWords = (run: string, offset: number): Word[] => {
  const signs: { start: number; end: number; folded: string }[] = []
  let at = offset
  for (const sign of run) {
    const folded = fold(sign)
    if (folded !== '') signs.push({ start: at, end: at + sign.length, folded })
    at += sign.length
  }
  return signs.map(({ start, end, folded }, i) => {
    const next = signs[i + 1]
    return next === undefined
      ? { start, end, terms: [folded] }
      : { start, end: next.end, terms: [folded + next.folded] }
  })
}

export type Reader = (text: string) => Word[]

/** What is typed is read, too: nobody can make the memory grow without end. */
const mostRemembered = 100_000

/** Reads texts, remembering the words it has met: texts of one world repeat theirs. */
export const createReader = (): Reader => {
  const met = new Map<string, string[]>()
  const remembered = (word: string): string[] => {
    let terms = met.get(word)
    if (terms === undefined) {
      terms = termsOf(word)
      if (word.length <= 40 && met.size < mostRemembered) met.set(word, terms)
    }
    return terms
  }
  const spaced = (text: string, start: number): Word[] => {
    const terms = remembered(text)
    return terms.length === 0 ? [] : [{ start, end: start + text.length, terms }]
  }
  return (text) => {
    const words: Word[] = []
    for (const { 0: word, index } of text.matchAll(wordForm)) {
      if (!isUnspaced.test(word)) {
        words.push(...spaced(word, index))
        continue
      }
      let at = 0
      for (const { 0: run, index: from } of word.matchAll(unspaced)) {
        if (from > at) words.push(...spaced(word.slice(at, from), index + at))
        words.push(...unspacedWords(run, index + from))
        at = from + run.length
      }
      if (at < word.length) words.push(...spaced(word.slice(at), index + at))
    }
    return words
  }
}

/** `text` as one key without spaces, for asking whether two texts are the same but for their writing. */
export const keyOf = (text: string): string =>
  [...text.matchAll(wordForm)].map(([word]) => piecesOf(word).join('')).join('')
