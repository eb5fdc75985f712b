// What a reading of an indicator's text is called: by the words its plan's rules give it as a name.
import type { Site } from './site.ts'

/** "mix-over-year" as "Mix over year"; in a language that has words of its own for it, those. */
const inWords = (name: string): string => {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The name of a reading in the language of the page; the one that a rule gives without a name is the main one. */
export const readingName = (site: Site, reading: string): string =>
  reading === 'default'
    ? site.text('indicator.default')
    : // A translation stands as it is written: its hyphens are its own.
      site.voice.names.ours(reading, (words) => (words === reading ? inWords(words) : words))
