// What a person makes in a session for a program, a token or an address of their calendar: listed, shown once, withdrawn. Only
// in a session: what was made for a program makes no other.
import type { Context } from 'hono'
import type { Access } from '../../../accounts/access.ts'
import type { MadeSecret } from '../../../accounts/make-secret.ts'
import type { SignedIn } from '../../../accounts/person.ts'
import type { SessionHeld } from '../../../accounts/sign-in.ts'
import type { Token } from '../../../accounts/token-store.ts'
import { Problem, problem } from '../../../problem.ts'
import { hasBearer } from '../../as-data.ts'
import type { Wrong } from '../../forms/errors.ts'
import type { Field } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { siteFor } from '../../viewer.ts'
import { withSession } from './account.ts'
import { accountTable, answerPrivately } from './parts.ts'

/** What a page of them shows besides the list: what was typed and is wrong, what was done, what was made just now. */
export type SecretsShown = {
  typed?: Readonly<Record<string, string>>
  wrong?: readonly Wrong[]
  told?: string
  made?: MadeSecret
}

/** Answers whoever is signed in; a program is told that it does not reach here. */
export const inOwnSession = (
  c: Context,
  ofWorld: Site,
  access: Access,
  answer: (site: Site, session: SessionHeld) => Promise<Response>,
): Promise<Response> => {
  const site = siteFor(c, ofWorld)
  if (hasBearer(c)) throw problem('not-permitted', site.text('tokens.sessionAlone'))
  return withSession(c, site, access, (session) => answer(site, session))
}

/** Whoever is in a session. Throws `not-permitted` for a program. */
export const personInSession = ({ person, text }: Site): SignedIn => {
  if (person.as !== 'person' || person.scopes !== null)
    throw problem('not-permitted', text('tokens.sessionAlone'))
  return person
}

/** What a page says of its own sort of secret. */
export type SecretsListed = {
  /** Where it is made and listed; withdrawn at `/withdraw` below it. */
  path: string
  /** What the form calls the one that is withdrawn. */
  withdrawField: string
  caption: TextKey
  /** Said where there is none. */
  none: TextKey
  /** What stands between how one begins and when it was used last. */
  columns: readonly { heading: TextKey; cell: (token: Token) => string }[]
}

/** The list of those that work, each with its withdrawal. */
export const secretsTable = (site: Site, tokens: readonly Token[], listed: SecretsListed): Html => {
  const { text, format } = site
  const { path, withdrawField, caption, none, columns } = listed
  if (tokens.length === 0) return html`<p>${text(none)}</p>`
  const withdrawal = ({ tokenId, name }: Token) =>
    html`<form method="post" action="${addressOf(site, `${path}/withdraw`)}"><button class="second" type="submit" name="${withdrawField}" value="${tokenId}" aria-label="${`${text('tokens.withdraw')}: ${name}`}">${text('tokens.withdraw')}</button></form>`
  return accountTable(
    text(caption),
    [
      text('tokens.name'),
      text('tokens.beginning'),
      ...columns.map(({ heading }) => text(heading)),
      text('tokens.used'),
      text('sessions.action'),
    ],
    tokens.map((token) => [
      inLanguage(token.name, null),
      html`<code>${token.beginning}…</code>`,
      ...columns.map(({ cell }) => cell(token)),
      token.lastUsedOn === null ? text('tokens.neverUsed') : format.date(token.lastUsedOn),
      withdrawal(token),
    ]),
  )
}

/** What was made just now, once and never again; or that the same form made it before. */
export const madeSection = (
  { text }: Site,
  made: MadeSecret,
  words: { made: TextKey; lead: TextKey; before: TextKey },
  shown: (secret: string) => Html,
): Html =>
  made.outcome === 'made'
    ? html`<section class="told" aria-labelledby="made" role="status"><h2 id="made">${text(words.made)}</h2><p>${text(words.lead)}</p>${shown(made.secret)}</section>`
    : html`<p class="told" role="status">${text(words.before, { name: made.token.name })}</p>`

/** The field for what its person calls it. */
export const secretNameField = ({ text }: Site, hint: TextKey): Field => ({
  ...{ as: 'text', name: 'name', label: text('tokens.name'), hint: text(hint) },
  ...{ isNeeded: true, width: 'short' },
})

const wordsOf: Readonly<Record<string, TextKey>> = {
  Missing: 'issue.missing',
  'Too long': 'tokens.wrong.long',
  'Too many tokens': 'tokens.wrong.many',
}

/**
 * Makes one and answers with `page`: what was made, or the form again with what is wrong in it. `labels`: what the form calls
 * its fields besides the name; an issue of a field that has no label there or is no name belongs to the whole form.
 */
export const answerMaking = async (
  c: Context,
  site: Site,
  {
    make,
    page,
    labels = {},
  }: {
    make: () => Promise<MadeSecret>
    page: (shown: SecretsShown) => Promise<Html>
    labels?: Readonly<Record<string, TextKey>>
  },
  typed: Readonly<Record<string, string>>,
): Promise<Response> => {
  const named: Readonly<Record<string, TextKey>> = { name: 'tokens.name', ...labels }
  try {
    return await answerPrivately(c, page({ made: await make() }))
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'input-rejected') throw error
    const wrong = error.issues.map(({ path: field = '', message }) => ({
      field: Object.hasOwn(named, field) ? field : undefined,
      label: site.text(named[field] ?? 'tokens.name'),
      words: site.text(wordsOf[message] ?? 'tokens.wrong.other'),
    }))
    return await answerPrivately(c, page({ typed, wrong }), 422)
  }
}

/** Withdraws the one the form names and goes back to the list, which says so. */
export const answerWithdrawal = async (
  c: Context,
  site: Site,
  { path, withdrawField }: SecretsListed,
  withdraw: (person: SignedIn, id: string) => Promise<Token>,
): Promise<Response> => {
  const posted = await readPosted(c, site)
  await withdraw(personInSession(site), posted[withdrawField] ?? '')
  return seeOther(c, addressOf(site, path, { after: 'withdrawn' }))
}

/** What is said above the list after a withdrawal. */
export const toldOf = (c: Context, { text }: Site, withdrawn: TextKey): SecretsShown =>
  c.req.query('after') === 'withdrawn' ? { told: text(withdrawn) } : {}
