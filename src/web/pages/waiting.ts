// What waits for whoever reads: returned to them, to approve, to publish, to finish.
import { z } from '@hono/zod-openapi'
import { waitingReasons } from '../../accounts/waiting.ts'
import type { WaitingShown } from '../data/approval.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { waitingSchema } from '../schemas/approval.ts'
import { addressOf, type Site } from '../site.ts'
import type { TwinPage } from '../twin.ts'
import { factDraftPath } from './enter/fact-draft.ts'
import { dayOf } from './enter/start.ts'

const none = z.object({})
type None = z.output<typeof none>
type Loaded = { waiting: WaitingShown[]; titles: ReadonlyMap<string, string> }

/** Where something that waits is worked on. */
const pathOf = ({ what, reason, id }: WaitingShown): string => {
  if (what === 'figures') return `/releases/${id.slice(0, 12)}`
  if (what === 'fact') return factDraftPath(id)
  return reason === 'finish' ? `/enter/reports/${id}` : `/enter/reports/${id}/check`
}

const nameOf = (site: Site, one: WaitingShown, titles: Loaded['titles']): Html => {
  const { text } = site
  const title = inLanguage(titles.get(one.about) ?? one.about, 'en')
  const year = String(one.year ?? '')
  if (one.what === 'fact') return html`${text('waiting.fact', { kind: site.voice.names.kind(one.about) })}`
  return one.what === 'report'
    ? html`${text.rich('waiting.report', { title, year })}`
    : html`${text.rich('waiting.figures', { plan: title, year })}`
}

const row = (site: Site, one: WaitingShown, titles: Loaded['titles']): Html => {
  const { text } = site
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, pathOf(one))}">${nameOf(site, one, titles)}</a>${one.title === null || one.title === '' ? nothing : html`<span class="block quiet">${inLanguage(one.title, null)}</span>`}</th><td role="cell" data-label="${text('waiting.of')}">${one.actorName === null ? nothing : inLanguage(one.actorName, null)}</td><td role="cell" class="num" data-label="${text('waiting.approved')}">${text('value.of', { n: one.approved, N: one.of })}</td><td role="cell" data-label="${text('waiting.changed')}">${dayOf(site, one.changedAt)}</td><td role="cell" data-label="${text('waiting.note')}">${one.note === null ? nothing : inLanguage(one.note, null)}</td></tr>`
}

const columns = ['waiting.what', 'waiting.of', 'waiting.approved', 'waiting.changed', 'waiting.note'] as const

const page = (site: Site, { waiting, titles }: Loaded): Html | Promise<Html> => {
  const { text } = site
  const groups = waitingReasons
    .map((reason) => ({ reason, rows: waiting.filter((one) => one.reason === reason) }))
    .filter(({ rows }) => rows.length > 0)
  return layout(site, {
    title: text('waiting.title'),
    description: text('waiting.description'),
    path: '/waiting',
    crumbs: [{ label: text('waiting.title') }],
    part: 'waiting',
    body: html`<header class="head"><h1>${text('waiting.title')}</h1><p class="lead">${waiting.length === 0 ? text('waiting.none') : text('waiting.lead', { n: waiting.length })}</p></header>
${groups.map(
  ({ reason, rows }) =>
    html`<section aria-labelledby="${reason}"><h2 id="${reason}">${text(`waiting.${reason}`)} <span class="num">${site.format.number(rows.length)}</span></h2>
<table role="table" class="plain stacks"><caption class="vh">${text(`waiting.${reason}`)}</caption><thead role="rowgroup"><tr role="row">${columns.map((key) => html`<th role="columnheader" scope="col">${text(key)}</th>`)}</tr></thead><tbody role="rowgroup">${rows.map((one) => row(site, one, titles))}</tbody></table></section>`,
)}`,
  })
}

export const waitingPage: TwinPage<None, None, Loaded> = {
  path: '/waiting',
  summary: 'What waits for whoever asks: to finish, to approve, to publish',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: waitingSchema,
  load: async (site) => {
    const waiting = await site.data.listWaiting()
    const has = (what: WaitingShown['what']) => waiting.some((one) => one.what === what)
    const questionnaires = has('report') ? await site.data.enter.listQuestionnaires() : []
    const plans = has('figures') ? await Promise.all(waiting.map((one) => site.data.findPlan(one.about))) : []
    return {
      waiting,
      titles: new Map([
        ...questionnaires.map(({ id, title }) => [id, title] as const),
        ...plans.flatMap((plan) => (plan === undefined ? [] : [[plan.id, plan.title] as const])),
      ]),
    }
  },
  page,
  json: ({ waiting }) => ({ count: waiting.length, waiting }),
  csv: ({ waiting }) => ({
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
    ],
    rows: waiting.map((one) => [
      ...[one.reason, one.what, one.thing, one.actor, one.about, one.year, one.title, one.approved, one.of],
      ...[one.note, one.changedAt],
    ]),
  }),
}
