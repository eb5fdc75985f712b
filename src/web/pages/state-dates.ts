// The dates of a State: what sources hold, beside what the treaty's rule gives, and which of them to go by.
import type { DateShown } from '../data/sheet.ts'
import { type Html, html, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'

const basisWords: Record<DateShown['official'], TextKey> = {
  granted: 'sheet.date.granted',
  stated: 'sheet.date.stated',
  computed: 'sheet.date.byRule',
}

/** The date to go by, as precise as it is known. */
export const dateToGoBy = (date: DateShown): string => date.stated?.deadline ?? date.computed.on

/** Read aloud by itself, a link says of what it is the source: the duty and the day. */
const sources = (site: Site, state: string, about: string, ids: readonly string[]): Html =>
  html`${ids.map((id, i) => html` <a href="${addressOf(site, `/states/${state}`)}#fact-${id}">${site.text('sheet.date.source')}${ids.length > 1 ? ` ${i + 1}` : ''}<span class="vh">: ${about}</span></a>`)}`

const basis = (site: Site, state: string, date: DateShown): Html => {
  const { text, format } = site
  const { stated, completions } = date
  const about = (on: string | null): string =>
    [date.title, ...(on === null ? [] : [format.date(on)])].join(', ')
  return html`${text(basisWords[date.official])}${
    stated === null
      ? nothing
      : html`, ${stated.statedAsOf === null ? text('sheet.date.undated') : text('sheet.date.statedAsOf', { date: format.date(stated.statedAsOf) })}${sources(site, state, about(stated.deadline), stated.datumIds)}`
  }${(stated?.otherwise ?? []).map((other) => html`<span class="block">${text('sheet.date.otherwise', { date: format.date(other.deadline) })}${sources(site, state, about(other.deadline), [other.datumId])}</span>`)}${completions.map((one) => html`<span class="block">${one.on === null ? text('sheet.date.completedUndated') : text('sheet.date.completed', { date: format.date(one.on) })}${sources(site, state, `${text('sheet.date.completedUndated')} ${about(one.on)}`, [one.datumId])}</span>`)}`
}

const row = (site: Site, state: string, date: DateShown): Html => {
  const { text, format, voice } = site
  const on = dateToGoBy(date)
  // Where completion is stated, that a day has passed says nothing.
  const isPassed = on < site.today().slice(0, on.length) && date.completions.length === 0
  return html`<tr role="row"><th role="rowheader" scope="row">${voice.names.ours(date.title)}<span class="quiet block">${voice.names.ours(date.treatyTitle)}${date.isYearly ? html` · ${text('sheet.date.yearly')}` : nothing}</span></th><td role="cell" data-label="${text('sheet.dates.date')}"><b class="num"><time datetime="${on}">${format.date(on)}</time></b>${isPassed ? html` <span class="status">${text(date.stated === null ? 'sheet.date.passed' : 'sheet.date.passedNoLater')}</span>` : nothing}</td><td role="cell" data-label="${text('sheet.dates.basis')}"><span>${basis(site, state, date)}${date.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</span></td><td role="cell" data-label="${text('sheet.dates.computed')}"><span>${
    date.stated === null
      ? nothing
      : date.stated.deadline === date.computed.on
        ? text('sheet.date.agree')
        : html`<time datetime="${date.computed.on}">${format.date(date.computed.on)}</time>`
  }<span class="quiet block">${voice.say(date.computed.said)}</span></span></td></tr>`
}

/** A table of every duty of the treaties that bind the State today. */
export const datesSection = (site: Site, state: string, dates: readonly DateShown[]): Html => {
  const { text } = site
  const headings: TextKey[] = [
    'sheet.dates.duty',
    'sheet.dates.date',
    'sheet.dates.basis',
    'sheet.dates.computed',
  ]
  return html`<section aria-labelledby="dates"><h2 id="dates">${text('sheet.dates')}</h2>
${
  dates.length === 0
    ? html`<p>${text('sheet.dates.none')}</p>`
    : html`<p class="quiet">${text('sheet.dates.lead')}</p><table role="table" class="plain stacks"><caption class="vh">${text('sheet.dates')}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${text(heading)}</th>`)}</tr></thead><tbody role="rowgroup">${dates.map((date) => row(site, state, date))}</tbody></table>`
}</section>`
}
