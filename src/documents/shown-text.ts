// Text of others before it goes into a document: what cannot be seen is made visible, and nothing turns the words around it.
import { withoutOwnSigns } from '../formats/text.ts'

// Control characters no format may hold (XML 1.0, PDF text), apart from tab and line ends; lone surrogates; signs that
// turn the direction of what follows, or hide it.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** `text` with every sign that cannot be seen written as its number, such as ‹U+202E›. */
export const shownText = (text: string): string =>
  withoutOwnSigns(text).replace(
    unseen,
    (sign) => `‹U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`,
  )
