// What stands apart from the work itself: what is left of something withdrawn, and what others recorded of a promise.
import type { ImplementationShown, Linked } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { linkedTo } from './serves.ts'

/** Facts with what each is. */
export const linkedList = (site: Site, linked: readonly Linked[]): Html =>
  html`<ul>${linked.map((one) => html`<li>${linkedTo(site, one)} <span class="quiet">${site.voice.names.kind(one.kind)}</span></li>`)}</ul>`

export const orphansSection = (site: Site, orphans: readonly Linked[]): Html =>
  orphans.length === 0
    ? nothing
    : html`<section aria-labelledby="orphans"><h2 id="orphans">${site.text('implementation.orphans')}</h2>
<p>${site.text('implementation.orphans.count', { count: orphans.length })}</p>${linkedList(site, orphans)}</section>`

/** What others than those who promised recorded of it. */
export const byOthersSection = (site: Site, { byOthers }: ImplementationShown): Html =>
  byOthers.length === 0
    ? nothing
    : html`<section aria-labelledby="by-others"><h2 id="by-others">${site.text('implementation.byOthers')}</h2>
<p>${site.text('implementation.byOthers.count', { count: byOthers.length })}</p><ul>${byOthers.map((one) => html`<li>${linkedTo(site, one)} <span class="quiet">${site.voice.names.kind(one.kind)}</span>, ${inLanguage(one.actorName, null)}</li>`)}</ul></section>`
