// What programs send: every form's address, with what it takes and what it answers, as the document says it.

import { accountsPath } from '../accounts-path.ts'
import type { Description, Operation, Schema } from '../description.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import { fieldRows, fieldTable, typeWords } from './api-shapes.ts'

export type WriteShown = { path: string; operation: Operation }

/** Every address to which something is sent. */
export const writesOf = (description: Description): WriteShown[] =>
  Object.entries(description.paths).flatMap(([path, { post }]) =>
    post === undefined ? [] : [{ path, operation: post }],
  )

const anchorOf = (path: string): string => `send${path.replace(/[^\w]+/g, '-').replace(/-$/, '')}`

/** The shape of what is sent, with the form it is sent in. */
export const sentBy = (operation: Operation): { type: string; schema: Schema } | undefined => {
  const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(operation.requestBody?.content ?? {})
  return type === '' ? undefined : { type, schema }
}

/** The shape of what comes back where it was taken. */
const givenBy = (operation: Operation): Schema | undefined =>
  (operation.responses[201] ?? operation.responses[200])?.content?.['application/json']?.schema

const one = (site: Site, { path, operation }: WriteShown): Html => {
  const { text } = site
  const sent = sentBy(operation)
  const given = givenBy(operation)
  const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400)
  const statuses = html`${refusals.map(([status, { description }], i) => html`${i === 0 ? nothing : ', '}${status} (${inLanguage(description, 'en')})`)}`
  const fields =
    given === undefined
      ? nothing
      : html`${fieldRows(given).map(({ path: name }, i) => html`${i === 0 ? nothing : ', '}<code>${name}</code>`)}`
  return html`<article class="address" aria-labelledby="${anchorOf(path)}"><h3 id="${anchorOf(path)}"><code>POST ${path}</code></h3>
<p>${inLanguage(operation.summary, 'en')}. ${text.rich('api.send.scope', { scope: html`<code>${operation['x-scope'] ?? ''}</code>` })}</p>
${
  sent === undefined
    ? nothing
    : html`<p>${text.rich('api.send.sent', { type: html`<code>${sent.type}</code>`, shape: typeWords(site, sent.schema) })}</p>${sent.schema.$ref === undefined ? fieldTable(site, sent.schema, html`${text('api.fields', { shape: path })}`) : nothing}`
}
<p>${text.rich('api.send.given', { status: operation.responses[201] === undefined ? '200' : '201', fields })} ${text.rich('api.refuses', { statuses })}</p></article>
`
}

/** The part of the page that is about sending. */
export const writesSection = (site: Site, description: Description): Html => {
  const { text } = site
  const tokens = accountsPath(site, '/account/tokens')
  return html`<section aria-labelledby="send"><h2 id="send">${text('api.send')}</h2><p>${text('api.send.lead')}</p>
<p>${text.rich('api.send.token', { link: site.hasSignIn ? html`<a href="${tokens}">${tokens}</a>` : html`<code>${tokens}</code>`, header: html`<code>Authorization: Bearer …</code>` })}</p>
<p>${text('api.send.meanwhile')}</p>
${writesOf(description).map((write) => one(site, write))}</section>`
}
