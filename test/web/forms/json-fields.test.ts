// A form sent as JSON holds the same fields as the form.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../../../src/problem.ts'
import { fieldsOfJson } from '../../../src/web/forms/json-fields.ts'

const pathsRefused = (value: unknown): (string | undefined)[] => {
  try {
    fieldsOfJson(value)
    return []
  } catch (error) {
    assert.ok(error instanceof Problem && error.type === 'input-rejected')
    return error.issues.map(({ path }) => path)
  }
}

describe('fields sent as JSON', () => {
  it('are texts by their name, flat or nested where the name has dots', () => {
    const nested = { revision: 3, document: { title: 'Report', pages: 12 }, finished: true, note: null }
    const flat = {
      revision: '3',
      'document.title': 'Report',
      'document.pages': '12',
      finished: 'yes',
      note: '',
    }
    assert.deepEqual(fieldsOfJson(nested), flat)
    assert.deepEqual(fieldsOfJson(flat), flat)
    assert.deepEqual(fieldsOfJson({ 'body.parties': ['XAA', 'XAB'], later: false, large: 1e21 }), {
      'body.parties': 'XAA; XAB',
      later: 'no',
      large: '1000000000000000000000',
    })
  })

  it('are refused by path where no field can hold them, or where one is given twice', () => {
    assert.deepEqual(pathsRefused([]), [''])
    assert.deepEqual(pathsRefused('text'), [''])
    assert.deepEqual(pathsRefused(null), [''])
    assert.deepEqual(pathsRefused({ a: [{ b: 1 }], c: { d: [[1]] } }), ['a', 'c.d'])
    assert.deepEqual(pathsRefused({ a: { b: '1' }, 'a.b': '2' }), ['a.b'])
    let deep: unknown = 'x'
    for (let i = 0; i < 12; i++) deep = { a: deep }
    assert.equal(pathsRefused(deep).length, 1)
  })

  it('hold every text as it is, whatever the field is called', () => {
    const name = fc.string({ minLength: 1 }).filter((one) => !one.includes('.'))
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (fields) => {
        assert.deepEqual({ ...fieldsOfJson(fields) }, { ...fields })
        assert.deepEqual(
          fieldsOfJson({ in: fields }),
          Object.fromEntries(Object.entries(fields).map(([key, text]) => [`in.${key}`, text])),
        )
      }),
    )
  })
})
