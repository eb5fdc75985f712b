// A cohort over time: how many belonged at the end of each year, and who joined and left between two days.
import type { CohortChange, CohortMovement, CohortYear } from '../../indicators/cohort-history.ts'
import { countChart } from '../charts/count-chart.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'

/** Years that say the same one after another are one row: nobody counted them. */
const rowsOf = (years: readonly CohortYear[]): { first: CohortYear; last: CohortYear }[] => {
  const rows: { first: CohortYear; last: CohortYear }[] = []
  for (const year of years) {
    const row = rows.at(-1)
    if (row !== undefined && row.last.members === null && year.members === null) row.last = year
    else rows.push({ first: year, last: year })
  }
  return rows.reverse()
}

const yearsTable = (site: Site, years: readonly CohortYear[]): Html => {
  const { text, format } = site
  return html`<table role="table" class="plain by-year"><caption class="vh">${text('cohort.years.table')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('treaty.year')}</th><th role="columnheader" scope="col">${text('cohort.years.members')}</th></tr></thead><tbody role="rowgroup">${rowsOf(
    years,
  ).map(
    ({ first, last }) =>
      html`<tr role="row"><th role="rowheader" scope="row">${first === last ? String(first.year) : `${first.year}–${last.year}`}${last.on.endsWith('-12-31') ? nothing : html` <span class="quiet">${text('treaty.yearUntil', { date: format.shortDate(last.on) })}</span>`}</th><td role="cell" class="num">${first.members === null ? html`<span class="status s-not-known">${text('cohort.notEstablished')}</span>` : format.number(first.members)}</td></tr>`,
  )}</tbody></table>`
}

/** The picture of the years that are established, with its table. */
export const cohortYears = (site: Site, years: readonly CohortYear[], title: string): Html => {
  const { text, format } = site
  const first = years.findIndex((one) => one.members !== null)
  if (first === -1) return nothing
  const shown = years.slice(first)
  const words = shown
    .map(
      (one) =>
        `${one.year}: ${one.members === null ? text('cohort.notEstablished') : format.number(one.members)}`,
    )
    .join('; ')
  return html`<section aria-labelledby="years"><h2 id="years">${text('cohort.years')}</h2>
<figure class="chart over-years"><figcaption><p class="picture-unit">${text('cohort.years.unit')}</p></figcaption>${countChart(
    site,
    shown.map((one) => ({ year: one.year, value: one.members })),
    `${title}. ${words}`,
  )}</figure>
<details><summary>${text('treaty.years')}</summary>${yearsTable(site, years)}</details></section>`
}

const movementList = (site: Site, moved: readonly CohortMovement[]): Html =>
  html`<ul class="news" role="list">${moved.map(
    (one) =>
      html`<li><a href="${addressOf(site, `/states/${one.actor}`)}">${inLanguage(one.name, null)}</a>${one.on === null ? nothing : html` <time class="num" datetime="${one.on}">${site.format.shortDate(one.on)}</time>`}<br><span class="where">${site.voice.say(one.said)}</span></li>`,
  )}</ul>`

/** Who joined and who left since a day; null where that is not established. */
export const cohortMoves = (site: Site, change: CohortChange | null, since: string): Html => {
  const { text, format } = site
  const date = format.date(since)
  const head = html`<h2 id="moves">${text('cohort.moves', { date })}</h2>`
  if (change === null)
    return html`<section aria-labelledby="moves">${head}<p>${text('cohort.moves.notEstablished')}</p></section>`
  if (change.joined.length + change.left.length === 0)
    return html`<section aria-labelledby="moves">${head}<p>${text('cohort.moves.none')}</p></section>`
  const part = (id: string, words: string, moved: readonly CohortMovement[], lead: string): Html =>
    moved.length === 0
      ? html`<section aria-labelledby="${id}"><h3 id="${id}">${words}</h3></section>`
      : html`<section aria-labelledby="${id}"><h3 id="${id}">${words}</h3><p class="quiet">${lead}</p>${movementList(site, moved)}</section>`
  return html`<section aria-labelledby="moves">${head}<div class="door-grid">${part('joined', text('cohort.joined', { count: change.joined.length }), change.joined, text('cohort.joined.lead'))}${part('left', text('cohort.left', { count: change.left.length }), change.left, text('cohort.left.lead'))}</div></section>`
}
