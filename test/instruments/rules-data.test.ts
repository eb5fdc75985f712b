// The shipped rules and questionnaires: complete, consistent with each other, and every mistake in such a file named.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkFeeds, readersOf } from '../../src/rules/feeds.ts'
import { answerableQuestions } from '../../src/rules/questionnaire-schema.ts'
import { withReading } from '../../src/rules/reading.ts'
import { checkCohorts, checkRuleFile } from '../../src/rules/rule-check.ts'
import type { Condition } from '../../src/rules/rule-schema.ts'
import { against, article7, cohorts, issuesOf, kinds, plan, pledge, questionnaires } from './shipped-rules.ts'

/** How many indicators each action of the draft of 16 August 2024 has, in order. */
const indicatorsPerAction = [
  2, 1, 4, 1, 1, 1, 2, 1, 2, 4, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 2, 2, 2, 1, 1, 1, 4, 2, 2, 2, 2, 2, 2, 3, 2, 2,
  2, 3, 2, 3, 1, 1, 2, 1, 1,
]
/** The indicators that begin "Number of"; all others begin "Percentage of". */
const numbers =
  '3.3 5.1 10.1 10.2 10.3 10.4 11.1 11.2 14.1 18.2 21.1 22.2 37.2 40.1 40.2 40.3 41.1 42.1 43.1'.split(' ')
/** The indicators whose own words say "affected State Parties". */
const sayAffected = (
  '1.1 1.2 2.1 3.1 3.2 4.1 6.1 8.1 18.1 19.1 19.2 21.1 21.2 22.1 22.2 23.1 24.1 25.1 26.1 27.1 27.2 27.3 27.4 28.1 28.2 ' +
  '29.1 29.2 30.1 30.2 31.1 31.2 32.1 32.2 33.1 33.2 34.1 34.2 34.3 35.1 35.2 36.1 36.2 37.1 38.1 38.2 38.3 39.1 39.2'
).split(' ')

const allRules = [...Object.entries(plan.rules), ...Object.entries(pledge.rules)]

describe('the rules of the draft Siem Reap-Angkor Action Plan', () => {
  it('are one for each of the 87 indicators, in the order of the plan', () => {
    const expected = indicatorsPerAction.flatMap((count, action) =>
      Array.from({ length: count }, (_, index) => `${action + 1}.${index + 1}`),
    )
    assert.equal(expected.length, 87)
    assert.deepEqual(Object.keys(plan.rules), expected)
  })

  it('give a share where the plan asks for a percentage and a count or sum where it asks for a number', () => {
    for (const [id, { measure }] of Object.entries(plan.rules)) {
      const isShare = measure === 'share' || (typeof measure === 'object' && 'share' in measure)
      assert.equal(isShare, !numbers.includes(id), `${id} measures ${JSON.stringify(measure)}`)
    }
  })

  it('name only kinds, fields, cohorts and questions that exist, under every reading', () => {
    checkCohorts(cohorts, { kinds, questionnaires })
    checkRuleFile(plan, against)
    checkRuleFile(pledge, { kinds, cohorts, questionnaires: [] })
  })

  it('offer other readings of "affected" for each of the 48 indicators that say it', () => {
    assert.equal(sayAffected.length, 48)
    for (const id of sayAffected) {
      const rule = plan.rules[id]!
      const cohortOf = (reading: string) => {
        const { population } = withReading(rule, reading)
        return 'cohort' in population
          ? population.cohort
          : 'among' in population
            ? population.among
            : undefined
      }
      const read = new Set(['default', ...Object.keys(rule.readings)].map(cohortOf))
      for (const cohort of ['article-5', 'victims', 'affected', 'states-parties'])
        assert.ok(read.has(cohort), `${id} has no reading that counts among ${cohort}`)
    }
  })

  it('read indicators that leave out "affected" as Article 5, and literally as all States Parties', () => {
    for (const id of ['16.1', '17.1', '17.2', '19.3', '23.2']) {
      assert.deepEqual(plan.rules[id]!.population, { cohort: 'article-5' })
      assert.deepEqual(withReading(plan.rules[id]!, 'literal').population, { cohort: 'states-parties' })
    }
    for (const id of ['15.1', '15.2', '15.3']) {
      assert.deepEqual(plan.rules[id]!.population, { cohort: 'article-3' })
      assert.deepEqual(withReading(plan.rules[id]!, 'literal').population, { cohort: 'states-parties' })
    }
  })

  it('let standing facts stand in 16.1, 27.1 and 45.1, with the yearly reading beside it', () => {
    const standing = (condition: Condition): boolean[] => {
      if (typeof condition !== 'object') return []
      if ('answer' in condition) return ['standing' in condition && condition.standing === true]
      return Object.values(condition).flatMap((inner) =>
        Array.isArray(inner) ? (inner as Condition[]).flatMap(standing) : [],
      )
    }
    for (const id of ['16.1', '27.1', '45.1']) {
      assert.ok(standing(plan.rules[id]!.condition).every((stands) => stands))
      const yearly = standing(withReading(plan.rules[id]!, 'yearly').condition)
      assert.ok(yearly.length > 0 && yearly.every((stands) => !stands))
    }
  })

  it('keep those in N whose report is not yet due, except where a rule says otherwise', () => {
    assert.deepEqual(plan.rules['1.1']!.pending, {
      until: { duty: 'article-7', field: 'dueOn' },
      counts: 'in',
    })
    assert.equal(plan.rules['10.2']!.pending, 'none')
    assert.deepEqual(withReading(plan.rules['7.1']!, 'due-only').pending, {
      until: { duty: 'article-7', field: 'dueOn' },
      counts: 'out',
    })
    assert.deepEqual(plan.rules['14.2']!.pending, { until: { plus: ['discoveredOn', 'P6M'] }, counts: 'out' })
  })

  it('count depositors by what they were on the day of the deposit', () => {
    const { population } = plan.rules['10.2']!
    assert.ok('actorsOf' in population)
    assert.equal(population.among, 'states-not-party')
    assert.equal(population.at, 'event')
  })

  it('never derive non-compliance: 43.1 reads only the list of the Committee', () => {
    assert.deepEqual(plan.rules['43.1']!.condition, { cohort: 'compliance-concern' })
    assert.deepEqual(cohorts['compliance-concern']!.rule, {
      all: [
        { cohort: 'states-parties' },
        { some: 'compliance-concern', where: { treaty: 'mine-ban', article: '1.1' } },
      ],
    })
  })
})

