// The shipped rules, cohorts, kinds and questionnaires, read once for the tests that look at them.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type Issue, Problem } from '../../src/problem.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { readQuestionnaire } from '../../src/rules/questionnaire-schema.ts'
import { readCohorts, readRuleFile } from '../../src/rules/rule-schema.ts'

const root = join(import.meta.dirname, '../..')
export const mineBan = join(root, 'instruments/mine-ban')
export const kinds = readShippedKinds()
export const cohorts = readCohorts(join(mineBan, 'cohorts.yaml'))
export const article7 = readQuestionnaire(join(mineBan, 'article-7.yaml'))
export const committee = readQuestionnaire(join(mineBan, 'committee-analysis.yaml'))
export const questionnaires = [article7, committee]
export const plan = readRuleFile(join(mineBan, 'siem-reap-angkor-draft-2024-08.rules.yaml'))
export const pledge = readRuleFile(join(root, 'instruments/ihl-pledge-mongolia/pledge.rules.yaml'))
export const against = { kinds, cohorts, questionnaires, obligation: 'article-7' }

/** The issues of the refusal that `act` meets. */
export const issuesOf = (act: () => unknown): Issue[] => {
  try {
    act()
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    return error.issues
  }
  assert.fail('nothing was refused')
}
