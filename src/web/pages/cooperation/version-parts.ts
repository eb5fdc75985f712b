// Which version of the page this is, which there are, what the register says since, and what whoever keeps it can do.
import type { FactOnPage } from '../../../cooperation/page.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown, PageVersionShown, SectionDraftShown } from '../../data/cooperation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { factDraftPath } from '../enter/fact-draft.ts'
import { dayOf } from '../enter/start.ts'
import { wordFor } from '../ministry-words.ts'
import { figureOf } from './fact-words.ts'

const countChanged = ({ changes }: CooperationShown): number =>
  changes === null ? 0 : changes.corrected.length + changes.gone.length + changes.added.length

const approvedWords = (site: Site, shown: CooperationShown, version: PageVersionShown): Html =>
  version.approvedBy.length === 0
    ? html`${site.text('cooperation.by.desk', { name: shown.actor.name })}`
    : html`${site.text('cooperation.by.owner', { owners: site.format.list(version.approvedBy) })}`

/** How much of the version is no longer shown; nothing where all of it is. */
const withheldWords = ({ text }: Site, { withheld: count }: CooperationShown): Html =>
  count === 0 ? nothing : html` <strong>${text('cooperation.withheld', { count })}</strong>`

/** `at` is the address of the page on which the changes stand; empty where it is this one. */
const changedWords = (site: Site, shown: CooperationShown, at = ''): Html => {
  const { text } = site
  const count = countChanged(shown)
  const reworded = shown.changes?.isReworded === true ? html` ${text('cooperation.reworded')}` : nothing
  return count === 0
    ? html`${text('cooperation.unchanged')}${reworded}`
    : html`<a href="${at}#changes">${text('cooperation.changed', { count })}</a>${reworded}`
}

/** As of when a draft is, and what the register says since. */
export const draftLine = (site: Site, shown: CooperationShown, at = ''): Html =>
  html`${site.text('cooperation.draft', { date: site.format.date(shown.content.knownOn) })} ${changedWords(site, shown, at)}${withheldWords(site, shown)}`

/** What this is: a published version, a draft, or a page that nobody has published. */
export const noticeOf = (site: Site, shown: CooperationShown): Html => {
  const { text, format } = site
  const { is, version, content, actor, versions } = shown
  if (is === 'published' && version !== null)
    return html`<p class="lead">${text('cooperation.published', { number: version.number ?? '', date: dayOf(site, version.publishedAt ?? '') })} ${approvedWords(site, shown, version)}</p><p>${changedWords(site, shown)}${withheldWords(site, shown)} ${versions.length > 1 ? html`<a href="#versions">${text('cooperation.versions')}</a>` : nothing}</p>`
  const date = format.date(content.knownOn)
  const latest = versions.find(({ number }) => number !== null)
  if (is === 'draft') return html`<p class="notice">${draftLine(site, shown)}</p>`
  const now =
    latest !== undefined
      ? text('cooperation.now.today', { number: latest.number ?? '' })
      : content.isWritten
        ? text('cooperation.now.written', { name: actor.name, date })
        : text('cooperation.now.made', { date })
  return html`<p class="notice">${is === 'preview' ? text('cooperation.preview') : now}</p>`
}

const factLine = (site: Site, fact: FactOnPage, words: Html | string): Html => {
  const figure = figureOf(site, fact)
  return html`<li>${inLanguage(fact.title, 'en')} <span class="quiet">${wordFor(site, 'kind', fact.kind)}</span> · ${words}${figure === null ? nothing : html`: <b>${figure}</b>`}</li>`
}

/** What the register says now in place of what was frozen, fact by fact. */
export const changesSection = (site: Site, shown: CooperationShown): Html => {
  const { text } = site
  const { changes, content } = shown
  if (changes === null || countChanged(shown) === 0) return nothing
  const gone = content.facts.filter(({ id }) => changes.gone.includes(id))
  return html`<section aria-labelledby="changes"><h2 id="changes">${text('cooperation.changes')} <span class="quiet num">${site.format.number(countChanged(shown))}</span></h2><ul>${changes.corrected.map(({ now }) => factLine(site, now, text('cooperation.change.now')))}${gone.map((fact) => factLine(site, fact, text('cooperation.change.gone')))}${changes.added.map((fact) => factLine(site, fact, text('cooperation.change.added')))}</ul><p><a href="${addressOf(site, `${pagePath(shown.actor.id)}/now`)}">${text('cooperation.versions.today')}</a></p></section>`
}

const versionRow = (site: Site, shown: CooperationShown, one: PageVersionShown): Html => {
  const { text, format } = site
  const name =
    one.number === null
      ? html`${text('cooperation.versions.draft')}`
      : html`<span class="num">${String(one.number)}</span>`
  const cell = (key: Parameters<typeof text>[0], words: Html | string) =>
    html`<td role="cell" data-label="${text(key)}"><span>${words}</span></td>`
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, pagePath(shown.actor.id, one.sha256))}"${one.sha256 === shown.version?.sha256 ? html` aria-current="true"` : nothing}>${name}</a><span class="block quiet">${text('cooperation.versions.digest')} <code>${one.id}</code></span></th>${cell('cooperation.versions.day', one.publishedAt === null ? '–' : dayOf(site, one.publishedAt))}${cell('cooperation.versions.approved', one.publishedAt === null ? '–' : one.approvedBy.length === 0 ? text('cooperation.versions.atDesk') : inLanguage(format.list(one.approvedBy), null))}${cell('cooperation.versions.holds', format.date(one.knownOn))}</tr>`
}

