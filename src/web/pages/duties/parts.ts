// Parts that every page with duties has: the date with its precision, how it came about, what met it, its source.
import type { DutyStatus, GrantedDate } from '../../../duties/owed.ts'
import { articleSaid, instanceSaid } from '../../../duties/said.ts'
import { isPlainDate } from '../../../facts/edtf.ts'
import type { DutyShown } from '../../data/duties.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { type TextKey, withoutMarks } from '../../text.ts'

/** A date in words, as precise as it is given (EDTF); an element of time where HTML knows such a date. */
export const dateWords = (site: Site, on: string, length: 'long' | 'short' = 'long'): Html => {
  const words = length === 'long' ? site.format.date(on) : site.format.shortDate(on)
  return isPlainDate(on) ? html`<time datetime="${on}">${words}</time>` : html`<span>${words}</span>`
}

const noDates: Partial<Record<DutyStatus, TextKey>> = {
  waiting: 'duty.date.waits',
  undated: 'duty.date.none',
}

const noDate = (site: Site, { status }: DutyShown): Html =>
  html`<span class="quiet">${site.text(noDates[status] ?? 'duty.date.notHeld')}</span>`

/**
 * Which of several it is, as people say it: "no. 2", "first", a meeting's code. Nothing where its date says it, or where
 * only the id of a fact tells.
 */
export const instanceWords = (site: Site, duty: Pick<DutyShown, 'instance' | 'due'>): string =>
  instanceSaid(site.text, duty)

/** Whether the date to go by is another than the rule gives. */
export const isMoved = ({ due, computed }: Pick<DutyShown, 'due' | 'computed'>): boolean =>
  due !== null && computed !== null && due !== computed.on

/** The date to go by; beneath it the one the rule gives, where that is another. */
export const dutyDate = (site: Site, duty: DutyShown): Html =>
  duty.due === null
    ? noDate(site, duty)
    : html`<span><b class="num">${dateWords(site, duty.due)}</b>${
        isMoved(duty)
          ? html`<span class="quiet block">${site.text('duty.date.byRule')} ${dateWords(site, duty.computed!.on)}</span>`
          : nothing
      }</span>`

/** What distinguishes a link from the next one: whose duty, and which. Read aloud, not seen. */
const about = (site: Site, duty: DutyShown, more = ''): Html =>
  html`<span class="vh">: ${[duty.name, site.voice.names.ours(duty.title), instanceWords(site, duty), more].filter((part) => part !== '').join(', ')}</span>`

const factLinks = (site: Site, duty: DutyShown, ids: readonly string[], on: string): Html =>
  html`${ids.map((id, i) => html` <a href="${addressOf(site, duty.owners === undefined ? `/states/${duty.actor}#fact-${id}` : `/implementation/${id}#fact-${id}`)}">${site.text('sheet.date.source')}${ids.length > 1 ? ` ${i + 1}` : ''}${about(site, duty, site.format.date(on))}</a>`)}`

const grantedWords = (site: Site, { isGranted, meeting, statedAsOf }: GrantedDate): string => {
  const said: TextKey =
    meeting === null
      ? isGranted
        ? 'duty.granted'
        : 'duty.stated'
      : isGranted
        ? 'duty.grantedBy'
        : 'duty.statedBy'
  const words = site.text(said, { meeting: meeting ?? '' })
  return statedAsOf === null
    ? words
    : `${words}, ${site.text('duty.statedOn', { date: site.format.date(statedAsOf) })}`
}

/** The dates granted or stated one after another, each with its sources, and those of sources that disagree. */
const grantedList = (site: Site, duty: DutyShown): Html =>
  duty.granted.length + duty.otherwise.length === 0
    ? nothing
    : html`<ul class="duty-dates" role="list">${duty.granted.map(
        (one) =>
          html`<li>${dateWords(site, one.on)}: ${grantedWords(site, one)}${factLinks(site, duty, one.datumIds, one.on)}</li>`,
      )}${duty.otherwise.map(
        (other) =>
          html`<li>${site.text('duty.otherwise', { date: site.format.date(other.on) })}${factLinks(site, duty, [other.datumId], other.on)}</li>`,
      )}</ul>`

/** Those who owe it, by name, as far as they are named. */
const ownersNamed = (site: Site, { actor, name, others }: DutyShown, ids: readonly string[]): string => {
  const named = new Map([{ actor, name }, ...others].map((one) => [one.actor, one.name]))
  return site.format.list(ids.map((id) => named.get(id) ?? id))
}

const searchedList = (site: Site, duty: DutyShown): Html =>
  duty.searched.length === 0
    ? nothing
    : html`<p>${site.text('duty.searched')}</p><ul class="duty-dates" role="list">${duty.searched.map(
        ({ register, level, until, statedBy, of, entered }) =>
          html`<li>${site.voice.names.register(register)}: ${site.text(level === 'none' ? 'coverage.level.none' : `coverage.${level}`)}${until === null ? nothing : html`, ${site.text('duty.searchedUntil', { date: site.format.date(until) })}`}${statedBy === null ? nothing : html` <span class="quiet">(${site.voice.names.ours(statedBy)}${of === undefined ? nothing : `; ${site.text('coverage.of', { names: ownersNamed(site, duty, of) })}`})</span>`}${entered === true ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}</li>`,
      )}</ul>`

