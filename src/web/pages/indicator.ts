// One indicator's value: the answer, the States behind it, what it rests on, and how to check it.
import { z } from '@hono/zod-openapi'
import type { IndicatorShown, StateCount, ValueShown } from '../../indicators/show.ts'
import { problem } from '../../problem.ts'
import type { PlanShown, Worded } from '../data/plans.ts'
import type { PublishedShown } from '../data/published.ts'
import type { ActorShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { layout } from '../layout.ts'
import { countStates, legend, markShapes, proportionBar } from '../marks.ts'
import { nameStates } from '../names.ts'
import { noticeLine } from '../notice.ts'
import { readingName } from '../reading-name.ts'
import { dateAsked, idAsked, yearAsked } from '../schemas/asked.ts'
import { indicatorSchema } from '../schemas/plans.ts'
import { addressOf, type Site } from '../site.ts'
import { isOneTileEach, tileGrid } from '../tile-grid.ts'
import { enteredMark, type Table, type TwinPage } from '../twin.ts'
import { figureWords, ofText, statusInFull, statusMark, valueText } from '../value-words.ts'
import { yearsChart } from '../years-chart.ts'
import { checkSection, coverageSection, readingsSection, ruleSection } from './indicator-basis.ts'
import { membersSection } from './indicator-members.ts'
import { groupsOf, statesFigure } from './member-states.ts'
import { sectionName } from './plan-indicators.ts'
import { latestYear, yearsOf } from './plan-parts.ts'
import { publishedItem } from './published.ts'

const params = z.object({ plan: idAsked, indicator: idAsked })
const query = z.object({
  year: yearAsked.optional(),
  'as-of': dateAsked.optional(),
  'as-known-on': dateAsked.optional(),
  reading: idAsked.optional(),
})
type Params = z.output<typeof params>
type Query = z.output<typeof query>

type Place = {
  action: string | null
  section: string | null
  /** What the section is called in addresses. */
  sectionName: string | null
  previous: string | null
  next: string | null
}
type Loaded = {
  shown: IndicatorShown
  plan: PlanShown
  place: Place
  /** Values of this indicator, one a year. */
  values: ValueShown[]
  states: ActorShown[]
  /** Members by state, for each year. */
  counts: StateCount[]
  /** Figures of others beside this indicator. */
  published: PublishedShown[]
  /** Names of those of whose records alone a register is stated. */
  nameOf: ReadonlyMap<string, string>
}

const namesOfStated = async (site: Site, shown: IndicatorShown): Promise<ReadonlyMap<string, string>> => {
  const named = new Map<string, string>()
  for (const id of new Set(shown.coverage.registers.flatMap(({ of }) => of ?? []))) {
    const actor = await nameStates(site, await site.data.findActor(id))
    if (actor !== undefined) named.set(id, actor.name)
  }
  return named
}

/** Where the indicator stands in its plan, and which stand before and after it. */
const placeIn = (plan: PlanShown, number: string): Place | undefined => {
  const all = [
    ...plan.sections.flatMap((section, i) =>
      section.actions.flatMap((action) =>
        action.indicators.map((indicator) => ({
          sectionName: sectionName(section, i) as string | null,
          number: indicator.number,
          action: action.number as string | null,
          section: section.title as string | null,
        })),
      ),
    ),
    ...plan.planIndicators.map((indicator) => ({
      number: indicator.number,
      action: null,
      section: null,
      sectionName: null,
    })),
  ]
  const at = all.findIndex((indicator) => indicator.number === number)
  const here = all[at]
  if (here === undefined) return undefined
  return {
    action: here.action,
    section: here.section,
    sectionName: here.sectionName,
    previous: all[at - 1]?.number ?? null,
    next: all[at + 1]?.number ?? null,
  }
}

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const { params, query } = asked
  const plan = await site.data.findPlan(params.plan)
  if (plan === undefined) throw problem('not-found', `No plan is held under "${params.plan}".`)
  const place = placeIn(plan, params.indicator)
  if (place === undefined) {
    throw problem('not-found', `The plan "${params.plan}" has no indicator "${params.indicator}".`)
  }
  const ofPlan = await site.data.listValues(params.plan)
  const values = ofPlan.filter((value) => value.number === params.indicator).sort((a, b) => a.year - b.year)
  const year = query.year ?? latestYear(values, site.today()) ?? Number(site.today().slice(0, 4))
  const shown = await site.data.showIndicator({
    indicator: `${params.plan}/${params.indicator}`,
    year,
    asOf: query['as-of'],
    knownOn: query['as-known-on'],
    reading: query.reading,
  })
  const counts = (await site.data.countStates(plan.id)).filter((count) => count.number === params.indicator)
  const published = await site.data.listPublishedFigures({ indicator: shown.id })
  const nameOf = await namesOfStated(site, shown)
  return { shown, plan, place, values, states: await site.data.listStates(), counts, published, nameOf }
}

