// What serves what, seen from both sides: on a fact the parts of instruments it serves, on an action of an instrument what
// is done for it.
import { titleSays } from '../../../indicators/names.ts'
import type { Linked, PartServedShown, PartShown, ServingShown } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { markWords, workLink } from './parts.ts'

/** A fact under its title in the page's language, leading to its page. */
export const linkedTo = (site: Site, linked: Linked): Html =>
  html`${workLink(site, linked.id, inLanguage(titleSays(site.voice, { kind: linked.kind, body: linked.fields }), null))}${markWords(site, linked)}`

/** The page of a part: how an instrument is carried out, an action, an indicator. */
const partPath = ({ kind, instrument, number }: PartShown): string =>
  kind === 'instrument' || number === null
    ? `/plans/${instrument}/implementation`
    : `/plans/${instrument}/${kind === 'action' ? `actions/${number}` : number}`

/** "Action 11" of an instrument, by its title; no link where no instrument held has it. */
export const partLink = (site: Site, part: PartShown): Html => {
  const title = inLanguage(part.instrumentTitle, part.language)
  if (part.language === null) return title
  const label =
    part.kind === 'instrument' || part.number === null
      ? nothing
      : html`${site.text(part.kind === 'action' ? 'plan.action' : 'indicator.kicker', { number: part.number })}, `
  return html`<a href="${addressOf(site, partPath(part))}">${label}${title}</a>`
}

/** Who names a part of an instrument has named the instrument. */
const withoutWholes = (serves: readonly PartServedShown[]): PartServedShown[] =>
  serves.filter(
    ({ kind, instrument }) =>
      kind !== 'instrument' ||
      !serves.some((other) => other.kind !== 'instrument' && other.instrument === instrument),
  )

/** The parts of instruments a fact serves, each with its words. */
export const servesSection = (site: Site, all: readonly PartServedShown[]): Html => {
  const serves = withoutWholes(all)
  return serves.length === 0
    ? nothing
    : html`<section aria-labelledby="serves"><h2 id="serves">${site.text('implementation.serves')}</h2>
<p>${site.text('implementation.serves.count', { count: serves.length })}</p><ul class="recommendations" role="list">${serves.map(
        (part) =>
          html`<li><p>${partLink(site, part)}${part.through === null ? nothing : html` <span class="quiet">${site.text('implementation.serves.through')} ${linkedTo(site, part.through)}</span>`}</p>${part.kind === 'instrument' ? nothing : html`<p class="verbatim"${spokenIn(part.language ?? 'und')}>${part.text}</p>`}</li>`,
      )}</ul></section>`
}

/** What else a fact serves, in one line. */
export const alsoServes = (site: Site, also: readonly PartShown[]): Html =>
  also.length === 0
    ? nothing
    : html`<br><span class="quiet">${site.text('implementation.serves.also')} ${also.map((part, i) => html`${i === 0 ? nothing : '; '}${partLink(site, part)}`)}</span>`

const servingRow = (site: Site, serving: ServingShown): Html => {
  const { text } = site
  return html`<tr role="row"><th role="rowheader" scope="row"><span>${linkedTo(site, serving)}${serving.through === null ? nothing : html`<br><span class="quiet">${text('implementation.serves.through')} ${linkedTo(site, serving.through)}</span>`}${alsoServes(site, serving.also)}</span></th><td role="cell" data-label="${text('implementation.what')}"><span>${site.voice.names.kind(serving.kind)}</span></td><td role="cell" data-label="${text('implementation.whose')}"><span>${inLanguage(serving.actorName, null)}</span></td><td role="cell" data-label="${text('implementation.on')}"><span class="num">${serving.on === null ? text('implementation.notDated') : site.format.shortDate(serving.on)}</span></td></tr>`
}

/** On the page of an action: what is done for it, the newest first. */
export const servingSection = (site: Site, instrument: string, serving: readonly ServingShown[]): Html => {
  const { text } = site
  const columns = ['thing', 'what', 'whose', 'on'] as const
  const all = html`<p><a href="${addressOf(site, `/plans/${instrument}/implementation`)}">${text('implementation.crumb')}</a></p>`
  return html`<section aria-labelledby="done-for-it"><h2 id="done-for-it">${text('implementation.doneForIt')}</h2>
${
  serving.length === 0
    ? html`<p>${text('implementation.doneForIt.none')}</p>`
    : html`<p>${text('implementation.doneForIt.count', { count: serving.length })}</p>
<table role="table" class="plain stacks work"><caption class="vh">${text('implementation.doneForIt')}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${text(`implementation.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${serving.map((one) => servingRow(site, one))}</tbody></table>`
}${all}</section>`
}
