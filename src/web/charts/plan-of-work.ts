// Actions of a plan of work over time: first planned as an outline, as planned now as a bar, what was done with a sign.
import { type Html, html, nothing, ownMarkup } from '../html.ts'

export type WorkBar = {
  /** What stands at its row, such as its number. */
  label: string
  /** Days, half-open; null where it has none. */
  original: { from: string; until: string } | null
  now: { from: string; until: string } | null
  /** A class of the style sheet. */
  look: 'done' | 'begun' | 'stopped' | 'late' | 'open'
  /** Where it stands, in words. */
  standing: string
}

const width = 760
const left = 56
const rowHeight = 22
const top = 24

type Span = NonNullable<WorkBar['now']>

/** The dates first planned, where they were others than those planned now. */
const movedFrom = ({ original, now }: WorkBar): Span | null =>
  original !== null && now !== null && (original.from !== now.from || original.until !== now.until)
    ? original
    : null

/** First and last year drawn; undefined where no action has dates. */
const yearsDrawn = (bars: readonly WorkBar[]): { first: number; last: number } | undefined => {
  const spans = bars.flatMap(({ original, now }) => [original, now].filter((span) => span !== null))
  if (spans.length === 0) return undefined
  return {
    first: Math.min(...spans.map(({ from }) => Number(from.slice(0, 4)))),
    last: Math.max(
      ...spans.map(({ until }) => Number(until.slice(0, 4)) + (until.endsWith('-01-01') ? -1 : 0)),
    ),
  }
}

const isDrawn = (day: string, { first, last }: { first: number; last: number }): boolean =>
  day >= `${first}-01-01` && day < `${last + 1}-01-01`

const sample = (marks: string): Html =>
  html`<svg class="work-sample" viewBox="0 0 28 18" aria-hidden="true">${ownMarkup(marks)}</svg>`

/** What each mark that the picture uses stands for. `first`: the words for first dates; `words`: the day of the line. */
export const planOfWorkKey = (
  bars: readonly WorkBar[],
  today: string,
  words: { first: string; today: string },
): Html => {
  const drawn = yearsDrawn(bars)
  const looks = [
    ...Map.groupBy(
      bars.filter(({ now }) => now !== null),
      ({ look }) => look,
    ),
  ].map(([look, own]) => ({
    marks: `<rect class="bar ${look}" x="2" y="3" width="24" height="12" rx="2"/>`,
    says: [...new Set(own.map(({ standing }) => standing))].join(', '),
  }))
  const outline = '<rect class="first" x="2" y="1" width="24" height="16" rx="2"/>'
  const line = '<line class="today" x1="14" x2="14" y1="0" y2="18"/>'
  const all = [
    ...looks,
    ...(bars.some((bar) => movedFrom(bar) !== null) ? [{ marks: outline, says: words.first }] : []),
    ...(drawn !== undefined && isDrawn(today, drawn) ? [{ marks: line, says: words.today }] : []),
  ]
  return html`<ul class="work-key" role="list">${all.map(({ marks, says }) => html`<li>${sample(marks)} ${says}</li>`)}</ul>`
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The picture; nothing where no action has dates. `today` draws a line. `words` says what the picture is of. */
export const planOfWorkChart = (bars: readonly WorkBar[], today: string, words: string): Html => {
  const drawn = yearsDrawn(bars)
  if (drawn === undefined) return nothing
  const { first, last } = drawn
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
  const now = isDrawn(today, drawn)
    ? `<line class="today" x1="${number(x(today))}" x2="${number(x(today))}" y1="${top - 6}" y2="${height}"/>`
    : ''
  const rect = (span: { from: string; until: string }, of: string, y: number, tall: number): string =>
    `<rect class="${of}" x="${number(x(span.from))}" y="${number(y)}" width="${number(Math.max(3, x(span.until) - x(span.from)))}" height="${tall}" rx="2"/>`
  const rows = bars.map((bar, i) => {
    const { now: planned, look, label } = bar
    const y = top + i * rowHeight
    const moved = movedFrom(bar)
    return html`<text class="row" x="${left - 8}" y="${y + 15}">${label}</text>${ownMarkup(
      `${planned === null ? '' : rect(planned, `bar ${look}`, y + 5, 12)}${moved === null ? '' : rect(moved, 'first', y + 2.5, 17)}`,
    )}`
  })
  return html`<svg class="plan-of-work" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}">${ownMarkup(grid)}${rows}${ownMarkup(now)}</svg>`
}
