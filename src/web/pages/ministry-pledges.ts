// What is due, and the pledges of a State with the values of their indicators.
import { placeOf } from '../../engagements/engagement.ts'
import type { DueShown, ExpectedShown, MinistryShown, PledgeShown } from '../data/engagements.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { noticeLine } from '../notice.ts'
import { addressOf, type Site } from '../site.ts'
import { valueText } from '../value-words.ts'
import { indicatorsOf } from './plan-parts.ts'

const dueState = (site: Site, shown: MinistryShown, due: DueShown): Html => {
  const { text } = site
  if (due.observations.length === 0)
    return html`<b>${text(due.past ? 'ministry.due.past' : 'ministry.due.ahead')}</b>`
  return html`<span>${text(due.past ? 'ministry.due.observed' : 'ministry.due.observedAhead')} ${due.observations.map(
    (id, i) => {
      const seen = shown.engagements.find((one) => one.id === id)
      return html`${i === 0 ? '' : ', '}<a href="#${placeOf(id)}">${inLanguage(seen?.title ?? id, 'en')}</a>`
    },
  )}</span>`
}

/** Milestones with a date, and that there are others without. Nothing where no milestone is held. */
export const dueSection = (site: Site, shown: MinistryShown): Html => {
  const { text, format } = site
  const own = shown.engagements.filter((one) => one.kind === 'milestone' && one.relation !== 'named')
  if (own.length === 0) return nothing
  const undated = own.length - shown.due.length
  const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`
  return html`<section aria-labelledby="due"><h2 id="due">${text('ministry.due')}</h2>
${
  shown.due.length === 0
    ? nothing
    : html`<table role="table" class="plain stacks"><caption class="vh">${text('ministry.due')}</caption><thead role="rowgroup"><tr role="row">${head(text('ministry.due.milestone'))}${head(text('ministry.due.by'))}${head(text('ministry.due.state'))}</tr></thead><tbody role="rowgroup">${shown.due.map(
        (due) =>
          html`<tr role="row"><th role="rowheader" scope="row"><a href="#${placeOf(due.id)}">${inLanguage(due.title, 'en')}</a></th><td role="cell" class="num" data-label="${text('ministry.due.by')}">${format.date(due.due)}</td><td role="cell" data-label="${text('ministry.due.state')}">${dueState(site, shown, due)}</td></tr>`,
      )}</tbody></table>`
}${undated === 0 ? nothing : html`<p>${text('ministry.due.undated', { count: undated })}</p>`}</section>`
}

/** What recurs by a stated rhythm: when next, and what is held of it. */
export const expectedSection = (site: Site, shown: MinistryShown): Html => {
  const { text } = site
  if (shown.expected.length === 0) return nothing
  const thisYear = Number(site.today().slice(0, 4))
  const values = shown.pledges.flatMap((pledge) => pledge.values)
  const heldOf = ({ indicator, lastHeld }: ExpectedShown): Html => {
    const value = values.find((one) => one.indicator === indicator && one.year === thisYear)
    if (value !== undefined)
      return html`<a href="${addressOf(site, `/plans/${indicator}`, { year: thisYear })}">${text('ministry.expected.value', { year: thisYear, value: valueText(site, value) })}</a>`
    return html`${lastHeld === null ? text('ministry.expected.none') : text('ministry.expected.last', { year: lastHeld })}`
  }
  const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`
  return html`<section aria-labelledby="expected"><h2 id="expected">${text('ministry.expected')}</h2><p>${text('ministry.expected.lead')}</p>
<table role="table" class="plain stacks"><caption class="vh">${text('ministry.expected')}</caption><thead role="rowgroup"><tr role="row">${head(text('ministry.expected.what'))}${head(text('ministry.field.recurrence'))}${head(text('ministry.expected.next'))}${head(text('ministry.expected.held'))}</tr></thead><tbody role="rowgroup">${shown.expected.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a href="#${placeOf(one.id)}">${inLanguage(one.title, 'en')}</a></th><td role="cell" data-label="${text('ministry.field.recurrence')}">${text('ministry.recurrence.years', { count: one.everyYears })}</td><td role="cell" class="num" data-label="${text('ministry.expected.next')}">${one.next === null ? text('ministry.expected.uncounted') : String(one.next)}</td><td role="cell" data-label="${text('ministry.expected.held')}">${heldOf(one)}</td></tr>`,
  )}</tbody></table></section>`
}

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
  return html`<table role="table" class="plain stacks pledge-values"><caption>${text('ministry.pledge.indicators')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('ministry.pledge.indicator')}</th>${years.map((year) => html`<th role="columnheader" scope="col" class="end num">${String(year)}</th>`)}</tr></thead><tbody role="rowgroup">${indicatorsOf(
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
<h4>${site.text('ministry.pledge.actions')}</h4>
<ol class="pledge-actions">${actions.map((action) => html`<li class="verbatim"><a class="plain-link" href="${addressOf(site, `/plans/${plan.id}#action-${action.number}`)}"${spokenIn(plan.language)}>${action.text}</a></li>`)}</ol>
${indicatorsOf(plan).length === 0 ? nothing : valuesTable(site, pledge)}`
}

/** The pledges the State is a party to, verbatim, with the values of their indicators year by year. */
export const pledgesSection = (site: Site, pledges: readonly PledgeShown[]): Html =>
  pledges.length === 0
    ? nothing
    : html`<section aria-labelledby="pledge"><h2 id="pledge">${site.text('ministry.pledge')}</h2>${pledges.map((pledge) => pledgePart(site, pledge))}</section>`
