// Rules that look from a record to those that name it: recommendations done by what was reported of the actions that take them up.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { EvaluableRule } from '../../src/rules/evaluate.ts'
import type { FactBase } from '../../src/rules/facts.ts'
import { readsOf } from '../../src/rules/reads.ts'
import { evaluateOn, type Given, makeBase } from './fact-base.ts'

const isDone = { last: 'progress', by: 'reportedOn', naming: 'about', holds: { status: 'done' } }
const every: EvaluableRule = {
  population: { records: 'recommendation' },
  condition: { any: [isDone, { every: 'plan-action', naming: 'recommendations', holds: isDone }] },
  measure: 'count',
}
const some: EvaluableRule = {
  ...every,
  condition: { some: 'plan-action', naming: 'recommendations', holds: isDone },
}

type Facts = NonNullable<Given['facts']>

const recommendation = (id: string, actor = 'XAA'): Facts[number] => ({
  ...{ id, actor, kind: 'recommendation', from: '2025-01-01' },
  fields: { number: id },
})
const action = (
  id: string,
  recommendations: string[],
  actor = 'XAA',
  from = '2025-02-01',
): Facts[number] => ({
  ...{ id, actor, kind: 'plan-action', from },
  fields: { recommendations },
})
const report = (about: string, on: string, status: string, actor = 'XAA'): Facts[number] => ({
  ...{ actor, kind: 'progress', from: on },
  fields: { about, status, reportedOn: on },
})

/** XAA and XAB promised together; XAC is a stranger. */
const given = (facts: Facts, more: Partial<Given> = {}): FactBase => ({
  ...makeBase({
    ...{ facts, ...more },
    kinds: {
      recommendation: { time: 'state' },
      'plan-action': { time: 'state' },
      progress: { fields: { reportedOn: { occurs: true, type: 'date' } } },
    },
    // Of those who promised together only their own words count.
    coverage: more.coverage ?? [
      ...['recommendation', 'plan-action', 'progress'].flatMap((register) =>
        ['XAA', 'XAB'].map((actor) => ({ register, actor })),
      ),
      ...['recommendation', 'plan-action', 'progress'].map((register) => ({ register })),
    ],
  }),
  parties: ['XAA', 'XAB'],
})

const rows = (base: FactBase, rule: EvaluableRule = every) =>
  Object.fromEntries(evaluateOn(base, rule).members.map(({ member, state }) => [member, state]))

