// One's own password: changed by whoever knows the one before.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import type { Wrong } from '../../forms/errors.ts'
import type { Field } from '../../forms/field.ts'
import { readPosted } from '../../forms/posted.ts'
import { type Html, html } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { withSession } from './account.ts'
import {
  accountForm,
  accountPage,
  answerPrivately,
  faultWords,
  keepCookies,
  newPasswordField,
  refusalOf,
} from './parts.ts'

const path = '/account/password'

const currentField = (site: Site): Field => ({
  as: 'text',
  name: 'current',
  label: site.text('ownPassword.current'),
  isNeeded: true,
  isHidden: true,
  autocomplete: 'current-password',
  width: 'short',
})

const page = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  { wrong = [], told }: { wrong?: readonly Wrong[]; told?: string } = {},
): Promise<Html> => {
  const { text } = site
  const account = await access.own.account(session.personId)
  const form = html`<p>${text('ownPassword.lead')}</p>${accountForm(site, {
    action: addressOf(site, path),
    fields: [currentField(site), newPasswordField(site)],
    wrong,
    go: text('newPassword.go'),
  })}`
  const byProvider = html`<p>${text('ownPassword.byProvider', { name: access.providerName ?? '' })}</p>`
  return accountPage(site, {
    title: text('ownPassword.title'),
    description: text('ownPassword.description'),
    path,
    crumbs: [{ label: text('account.title'), path: '/account' }],
    wrong,
    told,
    body: html`<header class="head"><h1>${text('ownPassword.title')}</h1></header>${account?.hasPassword === false ? byProvider : form}`,
  })
}

const change = async (c: Context, site: Site, access: Access, session: SessionHeld): Promise<Response> => {
  const { text } = site
  const { current = '', password = '' } = await readPosted(c, site)
  const outcome = await access.steps.changePassword(session, { current, next: password })
  if (outcome.outcome === 'kept') {
    keepCookies(c, outcome.setCookies)
    const told = [
      text('ownPassword.kept', { count: outcome.ended }),
      ...(outcome.tokensWithdrawn === 0
        ? []
        : [text('ownPassword.kept.tokens', { count: outcome.tokensWithdrawn })]),
    ].join(' ')
    return answerPrivately(c, page(site, access, session, { told }))
  }
  if (outcome.outcome === 'wrong') {
    const label = text('newPassword.new')
    const wrong = [{ field: 'password', label, words: faultWords(site, outcome.fault) }]
    return answerPrivately(c, page(site, access, session, { wrong }), 422)
  }
  const { wrong, status } = refusalOf(site, outcome, {
    name: 'current',
    label: text('ownPassword.current'),
    refused: text('password.wrong'),
  })
  return answerPrivately(c, page(site, access, session, { wrong }), status)
}

/** The page, and the change. */
export const servePassword = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) => answerPrivately(c, page(own, access, session)))
  })
  app.post(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) => change(c, own, access, session))
  })
}
