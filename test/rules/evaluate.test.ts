import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../../src/problem.ts'
import { type EvaluableRule, percentage } from '../../src/rules/evaluate.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { evaluateOn, makeBase, states, testCohorts } from './fact-base.ts'

const parties: [string, string, string?][] = [
  ['XAA', '2000-01-01'],
  ['XAB', '2000-01-01'],
  ['XAC', '2000-01-01', '2025-07-01'],
]
const due = { until: { duty: 'article-7', field: 'dueOn' }, counts: 'in' as const }
const reported: EvaluableRule = {
  population: { cohort: 'states-parties' },
  condition: { some: 'article-7-report', where: { cycle: '$year' } },
  measure: 'share',
  pending: due,
}
const focalPoint: EvaluableRule = {
  population: { cohort: 'states-parties' },
  condition: { answer: 'focal-point', is: 'yes' },
  measure: 'share',
  pending: due,
}

describe('percentages', () => {
  test('are rounded half up, to one decimal', () => {
    assert.equal(percentage(82, 156), 52.6)
    assert.equal(percentage(1, 3), 33.3)
    assert.equal(percentage(2, 3), 66.7)
    assert.equal(percentage(1, 16), 6.3)
    assert.equal(percentage(1, 2000), 0.1)
    assert.equal(percentage(0, 5), 0)
    assert.equal(percentage(5, 5), 100)
  })
  test('lie between 0 and 100 and are never off by more than half a tenth', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(), (denominator, given) => {
        const numerator = given % (denominator + 1)
        const value = percentage(numerator, denominator)
        assert.ok(value >= 0 && value <= 100)
        assert.ok(Math.abs(value - (100 * numerator) / denominator) <= 0.05 + 1e-9)
      }),
    ))
})

describe('a share of States Parties', () => {
  test('keeps a State that did not report in the denominator', () => {
    const base = makeBase({ parties, reports: [{ actor: 'XAA', year: 2024, on: '2025-04-20' }] })
    const value = evaluateOn(base, reported)
    assert.deepEqual([value.numerator, value.denominator, value.value, value.status], [1, 2, 50, 'known'])
    assert.deepEqual(states(value), { XAA: 'counted', XAB: 'not reported' })
  })
  test('counts whoever is bound on the as-of date: who leaves during the year is in before and out after', () => {
    const base = makeBase({ parties })
    assert.equal(evaluateOn(base, reported, { asOf: '2025-06-30' }).denominator, 3)
    assert.equal(evaluateOn(base, reported, { asOf: '2025-07-01' }).denominator, 2)
  })
  test('before the due date, silence is pending and not a failure', () => {
    const base = makeBase({ parties, due: { XAB: '2026-05-30' } })
    assert.deepEqual(states(evaluateOn(base, reported, { asOf: '2025-12-01' })), {
      XAA: 'not reported',
      XAB: 'pending',
    })
    const out = evaluateOn(base, { ...reported, pending: { ...due, counts: 'out' } }, { asOf: '2025-12-01' })
    assert.equal(out.denominator, 1)
  })
  test('a report received after the as-of date has not been received', () => {
    const base = makeBase({ parties, reports: [{ actor: 'XAA', year: 2024, on: '2025-12-10' }] })
    assert.equal(evaluateOn(base, reported, { asOf: '2025-12-01' }).numerator, 0)
    assert.equal(evaluateOn(base, reported, { asOf: '2025-12-10' }).numerator, 1)
  })
  test('an empty population gives no value, never 0 %', () => {
    const value = evaluateOn(makeBase({ parties: [] }), reported)
    assert.deepEqual([value.denominator, value.value, value.status], [0, null, 'no cases'])
  })
})

