// The interface's words on a page: as text, or with markup in their places; what a language lacks, marked as English.
import { withoutOwnSigns } from '../formats/text.ts'
import type { Catalogue, TextKey } from '../words/catalogue.ts'
import { directionOf } from '../words/locale.ts'
import { asEnglish, closing, gatherEnglish, isAllEnglish, opening } from '../words/marked.ts'
import { createPhrases, type Values } from '../words/text.ts'
import { type Html, html, ownMarkup } from './html.ts'

export type { TextKey } from '../words/catalogue.ts'

export type Text = {
  /** The phrase with its places filled; `count` chooses the plural form. */
  (key: TextKey, values?: Values): string
  /** The phrase with markup in its places, for links inside sentences. */
  rich: (key: TextKey, values: Record<string, Html | string | number>) => Html
}

const start = '<span lang="en" dir="ltr">'
const end = '</span>'

// Where pages run from right to left, what is put into a phrase keeps to itself (U+2068 … U+2069): a name in Latin
// letters, or the mark in an Arabic percentage, would otherwise turn the words and numbers beside it around.
const isolated = (words: string): string => (/[\p{L}\u200e]/u.test(words) ? `\u2068${words}\u2069` : words)

/** The texts of one interface language for pages. */
export const createPageText = (language: string, catalogue: Partial<Catalogue>): Text => {
  const kept = directionOf(language) === 'rtl' ? isolated : (words: string) => words
  const phrases = createPhrases(language, catalogue, {
    markFallback: asEnglish,
  })
  const text = (key: TextKey, values: Values = {}): string =>
    phrases.of(key, values.count).replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name]
      return value === undefined ? place : kept(phrases.written(name, value))
    })
  const rich = (key: TextKey, values: Record<string, Html | string | number>): Html => {
    const phrase = phrases.of(key, values.count)
    const parts = withoutMarks(phrase).split(/\{(\w+)\}/)
    const words = html`${parts.map((part, i) => {
      if (i % 2 === 0) return part
      const value = values[part] ?? ownMarkup('')
      return typeof value === 'number'
        ? phrases.written(part, value)
        : typeof value === 'string'
          ? kept(value)
          : value
    })}`
    // An English phrase keeps its own order with the markup in its places, so one element holds all of it.
    return phrase.startsWith(opening) ? html`${ownMarkup(start)}${words}${ownMarkup(end)}` : words
  }
  return Object.assign(text, { rich })
}

/** Markup around a phrase in the order of the phrase's language: one element in English where the page's language lacks it. */
export const inOrderOf = (phrase: string, words: Html): Html =>
  isAllEnglish(phrase) ? html`${ownMarkup(start)}${words}${ownMarkup(end)}` : words

/** In these a browser takes text only: no element can carry the language. */
const textOnly = new Set(['title', 'option', 'textarea', 'text', 'style'])

/** The words without the signs around them, for where nothing can carry a language: attributes, data. */
export const withoutMarks = (words: string): string => withoutOwnSigns(words)

/** Elements without content, which no tag ends. */
const isEmptyElement = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b|\/>$/i

/**
 * The whole page with its English phrases as elements that carry their language and direction. In attributes and where
 * only text can stand, the words alone. A phrase ends at the latest with the element it begins in: a sign that somehow
 * stands in a text turns no more of the page into English than that.
 */
export const settleLanguages = (page: string): string => {
  let inText: string | undefined
  // A phrase may stand in a phrase and may hold markup: one element around each stretch of its words is enough.
  let depth = 0
  // How many elements are open, and how many were where the phrase began.
  let level = 0
  let begunAt = 0
  const settle = (words: string): string => {
    let made = depth > 0 && words !== '' ? start : ''
    const said = depth === 0 ? gatherEnglish(words) : words
    for (const sign of said.split(/([\uE000\uE001])/)) {
      if (sign === opening) {
        if (depth === 0) {
          made += start
          begunAt = level
        }
        depth += 1
      } else if (sign === closing) {
        if (depth === 1) made += end
        depth = Math.max(0, depth - 1)
      } else made += sign
    }
    return (depth > 0 && made !== '' ? made + end : made).replaceAll(start + end, '')
  }
  return page
    .split(/(<[^>]*>)/)
    .map((part) => {
      const tag = /^<(\/?)([a-z0-9]+)/i.exec(part)
      if (tag === null) return inText === undefined ? settle(part) : withoutMarks(part)
      const name = tag[2]!.toLowerCase()
      if (tag[1] !== '') level -= 1
      else if (!isEmptyElement.test(part)) level += 1
      if (level < begunAt) depth = 0
      if (textOnly.has(name)) inText = tag[1] === '' ? name : undefined
      return withoutMarks(part)
    })
    .join('')
}
