import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { plainDigits } from '../../src/formats/digits.ts'
import type { ReadValue } from '../../src/formats/xlsx-read.ts'
import {
  type Reading,
  readDay,
  readLanguage,
  readNumber,
  readState,
  readText,
} from '../../src/reports/workbook-values.ts'

const text = (words: string): ReadValue => ({ kind: 'text', text: words })
const number = (value: number, isPercent = false): ReadValue => ({ kind: 'number', number: value, isPercent })
const day = (value: string): ReadValue => ({ kind: 'day', day: value, hasTime: false })
const said = (reading: Reading): string | null => ('text' in reading ? reading.text : null)

describe('an answer in a cell', () => {
  for (const [words, state] of [
    ['Yes', 'yes'],
    [' YES. ', 'yes'],
    ['Тийм', 'yes'],
    ['نعم', 'yes'],
    ['oui', 'yes'],
    ['хэсэгчлэн', 'partly'],
    ['Үгүй', 'no'],
    ['“no”', 'no'],
    ['n/a', 'not applicable'],
    ['Not applicable', 'not applicable'],
    ['not reported', 'not reported'],
    ['\u00a0', ''],
  ] as const)
    it(`is "${state}" where "${words}" is written`, () =>
      assert.equal(said(readState(text(words), 'Yes')), state))

  it('is asked for again where it could be anything', () => {
    for (const value of [text('maybe'), text('yes and no'), number(1), day('2025-01-01')])
      assert.match((readState(value, 'Yes, No') as { expected: string }).expected, /one of: Yes, No/)
  })

  it('may be a truth value of the spreadsheet', () => {
    assert.equal(said(readState({ kind: 'truth', truth: true }, '')), 'yes')
  })
})

describe('a number in a cell', () => {
  for (const [words, digits] of [
    ['1250', '1250'],
    ['1 250', '1250'],
    ['1\u202f250\u00a0000', '1250000'],
    ['1,250,000', '1250000'],
    ['1.250.000', '1250000'],
    ["1'250", '1250'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['١٢٥٠', '1250'],
    ['−3', '-3'],
    ['1250 m2', '1250'],
    ['1 250 m²', '1250'],
    ['', ''],
  ] as const)
    it(`is ${digits === '' ? 'nothing' : digits} where "${words}" is written`, () =>
      assert.equal(said(readNumber(text(words), 'm2')), digits))

  for (const words of ['1250¹', '5²', '1250 ¹', '1250 m²¹', '1250₂', '1250①', '5½', '¹1250'])
    it(`is no digit that is set apart: "${words}"`, () =>
      assert.match(JSON.stringify(readNumber(text(words), 'm2')), /footnote/))

  it('is asked for again where a comma stands before three digits, and only there', () => {
    assert.deepEqual(readNumber(text('12,500'), undefined), {
      message: 'This can be read in two ways',
      found: '12,500',
      expected: '12500 or 12.5, in digits only',
    })
    assert.match(JSON.stringify(readNumber(text('12,500 m2'), 'm2')), /two ways/)
    assert.equal(said(readNumber(number(12500), 'm2')), '12500')
  })

  for (const unit of ['%', 'percent', 'per cent', 'percentage', 'Per cent'])
    it(`is a percentage where the unit is "${unit}"`, () => {
      for (const value of [
        number(0.45, true),
        ...['45%', '45 %', '45', '45 percent', '45 per cent'].map(text),
      ])
        assert.equal(said(readNumber(value, unit)), '45')
      assert.ok('message' in readNumber(text('45 percent'), 'm2'))
    })

  it('is not guessed where it can be read in two ways', () => {
    assert.deepEqual(readNumber(text('1.250'), 'm2'), {
      message: 'This can be read in two ways',
      found: '1.250',
      expected: '1250 or 1.25, in digits only',
    })
  })

  it('is no percentage, no day, no approximation, and no other unit', () => {
    for (const value of [
      number(0.45, true),
      text('45 %'),
      day('2025-05-12'),
      text('~100'),
      text('>5'),
      text('5 km2'),
      text('five'),
    ])
      assert.ok('message' in readNumber(value, 'm2'), JSON.stringify(value))
    assert.equal(said(readNumber(number(0.45, true), 'percent')), '45')
    assert.equal(said(readNumber(number(0.07, true), '%')), '7')
  })

  it('has all its digits and no exponent', () => {
    assert.equal(plainDigits(1e21), '1000000000000000000000')
    assert.equal(plainDigits(-1.5e-7), '-0.00000015')
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        assert.match(plainDigits(value), /^-?\d+(\.\d+)?$/)
        assert.equal(Number(plainDigits(value)), value === 0 ? 0 : value)
      }),
    )
  })
})

describe('a day in a cell', () => {
  for (const [words, expected] of [
    ['2026-04-30', '2026-04-30'],
    ['2026.4.3', '2026-04-03'],
    ['30.04.2026', '2026-04-30'],
    ['30/04/2026', '2026-04-30'],
    ['04/30/2026', '2026-04-30'],
  ] as const)
    it(`is ${expected} where "${words}" is written`, () => assert.equal(said(readDay(text(words))), expected))

  it('is asked for again where it could be two days', () => {
    assert.match(JSON.stringify(readDay(text('03/04/2026'))), /two days/)
    assert.match(JSON.stringify(readDay(number(46142))), /Not a day/)
  })

  it('of a source may be a year', () => {
    assert.equal(said(readDay(number(2025), false)), '2025')
    assert.equal(said(readDay(text('2025-04'), false)), '2025-04')
  })
})

describe('words in a cell', () => {
  it('are text whatever the cell holds, but for a day that a program made of them', () => {
    assert.equal(said(readText(number(7))), '7')
    assert.equal(said(readText(text('  both ends\r\nand lines '))), 'both ends\nand lines')
    assert.match(JSON.stringify(readText(day('2025-12-07'))), /perhaps made by the spreadsheet/)
  })

  it('are never what a formula or an error left behind', () => {
    for (const value of [{ kind: 'formula' }, { kind: 'error', code: '#REF!' }] as const)
      for (const read of [
        readText,
        (one: ReadValue) => readNumber(one, undefined),
        (one: ReadValue) => readState(one, ''),
      ])
        assert.ok('message' in read(value))
  })

  it('may name a language instead of giving its code', () => {
    for (const [words, code] of [
      ['English', 'en'],
      ['français', 'fr'],
      ['Монгол', 'mn'],
      ['mn', 'mn'],
      ['pt-BR', 'pt-BR'],
    ] as const)
      assert.equal(said(readLanguage(text(words))), code)
  })
})
