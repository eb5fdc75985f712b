// The audit trail, for those who keep the installation: what was done, the newest first; by whom, to what, on which day.
import { z } from '@hono/zod-openapi'
import { eventActions } from '../../../db/events.ts'
import type { AuditEntry, AuditShown } from '../../data/history.ts'
import { type Html, html, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { auditSchema } from '../../schemas/history.ts'
import { addressOf, baseOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { actionWords, doerText, doerWords, headCell, historyLink, momentWords, untilAsked } from './parts.ts'

const none = z.object({})
type None = z.output<typeof none>
const said = (description: string) =>
  z
    .string()
    .max(300)
    .transform((text) => text.trim() || undefined)
    .optional()
    .openapi({ description })
const asked = z.object({
  trail: z
    .enum(['world', 'people'])
    .optional()
    .openapi({ description: 'The trail of this world, or that of the people beside the worlds' }),
  who: said('As the trail names who did it, such as person:0190…'),
  thing: said('The key of a thing, such as report-draft:0190…'),
  action: z
    .enum(['', ...eventActions])
    .transform((text) => text || undefined)
    .optional()
    .openapi({ description: 'What was done' }),
  day: z
    .union([z.literal(''), z.iso.date()])
    .transform((text) => text || undefined)
    .optional()
    .openapi({ description: 'A day in UTC, YYYY-MM-DD' }),
  until: untilAsked,
})
type Asked = z.output<typeof asked>

const row = (site: Site, entry: AuditEntry): Html => {
  const { text } = site
  const more = entry.touched - entry.things.length
  return html`<tr role="row"><th role="rowheader" scope="row" class="num">${String(entry.seq)}</th><td role="cell" data-label="${text('audit.when')}">${momentWords(site, entry.happenedAt)}</td><td role="cell" data-label="${text('audit.who')}"><span>${doerWords(site, entry.who)}</span></td><td role="cell" data-label="${text('audit.what')}"><span>${actionWords(site, entry.action)}</span></td><td role="cell" data-label="${text('audit.thing')}"><span>${entry.things.map((thing, i) => html`${i === 0 ? nothing : html`<br>`}${historyLink(site, thing)}`)}${more > 0 ? html` <span class="quiet">${text('audit.more', { count: more })}</span>` : nothing}</span></td></tr>`
}

const field = (site: Site, name: 'who' | 'thing', value: string | undefined): Html =>
  html`<p><label for="ask-${name}">${site.text(`audit.${name}`)}</label><input id="ask-${name}" name="${name}" value="${value ?? ''}"></p>`

const form = (site: Site, { trail }: AuditShown, query: Asked): Html => {
  const { text } = site
  return html`<form class="ask" method="get" action="${addressOf(site, '/audit')}">
<p><label for="ask-trail">${text('audit.trail')}</label><select id="ask-trail" name="trail"><option value="world"${trail === 'world' ? html` selected` : nothing}>${text('audit.trail.world')}</option><option value="people"${trail === 'people' ? html` selected` : nothing}>${text('audit.trail.people')}</option></select></p>
<p><label for="ask-action">${text('audit.what')}</label><select id="ask-action" name="action"><option value="">${text('audit.all')}</option>${eventActions.map((action) => html`<option value="${action}"${query.action === action ? html` selected` : nothing}>${actionWords(site, action)}</option>`)}</select></p>
${field(site, 'who', query.who)}${field(site, 'thing', query.thing)}
<p><label for="ask-day">${text('audit.day')}</label><input id="ask-day" name="day" type="date" value="${query.day ?? ''}"></p>
<p><button type="submit">${text('audit.show')}</button></p></form>`
}

/** The trail of the other world. */
const otherTrail = (site: Site): string =>
  `${baseOf(site.world === 'exercise' ? 'register' : 'exercise', site.language)}/audit`

const page = (site: Site, shown: AuditShown, { query }: { query: Asked }): Html | Promise<Html> => {
  const { text } = site
  const { entries, head: end, rest } = shown
  return layout(site, {
    title: text('audit.title'),
    description: text('audit.description'),
    path: '/audit',
    query,
    crumbs: [{ label: text('audit.title') }],
    part: 'audit',
    body: html`<header class="head"><h1>${text('audit.title')}</h1><p class="lead">${text('audit.lead')}</p>
<p>${text('audit.end', { seq: end.seq })} <code>${`${end.seq}:${end.sha256}`}</code></p></header>
${form(site, shown, query)}
<p><a href="${otherTrail(site)}">${text('audit.there')}: ${text(site.world === 'exercise' ? 'role.world.register' : 'role.world.exercise')}</a></p>
${entries.length === 0 ? html`<p>${text('audit.none')}</p>` : html`<table role="table" class="plain stacks"><caption class="vh">${text('audit.title')}</caption><thead role="rowgroup"><tr role="row">${headCell(text('audit.place'))}${headCell(text('audit.when'))}${headCell(text('audit.who'))}${headCell(text('audit.what'))}${headCell(text('audit.thing'))}</tr></thead><tbody role="rowgroup">${entries.map((entry) => row(site, entry))}</tbody></table>`}
${rest === null ? nothing : html`<p><a href="${addressOf(site, '/audit', { ...query, until: rest })}">${text('history.older')}</a></p>`}`,
  })
}

const csv = ({ entries }: AuditShown): Table => ({
  columns: ['place', 'when', 'who', 'agent', 'action', 'subject', 'things', 'touched', 'sha256'],
  rows: entries.map((one) => [
    one.seq,
    one.happenedAt,
    doerText(one.who),
    one.agent,
    one.action,
    one.subject,
    one.things.join(' '),
    one.touched,
    one.sha256,
  ]),
})

export const auditPage: TwinPage<None, Asked, AuditShown> = {
  path: '/audit',
  summary: 'The audit trail: what was done, by whom, to what',
  params: none as unknown as z.ZodType<None>,
  query: asked,
  data: auditSchema,
  refusals: ['sign-in-needed', 'not-permitted'],
  load: (site, { query }) => site.data.history.audit(query),
  page,
  json: (shown) => shown,
  csv,
}
