import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { workHeld } from '../../src/implementation/held.ts'
import { plansOfWork } from '../../src/implementation/plan-of-work.ts'
import { studiesOf } from '../../src/implementation/recommendations.ts'
import { fact } from './facts.ts'

const recommendation = (number: string) =>
  fact('recommendation', `r${number}`, { study: 'study', number, text: `Recommendation ${number}.` })

describe('the recommendations of a study', () => {
  it('are told with the actions that take them up, and the actions that rest on none', () => {
    const work = workHeld(
      [
        fact('study', 'study', { title: 'The study', instrument: 'pledge' }),
        ...['1', '2', '10'].map(recommendation),
        fact('national-plan', 'plan', { title: 'Plan', instrument: 'pledge' }),
        fact('plan-action', 'a1', { title: 'A', plan: 'plan', recommendations: ['r10', 'r1'] }),
        fact('plan-action', 'a2', { title: 'B', plan: 'plan', recommendations: ['r1'] }),
        fact('plan-action', 'a3', { title: 'C', plan: 'plan' }),
      ],
      '2026-01-01',
    )
    const [study] = studiesOf(work, 'pledge', plansOfWork(work, 'pledge'))
    assert.deepEqual(
      study!.recommendations.map(({ number, actions }) => [number, actions]),
      [
        ['1', ['a1', 'a2']],
        ['2', []],
        ['10', ['a1']],
      ],
    )
    assert.deepEqual([study!.takenUp, study!.without], [2, ['a3']])
  })

  it('are taken up by nobody where the action that took them up was stopped', () => {
    const work = workHeld(
      [
        fact('study', 'study', { title: 'The study', instrument: 'pledge' }),
        ...['1', '2'].map(recommendation),
        fact('national-plan', 'plan', { title: 'Plan', instrument: 'pledge' }),
        fact('plan-action', 'a1', { title: 'A', plan: 'plan', recommendations: ['r1', 'r2'] }),
        fact('plan-action', 'a2', { title: 'B', plan: 'plan', recommendations: ['r2'] }),
        fact('progress', 'p1', { about: 'a1', status: 'stopped', reportedOn: '2025-12-01' }),
      ],
      '2026-01-01',
    )
    const [study] = studiesOf(work, 'pledge', plansOfWork(work, 'pledge'))
    assert.deepEqual(
      study!.recommendations.map(({ actions, stoppedActions }) => [actions, stoppedActions]),
      [
        [[], ['a1']],
        [['a2'], ['a1']],
      ],
    )
    assert.equal(study!.takenUp, 1)
  })
})
