// One State: what it is called, what binds it, what it counts towards, what sources say of it, what it reported.
import { z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import type { PlanShown } from '../data/plans.ts'
import type { CohortOfState, DateShown, ReceiptOfState } from '../data/sheet.ts'
import type { ActorShown, FactShown, MembershipShown, ReportShown, StateValue } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { idAsked } from '../schemas/asked.ts'
import { stateSchema } from '../schemas/states.ts'
import { addressOf, type Site, splitIndicator } from '../site.ts'
import { enteredMark, type Table, type TwinPage } from '../twin.ts'
import { enterLinks } from './enter/links.ts'
import { cohortsSection } from './state-cohorts.ts'
import { datesSection, dateToGoBy } from './state-dates.ts'
import { factsSection } from './state-facts.ts'
import { reportsSection } from './state-reports.ts'
import { valuesSection } from './state-values.ts'

const params = z.object({ id: idAsked })
type Params = z.output<typeof params>
const query = z.object({})
type Query = z.output<typeof query>

type Loaded = {
  state: ActorShown
  memberships: MembershipShown[]
  values: StateValue[]
  facts: FactShown[]
  reports: ReportShown[]
  cohorts: CohortOfState[]
  dates: DateShown[]
  receipts: ReceiptOfState[]
  plans: PlanShown[]
}

const load = async (site: Site, asked: { params: Params }): Promise<Loaded> => {
  const { data } = site
  const state = await data.findActor(asked.params.id)
  if (state === undefined) throw problem('not-found', `No State is held under "${asked.params.id}".`)
  const values = await data.listStateValues(state.id)
  const ids = [...new Set(values.map((value) => splitIndicator(value.indicator).plan))]
  const plans = await Promise.all(ids.map((id) => data.findPlan(id)))
  return {
    state,
    memberships: await data.listMemberships(state.id),
    values,
    facts: await data.listFacts(state.id),
    reports: await data.listReports(state.id),
    cohorts: await data.listCohortsOf(state.id),
    dates: await data.listDatesOf(state.id),
    receipts: await data.listReceiptsOf(state.id),
    plans: plans.filter((plan) => plan !== undefined),
  }
}

const namesSection = (site: Site, state: ActorShown): Html => {
  const { text, format } = site
  const code = (label: string, value: string | null): Html =>
    value === null ? nothing : html`<div><dt>${label}</dt><dd class="num">${value}</dd></div>`
  const member = state.unMember === null ? null : text(state.unMember ? 'stateSheet.yes' : 'stateSheet.no')
  return html`<section aria-labelledby="names"><h2 id="names">${text('stateSheet.names')}</h2>
<table class="plain names"><caption class="vh">${text('stateSheet.names')}</caption><thead><tr><th scope="col">${text('stateSheet.language')}</th><th scope="col">${text('stateSheet.short')}</th><th scope="col">${text('stateSheet.formal')}</th></tr></thead><tbody>${state.names.map(
    (name) =>
      html`<tr><th scope="row">${format.language(name.language)}</th><td>${inLanguage(name.short, name.language)}</td><td>${name.formal === null ? nothing : inLanguage(name.formal, name.language)}</td></tr>`,
  )}</tbody></table>
<dl class="codes">${code(text('stateSheet.iso3'), state.iso3)}${code(text('stateSheet.iso2'), state.iso2)}${code(text('stateSheet.m49'), state.m49)}${code(text('stateSheet.region'), state.region === null ? null : site.voice.names.ours(state.region))}${code(text('stateSheet.unMember'), member)}</dl></section>`
}

const membershipItem = (site: Site, membership: MembershipShown): Html => {
  const { text, format, voice } = site
  const from = membership.from === null ? '' : format.date(membership.from)
  const words =
    membership.from === null
      ? text('stateSheet.consented', {
          on: membership.consentedOn === null ? '' : format.date(membership.consentedOn),
        })
      : membership.until === null
        ? text('stateSheet.party', { from })
        : text(membership.until > site.today() ? 'stateSheet.partyExpected' : 'stateSheet.partyUntil', {
            from,
            until: format.date(membership.until),
          })
  const { source } = membership
  return html`<li><b>${voice.names.ours(membership.title)}</b>: ${words}<p class="quiet">${voice.say(membership.said)}${
    source === null
      ? nothing
      : html` · ${source.address === null ? source.title : html`<a href="${source.address}" rel="external noreferrer">${source.title}</a>`}`
  }${membership.statedOn === null ? nothing : html`, ${text('fact.statedOn', { date: format.date(membership.statedOn) })}`}</p></li>`
}

const membershipsSection = (site: Site, memberships: MembershipShown[]): Html =>
  html`<section aria-labelledby="memberships"><h2 id="memberships">${site.text('stateSheet.memberships')}</h2>
${
  memberships.length === 0
    ? html`<p>${site.text('stateSheet.noMemberships')}</p>`
    : html`<ul class="memberships" role="list">${memberships.map((membership) => membershipItem(site, membership))}</ul>`
}</section>`

const page = (site: Site, loaded: Loaded): Html | Promise<Html> => {
  const { state } = loaded
  const formal = [site.language, 'en']
    .map((language) => state.names.find((name) => name.language === language))
    .find((name) => name?.formal != null)
  return layout(site, {
    title: state.name,
    description: site.text('stateSheet.description', { name: state.name }),
    path: `/states/${state.id}`,
    crumbs: [{ label: site.text('states.title'), path: '/states' }, { label: state.name }],
    part: 'states',
    body: html`${markShapes}
<header class="head"><p class="kicker">${[state.iso3 ?? state.id, state.region === null ? null : site.voice.names.ours(state.region)].filter((part) => part !== null).join(' · ')}</p>
<h1>${inLanguage(state.name, null)}</h1>${formal?.formal == null ? nothing : html`<p class="lead">${inLanguage(formal.formal, formal.language)}</p>`}
<p><a href="${addressOf(site, `/ministries/${state.id}`)}">${site.text('ministry.link', { name: state.name })}</a></p></header>
${datesSection(site, state.id, loaded.dates)}
${membershipsSection(site, loaded.memberships)}
${cohortsSection(site, loaded.cohorts)}
${reportsSection(site, loaded.receipts, loaded.reports)}
${valuesSection(site, loaded.values, loaded.plans)}
${factsSection(site, loaded.facts)}
${enterLinks(site, state.id)}
${namesSection(site, state)}`,
  })
}

/** Facts and values as rows of one table, so that a spreadsheet gets the whole sheet. */
const csv = ({ state, values, facts, reports, memberships, cohorts, dates, receipts }: Loaded): Table => ({
  columns: [
    'actor',
    'row',
    'subject',
    'year_or_date',
    'says',
    'state',
    'known_from',
    'source',
    'source_date',
    'address',
    'locator',
    'quotation',
    'quotation_language',
    'mark',
  ],
  rows: [
    ...memberships.map((membership) => [
      state.id,
      'membership',
      membership.treaty,
      membership.from ?? membership.consentedOn,
      membership.reason,
      membership.until === null ? 'party' : `party until ${membership.until}`,
      null,
      membership.source?.title ?? null,
      membership.statedOn,
      membership.source?.address ?? null,
      null,
      null,
      null,
      null,
    ]),
    ...values.map((value) => [
      state.id,
      'value',
      value.indicator,
      value.year,
      value.reason,
      value.state,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      value.entered ? enteredMark : null,
    ]),
    ...facts.map((fact) => [
      state.id,
      'fact',
      fact.kind,
      fact.held,
      fact.fields.map((field) => `${field.name}: ${[field.value].flat().join('; ')}`).join(', '),
      fact.retracted ? 'retracted' : fact.supersededBy === null ? 'stands' : 'superseded',
      fact.knownFrom,
      fact.source?.title ?? null,
      fact.source?.date ?? null,
      fact.source?.address ?? null,
      fact.locator,
      fact.quotation,
      fact.language,
      fact.entered ? enteredMark : null,
    ]),
    ...reports.map((report) => [
      state.id,
      'report',
      report.obligation,
      report.coversYear,
      `${report.title}, version ${report.version}, ${report.answers} answers`,
      report.current ? 'current' : 'superseded',
      report.receivedOn,
      report.source?.title ?? null,
      report.source?.date ?? null,
      report.source?.address ?? null,
      null,
      null,
      report.language,
      report.entered ? enteredMark : null,
    ]),
    ...dates.map((date) => [
      state.id,
      'date',
      `${date.treaty}, Article ${date.article}`,
      dateToGoBy(date),
      `${date.title}; by the rule ${date.computed.on}: ${date.computed.derivation}`,
      date.official,
      null,
      null,
      date.stated?.statedAsOf ?? null,
      null,
      null,
      null,
      null,
      date.entered ? enteredMark : null,
    ]),
    ...cohorts.map((cohort) => [
      state.id,
      'cohort',
      cohort.name,
      cohort.from,
      cohort.reason,
      cohort.belongs === 'unknown' ? 'not known' : cohort.belongs,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]),
    ...receipts.map((receipt) => [
      state.id,
      'report due',
      receipt.obligation,
      receipt.year,
      `covering ${receipt.coversYear}, due ${receipt.dueOn}`,
      receipt.isLate === true ? 'received late' : receipt.state,
      receipt.firstReceivedOn,
      null,
      null,
      null,
      null,
      null,
      null,
      receipt.entered ? enteredMark : null,
    ]),
  ],
})

export const statePage: TwinPage<Params, Query, Loaded> = {
  path: '/states/{id}',
  summary: 'A State with all that is held of it',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: stateSchema,
  example: async (site) => {
    const [first] = await site.data.listStates()
    return first === undefined ? undefined : `/states/${first.id}`
  },
  load,
  page,
  json: ({ plans: _, ...sheet }) => sheet,
  csv,
}
