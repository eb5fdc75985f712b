import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sayPlainly } from '../../src/words/plainly.ts'
import { type Given, makeBase } from '../rules/fact-base.ts'
import { datedDuty } from './dated.ts'
import { clearance, judged, judgeOn, status } from './judging.ts'

describe('a report', () => {
  const rule = {
    obligation: 'article-7',
    due: { month: 4, day: 30 },
    covers: 'previous-calendar-year' as const,
    first: { after: 'entry-into-force' as const, days: 180 },
  }
  const report = (year: number, on: string) => ({ actor: 'XAA', year, on })
  test('is met by that of its cycle, on the day its first version came', () => {
    const reports = [report(2023, '2024-04-01'), report(2024, '2025-05-01'), report(2024, '2025-04-02')]
    const found = judged({ reports }, datedDuty(rule))
    assert.deepEqual(found?.metBy, [
      { id: 'report-2', type: 'report', kind: 'article-7-report', on: '2025-04-02' },
    ])
    assert.equal(found.isLate, false)
  })
  test('of another cycle does not fulfil it, nor one that came after the day one looks from', () => {
    assert.equal(status({ reports: [report(2023, '2025-04-02')] }, datedDuty(rule)), 'overdue')
    assert.equal(status({ reports: [report(2024, '2025-06-02')] }, datedDuty(rule), '2025-06-01'), 'overdue')
  })
  test('of a new party is due on its own day, and is met by whatever the first report covers', () => {
    const first = datedDuty(rule, { due: '2025-08-28', begins: '2025-03-01', isFirst: true })
    assert.equal(status({}, first, '2025-05-01'), 'due')
    for (const year of [2024, 2025])
      assert.equal(status({ reports: [report(year, '2025-08-20')] }, first), 'met')
    assert.equal(status({}, first), 'overdue')
  })
  test('is not found where the register of reports does not reach its day', () => {
    const coverage = [{ register: 'article-7-report', from: '2020-01-01', until: '2025-04-30' }]
    const found = judged({ coverage }, datedDuty(rule))
    assert.equal(found?.status, 'not-found')
    assert.equal(
      sayPlainly(found.reason!),
      'Nothing is held; the register is complete only up to 2025-04-29: article-7-report',
    )
  })
  test('is certainly unmet only where it is overdue', () => {
    const { isUnmet } = judgeOn(makeBase({}), '2025-12-31')
    assert.equal(isUnmet(datedDuty(rule)), true)
    assert.equal(isUnmet(datedDuty(rule, { due: '2026-04-30' })), false)
    const coverage = [{ register: 'article-7-report', level: 'partial' as const }]
    assert.equal(judgeOn(makeBase({ coverage }), '2025-12-31').isUnmet(datedDuty(rule)), false)
  })
})

describe('what takes several records', () => {
  const paying = {
    met: {
      by: {
        sum: 'payment.amount',
        where: { forYear: '$year' },
        gte: { sum: 'assessment.amount', where: { forYear: '$year' } },
      },
      on: 'paidOn',
    },
  }
  const kinds = { payment: { fields: { paidOn: { type: 'date', occurs: true } } } }
  const fact = (kind: string, from: string, amount: number) => ({
    actor: 'XAA',
    kind,
    from,
    fields: { amount, forYear: 2025, ...(kind === 'payment' ? { paidOn: from } : {}) },
  })
  const dated = datedDuty(paying, { due: '2025-08-24', begins: '2024-01-01' })
  test('is met on the day the sum is reached, by what was paid until then', () => {
    const facts = [
      fact('assessment', '2024-12-01', 100),
      fact('payment', '2025-02-01', 60),
      fact('payment', '2025-08-24', 40),
      fact('payment', '2025-11-01', 10),
    ]
    const found = judged({ kinds, facts }, dated)
    assert.deepEqual([found?.status, found?.isLate], ['met', false])
    assert.deepEqual(
      found?.metBy.map(({ on }) => on),
      ['2025-02-01', '2025-08-24'],
    )
  })
  test('reached after its day is late; not reached is overdue', () => {
    const part = [fact('assessment', '2024-12-01', 100), fact('payment', '2025-02-01', 60)]
    const late = judged({ kinds, facts: [...part, fact('payment', '2025-08-25', 40)] }, dated)
    assert.deepEqual([late?.status, late?.isLate], ['met', true])
    assert.equal(status({ kinds, facts: part }, dated), 'overdue')
  })
})

