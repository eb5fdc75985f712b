import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { pathText, readJson } from '../../src/formats/json.ts'
import { type Issue, Problem } from '../../src/problem.ts'

const read = (text: string) => readJson(new TextEncoder().encode(text), 'report.json')

const refused = (text: string): Issue[] => {
  try {
    read(text)
  } catch (error) {
    assert.ok(error instanceof Problem && error.type === 'input-unreadable')
    return error.issues
  }
  return assert.fail('the file was read')
}

describe('reading JSON', () => {
  it('says where a file is cut off', () => {
    const [issue] = refused('{"a": 1,\n"b": [1, 2,\n')
    assert.match(issue!.message, /cut off/)
    assert.equal(issue!.line, 2)
    assert.match(refused('{"a": "half a te')[0]!.message, /cut off/)
  })

  it('names the line of what is not JSON', () => {
    assert.equal(refused('{"a": 1,\n b: 2}')[0]!.line, 2)
    assert.equal(refused('[1,\n2,\n]')[0]!.line, 3)
    assert.equal(refused(`{"a": 1,\n"b": ${'"x"'} nonsense}`)[0]!.line, 2)
  })

  it('names keys given twice, by path, also inside lists', () => {
    const [issue] = refused('{"reports": [{"a": 1}, {"actor": "XAA", "x": {"k": ":,"},\n"actor": "XAB"}]}')
    assert.deepEqual([issue!.line, issue!.path], [2, 'reports[1].actor'])
  })

  it('names the line of every key given twice, however many', () => {
    const issues = refused(`{${Array.from({ length: 40_000 }, () => '"a": 1').join(',\n')}}`)
    assert.deepEqual([issues.length, issues[0]!.line, issues.at(-1)!.line], [39_999, 2, 40_000])
  })

  it('refuses nesting without end and characters no store can hold', () => {
    assert.match(refused('['.repeat(100_000) + ']'.repeat(100_000))[0]!.message, /64 levels/)
    assert.equal(refused('{"a": ["x\\u0000"]}')[0]!.path, 'a[0]')
    assert.equal(refused('{"a": "\\ud800"}')[0]!.path, 'a')
  })

  it('leaves out the signs by which pages mark a language, also where they are escaped', () =>
    assert.deepEqual(read('{"a": ["x\\uE000y\\ue001", "\uE000z"]}'), { a: ['xy', 'z'] }))

  it('gives the value of every JSON text without double keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('\\u0000') && JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/.test(text))
        assert.deepEqual(read(text), JSON.parse(text))
      }),
    )
  })

  it('writes paths as people write them', () => {
    assert.equal(pathText(['reports', 2, 'answers', 0, 'state']), 'reports[2].answers[0].state')
  })
})
