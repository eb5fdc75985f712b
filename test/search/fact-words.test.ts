// What a fact says among the results of a search: names that can be read, and no ids.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { factWordsIn } from '../../src/search/fact-words.ts'

const kinds = readShippedKinds()
const nameOf = (id: string): string => (id === 'xaa-society' ? 'Averland Society' : id)
const wordsOf = (kind: string, body: Record<string, unknown>): string =>
  factWordsIn('en', { kind: kinds[kind], body }, nameOf).join('; ').replaceAll('\u00a0', ' ')

describe('what a fact says of others', () => {
  it('is what actors and offices are called, and leaves out the ids of facts and of parts of a promise', () => {
    const body = { plan: 'national-plan-XAA-1', carriesOut: ['a-pledge/2'] }
    assert.equal(
      wordsOf('plan-action', { ...body, responsible: ['xaa-society', 'Ministry of Justice'] }),
      'Responsible: Averland Society, Ministry of Justice',
    )
    assert.equal(wordsOf('plan-action', { ...body, responsible: ['working-body-XAA-1'] }), '')
    assert.equal(
      wordsOf('body-meeting', { body: 'entered-01920000-0000-7000-8000-0000000000f1', place: 'Averport' }),
      'Place: Averport',
    )
  })
})
