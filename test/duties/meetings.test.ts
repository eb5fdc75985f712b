import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inEnglish } from '../../src/indicators/names.ts'
import { clearance, dueOf, of } from './deriving.ts'
import { deposit, type GivenFact, granted, meeting, planWith, setWith } from './small.ts'

describe('meetings', () => {
  const payment = {
    article: 'Action 9',
    first: { before: { eachMeeting: ['meeting-of-states-parties', 'review-conference'] }, months: 3 },
  }
  const old = deposit('AUR', '2002-09-11')

  it('three months before the opening of the Twenty-Second Meeting is 1 September 2025', () => {
    const [date] = of('payment', planWith({ payment }), [old, meeting('22MSP', '2025-12-01')])
    assert.deepEqual(
      [date!.owed.key, date!.owed.due, date!.owed.instance],
      ['calm-plan/payment/AUR/22MSP', '2025-09-01', '22MSP'],
    )
    assert.equal(
      inEnglish(date!.owed.derivation),
      'the Twenty-Second Meeting of the States Parties, 2025-12-01; Action 9: three months before → 2025-09-01',
    )
  })

  it('of a meeting of which only the year is known no day before it can be counted', () => {
    const [date] = of('payment', planWith({ payment }), [old, meeting('24MSP', '2027')])
    assert.equal(date!.owed.due, null)
    assert.equal(
      inEnglish(date!.owed.waitsFor!),
      'the day of the Twenty-Fourth Meeting of the States Parties: only 2027 is known, and three months cannot be counted from it',
    )
  })

  it('meetings outside the time of the plan make no duty of it', () =>
    assert.deepEqual(
      dueOf('payment', planWith({ payment }), [
        old,
        meeting('21MSP', '2023-11-20'),
        meeting('31MSP', '2034-11-20'),
      ]),
      [],
    ))

  it('by a meeting: on its opening day; its year where no more is known; and what it is where nobody dated it', () => {
    const conclude = { article: 'Action 45', first: { at: { meeting: '24MSP' } } }
    const dates = (facts: GivenFact[]) => of('conclude', planWith({ conclude }), [old, ...facts])
    assert.deepEqual(
      dates([meeting('24MSP', '2027')]).map(({ owed }) => [owed.due, owed.precision]),
      [['2027', 'year']],
    )
    assert.deepEqual(
      dates([]).map(({ owed }) => [owed.due, inEnglish(owed.waitsFor!)]),
      [[null, 'the Twenty-Fourth Meeting of the States Parties, whose date is not known']],
    )
  })

  it('sources that disagree on a meeting: the one known last stands, and the other date is shown', () => {
    const [date] = of('payment', planWith({ payment }), [
      old,
      meeting('22MSP', '2025-11-24', { knownFrom: '2025-01-01', id: 'earlier' }),
      meeting('22MSP', '2025-12-01', { knownFrom: '2025-06-01', id: 'later' }),
    ])
    assert.equal(date!.owed.due, '2025-09-01')
    assert.deepEqual(date!.owed.otherwise, [{ on: '2025-08-24', datumId: 'earlier' }])
  })

  const request = {
    article: '5',
    first: {
      before: {
        lastMeeting: ['meeting-of-states-parties', 'review-conference'],
        before: { duty: 'clearance' },
      },
      months: 9,
    },
    practice: true,
  }
  it('a request comes nine months before the last meeting before the deadline in force', () => {
    const [date] = of('request', setWith({ clearance, request }), [
      old,
      granted('AUR', '2025-12-31', { meeting: '20MSP', on: '2022' }),
      meeting('21MSP', '2023-11-20'),
      meeting('5RC', '2024-11-25', { series: 'review-conference' }),
      meeting('22MSP', '2025-12-01'),
      meeting('23MSP', '2026-11-16'),
    ])
    assert.equal(date!.owed.due, '2025-03-01')
    assert.equal(
      inEnglish(date!.owed.derivation),
      'Article 5: due on 2025-12-31; the Twenty-Second Meeting of the States Parties, 2025-12-01; practice: nine months before → 2025-03-01',
    )
  })

  it('where another meeting is to be expected before the deadline, the duty waits for its date', () => {
    const [date] = of('request', setWith({ clearance, request }), [
      old,
      granted('AUR', '2030-12-31', { meeting: '22MSP', on: '2025' }),
      meeting('22MSP', '2025-12-01'),
    ])
    assert.equal(date!.owed.due, null)
    assert.equal(
      inEnglish(date!.owed.waitsFor!),
      'the last Meeting of the States Parties or Review Conference before 2030-12-31, whose date is not known',
    )
  })

  it('and where a year’s meeting is not known, another may lie between: nothing is computed from an older one', () => {
    const [date] = of('request', setWith({ clearance, request }), [
      old,
      meeting('9MSP', '2011-11-24'),
      meeting('10MSP', '2013-11-29'),
    ])
    assert.equal(date!.owed.due, null)
    assert.match(inEnglish(date!.owed.waitsFor!), /before 2013-03-01, whose date is not known$/)
  })

  it('of a deadline in a year, a meeting of that year may come before or after it', () => {
    const due = (meetings: GivenFact[]) =>
      of('request', setWith({ clearance, request }), [
        old,
        granted('AUR', '2027', { meeting: '21MSP', on: '2023-11-24' }),
        ...meetings,
      ]).map(({ owed }) => [owed.due, owed.waitsFor === null ? null : inEnglish(owed.waitsFor)])
    const waits = [
      [
        null,
        'the last Meeting of the States Parties or Review Conference before 2027, whose date is not known',
      ],
    ]
    assert.deepEqual(due([meeting('23MSP', '2026-11-16')]), waits)
    assert.deepEqual(due([meeting('23MSP', '2026-11-16'), meeting('24MSP', '2027-11-22')]), waits)
  })

  it('the meeting after a day is the next only where none can lie between, and none where the day is not known', () => {
    const found = {
      article: '18',
      first: {
        at: {
          nextMeeting: ['meeting-of-states-parties'],
          after: { fact: 'area-discovery', on: 'reportedOn' },
        },
      },
    }
    const due = (on: string, meetings: [string, string][]) =>
      dueOf('found', setWith({ found }), [
        old,
        ...meetings.map(([code, day]) => meeting(code, day)),
        {
          ...{
            actor: 'AUR',
            kind: 'area-discovery',
            from: `${on}-01-01`.slice(0, 10),
            fields: { reportedOn: on },
          },
          edtf: on.length === 10 ? null : on,
        },
      ])
    const [last, next]: [string, string][] = [
      ['22MSP', '2025-12-01'],
      ['23MSP', '2026-11-30'],
    ]
    assert.deepEqual(due('2025-12-20', [last!, next!]), ['2026-11-30'])
    // In that month, before or after the first of it.
    assert.deepEqual(due('2025-12', [last!, next!]), [null])
    assert.deepEqual(due('2025-11', [last!, next!]), ['2025-12-01'])
    // A meeting of 2016 is to be expected, and of 2025 only the year is known.
    assert.deepEqual(due('2015-12-20', [last!]), [null])
    assert.deepEqual(due('2025-03-05', [['22MSP', '2025'], next!]), [null])
  })

  it('newly found areas ask for a new deadline by the next meeting', () => {
    const again = {
      article: '5',
      first: {
        at: {
          nextMeeting: ['meeting-of-states-parties'],
          after: { fact: 'area-discovery', on: 'reportedOn', where: { afterCompletion: true } },
        },
      },
    }
    const found = (afterCompletion: boolean, on: string) => ({
      ...{ actor: 'AUR', kind: 'area-discovery', from: on, fields: { reportedOn: on, afterCompletion } },
    })
    const facts = [old, found(true, '2025-03-05'), found(false, '2025-04-05'), found(true, '2026-02-01')]
    // Found before the State was bound, or after it left: nothing to ask for.
    const stranger = [deposit('BOR', '2025-01-10'), { ...found(true, '2025-03-05'), actor: 'BOR' }]
    assert.deepEqual(dueOf('again', setWith({ again }), [...stranger, meeting('22MSP', '2025-12-01')]), [])
    const dates = of('again', setWith({ again }), [
      ...facts,
      meeting('21MSP', '2023-11-20'),
      meeting('22MSP', '2025-12-01'),
    ])
    assert.deepEqual(
      dates.map(({ owed }) => [owed.due, owed.waitsFor === null ? null : inEnglish(owed.waitsFor)]),
      [
        ['2025-12-01', null],
        [null, 'the next Meeting of the States Parties after 2026-02-01, whose date is not known'],
      ],
    )
  })
})
