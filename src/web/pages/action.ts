// One action of a plan: its words, its indicators over the years, and who was counted in one of them.
import { z } from '@hono/zod-openapi'
import type { IndicatorShown, MemberShown, ValueShown } from '../../indicators/show.ts'
import { problem } from '../../problem.ts'
import type { CrosswalkShown } from '../data/crosswalks.ts'
import type { ServingShown } from '../data/implementation.ts'
import type { PlanAction, PlanIndicator, PlanSection, PlanShown } from '../data/plans.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { layout } from '../layout.ts'
import { countStates, markShapes, shapeOf, slugOf, stateWord } from '../marks.ts'
import { noticeLine } from '../notice.ts'
import { idAsked, yearAsked } from '../schemas/asked.ts'
import { actionSchema } from '../schemas/plans.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'
import { figureWords, ofText, statusMark, valueText } from '../value-words.ts'
import { yearsChart } from '../years-chart.ts'
import { counterpartLines } from './crosswalk.ts'
import { servingSection } from './implementation/serves.ts'
import { memberAnchor } from './indicator-members.ts'
import { sectionName, wordsOf } from './plan-indicators.ts'
import { latestYear, yearsOf } from './plan-parts.ts'

const params = z.object({ plan: idAsked, action: idAsked })
const query = z.object({ year: yearAsked.optional() })
type Params = z.output<typeof params>
type Query = z.output<typeof query>

type Placed = { section: PlanSection; at: number; action: PlanAction }
type Loaded = {
  plan: PlanShown
  placed: Placed
  previous: string | null
  next: string | null
  year: number | null
  values: ValueShown[]
  /** The indicators of the action in the year, with their members. */
  shown: IndicatorShown[]
  crosswalks: CrosswalkShown[]
  /** What is done for it. */
  serving: ServingShown[]
}

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const plan = await site.data.findPlan(asked.params.plan)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${asked.params.plan}".`)
  const all = plan.sections.flatMap((section, at) =>
    section.actions.map((action): Placed => ({ section, at, action })),
  )
  const here = all.findIndex((one) => one.action.number === asked.params.action)
  const placed = all[here]
  if (placed === undefined)
    throw problem('not-found', `The plan "${plan.id}" has no action "${asked.params.action}".`)
  const ofPlan = await site.data.listValues(plan.id)
  const year = asked.query.year ?? latestYear(ofPlan, site.today()) ?? null
  const numbers = placed.action.indicators.map((indicator) => indicator.number)
  const values = ofPlan.filter((value) => numbers.includes(value.number)).sort((a, b) => a.year - b.year)
  const crosswalks = await site.data.listCrosswalksOf(plan.id)
  const shown: IndicatorShown[] = []
  for (const { id, number } of placed.action.indicators)
    if (year !== null && values.some((value) => value.number === number && value.year === year))
      shown.push(await site.data.showIndicator({ indicator: id, year }))
  return {
    plan,
    placed,
    crosswalks,
    serving: await site.data.listServing(`${plan.id}/${placed.action.number}`),
    previous: all[here - 1]?.action.number ?? null,
    next: all[here + 1]?.action.number ?? null,
    year,
    values,
    shown,
  }
}

const valuesTable = (
  site: Site,
  plan: PlanShown,
  indicator: PlanIndicator,
  values: ValueShown[],
  year: number | null,
): Html => {
  const { text, format } = site
  const headings = [
    text('indicator.trend.year'),
    text('indicator.readings.value'),
    text('indicator.readings.of'),
    text('indicator.trend.asOf'),
  ]
  return html`<table class="figures plain"><caption class="vh">${indicator.number}: ${text('action.years')}</caption><thead><tr><th scope="col">${headings[0]}</th><th scope="col" class="end">${headings[1]}</th><th scope="col" class="end">${headings[2]}</th><th scope="col">${headings[3]}</th></tr></thead><tbody>${values.map(
    (value) =>
      html`<tr${value.year === year ? html` class="here"` : nothing}><th scope="row"><a class="num" href="${addressOf(site, `/plans/${plan.id}/${indicator.number}`, { year: value.year })}">${String(value.year)}</a></th><td class="end num">${value.value === null ? nothing : valueText(site, value)}</td><td class="end num">${ofText(site, value)}</td><td>${format.shortDate(value.asOf)}${value.status === 'known' ? nothing : html`<br>${statusMark(site, value.status)}`}</td></tr>`,
  )}</tbody></table>`
}

