// The recommendations of a study from its document or a table: brought, looked at, and only then taken in, all or none.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { mayEnterOf } from '../../../accounts/may.ts'
import { writeCsv } from '../../../formats/csv.ts'
import { recommendationFields } from '../../../implementation/recommendation-columns.ts'
import type { RecommendationCompared } from '../../../implementation/recommendations-compare.ts'
import type {
  RecommendationsAsked,
  RecommendationsLooked,
} from '../../../implementation/recommendations-import.ts'
import { type Issue, Problem, problem } from '../../../problem.ts'
import { asksForData } from '../../as-data.ts'
import type { StudyHeld } from '../../data/enter.ts'
import { answerRefused } from '../../forms/answered.ts'
import { titleOf } from '../../forms/errors.ts'
import { type Field, fieldHtml } from '../../forms/field.ts'
import { fileIssues } from '../../forms/file-issues.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { readUploaded } from '../../forms/uploaded.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { recommendationsFields, recommendationsGive } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { confirmTick, isConfirmed } from './fact-questions.ts'
import { enteredNotice } from './start.ts'
import { permitActor } from './whose.ts'

const path = '/enter/recommendations/:study'
const pathOf = (study: StudyHeld): string => `/enter/recommendations/${encodeURIComponent(study.id)}`

/** A document of a study, bytes; its recommendations alone are far below this. */
const largestFile = 20 * 1024 * 1024
const largestTaken = 4 * 1024 * 1024

/** The way to bring a file, for whoever may write for the study's actor. */
export const bringLink = (site: Site, { id, actor }: { id: string; actor: string }): Html =>
  mayEnterOf(site.person, 'fact', { world: site.world, actor })
    ? html`<a class="write" href="${addressOf(site, `/enter/recommendations/${encodeURIComponent(id)}`)}">${site.text('recommendations.bring')}</a>`
    : nothing

const getStudy = async (site: Site, id: string): Promise<StudyHeld> => {
  const study = await site.data.enter.findStudy(id)
  if (study === undefined) throw problem('not-found', site.text('recommendations.noStudy'))
  await permitActor(site, 'fact', study.actor)
  return study
}

const issueList = (site: Site, issues: readonly Issue[]): Html =>
  fileIssues(site, issues, ({ sheet, cell, line, path: place }) =>
    sheet !== undefined && cell !== undefined
      ? site.text('workbook.atCell', { sheet, cell })
      : (cell ?? place ?? (line === undefined ? '' : site.text('recommendations.line', { line }))),
  )

const frame = (site: Site, study: StudyHeld, title: string, wrong: Problem | undefined, body: Html) =>
  layout(site, {
    title: titleOf(site, `${title}: ${study.title}`, wrong === undefined ? [] : [true]),
    description: site.text('recommendations.description'),
    path: pathOf(study),
    hasTwins: false,
    crumbs: [
      { label: site.text('implementation.crumb'), path: `/plans/${study.instrument}/implementation` },
      { label: title },
    ],
    part: 'enter',
    body: html`${wrong === undefined ? nothing : html`<div class="wrong-summary" role="alert" id="problems" tabindex="-1" autofocus><p class="wrong-title">${inLanguage(wrong.message, 'en')}</p>${issueList(site, wrong.issues)}</div>`}<header class="head"><p class="kicker">${inLanguage(study.actorName, null)}</p><h1>${title}</h1>
<p class="lead">${inLanguage(study.title, study.language)}</p>${enteredNotice(site)}</header>${body}`,
  })

/** Where it begins; or, with what is wrong, after a file that was not taken. */
const startPage = (site: Site, study: StudyHeld, wrong?: Problem) => {
  const { text } = site
  return frame(
    site,
    study,
    text('recommendations.bring'),
    wrong,
    html`<p>${text('recommendations.lead')}</p>
<form class="entry" method="post" action="${addressOf(site, pathOf(study))}" enctype="multipart/form-data">
<div class="field-block"><label for="file">${text('recommendations.file')}</label><p class="hint" id="file-hint">${text('recommendations.file.hint', { columns: recommendationFields.join(', ') })}</p><input type="file" id="file" name="file" accept=".docx,.pdf,.txt,.md,.csv,.tsv,.xlsx" aria-describedby="file-hint"></div>
<p class="buttons"><button type="submit">${text('recommendations.look')}</button></p></form>`,
  )
}

const outcomeSigns = { new: '+', corrected: '~', unchanged: '=' } as const

