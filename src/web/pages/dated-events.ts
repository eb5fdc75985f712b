// What comes about by itself as time passes, as a list: what has, and what is next.
import type { DatedEvent } from '../../indicators/dates-between.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import { articleWords } from './duties/parts.ts'

const stateLink = (site: Site, event: DatedEvent): Html =>
  event.name === null
    ? nothing
    : event.actor === null
      ? inLanguage(event.name, null)
      : html`<a href="${addressOf(site, `/states/${event.actor}`)}">${inLanguage(event.name, null)}</a>`

const titleLink = (site: Site, event: DatedEvent): Html => {
  // A treaty's short title is ours; a meeting's is its source's.
  const words = event.title ?? event.treaty ?? ''
  const title =
    event.kind === 'meeting' || event.plan !== null
      ? inLanguage(words, 'en')
      : html`${site.voice.names.ours(words)}`
  if (event.plan !== null) return html`<a href="${addressOf(site, `/plans/${event.plan}`)}">${title}</a>`
  return event.treaty === null
    ? title
    : html`<a href="${addressOf(site, `/treaties/${event.treaty}`)}">${title}</a>`
}

const dutyLink = (site: Site, { duty, title, on }: DatedEvent): Html => {
  const words = html`${site.voice.names.ours(title ?? '')}`
  // A promise of one State alone has no page of its own.
  return duty === null
    ? words
    : html`<a href="${addressOf(site, `/duties/${duty}`, { year: on.slice(0, 4) })}">${words}</a>`
}

const wordsOf = (site: Site, event: DatedEvent): Html => {
  const { text, format } = site
  const [state, title] = [stateLink(site, event), titleLink(site, event)]
  switch (event.kind) {
    case 'in-force':
      return text.rich('dated.inForce', { state, title })
    case 'withdrawn':
      return text.rich('dated.withdrawn', { state, title })
    case 'deadline':
    case 'report-due': {
      const { states, coversYear, article, statedAsOf } = event
      const about = [
        articleWords(site, article),
        coversYear === null ? '' : text('dated.covers', { year: coversYear }),
        statedAsOf === null ? '' : text('fact.statedOn', { date: format.date(statedAsOf) }),
      ].filter((part) => part !== '')
      const said =
        event.actor === null
          ? text.rich('dated.dutyOfMany', { title: dutyLink(site, event), count: states ?? 0 })
          : text.rich('dated.duty', { title: dutyLink(site, event), state })
      return html`${said}${about.length === 0 ? nothing : html` <span class="quiet">(${about.join(', ')})</span>`}`
    }
    case 'meeting':
      return html`${title}${event.place === null ? nothing : html`, ${inLanguage(event.place, 'en')}`}`
    case 'plan-year-ends':
      return text.rich('dated.planYearEnds', { title, year: Number(event.on.slice(0, 4)) })
    case 'plan-ends':
      return text.rich('dated.planEnds', { title })
  }
}

/** One line an event: the day, then what comes about. What is the same for several States stands in one line. */
export const datedList = (site: Site, events: readonly DatedEvent[]): Html =>
  html`<ol class="dated" role="list">${events.map(
    (event) =>
      html`<li><span class="dated-day num">${site.format.shortDate(event.on)}</span> <span>${wordsOf(site, event)}${event.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}</span></li>`,
  )}</ol>`
