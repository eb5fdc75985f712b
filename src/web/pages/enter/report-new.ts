// Beginning a report: which one, of whom, for which year; then what is held of it already, and how to begin.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { uuidv7 } from '../../../db/store.ts'
import type { DraftAsked } from '../../../reports/edit-draft.ts'
import type { PeriodShown } from '../../data/enter.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, type Filled, fieldHtml } from '../../forms/field.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { meanwhileNotice } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { beginFields } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { draftTable, enteredNotice } from './start.ts'
import { actorField, nobodyToEnter, permitActor, questionnairesToAnswer } from './whose.ts'

const path = '/enter/reports/new'

const fieldsOf = async (site: Site): Promise<Field[] | undefined> => {
  const { text } = site
  const actor = await actorField(site, 'report', text('begin.who'))
  if (actor === undefined) return undefined
  const questionnaires = await questionnairesToAnswer(site)
  return [
    actor,
    {
      as: 'choice',
      name: 'obligation',
      label: text('begin.what'),
      isNeeded: true,
      options: questionnaires.map((one) => ({ value: one.id, label: inLanguage(one.title, 'en') })),
    },
    {
      as: 'text',
      name: 'coversYear',
      label: text('begin.yearCovered'),
      hint: text('begin.yearCovered.hint'),
      isNeeded: true,
      width: 'year',
      inputMode: 'numeric',
    },
    {
      as: 'text',
      name: 'subject',
      label: text('begin.subject'),
      hint: text('begin.subject.hint'),
      width: 'short',
    },
  ]
}

const choosePage = async (site: Site, filled: Filled, wrong: readonly Wrong[]): Promise<Html> => {
  const { text } = site
  const fields = await fieldsOf(site)
  return layout(site, {
    title: titleOf(site, text('begin.new'), wrong),
    description: text('begin.new.description'),
    path,
    hasTwins: false,
    crumbs: [{ label: text('enter.nav'), path: '/enter' }, { label: text('begin.new') }],
    part: 'enter',
    body: html`${errorSummary(site, wrong)}<header class="head"><h1>${text('begin.new')}</h1>${enteredNotice(site)}</header>
${
  fields === undefined
    ? nobodyToEnter(site, 'report')
    : html`<form class="entry" method="get" action="${addressOf(site, path)}" novalidate>${fields.map((field) => fieldHtml(site, field, filled))}
<p class="buttons"><button type="submit">${text('begin.next')}</button></p></form>`
}`,
  })
}

const versionLine = (site: Site, version: PeriodShown['versions'][number]): Html => {
  const said = site.text('begin.held.version', {
    version: String(version.version),
    date: site.format.date(version.receivedOn),
    answers: site.text('begin.held.answers', { count: version.answers }),
  })
  return html`<li>${said}${version.current ? html` · <b>${site.text('begin.held.inForce')}</b>` : nothing}</li>`
}

/** What is held of the report by now, by id: the form carries it, so that what came since can be told. */
const seenOf = ({ drafts, versions }: PeriodShown): string[] => [
  ...drafts.map((draft) => draft.draftId),
  ...versions.map((version) => version.reportId),
]

/** Ids of this form: what is made of it is made once, however often it is sent. */
const isDraftId = (text: string | undefined): text is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')

const beginPage = async (
  site: Site,
  asked: DraftAsked,
  period: PeriodShown,
  sent?: { draftId: string; startedFrom: string },
): Promise<Html> => {
  const { text } = site
  const name = (await nameStates(site, await site.data.findActor(asked.actor)))?.name ?? asked.actor
  const questionnaire = (await site.data.enter.listQuestionnaires()).find(
    (one) => one.id === asked.obligation,
  )
  const title = questionnaire?.title ?? asked.obligation
  const year = asked.coversYear.trim()
  // Whoever comes back mostly corrects: an empty form would leave out every answer of the version in force.
  const inForce = period.versions.find((version) => version.current)
  const start: Field = {
    as: 'choice',
    name: 'startedFrom',
    label: text('begin.startFrom'),
    options: [
      ...period.versions.map((version) => ({
        value: version.reportId,
        label: text('begin.startVersion', { version: String(version.version) }),
      })),
      { value: '', label: text('begin.startEmpty') },
    ],
  }
  const { drafts, versions } = await nameStates(site, period)
  return layout(site, {
    title: titleOf(site, `${text('begin.new')}: ${name}, ${year}`, sent === undefined ? [] : [true]),
    description: text('begin.new.description'),
    path,
    query: { ...asked },
    hasTwins: false,
    crumbs: [{ label: text('enter.nav'), path: '/enter' }, { label: text('begin.new') }],
    part: 'enter',
    body: html`${sent === undefined ? nothing : meanwhileNotice(text('begin.meanwhile'), html`<p>${text('begin.meanwhile.lead')}</p>`)}<header class="head"><p class="kicker">${text('begin.new')}</p><h1>${inLanguage(name, null)}: ${inLanguage(title, 'en')}, ${year}</h1>${enteredNotice(site)}</header>
${drafts.length === 0 ? nothing : html`<section aria-labelledby="begun"><h2 id="begun">${text('begin.openDrafts')}</h2><p>${text('begin.openDrafts.lead')}</p>${draftTable(site, drafts)}</section>`}
<section aria-labelledby="held"><h2 id="held">${text('begin.held')}</h2>${
      versions.length === 0
        ? html`<p>${text('begin.held.none')}</p>`
        : html`<ul>${versions.map((version) => versionLine(site, version))}</ul>`
    }</section>
<form class="entry" method="post" action="${addressOf(site, path)}" novalidate>${Object.entries(asked).map(
      ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
    )}<input type="hidden" name="draftId" value="${sent?.draftId ?? uuidv7()}"><input type="hidden" name="seen" value="${seenOf(period).join(' ')}">${versions.length === 0 ? nothing : fieldHtml(site, start, { typed: { startedFrom: sent?.startedFrom ?? inForce?.reportId ?? '' }, wrong: new Map() })}
<p class="buttons"><button type="submit">${text('begin.begin')}</button> <a href="${addressOf(site, path)}">${text('begin.other')}</a></p></form>
<p><a href="${addressOf(site, `${path}.xlsx`, { ...asked })}" download>${text('workbook.template')}</a></p>`,
  })
}

