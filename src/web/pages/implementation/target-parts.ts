// What the section of targets and the page of counted records share: what is there of what is asked, where each reading
// stands, the years to choose from.
import type { Called } from '../../data/implementation.ts'
import type { IndicatorJudged, ReadingJudged } from '../../data/targets.ts'
import { dutyMark } from '../../duty-marks.ts'
import { type Html, html, nothing } from '../../html.ts'
import { readingName } from '../../reading-name.ts'
import { addressOf, type Site } from '../../site.ts'

type Figures = Pick<ReadingJudged, 'value' | 'held' | 'asked'> & Partial<Pick<ReadingJudged, 'mayBeOne'>>

const ofAsked = (site: Site, value: number, asked: number): string => {
  const n = site.format.number(value)
  return value <= asked
    ? site.text('value.of', { n, N: site.format.number(asked) })
    : site.text('targets.more', { n, asked: site.format.number(asked) })
}

/** "2 of 3"; more than is asked for is said so; of what is not known, what is on record. */
export const actualWords = (site: Site, { value, held, asked, mayBeOne = null }: Figures): string => {
  const most = value ?? held
  if (mayBeOne !== null && most !== null && mayBeOne.least !== most) {
    const either = { least: site.format.number(mayBeOne.least), n: site.format.number(most) }
    return asked === null
      ? site.text('targets.either', either)
      : site.text('targets.eitherOf', { ...either, N: site.format.number(asked) })
  }
  if (value === null)
    return held === null || held === 0 || asked === null
      ? site.text('status.notKnown')
      : site.text('targets.onRecord', { of: ofAsked(site, held, asked) })
  return asked === null ? site.format.number(value) : ofAsked(site, value, asked)
}

/** What is there, and of what the year's records must have between them. */
export const actualInFull = (site: Site, judged: ReadingJudged): Html =>
  html`<span class="num">${actualWords(site, judged)}</span>${
    judged.across === null || (judged.value === null && judged.across.found === 0)
      ? nothing
      : html`; <span class="num">${ofAsked(site, judged.across.found, judged.across.asked)}</span> ${site.text('targets.different', { field: site.voice.names.field(judged.across.field) })}`
  }`

/** Where it stands, as a sign and a word; without a target that there is none. */
export const standsMark = (
  site: Site,
  { standing, isLate, entered }: Pick<ReadingJudged, 'standing' | 'isLate' | 'entered'>,
): Html =>
  standing === null
    ? html`<span class="quiet">${site.text('targets.noTarget')}</span>`
    : html`${dutyMark(site, { status: standing, isLate })}${entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}`

/** Why it stands there, and why what is there is only provisional or not known; nothing where all is said. */
export const whyStands = (site: Site, { reason, status, statusReason }: ReadingJudged): Html => {
  const said = [
    // Said by the note on them.
    ...(reason === null || reason.key === 'promise-may-be-one' ? [] : [site.voice.say(reason)]),
    ...(status === 'known' || JSON.stringify(statusReason) === JSON.stringify(reason)
      ? []
      : [site.voice.say(statusReason)]),
  ]
  return said.length === 0
    ? nothing
    : html`<p class="quiet">${said.map((one) => `${one.replace(/\p{L}/u, (letter) => letter.toUpperCase())}.`).join(' ')}</p>`
}

/** That records may have been written down twice, and what is there either way; nothing where all are told apart. */
export const mayBeOneNote = (site: Site, { mayBeOne, held, value }: ReadingJudged): Html =>
  mayBeOne === null
    ? nothing
    : html`<p class="quiet">${site.text('targets.mayBeOne', { count: site.format.number(value ?? held ?? mayBeOne.least), least: site.format.number(mayBeOne.least) })}</p>`

/** Every reading with what it counts, what is there and where that stands. */
export const readingsTable = (
  site: Site,
  { number, readings }: Pick<IndicatorJudged, 'number' | 'readings'>,
): Html => {
  const { text, voice } = site
  const columns = ['targets.reading', 'targets.there', 'targets.stands'] as const
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('targets.readings')} ${number}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${text(column)}</th>`)}</tr></thead><tbody role="rowgroup">${readings.map(
    (judged) =>
      html`<tr role="row"><th role="rowheader" scope="row"><span>${readingName(site, judged.reading)}<br><span class="quiet">${voice.names.ours(judged.words)}</span></span></th><td role="cell" data-label="${text('targets.there')}"><span>${actualInFull(site, judged)}</span></td><td role="cell" data-label="${text('targets.stands')}"><span>${standsMark(site, judged)}</span></td></tr>`,
  )}</tbody></table>`
}

/** The registers that were looked through, the last day each speaks of, and who declares it; nothing where nobody had to look. */
export const searchedList = (site: Site, called: Called, { searched, standing }: ReadingJudged): Html =>
  searched.length === 0
    ? standing === 'met'
      ? nothing
      : html`<p class="quiet">${site.text('targets.nothingSearched')}</p>`
    : html`<p class="quiet">${site.text('duty.searched')}</p><ul class="quiet">${searched.map(
        ({ register, level, until, statedBy, of, entered }) =>
          html`<li>${site.voice.names.register(register)}: ${site.text(level === 'none' ? 'coverage.level.none' : `coverage.${level}`)}${until === null ? nothing : html`, ${site.text('duty.searchedUntil', { date: site.format.date(until) })}`}${statedBy === null ? nothing : html` (${site.text('targets.declaredBy')} ${site.voice.names.ours(statedBy)}${of === undefined ? nothing : `; ${site.text('coverage.of', { names: site.format.list(of.map((id) => called[id] ?? id)) })}`})`}${entered === true ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}</li>`,
      )}</ul>`

/** The years of the plan, each a link but the one shown. */
export const yearLinks = (
  site: Site,
  { years, year }: { years: readonly number[]; year: number },
  path: string,
  query: Readonly<Record<string, string>> = {},
): Html =>
  html`<nav class="years-asked" aria-label="${site.text('targets.years')}">${years.map((one) =>
    one === year
      ? html`<b class="num" aria-current="true">${String(one)}</b> `
      : html`<a class="num" href="${addressOf(site, path, { ...query, year: one })}">${String(one)}</a> `,
  )}</nav>`
