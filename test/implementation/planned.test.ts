// Meetings and events that are planned: days of a calendar, owed by nobody.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { workHeld } from '../../src/implementation/held.ts'
import { workPlanned } from '../../src/implementation/planned.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { fact } from './facts.ts'

const meeting = fact('working-group-meeting', 'second', {
  body: 'wg',
  title: 'Second',
  plannedOn: '2026-05-12',
})
const planned = (asOf: string, facts = [meeting]) =>
  workPlanned(workHeld(facts, asOf), readShippedKinds(), { from: '2026-01-01', until: '2026-12-31' })

describe('a meeting planned for a day', () => {
  it('lies ahead, was held, or is past with nothing that says so: never overdue', () => {
    const held = { ...meeting, body: { ...meeting.body, heldOn: '2026-05-13' } }
    assert.deepEqual(
      [planned('2026-05-01'), planned('2026-06-01'), planned('2026-06-01', [held])].map(([one]) => [
        one?.status,
        one?.due,
        one?.title,
      ]),
      [
        ['due', '2026-05-12', 'Second'],
        ['not-found', '2026-05-12', 'Second'],
        ['met', '2026-05-12', 'Second'],
      ],
    )
  })

  it('keeps its name when it moves, and is left out without a planned day', () => {
    const moved = { ...meeting, body: { ...meeting.body, plannedOn: '2026-09' } }
    assert.equal(planned('2026-05-01')[0]?.key, planned('2026-05-01', [moved])[0]?.key)
    const loose = fact('working-group-meeting', 'third', { heldOn: '2026-03-01' })
    assert.deepEqual(planned('2026-05-01', [loose]), [])
  })
})
