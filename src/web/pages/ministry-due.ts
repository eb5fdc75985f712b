// What a State owes by its own promises: what is due this year and next, and every series with its years in a row.
import type { Searched } from '../../duties/owed.ts'
import { lastDay, readDate } from '../../facts/edtf.ts'
import type { DutyShown } from '../data/duties.ts'
import type { MinistryOnPage } from '../data/engagements.ts'
import { dutyField, dutyLooks, dutyMark, dutyWord, lookOf } from '../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { longList } from '../rest-fold.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import { dateWords, enteredPart, metByLinks } from './duties/parts.ts'
import { changesOf, factById } from './ministry-beside.ts'
import { hrefOf } from './ministry-many.ts'

/** The instances of one promise that have the same day: three events a year are three. */
export type Due = { duties: DutyShown[]; due: string; met: number }

const statusOrder = ['overdue', 'missed', 'at-risk', 'due', 'not-found', 'not-assessable', 'met'] as const

/** The one that speaks for all: what is still missing before what is met. */
const spokesman = (duties: readonly DutyShown[]): DutyShown =>
  [...duties].sort(
    (a, b) =>
      statusOrder.indexOf(a.status as (typeof statusOrder)[number]) -
      statusOrder.indexOf(b.status as (typeof statusOrder)[number]),
  )[0]!

/** Instances with a day of their own, by promise and day, in the order of the days. */
const byDay = (owed: readonly DutyShown[]): Due[] =>
  [...Map.groupBy(owed, ({ duty, due, actor }) => `${duty} ${actor} ${due}`).values()]
    .map((duties) => ({
      duties,
      due: duties[0]!.due!,
      met: duties.filter(({ status }) => status === 'met').length,
    }))
    .sort((a, b) => ((lastDay(a.due) ?? '') < (lastDay(b.due) ?? '') ? -1 : 1))

const isDated = ({ due, status }: DutyShown): boolean => due !== null && status !== 'not-assessable'

/** What falls into this year or the next, and milestones of before that nothing says to be reached. */
export const dueSoon = (owed: readonly DutyShown[], today: string): Due[] => {
  const year = Number(today.slice(0, 4))
  const [from, until] = [`${year}-01-01`, `${year + 1}-12-31`]
  return byDay(
    owed.filter((one) => {
      if (!isDated(one)) return false
      const day = lastDay(one.due!) ?? ''
      const isOpen = one.instance === null && one.status !== 'met'
      return (day >= from || isOpen) && (readDate(one.due!)?.from ?? '') <= until
    }),
  )
}

/** A link to the fact that holds the promise, or to the indicator that counts it. */
const promiseLink = (site: Site, shown: MinistryOnPage, { instrument, duty, title }: DutyShown): Html => {
  const isFact = factById(shown, instrument) !== undefined
  const words = isFact ? inLanguage(title, 'en') : html`${site.voice.names.ours(title)}`
  return isFact
    ? html`<a href="${hrefOf(shown, instrument)}">${words}</a>`
    : html`<a href="${addressOf(site, `/plans/${duty}`)}">${words}</a>`
}

const ofWords = (site: Site, n: number, N: number): string => site.text('ministry.of', { n, N })

const reaches: Record<Searched['level'], TextKey> = {
  complete: 'ministry.searched.complete',
  partial: 'ministry.searched.partial',
  none: 'ministry.searched.none',
}

const searchedWord = (site: Site, { register, level, until, entered, partly }: Searched): Html => {
  const name = site.voice.names.register(register)
  if (until === null) return html`${site.text('ministry.searched.nobody', { register: name })}`
  const date = site.format.shortDate(until)
  const key = level === 'none' && partly !== undefined ? 'ministry.searched.someEnded' : reaches[level]
  const of = partly?.of ?? null
  return html`${site.text(key, { register: name, date })}${of === null ? nothing : html` – ${site.voice.names.ours(of)}`}${entered === true ? html` (${site.text('fact.entered')})` : nothing}`
}

/** Where was looked, and up to which day that reaches. */
const searchedWords = (site: Site, { searched }: DutyShown): Html =>
  searched.length === 0
    ? nothing
    : html`<details class="searched quiet"><summary>${site.text('ministry.searched')} <span class="num">${site.format.number(searched.length)}</span></summary><ul>${searched.map(
        (one) => html`<li>${searchedWord(site, one)}</li>`,
      )}</ul></details>`

