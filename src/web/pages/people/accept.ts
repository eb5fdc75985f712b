// The page an invitation's link opens: an account is made, or whoever has one takes up the role. Once, and in time.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import { foldedAddress } from '../../../accounts/lock-out.ts'
import { findPasswordFault } from '../../../accounts/password.ts'
import { languages } from '../../../words/languages.ts'
import { accountsPath } from '../../accounts-path.ts'
import type { InvitationOpened } from '../../data/people.ts'
import { answerWrong } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { faultWords, keepCookies, newPasswordField } from '../accounts/parts.ts'
import { agentWords, askingOf, dayOf, type PeopleFor, roleWords } from './parts.ts'

const path = '/invitation/:token'

type Typed = Readonly<Record<string, string>>
type Opened = InvitationOpened & { token: string; providerName: string | null }

const isByProvider = (opened: Opened, typed: Typed): boolean =>
  opened.providerName !== null && typed.way === 'provider'

const fieldsOf = (site: Site, { providerName }: Opened): Field[] => {
  const { text } = site
  return [
    {
      as: 'text',
      name: 'name',
      label: text('taken.name'),
      hint: text('taken.name.hint'),
      isNeeded: true,
      autocomplete: 'name',
    },
    {
      as: 'select',
      name: 'language',
      label: text('taken.language'),
      hint: text('taken.language.hint'),
      options: languages.map(({ code, name }) => ({ value: code, label: name })),
    },
    ...(providerName === null
      ? []
      : [
          {
            as: 'choice' as const,
            name: 'way',
            label: text('taken.way'),
            options: [
              { value: 'password', label: text('taken.way.password') },
              { value: 'provider', label: text('taken.way.provider', { provider: providerName }) },
            ],
          },
        ]),
    { ...newPasswordField(site), isNeeded: providerName === null },
  ]
}

const wrongIn = (site: Site, opened: Opened, typed: Typed): Wrong[] => {
  const { text } = site
  const { name = '', password = '' } = typed
  const wrong: Wrong[] = []
  if (name.trim() === '' || name.length > 200)
    wrong.push({ field: 'name', label: text('taken.name'), words: text('taken.fault.name') })
  if (isByProvider(opened, typed)) return wrong
  const fault = findPasswordFault(password, { name, address: opened.invitation.address ?? '' })
  if (fault !== undefined)
    wrong.push({ field: 'password', label: text('newPassword.new'), words: faultWords(site, fault) })
  return wrong
}

const invitedTo = (site: Site, { invitation }: Opened): Html => {
  const { text } = site
  return html`<p>${text.rich('taken.lead', { by: agentWords(site, invitation.by) })}</p><ul class="preview roles" role="list">${invitation.roles.map((role) => html`<li>${roleWords(site, role)}: ${text(`role.${role.role}.does`)}</li>`)}</ul>`
}

const newAccountForm = (site: Site, opened: Opened, typed: Typed, wrong: readonly Wrong[]): Html => {
  const { text } = site
  const { token, invitation } = opened
  const filled = { typed, wrong: byField(wrong) }
  return html`<dl class="checked"><div><dt>${text('taken.address')}</dt><dd>${inLanguage(invitation.address ?? '', null)}</dd></div></dl>
<form class="entry" method="post" action="${addressOf(site, `/invitation/${token}`)}" novalidate><input type="hidden" name="username" autocomplete="username" value="${invitation.address ?? ''}">${fieldsOf(site, opened).map((field) => fieldHtml(site, field, filled))}
<p class="quiet">${text('taken.next')}</p>
<p class="buttons"><button type="submit">${text('taken.button')}</button></p></form>`
}

const signedInForm = (site: Site, { token }: Opened, name: string): Html =>
  html`<p>${site.text.rich('taken.signedIn', { name: inLanguage(name, null) })}</p>
<form class="entry" method="post" action="${addressOf(site, `/invitation/${token}`)}"><p class="buttons"><button type="submit">${site.text('taken.take')}</button></p></form>`