const answerSection = (site: Site, { shown }: Loaded): Html => {
  const { text, voice, format } = site
  const groups = countStates(shown.members)
  const of = ofText(site, shown)
  const among = shown.reportedAmong
  return html`<section class="answer s-${shown.status === 'known' ? 'known' : 'open'}" aria-labelledby="answer">
<h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big${shown.value === null ? ' words' : ''}">${valueText(site, shown)}</p>
${of === '' ? nothing : html`<p class="big-of num">${of}</p>`}</div>
<div class="answer-words">
<p>${statusInFull(site, shown.status)} ${voice.say(shown.statusSaid)}</p>
<p class="dates">${text('indicator.forYear')} <b class="num">${String(shown.year)}</b> · ${text('indicator.asOf')} <b><time datetime="${shown.asOf}">${format.date(shown.asOf)}</time></b> · ${text('indicator.knownOn')} <b><time datetime="${shown.knownOn}">${format.date(shown.knownOn)}</time></b>${shown.reading === 'default' ? nothing : html` · ${text('indicator.reading')} <b>${readingName(site, shown.reading)}</b>`}</p>
${
  among === null
    ? nothing
    : html`<p>${
        among.value === null
          ? text('indicator.reportedAmong.none')
          : text('indicator.reportedAmong', {
              value: valueText(site, { ...shown, value: among.value }),
              of: text('value.of', { n: among.numerator, N: among.denominator }),
            })
      }</p>`
}
${shown.target === null ? nothing : html`<p>${text('indicator.target', { words: voice.say(shown.target.said) })} <b>${text(`target.${shown.target.state}`)}</b></p>`}
<p class="quiet">${text('indicator.population')}: ${voice.say(shown.ruleSaid.population)}</p></div>
${groups.length === 0 ? nothing : html`<div class="answer-bar">${proportionBar(groups)}${legend(site, groups)}</div>`}
</section>`
}

const askSection = (site: Site, { shown, values, plan }: Loaded, query: Query): Html => {
  const { text } = site
  const years = [...new Set([...values.map((value) => value.year), shown.year])].sort()
  const path = `/plans/${plan.id}/${shown.number}`
  const option = (value: string, label: string, chosen: boolean): Html =>
    html`<option value="${value}"${chosen ? html` selected` : nothing}>${label}</option>`
  return html`<form class="ask" method="get" action="${addressOf(site, path)}" aria-label="${text('indicator.change')}">
<p><label for="ask-year">${text('indicator.change.year')}</label><select id="ask-year" name="year">${years.map((year) => option(String(year), String(year), year === shown.year))}</select></p>
<p><label for="ask-as-of">${text('indicator.change.asOf')}</label><input id="ask-as-of" type="date" name="as-of" value="${query['as-of'] ?? ''}"></p>
<p><label for="ask-known">${text('indicator.change.knownOn')}</label><input id="ask-known" type="date" name="as-known-on" value="${query['as-known-on'] ?? ''}"></p>
${
  shown.readings.length < 2
    ? nothing
    : html`<p><label for="ask-reading">${text('indicator.change.reading')}</label><select id="ask-reading" name="reading">${shown.readings.map((reading) => option(reading.name === 'default' ? '' : reading.name, readingName(site, reading.name), reading.name === shown.reading))}</select></p>`
}<p><button type="submit">${text('indicator.change.button')}</button></p>
<p class="ask-help quiet">${text('indicator.change.help')}</p>
</form>`
}

