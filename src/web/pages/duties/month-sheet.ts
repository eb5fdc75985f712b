// A month as a sheet of days, Monday first: each day with the number of its entries, leading to them. Where a day has room
// for it the number stands in words; where it has not, a line below the sheet says what the numbers count.
import { addDays } from '../../../rules/dates.ts'
import { type Html, html, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'

export type MonthSheet = {
  /** First and last day of the month, and today: YYYY-MM-DD. */
  from: string
  until: string
  asOf: string
  /** How many entries a day has. */
  count: ReadonlyMap<string, number>
  /** "3 entries" */
  words: (count: number) => string
  /** What the numbers count, for narrow sheets. */
  legend: string
  caption: Html
  /** A small one, of which several stand side by side. */
  isSmall?: boolean
}

/** Weeks from Monday to Sunday that hold the month; null for days of other months. */
const weeksOf = (first: string, last: string): (string | null)[][] => {
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const days: (string | null)[] = Array.from({ length: lead }, () => null)
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  while (days.length % 7 > 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7))
}

/** The sheet; a day with entries leads to the place `day-YYYY-MM-DD` of the page. */
export const monthSheet = (
  site: Site,
  { from, until, asOf, count, words, legend, caption, isSmall = false }: MonthSheet,
): Html => {
  const { format } = site
  const week = weeksOf('2024-01-01', '2024-01-07')[0]!
  const hasEntries = [...count.keys()].some((day) => day >= from && day <= until)
  return html`<div class="sheet"><table class="${isSmall ? 'month-sheet small' : 'month-sheet'}">${caption}<thead><tr>${week.map(
    (day) =>
      html`<th scope="col"><abbr title="${format.weekday(day!)}">${format.weekday(day!, 'short')}</abbr></th>`,
  )}</tr></thead><tbody>${weeksOf(from, until).map(
    (days) =>
      html`<tr>${days.map((day) => {
        if (day === null) return html`<td></td>`
        const number = String(Number(day.slice(8)))
        const here = count.get(day) ?? 0
        return html`<td${day === asOf ? html` class="today"` : nothing}>${
          here === 0
            ? html`<span class="num">${number}</span>`
            : html`<a href="#day-${day}"><b class="num">${number}</b><span class="vh">, </span><span class="sheet-words quiet num">${words(here)}</span><span class="sheet-number quiet num" aria-hidden="true">${format.number(here)}</span></a>`
        }</td>`
      })}</tr>`,
  )}</tbody></table>${hasEntries ? html`<p class="sheet-legend quiet">${legend}</p>` : nothing}</div>`
}