describe('every rule', () => {
  it('says its numerator, its note and its readings in sentences', () => {
    for (const [id, rule] of allRules) {
      const texts = [rule.words, rule.note, ...Object.values(rule.readings).map(({ words }) => words)]
      for (const text of texts) if (text !== undefined) assert.match(text, /^["A-Z].*\.$/, `${id}: ${text}`)
    }
  })

  it('is changed by each of its readings, each in another way', () => {
    for (const [id, rule] of allRules) {
      const definitions = ['default', ...Object.keys(rule.readings)].map((reading) => {
        const { readings: _, ...changed } = withReading(rule, reading)
        return JSON.stringify(changed)
      })
      assert.equal(new Set(definitions).size, definitions.length, `two readings of ${id} are the same`)
    }
  })

  it('stays as it was when a reading is made of it', () => {
    const rule = plan.rules['16.1']!
    const held = JSON.stringify(rule)
    withReading(rule, 'yearly')
    assert.equal(JSON.stringify(rule), held)
  })
})

describe('the questionnaires', () => {
  it('ask only what a rule reads, and say which indicators each question feeds', () => {
    checkFeeds(plan, questionnaires, 'article-7')
    for (const questionnaire of questionnaires)
      for (const [question, readers] of readersOf(plan, questionnaire, 'article-7'))
        assert.notEqual(readers.size, 0, `no rule reads ${question}`)
  })

  it('ask one thing at a time: a heading is answered by its parts', () => {
    const asked = answerableQuestions(article7)
    assert.ok(asked.every(({ parts, text }) => parts === undefined && text.endsWith('?')))
    const parts = asked.filter(({ parent }) => parent === 'retained-mines-use').map(({ id }) => id)
    assert.deepEqual(parts, ['retained-mines-current-use', 'retained-mines-planned-use'])
  })

  it('are refused when a question feeds an indicator that does not read it', () => {
    const changed = structuredClone(article7)
    changed.groups[0]!.questions[1]!.feeds = ['1.1']
    const issues = issuesOf(() => checkFeeds(plan, [changed], 'article-7'))
    assert.equal(issues.length, 1)
    assert.match(issues[0]!.path!, /compliance-update$/)
    assert.equal(issues[0]!.found, '1.1')
    assert.equal(issues[0]!.expected, '43.2')
  })
})
