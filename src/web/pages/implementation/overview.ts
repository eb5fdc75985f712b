// How one instrument is carried out: plans of work, bodies and their meetings, tasks, events, recommendations.
import { z } from '@hono/zod-openapi'
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
import type { Table, TwinPage } from '../../twin.ts'
import { actionPlanSection } from './action-plan-section.ts'
import { bodiesSection, tasksSection } from './bodies-section.ts'
import { eventsSection } from './events-section.ts'
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

const load = async (
  site: Site,
  { params: { plan: id }, query: { year } }: { params: Params; query: Query },
): Promise<Loaded> => {
  const plan = await site.data.findPlan(id)
  const shown = plan === undefined ? undefined : await site.data.showImplementation(id)
  if (plan === undefined || shown === undefined) throw problem('not-found', `No plan is held under "${id}".`)
  return { plan, shown, targets: await site.data.showTargets({ plan: id, year }) }
}

/** How far it is, in one sentence. */
const lead = (site: Site, { plans }: ImplementationShown): string => {
  const { text } = site
  const actions = plans.flatMap((plan) => plan.actions)
  if (actions.length === 0) return text('implementation.lead.none')
  const counts = countByStanding(actions)
  const late = counts.get('past-its-day') ?? 0
  const done = text('implementation.lead', { n: counts.get('done') ?? 0, N: actions.length })
  return late === 0 ? done : `${done} ${text('implementation.lead.late', { count: late })}`
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
    body: html`${markShapes}${dutyShapes}${noticeLine(site, plan)}<header class="head"><p class="kicker"><a href="${addressOf(site, `/plans/${plan.id}`)}">${inLanguage(plan.title, plan.language)}</a></p><h1>${text('implementation.crumb')}</h1>
<p class="lead">${[targetsLead(site, targets), lead(site, shown)].filter((one) => one !== undefined).join(' ')}</p></header>
${targetsSection(site, targets)}
${actionPlanSection(site, shown, targets)}
${planSection(site, shown, parts)}
${bodiesSection(site, shown)}
${tasksSection(site, shown)}
${eventsSection(site, shown)}
${recommendationsSection(site, shown)}`,
  })
}

/** A row for each reading of a target, one for an indicator that has none. */
const targetRows = (targets: TargetsShown | undefined): (string | number | null)[][] =>
  targets === undefined
    ? []
    : targets.indicators.flatMap(({ id, text, measures, readings }) => {
        const of = (more: readonly (string | number | null)[]) => [
          ...[targets.plan, 'target', id, text, null, targets.year, null, ...more],
        ]
        const actions = measures.map((action) => `${targets.plan}/${action}`).join('; ')
        return readings.length === 0
          ? [of([null, actions, null, null, null, null])]
          : readings.map(({ reading, value, asked, standing }) =>
              of([standing, actions, null, reading, value, asked]),
            )
      })

/** Everything in one table: what it is, whose, by when, where it stands. */
const csv = ({ shown, targets }: Loaded): Table => {
  const { plans, bodies, meetings, tasks, events, studies } = shown
  const of = (
    kind: string,
    id: string,
    title: string | null,
    more: readonly (string | number | null)[] = [],
  ) => [...[shown.instrument, kind, id, title], ...Array.from({ length: 9 }, (_, i) => more[i] ?? null)]
  return {
    columns: [
      'instrument',
      'kind',
      'id',
      'title',
      'first_date',
      'date',
      'slip_days',
      'standing',
      'of',
      'persons',
      'reading',
      'value',
      'asked',
    ],
    rows: [
      ...targetRows(targets),
      ...plans.flatMap((plan) => [
        of('plan', plan.id, plan.title, [plan.from, plan.until]),
        ...plan.actions.flatMap(({ id, title, schedule, standing, steps }) => [
          of('action', id, title, [
            ...[schedule.original.endsOn, schedule.now.endsOn, schedule.slip?.days ?? null],
            ...[standing, plan.id],
          ]),
          ...steps.map((step) =>
            of('step', step.id, step.title, [
              ...[step.schedule.original.due, step.schedule.now.due, step.schedule.slip?.days ?? null],
              ...[step.standing, id],
            ]),
          ),
        ]),
      ]),
      ...bodies.flatMap((body) => [
        of('body', body.id, body.title, [body.from, body.until]),
        ...body.members.map((member) =>
          of('member', member.id, member.office, [member.from, member.until, null, member.capacity, body.id]),
        ),
        ...body.meetings.map((one) =>
          of('meeting', one.id, one.title, [one.plannedOn, one.heldOn, null, null, body.id]),
        ),
      ]),
      ...meetings.map((one) => of('meeting', one.id, one.title, [one.plannedOn, one.heldOn])),
      ...tasks.map(({ id, title, schedule, standing, owner }) =>
        of('task', id, title, [
          ...[schedule.original.due, schedule.now.due, schedule.slip?.days ?? null],
          ...[standing, owner],
        ]),
      ),
      ...events.map((event) =>
        of('event', event.id, event.title, [
          event.plannedOn,
          event.heldOn,
          null,
          null,
          null,
          event.participants,
        ]),
      ),
      ...studies.flatMap((study) =>
        study.recommendations.map(({ id, number, text, actions }) =>
          of('recommendation', id, `${number} ${text}`, [
            null,
            null,
            null,
            actions.length > 0 ? 'taken up' : 'no action',
            study.id,
          ]),
        ),
      ),
    ],
  }
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
  json: ({ shown, targets }) => ({ ...shown, targets: targets ?? null }),
  csv,
}
