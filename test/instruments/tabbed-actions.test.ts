// Actions whose number a tab parts from their text, as Word saves a plan as text: no table.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'

describe('actions with a tab behind their number', () => {
  it('are actions, alone on their line and one below the other', () => {
    const plan = importPlan(
      `RIVER ACTION PLAN

I. Boats

1. Boats are many.

All States will:

Action #1:\tMark every boat by 2031.

Action #2:\tTeach every crew, in particular:
\t(a) in harbours;
\t(b) on lakes.

II. Schools

2. Schools are few.

Action #3:\tTeach the emblem.
Action #4:\tTeach the signs.
`,
      'river.txt',
    )
    assert.deepEqual(
      plan.actions.map(({ number, text }) => [number, text]),
      [
        [1, 'Mark every boat by 2031.'],
        [2, 'Teach every crew, in particular:\n(a) in harbours;\n(b) on lakes.'],
        [3, 'Teach the emblem.'],
        [4, 'Teach the signs.'],
      ],
    )
    assert.deepEqual(plan.unplaced, [])
  })

  it('leave a table a table, its header naming columns with a year too', () => {
    const plan = importPlan(
      'Plan of work\n\nNo.\tActions 2031\tIndicators\n1\tMark boats.\tNumber of boats.\n2\tTeach crews.\tNumber of crews.\n',
      'work.txt',
    )
    assert.deepEqual(
      plan.actions.map(({ text, indicators }) => [text, indicators.map((one) => one.text)]),
      [
        ['Mark boats.', ['Number of boats.']],
        ['Teach crews.', ['Number of crews.']],
      ],
    )
  })
})
