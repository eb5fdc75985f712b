// Personal tokens: made here for a program, shown once, listed, withdrawn. Only in a session: a token makes no other.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { TokenScope } from '../../../accounts/person.ts'
import { tokenScopes } from '../../../accounts/person.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { longestDays, type TokenAsked } from '../../../accounts/token.ts'
import { uuidv7 } from '../../../db/store.ts'
import { byField } from '../../forms/errors.ts'
import { type Filled, fieldHtml } from '../../forms/field.ts'
import { readPosted } from '../../forms/posted.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import {
  answerMaking,
  answerWithdrawal,
  inOwnSession,
  madeSection,
  personInSession,
  type SecretsListed,
  type SecretsShown,
  secretNameField,
  secretsTable,
  toldOf,
} from './own-secrets.ts'
import { accountPage, answerPrivately } from './parts.ts'

const path = '/account/tokens'

const scopeKeys: Record<TokenScope, TextKey> = {
  read: 'tokens.scope.read',
  enter: 'tokens.scope.enter',
  approve: 'tokens.scope.approve',
  publish: 'tokens.scope.publish',
}

/** For how long, in days. */
const lives = [30, 90, longestDays] as const

const scopeWords = (site: Site, scopes: readonly string[]): string =>
  tokenScopes
    .filter((scope) => scopes.includes(scope))
    .map((scope) => site.text(scopeKeys[scope]))
    .join('; ')

const listedIn = (site: Site): SecretsListed => ({
  path,
  withdrawField: 'token',
  caption: 'tokens.held',
  none: 'tokens.none',
  columns: [
    { heading: 'tokens.scopes', cell: ({ scopes }) => scopeWords(site, scopes) },
    { heading: 'tokens.until', cell: ({ expiresOn }) => site.format.date(expiresOn) },
  ],
})

const madeWords = { made: 'tokens.made', lead: 'tokens.made.lead', before: 'tokens.madeBefore' } as const
const madeShown = (secret: string): Html => html`<p><code class="secret-key">${secret}</code></p>`

const scopeBoxes = (site: Site, { typed, wrong }: Filled): Html => {
  const { text } = site
  const said = wrong.get('scopes') ?? []
  return html`<fieldset class="${said.length === 0 ? 'field-block' : 'field-block is-wrong'}"${said.length === 0 ? nothing : html` aria-describedby="f-scopes-wrong"`}><legend>${text('tokens.scopes')} <span class="needed">${text('form.needed')}</span></legend>${
    said.length === 0
      ? nothing
      : html`<p class="wrong" id="f-scopes-wrong"><span class="vh">${text('form.error')}</span> ${said.join(' ')}</p>`
  }${tokenScopes.map((scope, i) => {
    const id = i === 0 ? 'f-scopes' : `f-scopes-${scope}`
    return html`<div class="tick"><input type="checkbox" id="${id}" name="scope.${scope}" value="yes"${typed[`scope.${scope}`] === 'yes' ? html` checked` : nothing}><label for="${id}">${text(scopeKeys[scope])}</label></div>`
  })}</fieldset>`
}

const makeForm = (site: Site, tokenId: string, filled: Filled): Html => {
  const { text } = site
  const days = lives.map((count) => ({ value: String(count), label: text('tokens.days', { count }) }))
  return html`<form class="entry" method="post" action="${addressOf(site, path)}" novalidate><input type="hidden" name="tokenId" value="${tokenId}">${fieldHtml(site, secretNameField(site, 'tokens.name.hint'), filled)}${scopeBoxes(site, filled)}${fieldHtml(
    site,
    { as: 'choice', name: 'days', label: text('tokens.life'), options: days },
    filled,
  )}<p class="buttons"><button type="submit">${text('tokens.make')}</button></p></form>`
}

const page = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  { typed = {}, wrong = [], told, made }: SecretsShown = {},
): Promise<Html> => {
  const { text } = site
  const tokens = await access.tokens.list(session.personId)
  const today = new Date().toISOString().slice(0, 10)
  const working = tokens.filter((token) => token.withdrawnAt === null && token.expiresOn >= today)
  const filled = { typed: { days: String(lives[1]), 'scope.read': 'yes', ...typed }, wrong: byField(wrong) }
  // What was unticked stays so.
  if (wrong.length > 0 && typed['scope.read'] === undefined) filled.typed['scope.read'] = ''
  return accountPage(site, {
    title: text('tokens.title'),
    description: text('tokens.description'),
    path,
    crumbs: [{ label: text('account.title'), path: '/account' }],
    wrong,
    told,
    body: html`<header class="head"><h1>${text('tokens.title')}</h1><p>${text('tokens.lead')}</p><p><a href="${addressOf(site, '/api')}#send">${text('tokens.how')}</a></p></header>
${made === undefined ? nothing : madeSection(site, made, madeWords, madeShown)}
<section aria-labelledby="held"><h2 id="held">${text('tokens.held')}</h2>${secretsTable(site, working, listedIn(site))}</section>
<section aria-labelledby="make"><h2 id="make">${text('tokens.makeOne')}</h2>${makeForm(site, typed.tokenId ?? uuidv7(), filled)}</section>`,
  })
}

const make = async (c: Context, site: Site, access: Access, session: SessionHeld): Promise<Response> => {
  const posted = await readPosted(c, site)
  const asked: TokenAsked = {
    tokenId: posted.tokenId ?? '',
    name: posted.name ?? '',
    scopes: tokenScopes.filter((scope) => posted[`scope.${scope}`] === 'yes'),
    days: Number(posted.days),
  }
  const steps = {
    make: () => access.tokens.make(personInSession(site), asked),
    page: (shown: SecretsShown) => page(site, access, session, shown),
    labels: { scopes: 'tokens.scopes', days: 'tokens.life' },
  } as const
  return answerMaking(c, site, steps, posted)
}

/** The tokens one has, the form that makes one, and their withdrawal. */
export const serveTokens = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) =>
    inOwnSession(c, site, access, (own, session) =>
      answerPrivately(c, page(own, access, session, toldOf(c, own, 'tokens.withdrawn'))),
    ),
  )
  app.post(path, (c) => inOwnSession(c, site, access, (own, session) => make(c, own, access, session)))
  app.post(`${path}/withdraw`, (c) =>
    inOwnSession(c, site, access, (own) => answerWithdrawal(c, own, listedIn(own), access.tokens.withdraw)),
  )
}
