// A column of the page in a language of its own: words, numbers and dates as that language writes them, whatever the language
// of the page around it.
import { createFormat } from '../../../facts/format.ts'
import { voiceOf } from '../../../indicators/names.ts'
import { findLanguage } from '../../../words/languages.ts'
import { directionOf } from '../../../words/locale.ts'
import { markedOurs } from '../../../words/marked.ts'
import { type Html, html, ownMarkup, spokenIn } from '../../html.ts'
import type { Site } from '../../site.ts'
import { createPageText, settleLanguages } from '../../text.ts'

const made = new Map<string, Pick<Site, 'text' | 'voice' | 'format'>>()

const speaking = (language: string): Pick<Site, 'text' | 'voice' | 'format'> => {
  const held = made.get(language)
  if (held !== undefined) return held
  const text = createPageText(language, findLanguage(language)?.catalogue ?? {})
  const format = createFormat(language)
  const one = {
    text,
    format,
    voice: voiceOf({ text, day: format.shortDate, ours: markedOurs(language) }),
  }
  // A page names its languages itself, and there are not many: all of them are kept.
  made.set(language, one)
  return one
}

/** The site as somebody reads it who reads this language. One without words of ours says them in English, marked as such. */
export const siteIn = (site: Site, language: string): Site =>
  language === site.language
    ? site
    : { ...site, language, direction: directionOf(language), ...speaking(language) }

/** What was written for a column, as an element in its language. */
export const inColumn = (language: string, content: Html, more: string): Html =>
  html`<div class="${more}"${spokenIn(language)}>${ownMarkup(settleLanguages(String(content)))}</div>`
