// One's own name, language and address for mail, and the page a letter to a new address leads to.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import { confirmDays, type Profile, profileFaults } from '../../../accounts/own-profile.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { readConfig } from '../../../config.ts'
import type { Wrong } from '../../forms/errors.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { withSession } from './account.ts'
import { languageField } from './first.ts'
import { accountForm, accountPage, addressField, answerPrivately, passwordField, refusalOf } from './parts.ts'

const path = '/account/profile'

const hasMail = (): boolean => readConfig().smtpUrl !== undefined

const page = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  { typed, wrong = [], told }: { typed?: Profile; wrong?: readonly Wrong[]; told?: string | undefined } = {},
): Promise<Html> => {
  const { text } = site
  const { name, address, language, personId } = session
  const [account, wish] = [await access.own.account(personId), await access.own.addressChange(personId)]
  // With the wish in its field, keeping the name alone leaves it.
  const shown = typed ?? { name, address: wish?.address ?? address, language }
  return accountPage(site, {
    title: text('profile.title'),
    description: text('profile.description'),
    path,
    crumbs: [{ label: text('account.title'), path: '/account' }],
    wrong,
    told,
    body: html`<header class="head"><h1>${text('profile.title')}</h1></header>${
      wish === undefined
        ? nothing
        : html`<p class="notice">${text.rich(wish.byLetter ? 'profile.wish.letter' : 'profile.wish.administrator', { address: inLanguage(wish.address, null), date: site.format.date(wish.expiresAt.slice(0, 10)) })} ${text.rich('profile.wish.back', { address: inLanguage(address, null) })}</p>`
    }${accountForm(site, {
      action: addressOf(site, path),
      typed: { ...shown },
      wrong,
      fields: [
        {
          as: 'text',
          name: 'name',
          label: text('account.name'),
          hint: text('first.name.hint'),
          isNeeded: true,
          autocomplete: 'name',
        },
        languageField(site, text('account.language')),
        addressField(
          site,
          text(
            account?.hasPassword === false
              ? 'profile.address.byProvider'
              : hasMail()
                ? 'profile.address.letter'
                : 'profile.address.administrator',
            { days: confirmDays },
          ),
        ),
        ...(account?.hasPassword === false ? [] : [passwordField(text('ownPassword.current'))]),
      ],
      go: text('profile.keep'),
    })}`,
  })
}

const keep = async (c: Context, site: Site, access: Access, session: SessionHeld): Promise<Response> => {
  const { text } = site
  const posted = await readPosted(c, site)
  const wanted: Profile = {
    name: posted.name ?? '',
    address: posted.address ?? '',
    language: site.languages.find(({ code }) => code === posted.language)?.code ?? session.language,
  }
  const words = {
    name: { field: 'name', label: text('account.name'), words: text('account.nameNeeded') },
    address: { field: 'address', label: text('signIn.address'), words: text('account.notAnAddress') },
  }
  const wrong = profileFaults(wanted).map((fault) => words[fault])
  if (wrong.length > 0) return answerPrivately(c, page(site, access, session, { typed: wanted, wrong }), 422)
  const outcome = await access.steps.changeOwnProfile(session, wanted, {
    password: posted.password ?? '',
    sendsLetters: hasMail(),
  })
  if (outcome.outcome === 'kept')
    return seeOther(c, addressOf(site, path, { after: outcome.asksForAddress ? 'asked' : 'kept' }))
  if (outcome.outcome === 'letter-waits') {
    const minutes = Math.ceil(outcome.seconds / 60)
    const { field, label } = words.address
    const wait = { field, label, words: text('profile.letterWaits', { count: minutes }) }
    return answerPrivately(c, page(site, access, session, { typed: wanted, wrong: [wait] }), 429)
  }
  const refused = refusalOf(site, outcome, {
    name: 'password',
    label: text('ownPassword.current'),
    refused: text('password.wrong'),
  })
  return answerPrivately(
    c,
    page(site, access, session, { typed: wanted, wrong: refused.wrong }),
    refused.status,
  )
}

/** What the link in a letter shows: whoever holds the letter says that the address is theirs. */
const linkPage = (
  site: Site,
  state: 'ask' | 'done' | 'gone',
  token: string,
  address: string,
): Html | Promise<Html> => {
  const { text } = site
  const body = {
    ask: html`<p>${text.rich('profile.link.lead', { address: inLanguage(address, null) })}</p><form method="post" action="${addressOf(site, `/account/address/${token}`)}"><p class="buttons"><button type="submit">${text('profile.link.go')}</button></p></form>`,
    done: html`<p>${text.rich('profile.link.done', { address: inLanguage(address, null) })}</p>`,
    gone: html`<p>${text('profile.link.gone')}</p>`,
  }[state]
  return accountPage(site, {
    title: text('profile.link.title'),
    description: text('profile.description'),
    // Without the token: see the page of a new password.
    path: '/account',
    body: html`<header class="head"><h1>${text('profile.link.title')}</h1></header>${body}<p><a href="${addressOf(site, '/account')}">${text('account.title')}</a></p>`,
  })
}

/** The page, the change, and the link of a letter: opening it uses nothing up, programs open links too. */
export const serveProfile = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => {
    const own = siteFor(c, site)
    const { after } = c.req.query()
    const told =
      after === 'kept' ? own.text('profile.kept') : after === 'asked' ? own.text('profile.asked') : undefined
    return withSession(c, own, access, (session) => answerPrivately(c, page(own, access, session, { told })))
  })
  app.post(path, (c) => {
    const own = siteFor(c, site)
    return withSession(c, own, access, (session) => keep(c, own, access, session))
  })
  app.get('/account/address/:token', async (c) => {
    const token = c.req.param('token')
    const found = await access.links.findAddress(token)
    const own = siteFor(c, site)
    return found === undefined
      ? answerPrivately(c, linkPage(own, 'gone', token, ''), 404)
      : answerPrivately(c, linkPage(own, 'ask', token, found.address))
  })
  app.post('/account/address/:token', async (c) => {
    const token = c.req.param('token')
    const own = siteFor(c, site)
    await readPosted(c, own)
    const taken = await access.links.takeAddress(token)
    return taken === undefined
      ? answerPrivately(c, linkPage(own, 'gone', token, ''), 404)
      : answerPrivately(c, linkPage(own, 'done', token, taken))
  })
}
