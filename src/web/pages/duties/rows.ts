// Duties as rows of a page's table: one each, or one for many of which the same is to be said.
import type { DutyShown } from '../../data/duties.ts'
import { dutyMark, dutyWord, lookOf } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import {
  appliesPart,
  articleWords,
  dateWords,
  derivationDetails,
  dutyDate,
  dutyPath,
  dutyTitle,
  enteredPart,
  instanceWords,
  instrumentName,
  metByLinks,
  responsibleOf,
} from './parts.ts'

/** More than this with the same duty, day and status are one row that names everyone. */
const mostEqualRows = 8

export type DutyRow = DutyShown[]

const sameness = (duty: DutyShown): string =>
  [duty.duty, duty.instance, duty.due, lookOf(duty), duty.applies].join('|')

/** What one actor owes several times by one date, as far as it says the same: three events a year. */
const repetition = (duty: DutyShown): string =>
  [duty.duty, duty.actor, duty.due, lookOf(duty), duty.applies, duty.metBy.length === 0 ? '' : duty.key].join(
    '|',
  )

/** Rows in the order of the first of each: many that say the same together, the others one each. */
export const rowsOf = (duties: readonly DutyShown[]): DutyRow[] => {
  const same = Map.groupBy(duties, sameness)
  const repeated = Map.groupBy(
    duties.filter(
      (duty) => isPlain(duty) && duty.due !== null && duty.instance?.startsWith(`${duty.due}-`) === true,
    ),
    repetition,
  )
  const done = new Set<string>()
  return duties.flatMap((duty): DutyRow[] => {
    const key = sameness(duty)
    const all = same.get(key)!
    // What was granted, stated otherwise or entered here is a matter of its own.
    const alike = all.filter(isPlain)
    if (alike.length <= mostEqualRows || !isPlain(duty)) {
      const times = repeated.get(repetition(duty)) ?? []
      if (times.length < 2 || !times.includes(duty)) return [[duty]]
      return times[0] === duty ? [times] : []
    }
    if (done.has(key)) return []
    done.add(key)
    return [alike]
  })
}

const isPlain = (duty: DutyShown): boolean =>
  duty.granted.length === 0 && duty.otherwise.length === 0 && !duty.entered

const stateLink = (site: Site, { actor, name }: DutyShown): Html =>
  html`<a href="${addressOf(site, `/states/${actor}`)}">${inLanguage(name, null)}</a>`

const cell = (site: Site, key: TextKey, body: Html): Html =>
  html`<td role="cell" data-label="${site.text(key)}">${body}</td>`

/** What a row is found by, and whether it says which duty: on a page about one duty it would say the same in each. */
export type Columns = { lead: 'date' | 'who'; hasDuty: boolean }

export const headings = ({ lead, hasDuty }: Columns): TextKey[] => [
  ...(lead === 'date' ? (['duties.date', 'duties.who'] as const) : (['duties.who', 'duties.date'] as const)),
  ...(hasDuty ? (['duties.what'] as const) : []),
  'duties.status',
  'duties.metBy',
]

type Cells = { date: Html; who: Html; what: Html; status: Html; metBy: Html }

const rowOf = (site: Site, cells: Cells, { lead, hasDuty }: Columns): Html => {
  const [first, second, key] =
    lead === 'date'
      ? ([cells.date, cells.who, 'duties.who'] as const)
      : ([cells.who, cells.date, 'duties.date'] as const)
  return html`<tr role="row"><th role="rowheader" scope="row">${first}</th>${cell(site, key, html`<div>${second}</div>`)}${hasDuty ? cell(site, 'duties.what', html`<div>${cells.what}</div>`) : nothing}${cell(site, 'duties.status', html`<div>${cells.status}</div>`)}${cell(site, 'duties.metBy', cells.metBy)}</tr>`
}

