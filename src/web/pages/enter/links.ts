// From a State to the forms about it.
import { mayEnterOf } from '../../../accounts/may.ts'
import { type Html, html } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { completePath, mayDeclare } from './whose.ts'

/** Where a report of this actor, or a fact of it, is entered, for those who may; and what was declared of its records. */
export const enterLinks = (site: Site, actor: string): Html => {
  const { person, world, text } = site
  const links = [
    { kind: 'report', path: '/enter/reports/new', words: text('enter.chooseReport') },
    { kind: 'fact', path: '/enter/facts/new', words: text('enter.chooseFact') },
  ] as const
  const open = links.filter(({ kind }) => mayEnterOf(person, kind, { world, actor }))
  const all = [
    ...open,
    ...(mayDeclare(site, actor) ? [{ path: completePath, words: text('declare.title') }] : []),
  ]
  return html`<p class="enter-links">${all.map(({ path, words }) => html`<a href="${addressOf(site, path, { actor })}">${words}</a> · `)}<a href="${addressOf(site, `/declarations/${actor}`)}">${text('declared.link')}</a></p>`
}
