import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReceipts, type Owed, receiptsOf } from '../../src/reports/received.ts'
import type { ReportVersion } from '../../src/reports/report.ts'

const owed = (actor: string, dueOn = '2026-04-30'): Owed => ({
  actor,
  dueOn,
  derivation: 'yearly',
  said: { key: 'report-due-day' },
})
const version = (actor: string, receivedOn: string, given: Partial<ReportVersion> = {}): ReportVersion => ({
  actor,
  obligation: 'yearly',
  coversYear: 2025,
  subject: null,
  receivedOn,
  version: 1,
  language: null,
  document: {},
  source: null,
  reportId: `${actor}-${receivedOn}`,
  supersedes: null,
  entered: false,
  recordedAt: receivedOn,
  sha256: '',
  ...given,
})
const complete = { asOf: '2026-12-01', completeUntil: () => '2026-12-01' }
const lines = (...asked: Parameters<typeof receiptsOf>) =>
  receiptsOf(...asked).map(({ actor, state, isLate, firstReceivedOn }) =>
    [actor, state, isLate, firstReceivedOn].join(' '),
  )

describe('reports received beside reports owed', () => {
  it('tells received from missing, and late by the day the first version came', () => {
    const versions = [
      version('XAA', '2026-04-30'),
      version('XAB', '2026-05-01'),
      version('XAC', '2026-04-10'),
      version('XAC', '2026-09-10', { version: 2 }),
    ]
    assert.deepEqual(lines([owed('XAA'), owed('XAB'), owed('XAC'), owed('XAD')], versions, complete), [
      'XAA received false 2026-04-30',
      'XAB received true 2026-05-01',
      'XAC received false 2026-04-10',
      'XAD missing  ',
    ])
    const [receipt] = receiptsOf([owed('XAC')], versions.slice(2), complete)
    assert.equal(receipt?.current?.version, 2)
    assert.equal(receipt?.versions, 2)
  })

  it('is not missing on the day it is due, nor before', () => {
    const before = { asOf: '2026-04-30', completeUntil: () => '2026-04-30' }
    assert.deepEqual(lines([owed('XAA')], [], before), ['XAA not yet due  '])
  })

  it('is not known to be missing where nobody says that all reports are held', () => {
    assert.deepEqual(lines([owed('XAA')], [], { asOf: '2026-12-01', completeUntil: () => null }), [
      'XAA not known  ',
    ])
    assert.deepEqual(lines([owed('XAA')], [], { asOf: '2026-12-01', completeUntil: () => '2026-04-29' }), [
      'XAA not known  ',
    ])
  })

  it('keeps what came without being owed, and leaves out what came after the day', () => {
    const versions = [
      version('XNP', '2026-03-01', { document: { voluntary: true } }),
      version('XAA', '2026-12-02'),
      version('XAB', '2026-05-05', { subject: 'request-1' }),
    ]
    assert.deepEqual(lines([owed('XAA')], versions, complete), [
      'XAA missing  ',
      'XNP received  2026-03-01',
      'XAB received  2026-05-05',
    ])
  })

  it('counts n of N due, and gives no n where of one of them it is not known', () => {
    const all = [owed('XAA'), owed('XAB'), owed('XAC', '2027-02-01')]
    const versions = [version('XAA', '2026-05-05'), version('XNP', '2026-03-01')]
    const receipts = receiptsOf(all, versions, complete)
    assert.deepEqual(countReceipts(receipts, complete.asOf), {
      due: 2,
      received: 1,
      late: 1,
      missing: 1,
      notKnown: 0,
      notYetDue: 1,
      others: 1,
    })
    const unsure = receiptsOf(all, versions, { asOf: '2026-12-01', completeUntil: () => null })
    assert.equal(countReceipts(unsure, '2026-12-01').received, null)
    assert.equal(countReceipts(unsure, '2026-12-01').notKnown, 1)
  })
})
