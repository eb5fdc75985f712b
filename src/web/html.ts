// HTML as a value: written with Hono's `html` templates, which escape whatever is put into them.
import { html, raw } from 'hono/html'
import { directionOf } from '../words/locale.ts'

export type Html = ReturnType<typeof html>
export { html }

/** Markup we made ourselves (SVG drawn here, stripped of styles). Never anything received. */
export const ownMarkup = (markup: string): Html => raw(markup)

export const nothing: Html = raw('')

/** Text in a language that may not be the page's: marked, so that it is read aloud and set in the right direction. */
export const inLanguage = (content: string, language: string | null): Html =>
  language === null || language === ''
    ? html`<bdi>${content}</bdi>`
    : html`<bdi lang="${language}" dir="${directionOf(language)}">${content}</bdi>`

/** The attributes of an element whose words are in a language that may not be the page's. */
export const spokenIn = (language: string): Html => html` lang="${language}" dir="${directionOf(language)}"`
