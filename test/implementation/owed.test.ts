import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { workHeld } from '../../src/implementation/held.ts'
import { workOwed } from '../../src/implementation/owed.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { CoverageFact } from '../../src/rules/facts.ts'
import { fact } from './facts.ts'

const task = fact('task', 't', { title: 'Draft of the plan', owner: 'Legal Department', due: '2026-03-31' })
const progress = (status: string, body: Record<string, unknown> = {}) =>
  fact('progress', `p-${status}`, { about: 't', status, reportedOn: '2026-04-10', ...body })
const complete: CoverageFact = {
  ...{ register: 'progress', from: '2025-01-01', until: '2026-05-01', level: 'complete' },
  ...{ statedBy: 'Averland', knownFrom: '2026-05-01' },
}
const owed = (asOf: string, facts: readonly ReturnType<typeof fact>[], rows: readonly CoverageFact[] = []) =>
  workOwed(workHeld([task, ...facts], asOf), readShippedKinds(), {
    coverage: (name) => rows.filter(({ register }) => register === name),
    from: '2026-01-01',
    until: '2026-12-31',
  })[0]

describe('a task with an owner and a day', () => {
  it('is due, at risk by the calendar, and then not found: nobody said that it was not done', () => {
    assert.deepEqual(
      ['2026-01-15', '2026-03-20', '2026-04-01'].map((day) => owed(day, [])?.status),
      ['due', 'at-risk', 'not-found'],
    )
    assert.equal(owed('2026-01-15', [])?.responsible, 'Legal Department')
  })

  it('is overdue only once the register of progress is declared complete past its day', () => {
    assert.equal(owed('2026-05-15', [], [complete])?.status, 'overdue')
    assert.equal(owed('2026-05-15', [], [{ ...complete, level: 'partial' }])?.status, 'not-found')
  })

  it('is owed by the actor that owns it beside its writer, and overdue only by the word of both', () => {
    const given = fact('task', 'given', { title: 'A course', owner: 'society', due: '2026-03-31' })
    const writer = given.actor
    const word = (actor: string): CoverageFact => ({ ...complete, actor })
    const asked = (rows: readonly CoverageFact[]) =>
      workOwed(workHeld([given], '2026-05-15'), readShippedKinds(), {
        coverage: (_, actor) => rows.filter((row) => row.actor === actor),
        from: '2026-01-01',
        until: '2026-12-31',
        isActor: (id) => id === 'society',
      })[0]
    assert.deepEqual(asked([])?.owners, [writer, 'society'])
    assert.deepEqual(
      [[word(writer)], [word('society')], [word(writer), word('society')]].map((rows) => asked(rows)?.status),
      ['not-found', 'not-found', 'overdue'],
    )
  })

  it('is done in time or late by the day it was done; a late report alone tells neither', () => {
    const said = (body: Record<string, unknown>) => {
      const one = owed('2026-05-15', [progress('done', body)])
      return [one?.status, one?.isLate]
    }
    assert.deepEqual(said({ doneOn: '2026-03-30' }), ['met', false])
    assert.deepEqual(said({ doneOn: '2026-04-02' }), ['met', true])
    assert.deepEqual(said({}), ['met', null])
    assert.deepEqual(said({ reportedOn: '2026-03-01' }), ['met', false])
  })

  it('is met by the stored fact that says so', () => {
    const done = progress('done', { doneOn: '2026-03-30' })
    assert.deepEqual(
      owed('2026-05-15', [done])?.metBy.map(({ id, kind }) => [id, kind]),
      [[done.datumId, 'progress']],
    )
  })

  it('keeps its first day beside the one it was moved to', () => {
    const moved = fact('rescheduling', 'm', {
      ...{ about: 't', due: '2026-06-30', reason: 'No quorum.', decidedOn: '2026-03-15' },
    })
    const one = owed('2026-05-15', [moved])
    assert.deepEqual(
      [one?.status, one?.due, one?.computed?.on, one?.granted.map(({ on }) => on)],
      ['due', '2026-06-30', '2026-03-31', ['2026-06-30']],
    )
  })

  it('stood on an earlier day as it stood then, whatever came later', () => {
    const facts = [
      task,
      progress('done', { doneOn: '2026-06-01', reportedOn: '2026-06-10' }),
      fact('rescheduling', 'm', {
        ...{ about: 't', due: '2026-09-30', reason: 'No quorum.', decidedOn: '2026-05-01' },
      }),
    ]
    const on = (asOf: string) => {
      const [one] = workOwed({ ...workHeld(facts, '2026-12-31'), asOf }, readShippedKinds(), {
        coverage: () => [],
        ...{ from: '2026-01-01', until: '2026-12-31' },
      })
      return [one?.status, one?.due, one?.metBy.length]
    }
    assert.deepEqual(on('2026-04-15'), ['not-found', '2026-03-31', 0])
    assert.deepEqual(on('2026-05-15'), ['due', '2026-09-30', 0])
    assert.deepEqual(on('2026-06-15'), ['met', '2026-09-30', 1])
  })

  it('says that it rests on something entered here, not received', () => {
    const done = fact(
      'progress',
      'p',
      { about: 't', status: 'done', reportedOn: '2026-03-01' },
      { entered: true },
    )
    const move = fact(
      'rescheduling',
      'm',
      { about: 't', due: '2026-06-30', reason: 'No quorum.', decidedOn: '2026-03-15' },
      { entered: true },
    )
    assert.deepEqual(
      [[done], [move], [progress('done')]].map((facts) => owed('2026-05-15', facts)?.entered),
      [true, true, false],
    )
  })

  describe('that stands in something', () => {
    const plan = fact('national-plan', 'plan', { title: 'P', instrument: 'pledge' })
    const action = fact('plan-action', 'a', { title: 'A', plan: 'plan' })
    const meeting = fact('review-meeting', 'm', { heldOn: '2026-01-01' })
    const decision = fact('meeting-decision', 'd', { meeting: 'm', text: 'To be done' })
    const step = fact('step', 's', { title: 'S', action: 'a', due: '2026-06-30' })
    const both = fact('task', 'both', {
      title: 'B',
      decision: 'd',
      action: 'a',
      owner: 'O',
      due: '2026-06-30',
    })
    const stopped = fact('progress', 'p', { about: 'a', status: 'stopped', reportedOn: '2026-03-01' })
    const gone = (of: ReturnType<typeof fact>, more = {}) =>
      fact(of.kind, `${of.externalId}-gone`, {}, { retracts: of.datumId, ...more })
    const standing = (...facts: ReturnType<typeof fact>[]) => {
      const work = workHeld([plan, action, meeting, decision, step, both, ...facts], '2026-12-31', {
        isKept: ({ tier }) => tier === 'public',
      })
      const all = workOwed(work, readShippedKinds(), {
        coverage: () => [],
        ...{ from: '2026-01-01', until: '2026-12-31' },
      })
      return ['s', 'both'].map((id) => {
        const { status, reason } = all.find(({ instrument }) => instrument === id)!
        return status === 'ended' ? reason?.key : status
      })
    }

    it('is owed no more once all of that was stopped or withdrawn', () => {
      assert.deepEqual(standing(), ['not-found', 'not-found'])
      // A task of a decision stands as long as the decision does.
      assert.deepEqual(standing(stopped), ['promise-above-stopped', 'not-found'])
      assert.deepEqual(standing(gone(action)), ['promise-above-withdrawn', 'not-found'])
      assert.deepEqual(standing(gone(plan)), ['promise-above-withdrawn', 'not-found'])
      for (const other of [decision, meeting])
        assert.deepEqual(standing(gone(action), gone(other)), [
          'promise-above-withdrawn',
          'promise-above-withdrawn',
        ])
    })

    it('is owed still where that is only out of sight', () => {
      const sealed = fact('plan-action', 'a-2', action.body, {
        supersedes: action.datumId,
        tier: 'restricted',
      })
      assert.deepEqual(standing(sealed), ['not-found', 'not-found'])
    })
  })

  it('is owed no more once it was stopped', () => {
    assert.equal(
      owed('2026-05-15', [progress('stopped', { reason: 'Taken over by another.' })])?.status,
      'ended',
    )
  })
})
