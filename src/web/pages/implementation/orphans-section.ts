// What is left of something withdrawn: facts that named it, and so belong to nothing that is still there.
import type { Linked } from '../../data/implementation.ts'
import { type Html, html, nothing } from '../../html.ts'
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
