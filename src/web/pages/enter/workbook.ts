// A report on its way as a workbook: taken out to be filled in elsewhere, brought back, looked at, taken in.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { xlsxType } from '../../../formats/xlsx.ts'
import { largestWorkbook } from '../../../formats/xlsx-read.ts'
import { type Issue, Problem, problem } from '../../../problem.ts'
import type { Typed } from '../../../reports/draft.ts'
import type { DraftChange, WorkbookRead } from '../../../reports/fill-draft.ts'
import { answerableQuestions, type Question } from '../../../rules/questionnaire-schema.ts'
import { asksForData } from '../../as-data.ts'
import type { DraftShown } from '../../data/enter.ts'
import { answerRefused } from '../../forms/answered.ts'
import { titleOf } from '../../forms/errors.ts'
import { fileIssues } from '../../forms/file-issues.ts'
import { meanwhileNotice, revisionFrom } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { readUploaded } from '../../forms/uploaded.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { fillFields, revisionGiven, workbookGives } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { answerWithEvidence } from './answer-words.ts'
import { correctionAddress, crumbsOf, getDraft, namesOf, sectionTitle } from './draft.ts'
import { isMarked } from './start.ts'

const path = '/enter/reports/:draft/workbook'

/** Text of a workbook taken in by hand is far below this; bytes. */
const largestTaken = 8 * 1024 * 1024

const ownPath = (shown: DraftShown): string => `/enter/reports/${shown.draft.draftId}/workbook`

const placeWords = (site: Site, { file, sheet, cell, line, path: at }: Issue): string => {
  const { text } = site
  if (sheet !== undefined)
    return cell === undefined ? text('workbook.atSheet', { sheet }) : text('workbook.atCell', { sheet, cell })
  return cell ?? (line === undefined ? (at ?? file ?? '') : String(line))
}

const issueList = (site: Site, issues: readonly Issue[]): Html =>
  fileIssues(site, issues, (issue) => placeWords(site, issue))

type WrongWorkbook = { title: string; issues: readonly Issue[] }

const wrongList = (site: Site, { title, issues }: WrongWorkbook): Html =>
  html`<div class="wrong-summary" role="alert" id="problems" tabindex="-1" autofocus><p class="wrong-title">${title}</p>${issues.length === 0 ? nothing : issueList(site, issues)}</div>`

const problemsIn = (site: Site, issues: readonly Issue[]): WrongWorkbook => ({
  title: site.text('workbook.problems', { count: issues.length }),
  issues,
})

const head = (site: Site, shown: DraftShown, title: string): Html => {
  const names = namesOf(shown)
  return html`<header class="head"><p class="kicker">${site.text.rich('draft.kicker', { title: inLanguage(names.title, 'en'), name: inLanguage(names.name, null), year: names.year })}</p><h1>${title}</h1>
${isMarked(site) ? html`<p><span class="entered">${site.text('enter.marked')}</span></p>` : nothing}</header>`
}

const frame = (site: Site, shown: DraftShown, title: string, isWrong: boolean, body: Html) => {
  const names = namesOf(shown)
  return layout(site, {
    title: titleOf(site, `${title}: ${names.name}, ${names.year}`, isWrong ? [true] : []),
    description: site.text('workbook.description', names),
    path: ownPath(shown),
    hasTwins: false,
    crumbs: crumbsOf(site, shown, site.text('workbook.fill')),
    part: 'enter',
    body,
  })
}

const uploadForm = (site: Site, shown: DraftShown): Html => {
  const { text } = site
  return html`<form class="entry" method="post" action="${addressOf(site, ownPath(shown))}" enctype="multipart/form-data">
<div class="field-block"><label for="workbook">${text('workbook.file')}</label><p class="hint" id="workbook-hint">${text('workbook.file.hint')}</p><input type="file" id="workbook" name="workbook" accept=".xlsx,.xlsm,${xlsxType}" aria-describedby="workbook-hint"></div>
<p class="buttons"><button type="submit">${text('workbook.look')}</button></p></form>`
}

/** Where it begins; or, with issues, what is wrong with the workbook that was brought. */
const startPage = (site: Site, shown: DraftShown, wrong?: WrongWorkbook) => {
  const { text } = site
  const address = `${addressOf(site, ownPath(shown))}.xlsx`
  return frame(
    site,
    shown,
    text('workbook.fill'),
    wrong !== undefined,
    html`${wrong === undefined ? nothing : wrongList(site, wrong)}${head(site, shown, text('workbook.fill'))}
<section aria-labelledby="take"><h2 id="take">${text('workbook.take')}</h2><p>${text('workbook.take.lead')}</p>
<p><a class="as-button" href="${address}" download>${text('workbook.download')}</a></p></section>
<section aria-labelledby="bring"><h2 id="bring">${text('workbook.bring')}</h2><p>${text('workbook.bring.lead')}</p>${uploadForm(site, shown)}</section>`,
  )
}

