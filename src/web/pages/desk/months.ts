// Three months side by side, each day with how much is due on it; and what is due grouped by month.
import { isDay, lastDay } from '../../../facts/edtf.ts'
import { addMonths } from '../../../rules/dates.ts'
import type { DutyShown } from '../../data/duties.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { monthSheet } from '../duties/month-sheet.ts'

const monthsShown = 3

const monthAfter = (month: string, count: number): string => addMonths(`${month}-01`, count).slice(0, 7)

const monthsFrom = (month: string): string[] =>
  Array.from({ length: monthsShown }, (_, i) => monthAfter(month, i))

/** First and last day of the months that are shown from this one on: YYYY-MM-DD. */
export const monthsSpan = (month: string): { from: string; until: string } => {
  const last = monthAfter(month, monthsShown - 1)
  return { from: `${month}-01`, until: lastDay(last) ?? `${last}-28` }
}

/** The month in which it falls due at the latest. */
const monthOf = ({ due }: DutyShown): string => (due === null ? '' : (lastDay(due) ?? '').slice(0, 7))

/** What is due by month, in order; what is due within a year stands at its end. */
export const byMonth = (duties: readonly DutyShown[]): [string, DutyShown[]][] =>
  [...Map.groupBy(duties, monthOf)].sort(([a], [b]) => (a < b ? -1 : 1))

/** The place of the list's month to which a date without a day leads. */
export const monthPlace = (month: string): string => `due-${month}`

/** What is due, with the place of the page where it stands if it has no day of its own. */
export type Placed = { duty: DutyShown; place: string }

const countBy = <T>(of: readonly T[], key: (one: T) => string): Map<string, number> =>
  new Map([...Map.groupBy(of, key)].map(([name, all]) => [name, all.length]))

/** Below its sheet, what falls into a month and has no day: "8 due by the end of December 2026, on no day of their own". */
const restOf = (site: Site, month: string, placed: readonly Placed[]): Html => {
  const rest = placed.filter(({ duty }) => duty.due !== null && !isDay(duty.due) && monthOf(duty) === month)
  return html`${[...countBy(rest, ({ place }) => place)].map(
    ([place, count]) =>
      html`<p class="month-rest"><a href="#${place}">${site.text('desk.months.rest', { count, month: site.format.date(month) })}</a></p>`,
  )}`
}

/** The months with what is due in them; `path` is the page's own, to turn the months over. */
export const monthSheets = (
  site: Site,
  { month, asOf, path, placed }: { month: string; asOf: string; path: string; placed: readonly Placed[] },
): Html => {
  const { text, format } = site
  const onDays = placed.filter(({ duty }) => duty.due !== null && isDay(duty.due))
  const count = countBy(onDays, ({ duty }) => duty.due!)
  const turn = (to: string, rel: 'prev' | 'next', words: string): Html =>
    html`<a rel="${rel} nofollow" href="${addressOf(site, path, { month: to })}#months">${words}</a>`
  const isNow = asOf.startsWith(month)
  return html`<div class="month-row">${monthsFrom(month).map(
    (one) =>
      html`<div>${monthSheet(site, {
        ...{ from: `${one}-01`, until: lastDay(one) ?? `${one}-28`, asOf, count, isSmall: true },
        words: (here) => text('desk.months.due', { count: here }),
        legend: text('desk.months.legend'),
        caption: html`<caption><a href="${addressOf(site, `/calendar/${one}`)}">${format.date(one)}</a></caption>`,
      })}${restOf(site, one, placed)}</div>`,
  )}</div>
<p><span aria-hidden="true">‹ </span>${turn(monthAfter(month, -monthsShown), 'prev', text('desk.months.before'))} · ${isNow ? nothing : html`<a href="${addressOf(site, path)}#months">${text('calendar.thisMonth')}</a> · `}${turn(monthAfter(month, monthsShown), 'next', text('desk.months.after'))}<span aria-hidden="true"> ›</span></p>`
}
