// The releases held: figures that were frozen, each with what it is of; and the form that freezes a year's figures.
import { z } from '@hono/zod-openapi'
import type { ReleaseHead } from '../../../releases/store.ts'
import type { PlanShown } from '../../data/plans.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { releasesSchema } from '../../schemas/releases.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import type { Table, TwinPage } from '../../twin.ts'

const none = z.object({})
type None = z.output<typeof none>

/** A plan with the years whose figures can be frozen: those that have begun. */
export type Freezable = { plan: PlanShown; years: number[] }
export type ReleasesLoaded = {
  releases: ReleaseHead[]
  /** Plans by id. */
  titled: ReadonlyMap<string, PlanShown>
  freezable: Freezable[]
}

/** What the form has: the choice made, and what was wrong with it. */
export type Asked = { choice: string; wrong: readonly Wrong[] }

export const loadReleases = async (site: Site): Promise<ReleasesLoaded> => {
  const { data } = site
  const now = Number(site.today().slice(0, 4))
  const freezable: Freezable[] = []
  const titled = new Map<string, PlanShown>()
  for (const { id } of await data.listPlans()) {
    const plan = await data.findPlan(id)
    if (plan !== undefined) titled.set(id, plan)
    const values = plan === undefined ? [] : await data.listValues(id)
    const years = [...new Set(values.map(({ year }) => year))].filter((year) => year <= now)
    if (plan !== undefined && years.length > 0 && (await data.mayFreeze(id)))
      freezable.push({ plan, years: years.sort((a, b) => b - a) })
  }
  return { releases: await data.listReleases(), titled, freezable }
}

const row = (
  site: Site,
  release: ReleaseHead,
  {
    titled,
    hasDrafts,
  }: { titled: ReadonlyMap<string, Pick<PlanShown, 'title' | 'language'>>; hasDrafts: boolean },
): Html => {
  const { format, text } = site
  const plan = titled.get(release.plan)
  const title = plan === undefined ? release.plan : inLanguage(plan.title, plan.language)
  const cell = (key: TextKey, words: string) =>
    html`<td role="cell" class="num" data-label="${text(key)}">${words}</td>`
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/releases/${release.id}`)}"><code>${release.id}</code></a></th><td role="cell" data-label="${text('releases.plan')}">${title}</td>${cell('releases.year', String(release.year))}${cell('indicator.asOf', format.shortDate(release.asOf))}${cell('indicator.knownOn', format.shortDate(release.knownOn))}${
    hasDrafts
      ? html`<td role="cell" data-label="${text('releases.state')}"><span class="status s-${release.publishedAt === null ? 'provisional' : 'known'}">${text(release.publishedAt === null ? 'approval.state.draft' : 'approval.state.published')}</span></td>`
      : nothing
  }${cell('releases.signatures', format.number(release.signatures))}${cell('releases.comments', format.number(release.comments))}</tr>`
}

const columns = [
  ...(['releases.name', 'releases.plan', 'releases.year', 'indicator.asOf', 'indicator.knownOn'] as const),
  ...(['releases.state', 'releases.signatures', 'releases.comments'] as const),
]

const table = (site: Site, { releases, titled }: ReleasesLoaded): Html => {
  const { text } = site
  const hasDrafts = releases.some(({ publishedAt }) => publishedAt === null)
  const shown = columns.filter((key) => hasDrafts || key !== 'releases.state')
  return releases.length === 0
    ? html`<p>${text('releases.none')}</p>`
    : html`<table role="table" class="plain stacks"><caption class="vh">${text('releases.title')}</caption><thead role="rowgroup"><tr role="row">${shown.map((key) => html`<th role="columnheader" scope="col">${text(key)}</th>`)}</tr></thead>
<tbody role="rowgroup">${releases.map((release) => row(site, release, { titled, hasDrafts }))}</tbody></table>`
}

const freezeForm = (site: Site, { freezable }: ReleasesLoaded, { choice, wrong }: Asked): Html => {
  if (freezable.length === 0) return nothing
  const { text } = site
  const options = freezable.flatMap(({ plan, years }) =>
    years.map((year) => ({
      value: `${plan.id}|${year}`,
      label: text('releases.freeze.option', { title: plan.title, year: String(year) }),
    })),
  )
  const filled = {
    typed: { what: choice },
    wrong: new Map(wrong.map(({ words }) => ['what', [words]])),
  }
  return html`<section aria-labelledby="freeze"><h2 id="freeze">${text('releases.freeze')}</h2><p>${text('releases.freeze.lead')}</p>
<form class="entry" method="post" action="${addressOf(site, '/releases')}">${fieldHtml(site, { as: 'select', name: 'what', label: text('releases.freeze.what'), hint: text('releases.freeze.hint'), options }, filled)}<p class="buttons"><button type="submit">${text('releases.freeze.button')}</button></p></form></section>`
}

/** The page of all releases, with what was asked of its form. */
export const releasesHtml = (site: Site, loaded: ReleasesLoaded, asked: Asked): Html | Promise<Html> =>
  layout(site, {
    title: titleOf(site, site.text('releases.title'), asked.wrong),
    description: site.text('releases.description'),
    path: '/releases',
    crumbs: [{ label: site.text('site.plans'), path: '/plans' }, { label: site.text('releases.title') }],
    part: 'plans',
    body: html`${errorSummary(site, asked.wrong)}<header class="head"><h1>${site.text('releases.title')}</h1><p class="lead">${site.text('releases.lead')}</p></header>
${table(site, loaded)}
${freezeForm(site, loaded, asked)}`,
  })

export const releasesPage: TwinPage<None, None, ReleasesLoaded> = {
  path: '/releases',
  summary: 'The releases held: figures of a plan that were frozen',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: releasesSchema,
  load: loadReleases,
  page: (site, loaded) => releasesHtml(site, loaded, { choice: '', wrong: [] }),
  json: ({ releases }) => ({ releases }),
  csv: ({ releases }): Table => ({
    columns: [
      'id',
      'sha256',
      'plan',
      'year',
      'as_of',
      'known_on',
      'recorded_at',
      'bytes',
      'signatures',
      'comments',
      'published_at',
    ],
    rows: releases.map((one) => [
      ...[one.id, one.sha256, one.plan, one.year, one.asOf, one.knownOn, one.recordedAt, one.bytes],
      ...[one.signatures, one.comments, one.publishedAt],
    ]),
  }),
}
