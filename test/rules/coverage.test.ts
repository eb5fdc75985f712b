import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reachOver } from '../../src/rules/coverage.ts'
import type { CoverageFact } from '../../src/rules/facts.ts'

const row = (
  from: string,
  until: string | null,
  level: CoverageFact['level'] = 'complete',
  knownFrom = '2025-01-01',
): CoverageFact => ({
  register: 'payment',
  from,
  until,
  level,
  statedBy: 'the treasurer',
  knownFrom,
})
const year = { from: '2025-01-01', until: '2026-01-01' }

describe('how far a register reaches over a year', () => {
  test('nobody says anything: none', () => assert.equal(reachOver([], year).level, 'none'))
  test('one statement covers it', () =>
    assert.equal(reachOver([row('2024-01-01', null)], year).level, 'complete'))
  test('two statements that meet cover it', () =>
    assert.equal(
      reachOver([row('2024-01-01', '2025-06-01'), row('2025-06-01', '2027-01-01')], year).level,
      'complete',
    ))
  test('complete up to a day', () =>
    assert.deepEqual(reachOver([row('2024-01-01', '2025-07-01')], year), {
      level: 'until',
      lastDay: '2025-06-30',
      statedBy: 'the treasurer',
    }))
  test('a gap at the beginning is not covered by what comes after', () =>
    assert.equal(reachOver([row('2025-02-01', '2027-01-01')], year).level, 'partial'))
  test('a gap in the middle ends what is complete', () =>
    assert.deepEqual(
      reachOver([row('2024-01-01', '2025-03-01'), row('2025-04-01', null)], year).level,
      'until',
    ))
  test('partial is not complete', () =>
    assert.equal(reachOver([row('2024-01-01', null, 'partial')], year).level, 'partial'))
  test('declared as none is none', () =>
    assert.equal(reachOver([row('2024-01-01', null, 'none')], year).level, 'none'))
  test('what is stated later stands above what was stated before', () => {
    const before = row('2024-01-01', null, 'partial', '2025-01-01')
    const after = row('2024-01-01', null, 'complete', '2026-01-01')
    assert.equal(reachOver([before, after], year).level, 'complete')
    assert.equal(reachOver([after, before], year).level, 'complete')
  })
})
