// Populations of events and records: deposits, windows, payments, persons, requests.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { EvaluableRule } from '../../src/rules/evaluate.ts'
import { evaluateOn, makeBase, states } from './fact-base.ts'

describe('events and records', () => {
  test('whoever deposits is counted as not party on the day of the deposit, though a party by the as-of date', () => {
    const base = makeBase({
      parties: [['XAA', '2025-08-01']],
      facts: [
        {
          actor: 'XAA',
          kind: 'status-event',
          from: '2025-02-10',
          fields: { act: 'accession', notifiedOn: '2025-02-10' },
        },
        {
          actor: 'XAB',
          kind: 'status-event',
          from: '2024-02-10',
          fields: { act: 'accession', notifiedOn: '2024-02-10' },
        },
      ],
    })
    const rule: EvaluableRule = {
      population: {
        actorsOf: 'status-event',
        where: { act: ['accession'], notifiedOn: { in: '$calendarYear' } },
        among: 'states-not-party',
        at: 'event',
      },
      condition: true,
      measure: 'count',
    }
    const value = evaluateOn(base, rule)
    assert.deepEqual([value.numerator, value.value, value.denominator], [1, 1, null])
    assert.deepEqual(value.members[0]!.datumIds, ['datum-0'])
    assert.equal(evaluateOn(base, { ...rule, population: { ...rule.population, at: 'as-of' } }).value, 0)
  })
  test('a window of six months that is still open is pending and left out of N', () => {
    const base = makeBase({
      parties: [
        ['XAA', '2000-01-01'],
        ['XAB', '2000-01-01'],
        ['XAC', '2000-01-01'],
        ['XAD', '2000-01-01'],
      ],
      kinds: { 'stock-discovery': { fields: { destroyedOn: { occurs: true, type: 'date' } } } },
      facts: [
        {
          actor: 'XAA',
          kind: 'stock-discovery',
          from: '2025-01-31',
          fields: { discoveredOn: '2025-01-31', destroyedOn: '2025-07-31' },
        },
        {
          actor: 'XAB',
          kind: 'stock-discovery',
          from: '2025-02-01',
          fields: { discoveredOn: '2025-02-01', destroyedOn: '2025-08-02' },
        },
        { actor: 'XAC', kind: 'stock-discovery', from: '2025-09-01', fields: { discoveredOn: '2025-09-01' } },
        {
          actor: 'XAD',
          kind: 'stock-discovery',
          from: '2025-09-01',
          fields: { discoveredOn: '2025-09-01', destroyedOn: '2026-01-15' },
        },
      ],
    })
    const rule: EvaluableRule = {
      population: {
        actorsOf: 'stock-discovery',
        where: { discoveredOn: { in: '$calendarYear' } },
        among: 'states-parties',
        at: 'event',
      },
      condition: {
        every: 'stock-discovery',
        holds: { destroyedOn: { lte: { plus: ['discoveredOn', 'P6M'] } } },
      },
      pending: { until: { plus: ['discoveredOn', 'P6M'] }, counts: 'out' },
      measure: 'share',
    }
    const value = evaluateOn(base, rule)
    assert.deepEqual(states(value), { XAA: 'counted', XAB: 'not counted', XAC: 'pending', XAD: 'pending' })
    assert.deepEqual([value.numerator, value.denominator, value.value], [1, 2, 50])
    assert.deepEqual(states(evaluateOn(base, rule, { year: 2025, asOf: '2026-03-01' })), {
      XAA: 'counted',
      XAB: 'not counted',
      XAC: 'pending',
      XAD: 'counted',
    })
  })
  test('a payment counts up to the cut-off before the meeting, in instalments too', () => {
    const pay = (actor: string, amount: number, paidOn: string) => ({
      actor,
      kind: 'payment',
      from: paidOn,
      fields: { forYear: 2025, amount, currency: 'USD', paidOn },
    })
    const assessed = (actor: string, amount: number) => ({
      actor,
      kind: 'assessment',
      from: '2025-01-01',
      until: '2026-01-01',
      fields: { forYear: 2025, amount, currency: 'USD' },
    })
    const base = makeBase({
      parties: [
        ['XAA', '2000-01-01'],
        ['XAB', '2000-01-01'],
        ['XAC', '2000-01-01'],
      ],
      kinds: {
        assessment: { time: 'state' },
        payment: { fields: { paidOn: { occurs: true, type: 'date' } } },
      },
      facts: [
        assessed('XAA', 100),
        assessed('XAB', 100),
        assessed('XAC', 100),
        pay('XAA', 60, '2025-03-01'),
        pay('XAA', 40, '2025-09-01'),
        pay('XAB', 100, '2025-09-02'),
      ],
    })
    const rule: EvaluableRule = {
      population: { cohort: 'states-parties', at: '$cutoff' },
      condition: {
        sum: 'payment.amount',
        where: { forYear: '$year', paidOn: { lte: '$cutoff' } },
        gte: { sum: 'assessment.amount', where: { forYear: '$year' } },
      },
      pending: { until: '$cutoff', counts: 'in' },
      measure: 'share',
    }
    const asked = { meeting: '2025-12-01', let: { cutoff: { minus: ['$meeting.startsOn', 'P3M'] } } }
    const value = evaluateOn(base, rule, { ...asked, asOf: '2025-12-01' })
    assert.deepEqual(states(value), { XAA: 'counted', XAB: 'not counted', XAC: 'not counted' })
    assert.deepEqual(states(evaluateOn(base, rule, { ...asked, asOf: '2025-08-01' })), {
      XAA: 'pending',
      XAB: 'pending',
      XAC: 'pending',
    })
    assert.equal(evaluateOn(base, rule, { let: asked.let }).status, 'not known')
  })
  test('persons are weighed, and those of unknown sex stand outside', () => {
    const base = makeBase({
      facts: [
        { actor: 'XAA', kind: 'attendance', from: '2025-12-01', fields: { sex: 'female', persons: 3 } },
        { actor: 'XAB', kind: 'attendance', from: '2025-12-01', fields: { sex: 'male', persons: 4 } },
        { actor: 'XAC', kind: 'attendance', from: '2025-12-01', fields: { sex: 'unknown', persons: 10 } },
      ],
    })
    const value = evaluateOn(base, {
      population: { records: 'attendance', where: { sex: { known: true } } },
      condition: { sex: 'female' },
      measure: { share: 'persons' },
    })
    assert.deepEqual([value.numerator, value.denominator, value.value], [3, 7, 42.9])
  })
  test('records are judged by a report about them', () => {
    const base = makeBase({
      facts: [
        {
          id: 'request-1',
          actor: 'XAA',
          kind: 'extension-request',
          from: '2025-03-31',
          fields: { receivedOn: '2025-03-31' },
        },
        {
          id: 'request-2',
          actor: 'XAB',
          kind: 'extension-request',
          from: '2025-03-31',
          fields: { receivedOn: '2025-03-31' },
        },
      ],
      reports: [
        {
          actor: 'XAA',
          year: 2025,
          on: '2025-09-01',
          subject: 'request-1',
          obligation: 'analysis',
          answers: { costed: 'yes' },
        },
      ],
    })
    const value = evaluateOn(base, {
      population: { records: 'extension-request', where: { receivedOn: { in: '$calendarYear' } } },
      condition: { answer: 'costed', is: 'yes', by: 'analysis' },
      measure: 'share',
    })
    assert.deepEqual(states(value), { 'request-1': 'counted', 'request-2': 'not reported' })
  })
})
