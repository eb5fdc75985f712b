// Actions of a plan of work over time: first planned as an outline, as planned now as a bar, what was done with a sign.
import { type Html, html, nothing, ownMarkup } from '../html.ts'

export type WorkBar = {
  /** What stands at its row, such as its number. */
  label: string
  /** Days, half-open; null where it has none. */
  original: { from: string; until: string } | null
  now: { from: string; until: string } | null
  /** A class of the style sheet. */
  look: 'done' | 'stopped' | 'late' | 'open'
  words: string
}

const width = 760
const left = 56
const rowHeight = 22
const top = 24

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The picture; nothing where no action has dates. `today` draws a line. `words` says what the picture is of. */
export const planOfWorkChart = (bars: readonly WorkBar[], today: string, words: string): Html => {
  const spans = bars.flatMap(({ original, now }) => [original, now].filter((span) => span !== null))
  if (spans.length === 0) return nothing
  const first = Math.min(...spans.map(({ from }) => Number(from.slice(0, 4))))
  const last = Math.max(
    ...spans.map(({ until }) => Number(until.slice(0, 4)) + (until.endsWith('-01-01') ? -1 : 0)),
  )
  const [start, end] = [dayNumber(`${first}-01-01`), dayNumber(`${last + 1}-01-01`)]
  const x = (day: string): number => left + ((dayNumber(day) - start) / (end - start)) * (width - left - 4)
  const height = top + bars.length * rowHeight + 6
  const number = (at: number): string => at.toFixed(1)
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const grid = years
    .map((year) => {
      const at = x(`${year}-01-01`)
      return `<line class="grid" x1="${number(at)}" x2="${number(at)}" y1="${top - 6}" y2="${height}"/><text class="year" x="${number(at + 4)}" y="14">${year}</text>`
    })
    .join('')
  const now =
    today >= `${first}-01-01` && today < `${last + 1}-01-01`
      ? `<line class="today" x1="${number(x(today))}" x2="${number(x(today))}" y1="${top - 6}" y2="${height}"/>`
      : ''
  const rect = (span: { from: string; until: string }, of: string, y: number, tall: number): string =>
    `<rect class="${of}" x="${number(x(span.from))}" y="${number(y)}" width="${number(Math.max(3, x(span.until) - x(span.from)))}" height="${tall}" rx="2"/>`
  const rows = bars.map(({ original, now: planned, look, label }, i) => {
    const y = top + i * rowHeight
    const isMoved =
      original !== null &&
      planned !== null &&
      (original.from !== planned.from || original.until !== planned.until)
    return html`<text class="row" x="${left - 8}" y="${y + 15}">${label}</text>${ownMarkup(
      `${planned === null ? '' : rect(planned, `bar ${look}`, y + 5, 12)}${original !== null && isMoved ? rect(original, 'first', y + 2.5, 17) : ''}`,
    )}`
  })
  return html`<svg class="plan-of-work" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}">${ownMarkup(grid)}${rows}${ownMarkup(now)}</svg>`
}
