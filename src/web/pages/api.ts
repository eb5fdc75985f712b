// How to ask for data: the OpenAPI document as a page. Nothing here is written twice: what the document says is shown.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { xlsxType } from '../../formats/xlsx.ts'
import type { ProblemType } from '../../problem.ts'
import { problemTypes } from '../../problem.ts'
import { english } from '../../words/catalogue.ts'
import {
  type Description,
  describeSite,
  type Operation,
  type Schema,
  subjectOf,
  withExamples,
} from '../description.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import { answerTable, originOf, type ServedPage, type Table } from '../twin.ts'
import { siteFor } from '../viewer.ts'
import { describeTokens } from '../write.ts'
import { fieldRows, fieldTable, shapeName, typeWords } from './api-shapes.ts'
import { sentBy, writesOf, writesSection } from './api-writes.ts'

type Form = { suffix: '' | '.json' | '.csv' | '.xlsx' | '.ics'; operation: Operation }
/** One question with the forms it is answered in. */
type Entry = { path: string; forms: Form[] }

const entriesOf = (description: Description): Entry[] => {
  const entries = new Map<string, Entry>()
  for (const [path, { get }] of Object.entries(description.paths)) {
    if (get === undefined) continue
    const [, stem = path, suffix = ''] = /^(.+?)(\.json|\.csv|\.xlsx|\.ics)$/.exec(path) ?? []
    const page = stem === '/index' ? '/' : stem
    // Data that is no twin of a page stands under its own address.
    const key = suffix !== '' && description.paths[page] === undefined ? path : page
    const entry = entries.get(key) ?? { path: key, forms: [] }
    entry.forms.push({ suffix: suffix as Form['suffix'], operation: get })
    entries.set(key, entry)
  }
  return [...entries.values()]
}

const anchorOf = (path: string): string => `address${path.replace(/[^\w]+/g, '-').replace(/-$/, '')}`

const quoted = (words: string): Html => inLanguage(words, 'en')

const subjectTitle = (site: Site, subject: string): string => {
  const key = `api.subject.${subject}`
  return key in english ? site.text(key as TextKey) : subject
}

const exampleLink = (address: string): Html => html`<a href="${address}">${address}</a>`

const askList = (site: Site, entries: Entry[]): Html =>
  html`<section aria-labelledby="ask"><h2 id="ask">${site.text('api.ask')}</h2>
${[...Map.groupBy(entries, (entry) => subjectOf(entry.path))].map(
  ([subject, own]) => html`<h3>${subjectTitle(site, subject)}</h3>
<ul class="addresses" role="list">${own.map((entry) => {
    const operation = (entry.forms.find((form) => form.suffix === '') ?? entry.forms[0])!.operation
    const data = entry.forms.find((form) => form.suffix === '.json')?.operation['x-example']
    return html`<li><a href="#${anchorOf(entry.path)}"><code>${entry.path}</code></a> ${quoted(operation.summary)}${
      data === undefined
        ? nothing
        : html`<br><span class="quiet">${site.text.rich('api.example', { link: exampleLink(data) })}</span>`
    }</li>
`
  })}</ul>`,
)}</section>`

const readKeys = ['json', 'csv', 'xlsx', 'ics', 'null', 'dates', 'times', 'languages'] as const

const readSection = (site: Site): Html =>
  html`<section aria-labelledby="read"><h2 id="read">${site.text('api.read')}</h2><dl class="rule">
${readKeys.map((key) => html`<dt>${site.text(`api.read.${key}`)}</dt><dd>${site.text(`api.read.${key}.words`)}</dd>`)}</dl></section>`

const refusalSection = (site: Site): Html => {
  const { text } = site
  const headings = [text('api.refused.kind'), text('api.refused.status'), text('api.refused.meaning')]
  return html`<section aria-labelledby="refused"><h2 id="refused">${text('api.refused')}</h2><p>${text('api.refused.lead')}</p>
<table role="table" class="plain stacks"><caption class="vh">${text('api.refused')}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${(Object.keys(problemTypes) as ProblemType[]).map(
    (type) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/problems/${type}`)}">${type}</a></th><td role="cell" class="num" data-label="${headings[1]}">${String(problemTypes[type].status)}</td><td role="cell" data-label="${headings[2]}">${quoted(problemTypes[type].title)}</td></tr>
`,
  )}</tbody></table></section>`
}

