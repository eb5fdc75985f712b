// Personal tokens: made here for a program, shown once, listed, withdrawn. Only in a session: a token makes no other.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { SignedIn, TokenScope } from '../../../accounts/person.ts'
import { tokenScopes } from '../../../accounts/person.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import { longestDays, type TokenAsked } from '../../../accounts/token.ts'
import type { Token } from '../../../accounts/token-store.ts'
import { uuidv7 } from '../../../db/store.ts'
import { Problem, problem } from '../../../problem.ts'
import { hasBearer } from '../../as-data.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { type Filled, fieldHtml } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { siteFor } from '../../viewer.ts'
import { withSession } from './account.ts'
import { accountPage, accountTable, answerPrivately } from './parts.ts'

const path = '/account/tokens'

const scopeKeys: Record<TokenScope, TextKey> = {
  read: 'tokens.scope.read',
  enter: 'tokens.scope.enter',
  approve: 'tokens.scope.approve',
  publish: 'tokens.scope.publish',
}

/** For how long, in days. */
const lives = [30, 90, longestDays] as const

type Made = { token: Token; secret: string | undefined }

const scopeWords = (site: Site, scopes: readonly TokenScope[]): string =>
  scopes.map((scope) => site.text(scopeKeys[scope])).join('; ')

const withdrawForm = (site: Site, { tokenId, name }: Token): Html => {
  const { text } = site
  return html`<form method="post" action="${addressOf(site, `${path}/withdraw`)}"><button class="second" type="submit" name="token" value="${tokenId}" aria-label="${`${text('tokens.withdraw')}: ${name}`}">${text('tokens.withdraw')}</button></form>`
}

const listOf = (site: Site, tokens: readonly Token[], today: string): Html => {
  const { text, format } = site
  const working = tokens.filter((token) => token.withdrawnAt === null && token.expiresOn >= today)
  if (working.length === 0) return html`<p>${text('tokens.none')}</p>`
  return accountTable(
    text('tokens.held'),
    [
      text('tokens.name'),
      text('tokens.beginning'),
      text('tokens.scopes'),
      text('tokens.until'),
      text('tokens.used'),
      text('sessions.action'),
    ],
    working.map((token) => [
      inLanguage(token.name, null),
      html`<code>${token.beginning}…</code>`,
      scopeWords(
        site,
        tokenScopes.filter((scope) => token.scopes.includes(scope)),
      ),
      format.date(token.expiresOn),
      token.lastUsedOn === null ? text('tokens.neverUsed') : format.date(token.lastUsedOn),
      withdrawForm(site, token),
    ]),
  )
}

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
  return html`<form class="entry" method="post" action="${addressOf(site, path)}" novalidate><input type="hidden" name="tokenId" value="${tokenId}">${fieldHtml(
    site,
    {
      as: 'text',
      name: 'name',
      label: text('tokens.name'),
      hint: text('tokens.name.hint'),
      isNeeded: true,
      width: 'short',
    },
    filled,
  )}${scopeBoxes(site, filled)}${fieldHtml(
    site,
    { as: 'choice', name: 'days', label: text('tokens.life'), options: days },
    filled,
  )}<p class="buttons"><button type="submit">${text('tokens.make')}</button></p></form>`
}

const madePart = (site: Site, { token, secret }: Made): Html => {
  const { text } = site
  return secret === undefined
    ? html`<p class="told" role="status">${text('tokens.madeBefore', { name: token.name })}</p>`
    : html`<section class="told" aria-labelledby="made" role="status"><h2 id="made">${text('tokens.made')}</h2><p>${text('tokens.made.lead')}</p><p><code class="secret-key">${secret}</code></p></section>`
}

const page = async (
  site: Site,
  access: Access,
  session: SessionHeld,
  shown: {
    typed?: Readonly<Record<string, string>>
    wrong?: readonly Wrong[]
    told?: string
    made?: Made
  } = {},
): Promise<Html> => {
  const { text } = site
  const { typed = {}, wrong = [], told, made } = shown
  const tokens = await access.tokens.list(session.personId)
  const today = new Date().toISOString().slice(0, 10)
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
${made === undefined ? nothing : madePart(site, made)}
<section aria-labelledby="held"><h2 id="held">${text('tokens.held')}</h2>${listOf(site, tokens, today)}</section>
<section aria-labelledby="make"><h2 id="make">${text('tokens.makeOne')}</h2>${makeForm(site, typed.tokenId ?? uuidv7(), filled)}</section>`,
  })
}

const wordsOf: Readonly<Record<string, TextKey>> = {
  Missing: 'issue.missing',
  'Too long': 'tokens.wrong.long',
  'Too many tokens': 'tokens.wrong.many',
}

const wrongOf = (site: Site, error: Problem): Wrong[] =>
  error.issues.map(({ path: field = '', message }) => ({
    field: field === 'tokenId' ? undefined : field,
    label: site.text(field === 'scopes' ? 'tokens.scopes' : field === 'days' ? 'tokens.life' : 'tokens.name'),
    words: site.text(wordsOf[message] ?? 'tokens.wrong.other'),
  }))

/** Whoever is in a session; a token is told that it does not reach here. */
const personOf = (site: Site): SignedIn => {
  const { person } = site
  if (person.as !== 'person' || person.scopes !== null)
    throw problem('not-permitted', site.text('tokens.sessionAlone'))
  return person
}

const make = async (c: Context, site: Site, access: Access, session: SessionHeld): Promise<Response> => {
  const posted = await readPosted(c, site)
  const asked: TokenAsked = {
    tokenId: posted.tokenId ?? '',
    name: posted.name ?? '',
    scopes: tokenScopes.filter((scope) => posted[`scope.${scope}`] === 'yes'),
    days: Number(posted.days),
  }
  try {
    const made = await access.tokens.make(personOf(site), asked)
    const secret = made.outcome === 'made' ? made.secret : undefined
    return await answerPrivately(c, page(site, access, session, { made: { token: made.token, secret } }))
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'input-rejected') throw error
    const shown = { typed: { ...posted }, wrong: wrongOf(site, error) }
    return await answerPrivately(c, page(site, access, session, shown), 422)
  }
}

const withdraw = async (c: Context, site: Site, access: Access): Promise<Response> => {
  const { token = '' } = await readPosted(c, site)
  await access.tokens.withdraw(personOf(site), token)
  return seeOther(c, addressOf(site, path, { after: 'withdrawn' }))
}

/** The tokens one has, the form that makes one, and their withdrawal. */
export const serveTokens = (app: OpenAPIHono, site: Site, access: Access): void => {
  const inSession = (
    c: Context,
    answer: (own: Site, session: SessionHeld) => Promise<Response>,
  ): Promise<Response> => {
    const own = siteFor(c, site)
    if (hasBearer(c)) throw problem('not-permitted', own.text('tokens.sessionAlone'))
    return withSession(c, own, access, (session) => answer(own, session))
  }
  app.get(path, (c) =>
    inSession(c, (own, session) => {
      const told = c.req.query('after') === 'withdrawn' ? { told: own.text('tokens.withdrawn') } : {}
      return answerPrivately(c, page(own, access, session, told))
    }),
  )
  app.post(path, (c) => inSession(c, (own, session) => make(c, own, access, session)))
  app.post(`${path}/withdraw`, (c) => inSession(c, (own) => withdraw(c, own, access)))
}
