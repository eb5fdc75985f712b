// What the pages that look back share: addresses of histories, and words for who did what.

import { z } from '@hono/zod-openapi'
import type { EventAction } from '../../../db/events.ts'
import { english } from '../../../words/catalogue.ts'
import type { Doer } from '../../data/history.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'

/** From which place of the trail an earlier page of it goes on. */
export const untilAsked = z.coerce
  .number()
  .int()
  .min(1)
  .optional()
  .openapi({ description: 'Only what stands before this place of the trail' })

/** The head of a column, in tables that become blocks on narrow screens. */
export const headCell = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`

/** A key as part of an address: with "~" in the place of "/". */
export const historySegment = (thing: string): string => thing.replaceAll('/', '~')

/** The address of a thing's history. */
export const historyPath = (thing: string): string => `/history/${historySegment(thing)}`

/** The key that an address names. */
export const thingOfPath = (segment: string): string => segment.replaceAll('~', '/')

const hasWords = (key: string): key is TextKey => Object.hasOwn(english, key)

/** What was done, in words; an action of a newer Pacta, which has none here, as the trail writes it. */
export const actionWords = (site: Site, action: EventAction): string => {
  const key = `event.${action}`
  return hasWords(key) ? site.text(key) : action
}

/** Who did it, as far as the reader may know. */
export const doerWords = (site: Site, who: Doer): Html => {
  const { text } = site
  if (who.as === 'person') return inLanguage(who.name, null)
  if (who.as === 'program') return html`<code>${who.name}</code>`
  if (who.as === 'role') return html`${text(`history.role.${who.role}`)}`
  return html`${text(who.as === 'desk' ? 'history.desk' : 'history.somebody')}`
}

/** The same for data that people copy. */
export const doerText = (who: Doer): string =>
  who.as === 'person' || who.as === 'program' ? who.name : who.as === 'role' ? who.role : who.as

/** Day and time, in UTC: a trail is read across time zones. */
export const momentWords = (site: Site, at: string): Html =>
  html`<time datetime="${at}">${site.format.date(at.slice(0, 10))}, ${at.slice(11, 19)} UTC</time>`

/** A kind of thing, in words; one that has none, as the trail writes it. */
export const kindWords = (site: Site, kind: string): string => {
  const known = [
    ...(['fact', 'fact-draft', 'report', 'report-draft', 'release', 'setting', 'person'] as const),
    'page' as const,
    ...(['department', 'grant', 'coverage'] as const),
  ]
  const one = known.find((name) => name === kind)
  return one === undefined ? kind : site.text(`history.kind.${one}`)
}

/** A link to the history of a thing, by its key. */
export const historyLink = (site: Site, thing: string): Html =>
  html`<a href="${addressOf(site, historyPath(thing))}"><code>${thing}</code></a>`

/** The way from a thing's own page to its history, by its key or the id of that page, for whoever may look back at it. */
export const historyOf = async (site: Site, asked: string): Promise<Html> => {
  const thing = site.person.as === 'public' ? undefined : await site.data.history.lookBack(asked)
  return thing === undefined
    ? nothing
    : html`<p class="quiet"><a href="${addressOf(site, historyPath(thing))}">${site.text('history.link')}</a></p>`
}
