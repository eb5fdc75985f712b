// One section of a report's form. What is sent is kept first, right or wrong; then it is said what is wrong with it.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../../../problem.ts'
import { fieldsIn, typedAt } from '../../../reports/draft-sections.ts'
import { isAskedOf } from '../../../reports/own-report.ts'
import { hasForms } from '../../../reports/questionnaire.ts'
import { sendsJson } from '../../as-data.ts'
import type { DraftShown, SectionShown } from '../../data/enter.ts'
import { answerRefused } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import {
  baseFrom,
  baseHtml,
  type Difference,
  differencesAsData,
  differencesOf,
  differenceTable,
  meanwhileNotice,
  revisionFrom,
  typedAgain,
  withoutGivenUp,
} from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { sectionFields, sectionGives } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { returnedNotice } from './approval.ts'
import { fieldsOfDocument } from './document-fields.ts'
import {
  assignedLine,
  correctionAddress,
  crumbsOf,
  getDraft,
  namesOf,
  sectionHeading,
  sectionTitle,
} from './draft.ts'
import { answerLost } from './lost.ts'
import { partLabel, questionHtml, type SectionFilled, saysTyped } from './question.ts'
import { isMarked } from './start.ts'
import { labelOf, wrongInSection } from './wrong-answers.ts'

const path = '/enter/reports/:draft/:section'

const draftPath = (shown: DraftShown): string => `/enter/reports/${shown.draft.draftId}`

const sectionOf = (site: Site, shown: DraftShown, id: string): SectionShown => {
  const one = shown.sections.find((section) => section.section.id === id)
  if (one === undefined) throw problem('not-found', site.text('draft.noSection'))
  return one
}

/** The texts kept of a section, by field. */
const keptIn = (shown: DraftShown, one: SectionShown): Record<string, string> =>
  Object.fromEntries(fieldsIn(one.section).map((name) => [name, typedAt(shown.draft.content, name)]))

/** What another did with the draft while a section of it was being typed. */
type Meanwhile = { did: 'saved' | 'submitted'; differences: readonly Difference[] }

const notice = (site: Site, shown: DraftShown, { did, differences }: Meanwhile, address: string): Html => {
  const { text } = site
  const table = differenceTable(site, differences, { says: saysTyped(site) })
  return did === 'saved'
    ? meanwhileNotice(
        text('entry.conflict'),
        html`<p>${text('entry.conflict.lead')}</p>${table}<p><a href="${address}">${text('entry.conflict.discard')}</a></p>`,
      )
    : meanwhileNotice(
        text('entry.submitted'),
        html`<p>${text('entry.submitted.lead')}</p>${table}<p><a href="${correctionAddress(site, shown.draft)}">${text('entry.submitted.correct')}</a></p><p><a href="${addressOf(site, `${draftPath(shown)}/done`)}">${text('entry.submitted.see')}</a></p>`,
      )
}

type Shown = {
  one: SectionShown
  filled: SectionFilled
  wrong: readonly Wrong[]
  meanwhile: Meanwhile | null
  finished: boolean
}

const saving = (site: Site, finished: boolean): Html =>
  html`<div class="tick"><input type="checkbox" id="finished" name="finished" value="yes"${finished ? html` checked` : nothing}><label for="finished">${site.text('entry.finished')}</label></div>
<p class="buttons"><button type="submit">${site.text('entry.save')}</button> <button type="submit" name="then" value="list" class="second">${site.text('entry.saveList')}</button></p>`

const sectionPage = (
  site: Site,
  shown: DraftShown,
  { one, filled, wrong, meanwhile, finished }: Shown,
): Html | Promise<Html> => {
  const { text } = site
  const { section } = one
  const names = namesOf(shown)
  const title = sectionTitle(site, section)
  const address = addressOf(site, `${draftPath(shown)}/${section.id}`)
  const fields = html`${
    section.id === 'document'
      ? fieldsOfDocument(site, shown, filled, hasForms(shown.questionnaire)).map((field) =>
          fieldHtml(site, field, filled),
        )
      : section.questions.map(({ question }) => questionHtml(site, shown, question, filled))
  }`
  return layout(site, {
    title: titleOf(site, `${title}: ${names.name}, ${names.year}`, meanwhile !== null ? [true] : wrong),
    description: text('entry.description', { section: title, ...names }),
    path: `${draftPath(shown)}/${section.id}`,
    hasTwins: false,
    crumbs: crumbsOf(site, shown, title),
    part: 'enter',
    body: html`${meanwhile === null ? errorSummary(site, wrong) : notice(site, shown, meanwhile, address)}<header class="head"><p class="kicker">${text.rich('draft.kicker', { title: inLanguage(names.title, 'en'), name: inLanguage(names.name, null), year: names.year })}</p><h1>${sectionHeading(site, section)}</h1>
${isMarked(site) ? html`<p><span class="entered">${text('enter.marked')}</span></p>` : nothing}${assignedLine(site, one)}${returnedNotice(site, shown.standing)}${section.id !== 'document' ? html`<p class="hint">${text('entry.openMeans')}</p>` : shown.isOwn ? html`<p class="hint">${text('document.own')}</p>` : nothing}</header>
<form class="entry" method="post" action="${address}" novalidate>
<input type="hidden" name="revision" value="${String(one.revision)}">${baseHtml(keptIn(shown, one))}
${one.mayEdit ? fields : html`<fieldset disabled>${fields}</fieldset>`}
${meanwhile?.did === 'submitted' || !one.mayEdit ? nothing : saving(site, finished)}</form>`,
  })
}

