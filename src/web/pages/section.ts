// One section of a plan: its words, in which state its members were found, its actions and what their indicators say.
import { z } from '@hono/zod-openapi'
import type { StateCount, ValueShown } from '../../indicators/show.ts'
import { problem } from '../../problem.ts'
import type { PlanAction, PlanSection, PlanShown } from '../data/plans.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { noticeLine } from '../notice.ts'
import { idAsked, yearAsked } from '../schemas/asked.ts'
import { sectionSchema } from '../schemas/plans.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'
import { groupsOf, statesFigure } from './member-states.ts'
import { chapeau, indicatorItem, sectionName, wordsOf } from './plan-indicators.ts'
import { type Drawing, latestYear, yearsOf } from './plan-parts.ts'

const params = z.object({ plan: idAsked, section: idAsked })
const query = z.object({ year: yearAsked.optional() })
type Params = z.output<typeof params>
type Query = z.output<typeof query>

type Loaded = {
  plan: PlanShown
  at: number
  section: PlanSection
  year: number | null
  /** Values and states of the section's own indicators, all years. */
  values: ValueShown[]
  states: StateCount[]
}

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const plan = await site.data.findPlan(asked.params.plan)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${asked.params.plan}".`)
  const at = plan.sections.findIndex((section, i) => sectionName(section, i) === asked.params.section)
  const section = plan.sections[at]
  if (section === undefined)
    throw problem('not-found', `The plan "${plan.id}" has no section "${asked.params.section}".`)
  const all = await site.data.listValues(plan.id)
  const numbers = new Set(
    section.actions.flatMap((action) => action.indicators.map((indicator) => indicator.number)),
  )
  return {
    plan,
    at,
    section,
    year: asked.query.year ?? latestYear(all, site.today()) ?? null,
    values: all.filter((value) => numbers.has(value.number)),
    states: (await site.data.countStates(plan.id)).filter((count) => numbers.has(count.number)),
  }
}

const actionArticle = (drawing: Drawing, action: PlanAction): Html =>
  html`<article class="action" id="action-${action.number}"><h3><a href="${addressOf(drawing.site, `/plans/${drawing.plan.id}/actions/${action.number}`, { year: drawing.year ?? undefined })}">${drawing.site.text('plan.action', { number: action.number })}</a></h3>
${wordsOf(drawing.plan, action)}
${action.indicators.length === 0 ? nothing : html`<ul class="indicators" role="list">${action.indicators.map((indicator) => indicatorItem(drawing, indicator))}</ul>`}</article>`

const yearTabs = (site: Site, loaded: Loaded): Html => {
  const years = [...new Set(loaded.values.map((value) => value.year))].sort()
  if (years.length === 0) return nothing
  const path = `/plans/${loaded.plan.id}/sections/${sectionName(loaded.section, loaded.at)}`
  return html`<nav class="year-tabs" aria-label="${site.text('plan.year')}"><ul role="list">${years.map(
    (year) =>
      html`<li><a class="num" href="${addressOf(site, path, { year })}"${year === loaded.year ? html` aria-current="page"` : nothing}>${String(year)}</a></li>`,
  )}</ul></nav>`
}

const statesSection = (site: Site, { plan, section, year, states }: Loaded): Html => {
  if (year === null) return nothing
  const { text } = site
  const rows = section.actions
    .flatMap((action) => action.indicators)
    .map(({ number }) => ({
      label: number,
      groups: groupsOf(states, number, year),
      address: addressOf(site, `/plans/${plan.id}/${number}`, { year }),
    }))
    .filter((row) => row.groups.length > 0)
  if (rows.length === 0) return nothing
  const title = text('statesChart.title', { year })
  return html`<section aria-labelledby="states"><h2 id="states">${text('section.states', { year })}</h2>
${statesFigure(site, rows, { title, caption: title, heading: text('compare.indicator') })}
<p class="quiet">${text('statesChart.source')}</p></section>`
}

