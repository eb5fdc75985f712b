// The actions an instrument promises, verbatim, each with the indicator that measures it and everything held that serves
// it: actions of plans of work, bodies, events, meetings.
import type { ActionOfWork } from '../../../implementation/plan-of-work.ts'
import type { ImplementationShown } from '../../data/implementation.ts'
import type { ActionMeasured, TargetsShown } from '../../data/targets.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { standingMark, workLink } from './parts.ts'

/** `on`: the day it was held or is planned for (EDTF). */
type Thing = { id: string; title: string; language: string | null; on: string | null }

type Serving = {
  actions: ActionOfWork[]
  /** What else serves it, by the word for it. */
  others: {
    what: 'targets.bodies' | 'targets.events' | 'targets.meetings'
    things: Thing[]
  }[]
}

const byDay = (a: Thing, b: Thing): number => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1)

/** Everything held that serves one action: by naming it, or by naming an action of a plan of work that carries it out. */
export const servingOf = (
  shown: ImplementationShown,
  action: string,
  kindName: (kind: string) => string,
): Serving => {
  const actions = shown.plans
    .flatMap((plan) => plan.actions)
    .filter(({ carriesOut }) => carriesOut.includes(action))
  const served = new Set([action, ...actions.map(({ id }) => id)])
  const serves = (one: { serves: readonly string[] }): boolean => one.serves.some((part) => served.has(part))
  const bodies = shown.bodies.filter(({ carriesOut }) => carriesOut.includes(action))
  const meetings = [...shown.bodies.flatMap((body) => body.meetings), ...shown.meetings].filter(serves)
  return {
    actions,
    others: [
      {
        what: 'targets.bodies' as const,
        things: bodies.map(({ id, title, language }) => ({ id, title, language, on: null })),
      },
      {
        what: 'targets.events' as const,
        things: shown.events
          .filter(serves)
          .map(({ id, title, kind, heldOn, plannedOn }) => ({
            ...{ id, title: title ?? kindName(kind), language: null, on: heldOn ?? plannedOn },
          }))
          .sort(byDay),
      },
      {
        what: 'targets.meetings' as const,
        things: meetings
          .map(({ id, title, topic, kind, language, heldOn, plannedOn }) => ({
            ...{ id, title: title ?? topic ?? kindName(kind), language, on: heldOn ?? plannedOn },
          }))
          .sort(byDay),
      },
    ].filter(({ things }) => things.length > 0),
  }
}

const indicatorLinks = (
  site: Site,
  { plan, year, indicators }: TargetsShown,
  action: ActionMeasured,
): Html =>
  action.indicators.length === 0
    ? html`<span class="quiet">${site.text('targets.noIndicator')}</span>`
    : html`${action.indicators.map(({ number, byOurReading }, i) => {
        const words = indicators.find((one) => one.number === number)?.text ?? ''
        return html`${i === 0 ? nothing : '; '}<a href="${addressOf(site, `/plans/${plan}/${number}`, { year })}" title="${words}">${number}</a>${byOurReading ? html` <span class="quiet">(${site.text('targets.ourReading')})</span>` : nothing}`
      })}`

const actionsLine = (site: Site, { actions }: Serving): Html => {
  if (actions.length === 0) return nothing
  const done = actions.filter(({ standing }) => standing === 'done').length
  return html`<dt>${site.text('targets.work')}</dt><dd><span class="num">${site.text('targets.done', { n: done, N: actions.length })}</span><ul>${actions.map(({ id, number, title, language, standing }) => html`<li>${number === null ? nothing : html`<span class="num">${number}</span> `}${workLink(site, id, inLanguage(title, language))} ${standingMark(site, standing)}</li>`)}</ul></dd>`
}

const thingList = (site: Site, things: readonly Thing[]): Html =>
  html`<ul>${things.map(({ id, title, language, on }) => html`<li>${on === null ? nothing : html`<span class="num quiet">${site.format.shortDate(on)}</span> `}${workLink(site, id, inLanguage(title, language))}</li>`)}</ul>`

const actionPart = (
  site: Site,
  shown: ImplementationShown,
  targets: TargetsShown,
  action: ActionMeasured,
): Html => {
  const { text } = site
  const serving = servingOf(shown, action.id, site.voice.names.kind)
  const isEmpty = serving.actions.length === 0 && serving.others.length === 0
  return html`<li><p><span class="num">${action.number}</span> <span class="verbatim">${inLanguage(action.text, targets.language)}</span></p>
<dl class="serving"><dt>${text('targets.indicator')}</dt><dd>${indicatorLinks(site, targets, action)}</dd>
${actionsLine(site, serving)}${serving.others.map(({ what, things }) => html`<dt>${text(what)}</dt><dd>${thingList(site, things)}</dd>`)}</dl>
${isEmpty ? html`<p class="quiet">○ ${text('targets.nothingHeld')}</p>` : nothing}</li>`
}

/**
 * Every action of a promise that somebody made by name. Of a treaty's plan, which may have many, those of which something
 * is held, and how many are left.
 */
export const actionPlanSection = (
  site: Site,
  shown: ImplementationShown,
  targets: TargetsShown | undefined,
): Html => {
  if (targets === undefined || targets.actions.length === 0) return nothing
  const { text } = site
  const isHeld = ({ id }: ActionMeasured): boolean => {
    const { actions, others } = servingOf(shown, id, (kind) => kind)
    return actions.length > 0 || others.length > 0
  }
  const listed = shown.parties.length > 0 ? targets.actions : targets.actions.filter(isHeld)
  const left = targets.actions.length - listed.length
  const isOurs = listed.some(({ indicators }) => indicators.some(({ byOurReading }) => byOurReading))
  return html`<section aria-labelledby="action-plan"><h2 id="action-plan">${text('targets.actionPlan')}</h2>
${isOurs ? html`<p class="quiet">${text('targets.ourReading.lead')}</p>` : nothing}
${listed.length === 0 ? nothing : html`<ol class="recommendations" role="list">${listed.map((action) => actionPart(site, shown, targets, action))}</ol>`}
${left === 0 ? nothing : left === targets.actions.length ? html`<p>${text('targets.allNothing', { count: left })}</p>` : html`<p>${text('targets.othersNothing', { count: left, all: targets.actions.length })}</p>`}</section>`
}
