// Ids of facts told from what people read.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isIdOnly } from '../../src/facts/id-only.ts'

describe('the id of a fact', () => {
  const ids = [
    '01920000-0000-7000-8000-0000000000f1',
    'entered-01920000-0000-7000-8000-0000000000f1',
    'area-discovery-XIX-2026',
    'national-plan-XQO-2',
    'working-group-meeting-2027-03-10',
  ]
  for (const id of ids) it(`is nothing to read: ${id}`, () => assert.equal(isIdOnly(id), true))

  const words = [
    '2MSP',
    'XMSP2027',
    '2027',
    '2027-04-30',
    'first',
    'Ministry of Defence',
    'anti-personnel mines',
    'Secretariat',
    '',
  ]
  for (const word of words) it(`is not: "${word}"`, () => assert.equal(isIdOnly(word), false))
})
