// A fact on its way that nobody will publish: asked once more whether it is to go. Its history keeps it.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { thingKey } from '../../../db/thing-key.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import type { FactDraftShown } from '../../data/approval.ts'
import { answerRefused } from '../../forms/answered.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { revisionFrom } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { revisionField, serveWrite } from '../../write.ts'
import { draftsListed, factDraftPath, getFactDraft } from './fact-draft.ts'
import { dayOf } from './start.ts'

const discardPage = (site: Site, shown: FactDraftShown, wrong: readonly Wrong[]): Html | Promise<Html> => {
  const { text } = site
  const { draftId, revision, changedAt } = shown
  const own = factDraftPath(draftId)
  const kind = site.voice.names.kind(shown.kind)
  return layout(site, {
    title: titleOf(site, `${text('factDraft.discard')}: ${kind}, ${shown.actorName}`, wrong),
    description: text('factDraft.discard.lead', { date: dayOf(site, changedAt) }),
    path: `${own}/discard`,
    hasTwins: false,
    crumbs: [
      { label: text('enter.nav'), path: '/enter' },
      { label: text('factDraft.title'), path: own },
      { label: text('factDraft.discard') },
    ],
    part: 'enter',
    body: html`${errorSummary(site, wrong)}<header class="head"><p class="kicker">${text.rich('newFact.kicker', { kind, name: inLanguage(shown.actorName, null) })}</p><h1>${text('factDraft.discard.title')}</h1>
<p>${evidenceSays(site.voice, { kind: shown.kind, body: shown.body })}</p><p>${text('factDraft.discard.lead', { date: dayOf(site, changedAt) })}</p>${draftsListed(site, shown.namedBy, text('factDraft.namedBy', { count: shown.namedBy.length }))}</header>
<form class="entry" method="post" action="${addressOf(site, `${own}/discard`)}"><input type="hidden" name="revision" value="${String(revision)}">
<p class="buttons"><button type="submit">${text('factDraft.discard')}</button> <a href="${addressOf(site, own)}">${text('discard.keep')}</a></p></form>`,
  })
}

/** Goes on where a draft has gone: from its history it can be brought back. */
export const seeGone = (c: Context, site: Site, thing: string): Response =>
  seeOther(c, addressOf(site, '/enter'), { said: { after: 'discard', thing } })

const discard = async (c: Context, site: Site, id: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  // A page that was sent twice finds it gone, as it should be.
  const gone = () => seeGone(c, site, thingKey.factDraft(id))
  if (await site.data.enter.wasFactDraftDiscarded(id)) return gone()
  await getFactDraft(site, id)
  const outcome = await site.data.enter.discardFactDraft(id, revisionFrom(posted))
  if (outcome === 'done') return gone()
  if (outcome === 'published already') return seeOther(c, addressOf(site, factDraftPath(id)))
  const { shown } = await getFactDraft(site, id)
  const words = site.text('discard.changed')
  const wrong = { field: undefined, label: site.text('check.this'), words }
  const more = { revision: shown.revision }
  return answerRefused(c, site, { type: 'changed-meanwhile', words, more }, () =>
    discardPage(site, shown, [wrong]),
  )
}

/** The page that asks whether a draft of a fact is to go, and its going. */
export const serveFactDiscard = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get('/enter/facts/drafts/:id/discard', async (c) => {
    const site = siteFor(c, ofWorld)
    const { shown } = await getFactDraft(site, c.req.param('id'))
    return shown.standing.may.discard
      ? c.html(await discardPage(site, shown, []))
      : seeOther(c, addressOf(site, factDraftPath(shown.draftId)))
  })
  const write = {
    path: '/enter/facts/drafts/{id}/discard',
    summary: 'Gives up a fact on its way',
    scope: 'enter',
    fields: z.object({ revision: revisionField }),
    refusals: ['changed-meanwhile', 'not-permitted', 'sign-in-needed'],
  } as const
  serveWrite(app, write, (c) => discard(c, siteFor(c, ofWorld), c.req.param('id') ?? ''))
}
