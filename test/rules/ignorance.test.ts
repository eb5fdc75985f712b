// Our ignorance never becomes a State's "no", and no value is called known that is not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { EvaluableRule } from '../../src/rules/evaluate.ts'
import { type Asked, evaluateOn, type Given, makeBase, states } from './fact-base.ts'

const party = (actor: string): [string, string] => [actor, '2000-01-01']
const share = (condition: unknown): EvaluableRule => ({
  population: { cohort: 'states-parties' },
  condition,
  measure: 'share',
})
const verdict = (given: Given, rule: EvaluableRule, asked: Asked = {}) => {
  const { status, members } = evaluateOn(makeBase({ parties: [party('XAA')], ...given }), rule, asked)
  return [status, members[0]?.state]
}

describe('in a partial register', () => {
  const partial = (register: string) => [{ register, level: 'partial' as const }]
  const discovery = { actor: 'XAA', kind: 'discovery', from: '2025-03-01', fields: { on: '2025-03-01' } }

  test('a record that is not as asked does not say that no other is', () => {
    const rule = share({ some: 'discovery', holds: { reported: 'yes' } })
    assert.deepEqual(verdict({ coverage: partial('discovery'), facts: [discovery] }, rule), [
      'not known',
      'unknown',
    ])
    assert.deepEqual(verdict({ facts: [discovery] }, rule), ['known', 'not counted'])
  })
  test('a record that lacks what is asked is no failure, and one that has it does not speak for all', () => {
    const rule = share({ every: 'discovery', holds: { destroyed: { lte: '2025-06-01' } } })
    const destroyed = { ...discovery, fields: { on: '2025-03-01', destroyed: '2025-04-01' } }
    const late = { ...discovery, fields: { on: '2025-03-01', destroyed: '2025-08-01' } }
    assert.deepEqual(verdict({ coverage: partial('discovery'), facts: [discovery] }, rule), [
      'not known',
      'unknown',
    ])
    assert.deepEqual(verdict({ coverage: partial('discovery'), facts: [destroyed] }, rule), [
      'not known',
      'unknown',
    ])
    assert.deepEqual(verdict({ coverage: partial('discovery'), facts: [late] }, rule), [
      'known',
      'not counted',
    ])
    assert.deepEqual(verdict({ facts: [destroyed] }, rule), ['known', 'counted'])
  })
  test('enough is enough, but neither too little nor "at most" can be told', () => {
    const two = [discovery, { ...discovery, from: '2025-04-01' }]
    assert.deepEqual(
      verdict({ coverage: partial('discovery'), facts: two }, share({ count: 'discovery', gte: 2 })),
      ['known', 'counted'],
    )
    assert.deepEqual(
      verdict({ coverage: partial('discovery'), facts: two }, share({ count: 'discovery', gte: 3 })),
      ['not known', 'unknown'],
    )
    assert.deepEqual(
      verdict({ coverage: partial('discovery'), facts: two }, share({ count: 'discovery', lte: 3 })),
      ['not known', 'unknown'],
    )
    assert.deepEqual(verdict({ facts: two }, share({ count: 'discovery', lte: 3 })), ['known', 'counted'])
  })
})

describe('what no source dates', () => {
  test('a state held at a time nobody gives may hold or not', () => {
    const kinds = { retained: { time: 'state' as const } }
    const rule = share({ some: 'retained' })
    assert.deepEqual(verdict({ kinds, facts: [{ actor: 'XAA', kind: 'retained' }] }, rule), [
      'not known',
      'unknown',
    ])
    // Unless it is known to have ended.
    assert.deepEqual(
      verdict({ kinds, facts: [{ actor: 'XAA', kind: 'retained', until: '2024-01-01' }] }, rule),
      ['known', 'not counted'],
    )
  })
  test('a meeting nobody holds makes what depends on it not known, unless the register says there was none', () => {
    const rule = share({ some: 'speech', where: { meeting: { in: '$meetings' } } })
    const asked = { let: { meetings: { idsOf: 'meeting', where: { on: { in: '$calendarYear' } } } } }
    assert.deepEqual(verdict({ coverage: [{ register: 'meeting', level: 'partial' }] }, rule, asked), [
      'not known',
      'unknown',
    ])
    assert.deepEqual(verdict({}, rule, asked), ['known', 'not counted'])
  })
})

describe('amounts', () => {
  const owed = {
    actor: 'XAA',
    kind: 'assessment',
    from: '2025-01-01',
    fields: { amount: 134, currency: 'USD' },
  }
  const rule = share({ sum: 'payment.amount', gte: { sum: 'assessment.amount' } })
  const paid = (fields: Record<string, unknown>) => ({
    actor: 'XAA',
    kind: 'payment',
    from: '2025-02-01',
    fields,
  })
  test('in another currency do not meet what is owed', () =>
    assert.deepEqual(verdict({ facts: [owed, paid({ amount: 9_999_999, currency: 'MNT' })] }, rule), [
      'not known',
      'unknown',
    ]))
  test('that are missing are not nothing', () =>
    assert.deepEqual(verdict({ facts: [owed, paid({ currency: 'USD' })] }, rule), ['not known', 'unknown']))
  test('records without the number they are weighed by make the value not known', () => {
    const value = evaluateOn(
      makeBase({
        facts: [{ actor: 'XAA', kind: 'attendance', from: '2025-02-01', fields: { sex: 'female' } }],
      }),
      { population: { records: 'attendance' }, condition: true, measure: { sum: 'persons' } },
    )
    assert.deepEqual([value.status, value.value], ['not known', null])
  })
})

describe('registers that end', () => {
  test('say nothing of the time after, and nobody is late before the due date they reach', () => {
    const rule: EvaluableRule = {
      ...share({ some: 'article-7-report', where: { cycle: '$year' } }),
      pending: { until: { duty: 'article-7', field: 'dueOn' }, counts: 'in' },
    }
    const ended = { coverage: [{ register: 'article-7-report', until: '2025-01-03' }] }
    const { status, members } = evaluateOn(makeBase({ parties: [party('XAA')], ...ended }), rule, {
      asOf: '2025-12-01',
    })
    assert.deepEqual([status, members[0]?.state], ['provisional', 'pending'])
  })
  test('make a value provisional also where only a cohort in the condition rests on them', () => {
    const given = {
      kinds: { victims: { time: 'state' as const } },
      coverage: [{ register: 'victims', until: '2025-03-01' }],
    }
    assert.deepEqual(verdict(given, share({ cohort: 'victims' })), ['provisional', 'not counted'])
  })
})

describe('a year that has not begun', () => {
  test('has no value, and nobody in it', () => {
    const value = evaluateOn(makeBase({ parties: [party('XAA')] }), share({ some: 'article-7-report' }), {
      year: 2026,
      asOf: '2025-12-31',
    })
    assert.deepEqual([value.status, value.numerator, states(value)], ['not known', null, {}])
  })
})
