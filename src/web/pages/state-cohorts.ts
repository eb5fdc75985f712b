// The cohorts a State belongs to, since when and why; and those of which nobody can say.
import type { CohortOfState } from '../data/sheet.ts'
import { type Html, html, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'

const row = (site: Site, cohort: CohortOfState): Html => {
  const { text, format, voice } = site
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/cohorts/${cohort.name}`)}">${voice.names.ours(cohort.title)}</a></th><td role="cell" class="num" data-label="${text('sheet.cohort.since')}">${cohort.from === null ? text('sheet.cohort.notKnownSince') : html`<time datetime="${cohort.from}">${format.shortDate(cohort.from)}</time>`}</td><td role="cell" data-label="${text('cohort.reason')}"><span>${voice.say(cohort.said)}</span></td></tr>`
}

/** The table of cohorts it belongs to; what is unknown waits behind one line. */
export const cohortsSection = (site: Site, cohorts: readonly CohortOfState[]): Html => {
  const { text, format, voice } = site
  const own = cohorts.filter((cohort) => cohort.belongs === 'yes')
  const unknown = cohorts.filter((cohort) => cohort.belongs === 'unknown')
  return html`<section aria-labelledby="cohorts"><h2 id="cohorts">${text('sheet.cohorts')}</h2>
${
  own.length === 0
    ? html`<p>${text('sheet.cohorts.none')}</p>`
    : html`<p class="quiet">${text('sheet.cohorts.lead', { date: format.date(site.today()) })}</p><table role="table" class="plain stacks"><caption class="vh">${text('sheet.cohorts')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('sheet.cohort')}</th><th role="columnheader" scope="col">${text('sheet.cohort.since')}</th><th role="columnheader" scope="col">${text('cohort.reason')}</th></tr></thead><tbody role="rowgroup">${own.map((cohort) => row(site, cohort))}</tbody></table>`
}
${
  unknown.length === 0
    ? nothing
    : html`<details><summary>${text('sheet.cohorts.unknown', { count: unknown.length })}</summary><ul>${unknown.map((cohort) => html`<li><a href="${addressOf(site, `/cohorts/${cohort.name}`)}">${voice.names.ours(cohort.title)}</a> <span class="quiet">${voice.say(cohort.said)}</span></li>`)}</ul></details>`
}</section>`
}
