// Where a fact or a report was read. The same document has the same id wherever it is cited.
import { createHash } from 'node:crypto'

export type Source = {
  title: string
  address: string | null
  publisher: string | null
  /** The document's own date, EDTF, as far as it says. */
  published: string | null
}

/** The id under which a source is kept: from its title, address, publisher and date. */
export const sourceIdOf = (source: Source): string =>
  `s-${createHash('sha256')
    .update(JSON.stringify([source.title, source.address, source.publisher, source.published]))
    .digest('hex')
    .slice(0, 20)}`

/** Whether pages may link to the address: a web address, never `javascript:` or a file. */
export const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol } = new URL(text)
  return protocol === 'https:' || protocol === 'http:'
}

/**
 * Whether `text` is a language tag (BCP 47), such as en or mn-Cyrl. Languages have codes of two or three letters (ISO 639);
 * the longer words that the form of a tag allows, such as "english", are none.
 */
export const isLanguage = (text: string): boolean => {
  if (!/^[a-z]{2,3}(-|$)/i.test(text)) return false
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
