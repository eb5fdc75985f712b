// What is said of a plan counts where it is said by those whose plan it is; two States with the same ids stay apart.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Owning } from '../../src/facts/meant.ts'
import { workHeld } from '../../src/implementation/held.ts'
import { workOwed } from '../../src/implementation/owed.ts'
import { plansOfWork } from '../../src/implementation/plan-of-work.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { fact } from './facts.ts'

const owning: Owning = {
  kinds: readShippedKinds(),
  partiesOf: () => ['XAA', 'XAS'],
  standsFor: (actor) => actor,
}
const of = (actor: string) => ({ actor })
const planOf = (actor: string) => [
  fact('national-plan', 'plan-1', { title: `Plan of ${actor}`, instrument: 'pledge' }, of(actor)),
  fact(
    'plan-action',
    'a-1',
    { title: `Action of ${actor}`, plan: 'plan-1', endsOn: '2026-12-31' },
    of(actor),
  ),
  fact('step', 's-1', { title: `Step of ${actor}`, action: 'a-1', due: '2026-06-30' }, of(actor)),
]
const said = (actor: string, about = 'a-1') => [
  fact('progress', `p-${about}`, { about, status: 'done', reportedOn: '2026-05-01' }, of(actor)),
  fact(
    'rescheduling',
    `m-${about}`,
    { about, endsOn: '2030-12-31', reason: 'Later.', decidedOn: '2026-01-01' },
    of(actor),
  ),
  fact(
    'budget-line',
    `b-${about}`,
    { about, side: 'own', amount: 1000000, currency: 'CHF', year: 2026 },
    of(actor),
  ),
]
const seen = (facts: readonly ReturnType<typeof fact>[]) =>
  plansOfWork(workHeld(facts, '2026-09-01', { owning }), 'pledge').map(({ actor, actions, sums }) => [
    actor,
    actions.map(({ title, standing, schedule }) => [title, standing, schedule.now.endsOn]),
    sums.map((sum) => sum.own),
  ])

describe('the plan of a State', () => {
  it('is told by it, and by those who made the same promise', () => {
    for (const actor of ['XAA', 'XAS'])
      assert.deepEqual(
        seen([...planOf('XAA'), ...said(actor)]),
        [['XAA', [['Action of XAA', 'done', '2030-12-31']], [1000000]]],
        actor,
      )
  })

  it('is not changed by what another State wrote of it', () =>
    assert.deepEqual(seen([...planOf('XAA'), ...said('XBB')]), [
      ['XAA', [['Action of XAA', 'nothing-reported', '2026-12-31']], []],
    ]))

  it('stays apart from that of another with the same ids', () =>
    assert.deepEqual(seen([...planOf('XAA'), ...planOf('XBB'), ...said('XBB')]), [
      ['XAA', [['Action of XAA', 'nothing-reported', '2026-12-31']], []],
      ['XBB', [['Action of XBB', 'done', '2030-12-31']], [1000000]],
    ]))

  it('owes its steps until it says itself that they are done, under an id of its own', () => {
    const work = workHeld([...planOf('XAA'), ...planOf('XBB'), ...said('XBB', 's-1')], '2026-09-01', {
      owning,
    })
    const owed = workOwed(work, readShippedKinds(), {
      coverage: () => [],
      from: '2026-01-01',
      until: '2026-12-31',
    })
    assert.deepEqual(
      owed.map(({ actor, status, metBy }) => [actor, status, metBy.length]),
      [
        ['XAA', 'not-found', 0],
        ['XBB', 'met', 1],
      ],
    )
    assert.equal(new Set(owed.map(({ key }) => key)).size, 2)
  })

  it('takes nothing from a report that may be about two of its facts', () => {
    const both = [...planOf('XAA'), fact('task', 'a-1', { title: 'Task', owner: 'Office' })]
    assert.deepEqual(seen([...both, ...said('XAA')]), [
      ['XAA', [['Action of XAA', 'nothing-reported', '2026-12-31']], [1000000]],
    ])
  })
})