const columns = [
  ...(['cooperation.version', 'cooperation.versions.day', 'cooperation.versions.approved'] as const),
  'cooperation.versions.holds' as const,
]

/** Every version the reader may see, and the way to everything the register holds. */
export const versionsSection = (site: Site, shown: CooperationShown): Html => {
  const { text } = site
  const { versions, actor } = shown
  const table = html`<table role="table" class="plain stacks"><caption class="vh">${text('cooperation.versions')}</caption><thead role="rowgroup"><tr role="row">${columns.map((key) => html`<th role="columnheader" scope="col">${text(key)}</th>`)}</tr></thead><tbody role="rowgroup">${versions.map((one) => versionRow(site, shown, one))}</tbody></table>`
  return html`<section aria-labelledby="versions"><h2 id="versions">${text('cooperation.versions')}</h2>${versions.length === 0 ? html`<p>${text('cooperation.versions.none')}</p>` : table}<ul class="onward">${versions.some(({ number }) => number !== null) ? html`<li><a href="${addressOf(site, `${pagePath(actor.id)}/now`)}">${text('cooperation.versions.today')}</a></li>` : nothing}<li><a href="${addressOf(site, `/ministries/${actor.id}`)}">${text('cooperation.register', { name: actor.name })}</a></li></ul></section>`
}

/** Sections on their way, each to be taken along; those with mistakes are named, and lead to where they are mended. */
const offeredHtml = (site: Site, { offered }: CooperationShown): Html => {
  if (offered.length === 0) return nothing
  const { text } = site
  const link = ({ draftId, title }: SectionDraftShown) =>
    html`<a href="${addressOf(site, factDraftPath(draftId))}">${inLanguage(title, null)}</a>`
  return html`<fieldset><legend>${text('cooperation.offered')}</legend><p class="quiet">${text('cooperation.offered.lead')}</p>${offered.map(
    (one, i) =>
      one.isWrong
        ? html`<p>${link(one)}: ${text('cooperation.offered.wrong')}</p>`
        : html`<div class="choice"><input type="checkbox" id="with-${String(i + 1)}" name="with.${one.draftId}" value="${String(one.revision)}" checked><label for="with-${String(i + 1)}">${inLanguage(one.title, null)} <span class="quiet">${text(`cooperation.offered.${one.does}`)}</span></label> ${html`<a class="as-stated" href="${addressOf(site, factDraftPath(one.draftId))}">${text('cooperation.offered.open')}<span class="vh"> ${inLanguage(one.title, null)}</span></a>`}</div>`,
  )}</fieldset>`
}

/** What keeps it from being published, and the ways on, for whoever keeps the page. */
export const workSection = (site: Site, shown: CooperationShown): Html => {
  if (!shown.mayFreeze) return nothing
  const { text } = site
  const { actor, faults, is, nameable } = shown
  const own = pagePath(actor.id)
  const said =
    faults.length === 0
      ? nothing
      : html`<h3>${text('cooperation.faults')}</h3><ul>${faults.map(({ section, fault, found }) => html`<li><b>${inLanguage(section, null)}</b>: ${text(`cooperation.fault.${fault}`, { found })}</li>`)}</ul>`
  const freeze =
    is === 'draft' || faults.length > 0
      ? nothing
      : html`<form class="entry" method="post" action="${addressOf(site, own)}"><p>${text('cooperation.freeze.lead')}</p>${offeredHtml(site, shown)}<p class="buttons"><button type="submit">${text(shown.offered.some(({ isWrong }) => !isWrong) ? 'cooperation.freeze.with' : 'cooperation.freeze')}</button></p></form>`
  const named =
    nameable.length === 0
      ? nothing
      : html`<details><summary>${text('cooperation.work.facts', { count: nameable.length })}</summary><p class="quiet">${text('cooperation.work.facts.lead')}</p><ul>${nameable.map((fact) => html`<li><code>{${fact.id}}</code> ${inLanguage(fact.title, 'en')}${figureOf(site, fact) === null ? nothing : html`: <b>${figureOf(site, fact)}</b>`}</li>`)}</ul></details>`
  return html`<section class="page-work" aria-labelledby="work"><h2 id="work">${text('cooperation.work')}</h2>${said}${freeze}<ul class="onward"><li><a href="${addressOf(site, '/enter/facts/new', { actor: actor.id, kind: 'page-section' })}">${text('cooperation.work.section')}</a></li>${is === 'preview' ? nothing : html`<li><a href="${addressOf(site, `${own}/preview`)}">${text('cooperation.work.preview')}</a></li>`}</ul>${named}</section>`
}
