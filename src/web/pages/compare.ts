// Years of a plan side by side: each value with its n of N, and what changed from the first to the last.
import { z } from '@hono/zod-openapi'
import type { ValueShown } from '../../indicators/show.ts'
import { problem } from '../../problem.ts'
import { compareChart } from '../charts/compare-chart.ts'
import type { PlanShown } from '../data/plans.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { layout } from '../layout.ts'
import { noticeLine } from '../notice.ts'
import { idAsked } from '../schemas/asked.ts'
import { compareSchema } from '../schemas/plans.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import type { Table, TwinPage } from '../twin.ts'
import { figuresOf, statusMark } from '../value-words.ts'
import { changeWords } from './change-words.ts'
import { type ComparedRow, choose, comparedRows } from './compare-rows.ts'

const params = z.object({ plan: idAsked })
const query = z.object({
  years: z
    .string()
    .regex(/^(19|20)\d{2}(,(19|20)\d{2}){1,9}$/, {
      message: 'is not a list of years; write it as 2025,2027',
    })
    .optional()
    .openapi({ example: '2025,2027', description: 'Default: all years that have values' }),
  sort: z.enum(['plan', 'change']).optional(),
  changed: z.literal('only').optional().openapi({ description: '"only": what changed' }),
})
type Params = z.output<typeof params>
type Query = z.output<typeof query>

type Loaded = {
  plan: PlanShown
  /** Years that have values. */
  held: number[]
  years: number[]
  all: ComparedRow[]
  rows: ComparedRow[]
}

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const plan = await site.data.findPlan(asked.params.plan)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${asked.params.plan}".`)
  const values = await site.data.listValues(plan.id)
  const held = [...new Set(values.map((value) => value.year))].sort()
  const wanted = asked.query.years?.split(',').map(Number)
  const years = wanted === undefined ? held : held.filter((year) => wanted.includes(year))
  const all = comparedRows(plan, values, years)
  const rows = choose(all, {
    sort: asked.query.sort ?? 'plan',
    changedOnly: asked.query.changed === 'only',
  })
  return { plan, held, years, all, rows }
}

const cell = (site: Site, plan: PlanShown, value: ValueShown | undefined, year: number): Html =>
  value === undefined
    ? html`<td role="cell" data-label="${String(year)}"><span class="quiet">${site.text('value.noValues')}</span></td>`
    : html`<td role="cell" class="num" data-label="${String(year)}"><a class="plain-link" href="${addressOf(site, `/plans/${plan.id}/${value.number}`, { year })}">${figuresOf(site, value)}</a>${value.value === null || value.status === 'known' ? nothing : html` ${statusMark(site, value.status)}`}</td>`

const table = (site: Site, { plan, years }: Loaded, caption: string, rows: ComparedRow[]): Html => {
  const { text } = site
  return html`<table role="table" class="plain stacks compared"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('compare.indicator')}</th>${years.map((year) => html`<th role="columnheader" scope="col" class="num">${String(year)}</th>`)}<th role="columnheader" scope="col">${text('compare.change')}</th></tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row"><th role="rowheader" scope="row"><span class="number num">${row.indicator.number}</span> <span class="verbatim"${spokenIn(plan.language)}>${row.indicator.text}</span></th>${years.map((year, i) => cell(site, plan, row.values[i], year))}<td role="cell" data-label="${text('compare.change')}">${changeWords(site, row.change, row.indicator.unit)}</td></tr>`,
  )}</tbody></table>`
}

/** Percentages known in both years: what one picture can show on one scale. */
const sharesOf = (rows: readonly ComparedRow[]) =>
  rows.flatMap(({ indicator, change, values }) => {
    const [earlier, later] = [values[0]?.value ?? null, values.at(-1)?.value ?? null]
    return indicator.unit === 'percentage' && change.kind === 'known' && earlier !== null && later !== null
      ? [{ number: indicator.number, earlier, later }]
      : []
  })

const picture = (site: Site, { years }: Loaded, rows: readonly ComparedRow[], of: string): Html => {
  const shares = sharesOf(rows)
  if (shares.length === 0) return nothing
  const words = { first: years[0] ?? 0, last: years.at(-1) ?? 0 }
  const asText = { first: String(words.first), last: String(words.last) }
  return html`<figure class="chart"><figcaption class="picture-unit">${site.text('compare.picture', asText)}. ${site.text('compare.picture.lead', asText)}</figcaption>${compareChart(site, shares, `${of}: ${site.text('compare.picture', asText)}`)}</figure>`
}

const byPlan = (site: Site, loaded: Loaded): Html => {
  const sections = [...Map.groupBy(loaded.rows, (row) => row.section)]
  return html`${sections.map(([title, rows], i) => {
    const name = title ?? site.text('plan.wholePlan')
    return html`<section aria-labelledby="section-${i + 1}"><h2 id="section-${i + 1}">${title === null ? name : html`<span${spokenIn(loaded.plan.language)}>${name}</span>`}</h2>${picture(site, loaded, rows, name)}${table(site, loaded, name, rows)}</section>`
  })}`
}

const byChange = (site: Site, loaded: Loaded): Html => {
  const title = site.text('compare.byChange.title')
  return html`<section aria-labelledby="by-change"><h2 id="by-change">${title}</h2>${picture(site, loaded, loaded.rows, title)}${table(site, loaded, title, loaded.rows)}</section>`
}

const choices = (site: Site, { plan, held, years }: Loaded, asked: Query): Html => {
  const { text } = site
  const path = `/plans/${plan.id}/compare`
  const link = (label: string, given: Partial<Query>, isHere: boolean): Html =>
    html`<li><a href="${addressOf(site, path, { years: asked.years, sort: asked.sort, changed: asked.changed, ...given })}"${isHere ? html` aria-current="true"` : nothing}>${label}</a></li>`
  const pairs = held.flatMap((first, i) => held.slice(i + 1).map((last) => [first, last]))
  const here = years.join(',')
  return html`<nav aria-label="${text('compare.years')}"><ul class="choices num" role="list">${link(text('compare.allYears'), { years: undefined }, here === held.join(','))}${
    held.length < 3
      ? nothing
      : pairs.map((pair) => link(pair.join('–'), { years: pair.join(',') }, here === pair.join(',')))
  }</ul></nav>
