// What waits for whoever reads: returned to them, to approve, to publish, to finish.
import { z } from '@hono/zod-openapi'
import { type WaitingReason, waitingReasons } from '../../accounts/waiting.ts'
import { baseOf } from '../../words/address.ts'
import { pagePath } from '../cooperation-path.ts'
import type { Elsewhere, WaitingShown, WithOthersShown } from '../data/approval.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { waitingSchema } from '../schemas/approval.ts'
import { addressIn, addressOf, type Site } from '../site.ts'
import type { TwinPage } from '../twin.ts'
import { ownerName } from './enter/approval.ts'
import { factDraftPath } from './enter/fact-draft.ts'
import { dayOf } from './enter/start.ts'

const none = z.object({})
type None = z.output<typeof none>
/** Titles of what things are about, by id. */
export type Titles = ReadonlyMap<string, string>
type Loaded = {
  waiting: WaitingShown[]
  withOthers: WithOthersShown[]
  elsewhere: Elsewhere
  titles: Titles
}
/** Of something that waits what names it and leads to it. */
export type Listed = Omit<WaitingShown, 'reason'>

/** Where something that waits is worked on. */
const pathOf = ({ what, id, actor }: Listed, isToFinish: boolean): string => {
  if (what === 'page') return pagePath(actor ?? '', id)
  if (what === 'figures') return `/releases/${id.slice(0, 12)}`
  if (what === 'fact') return factDraftPath(id)
  return isToFinish ? `/enter/reports/${id}` : `/enter/reports/${id}/check`
}

const nameOf = (site: Site, one: Listed, titles: Loaded['titles']): Html => {
  const { text } = site
  const title = inLanguage(titles.get(one.about) ?? one.about, 'en')
  const year = String(one.year ?? '')
  if (one.what === 'page') return html`${text('waiting.page')}`
  if (one.what === 'fact') return html`${text('waiting.fact', { kind: site.voice.names.kind(one.about) })}`
  return one.what === 'report'
    ? html`${text.rich('waiting.report', { title, year })}`
    : html`${text.rich('waiting.figures', { plan: title, year })}`
}

const row = (
  site: Site,
  one: Listed,
  titles: Loaded['titles'],
  { isToFinish = false, missing }: { isToFinish?: boolean; missing?: WithOthersShown['missing'] },
): Html => {
  const { text } = site
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, pathOf(one, isToFinish))}">${nameOf(site, one, titles)}</a>${one.title === null || one.title === '' ? nothing : html`<span class="block quiet">${inLanguage(one.title, null)}</span>`}</th><td role="cell" data-label="${text('waiting.of')}">${one.actorName === null ? nothing : inLanguage(one.actorName, null)}</td><td role="cell" class="num" data-label="${text('waiting.approved')}">${text('value.of', { n: one.approved, N: one.of })}</td>${missing === undefined ? nothing : html`<td role="cell" data-label="${text('waiting.missing')}"><span>${missing.map((owner, at) => html`${at === 0 ? nothing : ', '}${ownerName(site, owner)}`)}</span></td>`}<td role="cell" data-label="${text('waiting.changed')}">${dayOf(site, one.changedAt)}</td><td role="cell" data-label="${text('waiting.note')}">${one.note === null ? nothing : inLanguage(one.note, null)}</td></tr>`
}

const headings = (site: Site, hasMissing: boolean): Html => {
  const keys = [
    ...(['waiting.what', 'waiting.of', 'waiting.approved'] as const),
    ...(hasMissing ? (['waiting.missing'] as const) : []),
    ...(['waiting.changed', 'waiting.note'] as const),
  ]
  return html`<thead role="rowgroup"><tr role="row">${keys.map((key) => html`<th role="columnheader" scope="col">${site.text(key)}</th>`)}</tr></thead>`
}

const table = (site: Site, name: WaitingReason | 'others', rows: readonly Html[]): Html =>
  html`<table role="table" class="plain stacks"><caption class="vh">${site.text(`waiting.${name}`)}</caption>${headings(site, name === 'others')}<tbody role="rowgroup">${rows}</tbody></table>`

const group = (site: Site, name: WaitingReason | 'others', rows: readonly Html[]): Html =>
  rows.length === 0
    ? nothing
    : html`<section aria-labelledby="${name}"><h2 id="${name}">${site.text(`waiting.${name}`)} <span class="num">${site.format.number(rows.length)}</span></h2>
${table(site, name, rows)}</section>`

