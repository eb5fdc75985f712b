// Every form of the site, sent by a program: what comes back is what the OpenAPI document says comes back, in each case.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import type { Description, Schema } from '../../../src/web/description.ts'
import { inTestStore } from '../../world.ts'
import { addressOfRoute } from './addresses.ts'
import { forms } from './forms.ts'
import { type Asker, addPublic, addSealed, type Sealed, siteOf } from './world.ts'

/** A value of a form as the program sends it: numbers as numbers where the document says so. */
const typed = (value: string, schema: Schema | undefined): unknown =>
  [schema?.type].flat().some((type) => type === 'integer' || type === 'number') ? Number(value) : value

const bodyOf = (fields: Record<string, string> | FormData, shape: Schema | undefined): string | FormData =>
  fields instanceof FormData
    ? fields
    : JSON.stringify(
        Object.fromEntries(
          // A page may ask in one field what a program says in two.
          Object.entries(fields).flatMap(([name, value]) =>
            value === '' ? [] : [[name, typed(value, shape?.properties?.[name])]],
          ),
        ),
      )

/** Names of fields in an answer that the document does not have, however deep. */
const undescribed = (value: unknown, schema: Schema | undefined, place = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => undescribed(one, schema?.items, `${place}[]`))
  if (typeof value !== 'object' || value === null || schema?.properties === undefined) return []
  return Object.entries(value).flatMap(([name, field]) =>
    schema.properties![name] === undefined
      ? [`${place}.${name}`]
      : undescribed(field, schema.properties![name], `${place}.${name}`),
  )
}

describe('what a program is answered', () => {
  const taken = new Set<string>()
  for (const [route, { fields, may }] of Object.entries(forms))
    it(`is what the document says, whoever sends it, right or wrong: ${route}`, () =>
      inTestStore(async (store) => {
        const db = store.world('exercise')
        await addPublic(db)
        const app = siteOf(store)
        const document: Description = await (await app.request('http://localhost:3000/api.json')).json()
        const operation = document.paths[route.replaceAll(/:(\w+)/g, '{$1}')]?.post
        assert.ok(operation !== undefined, route)
        // Parsed anew, it is JSON: what it is made of is said by the document alone.
        const local = (schema: Schema) =>
          JSON.parse(
            JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll(
              '#/components/schemas/',
              '#/$defs/',
            ),
          )
        const named = (schema: Schema): Schema =>
          schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1)!]!
        const shape = Object.values(operation.requestBody?.content ?? {})[0]?.schema

        const sent = async (asker: Asker, about: Sealed, body: string | FormData): Promise<number> => {
          const response = await app.request(`http://localhost:3000${addressOfRoute(route, about)}`, {
            method: 'POST',
            body,
            headers: {
              ...{ 'x-asker': asker, host: 'localhost:3000', accept: 'application/json' },
              'sec-fetch-site': 'same-origin',
              ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
            },
          })
          const { status } = response
          const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
          const words = await response.text()
          const described = operation.responses[status]
          assert.ok(described !== undefined, `${asker}: ${status} is not described: ${words.slice(0, 300)}`)
          const schema = described.content?.[type]?.schema
          assert.ok(schema !== undefined, `${asker}: ${status} comes as ${type}`)
          const answer: unknown = JSON.parse(words)
          const result = z.fromJSONSchema(local(schema)).safeParse(answer)
          assert.ok(result.success, `${asker}: ${status} ${result.error} ${words.slice(0, 300)}`)
          assert.deepEqual(undescribed(answer, named(schema)), [], `${asker}: ${status}`)
          return status
        }

        const sealed = await addSealed(db)
        const right = () => bodyOf(fields, shape)
        const wrong = fields instanceof FormData ? new FormData() : '{}'
        for (const asker of ['public', 'administrator', 'readToken'] as const)
          assert.ok((await sent(asker, sealed, right())) >= 400, asker)
        for (const asker of may) {
          const about = await addSealed(db, asker)
          if ((await sent(asker, about, right())) < 300) taken.add(route)
          await sent(asker, about, wrong)
          await sent(asker, about, '{"no such field": 1}')
        }
      }))

  it('is said of what was taken too, not of refusals alone', () =>
    assert.deepEqual(
      Object.keys(forms).filter((route) => !taken.has(route)),
      // Nothing may be frozen here, a draft is rated by nobody, no workbook is sent, a table is stored only as somebody has
      // looked at it, and nothing is brought back of a revision that nobody has.
      [
        ...['/releases', '/ministries/:actor/cooperation/:version/rate', '/enter/reports/:draft/workbook'],
        ...['/enter/tables/:mapping/store', '/history/:thing/restore'],
      ],
    ))
})
