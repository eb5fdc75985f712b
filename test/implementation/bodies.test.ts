import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bodiesOf } from '../../src/implementation/bodies.ts'
import { workHeld } from '../../src/implementation/held.ts'
import { fact } from './facts.ts'

const body = fact(
  'working-body',
  'wg',
  { title: 'Working group', form: 'working-group', instrument: 'pledge' },
  { heldFrom: '2025-02-01' },
)
const member = (id: string, capacity: string, heldFrom: string, heldUntil: string | null = null) =>
  fact('body-member', id, { body: 'wg', office: `Office ${id}`, capacity }, { heldFrom, heldUntil })

const facts = [
  body,
  member('legal', 'member', '2025-02-01', '2026-01-01'),
  member('state-secretary', 'chair', '2025-02-01'),
  fact('working-group-meeting', 'second', { body: 'wg', plannedOn: '2026-05' }),
  fact('working-group-meeting', 'first', {
    ...{ body: 'wg', title: 'First meeting', heldOn: '2025-04-02' },
    agenda: 'Opening\n\n The study \nAny other business',
  }),
  fact('meeting-decision', 'd10', { meeting: 'first', number: '10', text: 'Meet again in autumn.' }),
  fact('meeting-decision', 'd2', { meeting: 'first', number: '2', text: 'Write a plan.' }),
  fact('task', 't1', { title: 'Draft of the plan', decision: 'd2', owner: 'XAA', due: '2025-09-30' }),
  fact('progress', 'p1', { about: 't1', status: 'done', reportedOn: '2025-10-02', doneOn: '2025-09-29' }),
  fact('rescheduling', 'r1', {
    ...{ about: 't1', due: '2025-10-31', reason: 'Summer', decidedOn: '2025-09-01', meeting: 'first' },
  }),
  member('observer', 'observer', '2026-03-02'),
]

describe('a body that works on a promise', () => {
  const [view] = bodiesOf(workHeld(facts, '2026-03-01'), 'pledge')

  it('has its members by office, who chairs first', () => {
    assert.deepEqual(
      view!.members.map(({ office, capacity, until }) => [office, capacity, until]),
      [
        ['Office state-secretary', 'chair', null],
        ['Office legal', 'member', '2026-01-01'],
        ['Office observer', 'observer', null],
      ],
    )
  })

  it('has its meetings in order with agenda and decisions, and the tasks these became', () => {
    const [first, second] = view!.meetings
    assert.deepEqual(
      [first!.agenda, second!.heldOn, second!.plannedOn],
      [['Opening', 'The study', 'Any other business'], null, '2026-05'],
    )
    assert.deepEqual(
      first!.decisions.map(({ number, tasks }) => [number, tasks.map(({ title }) => title)]),
      [
        ['2', ['Draft of the plan']],
        ['10', []],
      ],
    )
    const [task] = first!.decisions[0]!.tasks
    assert.deepEqual(
      [task!.standing, task!.schedule.original.due, task!.schedule.now.due, task!.schedule.slip],
      ['done', '2025-09-30', '2025-10-31', { days: 31, isRough: false }],
    )
  })

  it('tells what happened in order; a meeting that is only planned has not happened', () => {
    assert.deepEqual(
      view!.log.map(({ on, what }) => `${on} ${what}`),
      [
        '2025-02-01 began',
        '2025-02-01 joined',
        '2025-02-01 joined',
        '2025-04-02 met',
        '2025-04-02 decided',
        '2025-04-02 decided',
        '2025-09-01 moved',
        '2025-09-29 done',
        '2026-01-01 left',
      ],
      'who joins tomorrow has not joined',
    )
    assert.deepEqual(
      view!.log.find(({ what }) => what === 'moved')?.words,
      'Draft of the plan',
      'a date that was moved is called by what was to be done by it',
    )
  })

  it('is not a body of an instrument whose name only begins alike', () => {
    assert.deepEqual(bodiesOf(workHeld(facts, '2026-03-01'), 'pled'), [])
  })
})
