// One State: what it is called, what binds it, what it counts towards, what sources say of it, what it reported.
import { z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import type { Sheet } from '../data/sheet.ts'
import type { ActorShown, MembershipShown } from '../data/states.ts'
import { dutyShapes } from '../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { earliestDay, idAsked, latestDay } from '../schemas/asked.ts'
import { stateSchema } from '../schemas/states.ts'
import { addressOf, type Site, splitIndicator } from '../site.ts'
import type { TwinPage } from '../twin.ts'
import { usualSpan } from './duties/asked.ts'
import { datesOfSheet } from './duties/span.ts'
import { enterLinks } from './enter/links.ts'
import { membershipWords } from './membership-words.ts'
import { pageOfState } from './of-state.ts'
import { cohortsSection } from './state-cohorts.ts'
import { sheetTable } from './state-csv.ts'
import { datesSection } from './state-dates.ts'
import { factsSection } from './state-facts.ts'
import { reportsSection } from './state-reports.ts'
import { valuesSection } from './state-values.ts'

const params = z.object({ id: idAsked })
type Params = z.output<typeof params>
const query = z.object({
  facts: z
    .string()
    .max(80)
    .optional()
    .openapi({ description: 'A kind of fact to be shown whole on the page' }),
})
type Query = z.output<typeof query>

const load = async (site: Site, asked: { params: Params }): Promise<Sheet> => {
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
    dates: datesOfSheet(
      await data.listDuties({ actors: [state.id], from: earliestDay, until: latestDay() }),
      usualSpan(site.today()),
    ),
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
  const { source } = membership
  return html`<li><b>${voice.names.ours(membership.title)}</b>: ${membershipWords(site, membership)}<p class="quiet">${voice.say(membership.said)}${
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

const page = (site: Site, loaded: Sheet, { query: asked }: { query: Query }): Html | Promise<Html> => {
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
    body: html`${markShapes}${dutyShapes}
<header class="head"><p class="kicker">${[state.iso3 ?? state.id, state.region === null ? null : site.voice.names.ours(state.region)].filter((part) => part !== null).join(' · ')}</p>
<h1>${inLanguage(state.name, null)}</h1>${formal?.formal == null ? nothing : html`<p class="lead">${inLanguage(formal.formal, formal.language)}</p>`}
<p><a href="${addressOf(site, `/ministries/${state.id}`)}">${site.text('ministry.link', { name: state.name })}</a></p></header>
${datesSection(site, state, loaded.dates)}
${membershipsSection(site, loaded.memberships)}
${cohortsSection(site, loaded.cohorts)}
${reportsSection(site, loaded.receipts, loaded.reports)}
${valuesSection(site, loaded.values, loaded.plans)}
${factsSection(site, loaded.facts, asked.facts)}
${enterLinks(site, state.id)}
${namesSection(site, state)}`,
  })
}

export const statePage: TwinPage<Params, Query, Sheet> = {
  path: '/states/{id}',
  summary: 'A State with all that is held of it',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: stateSchema,
  ...pageOfState('id', (id) => `/states/${id}`),
  load,
  page,
  json: ({ plans: _, ...sheet }) => sheet,
  csv: sheetTable,
}
