// The progress report of a promise in a year, in the form the promise has: the newest published one; for those who approve it
// the one on its way, or what would be in it today.
import { z } from '@hono/zod-openapi'
import { progressBlocks } from '../../../documents/progress/progress-document.ts'
import { plain } from '../../../documents/run.ts'
import { createSpeaker } from '../../../documents/status/speaker.ts'
import { problem } from '../../../problem.ts'
import { type Release, releaseId } from '../../../releases/release.ts'
import type { ReleaseHead } from '../../../releases/store.ts'
import type { StandingShown } from '../../data/approval.ts'
import type { PlanShown } from '../../data/plans.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { noticeLine } from '../../notice.ts'
import { idAsked, yearAsked } from '../../schemas/asked.ts'
import { progressSchema } from '../../schemas/progress.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { approvedWords, ownerName, standingLine } from '../enter/approval.ts'
import { dayOf } from '../enter/start.ts'
import { missingNames } from '../enter/told.ts'
import { documentLinks } from '../releases/document.ts'
import { progressData } from './as-data.ts'
import { blocksHtml, chaptersOf } from './blocks.ts'
import { type Moved, movedNotice, movedSince } from './moved.ts'

const params = z.object({ plan: idAsked, year: yearAsked })
const query = z.object({})
type Params = z.output<typeof params>
type Query = z.output<typeof query>

type State = 'published' | 'draft' | 'as-it-stands' | 'none'
type Loaded = {
  plan: PlanShown
  year: number
  years: number[]
  state: State
  release: Release | null
  /** Who approved it and when; undefined for what is not frozen. */
  standing: StandingShown | undefined
  /** Instant; null: not published. */
  publishedAt: string | null
  /** Frozen and on their way, as far as their reader may see them. */
  drafts: { head: ReleaseHead; standing: StandingShown | undefined }[]
  mayFreeze: boolean
  /** Where today's figures say otherwise than the release; of one that is frozen. */
  moved: Moved[]
}

/** Years of the plan that have begun, the latest last. */
const yearsBegun = ({ period }: PlanShown, today: string): number[] => {
  const now = Number(today.slice(0, 4))
  if (period === null) return []
  return Array.from({ length: Math.min(period.until, now) - period.from + 1 }, (_, i) => period.from + i)
}

/** The year whose report is looked for first: the present one, or the plan's last; undefined before it begins. */
export const reportYear = (plan: PlanShown, today: string): number | undefined =>
  yearsBegun(plan, today).at(-1)

export const reportPath = (plan: string, year: number): string => `/plans/${plan}/progress/${year}`

/** A link to the report of a promise beside treaties; nothing for a plan under one, or before it begins. */
export const reportLink = (site: Site, plan: PlanShown): Html => {
  const year = plan.treaty === null ? reportYear(plan, site.today()) : undefined
  return year === undefined
    ? nothing
    : html`<p><a href="${addressOf(site, reportPath(plan.id, year))}">${site.text('progressPage.link', { year })}</a></p>`
}

const newest = (heads: readonly ReleaseHead[]): ReleaseHead | undefined =>
  heads
    .toSorted((a, b) =>
      a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : a.recordedAt < b.recordedAt ? -1 : 1,
    )
    .at(-1)

const load = async (site: Site, { params: asked }: { params: Params }): Promise<Loaded> => {
  const { data } = site
  const plan = await data.findPlan(asked.plan)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${asked.plan}".`)
  const years = yearsBegun(plan, site.today())
  if (!years.includes(asked.year))
    throw problem(
      'not-found',
      years.length === 0
        ? `No year of "${plan.id}" has begun.`
        : `"${plan.id}" has reports of the years ${years[0]} to ${years.at(-1)}; ${asked.year} is none of them.`,
    )
  const heads = (await data.listReleases()).filter(
    (head) => head.plan === plan.id && head.year === asked.year,
  )
  const published = newest(heads.filter(({ publishedAt }) => publishedAt !== null))
  const onTheirWay = heads.filter(({ publishedAt }) => publishedAt === null)
  const drafts = await Promise.all(
    onTheirWay.map(async (head) => ({ head, standing: await data.findReleaseStanding(head.sha256) })),
  )
  const shown = published ?? newest(onTheirWay)
  const common = { plan, year: asked.year, years, drafts, mayFreeze: await data.mayFreeze(plan.id) }
  if (shown !== undefined) {
    const release = (await data.findRelease(shown.sha256)) ?? null
    const moved = release === null ? [] : await movedSince(site, release)
    const standing = await data.findReleaseStanding(shown.sha256)
    const state = published === undefined ? 'draft' : 'published'
    return { ...common, state, release, standing, publishedAt: shown.publishedAt, moved }
  }
  // What stands under a treaty has its status told; a report of it is made where somebody froze its figures.
  const wanted = { plan: plan.id, year: asked.year }
  const release = plan.treaty === null ? ((await data.previewRelease(wanted)) ?? null) : null
  const state = release === null ? 'none' : 'as-it-stands'
  return { ...common, state, release, standing: undefined, publishedAt: null, moved: [] }
}

