// The document that describes a world's addresses (OpenAPI 3.1), made of what the pages say of themselves. Meanings of
// parameters and fields that a schema leaves out are filled in, so that a program and the page /api read the same.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { fieldMeanings, parameterMeanings } from './schemas/meanings.ts'
import type { Site } from './site.ts'

/** A schema (JSON Schema 2020-12), as far as ours go. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  description?: string
  example?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: boolean | Schema
}
export type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}
export type Answer = { description: string; content?: Record<string, { schema: Schema }> }
export type Operation = {
  operationId: string
  summary: string
  tags: string[]
  /** An address of this kind that answers in this world. */
  'x-example'?: string
  /** What a token for it has to be made for. */
  'x-scope'?: string
  parameters?: Parameter[]
  description?: string
  security?: Record<string, string[]>[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, Answer>
}
export type Description = {
  openapi: string
  info: { title: string; version: string; description: string; license: { name: string; url: string } }
  servers: { url: string }[]
  tags: { name: string }[]
  paths: Record<string, { get?: Operation; post?: Operation }>
  components: {
    schemas: Record<string, Schema>
    securitySchemes?: Record<string, { type: string; scheme?: string; description?: string }>
  }
}

/** What an address is about: its first part. */
export const subjectOf = (path: string): string => {
  const first = /^\/([\w-]+)/.exec(path)?.[1] ?? ''
  return first === '' || first === 'index' ? 'home' : first
}

/** The parts a name may be told apart by: `sections.actions.text` is looked for whole, then as `actions.text`, then `text`. */
const meaningOf = (holders: readonly string[], name: string): string | undefined => {
  for (let from = 0; from <= holders.length; from++) {
    const found = fieldMeanings[[...holders.slice(from), name].join('.')]
    if (found !== undefined) return found
  }
  return undefined
}

const fillFields = (schema: Schema, holders: readonly string[]): void => {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const meaning = field.description ?? meaningOf(holders, name)
    if (meaning !== undefined) field.description = meaning
    fillFields(field, [...holders, name])
  }
  for (const part of [
    schema.items,
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ])
    if (part !== undefined) fillFields(part, holders)
}

const fillOperation = (path: string, operation: Operation): void => {
  operation.tags = [subjectOf(path)]
  for (const parameter of operation.parameters ?? [])
    parameter.description ??=
      parameter.schema.description ??
      parameterMeanings[`${path.replace(/\.(json|csv|xlsx|ics)$/, '')}?${parameter.name}`] ??
      parameterMeanings[parameter.name]
  for (const { schema } of Object.values(operation.requestBody?.content ?? {})) fillFields(schema, [])
  for (const answer of Object.values(operation.responses))
    for (const { schema } of Object.values(answer.content ?? {})) fillFields(schema, [])
}

/** The example of a page as one of its twins: the suffix stands behind the path, before what is asked. */
const exampleOf = (path: string, examples: ReadonlyMap<string, string>): string | undefined => {
  const own = examples.get(path)
  if (own !== undefined) return own
  const [, stem = '', suffix = ''] = /^(.+)(\.json|\.csv|\.xlsx|\.ics)$/.exec(path) ?? []
  const [asked, query] = (examples.get(stem === '/index' ? '/' : stem) ?? '').split('?')
  if (asked === undefined || asked === '') return undefined
  return `${asked === '/' ? '/index' : asked}${suffix}${query === undefined ? '' : `?${query}`}`
}

/** The document with an address that answers beside each; `examples` by the path of its page, without the world's base. */
export const withExamples = (
  description: Description,
  site: Site,
  examples: ReadonlyMap<string, string>,
): Description => ({
  ...description,
  paths: Object.fromEntries(
    Object.entries(description.paths).map(([path, { get, ...others }]) => {
      const example = exampleOf(path, examples)
      return [
        path,
        get === undefined || example === undefined
          ? { ...others, ...(get === undefined ? {} : { get }) }
          : { ...others, get: { ...get, 'x-example': `${site.root}${example}` } },
      ]
    }),
  ),
})

/** The OpenAPI 3.1 document of one world. It changes only with the program. */
export const describeSite = (app: OpenAPIHono, site: Site): Description => {
  const name = site.text('site.name')
  const made = structuredClone(
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: `${name}: ${site.text(site.world === 'exercise' ? 'site.exercise' : 'site.register')}`,
        version: '1',
        description: [site.text('home.description'), site.banner].filter((part) => part !== null).join(' '),
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: site.root === '' ? '/' : site.root }],
    }),
  ) as unknown as Description
  for (const [component, schema] of Object.entries(made.components.schemas)) fillFields(schema, [component])
  for (const [path, { get, post }] of Object.entries(made.paths))
    for (const operation of [get, post]) if (operation !== undefined) fillOperation(path, operation)
  const subjects = new Set(Object.keys(made.paths).map(subjectOf))
  return { ...made, tags: [...subjects].map((subject) => ({ name: subject })) }
}
