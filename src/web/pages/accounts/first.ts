// The first administrator makes their account, by the link that stands on the console.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import { isMailAddress } from '../../../accounts/letter.ts'
import { findPasswordFault } from '../../../accounts/password.ts'
import type { Wrong } from '../../forms/errors.ts'
import type { Field } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html } from '../../html.ts'
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

const longestName = 200

/** The languages letters are written in: those the site is served in. */
export const languageField = (site: Site, label: string): Field => ({
  as: 'select',
  name: 'language',
  label,
  options: site.languages.map(({ code, name }) => ({ value: code, label: name })),
})

const nameField = (site: Site): Field => ({
  as: 'text',
  name: 'name',
  label: site.text('first.name'),
  hint: site.text('first.name.hint'),
  isNeeded: true,
  autocomplete: 'name',
})

const firstPage = (
  site: Site,
  token: string,
  { typed, wrong = [] }: { typed: Readonly<Record<string, string>>; wrong?: readonly Wrong[] },
): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('first.title'),
    description: text('first.description'),
    path: '/sign-in',
    wrong,
    body: html`<header class="head"><h1>${text('first.title')}</h1><p>${text('first.lead')}</p></header>${accountForm(
      site,
      {
        action: addressOf(site, `/first/${token}`),
        fields: [
          nameField(site),
          addressField(site, text('first.address.hint')),
          newPasswordField(site),
          languageField(site, text('first.language')),
        ],
        typed,
        wrong,
        go: text('first.go'),
      },
    )}`,
  })
}

const gonePage = (site: Site): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('newPassword.gone.title'),
    description: text('first.description'),
    path: '/sign-in',
    body: html`<header class="head"><h1>${text('newPassword.gone.title')}</h1><p>${text('first.gone')}</p></header>`,
  })
}

const wrongIn = (
  site: Site,
  { name, address, password }: { name: string; address: string; password: string },
): Wrong[] => {
  const { text } = site
  const wrong: Wrong[] = []
  if (name === '' || name.length > longestName)
    wrong.push({ field: 'name', label: text('first.name'), words: text('account.nameNeeded') })
  if (!isMailAddress(address))
    wrong.push({ field: 'address', label: text('signIn.address'), words: text('account.notAnAddress') })
  const fault = findPasswordFault(password, { name, address })
  if (fault !== undefined)
    wrong.push({ field: 'password', label: text('newPassword.new'), words: faultWords(site, fault) })
  return wrong
}

const create = async (c: Context, site: Site, access: Access, token: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  if (!(await access.links.isFirst(token))) return answerPrivately(c, gonePage(site), 404)
  const language = site.languages.find(({ code }) => code === posted.language)?.code ?? site.language
  const given = {
    name: (posted.name ?? '').trim(),
    address: (posted.address ?? '').trim(),
    password: posted.password ?? '',
    language,
  }
  const wrong = wrongIn(site, given)
  const typed = { name: given.name, address: given.address, language }
  if (wrong.length > 0) return answerPrivately(c, firstPage(site, token, { typed, wrong }), 422)
  if ((await access.links.createFirst({ ...given, token })) === undefined)
    return answerPrivately(c, gonePage(site), 404)
  const entered = await access.steps.enterPassword(given)
  if (entered.outcome !== 'in') return seeOther(c, addressOf(site, '/sign-in'))
  keepCookies(c, entered.setCookies)
  return seeOther(c, addressOf(site, '/sign-in/second-factor'))
}

/** The page the link leads to; opening it uses nothing up. */
export const serveFirst = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get('/first/:token', async (c) => {
    const own = siteFor(c, site)
    const token = c.req.param('token')
    return (await access.links.isFirst(token))
      ? answerPrivately(c, firstPage(own, token, { typed: { language: own.language } }))
      : answerPrivately(c, gonePage(own), 404)
  })
  app.post('/first/:token', (c) => create(c, siteFor(c, site), access, c.req.param('token')))
}