const citeSection = (site: Site, entries: Entry[]): Html => {
  const dated = entries.find((entry) =>
    entry.forms[0]?.operation.parameters?.some((parameter) => parameter.name === 'as-known-on'),
  )
  const example = dated?.forms.find((form) => form.suffix === '')?.operation['x-example']
  const today = site.today()
  return html`<section aria-labelledby="cite"><h2 id="cite">${site.text('api.cite')}</h2><p>${site.text('api.cite.lead')}</p>${
    example === undefined
      ? nothing
      : html`<p>${site.text.rich('api.cite.example', {
          address: exampleLink(`${example}?as-of=${today}&as-known-on=${today}`),
          date: site.format.date(today),
        })}</p>`
  }</section>`
}

const parameterTable = (site: Site, entry: Entry): Html => {
  const { text } = site
  // A calendar is asked something else than the page it stands beside.
  const all = entry.forms.flatMap((form) => form.operation.parameters ?? [])
  const parameters = [...new Map(all.map((parameter) => [parameter.name, parameter])).values()]
  if (parameters.length === 0) return html`<p class="quiet">${text('api.noParameters')}</p>`
  const headings = [text('api.parameter'), text('api.type'), text('api.meaning')]
  return html`<table role="table" class="plain stacks described"><caption class="vh">${text('api.parameters', { path: entry.path })}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${parameters.map(
    (parameter) =>
      html`<tr role="row"><th role="rowheader" scope="row"><code>${parameter.name}</code></th><td role="cell" data-label="${headings[1]}"><span>${typeWords(site, parameter.schema)}${parameter.in === 'path' ? html`; ${text('api.required')}` : nothing}</span></td><td role="cell" data-label="${headings[2]}"><span>${parameter.description === undefined ? nothing : quoted(parameter.description)}${parameter.schema.example === undefined ? nothing : html` <span class="quiet">${text.rich('api.example', { link: html`<code>${String(parameter.schema.example)}</code>` })}</span>`}</span></td></tr>
`,
  )}</tbody></table>`
}

const shapeOf = (operation: Operation | undefined): Schema | undefined =>
  operation?.responses[200]?.content?.['application/json']?.schema

const entrySection = (site: Site, entry: Entry): Html => {
  const { text } = site
  const [first] = entry.forms
  const operation = first!.operation
  const shape = shapeOf(entry.forms.find((form) => form.suffix === '.json')?.operation)
  const examples = entry.forms.flatMap((form) => form.operation['x-example'] ?? [])
  const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400)
  const isNamed = shape?.$ref !== undefined
  return html`<article class="address" aria-labelledby="${anchorOf(entry.path)}"><h3 id="${anchorOf(entry.path)}"><code>${entry.path}</code></h3>
<p>${quoted(operation.summary)}</p>
${examples.length === 0 ? nothing : html`<p class="quiet">${text.rich('api.example', { link: html`${examples.map((address, i) => html`${i === 0 ? nothing : ' · '}${exampleLink(address)}`)}` })}</p>`}
${parameterTable(site, entry)}
<p>${shape === undefined || !isNamed ? nothing : html`${text.rich('api.gives', { shape: typeWords(site, shape) })}. `}${
    refusals.length === 0
      ? nothing
      : text.rich('api.refuses', {
          statuses: html`${refusals.map(([status, { description }], i) => html`${i === 0 ? nothing : ', '}${status} (${quoted(description)})`)}`,
        })
  }</p>
${shape === undefined || isNamed ? nothing : fieldTable(site, shape, html`${text('api.fields', { shape: entry.path })}`)}</article>`
}

const shapesSection = (site: Site, description: Description): Html =>
  html`<section aria-labelledby="shapes"><h2 id="shapes">${site.text('api.shapes')}</h2><p>${site.text('api.shapes.lead')}</p>
${Object.entries(description.components.schemas).map(
  ([name, schema]) =>
    html`<section aria-labelledby="shape-${name}"><h3 id="shape-${name}"><code>${name}</code></h3>${fieldTable(site, schema, html`${site.text('api.fields', { shape: name })}`)}</section>
`,
)}</section>`

const parts = ['ask', 'send', 'read', 'refused', 'cite', 'terms', 'each', 'shapes'] as const

const page = (site: Site, description: Description): Html => {
  const { text } = site
  const entries = entriesOf(description)
  return layout(site, {
    title: text('api.title'),
    description: text('api.description'),
    path: '/api',
    crumbs: [{ label: text('api.title') }],
    body: html`<header class="head"><h1>${text('api.title')}</h1><p class="lead">${text('api.lead')}</p>
<p>${text('api.size', { count: entries.length })} ${text.rich('api.document', { link: html`<a href="${`${site.root}/api.json`}">${`${site.root}/api.json`}</a>` })}</p></header>
<div class="with-contents"><nav class="contents simple" aria-label="${text('api.contents')}"><h2>${text('api.contents')}</h2><ul role="list">${parts.map((part) => html`<li><a href="#${part}">${text(`api.${part}`)}</a></li>`)}</ul></nav>
<div class="api">
${askList(site, entries)}
${writesSection(site, description)}
${readSection(site)}
${refusalSection(site)}
${citeSection(site, entries)}
<section aria-labelledby="terms"><h2 id="terms">${text('api.terms')}</h2><p>${text('api.terms.words')}</p><p>${text('api.terms.version', { version: description.info.version })}</p></section>
<section aria-labelledby="each"><h2 id="each">${text('api.each')}</h2>
${entries.map((entry) => entrySection(site, entry))}</section>
${shapesSection(site, description)}
</div></div>`,
  })
}

