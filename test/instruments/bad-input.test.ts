import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodePlan, maxPlanBytes } from '../../src/instruments/decode.ts'
import { importPlan } from '../../src/instruments/import.ts'
import { Problem } from '../../src/problem.ts'

const refusal = (act: () => unknown): Problem => {
  try {
    act()
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    return error
  }
  throw new Error('nothing was refused')
}
const bytes = (...values: (number | string)[]) =>
  Buffer.concat(
    values.map((value) => (typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value, 'latin1'))),
  )

describe('files that are no plan', () => {
  const cases: [string, Uint8Array, RegExp, number | undefined][] = [
    ['an empty file', bytes(), /empty/i, undefined],
    ['white space only', bytes(' \n\t\n'), /empty/i, undefined],
    ['a PDF', bytes('%PDF-1.7\n'), /PDF/, undefined],
    ['a DOCX', bytes('PK', 3, 4, 'x'), /ZIP|DOCX/, undefined],
    ['an RTF', bytes('{\\rtf1 Action 1}'), /RTF/, undefined],
    ['a web page', bytes('<!DOCTYPE html><p>Action 1'), /web page/, undefined],
    ['NUL bytes', bytes('Action 1\nDo', 0, ' it'), /NUL/, 2],
    ['Windows-1252', bytes('Plan\nAction 1\nD', 0xe9, 'miner'), /UTF-8/, 3],
    ['a file cut off inside a character', bytes('Plan\nAction 1 ', 0xe2, 0x80), /cut off/, 2],
    ['control characters', bytes('Action 1\n', ...Array(50).fill(2)), /control/, undefined],
  ]
  for (const [name, content, words, line] of cases)
    it(name, () => {
      const problem = refusal(() => decodePlan(content, 'plan.txt'))
      assert.equal(problem.type, 'input-unreadable')
      const [issue] = problem.issues
      assert.equal(issue?.file, 'plan.txt')
      assert.match(issue?.message ?? '', words)
      assert.equal(issue?.line, line)
      assert.match(issue?.expected ?? '', /UTF-8.*pdftotext.*pandoc.*iconv/)
    })

  it('the first byte that is not UTF-8 is named', () => {
    const problem = refusal(() => decodePlan(bytes('Plan\nAction 1\nD', 0xe9, 'miner'), 'plan.txt'))
    assert.equal(problem.issues[0]?.found, 'byte 16: 0xe9')
  })

  it('a file over the limit, which is said', () => {
    const problem = refusal(() => decodePlan(new Uint8Array(maxPlanBytes + 1).fill(65), 'plan.txt'))
    assert.match(problem.message, /plan\.txt is larger than the 20 MB a plan may have/)
    assert.deepEqual(problem.issues, [
      {
        file: 'plan.txt',
        message: 'The file has 20.1 MB; at most 20 MB are read',
        expected: 'at most 20 MB of text; leave out what is not the plan',
        found: '20971521 bytes',
      },
    ])
  })

  it('too many lines', () => {
    assert.match(
      refusal(() => importPlan(`Action 1\n${'x\n'.repeat(200_001)}`, 'plan.txt')).issues[0]?.message ?? '',
      /lines/,
    )
  })

  it('UTF-16 with its mark is read, and a byte order mark is no part of the text', () => {
    const text = 'Plan of Action\nAction 1\nDéminer.\n'
    assert.equal(decodePlan(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'plan.txt'), text)
    assert.equal(decodePlan(Buffer.from(`\uFEFF${text}`, 'utf8'), 'plan.txt'), text)
  })

  it('a text without any action is rejected, and says what was looked for', () => {
    const problem = refusal(() => importPlan('A letter.\n\nDear friends, all is well.\n', 'letter.txt'))
    assert.equal(problem.type, 'input-rejected')
    assert.match(problem.message, /letter\.txt: no action was found.*Action #12.*table/)
  })
})
