// A catalogue read: phrases with their places filled, as a language counts and writes numbers.
import { type Catalogue, english, type TextKey } from './catalogue.ts'
import { localeOf } from './locale.ts'
import type { Phrase } from './phrase.ts'

/** What a phrase's places are filled with. A place named `year` is a name, not a quantity: it takes no separator. */
export type Values = Record<string, string | number>

export type Text = (key: TextKey, values?: Values) => string

/** The phrase of a key with its places still open. */
export type Phrases = {
  /** `count` chooses the plural form. */
  of: (key: TextKey, count: unknown) => string
  written: (name: string, value: string | number) => string
}

type Options = {
  /** Wraps a phrase that the catalogue lacks and that is therefore said in English. */
  markFallback?: (phrase: string) => string
}

/** The phrases of one language; English where its catalogue has none. */
export const createPhrases = (
  language: string,
  catalogue: Partial<Catalogue>,
  { markFallback = (phrase) => phrase }: Options = {},
): Phrases => {
  const locale = localeOf(language)
  const [ours, fallback] = [new Intl.PluralRules(locale), new Intl.PluralRules(localeOf('en'))]
  const number = new Intl.NumberFormat(locale)
  const chosen = (phrase: Phrase, count: unknown, rules: Intl.PluralRules): string => {
    if (typeof phrase === 'string') return phrase
    const form = typeof count === 'number' ? rules.select(count) : 'other'
    return phrase[form] ?? phrase.other
  }
  return {
    of: (key, count) => {
      const own = catalogue[key]
      return own === undefined
        ? markFallback(chosen(english[key], count, fallback))
        : chosen(own, count, ours)
    },
    written: (name, value) =>
      typeof value === 'number' && name !== 'year' ? number.format(value) : String(value),
  }
}

/** The texts of one language as plain words. */
export const createText = (language: string, catalogue: Partial<Catalogue>, options?: Options): Text => {
  const phrases = createPhrases(language, catalogue, options)
  return (key, values = {}) =>
    phrases.of(key, values.count).replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name]
      return value === undefined ? place : phrases.written(name, value)
    })
}
