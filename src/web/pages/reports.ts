// Reports received for one obligation and cycle: n of N due, then everyone who owes one.
import { z } from '@hono/zod-openapi'
import type { MemberState } from '../../indicators/show.ts'
import { problem } from '../../problem.ts'
import type { ReceiptShown, ReportingCycles, ReportingPage } from '../data/reports.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes, proportionBar, shapeOf, slugOf } from '../marks.ts'
import { dateAsked, idAsked, yearAsked } from '../schemas/asked.ts'
import { reportingSchema } from '../schemas/reports.ts'
import { addressOf, type Site, splitIndicator } from '../site.ts'
import { markOf, submittedMark } from '../submitted-mark.ts'
import type { TextKey } from '../text.ts'
import type { Table, TwinPage } from '../twin.ts'

const none = z.object({})
type None = z.output<typeof none>
const query = z.object({
  obligation: idAsked.optional(),
  year: yearAsked.optional(),
  'as-of': dateAsked.optional(),
})
type Query = z.output<typeof query>
type Loaded = { cycles: ReportingCycles[]; shown: ReportingPage }

const load = async (site: Site, asked: { query: Query }): Promise<Loaded> => {
  const cycles = await site.data.listReportingCycles()
  const obligation = asked.query.obligation ?? cycles[0]?.obligation
  const own = cycles.find((one) => one.obligation === obligation)
  if (own === undefined) throw problem('not-found', `There are no reports on "${obligation ?? ''}".`)
  const thisYear = Number(site.today().slice(0, 4))
  const year = asked.query.year ?? own.years.find((one) => one <= thisYear) ?? own.years[0] ?? thisYear
  const asOf = asked.query['as-of']
  return {
    cycles,
    shown: await site.data.showReporting({
      obligation: own.obligation,
      year,
      ...(asOf === undefined ? {} : { asOf }),
    }),
  }
}

type Group = {
  id: string
  looks: MemberState
  word: TextKey
  means: TextKey
  holds: (receipt: ReceiptShown) => boolean
}

const isOwed = (receipt: ReceiptShown): boolean => receipt.dueOn !== null

// What is missing comes first: it is what people come to see.
const groups: readonly Group[] = [
  {
    id: 'missing',
    looks: 'not reported',
    word: 'receipt.missing',
    means: 'receipt.missing.means',
    holds: (receipt) => receipt.state === 'missing',
  },
  {
    id: 'not-known',
    looks: 'unknown',
    word: 'receipt.notKnown',
    means: 'receipt.notKnown.means',
    holds: (receipt) => receipt.state === 'not known',
  },
  {
    id: 'late',
    looks: 'partly',
    word: 'receipt.late',
    means: 'receipt.late.means',
    holds: (receipt) => receipt.state === 'received' && receipt.isLate === true,
  },
  {
    id: 'in-time',
    looks: 'counted',
    word: 'receipt.inTime',
    means: 'receipt.inTime.means',
    holds: (receipt) => receipt.state === 'received' && receipt.isLate === false,
  },
  {
    id: 'not-yet-due',
    looks: 'pending',
    word: 'receipt.notYetDue',
    means: 'receipt.notYetDue.means',
    holds: (receipt) => receipt.state === 'not yet due',
  },
  {
    id: 'others',
    looks: 'not applicable',
    word: 'receipt.others',
    means: 'receipt.others.means',
    holds: (receipt) => receipt.state === 'received' && !isOwed(receipt),
  },
]

const grouped = (receipts: readonly ReceiptShown[]) =>
  groups
    .map((group) => ({ ...group, members: receipts.filter(group.holds) }))
    .filter((group) => group.members.length > 0)

const receiptRow = (site: Site, receipt: ReceiptShown): Html => {
  const { text, format } = site
  const date = (value: string | null): Html =>
    value === null ? nothing : html`<time datetime="${value}">${format.shortDate(value)}</time>`
  const version =
    receipt.report === null || receipt.version === null || receipt.receivedOn === null
      ? nothing
      : html`<a href="${addressOf(site, `/reports/${receipt.report}`)}">${text('reports.versionOn', { version: text('report.version', { version: receipt.version }), date: format.shortDate(receipt.receivedOn) })}</a>`
  const remarks = [
    receipt.subject === null
      ? nothing
      : html`<span class="quiet block">${text.rich('reports.about', { subject: inLanguage(receipt.subject, null) })}</span>`,
    receipt.voluntary ? html` <span class="quiet block">${text('stateSheet.voluntary')}</span>` : nothing,
    receipt.entered
      ? html` <span class="entered">${text('fact.entered')}</span>`
      : submittedMark(site, receipt),
  ]
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/states/${receipt.actor}`)}">${inLanguage(receipt.name, null)}</a>${remarks}</th><td role="cell" class="num" data-label="${text('reports.dueOn')}">${date(receipt.dueOn)}</td><td role="cell" class="num" data-label="${text('reports.received')}">${date(receipt.firstReceivedOn)}</td><td role="cell" data-label="${text('reports.version')}">${version}</td></tr>`
}

