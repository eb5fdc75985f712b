// The shipped rules evaluated over a small fictional world: no rule or reading falls through, and silence stays silence.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { evaluate, type MemberResult, yearContext } from '../../src/rules/evaluate.ts'
import { answerableQuestions } from '../../src/rules/questionnaire-schema.ts'
import { withReading } from '../../src/rules/reading.ts'
import type { Condition, Rule } from '../../src/rules/rule-schema.ts'
import { type Given, makeBase } from '../rules/fact-base.ts'
import { article7, cohorts, kinds, plan, pledge } from './shipped-rules.ts'

const questions = answerableQuestions(article7)

const states = ['XAA', 'XAB', 'XAC']
const year = 2026
const asOf = '2026-11-30'

/** Every State Party has every obligation; XAA's report says yes to everything, XAB's says nothing, XAC has sent none. */
const everybody: Given = {
  actors: [...states, 'XAD'],
  kinds,
  parties: states.map((actor) => [actor, '2000-01-01']),
  facts: states.flatMap((actor) =>
    [
      ['article-5-obligation', {}],
      ['article-4-obligation', {}],
      ['article-4-overdue', {}],
      ['victims-significant', {}],
      ['retained-mines', { mines: 100 }],
      ['donor', {}],
      ['compliance-concern', { article: '1.1', listedBy: 'the Committee' }],
      ['assessment', { forYear: year, amount: 500, currency: 'USD' }],
    ].map(([kind, fields]) => ({
      actor,
      kind: kind as string,
      from: '2020-01-01',
      fields: fields as Record<string, unknown>,
    })),
  ),
  reports: [
    {
      actor: 'XAA',
      year: year - 1,
      on: '2026-04-02',
      answers: Object.fromEntries(questions.map(({ id, type }) => [id, type === 'number' ? 0 : 'yes'])),
    },
    { actor: 'XAB', year: year - 1, on: '2026-04-09', answers: {} },
  ],
}

const evaluated = (rule: Rule, given: Given, lets = plan.let) => {
  const base = makeBase(given)
  const meeting = {
    id: 'meeting-1',
    actor: 'XAD',
    kind: 'meeting',
    externalId: null,
    subject: null,
    heldFrom: asOf,
    heldUntil: null,
    knownFrom: asOf,
    fields: { treaty: 'mine-ban', code: 'M1', series: 'meeting-of-states-parties', startsOn: asOf },
  }
  const context = yearContext(base, { year, asOf, meeting, let: lets, cohorts, obligation: 'article-7' })
  return evaluate(context, rule)
}

const stateOf = (members: readonly MemberResult[], actor: string) =>
  members.find((member) => member.actor === actor)?.state

/** True where a rule reads nothing but answers, so that a silent report decides. */
const readsOnlyAnswers = (condition: Condition): boolean => {
  if (typeof condition !== 'object') return false
  if ('answer' in condition) return true
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (Array.isArray(parts)) return (parts as Condition[]).every(readsOnlyAnswers)
  return 'when' in condition && 'holds' in condition && readsOnlyAnswers(condition.holds as Condition)
}

const fromReports = Object.entries(plan.rules).filter(
  ([, rule]) => 'cohort' in rule.population && readsOnlyAnswers(rule.condition),
)