const row = (site: Site, one: RecommendationCompared): Html => {
  const { text } = site
  const words = (content: string, language: string | null): Html =>
    html`<span class="verbatim lines">${inLanguage(content, language)}</span>`
  return html`<tr role="row"><th role="rowheader" scope="row"><span class="num">${one.number}</span></th><td role="cell" data-label="${text('recommendations.text')}"><span>${words(one.text, one.language)}<br><span class="quiet">${one.group === null ? nothing : html`${inLanguage(one.group, one.language)} · `}${one.locator} · ${one.language === null ? text('recommendations.noLanguage') : one.language}${one.addressedTo.length === 0 ? nothing : html` · ${inLanguage(one.addressedTo.join(', '), null)}`}</span>${one.before === null ? nothing : html`<br><span class="quiet">${one.before.differs.includes('text') ? html`${one.shortens ? html`<b>${text('recommendations.shorter')}</b> ` : nothing}${text('recommendations.untilNow')} ${inLanguage(one.before.text, one.before.language)}` : text('recommendations.otherwise')}</span>`}</span></td><td role="cell" data-label="${text('recommendations.outcome')}"><span><span aria-hidden="true">${outcomeSigns[one.outcome]}</span> ${text(`recommendations.${one.outcome}`)}${one.actions.map(({ title, outcome }) => html`<br><span class="quiet">${text(outcome === 'tied' ? 'recommendations.tied' : 'recommendations.tiedAlready')} ${inLanguage(title, null)}</span>`)}</span></td></tr>`
}

const sourceFields = (site: Site): Field[] => {
  const { text } = site
  return [
    { as: 'text', name: 'source.title', label: text('recommendations.sourceTitle') },
    { as: 'text', name: 'source.publisher', label: text('recommendations.publisher') },
    { as: 'text', name: 'source.address', label: text('recommendations.address'), inputMode: 'url' },
    { as: 'text', name: 'source.date', label: text('recommendations.date'), width: 'short' },
    {
      as: 'text',
      name: 'language',
      label: text('newFact.language'),
      hint: text('recommendations.language.hint', { codes: 'en, fr, mn' }),
      width: 'year',
    },
  ]
}

/** What was read, as the table that is sent back to be taken in. */
const tableOf = ({ compared }: RecommendationsLooked): string =>
  writeCsv(
    recommendationFields,
    compared.map((one) => [
      ...[one.number, one.group ?? '', one.text, one.addressedTo.join('; ')],
      ...[one.actions.map(({ id }) => id).join('; '), one.locator, one.language ?? ''],
    ]),
  )

