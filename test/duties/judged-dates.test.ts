// Dates as the engine derives them, judged on the same facts: where deriving and judging have to agree. Fictional.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deriveDuties } from '../../src/duties/derive.ts'
import { createJudge } from '../../src/duties/judge.ts'
import type { DutyOwed } from '../../src/duties/owed.ts'
import type { DutySet } from '../../src/duties/rules.ts'
import type { CoverageFact, FactBase, ReportFact } from '../../src/rules/facts.ts'
import { baseOf, deposit, type GivenFact, granted, meeting, planWith, setWith, withdraws } from './small.ts'

const report = {
  article: '7',
  obligation: 'article-7',
  first: { after: 'entry-into-force', days: 180 },
  due: { month: 4, day: 30 },
  covers: 'previous-calendar-year',
} as const

/** A report of Aurelia for the year it covers, with the day it came. */
type Received = [coversYear: number, on: string]

/** The duties of Aurelia, each register complete from 1999 on unless `level` says otherwise. */
const owedWith = (
  set: DutySet,
  facts: readonly GivenFact[],
  given: {
    from?: string
    until?: string
    asOf?: string
    reports?: readonly Received[]
    level?: CoverageFact['level']
  } = {},
): DutyOwed[] => {
  const { from = '1999-01-01', until = '2045-12-31', asOf = '2026-06-30', reports = [] } = given
  const received = reports.map(
    ([coversYear, receivedOn], i): ReportFact => ({
      ...{ id: `report-${i}`, actor: 'AUR', obligation: 'article-7', subject: null, version: 1 },
      ...{ coversYear, receivedOn },
    }),
  )
  const base: FactBase = {
    ...baseOf(facts),
    reports: (obligation, actor) =>
      received.filter((one) => one.obligation === obligation && one.actor === actor),
    coverage: (register) => [
      {
        ...{ register, from: '1999-01-01', until: null, level: given.level ?? 'complete' },
        ...{ statedBy: 'the test', knownFrom: '2000-01-01' },
      },
    ],
  }
  const names = { cohorts: {}, let: {}, obligation: 'article-7', meetingOf: () => undefined }
  const { judge, isUnmet } = createJudge(base, asOf, names)
  return deriveDuties(set, base, { from, until, asOf, isUnmet }).flatMap((dated) => judge(dated) ?? [])
}

const told = (list: readonly DutyOwed[], duty: string) =>
  list
    .filter((owed) => owed.duty.endsWith(`/${duty}`))
    .map(({ instance, due, status, isLate }) => [instance, due, status, isLate])

describe('the first report of a new party', () => {
  const of = (deposited: string, reports: readonly Received[], years: [string, string]) =>
    told(
      owedWith(setWith({ report }), [deposit('AUR', deposited)], {
        ...{ from: `${years[0]}-01-01`, until: `${years[1]}-12-31`, reports },
      }),
      'report',
    )

  it('is one though its day is 30 April: a report that came in time fulfils it, whatever year it covers', () =>
    assert.deepEqual(of('2024-05-11', [[2025, '2025-04-20']], ['2024', '2026']), [
      ['first', '2025-04-30', 'met', false],
      ['2026', '2026-04-30', 'met', false],
    ]))

  it('sent years late is late, and is the first report all the same', () =>
    assert.deepEqual(of('2014-08-11', [[2017, '2018-04-20']], ['2015', '2018']), [
      ['first', '2015-07-31', 'met', true],
      ['2016', '2016-04-30', 'overdue', null],
      ['2017', '2017-04-30', 'overdue', null],
      ['2018', '2018-04-30', 'met', false],
    ]))

  it('and of a register that is not complete nobody knows that the first one held was the first one sent', () => {
    const list = owedWith(setWith({ report }), [deposit('AUR', '2014-08-11')], {
      ...{ until: '2015-12-31', reports: [[2017, '2018-04-20']], level: 'partial' },
    })
    assert.deepEqual(told(list, 'report'), [['first', '2015-07-31', 'not-found', null]])
  })

  it('a yearly day at the end of February asks for its own year in a leap year and in any other', () => {
    const february = { ...report, due: { month: 2, day: 29 } } as const
    const list = owedWith(setWith({ report: february }), [deposit('AUR', '2014-08-11')], {
      ...{ from: '2023-01-01', until: '2024-12-31', reports: [[2023, '2023-02-01']] },
    })
    assert.deepEqual(told(list, 'report'), [
      ['2023', '2023-02-28', 'overdue', null],
      ['2024', '2024-02-29', 'met', false],
    ])
  })
})

describe('two years in a row without a report', () => {
  const plan = planWith(
    { engage: { article: 'Action 44', first: { at: { unmet: 'report', times: 2 } } } },
    { report },
  )
  const on = (deposited: string, reports: readonly Received[], asOf = '2028-12-31') =>
    told(owedWith(plan, [deposit('AUR', deposited)], { asOf, reports }), 'engage').map(([, due]) => due)

  it('are two different years: a first report and the update of the same year are one', () => {
    // In force on 1 October 2024: 30 March and 30 April 2025, then 30 April 2026.
    assert.deepEqual(on('2024-04-11', [], '2025-12-31'), [])
    assert.deepEqual(on('2024-04-11', [], '2026-12-31'), ['2026-04-30'])
  })

  it('one report in a year breaks the row, and a longer row is one', () => {
    assert.deepEqual(on('2024-04-11', [[2024, '2025-03-20']]), ['2027-04-30'])
    assert.deepEqual(on('2024-04-11', [[2025, '2026-04-01']]), ['2028-04-30'])
    assert.deepEqual(on('2024-04-11', []), ['2026-04-30'])
  })
})