const show = async (c: Context, site: Site, draft: string, id: string): Promise<Response> => {
  const shown = await getDraft(site, draft)
  const one = sectionOf(site, shown, id)
  if (shown.draft.submittedReport !== null) return seeOther(c, addressOf(site, draftPath(shown)))
  // A section nobody has saved is not wrong yet, only empty.
  const wrong = one.revision === 0 ? [] : wrongInSection(site, shown, id)
  const filled = { typed: keptIn(shown, one), wrong: byField(wrong), meanwhile: new Map(), isOpen: true }
  return c.html(
    await sectionPage(site, shown, { one, filled, wrong, meanwhile: null, finished: one.finished }),
  )
}

/** Where it goes on: the same section where something is wrong, the list where that was asked for, or the next one. */
const nextPath = (shown: DraftShown, one: SectionShown, then: string | undefined): string => {
  const here = shown.sections.find((other) => other.section.id === one.section.id)!
  if (here.state === 'has problems') return `${draftPath(shown)}/${one.section.id}`
  if (then === 'list') return draftPath(shown)
  const next = shown.sections[shown.sections.indexOf(here) + 1]
  return `${draftPath(shown)}/${next === undefined ? 'check' : next.section.id}`
}

/** A program is told which field there is not: what it misspells must not be lost in silence. */
const refuseUnknown = (
  site: Site,
  names: readonly string[],
  posted: Readonly<Record<string, string>>,
): void => {
  const unknown = Object.keys(posted).filter(
    (name) => /^(document|answers)\./.test(name) && !names.includes(name),
  )
  if (unknown.length > 0)
    throw problem(
      'input-rejected',
      site.text('form.rejected'),
      unknown.map((path) => ({ path, message: site.text('form.noField'), expected: names.join(', ') })),
    )
}

const save = async (c: Context, site: Site, draft: string, id: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  const before = await site.data.enter.findDraft(draft)
  if (before === undefined) return answerLost(c, site, posted)
  const one = sectionOf(site, before, id)
  const names = fieldsIn(one.section).filter((name) => isAskedOf(before.draft, name))
  if (sendsJson(c)) refuseUnknown(site, names, posted)
  const sent = Object.fromEntries(
    names.flatMap((name) => (posted[name] === undefined ? [] : [[name, posted[name]]])),
  )
  const typed = withoutGivenUp(sent, posted)
  const finished = posted.finished === 'yes'
  const saved = await site.data.enter.saveSection(draft, id, {
    typed,
    finished,
    revision: revisionFrom(posted),
  })
  const { outcome, differing } = saved
  const shown = await nameStates(site, saved.shown)
  const now = sectionOf(site, shown, id)
  const { revision, state } = now
  // Sent twice, there is nothing to lose.
  if (outcome === 'submitted already' && differing.length === 0)
    return seeOther(c, addressOf(site, draftPath(shown)), { more: { revision, state } })
  if (outcome === 'saved') {
    const issues = wrongInSection(site, shown, id).map(({ field, words }) => ({
      path: field,
      message: words,
    }))
    return seeOther(c, addressOf(site, nextPath(shown, one, posted.then)), {
      more: { revision, state, issues },
    })
  }
  const differences = differencesOf({
    typed,
    now: (field) => typedAt(shown.draft.content, field),
    base: baseFrom(posted),
    label: (field) =>
      html`${labelOf(site, shown, field)}${field.startsWith('answers.') ? ` · ${partLabel(site, field) ?? ''}` : ''}`,
  })
  const did = outcome === 'submitted already' ? 'submitted' : 'saved'
  const filled = {
    typed: { ...keptIn(shown, now), ...typedAgain(typed, differences) },
    wrong: new Map(),
    meanwhile: new Map(differences.map((one) => [one.field, one])),
    isOpen: did === 'saved',
  }
  return answerRefused(
    c,
    site,
    {
      type: 'changed-meanwhile',
      words: site.text(did === 'saved' ? 'entry.conflict' : 'entry.submitted'),
      more: { revision, differences: differencesAsData(differences) },
    },
    () =>
      sectionPage(site, shown, { one: now, filled, wrong: [], meanwhile: { did, differences }, finished }),
  )
}

/** The form of one section. */
export const serveSection = (app: OpenAPIHono, site: Site): void => {
  app.get(path, (c) => show(c, siteFor(c, site), c.req.param('draft'), c.req.param('section')))
  const write = {
    path: '/enter/reports/{draft}/{section}',
    summary: 'Saves a section of a report on its way',
    scope: 'enter',
    fields: sectionFields,
    gives: sectionGives,
    refusals: ['changed-meanwhile'],
  } as const
  serveWrite(app, write, (c) =>
    save(c, siteFor(c, site), c.req.param('draft') ?? '', c.req.param('section') ?? ''),
  )
}
