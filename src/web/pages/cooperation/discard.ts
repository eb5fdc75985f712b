// A draft of the page that nobody will publish: asked once more whether it is to go. Its history keeps it.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown } from '../../data/cooperation.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { dayOf } from '../enter/start.ts'
import { crumbsOfState } from '../of-state.ts'
import { discardPath } from './discard-link.ts'
import { loadCooperation } from './page.ts'
import { draftLine } from './version-parts.ts'

const discardPage = (site: Site, shown: CooperationShown): Html | Promise<Html> => {
  const { text } = site
  const { actor } = shown
  const version = shown.version!
  const own = discardPath(actor.id, version.sha256)
  const lead = text('cooperation.discard.lead', { date: dayOf(site, version.frozenAt) })
  return layout(site, {
    title: `${text('cooperation.discard.title')}: ${actor.name}`,
    description: lead,
    path: own,
    hasTwins: false,
    crumbs: crumbsOfState(
      site,
      actor,
      { label: text('cooperation.crumb'), path: pagePath(actor.id) },
      { label: text('cooperation.versions.draft'), path: pagePath(actor.id, version.sha256) },
      { label: text('cooperation.discard') },
    ),
    part: 'states',
    body: html`<header class="head"><p class="kicker">${inLanguage(actor.name, null)}</p><h1>${text('cooperation.discard.title')}</h1>
<p>${draftLine(site, shown, addressOf(site, pagePath(actor.id, version.sha256)))}</p><p>${lead}</p></header>
<form class="entry" method="post" action="${addressOf(site, own)}"><p class="buttons"><button type="submit">${text('cooperation.discard')}</button> <a href="${addressOf(site, pagePath(actor.id, version.sha256))}">${text('discard.keep')}</a></p></form>`,
  })
}

const discard = async (c: Context, site: Site): Promise<Response> => {
  const [actor, version] = [c.req.param('actor') ?? '', c.req.param('version') ?? '']
  await readPosted(c, site)
  const { cooperation } = site.data
  // A page that was sent twice finds it gone, as it should be.
  const gone = await cooperation.findGivenUp(actor, version)
  if (gone === undefined && (await cooperation.discard(actor, version)) === 'published')
    return seeOther(c, addressOf(site, `${pagePath(actor)}/${version}`))
  return seeOther(c, addressOf(site, pagePath(actor)), { said: { gone: version.slice(0, 12) } })
}

/** The page that asks whether a draft of the page is to go, and its going. */
export const servePageDiscard = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get('/ministries/:actor/cooperation/:version/discard', async (c) => {
    const site = siteFor(c, ofWorld)
    const [actor, version] = [c.req.param('actor'), c.req.param('version')]
    const shown = await loadCooperation(site, { actor, version })
    return shown.version !== null && shown.standing?.may.discard === true
      ? c.html(await discardPage(site, shown))
      : seeOther(c, addressOf(site, `${pagePath(actor)}/${version}`))
  })
  serveWrite(
    app,
    {
      path: '/ministries/{actor}/cooperation/{version}/discard',
      summary: 'Gives up a draft of a State’s page of multilateral cooperation',
      scope: 'enter',
      fields: z.object({}),
    },
    (c) => discard(c, siteFor(c, ofWorld)),
  )
}
