import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { tokenScopes } from '../../src/accounts/person.ts'
import type { Description, Operation, Schema } from '../../src/web/description.ts'
import { english } from '../../src/words/catalogue.ts'
import { banner, bothWorlds, documentOf, exerciseApp, read, registerApp, textOf } from './site.ts'

const both = bothWorlds()
const described: Description = JSON.parse((await read(exerciseApp(), '/api.json')).text)
const operations = Object.entries(described.paths).flatMap(([path, { get }]): [string, Operation][] =>
  get === undefined ? [] : [[path, get]],
)
const writes = Object.entries(described.paths).flatMap(([path, { post }]): [string, Operation][] =>
  post === undefined ? [] : [[path, post]],
)
const everything = [...operations, ...writes]

/** Every schema in the document, with the place it stands at. */
const schemasIn = (schema: Schema, place: string): [string, Schema][] => [
  [place, schema],
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => schemasIn(field, `${place}.${name}`)),
  ...[schema.items, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(
    (part) => (part === undefined ? [] : schemasIn(part, place)),
  ),
]
const schemas = [
  ...Object.entries(described.components.schemas).flatMap(([name, schema]) => schemasIn(schema, name)),
  ...everything.flatMap(([path, operation]) => [
    ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => schemasIn(schema, path)),
    ...(operation.parameters ?? []).flatMap(({ name, schema }) => schemasIn(schema, `${path}?${name}`)),
    ...Object.values(operation.responses).flatMap((answer) =>
      Object.values(answer.content ?? {}).flatMap(({ schema }) => schemasIn(schema, path)),
    ),
  ]),
]

describe('the OpenAPI document', () => {
  it('is an OpenAPI 3.1 document: its parts, its parameters, its answers, its names', () => {
    assert.equal(described.openapi, '3.1.0')
    assert.ok(described.info.title && described.info.version && described.info.license.name)
    const faults = everything.flatMap(([path, operation]) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path')
      return [
        path.startsWith('/') || 'the path does not begin with /',
        operation.summary.length > 5 || 'no summary',
        JSON.stringify(declared.map((one) => one.name).sort()) === JSON.stringify([...inPath].sort()) ||
          `path parameters ${declared.map((one) => one.name)}`,
        declared.every((one) => one.required === true) || 'a path parameter is not required',
        (operation.parameters ?? []).every((one) => ['path', 'query'].includes(one.in)) || 'a place',
        Object.keys(operation.responses).every((status) => /^[1-5]\d\d$/.test(status)) || 'a status',
        Object.values(operation.responses).every((answer) => answer.description.length > 3) || 'an answer',
        (operation.responses[201] ?? operation.responses[200])?.content !== undefined || 'nothing comes back',
        inPath.length === 0 || operation.responses[404] !== undefined || 'no 404',
        operation.tags.every((tag) => described.tags.some((known) => known.name === tag)) || 'a tag',
      ].flatMap((fault) => (fault === true ? [] : [`${path}: ${fault}`]))
    })
    assert.deepEqual(faults, [])
    const ids = everything.map(([, operation]) => operation.operationId)
    assert.equal(new Set(ids).size, ids.length)
  })

  it('has schemas that JSON Schema knows, each reference leading somewhere', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
    const faults = schemas.flatMap(([place, schema]) => [
      ...(schema.$ref === undefined ||
      described.components.schemas[schema.$ref.replace('#/components/schemas/', '')] !== undefined
        ? []
        : [`${place}: ${schema.$ref}`]),
      ...(schema.type === undefined ? [] : [schema.type].flat())
        .filter((type) => !types.includes(type))
        .map((type) => `${place}: ${type}`),
      ...(schema.required ?? [])
        .filter((name) => schema.properties?.[name] === undefined)
        .map((name) => `${place}: requires ${name}`),
    ])
    assert.deepEqual(faults, [])
  })

  it('says what every parameter and every field means (src/web/schemas/meanings.ts)', () => {
    const silent = new Set<string>()
    for (const [path, operation] of everything)
      for (const { name, description } of operation.parameters ?? [])
        if (description === undefined) silent.add(`${path}?${name}`)
    for (const [place, schema] of schemas)
      for (const [name, field] of Object.entries(schema.properties ?? {}))
        if (field.description === undefined) silent.add(`${place}.${name}`)
    assert.deepEqual([...silent], [])
  })

  it('has an example of every address, and each answers in the form it is of', async () => {
    for (const [path, operation] of operations) {
      const address = operation['x-example']
      assert.ok(address !== undefined, `no example of ${path}`)
      const { status, headers, text } = await read(both, address)
      assert.equal(status, 200, address)
      const [type = ''] = Object.keys(operation.responses[200]?.content ?? {})
      assert.ok((headers.get('content-type') ?? '').startsWith(type), `${address} is ${type}`)
      const shape = operation.responses[200]?.content?.[type]?.schema
      if (type !== 'application/json' || shape?.$ref === undefined) continue
      // The answer is as the document itself says, checked by the document and not by the schemas it is made of.
      const [, name = ''] = /([^/]+)$/.exec(shape.$ref) ?? []
      const local = JSON.parse(
        JSON.stringify({
          ...described.components.schemas[name],
          $defs: described.components.schemas,
        }).replaceAll('#/components/schemas/', '#/$defs/'),
      )
      const result = z.fromJSONSchema(local).safeParse(JSON.parse(text))
      assert.ok(result.success, `${address}: ${result.error}`)
    }
  })

  it('describes every address to which something is sent, and no other', () => {
    // In a browser alone: whoever signs in or manages people does it in a session, and a token never makes another.
    const inSessions = /^\/(sign-in|sign-out|first|account|people|invitation)(\/|$)/
    const routes = registerApp()
      .routes.filter(({ method, path }) => !['GET', 'HEAD', 'ALL'].includes(method) && !inSessions.test(path))
      .map(({ path }) => path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}'))
    assert.deepEqual([...new Set(routes)].sort(), writes.map(([path]) => path).sort())
  })

  it('says of every write who may do it: a token of a scope, with what is refused otherwise', () => {
    assert.equal(described.components.securitySchemes?.bearer?.scheme, 'bearer')
    for (const [path, operation] of writes) {
      assert.deepEqual(operation.security, [{ bearer: [] }], path)
      assert.ok((tokenScopes as readonly string[]).includes(operation['x-scope'] ?? ''), path)
      for (const status of [401, 403, 422, 429]) assert.ok(operation.responses[status] !== undefined, path)
    }
  })

  it('says of a fictional world that it is fictional', () => {
    assert.ok(described.info.description.includes(banner))
    assert.deepEqual(described.servers, [{ url: '/exercise' }])
  })
})

