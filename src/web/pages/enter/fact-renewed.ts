// A newer figure, entered from the list of what has grown old: which one it replaces there, said before it is stored.
import { asOfDate, type Dated, takesPlaceOf } from '../../../engagements/staleness.ts'
import type { TypedFact } from '../../../facts/typed-fact.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import { readShippedKinds } from '../../../reports/shipped.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import type { Asked } from './fact-asked.ts'

const datedOf = (
  typed: TypedFact,
  {
    id,
    actor,
    kind,
    body,
  }: { id: string; actor: string; kind: string; body: Readonly<Record<string, unknown>> },
): Dated => {
  const given = (name: string): string | null => typed[name]?.trim() || null
  return {
    ...{ actor, kind, body, externalId: id, subject: given('subject'), heldEdtf: given('date') },
    source: {
      title: given('source.title') ?? '',
      address: given('source.address'),
      publisher: given('source.publisher'),
      published: given('source.date'),
    },
  }
}

/** The older figure in words: what it says, as of when, by whom. */
const olderWords = (site: Site, renewed: NonNullable<Asked['renewed']>): Html => {
  const asOf = asOfDate(datedOf(renewed.typed, renewed), readShippedKinds())
  const publisher = renewed.typed['source.publisher']
  return html`<b>${evidenceSays(site.voice, renewed)}</b>${asOf === undefined ? nothing : html`, ${site.text('age.asOf', { date: site.format.date(asOf) })}`}${publisher === undefined ? nothing : html` (${inLanguage(publisher, null)})`}`
}

/** On the form: which figure is said anew, and what the newer one needs to take its place. */
export const renewalAsked = (site: Site, { renewed, doing }: Asked): Html =>
  renewed === undefined || doing.as !== 'enter'
    ? nothing
    : html`<div class="notice"><p>${site.text('newFact.renews')}: ${olderWords(site, renewed)}</p><p>${site.text('newFact.renews.how')}</p></div>`

/** Before it is stored: whether it takes the place of the older one. `body`: what is typed, as it will be held. */
export const renewalSeen = (
  site: Site,
  { renewed, doing, typed, kind }: Asked,
  body: Readonly<Record<string, unknown>>,
): Html => {
  if (renewed === undefined || doing.as !== 'enter') return nothing
  const newer = datedOf(typed, { id: typed.id ?? '', actor: typed.actor ?? '', kind: kind.name, body })
  const takesPlace = takesPlaceOf(newer, datedOf(renewed.typed, renewed), readShippedKinds())
  return takesPlace
    ? html`<p>${site.text('newFact.renews.does')}: ${olderWords(site, renewed)}</p>`
    : html`<div class="notice"><p>${site.text('newFact.renews.not')}: ${olderWords(site, renewed)}</p><p>${site.text('newFact.renews.how')}</p></div>`
}

/** Carried along with the form. */
export const renewalHidden = ({ renewed }: Asked): Html =>
  renewed === undefined ? nothing : html`<input type="hidden" name="renews" value="${renewed.id}">`
