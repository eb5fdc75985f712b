import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { allOf, anyOf, notOf, type OutcomeState, outcome } from '../../src/rules/outcome.ts'

const of = (states: OutcomeState[]) =>
  states.map((state, index) =>
    outcome(state, { key: 'report-says', year: 2024, answer: state }, [`d${index}`]),
  )

describe('how parts of a compound combine', () => {
  const all: [OutcomeState[], OutcomeState][] = [
    [['yes', 'yes'], 'yes'],
    [['yes', 'partly'], 'partly'],
    [['yes', 'no'], 'partly'],
    [['yes', 'not reported'], 'partly'],
    [['no', 'not reported'], 'no'],
    [['not reported', 'not reported'], 'not reported'],
    [['yes', 'pending'], 'pending'],
    [['yes', 'unknown', 'pending'], 'unknown'],
    [['no', 'unknown'], 'no'],
    [['no', 'pending'], 'no'],
    [['yes', 'no', 'unknown'], 'partly'],
    [['yes', 'not applicable'], 'yes'],
    [['not applicable', 'not applicable'], 'not applicable'],
    [['no', 'not applicable'], 'no'],
  ]
  for (const [parts, expected] of all)
    test(`all of ${parts.join(', ')} is ${expected}`, () => assert.equal(allOf(of(parts)).state, expected))

  const any: [OutcomeState[], OutcomeState][] = [
    [['no', 'yes'], 'yes'],
    [['unknown', 'yes'], 'yes'],
    [['no', 'unknown', 'pending'], 'unknown'],
    [['no', 'pending'], 'pending'],
    [['no', 'partly'], 'partly'],
    [['no', 'not reported'], 'no'],
    [['not reported', 'not reported'], 'not reported'],
    [['not applicable', 'no'], 'no'],
  ]
  for (const [parts, expected] of any)
    test(`any of ${parts.join(', ')} is ${expected}`, () => assert.equal(anyOf(of(parts)).state, expected))

  test('a negation leaves open what is open', () => {
    assert.equal(notOf(outcome('yes', { key: 'member' })).state, 'no')
    assert.equal(notOf(outcome('no', { key: 'member' })).state, 'yes')
    assert.equal(notOf(outcome('unknown', { key: 'member' })).state, 'unknown')
  })

  const anyState = fc.constantFrom<OutcomeState>(
    'yes',
    'partly',
    'no',
    'not reported',
    'not applicable',
    'pending',
    'unknown',
  )

  test('the order of parts does not matter', () =>
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 1, maxLength: 6 }), fc.func(fc.nat()), (parts, key) => {
        const shuffled = [...parts].sort((a, b) => key(a) - key(b))
        assert.equal(allOf(of(parts)).state, allOf(of(shuffled)).state)
        assert.equal(anyOf(of(parts)).state, anyOf(of(shuffled)).state)
      }),
    ))

  test('all is yes only where every applicable part is; what we do not know never becomes a no by itself', () =>
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 1, maxLength: 6 }), (parts) => {
        const whole = allOf(of(parts)).state
        if (whole === 'yes') assert.ok(parts.every((part) => part === 'yes' || part === 'not applicable'))
        if (whole === 'no') assert.ok(parts.includes('no'))
        if (parts.includes('unknown') && whole !== 'unknown')
          assert.ok(parts.some((part) => part === 'no' || part === 'partly' || part === 'not reported'))
      }),
    ))
})
