// The states of members as a picture and as a table that says the same.
import type { MemberState, StateCount } from '../../indicators/show.ts'
import { type StatesRow, statesChart } from '../charts/states-chart.ts'
import { type Html, html, nothing } from '../html.ts'
import { memberStates, shapeOf, slugOf, stateWord } from '../marks.ts'
import type { Site } from '../site.ts'

type Row = StatesRow & {
  /** Where the row leads. */
  address: string
}

const legendOf = (site: Site, states: readonly MemberState[]): Html =>
  html`<ul class="chart-legend" role="list">${states.map(
    (state) =>
      html`<li><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> ${stateWord(site, state)}</li>`,
  )}</ul>`

/** The states that any row has, in the order of the marks. */
const statesIn = (rows: readonly StatesRow[]): MemberState[] =>
  memberStates.filter((state) => rows.some((row) => row.groups.some((group) => group.state === state)))

/** Counts of one indicator and year as groups. */
export const groupsOf = (counts: readonly StateCount[], number: string, year: number): StatesRow['groups'] =>
  counts.filter((count) => count.number === number && count.year === year)

/** Picture, legend and table. `heading` is what the rows are: years, or indicators. */
export const statesFigure = (
  site: Site,
  rows: readonly Row[],
  words: { title: string; caption: string; heading: string },
): Html => {
  if (rows.length === 0) return nothing
  const states = statesIn(rows)
  const { text, format } = site
  const count = (row: Row, state: MemberState): number =>
    row.groups.find((group) => group.state === state)?.members ?? 0
  const total = (row: Row): number => row.groups.reduce((sum, group) => sum + group.members, 0)
  return html`<p class="picture-unit">${text('statesChart.unit')}</p>${legendOf(site, states)}
<figure class="chart">${statesChart(site, rows, words.title)}</figure>
<table role="table" class="plain stacks states-table"><caption class="vh">${words.caption}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${words.heading}</th>${states.map((state) => html`<th role="columnheader" scope="col">${stateWord(site, state)}</th>`)}<th role="columnheader" scope="col">${text('statesChart.total')}</th></tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a class="num" href="${row.address}">${row.label}</a></th>${states.map((state) => html`<td role="cell" class="num" data-label="${stateWord(site, state)}">${format.number(count(row, state))}</td>`)}<td role="cell" class="num" data-label="${text('statesChart.total')}">${format.number(total(row))}</td></tr>`,
  )}</tbody></table>`
}
