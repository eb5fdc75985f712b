// The named groups of States that plans count over, and who belongs to one on a date.
import { z } from '@hono/zod-openapi'
import type { CohortChange, CohortYear } from '../../indicators/cohort-history.ts'
import { Problem, problem } from '../../problem.ts'
import { addMonths } from '../../rules/dates.ts'
import type { CohortHeld, CohortMember } from '../data/cohorts.ts'
import type { SourceShown } from '../data/source.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { dateAsked, idAsked } from '../schemas/asked.ts'
import { cohortSchema, cohortsSchema } from '../schemas/cohorts.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'
import { cohortMoves, cohortYears } from './cohort-history.ts'
import { type CohortEntry, cohortList, countCohorts } from './cohort-list.ts'

const dates = z.object({ 'as-of': dateAsked.optional(), 'as-known-on': dateAsked.optional() })
type Dates = z.output<typeof dates>
const none = z.object({})
type None = z.output<typeof none>

const asked = dates.extend({
  since: dateAsked
    .optional()
    .openapi({ description: 'Who joined and left after this day; without it one year back' }),
})
type Asked = z.output<typeof asked>

const dateForm = (site: Site, path: string, asOf: string, knownOn: string, since: string): Html =>
  html`<form class="ask" method="get" action="${addressOf(site, path)}">
<p><label for="ask-as-of">${site.text('indicator.change.asOf')}</label><input id="ask-as-of" type="date" name="as-of" value="${asOf}"></p>
<p><label for="ask-known">${site.text('indicator.change.knownOn')}</label><input id="ask-known" type="date" name="as-known-on" value="${knownOn}"></p>
<p><label for="ask-since">${site.text('changes.since')}</label><input id="ask-since" type="date" name="since" value="${since}"></p>
<p><button type="submit">${site.text('indicator.change.button')}</button></p></form>`

type AllLoaded = { asOf: string; cohorts: CohortEntry[] }

export const cohortsPage: TwinPage<None, Pick<Dates, 'as-of'>, AllLoaded> = {
  path: '/cohorts',
  summary: 'The cohorts, with their number of members',
  params: none as unknown as z.ZodType<None>,
  query: dates.pick({ 'as-of': true }),
  data: cohortsSchema,
  load: async (site, { query }) => {
    const asOf = query['as-of'] ?? site.today()
    return { asOf, cohorts: await countCohorts(site, asOf) }
  },
  page: (site, { asOf, cohorts }, { query }) =>
    layout(site, {
      title: site.text('cohorts.title'),
      description: site.text('cohorts.description'),
      path: '/cohorts',
      query,
      crumbs: [{ label: site.text('cohorts.title') }],
      part: 'cohorts',
      body: html`<header class="head"><h1>${site.text('cohorts.title')}</h1><p class="lead">${site.text('cohorts.lead')}</p>
<p class="quiet">${site.text('cohorts.membersOn', { date: site.format.date(asOf) })}</p></header>${cohortList(site, cohorts)}`,
    }),
  json: (loaded) => loaded,
  csv: ({ asOf, cohorts }): Table => ({
    columns: ['cohort', 'code', 'title', 'words', 'as_of', 'members'],
    rows: cohorts.map((cohort) => [
      cohort.name,
      cohort.code,
      cohort.title,
      cohort.words,
      asOf,
      cohort.members,
    ]),
  }),
}

const nameAsked = z.object({ name: idAsked })
type Name = z.output<typeof nameAsked>
type Loaded = {
  cohort: CohortHeld
  asOf: string
  knownOn: string
  source: SourceShown | null
  members: CohortMember[] | null
  since: string
  /** Null where nobody has established who belongs on one of the two days. */
  change: CohortChange | null
  years: CohortYear[]
}

const load = async (site: Site, asked: { params: Name; query: Asked }): Promise<Loaded> => {
  const cohort = (await site.data.listCohorts()).find((held) => held.name === asked.params.name)
  if (cohort === undefined) throw problem('not-found', `There is no cohort "${asked.params.name}".`)
  const asOf = asked.query['as-of'] ?? site.today()
  const knownOn = asked.query['as-known-on'] ?? site.today()
  const source = (await site.data.findStatusSource(cohort.treaty)) ?? null
  const since = asked.query.since ?? addMonths(asOf, -12)
  const about = { cohort: cohort.name, asOf, knownOn }
  return {
    cohort,
    asOf,
    knownOn,
    source,
    members: await establish(site, cohort.name, asOf, knownOn),
    since,
    change: (await site.data.compareCohort({ ...about, since })) ?? null,
    years: await site.data.countCohortYears(about),
  }
}

const establish = async (
  site: Site,
  cohort: string,
  asOf: string,
  knownOn: string,
): Promise<CohortMember[] | null> => {
  try {
    return await site.data.listCohortMembers({ cohort, asOf, knownOn })
  } catch (error) {
    if (error instanceof Problem && error.type === 'cohort-not-established') return null
    throw error
  }
}

