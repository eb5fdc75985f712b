// Signing in: address and password, or by way of a provider; and signing out.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import { callbackPath } from '../../../accounts/callback-path.ts'
import { accountsPath, readTo } from '../../accounts-path.ts'
import type { Wrong } from '../../forms/errors.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import {
  accountForm,
  accountPage,
  addressField,
  answerPrivately,
  keepCookies,
  passwordField,
  refusalOf,
  wayOn,
} from './parts.ts'

const path = '/sign-in'

type Shown = {
  address?: string | undefined
  to: string | undefined
  wrong?: readonly Wrong[]
  told?: string | undefined
}

const signInPage = (site: Site, access: Access, shown: Shown): Html | Promise<Html> => {
  const { text } = site
  const { address = '', to, wrong = [], told } = shown
  const { providerName } = access
  return accountPage(site, {
    title: text('signIn.title'),
    description: text('signIn.description'),
    path,
    wrong,
    told,
    body: html`<header class="head"><h1>${text('signIn.title')}</h1><p>${text('signIn.lead')}</p></header>${accountForm(
      site,
      {
        action: addressOf(site, path),
        fields: [addressField(site), passwordField(text('signIn.password'))],
        typed: { address },
        wrong,
        hidden: { to },
        go: text('signIn.go'),
      },
    )}
<p><a href="${addressOf(site, '/sign-in/forgotten')}">${text('signIn.forgotten')}</a></p>${
      providerName === null
        ? nothing
        : html`<h2>${text('signIn.or')}</h2><p><a class="as-button" href="${addressOf(site, '/sign-in/provider', { to })}">${text('signIn.with', { name: providerName })}</a></p>`
    }`,
  })
}

/** What the page says first, by what led to it. */
const toldBy = (site: Site, query: Record<string, string>): string | undefined => {
  if (query.after === 'password') return site.text('signIn.newPassword')
  if (query.after === 'sign-out') return site.text('signIn.signedOut')
  if (query.after === 'everywhere') return site.text('signIn.everywhere')
  return undefined
}

/** What is wrong, by what led here: a second step that came too late, or a provider's refusal. */
const wrongBy = (site: Site, access: Access, query: Record<string, string>): Wrong[] => {
  const say = (words: string): Wrong[] => [{ field: undefined, label: site.text('signIn.title'), words }]
  const name = access.providerName ?? ''
  if (query.again !== undefined) return say(site.text('signIn.again'))
  if (query.error === 'no_answer') return say(site.text('signIn.noProvider', { name }))
  if (query.error === 'signup_disabled' || query.error === 'account_not_linked')
    return say(site.text('signIn.notInvited', { name }))
  return query.error === undefined ? [] : say(site.text('signIn.providerRefused', { name }))
}

const signIn = async (c: Context, site: Site, access: Access): Promise<Response> => {
  const { address = '', password = '', to } = await readPosted(c, site)
  const outcome = await access.steps.enterPassword({ address, password }, c.req.raw.headers)
  if (outcome.outcome === 'in') {
    keepCookies(c, outcome.setCookies)
    return seeOther(c, addressOf(site, '/sign-in/second-factor', { to: readTo(to) }))
  }
  const { wrong, status } = refusalOf(site, outcome, {
    name: 'address',
    label: site.text('signIn.address'),
    refused: site.text('signIn.refused'),
  })
  return answerPrivately(c, signInPage(site, access, { address, to: readTo(to), wrong }), status)
}

const goToProvider = async (c: Context, site: Site, access: Access): Promise<Response> => {
  const to = readTo(c.req.query('to'))
  const found = await access.provider.begin({ to: wayOn(site, to), wrong: accountsPath(site, path) })
  c.header('cache-control', 'no-store')
  if (found === undefined) return seeOther(c, addressOf(site, path, { error: 'no_answer', to }))
  keepCookies(c, found.setCookies)
  return seeOther(c, found.address)
}

/** The page, what it leads to, the way to a provider and back, and signing out. */
export const serveSignIn = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => {
    const own = siteFor(c, site)
    const query = c.req.query()
    const to = readTo(query.to)
    if (own.person.as === 'person') return seeOther(c, wayOn(own, to))
    return answerPrivately(
      c,
      signInPage(own, access, { to, told: toldBy(own, query), wrong: wrongBy(own, access, query) }),
    )
  })
  app.post(path, (c) => signIn(c, siteFor(c, site), access))
  app.get('/sign-in/provider', (c) => goToProvider(c, siteFor(c, site), access))
  // The provider knows one address, whatever language somebody reads.
  if (site.base === '')
    app.get(callbackPath, async (c) => (await access.provider.comeBack(c.req.raw)) ?? c.notFound())
  app.post('/sign-out', async (c) => {
    const own = siteFor(c, site)
    await readPosted(c, own)
    keepCookies(c, (await access.steps.signOut(c.req.raw.headers)).setCookies)
    return seeOther(c, addressOf(own, path, { after: 'sign-out' }))
  })
}
