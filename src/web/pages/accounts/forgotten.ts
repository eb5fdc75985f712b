// A forgotten password: a letter with a link, and the page the link leads to.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import { linkMinutes } from '../../../accounts/password-link.ts'
import { readConfig } from '../../../config.ts'
import type { Wrong } from '../../forms/errors.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import {
  accountForm,
  accountPage,
  addressField,
  answerPrivately,
  faultWords,
  keepCookies,
  newPasswordField,
} from './parts.ts'

const path = '/sign-in/forgotten'

const askPage = (
  site: Site,
  { address = '', wrong = [] }: { address?: string; wrong?: readonly Wrong[] } = {},
): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('forgotten.title'),
    description: text('forgotten.description'),
    path,
    crumbs: [{ label: text('signIn.title'), path: '/sign-in' }],
    wrong,
    body: html`<header class="head"><h1>${text('forgotten.title')}</h1><p>${text('forgotten.lead')}</p></header>${accountForm(
      site,
      {
        action: addressOf(site, path),
        fields: [addressField(site)],
        typed: { address },
        wrong,
        go: text('forgotten.go'),
      },
    )}`,
  })
}

/** Said in place of the form where no letter would come. */
const noMailPage = (site: Site): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('forgotten.title'),
    description: text('forgotten.description'),
    path,
    crumbs: [{ label: text('signIn.title'), path: '/sign-in' }],
    body: html`<header class="head"><h1>${text('forgotten.title')}</h1><p>${text('forgotten.noMail')}</p></header><p>${text('forgotten.ask')}</p><p class="quiet">${text.rich('forgotten.command', { command: html`<code>pacta person reset</code>` })}</p>`,
  })
}

const hasMail = (): boolean => readConfig().smtpUrl !== undefined

const sentPage = (site: Site, address: string): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('forgotten.sent.title'),
    description: text('forgotten.description'),
    path,
    crumbs: [{ label: text('signIn.title'), path: '/sign-in' }],
    body: html`<header class="head"><h1>${text('forgotten.sent.title')}</h1><p>${text.rich('forgotten.sent', {
      address: html`<b>${inLanguage(address, null)}</b>`,
      minutes: linkMinutes,
    })}</p></header><p class="quiet">${text('forgotten.none')}</p>`,
  })
}

const ask = async (c: Context, site: Site, access: Access): Promise<Response> => {
  const { address = '' } = await readPosted(c, site)
  if (!/^[^@\s]+@[^@\s]+$/.test(address.trim())) {
    const words = site.text('account.notAnAddress')
    const wrong = [{ field: 'address', label: site.text('signIn.address'), words }]
    return answerPrivately(c, askPage(site, { address, wrong }), 422)
  }
  if (!hasMail()) return answerPrivately(c, noMailPage(site))
  await access.links.askForPassword(address)
  return answerPrivately(c, sentPage(site, address.trim()))
}

const newPasswordPage = (site: Site, token: string, wrong: readonly Wrong[] = []): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('newPassword.title'),
    description: text('newPassword.description'),
    // Without the token: the links to other languages and the canonical address show in places where links are kept.
    path: '/sign-in',
    wrong,
    body: html`<header class="head"><h1>${text('newPassword.title')}</h1><p>${text('newPassword.lead')}</p></header>${accountForm(
      site,
      {
        action: addressOf(site, `/sign-in/password/${token}`),
        fields: [newPasswordField(site)],
        wrong,
        go: text('newPassword.go'),
      },
    )}`,
  })
}

const gonePage = (site: Site): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('newPassword.gone.title'),
    description: text('newPassword.description'),
    path,
    body: html`<header class="head"><h1>${text('newPassword.gone.title')}</h1><p>${text('newPassword.gone')}</p></header>
<p><a href="${addressOf(site, path)}">${text('newPassword.gone.again')}</a></p>`,
  })
}

const keep = async (c: Context, site: Site, access: Access, token: string): Promise<Response> => {
  const { password = '' } = await readPosted(c, site)
  const outcome = await access.links.takePassword({ token, password })
  if (outcome.outcome === 'no link') return answerPrivately(c, gonePage(site), 404)
  if (outcome.outcome === 'wrong') {
    const label = site.text('newPassword.new')
    const wrong = [{ field: 'password', label, words: faultWords(site, outcome.fault) }]
    return answerPrivately(c, newPasswordPage(site, token, wrong), 422)
  }
  keepCookies(c, outcome.setCookies)
  return seeOther(c, addressOf(site, '/sign-in', { after: 'password' }))
}

/** The page that asks for a letter, and the one its link leads to: opening it uses nothing up, programs open links too. */
export const serveForgotten = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => answerPrivately(c, (hasMail() ? askPage : noMailPage)(siteFor(c, site))))
  app.post(path, (c) => ask(c, siteFor(c, site), access))
  app.get('/sign-in/password/:token', async (c) => {
    const own = siteFor(c, site)
    const token = c.req.param('token')
    return (await access.links.isPassword(token))
      ? answerPrivately(c, newPasswordPage(own, token))
      : answerPrivately(c, gonePage(own), 404)
  })
  app.post('/sign-in/password/:token', (c) => keep(c, siteFor(c, site), access, c.req.param('token')))
}
