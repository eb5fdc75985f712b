// One's own account: who one is here, what one may do, and where to change it.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { Grant } from '../../../accounts/person.ts'
import { givingOf } from '../../../accounts/role-rules.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { thingKey } from '../../../db/thing-key.ts'
import type { PeopleData } from '../../data/people.ts'
import { seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { roleName } from '../../role-name.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { historyOf } from '../history/parts.ts'
import { ofWords, type PeopleFor } from '../people/parts.ts'
import { beginHere } from './begin-here.ts'
import { accountPage, accountTable, answerPrivately } from './parts.ts'

const path = '/account'

/** The roles, with the names of those they are held with. */
const grantTable = async (
  site: Site,
  grants: readonly Grant[],
  people: PeopleData | undefined,
): Promise<Html> => {
  const { text } = site
  if (grants.length === 0) return html`<p>${text('account.roles.none')}</p>`
  const shown = await Promise.all(grants.map(async (grant) => people?.roleShown(grant)))
  return accountTable(
    text('account.roles'),
    [text('account.roles.role'), text('account.roles.of')],
    grants.map((grant, i) => [
      roleName(site, grant.role),
      shown[i] === undefined ? inLanguage(grant.of ?? '', null) : ofWords(site, shown[i]),
    ]),
  )
}

/** A button that signs out. */
export const signOutForm = (site: Site): Html =>
  html`<form class="sign-out" method="post" action="${addressOf(site, '/sign-out')}"><button class="second" type="submit">${site.text('account.signOut')}</button></form>`

const shownPage = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  people: PeopleData | undefined,
): Promise<Html> => {
  const { text } = site
  const grants = await access.own.grants(session.personId)
  const links = [
    { path: '/account/profile', label: text('profile.title') },
    { path: '/account/password', label: text('ownPassword.title') },
    { path: '/account/second-factor', label: text('ownFactor.title') },
    { path: '/account/sessions', label: text('sessions.title') },
    { path: '/account/letters', label: text('letters.title') },
    { path: '/account/calendar', label: text('ownCalendar.title') },
    { path: '/account/tokens', label: text('tokens.title') },
  ]
  const giving = givingOf(site.person)
  const more = [
    ...(giving === 'all' || giving.length > 0 ? [{ path: '/people', label: text('people.title') }] : []),
    ...(giving === 'all' ? [{ path: '/audit', label: text('audit.title') }] : []),
    { path: '/account/data', label: text('ownData.title') },
  ]
  return accountPage(site, {
    title: text('account.title'),
    description: text('account.description'),
    path,
    body: html`<header class="head"><h1>${text('account.title')}</h1></header>
${await beginHere(site, grants, people)}
<dl class="checked"><div><dt>${text('account.name')}</dt><dd>${inLanguage(session.name, null)}</dd></div><div><dt>${text('signIn.address')}</dt><dd>${inLanguage(session.address, null)}</dd></div><div><dt>${text('account.language')}</dt><dd>${inLanguage(site.languages.find(({ code }) => code === session.language)?.name ?? session.language, session.language)}</dd></div></dl>
<h2>${text('account.roles')}</h2>${await grantTable(site, grants, people)}
<ul>${more.map((link) => html`<li><a href="${addressOf(site, link.path)}">${link.label}</a></li>`)}</ul>
<h2>${text('account.security')}</h2><ul>${links.map((link) => html`<li><a href="${addressOf(site, link.path)}">${link.label}</a></li>`)}</ul>${signOutForm(site)}${await historyOf(site, thingKey.person(session.personId))}`,
  })
}

/** The session of whoever is signed in, with the account it is of; otherwise the way to sign in and come back. */
export const withSession = async (
  c: Context,
  site: Site,
  access: Access,
  answer: (session: SessionHeld) => Promise<Response>,
): Promise<Response> => {
  const { session } = await access.steps.findSession(c.req.raw.headers)
  if (session !== undefined && session.secondFactor !== null) return answer(session)
  const to = c.req.method === 'GET' ? addressOf(site, c.req.path) : undefined
  return seeOther(c, addressOf(site, '/sign-in', { to }))
}

/** The page of one's own account. */
export const serveAccount = (
  app: OpenAPIHono,
  site: Site,
  access: Access,
  peopleFor: PeopleFor | undefined,
): void => {
  app.get(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) =>
      answerPrivately(c, shownPage(own, access, session, peopleFor?.(own.person))),
    )
  })
}
