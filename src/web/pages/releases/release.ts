// One release: what it is of, how to cite and check it, its figures as they were frozen, and the committee's words.
import { z } from '@hono/zod-openapi'
import { thingKey } from '../../../db/thing-key.ts'
import { documentFor } from '../../../documents/render.ts'
import { changeBetween } from '../../../indicators/change.ts'
import type { ValueShown } from '../../../indicators/show.ts'
import { commentsOn } from '../../../releases/commentary.ts'
import { type Release, releaseId } from '../../../releases/release.ts'
import type { ReleaseHead } from '../../../releases/store.ts'
import type { StandingShown } from '../../data/approval.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import { layout } from '../../layout.ts'
import { idAsked } from '../../schemas/asked.ts'
import { releaseSchema } from '../../schemas/releases.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { figuresOf, statusMark, statusSlug } from '../../value-words.ts'
import { changeWords } from '../change-words.ts'
import { approvalSection } from '../enter/approval.ts'
import { type After, type AfterAsked, afterAsked, toldLine, toldOf } from '../enter/told.ts'
import { historyOf } from '../history/parts.ts'
import { citation } from './cite.ts'
import { commentForm, commentList } from './comments.ts'
import { compareLinks } from './compare.ts'
import { documentLinks } from './document.ts'
import { baselineYear, shownValue, valuesOf } from './figures.ts'
import { getReleaseShown, noticeOf } from './one.ts'

const params = z.object({ id: idAsked })
type Params = z.output<typeof params>

type IndicatorRow = {
  number: string
  text: string
  now: ValueShown | undefined
  first: ValueShown | undefined
}
type SectionRows = { heading: string | null; number: string | null; rows: IndicatorRow[] }

const sectionsOf = (release: Release): SectionRows[] => {
  const { payload } = release
  const now = valuesOf(release, payload.year)
  const first = valuesOf(release, baselineYear(release))
  const rowsOf = (heading: string | null): IndicatorRow[] =>
    payload.instrument.indicators
      .filter(({ section }) => section === heading)
      .map(({ number, text }) => ({
        number,
        text,
        now: now.has(number) ? shownValue(release, now.get(number)!) : undefined,
        first: first.has(number) ? shownValue(release, first.get(number)!) : undefined,
      }))
  return [
    ...payload.instrument.sections.map(({ heading, number }) => ({
      heading: heading as string | null,
      number,
      rows: rowsOf(heading),
    })),
    { heading: null, number: null, rows: rowsOf(null) },
  ].filter(({ rows }) => rows.length > 0)
}

const statuses = ['known', 'provisional', 'not-known', 'no-cases'] as const

const answerSection = (site: Site, release: Release): Html => {
  const { text } = site
  const values = [...valuesOf(release, release.payload.year).values()]
  const count = (slug: string): number => values.filter(({ status }) => statusSlug(status) === slug).length
  const parts = statuses
    .filter((slug) => count(slug) > 0)
    .map((slug) => text(`plan.summary.${slug}`, { count: count(slug) }))
  return html`<section class="answer s-known" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big">${site.format.number(count('known'))}</p><p class="big-of num">${text('release.ofKnown', { N: values.length })}</p></div>
<div class="answer-words"><p>${parts.join(', ')}.</p>
<p class="dates">${text('indicator.forYear')} <b class="num">${String(release.payload.year)}</b> · ${text('indicator.asOf')} <b><time datetime="${release.payload.asOf}">${site.format.date(release.payload.asOf)}</time></b> · ${text('indicator.knownOn')} <b><time datetime="${release.payload.knownOn}">${site.format.date(release.payload.knownOn)}</time></b></p>
<p class="quiet">${text('release.frozen')}</p></div></section>`
}