const yearsSection = (site: Site, { shown, values, plan }: Loaded): Html => {
  if (values.length === 0) return nothing
  const { text, format } = site
  const said = values.map((value) => `${value.year} ${figureWords(site, value)}`).join('; ')
  const path = `/plans/${plan.id}/${shown.number}`
  return html`<section aria-labelledby="years"><h2 id="years">${text('indicator.trend')}</h2>
<div class="beside"><figure class="chart">${yearsChart(site, yearsOf(plan, values), values, text('indicator.trend.title', { number: shown.number, values: said }))}</figure>
<table class="figures"><caption class="vh">${text('indicator.trend')}</caption><thead><tr><th scope="col">${text('indicator.trend.year')}</th><th scope="col" class="end">${text('indicator.readings.value')}</th><th scope="col" class="end">${text('indicator.readings.of')}</th><th scope="col">${text('indicator.trend.asOf')}</th></tr></thead>
<tbody>${values.map(
    (value) =>
      html`<tr${value.year === shown.year ? html` class="here"` : nothing}><th scope="row"><a href="${addressOf(site, path, { year: value.year })}">${String(value.year)}</a></th><td class="end num">${value.value === null ? '' : valueText(site, value)}</td><td class="end num">${ofText(site, value)}</td><td>${format.shortDate(value.asOf)}${value.status === 'known' ? nothing : html`<br>${statusMark(site, value.status)}`}</td></tr>`,
  )}</tbody></table></div></section>`
}

const countsSection = (site: Site, { shown, plan, counts, values }: Loaded): Html => {
  const { text } = site
  const path = `/plans/${plan.id}/${shown.number}`
  const rows = [...new Set(values.map((value) => value.year))].sort().map((year) => ({
    label: String(year),
    groups: groupsOf(counts, shown.number, year),
    address: addressOf(site, path, { year }),
  }))
  if (counts.length === 0) return nothing
  return html`<section aria-labelledby="by-state"><h2 id="by-state">${text('statesChart.byState')}</h2>
${statesFigure(site, rows, {
  title: text('statesChart.title.years', { number: shown.number }),
  caption: text('statesChart.byState'),
  heading: text('indicator.trend.year'),
})}
<p class="quiet">${text('statesChart.source')}</p></section>`
}

/** The indicator as the plan has it: in which language its words are. */
const wordedOf = ({ sections, planIndicators }: PlanShown, number: string): Worded | undefined =>
  [
    ...sections.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators)),
    ...planIndicators,
  ].find((one) => one.number === number)

const neighbours = (site: Site, plan: PlanShown, place: Place, year: number): Html => {
  const link = (number: string | null, rel: 'prev' | 'next'): Html =>
    number === null
      ? nothing
      : html`<a rel="${rel}" href="${addressOf(site, `/plans/${plan.id}/${number}`, { year })}">${site.text(rel === 'prev' ? 'indicator.previous' : 'indicator.next', { number })}</a>`
  return html`<nav class="neighbours" aria-label="${site.text('indicator.neighbours')}">${link(place.previous, 'prev')}${link(place.next, 'next')}</nav>`
}

const tilesSection = (site: Site, { shown, states }: Loaded): Html => {
  if (shown.members.length === 0) return nothing
  const oneEach = isOneTileEach(shown, new Map(states.map((state) => [state.id, state])))
  return html`<section aria-labelledby="states"><h2 id="states">${site.text('indicator.states')}</h2>
${oneEach ? tileGrid(site, shown, states) : html`<p>${site.text('indicator.records')}</p>`}</section>`
}

const publishedSection = (site: Site, { published }: Loaded): Html =>
  published.length === 0
    ? nothing
    : html`<section aria-labelledby="published"><h2 id="published">${site.text('published.indicator')}</h2><p class="quiet">${site.text('published.lead')}</p>
<ul class="facts" role="list">${published.map((figure) => publishedItem(site, figure))}</ul><p><a href="${addressOf(site, '/published-figures')}">${site.text('published.all')}</a></p></section>`