/** How the date came about, from the event to the last extension, each with its sources. */
export const dateBody = (site: Site, duty: DutyShown): Html =>
  html`<p>${site.voice.say(duty.derivation)}</p>${grantedList(site, duty)}`

/** Why the status is what it is, and where was looked. */
export const searchedBody = (site: Site, duty: DutyShown): Html =>
  html`${duty.reason === null ? nothing : html`<p>${site.voice.say(duty.reason)}</p>`}${searchedList(site, duty)}`

/** What the text leaves open, or how it is read here. */
export const notePart = (site: Site, { note }: Pick<DutyShown, 'note'>): Html =>
  note === null ? nothing : html`<p class="quiet">${site.voice.names.ours(note)}</p>`

/** How the date came about, from the event to the last extension; why the status is what it is; where was looked. */
export const derivationBody = (site: Site, duty: DutyShown): Html =>
  html`${dateBody(site, duty)}${
    duty.waitsFor === null
      ? nothing
      : html`<p>${site.text('duty.waitsFor')} ${site.voice.say(duty.waitsFor)}</p>`
  }${searchedBody(site, duty)}${notePart(site, duty)}`

/** The same, folded. */
export const derivationDetails = (site: Site, duty: DutyShown): Html =>
  html`<details class="duty-how"><summary>${site.text('duty.how')}${about(site, duty)}</summary>${derivationBody(site, duty)}</details>`

/** What met it, each with its day and a link to where it stands. */
export const metByLinks = (site: Site, duty: DutyShown): Html =>
  html`${duty.metBy.map(({ kind, on, path }, i) => {
    const words = html`${site.voice.names.kind(kind)}${on === null ? nothing : html`, <span class="num">${site.format.shortDate(on)}</span>`}`
    return html`${i === 0 ? nothing : html`<br>`}${path === null ? words : html`<a href="${addressOf(site, path)}">${words}${about(site, duty)}</a>`}`
  })}`

/** The mark of what was typed in here. */
export const enteredPart = (site: Site, duty: { entered: boolean }): Html =>
  duty.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing

/** That it is not known whether the actor owes it at all. */
export const appliesPart = (site: Site, duty: Pick<DutyShown, 'applies'>): Html =>
  duty.applies === 'unknown'
    ? html` <span class="status s-not-known">${site.text('duty.appliesUnknown')}</span>`
    : nothing

/** The document and the place in it; the title is the source's own. */
export const dutySource = ({ source, language }: Pick<DutyShown, 'source' | 'language'>): Html => {
  const title = inLanguage(source.title, language)
  return html`${source.address === null ? title : html`<a href="${source.address}" rel="external noreferrer">${title}</a>`}${source.place === null ? nothing : html`, ${inLanguage(source.place, language)}`}`
}

/** The words of the duty, verbatim. */
export const dutyWords = ({ words, language }: Pick<DutyShown, 'words' | 'language'>): Html =>
  html`<blockquote class="verbatim">${inLanguage(words, language)}</blockquote>`

/** "Article 5" of a treaty, "Action 9" of a plan; nothing where it has no number. */
export const articleWords = (site: Site, article: string | null): string => articleSaid(site.text, article)

/** Whether our data files have the title in the page's language: short titles of treaties; titles of plans are their source's. */
const isSaid = (site: Site, title: string): boolean =>
  site.language === 'en' || withoutMarks(site.voice.names.ours(title)) !== title

/** The title of a treaty, plan or pledge: translated where it is ours, otherwise in its own language, and marked so. */
export const instrumentName = (site: Site, title: string, language: string): Html =>
  isSaid(site, title) ? html`${site.voice.names.ours(title)}` : inLanguage(title, language)

/** The same where a crumb leads to it. */
export const instrumentCrumb = (
  site: Site,
  title: string,
  language: string,
): { label: string; language?: string } =>
  isSaid(site, title) ? { label: site.voice.names.ours(title) } : { label: title, language }

/** The page of one duty of all States, or of a promise where it stands; undefined where none shows it. */
export const dutyPath = ({ path }: Pick<DutyShown, 'path'>): string | undefined => path ?? undefined

/** Title of the duty with its instrument beneath; the title leads to all States for it. */
export const dutyTitle = (site: Site, duty: DutyShown): Html => {
  const title = site.voice.names.ours(duty.title)
  const path = dutyPath(duty)
  const article = articleWords(site, duty.article)
  const instance = instanceWords(site, duty)
  return html`${path === undefined ? title : html`<a href="${addressOf(site, path)}">${title}</a>`}<span class="quiet block">${article === '' ? nothing : html`${article}, `}${instrumentName(site, duty.instrumentTitle, duty.language)}${instance === '' ? nothing : html` · <span class="num">${instance}</span>`}</span>`
}

/** Who sees to it: of a duty of an instrument in our words, of work on a promise in those of whoever wrote it down. */
export const responsibleOf = (
  site: Site,
  { responsible, responsibleName, owners }: Pick<DutyShown, 'responsible' | 'responsibleName' | 'owners'>,
): Html =>
  responsible === null
    ? nothing
    : responsibleName !== undefined
      ? inLanguage(responsibleName, null)
      : owners === undefined
        ? html`${site.voice.names.ours(responsible)}`
        : inLanguage(responsible, null)
