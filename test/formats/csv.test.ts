import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { columnLetters, readCsv, writeCsv } from '../../src/formats/csv.ts'
import { Problem } from '../../src/problem.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const expectations = { fileName: 'facts.csv', required: ['id', 'actor'], known: ['id', 'actor', 'quotation'] }
const read = (input: string | Uint8Array, expect = expectations) =>
  readCsv(typeof input === 'string' ? bytes(input) : input, expect)

const refusal = (input: string | Uint8Array, more: object = {}): Problem => {
  try {
    read(input, { ...expectations, ...more })
  } catch (error) {
    assert.ok(error instanceof Problem)
    return error
  }
  return assert.fail('the file was read')
}

describe('reading CSV', () => {
  it('finds the separator, whichever of the three it is', () => {
    for (const separator of [',', ';', '\t']) {
      const table = read(`id${separator}actor\n1${separator}XAA\n`)
      assert.deepEqual(table.issues, [])
      assert.equal(table.rows[0]?.get('actor'), 'XAA')
    }
  })

  it('leaves out the signs by which pages mark a language', () =>
    assert.equal(read('id,actor\n1,X\uE000A\uE001A\n').rows[0]?.get('actor'), 'XAA'))

  it('reads lines ended by LF, CRLF and CR, with a byte order mark, and UTF-16 by its mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const table = read(`\uFEFFid,actor${end}1,XAA${end}2,XAB`)
      assert.deepEqual(table.issues, [])
      assert.deepEqual(
        table.rows.map((row) => row.get('actor')),
        ['XAA', 'XAB'],
      )
    }
    const utf16 = new Uint8Array(Buffer.from('\uFEFFid,actor\n1,Өлгий', 'utf16le'))
    assert.equal(read(utf16).rows[0]?.get('actor'), 'Өлгий')
  })

  it('names line and cell as a text editor and a spreadsheet count them, past line breaks in cells', () => {
    const table = read('id,actor,quotation\n1,XAA,"one\ntwo"\n\n2,XAB,three\n')
    assert.equal(table.rows[0]?.get('quotation'), 'one\ntwo')
    assert.equal(table.rows[1]?.line, 5)
    assert.equal(table.rows[1]?.cell('quotation'), 'C4')
  })

  it('collects everything wrong with the header', () => {
    const { issues } = read('id,Actor,id,colour\n1,XAA,2,red\n')
    assert.deepEqual(
      issues.map(({ cell, message, found, expected }) => ({ cell, message, found, expected })),
      [
        { cell: 'B1', message: 'Unknown column', found: 'Actor', expected: 'actor' },
        { cell: 'C1', message: 'The column is there twice', found: 'id', expected: undefined },
        { cell: 'D1', message: 'Unknown column', found: 'colour', expected: undefined },
        { cell: undefined, message: 'The column "actor" is missing', found: undefined, expected: undefined },
      ],
    )
  })

  it('names a row with more cells than the header', () => {
    const { issues } = read('id,actor\n1,XAA,lost\n2,XAB,\n')
    assert.equal(issues.length, 1)
    assert.deepEqual([issues[0]?.line, issues[0]?.cell], [2, 'C2'])
  })

  it('refuses a cell that is never closed, naming where it opens', () => {
    const refused = refusal('id,actor\n1,XAA\n2,"XAB\n3,XAC\n')
    assert.equal(refused.type, 'input-unreadable')
    assert.equal(refused.issues[0]?.line, 3)
    assert.match(refused.issues[0]?.message ?? '', /never closed/)
  })

  it('refuses what is not text: binary, archives, another encoding, nothing, too much', () => {
    assert.match(refusal(new Uint8Array([0x50, 0x4b, 3, 4, 9])).issues[0]!.message, /ZIP/)
    assert.match(refusal(bytes('%PDF-1.7')).issues[0]!.message, /PDF/)
    assert.match(refusal(bytes('id,actor\n1,\0')).issues[0]!.message, /NUL/)
    const latin1 = new Uint8Array([...bytes('id,actor\n1,XAA\n2,S'), 0xe3, ...bytes('o Tom\n')])
    assert.deepEqual(
      [refusal(latin1).issues[0]!.line, refusal(latin1).issues[0]!.message],
      [3, 'The text is not UTF-8'],
    )
    assert.match(refusal('').issues[0]!.message, /empty/)
    assert.match(refusal('id,actor\n1,XAA\n', { maxBytes: 3 }).issues[0]!.expected ?? '', /split it/)
  })
})

describe('writing CSV', () => {
  it('keeps a spreadsheet from running a cell as a formula and leaves numbers alone', () => {
    const text = writeCsv(
      ['name', 'value'],
      [
        ['=1+1', -5],
        ['-12.5', '+3'],
        ['@SUM(A1)', '-cmd'],
        ['\tx', null],
      ],
    )
    assert.equal(text, "name,value\r\n'=1+1,-5\r\n-12.5,+3\r\n'@SUM(A1),'-cmd\r\n'\tx,\r\n")
  })

  it('reads back what it wrote, whatever the cells hold', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text.trim() === text && !/[\r\0]/.test(text) && text.isWellFormed())
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const known = ['id', 'actor']
        const table = readCsv(bytes(writeCsv(known, rows)), { fileName: 'x.csv', required: known, known })
        const full = rows.filter((row) => row.some((text) => text !== ''))
        assert.deepEqual(
          table.rows.map((row) => known.map(row.get)),
          full,
        )
      }),
    )
  })

  it('quotes a cell of several lines, and reads it back with any line end, separator, quotation mark or space in it', () => {
    const text = 'The State should:\n(a) adopt a law;\n(b) train.'
    assert.equal(writeCsv(['id', 'actor'], [['1', text]]), `id,actor\r\n1,"${text}"\r\n`)
    const unit = fc.constantFrom('\n', '\r', '\r\n', '"', ',', ';', "'", ' ', '\t', '=', '-', 'a', '1', 'ө')
    const cell = fc.string({ unit, maxLength: 8 })
    const said = (one: string) => one.replace(/\r\n?/g, '\n').trim()
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const known = ['id', 'actor']
        const table = readCsv(bytes(writeCsv(known, rows)), { fileName: 'x.csv', required: known, known })
        assert.deepEqual(
          table.rows.map((row) => known.map((name) => row.get(name).trim())),
          rows.map((row) => row.map(said)).filter((row) => row.some((one) => one !== '')),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('never throws anything but a problem, whatever bytes come', () => {
    for (const text of ['#"', 'a"b\nc', '"a"b'])
      assert.throws(() => read(new TextEncoder().encode(text)), Problem, text)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        try {
          read(input)
        } catch (error) {
          assert.ok(error instanceof Problem)
        }
      }),
    )
  })
})

describe('column letters', () => {
  it('count as spreadsheets do', () => {
    assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(columnLetters), [
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })
})