const askedFrom = (given: Record<string, string | undefined>): DraftAsked => ({
  actor: given.actor ?? '',
  obligation: given.obligation ?? '',
  coversYear: given.coversYear ?? '',
  subject: given.subject ?? '',
})

const labels = {
  actor: 'begin.who',
  obligation: 'begin.what',
  coversYear: 'begin.yearCovered',
  subject: 'begin.subject',
} as const

const refuse = (c: Context, site: Site, asked: DraftAsked, { issues }: PeriodShown): Promise<Response> => {
  const wrong = issues.map(
    (issue): Wrong => ({
      field: issue.field,
      label: site.text(labels[issue.field as keyof typeof labels]),
      words: issueWords(site, issue),
    }),
  )
  return answerWrong(c, site, wrong, () => choosePage(site, { typed: asked, wrong: byField(wrong) }, wrong))
}

const answer = async (c: Context, site: Site, given: Record<string, string>): Promise<Response> => {
  const asked = askedFrom(given)
  await permitActor(site, 'report', asked.actor)
  // A link may say whose report it is; only the form sends everything.
  if (given.coversYear === undefined || given.actor === undefined)
    return c.html(await choosePage(site, { typed: asked, wrong: new Map() }, []))
  const period = await site.data.enter.findPeriod(asked)
  return period.issues.length === 0
    ? c.html(await beginPage(site, asked, period))
    : refuse(c, site, asked, period)
}

/** The form on which a report is begun. */
export const serveReportNew = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get(path, (c) => answer(c, siteFor(c, ofWorld), c.req.query()))
  const write = {
    path,
    summary: 'Begins a report',
    scope: 'enter',
    fields: beginFields,
    creates: true,
    refusals: ['not-found', 'changed-meanwhile'],
  } as const
  serveWrite(app, write, async (c) => {
    const site = siteFor(c, ofWorld)
    const posted = await readPosted(c, site)
    const asked = askedFrom(posted)
    await permitActor(site, 'report', asked.actor)
    const period = await site.data.enter.findPeriod(asked)
    if (period.issues.length > 0) return refuse(c, site, asked, period)
    const draftId = isDraftId(posted.draftId) ? posted.draftId : undefined
    const startedFrom = posted.startedFrom ?? ''
    const here = (id: string) => addressOf(site, `/enter/reports/${id}`)
    // Sent twice: the draft it began the first time.
    const isBegun = draftId !== undefined && period.drafts.some((one) => one.draftId === draftId)
    if (isBegun) return seeOther(c, here(draftId))
    const seen = posted.seen?.split(' ')
    const isNew = (id: string) => seen !== undefined && !seen.includes(id)
    if (seenOf(period).some(isNew)) {
      const more = {
        drafts: period.drafts.map((one) => here(one.draftId)),
        versions: period.versions.map((one) => one.reportId),
      }
      const refused = { type: 'changed-meanwhile', words: site.text('begin.meanwhile'), more } as const
      const sent = { draftId: draftId ?? uuidv7(), startedFrom }
      return answerRefused(c, site, refused, () => beginPage(site, asked, period, sent))
    }
    const id = await site.data.enter.beginDraft({ ...asked, startedFrom: startedFrom || null, draftId })
    return seeOther(c, here(id), { status: 201 })
  })
}
