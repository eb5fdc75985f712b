// Every plan and pledge held, with how much of it has a value.
import { z } from '@hono/zod-openapi'
import type { PlanHeld } from '../data/plans.ts'
import { type Html, html, inLanguage } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { noticeLine } from '../notice.ts'
import { plansSchema } from '../schemas/plans.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'
import { markList } from './mark-list.ts'
import { summarize } from './plan.ts'
import { latestYear } from './plan-parts.ts'

const nothingAsked = z.object({})
type Nothing = z.output<typeof nothingAsked>

type PlanEntry = PlanHeld & {
  year: number | null
  known: number
  provisional: number
  notKnown: number
  noCases: number
}

const load = async (site: Site): Promise<PlanEntry[]> => {
  const plans: PlanEntry[] = []
  for (const plan of await site.data.listPlans()) {
    const values = await site.data.listValues(plan.id)
    const year = latestYear(values, site.today()) ?? null
    const summary = summarize(plan, values, year)
    const { id, title, status, notice, noticeIn, treaty, language, actions, indicators } = plan
    plans.push({
      ...{ id, title, status, notice, noticeIn, treaty, language, actions, indicators },
      year,
      known: summary.known,
      provisional: summary.provisional,
      notKnown: summary['not-known'],
      noCases: summary['no-cases'],
    })
  }
  return plans
}

const planItem = (site: Site, plan: PlanEntry): Html => {
  const { text } = site
  const figures = [
    plan.known > 0 && text('plan.summary.known', { count: plan.known }),
    plan.provisional > 0 && text('plan.summary.provisional', { count: plan.provisional }),
    plan.notKnown > 0 && text('plan.summary.not-known', { count: plan.notKnown }),
    plan.noCases > 0 && text('plan.summary.no-cases', { count: plan.noCases }),
  ].filter((part) => typeof part === 'string')
  return html`<li><h2><a href="${addressOf(site, `/plans/${plan.id}`)}">${inLanguage(plan.title, plan.language)}</a></h2>
${noticeLine(site, plan)}
<p>${text('home.size', { actions: text('home.actions', { count: plan.actions }), indicators: text('home.indicators', { count: plan.indicators }) })}</p>
<p class="quiet">${plan.year === null ? text('home.noValues') : html`${text('home.statusOfYear', { year: plan.year })}: ${figures.join(', ')}.`}</p></li>`
}

/** The way in for a plan of one's own, as docs/how-to/add-a-plan.md goes it. */
const ownCommands = ['plan new FOLDER --from TEXT-FILE', 'plan check FOLDER', 'plan add FOLDER']

const page = (site: Site, plans: PlanEntry[]): Html | Promise<Html> => {
  const { text } = site
  return layout(site, {
    title: text('home.plans'),
    description: text('plans.description'),
    path: '/plans',
    crumbs: [{ label: text('home.plans') }],
    part: 'plans',
    body: html`${markShapes}<header class="head"><h1>${text('home.plans')}</h1><p class="lead">${text('plans.description')}</p></header>
${plans.length === 0 ? html`<p>${text('home.noPlans')}</p>` : html`<ul class="plan-list" role="list">${plans.map((plan) => planItem(site, plan))}</ul>`}
<p><a href="${addressOf(site, '/releases')}">${text('releases.title')}</a> · <a href="${addressOf(site, '/published-figures')}">${text('published.title')}</a></p>
<section aria-labelledby="own"><h2 id="own">${text('plans.own')}</h2><p>${text('plans.own.lead')}</p><ul>${ownCommands.map((command) => html`<li><code>npm exec pacta -- ${command}</code></li>`)}</ul></section>
<section aria-labelledby="marks"><h2 id="marks">${text('home.marks')}</h2>${markList(site)}</section>`,
  })
}

const csv = (plans: PlanEntry[]): Table => ({
  columns: [
    'plan',
    'title',
    'notice',
    'status',
    'actions',
    'indicators',
    'year',
    'known',
    'provisional',
    'not_known',
    'no_cases',
  ],
  rows: plans.map((plan) => [
    plan.id,
    plan.title,
    plan.notice,
    plan.status,
    plan.actions,
    plan.indicators,
    plan.year,
    plan.known,
    plan.provisional,
    plan.notKnown,
    plan.noCases,
  ]),
})

export const plansPage: TwinPage<Nothing, Nothing, PlanEntry[]> = {
  path: '/plans',
  summary: 'Plans and pledges held',
  params: nothingAsked as unknown as z.ZodType<Nothing>,
  query: nothingAsked,
  data: plansSchema,
  load,
  page,
  json: (plans) => ({ plans }),
  csv,
}
