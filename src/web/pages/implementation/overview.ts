// How one instrument is carried out: plans of work, bodies and their meetings, tasks, events, recommendations.
import { z } from '@hono/zod-openapi'
import { restingOn } from '../../../implementation/mark.ts'
import { countByStanding } from '../../../implementation/plan-of-work.ts'
import { problem } from '../../../problem.ts'
import type { ImplementationShown } from '../../data/implementation.ts'
import type { PlanShown } from '../../data/plans.ts'
import type { TargetsShown } from '../../data/targets.ts'
import { dutyShapes } from '../../duty-marks.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes } from '../../marks.ts'
import { noticeLine } from '../../notice.ts'
import { idAsked, yearAsked } from '../../schemas/asked.ts'
import { implementationSchema } from '../../schemas/implementation.ts'
import { targetsSchema } from '../../schemas/targets.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TwinPage } from '../../twin.ts'
import { calendarLink, calendarSection, dutiesCalendar } from '../duties/subscribe.ts'
import { reportLink } from '../progress/report.ts'
import { actionPlanSection } from './action-plan-section.ts'
import { bodiesSection, tasksSection } from './bodies-section.ts'
import { eventsSection } from './events-section.ts'
import { byOthersSection, orphansSection } from './orphans-section.ts'
import { overviewTable } from './overview-table.ts'
import { planSection } from './plan-section.ts'
import { recommendationsSection } from './recommendations-section.ts'
import { targetsLead, targetsSection } from './targets-section.ts'

const params = z.object({ plan: idAsked })
const query = z.object({ year: yearAsked.optional() })
type Params = z.output<typeof params>
type Query = z.output<typeof query>
type Loaded = {
  plan: PlanShown
  shown: ImplementationShown
  /** Undefined where nothing of the plan is counted. */
  targets: TargetsShown | undefined
}

/** The plan, or a refusal. */
const findPlan = async (site: Site, id: string): Promise<PlanShown> => {
  const plan = await site.data.findPlan(id)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${id}".`)
  return plan
}

const load = async (
  site: Site,
  { params: { plan: id }, query: { year } }: { params: Params; query: Query },
): Promise<Loaded> => {
  const plan = await findPlan(site, id)
  const shown = await site.data.showImplementation(id)
  if (shown === undefined) throw problem('not-found', `No plan is held under "${id}".`)
  return { plan, shown, targets: await site.data.showTargets({ plan: id, year }) }
}

/** How far it is, in one sentence. */
const lead = (site: Site, { plans }: ImplementationShown): string => {
  const { text } = site
  const ended = plans.filter(({ holds }) => holds === 'ended').length
  const over = ended === 0 ? [] : [text('implementation.lead.ended', { count: ended })]
  const actions = plans.flatMap((plan) => (plan.holds === 'ended' ? [] : plan.actions))
  if (actions.length === 0) return [text('implementation.lead.none'), ...over].join(' ')
  const counts = countByStanding(actions)
  const late = counts.get('past-its-day') ?? 0
  const entered = actions.filter((action) => restingOn(action).entered).length
  return [
    text('implementation.lead', { n: counts.get('done') ?? 0, N: actions.length }),
    ...(late === 0 ? [] : [text('implementation.lead.late', { count: late })]),
    ...(entered === 0 ? [] : [text('implementation.lead.entered', { count: entered })]),
    ...over,
  ].join(' ')
}

const page = (
  site: Site,
  { plan, shown, targets }: Loaded,
  asked: { query: Query },
): Html | Promise<Html> => {
  const { text } = site
  const parts = plan.sections.flatMap((section) =>
    section.actions.map(({ number, text: words, language }) => ({
      ...{ id: `${plan.id}/${number}`, number, text: words, language: language ?? plan.language },
    })),
  )
  return layout(site, {
    title: text('implementation.title', { title: plan.title }),
    description: text('implementation.description', { title: plan.title }),
    path: `/plans/${plan.id}/implementation`,
    query: asked.query,
    crumbs: [
      { label: plan.title, path: `/plans/${plan.id}`, language: plan.language },
      { label: text('implementation.crumb') },
    ],
    part: 'plans',
    hasCalendar: true,
    body: html`${markShapes}${dutyShapes}${noticeLine(site, plan)}<header class="head"><p class="kicker"><a href="${addressOf(site, `/plans/${plan.id}`)}">${inLanguage(plan.title, plan.language)}</a></p><h1>${text('implementation.crumb')}</h1>
<p class="lead">${[targetsLead(site, targets), lead(site, shown)].filter((one) => one !== undefined).join(' ')}</p>${reportLink(site, plan)}<p>${calendarLink(site)}</p></header>
${targetsSection(site, targets)}
${actionPlanSection(site, shown, targets)}
${planSection(site, shown, parts)}
${bodiesSection(site, shown, targets)}
${tasksSection(site, shown)}
${eventsSection(site, shown)}
${recommendationsSection(site, shown)}
${orphansSection(site, shown.orphans)}
${byOthersSection(site, shown)}
${calendarSection(site, `/plans/${plan.id}/implementation`)}`,
  })
}

export const implementationPage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}/implementation',
  summary:
    'How a plan or pledge is carried out: targets, plans of work, bodies, meetings, tasks, events, recommendations',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: implementationSchema
    .extend({ targets: targetsSchema.nullable() })
    .openapi('ImplementationWithTargets'),
  example: async (site) => {
    const [first] = await site.data.listPlans()
    return first === undefined ? undefined : `/plans/${first.id}/implementation`
  },
  load,
  page,
  // Its targets, steps and tasks by their days, whoever owes them.
  calendar: async (site, { params: { plan: id }, ...asked }) => {
    const plan = await findPlan(site, id)
    return dutiesCalendar(site, {
      ...asked,
      what: plan.title,
      scope: { instrument: id },
      path: `/plans/${id}/implementation`,
    })
  },
  json: ({ shown, targets }) => ({ ...shown, targets: targets ?? null }),
  csv: ({ shown, targets }) => overviewTable(shown, targets),
}
