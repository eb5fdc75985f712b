// What a State and its bodies chair or host: what sources call current with when they said so, then by year, then what has no date.
import { readDate } from '../../facts/edtf.ts'
import type { EngagementShown, MinistryOnPage } from '../data/engagements.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import { factLine, moreLine, mostListed } from './ministry-promised.ts'
import { factsOf } from './ministry-questions.ts'

const listed = (site: Site, shown: MinistryOnPage, list: readonly EngagementShown[]): Html =>
  html`${moreLine(site, list.length)}<ul class="plain-list">${list.slice(0, mostListed).map((one) => factLine(site, shown, one))}</ul>`

/** Newest first, by the first day a date may mean. */
const newestFirst = (a: EngagementShown, b: EngagementShown): number => {
  const start = ({ held }: EngagementShown): string => (held === null ? '' : (readDate(held)?.from ?? ''))
  return start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0
}

const fold = (site: Site, shown: MinistryOnPage, words: string, list: readonly EngagementShown[]): Html =>
  list.length === 0
    ? nothing
    : html`<details><summary>${words} <span class="num quiet">${site.format.number(list.length)}</span></summary>${listed(site, shown, list)}</details>`

/** Whether anything stands in the section: past terms are told there too. */
export const hasChairs = ({ answers: { chairs, hosts, pastTerms } }: MinistryOnPage): boolean =>
  chairs.length + hosts.length + pastTerms.length > 0

/** Terms in the chair, and what is hosted, with terms that are over by themselves; nothing where none is held. */
export const chairsSection = (site: Site, shown: MinistryOnPage): Html => {
  const { text } = site
  const { chairs, hosts, pastTerms } = shown.answers
  const all = [...factsOf(shown, chairs), ...factsOf(shown, hosts)]
  const past = factsOf(shown, pastTerms)
  if (all.length + past.length === 0) return nothing
  const current = all.filter(({ statedAsCurrent }) => statedAsCurrent)
  const others = all.filter(({ statedAsCurrent }) => !statedAsCurrent)
  const dated = others.filter(({ held }) => held !== null).sort(newestFirst)
  const undated = others.filter(({ held }) => held === null)
  return html`<section aria-labelledby="chairs"><h2 id="chairs">${text('register.chairs.title')}</h2>
<p>${text('register.chairs', { N: chairs.length + hosts.length, chairs: chairs.length, hosts: hosts.length })}. ${text('register.chairs.lead')}</p>
${current.length === 0 ? nothing : html`<h3>${text('register.chairs.saidCurrent')}</h3>${listed(site, shown, current)}`}
${fold(site, shown, text('register.chairs.byYear'), dated)}${fold(site, shown, text('register.chairs.noDate'), undated)}${fold(site, shown, text('register.chairs.pastTerms'), past.toSorted(newestFirst))}</section>`
}
