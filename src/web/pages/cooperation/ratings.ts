// What readers answered about the published versions of a page: by version, and day by day.
import { z } from '@hono/zod-openapi'
import { problem } from '../../../problem.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { RatingsShown } from '../../data/cooperation.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { idAsked } from '../../schemas/asked.ts'
import { cooperationRatingsSchema } from '../../schemas/cooperation.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TwinPage } from '../../twin.ts'
import { crumbsOfState, pageOfState } from '../of-state.ts'
import { ratingWord, ratingWords } from './rate-section.ts'

const params = z.object({ actor: idAsked })
type Params = z.output<typeof params>
const query = z.object({})
type Query = z.output<typeof query>

const daysTable = (site: Site, { counts, versions, actor }: RatingsShown): Html => {
  const { text, format } = site
  const keys = [
    ...(['cooperation.ratings.day', 'cooperation.version', 'cooperation.ratings.language'] as const),
    ...(['cooperation.ratings.answers'] as const),
  ]
  const groups = Map.groupBy(counts, (one) => `${one.day} ${one.sha256} ${one.language}`)
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('cooperation.ratings.days')}</caption><thead role="rowgroup"><tr role="row">${keys.map((key) => html`<th role="columnheader" scope="col">${text(key)}</th>`)}</tr></thead><tbody role="rowgroup">${[
    ...groups.values(),
  ].map((of) => {
    const { day, sha256, language } = of[0]!
    const number = versions.find((one) => one.sha256 === sha256)?.number
    const answers = format.list(
      of.map(({ useful, count }) => `${ratingWord(site, useful)}: ${format.number(count)}`),
    )
    return html`<tr role="row"><th role="rowheader" scope="row">${format.date(day)}</th><td role="cell" class="num" data-label="${text('cooperation.version')}"><a href="${addressOf(site, pagePath(actor.id, sha256))}">${String(number ?? '')}</a></td><td role="cell" data-label="${text('cooperation.ratings.language')}">${format.language(language)}</td><td role="cell" data-label="${text('cooperation.ratings.answers')}"><span>${answers}</span></td></tr>`
  })}</tbody></table>`
}

const page = (site: Site, shown: RatingsShown): Html | Promise<Html> => {
  const { text } = site
  const { actor, versions, counts } = shown
  const { name } = actor
  return layout(site, {
    title: text('cooperation.ratings.title', { name }),
    description: text('cooperation.ratings.lead'),
    path: `${pagePath(actor.id)}/ratings`,
    crumbs: crumbsOfState(
      site,
      actor,
      { label: text('cooperation.crumb'), path: pagePath(actor.id) },
      { label: text('cooperation.ratings') },
    ),
    part: 'states',
    body: html`<header class="head"><p class="kicker">${inLanguage(name, null)}</p><h1>${text('cooperation.ratings')}</h1><p class="lead">${text('cooperation.ratings.lead')}</p></header>
${versions.length === 0 ? html`<p>${text('cooperation.ratings.none')}</p>` : html`<ul>${versions.map((one) => html`<li><a href="${addressOf(site, pagePath(actor.id, one.sha256))}">${text('cooperation.version')} <span class="num">${String(one.number ?? '')}</span></a>: ${ratingWords(site, one.ratings)}</li>`)}</ul>`}
${counts.length === 0 ? '' : html`<section aria-labelledby="days"><h2 id="days">${text('cooperation.ratings.days')}</h2>${daysTable(site, shown)}</section>`}`,
  })
}

export const cooperationRatingsPage: TwinPage<Params, Query, RatingsShown> = {
  path: '/ministries/{actor}/cooperation/ratings',
  summary: 'What readers thought of a State’s page of multilateral cooperation',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: cooperationRatingsSchema,
  ...pageOfState('actor', (id) => `${pagePath(id)}/ratings`),
  load: async (site, { params: { actor } }) => {
    const shown = await site.data.cooperation.ratings(actor)
    if (shown === undefined) throw problem('not-found', `No State or other actor is held under "${actor}".`)
    return shown
  },
  page,
  json: (shown) => shown,
  csv: ({ actor, versions, counts }) => ({
    columns: ['actor', 'version', 'digest', 'language', 'day', 'useful', 'count'],
    rows: counts.map(({ sha256, language, day, useful, count }) => [
      actor.id,
      versions.find((one) => one.sha256 === sha256)?.number ?? null,
      sha256,
      language,
      day,
      useful,
      count,
    ]),
  }),
}
