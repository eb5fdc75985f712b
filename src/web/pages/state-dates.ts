// The dates of a State: what it owes next, and what fell due once, each with how its date came about.
import type { DutyShown } from '../data/duties.ts'
import type { ActorShown } from '../data/states.ts'
import { type Html, html } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import { stateDutiesTable } from './duties/state-table.ts'

/** A table of the duties given, and the way to all of them. */
export const datesSection = (site: Site, state: ActorShown, dates: readonly DutyShown[]): Html => {
  const { text } = site
  return html`<section aria-labelledby="dates"><h2 id="dates">${text('sheet.dates')}</h2>
${
  dates.length === 0
    ? html`<p>${text('sheet.dates.none')}</p>`
    : html`<p class="quiet">${text('sheet.dates.lead')}</p>${stateDutiesTable(site, text('sheet.dates'), dates)}`
}
<p><a href="${addressOf(site, `/states/${state.id}/duties`)}">${text('sheet.dates.all')}</a></p></section>`
}
