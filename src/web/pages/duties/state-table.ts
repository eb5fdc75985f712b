// The table of one State's duties: the date, what is owed, where it stands, and how the date came about. What is owed
// several times by the same date is one row.
import type { DutyShown } from '../../data/duties.ts'
import { dutyMark } from '../../duty-marks.ts'
import { type Html, html, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { differencePart } from './difference.ts'
import {
  appliesPart,
  dateBody,
  dutyDate,
  dutySource,
  dutyTitle,
  dutyWords,
  enteredPart,
  metByLinks,
  notePart,
  responsibleOf,
  searchedBody,
} from './parts.ts'
import { rowsOf } from './rows.ts'

const headings: readonly TextKey[] = [
  'stateDuties.table.date',
  'stateDuties.table.duty',
  'stateDuties.table.standing',
  'stateDuties.table.how',
]

/** Read aloud by itself, what can be opened says of which duty it is. */
const of = (site: Site, duty: DutyShown): Html =>
  html`<span class="vh">: ${site.voice.names.ours(duty.title)} ${duty.instance ?? ''}</span>`

const wordsPart = (site: Site, duty: DutyShown): Html =>
  html`<details><summary>${site.text('stateDuties.words')}${of(site, duty)}</summary>${dutyWords(duty)}<p class="where">${dutySource(duty)}</p>${notePart(site, duty)}</details>`

/** Before its day nothing needs to be found; where nobody can say that it is owed, the reason is told at once. */
const isSearched = ({ status, applies }: DutyShown): boolean =>
  applies === 'unknown' || !['due', 'waiting', 'undated'].includes(status)

const searchedPart = (site: Site, duty: DutyShown): Html =>
  !isSearched(duty) || (duty.reason === null && duty.searched.length === 0)
    ? nothing
    : html`<details><summary>${site.text('stateDuties.why')}${duty.searched.length === 0 ? nothing : html` <span class="quiet num">${site.format.number(duty.searched.length)}</span>`}${of(site, duty)}</summary>${searchedBody(site, duty)}</details>`

const row = (site: Site, duties: readonly DutyShown[]): Html => {
  const { text } = site
  const first = duties[0]!
  // Which of several it is stands with each derivation.
  const duty = duties.length === 1 ? first : { ...first, instance: null }
  const cell = (key: TextKey, content: Html): Html =>
    html`<td role="cell" data-label="${text(key)}"><div>${content}</div></td>`
  const responsible =
    duty.responsible === null
      ? nothing
      : html`<p class="quiet">${text.rich('stateDuties.responsible', { who: responsibleOf(site, duty) })}</p>`
  const times =
    duties.length === 1
      ? nothing
      : html` <span class="status">${text('duties.times', { count: duties.length })}</span>`
  return html`<tr role="row">${cell('stateDuties.table.date', html`${dutyDate(site, duty)}${differencePart(site, duty)}`)}<th role="rowheader" scope="row" class="duty-of">${dutyTitle(site, duty)}${times}${appliesPart(site, duty)}${responsible}${wordsPart(site, duty)}</th>${cell('stateDuties.table.standing', html`${dutyMark(site, duty)}${enteredPart(site, duty)}${duty.metBy.length === 0 ? nothing : html`<p>${metByLinks(site, duty)}</p>`}${searchedPart(site, duty)}`)}${cell(
    'stateDuties.table.how',
    html`${duties.map((one) => dateBody(site, one))}`,
  )}</tr>`
}

/** Duties of one State, a row each, in the order given. */
export const stateDutiesTable = (site: Site, caption: string, duties: readonly DutyShown[]): Html =>
  html`<table role="table" class="plain stacks state-duties"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${headings.map((key) => html`<th role="columnheader" scope="col">${site.text(key)}</th>`)}</tr></thead><tbody role="rowgroup">${rowsOf(duties).map((all) => row(site, all))}</tbody></table>`
