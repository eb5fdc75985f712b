// The head of a status page: which treaty, as of when, and what the page says of it as a whole.
import { attribute, elementsOf, type HtmlElement, oneLine, rawText, textOf } from './html.ts'
import { findDay, findStatusDate } from './status-date.ts'

export type StatusHead = {
  title: string
  /** The date of the page's information, `YYYY-MM-DD`. */
  asOf: string | null
  /** Chapter and number in Multilateral Treaties Deposited with the Secretary-General, such as XXVI-5. */
  mtdsg: string | null
  concluded: { place: string | null; on: string | null }
  entryIntoForce: { on: string | null; words: string | null }
  registration: string | null
  signatories: number | null
  parties: number | null
}

/** The last part of the page's long element ids, such as `rptTreaty_ctl00_tcTreaty`. */
export const idEndsWith = (element: HtmlElement, ending: string): boolean => {
  const id = attribute(element, 'id') ?? ''
  return id === ending || id.endsWith(`_${ending}`)
}

const isMark = (element: HtmlElement) => element.tagName === 'sup'

const romanNumber = /^chapter\s+([IVXLC]+)\b/i
const numbered = /^(\d+)\s*\.\s*(?:([a-z])\.?\s+(?=["“'(]?[A-Z]))?(.+)$/s

/** Number in the collection, from the address the page was served at, or from its chapter and number. */
const findNumber = (html: string, chapter: string, treaty: string): string | null => {
  const served = /mtdsg_no=([IVXLC]+(?:-[0-9A-Za-z]+)+)/.exec(html)?.[1]
  if (served !== undefined) return served
  const roman = romanNumber.exec(chapter)?.[1]
  const number = numbered.exec(treaty)
  if (roman === undefined || number === null) return null
  return [roman.toUpperCase(), number[1], number[2]].filter((part) => part !== undefined).join('-')
}

/** Reads the head from the page's elements and its source text. */
export const readStatusHead = (root: HtmlElement, html: string): StatusHead => {
  const elements = elementsOf(root)
  const wordsOf = (ending: string): string => {
    const element = elements.find((candidate) => idEndsWith(candidate, ending))
    return element === undefined ? '' : oneLine(rawText(element, isMark))
  }
  const treaty = wordsOf('rptTreaty_ctl00_tcTreaty') || wordsOf('tcTreaty')
  const concluded = wordsOf('rptTreaty_ctl00_tcText')
  const inForce = wordsOf('rptEIF_ctl00_tcText')
  const status = wordsOf('rptStatus_ctl00_tcText')
  const count = (word: string) => {
    const found = new RegExp(`${word}\\s*:\\s*(\\d+)`, 'i').exec(status)
    return found === null ? null : Number(found[1])
  }
  const on = findDay(concluded) ?? null
  return {
    title: oneLine(numbered.exec(treaty)?.[3] ?? treaty),
    asOf: findStatusDate(textOf(root)) ?? null,
    mtdsg: findNumber(html, wordsOf('rptHead_ctl00_tcHead'), treaty),
    concluded: { place: on === null ? null : concluded.replace(/,?\s*\d{1,2} \w+ \d{4}.*$/, '') || null, on },
    entryIntoForce: { on: findDay(inForce) ?? null, words: inForce || null },
    registration: wordsOf('rptRegistration_ctl00_tcText') || null,
    signatories: count('Signatories'),
    parties: count('Parties'),
  }
}
