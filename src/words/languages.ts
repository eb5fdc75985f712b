// The languages of the interface, each with its catalogue and its own name.
import { arabic } from './ar/all.ts'
import { type Catalogue, english, type TextKey } from './catalogue.ts'
import { mongolian } from './mn/all.ts'

export type InterfaceLanguage = {
  /** BCP 47. */
  code: string
  /** What it calls itself. */
  name: string
  catalogue: Partial<Catalogue>
}

/** English first: its addresses carry no prefix. */
export const languages: readonly InterfaceLanguage[] = [
  { code: 'en', name: 'English', catalogue: english },
  { code: 'mn', name: 'Монгол', catalogue: mongolian },
  { code: 'ar', name: 'العربية', catalogue: arabic },
]

/** The language of a code; undefined where there is no catalogue. */
export const findLanguage = (code: string): InterfaceLanguage | undefined =>
  languages.find((language) => language.code === code)

/** The keys a catalogue lacks; its pages say them in English. */
export const missingKeys = (catalogue: Partial<Catalogue>): TextKey[] =>
  (Object.keys(english) as TextKey[]).filter((key) => catalogue[key] === undefined)
