// Everything typed, to be read once more before it is submitted; and what happens after.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../../../problem.ts'
import { documentFields, isSameTyped } from '../../../reports/draft.ts'
import { typedAt } from '../../../reports/draft-sections.ts'
import { isAskedOf } from '../../../reports/own-report.ts'
import { answerableQuestions, type Question } from '../../../rules/questionnaire-schema.ts'
import type { DraftShown, SectionShown } from '../../data/enter.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { revisionFrom } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { nameStates } from '../../names.ts'
import { revisionFields, submitGives } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { siteFor } from '../../viewer.ts'
import { revisionField, serveWrite } from '../../write.ts'
import { answerSaid } from './answer-words.ts'
import { approvalSection, decisionOf, standingTop, stepFields, stepOf } from './approval.ts'
import { correctionAddress, crumbsOf, getDraft, namesOf, sectionHeading, sectionTitle } from './draft.ts'
import { enteredNotice } from './start.ts'
import { type After, afterOf, toldLine, toldOf } from './told.ts'
import { wrongInDraft } from './wrong-answers.ts'

const choiceKeys: Record<string, TextKey> = {
  'guide-to-reporting': 'document.form.guide-to-reporting',
  forms: 'document.form.forms',
  'cover-page': 'document.form.cover-page',
  yes: 'document.voluntary.yes',
  no: 'document.voluntary.no',
}

const documentList = (site: Site, shown: DraftShown): Html =>
  html`<dl class="checked">${shown.isOwn ? html`<div><dt>${site.text('document.receivedOn')}</dt><dd>${site.text('document.receivedOn.own')}</dd></div>` : nothing}${documentFields
    .filter((field) => isAskedOf(shown.draft, `document.${field}`))
    .map((field) => {
      const typed = typedAt(shown.draft.content, `document.${field}`).trim()
      const key = field === 'form' || field === 'voluntary' ? choiceKeys[typed] : undefined
      return html`<div><dt>${site.text(`document.${field}`)}</dt><dd>${typed === '' ? html`<span class="quiet">${site.text('check.notGiven')}</span>` : key === undefined ? inLanguage(typed, null) : site.text(key)}</dd></div>`
    })}</dl>`

const rests = (site: Site, shown: DraftShown, question: string): Html => {
  const typed = shown.draft.content.answers[question] ?? {}
  const page = (typed.page ?? '').trim()
  const quotation = (typed.quotation ?? '').trim()
  const from = shown.startedFrom?.answers[question]
  return html`${page === '' ? nothing : site.text('entry.saidPage', { page })}${quotation === '' ? nothing : html`<q class="block quote">${inLanguage(quotation, typed.language?.trim() || null)}</q>`}${(typed.text ?? '').trim() === '' ? nothing : html`<span class="block">${inLanguage(typed.text!.trim(), null)}</span>`}${from !== undefined && isSameTyped(from, typed) ? html`<span class="taken">${site.text('entry.fromVersion', { version: String(shown.startedFrom?.version) })}</span>` : nothing}`
}

const answersOf = (
  site: Site,
  shown: DraftShown,
  one: SectionShown,
  questions: ReadonlyMap<string, Question>,
): Html => {
  const { text } = site
  const ids = one.section.questions.flatMap((asked) => asked.answered)
  const given = ids.filter((id) => shown.draft.content.answers[id] !== undefined)
  const open = ids.filter((id) => !given.includes(id))
  const words = (id: string) => inLanguage(questions.get(id)?.text ?? id, 'en')
  return html`${
    given.length === 0
      ? nothing
      : html`<table class="plain checked-answers"><caption class="vh">${sectionTitle(site, one.section)}</caption><thead><tr><th scope="col">${text('check.question')}</th><th scope="col">${text('check.answer')}</th><th scope="col">${text('check.rests')}</th></tr></thead><tbody>${given.map(
          (id) =>
            html`<tr><th scope="row">${words(id)}</th><td>${answerSaid(site, shown.draft.content.answers[id]!, questions.get(id)?.unit) || text('entry.open')}</td><td>${rests(site, shown, id)}</td></tr>`,
        )}</tbody></table>`
  }${open.length === 0 ? nothing : html`<details><summary>${text('check.open', { count: open.length })}</summary><ul>${open.map((id) => html`<li>${words(id)}</li>`)}</ul></details>`}`
}