const documentWords = (site: Site, field: string, typed: Typed): Html =>
  html`${inLanguage(typed[field] ?? '', null)}${(typed[field] ?? '') === '' ? html`<span class="quiet">${site.text('check.notGiven')}</span>` : nothing}`

const changeRow = (site: Site, change: DraftChange, questions: ReadonlyMap<string, Question>): Html => {
  const { text } = site
  const [kind, name = ''] = change.about.split('.') as [string, string]
  const question = questions.get(name)
  const isAnswer = kind === 'answers'
  const title = isAnswer
    ? inLanguage(question?.text ?? name, 'en')
    : html`${text(`document.${name}` as TextKey)}`
  const said = (typed: Typed): Html =>
    isAnswer
      ? html`${Object.keys(typed).length === 0 ? html`<span class="quiet">${text('entry.saidNothing')}</span>` : inLanguage(answerWithEvidence(site, typed, question?.unit), null)}`
      : documentWords(site, name, typed)
  return html`<tr role="row"><th role="rowheader" scope="row">${title}</th><td role="cell" data-label="${text('workbook.kept')}">${said(change.kept)}</td><td role="cell" data-label="${text('workbook.says')}">${said(change.now)}</td></tr>
`
}

const changeTables = (site: Site, shown: DraftShown, changes: readonly DraftChange[]): Html => {
  const { text } = site
  const questions = new Map(answerableQuestions(shown.questionnaire).map((one) => [one.id, one]))
  const sections = shown.sections.filter(({ section }) => changes.some((one) => one.section === section.id))
  return html`${sections.map(({ section }) => {
    const title = sectionTitle(site, section)
    const own = changes.filter((one) => one.section === section.id)
    return html`<section aria-labelledby="c-${section.id}"><h2 id="c-${section.id}">${section.title === null ? title : inLanguage(title, 'en')}</h2>
<table role="table" class="plain stacks"><caption class="vh">${title}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('check.question')}</th><th role="columnheader" scope="col">${text('workbook.kept')}</th><th role="columnheader" scope="col">${text('workbook.says')}</th></tr></thead><tbody role="rowgroup">${own.map((change) => changeRow(site, change, questions))}</tbody></table></section>`
  })}`
}

/** What would change, before it does. */
const previewPage = (
  site: Site,
  shown: DraftShown,
  read: Pick<WorkbookRead, 'typed' | 'cautions'>,
  late: 'saved' | 'submitted' | null,
) => {
  const { text } = site
  const changes = site.data.enter.changesFrom(shown, read.typed)
  const spoken = new Set(
    Object.entries(read.typed).flatMap(([at, words]) =>
      at.endsWith('.state') && words !== '' ? [at.split('.')[1]] : [],
    ),
  )
  const asked = answerableQuestions(shown.questionnaire).length
  const counts = {
    changed: text('workbook.changes', { count: changes.length }),
    answered: text('value.of', { n: spoken.size, N: asked }),
  }
  const address = addressOf(site, `/enter/reports/${shown.draft.draftId}`)
  return frame(
    site,
    shown,
    text('workbook.preview'),
    late !== null,
    html`${late === null ? nothing : late === 'saved' ? meanwhileNotice(text('workbook.late'), nothing) : meanwhileNotice(text('entry.submitted'), html`<p><a href="${correctionAddress(site, shown.draft)}">${text('entry.submitted.correct')}</a></p>`)}${head(site, shown, text('workbook.preview'))}
<p class="lead">${text('workbook.preview.lead', counts)}</p><p>${text('workbook.preview.open')}</p>
${read.cautions.length === 0 ? nothing : html`<div class="notice"><p>${text('check.cautions')}</p>${issueList(site, read.cautions)}</div>`}
${changeTables(site, shown, changes)}
${
  changes.length === 0 || late === 'submitted'
    ? html`<p><a class="as-button" href="${address}">${text('workbook.back')}</a></p>`
    : html`<form class="entry" method="post" action="${addressOf(site, `${ownPath(shown)}/fill`)}"><input type="hidden" name="revision" value="${String(shown.draft.revision)}"><input type="hidden" name="typed" value="${JSON.stringify(read.typed)}">
<p class="buttons"><button type="submit">${text('workbook.takeIn')}</button> <a href="${address}">${text('workbook.leave')}</a></p></form>`
}`,
  )
}

const html422 = async (c: Context, page: Html | Promise<Html>): Promise<Response> => c.html(await page, 422)

