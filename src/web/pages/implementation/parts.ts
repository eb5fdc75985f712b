// What the pages share that show how promises are carried out: what things are called, where they stand, by when, and
// the ways to write down more.
import { mayEnterOf } from '../../../accounts/may.ts'
import { isKeeper } from '../../../accounts/person.ts'
import { dayBefore } from '../../../facts/edtf.ts'
import type { PlannedDates, Schedule, Slip } from '../../../implementation/dates.ts'
import type { Holding } from '../../../implementation/holding.ts'
import type { Mark } from '../../../implementation/mark.ts'
import type { Standing } from '../../../implementation/progress.ts'
import type { Called } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { tierMark } from '../../tier-mark.ts'

export const workPath = (id: string): string => `/implementation/${id}`

/** A fact of work by what it is called, leading to its page. */
export const workLink = (site: Site, id: string, title: string | Html): Html =>
  html`<a href="${addressOf(site, workPath(id))}">${title}</a>`

/** What ids, codes and offices stand for, one after another. */
export const calledList = (called: Called, ids: readonly string[]): Html =>
  html`<span>${ids.map((id, i) => html`${i === 0 ? nothing : ', '}${inLanguage(called[id] ?? id, null)}`)}</span>`

const signs: Record<Standing, string> = {
  'nothing-reported': '○',
  'not-started': '○',
  'under-way': '◐',
  delayed: '!',
  'past-its-day': '!',
  done: '✓',
  stopped: '■',
}
const looks: Record<Standing, string> = {
  'nothing-reported': 't-not-started',
  'not-started': 't-not-started',
  'under-way': 't-in-progress',
  delayed: 't-has-problems',
  'past-its-day': 't-has-problems',
  done: 't-complete',
  stopped: 't-not-started',
}

/** Where it stands: a sign, a word and a field. */
export const standingMark = (site: Site, standing: Standing): Html =>
  html`<span class="task-state ${looks[standing]}"><span aria-hidden="true">${signs[standing]}</span> ${site.text(`implementation.standing.${standing}`)}</span>`

/** How far its end has moved. */
export const slipWords = (site: Site, slip: Slip): string => {
  const count = Math.abs(slip.days)
  const key = slip.days > 0 ? 'later' : slip.days < 0 ? 'earlier' : 'same'
  if (key === 'same') return site.text(`implementation.slip.same${slip.isRough ? 'Rough' : ''}`)
  return site.text(`implementation.slip.${key}${slip.isRough ? 'Rough' : ''}`, { count })
}

const day = (site: Site, date: string | null): string => (date === null ? '…' : site.format.shortDate(date))

/** What is told of a fact wherever it stands: that it was entered here, and who sees it where not everyone does. */
export const markWords = (site: Site, mark: Mark): Html =>
  html`${mark.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}${tierMark(site, mark)}`

/** When something stated for a time begins or has ended; nothing of what holds now. */
export const holdsWords = (
  site: Site,
  { holds, from, until }: { holds: Holding; from: string | null; until: string | null },
): Html => {
  if (holds === 'now') return nothing
  const date = holds === 'ended' ? dayBefore(until!) : from!
  return html`<p class="notice">${site.text(`implementation.holds.${holds}`, { date: day(site, date) })}</p>`
}

/** The first date that a correction put right. */
const firstRecorded = (was: PlannedDates, is: PlannedDates): string | null => {
  const field = (['endsOn', 'due', 'startsOn'] as const).find((one) => was[one] !== is[one])
  return field === undefined ? null : was[field]
}

/** From when to when, or by when, it is planned now; how far that has slipped, with the date first planned. */
export const scheduleWords = (site: Site, { original, corrected, now, slip }: Schedule): Html => {
  const { text } = site
  const hasSpan = now.startsOn !== null || now.endsOn !== null
  const planned = hasSpan
    ? text('implementation.span', { from: day(site, now.startsOn), until: day(site, now.endsOn) })
    : now.due === null
      ? text('implementation.undated')
      : text('implementation.by', { date: day(site, now.due) })
  const first = original.endsOn ?? original.due
  return html`<span><span class="num">${planned}</span>${slip === null ? nothing : html`<br><span class="quiet">${slipWords(site, slip)}; ${text('implementation.first', { date: day(site, first) })}</span>`}${corrected === null ? nothing : html`<br><span class="quiet">${text('implementation.corrected', { date: day(site, corrected.by), was: day(site, firstRecorded(corrected.was, original)) })}</span>`}</span>`
}

/** Everyone of `actors` its reader writes for; where a promise names nobody, as a treaty's plan, whoever its reader writes for. */
const writersAmong = ({ person, world }: Site, actors: readonly string[]): string[] => {
  const held =
    person.as === 'person' ? person.grants.flatMap((one) => (one.world === world ? (one.of ?? []) : [])) : []
  const among = actors.length > 0 ? actors : held.filter((owner) => !isKeeper(owner))
  return [...new Set(among)].filter((actor) => mayEnterOf(person, 'fact', { world, actor }))
}

/**
 * A link to the form of a fact, with what is known of it; one for each of `actors` its reader writes for, by name where
 * there are several; nothing for who writes for none of them.
 */
export const writeLink = (
  site: Site,
  {
    kind,
    actors,
    label,
    called = {},
    fields = {},
    corrects,
    renews,
  }: {
    kind: string
    actors: readonly string[]
    label: string
    /** What the actors are called. */
    called?: Called
    fields?: Readonly<Record<string, string>>
    /** The fact held whose place it takes, and why: written by the first of them alone. */
    corrects?: { id: string; note: string }
    /** The older figure that it says anew, whose fields it begins with: by its id. */
    renews?: string | null
  },
): Html => {
  const writers = writersAmong(site, actors).slice(0, corrects === undefined ? undefined : 1)
  if (writers.length === 0) return nothing
  const link = (actor: string): Html => {
    const asked = new URLSearchParams({ actor, kind })
    if (corrects !== undefined) asked.set('supersedes', corrects.id)
    if (corrects !== undefined) asked.set('note', corrects.note)
    for (const [name, value] of Object.entries(fields)) asked.set(`body.${name}`, value)
    if (renews != null) asked.set('renews', renews)
    const words =
      writers.length === 1
        ? label
        : html`${site.text.rich('implementation.add.for', { label, name: inLanguage(called[actor] ?? actor, null) })}`
    return html`<a class="write" href="${addressOf(site, '/enter/facts/new')}?${asked.toString()}">${words}</a>`
  }
  return html`${writers.map((actor, i) => html`${i === 0 ? nothing : ' · '}${link(actor)}`)}`
}

/** Several such links in one line; nothing where there are none. */
export const writeLinks = (links: readonly Html[]): Html => {
  const there = links.filter((link) => link !== nothing)
  return there.length === 0
    ? nothing
    : html`<p class="write-links">${there.map((link, i) => html`${i === 0 ? nothing : ' · '}${link}`)}</p>`
}
