// The pledges of a State with the values of their indicators.
import type { PledgeShown } from '../data/engagements.ts'
import { type Html, html, nothing, spokenIn } from '../html.ts'
import { noticeLine } from '../notice.ts'
import { addressOf, type Site } from '../site.ts'
import { valueText } from '../value-words.ts'
import { indicatorsOf } from './plan-parts.ts'

const valuesTable = (site: Site, { plan, values }: PledgeShown): Html => {
  const { text } = site
  const years = [...new Set(values.map((value) => value.year))].sort((a, b) => a - b)
  const cell = (number: string, year: number): Html => {
    const value = values.find((one) => one.number === number && one.year === year)
    if (value === undefined)
      return html`<td role="cell" class="end" data-label="${String(year)}">${text('value.noValues')}</td>`
    const none = value.value === null ? ' none' : ''
    return html`<td role="cell" class="end" data-label="${String(year)}"><a class="plain-link" href="${addressOf(site, `/plans/${plan.id}/${number}`, { year })}"><span class="figure${none}">${valueText(site, value)}</span></a></td>`
  }
  return html`<table role="table" class="plain stacks pledge-values"><caption class="vh">${text('ministry.pledge.indicators')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('ministry.pledge.indicator')}</th>${years.map((year) => html`<th role="columnheader" scope="col" class="end num">${String(year)}</th>`)}</tr></thead><tbody role="rowgroup">${indicatorsOf(
    plan,
  ).map(
    (indicator) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a class="num" href="${addressOf(site, `/plans/${plan.id}/${indicator.number}`)}"><span class="vh">${text('indicator.kicker', { number: '' })}</span>${indicator.number}</a> <span class="verbatim"${spokenIn(plan.language)}>${indicator.text}</span></th>${years.map((year) => cell(indicator.number, year))}</tr>`,
  )}</tbody></table>`
}

const pledgePart = (site: Site, pledge: PledgeShown): Html => {
  const { plan } = pledge
  const actions = plan.sections.flatMap((section) => section.actions)
  return html`<h3 class="verbatim"${spokenIn(plan.language)}>${plan.title}</h3>
${noticeLine(site, plan)}<p><a href="${addressOf(site, `/plans/${plan.id}`)}">${site.text('ministry.pledge.full')}</a></p>
<details><summary>${site.text('ministry.pledge.actions')} <span class="num quiet">${site.format.number(actions.length)}</span></summary><ol class="pledge-actions">${actions.map((action) => html`<li class="verbatim"><a class="plain-link" href="${addressOf(site, `/plans/${plan.id}#action-${action.number}`)}"${spokenIn(plan.language)}>${action.text}</a></li>`)}</ol></details>
${indicatorsOf(plan).length === 0 ? nothing : html`<details><summary>${site.text('ministry.pledge.indicators')} <span class="num quiet">${site.format.number(indicatorsOf(plan).length)}</span></summary>${valuesTable(site, pledge)}</details>`}`
}

/** The pledges the State is a party to, verbatim, with the values of their indicators year by year. */
export const pledgesSection = (site: Site, pledges: readonly PledgeShown[]): Html =>
  pledges.length === 0
    ? nothing
    : html`<section aria-labelledby="pledge"><h2 id="pledge">${site.text('ministry.pledge')}</h2>${pledges.map((pledge) => pledgePart(site, pledge))}</section>`