const page = (site: Site, loaded: Loaded, asked: { params: Params; query: Query }): Html | Promise<Html> => {
  const { shown, plan, place } = loaded
  const { text } = site
  const answer = figureWords(site, shown)
  const crumbs = [
    { label: plan.title, language: plan.language, path: `/plans/${plan.id}` },
    { label: text('indicator.kicker', { number: shown.number }) },
  ]
  return layout(site, {
    title: `${text('indicator.kicker', { number: shown.number })}: ${plan.title}`,
    description: text('indicator.description', { number: shown.number, answer, text: shown.text }),
    path: `/plans/${plan.id}/${shown.number}`,
    query: asked.query,
    crumbs,
    part: 'plans',
    body: html`${markShapes}
${noticeLine(site, plan)}
<header class="head"><p class="kicker">${text('indicator.kicker', { number: shown.number })}${place.action === null ? nothing : html` · <a href="${addressOf(site, `/plans/${plan.id}/actions/${place.action}`, { year: shown.year })}">${text('plan.action', { number: place.action })}</a>`}${place.section === null ? nothing : html` · <a href="${addressOf(site, `/plans/${plan.id}/sections/${place.sectionName}`, { year: shown.year })}">${inLanguage(place.section, plan.language)}</a>`}</p>
<h1 class="verbatim"${spokenIn(wordedOf(plan, shown.number)?.language ?? plan.language)}>${shown.text}</h1>${(wordedOf(plan, shown.number)?.translations ?? []).map((other) => html`<p class="verbatim quiet"${spokenIn(other.language)}>${other.text}</p>`)}</header>
${answerSection(site, loaded)}
${askSection(site, loaded, asked.query)}
${tilesSection(site, loaded)}
<div class="pair">${ruleSection(site, shown)}${readingsSection(site, shown, asked.query)}</div>
${yearsSection(site, loaded)}
${countsSection(site, loaded)}
${membersSection(site, shown)}
${publishedSection(site, loaded)}
${coverageSection(site, shown, loaded.nameOf)}
${checkSection(site, shown, asked.query)}
${neighbours(site, plan, place, shown.year)}`,
  })
}

const csv = ({ shown }: Loaded): Table => ({
  columns: [
    'indicator',
    'year',
    'as_of',
    'known_on',
    'reading',
    'status',
    'numerator',
    'denominator',
    'value',
    'member',
    'actor',
    'name',
    'state',
    'in_n',
    'in_d',
    'reason',
    'evidence',
    'source',
    'address',
    'locator',
    'quotation',
    'quotation_language',
    'known_from',
    'mark',
  ],
  rows: (shown.members.length === 0 ? [undefined] : shown.members).map((member) => {
    const [first] = member?.evidence ?? []
    const also = (member?.evidence.length ?? 0) > 1 ? ` (+${(member?.evidence.length ?? 0) - 1})` : ''
    return [
      shown.id,
      shown.year,
      shown.asOf,
      shown.knownOn,
      shown.reading,
      shown.status,
      shown.numerator,
      shown.denominator,
      shown.value,
      member?.member ?? null,
      member?.actor ?? null,
      member?.name ?? null,
      member?.state ?? null,
      member?.inN ?? null,
      member?.inD ?? null,
      member?.reason ?? null,
      first === undefined ? null : `${first.says}${also}`,
      first?.source ?? null,
      first?.address ?? null,
      first?.locator ?? null,
      first?.quotation ?? null,
      first?.language ?? null,
      first?.knownFrom ?? null,
      member?.evidence.some((evidence) => evidence.entered) === true ? enteredMark : null,
    ]
  }),
})

/** The first indicator of the first plan. */
export const exampleIndicator = async (site: Site): Promise<string | undefined> => {
  const [held] = await site.data.listPlans()
  const plan = held === undefined ? undefined : await site.data.findPlan(held.id)
  const first =
    plan?.sections.flatMap((section) => section.actions.flatMap((action) => action.indicators))[0] ??
    plan?.planIndicators[0]
  return plan === undefined || first === undefined ? undefined : `/plans/${plan.id}/${first.number}`
}

export const indicatorPage: TwinPage<Params, Query, Loaded> = {
  path: '/plans/{plan}/{indicator}',
  summary: 'The value of an indicator, with everyone behind it',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: indicatorSchema,
  example: exampleIndicator,
  load,
  page,
  json: ({ shown }) => shown,
  csv,
}