const sectionPart = (
  site: Site,
  shown: DraftShown,
  one: SectionShown,
  questions: ReadonlyMap<string, Question>,
): Html => {
  const { section } = one
  const address = addressOf(site, `/enter/reports/${shown.draft.draftId}/${section.id}`)
  const label = site.text('check.changeSection', { section: sectionTitle(site, section) })
  return html`<section aria-labelledby="s-${section.id}"><div class="head-line"><h2 id="s-${section.id}">${sectionHeading(site, section)}</h2>${one.mayEdit ? html` <a href="${address}" aria-label="${label}">${site.text('check.change')}</a>` : nothing}</div>
${section.id === 'document' ? documentList(site, shown) : answersOf(site, shown, one, questions)}</section>`
}

/** Sections in which nothing is answered, in one list: what is left open is said as clearly as what is answered. */
const emptySections = (site: Site, shown: DraftShown, empty: readonly SectionShown[]): Html =>
  empty.length === 0
    ? nothing
    : html`<section aria-labelledby="empty"><h2 id="empty">${site.text('check.empty')}</h2><ul>${empty.map(
        ({ section, asked }) =>
          html`<li><a href="${addressOf(site, `/enter/reports/${shown.draft.draftId}/${section.id}`)}">${sectionHeading(site, section)}</a> <span class="quiet">${site.text('check.open', { count: asked })}</span></li>`,
      )}</ul></section>`

/** What is no mistake and may still be an oversight: nothing to rest on, no source, a year that was not over. */
const cautions = (site: Site, shown: DraftShown): Html => {
  const { content, coversYear } = shown.draft
  const given = Object.values(content.answers).filter((typed) => (typed.state ?? '').trim() !== '')
  const bare = given.filter((typed) => `${typed.page ?? ''}${typed.quotation ?? ''}`.trim() === '').length
  const isOver = (day: string) => !day.startsWith(`${coversYear}-`)
  const own = [!isOver(site.today()) && site.text('check.yearNotOver.own', { year: coversYear })]
  const coded = [
    bare > 0 && site.text('check.noEvidence', { count: bare, of: given.length }),
    typedAt(content, 'document.sourceTitle').trim() === '' && site.text('check.noSource'),
    !isOver(typedAt(content, 'document.receivedOn').trim()) &&
      site.text('check.yearNotOver', { year: coversYear }),
  ]
  const said = (shown.isOwn ? own : coded).filter((words) => words !== false)
  return said.length === 0
    ? nothing
    : html`<div class="notice"><p>${site.text('check.cautions')}</p><ul>${said.map((words) => html`<li>${words}</li>`)}</ul></div>`
}

/** Who has approved it, and what its reader can do; people submit what is approved. */
const approval = (site: Site, shown: DraftShown, { after: _, ...asked }: AskedOfApproval): Html => {
  const { text } = site
  const own = `/enter/reports/${shown.draft.draftId}`
  return html`${shown.issues.length > 0 ? html`<p><b>${text('check.blocked')}</b></p>` : nothing}${approvalSection(
    site,
    shown.standing,
    {
      action: addressOf(site, `${own}/approval`),
      revision: shown.draft.revision,
      isBlocked: shown.issues.length > 0,
      publish: {
        button: text('approval.submit', { version: String(shown.version) }),
        lead: text('approval.submit.lead'),
      },
      ...asked,
    },
  )}`
}

/** What was asked of the part about approval, and why it was not done. */
type AskedOfApproval = { wrong?: readonly Wrong[]; note?: string; after?: After | undefined }