describe('answers', () => {
  const base = makeBase({
    actors: ['XAA', 'XAB', 'XAC', 'XAD', 'XAE'],
    parties: ['XAA', 'XAB', 'XAC', 'XAD', 'XAE'].map((actor) => [actor, '2000-01-01']),
    reports: [
      { actor: 'XAA', year: 2024, on: '2025-04-01', answers: { 'focal-point': 'yes' } },
      { actor: 'XAB', year: 2024, on: '2025-04-01', answers: { 'focal-point': 'partly' } },
      { actor: 'XAC', year: 2024, on: '2025-04-01', answers: { 'focal-point': 'no' } },
      { actor: 'XAD', year: 2024, on: '2025-04-01' },
    ],
  })
  test('partly is not counted; silence and absence are kept apart in the reason', () => {
    const value = evaluateOn(base, focalPoint)
    assert.deepEqual(states(value), {
      XAA: 'counted',
      XAB: 'partly',
      XAC: 'not counted',
      XAD: 'not reported',
      XAE: 'not reported',
    })
    assert.equal(value.value, 20)
    const reasons = Object.fromEntries(
      value.members.map((member) => [member.member, sayPlainly(member.reason)]),
    )
    assert.match(reasons.XAD!, /silent/)
    assert.match(reasons.XAE!, /No report received/)
    assert.deepEqual(value.reportedAmong, { numerator: 1, denominator: 4 })
  })
  test('the answer of the current version counts, and of the version current as of an earlier date', () => {
    const corrected = makeBase({
      parties: [['XAA', '2000-01-01']],
      reports: [
        { actor: 'XAA', year: 2024, on: '2025-04-01', answers: { 'focal-point': 'no' } },
        { actor: 'XAA', year: 2024, on: '2025-09-01', answers: { 'focal-point': 'yes' } },
      ],
    })
    assert.equal(evaluateOn(corrected, focalPoint, { asOf: '2025-08-31' }).numerator, 0)
    assert.equal(evaluateOn(corrected, focalPoint, { asOf: '2025-09-01' }).numerator, 1)
  })
  test('a standing fact reported once counts in later years until it is withdrawn', () => {
    const standing = makeBase({
      parties: [
        ['XAA', '2000-01-01'],
        ['XAB', '2000-01-01'],
      ],
      reports: [
        { actor: 'XAA', year: 2023, on: '2024-04-01', answers: { 'focal-point': 'yes' } },
        { actor: 'XAB', year: 2023, on: '2024-04-01', answers: { 'focal-point': 'yes' } },
        { actor: 'XAB', year: 2024, on: '2025-04-01', answers: { 'focal-point': 'no' } },
      ],
    })
    const rule = { ...focalPoint, condition: { answer: 'focal-point', is: 'yes', standing: true } }
    const value = evaluateOn(standing, rule)
    assert.deepEqual(states(value), { XAA: 'counted', XAB: 'not counted' })
    assert.match(sayPlainly(value.members[0]!.reason), /standing since the report for 2023/)
    assert.deepEqual(states(evaluateOn(standing, focalPoint)), { XAA: 'not reported', XAB: 'not counted' })
  })
})

describe('a part that concerns only some', () => {
  test('is not asked of the others, and nobody is partly for what does not concern them', () => {
    const base = makeBase({
      parties: [
        ['XAA', '2000-01-01'],
        ['XAB', '2000-01-01'],
        ['XAC', '2000-01-01'],
      ],
      kinds: { 'mined-area': { time: 'state' } },
      facts: [{ actor: 'XAA', kind: 'mined-area', from: '2020-01-01' }],
      reports: [
        { actor: 'XAA', year: 2024, on: '2025-04-01', answers: { strategies: 'yes' } },
        { actor: 'XAB', year: 2024, on: '2025-04-01', answers: { strategies: 'yes' } },
      ],
    })
    const rule = {
      ...focalPoint,
      condition: {
        all: [
          { when: { cohort: 'mined' }, holds: { answer: 'clearance', is: 'yes' } },
          { answer: 'strategies', is: 'yes' },
        ],
      },
    }
    assert.deepEqual(states(evaluateOn(base, rule)), { XAA: 'partly', XAB: 'counted', XAC: 'not reported' })
  })
})

