// English words among those of another language, marked so that a page or a document can say which they are.
import { oursIn } from './ours.ts'
import type { Ours } from './say.ts'

// Signs for private use. What is read and typed is freed of them (src/formats/text.ts); they stand around English phrases
// until the page or the document is whole.
export const opening = '\uE000'
export const closing = '\uE001'

/** English words among those of another language. */
export const asEnglish = (words: string): string => `${opening}${words}${closing}`

type Stretch = { isEnglish: boolean; words: string }

/** The words outside English phrases and the phrases, by turns, without their signs; undefined where a phrase does not end. */
const stretchesOf = (words: string): Stretch[] | undefined => {
  const made: Stretch[] = [{ isEnglish: false, words: '' }]
  let depth = 0
  for (const part of words.split(/([\uE000\uE001])/)) {
    const wasEnglish = depth > 0
    if (part === opening) depth += 1
    else if (part === closing) depth -= 1
    else made.at(-1)!.words += part
    if (depth < 0) return undefined
    if (wasEnglish !== depth > 0) made.push({ isEnglish: depth > 0, words: '' })
  }
  return depth === 0 ? made : undefined
}

// The stops of Arabic belong to its sentences as letters do.
const speaks = /[\p{L}،؛؟]/u

/** Whether every word stands in an English phrase, and there is one. */
export const isAllEnglish = (words: string): boolean => {
  const made = words.includes(opening) ? stretchesOf(words) : undefined
  return made?.every(({ isEnglish, words: said }) => isEnglish || !speaks.test(said)) ?? false
}

const countOf = (words: string, sign: string): number => words.split(sign).length - 1

/** What ends an English sentence: the brackets it opened, and its stop where it is the first to speak. */
const endOf = (said: string, rest: string, isFirst: boolean): string => {
  const open = countOf(said, '(') - countOf(said, ')')
  const brackets = rest.slice(0, Math.max(0, open)).replace(/[^)].*$/s, '')
  const stop = isFirst ? (/^[.!?…]+/.exec(rest.slice(brackets.length))?.[0] ?? '') : ''
  return brackets + stop
}

/**
 * A text in which English phrases that follow each other are one, with the signs between them and the stop behind them: where
 * the page runs from right to left, each by itself would stand in the wrong order, and its stop at the wrong end.
 */
export const gatherEnglish = (words: string): string => {
  const made = words.includes(opening) ? stretchesOf(words) : undefined
  if (made === undefined) return words
  let [gathered, english, between] = ['', '', '']
  for (const { isEnglish, words: said } of made)
    if (isEnglish) {
      english += between + said
      between = ''
    } else if (english === '') gathered += said
    else if (speaks.test(said)) {
      const end = endOf(english, said, !speaks.test(gathered))
      gathered += asEnglish(english + end) + said.slice(end.length)
      english = ''
    } else between = said
  if (english === '') return gathered
  const end = endOf(english, between, !speaks.test(gathered))
  return gathered + asEnglish(english + end) + between.slice(end.length)
}

/** Sentences of our data files in a language; English, marked as English, where they are not held in it. */
export const markedOurs = (language: string): Ours => {
  if (language === 'en') return (text, fill = (sentence) => sentence) => fill(text)
  const held = oursIn(language)
  return (text, fill = (sentence) => sentence) => {
    const own = held.get(text)
    return own === undefined ? asEnglish(fill(text)) : fill(own)
  }
}