export const checkPage = (
  site: Site,
  shown: DraftShown,
  wrong: readonly Wrong[],
  asked: AskedOfApproval = {},
): Html | Promise<Html> => {
  const { text } = site
  const names = namesOf(shown)
  const own = `/enter/reports/${shown.draft.draftId}`
  const questions = new Map(answerableQuestions(shown.questionnaire).map((one) => [one.id, one]))
  const unfinished = shown.sections.filter((one) => one.state !== 'complete').length
  const isEmpty = ({ section }: SectionShown) =>
    section.id !== 'document' &&
    section.questions.every(({ answered }) =>
      answered.every((id) => shown.draft.content.answers[id] === undefined),
    )
  const isBlocked = shown.issues.length > 0
  return layout(site, {
    title: titleOf(site, `${text('check.title')}: ${names.name}, ${names.year}`, wrong),
    description: text('check.description', names),
    path: `${own}/check`,
    hasTwins: false,
    crumbs: crumbsOf(site, shown, text('check.title')),
    part: 'enter',
    body: html`${toldLine(toldOf(site, asked.after, shown.standing))}${errorSummary(site, wrong)}<header class="head"><p class="kicker">${text.rich('draft.kicker', { title: inLanguage(names.title, 'en'), name: inLanguage(names.name, null), year: names.year })}</p><h1>${text('check.title')}</h1>${enteredNotice(site)}${site.person.as === 'person' ? standingTop(site, shown.standing, { isBlocked }) : nothing}
${unfinished === 0 ? nothing : html`<p>${text('check.unfinished', { count: unfinished })}</p>`}${cautions(site, shown)}</header>
${shown.sections.filter((one) => !isEmpty(one)).map((one) => sectionPart(site, shown, one, questions))}
${emptySections(site, shown, shown.sections.filter(isEmpty))}
${
  site.person.as === 'person'
    ? approval(site, shown, asked)
    : html`<form class="entry submit" method="post" action="${addressOf(site, `${own}/check`)}"><input type="hidden" name="revision" value="${String(shown.draft.revision)}">
<p>${text('entry.openMeans')} ${text('check.final')}</p>
${
  isBlocked
    ? html`<p><b>${text('check.blocked')}</b></p>`
    : html`<p class="buttons"><button type="submit">${text('check.submit', { version: String(shown.version) })}</button></p>`
}</form>`
}`,
  })
}

const donePage = (site: Site, shown: DraftShown): Html | Promise<Html> => {
  const { text } = site
  const names = namesOf(shown)
  const version = String(shown.version)
  const { actor, draftId } = shown.draft
  return layout(site, {
    title: `${text('done.title', { version })}: ${names.name}, ${names.year}`,
    description: text('done.description', { version, ...names }),
    path: `/enter/reports/${draftId}/done`,
    hasTwins: false,
    crumbs: crumbsOf(site, shown, text('done.title', { version })),
    part: 'enter',
    body: html`<header class="head done"><h1>${text('done.title', { version })}</h1><p class="lead">${text.rich('done.lead', { title: inLanguage(names.title, 'en'), name: inLanguage(names.name, null), year: names.year })}</p>
${enteredNotice(site)}</header>
<section aria-labelledby="next"><h2 id="next">${text('done.next')}</h2><ul><li>${text('done.counts')}</li><li>${text('done.inForce')}</li></ul>
<ul class="onward">${shown.became === null ? nothing : html`<li><a href="${addressOf(site, `/reports/${shown.became}`)}">${text('done.report')}</a></li>`}<li><a href="${addressOf(site, `/states/${actor}`)}">${text('done.state', { name: names.name })}</a></li>
<li><a href="${correctionAddress(site, shown.draft)}">${text('done.correct')}</a></li>
<li><a href="${`${site.root}/enter/reports/${draftId}.json`}">${text('done.data')}</a></li>
<li><a href="${addressOf(site, '/enter')}">${text('done.another')}</a></li></ul></section>`,
  })
}

const submit = async (c: Context, site: Site, id: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  await getDraft(site, id)
  return submitPosted(c, site, id, revisionFrom(posted))
}

