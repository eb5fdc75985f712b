// A draft of the page beside what is there until it is published, for whoever approves it: every section in its order, before and
// after, and which of them are on their way themselves.
import type { SectionPlaced } from '../../../cooperation/compare.ts'
import type { PageContent } from '../../../cooperation/page.ts'
import type { CooperationShown, PageCompared } from '../../data/cooperation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { kindsCalled, typedOf } from '../enter/draft-alike.ts'
import { factDraftPath } from '../enter/fact-draft.ts'
import { inColumn, siteIn } from './column.ts'
import type { Told } from './fact-words.ts'
import { partsIn } from './sections.ts'

type Compared = PageCompared['sections'][number]

const titleOf = ({ section }: SectionPlaced, language: string): Html => {
  const own = section.title[language] === undefined ? 'en' : language
  return inLanguage(section.title[own] ?? section.id, own)
}

/** What a section says in each language of its page, without marks: where it was read stands on the page. */
const saidIn = (site: Site, told: Told, { section }: SectionPlaced): Html => {
  const { languages } = told.content
  const said = languages.map((language) => {
    const parts = partsIn(siteIn(site, language), told, section, language).filter((part) => part !== null)
    const title = section.title[language]
    const heading = title === undefined ? nothing : html`<p><b>${inLanguage(title, language)}</b></p>`
    return title === undefined && parts.length === 0
      ? nothing
      : html`${languages.length === 1 ? nothing : html`<p class="quiet">${site.format.language(language)}</p>`}${inColumn(language, html`${heading}${parts}`, 'compared-words')}`
  })
  return html`<div>${said}</div>`
}

/** "2", or "2, until now 1". */
const placeOf = (site: Site, { was, now }: Compared): Html => {
  const { number } = site.format
  if (now === null) return html`–`
  return was === null || was.place === now.place
    ? html`${number(now.place)}`
    : html`${number(now.place)}, ${site.text('cooperation.compared.until', { place: number(was.place) })}`
}

const row = async (
  site: Site,
  tolds: { before: Told; after: Told },
  one: Compared,
  typed: Html,
): Promise<Html> => {
  const { text } = site
  const { is, was, now, draft } = one
  const side = now ?? was
  const title =
    side === null
      ? inLanguage(draft?.typed['body.title'] || draft?.withdraws?.id || '', null)
      : titleOf(side, site.language)
  const own =
    draft === null
      ? nothing
      : html`<span class="block"><a href="${addressOf(site, factDraftPath(draft.draftId))}">${text('cooperation.compared.onItsWay')}</a></span>`
  const said = (side: SectionPlaced | null, told: Told, isSame: boolean): Html =>
    isSame
      ? html`<span class="quiet">${text('cooperation.compared.is.same')}</span>`
      : side === null
        ? html`–`
        : saidIn(site, told, side)
  return html`<tr role="row"><th role="rowheader" scope="row">${title}<span class="block quiet">${text(`cooperation.compared.is.${is}`)}</span>${own}</th><td role="cell" data-label="${text('cooperation.compared.place')}"><span>${placeOf(site, one)}</span></td><td role="cell" data-label="${text('history.before')}">${said(was, tolds.before, is === 'same')}</td><td role="cell" data-label="${text('history.after')}"><div>${said(now, tolds.after, is === 'same')}${typed}</div></td></tr>`
}

const basisWords = ({ text }: Site, { with: number, before }: PageCompared): string =>
  number !== null
    ? text('cooperation.compared.with', { number })
    : text(before.isWritten ? 'cooperation.compared.held' : 'cooperation.compared.made')

const staleNotice = ({ text, format }: Site, { stale }: PageCompared): Html =>
  stale.length === 0
    ? nothing
    : html`<p class="notice">${text('cooperation.compared.stale', { sections: format.list(stale) })}</p>`

/** The sections before and after; nothing where it is no draft. */
export const comparedSection = async (site: Site, shown: CooperationShown): Promise<Html> => {
  const { compared } = shown
  if (compared === null || compared.sections.length === 0) return nothing
  const { text } = site
  const toldOf = (content: PageContent): Told => ({
    ...{ content, today: shown.today, corrected: new Set<string>(), hasWithheld: shown.withheld > 0 },
    ...{ unwritten: [], withoutMarks: true },
  })
  const tolds = { before: toldOf(compared.before), after: toldOf(shown.content) }
  const drafts = compared.sections.flatMap(({ draft }) => draft ?? [])
  const kinds = await kindsCalled(site, drafts)
  const typed = ({ draft }: Compared): Html => {
    const known = draft === null ? undefined : kinds.get(draft.kind)
    return draft === null || known === undefined
      ? nothing
      : html`<details><summary>${text('cooperation.compared.typed')}</summary>${typedOf(site, draft, known, { withDocument: true })}</details>`
  }
  const rows = await Promise.all(compared.sections.map((one) => row(site, tolds, one, typed(one))))
  const keys = [
    'cooperation.compared.section',
    'cooperation.compared.place',
    'history.before',
    'history.after',
  ] as const
  return html`<section class="compared" aria-labelledby="compared"><h2 id="compared">${text('cooperation.compared')}</h2>${staleNotice(site, compared)}<p>${basisWords(site, compared)}${drafts.length === 0 ? nothing : html` ${text('cooperation.compared.together', { count: drafts.length })}`}</p><table role="table" class="plain stacks compared-table"><caption class="vh">${text('cooperation.compared')}</caption><thead role="rowgroup"><tr role="row">${keys.map((key) => html`<th role="columnheader" scope="col">${text(key)}</th>`)}</tr></thead><tbody role="rowgroup">${rows}</tbody></table></section>`
}
