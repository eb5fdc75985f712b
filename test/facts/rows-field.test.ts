import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type KindSpec, readBody } from '../../src/facts/kind.ts'
import { gatherRows, type RowOfField, readRows, rowsText } from '../../src/facts/rows-field.ts'

const columns = {
  audience: { type: 'text', required: true },
  sex: { type: 'text', oneOf: ['female', 'male'] },
  persons: { type: 'integer' },
} as const

describe('a field of small rows', () => {
  it('is read from the short form, from JSON and from a list, all the same', () => {
    const rows = [{ audience: 'academia', sex: 'female', persons: 12 }, { audience: 'youth' }]
    for (const given of [
      'audience=academia, sex=female, persons=12; audience=youth',
      JSON.stringify(rows),
      rows,
    ])
      assert.deepEqual(readRows(columns, given), { value: rows })
  })

  it('says which row and column is wrong, and what was expected', () => {
    assert.deepEqual(readRows(columns, 'audience=academia; audience=youth, sex=f'), {
      message: 'Not one of the values, row 2, sex',
      expected: 'female, male',
      found: 'f',
    })
    assert.match(
      (readRows(columns, 'academia 12') as { expected: string }).expected,
      /^rows such as "audience=text, /,
    )
    for (const wrong of [
      'audience=a, persons=-1',
      'audience=a, persons=1.5',
      'persons=1',
      'audience=a, age=3',
      '',
      '[1]',
    ])
      assert.ok('message' in readRows(columns, wrong), wrong)
  })

  it('is written so that it is read back, whatever signs a text has', () => {
    const row = fc.record(
      {
        audience: fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text),
        sex: fc.constantFrom('female', 'male'),
        persons: fc.nat(10_000),
      },
      { requiredKeys: ['audience'], noNullPrototype: true },
    )
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        assert.deepEqual(readRows(columns, rowsText(rows as RowOfField[])), { value: rows })
      }),
    )
  })

  it('is gathered from the cells of a form, empty rows left out', () => {
    const typed = {
      'body.attendance.0.audience': 'academia',
      'body.attendance.0.persons': '12',
      'body.attendance.1.audience': ' ',
      'body.attendance.2.audience': 'youth',
      'body.attendance.2.constructor': 'x',
    }
    assert.equal(
      gatherRows(typed, 'body.attendance', columns),
      'audience=academia, persons=12; audience=youth',
    )
    assert.equal(gatherRows({ 'body.attendance': 'audience=a' }, 'body.attendance', columns), 'audience=a')
    assert.equal(gatherRows({ 'body.attendance.0.audience': '' }, 'body.attendance', columns), '')
  })

  it('belongs to the body of a fact', () => {
    const fields: KindSpec['fields'] = { attendance: { type: 'rows', columns } }
    const kind: KindSpec = { title: 'Event', time: 'event', fields }
    assert.deepEqual(readBody(kind, { attendance: 'audience=a, persons=2' }), {
      body: { attendance: [{ audience: 'a', persons: 2 }] },
      issues: [],
      questions: [],
    })
  })
})

describe('rows that cannot be meant', () => {
  it('are refused: a column told twice, and what is neither a text nor a number', () => {
    const columns = { audience: { type: 'text' }, persons: { type: 'integer' } } as const
    for (const given of [
      'audience=a, persons=12, persons=13',
      [{ audience: { x: 1 }, persons: 3 }],
      [{ audience: ['a', 'b'], persons: 3 }],
      [{ audience: true, persons: 3 }],
    ])
      assert.ok('message' in readRows(columns, given), JSON.stringify(given))
    assert.deepEqual(readRows(columns, [{ audience: 2026, persons: '3' }]), {
      value: [{ audience: '2026', persons: 3 }],
    })
  })
})
