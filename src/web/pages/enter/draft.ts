// A report on its way: its sections with their state, and the draft as data, in the form reports come in by file.
import { z } from '@hono/zod-openapi'
import { entersIn } from '../../../accounts/may.ts'
import { thingKey } from '../../../db/thing-key.ts'
import { problem } from '../../../problem.ts'
import { reportOfDraft } from '../../../reports/draft.ts'
import type { Section, SectionState } from '../../../reports/draft-sections.ts'
import type { DraftShown, SectionShown } from '../../data/enter.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { idAsked } from '../../schemas/asked.ts'
import { draftSchema } from '../../schemas/enter.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import type { TwinPage } from '../../twin.ts'
import { historyOf } from '../history/parts.ts'
import { returnedNotice, standingLine } from './approval.ts'
import { dayOf, enteredNotice } from './start.ts'
import { type After, type AfterAsked, afterAsked, toldLine } from './told.ts'

const params = z.object({ id: idAsked })
type Params = z.output<typeof params>

/** The draft, or a problem page that says what may have happened to it. */
export const getDraft = async (site: Site, id: string): Promise<DraftShown> => {
  const shown = await site.data.enter.findDraft(id)
  if (shown === undefined) throw problem('not-found', site.text('draft.lost'))
  return nameStates(site, shown)
}

/** What every page of a draft calls it by. */
export const namesOf = (shown: DraftShown): { title: string; name: string; year: string } => ({
  title: shown.questionnaire.title,
  name: shown.actorName,
  year: String(shown.draft.coversYear),
})

/** Where a correction of what a draft became is begun. */
export const correctionAddress = (site: Site, draft: DraftShown['draft']): string => {
  const { actor, obligation, coversYear, subject } = draft
  return addressOf(site, '/enter/reports/new', {
    actor,
    obligation,
    coversYear,
    subject: subject ?? undefined,
  })
}

/** A section's title as plain words. */
export const sectionTitle = (site: Site, section: Section): string => {
  if (section.title === null) return site.text('draft.document')
  const { title, part, parts } = section
  return parts === 1 ? title : site.text('draft.part', { title, part, parts })
}

/** The same on a page, its words marked as the questionnaire's own. */
export const sectionHeading = (site: Site, section: Section): Html => {
  if (section.title === null) return html`${site.text('draft.document')}`
  const title = inLanguage(section.title, 'en')
  return section.parts === 1
    ? title
    : site.text.rich('draft.part', { title, part: section.part, parts: section.parts })
}

const stateKeys: Record<SectionState, TextKey> = {
  'not started': 'draft.notStarted',
  'in progress': 'draft.inProgress',
  complete: 'draft.complete',
  'has problems': 'draft.hasProblems',
}
const signs: Record<SectionState, string> = {
  'not started': '○',
  'in progress': '…',
  complete: '✓',
  'has problems': '!',
}

/** Where a section stands: a sign and the word. */
const stateBadge = (site: Site, state: SectionState): Html =>
  html`<span class="task-state t-${state.replace(' ', '-')}"><span aria-hidden="true">${signs[state]}</span> ${site.text(stateKeys[state])}</span>`

export const crumbsOf = (site: Site, shown: DraftShown, last?: string) => {
  const { name, year } = namesOf(shown)
  const own = { label: `${name}, ${year}`, path: `/enter/reports/${shown.draft.draftId}` }
  const start = { label: site.text('enter.nav'), path: '/enter' }
  return last === undefined ? [start, { label: own.label }] : [start, own, { label: last }]
}

const isTheirs = ({ person }: Site, departments: SectionShown['departments']): boolean =>
  person.as === 'person' &&
  person.grants.some(({ department }) => departments.some(({ id }) => id === department))

/** The departments that fill a section in, and whether one of them is the reader's. */
const assignedTo = (site: Site, { departments }: SectionShown): Html =>
  departments.length === 0
    ? html`<span class="quiet">${site.text('assigned.none')}</span>`
    : html`${departments.map(({ names }, i) => {
        const language = [site.language, 'en', ...Object.keys(names).toSorted()].find((code) => names[code])
        return html`${i === 0 ? nothing : ', '}${inLanguage(names[language ?? ''] ?? '', language ?? null)}`
      })}${isTheirs(site, departments) ? html` <span class="status s-known">${site.text('assigned.yours')}</span>` : nothing}`

/** Whose section it is, where it is somebody's; and that its reader only reads it, where that is so. */
export const assignedLine = (site: Site, one: SectionShown): Html =>
  html`${one.departments.length === 0 ? nothing : html`<p>${site.text('assigned.title')}: ${assignedTo(site, one)}</p>`}${one.mayEdit ? nothing : html`<p class="notice">${site.text('assigned.others')}</p>`}`

const row = (site: Site, shown: DraftShown, one: SectionShown): Html => {
  const { section, state, answered, asked } = one
  const { text } = site
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/enter/reports/${shown.draft.draftId}/${section.id}`)}">${sectionHeading(site, section)}</a></th><td role="cell" data-label="${text('draft.answered')}" class="num">${asked === 0 ? '–' : site.text('value.of', { n: answered, N: asked })}</td>${isAssigned(shown) ? html`<td role="cell" data-label="${text('assigned.title')}"><span>${assignedTo(site, one)}</span></td>` : nothing}<td role="cell" data-label="${text('draft.state')}">${stateBadge(site, state)}</td></tr>`
}

const isAssigned = (shown: DraftShown): boolean =>
  shown.sections.some(({ departments }) => departments.length > 0)