// More rows than this that say nothing but a name and the same due day are one row that names everyone.
const mostEqualRows = 12

const namesRow = (site: Site, members: readonly ReceiptShown[]): Html => {
  const { text, format } = site
  const dueOn = members[0]?.dueOn ?? ''
  return html`<tr role="row"><th role="rowheader" scope="row" class="num">${text('reports.sameDay', { count: members.length })}</th><td role="cell" class="num" data-label="${text('reports.dueOn')}"><time datetime="${dueOn}">${format.shortDate(dueOn)}</time></td><td role="cell" colspan="2"><ul class="same" role="list">${members.map((one) => html`<li><a href="${addressOf(site, `/states/${one.actor}`)}">${inLanguage(one.name, null)}</a></li>`)}</ul></td></tr>`
}

const receiptRows = (site: Site, members: readonly ReceiptShown[]): Html[] => {
  const bare = Map.groupBy(
    members.filter((one) => one.report === null),
    (one) => one.dueOn,
  )
  const many = [...bare.values()].filter((same) => same.length > mostEqualRows)
  const together = new Set(many.flat())
  return [
    ...members.filter((one) => !together.has(one)).map((one) => receiptRow(site, one)),
    ...many.map((same) => namesRow(site, same)),
  ]
}

const table = (site: Site, { receipts }: ReportingPage): Html => {
  const { text, format } = site
  const headings: TextKey[] = ['reports.state', 'reports.dueOn', 'reports.received', 'reports.version']
  return html`<section aria-labelledby="table"><h2 id="table">${text('reports.table')}</h2>
${
  receipts.length === 0
    ? html`<p>${text('reports.noReports')}</p>`
    : html`<table role="table" class="plain stacks receipts"><caption class="vh">${text('reports.table')}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${text(heading)}</th>`)}</tr></thead>
${grouped(receipts).map(
  ({ id, looks, word, means, members }) =>
    html`<tbody role="rowgroup" id="receipts-${id}"><tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="4"><span class="field f-${slugOf(looks)}">${shapeOf(looks)}</span> ${text(word)} <span class="num">${format.number(members.length)}</span> <span class="means">${text(means)}</span></th></tr>
${receiptRows(site, members)}</tbody>`,
)}</table>`
}</section>`
}

const answerSection = (site: Site, shown: ReportingPage): Html => {
  const { text, format } = site
  const { count, register, duty } = shown
  const isKnown = duty !== null && count.received !== null && count.due > 0
  const isNoneDue = duty !== null && count.due === 0
  const own = grouped(shown.receipts)
  const held = shown.receipts.filter(
    (one) => one.state === 'received' && isOwed(one) && (one.dueOn ?? '') < shown.asOf,
  ).length
  // What came ahead of its day stands in the list below, and is none of those due.
  const early = shown.receipts.filter(
    (one) => one.state === 'received' && isOwed(one) && (one.dueOn ?? '') >= shown.asOf,
  ).length
  const big = isKnown
    ? text('reports.of', { n: count.received ?? 0, N: count.due })
    : duty === null
      ? format.number(shown.receipts.length)
      : text(isNoneDue ? 'reports.noneDue' : 'reports.notKnown')
  const level = text(
    register.level === 'none'
      ? 'coverage.level.none'
      : register.level === 'complete'
        ? 'coverage.complete'
        : 'coverage.partial',
  )
  return html`<section class="answer s-${isKnown || isNoneDue || duty === null ? 'known' : 'open'}" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big${isKnown || duty === null ? '' : ' words'}">${big}</p>
