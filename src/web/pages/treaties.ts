// The treaties whose status is held, and one of them over time: who is bound, since when, by which act, and who left.
import { z } from '@hono/zod-openapi'
import type { TreatyListed, TreatyStatus } from '../../parties/treaty-status.ts'
import type { TreatyStatements } from '../data/statements.ts'
import type { ActorShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { dateAsked, idAsked } from '../schemas/asked.ts'
import { treatiesSchema, treatySchema } from '../schemas/treaties.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import { partiesTitle, sourceLine, treatyFigure } from '../treaty-figure.ts'
import type { CsvValue, Table, TwinPage } from '../twin.ts'
import { statementCells, statementColumns, treatyStatementsSection } from './statements.ts'
import {
  claimsList,
  meetingsTable,
  participantSections,
  standingTiles,
  standingWord,
  yearsTable,
} from './treaty-parts.ts'

const dates = z.object({ 'as-of': dateAsked.optional(), 'as-known-on': dateAsked.optional() })
type Dates = z.output<typeof dates>
const treatyQuery = dates.extend({
  statements: idAsked.optional().openapi({
    description:
      'Whose declarations, reservations and objections stand on the page, of a treaty with more than 200; the data have all of them',
  }),
})
type TreatyQuery = z.output<typeof treatyQuery>
const none = z.object({})
type None = z.output<typeof none>

/** The two days asked for; today where nobody says, and never more known than today. */
const daysOf = (site: Site, query: Dates): { asOf: string; knownOn: string } => {
  const today = site.today()
  const known = query['as-known-on'] ?? today
  return { asOf: query['as-of'] ?? today, knownOn: known < today ? known : today }
}

const dateForm = (site: Site, path: string, query: Dates): Html =>
  html`<form class="ask" method="get" action="${addressOf(site, path)}">
<p><label for="ask-as-of">${site.text('indicator.change.asOf')}</label><input id="ask-as-of" type="date" name="as-of" value="${query['as-of'] ?? ''}"></p>
<p><label for="ask-known">${site.text('indicator.change.knownOn')}</label><input id="ask-known" type="date" name="as-known-on" value="${query['as-known-on'] ?? ''}"></p>
<p><button type="submit">${site.text('indicator.change.button')}</button></p></form>`

/** `withoutStatus`: treaties whose duties are held as data, and no act of a State under them. */
type AllLoaded = {
  asOf: string
  knownOn: string
  treaties: TreatyListed[]
  withoutStatus: { treaty: string; title: string }[]
}

const listItem = (site: Site, treaty: TreatyListed): Html => {
  const { text, format } = site
  const { counts, lastAct, source } = treaty
  const parts = [
    text('treaties.signatories', { count: counts.signatory }),
    ...(counts.left === 0 ? [] : [text('treaties.left', { count: counts.left })]),
    ...(counts.leaving === 0 ? [] : [text('treaties.leaving', { count: counts.leaving })]),
    ...(counts.unknown === 0 ? [] : [text('treaties.unknown', { count: counts.unknown })]),
    ...(counts.organisations === 0 ? [] : [text('treaties.organisations', { count: counts.organisations })]),
  ]
  return html`<li><span class="cohort-count num">${format.number(counts.party)}</span><div><a href="${addressOf(site, `/treaties/${treaty.treaty}`)}">${site.voice.names.ours(treaty.title)}</a>
<p>${text(treaty.basis === 'in force' ? 'treaties.parties' : 'treaties.consents', { count: counts.party })}; ${parts.join('; ')}.</p>
<p class="quiet">${lastAct === null ? nothing : html`${text('treaties.lastAct', { act: text(`act.${lastAct.kind}` as TextKey), date: format.date(lastAct.on) })}: ${inLanguage(lastAct.name, null)}. `}${source === null ? nothing : text('treaties.asAt', { date: format.date(source.asOf) })}</p></div></li>`
}

/** No number stands here: who is bound is not known, which is not nobody. */
const withoutStatusSection = (site: Site, treaties: AllLoaded['withoutStatus']): Html =>
  html`<section aria-labelledby="without-status"><h2 id="without-status">${site.text('treaties.withoutStatus')}</h2><p class="quiet">${site.text('treaties.withoutStatus.lead')}</p>
<ul class="same" role="list">${treaties.map(({ treaty, title }) => html`<li><a href="${addressOf(site, `/duties/${treaty}`)}">${site.voice.names.ours(title)}</a></li>`)}</ul></section>`

export const treatiesPage: TwinPage<None, Dates, AllLoaded> = {
  path: '/treaties',
  summary: 'The treaties whose status is held',
  params: none as unknown as z.ZodType<None>,
  query: dates,
  data: treatiesSchema,
  load: async (site, { query }) => {
    const on = daysOf(site, query)
    const withoutStatus = (await site.data.listDutySets())
      .filter(({ kind, isBoundKnown }) => kind === 'treaty' && !isBoundKnown)
      .map(({ instrument, title }) => ({ treaty: instrument, title }))
    return { ...on, treaties: await site.data.listTreaties(on), withoutStatus }
  },
  page: (site, { asOf, knownOn, treaties, withoutStatus }, { query }) =>
    layout(site, {
      title: site.text('treaties.title'),
      description: site.text('treaties.description'),
      path: '/treaties',
      query,
      crumbs: [{ label: site.text('treaties.title') }],
      part: 'treaties',
      body: html`<header class="head"><h1>${site.text('treaties.title')}</h1><p class="lead">${site.text('treaties.lead')}</p>
<p class="quiet">${site.text('cohort.asOf', { asOf: site.format.date(asOf), knownOn: site.format.date(knownOn) })}</p></header>
${dateForm(site, '/treaties', query)}
${treaties.length === 0 ? html`<p>${site.text('treaties.none')}</p>` : html`<ul class="cohorts" role="list">${treaties.map((treaty) => listItem(site, treaty))}</ul>`}
${withoutStatus.length === 0 ? nothing : withoutStatusSection(site, withoutStatus)}`,
    }),
  json: ({ asOf, knownOn, treaties, withoutStatus }) => ({
    asOf,
    knownOn,
    withoutStatus,
    treaties: treaties.map(
      ({ treaty, title, formalTitle, mtdsg, basis, source, inForceFrom, counts, lastAct }) => ({
        ...{ treaty, title, formalTitle, mtdsg, basis, source, inForceFrom, counts, lastAct },
      }),
    ),
  }),
  csv: ({ asOf, knownOn, treaties, withoutStatus }): Table => ({
    columns: [
      ...[
        'treaty',
        'title',
        'mtdsg',
        'basis',
        'as_of',
        'known_on',
        'parties',
        'leaving',
        'joining',
        'unknown',
        'left',
      ],
      ...['signatories_only', 'organisations', 'in_force_from', 'source', 'source_address', 'source_date'],
    ],
    rows: [
      ...treaties.map(({ counts, source, ...one }): CsvValue[] => [
        ...[one.treaty, one.title, one.mtdsg, one.basis, asOf, knownOn],
        ...[counts.party, counts.leaving, counts.joining, counts.unknown, counts.left, counts.signatory],
        ...[
          counts.organisations,
          one.inForceFrom,
          source?.statedBy ?? null,
          source?.address ?? null,
          source?.asOf ?? null,
        ],
      ]),
      // Nothing is known of who is bound: the cells stay empty.
      ...withoutStatus.map(({ treaty, title }): CsvValue[] => [
        ...[treaty, title, null, null, asOf, knownOn],
        ...Array.from({ length: 11 }, () => null),
      ]),
    ],
  }),
}

const asked = z.object({ id: idAsked })
type Asked = z.output<typeof asked>
/** `hasPlan`: a plan of the treaty is held; `hasDuties`: what its parties owe. With either it has a door of its own. */
type Loaded = {
  status: TreatyStatus
  statements: TreatyStatements
  states: ActorShown[]
  hasPlan: boolean
  hasDuties: boolean
}

const answerSection = (site: Site, status: TreatyStatus): Html => {
  const { text, format } = site
  const { counts, stated, source } = status
  const isLater = source !== null && source.asOf < status.asOf
  const others = (['leaving', 'joining', 'left', 'signatory', 'unknown'] as const)
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${format.number(counts[standing])} ${standingWord(site, standing, status.basis)}`)
  return html`<section class="answer s-${isLater ? 'open' : 'known'}" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big">${format.number(counts.party)}</p><p class="big-of">${text(status.basis === 'in force' ? 'treaty.parties.short' : 'treaty.consents.short')}</p></div>
<div class="answer-words">
<p>${isLater ? html`<span class="status s-provisional">${text('status.provisionalUntil', { date: format.shortDate(source.asOf) })}</span> ${text('treaty.later', { date: format.date(source.asOf) })}` : html`<span class="status s-known">${text('status.known')}</span>`}</p>
<p class="dates">${text('indicator.asOf')} <b><time datetime="${status.asOf}">${format.date(status.asOf)}</time></b> · ${text('indicator.knownOn')} <b><time datetime="${status.knownOn}">${format.date(status.knownOn)}</time></b></p>
${status.basis === 'in force' ? nothing : html`<p>${text('treaty.consentOnly')}</p>`}
${others.length === 0 ? nothing : html`<p>${others.join(' · ')}</p>`}
${counts.organisations === 0 ? nothing : html`<p>${text('treaties.organisations', { count: counts.organisations })}</p>`}
${source === null ? nothing : html`<p class="quiet">${sourceLine(site, source)}</p>`}
${stated === null || stated.parties === null ? nothing : html`<p class="quiet">${text('treaty.statedCounts', { parties: stated.parties, signatories: stated.signatories ?? 0, date: format.date(stated.asOf) })}</p>`}</div></section>`
}

/** Participants under the names the page has for States; the source's own name stays where it is no State of today. */
const underOwnNames = (status: TreatyStatus, states: readonly ActorShown[]): TreatyStatus => {
  const names = new Map(states.map((state) => [state.id, state.name]))
  const bySource = new Map(
    status.participants.map((one) => [one.name, names.get(one.actor ?? '') ?? one.name]),
  )
  const named = <T extends { actor: string | null; name: string }>(one: T): T => ({
    ...one,
    name: names.get(one.actor ?? '') ?? one.name,
  })
  return {
    ...status,
    participants: status.participants.map(named),
    years: status.years.map((year) => ({
      ...year,
      joined: year.joined.map(named),
      left: year.left.map(named),
    })),
    events: status.events.map((event) => ({
      ...event,
      names: event.names.map((name) => bySource.get(name) ?? name),
    })),
  }
}

/** Whoever declared, under the names the page has for States. */
const underStateNames = (
  { readAsOf, list }: TreatyStatements,
  names: ReadonlyMap<string, string>,
): TreatyStatements => {
  const named = <T extends { id: string; name: string }>(one: T): T => ({
    ...one,
    name: names.get(one.id) ?? one.name,
  })
  return {
    readAsOf,
    list: list.map((one) => ({ ...one, actor: named(one.actor), against: one.against.map(named) })),
  }
}

const page = (site: Site, loaded: Loaded, { query }: { query: TreatyQuery }): Html | Promise<Html> => {
  const { states } = loaded
  const status = underOwnNames(loaded.status, states)
  const title = site.voice.names.ours(status.title)
  const { text, format } = site
  const path = `/treaties/${status.treaty}`
  const names = new Map(states.map((state) => [state.id, state.name]))
  const days = [
    ...(status.adoptedOn === null ? [] : [text('treaty.adopted', { date: format.date(status.adoptedOn) })]),
    ...(status.inForceFrom === null
      ? []
      : [text('treaty.inForce', { date: format.date(status.inForceFrom) })]),
    ...(status.depositary === null ? [] : [text('treaty.depositary', { name: status.depositary })]),
  ]
  return layout(site, {
    title: text('treaty.title', { title }),
    description: partiesTitle(site, status),
    path,
    query,
    crumbs: [{ label: text('treaties.title'), path: '/treaties' }, { label: title }],
    part: 'treaties',
    body: html`${markShapes}<header class="head"><p class="kicker">${text('treaty.kicker')}${status.mtdsg === null ? nothing : html` · ${status.mtdsg}`}</p><h1>${title}</h1>
${status.formalTitle === null ? nothing : html`<p class="lead">${inLanguage(status.formalTitle, 'en')}</p>`}<p class="quiet">${days.join(' · ')}</p>${loaded.hasPlan || loaded.hasDuties ? html`<p><a href="${addressOf(site, `/conventions/${status.treaty}`)}">${text('treaty.door')}</a></p>` : nothing}${loaded.hasDuties ? html`<p><a href="${addressOf(site, `/duties/${status.treaty}`)}">${text('convention.duties')}</a></p>` : nothing}</header>
${answerSection(site, status)}
${dateForm(site, path, query)}
<section aria-labelledby="over-years"><h2 id="over-years">${text('treaty.overYears')}</h2>${treatyFigure(site, status)}
<details><summary>${text('treaty.years')}</summary>${yearsTable(site, status)}</details></section>
<section aria-labelledby="where"><h2 id="where">${text('treaty.states')}</h2>${standingTiles(site, status, states)}</section>
<section aria-labelledby="acts"><h2 id="acts">${text('treaty.acts')}</h2><p class="quiet">${text('treaty.acts.lead')}</p>${participantSections(site, status)}</section>
${treatyStatementsSection(site, underStateNames(loaded.statements, names), {
  actor: query.statements,
  addressOf: (actor) => addressOf(site, path, { ...query, statements: actor }),
})}
${status.claims.length === 0 ? nothing : html`<section aria-labelledby="claims"><h2 id="claims">${text('treaty.claims')}</h2><p class="quiet">${text('treaty.claims.lead')}</p>${claimsList(site, status, names)}</section>`}
${status.meetings.length === 0 ? nothing : html`<section aria-labelledby="meetings"><h2 id="meetings">${text('treaty.meetings')}</h2><p class="quiet">${text('treaty.meetings.lead')}</p>${meetingsTable(site, status.meetings)}</section>`}`,
  })
}

export const treatyPage: TwinPage<Asked, TreatyQuery, Loaded> = {
  path: '/treaties/{id}',
  summary: 'The status of a treaty over time',
  params: asked as unknown as z.ZodType<Asked>,
  query: treatyQuery,
  data: treatySchema,
  example: async (site) => {
    const today = site.today()
    const [treaty] = await site.data.listTreaties({ asOf: today, knownOn: today })
    return treaty === undefined ? undefined : `/treaties/${treaty.treaty}`
  },
  load: async (site, { params, query }) => ({
    status: await site.data.showTreaty({ treaty: params.id, ...daysOf(site, query) }),
    statements: await site.data.listTreatyStatements({
      treaty: params.id,
      knownOn: daysOf(site, query).knownOn,
    }),
    states: await site.data.listStates(),
    hasPlan: (await site.data.listPlans()).some((plan) => plan.treaty === params.id),
    hasDuties: (await site.data.listDutySets()).some((set) => set.instrument === params.id),
  }),
  page,
  json: ({ status, statements }) => ({
    ...status,
    statements,
    participants: status.participants.map(({ actorId: _, acts, ...one }) => ({
      ...one,
      acts: acts.map(({ kind, notifiedOn, effectiveOn, note, datumId }) => ({
        kind,
        notifiedOn,
        effectiveOn,
        note,
        datumId,
      })),
    })),
    years: status.years.map((year) => ({
      ...year,
      joined: year.joined.map(({ actor, name, on, isExpected }) => ({ actor, name, on, isExpected })),
      left: year.left.map(({ actor, name, on, isExpected }) => ({ actor, name, on, isExpected })),
    })),
  }),
  csv: ({ status, statements }): Table => ({
    columns: [
      ...[
        'treaty',
        'as_of',
        'known_on',
        'actor',
        'name',
        'standing',
        'party_from',
        'party_until',
        'act',
        'notified_on',
      ],
      ...['effective_on', 'note', 'datum', 'source', 'source_address', 'source_date'],
      ...statementColumns,
    ],
    rows: [
      ...status.participants.flatMap((one) =>
        one.acts.map((act): CsvValue[] => [
          ...[
            status.treaty,
            status.asOf,
            status.knownOn,
            one.actor,
            one.name,
            one.standing,
            one.from,
            one.until,
            act.kind,
          ],
          ...[act.notifiedOn, act.effectiveOn, act.note, act.datumId],
          ...[act.sourceTitle, act.sourceAddress, act.sourceDate],
          ...statementColumns.map(() => null),
        ]),
      ),
      ...statements.list.map((one): CsvValue[] => [
        ...[status.treaty, status.asOf, status.knownOn, one.actor.isState ? one.actor.id : null, one.name],
        ...Array.from({ length: 6 }, () => null),
        ...[
          one.note,
          one.id,
          one.source?.title ?? null,
          one.source?.address ?? null,
          one.source?.date ?? null,
        ],
        ...statementCells(one),
      ]),
    ],
  }),
}
