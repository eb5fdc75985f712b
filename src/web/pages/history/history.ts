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
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
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
  historyPath,
  kindWords,
  momentWords,
  thingOfPath,
} from './parts.ts'

const params = z.object({
  thing: z.string().max(300).openapi({ description: 'The key of a thing, with "~" in the place of "/"' }),
})
type Params = z.output<typeof params>
const asked = z.object({
  until: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .openapi({ description: 'Only what stands before this place of the trail' }),
})
type Asked = z.output<typeof asked>

const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`

const side = (site: Site, words: string | null, none: 'history.added' | 'history.removed'): Html =>
  words === null ? html`<span class="quiet">${site.text(none)}</span>` : inLanguage(words, null)

const differencesTable = (site: Site, { differences, seq }: HistoryEntry): Html => {
  const { text } = site
  const caption = text('history.differences', { seq })
  return html`<table role="table" class="plain stacks"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${head(text('history.field'))}${head(text('history.before'))}${head(text('history.after'))}</tr></thead><tbody role="rowgroup">${differences.map(
    ({ field, before, after }) =>
      html`<tr role="row"><th role="rowheader" scope="row"><code>${field}</code></th><td role="cell" data-label="${text('history.before')}"><span>${side(site, before, 'history.added')}</span></td><td role="cell" data-label="${text('history.after')}"><span>${side(site, after, 'history.removed')}</span></td></tr>`,
  )}</tbody></table>`
}

const restoreForm = (site: Site, shown: HistoryShown, { seq, restores }: HistoryEntry): Html =>
  restores === null
    ? nothing
    : html`<form class="entry" method="post" action="${addressOf(site, `${historyPath(shown.thing)}/restore`)}"><input type="hidden" name="seq" value="${String(seq)}"><input type="hidden" name="revision" value="${String(shown.revision ?? 0)}"><p class="buttons"><button type="submit">${site.text(`history.restore.${restores}`)}</button></p></form>`

const entryHtml = (site: Site, shown: HistoryShown, entry: HistoryEntry): Html => {
  const { text } = site
  const { seq, sha256, differences } = entry
  return html`<section aria-labelledby="event-${String(seq)}"><h2 id="event-${String(seq)}">${actionWords(site, entry.action)}</h2>
<p>${momentWords(site, entry.happenedAt)} · ${doerWords(site, entry.who)}</p>
${differences.length === 0 ? nothing : differencesTable(site, entry)}${entry.isSealed ? html`<p class="quiet">${text('history.sealed')}</p>` : nothing}
<p class="quiet">${text('history.place', { seq })} <code>${sha256.slice(0, 12)}</code></p>${restoreForm(site, shown, entry)}</section>`
}

const page = (site: Site, shown: HistoryShown, wrong: readonly Wrong[] = []): Html | Promise<Html> => {
  const { text } = site
  const kind = kindWords(site, shown.kind)
  const named = [kind, shown.title, shown.whose].filter((part) => part !== null).join(', ')
  return layout(site, {
    title: `${text('history.title')}: ${named}`,
    description: text('history.description', { thing: named }),
    path: historyPath(shown.thing),
    crumbs: [{ label: text('history.title') }],
    part: 'enter',
    body: html`${errorSummary(site, wrong)}<header class="head"><p class="kicker">${kind}${shown.title === null ? nothing : html` · ${inLanguage(shown.title, null)}`}${shown.whose === null ? nothing : html` · ${inLanguage(shown.whose, null)}`}</p><h1>${text('history.title')}</h1>
<p class="lead">${text('history.lead', { count: shown.count })}</p>
<p><code>${shown.thing}</code>${shown.path === null ? nothing : html` · <a href="${addressOf(site, shown.path)}">${text('history.there')}</a>`}</p></header>
${shown.entries.map((entry) => entryHtml(site, shown, entry))}
${shown.rest === null ? nothing : html`<p><a href="${addressOf(site, historyPath(shown.thing), { until: shown.rest })}">${text('history.older')}</a></p>`}
<p class="quiet">${text('history.chain')} <code>npm exec pacta -- audit verify</code></p>`,
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