const checkSection = (site: Site, release: Release): Html => {
  const { text } = site
  const id = releaseId(release.sha256)
  const file = `${site.root}/releases/${id}/file`
  return html`<section aria-labelledby="check"><h2 id="check">${text('release.check')}</h2><dl class="rule">
<dt>${text('release.citation')}</dt><dd>${citation(site, release)}</dd>
<dt>${text(documentFor(release) === 'status' ? 'release.document' : 'progressReport.title')}</dt><dd>${documentLinks(site, release.sha256, documentFor(release))}</dd>
<dt>${text('release.file')}</dt><dd><a href="${file}">pacta-release-${id}.json</a></dd>
<dt>${text('release.verify')}</dt><dd><code>npm exec pacta -- release verify pacta-release-${id}.json</code></dd>
<dt>${text('release.digest')}</dt><dd><code class="hash">${release.sha256}</code></dd>
<dt>${text('releases.signatures')}</dt><dd>${release.signatures.length === 0 ? text('release.unsigned') : html`<ul role="list">${release.signatures.map(({ alg, key }) => html`<li>${alg} <code class="hash">${key}</code></li>`)}</ul>`}</dd>
</dl></section>`
}

const valueCell = (site: Site, value: ValueShown | undefined, year: number): Html =>
  html`<td role="cell" class="num" data-label="${String(year)}">${
    value === undefined
      ? html`<span class="quiet">${site.text('value.noValues')}</span>`
      : html`${figuresOf(site, value)}${value.value === null || value.status === 'known' ? nothing : html` ${statusMark(site, value.status)}`}`
  }</td>`

const figuresTable = (site: Site, release: Release, { heading, rows }: SectionRows): Html => {
  const { text } = site
  const { payload, commentary, sha256 } = release
  const { language } = payload.instrument.source
  const from = baselineYear(release)
  const hasBaseline = from < payload.year
  const column = (label: string) => html`<th role="columnheader" scope="col" class="num">${label}</th>`
  return html`<table role="table" class="plain stacks compared"><caption class="vh">${heading ?? text('plan.wholePlan')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('compare.indicator')}</th>${hasBaseline ? column(String(from)) : nothing}${column(String(payload.year))}${hasBaseline ? html`<th role="columnheader" scope="col">${text('compare.change')}</th>` : nothing}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a class="number num" href="${addressOf(site, `/releases/${releaseId(sha256)}/${one.number}`)}">${one.number}</a> <span class="verbatim"${spokenIn(language)}>${one.text}</span>${commentList(site, commentsOn(commentary, { indicator: one.number }))}</th>${hasBaseline ? valueCell(site, one.first, from) : nothing}${valueCell(site, one.now, payload.year)}${hasBaseline ? html`<td role="cell" data-label="${text('compare.change')}">${changeWords(site, changeBetween({ year: from, value: one.first }, { year: payload.year, value: one.now }), one.now?.unit ?? 'other')}</td>` : nothing}</tr>`,
  )}</tbody></table>`
}

const figuresSection = (site: Site, release: Release): Html =>
  html`<section aria-labelledby="figures"><h2 id="figures">${site.text('release.figures')}</h2>
${sectionsOf(release).map(
  (one) =>
    html`<h3${one.heading === null ? nothing : spokenIn(release.payload.instrument.source.language)}>${one.heading ?? site.text('plan.wholePlan')}</h3>${one.heading === null ? nothing : commentList(site, commentsOn(release.commentary, { section: one.heading }))}
${figuresTable(site, release, one)}`,
)}</section>`

type Loaded = { release: Release; others: ReleaseHead[]; standing: StandingShown | undefined }

export const loadRelease = async (site: Site, { params: { id } }: { params: Params }): Promise<Loaded> => {
  const release = await getReleaseShown(site, id)
  const others = (await site.data.listReleases()).filter(
    (one) => one.plan === release.payload.instrument.id && one.sha256 !== release.sha256,
  )
  return { release, others, standing: await site.data.findReleaseStanding(release.sha256) }
}

export const releaseHtml = async (
  site: Site,
  { release, others, standing }: Loaded,
  asked: { wrong: readonly Wrong[]; note: string } = { wrong: [], note: '' },
  after?: After,
): Promise<Html> => {
  const { text } = site
  const { payload, sha256 } = release
  const { instrument } = payload
  const id = releaseId(sha256)
  const title = `${instrument.title}, ${payload.year}`
  return layout(site, {
    title: titleOf(site, `${text('release.kicker')} ${id}: ${title}`, asked.wrong),
    description: text('release.description', { title: instrument.title, year: String(payload.year), id }),
    path: `/releases/${id}`,
    crumbs: [{ label: text('releases.title'), path: '/releases' }, { label: id }],
    part: 'plans',
    body: html`${standing === undefined ? nothing : toldLine(toldOf(site, after, standing))}${errorSummary(site, asked.wrong)}${standing === undefined || standing.state === 'published' ? nothing : html`<p class="notice">${text('releases.draftNotice')}</p>`}${noticeOf(site, release)}<header class="head"><p class="kicker">${text('release.kicker')} <code>${id}</code></p><h1>${inLanguage(instrument.title, instrument.source.language)}, <span class="num">${String(payload.year)}</span></h1>
