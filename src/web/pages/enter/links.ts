// From a State to the forms about it.
import { type Html, html } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'

/** Where a report of this actor, or a fact of it, is entered. */
export const enterLinks = (site: Site, actor: string): Html =>
  html`<p class="enter-links"><a href="${addressOf(site, '/enter/reports/new', { actor })}">${site.text('enter.chooseReport')}</a> · <a href="${addressOf(site, '/enter/facts/new', { actor })}">${site.text('enter.chooseFact')}</a></p>`
