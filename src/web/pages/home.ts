// The first page: what is held here, and the three ways in: a plan, a State, a cohort.
import { z } from '@hono/zod-openapi'
import { Problem } from '../../problem.ts'
import type { CohortHeld } from '../data/cohorts.ts'
import type { PlanHeld } from '../data/plans.ts'
import { type Html, html, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes, memberStates, shapeOf, slugOf, stateWord } from '../marks.ts'
import { homeSchema } from '../schemas/home.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'
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
export type CohortEntry = CohortHeld & { members: number | null }
type Loaded = { plans: PlanEntry[]; cohorts: CohortEntry[]; asOf: string }

/** Every cohort with its number of members on a date; null where nobody has established it. */
export const countCohorts = async (site: Site, asOf: string): Promise<CohortEntry[]> => {
  const entries: CohortEntry[] = []
  for (const cohort of await site.data.listCohorts()) {
    entries.push({ ...cohort, members: await countMembers(site, cohort.name, asOf) })
  }
  return entries
}

const countMembers = async (site: Site, cohort: string, asOf: string): Promise<number | null> => {
  try {
    return (await site.data.listCohortMembers({ cohort, asOf, knownOn: site.today() })).length
  } catch (error) {
    if (error instanceof Problem && error.type === 'cohort-not-established') return null
    throw error
  }
}

const load = async (site: Site): Promise<Loaded> => {
  const asOf = site.today()
  const plans: PlanEntry[] = []
  for (const plan of await site.data.listPlans()) {
    const values = await site.data.listValues(plan.id)
    const year = latestYear(values, asOf) ?? null
    const summary = summarize(plan, values, year)
    const { id, title, status, notice, actions, indicators } = plan
    plans.push({
      ...{ id, title, status, notice, actions, indicators },
      year,
      known: summary.known,
      provisional: summary.provisional,
      notKnown: summary['not-known'],
      noCases: summary['no-cases'],
    })
  }
  return { plans, cohorts: await countCohorts(site, asOf), asOf }
}

const planItem = (site: Site, plan: PlanEntry): Html => {
  const { text } = site
  const figures = [
    plan.known > 0 && text('plan.summary.known', { count: plan.known }),
    plan.provisional > 0 && text('plan.summary.provisional', { count: plan.provisional }),
    plan.notKnown > 0 && text('plan.summary.not-known', { count: plan.notKnown }),
    plan.noCases > 0 && text('plan.summary.no-cases', { count: plan.noCases }),
  ].filter((part) => typeof part === 'string')
  return html`<li><h3><a href="${addressOf(site, `/plans/${plan.id}`)}">${plan.title}</a></h3>
${plan.notice === null ? nothing : html`<p class="notice">${plan.notice}</p>`}
<p>${text('home.size', { actions: text('home.actions', { count: plan.actions }), indicators: text('home.indicators', { count: plan.indicators }) })}</p>
<p class="quiet">${plan.year === null ? text('home.noValues') : html`${text('home.statusOfYear', { year: plan.year })}: ${figures.join(', ')}.`}</p></li>`
}

/** One line a cohort: how many, what it is called, what that means. */
export const cohortList = (site: Site, cohorts: CohortEntry[]): Html =>
  html`<ul class="cohorts" role="list">${cohorts.map(
    (cohort) =>
      html`<li><span class="cohort-count num">${cohort.members === null ? html`<span class="quiet" title="${site.text('cohort.notEstablished')}">?</span>` : site.format.number(cohort.members)}</span><div><a href="${addressOf(site, `/cohorts/${cohort.name}`)}">${cohort.title}</a>${cohort.members === null ? html` <span class="status s-not-known">${site.text('cohort.notEstablished')}</span>` : nothing}<p class="quiet">${cohort.words}</p></div></li>`,
  )}</ul>`

const notEstablished = (site: Site, cohorts: CohortEntry[]): Html =>
  cohorts.length === 0
    ? nothing
    : html`<p class="quiet">${site.text('cohort.othersNotEstablished')}</p><ul class="quiet">${cohorts.map(
        (cohort) =>
          html`<li><a href="${addressOf(site, `/cohorts/${cohort.name}`)}">${cohort.title}</a></li>`,
      )}</ul>`

const markList = (site: Site): Html =>
  html`<dl class="marks">${memberStates.map(
    (state) =>
      html`<div><dt><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> ${stateWord(site, state)}</dt><dd>${site.text(`state.${state}.means`)}</dd></div>`,
  )}</dl>`

const page = (site: Site, { plans, cohorts, asOf }: Loaded): Html | Promise<Html> => {
  const { text } = site
  return layout(site, {
    title: text('site.name'),
    description: text('home.description'),
    path: '/',
    crumbs: [],
    body: html`${markShapes}
<header class="head hero"><h1>${text('home.title')}</h1><p class="lead">${text('home.lead')}</p></header>
<div class="home-grid">
<section aria-labelledby="plans" class="home-plans"><h2 id="plans">${text('home.plans')}</h2>
${plans.length === 0 ? html`<p>${text('home.noPlans')}</p>` : html`<ul class="plan-list" role="list">${plans.map((plan) => planItem(site, plan))}</ul>`}</section>
<section aria-labelledby="look-up" class="home-states"><h2 id="look-up">${text('home.lookUp')}</h2>
<form class="look-up" method="get" action="${addressOf(site, '/states')}" role="search"><label for="q">${text('home.lookUp.label')}</label><span class="one-line"><input id="q" name="q" type="search" autocomplete="off"><button type="submit">${text('home.lookUp.button')}</button></span></form>
<h2>${text('home.marks')}</h2>${markList(site)}</section>
<section aria-labelledby="cohorts" class="home-cohorts"><h2 id="cohorts">${text('home.cohorts')}</h2>
<p class="quiet">${text('home.cohorts.lead', { date: site.format.date(asOf) })}</p>
${cohortList(
  site,
  cohorts.filter((cohort) => cohort.members !== null),
)}
${notEstablished(
  site,
  cohorts.filter((cohort) => cohort.members === null),
)}</section>
</div>`,
  })
}

const csv = ({ plans }: Loaded): Table => ({
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

export const homePage: TwinPage<Nothing, Nothing, Loaded> = {
  path: '/',
  summary: 'Plans and cohorts held',
  params: nothingAsked as unknown as z.ZodType<Nothing>,
  query: nothingAsked,
  data: homeSchema,
  load,
  page,
  json: (loaded) => loaded,
  csv,
}
