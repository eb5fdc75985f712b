// The plan of work on an instrument: a picture over time, and each action with who sees to it, by when, where it stands.
import { dayBefore } from '../../../facts/edtf.ts'
import { boundsOf } from '../../../facts/precision.ts'
import type { DependencyFault } from '../../../implementation/dependencies.ts'
import { restingOn } from '../../../implementation/mark.ts'
import type { ActionOfWork, PlanOfWork } from '../../../implementation/plan-of-work.ts'
import { planOfWorkChart, planOfWorkKey, type WorkBar } from '../../charts/plan-of-work.ts'
import type { ImplementationShown } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import {
  calledList,
  holdsWords,
  markWords,
  scheduleWords,
  standingMark,
  workLink,
  writeLink,
  writeLinks,
} from './parts.ts'

const spanOf = (startsOn: string | null, endsOn: string | null): WorkBar['now'] => {
  const from = startsOn === null ? null : boundsOf(startsOn)?.from
  const until = endsOn === null ? null : boundsOf(endsOn)?.until
  return from == null || until == null || until <= from ? null : { from, until }
}

const lookOf = ({ standing }: ActionOfWork): WorkBar['look'] =>
  standing === 'done' || standing === 'stopped'
    ? standing
    : standing === 'past-its-day' || standing === 'delayed'
      ? 'late'
      : standing === 'under-way'
        ? 'begun'
        : 'open'

const labelOf = (action: ActionOfWork, i: number): string => action.number ?? String(i + 1)

const figure = (site: Site, plan: PlanOfWork, asOf: string): Html => {
  const bars = plan.actions.map(
    (action, i): WorkBar => ({
      label: labelOf(action, i),
      original: spanOf(action.schedule.original.startsOn, action.schedule.original.endsOn),
      now: spanOf(action.schedule.now.startsOn, action.schedule.now.endsOn),
      look: lookOf(action),
      standing: site.text(`implementation.standing.${action.standing}`),
    }),
  )
  const words = site.text('implementation.picture', { title: plan.title ?? '' })
  const chart = planOfWorkChart(bars, asOf, words)
  return chart === nothing
    ? nothing
    : html`<figure class="chart over-time"><figcaption class="quiet">${site.text('implementation.picture.key')}${planOfWorkKey(
        bars,
        asOf,
        {
          first: site.text('implementation.picture.first'),
          today: site.format.date(asOf),
        },
      )}</figcaption><div class="scrolls" tabindex="0" role="group" aria-label="${words}">${chart}</div></figure>`
}

const actionRow = (site: Site, { called }: ImplementationShown, action: ActionOfWork, i: number): Html => {
  const { text } = site
  const none = html`<span class="quiet">${text('implementation.nobody')}</span>`
  return html`<tr role="row" id="${action.id}"><th role="rowheader" scope="row"><span class="num">${labelOf(action, i)}</span> ${workLink(site, action.id, inLanguage(action.title, action.language))}</th><td role="cell" data-label="${text('implementation.responsible')}">${action.responsible.length === 0 ? none : calledList(called, action.responsible)}</td><td role="cell" data-label="${text('implementation.when')}">${scheduleWords(site, action.schedule)}</td><td role="cell" data-label="${text('implementation.standing')}"><span>${standingMark(site, action.standing)}${markWords(site, restingOn(action))}</span></td></tr>`
}

const faultWords = (site: Site, { called }: ImplementationShown, fault: DependencyFault): string => {
  const titleOf = (id: string) => called[id] ?? id
  return fault.fault === 'circle'
    ? site.text('implementation.circle', { actions: site.format.list(fault.ids.map(titleOf)) })
    : site.text('implementation.tooEarly', { action: titleOf(fault.id), needs: titleOf(fault.needs) })
}