describe('coverage', () => {
  test('without a register of reports nothing is known, and nobody failed', () => {
    const base = makeBase({ parties, coverage: [{ register: 'article-7-report', level: 'none' }] })
    const value = evaluateOn(base, reported)
    assert.deepEqual([value.numerator, value.value, value.status], [null, null, 'not known'])
    assert.deepEqual(states(value), { XAA: 'unknown', XAB: 'unknown' })
  })
  test('a register that ends during the year gives a provisional value', () => {
    const base = makeBase({ parties, coverage: [{ register: 'article-7-report', until: '2025-09-01' }] })
    const value = evaluateOn(base, reported)
    assert.deepEqual([value.status, value.provisionalUntil, value.value], ['provisional', '2025-08-31', 0])
  })
  test('a cohort nobody established is unknown, not empty', () => {
    const base = makeBase({
      parties,
      coverage: [{ register: 'mined-area', level: 'none' }],
      kinds: { 'mined-area': { time: 'state' } },
    })
    const value = evaluateOn(base, { ...reported, population: { cohort: 'mined' } })
    assert.deepEqual([value.denominator, value.status], [null, 'not known'])
  })
  test('one union of cohorts is established as soon as each actor is decided', () => {
    const base = makeBase({
      parties: [
        ['XAA', '2000-01-01'],
        ['XAB', '2000-01-01'],
      ],
      kinds: { 'mined-area': { time: 'state' }, victims: { time: 'state' } },
      facts: [
        { actor: 'XAA', kind: 'victims', from: '2020-01-01' },
        { actor: 'XAB', kind: 'mined-area', from: '2020-01-01', until: '2025-06-01' },
      ],
    })
    const rule = { ...reported, population: { cohort: 'affected' } }
    assert.equal(evaluateOn(base, rule, { asOf: '2025-05-31' }).denominator, 2)
    assert.equal(evaluateOn(base, rule, { asOf: '2025-06-01' }).denominator, 1)
  })
})

describe('rules that cannot be', () => {
  const refused = (rule: EvaluableRule, cohorts = testCohorts) =>
    assert.throws(() => evaluateOn(makeBase({ parties }), rule, { cohorts }), Problem)
  test('an unknown cohort, name, form or duration is refused', () => {
    refused({ ...reported, population: { cohort: 'nobody' } })
    refused({ ...reported, condition: { some: 'x', where: { on: { lte: '$nowhere' } } } })
    refused({ ...reported, condition: 7 })
    refused({
      ...reported,
      condition: { some: 'x', where: { on: { lte: { plus: ['$asOf', 'half a year'] } } } },
    })
    refused({ ...reported, population: {} })
  })
  test('cohorts that need each other in a circle are refused', () =>
    refused(
      { ...reported, population: { cohort: 'a' } },
      {
        a: { title: 'A', words: 'a', rule: { not: { cohort: 'b' } } },
        b: { title: 'B', words: 'b', rule: { cohort: 'a' } },
      },
    ))
})

describe('any rule', () => {
  test('has n ≤ N, a row for every member, and each member in one state', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('yes', 'partly', 'no', 'not applicable', 'silent', 'none'), {
          minLength: 0,
          maxLength: 8,
        }),
        (said) => {
          const actors = said.map((_, index) => `XA${String.fromCharCode(65 + index)}`)
          const base = makeBase({
            actors,
            parties: actors.map((actor) => [actor, '2000-01-01']),
            reports: said.flatMap((state, index) =>
              state === 'none'
                ? []
                : [
                    {
                      actor: actors[index]!,
                      year: 2024,
                      on: '2025-04-01',
                      answers: (state === 'silent' ? {} : { 'focal-point': state }) as Record<string, string>,
                    },
                  ],
            ),
          })
          const value = evaluateOn(base, focalPoint)
          assert.equal(value.members.length, said.length)
          assert.equal(value.numerator, said.filter((state) => state === 'yes').length)
          assert.equal(value.denominator, said.length)
          assert.equal(
            value.value,
            said.length === 0 ? null : percentage(value.numerator!, value.denominator!),
          )
        },
      ),
    ))
})
