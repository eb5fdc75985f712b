// The search box: in the masthead of every page, and at the top of the page with the results.
import { type Html, html } from './html.ts'
import { addressOf, type Site } from './site.ts'

/** `id` tells the boxes of one page apart; `asked` is what was typed. */
export const searchBox = (site: Site, id: string, asked = ''): Html =>
  html`<form class="search-box" role="search" method="get" action="${addressOf(site, '/search')}" aria-label="${site.text('search.label')}"><label class="vh" for="${id}">${site.text('search.label')}</label><input id="${id}" name="q" type="search" maxlength="200" autocomplete="off" spellcheck="false" value="${asked}"><button type="submit">${site.text('search.button')}</button></form>`