const neighbours = (site: Site, { plan, at, year }: Loaded): Html => {
  const link = (i: number, rel: 'prev' | 'next'): Html => {
    const section = plan.sections[i]
    if (section === undefined) return nothing
    const path = `/plans/${plan.id}/sections/${sectionName(section, i)}`
    const words = [section.number, section.title].filter((part) => part !== null).join(' ')
    return html`<a rel="${rel}" href="${addressOf(site, path, { year: year ?? undefined })}"><span${spokenIn(section.language ?? plan.language)}>${words}</span></a>`
  }
  return html`<nav class="neighbours" aria-label="${site.text('section.neighbours')}">${link(at - 1, 'prev')}${link(at + 1, 'next')}</nav>`
}

const page = (site: Site, loaded: Loaded, asked: { query: Query }): Html | Promise<Html> => {
  const { plan, section, at, year, values } = loaded
  const { text } = site
  const name = sectionName(section, at)
  const drawing: Drawing = {
    site,
    plan,
    year,
    years: yearsOf(plan, values),
    byNumber: Map.groupBy(values, (value) => value.number),
  }
  return layout(site, {
    title: `${section.title}: ${plan.title}`,
    description: text('section.description', { title: section.title, year: year ?? '' }),
    path: `/plans/${plan.id}/sections/${name}`,
    query: asked.query,
    crumbs: [
      { label: plan.title, language: plan.language, path: `/plans/${plan.id}` },
      { label: section.title, language: section.language ?? plan.language },
    ],
    part: 'plans',
    body: html`${markShapes}${noticeLine(site, plan)}
<header class="head"><p class="kicker"><a href="${addressOf(site, `/plans/${plan.id}`, { year: year ?? undefined })}">${inLanguage(plan.title, plan.language)}</a> · ${text('section.kicker', { number: name })}</p><h1${spokenIn(section.language ?? plan.language)}>${section.title}</h1>
${yearTabs(site, loaded)}</header>
${section.paragraphs.length === 0 ? nothing : html`<section aria-labelledby="words"><h2 id="words" class="vh">${text('section.words')}</h2>${chapeau(plan, section)}</section>`}
${
  section.actions.length === 0
    ? html`<p>${text('section.noActions')}</p>`
    : html`<section aria-labelledby="actions"><h2 id="actions">${text('section.actions')}</h2>${section.actions.map((action) => actionArticle(drawing, action))}</section>`
}
${statesSection(site, loaded)}
${neighbours(site, loaded)}`,
  })
}

const csv = ({ plan, section, at, values, states }: Loaded): Table => ({
  columns: [
    'plan',
    'notice',
    'section',
    'action',
    'indicator',
    'text',
    'unit',
    'year',
    'numerator',
    'denominator',
    'value',
    'status',
    'counted',
    'partly',
    'not_counted',
    'not_reported',
    'pending',
    'not_applicable',
    'unknown',
  ],
  rows: section.actions.flatMap((action) =>
    action.indicators.flatMap((indicator) => {
      const own = values.filter((value) => value.number === indicator.number)
      return (own.length === 0 ? [undefined] : own).map((value) => {
        const groups = value === undefined ? [] : groupsOf(states, value.number, value.year)
        const count = (state: StateCount['state']): number | null =>
          value === undefined ? null : (groups.find((group) => group.state === state)?.members ?? 0)
        return [
          plan.id,
          plan.notice,
          sectionName(section, at),
          action.number,
          indicator.number,
          indicator.text,
          indicator.unit,
          value?.year ?? null,
          value?.numerator ?? null,
          value?.denominator ?? null,
          value?.value ?? null,
          value?.status ?? null,
          count('counted'),
          count('partly'),
          count('not counted'),
          count('not reported'),
          count('pending'),
          count('not applicable'),
          count('unknown'),
        ]
      })
    }),
  ),
})

export const sectionPage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}/sections/{section}',
  summary: 'A section of a plan with its values and the states of their members',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: sectionSchema,
  example: async (site) => {
    const [plan] = await site.data.listPlans()
    const held = plan === undefined ? undefined : await site.data.findPlan(plan.id)
    const [section] = held?.sections ?? []
    return section === undefined ? undefined : `/plans/${plan?.id}/sections/${sectionName(section, 0)}`
  },
  load,
  page,
  json: ({ plan, section, year, values, states }) => ({
    plan: plan.id,
    title: plan.title,
    planNotice: plan.notice,
    section,
    year,
    values,
    states,
  }),
  csv,
}