describe('records by what names them', () => {
  test('a recommendation is done as its actions are, one step and two steps away, and every member says by what', () => {
    const base = given([
      ...['r1', 'r2', 'r3', 'r4'].map((id) => recommendation(id)),
      ...[action('a1', ['r1']), action('a2', ['r2']), action('a3', ['r2'])],
      ...[report('a1', '2025-05-01', 'done'), report('a2', '2025-05-02', 'done')],
      ...[report('a3', '2025-05-03', 'under-way'), report('r4', '2025-05-04', 'done')],
    ])
    const { numerator, status, members } = evaluateOn(base, every)
    assert.deepEqual([numerator, status], [2, 'known'])
    assert.deepEqual(
      members.map(({ member, state, datumIds }) => [member, state, [...datumIds].sort()]),
      [
        ['r1', 'counted', ['a1', 'datum-7', 'r1']],
        ['r2', 'not counted', ['a2', 'a3', 'datum-8', 'datum-9', 'r2']],
        ['r3', 'not counted', ['r3']],
        ['r4', 'counted', ['datum-10', 'r4']],
      ],
    )
    assert.deepEqual(rows(base, some), {
      r1: 'counted',
      r2: 'counted',
      r3: 'not counted',
      r4: 'not counted',
    })
  })

  test('what was reported last decides, as of the day asked about; of several of one day, every one', () => {
    const base = given([
      ...['r1', 'r2', 'r3'].map((id) => recommendation(id)),
      ...[report('r1', '2025-05-01', 'done'), report('r1', '2025-06-01', 'under-way')],
      ...[report('r2', '2025-06-01', 'under-way'), report('r2', '2026-02-01', 'done')],
      ...[report('r3', '2025-06-01', 'under-way'), report('r3', '2025-06-01', 'done')],
    ])
    assert.deepEqual(rows(base), { r1: 'not counted', r2: 'not counted', r3: 'not counted' })
    assert.deepEqual(
      evaluateOn(base, every, { year: 2026, asOf: '2026-12-31' }).members.map(({ state }) => state),
      ['not counted', 'counted', 'not counted'],
    )
  })

  test('who promised together speaks of each other’s records; a stranger’s word counts for nothing', () => {
    const base = given([
      ...['r1', 'r2', 'r3'].map((id) => recommendation(id)),
      report('r1', '2025-05-01', 'done', 'XAB'),
      report('r2', '2025-05-01', 'done', 'XAC'),
      ...[action('a1', ['r3'], 'XAC'), report('a1', '2025-05-01', 'done', 'XAC')],
    ])
    assert.deepEqual(rows(base), { r1: 'counted', r2: 'not counted', r3: 'not counted' })
  })

  test('a name that several bear means its writer’s own; with the actor before it, it is clear', () => {
    const named = (about: string): string[] => {
      const base = given([
        ...[recommendation('first', 'XAA'), recommendation('second', 'XAB')],
        report(about, '2025-05-01', 'done', 'XAB'),
      ])
      const facts = base.facts('recommendation')
      const alike = new Map(
        [...facts].map(([actor, all]) => [actor, all.map((one) => ({ ...one, externalId: 'r1' }))]),
      )
      const both: FactBase = {
        ...base,
        facts: (kind) => (kind === 'recommendation' ? alike : base.facts(kind)),
      }
      return evaluateOn(both, every).members.flatMap(({ actor, state }) =>
        state === 'counted' ? [actor] : [],
      )
    }
    assert.deepEqual([named('r1'), named('XAA/r1'), named('XAB/r1')], [['XAB'], ['XAA'], ['XAB']])
  })

  test('a record that was corrected is named by the versions before it', () => {
    const base = given([recommendation('r2'), report('r1', '2025-05-01', 'done')])
    assert.deepEqual(rows(base), { r2: 'not counted' })
    const facts = base.facts('recommendation')
    const corrected: FactBase = {
      ...base,
      facts: (kind) =>
        kind === 'recommendation'
          ? new Map([...facts].map(([actor, all]) => [actor, all.map((one) => ({ ...one, names: ['r1'] }))]))
          : base.facts(kind),
    }
    assert.deepEqual(rows(corrected), { r2: 'counted' })
  })

  test('where a register of one of those who promised is open, nothing is concluded from it, nor from its last word', () => {
    const facts = [
      ...['r1', 'r2', 'r3'].map((id) => recommendation(id)),
      ...[report('r1', '2025-05-01', 'done'), report('r2', '2025-05-01', 'under-way')],
    ]
    const complete = (registers: string[], actors: string[]) =>
      registers.flatMap((register) => actors.map((actor) => ({ register, actor })))
    const open = given(facts, {
      coverage: [
        { register: 'recommendation' },
        ...complete(['recommendation', 'plan-action'], ['XAA', 'XAB']),
        ...complete(['progress'], ['XAA']),
        { register: 'progress', actor: 'XAB', level: 'partial' },
      ],
    })
    assert.deepEqual(rows(open), { r1: 'unknown', r2: 'unknown', r3: 'unknown' })
    assert.equal(evaluateOn(open, every).status, 'not known')
  })

  test('what no source dates stands from the day it is known, and a correction makes it no younger', () => {
    const undated = (knownFrom: string, firstKnownFrom?: string): FactBase => {
      const base = given([recommendation('r1'), action('a1', ['r1']), report('a1', '2025-05-01', 'done')])
      const facts = base.facts('plan-action')
      const more = firstKnownFrom === undefined ? {} : { firstKnownFrom }
      const all = new Map(
        [...facts].map(([actor, list]) => [
          actor,
          list.map((one) => ({ ...one, heldFrom: null, knownFrom, ...more })),
        ]),
      )
      return { ...base, facts: (kind) => (kind === 'plan-action' ? all : base.facts(kind)) }
    }
    const fromKnown = (base: FactBase): FactBase => ({
      ...base,
      kind: (kind) => ({
        ...base.kind(kind)!,
        ...(kind === 'plan-action' ? { undated: 'from-known' as const } : {}),
      }),
    })
    // Of a kind that does not say so, nobody can tell whether it stands on the day.
    assert.deepEqual(rows(undated('2025-02-01')), { r1: 'unknown' })
    assert.deepEqual(rows(fromKnown(undated('2025-02-01'))), { r1: 'counted' })
    assert.deepEqual(rows(fromKnown(undated('2026-02-01'))), { r1: 'not counted' })
    assert.deepEqual(rows(fromKnown(undated('2026-02-01', '2025-02-01'))), { r1: 'counted' })
  })

  test('a rule reads the kinds on its way, so that a write there makes its values stale', () => {
    const { kinds } = readsOf(every, {}, {}, '')
    for (const kind of ['recommendation', 'plan-action', 'progress']) assert.ok(kinds.has(kind), kind)
  })

  test('counts and sums of those that name a record', () => {
    const base = given([
      ...['r1', 'r2'].map((id) => recommendation(id)),
      ...[action('a1', ['r1', 'r2']), action('a2', ['r2'])],
    ])
    const counting = { ...every, condition: { count: 'plan-action', naming: 'recommendations', gte: 2 } }
    assert.deepEqual(rows(base, counting), { r1: 'not counted', r2: 'counted' })
  })
})

