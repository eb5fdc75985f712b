import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DatedDuty } from '../../src/duties/dated.ts'
import { createJudge } from '../../src/duties/judge.ts'
import type { FactBase } from '../../src/rules/facts.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { type Given, makeBase, testCohorts } from '../rules/fact-base.ts'
import { datedDuty } from './dated.ts'

const judgeOn = (base: FactBase, asOf: string) =>
  createJudge(base, asOf, {
    cohorts: testCohorts,
    let: {},
    obligation: 'article-7',
    meetingOf: () => undefined,
  })
const judged = (given: Given, dated: DatedDuty, asOf = '2025-12-31') =>
  judgeOn(makeBase(given), asOf).judge(dated)
const status = (given: Given, dated: DatedDuty, asOf?: string) => judged(given, dated, asOf)?.status

const clearance = {
  met: { by: { some: 'completion' } },
  owedBy: { any: [{ some: 'mined-area' }, { some: 'completion' }] },
}
const mined: NonNullable<Given['facts']>[number] = { actor: 'XAA', kind: 'mined-area', from: '2000-01-01' }
const states = { 'mined-area': { time: 'state' as const } }
const completion = (from: string, edtf?: string) => ({
  actor: 'XAA',
  kind: 'completion',
  from,
  ...(edtf === undefined ? {} : { edtf }),
})

describe('a duty fulfilled once', () => {
  const dated = datedDuty(clearance, { due: '2014-04-01', begins: '2004-04-01' })
  test('is met by the record that fulfils it, in time up to its own day and late from the next', () => {
    for (const [on, isLate] of [
      ['2014-03-31', false],
      ['2014-04-01', false],
      ['2014-04-02', true],
    ] as const) {
      const found = judged({ kinds: states, facts: [mined, completion(on)] }, dated)
      assert.deepEqual([found?.status, found?.isLate, found?.metBy.map((by) => by.on)], ['met', isLate, [on]])
    }
  })
  test('completed in a month against a day of that month: whether in time cannot be said', () => {
    const found = judged({ kinds: states, facts: [mined, completion('2014-04-01', '2014-04')] }, dated)
    assert.deepEqual([found?.status, found?.isLate, found?.metBy[0]?.on], ['met', null, '2014-04'])
  })
  test('of sources that disagree on the day, one in time is enough', () => {
    const facts = [mined, completion('2014-06-01'), completion('2014-03-01')]
    const found = judged({ kinds: states, facts }, dated)
    assert.equal(found?.isLate, false)
    assert.deepEqual(
      found.metBy.map(({ on }) => on),
      ['2014-03-01', '2014-06-01'],
    )
  })
  test('is overdue where the register of what fulfils it is complete since it began', () => {
    const found = judged({ kinds: states, facts: [mined] }, dated)
    assert.equal(found?.status, 'overdue')
    assert.deepEqual(found.searched, [
      { register: 'completion', level: 'complete', until: '2025-12-31', statedBy: 'the test' },
    ])
    assert.equal(
      sayPlainly(found.reason!),
      'Nothing is held, and the register is complete up to 2025-12-31: completion',
    )
  })
  test('is not found where the register began later, ends earlier, is partial or does not exist', () => {
    for (const coverage of [
      [{ register: 'completion', from: '2005-01-01' }],
      [{ register: 'completion', from: '2004-01-01', until: '2014-04-01' }],
      [{ register: 'completion', from: '2004-01-01', level: 'partial' as const }],
      [{ register: 'completion', from: '2004-01-01', level: 'none' as const }],
    ])
      assert.equal(status({ kinds: states, facts: [mined], coverage }, dated), 'not-found')
    // Complete up to and with its day is enough.
    const coverage = [{ register: 'completion', from: '2004-01-01', until: '2014-04-02' }]
    assert.equal(status({ kinds: states, facts: [mined], coverage }, dated), 'overdue')
  })
  test('whose beginning nobody knows is never overdue for want of records', () =>
    assert.equal(
      status({ kinds: states, facts: [mined] }, datedDuty(clearance, { due: '2014-04-01' })),
      'not-found',
    ))
  test('is overdue whatever the register holds, where a record shows it still open', () => {
    const open = { ...clearance, unmetBy: { some: 'mined-area' } }
    const none = [{ register: 'completion', level: 'none' as const }]
    assert.equal(
      status(
        { kinds: states, facts: [mined], coverage: none },
        datedDuty(open, { due: '2014-04-01', begins: '2004-04-01' }),
      ),
      'overdue',
    )
  })
  test('found anew after it was completed is open until its new day, and met where no new day was set', () => {
    const open = { ...clearance, unmetBy: { some: 'mined-area' } }
    const facts = [completion('2012-01-01'), { ...mined, from: '2024-05-01' }]
    const on = (due: string) =>
      status({ kinds: states, facts }, datedDuty(open, { due, begins: '2004-04-01' }))
    assert.equal(on('2028-12-31'), 'due')
    assert.equal(on('2014-04-01'), 'met')
  })
  test('lies ahead up to and with its day; due in a year or a month until that is over', () => {
    const on = (due: string, asOf: string) =>
      status({ kinds: states, facts: [mined] }, datedDuty(clearance, { due, begins: '2004-04-01' }), asOf)
    assert.equal(on('2025-06-30', '2025-06-30'), 'due')
    assert.equal(on('2025-06-30', '2025-07-01'), 'overdue')
    assert.equal(on('2025', '2025-06-30'), 'due')
    assert.equal(on('2025', '2025-12-31'), 'due')
    assert.equal(on('2025', '2026-01-01'), 'overdue')
    assert.equal(on('2025-06', '2025-07-01'), 'overdue')
  })
  test('is at risk only as its rule says', () => {
    const on = (asOf: string, atRisk?: { days: number }) =>
      status(
        { kinds: states, facts: [mined] },
        datedDuty({ ...clearance, ...(atRisk === undefined ? {} : { atRisk }) }, { due: '2025-06-30' }),
        asOf,
      )
    assert.equal(on('2025-05-30', { days: 30 }), 'due')
    assert.equal(on('2025-05-31', { days: 30 }), 'at-risk')
    assert.equal(on('2025-06-30', { days: 30 }), 'at-risk')
    assert.equal(on('2025-06-30'), 'due')
  })
})

