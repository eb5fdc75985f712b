// One recorded vote of the General Assembly: what it was on, how many voted how, and who.
import { z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import type { RollCallShown } from '../data/roll-calls.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { locatorWords } from '../locator.ts'
import { rollCallSchema } from '../schemas/roll-calls.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import { enteredMark, type Table, type TwinPage } from '../twin.ts'

const params = z.object({ id: z.string().max(100).openapi({ description: 'Id of the fact' }) })
type Params = z.output<typeof params>
const none = z.object({})
type None = z.output<typeof none>

const casts = ['yes', 'no', 'abstain'] as const

const load = async (site: Site, { params: { id } }: { params: Params }): Promise<RollCallShown> => {
  const shown = await site.data.findRollCall(id)
  if (shown === undefined) throw problem('not-found', site.text('rollCall.notFound'))
  return shown
}

const votersPart = (site: Site, shown: RollCallShown, cast: (typeof casts)[number]): Html => {
  const { text, format } = site
  const voters = shown.voters[cast]
  const all = shown.counts[cast]
  const left = all - voters.length
  return html`<section aria-labelledby="${cast}"><h2 id="${cast}">${text(`ministry.vote.${cast}` as TextKey)} <span class="num quiet">${format.number(all)}</span></h2>
${voters.length === 0 ? nothing : html`<ul class="voters" role="list">${voters.map(({ actor, name }) => html`<li><a href="${addressOf(site, `/ministries/${actor}`)}#votes">${name}</a></li>`)}</ul>`}${left > 0 ? html`<p class="quiet">${text('rollCall.notNamed', { count: left })}</p>` : nothing}</section>`
}

const sourceLine = (site: Site, { source, locator }: RollCallShown): Html => {
  if (source === null) return html`<p class="where">${site.text('fact.noSource')}</p>`
  const title = inLanguage(source.title, null)
  return html`<p class="where">${source.address === null ? title : html`<a href="${source.address}" rel="external noreferrer">${title}</a>`}${locator === null ? nothing : html`, ${locatorWords(site, locator)}`} · <b>${source.date === null ? site.text('fact.undated') : site.text('fact.statedOn', { date: site.format.date(source.date) })}</b></p>`
}

const csv = (shown: RollCallShown): Table => ({
  columns: [
    'id',
    'symbol',
    'session',
    'held',
    'title',
    'part',
    'vote',
    'actor',
    'actor_name',
    'source_title',
    'mark',
  ],
  rows: casts.flatMap((cast) =>
    shown.voters[cast].map(({ actor, name }) => [
      ...[shown.id, shown.symbol, shown.session, shown.held, shown.title, shown.part, cast, actor, name],
      ...[shown.source?.title ?? null, shown.entered ? enteredMark : null],
    ]),
  ),
})

/** What it was on: its title in the table, otherwise its symbol. */
const nameOf = (site: Site, { title, symbol, session }: RollCallShown): string =>
  title ?? symbol ?? site.text('rollCall.ofSession', { session })

export const rollCallPage: TwinPage<Params, None, RollCallShown> = {
  path: '/votes/{id}',
  summary: 'One recorded vote of the General Assembly: what it was on, how many voted how, and who',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: rollCallSchema,
  example: async (site) => {
    const id = await site.data.newestRollCall()
    return id === undefined ? undefined : `/votes/${id}`
  },
  load,
  page: (site, shown) => {
    const { text, format } = site
    const { counts, symbol, session, held, part } = shown
    const name = nameOf(site, shown)
    const line = [
      symbol,
      text('rollCall.ofSession', { session }),
      held === null ? null : format.date(held),
      part === null ? null : site.voice.names.entry('part', part),
    ].filter((words) => words !== null)
    return layout(site, {
      title: name,
      description: text('rollCall.description', { name }),
      path: `/votes/${shown.id}`,
      crumbs: [{ label: text('states.title'), path: '/states' }, { label: text('rollCall.crumb') }],
      part: 'states',
      body: html`<header class="head"><p class="kicker">${text('rollCall.crumb')}</p><h1>${inLanguage(name, 'en')}</h1>
<p>${line.join(' · ')}${shown.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</p>
<p class="lead">${text('ministry.votes.allWords', counts)}</p><p class="quiet">${text('rollCall.none')}</p>${sourceLine(site, shown)}</header>
${casts.map((cast) => votersPart(site, shown, cast))}`,
    })
  },
  json: (shown) => shown,
  csv,
}
