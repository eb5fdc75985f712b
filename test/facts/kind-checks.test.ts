// What the fields of a fact of work ask of each other.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readBody } from '../../src/facts/kind.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'

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
})