/** Whether some of what a member's state rests on was entered here, not received. */
const isEntered = (member: MemberShown): boolean => member.evidence.some((evidence) => evidence.entered)

const memberLink = (site: Site, shown: IndicatorShown, member: MemberShown): Html =>
  html`<li><a href="${addressOf(site, `/plans/${shown.instrument}/${shown.number}`, { year: shown.year })}#${memberAnchor(member)}">${inLanguage(member.name, null)}</a>${isEntered(member) ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}</li>`

/** By state, in the order of the marks; each name leads to its reason and evidence. */
const whoWasCounted = (site: Site, shown: IndicatorShown): Html => {
  const { text, format } = site
  const isOfStates = shown.members.every((member) => member.member === member.actor)
  const counted = shown.members.filter((member) => member.state === 'counted').length
  if (shown.members.length === 0) return html`<p>${text('indicator.noMembers')}</p>`
  if (!isOfStates)
    return html`<p>${text('action.records', { counted, members: shown.members.length })} <a href="${addressOf(site, `/plans/${shown.instrument}/${shown.number}`, { year: shown.year })}#members">${text('indicator.members')}</a></p>`
  return html`<ul class="counted-groups" role="list">${countStates(shown.members).map(
    ({ state, members }) =>
      html`<li><p><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> <b>${stateWord(site, state)}</b> <b class="num">${format.number(members)}</b> <span class="quiet">${text(`state.${state}.means`)}</span></p><ul class="same" role="list">${shown.members
        .filter((member) => member.state === state)
        .sort((a, b) => format.compare(a.name, b.name))
        .map((member) => memberLink(site, shown, member))}</ul></li>`,
  )}</ul>`
}

const indicatorSection = (site: Site, loaded: Loaded, indicator: PlanIndicator): Html => {
  const { plan, year, values } = loaded
  const { text } = site
  const own = values.filter((value) => value.number === indicator.number)
  const shown = loaded.shown.find((one) => one.number === indicator.number)
  const id = `indicator-${indicator.number.replaceAll('.', '-')}`
  return html`<section class="action-indicator" aria-labelledby="${id}"><h2 id="${id}"><a href="${addressOf(site, `/plans/${plan.id}/${indicator.number}`, { year: year ?? undefined })}">${text('indicator.kicker', { number: indicator.number })}</a></h2>
${wordsOf(plan, indicator)}
${own.length === 0 ? html`<p>${text('plan.noValues')}</p>` : html`<div class="beside">${valuesTable(site, plan, indicator, own, year)}<figure class="chart">${yearsChart(site, yearsOf(plan, values), own, text('indicator.trend.title', { number: indicator.number, values: own.map((value) => `${value.year} ${figureWords(site, value)}`).join('; ') }))}</figure></div>`}
<h3>${text('action.who', { year: year ?? '' })}</h3>
${shown === undefined ? html`<p>${text('action.who.none')}</p>` : whoWasCounted(site, shown)}</section>`
}

const yearTabs = (site: Site, { plan, placed, values, year }: Loaded): Html => {
  const years = [...new Set(values.map((value) => value.year))].sort()
  return years.length === 0
    ? nothing
    : html`<nav class="year-tabs" aria-label="${site.text('plan.year')}"><ul role="list">${years.map(
        (one) =>
          html`<li><a class="num" href="${addressOf(site, `/plans/${plan.id}/actions/${placed.action.number}`, { year: one })}"${one === year ? html` aria-current="page"` : nothing}>${String(one)}</a></li>`,
      )}</ul></nav>`
}

const neighbours = (site: Site, { plan, previous, next, year }: Loaded): Html => {
  const link = (number: string | null, rel: 'prev' | 'next'): Html =>
    number === null
      ? nothing
      : html`<a rel="${rel}" href="${addressOf(site, `/plans/${plan.id}/actions/${number}`, { year: year ?? undefined })}">${site.text('plan.action', { number })}</a>`
  return html`<nav class="neighbours" aria-label="${site.text('action.neighbours')}">${link(previous, 'prev')}${link(next, 'next')}</nav>`
}

