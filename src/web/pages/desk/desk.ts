// The page of a focal point: what is due, overdue, stale, missing and waiting, and what became known, across treaties,
// pledges and engagements. The answer first, in a sentence.
import { z } from '@hono/zod-openapi'
import { servedBy } from '../../../accounts/served.ts'
import { nextDays } from '../../../indicators/desk.ts'
import { problem } from '../../../problem.ts'
import { accountsPath } from '../../accounts-path.ts'
import { pagePath } from '../../cooperation-path.ts'
import { dutyShapes } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes } from '../../marks.ts'
import { dateAsked, idAsked } from '../../schemas/asked.ts'
import { deskSchema } from '../../schemas/desk.ts'
import { addressIn, addressOf, baseOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import type { TwinPage } from '../../twin.ts'
import { calendarLink, calendarSection, dutiesCalendar } from '../duties/subscribe.ts'
import { enterLinks } from '../enter/links.ts'
import { pageOfState } from '../of-state.ts'
import { deskJson, deskTable } from './as-data.ts'
import { chooseForm } from './choose.ts'
import { type DeskLoaded, loadDesk } from './load.ts'
import {
  besidePart,
  countGaps,
  duePart,
  gapsPart,
  monthsPart,
  newsPart,
  overduePart,
  stalePart,
  waitingPart,
} from './parts.ts'

const none = z.object({})
type None = z.output<typeof none>
const params = z.object({ actor: idAsked })
type Params = z.output<typeof params>

const common = {
  month: z
    .string()
    .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, { message: 'is not a month; write it as 2027-04' })
    .optional()
    .openapi({
      description: 'The first of the months shown as sheets; without it this one',
      example: '2027-04',
    }),
  since: dateAsked
    .optional()
    .openapi({ description: 'What became known after this day; without it 30 days back' }),
}
const ofActor = z.object(common)
type Query = z.output<typeof ofActor>
const ofReader = z.object({
  ...common,
  actor: idAsked.optional().openapi({ description: 'Of this actor; without it of those one answers for' }),
})
type OwnQuery = z.output<typeof ofReader>

/** "3 things are due in the next 30 days, 1 is overdue, 4 figures are stale and 2 wait for you." */
const answer = (site: Site, loaded: DeskLoaded): string => {
  const { text, format, person } = site
  const { next, overdue, stale, waiting, ahead } = loaded
  return text('desk.answer', {
    said: format.list([
      text('desk.said.next', { count: next, days: nextDays }),
      text('desk.said.ahead', { count: ahead.length }),
      text('desk.said.overdue', { count: overdue.length }),
      text('desk.said.stale', { count: stale.length }),
      ...(person.as === 'public' ? [] : [text('desk.said.waiting', { count: waiting.length })]),
    ]),
  })
}

/** The parts with their counts, each leading to its place. */
const glance = (site: Site, loaded: DeskLoaded): Html => {
  const { text, format } = site
  const { overdue, ahead, next, stale, figures, gaps, waiting, news } = loaded
  const card = (place: string, key: TextKey, count: number, more = ''): Html =>
    html`<div><dt><a href="#${place}">${text(key)}</a>${more === '' ? nothing : html`<span class="quiet block">${more}</span>`}</dt><dd class="figure">${format.number(count)}</dd></div>`
  return html`<section aria-labelledby="glance"><h2 class="vh" id="glance">${text('ministry.glance')}</h2><dl class="ministry-glance">${card('overdue', 'desk.overdue', overdue.length)}${card('due', 'desk.due', ahead.length, text('desk.within', { count: next }))}${card('stale', 'desk.stale', stale.length, text('desk.ofFigures', { count: figures }))}${card('gaps', 'desk.gaps', countGaps(gaps))}${site.person.as === 'public' ? nothing : card('waiting', 'desk.waiting', waiting.length)}${card('news', 'desk.news', news.facts.length + news.acts.length + news.reports.length + news.coverage.length)}</dl></section>`
}

const names = ({ actors }: DeskLoaded): Html =>
  html`${actors.map(({ name }, i) => html`${i === 0 ? nothing : ', '}${inLanguage(name, null)}`)}`

const placesOf = (site: Site, { actors }: DeskLoaded): Html =>
  html`${actors.map(
    ({ id, name, kind }) =>
      html`<p class="desk-onward">${actors.length === 1 ? nothing : html`<b>${inLanguage(name, null)}</b>: `}${kind === 'state' ? html`<a href="${addressOf(site, `/states/${id}`)}">${site.text('ministry.sheet', { name })}</a> · ` : nothing}<a href="${addressOf(site, `/ministries/${id}`)}">${site.text('desk.ministry')}</a>${kind === 'state' ? html` · <a href="${addressOf(site, pagePath(id))}">${site.text('cooperation.crumb')}</a>` : nothing}</p>${enterLinks(site, id)}`,
  )}`

/** For whoever answers for somebody in the other world alone; and where one's roles stand. */
const elsewhere = (site: Site): Html => {
  const { text, person, world, language } = site
  if (person.as !== 'person') return nothing
  const other = world === 'register' ? 'exercise' : 'register'
  const there =
    servedBy(person.grants, other).length === 0
      ? nothing
      : html`<a href="${addressIn({ base: baseOf(other, language) }, '/desk')}">${text(`desk.in.${other}`)}</a> · `
  return html`<p>${there}<a href="${accountsPath(site, '/account')}">${text('desk.roles')}</a></p>`
}