describe('an answer in a report', () => {
  const rule = { due: { month: 4, day: 30 }, met: { by: { answer: 'reviewed', is: 'yes' } } }
  const report = (on: string, reviewed: string) => ({ actor: 'XAA', year: 2024, on, answers: { reviewed } })
  test('fulfils on the day of the first version that says so', () => {
    const reports = [report('2025-04-02', 'no'), report('2025-05-03', 'yes'), report('2025-06-03', 'yes')]
    const found = judged({ reports }, datedDuty(rule))
    assert.deepEqual([found?.status, found?.isLate], ['met', true])
    assert.deepEqual(found?.metBy, [
      { id: 'report-1', type: 'report', kind: 'article-7-report', on: '2025-05-03' },
    ])
    assert.equal(judged({ reports: reports.slice(2) }, datedDuty(rule))?.metBy[0]?.on, '2025-06-03')
  })
  test('that was taken back fulfils nothing', () =>
    assert.equal(
      status({ reports: [report('2025-04-02', 'yes'), report('2025-05-03', 'no')] }, datedDuty(rule)),
      'overdue',
    ))
})

describe('a record with a time of its own', () => {
  const rule = { met: { by: { destroyedOn: { known: true } }, on: 'destroyedOn' } }
  const kinds = {
    discovery: {
      fields: {
        discoveredOn: { type: 'date', occurs: true },
        destroyedOn: { type: 'date', occurs: true },
      },
    },
  }
  const found = (destroyedOn?: string) => {
    const fields = { discoveredOn: '2025-03-01', ...(destroyedOn === undefined ? {} : { destroyedOn }) }
    const given = { kinds, facts: [{ actor: 'XAA', kind: 'discovery', from: '2025-03-01', fields }] }
    const base = makeBase(given)
    const record = base.facts('discovery').get('XAA')![0]!
    const dated = datedDuty(rule, { due: '2025-09-01', begins: '2025-03-01', record })
    return (asOf: string) => judgeOn(base, asOf).judge(dated)
  }
  test('is due while it runs, met when done, late after, overdue undone', () => {
    assert.equal(found()('2025-09-01')?.status, 'due')
    assert.equal(found()('2025-09-02')?.status, 'overdue')
    assert.deepEqual(
      [found('2025-09-01')('2025-12-31')?.status, found('2025-09-01')('2025-12-31')?.isLate],
      ['met', false],
    )
    assert.equal(found('2025-09-02')('2025-12-31')?.isLate, true)
    // As seen before it happened.
    assert.equal(found('2025-11-01')('2025-10-01')?.status, 'overdue')
  })
})

describe('what recurs without a day', () => {
  const rule = {
    recurs: { rule: 'FREQ=YEARLY', times: 3 },
    met: { by: { some: 'event', where: { heldOn: { in: '$period' } } }, on: 'heldOn' },
  }
  const held = (heldOn: string) => ({ actor: 'XAA', kind: 'event', from: heldOn, fields: { heldOn } })
  const facts = [held('2024-12-31'), held('2025-02-01'), held('2025-12-31'), held('2026-01-01')]
  const nth = (n: number, coverage?: Given['coverage']) =>
    judged(
      { facts, ...(coverage === undefined ? {} : { coverage }) },
      datedDuty(rule, { due: '2025-12-31', begins: '2025-01-01', nth: n }),
      '2026-06-30',
    )
  test('is met one by one, in the order of the days within its period', () => {
    assert.deepEqual(
      nth(1)?.metBy.map(({ on }) => on),
      ['2025-02-01'],
    )
    assert.deepEqual(
      nth(2)?.metBy.map(({ on }) => on),
      ['2025-12-31'],
    )
  })
  test('is missed only where the records of the period are declared complete', () => {
    assert.equal(nth(3)?.status, 'missed')
    assert.equal(nth(3, [{ register: 'event', from: '2025-01-01', until: '2026-01-01' }])?.status, 'missed')
    assert.equal(
      nth(3, [{ register: 'event', from: '2025-01-01', until: '2025-12-31' }])?.status,
      'not-found',
    )
  })
})

describe('without a day', () => {
  test('a duty waits, or has none, or is met all the same', () => {
    assert.equal(status({}, datedDuty({}, { due: null, waits: true })), 'waiting')
    assert.equal(status({}, datedDuty(clearance, { due: null }), '2025-12-31'), undefined)
    assert.equal(status({}, datedDuty({ undated: 'No day.' }, { due: null })), 'undated')
    const law = { undated: 'No day.', met: { by: { some: 'law' } } }
    const found = judged(
      { facts: [{ actor: 'XAA', kind: 'law', from: '2003-01-01' }] },
      datedDuty(law, { due: null }),
    )
    assert.deepEqual([found?.status, found?.isLate], ['met', null])
  })
  test('and without any kind of record that would show it, what is past is not found', () => {
    const found = judged({}, datedDuty({}))
    assert.equal(found?.status, 'not-found')
    assert.equal(sayPlainly(found.reason!), 'No kind of record is named that would show it')
  })
})