<nav aria-label="${text('compare.order')}"><ul class="choices" role="list">${link(text('compare.inOrder'), { sort: undefined }, (asked.sort ?? 'plan') === 'plan')}${link(text('compare.byChange'), { sort: 'change' }, asked.sort === 'change')}${link(text('compare.everything'), { changed: undefined }, asked.changed === undefined)}${link(text('compare.changedOnly'), { changed: 'only' }, asked.changed === 'only')}</ul></nav>`
}

const summary = (site: Site, { all, years }: Loaded): Html => {
  const { text } = site
  const known = all.flatMap(({ change }) => (change.kind === 'known' ? [change.by] : []))
  const parts: [TextKey, number][] = [
    ['compare.higher', known.filter((by) => by > 0).length],
    ['compare.lower', known.filter((by) => by < 0).length],
    ['compare.same', known.filter((by) => by === 0).length],
    ['compare.notComparable', all.length - known.length],
  ]
  const span = { first: String(years[0]), last: String(years.at(-1)) }
  return html`<section class="answer s-known" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2><div class="answer-words answer-bar"><p>${text('compare.answer', { count: all.length, ...span })} <b class="num">${parts.map(([key, count]) => text(key, { count })).join(', ')}</b>.</p><p class="quiet">${text('compare.figures')}</p></div></section>`
}

const page = (site: Site, loaded: Loaded, asked: { query: Query }): Html | Promise<Html> => {
  const { plan, years, rows } = loaded
  const { text } = site
  const title = text('compare.title')
  const body =
    years.length === 0
      ? html`<p>${text('compare.noYears')}</p>`
      : years.length === 1
        ? html`<p>${text('compare.oneYear')}</p>`
        : html`${summary(site, loaded)}
${rows.length === 0 ? html`<p>${text('compare.nothing')}</p>` : asked.query.sort === 'change' ? byChange(site, loaded) : byPlan(site, loaded)}`
  const span = { first: String(years[0] ?? ''), last: String(years.at(-1) ?? '') }
  return layout(site, {
    title: `${title}: ${plan.title}`,
    description: text('compare.description', { title: plan.title, years: years.join(', ') }),
    path: `/plans/${plan.id}/compare`,
    query: asked.query,
    crumbs: [{ label: plan.title, language: plan.language, path: `/plans/${plan.id}` }, { label: title }],
    part: 'plans',
    body: html`${noticeLine(site, plan)}
<header class="head"><p class="kicker"><a href="${addressOf(site, `/plans/${plan.id}`)}">${inLanguage(plan.title, plan.language)}</a>${years.length < 2 ? nothing : html` · ${text('compare.kicker', span)}`}</p><h1>${title}</h1>
${choices(site, loaded, asked.query)}</header>
${body}`,
  })
}

const csv = ({ plan, years, rows }: Loaded): Table => ({
  columns: [
    'plan',
    'notice',
    'section',
    'action',
    'indicator',
    'text',
    'unit',
    ...years.flatMap((year) => [
      `numerator_${year}`,
      `denominator_${year}`,
      `value_${year}`,
      `status_${year}`,
    ]),
    'change',
    'not_comparable',
  ],
  rows: rows.map((row) => [
    plan.id,
    plan.notice,
    row.section,
    row.action,
    row.indicator.number,
    row.indicator.text,
    row.indicator.unit,
    ...row.values.flatMap((value) => [
      value?.numerator ?? null,
      value?.denominator ?? null,
      value?.value ?? null,
      value?.status ?? null,
    ]),
    row.change.kind === 'known' ? row.change.by : null,
    row.change.kind === 'known' ? null : `${row.change.year} ${row.change.why}`,
  ]),
})

export const comparePage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}/compare',
  summary: 'Years of a plan side by side, with what changed',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: compareSchema,
  example: async (site) => {
    const [plan] = await site.data.listPlans()
    return plan === undefined ? undefined : `/plans/${plan.id}/compare`
  },
  load,
  page,
  json: ({ plan, years, rows }) => ({
    plan: plan.id,
    title: plan.title,
    planNotice: plan.notice,
    years,
    rows: rows.map(({ indicator, values, ...row }) => ({
      ...row,
      number: indicator.number,
      text: indicator.text,
      unit: indicator.unit,
      values: values.map((value) => value ?? null),
    })),
  }),
  csv,
}
