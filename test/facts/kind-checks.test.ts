// What the fields of a fact of work ask of each other.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readBody } from '../../src/facts/kind.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'

const read = (
  kind: string,
  body: Record<string, unknown>,
  beside: { heldFrom?: string; source?: string } = {},
) => readBody(readShippedKinds()[kind]!, body, { beside })
const wrong = (kind: string, body: Record<string, unknown>) =>
  readBody(readShippedKinds()[kind]!, body).issues.map(({ field }) => field)
const progress = (more: Record<string, unknown>) =>
  wrong('progress', { about: 'a', reportedOn: '2026-05-01', ...more })
const move = (more: Record<string, unknown>) =>
  wrong('rescheduling', { about: 'a', reason: 'Floods', decidedOn: '2026-05-01', ...more })
const line = (more: Record<string, unknown>) =>
  wrong('budget-line', { about: 'a', amount: 1, currency: 'CHF', year: 2026, ...more })
const action = (startsOn: string, endsOn: string) =>
  wrong('plan-action', { title: 'Law', plan: 'p', startsOn, endsOn })

describe('fields that ask for others', () => {
  it('want the reason of a delay or an end', () => {
    assert.deepEqual(progress({ status: 'delayed' }), ['reason'])
    assert.deepEqual(progress({ status: 'stopped' }), ['reason'])
    assert.deepEqual(progress({ status: 'stopped', reason: 'No money' }), [])
    assert.deepEqual(progress({ status: 'under-way' }), [])
  })
  it('want the day it was done only of what is done', () => {
    assert.deepEqual(progress({ status: 'not-started', doneOn: '2026-04-01' }), ['doneOn'])
    assert.deepEqual(progress({ status: 'done', doneOn: '2026-04-01' }), [])
  })
  it('want some date of a new date', () => {
    assert.deepEqual(move({}), ['startsOn'])
    assert.deepEqual(move({ due: '2027' }), [])
  })
  it('want to know who pledged money', () => {
    assert.deepEqual(line({ side: 'pledged' }), ['paidBy'])
    assert.deepEqual(line({ side: 'sought' }), [])
  })
  it('let nothing end before it starts, as far as the dates tell', () => {
    assert.deepEqual(action('2027-03-01', '2026-12-31'), ['endsOn'])
    assert.deepEqual(action('2027-03-01', '2027'), [])
    assert.deepEqual(action('2027', '2027-03-01'), [])
  })
  it('want what was done to be reported no earlier than it was done', () => {
    assert.deepEqual(progress({ status: 'done', doneOn: '2026-06-01' }), ['reportedOn'])
    assert.deepEqual(progress({ status: 'done', doneOn: '2026-05-01' }), [])
  })
})

describe('those who come together', () => {
  const event = { audience: 'schools', heldOn: '2026-05-01' }
  const rows = 'audience=schools, persons=15; audience=press, persons=25'

  it('come on some day, even if it is only planned or known to the year', () => {
    for (const kind of ['dissemination-event', 'working-group-meeting', 'review-meeting', 'body-meeting']) {
      assert.deepEqual(wrong(kind, { audience: 'schools', title: 'Day' }).includes('heldOn'), true, kind)
      assert.deepEqual(read(kind, { title: 'Day' }, { heldFrom: '2026-01-01' }).issues.length > 1, false)
    }
    assert.deepEqual(wrong('body-meeting', { plannedOn: '2027' }), [])
  })

  it('are no fewer than the rows add up to', () => {
    const { issues } = read('dissemination-event', { ...event, participants: 12, attendance: rows })
    assert.deepEqual(issues, [
      {
        field: 'participants',
        message: 'The rows of "attendance" add up to more',
        expected: '40 or more, or rows that add up to 12 at most',
        found: '12',
      },
    ])
    for (const participants of [40, 41, undefined])
      assert.deepEqual(wrong('dissemination-event', { ...event, participants, attendance: rows }), [])
  })

  it('and are asked about where they came and it was not for them, whatever the capitals', () => {
    const asked = (audience: string) =>
      read('dissemination-event', { ...event, audience, attendance: rows }, { source: 'Minutes' }).questions
    assert.deepEqual(asked('schools'), [
      {
        field: 'attendance',
        message: 'It names what "audience" does not',
        expected: 'schools',
        found: 'press',
      },
    ])
    assert.deepEqual(asked('Schools; Press'), [])
  })

  it('are asked about where nothing says who tells of them', () => {
    assert.deepEqual(
      read('body-meeting', { heldOn: '2026-05-01' }).questions.map(({ field }) => field),
      ['source'],
    )
    assert.deepEqual(read('body-meeting', { heldOn: '2026-05-01' }, { source: 'Minutes' }).questions, [])
  })
})
