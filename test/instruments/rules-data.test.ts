// The shipped rules and questionnaires: complete, consistent with each other, and every mistake in such a file named.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { type Issue, Problem } from '../../src/problem.ts'
import { checkFeeds, readersOf } from '../../src/rules/feeds.ts'
import { withReading } from '../../src/rules/reading.ts'
import { checkCohorts, checkRuleFile } from '../../src/rules/rule-check.ts'
import {
  answerableQuestions,
  type Condition,
  type RuleFile,
  readCohorts,
  readKinds,
  readQuestionnaire,
  readRuleFile,
} from '../../src/rules/rule-schema.ts'

const root = join(import.meta.dirname, '../..')
const mineBan = join(root, 'instruments/mine-ban')
const kinds = readKinds(join(root, 'reference/kinds.yaml'))
const cohorts = readCohorts(join(mineBan, 'cohorts.yaml'))
const article7 = readQuestionnaire(join(mineBan, 'article-7.yaml'))
const committee = readQuestionnaire(join(mineBan, 'committee-analysis.yaml'))
const questionnaires = [article7, committee]
const plan = readRuleFile(join(mineBan, 'siem-reap-angkor-draft-2024-08.rules.yaml'))
const pledge = readRuleFile(join(root, 'instruments/ihl-pledge-mongolia/pledge.rules.yaml'))
const against = { kinds, cohorts, questionnaires, obligation: 'article-7' }

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
      all: [{ cohort: 'states-parties' }, { some: 'compliance-concern', where: { article: '1.1' } }],
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

/** The issues of the Problem that `act` throws. */
const issuesOf = (act: () => unknown): Issue[] => {
  try {
    act()
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    return error.issues
  }
  assert.fail('nothing was refused')
}