const states = ['not-started', 'under-way', 'done', 'delayed', 'stopped']
const writer = fc.constantFrom('XAA', 'XAB', 'XAC')
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2025-05-0${n}`)
const worlds = fc.record({
  recommendations: fc.integer({ min: 1, max: 4 }),
  actions: fc.array(
    fc.record({ actor: writer, named: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }) }),
    { maxLength: 5 },
  ),
  reports: fc.array(
    fc.record({
      ...{ actor: writer, on: day, status: fc.constantFrom(...states) },
      about: fc.oneof(
        fc.integer({ min: 0, max: 3 }).map((n) => `r${n}`),
        fc.integer({ min: 0, max: 4 }).map((n) => `a${n}`),
      ),
    }),
    { maxLength: 12 },
  ),
})

describe('properties of records by what names them', () => {
  test('a recommendation counts exactly where a plain reading of the reports says so', () => {
    fc.assert(
      fc.property(worlds, ({ recommendations, actions, reports }) => {
        const facts = [
          ...Array.from({ length: recommendations }, (_, n) => recommendation(`r${n}`)),
          ...actions.map(({ actor, named }, n) =>
            action(
              `a${n}`,
              named.map((one) => `r${one}`),
              actor,
            ),
          ),
          ...reports.map(({ about, on, status, actor }) => report(about, on, status, actor)),
        ]
        const ours = (actor: string) => actor !== 'XAC'
        const lastOf = (id: string, isHeard: (actor: string) => boolean): boolean => {
          const heard = reports.filter((one) => one.about === id && isHeard(one.actor))
          const last = heard
            .map(({ on }) => on)
            .sort()
            .at(-1)
          return last !== undefined && heard.every(({ on, status }) => on !== last || status === 'done')
        }
        const expected = Array.from({ length: recommendations }, (_, n) => {
          const own = actions.flatMap(({ actor, named }, i) =>
            ours(actor) && named.includes(n) ? [`a${i}`] : [],
          )
          const done = own.filter((id) => lastOf(id, ours))
          return {
            every: lastOf(`r${n}`, ours) || (own.length > 0 && done.length === own.length),
            some: done.length > 0,
          }
        })
        const base = given(facts)
        const counted = (rule: EvaluableRule) =>
          evaluateOn(base, rule).members.map(({ state }) => state === 'counted')
        assert.deepEqual(
          counted(every),
          expected.map((one) => one.every),
        )
        assert.deepEqual(
          counted(some),
          expected.map((one) => one.some),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('the order in which facts were written down decides nothing', () => {
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.nat()), ({ recommendations, actions, reports }, numbers) => {
        const facts = [
          ...Array.from({ length: recommendations }, (_, n) => recommendation(`r${n}`)),
          ...actions.map(({ actor, named }, n) =>
            action(
              `a${n}`,
              named.map((one) => `r${one}`),
              actor,
            ),
          ),
          ...reports.map(({ about, on, status, actor }, n) => ({
            ...report(about, on, status, actor),
            id: `p${n}`,
          })),
        ]
        const shuffled = facts
          .map((fact) => ({ fact, at: numbers.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ fact }) => fact)
        assert.deepEqual(rows(given(shuffled)), rows(given(facts)))
      }),
      { numRuns: 100 },
    )
  })
})
