// What a declaration says, what is held of its days, and what follows from it, before anybody declares it.
import { dayBefore } from '../../../facts/edtf.ts'
import type { DeclarationChecked, Following } from '../../data/declarations.ts'
import { dutyMark, dutyShapes } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { markShapes } from '../../marks.ts'
import type { Site } from '../../site.ts'
import { dateWords } from '../duties/parts.ts'

const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`

const heldTable = (site: Site, { held }: DeclarationChecked, title: string): Html => {
  const { text, format } = site
  const [records, count] = [text('declare.held.records'), text('declare.held.count')]
  return html`<table role="table" class="plain stacks"><caption class="vh">${title}</caption><thead role="rowgroup"><tr role="row">${head(records)}${head(count)}</tr></thead><tbody role="rowgroup">${held.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row">${site.voice.names.register(one.register)}</th><td role="cell" data-label="${count}"><span><b class="num">${format.number(one.count)}</b>${one.undated === 0 ? nothing : html` ${text('declare.held.undated', { count: one.undated })}`}</span></td></tr>`,
  )}</tbody></table>`
}

const isMissed = (status: Following['after']): boolean => status === 'missed' || status === 'overdue'

const thenCell = (site: Site, { before, after, of, waitsFor }: Following): Html => {
  const { text } = site
  const mark =
    before === after
      ? html`<span class="quiet">${text('declare.follows.same')}</span>`
      : dutyMark(site, { status: after, isLate: null })
  const said = isMissed(after)
    ? text('declare.follows.missed', { N: of })
    : waitsFor.length > 0
      ? text('declare.follows.waits', { names: site.format.list(waitsFor) })
      : undefined
  return html`<span>${mark}${said === undefined ? nothing : html`<span class="block">${said}</span>`}</span>`
}

const followsTable = (site: Site, { follows }: DeclarationChecked): Html => {
  const { text } = site
  const labels = [
    text('declare.follows.promise'),
    text('declare.follows.due'),
    text('declare.held.count'),
    text('declare.follows.now'),
    text('declare.follows.then'),
  ]
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('declare.follows')}</caption><thead role="rowgroup"><tr role="row">${labels.map(head)}</tr></thead><tbody role="rowgroup">${follows.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row">${inLanguage(one.title, 'en')}</th><td role="cell" data-label="${labels[1]}">${dateWords(site, one.due)}</td><td role="cell" data-label="${labels[2]}"><b class="num">${text('ministry.of', { n: one.held, N: one.of })}</b></td><td role="cell" data-label="${labels[3]}">${dutyMark(site, { status: one.before, isLate: null })}</td><td role="cell" data-label="${labels[4]}">${thenCell(site, one)}</td></tr>`,
  )}</tbody></table>`
}

/** What would be declared, in words, with what is held and what follows. */
export const checkBody = (site: Site, checked: DeclarationChecked, name: string): Html => {
  const { text, format } = site
  const { state, statedBy, from, until, note } = checked.declaration
  const isComplete = state === 'complete'
  const title = text('declare.held', { name })
  return html`${markShapes}${dutyShapes}<p class="lead">${text.rich(
    isComplete ? 'declare.says.complete' : 'declare.says.not',
    {
      office: inLanguage(statedBy, null),
      name: inLanguage(name, null),
      from: format.date(from),
      to: format.date(dayBefore(until)),
    },
  )}</p>${note === null ? nothing : html`<p>${inLanguage(note, null)}</p>`}
<p>${text(isComplete ? 'declare.means.complete' : 'declare.means.not')}</p>
<section aria-labelledby="held"><h2 id="held">${title}</h2>${heldTable(site, checked, title)}</section>
<section aria-labelledby="follows"><h2 id="follows">${text('declare.follows')}</h2>${checked.follows.length === 0 ? html`<p>${text('declare.follows.none')}</p>` : followsTable(site, checked)}</section>`
}
