// The targets of a plan in a year: what is aimed at, what is there, where that stands in every reading, and on what it rests.
import { countMet } from '../../../indicators/targets.ts'
import type { IndicatorJudged, TargetsShown } from '../../data/targets.ts'
import { dutyField, dutyWord, lookCounts, lookOf } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { completeLinks } from '../enter/complete.ts'
import { writeLink, writeLinks } from './parts.ts'
import {
  actualInFull,
  actualWords,
  mayBeOneNote,
  readingsTable,
  searchedList,
  standsMark,
  whyStands,
  yearLinks,
} from './target-parts.ts'

/** Year by year: the sign, the year and what was there. */
export const targetYears = (site: Site, { years }: Pick<IndicatorJudged, 'years'>): Html =>
  html`<ul class="target-years" role="list">${years.map(({ year, standing, isLate, ...figures }) => {
    if (standing === null) return nothing
    const look = lookOf({ status: standing, isLate })
    return html`<li>${dutyField(look)} <b class="num">${String(year)}</b> <span class="num">${actualWords(site, figures)}</span> <span class="quiet">${dutyWord(site, look)}</span></li>`
  })}</ul>`

/** The targets that go with what a body carries out (actions, as `<plan>/<number>`), in words and year by year. */
export const targetsServed = (
  site: Site,
  targets: TargetsShown | undefined,
  carriesOut: readonly string[],
): Html => {
  if (targets === undefined) return nothing
  const numbers = new Set(
    targets.actions
      .filter(({ id }) => carriesOut.includes(id))
      .flatMap(({ indicators }) => indicators.map(({ number }) => number)),
  )
  const served = targets.indicators.filter(({ number, years }) => numbers.has(number) && years.length > 0)
  return html`${served.map((indicator) => {
    const aim = indicator.readings[0]?.target ?? null
    return html`<p>${site.text('targets.served')} ${indicatorLink(site, targets, indicator)}${aim === null ? nothing : html`: ${site.voice.say(aim)}`}</p>${targetYears(site, indicator)}`
  })}`
}

const indicatorLink = (site: Site, { plan, year }: TargetsShown, { number }: IndicatorJudged): Html =>
  html`<a class="num" href="${addressOf(site, `/plans/${plan}/${number}`, { year })}">${number}</a>`

const targetPart = (site: Site, shown: TargetsShown, indicator: IndicatorJudged): Html => {
  const { text, voice } = site
  const [own] = indicator.readings
  const heading = html`<h3>${indicatorLink(site, shown, indicator)} <span class="verbatim">${inLanguage(indicator.text, shown.language)}</span></h3>`
  if (own === undefined || own.target === null)
    return html`<article class="target">${heading}<p class="quiet">${text('targets.noTarget')}</p></article>`
  const counted = addressOf(site, `/plans/${shown.plan}/implementation/counted`, {
    indicator: indicator.number,
    year: shown.year,
  })
  return html`<article class="target">${heading}
<p class="target-stand">${standsMark(site, own)} <b>${actualInFull(site, own)}</b> <span class="quiet">${text('targets.aim')} ${voice.say(own.target)}</span></p>
${whyStands(site, own)}
${mayBeOneNote(site, own)}
${indicator.readings.length > 1 ? readingsTable(site, indicator) : html`<p class="quiet">${voice.names.ours(own.words)}</p>`}
${indicator.note === null ? nothing : html`<p class="quiet">${text('targets.open')} ${voice.names.ours(indicator.note)}</p>`}
${searchedList(site, shown.called, own)}
${indicator.years.length < 2 ? nothing : html`<h4>${text('targets.byYear')}</h4>${targetYears(site, indicator)}`}
${indicator.records === null ? nothing : html`<p><a href="${counted}">${text('targets.counted', { number: indicator.number })}</a></p>`}
${writeLinks([writeLink(site, { kind: 'indicator-remark', actors: Object.keys(shown.called), called: shown.called, label: text('targets.add.remark'), fields: { indicator: indicator.id, year: String(shown.year) } })])}</article>`
}

/**
 * How many targets of the year are met, in one sentence; undefined where there are none. What nobody can tell is not
 * said to be unmet.
 */
export const targetsLead = (site: Site, shown: TargetsShown | undefined): string | undefined => {
  const firstReadings = (shown?.indicators ?? []).flatMap(({ readings }) => readings.slice(0, 1))
  const { n, N, unknown: count } = countMet(firstReadings)
  if (shown === undefined || N === 0) return undefined
  const { year } = shown
  if (count === N) return site.text('targets.lead.unknown', { count, year })
  return count === 0
    ? site.text('targets.lead', { n, N, year })
    : site.text('targets.lead.some', { n, N, year, count })
}

/** The targets come first: they are the answer. A plan whose indicators aim at nothing says so in one line. */
export const targetsSection = (site: Site, shown: TargetsShown | undefined): Html => {
  const { text, format } = site
  if (shown === undefined) return nothing
  const path = `/plans/${shown.plan}/implementation`
  const stands = shown.indicators.flatMap(({ readings: [own] }) =>
    own === undefined || own.standing === null ? [] : [{ status: own.standing, isLate: own.isLate }],
  )
  const owners = Object.entries(shown.called).map(([id, name]) => ({ id, name }))
  const heading = html`<h2 id="targets">${text('targets.title')}</h2>`
  if (stands.length === 0)
    return html`<section aria-labelledby="targets">${heading}<p>${text('targets.none', { count: shown.indicators.length })} <a href="${addressOf(site, `/plans/${shown.plan}`)}">${text('targets.values')}</a></p></section>`
  return html`<section class="targets" aria-labelledby="targets">${heading}
${yearLinks(site, shown, path)}
<p>${lookCounts(site, stands)}</p>
<p class="quiet">${text('duties.asOf')} <time datetime="${shown.asOf}">${format.date(shown.asOf)}</time></p>
${shown.indicators.map((indicator) => targetPart(site, shown, indicator))}
${completeLinks(site, owners)}</section>`
}