const instancePart = (site: Site, duty: DutyShown, { hasDuty }: Columns): Html => {
  const words = instanceWords(site, duty)
  return hasDuty || words === '' ? nothing : html`<span class="quiet block num">${words}</span>`
}

/** One duty; or the same of one actor several times by one date, which says how often. */
const oneRow = (site: Site, times: DutyRow, columns: Columns): Html => {
  const duty = times[0]!
  const isOnce = times.length === 1
  return rowOf(
    site,
    {
      date: html`${dutyDate(site, duty)}${isOnce ? instancePart(site, duty, columns) : html`<span class="quiet block">${site.text('duties.times', { count: times.length })}</span>`}`,
      who: html`${stateLink(site, duty)}${duty.others.map(({ actor, name }) => html`, <a href="${addressOf(site, `/states/${actor}`)}">${inLanguage(name, null)}</a>`)}${duty.responsible === null ? nothing : html`<span class="quiet block">${site.text.rich('duties.responsible', { who: responsibleOf(site, duty) })}</span>`}${appliesPart(site, duty)}${enteredPart(site, duty)}`,
      // Which of them it is says nothing where they stand together.
      what: dutyTitle(site, isOnce ? duty : { ...duty, instance: null }),
      status: html`${dutyMark(site, duty)}${derivationDetails(site, duty)}`,
      metBy: duty.metBy.length === 0 ? nothing : html`<div>${metByLinks(site, duty)}</div>`,
    },
    columns,
  )
}

const manyRow = (site: Site, duties: DutyRow, columns: Columns): Html => {
  const { text, voice } = site
  const first = duties[0]!
  const path = dutyPath(first)
  const word = dutyWord(site, lookOf(first))
  const about = [voice.names.ours(first.title), instanceWords(site, first), word]
    .filter((part) => part !== '')
    .join(', ')
  const isAlone = path === undefined || !columns.hasDuty
  return rowOf(
    site,
    {
      date: html`${first.due === null ? html`<span class="quiet">${text('duty.date.none')}</span>` : html`<b class="num">${dateWords(site, first.due)}</b>`}${instancePart(site, first, columns)}`,
      who: html`<details class="duty-how"><summary>${text('duties.states', { count: duties.length })}<span class="vh">: ${about}</span></summary><ul class="same" role="list">${duties.map((duty) => html`<li>${stateLink(site, duty)}</li>`)}</ul></details>${appliesPart(site, first)}`,
      what: dutyTitle(site, first),
      status: dutyMark(site, { status: first.status, isLate: first.isLate }),
      metBy: isAlone
        ? nothing
        : html`<a href="${addressOf(site, path, first.due === null ? {} : { year: first.due.slice(0, 4) })}">${text('duties.oneByOne')}<span class="vh">: ${about}</span></a>`,
    },
    columns,
  )
}

/** The rows of a table, one after another. */
export const dutyRows = (site: Site, rows: readonly DutyRow[], columns: Columns): Html =>
  html`${rows.map((row) => (row.every(({ actor }) => actor === row[0]!.actor) ? oneRow(site, row, columns) : manyRow(site, row, columns)))}`

/** A whole table. */
export const dutyTableHtml = (
  site: Site,
  rows: readonly DutyRow[],
  caption: string,
  columns: Columns = { lead: 'date', hasDuty: true },
): Html =>
  html`<table role="table" class="plain stacks duties"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${headings(columns).map((heading) => html`<th role="columnheader" scope="col">${site.text(heading)}</th>`)}</tr></thead><tbody role="rowgroup">${dutyRows(site, rows, columns)}</tbody></table>`

/** "Article 5, Fictional Treaty": where a duty stands, in one line. */
export const placeLine = (
  site: Site,
  { article, instrumentTitle, language }: Pick<DutyShown, 'article' | 'instrumentTitle' | 'language'>,
): Html =>
  html`${article === null ? nothing : html`${articleWords(site, article)}, `}${instrumentName(site, instrumentTitle, language)}`
