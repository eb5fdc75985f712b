// The duties of a State as rows of a timeline: one row a duty, however often it falls due, with everything the picture
// shows said in words as well.
import type { DutyStatus } from '../../../duties/owed.ts'
import { readDate } from '../../../facts/edtf.ts'
import type { Timeline, TimelineDate, TimelineRow, TimelineSign } from '../../charts/timeline.ts'
import type { DutyShown } from '../../data/duties.ts'
import { dutyWord, lookOf } from '../../duty-marks.ts'
import type { Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { articleWords } from './parts.ts'
import { isOpen } from './span.ts'

type Closed = { from: string; until: string }

/** The days a date may mean; undefined where it is open on a side, or no date. */
const spanOf = (edtf: string | null): Closed | undefined => {
  const span = edtf === null ? undefined : readDate(edtf)
  return span === undefined || span.from === null || span.until === null
    ? undefined
    : { from: span.from, until: span.until }
}

const datesOf = (duty: DutyShown): TimelineDate[] => {
  const given: { kind: TimelineDate['kind']; on: string }[] = [
    ...(duty.computed === null ? [] : [{ kind: 'computed' as const, on: duty.computed.on }]),
    ...duty.granted.map((one) => ({
      kind: one.isGranted ? ('granted' as const) : ('stated' as const),
      on: one.on,
    })),
    ...duty.otherwise.map((one) => ({ kind: 'stated' as const, on: one.on })),
  ]
  if (duty.due !== null && !given.some((one) => one.on === duty.due))
    given.push({ kind: 'stated', on: duty.due })
  return given.flatMap(({ kind, on }) => {
    const span = spanOf(on)
    return span === undefined ? [] : [{ kind, ...span }]
  })
}

/** Those that have a sign at their day; what is met has it at the day it was met, what is to come has none. */
const signed: readonly DutyStatus[] = ['overdue', 'missed', 'not-found', 'at-risk']

const signsOf = (duty: DutyShown): TimelineSign[] => {
  const look = lookOf(duty)
  const met = duty.metBy.flatMap(({ on }) => spanOf(on) ?? [])
  const due = spanOf(duty.due)
  const days = duty.status === 'met' ? met : due !== undefined && signed.includes(duty.status) ? [due] : []
  return [...new Map(days.map(({ from, until }) => [`${from} ${until}`, { look, from, until }])).values()]
}

/** From the first date to the one to go by, where a later one was granted or stated. */
const extendedOf = (duty: DutyShown): TimelineRow['extended'] => {
  const due = spanOf(duty.due)
  const starts = [duty.computed?.on ?? null, ...duty.granted.map((one) => one.on)]
    .flatMap((on) => spanOf(on)?.from ?? [])
    .sort()
  const first = starts[0]
  return due === undefined || first === undefined || first >= due.from
    ? null
    : { from: first, until: due.from }
}

const dateWords = (site: Site, duty: DutyShown): string[] => {
  const { text, format } = site
  const said = (key: TextKey, on: string, meeting?: string): string =>
    text(key, { date: format.date(on), ...(meeting === undefined ? {} : { meeting }) })
  return [
    ...(duty.computed === null ? [] : [said('timeline.computed', duty.computed.on)]),
    ...duty.granted.map((one) =>
      one.meeting === null
        ? said(one.isGranted ? 'timeline.granted' : 'timeline.stated', one.on)
        : said(one.isGranted ? 'timeline.grantedBy' : 'timeline.statedBy', one.on, one.meeting),
    ),
    ...duty.otherwise.map((one) => said('timeline.otherwise', one.on)),
    ...duty.metBy.map((one) =>
      one.on === null ? text('timeline.metUndated') : said('timeline.met', one.on),
    ),
  ]
}

/** Where one duty stands: its status, and the day it was met, otherwise the date to go by. */
const standingOf = (site: Site, duty: DutyShown): string => {
  const status = dutyWord(site, lookOf(duty))
  const on = duty.status === 'met' ? (duty.metBy.findLast((one) => one.on !== null)?.on ?? null) : duty.due
  return on === null ? status : site.text('timeline.standing', { status, date: site.format.shortDate(on) })
}

const rowOf = (site: Site, instances: readonly DutyShown[], isOfSeveral: boolean): TimelineRow => {
  const { text, format } = site
  const byDate = instances.toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
  // Of several the reader wants the next; of those that are past the last.
  const told = byDate.find(isOpen) ?? byDate.at(-1)!
  const article = articleWords(site, told.article)
  const title = site.voice.names.ours(told.title)
  const label = article === '' ? title : text('timeline.label', { article, title })
  const of = isOfSeveral ? site.voice.names.ours(told.instrumentTitle) : null
  return {
    label,
    of,
    says: standingOf(site, told),
    dates: byDate.flatMap(datesOf),
    signs: byDate.flatMap(signsOf),
    extended: instances.length > 1 ? null : extendedOf(told),
    words: text('timeline.row', {
      duty: of === null ? label : text('timeline.of', { duty: label, of }),
      says: byDate.map((one) => format.list([standingOf(site, one), ...dateWords(site, one)])).join(' · '),
    }),
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/**
 * The picture of `duties` that have a date, or undefined where none has: rows in the order in which they are first
 * given. Whole years are drawn, today among them. What nobody knows to be owed is no part of the picture.
 */
export const timelineOf = (site: Site, all: readonly DutyShown[], title: string): Timeline | undefined => {
  const duties = all.filter(({ applies }) => applies === 'yes')
  const isOfSeveral = new Set(duties.map((duty) => duty.instrument)).size > 1
  const rows = [...Map.groupBy(duties, (duty) => duty.duty).values()]
    .map((instances) => rowOf(site, instances, isOfSeveral))
    .filter((row) => row.dates.length > 0)
  if (rows.length === 0) return undefined
  const today = site.today()
  const spans: Closed[] = rows.flatMap((row) => [...row.dates, ...row.signs])
  const years = [yearOf(today), ...spans.flatMap(({ from, until }) => [yearOf(from), yearOf(until)])]
  return {
    rows,
    from: `${Math.min(...years)}-01-01`,
    until: `${Math.max(...years) + 1}-01-01`,
    today,
    todayWords: site.text('timeline.today', { date: site.format.shortDate(today) }),
    title,
  }
}
