// Footnotes: a sign in the text, and a line elsewhere that begins with the same sign.
import type { Line } from './lines.ts'

/** The sign as written and the offset in `plain` where the note's text begins. */
export type NoteMark = { marker: string; from: number }

const superscripts = '¹²³⁴⁵⁶⁷⁸⁹⁰'
const noteForms: RegExp[] = [
  /^(\^\{[^}]{1,8}\})\s*/,
  /^(\[\^[^\]]{1,12}\]):?\s*/,
  new RegExp(`^([${superscripts}]{1,3})\\s*`),
  /^(<sup>\s*[^<]{1,6}\s*<\/sup>)\s*/i,
  /^([†‡§])\s*(?=\p{Lu})/u,
]
/** Whether a sign is written in raised digits of Unicode. */
export const isSuperscript = (sign: string): boolean => superscripts.includes(sign.charAt(0))

// "m²", "per km³": a unit, not a note.
const unitBefore = '(?<!\\p{L})(?:[kcdmµμh]?m|ft|in|yd|mi|[кcсдм]?м)'
/** "[3]" at the head of a line: a note where a text refers to it so. */
const bracketNote = /^(\[\d{1,3}\])\s*(?=\S)/
/** The same behind a word. */
const bracketReference = /(?<=[\p{L}\p{N}.,;:”’"')\]])\s?(\[\d{1,3}\])(?!\()/gu

/** References inside a text. */
const references = new RegExp(
  `\\^\\{\\}\\*{0,3}|\\^\\{[^}]{1,8}\\}|\\[\\^[^\\]]{1,12}\\](?!:)|(?<!${unitBefore})[${superscripts}]{1,3}|<sup>\\s*[^<]{1,6}\\s*</sup>`,
  'giu',
)

/** What a marker says, whatever its dress: "^{*}" and "*", "¹" and "[^1]" are the same note. */
export const noteSign = (marker: string): string => {
  const inner = marker.replace(/^\^\{|\}$|^\[\^?|\]:?$|<\/?sup>/gi, '').trim()
  return [...inner]
    .map((c) => (superscripts.includes(c) ? String((superscripts.indexOf(c) + 1) % 10) : c))
    .join('')
}

/** The note a line begins, by a sign that cannot be anything else. */
export const readNote = (line: Line): NoteMark | undefined => {
  const head = line.plain.slice(0, 60)
  for (const form of noteForms) {
    const found = form.exec(head)
    if (found !== null && found[0].length < line.plain.length)
      return { marker: found[1]!, from: found[0].length }
  }
  return undefined
}

/** "* Issued without formal editing." or "5 See the report …": a note only where something before refers to it. */
export const readPlainNote = (line: Line, raised: Set<string>): NoteMark | undefined => {
  const bracketed = bracketNote.exec(line.plain.slice(0, 12))
  if (bracketed !== null && raised.has(bracketed[1]!))
    return { marker: bracketed[1]!, from: bracketed[0].length }
  const found = /^(\*{1,3}|\d{1,3})\s?(?=[\p{Lu}“"‘'«])/u.exec(line.plain.slice(0, 12))
  if (found === null || !raised.has(found[1]!)) return undefined
  return { marker: found[1]!, from: found[0].length }
}

/** Signs that text refers to by letters alone: "ownership5", "communities.12", "Plan*". */
export const raisedSigns = (text: string): string[] => {
  const signs: string[] = []
  for (const found of text.matchAll(/(?<=\p{Ll}[.,;:”’"')]?)(\d{1,3}|\*{1,3})(?=[\s.,;:)]|$)/gu))
    signs.push(found[1]!)
  for (const found of text.matchAll(bracketReference)) signs.push(found[1]!)
  return signs
}

/** Every reference in a text, as written. */
export const referencesIn = (text: string): string[] => [
  ...(text.match(references) ?? []),
  ...[...text.matchAll(bracketReference)].map((found) => found[1]!),
]
