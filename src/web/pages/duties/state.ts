// One State's duties: what it owes, and by when. The next date first, then the picture, then each duty with how its
// date came about.
import { z } from '@hono/zod-openapi'
import { problem } from '../../../problem.ts'
import type { DutySetShown, DutyShown } from '../../data/duties.ts'
import type { ActorShown, MembershipShown } from '../../data/states.ts'
import { countLooks, dutyField, dutyShapes, dutyWord } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes } from '../../marks.ts'
import { dateAsked, earliestDay, idAsked, latestDay } from '../../schemas/asked.ts'
import { stateDutiesSchema } from '../../schemas/state-duties.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import type { TwinPage } from '../../twin.ts'
import { membershipWords } from '../membership-words.ts'
import { crumbsOfState, pageOfState } from '../of-state.ts'
import { usualSpan } from './asked.ts'
import { dutyLink, nextDue } from './next.ts'
import { dateWords } from './parts.ts'
import { type DutiesInSpan, type DutySpan, dutiesIn, dutiesOverTime } from './span.ts'
import { stateDutiesTable } from './state-table.ts'
import { calendarLink, calendarSection, dutiesCalendar } from './subscribe.ts'
import { dutyTable } from './table.ts'
import { timelineOf } from './timeline.ts'
import { timelineFigure } from './timeline-figure.ts'

const params = z.object({ id: idAsked })
type Params = z.output<typeof params>
const query = z.object({
  from: dateAsked
    .optional()
    .openapi({ description: 'Duties due from this day on; without it 1 January of this year' }),
  until: dateAsked
    .optional()
    .openapi({ description: 'Up to and with this day; without it 31 December of the next year' }),
})
type Query = z.output<typeof query>

/** How a State stands to one treaty whose duties are held. */
export type TreatyStanding = {
  treaty: string
  title: string
  /** Null: no act by which it would be bound is held. */
  membership: MembershipShown | null
}

type Loaded = {
  state: ActorShown
  span: DutySpan
  standings: TreatyStanding[]
  all: DutyShown[]
  shown: DutiesInSpan
}

const yearsAhead = 10

/** The usual span, as far as the asked days say nothing else; one day alone gives its own year. */
const spanAsked = (today: string, { from, until }: Query): DutySpan => {
  const usual = usualSpan(today)
  const first =
    from ?? (until !== undefined && until < usual.from ? `${until.slice(0, 4)}-01-01` : usual.from)
  const last = until ?? (first > usual.until ? `${first.slice(0, 4)}-12-31` : usual.until)
  if (last < first)
    throw problem('usage', `The span ends before it begins: ${first} to ${last}.`, [
      { path: 'until', message: 'lies before the first day', expected: `${first} or later`, found: last },
    ])
  return { from: first, until: last }
}

const standingsOf = (
  sets: readonly DutySetShown[],
  memberships: readonly MembershipShown[],
): TreatyStanding[] =>
  sets
    .filter((set) => set.kind === 'treaty')
    .map(({ instrument, title }) => ({
      treaty: instrument,
      title,
      membership: memberships.findLast((one) => one.treaty === instrument) ?? null,
    }))

const findState = async (site: Site, { id }: Params): Promise<ActorShown> => {
  const state = await site.data.findActor(id)
  if (state === undefined) throw problem('not-found', `No State is held under "${id}".`)
  return state
}

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const { data } = site
  const state = await findState(site, asked.params)
  const span = spanAsked(site.today(), asked.query)
  const all = await data.listDuties({ actors: [state.id], from: earliestDay, until: latestDay() })
  return {
    state,
    span,
    standings: standingsOf(await data.listDutySets(), await data.listMemberships(state.id)),
    all,
    shown: dutiesIn(all, span),
  }
}

const listed = ({ shown }: Loaded): DutyShown[] => [...shown.ahead, ...shown.past, ...shown.undated]

const answerSection = (site: Site, loaded: Loaded): Html => {
  const { text, format } = site
  const next = nextDue(loaded.all, site.today())
  const overdue = loaded.shown.ahead.filter((duty) => duty.status === 'overdue').length
  const waiting = loaded.shown.undated.filter((duty) => duty.status === 'waiting').length
  return html`<section class="answer s-known" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big words">${next === undefined ? text('stateDuties.nothingAhead') : dateWords(site, next.on, 'short')}</p><p class="big-of">${next === undefined ? nothing : text('stateDuties.next')}</p></div>
<div class="answer-words">${
    next === undefined
      ? nothing
      : html`<ul class="due-then" role="list">${[...Map.groupBy(next.duties, (duty) => duty.duty).values()].map((own) => html`<li>${dutyLink(site, own[0]!)}${own.length === 1 ? nothing : html` <span class="status">${text('duties.times', { count: own.length })}</span>`}</li>`)}</ul>`
  }<p>${text('stateDuties.overdue', { count: overdue })} · ${text('stateDuties.waiting', { count: waiting })}</p>
<p class="dates">${text('stateDuties.span')} <b>${dateWords(site, loaded.span.from)}</b> – <b>${dateWords(site, loaded.span.until)}</b> · ${text('indicator.asOf')} <b><time datetime="${site.today()}">${format.date(site.today())}</time></b></p></div></section>`
}

const spanForm = (site: Site, { state, span }: Loaded): Html => {
  const { text } = site
  const path = `/states/${state.id}/duties`
  const today = site.today()
  const last = `${Number(today.slice(0, 4)) + yearsAhead}-12-31`
  return html`<form class="ask" method="get" action="${addressOf(site, path)}" aria-label="${text('stateDuties.ask')}">
<p><label for="ask-from">${text('stateDuties.from')}</label><input id="ask-from" type="date" name="from" value="${span.from}"></p>
<p><label for="ask-until">${text('stateDuties.until')}</label><input id="ask-until" type="date" name="until" value="${span.until}"></p>
<p><button type="submit">${text('stateDuties.show')}</button></p>
<p class="ask-help"><a href="${addressOf(site, path)}">${text('stateDuties.usual')}</a> · <a href="${addressOf(site, path, { from: earliestDay, until: today })}">${text('stateDuties.pastOnly')}</a> · <a href="${addressOf(site, path, { from: earliestDay, until: last })}">${text('stateDuties.all')}</a></p></form>`
}

