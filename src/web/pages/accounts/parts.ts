// What all pages of accounts share: they stand in the register, most have no data beside them, and nobody keeps a copy.
import type { Context } from 'hono'
import type { NotIn } from '../../../accounts/ground.ts'
import { longestPassword, type PasswordFault, shortestPassword } from '../../../accounts/password.ts'
import { readTo } from '../../accounts-path.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, type Filled, fieldHtml } from '../../forms/field.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Crumb, layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'

/** What a page of accounts is made of. */
export type AccountParts = {
  title: string
  description: string
  /** Without the language. */
  path: string
  crumbs?: Crumb[]
  wrong?: readonly Wrong[]
  /** Said above everything else, such as that something was kept. */
  told?: string | undefined
  /** Whether its data stand beside it. */
  hasTwins?: boolean
  /** Shown once and never again. */
  isShownOnce?: boolean
  body: Html
}

/** The whole page. */
export const accountPage = (site: Site, parts: AccountParts): Html | Promise<Html> => {
  const {
    title,
    description,
    path,
    crumbs = [],
    wrong = [],
    told,
    isShownOnce = false,
    body,
    hasTwins = false,
  } = parts
  return layout(site, {
    title: titleOf(site, title, wrong),
    description,
    path,
    hasTwins,
    isForAccounts: true,
    isShownOnce,
    crumbs: [...crumbs, { label: title }],
    body: html`${errorSummary(site, wrong)}${told === undefined ? nothing : html`<p class="told" role="status">${told}</p>`}${body}`,
  })
}

/** Answers with a page that nobody keeps: not the browser, and nothing on the way. */
export const answerPrivately = async (
  c: Context,
  page: Html | Promise<Html>,
  status: 200 | 401 | 404 | 409 | 422 | 429 | 503 = 200,
): Promise<Response> => {
  c.header('cache-control', 'no-store')
  return c.html(await page, status)
}

/** Sets what sign-in gives the browser to keep. */
export const keepCookies = (c: Context, setCookies: readonly string[]): void => {
  for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true })
}

/** A form with its fields and one button. `hidden`: what goes along, such as where to come back to. */
export const accountForm = (
  site: Site,
  {
    action,
    fields,
    typed = {},
    wrong = [],
    hidden = {},
    go,
  }: {
    action: string
    fields: readonly Field[]
    typed?: Readonly<Record<string, string>>
    wrong?: readonly Wrong[]
    hidden?: Readonly<Record<string, string | undefined>>
    go: string
  },
): Html => {
  const filled: Filled = { typed, wrong: byField(wrong) }
  return html`<form class="entry" method="post" action="${action}" novalidate>${Object.entries(hidden).map(
    ([name, value]) =>
      value === undefined ? nothing : html`<input type="hidden" name="${name}" value="${value}">`,
  )}${fields.map((field) => fieldHtml(site, field, filled))}<p class="buttons"><button type="submit">${go}</button></p></form>`
}

/** A table whose first column names the row; narrow, its rows are blocks. */
export const accountTable = (
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
): Html =>
  html`<table role="table" class="plain stacks"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${headings.map(
    (heading) => html`<th role="columnheader" scope="col">${heading}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (cells) =>
      html`<tr role="row">${cells.map((cell, i) => (i === 0 ? html`<th role="rowheader" scope="row">${cell}</th>` : html`<td role="cell" data-label="${headings[i] ?? ''}">${cell}</td>`))}</tr>`,
  )}</tbody></table>`

/** A day with its time, from an instant in UTC (ISO 8601). */
export const instantHtml = ({ format }: Site, instant: string): Html =>
  html`<time class="instant" datetime="${instant}">${format.date(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC</time>`

/** Where to go after signing in: what was asked for, otherwise the page of what one answers for. */
export const wayOn = (site: Site, to: string | undefined): string => readTo(to) ?? addressOf(site, '/desk')

/** A refusal in words, for the field it is about. `refused`: what is said where no wait is asked for. */
export const refusalOf = (
  site: Site,
  outcome: NotIn,
  field: { name: string; label: string; refused: string },
): { wrong: Wrong[]; status: 422 | 429 } => {
  const { name, label, refused } = field
  if (outcome.outcome === 'refused') return { wrong: [{ field: name, label, words: refused }], status: 422 }
  const { seconds } = outcome
  const words =
    seconds <= 90
      ? site.text('signIn.waitSeconds', { count: seconds })
      : site.text('signIn.waitMinutes', { count: Math.ceil(seconds / 60) })
  return { wrong: [{ field: name, label, words }], status: 429 }
}

/** What is wrong with a new password, in words. */
export const faultWords = (site: Site, fault: PasswordFault): string =>
  ({
    'too-short': () => site.text('password.tooShort', { count: shortestPassword }),
    'too-long': () => site.text('password.tooLong', { count: longestPassword }),
    'like-the-name': () => site.text('password.likeName'),
    'like-the-address': () => site.text('password.likeAddress'),
  })[fault]()

/** The field for a new password. */
export const newPasswordField = (site: Site): Field => ({
  as: 'text',
  name: 'password',
  label: site.text('newPassword.new'),
  hint: site.text('newPassword.hint', { count: shortestPassword }),
  isNeeded: true,
  isHidden: true,
  autocomplete: 'new-password',
  width: 'short',
})

/** The field for the password one has. */
export const passwordField = (label: string): Field => ({
  as: 'text',
  name: 'password',
  label,
  isNeeded: true,
  isHidden: true,
  autocomplete: 'current-password',
  width: 'short',
})

/** The field for an address. */
export const addressField = (site: Site, hint?: string): Field => ({
  as: 'text',
  name: 'address',
  label: site.text('signIn.address'),
  ...(hint === undefined ? {} : { hint }),
  isNeeded: true,
  inputMode: 'email',
  autocomplete: 'username',
})