/** What would be recorded, before it is. */
const previewPage = (
  site: Site,
  study: StudyHeld,
  looked: RecommendationsLooked,
  sent: { name: string; typed: Readonly<Record<string, string>> },
  wrong?: Problem,
) => {
  const { text } = site
  const { compared, unplaced, outside, numberedHere, leftOut, notInFile, source } = looked
  const count = (outcome: RecommendationCompared['outcome']) =>
    compared.filter((one) => one.outcome === outcome).length
  const typed = {
    'source.title': source.title,
    'source.publisher': source.publisher ?? '',
    'source.address': source.address ?? '',
    'source.date': source.date ?? '',
    ...sent.typed,
  }
  const columns = ['number', 'text', 'outcome'] as const
  const shorter = compared.filter(({ shortens }) => shortens).length
  return frame(
    site,
    study,
    text('recommendations.preview'),
    wrong,
    html`<p>${text('recommendations.counts', { count: compared.length, created: count('new'), corrected: count('corrected'), unchanged: count('unchanged') })} ${text('recommendations.nothingYet')}</p>
${numberedHere ? html`<p>${text('recommendations.numberedHere')}</p>` : nothing}
<table role="table" class="plain stacks"><caption class="vh">${text('recommendations.preview')}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${text(`recommendations.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${compared.map((one) => row(site, one))}</tbody></table>
${unplaced.length === 0 ? nothing : html`<h2>${text('recommendations.unplaced')}</h2><ul>${unplaced.map((one) => html`<li><span class="quiet">${one.at}</span> ${inLanguage(one.text, null)}</li>`)}</ul>`}
${outside === null || outside.lines === 0 ? nothing : html`<p class="quiet">${text('recommendations.outside', { count: outside.lines, heading: outside.heading })}</p>`}
${leftOut.length === 0 ? nothing : html`<p class="quiet">${text('recommendations.leftOut', { columns: leftOut.join(', ') })}</p>`}
${notInFile.length === 0 ? nothing : html`<p class="quiet">${text('recommendations.notInFile', { numbers: notInFile.map(({ number }) => number).join(', ') })}</p>`}
${
  looked.facts.length === 0
    ? html`<p><a class="as-button" href="${addressOf(site, `/plans/${study.instrument}/implementation`)}#recommendations">${text('recommendations.back')}</a></p>`
    : html`<form class="entry" method="post" action="${addressOf(site, `${pathOf(study)}/store`)}"><input type="hidden" name="name" value="${sent.name}"><input type="hidden" name="table" value="${tableOf(looked)}">
<fieldset class="group"><legend>${text('recommendations.document')}</legend>${sourceFields(site).map((field) => fieldHtml(site, field, { typed, wrong: new Map() }))}</fieldset>
${shorter === 0 ? nothing : confirmTick({ label: text('recommendations.shorter.isSo', { count: shorter }), isMissing: false })}<p class="buttons"><button type="submit">${text('recommendations.takeIn')}</button> <a href="${addressOf(site, pathOf(study))}">${text('recommendations.other')}</a></p></form>`
}`,
  )
}

const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && (error.type === 'input-rejected' || error.type === 'input-unreadable')

const bring = async (c: Context, site: Site): Promise<Response> => {
  const study = await getStudy(site, c.req.param('study') ?? '')
  const file = await readUploaded(c, site, 'file', largestFile)
  if (file === undefined) {
    const words = site.text('recommendations.none')
    return answerRefused(c, site, { type: 'input-rejected', words }, () =>
      startPage(site, study, problem('input-rejected', words)),
    )
  }
  try {
    const looked = await site.data.enter.lookAtRecommendations({ study: study.id, file })
    if (asksForData(c)) return c.json({ ...givenOf(looked), table: tableOf(looked) })
    return c.html(await previewPage(site, study, looked, { name: file.name, typed: {} }))
  } catch (error) {
    if (!isRefusal(error) || asksForData(c)) throw error
    return c.html(await startPage(site, study, error), 422)
  }
}

const givenOf = ({ compared, unplaced, leftOut, notInFile }: RecommendationsLooked) => ({
  recommendations: compared,
  unplaced,
  leftOut,
  notInFile,
})

const askedOf = (study: StudyHeld, posted: Readonly<Record<string, string>>): RecommendationsAsked => {
  const said = (name: string) => posted[name]?.trim() || undefined
  const source = { title: said('source.title'), publisher: said('source.publisher') }
  const more = { address: said('source.address'), date: said('source.date') }
  return {
    study: study.id,
    file: {
      name: `${said('name') ?? 'recommendations'}.csv`,
      bytes: new TextEncoder().encode(posted.table ?? ''),
    },
    language: said('language'),
    takeShorter: isConfirmed(posted),
    source: Object.fromEntries(
      Object.entries({ ...source, ...more }).filter(([, text]) => text !== undefined),
    ),
  }
}

const takeIn = async (c: Context, site: Site): Promise<Response> => {
  const posted = await readPosted(c, site, largestTaken)
  const study = await getStudy(site, c.req.param('study') ?? '')
  const asked = askedOf(study, posted)
  try {
    const taken = await site.data.enter.takeInRecommendations(asked)
    const after = taken.drafted > 0 ? '/waiting' : `/plans/${study.instrument}/implementation`
    return seeOther(c, addressOf(site, after), { more: taken })
  } catch (error) {
    if (!isRefusal(error) || asksForData(c)) throw error
    return c.html(await againPage(site, study, { posted, asked, wrong: error }), 422)
  }
}

/** What was refused, as it was typed; where the table itself cannot be read, from the beginning. */
const againPage = async (
  site: Site,
  study: StudyHeld,
  sent: { posted: Readonly<Record<string, string>>; asked: RecommendationsAsked; wrong: Problem },
) => {
  const { posted, asked, wrong } = sent
  const names = sourceFields(site).map(({ name }) => name)
  const typed = Object.fromEntries(names.map((name) => [name, posted[name] ?? '']))
  try {
    const looked = await site.data.enter.lookAtRecommendations({ study: asked.study, file: asked.file })
    return await previewPage(site, study, looked, { name: posted.name ?? '', typed }, wrong)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return startPage(site, study, wrong)
  }
}

/** The page on which the recommendations of a study are brought, looked at and taken in. */
export const serveRecommendations = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get(path, async (c) => {
    const site = siteFor(c, ofWorld)
    return c.html(await startPage(site, await getStudy(site, c.req.param('study'))))
  })
  const read = {
    path: '/enter/recommendations/{study}',
    summary:
      'Reads the recommendations of a study from a document or a table, and says what they would change',
    scope: 'enter',
    fields: z.object({}),
    file: 'file',
    fileDescription: 'A document (DOCX, PDF, text) or a table (CSV, XLSX)',
    goesOn: false,
    gives: recommendationsGive,
    refusals: ['input-unreadable'],
  } as const
  serveWrite(app, read, (c) => bring(c, siteFor(c, ofWorld)))
  const store = {
    path: '/enter/recommendations/{study}/store',
    summary: 'Takes in the recommendations of a study, all of them or none',
    scope: 'enter',
    fields: recommendationsFields,
    gives: {
      recorded: z.int().openapi({ description: 'How many facts were recorded' }),
      drafted: z.int().openapi({ description: 'How many wait for approval' }),
    },
    refusals: ['input-unreadable'],
  } as const
  serveWrite(app, store, (c) => takeIn(c, siteFor(c, ofWorld)))
}