describe('a right', () => {
  const right = { ...clearance, met: { by: { some: 'extension-request' } }, right: true }
  const given = { due: '2026-03-01', begins: '2016-01-01' }
  const partial = [{ register: 'mined-area', level: 'partial' as const }]
  test('is listed only for those known to be in its case', () => {
    assert.equal(status({ kinds: states, coverage: partial }, datedDuty(right, given)), undefined)
    assert.equal(status({ kinds: states, facts: [mined] }, datedDuty(right, given)), 'due')
  })
  test('and not where something held ends it', () => {
    const rule = { ...right, unless: { some: 'completion' } }
    const on = (...facts: (typeof mined)[]) => status({ kinds: states, facts }, datedDuty(rule, given))
    assert.equal(on(mined), 'due')
    assert.equal(on(mined, completion('2024-01-01')), undefined)
  })
})

describe('whether it was late', () => {
  const given = { due: '2014-04-01', begins: '2004-04-01' }
  const late = completion('2014-06-01')
  test('cannot be said by the day of a declaration, unless something shows it open after its day', () => {
    const declared = { ...clearance, met: { ...clearance.met, declared: true } }
    const lateness = (rule: Parameters<typeof datedDuty>[0], ...facts: (typeof mined)[]) =>
      judged({ kinds: states, facts }, datedDuty(rule, given))?.isLate
    assert.equal(lateness(declared, mined, late), null)
    assert.equal(lateness(declared, mined, completion('2014-04-01')), false)
    const shown = { ...declared, unmetBy: { some: 'mined-area' } }
    assert.equal(lateness(shown, { ...mined, until: '2014-06-01' }, late), true)
    assert.equal(lateness(shown, { ...mined, until: '2014-04-02' }, late), null)
  })
  test('and overdue, cannot be said where a later day may have been granted that is not held', () => {
    const rule = { ...clearance, extendable: true }
    const on = (level: 'complete' | 'partial', from = '1999-01-01') => {
      const coverage = [
        { register: 'completion', from: '1999-01-01' },
        { register: 'extension-granted', level, from },
      ]
      const of = (...facts: (typeof mined)[]) =>
        judged({ kinds: states, facts, coverage }, datedDuty(rule, given))
      return [of(mined, late)?.isLate, of(mined)?.status, of(mined, completion('2014-03-01'))?.isLate]
    }
    assert.deepEqual(on('complete'), [true, 'overdue', false])
    assert.deepEqual(on('partial'), [null, 'not-found', false])
    assert.deepEqual(on('complete', '2005-01-01'), [null, 'not-found', false])
  })
  test('a new day granted after it was declared complete opens it again', () => {
    const dated = datedDuty({ ...clearance, extendable: true }, { due: '2027-12-31', begins: '2002-01-01' })
    const granted = { meeting: null, datumIds: ['g'], isGranted: true }
    const withGrant = (statedAsOf: string): DatedDuty => ({
      ...dated,
      owed: { ...dated.owed, granted: [{ ...granted, on: '2027-12-31', statedAsOf }] },
    })
    const facts = [mined, completion('2012-01-31')]
    assert.equal(status({ kinds: states, facts }, withGrant('2024-11')), 'due')
    assert.equal(status({ kinds: states, facts }, withGrant('2011-12-01')), 'met')
    // Stated by a source only: as of a later year, for a later day.
    const stated = withGrant('2023')
    stated.owed.granted[0]!.isGranted = false
    assert.equal(status({ kinds: states, facts }, stated), 'due')
  })
})

