// What is wrong with a form, listed on top of it: each leads to the field it is about.
import { type Html, html, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import { fieldId } from './field.ts'

export type Wrong = {
  /** The field it is about; where the form does not ask it, undefined. */
  field: string | undefined
  /** What the field is called, where the words alone do not say it. */
  label: string | Html
  words: string
  /** The address of the page the field is on, where it is another one. */
  page?: string
}

/** The list, which is read aloud and has the focus when the page comes. Nothing where nothing is wrong. */
export const errorSummary = (site: Site, wrong: readonly Wrong[]): Html =>
  wrong.length === 0
    ? nothing
    : html`<div class="wrong-summary" role="alert" id="problems" tabindex="-1" autofocus><p class="wrong-title">${site.text('form.problems', { count: wrong.length })}</p>
<ul>${wrong.map(({ field, label, words, page }) => {
        const said = html`<b>${label}</b>: ${words}`
        return field === undefined
          ? html`<li>${said}</li>`
          : html`<li><a href="${page ?? ''}#${fieldId(field)}">${said}</a></li>`
      })}</ul></div>`

/** The page's title, which says first that something is wrong. */
export const titleOf = (site: Site, title: string, wrong: readonly unknown[]): string =>
  wrong.length === 0 ? title : `${site.text('form.error')} ${title}`

/** The words by field, for the fields themselves. */
export const byField = (wrong: readonly Wrong[]): Map<string, string[]> => {
  const words = new Map<string, string[]>()
  for (const one of wrong)
    if (one.field !== undefined) words.set(one.field, [...(words.get(one.field) ?? []), one.words])
  return words
}
