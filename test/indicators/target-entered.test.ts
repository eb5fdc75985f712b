// What rests on a declaration made at the desk says so, also where the other half of the year was declared and received.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judgeTargets } from '../../src/indicators/targets.ts'
import { targetsOwed } from '../../src/indicators/targets-owed.ts'
import { baseOf, type Declared, plan } from './judged-world.ts'

const withTarget = (target: { gte: number } | { lte: number }): typeof plan => ({
  ...plan,
  rules: {
    ...plan.rules,
    rules: { ...plan.rules.rules, C4: { ...plan.rules.rules.C4!, target: { ...target, per: 'year' } } },
  },
})
const half = (which: 1 | 2, entered: boolean): Declared => ({
  ...{ of: 'C4', level: 'complete' },
  ...(which === 1
    ? { from: '2026-01-01', until: '2026-07-01' }
    : { from: '2026-07-01', until: '2027-01-01' }),
  ...(entered ? { entered } : {}),
})

/** Where the meeting on achievements stands for 2026 in March 2027, on its page and as owed. */
const stands = (target: { gte: number } | { lte: number }, declared: Declared[]) => {
  const [asOf, entered] = ['2027-03-01', new Set<string>()]
  const [held, base] = [withTarget(target), baseOf({ events: [], declared, today: asOf })]
  const reading = judgeTargets(held, base, { asOf, year: 2026, entered }).indicators.find(
    ({ number }) => number === 'C4',
  )!.readings[0]!
  const duty = targetsOwed(held, base, { asOf, from: '2026-01-01', until: '2026-12-31', entered }).find(
    (owed) => owed.duty.endsWith('/C4'),
  )!
  assert.deepEqual([duty.status, duty.entered], [reading.standing, reading.entered])
  return [reading.standing, reading.entered]
}

describe('what rests on declarations made at the desk', () => {
  for (const [target, standing] of [
    [{ gte: 1 }, 'missed'],
    [{ lte: 2 }, 'met'],
  ] as const)
    it(`is marked where it is ${standing}: ${JSON.stringify(target)}`, () => {
      for (const first of [true, false])
        for (const second of [true, false])
          assert.deepEqual(
            stands(target, [half(1, first), half(2, second)]),
            [standing, first || second],
            `${first} ${second}`,
          )
    })
})
