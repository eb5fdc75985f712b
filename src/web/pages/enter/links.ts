// From a State to the forms about it.
import { mayEnterOf } from '../../../accounts/may.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'

/** Where a report of this actor, or a fact of it, is entered: for those who may. */
export const enterLinks = (site: Site, actor: string): Html => {
  const { person, world, text } = site
  const links = [
    { kind: 'report', path: '/enter/reports/new', words: text('enter.chooseReport') },
    { kind: 'fact', path: '/enter/facts/new', words: text('enter.chooseFact') },
  ] as const
  const open = links.filter(({ kind }) => mayEnterOf(person, kind, { world, actor }))
  return open.length === 0
    ? nothing
    : html`<p class="enter-links">${open.map(({ path, words }, i) => html`${i === 0 ? nothing : ' · '}<a href="${addressOf(site, path, { actor })}">${words}</a>`)}</p>`
}