describe('what is paid before a meeting', () => {
  const pay = {
    article: 'Action 9',
    first: { before: { eachMeeting: ['meeting-of-states-parties'] }, months: 3 },
    owedBy: { some: 'assessment', where: { forYear: '$year' } },
    met: {
      by: {
        sum: 'payment.amount',
        where: { forYear: '$year' },
        gte: { sum: 'assessment.amount', where: { forYear: '$year' } },
      },
      on: 'paidOn',
    },
  }
  const assessed = (year: number, amount: number): GivenFact => ({
    ...{ actor: 'AUR', kind: 'assessment', from: `${year}-01-01`, edtf: String(year) },
    fields: { forYear: year, amount, currency: 'USD' },
  })
  const paid = (year: number, amount: number, on: string): GivenFact => ({
    ...{ actor: 'AUR', kind: 'payment', from: on },
    fields: { forYear: year, amount, currency: 'USD', paidOn: on },
  })
  const bound = deposit('AUR', '2002-09-11')

  it('is the contribution of the meeting’s year, though it falls due in the year before', () => {
    const facts = [bound, meeting('22MSP', '2026-02-10'), assessed(2025, 500), assessed(2026, 1000)]
    const owed = (more: readonly GivenFact[]) =>
      told(owedWith(planWith({ pay }), [...facts, ...more], { from: '2025-01-01' }), 'pay')
    assert.deepEqual(owed([paid(2026, 1000, '2025-10-01')]), [['22MSP', '2025-11-10', 'met', false]])
    assert.deepEqual(owed([paid(2025, 500, '2025-10-01')]), [['22MSP', '2025-11-10', 'overdue', null]])
  })
})

describe('a State that leaves and joins again', () => {
  const clearance = {
    article: '5',
    first: { after: 'entry-into-force', years: 10 },
    extendable: true,
    owedBy: { some: 'article-5-obligation' },
    met: { by: { some: 'completion', where: { treaty: 'still-air', article: '5' } }, on: 'declaredOn' },
    unmetBy: { some: 'article-5-obligation' },
  } as const
  const { owedBy: _, unmetBy: __, ...always } = clearance
  const under = { treaty: 'still-air', article: '5' }
  const done = (on: string): GivenFact => ({
    ...{ actor: 'AUR', kind: 'completion', from: on, fields: { ...under, declaredOn: on } },
  })
  const obliged = (from: string): GivenFact => ({
    ...{ actor: 'AUR', kind: 'article-5-obligation', from, fields: {} },
  })
  // Bound from 1 March 2003 to 10 July 2017, and again from 1 September 2020.
  const twice = [deposit('AUR', '2002-09-11'), withdraws('AUR', '2017-01-10'), deposit('AUR', '2020-03-15')]
  const extended = granted('AUR', '2016-03-01', { meeting: '12MSP', on: '2012-12-01' })
  const list = (
    facts: readonly GivenFact[],
    duty = always as typeof always | typeof clearance,
    asOf = '2026-06-30',
  ) =>
    owedWith(setWith({ clearance: duty }), [...twice, ...facts], { asOf }).filter(({ duty: of }) =>
      of.endsWith('/clearance'),
    )
  const again = 'again-2020-09-01'

  it('owes anew: what was granted and completed in the first time counts for that alone', () => {
    const owed = list([extended, done('2015-05-01')])
    assert.deepEqual(told(owed, 'clearance'), [
      [null, '2016-03-01', 'met', false],
      [again, '2030-09-01', 'due', null],
    ])
    assert.deepEqual(
      owed.map(({ granted: links }) => links.map(({ on }) => on)),
      [['2016-03-01'], []],
    )
  })

  it('and what is granted and completed in the second is nothing of the first', () => {
    const later = granted('AUR', '2032-12-31', { meeting: '20MSP', on: '2022-11-24' })
    assert.deepEqual(told(list([later, done('2025-05-01')]), 'clearance'), [
      [null, '2013-03-01', 'ended', null],
      [again, '2032-12-31', 'met', false],
    ])
  })

  it('what nobody dates is of the time in which the day it grants lies', () => {
    const due = (until: string) => list([granted('AUR', until)]).map((owed) => owed.due)
    assert.deepEqual(due('2016-03-01'), ['2016-03-01', '2030-09-01'])
    assert.deepEqual(due('2032-12-31'), ['2013-03-01', '2032-12-31'])
  })

  it('that it owed in the first time is not known to be so in the second, and is not lost', () => {
    const on = (asOf: string) =>
      list([obliged('2003-03-01')], clearance, asOf).map(({ applies, status }) => [applies, status])
    assert.deepEqual(on('2026-06-30'), [
      ['yes', 'ended'],
      ['unknown', 'due'],
    ])
    // Past its day, an obligation recorded long ago shows nothing open.
    assert.deepEqual(on('2031-01-01')[1], ['unknown', 'not-found'])
    assert.deepEqual(
      list([obliged('2003-03-01'), obliged('2021-01-01')], clearance).map(({ applies }) => applies),
      ['yes', 'yes'],
    )
  })
})
