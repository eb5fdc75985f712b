// A convention's door: what its secretariat and committees ask first, on one page, each part leading on.
import { z } from '@hono/zod-openapi'
import type { DatedEvent } from '../../indicators/dates-between.ts'
import type { ValueShown } from '../../indicators/show.ts'
import { formalSeries } from '../../parties/meetings.ts'
import type { TreatyStatus } from '../../parties/treaty-status.ts'
import { problem } from '../../problem.ts'
import { addDays, addMonths } from '../../rules/dates.ts'
import type { PlanHeld } from '../data/plans.ts'
import type { ReportingPage } from '../data/reports.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { noticeLine } from '../notice.ts'
import { idAsked } from '../schemas/asked.ts'
import { conventionSchema } from '../schemas/conventions.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import { partiesTitle, sourceLine, treatyFigure } from '../treaty-figure.ts'
import type { CsvValue, Table, TwinPage } from '../twin.ts'
import { type ChangeCount, countChanges } from './change-counts.ts'
import { type CohortEntry, cohortList, countCohorts } from './cohort-list.ts'
import { datedList } from './dated-events.ts'
import { summarize } from './plan.ts'
import { latestYear } from './plan-parts.ts'
import { indicatorLinks } from './reports.ts'
import { meetingsTable, standingWord } from './treaty-parts.ts'

const params = z.object({
  treaty: idAsked.openapi({ description: 'Id of a treaty of which a plan or duties are held' }),
})
type Params = z.output<typeof params>
const none = z.object({})
type None = z.output<typeof none>

type PlanNow = { plan: PlanHeld; year: number | null; values: ValueShown[] }
type Loaded = {
  status: TreatyStatus
  plans: PlanNow[]
  reporting: ReportingPage | null
  cohorts: CohortEntry[]
  since: string
  changes: ChangeCount[]
  next: DatedEvent[]
  /** What its parties owe is held. */
  hasDuties: boolean
}

/** How far back changes are counted, and how far ahead dates are listed. */
const daysBack = 90
const monthsAhead = 18
// More dates than these, and the rest are counted.
const mostDates = 15

const load = async (site: Site, asked: { params: Params }): Promise<Loaded> => {
  const { data } = site
  const treaty = asked.params.treaty
  const today = site.today()
  const status = await data.showTreaty({ treaty, asOf: today, knownOn: today })
  const own = (await data.listPlans()).filter((plan) => plan.treaty === treaty)
  const hasDuties = (await data.listDutySets()).some((set) => set.instrument === treaty)
  if (own.length === 0 && !hasDuties)
    throw problem(
      'not-found',
      `Neither a plan nor duties are held for "${treaty}"; its status is at /treaties/${treaty}.`,
    )
  const plans: PlanNow[] = []
  for (const plan of own) {
    const values = await data.listValues(plan.id)
    plans.push({ plan, year: latestYear(values, today) ?? null, values })
  }
  const cycle = (await data.listReportingCycles()).find((one) => one.treaty === treaty)
  const year = cycle?.years.find((one) => one <= Number(today.slice(0, 4)))
  const reporting =
    cycle === undefined || year === undefined
      ? null
      : await data.showReporting({ obligation: cycle.obligation, year })
  const since = addDays(today, -daysBack)
  const ahead = await data.listDates({ after: today, until: addMonths(today, monthsAhead) }, today)
  return {
    status,
    hasDuties,
    plans,
    reporting,
    cohorts: await countCohorts(site, today, treaty),
    since,
    // Without a plan of its own, what changed is not told apart from what did under other treaties.
    changes: plans.length === 0 ? [] : countChanges(await data.listChanges({ since, ...changesOf(plans) })),
    // Dates of plans and treaties that are not this one's stand at their own doors.
    next: ahead.filter(
      (one) =>
        // What one State promised alone is no date of the treaty.
        (one.treaty ?? (one.states === null ? treaty : null)) === treaty &&
        (one.plan === null || own.some((plan) => plan.id === one.plan)),
    ),
  }
}

/** The values whose changes are counted here: those of the first plan, of its latest year. */
const changesOf = (plans: readonly PlanNow[]): { plan?: string; year?: number } => ({
  ...(plans[0] === undefined ? {} : { plan: plans[0].plan.id }),
  ...(plans[0]?.year == null ? {} : { year: plans[0].year }),
})

