// To which promises a record leads by what it serves, by its body and by its action.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type EarlierName, type LeadingFact, leadingOf } from '../../src/implementation/leading.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'

const fact = (kind: string, id: string, fields: LeadingFact['fields'] = {}, actor = 'XAA'): LeadingFact => ({
  ...{ id: `${actor}/${kind}/${id}`, externalId: id, kind, actor, fields },
})

const held = [
  fact('working-body', 'b', { instrument: 'the-pledge', carriesOut: ['the-pledge/2'] }),
  fact('national-plan', 'p', { instrument: 'another' }),
  fact('national-plan', 'q'),
  fact('plan-action', 'a', { plan: 'p', carriesOut: ['another/1'] }),
  fact('plan-action', 'own', { plan: 'q' }),
]

const leads = (fields: LeadingFact['fields'], more: LeadingFact[] = [], earlier: EarlierName[] = []) =>
  leadingOf(
    [...held, ...more, fact('working-group-meeting', 'm', fields)],
    readShippedKinds(),
    earlier,
  )('XAA/working-group-meeting/m')

describe('a meeting leads', () => {
  test('nowhere where it names nothing', () => assert.deepEqual(leads({ title: 'M' }), []))

  test('where its body does', () => assert.deepEqual(leads({ body: 'b' }), ['the-pledge', 'the-pledge/2']))

  test('where the action it serves does, and the plan of that action', () =>
    assert.deepEqual(leads({ serves: ['a'] }), ['another', 'another/1']))

  test('to the part it names and where its body does', () =>
    assert.deepEqual(leads({ serves: ['another/3'], body: 'b' }), [
      'another/3',
      'the-pledge',
      'the-pledge/2',
    ]))

  test('to an action that says of no promise, and no further', () =>
    assert.deepEqual(leads({ serves: ['own', 'a'] }), ['another', 'another/1', 'own']))

  test('nowhere by a body that is not held, or one that two others call alike', () => {
    assert.deepEqual(leads({ body: 'gone' }), [])
    const alike = ['XBB', 'XCC'].map((actor) => fact('working-body', 'same', { instrument: 'x' }, actor))
    assert.deepEqual(leads({ body: 'same' }, alike), [])
  })

  test('by the name its body had before it was corrected', () => {
    const corrected = [{ id: 'old', kind: 'working-body', externalId: 'b-1', later: 'XAA/working-body/b' }]
    assert.deepEqual(leads({ body: 'b-1' }, [], corrected), ['the-pledge', 'the-pledge/2'])
  })
})
