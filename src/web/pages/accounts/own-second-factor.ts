// One's own second factor: new recovery codes, or another telephone.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { NotIn } from '../../../accounts/ground.ts'
import { recoveryCodes } from '../../../accounts/second-factor.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { withSession } from './account.ts'
import { accountPage, answerPrivately, passwordField, refusalOf } from './parts.ts'
import { codesPage } from './second-factor.ts'

const path = '/account/second-factor'

const page = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  wrong: readonly Wrong[] = [],
): Promise<Html> => {
  const { text } = site
  const crumbs = [{ label: text('account.title'), path: '/account' }]
  const parts = {
    title: text('ownFactor.title'),
    description: text('ownFactor.description'),
    path,
    crumbs,
    wrong,
  }
  const head = html`<header class="head"><h1>${text('ownFactor.title')}</h1></header>`
  if (!session.hasSecondFactor)
    return accountPage(site, {
      ...parts,
      body: html`${head}<p>${text('ownFactor.byProvider', { name: access.providerName ?? '' })}</p>`,
    })
  const n = await access.own.recoveryCodes(session.personId)
  const field = fieldHtml(site, passwordField(text('ownPassword.current')), {
    typed: {},
    wrong: byField(wrong),
  })
  // One password field for both: it is typed once, and the button says for what.
  return accountPage(site, {
    ...parts,
    body: html`${head}<p>${text('ownFactor.left', { n, N: recoveryCodes })}</p>
<form class="entry" method="post" action="${addressOf(site, path)}" novalidate>${field}
<h2>${text('ownFactor.new')}</h2><p>${text('ownFactor.new.lead')}</p><p class="buttons"><button type="submit" name="what" value="codes">${text('ownFactor.new.go')}</button></p>
<h2>${text('ownFactor.other')}</h2><p>${text('ownFactor.other.lead')}</p><p class="buttons"><button class="second" type="submit" name="what" value="other">${text('ownFactor.other.go')}</button></p></form>`,
  })
}

const change = async (c: Context, site: Site, access: Access, session: SessionHeld): Promise<Response> => {
  const { text } = site
  const { password = '', what } = await readPosted(c, site)
  const refuse = (outcome: NotIn) => {
    const { wrong, status } = refusalOf(site, outcome, {
      name: 'password',
      label: text('ownPassword.current'),
      refused: text('password.wrong'),
    })
    return answerPrivately(c, page(site, access, session, wrong), status)
  }
  if (what === 'other') {
    const outcome = await access.steps.beginAnew(session, password)
    return outcome.outcome === 'begun'
      ? seeOther(c, addressOf(site, '/sign-in/second-factor', { to: addressOf(site, '/account') }))
      : refuse(outcome)
  }
  const outcome = await access.steps.makeRecoveryCodes(session, password)
  if (outcome.outcome !== 'made') return refuse(outcome)
  const to = addressOf(site, '/account')
  return answerPrivately(c, codesPage(c, site, outcome.recoveryCodes, { whose: session, to, isAgain: true }))
}

/** The page, and what is done there. */
export const serveOwnSecondFactor = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) => answerPrivately(c, page(own, access, session)))
  })
  app.post(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) => change(c, own, access, session))
  })
}