const page = (site: Site, loaded: Loaded, asked: { query: Query }): Html | Promise<Html> => {
  const { plan, placed, year } = loaded
  const { action, section, at } = placed
  const { text } = site
  const label = text('plan.action', { number: action.number })
  const sectionPath = `/plans/${plan.id}/sections/${sectionName(section, at)}`
  return layout(site, {
    title: `${label}: ${plan.title}`,
    description: text('action.description', { number: action.number, text: action.text }),
    path: `/plans/${plan.id}/actions/${action.number}`,
    query: asked.query,
    crumbs: [
      { label: plan.title, language: plan.language, path: `/plans/${plan.id}` },
      { label: section.title, language: section.language ?? plan.language, path: sectionPath },
      { label },
    ],
    part: 'plans',
    body: html`${markShapes}${noticeLine(site, plan)}
<header class="head"><p class="kicker">${label} · <a href="${addressOf(site, sectionPath, { year: year ?? undefined })}">${inLanguage(section.title, section.language ?? plan.language)}</a></p><h1 class="verbatim"${spokenIn(action.language ?? plan.language)}>${action.text}</h1>${(action.translations ?? []).map((other) => html`<p class="verbatim quiet"${spokenIn(other.language)}>${other.text}</p>`)}
${counterpartLines(site, plan.id, 'action', action.number, loaded.crosswalks)}${yearTabs(site, loaded)}</header>
${action.indicators.length === 0 ? html`<p>${text('action.noIndicators')}</p>` : action.indicators.map((indicator) => indicatorSection(site, loaded, indicator))}
${servingSection(site, plan.id, loaded.serving)}
${neighbours(site, loaded)}`,
  })
}

const csv = ({ plan, placed, values, shown, serving }: Loaded): Table => {
  const { action } = placed
  const base = (indicator: PlanIndicator) => [
    plan.id,
    plan.notice,
    action.number,
    action.text,
    indicator.number,
    indicator.text,
  ]
  return {
    columns: [
      'plan',
      'notice',
      'action',
      'action_text',
      'indicator',
      'text',
      'row',
      'year',
      'numerator',
      'denominator',
      'value',
      'status',
      'actor',
      'name',
      'state',
      'reason',
      'fact',
      'date',
      'mark',
    ],
    rows: [
      ...(action.indicators.length === 0
        ? [
            [plan.id, plan.notice, action.number, action.text, null, null, 'action'].concat(
              new Array(10).fill(null),
            ),
          ]
        : action.indicators.flatMap((indicator) => [
            ...values
              .filter((value) => value.number === indicator.number)
              .map((value) => [
                ...base(indicator),
                'value',
                value.year,
                value.numerator,
                value.denominator,
                value.value,
                value.status,
                null,
                null,
                null,
                null,
                null,
              ]),
            ...shown
              .filter((one) => one.number === indicator.number)
              .flatMap((one) =>
                one.members.map((member) => [
                  ...base(indicator),
                  'member',
                  one.year,
                  member.inN,
                  member.inD,
                  null,
                  null,
                  member.actor,
                  member.name,
                  member.state,
                  member.reason,
                  null,
                  null,
                  isEntered(member) ? 'entered here, not received' : null,
                ]),
              ),
          ])),
      ...serving.map((one) => [
        ...[plan.id, plan.notice, action.number, action.text, null, one.title, one.kind, null],
        ...[null, null, null, null, one.actor, one.actorName, null, null, one.id, one.on, null],
      ]),
    ].map((row) => [...row, ...new Array(19 - row.length).fill(null)]),
  }
}

export const actionPage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}/actions/{action}',
  summary: 'An action of a plan with its indicators over the years and who was counted',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: actionSchema,
  example: async (site) => {
    const [plan] = await site.data.listPlans()
    const held = plan === undefined ? undefined : await site.data.findPlan(plan.id)
    const [action] = held?.sections.flatMap((section) => section.actions) ?? []
    return action === undefined ? undefined : `/plans/${plan?.id}/actions/${action.number}`
  },
  load,
  page,
  json: ({ plan, placed, year, values, shown, serving }) => ({
    plan: plan.id,
    title: plan.title,
    planNotice: plan.notice,
    section: placed.section.title,
    action: placed.action,
    year,
    values,
    members: shown.map(({ number, members }) => ({
      number,
      members: members.map(({ evidence, ...member }) => ({
        ...member,
        entered: evidence.some((one) => one.entered),
      })),
    })),
    carriedOutBy: serving,
  }),
  csv,
}