const yearTabs = (site: Site, { plan, year, years }: Loaded): Html =>
  html`<nav class="year-tabs" aria-label="${site.text('progressPage.years')}"><ul role="list">${years.map((one) => html`<li><a class="num" href="${addressOf(site, reportPath(plan.id, one))}"${one === year ? html` aria-current="page"` : nothing}>${String(one)}</a></li>`)}</ul></nav>`

/** Who promised, as the release calls them. */
const partiesPart = (site: Site, { payload }: Release): Html => {
  const speaker = createSpeaker(payload, site.language === 'mn' ? 'mn' : 'en')
  const { parties } = payload.instrument
  return parties.length === 0
    ? nothing
    : html`<dt>${site.text('progressReport.parties')}</dt><dd>${parties.map((party, i) => html`${i === 0 ? nothing : '; '}${inLanguage(plain(speaker.nameOf(party)), null)}`)}</dd>`
}

/** Who approved it and when, and since when everyone sees it. */
const approvedPart = (site: Site, { standing, publishedAt }: Loaded): Html => {
  const { text } = site
  const owners = standing?.owners ?? []
  return html`${owners.length === 0 ? nothing : html`<dt>${text('approval.title')}</dt><dd>${owners.map((one, i) => html`${i === 0 ? nothing : '; '}${ownerName(site, one)} (${approvedWords(site, one)})`)}</dd>`}${publishedAt === null ? nothing : html`<dt>${text('progressPage.published')}</dt><dd>${dayOf(site, publishedAt)}</dd>`}`
}

/** Who stands for it, the release it is made of, and the files that can be kept. */
const filesPart = (site: Site, release: Release, loaded: Loaded): Html => {
  const { payload, sha256 } = release
  const { text, format } = site
  const id = releaseId(sha256)
  return html`<dl class="rule">${partiesPart(site, release)}${approvedPart(site, loaded)}<dt>${text('progressPage.release')}</dt><dd><a href="${addressOf(site, `/releases/${id}`)}"><code>${id}</code></a> ${text('release.of', { year: payload.year, asOf: format.date(payload.asOf), knownOn: format.date(payload.knownOn) })}</dd><dt>${text('progressPage.files')}</dt><dd>${documentLinks(site, sha256, 'progress')}</dd></dl>`
}

/** What stands today where a frozen figure is another; nothing where it is the same, or nothing is frozen. */
const todayOf = (moved: readonly Moved[], number: string, { reading }: { reading: string }) => {
  const found = reading === 'default' ? moved.find((one) => one.number === number) : undefined
  return [found?.today.value ?? null, found?.today.standing ?? null]
}

const figureData = ({ value, held, asked, standing }: Moved['today']) => ({
  ...{ value, held, asked, standing },
})

/** What is on its way, and whose word it waits for. */
const draftLine = (site: Site, { head, standing }: Loaded['drafts'][number]): Html => {
  const { text } = site
  const waits =
    standing === undefined || standing.state !== 'draft' || standing.asked === null
      ? nothing
      : html` ${text.rich('next.others.approve', { owners: missingNames(standing) })}`
  return html`<li><a href="${addressOf(site, `/releases/${head.id}`)}"><code>${head.id}</code></a> ${standing === undefined ? nothing : standingLine(site, standing)}${waits}</li>`
}

const freezeForm = (site: Site, { plan, year, mayFreeze }: Loaded): Html =>
  mayFreeze
    ? html`<form class="entry" method="post" action="${addressOf(site, '/releases')}"><input type="hidden" name="what" value="${plan.id}|${String(year)}"><p>${site.text('progressPage.freeze.lead')}</p><p class="buttons"><button type="submit">${site.text('progressPage.freeze')}</button></p></form>`
    : nothing

