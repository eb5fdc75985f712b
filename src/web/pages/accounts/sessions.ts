// Where somebody is signed in, and how they sign out there, or everywhere at once.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { SessionShown } from '../../../accounts/session.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { withSession } from './account.ts'
import { accountPage, accountTable, answerPrivately, instantHtml, keepCookies } from './parts.ts'

const path = '/account/sessions'

const byWords = (site: Site, { secondFactor }: SessionShown): string => {
  if (secondFactor === 'totp') return site.text('sessions.by.totp')
  if (secondFactor === 'recovery-code') return site.text('sessions.by.recovery')
  return secondFactor === 'provider' ? site.text('sessions.by.provider') : site.text('sessions.by.none')
}

const endForm = (site: Site, { sessionId }: SessionShown): Html =>
  html`<form method="post" action="${addressOf(site, path)}"><button class="second" type="submit" name="session" value="${sessionId}">${site.text('sessions.end')}</button></form>`

const page = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  told: string | undefined,
): Promise<Html> => {
  const { text } = site
  const sessions = await access.own.sessions(session.personId)
  const { idleMs, wholeMs } = access.limits
  return accountPage(site, {
    title: text('sessions.title'),
    description: text('sessions.description'),
    path,
    crumbs: [{ label: text('account.title'), path: '/account' }],
    told,
    body: html`<header class="head"><h1>${text('sessions.title')}</h1><p>${text('sessions.lead', { hours: idleMs / 3_600_000, days: wholeMs / 86_400_000 })}</p></header>
${accountTable(
  text('sessions.title'),
  [text('sessions.begun'), text('sessions.used'), text('sessions.by'), text('sessions.action')],
  sessions.map((one) => [
    instantHtml(site, one.begunAt),
    instantHtml(site, one.lastUsedAt),
    byWords(site, one),
    one.sessionId === session.sessionId ? html`<b>${text('sessions.here')}</b>` : endForm(site, one),
  ]),
)}
<h2>${text('sessions.everywhere')}</h2><p>${text('sessions.everywhere.lead')}</p>
<form method="post" action="${addressOf(site, path)}"><button type="submit" name="session" value="all">${text('sessions.everywhere')}</button></form>`,
  })
}

const end = async (c: Context, site: Site, access: Access, session: SessionHeld): Promise<Response> => {
  const { session: which = '' } = await readPosted(c, site)
  if (which !== 'all') {
    await access.steps.endOwnSessions(session, { only: which })
    return seeOther(c, addressOf(site, path, { after: 'end' }))
  }
  keepCookies(c, (await access.steps.endOwnSessions(session, 'all')).setCookies)
  return seeOther(c, addressOf(site, '/sign-in', { after: 'everywhere' }))
}

/** The list, and the end of one session or of all. */
export const serveSessions = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => {
    const own = siteFor(c, site)
    const told = c.req.query('after') === 'end' ? own.text('sessions.ended') : undefined
    return withSession(c, own, access, (session) => answerPrivately(c, page(own, access, session, told)))
  })
  app.post(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) => end(c, own, access, session))
  })
}