/** The members where they are established; where they are not, a refusal rather than an empty list. */
const established = ({ cohort, members, asOf }: Loaded): CohortMember[] => {
  if (members === null) {
    throw problem(
      'cohort-not-established',
      `Nobody has established who belongs to "${cohort.name}" on ${asOf}.`,
    )
  }
  return members
}

const memberTable = (site: Site, members: CohortMember[]): Html => {
  const { text, format } = site
  const date = (value: string | null): Html =>
    value === null ? nothing : html`<time datetime="${value}">${format.shortDate(value)}</time>`
  return html`<section aria-labelledby="members"><h2 id="members">${text('cohorts.count')}</h2><table role="table" class="plain stacks cohort-members"><caption class="vh">${text('cohorts.count')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('cohort.member')}</th><th role="columnheader" scope="col">${text('cohort.from')}</th><th role="columnheader" scope="col">${text('cohort.until')}</th><th role="columnheader" scope="col">${text('cohort.reason')}</th></tr></thead><tbody role="rowgroup">${members.map(
    (member) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/states/${member.actor}`)}">${inLanguage(member.name, null)}</a></th><td role="cell" class="num">${date(member.from)}</td><td role="cell" class="num">${date(member.until)}</td><td role="cell">${site.voice.say(member.said)}</td></tr>`,
  )}</tbody></table></section>`
}

const page = (site: Site, loaded: Loaded, asked: { query: Asked }): Html | Promise<Html> => {
  const { cohort, asOf, knownOn, source } = loaded
  const { text, format } = site
  const { ours } = site.voice.names
  const members =
    loaded.members === null ? null : [...loaded.members].sort((a, b) => format.compare(a.name, b.name))
  return layout(site, {
    title: ours(cohort.title),
    description: ours(cohort.words),
    path: `/cohorts/${cohort.name}`,
    query: asked.query,
    crumbs: [{ label: text('cohorts.title'), path: '/cohorts' }, { label: ours(cohort.title) }],
    part: 'cohorts',
    body: html`<header class="head"><p class="kicker">${text('cohort.title')}${cohort.code === null ? nothing : html` · ${cohort.code}`}</p><h1>${ours(cohort.title)}</h1><p class="lead">${ours(cohort.words)}</p></header>
<section class="answer s-${members === null ? 'open' : 'known'}" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big${members === null ? ' words' : ''}">${members === null ? text('cohort.notEstablished') : format.number(members.length)}</p></div>
<div class="answer-words"><p>${
      members === null
        ? text('cohort.notEstablished.explain', { date: format.date(asOf) })
        : text('cohort.asOf', { asOf: format.date(asOf), knownOn: format.date(knownOn) })
    }</p>
${source === null ? nothing : html`<p class="quiet">${source.date === null ? text('cohort.sourceUndated', { source: source.title }) : text('cohort.source', { source: source.title, date: format.date(source.date) })}</p>`}</div></section>
${dateForm(site, `/cohorts/${cohort.name}`, asked.query['as-of'] ?? '', asked.query['as-known-on'] ?? '', asked.query.since ?? '')}
${members === null ? nothing : cohortMoves(site, loaded.change, loaded.since)}
${cohortYears(site, loaded.years, ours(cohort.title))}
${members === null ? nothing : members.length === 0 ? html`<p>${text('cohort.empty')}</p>` : memberTable(site, members)}`,
  })
}

export const cohortPage: TwinPage<Name, Asked, Loaded> = {
  path: '/cohorts/{name}',
  summary: 'The members of a cohort on a date',
  params: nameAsked as unknown as z.ZodType<Name>,
  query: asked,
  data: cohortSchema,
  example: async (site) => {
    const [first] = await site.data.listCohorts()
    return first === undefined ? undefined : `/cohorts/${first.name}`
  },
  refusals: ['cohort-not-established'],
  load,
  page,
  json: (loaded) => ({ ...loaded, members: established(loaded) }),
  csv: (loaded): Table => ({
    columns: ['cohort', 'as_of', 'known_on', 'actor', 'name', 'from', 'until', 'reason', 'since', 'movement'],
    rows: [
      ...established(loaded).map((member) => [
        loaded.cohort.name,
        loaded.asOf,
        loaded.knownOn,
        member.actor,
        member.name,
        member.from,
        member.until,
        member.reason,
        loaded.since,
        loaded.change === null
          ? null
          : loaded.change.joined.some((one) => one.actor === member.actor)
            ? 'joined'
            : 'stayed',
      ]),
      ...(loaded.change?.left ?? []).map((one) => [
        ...[loaded.cohort.name, loaded.asOf, loaded.knownOn, one.actor, one.name, null, one.on, one.reason],
        ...[loaded.since, 'left'],
      ]),
    ],
  }),
}