describe('a bad file is refused with file, line and path:', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pacta-rules-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  const write = (content: string | Uint8Array): string => {
    const file = join(folder, 'bad.yaml')
    writeFileSync(file, content)
    return file
  }
  const ruleFile = (rule: string, top = ''): RuleFile =>
    readRuleFile(write(`plan: test\n${top}rules:\n  "1.1":\n${rule.replace(/^/gm, '    ')}\n`))
  const good = 'population: {cohort: states-parties}\ncondition: true\nmeasure: count\nwords: All.\n'
  const check = (rule: string, top = '') => issuesOf(() => checkRuleFile(ruleFile(rule, top), against))

  /** What the rule or reading is, and where and what its one mistake is. */
  const cases: [string, string, { line: number; path: string; message: RegExp }][] = [
    [
      'an unknown key',
      good.replace('cohort: states-parties', 'cohort: states-parties, att: as-of'),
      { line: 4, path: 'rules."1.1".population.att', message: /nothing is called "att"/ },
    ],
    [
      'a misspelt form of condition',
      good.replace('true', '{anser: promotes-ratification, is: yes}'),
      { line: 5, path: 'rules."1.1".condition', message: /no form of condition/ },
    ],
    [
      'an unknown cohort',
      good.replace('states-parties', 'state-parties'),
      { line: 4, path: 'rules."1.1".population.cohort', message: /no cohort "state-parties"/ },
    ],
    [
      'an unknown kind',
      good.replace('true', '{some: donation}'),
      { line: 5, path: 'rules."1.1".condition.some', message: /no kind "donation"/ },
    ],
    [
      'an unknown field',
      good.replace('true', '{some: payment, where: {payedOn: {lte: $asOf}}}'),
      { line: 5, path: 'rules."1.1".condition.where.payedOn', message: /no field "payedOn"/ },
    ],
    [
      'a value the field cannot have',
      good.replace('true', '{some: meeting-statement, where: {topic: weather}}'),
      { line: 5, path: 'rules."1.1".condition.where.topic', message: /no value of this field/ },
    ],
    [
      'a word where a date is needed',
      good.replace('true', '{some: payment, where: {paidOn: {lte: yesterday}}}'),
      { line: 5, path: 'rules."1.1".condition.where.paidOn.lte', message: /text where a date/ },
    ],
    [
      'a day that does not exist',
      good.replace('true', '{some: payment, where: {paidOn: {lte: 2025-02-30}}}'),
      { line: 5, path: 'rules."1.1".condition.where.paidOn.lte', message: /text where a date/ },
    ],
    [
      'an unknown question',
      good.replace('true', '{answer: likes-pacta, is: yes}'),
      { line: 5, path: 'rules."1.1".condition.answer', message: /no question "likes-pacta"/ },
    ],
    [
      'an answer about a record where there is none',
      good.replace('true', '{answer: risk-education-plan-costed, is: yes, by: committee-analysis}'),
      { line: 5, path: 'rules."1.1".condition.by', message: /not one of records/ },
    ],
    [
      'a name nobody defined',
      good.replace('true', '{some: payment, where: {paidOn: {lte: $deadline}}}'),
      { line: 5, path: 'rules."1.1".condition.where.paidOn.lte', message: /nothing is called \$deadline/ },
    ],
    [
      'limits that contradict each other',
      good.replace('true', '{some: payment, where: {amount: {gt: 5, lt: 3}}}'),
      { line: 5, path: 'rules."1.1".condition.where.amount', message: /contradictory/ },
    ],
    [
      'a part with and without "not"',
      good.replace('true', '{all: [{cohort: donor}, {not: {cohort: donor}}]}'),
      { line: 5, path: 'rules."1.1".condition.all[1]', message: /contradictory/ },
    ],
    [
      'a sum over actors, who have no fields',
      good.replace('measure: count', 'measure: {sum: persons}'),
      { line: 6, path: 'rules."1.1".measure.sum', message: /only records have fields/ },
    ],
    [
      'two comparisons in one condition',
      good.replace('true', '{count: payment, gte: 1, lte: 3}'),
      { line: 5, path: 'rules."1.1".condition', message: /exactly one of/ },
    ],
    [
      'a reading of a place the rule does not have',
      `${good}readings:\n  other:\n    words: Other.\n    condition.where.topic: other\n`,
      {
        line: 11,
        path: 'rules."1.1".readings.other."condition.where.topic"',
        message: /has nothing at "condition.where"/,
      },
    ],
    [
      'a reading that says what the rule says',
      `${good}readings:\n  other:\n    words: Other.\n    measure: count\n`,
      { line: 11, path: 'rules."1.1".readings.other.measure', message: /says so already/ },
    ],
    [
      'a reading that changes nothing',
      `${good}readings:\n  other:\n    words: Other.\n`,
      { line: 9, path: 'rules."1.1".readings.other', message: /changes nothing/ },
    ],
    [
      'a reading that leaves a rule of no known form',
      `${good}readings:\n  other:\n    words: Other.\n    measure: median\n`,
      { line: 11, path: 'rules."1.1".readings.other.measure', message: /Invalid/ },
    ],
    [
      'a reading that names an unknown cohort',
      `${good}readings:\n  other:\n    words: Other.\n    population.cohort: strangers\n`,
      { line: 11, path: 'rules."1.1".readings.other."population.cohort"', message: /no cohort "strangers"/ },
    ],
  ]
  for (const [what, rule, expected] of cases)
    it(what, () => {
      const issues = check(rule)
      assert.equal(issues.length, 1, JSON.stringify(issues))
      assert.match(issues[0]!.file!, /bad\.yaml$/)
      assert.deepEqual(
        { line: issues[0]!.line, path: issues[0]!.path },
        { line: expected.line, path: expected.path },
      )
      assert.match(issues[0]!.message, expected.message)
    })

  it('names that need each other in a circle', () => {
    const issues = check(good, 'let: {first: {plus: [$second, P1D]}, second: {minus: [$first, P1D]}}\n')
    assert.match(issues[0]!.message, /first → second → first/)
    assert.equal(issues[0]!.line, 2)
  })

  it('a reading set nobody wrote', () => {
    const [issue] = issuesOf(() => ruleFile(`${good}readingsFrom: [affected]\n`))
    assert.equal(issue!.path, 'rules."1.1".readingsFrom[0]')
    assert.equal(issue!.line, 8)
  })

  it('several mistakes at once', () => {
    const issues = check(good.replace('states-parties', 'nobody').replace('true', '{some: nothing}'))
    assert.equal(issues.length, 2)
  })

  it('cohorts that need each other in a circle', () => {
    const part = (name: string, other: string) => `${name}: {title: T, words: W., rule: {cohort: ${other}}}\n`
    const circular = readCohorts(write(part('one', 'two') + part('two', 'three') + part('three', 'one')))
    const issues = issuesOf(() => checkCohorts(circular, { kinds, questionnaires }))
    assert.match(issues[0]!.message, /one → two → three → one/)
    assert.equal(issues[0]!.line, 1)
  })

  it('a question that stands twice', () => {
    const question = '{id: same, text: "Is it?", type: state}'
    const text = `id: a\ntitle: T\ntreaty: t\ngroups:\n- id: g\n  title: G\n  questions:\n  - ${question}\n  - ${question}\n`
    const [issue] = issuesOf(() => readQuestionnaire(write(text)))
    assert.deepEqual([issue!.line, issue!.path], [9, 'groups[0].questions[1].id'])
  })

  it('the same key twice, a condition that holds itself, nesting without end, a truncated file', () => {
    const texts = [
      'plan: a\nplan: b\n',
      `plan: a\nrules:\n  "1.1": {population: {cohort: c}, measure: share, words: W., condition: &a {all: [*a]}}\n`,
      `plan: a\nrules: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}\n`,
      'plan: a\nrules: {"1.1": {population: {coh',
    ]
    for (const text of texts) assert.ok(issuesOf(() => readRuleFile(write(text))).length > 0)
  })

  it('a binary file, one in another encoding, one too large, one that is not there', () => {
    const unreadable = [
      write(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff])),
      write(new Uint8Array([0x70, 0xe9, 0x0a])),
      write('# '.repeat(2_100_000)),
      join(folder, 'absent.yaml'),
    ]
    for (const file of unreadable)
      assert.throws(
        () => readRuleFile(file),
        (error) => error instanceof Problem && error.type === 'input-unreadable',
      )
  })

  it('whatever stands in it: a Problem, never a crash', () => {
    const keys = fc.constantFrom(
      'all',
      'any',
      'not',
      'when',
      'holds',
      'some',
      'where',
      'answer',
      'is',
      'sum',
      'gte',
      'plus',
      'in',
    )
    const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(true, 'yes', 1, null, '$asOf', 'payment', 'payment.amount'),
        fc.array(tie('condition'), { maxLength: 3 }),
        fc.dictionary(keys, tie('condition'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(condition, (given) => {
        const text = good.replace('condition: true', `condition: ${JSON.stringify(given)}`)
        try {
          checkRuleFile(ruleFile(text), against)
        } catch (error) {
          assert.ok(error instanceof Problem, String(error))
          assert.ok(error.issues.length > 0 && error.issues.every(({ file }) => file?.endsWith('bad.yaml')))
        }
      }),
      { numRuns: 150 },
    )
  })
})
