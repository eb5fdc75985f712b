// Two releases of a plan: which figures moved, by how much, and why, with everyone whose row is another.
import { z } from '@hono/zod-openapi'
import { diffReleases, type ReleaseDiff } from '../../../releases/diff.ts'
import type { DiffFigure, DiffMember, DiffValue } from '../../../releases/diff-value.ts'
import type { Cause } from '../../../releases/input-changes.ts'
import type { Release } from '../../../releases/release.ts'
import type { ReleaseHead } from '../../../releases/store.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import { layout } from '../../layout.ts'
import { stateWord } from '../../marks.ts'
import { idAsked } from '../../schemas/asked.ts'
import { releaseDiffSchema } from '../../schemas/releases.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { figuresOf, statusMark } from '../../value-words.ts'
import { changeWords } from '../change-words.ts'
import { getReleaseShown, noticeOf } from './one.ts'

const params = z.object({ id: idAsked, other: idAsked })
type Params = z.output<typeof params>
const none = z.object({})
type None = z.output<typeof none>

type Loaded = { diff: ReleaseDiff; notice: Html; language: string; title: string }

/** By year, then by its days. */
const orderOf = ({ payload: { year, asOf, knownOn } }: Release): string => `${year} ${asOf} ${knownOn}`

const load = async (site: Site, { params: { id, other } }: { params: Params }): Promise<Loaded> => {
  // Whichever of the two a reader starts from, the later one is compared with the earlier.
  const [earlier, later] = [await getReleaseShown(site, id), await getReleaseShown(site, other)].sort(
    (a, b) => (orderOf(a) < orderOf(b) ? -1 : 1),
  ) as [Release, Release]
  const { instrument } = later.payload
  return {
    diff: diffReleases(earlier, later),
    notice: noticeOf(site, later),
    language: instrument.source.language,
    title: instrument.title,
  }
}

/** Links from a release to what moved since each other one of its plan. */
export const compareLinks = (site: Site, id: string, others: readonly ReleaseHead[]): Html =>
  html`<ul>${others.map(
    (one) =>
      html`<li><a href="${addressOf(site, `/releases/${id}/since/${one.id}`)}"><code>${one.id}</code></a> <span class="quiet">${site.text('release.of', { year: one.year, asOf: site.format.shortDate(one.asOf), knownOn: site.format.shortDate(one.knownOn) })}</span></li>`,
  )}</ul>`

const causeItem = (site: Site, { kind, on, id }: Cause): Html =>
  html`${site.text(`releaseDiff.cause.${kind}`, { date: on === null ? site.text('parts.undated') : site.format.shortDate(on) })}${id === null || kind === 'joined' ? nothing : html` <code>${id}</code>`}`

const causes = (site: Site, all: readonly Cause[]): Html =>
  html`${all.filter(({ kind }) => kind !== 'year').map((cause, i) => html`${i === 0 ? nothing : '; '}${causeItem(site, cause)}`)}`

const figureCell = (site: Site, value: DiffValue, figure: DiffFigure | null, label: string): Html =>
  html`<td role="cell" class="num" data-label="${label}">${
    figure === null
      ? html`<span class="quiet">${site.text('value.noValues')}</span>`
      : html`${figuresOf(site, { numerator: figure.n, denominator: figure.d, value: figure.value, status: figure.status, unit: value.isShare ? 'percentage' : 'number' })}${figure.value === null || figure.status === 'known' ? nothing : html` ${statusMark(site, figure.status)}`}`
  }</td>`

const change = (site: Site, value: DiffValue): Html =>
  value.by === null
    ? html`<span class="quiet">${site.text('releaseDiff.notTold')}</span>`
    : changeWords(site, { kind: 'known', by: value.by }, value.isShare ? 'percentage' : 'number')

const stateOrNone = (site: Site, state: DiffMember['before']): string =>
  state === null ? site.text('releaseDiff.notAmong') : stateWord(site, state)

const memberItem = (site: Site, member: DiffMember): Html =>
  html`<li><a href="${addressOf(site, `/states/${member.actor}`)}">${inLanguage(member.name, null)}</a>${member.member === member.actor ? nothing : html` <span class="quiet">${member.member}</span>`}: ${stateOrNone(site, member.before)} → <b>${stateOrNone(site, member.after)}</b>${member.causes.length === 0 ? nothing : html` <span class="quiet">(${causes(site, member.causes)})</span>`}</li>`

const definitionLine = (site: Site, { definition, isShare }: DiffValue): Html => {
  if (definition.changed.length === 0) return nothing
  const parts = definition.changed.map((part) => site.text(`releaseDiff.part.${part}`)).join(', ')
  const { figure } = definition
  return html`<p><b>${site.text('releaseDiff.definition', { parts })}</b>${
    figure === null
      ? definition.lacks.length === 0
        ? nothing
        : html` ${site.text('releaseDiff.lacks', { names: definition.lacks.join(', ') })}`
      : html` ${site.text('releaseDiff.byDefinition')} ${figuresOf(site, { numerator: figure.n, denominator: figure.d, value: figure.value, status: figure.status, unit: isShare ? 'percentage' : 'number' })}`
  }</p>`
}

