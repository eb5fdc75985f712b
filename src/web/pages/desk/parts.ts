// The parts of the page of a focal point, each with its count and the way to all of it.
import type { Gaps } from '../../../indicators/desk.ts'
import type { DutyShown } from '../../data/duties.ts'
import type { StaleFigure } from '../../data/staleness.ts'
import { dutyMark } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site, twinOf } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { actsList, coverageList, factsByKind, reportsTable } from '../change-parts.ts'
import { dateWords, dutyTitle } from '../duties/parts.ts'
import { rowsOf } from '../duties/rows.ts'
import { writeLink } from '../implementation/parts.ts'
import { figuresTable } from '../staleness.ts'
import { waitingParts } from '../waiting.ts'
import { dueTable } from './due-table.ts'
import type { DeskLoaded } from './load.ts'
import { byMonth, monthPlace, monthSheets, type Placed } from './months.ts'

/** A part under its heading, with how much there is of it. */
const part = (site: Site, id: string, key: TextKey, count: number, body: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${site.text(key)} <span class="quiet num">${site.format.number(count)}</span></h2>${body}</section>`

/** The full page of a part for each actor: under its name where there are several. */
const onward = (
  site: Site,
  { actors }: DeskLoaded,
  key: TextKey,
  addressFor: (actor: string) => string,
): Html =>
  html`<p class="desk-onward">${actors.map(
    ({ id, name }, i) =>
      html`${i === 0 ? nothing : ' · '}<a href="${addressFor(id)}">${site.text(key)}${actors.length === 1 ? nothing : html`: ${inLanguage(name, null)}`}</a>`,
  )}</p>`

/** The one whose page it is; undefined where it is of several. */
const ownOf = (actors: DeskLoaded['actors']): string | undefined =>
  actors.length === 1 ? actors[0]!.id : undefined

const dutiesOf = (site: Site) => (actor: string) => addressOf(site, `/states/${actor}/duties`)

export const overduePart = (site: Site, loaded: DeskLoaded, placed: Set<string>): Html => {
  const { text } = site
  const { overdue, actors } = loaded
  return part(
    site,
    'overdue',
    'desk.overdue',
    overdue.length,
    overdue.length === 0
      ? html`<p>${text('desk.overdue.none')}</p>`
      : html`<p class="quiet">${text('duty.status.overdue.means')}</p>${dueTable(site, { caption: text('desk.overdue'), duties: overdue, own: ownOf(actors), placed })}`,
  )
}

/** Where what is due stands on this page: in the list of what is overdue, by month, or below the months themselves. */
const placedOn = ({ overdue, ahead, beside }: DeskLoaded): Placed[] => [
  ...overdue.map((duty) => ({ duty, place: 'overdue' })),
  ...byMonth(ahead).flatMap(([month, own]) => own.map((duty) => ({ duty, place: monthPlace(month) }))),
  ...beside.map((duty) => ({ duty, place: 'beside' })),
]

export const monthsPart = (site: Site, loaded: DeskLoaded, path: string): Html => {
  const { month, asOf } = loaded
  return html`<section aria-labelledby="months"><h2 id="months">${site.text('desk.months')}</h2>${monthSheets(site, { month, asOf, path, placed: placedOn(loaded) })}</section>`
}

/** What the days of the calendar lead to beside what is overdue and what comes. */
export const besidePart = (site: Site, { beside, actors }: DeskLoaded, placed: Set<string>): Html => {
  const { text } = site
  if (beside.length === 0) return nothing
  return part(
    site,
    'beside',
    'desk.months.beside',
    beside.length,
    html`<p class="quiet">${text('desk.months.beside.means')}</p>${dueTable(site, { caption: text('desk.months.beside'), duties: beside, own: ownOf(actors), placed })}`,
  )
}

export const duePart = (site: Site, loaded: DeskLoaded, placed: Set<string>): Html => {
  const { text, format } = site
  const { ahead, actors } = loaded
  const body =
    ahead.length === 0
      ? html`<p>${text('desk.due.none')}</p>`
      : html`${byMonth(ahead).map(
          ([month, duties]) =>
            html`<h3 id="${monthPlace(month)}">${format.date(month)} <span class="quiet num">${format.number(duties.length)}</span></h3>${dueTable(site, { caption: format.date(month), duties, own: ownOf(actors), placed })}`,
        )}`
  return part(
    site,
    'due',
    'desk.due',
    ahead.length,
    html`${body}${onward(site, loaded, 'desk.due.all', dutiesOf(site))}`,
  )
}

/** So many figures are listed, the oldest; their page has them all. */
const mostStale = 12

/** The form of a newer figure of the same matter, which begins with what makes it one: it takes the place of the older one. */
const updateLink =
  (site: Site) =>
  ({ id, kind, actor, title }: StaleFigure): Html =>
    writeLink(site, {
      ...{ kind, actors: [actor], label: site.text('desk.update') },
      renews: id,
      fields: title === null ? {} : { title },
    })

export const stalePart = (site: Site, loaded: DeskLoaded): Html => {
  const { text } = site
  const { stale, figures, ids } = loaded
  const canWrite = stale.some((figure) => updateLink(site)(figure) !== nothing)
  const body =
    stale.length === 0
      ? html`<p>${text(figures === 0 ? 'desk.stale.nothing' : 'desk.stale.none', { N: figures })}</p>`
      : html`<p><b class="num">${text('ministry.of', { n: stale.length, N: figures })}</b> ${text('desk.stale.lead')}</p>${figuresTable(site, { figures: stale.slice(0, mostStale) }, canWrite ? updateLink(site) : undefined)}${stale.length <= mostStale ? nothing : html`<p class="quiet">${text('desk.stale.more', { count: stale.length - mostStale })}</p>`}`
  const shown = loaded.actors.filter(({ id }) => ids.includes(id))
  return part(
    site,
    'stale',
    'desk.stale',
    stale.length,
    html`${body}${onward(site, { ...loaded, actors: shown }, 'desk.stale.all', (state) => addressOf(site, '/staleness', { state }))}`,
  )
}

/** A gap in one line: what, and by when it was due. */
const gapList = (site: Site, duties: readonly DutyShown[]): Html =>
  html`<ul class="desk-gaps">${rowsOf(duties).map((times) => {
    const duty = times[0]!
    const isMany = times.length > 1
    return html`<li>${dutyTitle(site, isMany ? { ...duty, instance: null } : duty)}<span class="block">${duty.due === null ? nothing : dateWords(site, duty.due)} ${dutyMark(site, duty)}${isMany ? html` <span class="quiet">${site.text('duties.times', { count: times.length })}</span>` : nothing}</span></li>`
  })}</ul>`

const gap = (site: Site, key: TextKey, means: TextKey, duties: readonly DutyShown[]): Html =>
  duties.length === 0
    ? nothing
    : html`<h3>${site.text(key)} <span class="quiet num">${site.format.number(duties.length)}</span></h3><p class="quiet">${site.text(means)}</p>${gapList(site, duties)}`

export const countGaps = ({ notFound, reports, missed, nobody }: Gaps<DutyShown>): number =>
  notFound.length + reports.length + missed.length + nobody.length

export const gapsPart = (site: Site, loaded: DeskLoaded): Html => {
  const { text, format } = site
  const { gaps } = loaded
  const { notFound, reports, missed, nobody, promises, olderGaps, undatedPromises } = gaps
  const all = countGaps(gaps)
  return part(
    site,
    'gaps',
    'desk.gaps',
    all,
    html`${all === 0 ? html`<p>${text('desk.gaps.none')}</p>` : nothing}${
      olderGaps === 0
        ? nothing
        : html`<p>${text('desk.gaps.earlier', { count: olderGaps })}</p>${onward(site, loaded, 'desk.gaps.earlier.all', (state) => `${addressOf(site, `/states/${state}/duties`, { from: '1997-01-01', until: loaded.asOf })}`)}`
    }${undatedPromises === 0 ? nothing : html`<p class="quiet">${text('desk.gaps.undated', { count: undatedPromises })}</p>`}${gap(site, 'desk.gaps.reports', 'duty.status.not-found.means', reports)}${gap(site, 'desk.gaps.notFound', 'duty.status.not-found.means', notFound)}${gap(site, 'desk.gaps.missed', 'duty.status.missed.means', missed)}${
      nobody.length === 0
        ? nothing
        : html`<h3>${text('desk.gaps.nobody')} <span class="quiet num">${text('ministry.of', { n: nobody.length, N: promises })}</span></h3><p class="quiet">${text('desk.gaps.nobody.means')}</p><details><summary>${text('desk.gaps.which')} <span class="quiet num">${format.number(nobody.length)}</span></summary>${gapList(site, nobody)}</details>`
    }${onward(site, loaded, 'desk.gaps.all', dutiesOf(site))}`,
  )
}

export const waitingPart = (site: Site, { waiting, titles }: DeskLoaded): Html => {
  const { text, person } = site
  const body =
    person.as === 'public'
      ? html`<p>${text('desk.waiting.public')}</p>`
      : waiting.length === 0
        ? html`<p>${text('desk.waiting.none')}</p>`
        : waitingParts(site, waiting, titles)
  return part(
    site,
    'waiting',
    'desk.waiting',
    waiting.length,
    html`${body}${person.as === 'public' ? nothing : html`<p class="desk-onward"><a href="${addressOf(site, '/waiting')}">${text('desk.waiting.all')}</a> · <a href="${addressOf(site, '/enter')}">${text('enter.nav')}</a></p>`}`,
  )
}

export const newsPart = (site: Site, loaded: DeskLoaded): Html => {
  const { text, format } = site
  const { since, facts, acts, reports, coverage } = loaded.news
  const count = facts.length + acts.length + reports.length + coverage.length
  const first = loaded.actors[0]
  const csv = twinOf(site, '/changes', 'csv', { since, state: first?.id })
  const body =
    count === 0
      ? html`<p>${text('desk.news.none', { date: format.date(since) })}</p>`
      : html`<p class="quiet">${text('desk.news.lead', { date: format.date(since) })}</p>${reports.length === 0 ? nothing : reportsTable(site, reports)}${acts.length === 0 ? nothing : actsList(site, acts)}${facts.length === 0 ? nothing : factsByKind(site, facts, csv)}${coverage.length === 0 ? nothing : coverageList(site, coverage)}`
  return part(
    site,
    'news',
    'desk.news',
    count,
    html`${body}${onward(site, loaded, 'desk.news.all', (state) => addressOf(site, '/changes', { state, since }))}`,
  )
}
