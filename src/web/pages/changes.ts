// What changed since a day: values that moved and why, what time did, and what became known.
import { z } from '@hono/zod-openapi'
import type { Changes, FactChange } from '../../indicators/changes.ts'
import { addDays } from '../../rules/dates.ts'
import type { PlanHeld } from '../data/plans.ts'
import type { ActorShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { dateAsked, idAsked, yearAsked } from '../schemas/asked.ts'
import { changesSchema } from '../schemas/changes.ts'
import { addressOf, type Site, twinOf } from '../site.ts'
import type { TextKey } from '../text.ts'
import type { CsvValue, Table, TwinPage } from '../twin.ts'
import { countChanges, movedOf } from './change-counts.ts'
import {
  actsList,
  coverageList,
  factsByKind,
  mostMoving,
  movedSection,
  reportsTable,
  turnsIn,
} from './change-parts.ts'
import { datedList } from './dated-events.ts'

const none = z.object({})
type None = z.output<typeof none>
const query = z.object({
  since: dateAsked
    .optional()
    .openapi({ description: 'What became known after this day; without it 90 days back' }),
  until: dateAsked.optional().openapi({ description: 'Up to and with this day; without it today' }),
  state: idAsked.optional().openapi({ description: 'Only what is about this State' }),
  plan: idAsked.optional().openapi({ description: 'Only the values of this plan' }),
  year: yearAsked
    .optional()
    .openapi({ description: 'Only the values of this year; without it all that have begun' }),
})
type Query = z.output<typeof query>

type Loaded = { changes: Changes; plans: PlanHeld[]; states: ActorShown[]; asked: Query }

/** How far back is looked where nobody says. */
const usualDays = 90

const load = async (site: Site, { query: asked }: { query: Query }): Promise<Loaded> => {
  const until = asked.until ?? site.today()
  const changes = await site.data.listChanges({
    since: asked.since ?? addDays(until, -usualDays),
    until,
    actor: asked.state,
    plan: asked.plan,
    year: asked.year,
  })
  return { changes, plans: await site.data.listPlans(), states: await site.data.listStates(), asked }
}

const option = (value: string, label: string | Html, isChosen: boolean): Html =>
  html`<option value="${value}"${isChosen ? html` selected` : nothing}>${label}</option>`

const askForm = (site: Site, { changes, plans, states, asked }: Loaded): Html => {
  const { text } = site
  const years = [...new Set(changes.values.map((one) => one.year).concat(asked.year ?? []))].sort()
  const sorted = states.toSorted((a, b) => site.format.compare(a.name, b.name))
  return html`<form class="ask" method="get" action="${addressOf(site, '/changes')}" aria-label="${text('changes.ask')}">
<p><label for="ask-since">${text('changes.since')}</label><input id="ask-since" type="date" name="since" value="${changes.since}"></p>
<p><label for="ask-until">${text('changes.until')}</label><input id="ask-until" type="date" name="until" value="${asked.until ?? ''}"></p>
<p><label for="ask-plan">${text('changes.plan')}</label><select id="ask-plan" name="plan">${option('', text('changes.all'), asked.plan === undefined)}${plans.map((plan) => option(plan.id, plan.title, plan.id === asked.plan))}</select></p>
<p><label for="ask-year">${text('indicator.change.year')}</label><select id="ask-year" name="year">${option('', text('changes.all'), asked.year === undefined)}${years.map((year) => option(String(year), String(year), year === asked.year))}</select></p>
<p><label for="ask-state">${text('cohort.member')}</label><select id="ask-state" name="state">${option('', text('changes.all'), asked.state === undefined)}${sorted.map((state) => option(state.id, state.name, state.id === asked.state))}</select></p>
<p><button type="submit">${text('indicator.change.button')}</button></p></form>`
}

const answerSection = (site: Site, { changes, asked, states }: Loaded): Html => {
  const { text, format } = site
  const { moved, all } = movedOf(changes)
  const parts = countChanges(changes)
  const state = states.find((one) => one.id === asked.state)
  return html`<section class="answer s-known" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big">${format.number(moved)}</p><p class="big-of num">${text('changes.ofValues', { count: all })}</p></div>
<div class="answer-words">${state === undefined ? nothing : html`<p>${text.rich('changes.onlyState', { name: inLanguage(state.name, null) })}</p>`}
<p class="dates">${text('changes.after')} <b><time datetime="${changes.since}">${format.date(changes.since)}</time></b> · ${text('changes.upTo')} <b><time datetime="${changes.until}">${format.date(changes.until)}</time></b></p>
${
  parts.length === 0
    ? html`<p>${text('changes.nothing')}</p>`
    : html`<ul class="change-parts" role="list">${parts.map((part) => html`<li><a href="#${part.id}">${text(part.key as TextKey, { count: part.count })}</a></li>`)}</ul>`
}</div></section>`
}

const section = (site: Site, id: string, key: TextKey, lead: TextKey, body: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${site.text(key)}</h2><p class="quiet">${site.text(lead)}</p>${body}</section>`

const page = (site: Site, loaded: Loaded, { query: asked }: { query: Query }): Html | Promise<Html> => {
  const { text, format } = site
  const { changes, plans } = loaded
  const turns = turnsIn(changes.dates)
  const days = { since: changes.since, until: changes.until, turns }
  const title = text('changes.title', { date: format.date(changes.since) })
  const { moved, all } = movedOf(changes)
  return layout(site, {
    title,
    description: text('changes.description', {
      moved,
      all,
      since: format.date(days.since),
      until: format.date(days.until),
    }),
    path: '/changes',
    query: asked,
    crumbs: [{ label: text('changes.crumb') }],
    part: 'changes',
    body: html`${markShapes}<header class="head"><h1>${title}</h1><p class="lead">${text('changes.lead')}</p></header>
${answerSection(site, loaded)}
${askForm(site, loaded)}
${
  moved === 0
    ? nothing
    : section(
        site,
        'values',
        'changes.values.title',
        'changes.values.lead',
        html`${mostMoving(site, changes.values, turns)}${changes.values
          .filter((year) => year.values.length > 0)
          .map((year) =>
            movedSection(
              site,
              year,
              plans.find((plan) => plan.id === year.plan),
              days,
            ),
          )}${unmoved(site, changes, plans)}`,
      )
}
${changes.dates.length === 0 ? nothing : section(site, 'dates', 'changes.dates.title', 'changes.dates.lead', datedList(site, changes.dates))}
${changes.acts.length === 0 ? nothing : section(site, 'acts', 'changes.acts.title', 'changes.acts.lead', actsList(site, changes.acts))}
${changes.reports.length === 0 ? nothing : section(site, 'reports', 'changes.reports.title', 'changes.reports.lead', reportsTable(site, changes.reports))}
${changes.facts.length === 0 ? nothing : section(site, 'facts', 'changes.facts.title', 'changes.facts.lead', factsByKind(site, changes.facts, twinOf(site, '/changes', 'csv', asked)))}
${changes.coverage.length === 0 ? nothing : section(site, 'coverage', 'changes.coverage.title', 'changes.coverage.lead', coverageList(site, changes.coverage))}`,
  })
}

/** Plans and years in which no value moved: said, not left out. */
const unmoved = (site: Site, changes: Changes, plans: readonly PlanHeld[]): Html => {
  const still = changes.values.filter((year) => year.values.length === 0)
  if (still.length === 0) return nothing
  return html`<p class="quiet">${site.text('changes.unmoved')} ${still.map(
    (year, i) =>
      html`${i === 0 ? '' : '; '}${inLanguage(plans.find((plan) => plan.id === year.plan)?.title ?? year.plan, 'en')}, ${String(year.year)}`,
  )}.</p>`
}

const figureCell = (
  one: { numerator: number | null; denominator: number | null; value: number | null; status: string } | null,
): CsvValue =>
  one === null
    ? null
    : one.value === null
      ? one.status
      : `${one.value}${one.denominator === null ? '' : ` (${one.numerator}/${one.denominator})`}`

/** What is typed in here says so in what people copy, too. */
const markOf = (one: { entered: boolean }): string | null =>
  one.entered ? 'entered here, not received' : null

const factRow = (section: string, { change, fact, before }: FactChange): CsvValue[] => [
  ...[section, fact.knownFrom, change, fact.actor, fact.name, fact.kind, null, null, null],
  ...[before?.says ?? null, change === 'retracted' ? null : fact.says, null],
  ...[fact.source?.title ?? null, fact.source?.address ?? null, fact.datumId, markOf(fact), fact.tier],
]

export const changesPage: TwinPage<None, Query, Loaded> = {
  path: '/changes',
  summary: 'What changed since a day',
  params: none as unknown as z.ZodType<None>,
  query,
  data: changesSchema,
  load,
  page,
  json: ({ changes }) => changes,
  csv: ({ changes }): Table => ({
    columns: [
      ...[
        'section',
        'date',
        'change',
        'actor',
        'name',
        'kind',
        'plan',
        'indicator',
        'year',
        'before',
        'after',
        'cause',
      ],
      ...['source', 'source_address', 'id', 'mark', 'tier'],
    ],
    rows: [
      ...changes.values.flatMap(({ plan, values }) =>
        values.flatMap((value): CsvValue[][] => {
          const about = [plan, value.number, value.year]
          return [
            [
              ...['value', changes.until, 'moved', null, null, null, ...about],
              ...[figureCell(value.before), figureCell(value.after), null, null, null, null, null, null],
            ],
            ...value.members.map((member): CsvValue[] => [
              ...['member', changes.until, 'moved', member.actor, member.name, null, ...about],
              ...[member.before, member.after, member.cause],
              ...[member.evidence[0]?.source ?? null, null, member.evidence[0]?.datumId ?? null, null, null],
            ]),
          ]
        }),
      ),
      ...changes.dates.map((one): CsvValue[] => [
        ...['date', one.on, one.kind, one.actor, one.name, one.article, one.plan, null, one.coversYear],
        ...[null, one.title, 'time', null, null, one.datumIds[0] ?? null, markOf(one), null],
      ]),
      ...changes.acts.map((one) => factRow('act', one)),
      ...changes.reports.map((one): CsvValue[] => [
        ...['report', one.receivedOn, 'new', one.actor, one.name, one.obligation, null, null, one.coversYear],
        ...[null, one.version, null, null, null, one.reportId, markOf(one), null],
      ]),
      ...changes.facts.map((one) => factRow('fact', one)),
      ...changes.coverage.map((one): CsvValue[] => [
        ...['coverage', one.knownFrom, 'new', one.actor, one.actorName, one.register, null, null, null],
        ...[null, one.level, null, one.statedBy, null, null, markOf(one), null],
      ]),
    ],
  }),
}
