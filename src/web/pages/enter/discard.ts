// A report on its way that nobody will finish: asked once more whether it is to go. Its history keeps it.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { thingKey } from '../../../db/thing-key.ts'
import type { DraftShown } from '../../data/enter.ts'
import { answerRefused } from '../../forms/answered.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { revisionFrom } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { revisionFields } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { crumbsOf, getDraft, namesOf } from './draft.ts'
import { seeGone } from './fact-discard.ts'
import { dayOf } from './start.ts'

const path = '/enter/reports/:draft/discard'

const draftAddress = (site: Site, shown: DraftShown): string =>
  addressOf(site, `/enter/reports/${shown.draft.draftId}`)

const discardPage = (site: Site, shown: DraftShown, wrong: readonly Wrong[]): Html | Promise<Html> => {
  const { text } = site
  const { draftId, revision, changedAt } = shown.draft
  const names = namesOf(shown)
  const n = shown.sections.reduce((sum, one) => sum + one.answered, 0)
  const N = shown.sections.reduce((sum, one) => sum + one.asked, 0)
  return layout(site, {
    title: titleOf(site, `${text('discard.title')}: ${names.name}, ${names.year}`, wrong),
    description: text('discard.description', names),
    path: `/enter/reports/${draftId}/discard`,
    hasTwins: false,
    crumbs: crumbsOf(site, shown, text('discard.title')),
    part: 'enter',
    body: html`${errorSummary(site, wrong)}<header class="head"><p class="kicker">${text.rich('draft.kicker', { title: inLanguage(names.title, 'en'), name: inLanguage(names.name, null), year: names.year })}</p><h1>${text('discard.title')}</h1>
<p>${text('discard.lead', { n, N, date: dayOf(site, changedAt) })}</p><p><a href="${`${site.root}/enter/reports/${draftId}.json`}">${text('discard.take')}</a></p></header>
<form class="entry" method="post" action="${addressOf(site, `/enter/reports/${draftId}/discard`)}"><input type="hidden" name="revision" value="${String(revision)}">
<p class="buttons"><button type="submit">${text('discard.discard')}</button> <a href="${draftAddress(site, shown)}">${text('discard.keep')}</a></p></form>`,
  })
}

const discard = async (c: Context, site: Site, id: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  // A page that was sent twice finds it gone, as it should be.
  const gone = () => seeGone(c, site, thingKey.reportDraft(id))
  if (await site.data.enter.wasDiscarded(id)) return gone()
  await getDraft(site, id)
  const outcome = await site.data.enter.discardDraft(id, revisionFrom(posted))
  if (outcome === 'discarded') return gone()
  const shown = await getDraft(site, id)
  if (outcome === 'submitted already') return seeOther(c, draftAddress(site, shown))
  const words = site.text('discard.changed')
  const wrong = { field: undefined, label: site.text('check.this'), words }
  const more = { revision: shown.draft.revision }
  return answerRefused(c, site, { type: 'changed-meanwhile', words, more }, () =>
    discardPage(site, shown, [wrong]),
  )
}

/** The page that asks whether a draft is to go, and its going. */
export const serveDiscard = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get(path, async (c) => {
    const site = siteFor(c, ofWorld)
    const shown = await getDraft(site, c.req.param('draft'))
    return shown.draft.submittedReport === null
      ? c.html(await discardPage(site, shown, []))
      : seeOther(c, draftAddress(site, shown))
  })
  const write = {
    path: '/enter/reports/{draft}/discard',
    summary: 'Discards a report on its way',
    scope: 'enter',
    fields: revisionFields,
    refusals: ['changed-meanwhile'],
  } as const
  serveWrite(app, write, (c) => discard(c, siteFor(c, ofWorld), c.req.param('draft') ?? ''))
}
