// A list in the one text of a form or a cell.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { listText, listTyped } from '../../src/facts/list-field.ts'
import { gatherList } from '../../src/facts/rows-field.ts'

describe('a list in one text', () => {
  it('has its entries apart by semicolons, as it always had', () => {
    assert.equal(listText(['academia', ' youth ', '']), 'academia; youth')
    assert.deepEqual(listTyped(' academia;youth ; '), ['academia', 'youth'])
    assert.deepEqual(listTyped(undefined), [])
    // What begins with a bracket and is no list stays the text that it is.
    for (const text of ['[sic] officers', '[1, 2]', '["open'])
      assert.deepEqual(listTyped(`${text}; youth`), [text, 'youth'])
  })

  it('keeps an entry whole that has a semicolon in it', () => {
    const entries = ['Ministry of Justice; Legal Department', 'Police']
    assert.deepEqual(listTyped(listText(entries)), entries)
    const typed = {
      'body.responsible.0': entries[0]!,
      'body.responsible.1': '',
      'body.responsible.2': 'Police',
    }
    assert.deepEqual(listTyped(gatherList(typed, 'body.responsible')), entries)
  })

  it('comes out as it went in, whatever its entries say', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('a; b', '["a"]', '[', '"', '[]', ';'))),
        (entries) => {
          const said = entries.map((entry) => entry.trim()).filter((entry) => entry !== '')
          assert.deepEqual(listTyped(listText(entries)), said)
        },
      ),
    ))
})
