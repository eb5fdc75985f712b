// What a State counts towards: its state in each indicator that has it in the population, a column for each year.
import type { PlanShown } from '../data/plans.ts'
import type { StateValue } from '../data/states.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { slugOf, stateMark } from '../marks.ts'
import { noticeLine } from '../notice.ts'
import { addressOf, type Site, splitIndicator } from '../site.ts'
import { figuresOf } from '../value-words.ts'
import { indicatorsOf } from './plan-parts.ts'

const cell = (site: Site, values: StateValue[], year: number): Html => {
  const { plan } = splitIndicator(values[0]?.indicator ?? '')
  const ofYear = values.filter((value) => value.year === year)
  if (ofYear.length === 0) return html`<td role="cell" data-label="${String(year)}"></td>`
  return html`<td role="cell" data-label="${String(year)}">${ofYear.map(
    (value) =>
      html`<a class="plain-link" href="${addressOf(site, `/plans/${plan}/${value.number}`, { year })}#members-${slugOf(value.state)}"><span class="vh">${value.number}, ${String(year)}: </span>${stateMark(site, value.state)}</a>${value.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}<span class="block quiet">${site.voice.say(value.said)}</span><span class="block quiet num">${figuresOf(site, value)}</span>`,
  )}</td>`
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const table = (site: Site, title: string, plan: PlanShown | undefined, values: StateValue[]): Html => {
  const years = [...new Set(values.map((value) => value.year))].sort()
  const numbers = [...new Set(values.map((value) => value.number))].sort(byNumber)
  const texts = new Map((plan === undefined ? [] : indicatorsOf(plan)).map((one) => [one.number, one.text]))
  const spoken = plan === undefined ? nothing : spokenIn(plan.language)
  return html`<table role="table" class="plain stacks matrix"><caption class="vh">${title}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${site.text('stateSheet.indicator')}</th>${years.map((year) => html`<th role="columnheader" scope="col" class="num">${String(year)}</th>`)}</tr></thead>
<tbody role="rowgroup">${numbers.map((number) => {
    const own = values.filter((value) => value.number === number)
    return html`<tr role="row"><th role="rowheader" scope="row"><span class="number num">${number}</span> <span class="verbatim"${spoken}>${texts.get(number) ?? ''}</span></th>${years.map((year) => cell(site, own, year))}</tr>`
  })}</tbody></table>`
}

/** What is known stands open; indicators of which nothing is known wait behind one line. */
const planTable = (site: Site, plan: PlanShown | undefined, values: StateValue[]): Html => {
  const title = plan?.title ?? splitIndicator(values[0]?.indicator ?? '').plan
  const byIndicator = [...Map.groupBy(values, (value) => value.number).values()]
  const isUnknown = (own: StateValue[]): boolean => own.every((value) => value.state === 'unknown')
  const unknown = byIndicator.filter(isUnknown)
  const rest = byIndicator.filter((own) => !isUnknown(own))
  return html`<h3>${inLanguage(title, plan?.language ?? null)}</h3>${plan === undefined ? nothing : noticeLine(site, plan)}
${rest.length === 0 ? nothing : table(site, title, plan, rest.flat())}
${
  unknown.length === 0
    ? nothing
    : html`<details><summary>${site.text('stateSheet.unknownValues', { count: unknown.length })}</summary>${table(site, site.text('stateSheet.unknownValues', { count: unknown.length }), plan, unknown.flat())}</details>`
}`
}

/** The table of values, one for each plan. */
export const valuesSection = (site: Site, values: StateValue[], plans: PlanShown[]): Html => {
  const { text } = site
  return html`<section aria-labelledby="values"><h2 id="values">${text('stateSheet.values')}</h2>
${
  values.length === 0
    ? html`<p>${text('stateSheet.noValues')}</p>`
    : html`<p class="quiet">${text('stateSheet.values.lead')}</p>${[
        ...Map.groupBy(values, (value) => splitIndicator(value.indicator).plan),
      ].map(([id, own]) =>
        planTable(
          site,
          plans.find((plan) => plan.id === id),
          own,
        ),
      )}`
}</section>`
}
