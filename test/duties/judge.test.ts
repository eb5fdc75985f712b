import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DatedDuty } from '../../src/duties/dated.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { datedDuty } from './dated.ts'
import { clearance, completion, judged, mined, states, status } from './judging.ts'

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