const wayPart = (site: Site, loaded: Loaded): Html => {
  const { drafts, mayFreeze, state } = loaded
  if (drafts.length === 0 && !mayFreeze) return nothing
  const { text } = site
  return html`<section aria-labelledby="way"><h2 id="way">${text('progressPage.way')}</h2>
${drafts.length === 0 ? nothing : html`<ul>${drafts.map((draft) => draftLine(site, draft))}</ul>`}
${state === 'draft' ? nothing : freezeForm(site, loaded)}</section>`
}

const page = (site: Site, loaded: Loaded): Html | Promise<Html> => {
  const { text } = site
  const { plan, year, state, release } = loaded
  const title = text('progressPage.title', { title: plan.title, year })
  const language = site.language === 'mn' ? 'mn' : 'en'
  const blocks = release === null ? [] : progressBlocks(release, language).blocks
  const chapters = chaptersOf(blocks, 'r')
  return layout(site, {
    title,
    description: text('progressPage.description', { title: plan.title, year }),
    path: reportPath(plan.id, year),
    crumbs: [
      { label: plan.title, path: `/plans/${plan.id}`, language: plan.language },
      { label: text('progressReport.title') },
      { label: String(year) },
    ],
    part: 'plans',
    body: html`${noticeLine(site, plan)}${state === 'published' ? nothing : html`<p class="notice">${text(`progressPage.${state}`, { year })}</p>`}
<header class="head"><p class="kicker"><a href="${addressOf(site, `/plans/${plan.id}`)}">${inLanguage(plan.title, plan.language)}</a></p><h1>${text('progressReport.title')}, <span class="num">${String(year)}</span></h1>
<p><a href="${addressOf(site, `/plans/${plan.id}/implementation`)}">${text('implementation.crumb')}</a></p></header>
${release === null ? nothing : movedNotice(site, release, loaded.moved)}
${yearTabs(site, loaded)}
${release === null || state === 'as-it-stands' ? nothing : filesPart(site, release, loaded)}
${state === 'published' ? nothing : wayPart(site, loaded)}
${
  release === null
    ? nothing
    : html`<nav aria-labelledby="chapters"><h2 id="chapters">${text('statusDocument.contents')}</h2><ul>${chapters.map(({ id, runs }) => html`<li><a href="#${id}">${runs}</a></li>`)}</ul></nav>
<div class="report"${language === site.language ? nothing : html` lang="${language}" dir="ltr"`}>${blocksHtml(blocks, 'r')}</div>`
}
${state === 'published' ? wayPart(site, loaded) : nothing}`,
  })
}

export const progressPage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}/progress/{year}',
  summary: 'The progress report of a promise in a year, in the form the promise has',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: progressSchema,
  example: async (site) => {
    for (const { id } of await site.data.listPlans()) {
      const plan = await site.data.findPlan(id)
      const year = plan === undefined ? undefined : reportYear(plan, site.today())
      if (year !== undefined) return reportPath(id, year)
    }
    return undefined
  },
  load,
  page,
  json: ({ plan, year, state, release, moved }) => {
    const isFrozen = release !== null && state !== 'as-it-stands'
    return {
      ...{ plan: plan.id, title: plan.title, year, state },
      release: isFrozen ? releaseId(release.sha256) : null,
      sha256: isFrozen ? release.sha256 : null,
      asOf: release?.payload.asOf ?? null,
      knownOn: release?.payload.knownOn ?? null,
      moved: moved.map(({ number, ...figures }) => ({
        number,
        frozen: figureData(figures.frozen),
        today: figureData(figures.today),
      })),
      report: release === null ? null : progressData(release),
    }
  },
  csv: ({ plan, year, state, release, moved }): Table => ({
    columns: [
      ...['plan', 'year', 'state', 'release', 'indicator', 'text', 'reading', 'value', 'asked', 'status'],
      ...['target', 'standing', 'as_of', 'known_on', 'value_today', 'standing_today'],
    ],
    rows:
      release === null
        ? []
        : progressData(release).indicators.flatMap(({ number, text, readings }) =>
            readings.map((one) => [
              ...[plan.id, year, state, state === 'as-it-stands' ? null : releaseId(release.sha256)],
              ...[number, text, one.reading, one.value, one.asked, one.status, one.target, one.standing],
              ...[release.payload.asOf, release.payload.knownOn],
              ...todayOf(moved, number, one),
            ]),
          ),
  }),
}