const submitPosted = async (c: Context, site: Site, id: string, revision: number): Promise<Response> => {
  const submitted = await site.data.enter.submitDraft(id, revision)
  const { outcome } = submitted
  if (outcome === 'submitted') {
    const { became, version } = submitted.shown
    const report = became === null ? {} : { report: addressOf(site, `/reports/${became}`) }
    return seeOther(c, addressOf(site, `/enter/reports/${id}/done`), {
      status: 201,
      more: { ...report, version },
    })
  }
  const shown = await nameStates(site, submitted.shown)
  const wrong = wrongInDraft(site, shown)
  const about = (words: string): Wrong => ({ field: undefined, label: site.text('check.this'), words })
  const again = (more: readonly Wrong[]) => () => checkPage(site, shown, [...more, ...wrong])
  if (outcome === 'changed meanwhile') {
    const words = site.text('check.changed')
    const since = shown.sections.filter((one) => one.revision > revision)
    const more = { revision: shown.draft.revision, sections: since.map(({ section }) => section.id) }
    const changed = since.map(
      ({ section }): Wrong => ({
        field: undefined,
        label: sectionHeading(site, section),
        words: site.text('check.savedSince'),
      }),
    )
    return answerRefused(
      c,
      site,
      { type: 'changed-meanwhile', words, more },
      again([about(words), ...changed]),
    )
  }
  if (outcome === 'same as held') {
    const words = site.text('check.same')
    return answerRefused(c, site, { type: 'already-recorded', words }, again([about(words)]))
  }
  if (outcome === 'not approved') {
    const words = site.text('approval.notApproved')
    return answerRefused(c, site, { type: 'not-permitted', words }, again([about(words)]))
  }
  return answerWrong(c, site, wrong, again([]))
}

/** Asked for, approved, taken back, returned or, once it is approved, submitted. */
const decideStep = async (c: Context, site: Site, id: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  const before = await getDraft(site, id)
  const step = stepOf(posted)
  if (step === undefined) throw problem('usage', site.text('approval.step'))
  if (step === 'publish') return submitPosted(c, site, id, revisionFrom(posted))
  if (step === 'return' && !posted.note?.trim()) {
    const wrong = [
      { field: 'note', label: site.text('approval.return.note'), words: site.text('issue.missing') },
    ]
    return answerWrong(c, site, wrong, () => checkPage(site, before, wrong, { wrong }))
  }
  const made = { ...decisionOf(step, posted), revision: revisionFrom(posted) }
  const decided = await site.data.enter.decideReportDraft(id, made)
  const shown = await nameStates(site, decided.shown)
  const more = { revision: shown.draft.revision, state: shown.standing.state }
  const own = `/enter/reports/${id}`
  if (decided.outcome === 'submitted already') return seeOther(c, addressOf(site, `${own}/done`), { more })
  if (decided.outcome === 'done')
    return seeOther(c, addressOf(site, `${own}/check`), { more, said: { after: step } })
  const words = site.text('approval.changed')
  const wrong = [{ field: undefined, label: site.text('check.this'), words }]
  return answerRefused(c, site, { type: 'changed-meanwhile', words, more }, () =>
    checkPage(site, shown, [...wrong, ...wrongInDraft(site, shown)], { note: posted.note ?? '' }),
  )
}

/** The last look before a report is submitted, and the page that says it was. */
export const serveCheck = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get('/enter/reports/:draft/check', async (c) => {
    const site = siteFor(c, ofWorld)
    const shown = await getDraft(site, c.req.param('draft'))
    return shown.draft.submittedReport === null
      ? c.html(
          await checkPage(site, shown, wrongInDraft(site, shown), { after: afterOf(c.req.query('after')) }),
        )
      : seeOther(c, addressOf(site, `/enter/reports/${shown.draft.draftId}/done`))
  })
  serveWrite(
    app,
    {
      path: '/enter/reports/{draft}/approval',
      summary: 'Asks for approval of a report on its way, approves, returns or submits it',
      scope: 'approve',
      fields: z.object({ ...stepFields, revision: revisionField }),
      gives: { revision: z.int().optional(), state: z.string().optional() },
      refusals: ['changed-meanwhile', 'not-permitted', 'sign-in-needed'],
    },
    (c) => decideStep(c, siteFor(c, ofWorld), c.req.param('draft') ?? ''),
  )
  const write = {
    path: '/enter/reports/{draft}/check',
    summary: 'Submits a report: it becomes the next version',
    scope: 'publish',
    fields: revisionFields,
    creates: true,
    gives: submitGives,
    refusals: ['changed-meanwhile', 'already-recorded'],
  } as const
  serveWrite(app, write, (c) => submit(c, siteFor(c, ofWorld), c.req.param('draft') ?? ''))
  app.get('/enter/reports/:draft/done', async (c) => {
    const site = siteFor(c, ofWorld)
    const shown = await getDraft(site, c.req.param('draft'))
    return shown.draft.submittedReport === null
      ? seeOther(c, addressOf(site, `/enter/reports/${shown.draft.draftId}`))
      : c.html(await donePage(site, shown))
  })
}
