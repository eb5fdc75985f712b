// All values of a plan at one glance, before its text: the answer first.
import { changeBetween } from '../../indicators/change.ts'
import type { ValueShown } from '../../indicators/show.ts'
import type { PlanIndicator } from '../data/plans.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf } from '../site.ts'
import { ofText, statusSlug, statusText, valueText } from '../value-words.ts'
import { sectionName } from './plan-indicators.ts'
import type { Drawing } from './plan-parts.ts'

/** Against the year before, where both are known: an arrow, and in words for who does not see it. */
const moved = ({ site, byNumber }: Drawing, indicator: PlanIndicator, value: ValueShown): Html => {
  const before = byNumber.get(indicator.number)?.find((one) => one.year === value.year - 1)
  const change = changeBetween({ year: value.year - 1, value: before }, { year: value.year, value })
  if (change.kind !== 'known' || before === undefined) return nothing
  const [arrow, key] =
    change.by > 0
      ? (['↑', 'plan.moved.up'] as const)
      : change.by < 0
        ? (['↓', 'plan.moved.down'] as const)
        : (['=', 'plan.moved.same'] as const)
  const words = site.text(key, { value: valueText(site, before), year: before.year })
  return html`<span class="chip-move"><span aria-hidden="true">${arrow}</span><span class="vh">${words}, </span></span>`
}

const chip = (drawing: Drawing, indicator: PlanIndicator): Html => {
  const { site, plan, year } = drawing
  const value = drawing.byNumber.get(indicator.number)?.find((candidate) => candidate.year === year)
  const address = addressOf(site, `/plans/${plan.id}/${indicator.number}`, { year: year ?? undefined })
  if (value === undefined)
    return html`<li><a class="chip s-none" href="${address}"><b>${indicator.number}</b></a></li>`
  const words = [indicator.text, ofText(site, value), statusText(site, value.status)]
    .filter((part) => part !== '')
    .join(' · ')
  return html`<li><a class="chip s-${statusSlug(value.status)}" href="${address}" title="${words}"><b>${indicator.number}</b> ${value.denominator === null || value.value === null || value.unit !== 'percentage' ? nothing : html`<span class="chip-of"><span class="vh">${ofText(site, value)}: </span><span aria-hidden="true">${site.format.number(value.numerator ?? 0)}/${site.format.number(value.denominator)}</span></span> `}${moved(drawing, indicator, value)}<span class="chip-value">${valueText(site, value)}</span></a></li>`
}

/** One row a section, one chip an indicator: its number, its value for the year, and by its edge the value's status. */
export const glance = (drawing: Drawing): Html => {
  const { site, plan } = drawing
  const rows = plan.sections
    .map((section, i) => ({
      title: html`<a href="${addressOf(site, `/plans/${plan.id}/sections/${sectionName(section, i)}`, { year: drawing.year ?? undefined })}">${inLanguage(section.title, section.language ?? plan.language)}</a>`,
      indicators: section.actions.flatMap((action) => action.indicators),
    }))
    .concat({ title: html`${site.text('plan.wholePlan')}`, indicators: plan.planIndicators })
    .filter((row) => row.indicators.length > 0)
  if (drawing.year === null || rows.length === 0) return nothing
  return html`<section class="glance" aria-labelledby="glance"><h2 id="glance">${site.text('plan.glance', { year: drawing.year })}</h2>
${[...drawing.byNumber.values()].flat().some((value) => value.year === (drawing.year ?? 0) - 1) ? html`<p class="quiet">${site.text('plan.moved.note', { year: drawing.year - 1 })}</p>` : nothing}
${rows.map((row) => html`<div class="glance-row"><h3>${row.title}</h3><ul role="list" class="num">${row.indicators.map((indicator) => chip(drawing, indicator))}</ul></div>`)}</section>`
}