/** What its reader can do next, at the page on which everything is read once more. */
const nextKey = (site: Site, { standing, issues }: DraftShown): TextKey => {
  if (site.person.as !== 'person') return 'draft.check.lead'
  const { may, asked } = standing
  if (may.publish) return 'draft.next.publish'
  if (may.approve) return asked === null ? 'draft.next.read' : 'draft.next.approve'
  if (asked !== null || standing.state === 'approved') return 'draft.next.wait'
  if (may.ask) return issues.length > 0 ? 'draft.next.mend' : 'draft.next.ask'
  return 'draft.next.read'
}

const taskList = (site: Site, shown: DraftShown): Html => {
  const { text } = site
  const done = shown.sections.filter((one) => one.state === 'complete').length
  return html`<section aria-labelledby="sections"><h2 id="sections">${text('draft.sections')}</h2>
<p>${text('draft.lead', { done, count: shown.sections.length })}</p>
<table role="table" class="plain stacks tasks"><caption class="vh">${text('draft.sections')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('draft.section')}</th><th role="columnheader" scope="col">${text('draft.answered')}</th>${isAssigned(shown) ? html`<th role="columnheader" scope="col">${text('assigned.title')}</th>` : nothing}<th role="columnheader" scope="col">${text('draft.state')}</th></tr></thead><tbody role="rowgroup">${shown.sections.map((one) => row(site, shown, one))}</tbody></table></section>
<section aria-labelledby="workbook"><h2 id="workbook">${text('workbook.fill')}</h2><p>${text('workbook.fill.lead')}</p>
<p><a href="${addressOf(site, `/enter/reports/${shown.draft.draftId}/workbook`)}">${text('workbook.fill')}</a></p></section>
<section aria-labelledby="check"><h2 id="check">${text('draft.check')}</h2><p>${text(nextKey(site, shown))}</p>
<p><a class="as-button" href="${addressOf(site, `/enter/reports/${shown.draft.draftId}/check`)}">${text('draft.check')}</a></p></section>`
}

const page = async (site: Site, shown: DraftShown, after: After | undefined): Promise<Html> => {
  const { text } = site
  const { draftId, submittedReport, changedAt } = shown.draft
  const names = namesOf(shown)
  const address = addressOf(site, `/enter/reports/${draftId}`)
  return layout(site, {
    title: `${names.name}, ${names.year}: ${names.title}`,
    description: text('draft.description', names),
    path: `/enter/reports/${draftId}`,
    crumbs: crumbsOf(site, shown),
    part: 'enter',
    body: html`${after === 'restore' ? toldLine(text('told.restore')) : nothing}<header class="head"><h1>${inLanguage(names.name, null)}: ${inLanguage(names.title, 'en')}, ${names.year}</h1>${enteredNotice(site)}
${shown.startedFrom === null ? nothing : html`<p>${text('draft.from', { version: String(shown.startedFrom.version), date: site.format.date(shown.startedFrom.receivedOn) })}</p>`}${await historyOf(site, thingKey.reportDraft(shown.draft.draftId))}</header>
${
  submittedReport === null
    ? html`${site.person.as === 'person' ? html`<p>${standingLine(site, shown.standing)}</p>${returnedNotice(site, shown.standing)}` : nothing}${taskList(site, shown)}
<p class="quiet">${text.rich('draft.address', { address: html`<a href="${address}"><code>${address}</code></a>` })} ${text('enter.changed')}: ${dayOf(site, changedAt)}.</p>${shown.standing.may.discard ? html`<p><a href="${addressOf(site, `/enter/reports/${draftId}/discard`)}">${text('discard.title')}</a></p>` : nothing}`
    : html`<p>${text('draft.submitted', { version: String(shown.version) })}</p><p><a href="${addressOf(site, `/enter/reports/${draftId}/done`)}">${text('done.next')}</a></p>`
}`,
  })
}

type Answer = {
  question: string
  state?: string
  number?: unknown
  unit?: string
  text?: string
  evidence?: Record<string, string>
}

export const draftPage: TwinPage<Params, AfterAsked, DraftShown> = {
  path: '/enter/reports/{id}',
  summary: 'A report on its way, with its sections',
  params,
  query: afterAsked,
  data: draftSchema,
  example: async (site) => {
    if (!entersIn(site.person, site.world)) return undefined
    const draft = (await site.data.enter.listOpenDrafts()).drafts[0]
    return draft === undefined ? undefined : `/enter/reports/${draft.draftId}`
  },
  load: (site, asked) => getDraft(site, asked.params.id),
  page: (site, shown, { query }) => page(site, shown, query.after),
  json: ({ draft, sections, issues, standing }) => ({
    draft: {
      id: draft.draftId,
      revision: draft.revision,
      changedAt: draft.changedAt,
      submittedReport: draft.submittedReport,
      standing,
      sections: sections.map(
        ({ section, state, answered, asked, departments, mayEdit, revision, finished }) => ({
          id: section.id,
          departments,
          mayEdit,
          revision,
          finished,
          state,
          answered,
          asked,
        }),
      ),
      issues,
    },
    reports: [reportOfDraft(draft)],
  }),
  csv: ({ draft }) => ({
    columns: [
      'actor',
      'obligation',
      'covers_year',
      'received_on',
      'question',
      'state',
      'number',
      'unit',
      'text',
      'page',
      'quotation',
      'quotation_language',
    ],
    rows: (reportOfDraft(draft).answers as Answer[]).map((answer) => [
      draft.actor,
      draft.obligation,
      draft.coversYear,
      draft.content.document.receivedOn ?? null,
      answer.question,
      answer.state ?? null,
      answer.number === undefined ? null : String(answer.number),
      answer.unit ?? null,
      answer.text ?? null,
      answer.evidence?.page ?? null,
      answer.evidence?.quotation ?? null,
      answer.evidence?.language ?? null,
    ]),
  }),
}