const standingsSection = (site: Site, standings: readonly TreatyStanding[]): Html =>
  standings.length === 0
    ? nothing
    : html`<section aria-labelledby="bound"><h2 id="bound">${site.text('stateDuties.bound')}</h2><ul role="list">${standings.map(
        ({ treaty, title, membership }) =>
          html`<li><a href="${addressOf(site, `/duties/${treaty}`)}">${site.voice.names.ours(title)}</a>: ${membership === null ? site.text('stateDuties.notBound') : membershipWords(site, membership)}</li>`,
      )}</ul></section>`

const parts = {
  ahead: ['stateDuties.ahead', 'stateDuties.ahead.none'],
  past: ['stateDuties.past', 'stateDuties.past.none'],
  undated: ['stateDuties.undated', 'stateDuties.undated.none'],
} as const satisfies Record<string, readonly TextKey[]>

const part = (
  site: Site,
  id: keyof typeof parts,
  duties: readonly DutyShown[],
  after: Html = nothing,
): Html => {
  const [title, none] = parts[id]
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${site.text(title)} <span class="quiet num">${site.format.number(duties.length)}</span></h2>${
    duties.length === 0 ? html`<p>${site.text(none)}</p>` : stateDutiesTable(site, site.text(title), duties)
  }${after}</section>`
}

const earlierPart = (site: Site, { state, shown }: Loaded): Html =>
  shown.earlierNotFound === 0
    ? nothing
    : html`<p class="quiet">${site.text.rich('stateDuties.earlier.notFound', {
        count: shown.earlierNotFound,
        link: html`<a href="${addressOf(site, `/states/${state.id}/duties`, { from: earliestDay, until: site.today() })}">${site.text('stateDuties.pastOnly')}</a>`,
      })}</p>`

const page = (site: Site, loaded: Loaded, { query: asked }: { query: Query }): Html | Promise<Html> => {
  const { text } = site
  const { state, shown } = loaded
  const title = text('stateDuties.title', { name: state.name })
  const pictured = timelineOf(site, dutiesOverTime(loaded.all, shown), title)
  const looks = countLooks(listed(loaded))
  // Where nothing is to come, the first question is whether anything binds the State.
  const isAhead = shown.ahead.length > 0
  return layout(site, {
    title,
    description: text('stateDuties.description', { name: state.name }),
    path: `/states/${state.id}/duties`,
    query: asked,
    crumbs: crumbsOfState(site, state, { label: text('stateDuties.crumb') }),
    part: 'states',
    hasCalendar: true,
    body: html`${markShapes}${dutyShapes}
<header class="head"><p class="kicker"><a href="${addressOf(site, `/states/${state.id}`)}">${text('stateDuties.sheet')}</a></p><h1>${text.rich('stateDuties.title', { name: inLanguage(state.name, null) })}</h1><p class="lead">${text('stateDuties.lead')}</p><p>${calendarLink(site)}</p></header>
${answerSection(site, loaded)}
${isAhead ? nothing : standingsSection(site, loaded.standings)}
${
  pictured === undefined
    ? nothing
    : html`<section aria-labelledby="over-time"><h2 id="over-time">${text('stateDuties.overTime')}</h2><p class="quiet">${text('stateDuties.overTime.lead')}</p>${timelineFigure(
        site,
        pictured,
        shown.undated.filter((duty) => duty.status === 'waiting'),
      )}</section>`
}
<section aria-labelledby="span"><h2 id="span">${text('stateDuties.list')}</h2>
${spanForm(site, loaded)}
${looks.length === 0 ? nothing : html`<ul class="legend" role="list">${looks.map(({ look, count }) => html`<li>${dutyField(look)} <b class="num">${site.format.number(count)}</b> ${dutyWord(site, look)}</li>`)}</ul>`}</section>
${part(site, 'ahead', shown.ahead)}
${shown.undated.length === 0 ? nothing : part(site, 'undated', shown.undated)}
${part(site, 'past', shown.past, earlierPart(site, loaded))}
${isAhead ? standingsSection(site, loaded.standings) : nothing}
${calendarSection(site, `/states/${state.id}/duties`)}`,
  })
}

export const stateDutiesPage: TwinPage<Params, Query, Loaded> = {
  path: '/states/{id}/duties',
  summary: 'What a State owes, and by when',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: stateDutiesSchema,
  ...pageOfState('id', (id) => `/states/${id}/duties`),
  load,
  page,
  calendar: async (site, { params: { id }, ...asked }) => {
    await findState(site, { id })
    const what = (await site.data.actorNamesIn(site.language))(id)
    return dutiesCalendar(site, { ...asked, what, scope: { actors: [id] }, path: `/states/${id}/duties` })
  },
  json: (loaded) => ({
    state: loaded.state.id,
    name: loaded.state.name,
    from: loaded.span.from,
    until: loaded.span.until,
    standings: loaded.standings.map(({ treaty, title, membership }) => ({
      treaty,
      title,
      from: membership?.from ?? null,
      until: membership?.until ?? null,
      consentedOn: membership?.consentedOn ?? null,
    })),
    earlierNotFound: loaded.shown.earlierNotFound,
    duties: listed(loaded),
  }),
  csv: (loaded) => dutyTable(listed(loaded)),
}