const bring = async (c: Context, site: Site, id: string): Promise<Response> => {
  const shown = await getDraft(site, id)
  if (shown.draft.submittedReport !== null) return seeOther(c, addressOf(site, `/enter/reports/${id}`))
  const file = await readUploaded(c, site, 'workbook', largestWorkbook)
  if (file === undefined) {
    const title = site.text('workbook.none')
    return answerRefused(c, site, { type: 'input-rejected', words: title }, () =>
      startPage(site, shown, { title, issues: [] }),
    )
  }
  const refused = (issues: readonly Issue[]): Response | Promise<Response> => {
    if (asksForData(c)) throw problem('input-rejected', problemsIn(site, issues).title, [...issues])
    return html422(c, startPage(site, shown, problemsIn(site, issues)))
  }
  try {
    const read = await site.data.enter.readWorkbook(id, file)
    if (read.issues.length > 0) return await refused(read.issues)
    if (!asksForData(c)) return c.html(await previewPage(site, shown, read, null))
    const changes = site.data.enter.changesFrom(shown, read.typed)
    return c.json({ revision: shown.draft.revision, typed: read.typed, changes, cautions: read.cautions })
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422 || asksForData(c)) throw error
    return await refused(error.issues)
  }
}

/** The fields as the preview sent them, or as a program nests them. Throws `usage` for anything else. */
const typedFrom = (site: Site, posted: Readonly<Record<string, string>>): Typed => {
  const nested = Object.entries(posted).filter(([name]) => name.startsWith('typed.'))
  if (nested.length > 0)
    return Object.fromEntries(nested.map(([name, text]) => [name.slice('typed.'.length), text]))
  try {
    const typed: unknown = JSON.parse(posted.typed ?? '')
    if (
      typeof typed === 'object' &&
      typed !== null &&
      Object.values(typed).every((text) => typeof text === 'string')
    )
      return typed as Typed
  } catch {
    // Told below, as what is no object is.
  }
  throw problem('usage', site.text('form.notAForm'))
}

const takeIn = async (c: Context, site: Site, id: string): Promise<Response> => {
  const posted = await readPosted(c, site, largestTaken)
  const typed = typedFrom(site, posted)
  await getDraft(site, id)
  const filled = await site.data.enter.fillDraft(id, { typed, revision: revisionFrom(posted) })
  const { revision } = filled.shown.draft
  const changes = site.data.enter.changesFrom(filled.shown, typed)
  // Sent twice, there is nothing left that would change.
  if (filled.outcome === 'filled' || changes.length === 0)
    return seeOther(c, addressOf(site, `/enter/reports/${id}`), { more: { revision } })
  const shown = await nameStates(site, filled.shown)
  const late = filled.outcome === 'submitted already' ? 'submitted' : 'saved'
  const differences = changes.map(({ about, kept, now }) => ({
    field: about,
    now: JSON.stringify(kept),
    sent: JSON.stringify(now),
  }))
  const refused = {
    type: 'changed-meanwhile',
    words: site.text(late === 'saved' ? 'workbook.late' : 'entry.submitted'),
    more: { revision, differences },
  } as const
  return answerRefused(c, site, refused, () => previewPage(site, shown, { typed, cautions: [] }, late))
}

const asFile = (c: Context, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): Response =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': xlsxType,
    'content-disposition': `attachment; filename="${fileName}"`,
  })

/** The template of a report before anyone has begun it. */
export const serveTemplate = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get('/enter/reports/new.xlsx', async (c) => {
    const site = siteFor(c, ofWorld)
    const { actor = '', obligation = '', coversYear = '', subject = '' } = c.req.query()
    const asked = { actor, obligation, coversYear, subject }
    return asFile(c, await site.data.enter.makeTemplate(asked, site.language))
  })
}

/** The page of a draft's workbook: out, in, and what it would change. */
export const serveWorkbook = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get(`${path}.xlsx`, async (c) => {
    const site = siteFor(c, ofWorld)
    const shown = await getDraft(site, c.req.param('draft') ?? '')
    return asFile(c, await site.data.enter.makeDraftTemplate(shown.draft.draftId, site.language))
  })
  app.get(path, async (c) => {
    const site = siteFor(c, ofWorld)
    const shown = await getDraft(site, c.req.param('draft'))
    return shown.draft.submittedReport === null
      ? c.html(await startPage(site, shown))
      : seeOther(c, addressOf(site, `/enter/reports/${shown.draft.draftId}`))
  })
  const read = {
    path: '/enter/reports/{draft}/workbook',
    summary: 'Reads a workbook, and says what it would change in a report on its way',
    scope: 'enter',
    fields: z.object({}),
    file: 'workbook',
    goesOn: false,
    gives: workbookGives,
    refusals: ['input-unreadable'],
  } as const
  serveWrite(app, read, (c) => bring(c, siteFor(c, ofWorld), c.req.param('draft') ?? ''))
  const fill = {
    path: '/enter/reports/{draft}/workbook/fill',
    summary: 'Takes in what a workbook says, whole',
    scope: 'enter',
    fields: fillFields,
    gives: { revision: revisionGiven },
    refusals: ['changed-meanwhile'],
  } as const
  serveWrite(app, fill, (c) => takeIn(c, siteFor(c, ofWorld), c.req.param('draft') ?? ''))
}
