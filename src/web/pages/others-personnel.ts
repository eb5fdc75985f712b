// How many people serve where, by whose count: the newest year of each table and what the State says itself, side by side;
// then the years as a picture and a table, and the missions of each year.

import { newestYears } from '../../engagements/others.ts'
import type { TableReach } from '../../engagements/others-store.ts'
import { ageMark } from '../age-words.ts'
import { countChart } from '../charts/count-chart.ts'
import type { CountShown, OthersShown } from '../data/others.ts'
import type { FactShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import { tierMark } from '../tier-mark.ts'
import { figureWords } from './ministry-words.ts'
import { sourceLine } from './state-facts.ts'

const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`
const numberHead = (label: string): Html =>
  html`<th role="columnheader" scope="col" class="num">${label}</th>`
const cell = (label: string, body: Html | string): Html =>
  html`<td role="cell" class="num" data-label="${label}"><span>${body}</span></td>`

const wordsCell = (label: string, body: Html): Html =>
  html`<td role="cell" data-label="${label}"><span>${body}</span></td>`

const sourceName = ({ source }: CountShown): Html =>
  source === null
    ? nothing
    : source.address === null
      ? inLanguage(source.title, 'en')
      : html`<a href="${source.address}" rel="external noreferrer">${inLanguage(source.title, 'en')}</a>`

/** A figure nobody gives is not zero. */
const maybe = (site: Site, value: number | null): Html | string =>
  value === null
    ? html`<span class="status s-not-known">${site.text('others.notSaid')}</span>`
    : site.format.number(value)

const fieldOf = ({ fields }: FactShown, name: string): unknown =>
  fields.find((field) => field.name === name)?.value

/** Whose count it is, what was counted, and as of when; the figure itself stands beside. */
const card = (figure: Html | string, words: Html | string, more: Html | string): Html =>
  html`<div><dt>${words}<span class="quiet block">${more}</span></dt><dd class="figure">${figure}</dd></div>`

const ownCard = (site: Site, fact: FactShown): Html => {
  const { text, format } = site
  const asOf = fieldOf(fact, 'asOf') ?? fact.held
  return card(
    figureWords(site, fact, 'quantity') ?? '–',
    html`<b>${text('others.own')}</b> ${inLanguage(String(fieldOf(fact, 'title') ?? fact.title), 'en')}`,
    typeof asOf === 'string' ? text('age.asOf', { date: format.date(asOf) }) : text('fact.undated'),
  )
}

const doubtfulMark = (site: Site): Html =>
  html` <span class="status s-provisional">${site.text('others.doubtful')}</span>`

/** A doubtful year is shown in the table, and stands in a card, marked, only where there is no other. */
const theirCard = (site: Site, count: CountShown): Html => {
  const { text, format } = site
  const { sure, doubtful } = newestYears(count)
  const shown = sure ?? doubtful!
  const publisher = count.source?.publisher ?? null
  return card(
    html`${text('others.count', { count: shown.persons })}${sure === null ? doubtfulMark(site) : nothing}`,
    html`<b>${inLanguage(count.source?.title ?? '', 'en')}</b>${publisher === null ? nothing : html` (${inLanguage(publisher, null)})`} ${text('others.inMissions', { count: shown.missions, year: String(shown.year) })}`,
    html`${inLanguage(count.measure, 'en')}${sure === null || doubtful === null ? nothing : html`; ${String(doubtful.year)}: ${format.number(doubtful.persons)}${doubtfulMark(site)}`}`,
  )
}

/** All, women and men, as columns are called. */
const partsIn = ({ text }: Site): [string, string, string] => [
  text('others.persons'),
  text('others.women'),
  text('others.men'),
]

const yearsTable = (site: Site, count: CountShown): Html => {
  const { text, format } = site
  const [persons, women, men] = partsIn(site)
  const missions = text('others.missions')
  return html`<table role="table" class="plain stacks counts"><caption class="vh">${text('others.years')}</caption><thead role="rowgroup"><tr role="row">${head(text('treaty.year'))}${[persons, women, men, missions].map(numberHead)}</tr></thead><tbody role="rowgroup">${count.years
    .toReversed()
    .map(
      (one) =>
        html`<tr role="row"><th role="rowheader" scope="row" class="num">${String(one.year)}${one.notes.length === 0 ? nothing : doubtfulMark(site)}</th>${cell(persons, format.number(one.persons))}${cell(women, maybe(site, one.women))}${cell(men, maybe(site, one.men))}${cell(missions, format.number(one.missions))}</tr>`,
    )}</tbody></table>`
}

const missionsTable = (site: Site, count: CountShown): Html => {
  const { text, format } = site
  const [persons, women, men] = partsIn(site)
  const mission = text('others.mission')
  return html`<table role="table" class="plain stacks counts"><caption class="vh">${text('others.byMission')}</caption><thead role="rowgroup"><tr role="row">${head(text('treaty.year'))}${head(mission)}${[persons, women, men].map(numberHead)}</tr></thead><tbody role="rowgroup">${count.rows
    .toReversed()
    .map(
      (one) =>
        html`<tr role="row"><th role="rowheader" scope="row" class="num">${String(one.year)}</th>${wordsCell(mission, html`${inLanguage(one.mission, 'en')}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}`)}${cell(persons, format.number(one.persons))}${cell(women, maybe(site, one.women))}${cell(men, maybe(site, one.men))}</tr>`,
    )}</tbody></table>`
}

/** Every year from the first to the last: one that the table does not have, or that is doubtful, breaks the line. */
const everyYear = ({ years }: CountShown): { year: number; value: number | null }[] => {
  const of = new Map(
    years.flatMap(({ year, persons, notes }) => (notes.length === 0 ? [[year, persons] as const] : [])),
  )
  const first = years[0]!.year
  return Array.from({ length: years.at(-1)!.year - first + 1 }, (_, i) => ({
    year: first + i,
    value: of.get(first + i) ?? null,
  }))
}

/** What a table is ordered by, and how its reach is said. */
const reachKeys = {
  year: { reach: 'others.reach.year', span: 'others.span.year', one: 'others.span.year.one' },
  session: { reach: 'others.reach.session', span: 'others.span.session', one: 'others.span.session.one' },
} as const

/** "2019 to 2026", "session 8": a first and a last year or session, or the one that is both. */
export const spanWords = (
  { text }: Site,
  of: keyof typeof reachKeys,
  { from, until }: { from: number; until: number },
): string =>
  from === until
    ? text(reachKeys[of].one, { from: String(from) })
    : text(reachKeys[of].span, { from: String(from), until: String(until) })

/** What is held of the tables, of all actors: beyond it nothing is known. */
export const reachLines = (site: Site, of: keyof typeof reachKeys, reaches: readonly TableReach[]): Html =>
  html`${reaches.map(
    ({ kind, title, actors, ...span }) =>
      html`<p class="quiet">${title === null ? nothing : html`${inLanguage(title, 'en')}, `}${site.voice.names.kind(kind)}: ${site.text(reachKeys[of].reach, { span: spanWords(site, of, span), count: actors })}</p>`,
  )}`

const countPart = (site: Site, shown: OthersShown, count: CountShown): Html => {
  const { text, format } = site
  const years = everyYear(count)
  const words = years
    .map(({ year, value }) => `${year}: ${value === null ? text('others.noPoint') : format.number(value)}`)
    .join('; ')
  return html`<h3>${text('others.by', { name: count.source?.title ?? '' })}</h3>
