// A plan as it stands: its sections with their words, its actions, and what each indicator says today.

import { z } from '@hono/zod-openapi'
import type { ValueShown } from '../../indicators/show.ts'
import { problem } from '../../problem.ts'
import type { PlanAction, PlanIndicator, PlanSection, PlanShown } from '../data/plans.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { noticeLine } from '../notice.ts'
import { idAsked, yearAsked } from '../schemas/asked.ts'
import { planSchema } from '../schemas/plans.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'
import { statusSlug } from '../value-words.ts'
import { glance } from './plan-glance.ts'
import { chapeau, indicatorItem, sectionName, wordsOf } from './plan-indicators.ts'
import { type Drawing, latestYear, yearsOf } from './plan-parts.ts'
import { reportLink } from './progress/report.ts'

const params = z.object({ plan: idAsked })
const query = z.object({ year: yearAsked.optional() })
type Params = z.output<typeof params>
type Query = z.output<typeof query>
type Loaded = {
  plan: PlanShown
  values: ValueShown[]
  year: number | null
  hasCrosswalk: boolean
  hasDuties: boolean
}

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const plan = await site.data.findPlan(asked.params.plan)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${asked.params.plan}".`)
  const values = await site.data.listValues(plan.id)
  const year = asked.query.year ?? latestYear(values, site.today()) ?? null
  return {
    plan,
    values,
    year,
    hasCrosswalk: (await site.data.listCrosswalksOf(plan.id)).length > 0,
    hasDuties: (await site.data.listDutySets()).some((set) => set.instrument === plan.id),
  }
}

const actionArticle = (drawing: Drawing, action: PlanAction): Html =>
  html`<article class="action" id="action-${action.number}"><h3><a href="${addressOf(drawing.site, `/plans/${drawing.plan.id}/actions/${action.number}`, { year: drawing.year ?? undefined })}">${drawing.site.text('plan.action', { number: action.number })}</a></h3>
${wordsOf(drawing.plan, action)}
${action.indicators.length === 0 ? nothing : html`<ul class="indicators" role="list">${action.indicators.map((indicator) => indicatorItem(drawing, indicator))}</ul>`}</article>`

const sectionId = (section: PlanSection, i: number): string => `section-${sectionName(section, i)}`

const planSection = (drawing: Drawing, section: PlanSection, i: number): Html =>
  html`<section class="plan-section" aria-labelledby="${sectionId(section, i)}"><h2 id="${sectionId(section, i)}">${section.number === null ? nothing : html`<span class="section-number">${section.number}</span> `}<a href="${addressOf(drawing.site, `/plans/${drawing.plan.id}/sections/${sectionName(section, i)}`, { year: drawing.year ?? undefined })}">${inLanguage(section.title, section.language ?? drawing.plan.language)}</a></h2>
${chapeau(drawing.plan, section)}
${section.actions.map((action) => actionArticle(drawing, action))}</section>`

const contents = (site: Site, plan: PlanShown): Html =>
  html`<nav class="contents" aria-label="${site.text('plan.contents')}"><h2>${site.text('plan.contents')}</h2><ol role="list">${plan.sections.map(
    (section, i) => {
      const [first, last] = [section.actions[0], section.actions.at(-1)]
      const range =
        first === undefined || last === undefined
          ? nothing
          : html` <span class="quiet num">${first === last ? site.text('plan.oneAction', { first: first.number }) : site.text('plan.actionsRange', { first: first.number, last: last.number })}</span>`
      return html`<li><span class="section-number num">${section.number ?? ''}</span><span><a href="#${sectionId(section, i)}">${inLanguage(section.title, section.language ?? plan.language)}</a>${range}</span></li>`
    },
  )}</ol></nav>`

/** How many indicators have a value for the year, by status: honest before anyone scrolls. */
export const summarize = (plan: { indicators: number }, values: ValueShown[], year: number | null) => {
  const ofYear = values.filter((value) => value.year === year)
  const count = (slug: string) => ofYear.filter((value) => statusSlug(value.status) === slug).length
  return {
    known: count('known'),
    provisional: count('provisional'),
    'not-known': count('not-known'),
    'no-cases': count('no-cases'),
    none: Math.max(0, plan.indicators - ofYear.length),
  }
}