const foundCell = (site: Site, { duties, met }: Due): Html => {
  const of =
    duties.length > 1 || met > 0 ? html`<b class="num">${ofWords(site, met, duties.length)}</b>` : nothing
  const links = duties.filter(({ metBy }) => metBy.length > 0)
  const open = duties.find(({ status }) => status !== 'met')
  return html`<span>${of}${links.map((one) => html`<span class="block">${metByLinks(site, one)}${enteredPart(site, one)}</span>`)}${
    links.length === 0 && open === undefined ? html`<span class="quiet">–</span>` : nothing
  }${open === undefined ? nothing : html`${met > 0 || duties.length > 1 ? nothing : html`<span>${site.text('ministry.found.none')}</span>`}${searchedWords(site, open)}`}</span>`
}

const whenCell = (site: Site, { due }: Due): Html => dateWords(site, due)

const stateCell = (site: Site, { duties }: Due): Html => {
  const one = spokesman(duties)
  return html`<span>${dutyMark(site, one)}${
    one.reason === null ? nothing : html`<span class="quiet block">${site.voice.say(one.reason)}</span>`
  }</span>`
}

const dueTable = (site: Site, shown: MinistryOnPage, list: readonly Due[]): Html => {
  const { text } = site
  const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`
  return html`<table role="table" class="plain stacks promises-due"><caption class="vh">${text('ministry.due')}</caption><thead role="rowgroup"><tr role="row">${head(text('ministry.due.what'))}${head(text('ministry.due.by'))}${head(text('ministry.due.state'))}${head(text('ministry.due.found'))}</tr></thead><tbody role="rowgroup">${list.map(
    (due) =>
      html`<tr role="row"><th role="rowheader" scope="row">${promiseLink(site, shown, due.duties[0]!)}</th><td role="cell" data-label="${text('ministry.due.by')}">${whenCell(site, due)}</td><td role="cell" data-label="${text('ministry.due.state')}">${stateCell(site, due)}</td><td role="cell" data-label="${text('ministry.due.found')}">${foundCell(site, due)}</td></tr>`,
  )}</tbody></table>`
}

/** What has no day: by promise, why none. */
const undatedList = (site: Site, shown: MinistryOnPage): Html => {
  const list = shown.owed.filter((one) => one.due === null)
  if (list.length === 0) return nothing
  return html`<details class="due-undated"><summary>${site.text('ministry.due.undated', { count: list.length })}</summary><ul>${list.map(
    (one) =>
      html`<li>${promiseLink(site, shown, one)}<span class="block">${dutyMark(site, one)} <span class="quiet">${site.voice.say(one.derivation)}</span>${one.metBy.length === 0 ? nothing : html` <span>${metByLinks(site, one)}</span>`}</span></li>`,
  )}</ul></details>`
}

/** Due this year and next; nothing where no promise with or without a day is held. */
export const dueSection = (site: Site, shown: MinistryOnPage): Html => {
  const { text } = site
  if (shown.owed.length === 0) return nothing
  const list = dueSoon(shown.owed, shown.today)
  const next = String(Number(shown.today.slice(0, 4)) + 1)
  const isNext = ({ due }: Due): boolean => (readDate(due)?.from ?? '') >= `${next}-01-01`
  const [later, now] = [list.filter(isNext), list.filter((one) => !isNext(one))]
  return html`<section aria-labelledby="due"><h2 id="due">${text('ministry.due')}</h2>
${list.length === 0 ? html`<p>${text('ministry.due.none')}</p>` : html`<p>${text('ministry.due.lead')}</p>${now.length === 0 ? nothing : dueTable(site, shown, now)}`}
${later.length === 0 ? nothing : html`<details class="due-later"><summary>${text('ministry.due.next', { year: next, count: later.length })}</summary>${dueTable(site, shown, later)}</details>`}
${undatedList(site, shown)}
<p><a href="${addressOf(site, `/states/${shown.state.id}/duties`)}">${text('ministry.due.all', { name: shown.state.name })}</a></p></section>`
}

type Series = { first: DutyShown; years: Due[] }

const seriesOf = (owed: readonly DutyShown[]): Series[] =>
  [
    ...Map.groupBy(
      owed.filter((one) => isDated(one) && one.instance !== null),
      ({ duty, actor }) => `${duty} ${actor}`,
    ).values(),
  ].map((duties) => ({ first: duties[0]!, years: byDay(duties) }))

/** One year of a series: its shape, and how many of how many where a year has several. The word is read aloud. */
const yearCell = (site: Site, { duties, due, met }: Due): Html => {
  const one = spokesman(duties)
  const N = duties.length
  const look = lookOf(one)
  const count = N === 1 ? nothing : html`<span class="num year-count" aria-hidden="true">${met}/${N}</span>`
  const words = N === 1 ? dutyWord(site, look) : `${ofWords(site, met, N)}, ${dutyWord(site, look)}`
  const inner = html`<span class="num year-name">${site.format.shortDate(due)}</span>${dutyField(look)}${count}<span class="vh">: ${words}</span>`
  const path = N === 1 ? (one.metBy.find((by) => by.path !== null)?.path ?? null) : null
  return html`<li>${path === null ? html`<span class="year-cell">${inner}</span>` : html`<a class="year-cell" href="${addressOf(site, path)}">${inner}</a>`}</li>`
}

/** Up to today: what was to be expected, and how much of it is on record. */
const countUntil = (years: readonly Due[], today: string): { n: number; N: number } => {
  const begun = years.filter(({ due }) => (readDate(due)?.from ?? '') <= today)
  return {
    n: begun.reduce((sum, { met }) => sum + met, 0),
    N: begun.reduce((sum, { duties }) => sum + duties.length, 0),
  }
}

/** How often, and since when where that is known: the derivation without the day it leads to. */
const rhythmWords = (site: Site, { derivation }: DutyShown): string => {
  const counted = derivation.key === 'promise-nth' ? derivation.of : derivation
  switch (counted.key) {
    case 'promise-recurs':
    case 'promise-recurs-later':
    case 'promise-recurs-held':
      return site.text('ministry.series.since', {
        rhythm: site.voice.say(counted.of),
        date: site.format.date(counted.from),
      })
    case 'promise-recurs-open':
    case 'promise-aimed':
      return site.voice.say(counted.of)
    default:
      return site.voice.say(counted)
  }
}

const placeOfSeries = ({ duty }: DutyShown, called: string): string =>
  `series-${[called, duty.slice(duty.lastIndexOf('/') + 1)].join('-').replaceAll('/', '-')}`

/** What the page calls the fact that makes it owed: its id, after its actor where another's fact has the same one. */
const calledOnPage = (shown: MinistryOnPage, { actor, instrument }: DutyShown): string =>
  shown.engagements.some(({ id }) => id === `${actor}/${instrument}`) ? `${actor}/${instrument}` : instrument

const seriesPart = (site: Site, shown: MinistryOnPage, { first, years }: Series): Html => {
  const { text } = site
  const { n, N } = countUntil(years, shown.today)
  const called = calledOnPage(shown, first)
  const open = years.flatMap(({ duties }) => duties).findLast((one) => one.searched.length > 0)
  return html`<li id="${placeOfSeries(first, called)}"><h3>${promiseLink(site, shown, first)}</h3>
<p><span>${rhythmWords(site, first)}</span> · <b class="num">${ofWords(site, n, N)}</b> ${text('ministry.series.held')}</p>${changesOf(site, shown, called)}
<ol class="series-years" role="list">${years.map((due) => yearCell(site, due))}</ol>${open === undefined ? nothing : searchedWords(site, open)}</li>`
}

/** Every series with its years in a row; nothing where no promise recurs by a rhythm that can be counted. */
export const seriesSection = (site: Site, shown: MinistryOnPage): Html => {
  const { text } = site
  const list = seriesOf(shown.owed)
  if (list.length === 0) return nothing
  const shownLooks = new Set(
    list.flatMap(({ years }) => years.map(({ duties }) => lookOf(spokesman(duties)))),
  )
  const looks = dutyLooks.filter((look) => shownLooks.has(look))
  return html`<section aria-labelledby="series"><h2 id="series">${text('ministry.series')}</h2><p>${text('ministry.series.lead')}</p>
<ul class="legend" role="list">${looks.map((look) => html`<li>${dutyField(look)} ${dutyWord(site, look)}</li>`)}</ul>
${longList(site, 'series-list', list, (one) => seriesPart(site, shown, one))}</section>`
}

/** The place of the row of years of a fact on the page; undefined where it has none. */
export const seriesPlace = (shown: MinistryOnPage, id: string): string | undefined => {
  const first = shown.owed.find(
    (one) =>
      id.endsWith(one.instrument) && isDated(one) && one.instance !== null && calledOnPage(shown, one) === id,
  )
  return first === undefined ? undefined : placeOfSeries(first, id)
}

/** How much of what is due this year and next is on record. */
export const countSoon = (shown: MinistryOnPage): { n: number; N: number; atRisk: number } => {
  const soon = dueSoon(shown.owed, shown.today).flatMap(({ duties }) => duties)
  return {
    n: soon.filter(({ status }) => status === 'met').length,
    N: soon.length,
    atRisk: soon.filter(({ status }) => status === 'at-risk').length,
  }
}
