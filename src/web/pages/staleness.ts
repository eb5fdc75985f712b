// After how long figures are looked at again, and which of those held are past it: rules first, then what is stale.
import { z } from '@hono/zod-openapi'
import { ageWords, durationWords } from '../age-words.ts'
import type { StaleFigure, StalenessShown } from '../data/staleness.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { idAsked } from '../schemas/asked.ts'
import { stalenessSchema } from '../schemas/staleness.ts'
import { addressOf, type Site } from '../site.ts'
import { tierMark } from '../tier-mark.ts'
import { enteredMark, type Table, type TwinPage } from '../twin.ts'
import { wordFor } from './ministry-words.ts'

const none = z.object({})
type None = z.output<typeof none>
const asked = z.object({
  state: idAsked.optional().openapi({ description: 'Figures of one State or other actor, by its id' }),
})
type Asked = z.output<typeof asked>

const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`

/** What a rule is about, in words: everything else, the facts of a part of the ministry page, or one kind of fact. */
const scopeWords = (site: Site, scope: string): Html | string => {
  const [group, name = ''] = scope.split(':')
  if (group === 'default') return site.text('staleness.default')
  return group === 'topic' ? wordFor(site, 'topic', name) : site.voice.names.kind(name)
}

const rulesTable = (site: Site, { rules }: StalenessShown): Html => {
  const { text } = site
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('staleness.rules')}</caption><thead role="rowgroup"><tr role="row">${head(text('staleness.scope'))}${head(text('staleness.after'))}${head(text('staleness.why'))}</tr></thead><tbody role="rowgroup">${rules.map(
    ({ scope, after, why, isHere }) =>
      html`<tr role="row"><th role="rowheader" scope="row">${scopeWords(site, scope)}</th><td role="cell" class="num" data-label="${text('staleness.after')}">${durationWords(site, after)}</td><td role="cell" data-label="${text('staleness.why')}"><span>${isHere ? html`<span class="status">${text('staleness.here')}</span> ${inLanguage(why, null)}` : site.voice.names.ours(why)}</span></td></tr>`,
  )}</tbody></table>`
}

const figureWords = (site: Site, { title, kind }: StaleFigure): Html =>
  title === null ? html`${site.voice.names.kind(kind)}` : inLanguage(title, 'en')

/** `update`: a link to the form of a newer figure, where there is one. */
const figureRow = (site: Site, figure: StaleFigure, update?: (figure: StaleFigure) => Html): Html => {
  const { text } = site
  const words = figureWords(site, figure)
  const link =
    figure.path === null
      ? words
      : html`<a href="${addressOf(site, figure.path)}">${words}<span class="vh">, ${figure.name}</span></a>`
  const after = durationWords(site, figure.rule.after)
  return html`<tr role="row"><th role="rowheader" scope="row">${inLanguage(figure.name, null)}</th><td role="cell" data-label="${text('staleness.figure')}"><span>${link}${figure.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}${tierMark(site, figure)}</span></td><td role="cell" data-label="${text('staleness.asOf')}">${ageWords(site, figure)}</td><td role="cell" data-label="${text('staleness.again')}">${text(figure.state === 'stale' ? 'staleness.past' : 'staleness.unsaid', { after })}</td>${update === undefined ? nothing : html`<td role="cell" data-label="${text('desk.update')}"><span>${update(figure)}</span></td>`}</tr>`
}

export const figuresTable = (
  site: Site,
  { figures }: Pick<StalenessShown, 'figures'>,
  update?: (figure: StaleFigure) => Html,
): Html => {
  const { text } = site
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('staleness.now')}</caption><thead role="rowgroup"><tr role="row">${head(text('staleness.whose'))}${head(text('staleness.figure'))}${head(text('staleness.asOf'))}${head(text('staleness.again'))}${update === undefined ? nothing : head(text('desk.update'))}</tr></thead><tbody role="rowgroup">${figures.map((figure) => figureRow(site, figure, update))}</tbody></table>`
}

const page = (site: Site, shown: StalenessShown, { query }: { query: Asked }): Html | Promise<Html> => {
  const { text, format } = site
  const { fresh, stale, unsaid } = shown.counted
  const all = fresh + stale + unsaid
  return layout(site, {
    title: text('staleness.title'),
    description: text('staleness.description'),
    path: '/staleness',
    query,
    crumbs: [{ label: text('staleness.title') }],
    part: 'states',
    body: html`<header class="head"><h1>${text('staleness.title')}</h1><p class="lead">${text('staleness.lead')}</p></header>
<section aria-labelledby="now"><h2 id="now">${text('staleness.now')}</h2>
<p><b class="num">${text('ministry.of', { n: stale, N: all })}</b> ${text('staleness.counted', { date: format.date(shown.today) })}${unsaid === 0 ? nothing : html` ${text('staleness.countedUnsaid', { count: unsaid })}`}</p>
${shown.figures.length === 0 ? nothing : figuresTable(site, shown)}</section>
<section aria-labelledby="rules"><h2 id="rules">${text('staleness.rules')}</h2><p>${text('staleness.rules.lead')}</p>
${rulesTable(site, shown)}
<p>${text('staleness.change')} <code>npm exec pacta -- staleness set contribution --after P1Y --why "…"</code></p></section>`,
  })
}

const table = ({ figures }: StalenessShown): Table => ({
  columns: [
    'actor',
    'name',
    'id',
    'kind',
    'title',
    'as_of',
    'state',
    'years',
    'after',
    'rule',
    'mark',
    'tier',
  ],
  rows: figures.map((one) => [
    one.actor,
    one.name,
    one.id ?? one.datumId,
    one.kind,
    one.title ?? one.kindTitle,
    one.asOf,
    one.state,
    one.years,
    one.rule.after,
    one.rule.scope,
    one.entered ? enteredMark : null,
    one.tier,
  ]),
})

export const stalenessPage: TwinPage<None, Asked, StalenessShown> = {
  path: '/staleness',
  summary: 'After how long figures are looked at again, and which of them are past it',
  params: none as unknown as z.ZodType<None>,
  query: asked,
  data: stalenessSchema,
  load: (site, { query }) => site.data.showStaleness(query.state),
  page,
  json: (shown) => shown,
  csv: table,
}
