// English words among those of another language, marked so that a page or a document can say which they are.
import { oursIn } from './ours.ts'
import type { Ours } from './say.ts'

// Signs for private use. What is read and typed is freed of them (src/formats/text.ts); they stand around English phrases
// until the page or the document is whole.
export const opening = '\uE000'
export const closing = '\uE001'

/** English words among those of another language. */
export const asEnglish = (words: string): string => `${opening}${words}${closing}`

/** Sentences of our data files in a language; English, marked as English, where they are not held in it. */
export const markedOurs = (language: string): Ours => {
  if (language === 'en') return (text, fill = (sentence) => sentence) => fill(text)
  const held = oursIn(language)
  return (text, fill = (sentence) => sentence) => {
    const own = held.get(text)
    return own === undefined ? asEnglish(fill(text)) : fill(own)
  }
}