const sumsTable = (site: Site, { sums }: PlanOfWork): Html => {
  const { text, format } = site
  if (sums.length === 0) return nothing
  const columns = ['own', 'sought', 'pledged', 'stillSought'] as const
  return html`<h4>${text('implementation.budget')}</h4><p class="quiet">${text('implementation.budget.lead')}</p>
<table role="table" class="plain stacks"><caption class="vh">${text('implementation.budget')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('implementation.budget.year')}</th>${columns.map((column) => html`<th role="columnheader" scope="col" class="end">${text(`implementation.budget.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${sums.map(
    (sum) =>
      html`<tr role="row"><th role="rowheader" scope="row"><span class="num">${String(sum.year)}</span>, ${sum.currency}${sum.entered === 0 ? nothing : html`<br><span class="entered">${text('implementation.budget.entered', { n: sum.entered, N: sum.lines })}</span>`}</th>${columns.map((column) => html`<td role="cell" class="end num" data-label="${text(`implementation.budget.${column}`)}">${format.money(sum[column])}</td>`)}</tr>`,
  )}</tbody></table>`
}

const planPart = (site: Site, shown: ImplementationShown, plan: PlanOfWork): Html => {
  const { text } = site
  const columns = ['action', 'responsible', 'when', 'standing'] as const
  const writers = [plan.actor, ...shown.parties]
  return html`<h3>${workLink(site, plan.id, plan.title ?? text('implementation.plan'))}${markWords(site, plan)}</h3>
${holdsWords(site, plan)}
${plan.from === null ? nothing : html`<p class="quiet num">${text('implementation.span', { from: site.format.shortDate(plan.from), until: plan.until === null ? '…' : site.format.shortDate(dayBefore(plan.until)) })}</p>`}
${plan.faults.map((fault) => html`<p class="notice">${faultWords(site, shown, fault)}</p>`)}
${
  plan.actions.length === 0
    ? html`<p>${text('implementation.noActions')}</p>`
    : html`<table role="table" class="plain stacks work"><caption class="vh">${text('implementation.actions')}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${text(`implementation.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${plan.actions.map((action, i) => actionRow(site, shown, action, i))}</tbody></table>`
}
${figure(site, plan, shown.asOf)}
${sumsTable(site, plan)}
${writeLinks([writeLink(site, { kind: 'plan-action', actors: writers, called: shown.called, label: text('implementation.add.action'), fields: { plan: plan.id } })])}`
}

/** The parts of the instrument that no action carries out. */
const uncarried = (shown: ImplementationShown, parts: readonly string[]): string[] => {
  const carried = new Set([
    ...shown.plans
      .filter(({ holds }) => holds !== 'ended')
      .flatMap(({ actions }) => actions.flatMap((action) => action.carriesOut)),
    ...shown.bodies.filter(({ holds }) => holds !== 'ended').flatMap(({ carriesOut }) => carriesOut),
  ])
  return parts.filter((part) => !carried.has(part))
}

/** The plans of work, with what of the instrument none of them carries out. `parts`: its actions, by id. */
export const planSection = (
  site: Site,
  shown: ImplementationShown,
  parts: readonly { id: string; number: string; text: string; language: string }[],
): Html => {
  const { text } = site
  const open = new Set(
    uncarried(
      shown,
      parts.map(({ id }) => id),
    ),
  )
  const left = parts.filter(({ id }) => open.has(id))
  return html`<section aria-labelledby="plan"><h2 id="plan">${text('implementation.plans')}</h2>
${shown.plans.length === 0 ? html`<p>${text('implementation.noPlan')}</p>` : shown.plans.map((plan) => planPart(site, shown, plan))}
${
  shown.plans.length === 0 || left.length === 0
    ? nothing
    : html`<p>${text('implementation.uncarried', { count: left.length, all: parts.length })}</p><ul>${left.map((part) => html`<li><span class="num">${part.number}</span> ${inLanguage(part.text, part.language)}</li>`)}</ul>`
}
${writeLinks([writeLink(site, { kind: 'national-plan', actors: shown.parties, called: shown.called, label: text('implementation.add.plan'), fields: { instrument: shown.instrument, parties: shown.parties.join('; ') } })])}</section>`
}
