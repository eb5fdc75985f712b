// What is due as rows: by when, what, who sees to it, and what fulfils it, with the way to write that down.
import { mayEnterOf } from '../../../accounts/may.ts'
import { isDay } from '../../../facts/edtf.ts'
import { fulfillingOf } from '../../../indicators/fulfilling.ts'
import type { DutyShown } from '../../data/duties.ts'
import { dutyMark } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import {
  derivationDetails,
  dutyDate,
  dutyTitle,
  enteredPart,
  metByLinks,
  responsibleOf,
} from '../duties/parts.ts'
import { rowsOf } from '../duties/rows.ts'
import { writeLink } from '../implementation/parts.ts'

/** All who owe it: its owners, or its actor alone. */
const owersOf = ({ actor, owners }: DutyShown): readonly string[] => owners ?? [actor]

/** Begins the report that fulfils it, for who may. */
const reportLink = (site: Site, duty: DutyShown): Html => {
  const { person, world, text } = site
  const { actor, obligation } = duty
  if (obligation === null || !mayEnterOf(person, 'report', { world, actor })) return nothing
  return html`<a class="write" href="${addressOf(site, '/enter/reports/new', { actor, obligation })}">${text('desk.beginReport')}</a>`
}

/** What fulfils it, and for who may write it the form, with what it serves filled in. */
const fulfilPart = (site: Site, duty: DutyShown): Html => {
  const { text, voice } = site
  // What is done asks for nothing more.
  if (duty.status === 'met') return nothing
  if (duty.obligation !== null)
    return html`<span>${text('desk.report')}</span><span class="block">${reportLink(site, duty)}</span>`
  const fulfilling = fulfillingOf(duty)
  if (fulfilling === null) return html`<span class="quiet">${text('desk.fulfil.unsaid')}</span>`
  const { kind, fields } = fulfilling
  const called = Object.fromEntries(
    [{ actor: duty.actor, name: duty.name }, ...duty.others].map(({ actor, name }) => [actor, name]),
  )
  const link = writeLink(site, { kind, fields, called, actors: owersOf(duty), label: text('desk.enter') })
  return html`<span>${voice.names.kind(kind)}</span>${link === nothing ? nothing : html`<span class="block">${link}</span>`}`
}

/** The name of who sees to it, where that is one of those who owe it, named by id. */
const calledHere = ({ responsible, actor, name, others }: DutyShown): string | undefined =>
  [{ actor, name }, ...others].find((one) => one.actor === responsible)?.name

/** Who owes it beside whose page this is, and whoever sees to it; on a page of several everyone, and where it is not its own. */
export const owersBeside = (
  duty: Pick<DutyShown, 'actor' | 'name' | 'owners' | 'others' | 'responsible'>,
  own: string | undefined,
): { isTogether: boolean; names: string[] } => {
  const { responsible, owners = [duty.actor] } = duty
  const isTogether = own !== undefined && owners.includes(own)
  const called = [{ actor: duty.actor, name: duty.name }, ...duty.others].filter(({ actor }) =>
    owners.includes(actor),
  )
  const sees = ({ actor, name }: (typeof called)[number]): boolean =>
    actor === responsible || name === responsible
  const shown = called.filter(
    (one) => one.actor !== own && !((isTogether || called.length === 1) && sees(one)),
  )
  return { isTogether, names: shown.map(({ name }) => name) }
}

/** Who sees to it, and who owes it together with its actor. */
const whoPart = (site: Site, duty: DutyShown, own: string | undefined): Html => {
  const { text } = site
  const { isTogether, names } = owersBeside(duty, own)
  const owers = html`${names.map((name, i) => html`${i === 0 ? nothing : ', '}${inLanguage(name, null)}`)}`
  const responsible =
    duty.responsible === null
      ? duty.owners === undefined
        ? nothing
        : html`<span class="quiet">${text('desk.nobody')}</span>`
      : calledHere(duty) === undefined
        ? responsibleOf(site, duty)
        : inLanguage(calledHere(duty)!, null)
  return html`${responsible}${names.length === 0 ? nothing : html`<span class="quiet block">${text(isTogether ? 'desk.together' : 'desk.owedBy')} ${owers}</span>`}`
}

const headings: readonly TextKey[] = [
  'duties.date',
  'duties.what',
  'desk.who',
  'duties.status',
  'desk.fulfil',
]

export type DueTable = {
  caption: string
  duties: readonly DutyShown[]
  /** Whose page it is; of several actors undefined: then each says of whom it is. */
  own: string | undefined
  /** Days that have a place already: each is one place of the page. */
  placed?: Set<string>
}

/** A row for each thing due; the first of a day is the place `day-YYYY-MM-DD`. */
export const dueTable = (site: Site, { caption, duties, own, placed = new Set() }: DueTable): Html => {
  const { text } = site
  const row = (times: readonly DutyShown[]): Html => {
    const duty = times[0]!
    const isFirst = duty.due !== null && isDay(duty.due) && !placed.has(duty.due)
    if (isFirst) placed.add(duty.due!)
    const count =
      times.length === 1
        ? nothing
        : html`<span class="quiet block">${text('duties.times', { count: times.length })}</span>`
    const cell = (key: TextKey, body: Html): Html =>
      html`<td role="cell" data-label="${text(key)}"><div>${body}</div></td>`
    return html`<tr role="row"${isFirst ? html` id="day-${duty.due}"` : nothing}><th role="rowheader" scope="row">${dutyDate(site, duty)}${count}</th>${cell('duties.what', html`${dutyTitle(site, times.length === 1 ? duty : { ...duty, instance: null })}${enteredPart(site, duty)}`)}${cell('desk.who', whoPart(site, duty, own))}${cell('duties.status', html`${dutyMark(site, duty)}${derivationDetails(site, duty)}`)}${cell('desk.fulfil', html`${fulfilPart(site, duty)}${duty.metBy.length === 0 ? nothing : html`<span class="block">${metByLinks(site, duty)}</span>`}`)}</tr>`
  }
  return html`<table role="table" class="plain stacks desk-due"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${headings.map((key) => html`<th role="columnheader" scope="col">${text(key)}</th>`)}</tr></thead><tbody role="rowgroup">${rowsOf(duties).map(row)}</tbody></table>`
}
