// Judging duties over facts given in a test.
import type { DatedDuty } from '../../src/duties/dated.ts'
import { createJudge } from '../../src/duties/judge.ts'
import type { FactBase } from '../../src/rules/facts.ts'
import { type Given, makeBase, testCohorts } from '../rules/fact-base.ts'

export const judgeOn = (base: FactBase, asOf: string) =>
  createJudge(base, asOf, {
    cohorts: testCohorts,
    let: {},
    obligation: 'article-7',
    meetingOf: () => undefined,
  })
export const judged = (given: Given, dated: DatedDuty, asOf = '2025-12-31') =>
  judgeOn(makeBase(given), asOf).judge(dated)
export const status = (given: Given, dated: DatedDuty, asOf?: string) => judged(given, dated, asOf)?.status

export const clearance = {
  met: { by: { some: 'completion' } },
  owedBy: { any: [{ some: 'mined-area' }, { some: 'completion' }] },
}
export const mined: NonNullable<Given['facts']>[number] = {
  actor: 'XAA',
  kind: 'mined-area',
  from: '2000-01-01',
}
export const states = { 'mined-area': { time: 'state' as const } }
export const completion = (from: string, edtf?: string) => ({
  actor: 'XAA',
  kind: 'completion',
  from,
  ...(edtf === undefined ? {} : { edtf }),
})