/** What waits, by reason, as parts of another page. */
export const waitingParts = (site: Site, waiting: readonly WaitingShown[], titles: Titles): Html =>
  html`${waitingReasons.map((reason) => {
    const own = waiting.filter((one) => one.reason === reason)
    const rows = own.map((one) => row(site, one, titles, { isToFinish: reason === 'finish' }))
    return own.length === 0
      ? nothing
      : html`<h3>${site.text(`waiting.${reason}`)} <span class="num">${site.format.number(own.length)}</span></h3>${table(site, reason, rows)}`
  })}`

/** The titles of the reports and plans that wait, by id. */
export const titlesOf = async (site: Site, all: readonly Listed[]): Promise<Titles> => {
  const has = (what: WaitingShown['what']) => all.some((one) => one.what === what)
  const questionnaires = has('report') ? await site.data.enter.listQuestionnaires() : []
  const plans = has('figures') ? await Promise.all(all.map((one) => site.data.findPlan(one.about))) : []
  return new Map([
    ...questionnaires.map(({ id, title }) => [id, title] as const),
    ...plans.flatMap((plan) => (plan === undefined ? [] : [[plan.id, plan.title] as const])),
  ])
}

/** How much waits in the other world, with the way there. */
const elsewhereLine = (site: Site, { world, count }: Elsewhere): Html =>
  count === 0
    ? nothing
    : html`<p><a href="${addressIn({ base: baseOf(world, site.language) }, '/waiting')}">${site.text(`waiting.in.${world}`, { count })}</a></p>`

const page = (site: Site, { waiting, withOthers, elsewhere, titles }: Loaded): Html | Promise<Html> => {
  const { text } = site
  return layout(site, {
    title: text('waiting.title'),
    description: text('waiting.description'),
    path: '/waiting',
    crumbs: [{ label: text('waiting.title') }],
    part: 'waiting',
    body: html`<header class="head"><h1>${text('waiting.title')}</h1><p class="lead">${waiting.length === 0 ? text('waiting.none') : text('waiting.lead', { n: waiting.length })}</p>${elsewhereLine(site, elsewhere)}</header>
${waitingReasons.map((reason) =>
  group(
    site,
    reason,
    waiting
      .filter((one) => one.reason === reason)
      .map((one) => row(site, one, titles, { isToFinish: reason === 'finish' })),
  ),
)}${group(
  site,
  'others',
  withOthers.map((one) => row(site, one, titles, { missing: one.missing })),
)}`,
  })
}

const cells = (one: Listed, reason: string) => [
  ...[reason, one.what, one.thing, one.actor, one.about, one.year, one.title, one.approved, one.of],
  ...[one.note, one.changedAt],
]

export const waitingPage: TwinPage<None, None, Loaded> = {
  path: '/waiting',
  summary: 'What waits for whoever asks: to finish, to approve, to publish',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: waitingSchema,
  load: async (site) => {
    const waiting = await site.data.listWaiting()
    const withOthers = await site.data.listWithOthers()
    return {
      waiting,
      withOthers,
      elsewhere: await site.data.countElsewhere(),
      titles: await titlesOf(site, [...waiting, ...withOthers]),
    }
  },
  page,
  json: ({ waiting, withOthers, elsewhere }) => ({ count: waiting.length, waiting, withOthers, elsewhere }),
  csv: ({ waiting, withOthers, elsewhere }) => ({
    columns: [
      'reason',
      'what',
      'thing',
      'actor',
      'about',
      'year',
      'title',
      'approved',
      'of',
      'note',
      'changed_at',
      'missing',
      'waits_in',
      'count',
    ],
    rows: [
      ...waiting.map((one) => [...cells(one, one.reason), null, one.world, null]),
      ...withOthers.map((one) => [
        ...cells(one, 'others'),
        one.missing.map(({ owner }) => owner).join('; '),
        one.world,
        null,
      ]),
      // Of the other world how much it is, in one row.
      ...(elsewhere.count === 0
        ? []
        : [['elsewhere', ...new Array(11).fill(null), elsewhere.world, elsewhere.count]]),
    ],
  }),
}