/** Nobody's: whose it could be, and how to begin. */
const emptyBody = async (site: Site, loaded: DeskLoaded): Promise<Html> => {
  const { text, person } = site
  const words: TextKey =
    person.as === 'desk'
      ? 'desk.empty.desk'
      : person.as === 'person'
        ? 'desk.empty.person'
        : 'desk.empty.public'
  return html`<header class="head"><h1>${text('desk.title')}</h1><p class="lead">${text(words)}</p>${elsewhere(site)}</header>
<section aria-labelledby="choose"><h2 id="choose">${text('desk.choose')}</h2>${await chooseForm(site)}</section>
${loaded.waiting.length === 0 ? nothing : waitingPart(site, loaded)}
<section aria-labelledby="what"><h2 id="what">${text('desk.what')}</h2><p>${text('desk.what.lead')}</p></section>`
}

const fullBody = async (site: Site, loaded: DeskLoaded, path: string): Promise<Html> => {
  const { text, person } = site
  const placed = new Set<string>()
  const one = loaded.actors.length === 1 ? loaded.actors[0]! : undefined
  const feeds = loaded.actors.map(({ id }) => id)
  return html`${markShapes}${dutyShapes}
<header class="head"><p class="kicker">${text('desk.kicker')}</p><h1>${names(loaded)}</h1>
<p class="lead">${answer(site, loaded)}</p><p>${calendarLink(site)}</p>${placesOf(site, loaded)}</header>
${glance(site, loaded)}
${overduePart(site, loaded, placed)}
${monthsPart(site, loaded, path)}
${duePart(site, loaded, placed)}
${besidePart(site, loaded, placed)}
${waitingPart(site, loaded)}
${stalePart(site, loaded)}
${gapsPart(site, loaded)}
${newsPart(site, loaded)}
${
  one === undefined
    ? html`<section aria-labelledby="calendar"><h2 id="calendar">${text('feed.title')}</h2><p>${text('feed.lead')}</p><ul>${loaded.actors.map(({ id, name }) => html`<li><a href="${addressOf(site, `/desk/${id}`)}#calendar">${inLanguage(name, null)}</a></li>`)}</ul></section>`
    : calendarSection(site, `/desk/${feeds[0]}`)
}
${person.as === 'desk' && loaded.isOwn ? html`<section aria-labelledby="choose"><h2 id="choose">${text('desk.another')}</h2>${await chooseForm(site, one?.id)}</section>` : nothing}`
}

const page = async (
  site: Site,
  loaded: DeskLoaded,
  { path, query }: { path: string; query: Record<string, string | undefined> },
): Promise<Html> => {
  const { text } = site
  const isEmpty = loaded.actors.length === 0
  const title = isEmpty
    ? text('desk.title')
    : text('desk.titleOf', { name: site.format.list(loaded.actors.map(({ name }) => name)) })
  return layout(site, {
    title,
    description: text('desk.description'),
    path,
    query,
    crumbs:
      path === '/desk'
        ? [{ label: text('desk.title') }]
        : [{ label: text('desk.kicker'), path: '/desk' }, { label: loaded.actors[0]?.name ?? '' }],
    part: 'desk',
    hasCalendar: !isEmpty,
    body: isEmpty ? await emptyBody(site, loaded) : await fullBody(site, loaded, path),
  })
}

const calendarOf = async (
  site: Site,
  actors: readonly string[],
  asked: Parameters<NonNullable<TwinPage<None, None, DeskLoaded>['calendar']>>[1],
  path: string,
) => {
  if (actors.length === 0) throw problem('not-found', site.text('desk.noCalendar'))
  const nameOf = await site.data.actorNamesIn(site.language)
  const desks = await site.data.listDesks(actors)
  const ids = [...new Set(desks.flatMap(({ actor, units }) => [actor, ...units]))]
  const what = site.format.list(actors.map(nameOf))
  return dutiesCalendar(site, { ...asked, what, scope: { actors: ids }, path })
}

export const deskPage: TwinPage<None, OwnQuery, DeskLoaded> = {
  path: '/desk',
  summary: 'What is due, stale, missing and waiting of those one answers for',
  params: none as unknown as z.ZodType<None>,
  query: ofReader,
  data: deskSchema,
  refusals: ['not-found'],
  load: async (site, { query }) => {
    const { actor } = query
    const own = await site.data.listOwnActors()
    return loadDesk(site, {
      actors: actor === undefined ? own : [actor],
      isOwn: actor === undefined,
      query,
    })
  },
  // That of a named actor has an address of its own: what leads on leads there.
  page: (site, loaded, { query: { actor, ...query } }) =>
    page(site, loaded, { path: actor === undefined ? '/desk' : `/desk/${actor}`, query }),
  calendar: async (site, asked) => calendarOf(site, await site.data.listOwnActors(), asked, '/desk'),
  json: deskJson,
  csv: deskTable,
}

export const deskOfPage: TwinPage<Params, Query, DeskLoaded> = {
  path: '/desk/{actor}',
  summary: 'What is due, stale and missing of one actor',
  params: params as unknown as z.ZodType<Params>,
  query: ofActor,
  data: deskSchema,
  ...pageOfState('actor', (id) => `/desk/${id}`),
  load: (site, { params: { actor }, query }) => loadDesk(site, { actors: [actor], isOwn: false, query }),
  page: (site, loaded, { params: { actor }, query }) => page(site, loaded, { path: `/desk/${actor}`, query }),
  calendar: async (site, { params: { actor }, ...asked }) => {
    if ((await site.data.findActor(actor)) === undefined)
      throw problem('not-found', `No State or other actor is held under "${actor}".`)
    return calendarOf(site, [actor], { params: {}, ...asked }, `/desk/${actor}`)
  },
  json: deskJson,
  csv: deskTable,
}