const answerSection = (site: Site, { status, hasDuties }: Loaded): Html => {
  const { text, format } = site
  const { counts, source } = status
  const isLater = source !== null && source.asOf < status.asOf
  const others = (['leaving', 'joining', 'left'] as const)
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${format.number(counts[standing])} ${standingWord(site, standing, status.basis)}`)
  return html`<section class="answer s-${isLater ? 'open' : 'known'}" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big">${format.number(counts.party)}</p><p class="big-of">${text(status.basis === 'in force' ? 'treaty.parties.short' : 'treaty.consents.short')}</p></div>
<div class="answer-words"><p>${isLater ? html`<span class="status s-provisional">${text('status.provisionalUntil', { date: format.shortDate(source.asOf) })}</span>` : html`<span class="status s-known">${text('status.known')}</span>`}${others.length === 0 ? nothing : html` ${others.join(' · ')}`}</p>
<p class="dates">${text('indicator.asOf')} <b><time datetime="${status.asOf}">${format.date(status.asOf)}</time></b></p>
${source === null ? nothing : html`<p class="quiet">${sourceLine(site, source)}</p>`}
<p><a href="${addressOf(site, `/treaties/${status.treaty}`)}">${text('convention.statusLink')}</a>${hasDuties ? html` · <a href="${addressOf(site, `/duties/${status.treaty}`)}">${text('convention.duties')}</a>` : nothing}</p></div></section>`
}

const planItem = (site: Site, { plan, year, values }: PlanNow): Html => {
  const { text } = site
  const summary = summarize(plan, values, year)
  const parts = (['known', 'provisional', 'not-known', 'no-cases', 'none'] as const)
    .filter((slug) => summary[slug] > 0)
    .map((slug) => text(`plan.summary.${slug}`, { count: summary[slug] }))
  return html`<li><h3><a href="${addressOf(site, `/plans/${plan.id}`)}">${inLanguage(plan.title, plan.language)}</a></h3>${noticeLine(site, plan)}
<p>${year === null ? text('plan.noValues') : html`${text('convention.valuesOf', { year })} ${parts.join(', ')}.`}</p>
<p><a href="${addressOf(site, `/plans/${plan.id}/compare`)}">${text('convention.compare')}</a> · <a href="${addressOf(site, '/published-figures')}">${text('published.title')}</a> · <a href="${addressOf(site, '/releases')}">${text('releases.title')}</a></p></li>`
}

const reportingSection = (site: Site, shown: ReportingPage): Html => {
  const { text, format } = site
  const { count } = shown
  const isKnown = count.received !== null && count.due > 0
  const missing = shown.receipts.filter((one) => one.state === 'missing')
  const address = addressOf(site, '/reports', { obligation: shown.obligation, year: shown.year })
  return html`<section aria-labelledby="reporting"><h2 id="reporting">${text('convention.reports', { year: shown.year })}</h2>
<p class="figure-line"><span class="figure${isKnown ? '' : ' none'}">${isKnown ? text('value.of', { n: count.received ?? 0, N: count.due }) : text('status.notKnown')}</span> <span class="of">${text(isKnown ? 'convention.reports.received' : 'convention.reports.notKnown')}</span></p>
<p class="quiet">${text('reports.lead', { year: shown.coversYear })} ${text('reports.asOf', { date: format.date(shown.asOf) })}</p>
${
  missing.length === 0
    ? isKnown
      ? html`<p>${text('convention.reports.noneMissing')}</p>`
      : nothing
    : html`<p>${text('convention.reports.missing', { count: missing.length })}</p><ul class="same" role="list">${missing.map((one) => html`<li><a href="${addressOf(site, `/states/${one.actor}`)}">${inLanguage(one.name, null)}</a></li>`)}</ul>`
}
<p><a href="${address}">${text('convention.reports.all')}</a>${shown.readBy.length === 0 ? nothing : html` · ${text('convention.reports.countedBy')} ${indicatorLinks(site, shown.readBy.slice(0, 3), shown.year)}`}</p></section>`
}

const changesSection = (site: Site, { since, changes, plans }: Loaded): Html => {
  const { text, format } = site
  const address = (part: string): string =>
    `${addressOf(site, '/changes', { since, ...changesOf(plans) })}#${part}`
  return html`<section aria-labelledby="lately"><h2 id="lately">${text('convention.changes', { date: format.date(since) })}</h2>
${
  changes.length === 0
    ? html`<p>${text('changes.nothing')}</p>`
    : html`<ul class="change-parts" role="list">${changes.map((part) => html`<li><a href="${address(part.id)}">${text(part.key as TextKey, { count: part.count })}</a></li>`)}</ul>`
}</section>`
}

const nextSection = (site: Site, next: readonly DatedEvent[]): Html => {
  const { text } = site
  const rest = next.length - mostDates
  return html`<section aria-labelledby="next"><h2 id="next">${text('convention.next')}</h2><p class="quiet">${text('convention.next.lead', { count: monthsAhead })}</p>
${next.length === 0 ? html`<p>${text('convention.next.none')}</p>` : datedList(site, next.slice(0, mostDates))}${rest > 0 ? html`<p class="quiet">${text('changes.andMore', { count: rest })}</p>` : nothing}</section>`
}

