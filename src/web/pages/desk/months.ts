// Three months side by side, each day with how much is due on it; and what is due grouped by month.
import { isDay, lastDay } from '../../../facts/edtf.ts'
import { addMonths } from '../../../rules/dates.ts'
import type { DutyShown } from '../../data/duties.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { monthSheet } from '../duties/month-sheet.ts'

const monthsShown = 3

const monthAfter = (month: string, count: number): string => addMonths(`${month}-01`, count).slice(0, 7)

/** The month in which it falls due at the latest. */
const monthOf = ({ due }: DutyShown): string => (due === null ? '' : (lastDay(due) ?? '').slice(0, 7))

/** What is due by month, in order; what is due within a year stands at its end. */
export const byMonth = (duties: readonly DutyShown[]): [string, DutyShown[]][] =>
  [...Map.groupBy(duties, monthOf)].sort(([a], [b]) => (a < b ? -1 : 1))

/** The months with what `duties` has on their days; `path` is the page's own, to turn the months over. */
export const monthSheets = (
  site: Site,
  { month, asOf, path, duties }: { month: string; asOf: string; path: string; duties: readonly DutyShown[] },
): Html => {
  const { text, format } = site
  const count = new Map<string, number>()
  for (const { due } of duties) if (due !== null && isDay(due)) count.set(due, (count.get(due) ?? 0) + 1)
  const vague = duties.filter(({ due }) => due !== null && !isDay(due)).length
  const months = Array.from({ length: monthsShown }, (_, i) => monthAfter(month, i))
  const turn = (to: string, rel: 'prev' | 'next', words: string): Html =>
    html`<a rel="${rel} nofollow" href="${addressOf(site, path, { month: to })}#months">${words}</a>`
  const isNow = asOf.startsWith(month)
  return html`<div class="month-row">${months.map((one) =>
    monthSheet(site, {
      ...{ from: `${one}-01`, until: lastDay(one) ?? `${one}-28`, asOf, count, isSmall: true },
      caption: html`<caption><a href="${addressOf(site, `/calendar/${one}`)}">${format.date(one)}</a></caption>`,
    }),
  )}</div>
<p><span aria-hidden="true">‹ </span>${turn(monthAfter(month, -monthsShown), 'prev', text('desk.months.before'))} · ${isNow ? nothing : html`<a href="${addressOf(site, path)}#months">${text('calendar.thisMonth')}</a> · `}${turn(monthAfter(month, monthsShown), 'next', text('desk.months.after'))}<span aria-hidden="true"> ›</span></p>
${vague === 0 ? nothing : html`<p class="quiet">${text('desk.months.vague', { count: vague })}</p>`}`
}
