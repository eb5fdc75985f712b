// What was done to one thing: who, what, when, what it was before and what after, each with its place in the trail; and
// how an earlier state comes back.

import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../../../problem.ts'
import type { HistoryEntry, HistoryShown } from '../../data/history.ts'
import { answerRefused } from '../../forms/answered.ts'
import { errorSummary, type Wrong } from '../../forms/errors.ts'
import { revisionFrom } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { historySchema } from '../../schemas/history.ts'
import { restoreFields } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import {
  actionWords,
  doerText,
  doerWords,
  headCell,
  historyPath,
  historySegment,
  kindWords,
  momentWords,
  thingOfPath,
  untilAsked,
} from './parts.ts'
import {
  fieldWords,
  isTechnical,
  sentenceOf,
  type Told,
  titleParts,
  titleText,
  toldOf,
  valueWords,
} from './words.ts'

const params = z.object({
  thing: z.string().max(300).openapi({ description: 'The key of a thing, with "~" in the place of "/"' }),
})
type Params = z.output<typeof params>
const asked = z.object({
  until: untilAsked,
})
type Asked = z.output<typeof asked>

const side = (
  site: Site,
  told: Told,
  field: string,
  value: string | null,
  none: 'history.added' | 'history.removed',
): Html =>
  value === null
    ? html`<span class="quiet">${site.text(none)}</span>`
    : html`${valueWords(site, told, field, value)}`

const differencesTable = (site: Site, told: Told, entry: HistoryEntry): Html => {
  const { text } = site
  const caption = text('history.differences', { seq: entry.seq })
  const differences = entry.differences.filter((one) => !isTechnical(one))
  if (differences.length === 0) return nothing
  // What began or ended with the event has one side alone.
  const hasBefore = differences.some(({ before }) => before !== null)
  const hasAfter = differences.some(({ after }) => after !== null)
  const columns = [
    ...(hasBefore ? [{ name: 'before', label: text('history.before'), none: 'history.added' } as const] : []),
    ...(hasAfter
      ? [
          {
            ...({ name: 'after', none: 'history.removed' } as const),
            label: hasBefore ? text('history.after') : text('newFact.value'),
          },
        ]
      : []),
  ]
  return html`<table role="table" class="plain stacks history"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${headCell(text('history.field'))}${columns.map(({ label }) => headCell(label))}</tr></thead><tbody role="rowgroup">${differences.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row">${fieldWords(site, told, one.field)}</th>${columns.map(({ name, label, none }) => html`<td role="cell" data-label="${label}"><span>${side(site, told, one.field, one[name], none)}</span></td>`)}</tr>`,
  )}</tbody></table>`
}

/** What is for machines: digests, counters, ids, as the trail holds them. */
const technical = (site: Site, { differences, sha256 }: HistoryEntry): Html => {
  const { text } = site
  const left = differences.filter(isTechnical)
  return html`<details><summary>${text('history.technical')}</summary><dl class="checked history"><div><dt>${text('history.digest')}</dt><dd><code>${sha256}</code></dd></div>${left.map(({ field, before, after }) => html`<div><dt><code>${field}</code></dt><dd><code>${before ?? '–'}</code> → <code>${after ?? '–'}</code></dd></div>`)}</dl></details>`
}

const restoreForm = (site: Site, shown: HistoryShown, { seq, restores }: HistoryEntry): Html =>
  restores === null
    ? nothing
    : html`<form class="entry" method="post" action="${addressOf(site, `${historyPath(shown.thing)}/restore`)}"><input type="hidden" name="seq" value="${String(seq)}"><input type="hidden" name="revision" value="${String(shown.revision ?? 0)}"><p class="buttons"><button type="submit">${site.text(`history.restore.${restores}`)}</button></p></form>`

const entryHtml = (site: Site, told: Told, entry: HistoryEntry): Html => {
  const { text } = site
  const { seq } = entry
  const isSaid = entry.decided.length > 0 || entry.published !== null
  return html`<section aria-labelledby="event-${String(seq)}"><h2 id="event-${String(seq)}">${actionWords(site, entry.action)}</h2>
