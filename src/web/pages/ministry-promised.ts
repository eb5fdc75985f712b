// What was promised to whom, and who is responsible: the promises of a State grouped by towards or with whom they were made, and by
// whom they, or the work on them, name.

import type { EngagementShown, MinistryOnPage } from '../data/engagements.ts'
import type { PromiseSeenTo, SeenToBy } from '../data/register.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import { hrefOf, hrefOfPlace } from './ministry-many.ts'
import { factsOf, hasPromised } from './ministry-questions.ts'
import { inferredMark, markIf, statusWords, whenWords, wordFor } from './ministry-words.ts'

/** A list on this page shows so many; its data have all of them. */
export const mostListed = 25

export const moreLine = (site: Site, count: number): Html =>
  count <= mostListed
    ? nothing
    : html`<p class="quiet">${site.text('register.newest', { shown: mostListed, all: count })}</p>`

/** A fact in one line: its title leading to its quotation, its kind, its day and how far that may be believed. */
export const factLine = (site: Site, shown: MinistryOnPage, one: EngagementShown): Html =>
  html`<li><a href="${hrefOf(shown, one.id)}">${inLanguage(one.title, 'en')}</a> <span class="engagement-line">${wordFor(site, 'kind', one.kind, one.kindTitle)} · ${whenWords(site, one)}${markIf(site, one, 'date', 'until', 'due')} ${statusWords(site, one)}</span></li>`

const fold = (
  site: Site,
  shown: MinistryOnPage,
  words: Html | string,
  list: readonly EngagementShown[],
): Html =>
  list.length === 0
    ? nothing
    : html`<details><summary>${words} <span class="num quiet">${site.format.number(list.length)}</span></summary>${moreLine(site, list.length)}<ul class="plain-list">${list.slice(0, mostListed).map((one) => factLine(site, shown, one))}</ul></details>`

/** Promises by towards or with whom, those that name nobody last; then what others promised towards the State. */
export const promisedSection = (site: Site, shown: MinistryOnPage): Html => {
  const { text } = site
  if (!hasPromised(shown)) return nothing
  const { promisedTo, promises, towards } = shown.answers
  const nobody = promisedTo.find(({ to }) => to === null)?.facts.length ?? 0
  return html`<section aria-labelledby="promised"><h2 id="promised">${text('register.promised.title')}</h2>
${promises.length === 0 ? nothing : html`<p>${text('register.promised', { n: promises.length - nobody, N: promises.length })}. ${text('register.promised.lead')}</p>`}
${promisedTo.map(({ to, facts }) =>
  fold(
    site,
    shown,
    to === null ? text('register.promised.nobody') : inLanguage(to.name, 'en'),
    factsOf(shown, facts),
  ),
)}${fold(site, shown, text('ministry.towards'), factsOf(shown, towards))}</section>`
}

type Named = { who: SeenToBy; promises: { promise: PromiseSeenTo; by: SeenToBy }[] }

const byWho = (list: readonly PromiseSeenTo[]): Named[] => {
  const pairs = list.flatMap((promise) => promise.who.map((by) => ({ promise, by })))
  return [...Map.groupBy(pairs, ({ by }) => by.actor ?? by.name).values()]
    .map((promises) => ({ who: promises[0]!.by, promises }))
    .sort((a, b) => b.promises.length - a.promises.length)
}

const promiseLink = (site: Site, shown: MinistryOnPage, { title, language, path }: PromiseSeenTo): Html =>
  html`<a href="${path.startsWith('#') ? hrefOfPlace(shown, path.slice(1)) : addressOf(site, path)}">${inLanguage(title, language)}</a>`

const byWords = (site: Site, { by, title, path, inferred }: SeenToBy): Html => {
  const { text } = site
  if (by === 'promise')
    return html`${text('register.responsible.byPromise')}${inferred ? inferredMark(site) : nothing}`
  const work = inLanguage(title ?? '', null)
  return text.rich('register.responsible.byWork', {
    work: path === null ? work : html`<a href="${addressOf(site, path)}">${work}</a>`,
  })
}

const namedFold = (site: Site, shown: MinistryOnPage, { who, promises }: Named): Html =>
  html`<details><summary>${inLanguage(who.name, null)} <span class="num quiet">${site.format.number(new Set(promises.map(({ promise }) => promise.id)).size)}</span></summary>${moreLine(site, promises.length)}<ul class="plain-list">${promises
    .slice(0, mostListed)
    .map(
      ({ promise, by }) =>
        html`<li>${promiseLink(site, shown, promise)} <span class="engagement-line">${byWords(site, by)}</span></li>`,
    )}</ul></details>`

/** Who is named as responsible, by what; and the promises that name nobody. */
export const responsibleSection = (site: Site, shown: MinistryOnPage): Html => {
  const { text } = site
  const { seenTo, work } = shown.answers
  if (seenTo.length === 0) return nothing
  const nobody = seenTo.filter(({ who }) => who.length === 0)
  const n = seenTo.length - nobody.length
  return html`<section aria-labelledby="responsible"><h2 id="responsible">${text('register.responsible.title')}</h2>
<p>${text('register.responsible', { n, N: seenTo.length })}. ${text('register.responsible.lead')}${work.N === 0 ? nothing : html` ${text('register.responsible.work', work)}.`}</p>
${byWho(seenTo).map((one) => namedFold(site, shown, one))}${
  nobody.length === 0
    ? nothing
    : html`<details><summary>${text('register.responsible.nobody')} <span class="num quiet">${site.format.number(nobody.length)}</span></summary>${moreLine(site, nobody.length)}<ul class="plain-list">${nobody.slice(0, mostListed).map((one) => html`<li>${promiseLink(site, shown, one)}</li>`)}</ul></details>`
}</section>`
}