<p><a href="${addressOf(site, `/plans/${instrument.id}`, { year: payload.year })}">${text('release.today')}</a></p>${await historyOf(site, thingKey.release(sha256))}</header>
${standing === undefined || standing.state === 'published' ? nothing : approvalSection(site, standing, { action: addressOf(site, `/releases/${id}/approval`), revision: null, ...asked })}
${answerSection(site, release)}
${checkSection(site, release)}
${others.length === 0 ? nothing : html`<section aria-labelledby="others"><h2 id="others">${text('release.others')}</h2>${compareLinks(site, id, others)}</section>`}
${commentsWhole(site, release)}
${figuresSection(site, release)}
${standing?.may.comment === true ? commentForm(site, release, { typed: {}, wrong: [] }) : nothing}`,
  })
}

const commentsWhole = (site: Site, release: Release): Html => {
  const whole = commentsOn(release.commentary, {})
  return whole.length === 0
    ? nothing
    : html`<section aria-labelledby="commentary"><h2 id="commentary">${site.text('release.commentary')}</h2>${commentList(site, whole)}</section>`
}

const flat = (release: Release) =>
  sectionsOf(release).flatMap(({ heading, rows }) => rows.map((one) => ({ section: heading, ...one })))

export const releasePage: TwinPage<Params, AfterAsked, Loaded> = {
  path: '/releases/{id}',
  summary: 'A release: the figures of a plan’s year as they were frozen',
  params: params as unknown as z.ZodType<Params>,
  query: afterAsked,
  data: releaseSchema,
  example: async (site) => {
    const [release] = await site.data.listReleases()
    return release === undefined ? undefined : `/releases/${release.id}`
  },
  load: loadRelease,
  page: (site, loaded, { query }) => releaseHtml(site, loaded, undefined, query.after),
  json: ({ release, standing }) => ({
    id: releaseId(release.sha256),
    sha256: release.sha256,
    plan: release.payload.instrument.id,
    title: release.payload.instrument.title,
    planNotice: release.payload.instrument.notice,
    year: release.payload.year,
    asOf: release.payload.asOf,
    knownOn: release.payload.knownOn,
    state: standing?.state ?? 'published',
    baseline: baselineYear(release),
    signatures: release.signatures,
    commentary: release.commentary,
    values: flat(release).map(({ section, text, now, first, number }) => ({
      section,
      number,
      text,
      value: now ?? null,
      baseline: first ?? null,
    })),
  }),
  csv: ({ release }): Table => ({
    columns: [
      ...['release', 'plan', 'section', 'indicator', 'text', 'year', 'as_of', 'known_on', 'numerator'],
      ...['denominator', 'value', 'status', 'unit', 'baseline_year', 'baseline_value', 'rule_sha256'],
    ],
    rows: flat(release).map(({ section, number, text, now, first }) => [
      ...[releaseId(release.sha256), release.payload.instrument.id, section, number, text],
      ...[release.payload.year, now?.asOf ?? null, release.payload.knownOn, now?.numerator ?? null],
      ...[now?.denominator ?? null, now?.value ?? null, now?.status ?? null, now?.unit ?? null],
      ...[baselineYear(release), first?.value ?? null],
      valuesOf(release, release.payload.year).get(number)?.ruleSha256 ?? null,
    ]),
  }),
}