const movedTable = (site: Site, { diff, language }: Loaded): Html => {
  const { text } = site
  const label = (head: ReleaseDiff['a']): string => `${head.id}, ${head.year}`
  const column = (words: string) => html`<th role="columnheader" scope="col" class="num">${words}</th>`
  return html`<table role="table" class="plain stacks compared"><caption class="vh">${text('releaseDiff.moved', { count: diff.moved.length })}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('compare.indicator')}</th>${column(label(diff.a))}${column(label(diff.b))}<th role="columnheader" scope="col">${text('compare.change')}</th></tr></thead>
<tbody role="rowgroup">${diff.moved.map(
    (value) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a class="number num" href="${addressOf(site, `/releases/${diff.b.id}/${value.indicator}`)}">${value.indicator}</a> <span class="verbatim"${spokenIn(language)}>${value.text}</span>
<div class="why">${definitionLine(site, value)}${value.causes.every(({ kind }) => kind === 'year') ? nothing : html`<p>${causes(site, value.causes)}</p>`}${value.members.length === 0 ? nothing : html`<ul>${value.members.map((member) => memberItem(site, member))}</ul>`}</div></th>${figureCell(site, value, value.before, label(diff.a))}${figureCell(site, value, value.after, label(diff.b))}<td role="cell" data-label="${text('compare.change')}">${change(site, value)}</td></tr>`,
  )}</tbody></table>`
}

/** What came, was corrected or is gone of the work on the promise. */
const workSection = (site: Site, { work }: ReleaseDiff): Html =>
  work.length === 0
    ? nothing
    : html`<section aria-labelledby="work"><h2 id="work">${site.text('releaseDiff.work')}</h2><ul>${work.map(
        ({ kind, title, change, on }) =>
          html`<li>${site.voice.names.kind(kind)}${title === null ? nothing : html`: ${inLanguage(title, null)}`} <span class="quiet">${site.text(`releaseDiff.work.${change}`, { date: site.format.shortDate(on) })}</span></li>`,
      )}</ul></section>`

const page = (site: Site, loaded: Loaded): Html | Promise<Html> => {
  const { text, format } = site
  const { diff } = loaded
  const headLine = (head: ReleaseDiff['a'], key: 'releaseDiff.earlier' | 'releaseDiff.later'): Html =>
    html`<dt>${text(key)}</dt><dd><a href="${addressOf(site, `/releases/${head.id}`)}"><code>${head.id}</code></a> ${text('release.of', { year: head.year, asOf: format.date(head.asOf), knownOn: format.date(head.knownOn) })}</dd>`
  const title = text('releaseDiff.title', { id: diff.b.id, other: diff.a.id })
  return layout(site, {
    title,
    description: text('releaseDiff.description', { title: loaded.title }),
    path: `/releases/${diff.b.id}/since/${diff.a.id}`,
    crumbs: [
      { label: text('releases.title'), path: '/releases' },
      { label: diff.b.id, path: `/releases/${diff.b.id}` },
      { label: text('releaseDiff.crumb') },
    ],
    part: 'plans',
    body: html`${loaded.notice}<header class="head"><p class="kicker">${inLanguage(loaded.title, loaded.language)}</p><h1>${text('releaseDiff.crumb')}</h1><dl class="rule">${headLine(diff.a, 'releaseDiff.earlier')}${headLine(diff.b, 'releaseDiff.later')}</dl></header>
<section class="answer s-known" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2><div class="answer-figure"><p class="big">${format.number(diff.moved.length)}</p><p class="big-of">${text('releaseDiff.moved', { count: diff.moved.length })}</p></div>
<div class="answer-words"><p>${text('releaseDiff.same', { count: diff.same })}</p>${diff.sameYear ? nothing : html`<p>${text('releaseDiff.years')}</p>`}${diff.textChanged ? html`<p>${text('releaseDiff.text')}</p>` : nothing}${diff.definitionsChanged.length === 0 ? html`<p class="quiet">${text('releaseDiff.noDefinition')}</p>` : html`<p>${text('releaseDiff.definitions', { numbers: diff.definitionsChanged.map(({ indicator }) => indicator).join(', ') })}</p>`}</div></section>
${diff.moved.length === 0 ? nothing : html`<section aria-labelledby="moved"><h2 id="moved">${text('releaseDiff.which')}</h2>${movedTable(site, loaded)}</section>`}
${workSection(site, diff)}`,
  })
}

export const releaseComparePage: TwinPage<Params, None, Loaded> = {
  path: '/releases/{id}/since/{other}',
  summary: 'Which figures moved between two releases of a plan, and why',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: releaseDiffSchema,
  refusals: ['input-rejected'],
  example: async (site) => {
    const [first, ...others] = await site.data.listReleases()
    const second = others.find((one) => one.plan === first?.plan)
    return first === undefined || second === undefined
      ? undefined
      : `/releases/${first.id}/since/${second.id}`
  },
  load,
  page,
  json: ({ diff }) => diff,
  csv: ({ diff }): Table => ({
    columns: [
      ...[
        'earlier',
        'later',
        'indicator',
        'before_n',
        'before_d',
        'before',
        'after_n',
        'after_d',
        'after',
        'by',
      ],
      ...['definition_changed', 'member', 'actor', 'name', 'member_before', 'member_after', 'causes'],
    ],
    rows: diff.moved.flatMap((value) =>
      (value.members.length === 0 ? [undefined] : value.members).map((member) => [
        ...[diff.a.id, diff.b.id, value.indicator, value.before?.n ?? null, value.before?.d ?? null],
        ...[value.before?.value ?? null, value.after?.n ?? null, value.after?.d ?? null],
        ...[value.after?.value ?? null, value.by, value.definition.changed.join(' ')],
        ...[member?.member ?? null, member?.actor ?? null, member?.name ?? null, member?.before ?? null],
        ...[member?.after ?? null, (member?.causes ?? value.causes).map(({ words }) => words).join('; ')],
      ]),
    ),
  }),
}