const page = (site: Site, loaded: Loaded): Html | Promise<Html> => {
  const { text } = site
  const { status, plans, reporting, cohorts } = loaded
  const title = site.voice.names.ours(status.title)
  const formal = status.meetings.filter((one) => (formalSeries as readonly string[]).includes(one.series))
  return layout(site, {
    title,
    description: partiesTitle(site, status),
    path: `/conventions/${status.treaty}`,
    crumbs: [{ label: text('treaties.title'), path: '/treaties' }, { label: title }],
    part: 'treaties',
    body: html`${markShapes}<header class="head"><p class="kicker">${text('convention.kicker')}</p><h1>${title}</h1><p class="lead">${text('convention.lead')}</p></header>
${answerSection(site, loaded)}
<div class="door-grid"><div>
<section aria-labelledby="plans"><h2 id="plans">${text('convention.plans')}</h2>${plans.length === 0 ? html`<p>${text('convention.plans.none')}</p>` : html`<ul class="plan-list" role="list">${plans.map((one) => planItem(site, one))}</ul>`}</section>
${reporting === null ? nothing : reportingSection(site, reporting)}
</div><div>
${plans.length === 0 ? nothing : changesSection(site, loaded)}
${nextSection(site, loaded.next)}
</div></div>
<section aria-labelledby="parties"><h2 id="parties">${text('treaty.overYears')}</h2>${treatyFigure(site, status)}</section>
${cohorts.length === 0 ? nothing : html`<section aria-labelledby="cohorts"><h2 id="cohorts">${text('cohorts.title')}</h2><p class="quiet">${text('cohorts.membersOn', { date: site.format.date(status.asOf) })}</p>${cohortList(site, cohorts)}</section>`}
${formal.length === 0 ? nothing : html`<section aria-labelledby="meetings"><h2 id="meetings">${text('convention.meetings')}</h2><p class="quiet">${text('treaty.meetings.lead')}</p>${meetingsTable(site, formal.slice(-5))}<p><a href="${addressOf(site, `/treaties/${status.treaty}`)}#meetings">${text('convention.meetings.all')}</a></p></section>`}`,
  })
}

export const conventionPage: TwinPage<Params, None, Loaded> = {
  path: '/conventions/{treaty}',
  summary: 'A convention: its plans, parties, reports, changes and dates',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: conventionSchema,
  example: async (site) => {
    const plan = (await site.data.listPlans()).find((one) => one.treaty !== null)
    return plan === undefined ? undefined : `/conventions/${plan.treaty}`
  },
  load,
  page,
  json: ({ status, plans, reporting, cohorts, since, changes, next }) => ({
    treaty: status.treaty,
    title: status.title,
    asOf: status.asOf,
    basis: status.basis,
    source: status.source,
    counts: status.counts,
    plans: plans.map(({ plan, year, values }) => {
      const { known, provisional, 'not-known': notKnown, 'no-cases': noCases } = summarize(plan, values, year)
      return {
        id: plan.id,
        title: plan.title,
        notice: plan.notice,
        year,
        known,
        provisional,
        notKnown,
        noCases,
      }
    }),
    reporting:
      reporting === null
        ? null
        : {
            obligation: reporting.obligation,
            year: reporting.year,
            coversYear: reporting.coversYear,
            received: reporting.count.received,
            due: reporting.count.due,
            missing: reporting.receipts
              .filter((one) => one.state === 'missing')
              .map(({ actor, name }) => ({ actor, name })),
          },
    cohorts: cohorts.map(({ name, title, members }) => ({ name, title, members })),
    since,
    changes: changes.map(({ id, count }) => ({ kind: id, count })),
    next,
  }),
  csv: ({ status, plans, reporting, cohorts, since, changes, next }): Table => ({
    columns: ['section', 'id', 'title', 'date', 'number', 'of'],
    rows: [
      ['parties', status.treaty, status.title, status.asOf, status.counts.party, null],
      ...plans.map(({ plan, year, values }): CsvValue[] => [
        ...['plan', plan.id, plan.title, year, summarize(plan, values, year).known, plan.indicators],
      ]),
      ...(reporting === null
        ? []
        : [
            [
              'reports',
              reporting.obligation,
              reporting.title,
              reporting.asOf,
              reporting.count.received,
              reporting.count.due,
            ],
            ...reporting.receipts
              .filter((one) => one.state === 'missing')
              .map((one): CsvValue[] => ['missing', one.actor, one.name, one.dueOn, null, null]),
          ]),
      ...cohorts.map((one): CsvValue[] => ['cohort', one.name, one.title, status.asOf, one.members, null]),
      ...changes.map((one): CsvValue[] => ['change', one.id, null, since, one.count, null]),
      ...next.map((one): CsvValue[] => ['next', one.kind, one.name ?? one.title, one.on, null, null]),
    ],
  }),
}