<p>${momentWords(site, entry.happenedAt)} · ${doerWords(site, entry.who)}</p>
${isSaid ? sentenceOf(site, entry) : differencesTable(site, told, entry)}${entry.isSealed ? html`<p class="quiet">${text('history.sealed')}</p>` : nothing}
<p class="quiet">${text('history.place', { seq })}</p>${technical(site, entry)}${restoreForm(site, told.shown, entry)}</section>`
}

const page = async (site: Site, given: HistoryShown, wrong: readonly Wrong[] = []): Promise<Html> => {
  const { text } = site
  const shown = await nameStates(site, given)
  const told = await toldOf(site, shown)
  const named = titleText(site, told)
  const parts = titleParts(site, told)
  return layout(site, {
    title: `${text('history.title')}: ${named}`,
    description: text('history.description', { thing: named }),
    path: historyPath(shown.thing),
    crumbs: [{ label: text('history.title') }],
    part: 'enter',
    body: html`${errorSummary(site, wrong)}<header class="head"><p class="kicker">${text('history.title')}</p><h1>${kindWords(site, shown.kind)}${parts.map((part, i) => html`${i === 0 ? ': ' : ', '}${part}`)}</h1>
<p class="lead">${text('history.lead', { count: shown.count })}</p>
${shown.path === null ? nothing : html`<p><a href="${addressOf(site, shown.path)}">${text('history.there')}</a></p>`}</header>
${shown.entries.map((entry) => entryHtml(site, told, entry))}
${shown.rest === null ? nothing : html`<p><a href="${addressOf(site, historyPath(shown.thing), { until: shown.rest })}">${text('history.older')}</a></p>`}
<p class="quiet history">${text('history.chain')} <code>npm exec pacta -- audit verify</code>. ${text('history.key')} <code>${shown.thing}</code></p>`,
  })
}

const csv = ({ thing, entries }: HistoryShown): Table => ({
  columns: ['thing', 'place', 'when', 'who', 'action', 'field', 'before', 'after', 'sha256'],
  rows: entries.flatMap(({ seq, happenedAt, who, action, differences, sha256 }) =>
    (differences.length === 0 ? [{ field: null, before: null, after: null }] : differences).map(
      ({ field, before, after }) => [
        thing,
        seq,
        happenedAt,
        doerText(who),
        action,
        field,
        before,
        after,
        sha256,
      ],
    ),
  ),
})

export const historyPage: TwinPage<Params, Asked, HistoryShown> = {
  path: '/history/{thing}',
  summary: 'What was done to one thing, before and after',
  params,
  query: asked,
  data: historySchema,
  refusals: ['sign-in-needed', 'not-permitted'],
  example: async (site) => {
    const thing = await site.data.history.findAny()
    return thing === undefined ? undefined : historyPath(thing)
  },
  // What the page of a thing calls it leads here too.
  moved: async (site, { thing }) => {
    const key = await site.data.history.lookBack(thingOfPath(thing))
    return key === undefined ? undefined : { thing: historySegment(key) }
  },
  load: (site, { params: { thing }, query }) =>
    site.data.history.show(thingOfPath(thing), query.until ?? null),
  page: (site, shown) => page(site, shown),
  json: (shown) => shown,
  csv,
}

const restore = async (c: Context, site: Site, thing: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  const seq = /^\d{1,15}$/.test(posted.seq ?? '') ? Number(posted.seq) : 0
  if (seq === 0) throw problem('usage', site.text('history.noPlace'))
  const restored = await site.data.history.restore(thing, { seq, revision: revisionFrom(posted) })
  if (restored.outcome === 'restored')
    return seeOther(c, addressOf(site, restored.path), { said: { after: 'restore' } })
  const words = site.text(restored.outcome === 'submitted already' ? 'history.submitted' : 'history.changed')
  const wrong: Wrong = { field: undefined, label: site.text('check.this'), words }
  return answerRefused(c, site, { type: 'changed-meanwhile', words }, async () =>
    page(site, await site.data.history.show(thing, null), [wrong]),
  )
}

/** Takes the wish to bring an earlier state back. */
export const serveRestore = (app: OpenAPIHono, ofWorld: Site): void => {
  const write = {
    path: '/history/{thing}/restore',
    summary: 'Brings an earlier state of a thing back, as something new',
    scope: 'enter',
    fields: restoreFields,
    refusals: ['changed-meanwhile'],
  } as const
  serveWrite(app, write, (c) => {
    const site = siteFor(c, ofWorld)
    return restore(c, site, thingOfPath(c.req.param('thing') ?? ''))
  })
}