${duty === null || isNoneDue ? nothing : html`<p class="big-of">${isKnown ? text('reports.due') : text('reports.heldAmong', { n: held, N: count.due })}</p>`}</div>
<div class="answer-words"><p>${text('reports.lead', { year: shown.coversYear })} ${duty === null ? text('reports.noDuty') : text(isNoneDue ? 'reports.noneDue.explain' : 'reports.asOf', { date: format.date(shown.asOf) })}${duty === null || early === 0 ? nothing : html` ${text('reports.early', { count: early })}`}</p>
${duty === null ? nothing : html`<p class="quiet">${text.rich('reports.whoOwes', { source: inLanguage(duty.source, 'en') })}</p>`}
${duty === null || isKnown || isNoneDue ? nothing : html`<p>${text('reports.notKnown.explain')}</p>`}
<p class="quiet">${register.statedBy === null ? text('reports.registerNobody') : text('reports.register', { level, statedBy: register.statedBy })}</p></div>
${
  own.length === 0
    ? nothing
    : html`<div class="answer-bar">${proportionBar(own.map(({ looks, members }) => ({ state: looks, members: members.length })))}<ul class="legend" role="list">${own.map(({ id, looks, word, members }) => html`<li><a href="#receipts-${id}"><span class="field f-${slugOf(looks)}">${shapeOf(looks)}</span> <b class="num">${format.number(members.length)}</b> ${text(word)}</a></li>`)}</ul></div>`
}</section>`
}

const tabs = (site: Site, { cycles, shown }: Loaded): Html => {
  const { text } = site
  const own = cycles.find((one) => one.obligation === shown.obligation)
  const years = [...new Set([...(own?.years ?? []), shown.year])].sort()
  const kinds =
    cycles.length < 2
      ? nothing
      : html`<nav class="kinds" aria-label="${text('reports.kinds')}"><ul role="list">${cycles.map((one) => html`<li><a href="${addressOf(site, '/reports', { obligation: one.obligation })}"${one.obligation === shown.obligation ? html` aria-current="true"` : nothing}>${site.voice.names.ours(one.title)}</a></li>`)}</ul></nav>`
  return html`${kinds}<nav class="year-tabs" aria-label="${text('reports.years')}"><ul role="list">${years.map(
    (year) =>
      html`<li><a class="num" href="${addressOf(site, '/reports', { obligation: shown.obligation, year })}"${year === shown.year ? html` aria-current="page"` : nothing}>${String(year)}</a></li>`,
  )}</ul></nav>`
}

const asOfForm = (site: Site, shown: ReportingPage, asked: Query): Html =>
  html`<form class="ask" method="get" action="${addressOf(site, '/reports')}"><input type="hidden" name="obligation" value="${shown.obligation}"><input type="hidden" name="year" value="${String(shown.year)}">
<p><label for="ask-as-of">${site.text('indicator.change.asOf')}</label><input id="ask-as-of" type="date" name="as-of" value="${asked['as-of'] ?? ''}"></p>
<p><button type="submit">${site.text('indicator.change.button')}</button></p></form>`

/** Links to indicators, plan by plan. */
export const indicatorLinks = (site: Site, ids: readonly string[], year: number): Html =>
  html`${ids.map((id, i) => {
    const { plan, number } = splitIndicator(id)
    return html`${i === 0 ? nothing : ', '}<a class="num" href="${addressOf(site, `/plans/${plan}/${number}`, { year })}">${number}</a>`
  })}`

const page = (site: Site, loaded: Loaded, asked: { query: Query }): Html | Promise<Html> => {
  const { shown } = loaded
  const { text } = site
  return layout(site, {
    title: `${text('reports.title')}: ${site.voice.names.ours(shown.title)}, ${shown.year}`,
    description: text('reports.description', { title: site.voice.names.ours(shown.title), year: shown.year }),
    path: '/reports',
    query: asked.query,
    crumbs: [{ label: text('reports.title') }],
    part: 'reports',
    body: html`${markShapes}
<header class="head"><p class="kicker">${text('reports.title')}</p><h1>${site.voice.names.ours(shown.title)} <span class="num">${String(shown.year)}</span></h1>
${tabs(site, loaded)}<p><a href="${addressOf(site, '/published-figures')}">${text('published.title')}</a></p></header>
${answerSection(site, shown)}
${asOfForm(site, shown, asked.query)}
${shown.readBy.length === 0 ? nothing : html`<p>${text('reports.readBy')}: ${indicatorLinks(site, shown.readBy, shown.year)}. <span class="quiet">${text('reports.readBy.why')}</span></p>`}
${table(site, shown)}`,
  })
}

const csv = ({ shown }: Loaded): Table => ({
  columns: [
    'obligation',
    'year',
    'covers_year',
    'as_of',
    'actor',
    'name',
    'state',
    'due_on',
    'first_received_on',
    'late',
    'report',
    'version',
    'received_on',
    'language',
    'subject',
    'voluntary',
    'mark',
  ],
  rows: shown.receipts.map((one) => [
    shown.obligation,
    shown.year,
    shown.coversYear,
    shown.asOf,
    one.actor,
    one.name,
    one.state,
    one.dueOn,
    one.firstReceivedOn,
    one.isLate,
    one.report,
    one.version,
    one.receivedOn,
    one.language,
    one.subject,
    one.voluntary,
    markOf(one),
  ]),
})

export const reportsPage: TwinPage<None, Query, Loaded> = {
  path: '/reports',
  summary: 'Reports received, beside those due',
  params: none as unknown as z.ZodType<None>,
  query,
  data: reportingSchema,
  refusals: ['not-found'],
  load,
  page,
  json: ({ shown }) => shown,
  csv,
}
