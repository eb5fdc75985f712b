// How far one would have to look for what was promised of a period, and which words about a register are words about it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchedOver } from '../../src/engagements/searched.ts'
import type { CoverageFact } from '../../src/rules/facts.ts'

const declared = (from: string, until: string): CoverageFact => ({
  ...{ register: 'event', actor: 'XAA', from, until, level: 'complete', statedBy: 'Averland' },
  knownFrom: '2027-12-31',
})
const searched = (rows: CoverageFact[], year: number) => {
  const span = { from: `${year}-01-01`, lastDay: `${year}-12-31` }
  const [found] = searchedOver({ registers: ['event'], owners: ['XAA'] }, () => rows, span, '2027-12-31')
  return [found!.level, found!.until, found!.statedBy]
}

test('a declaration of a later year is no word about the one that is looked at', () => {
  const rows = [declared('2027-01-01', '2028-01-01')]
  assert.deepEqual(searched(rows, 2024), ['none', null, null])
  assert.deepEqual(searched(rows, 2027), ['complete', '2027-12-31', 'Averland'])
})

test('a declaration that ends before the year says up to which day it speaks', () =>
  assert.deepEqual(searched([declared('2024-01-01', '2025-01-01')], 2026), [
    'none',
    '2024-12-31',
    'Averland',
  ]))