const yearTabs = (site: Site, plan: PlanShown, values: ValueShown[], year: number | null): Html => {
  const years = [...new Set(values.map((value) => value.year))].sort()
  if (years.length === 0) return html`<p>${site.text('plan.noValues')}</p>`
  const summary = summarize(plan, values, year)
  const parts = (['known', 'provisional', 'not-known', 'no-cases', 'none'] as const).filter(
    (slug) => summary[slug] > 0,
  )
  return html`<nav class="year-tabs" aria-label="${site.text('plan.year')}"><ul role="list">${years.map(
    (one) =>
      html`<li><a class="num" href="${addressOf(site, `/plans/${plan.id}`, { year: one })}"${one === year ? html` aria-current="page"` : nothing}>${String(one)}</a></li>`,
  )}</ul></nav>
${year === null ? nothing : html`<p class="summary">${site.text('plan.summary', { count: plan.indicators, year })} ${site.format.list(parts.map((slug) => site.text(`plan.summary.${slug}`, { count: summary[slug] })))}.</p>`}`
}

const page = (
  site: Site,
  { plan, values, year, hasCrosswalk, hasDuties }: Loaded,
  asked: { query: Query },
): Html | Promise<Html> => {
  const byNumber = Map.groupBy(values, (value) => value.number)
  const drawing: Drawing = { site, plan, year, years: yearsOf(plan, values), byNumber }
  const { source } = plan
  return layout(site, {
    title: plan.title,
    description: site.text('plan.description', { title: plan.title }),
    path: `/plans/${plan.id}`,
    query: asked.query,
    crumbs: [{ label: plan.title, language: plan.language }],
    part: 'plans',
    body: html`${noticeLine(site, plan)}
<header class="head"><h1>${inLanguage(plan.title, plan.language)}</h1>
<p class="quiet">${site.text('home.size', { actions: site.text('home.actions', { count: plan.actions }), indicators: site.text('home.indicators', { count: plan.indicators }) })}${
      source === null
        ? nothing
        : html` · ${site.text.rich('plan.source', { source: source.address === null ? source.title : html`<a href="${source.address}" rel="external noreferrer">${source.title}</a>` })}`
    }</p>
${hasCrosswalk ? html`<p><a href="${addressOf(site, `/plans/${plan.id}/crosswalk`)}">${site.text('crosswalk.title')}</a></p>` : nothing}
<p><a href="${addressOf(site, `/plans/${plan.id}/implementation`)}">${site.text('implementation.crumb')}</a></p>
${reportLink(site, plan)}
${hasDuties ? html`<p><a href="${addressOf(site, `/duties/${plan.id}`)}">${site.text('plan.duties')}</a></p>` : nothing}
${yearTabs(site, plan, values, year)}
${values.length === 0 ? nothing : html`<p>${new Set(values.map((value) => value.year)).size < 2 ? nothing : html`<a href="${addressOf(site, `/plans/${plan.id}/compare`)}">${site.text('plan.compareYears')}</a> · `}<a href="${addressOf(site, '/releases')}">${site.text('releases.title')}</a></p>`}</header>
${glance(drawing)}
<div class="with-contents">${contents(site, plan)}<div class="plan-text">
${plan.sections.map((section, i) => planSection(drawing, section, i))}
${plan.planIndicators.length === 0 ? nothing : html`<section class="plan-section" aria-labelledby="whole-plan"><h2 id="whole-plan">${site.text('plan.wholePlan')}</h2><ul class="indicators" role="list">${plan.planIndicators.map((indicator) => indicatorItem(drawing, indicator))}</ul></section>`}
</div></div>`,
  })
}

const csv = ({ plan, values }: Loaded): Table => {
  const rows = (section: PlanSection | null, action: PlanAction | null, indicator: PlanIndicator) => {
    const own = values.filter((value) => value.number === indicator.number)
    return (own.length === 0 ? [undefined] : own).map((value) => [
      plan.id,
      plan.notice,
      section?.number ?? null,
      action?.number ?? null,
      indicator.number,
      indicator.text,
      indicator.unit,
      value?.year ?? null,
      value?.asOf ?? null,
      value?.numerator ?? null,
      value?.denominator ?? null,
      value?.value ?? null,
      value?.status ?? null,
    ])
  }
  return {
    columns: [
      'plan',
      'notice',
      'section',
      'action',
      'indicator',
      'text',
      'unit',
      'year',
      'as_of',
      'numerator',
      'denominator',
      'value',
      'status',
    ],
    rows: [
      ...plan.sections.flatMap((section) =>
        section.actions.flatMap((action) =>
          action.indicators.flatMap((indicator) => rows(section, action, indicator)),
        ),
      ),
      ...plan.planIndicators.flatMap((indicator) => rows(null, null, indicator)),
    ],
  }
}

export const planPage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}',
  summary: 'A plan with its text and the values of its indicators',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: planSchema,
  example: async (site) => {
    const [first] = await site.data.listPlans()
    return first === undefined ? undefined : `/plans/${first.id}`
  },
  load,
  page,
  json: ({ plan, year, values }) => ({ plan, year, values }),
  csv,
}
