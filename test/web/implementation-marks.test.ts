// What the page of how an instrument is carried out, and its table, say beside what they tell: what was not received, who
// sees it, what has ended.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { workHeld } from '../../src/implementation/held.ts'
import { restingOn } from '../../src/implementation/mark.ts'
import { implementationOf, workShownOf } from '../../src/web/held/implementation-shown.ts'
import { overviewTable } from '../../src/web/pages/implementation/overview-table.ts'
import { fact } from '../implementation/facts.ts'

const shown = (...facts: ReturnType<typeof fact>[]) =>
  implementationOf(workHeld(facts, '2027-12-31'), 'pledge', { actors: new Map(), parties: ['XAA'] })
const table = (...facts: ReturnType<typeof fact>[]) => {
  const { columns, rows } = overviewTable(shown(...facts), undefined)
  for (const row of rows) assert.equal(row.length, columns.length)
  return (id: string, column: string) => rows.find((row) => row[2] === id)![columns.indexOf(column)]
}
const plan = fact('national-plan', 'plan', { title: 'Plan', instrument: 'pledge' })
const action = fact('plan-action', 'act', { title: 'Act', plan: 'plan', endsOn: '2026-12-31' })

describe('what is told beside work on a promise', () => {
  it('is that it rests on a report entered here, however its own fact came', () => {
    const done = fact(
      'progress',
      'p',
      { about: 'act', status: 'done', reportedOn: '2026-12-01' },
      { entered: true, tier: 'restricted' },
    )
    const [told] = shown(plan, action, done).plans[0]!.actions
    assert.deepEqual([told!.entered, told!.tier], [false, 'public'])
    assert.deepEqual(restingOn(told!), { entered: true, tier: 'restricted' })
    const cell = table(plan, action, done)
    assert.deepEqual(
      ['standing', 'mark', 'tier'].map((column) => cell('act', column)),
      ['done', 'entered here, not received', 'restricted'],
    )
    assert.deepEqual([cell('plan', 'mark'), cell('plan', 'tier')], [null, 'public'])
  })

  it('is that what it belonged to was withdrawn, and that it was stopped with its action', () => {
    const step = fact('step', 'step', { title: 'Step', action: 'act', due: '2026-06-30' })
    const stopped = fact('progress', 'p', { about: 'act', status: 'stopped', reportedOn: '2026-03-01' })
    assert.equal(table(plan, action, step)('step', 'standing'), 'past-its-day')
    assert.equal(table(plan, action, step, stopped)('step', 'standing'), 'stopped')
    assert.deepEqual(shown(plan, action, step).orphans, [])
    const gone = fact('plan-action', 'gone', {}, { retracts: action.datumId })
    const left = [plan, action, step, gone]
    assert.deepEqual(
      shown(...left).orphans.map(({ id, kind }) => [id, kind]),
      [['step', 'step']],
    )
    assert.equal(table(...left)('step', 'standing'), 'what it belonged to was withdrawn')
  })

  it('is what each fact around another is: entered here, or not for everyone', () => {
    const step = fact('step', 'step', { title: 'Step', action: 'act' }, { entered: true })
    const line = fact(
      'budget-line',
      'line',
      { about: 'act', side: 'own', amount: 1, currency: 'XTS', year: 2026 },
      { tier: 'restricted' },
    )
    const work = workHeld([plan, action, step, line], '2027-12-31')
    const around = workShownOf(work, work.find('plan-action', 'act')!, {
      actors: new Map(),
      partiesOf: () => [],
      submissionOf: () => null,
    })
    assert.deepEqual(
      around.namedBy.map(({ id, entered, tier }) => [id, entered, tier]),
      [
        ['step', true, 'public'],
        ['line', false, 'restricted'],
      ],
    )
  })

  it('is the number of persons its rows add up to, where no total is stated', () => {
    const event = fact('dissemination-event', 'event', {
      ...{ heldOn: '2026-05-01', audience: ['academia'], serves: ['pledge'] },
      attendance: [
        { audience: 'academia', persons: 25 },
        { audience: 'academia', sex: 'female', persons: 15 },
      ],
    })
    assert.equal(table(event)('event', 'persons'), 40)
  })

  it('is that a plan or a body has ended', () => {
    const over = { heldFrom: '2020-01-01', heldUntil: '2021-01-01' }
    const old = fact('national-plan', 'old', { title: 'Old', instrument: 'pledge' }, over)
    const group = fact('working-body', 'group', { title: 'G', form: 'group', instrument: 'pledge' }, over)
    const cell = table(plan, old, group)
    assert.deepEqual(
      ['plan', 'old', 'group'].map((id) => cell(id, 'standing')),
      ['now', 'ended', 'ended'],
    )
  })
})