describe('what comes by itself', () => {
  const on = (id: string, asOf: string, until: string) => {
    const dated = datedDuty({ id }, { due: '2025-12-01', begins: '2025-06-25' })
    const coverage = [{ register: 'status:treaty', until }]
    return status({ coverage }, { ...dated, comesByItself: true }, asOf)
  }
  test('has come on its day', () => {
    assert.equal(on('entry-into-force', '2025-11-30', '2026-01-01'), 'due')
    assert.equal(on('entry-into-force', '2025-12-01', '2026-01-01'), 'met')
  })
  test('a withdrawal, which can be put off or taken back, only by a register that reaches its day', () => {
    assert.equal(on('withdrawal', '2025-12-31', '2025-12-02'), 'met')
    assert.equal(on('withdrawal', '2025-12-31', '2025-12-01'), 'not-found')
    assert.equal(on('entry-into-force', '2025-12-31', '2025-12-01'), 'met')
  })
})

describe('who owes it', () => {
  const due = { due: '2014-04-01', begins: '2004-04-01' }
  test('whoever is known not to is not in the list; whoever nobody knows of is, and never fails', () => {
    assert.equal(judged({ kinds: states }, datedDuty(clearance, due)), undefined)
    const coverage = [{ register: 'mined-area', level: 'partial' as const }]
    const found = judged({ kinds: states, coverage }, datedDuty(clearance, due))
    assert.deepEqual([found?.applies, found?.status], ['unknown', 'not-found'])
  })
  test('whoever fulfilled it owed it, though nothing says so any more', () => {
    const rule = { ...clearance, owedBy: { some: 'mined-area' } }
    const facts = [{ ...mined, until: '2013-01-01' }, completion('2013-01-01')]
    const found = judged({ kinds: states, facts }, datedDuty(rule, due))
    assert.deepEqual([found?.applies, found?.status], ['yes', 'met'])
  })
  test('a yearly duty is owed in the year in which the condition holds', () => {
    const rule = { ...clearance, due: { month: 4, day: 30 }, owedBy: { some: 'mined-area' } }
    const facts = [{ ...mined, from: '2020-01-01', until: '2024-01-01' }]
    const on = (day: string) => judged({ kinds: states, facts }, datedDuty(rule, { due: day }))?.applies
    assert.equal(on('2023-04-30'), 'yes')
    assert.equal(on('2024-04-30'), undefined)
  })
})

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

describe('who is to leave', () => {
  test('owes nothing that falls due on the day or after it, and everything before', () => {
    const on = (due: string) =>
      status(
        { kinds: states, facts: [mined] },
        datedDuty(clearance, { due, begins: '2004-04-01', endedOn: '2026-11-10' }),
      )
    assert.deepEqual(['2026-11-09', '2026-11-10', '2028-03-01'].map(on), ['due', 'ended', 'ended'])
  })
})

describe('who left', () => {
  test('owes nothing more: what was open has ended, what was met stays met', () => {
    const dated = datedDuty(clearance, { due: '2014-04-01', begins: '2004-04-01', endedOn: '2020-01-01' })
    const found = judged({ kinds: states, facts: [mined] }, dated)
    assert.equal(found?.status, 'ended')
    assert.equal(
      sayPlainly(found.reason!),
      'Nothing is held, and the register is complete up to 2025-12-31: completion; It asks nothing from 2020-01-01 on',
    )
    const unknown = [{ register: 'completion', level: 'partial' as const }]
    assert.equal(status({ kinds: states, facts: [mined], coverage: unknown }, dated), 'not-found')
    const later = datedDuty(clearance, { due: '2024-04-01', begins: '2014-04-01', endedOn: '2020-01-01' })
    assert.equal(status({ kinds: states, facts: [mined], coverage: unknown }, later), 'ended')
    assert.equal(status({ kinds: states, facts: [mined] }, dated, '2019-12-31'), 'overdue')
    assert.equal(status({ kinds: states, facts: [mined, completion('2013-01-01')] }, dated), 'met')
  })
})

test('ignorance is no failure: without a complete register nothing is ever overdue or missed', () => {
  const day = fc
    .integer({ min: 0, max: 12_000 })
    .map((n) => new Date(Date.UTC(1999, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      day,
      day,
      day,
      fc.constantFrom('partial' as const, 'none' as const),
      fc.boolean(),
      (due, begins, asOf, level, recurs) => {
        const rule = {
          met: { by: { some: 'completion' } },
          ...(recurs ? { recurs: { rule: 'FREQ=YEARLY' } } : {}),
        }
        const coverage = [{ register: 'completion', from: '1990-01-01', level }]
        const found = status({ coverage }, datedDuty(rule, { due, begins }), asOf)
        assert.ok(found === 'due' || found === 'not-found', `${found}`)
      },
    ),
  )
})
