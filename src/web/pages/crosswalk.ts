// Which promise of a plan is which of another, as persons confirmed it: text beside text.
import { z } from '@hono/zod-openapi'
import type { PromiseKind } from '../../instruments/crosswalk-pair.ts'
import { problem } from '../../problem.ts'
import type { CrosswalkPlan, CrosswalkRow, CrosswalkShown } from '../data/crosswalks.ts'
import type { PlanShown } from '../data/plans.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { layout } from '../layout.ts'
import { noticeLine } from '../notice.ts'
import { idAsked } from '../schemas/asked.ts'
import { crosswalkSchema } from '../schemas/crosswalks.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'

const params = z.object({ plan: idAsked })
const none = z.object({})
type Params = z.output<typeof params>
type None = z.output<typeof none>
type Loaded = { plan: PlanShown; crosswalks: CrosswalkShown[] }

const load = async (site: Site, asked: { params: Params }): Promise<Loaded> => {
  const plan = await site.data.findPlan(asked.params.plan)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${asked.params.plan}".`)
  return { plan, crosswalks: await site.data.listCrosswalksOf(plan.id) }
}

const titleOf = (plan: CrosswalkPlan): Html =>
  plan.language === null ? html`${plan.title}` : html`${inLanguage(plan.title, plan.language)}`

const labelOf = (site: Site, kind: PromiseKind, number: string): string =>
  kind === 'action' ? site.text('plan.action', { number }) : site.text('indicator.kicker', { number })

/** A promise by its number, with a way to its page where the plan has pages. */
const promiseLink = (site: Site, plan: CrosswalkPlan, kind: PromiseKind, number: string): Html => {
  const label = labelOf(site, kind, number)
  if (!plan.hasPage) return html`<b>${label}</b>`
  return html`<a href="${addressOf(site, `/plans/${plan.id}/${kind === 'action' ? 'actions/' : ''}${number}`)}">${label}</a>`
}

const side = (
  site: Site,
  plan: CrosswalkPlan,
  kind: PromiseKind,
  number: string | null,
  words: string | null,
): Html =>
  number === null
    ? html`<span class="quiet">${site.text('crosswalk.absent')}</span>`
    : html`<div>${promiseLink(site, plan, kind, number)}${words === null ? nothing : html`<br><span class="verbatim"${plan.language === null ? nothing : spokenIn(plan.language)}>${words}</span>`}</div>`

const relationWords = (site: Site, { relation, likeness, note }: CrosswalkRow): Html =>
  html`<div>${site.text(`crosswalk.relation.${relation}`)}${likeness === null || relation === 'same' ? nothing : html`<br><span class="quiet">${site.text('crosswalk.alike', { percent: site.format.percent(likeness * 100) })}</span>`}${note === null ? nothing : html`<br><span class="quiet">${note}</span>`}</div>`

const table = (site: Site, { from, to, rows }: CrosswalkShown, kind: PromiseKind, id: string): Html => {
  const { text, format } = site
  const own = rows.filter((row) => row.kind === kind)
  if (own.length === 0) return nothing
  const title = text(kind === 'action' ? 'crosswalk.actions' : 'crosswalk.indicators')
  const headings = [
    text('crosswalk.from'),
    text('crosswalk.relation'),
    text('crosswalk.to'),
    text('crosswalk.by'),
  ]
  return html`<h3 id="${id}-${kind}">${title}</h3><table role="table" class="plain stacks crosswalk"><caption class="vh">${title}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${own.map(
    (row) =>
      html`<tr role="row"><td role="cell" data-label="${headings[0]}">${side(site, from, kind, row.from, row.fromText)}</td><td role="cell" data-label="${headings[1]}">${relationWords(site, row)}</td><td role="cell" data-label="${headings[2]}">${side(site, to, kind, row.to, row.relation === 'same' ? null : row.toText)}</td><td role="cell" data-label="${headings[3]}">${text('crosswalk.byOn', { by: row.by, date: format.shortDate(row.on) })}</td></tr>`,
  )}</tbody></table>`
}