/** A row for every parameter of an address that is read; one for an address without. */
const readRows = (description: Description): Table['rows'] =>
  Object.entries(description.paths).flatMap(([path, { get }]) => {
    if (get === undefined) return []
    const [format = ''] = Object.keys(get.responses[200]?.content ?? {})
    const shape = shapeOf(get)?.$ref
    const own = (get.parameters?.length ?? 0) === 0 ? [undefined] : (get.parameters ?? [])
    return own.map((parameter) => [
      'GET',
      path,
      get.summary,
      format,
      get['x-example'] ?? null,
      parameter?.name ?? null,
      parameter?.in ?? null,
      parameter === undefined ? null : parameter.required === true,
      parameter?.schema.type === undefined ? null : [parameter.schema.type].flat().join(' or '),
      parameter?.description ?? null,
      shape === undefined ? null : shapeName(shape),
    ])
  })

const typeOf = (schema: Schema): string | null =>
  (schema.anyOf ?? [schema]).flatMap((one) => one.type ?? []).join(' or ') || null

/** A row for every field that can be sent to an address. */
const writeRows = (description: Description): Table['rows'] =>
  writesOf(description).flatMap(({ path, operation }) => {
    const sent = sentBy(operation)
    const name = sent?.schema.$ref === undefined ? undefined : shapeName(sent.schema.$ref)
    const schema = name === undefined ? sent?.schema : description.components.schemas[name]
    return fieldRows(schema ?? {}).map((field) => [
      'POST',
      path,
      operation.summary,
      sent?.type ?? null,
      null,
      field.path,
      'body',
      !field.isOptional,
      typeOf(field.schema),
      field.schema.description ?? null,
      name ?? null,
    ])
  })

const csv = (description: Description): Table => ({
  columns: [
    'method',
    'address',
    'summary',
    'format',
    'example',
    'parameter',
    'in',
    'required',
    'type',
    'meaning',
    'shape',
  ],
  rows: [...readRows(description), ...writeRows(description)],
})

const examplesOf = async (site: Site, pages: readonly ServedPage[]): Promise<Map<string, string>> => {
  const examples = new Map<string, string>([['/api', '/api']])
  for (const { path, example } of pages) {
    const own = example === undefined ? (path.includes('{') ? undefined : path) : await example(site)
    if (own !== undefined) examples.set(path, own)
  }
  return examples
}

const summary = 'How to ask for data: every address, parameter and field'

const register = (app: OpenAPIHono): void => {
  for (const [suffix, type] of [
    ['', 'text/html'],
    ['.json', 'application/json'],
    ['.csv', 'text/csv'],
    ['.xlsx', xlsxType],
  ] as const)
    app.openAPIRegistry.registerPath({
      method: 'get',
      path: `/api${suffix}`,
      operationId: `api-${suffix.slice(1) || 'html'}`,
      summary: suffix === '.json' ? 'This document (OpenAPI 3.1)' : summary,
      responses: {
        200: {
          description: summary,
          content: { [type]: { schema: { type: suffix === '.json' ? 'object' : 'string' } } },
        },
      },
    })
}

/** Adds the page, its twins and /openapi.json. `pages` are all others. */
export const serveApi = (app: OpenAPIHono, site: Site, pages: readonly ServedPage[]): void => {
  register(app)
  describeTokens(app)
  let made: Description | undefined
  const describe = async () => {
    made ??= describeSite(app, site)
    return withExamples(made, site, await examplesOf(site, pages))
  }
  app.get('/api', async (c) => c.html(await page(siteFor(c, site), await describe())))
  for (const form of ['csv', 'xlsx'] as const)
    app.get(`/api.${form}`, async (c) => {
      const own = siteFor(c, site)
      const origin = originOf(c, own, { page: summary, path: '/api', given: {}, json: {} })
      return answerTable(c, own, form, csv(await describe()), '/api', origin)
    })
  for (const path of ['/api.json', '/openapi.json'])
    app.get(path, async (c) =>
      c.body(JSON.stringify(await describe(), null, 2), 200, {
        'content-type': 'application/json; charset=utf-8',
      }),
    )
}
