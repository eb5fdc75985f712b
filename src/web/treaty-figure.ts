// The parties of a treaty over the years as a picture with its events, and the list that explains its numbers. The home
// page, the treaty's page and the convention's door show the same.
import type { TreatyEvent, TreatyStatus } from '../parties/treaty-status.ts'
import { stepChart } from './charts/step-chart.ts'
import { type Html, html, inLanguage, nothing } from './html.ts'
import type { Site } from './site.ts'

/** An event, or several of a kind near each other, under one number of the picture. */
type Mark = {
  number: number
  on: string
  until: string
  kind: TreatyEvent['kind']
  names: string[]
  isExpected: boolean
}

const marked: readonly TreatyEvent['kind'][] = ['first-signatures', 'in-force', 'withdrawal']
const year = 366 * 86_400_000

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`)

const marksOf = (events: readonly TreatyEvent[]): Mark[] =>
  events
    .filter((event) => marked.includes(event.kind) && event.on.length === 10)
    .reduce<Mark[]>((marks, { on, kind, names, isExpected }) => {
      const last = marks.findLast((mark) => mark.kind === kind)
      if (last !== undefined && at(on) - at(last.until) < year) {
        last.until = on
        last.names.push(...names)
        last.isExpected ||= isExpected
      } else marks.push({ number: marks.length + 1, on, until: on, kind, names: [...names], isExpected })
      return marks
    }, [])

const dayIn = (date: string): string => `${date}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2})-01-$/, '$1-01')

/** A span of days in words; one day where it begins and ends on it. */
const daysIn = (site: Site, from: string, until: string): string =>
  from === until ? site.format.date(from) : `${site.format.date(from)} – ${site.format.date(until)}`

const markWords = (site: Site, mark: Mark): Html => {
  const { text } = site
  const count = mark.names.length
  if (mark.kind === 'in-force') return html`${text('treaty.event.inForce')}`
  if (mark.kind === 'first-signatures') return html`${text('treaty.event.firstSignatures', { count })}`
  const names = mark.names.map((name, i) => html`${i === 0 ? '' : ', '}${inLanguage(name, null)}`)
  return html`${text(mark.isExpected ? 'treaty.event.withdrawalsExpected' : 'treaty.event.withdrawals', { count })}: ${names}`
}

/** The highest number of parties there was, with the first day of it. */
const peakOf = (steps: TreatyStatus['steps']): { on: string; parties: number } | undefined =>
  steps.reduce<{ on: string; parties: number } | undefined>(
    (best, step) => (best === undefined || step.parties > best.parties ? step : best),
    undefined,
  )

/** The answer as a title: how many are parties now, and at the most. */
export const partiesTitle = (site: Site, status: TreatyStatus): string => {
  const { text, format } = site
  const peak = peakOf(status.steps)
  const values = { count: status.counts.party, date: format.date(status.asOf) }
  const now = text(status.basis === 'in force' ? 'treaty.parties' : 'treaty.consents', values)
  return peak === undefined || peak.parties <= status.counts.party
    ? now
    : text('treaty.andMost', { now, most: peak.parties, since: format.date(peak.on) })
}

/** The picture with its title, unit, key and source. `level` is that of the heading it stands under. */
export const treatyFigure = (site: Site, status: TreatyStatus): Html => {
  const { text, format } = site
  if (status.steps.length === 0) return nothing
  const marks = marksOf(status.events)
  const meetings = status.events.filter(
    (event) => event.kind === 'meeting-of-states-parties' || event.kind === 'review-conference',
  )
  const reviews = meetings.filter((event) => event.kind === 'review-conference').length
  const first = status.events.find((event) => event.on.length === 10)?.on ?? status.steps[0]!.on
  const from = `${(first < status.steps[0]!.on ? first : status.steps[0]!.on).slice(0, 4)}-01-01`
  const title = partiesTitle(site, status)
  const words = `${title}. ${status.years
    .filter((one) => one.year % 5 === 0 || one.joined.length + one.left.length > 9 || one.left.length > 0)
    .map((one) => `${one.year}: ${format.number(one.parties)}`)
    .join('; ')}`
  const chart = stepChart(site, {
    steps: status.steps.map(({ on, parties }) => ({ on, value: parties })),
    from,
    until: status.asOf,
    knownUntil: status.source?.asOf ?? null,
    marks: marks.map(({ on, number }) => ({ on, number })),
    ticks: meetings.map((event) => ({
      on: dayIn(event.on),
      kind: event.kind === 'review-conference' ? ('review' as const) : ('meeting' as const),
    })),
    endLabel: format.number(status.counts.party),
    words,
  })
  const isLater = status.source !== null && status.source.asOf < status.asOf
  return html`<figure class="chart over-years"><figcaption><p class="picture-title">${title}</p><p class="picture-unit">${text(status.basis === 'in force' ? 'treaty.chart.unit' : 'treaty.chart.unitConsent')}</p></figcaption>
${chart}
<ol class="picture-key" role="list">${marks.map(
    (mark) =>
      html`<li><span class="key-number">${String(mark.number)}</span> <span><b>${daysIn(site, mark.on, mark.until)}</b> ${markWords(site, mark)}</span></li>`,
  )}${
    meetings.length === 0
      ? nothing
      : html`<li><span class="key-sign key-meeting" aria-hidden="true"></span> <span>${text('treaty.chart.meetings', { count: meetings.length - reviews })}</span></li><li><span class="key-sign key-review" aria-hidden="true"></span> <span>${text('treaty.chart.reviews', { count: reviews })}</span></li>`
  }${isLater ? html`<li><span class="key-sign key-expected" aria-hidden="true"></span> <span>${text('treaty.chart.expected', { date: format.date(status.source!.asOf) })}</span></li>` : nothing}</ol>
${status.source === null ? nothing : html`<p class="picture-source">${sourceLine(site, status.source)}</p>`}</figure>`
}

/** Where a status is from, with the date it speaks of. */
export const sourceLine = (site: Site, source: NonNullable<TreatyStatus['source']>): Html =>
  site.text.rich('treaty.source', {
    source:
      source.address === null
        ? source.statedBy
        : html`<a href="${source.address}" rel="external noreferrer">${source.statedBy}</a>`,
  })
