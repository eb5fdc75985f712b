// Sentences read from a document, each opening to what it became here.
import type { ValueShown } from '../../indicators/show.ts'
import type { BecameShown, DocumentPart, PromiseShown } from '../data/documents.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import { figureWords } from '../value-words.ts'

/** The value of an indicator for the year shown, by its id. */
export type ValueFor = (indicator: string) => ValueShown | undefined

/** Actions and indicators by our word and their number; anything else by the title of its kind. */
const kindWords = (site: Site, became: BecameShown): string =>
  became.kind === 'action'
    ? site.text('plan.action', { number: became.title })
    : became.kind === 'indicator'
      ? site.text('indicator.kicker', { number: became.title })
      : became.title

const becameItem = (site: Site, promise: PromiseShown, became: BecameShown, valueFor: ValueFor): Html => {
  const value = became.indicator === null ? undefined : valueFor(became.indicator)
  const words = kindWords(site, became)
  const kind = became.path === null ? words : html`<a href="${addressOf(site, became.path)}">${words}</a>`
  // An action is the sentence itself: saying it twice tells nothing.
  const label =
    became.label === promise.sentence
      ? nothing
      : html` <span class="became-label">${inLanguage(became.label, became.language)}</span>`
  return html`<li><span class="became-kind">${kind}</span>${label}${value === undefined ? nothing : html` <span class="became-value num">${figureWords(site, value)}</span>`}</li>`
}

const promiseItem = (site: Site, promise: PromiseShown, valueFor: ValueFor): Html =>
  html`<li><details class="promise"><summary><span class="verbatim"${spokenIn(promise.language)}>${promise.sentence}</span></summary>
<p class="quiet">${site.text('documents.became')}</p><ul class="became" role="list">${promise.became.map((became) => becameItem(site, promise, became, valueFor))}</ul></details></li>`

/** The sentences of one part, in the order of the text. */
export const promiseList = (site: Site, part: DocumentPart, valueFor: ValueFor): Html =>
  html`<ul class="promises" role="list">${part.promises.map((promise) => promiseItem(site, promise, valueFor))}</ul>`

const topics = [
  'promises',
  'agreements',
  'memberships',
  'resolutions',
  'contributions',
  'events',
  'positions',
] as const

/** The heading of a part: its own, in the document's language, or what its sentences are about. */
export const partTitle = (site: Site, part: DocumentPart, language: string): Html => {
  if (part.title !== null) return inLanguage(part.title, language)
  const topic = topics.find((one) => one === part.topic)
  return html`${topic === undefined ? site.text('documents.untitledPart') : site.text(`documents.topic.${topic}`)}`
}

/** How many sentences were read from a document. */
export const countPromises = (parts: readonly DocumentPart[]): number =>
  parts.reduce((sum, part) => sum + part.promises.length, 0)
