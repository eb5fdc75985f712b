// Every mistake in a file of rules, cohorts, kinds or questions is named, with its file, line and path.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../../src/problem.ts'
import { readQuestionnaire } from '../../src/rules/questionnaire-schema.ts'
import { checkCohorts, checkRuleFile } from '../../src/rules/rule-check.ts'
import { type RuleFile, readCohorts, readRuleFile } from '../../src/rules/rule-schema.ts'
import { against, issuesOf, kinds, questionnaires } from './shipped-rules.ts'

/** The issues of the Problem that `act` throws. */
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
      'a field by which nothing names the record at hand',
      good
        .replace('cohort: states-parties', 'records: recommendation')
        .replace('true', '{some: plan-action, naming: dependsOn}'),
      {
        ...{ line: 5, path: 'rules."1.1".condition.naming' },
        message: /"plan-action" names no "recommendation" in "dependsOn"/,
      },
    ],
    [
      'a second step by a field that names something else',
      good
        .replace('cohort: states-parties', 'records: recommendation')
        .replace(
          'true',
          '\n  some: plan-action\n  naming: recommendations\n  holds:\n    {last: progress, by: reportedOn, naming: abuot, holds: {status: done}}',
        ),
      { line: 9, path: 'rules."1.1".condition.holds.naming', message: /"progress" has no field "abuot"/ },
    ],
    [
      'a step from a record where there is none',
      good.replace('true', '{some: plan-action, naming: recommendations}'),
      { line: 5, path: 'rules."1.1".condition.naming', message: /no record here that others could name/ },
    ],
    [
      'the last by something that has no order',
      good
        .replace('cohort: states-parties', 'records: recommendation')
        .replace('true', '{last: progress, by: status, naming: about, holds: {status: done}}'),
      { line: 5, path: 'rules."1.1".condition.by', message: /no date or number "status"/ },
    ],
    [
      'a value that what is last cannot have',
      good
        .replace('cohort: states-parties', 'records: recommendation')
        .replace('true', '{last: progress, by: reportedOn, naming: about, holds: {status: finished}}'),
      { line: 5, path: 'rules."1.1".condition.holds.status', message: /no value of this field/ },
    ],
    [
      'an unknown field',
      good.replace('true', '{some: payment, where: {payedOn: {lte: $asOf}}}'),
      { line: 5, path: 'rules."1.1".condition.where.payedOn', message: /no field "payedOn"/ },
    ],
    [
      'a number asked which instruments it names',
      good.replace('true', '{some: payment, where: {amount: {notOnly: $otherInstruments}}}'),
      { line: 5, path: 'rules."1.1".condition.where.amount.notOnly', message: /names nothing/ },
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

  it('an action that an indicator is to measure and the plan does not have, and one the text itself puts it under', () => {
    const actions = new Map<string, readonly string[]>([
      ['1', []],
      ['2', ['2.1']],
    ])
    const refused = (file: RuleFile) => issuesOf(() => checkRuleFile(file, { ...against, actions }))
    const [unknown] = refused(ruleFile(`${good}measures: ["1", "7"]`))
    assert.deepEqual(
      [unknown?.line, unknown?.path, unknown?.found, unknown?.expected],
      [8, 'rules."1.1".measures[1]', '7', '1, 2'],
    )
    const own = `plan: test\nrules:\n  "2.1":\n${`${good}measures: ["1"]`.replace(/^/gm, '    ')}\n`
    assert.match(refused(readRuleFile(write(own)))[0]!.message, /puts 2.1 under action 2 already/)
    assert.match(refused(ruleFile(`${good}measures: ["1", "1"]`))[0]!.message, /stands here twice/)
    checkRuleFile(ruleFile(`${good}measures: ["1"]`), { ...against, actions })
  })
})