const countsOf = ({ rows, undecided }: CrosswalkShown, kind: PromiseKind) => {
  const decided = new Set(rows.filter((row) => row.kind === kind && row.from !== null).map((row) => row.from))
    .size
  return { decided, all: decided + (undecided.find((one) => one.kind === kind)?.from ?? 0) }
}

const section = (site: Site, shown: CrosswalkShown, i: number): Html => {
  const id = `crosswalk-${i + 1}`
  const [actions, indicators] = [countsOf(shown, 'action'), countsOf(shown, 'indicator')]
  const counts = {
    ...{ actions: actions.decided, allActions: actions.all },
    ...{ indicators: indicators.decided, allIndicators: indicators.all },
  }
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${site.text.rich('crosswalk.pair', { from: titleOf(shown.from), to: titleOf(shown.to) })}</h2>
<p class="quiet">${shown.from.id} → ${shown.to.id}</p><p>${site.text('crosswalk.counts', counts)}</p>
${table(site, shown, 'action', id)}${table(site, shown, 'indicator', id)}</section>`
}

const page = (site: Site, { plan, crosswalks }: Loaded): Html | Promise<Html> => {
  const { text } = site
  const title = text('crosswalk.title')
  return layout(site, {
    title: `${title}: ${plan.title}`,
    description: text('crosswalk.description', { title: plan.title }),
    path: `/plans/${plan.id}/crosswalk`,
    crumbs: [{ label: plan.title, language: plan.language, path: `/plans/${plan.id}` }, { label: title }],
    part: 'plans',
    body: html`${noticeLine(site, plan)}
<header class="head"><p class="kicker"><a href="${addressOf(site, `/plans/${plan.id}`)}">${inLanguage(plan.title, plan.language)}</a></p><h1>${title}</h1><p class="lead">${text('crosswalk.lead')}</p></header>
${crosswalks.length === 0 ? html`<p>${text('crosswalk.none')}</p>` : crosswalks.map((one, i) => section(site, one, i))}`,
  })
}

/** "Was Action 17 in the draft": what a promise is in other plans, where somebody confirmed it. */
export const counterpartLines = (
  site: Site,
  plan: string,
  kind: PromiseKind,
  number: string,
  crosswalks: CrosswalkShown[],
): Html => {
  const lines = crosswalks.flatMap((shown) => {
    const isLater = shown.to.id === plan
    const [own, other] = isLater ? (['to', 'from'] as const) : (['from', 'to'] as const)
    return shown.rows
      .filter((row) => row.kind === kind && row[own] === number && row[other] !== null)
      .map((row) =>
        site.text.rich(isLater ? 'crosswalk.was' : 'crosswalk.became', {
          label: promiseLink(site, shown[other], kind, row[other]!),
          plan: titleOf(shown[other]),
        }),
      )
  })
  return lines.length === 0
    ? nothing
    : html`<ul class="counterparts" role="list">${lines.map((line) => html`<li>${line} · <a href="${addressOf(site, `/plans/${plan}/crosswalk`)}">${site.text('crosswalk.title')}</a></li>`)}</ul>`
}

const csv = ({ plan, crosswalks }: Loaded): Table => ({
  columns: [
    ...['plan', 'notice', 'from_plan', 'to_plan', 'kind', 'from', 'to', 'relation', 'likeness'],
    ...['confirmed_by', 'confirmed_on', 'note', 'from_text', 'to_text'],
  ],
  rows: crosswalks.flatMap(({ from, to, rows }) =>
    rows.map((row) => [
      ...[plan.id, plan.notice, from.id, to.id, row.kind, row.from, row.to, row.relation, row.likeness],
      ...[row.by, row.on, row.note, row.fromText, row.toText],
    ]),
  ),
})

export const crosswalkPage: TwinPage<Params, None, Loaded> = {
  path: '/plans/{plan}/crosswalk',
  summary: 'Which promises of a plan are which of another, as persons confirmed it',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: crosswalkSchema,
  example: async (site) => {
    const [plan] = await site.data.listPlans()
    return plan === undefined ? undefined : `/plans/${plan.id}/crosswalk`
  },
  load,
  page,
  json: ({ plan, crosswalks }) => ({ plan: plan.id, crosswalks }),
  csv,
}
