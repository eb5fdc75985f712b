// Dates as the engine derives them, judged on the same facts: where deriving and judging have to agree. Fictional.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deriveDuties } from '../../src/duties/derive.ts'
import { createJudge } from '../../src/duties/judge.ts'
import type { DutyOwed } from '../../src/duties/owed.ts'
import type { DutySet } from '../../src/duties/rules.ts'
import type { CoverageFact, FactBase, ReportFact } from '../../src/rules/facts.ts'
import { baseOf, deposit, type GivenFact, meeting, planWith, setWith } from './small.ts'

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