<figure class="chart over-years"><figcaption><p class="picture-unit">${text('others.unit')}: ${inLanguage(count.measure, 'en')}</p></figcaption>${countChart(site, years, `${shown.actor.name}. ${words}`)}</figure>
${yearsTable(site, count)}
${count.years.flatMap(({ year, notes }) => notes.map((note) => html`<p class="notice"><b class="num">${String(year)}</b>: ${inLanguage(note, 'en')}</p>`))}<p class="quiet">${text('others.apart')}</p>
<details><summary>${text('others.byMission')} <span class="quiet num">${format.number(count.rows.length)}</span></summary>${missionsTable(site, count)}</details>
<p class="where">${sourceName(count)}</p>${count.reach === null ? nothing : html`<p class="quiet">${site.voice.names.ours(count.reach)}</p>`}`
}

/** What it says of itself, in its words. */
const ownItem = (site: Site, fact: FactShown): Html =>
  html`<li class="fact" id="own-${fact.id}"><p><b>${figureWords(site, fact, 'quantity') ?? nothing}</b> ${inLanguage(String(fieldOf(fact, 'title') ?? fact.title), 'en')}${fact.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}${tierMark(site, fact)}</p>${ageMark(site, fact.age)}${fact.quotation === null ? nothing : html`<blockquote class="quote">${inLanguage(fact.quotation, fact.language)}</blockquote>`}${sourceLine(site, fact)}${fact.note === null ? nothing : html`<p class="quiet">${inLanguage(fact.note, 'en')}</p>`}</li>`

export const personnelSection = (site: Site, shown: OthersShown): Html => {
  const { text } = site
  const { own, personnel, personnelReach } = shown
  const standing = own.filter((fact) => !fact.retracted && fact.supersededBy === null)
  return html`<section aria-labelledby="personnel"><h2 id="personnel">${text('others.personnel')}</h2>
${
  personnel.length + standing.length === 0
    ? nothing
    : html`<p>${text('others.personnel.lead')}</p><dl class="ministry-glance">${personnel.map((count) => theirCard(site, count))}${standing.map((fact) => ownCard(site, fact))}</dl>`
}
${
  personnel.length > 0
    ? personnel.map((count) => countPart(site, shown, count))
    : html`<p>${text(personnelReach.length === 0 ? 'others.personnel.noTable' : 'others.personnel.notIn', { name: shown.actor.name })}</p>`
}
${reachLines(site, 'year', personnelReach)}
<h3>${text('others.ownWords')}</h3>
${standing.length === 0 ? html`<p>${text('others.noOwn')}</p>` : html`<ul class="facts" role="list">${standing.map((fact) => ownItem(site, fact))}</ul>`}</section>`
}