describe('the shipped rules, evaluated', () => {
  it('give a value or say why there is none, under each of their readings', () => {
    for (const [id, rule] of Object.entries(plan.rules))
      for (const reading of ['default', ...Object.keys(rule.readings)]) {
        const { value, status, members } = evaluated(withReading(rule, reading), everybody)
        const expected = value === null ? ['no cases'] : ['known']
        assert.ok(expected.includes(status), `${id} (${reading}): ${status}, ${value}`)
        assert.ok(
          members.every((member) => member.state !== 'unknown'),
          `${id} (${reading})`,
        )
      }
  })

  it('count whoever reports everything, under every reading that keeps them in the population', () => {
    // The 64 indicators answered by a coded statement of the Article 7 report, and 44.1.
    assert.equal(fromReports.length, 65)
    for (const [id, rule] of fromReports)
      for (const reading of ['default', ...Object.keys(rule.readings)]) {
        const read = withReading(rule, reading)
        if (!readsOnlyAnswers(read.condition)) continue
        const { members } = evaluated(read, everybody)
        assert.equal(stateOf(members, 'XAA'), 'counted', `${id} (${reading})`)
      }
  })

  it('keep a silent report and no report in N as not reported, never as no or partly', () => {
    for (const [id, rule] of fromReports) {
      const { members, denominator } = evaluated(rule, everybody)
      assert.equal(denominator, 3, id)
      assert.equal(stateOf(members, 'XAB'), 'not reported', id)
      assert.equal(stateOf(members, 'XAC'), 'not reported', id)
    }
  })

  it('do not count partly: of the parts of a compound, one alone is partly', () => {
    const answers = { 'retained-mines-current-use': 'yes' }
    const given = { ...everybody, reports: [{ actor: 'XAB', year: year - 1, on: '2026-04-09', answers }] }
    const { numerator, members } = evaluated(plan.rules['15.2']!, given)
    assert.equal(numerator, 0)
    assert.equal(stateOf(members, 'XAB'), 'partly')
  })

  it('ask in 44.1 only for the obligations a State Party has', () => {
    const given: Given = {
      ...everybody,
      facts: [{ actor: 'XAA', kind: 'article-5-obligation', from: '2020-01-01' }],
      reports: [
        {
          actor: 'XAA',
          year: year - 1,
          on: '2026-04-02',
          answers: { 'updated-information-article-5': 'yes' },
        },
      ],
    }
    const { numerator, denominator } = evaluated(plan.rules['44.1']!, given)
    assert.deepEqual([numerator, denominator], [1, 1])
  })

  it('tell a report in another form (no) from a report that is missing (not reported) in 7.2', () => {
    const { members, value } = evaluated(plan.rules['7.2']!, everybody)
    assert.equal(stateOf(members, 'XAB'), 'not counted')
    assert.equal(stateOf(members, 'XAC'), 'not reported')
    assert.equal(value, 0)
  })

  it('count in 9.1 who had paid in full three months before the meeting', () => {
    const payment = (actor: string, amount: number, paidOn: string) => ({
      actor,
      kind: 'payment',
      from: paidOn,
      fields: { forYear: year, amount, currency: 'USD', paidOn },
    })
    const payments = [
      payment('XAA', 300, '2026-03-01'),
      payment('XAA', 200, '2026-08-30'),
      payment('XAB', 500, '2026-08-31'),
      payment('XAC', 499, '2026-02-01'),
    ]
    const { numerator, denominator, members } = evaluated(plan.rules['9.1']!, {
      ...everybody,
      facts: [...everybody.facts!, ...payments],
    })
    assert.deepEqual([numerator, denominator], [1, 3])
    assert.equal(stateOf(members, 'XAA'), 'counted')
  })

  it('count in 21.1 a State Party that completed, and in 21.2 how it declared it', () => {
    const done = {
      kind: 'completion',
      from: '2025-06-01',
      fields: { treaty: 'mine-ban', article: '5', declaredOn: '2025-06-01' },
    }
    const given: Given = {
      ...everybody,
      facts: [
        { actor: 'XAA', kind: 'article-5-obligation', from: '2020-01-01', until: '2025-06-01' },
        { ...done, actor: 'XAA', fields: { ...done.fields, declaration: 'voluntary-declaration' } },
        { ...done, actor: 'XAB', fields: { ...done.fields, declaration: 'other' } },
      ],
    }
    assert.equal(evaluated(plan.rules['21.1']!, given).value, 2)
    assert.equal(evaluated(withReading(plan.rules['21.1']!, 'yearly'), given).value, 0)
    assert.equal(evaluated(withReading(plan.rules['21.1']!, 'article-5'), given).value, 1)
    const { numerator, denominator, value } = evaluated(plan.rules['21.2']!, given)
    assert.deepEqual([numerator, denominator, value], [1, 2, 50])
  })

  it("count the pledge's events of the year by the audience each of them had", () => {
    const event = (heldOn: string, audience: string[], actor = 'XAA') => ({
      id: `event-${heldOn}-${actor}`,
      actor,
      kind: 'dissemination-event',
      from: heldOn,
      fields: { heldOn, audience },
    })
    const given: Given = {
      kinds,
      facts: [
        event('2026-02-01', ['youth', 'academia']),
        event('2026-05-01', ['armed-forces']),
        event('2026-05-02', ['youth', 'academia'], 'XAB'),
        event('2025-05-01', ['youth', 'academia']),
      ],
      // The word of the one who promised; what is said of everyone's records is none.
      coverage: [{ register: 'dissemination-event', actor: 'XAA' }],
    }
    const lets = { otherInstruments: 'another-plan' }
    assert.equal(evaluated(pledge.rules.C3!, given, lets).value, 1)
    assert.equal(evaluated(withReading(pledge.rules.C3!, 'any-event'), given, lets).value, 2)
  })
})