describe('the page that says how to ask for data', () => {
  it('shows every address, parameter and shape of the document, and no other', async () => {
    const document = documentOf((await read(registerApp(), '/api')).text)
    const codes = [...document.querySelectorAll('article.address h3 code')].map(textOf)
    for (const [path] of operations) {
      const stem = /^\/index\.\w+$/.test(path) ? '/' : path.replace(/\.(json|csv|xlsx|ics)$/, '')
      assert.ok(codes.includes(stem) || codes.includes(path), path)
    }
    const sent = codes.filter((code) => code.startsWith('POST '))
    assert.deepEqual(
      sent,
      writes.map(([path]) => `POST ${path}`),
    )
    const shapes = [...document.querySelectorAll('h3[id^="shape-"]')].map((heading) => textOf(heading))
    assert.deepEqual(shapes, Object.keys(described.components.schemas))
    const parameters = [...document.querySelectorAll('article.address table tbody th')].map(textOf)
    for (const [, operation] of operations)
      for (const { name } of operation.parameters ?? []) assert.ok(parameters.includes(name), name)
  })

  it('has a heading in words for every subject', () => {
    for (const { name } of described.tags) assert.ok(`api.subject.${name}` in english, name)
  })

  it('says what a type is, null and absence included', async () => {
    const document = documentOf((await read(registerApp(), '/api')).text)
    const row = (shape: string, field: string) =>
      textOf(
        [...document.querySelectorAll(`section[aria-labelledby="shape-${shape}"] tbody tr`)].find(
          (one) => textOf(one.querySelector('th')) === field,
        ) ?? null,
      )
    assert.match(row('Value', 'numerator'), /number or null n: how many count; null: not known/)
    assert.match(row('Plan', 'plan.sections[].actions[].number'), /text/)
    assert.match(row('Plan', 'values'), /list of: Value/)
    assert.match(row('Indicator', 'notice'), /text; may be absent/)
  })

  it('is a table of addresses and parameters as CSV', async () => {
    const rows: Record<string, string>[] = parse((await read(registerApp(), '/api.csv')).text, {
      columns: true,
    })
    const asOf = rows.find((one) => one.address === '/cohorts/{name}.json' && one.parameter === 'as-of')
    assert.deepEqual(
      [asOf?.format, asOf?.in, asOf?.required, asOf?.shape, asOf?.example],
      ['application/json', 'query', 'false', 'Cohort', '/cohorts/states-parties.json'],
    )
    assert.ok(rows.every((one) => one.world === 'register'))
  })
})