const standing = (
  site: Site,
  opened: Opened,
  typed: Typed,
  wrong: readonly Wrong[],
  own: string | undefined,
) => {
  const { text, person } = site
  const { invitation, hasAccount, token } = opened
  if (invitation.state !== 'open' || invitation.address === null)
    return html`<p>${text(`taken.${invitation.state === 'open' ? 'withdrawn' : invitation.state}`, { date: dayOf(site, invitation.expiresAt) })}</p>
<p><a href="${accountsPath(site, '/sign-in')}">${text('taken.signIn')}</a></p>`
  if (person.as === 'person')
    return own === foldedAddress(invitation.address)
      ? html`${invitedTo(site, opened)}${signedInForm(site, opened, person.name)}`
      : html`${invitedTo(site, opened)}<p>${text('taken.other', { name: person.name })}</p>`
  if (hasAccount)
    return html`${invitedTo(site, opened)}<p>${text('taken.hasAccount')}</p><p class="buttons"><a class="as-button" href="${accountsPath(site, '/sign-in', { to: addressOf(site, `/invitation/${token}`) })}">${text('taken.signIn')}</a></p>`
  return html`${invitedTo(site, opened)}${newAccountForm(site, opened, typed, wrong)}`
}

const page = (
  site: Site,
  opened: Opened,
  { typed = {}, wrong = [], own }: { typed?: Typed; wrong?: readonly Wrong[]; own?: string | undefined },
): Html | Promise<Html> => {
  const title = site.text('taken.title')
  return layout(site, {
    title: titleOf(site, title, wrong),
    description: site.text('taken.description'),
    path: `/invitation/${opened.token}`,
    hasTwins: false,
    isForAccounts: true,
    crumbs: [],
    body: html`${errorSummary(site, wrong)}<header class="head"><h1>${title}</h1></header>${standing(site, opened, typed, wrong, own)}`,
  })
}

/** Nobody keeps a copy of a page whose address is a secret. */
const keptClose = (c: Context): void => {
  c.header('cache-control', 'private, no-store')
}

/** The first step of signing in is done with the password that was just chosen; the second factor comes next. */
const signInWith = async (
  c: Context,
  site: Site,
  access: Access | undefined,
  given: { address: string; password: string } | undefined,
): Promise<Response> => {
  const to = accountsPath(site, '/account')
  const entered = given === undefined ? undefined : await access?.steps.enterPassword(given)
  if (entered?.outcome !== 'in') return seeOther(c, accountsPath(site, '/sign-in', { to }))
  keepCookies(c, entered.setCookies)
  return seeOther(c, accountsPath(site, '/sign-in/second-factor', { to }))
}

/** The page of an invitation, and taking it up. `access`: how people sign in; undefined where nobody can. */
export const serveInvitation = (
  app: OpenAPIHono,
  ofWorld: Site,
  peopleFor: PeopleFor,
  access: Access | undefined,
): void => {
  const providerName = access?.providerName ?? null
  const openedBy = async (c: Context) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    const token = c.req.param('token') ?? ''
    const opened = { ...(await asking.people.openInvitation(token)), token, providerName }
    const own = await asking.people.findOwnAddress()
    return { ...asking, opened, own }
  }
  app.get(path, async (c) => {
    const { site, opened, own } = await openedBy(c)
    keptClose(c)
    const { name, language } = opened.invitation
    const typed = { name: name ?? '', language, way: 'password' }
    return c.html(await page(site, opened, { typed, own }))
  })
  app.post(path, async (c) => {
    const { site, people, opened, own } = await openedBy(c)
    keptClose(c)
    const typed = await readPosted(c, site)
    const isOpen = opened.invitation.state === 'open'
    if (!isOpen || (opened.hasAccount && site.person.as !== 'person'))
      return c.html(await page(site, opened, { typed, own }), 409)
    if (site.person.as === 'person') {
      await people.takeInvitationSignedIn(opened.token)
      return seeOther(c, accountsPath(site, '/account'))
    }
    const wrong = wrongIn(site, opened, typed)
    if (wrong.length > 0) return answerWrong(c, site, wrong, () => page(site, opened, { typed, wrong }))
    const { name = '', password = '' } = typed
    const language = languages.find(({ code }) => code === typed.language)?.code ?? 'en'
    const byProvider = isByProvider(opened, typed)
    await people.takeInvitationAnew(opened.token, {
      ...{ name: name.trim(), language, password: byProvider ? null : password },
    })
    const address = opened.invitation.address ?? ''
    return signInWith(c, site, access, byProvider ? undefined : { address, password })
  })
}
