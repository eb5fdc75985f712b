import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { promisesOwed } from '../../src/engagements/owed.ts'
import { asked, engagement } from './fictional.ts'

const days = { asOf: '2026-12-01', from: '2026-01-01', until: '2027-12-31' }
const owed = (one: ReturnType<typeof engagement>, more = {}) =>
  promisesOwed(asked([one], { ...days, ...more }), () => false)
const member = (date: string | null, body = {}, more = {}) =>
  engagement('member', 'organisation-membership', date, { title: 'Member of the League', ...body }, more)

describe('the end of a term', () => {
  it('comes on the last day its source says, under one key whenever that is moved', () => {
    const [end, ...more] = owed(member('2025/2027'))
    assert.equal(more.length, 0)
    assert.deepEqual(
      [end!.key, end!.due, end!.status, end!.derivation, end!.owners],
      ['member/organisation-membership/XAA/ends', '2027', 'due', { key: 'term-ends', on: '2027' }, ['XAA']],
    )
    assert.equal(owed(member('2025/2027-06'))[0]!.key, end!.key)
    assert.equal(owed(engagement('chair', 'chair-term', '2025/2027'))[0]!.due, '2027')
  })

  it('given by days is the last of them; read from the source it is said to be', () => {
    const byDays = member(null, {}, { heldFrom: '2025-01-01', heldUntil: '2027-01-01' })
    assert.equal(owed(byDays)[0]!.due, '2026-12-31')
    assert.deepEqual(owed(member('2025/2027', { inferred: ['until'] }))[0]!.derivation, {
      key: 'term-ends-read',
      on: '2027',
    })
  })

  it('is listed until it is past, and within the days asked for', () => {
    const on = (asOf: string) => owed(member('2025/2026'), { asOf }).length
    assert.deepEqual([on('2026-12-31'), on('2027-01-01')], [1, 0])
    assert.deepEqual(owed(member('2025/2027'), { until: '2026-12-31' }), [])
  })

  it('is none of what has no end, of a single year, of what is no membership', () => {
    for (const date of ['2006/..', '2027', null]) assert.deepEqual(owed(member(date)), [])
    assert.deepEqual(owed(engagement('served', 'contribution', '2025/2027')), [])
  })
})
