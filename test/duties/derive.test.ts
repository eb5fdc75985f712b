import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deriveDuties } from '../../src/duties/derive.ts'
import type { DutySet } from '../../src/duties/rules.ts'
import { inEnglish } from '../../src/indicators/names.ts'
import type { FactBase } from '../../src/rules/facts.ts'
import { baseOf, deposit, type GivenFact, granted, meeting, planWith, setWith, withdraws } from './small.ts'

const report = {
  article: '7',
  obligation: 'article-7',
  first: { after: 'entry-into-force', days: 180 },
  due: { month: 4, day: 30 },
  covers: 'previous-calendar-year',
} as const
const stocks = { article: '4', first: { after: 'entry-into-force', years: 4 }, extendable: false } as const
const clearance = { article: '5', first: { after: 'entry-into-force', years: 10 }, extendable: true } as const

const asked = { from: '1999-01-01', until: '2045-12-31', asOf: '2026-06-30' }
const derive = (set: DutySet, facts: readonly GivenFact[], more: Partial<typeof asked> = {}) =>
  deriveDuties(set, baseOf(facts), { ...asked, ...more })
/** The dates of one duty, by its id. */
const of = (id: string, set: DutySet, facts: readonly GivenFact[], more: Partial<typeof asked> = {}) =>
  derive(set, facts, more).filter(({ rule }) => rule.id === id)
const dueOf = (...given: Parameters<typeof of>) => of(...given).map(({ owed }) => owed.due)

describe('entry into force as the Convention’s formula has it', () => {
  // State, deposit, entry into force: as published for the Mine Ban Convention, whose formula this treaty shares.
  const vectors = [
    ['AGO', '2002-07-05', '2003-01-01'],
    ['AFG', '2002-09-11', '2003-03-01'],
    ['BTN', '2005-08-18', '2006-02-01'],
    ['MHL', '2025-03-12', '2025-09-01'],
    ['TON', '2025-06-25', '2025-12-01'],
  ] as const
  for (const [actor, on, inForce] of vectors)
    it(`a deposit on ${on} binds from ${inForce}`, () => {
      const [entry] = of('entry-into-force', setWith({}), [deposit(actor, on)])
      assert.equal(entry!.owed.key, `still-air/entry-into-force/${actor}`)
      assert.equal(entry!.owed.due, inForce)
      assert.equal(entry!.comesByItself, true)
      assert.equal(
        inEnglish(entry!.owed.derivation),
        `ratification; Article 17: first day of the sixth month after the deposit on ${on} → ${inForce}`,
      )
    })

  it('no treaty binds anybody before it is in force itself', () =>
    assert.deepEqual(dueOf('entry-into-force', setWith({}), [deposit('AUR', '1999-04-23')]), ['2000-01-01']))

  it('the day the register gives stands above the formula, and the difference is shown', () => {
    const [entry] = of('entry-into-force', setWith({}), [
      deposit('AUR', '2002-09-11', { effectiveOn: '2003-04-01' }),
    ])
    assert.equal(entry!.owed.due, '2003-04-01')
    assert.equal(entry!.owed.computed!.on, '2003-03-01')
    assert.deepEqual(
      entry!.owed.granted.map(({ on, isGranted }) => [on, isGranted]),
      [['2003-04-01', false]],
    )
    assert.match(inEnglish(entry!.owed.derivation), /; the register gives 2003-04-01, the rule 2003-03-01$/)
  })

  it('a succession takes effect on the day its source gives, never by the formula', () => {
    const [entry] = of('entry-into-force', setWith({}), [
      deposit('SOU', '2011-11-11', { act: 'succession', effectiveOn: '2011-07-09' }),
    ])
    assert.equal(entry!.owed.due, '2011-07-09')
    assert.equal(entry!.owed.computed, null)
    assert.equal(
      inEnglish(entry!.owed.derivation),
      'succession deposited on 2011-11-11; the register gives 2011-07-09',
    )
  })

  it('a succession without such a source waits for it, and so does every duty counted from it', () => {
    // Whether it is bound on a day nobody can say: what does not begin with entry into force is not said to be owed.
    const open = { article: '9', undated: 'No day is set.' }
    const costs = { article: '14', first: { at: { eachMeeting: ['meeting-of-states-parties'] } } }
    const dates = derive(setWith({ report, stocks, open, costs }), [
      deposit('SOU', '2011-11-11', { act: 'succession' }),
      meeting('22MSP', '2025-12-01'),
    ])
    assert.deepEqual(
      dates.map(({ owed }) => [owed.due, inEnglish(owed.waitsFor!)]),
      ['entry-into-force', 'report', 'stocks'].map(() => [
        null,
        'the day of entry into force for the State, which no source gives',
      ]),
    )
  })
})

describe('first days and yearly days', () => {
  it('a first report due after 30 April is a date of its own, and the State is not late on 30 April', () => {
    const dates = of('report', setWith({ report }), [deposit('TON', '2025-06-25')], { until: '2027-12-31' })
    assert.deepEqual(
      dates.map(({ owed }) => [owed.instance, owed.due]),
      [
        ['first', '2026-05-30'],
        ['2027', '2027-04-30'],
      ],
    )
    assert.equal(
      inEnglish(dates[0]!.owed.derivation),
      'entered into force on 2025-12-01; Article 7: 180 days → 2026-05-30',
    )
    assert.equal(
      inEnglish(dates[1]!.owed.derivation),
      'entered into force on 2025-12-01; Article 7: yearly, covering 2026 → 2027-04-30',
    )
  })

  it('a first report due before 30 April leaves that day as it is', () =>
    assert.deepEqual(
      dueOf('report', setWith({ report }), [deposit('MHL', '2025-03-12')], { until: '2026-12-31' }),
      ['2026-02-28', '2026-04-30'],
    ))

  it('a State that has deposited owes dates that begin with its entry into force', () => {
    const dates = derive(setWith({ report }), [deposit('NEW', '2026-06-10')], { until: '2027-12-31' })
    assert.deepEqual(
      dates.map(({ owed }) => [owed.duty, owed.due]),
      [
        ['still-air/entry-into-force', '2026-12-01'],
        ['still-air/report', '2027-05-30'],
      ],
    )
    assert.match(inEnglish(dates[1]!.owed.derivation), /^enters into force on 2026-12-01; /)
  })

  it('29 February plus four years is the 29th, plus ten the 28th', () => {
    const bound = [deposit('LEA', '2011-09-01', { effectiveOn: '2012-02-29' })]
    assert.deepEqual(dueOf('stocks', setWith({ stocks }), bound), ['2016-02-29'])
    assert.deepEqual(dueOf('clearance', setWith({ clearance }), bound), ['2022-02-28'])
  })
})

describe('a chain of extensions', () => {
  it('is one date, granted last, told from entry into force to the last extension', () => {
    const [date, ...more] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      granted('AUR', '2025-03-01', { meeting: '20MSP', on: '2022' }),
      granted('AUR', '2023-03-01', { meeting: '12MSP', on: '2012' }),
      granted('AUR', null, { meeting: '12MSP', on: '2012' }),
    ])
    assert.deepEqual(more, [])
    assert.equal(date!.owed.due, '2025-03-01')
    assert.equal(date!.owed.computed!.on, '2013-03-01')
    assert.equal(
      inEnglish(date!.owed.derivation),
      'entered into force on 2003-03-01; Article 5: ten years → 2013-03-01; extended by 12MSP to 2023-03-01, by 20MSP to 2025-03-01',
    )
    assert.deepEqual(
      date!.owed.granted.map(({ on, meeting, statedAsOf }) => [on, meeting, statedAsOf]),
      [
        ['2023-03-01', '12MSP', '2012'],
        ['2025-03-01', '20MSP', '2022'],
      ],
    )
  })

  it('goes by dates that are no anniversary of anything', () =>
    assert.deepEqual(
      dueOf('clearance', setWith({ clearance }), [
        deposit('KHM', '1999-07-28'),
        granted('KHM', '2020-01-01', { on: '2009' }),
        granted('KHM', '2025-12-31', { meeting: '4RC', on: '2019' }),
        granted('KHM', '2030-12-31', { meeting: '22MSP', on: '2025' }),
      ]),
      ['2030-12-31'],
    ))

  it('takes several sources of one date as one, and keeps the most exact', () => {
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      granted('AUR', '2027-03', { meeting: '18MSP', on: '2020' }),
      granted('AUR', '2027-03-01', { on: '2020-11-20' }),
    ])
    assert.deepEqual(
      date!.owed.granted.map(({ on, meeting, statedAsOf, datumIds }) => [
        on,
        meeting,
        statedAsOf,
        datumIds.length,
      ]),
      [['2027-03-01', '18MSP', '2020-11-20', 2]],
    )
    assert.equal(date!.owed.due, '2027-03-01')
  })

  it('keeps what other sources give for one decision beside it', () => {
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      granted('AUR', '2017-12-31', { meeting: '15MSP', on: '2016' }),
      granted('AUR', '2017-03-31', { on: '2016', id: 'other' }),
    ])
    assert.equal(date!.owed.due, '2017-12-31')
    assert.deepEqual(date!.owed.granted[0]!.otherwise, [{ on: '2017-03-31', datumId: 'other' }])
    assert.deepEqual(date!.owed.otherwise, [{ on: '2017-03-31', datumId: 'other' }])
  })

  const statedIn = (year: string, deadline: string) => ({
    ...{ actor: 'AUR', kind: 'deadline', from: `${year}-01-01`, edtf: year },
    fields: { treaty: 'still-air', article: '5', deadline },
  })

  it('what a meeting granted stands above an earlier day that a source goes on giving', () => {
    for (const earlier of ['2013-03-01', '2023-03-01']) {
      const [date] = of('clearance', setWith({ clearance }), [
        deposit('AUR', '2002-09-11'),
        granted('AUR', '2025-03-01', { meeting: '20MSP', on: '2022' }),
        statedIn('2024', earlier),
      ])
      assert.equal(date!.owed.due, '2025-03-01', earlier)
    }
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      granted('AUR', '2025-03-01', { meeting: '20MSP', on: '2022' }),
      statedIn('2024', '2026-03-01'),
    ])
    assert.equal(date!.owed.due, '2026-03-01', 'a later day that a source states was granted since')
  })

  it('no source is given words it did not say: a vague day joins only what agrees with all', () => {
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      statedIn('2022', '2025'),
      statedIn('2023', '2025-03-01'),
      statedIn('2024', '2025-12-31'),
    ])
    assert.deepEqual(
      date!.owed.granted.map(({ on, statedAsOf }) => [on, statedAsOf]),
      [
        ['2025-03-01', '2023'],
        ['2025-12-31', '2024'],
      ],
    )
    assert.equal(date!.owed.due, '2025-12-31')
  })

  it('an extension to a day that no source gives leaves the deadline unknown, and says so', () => {
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      granted('AUR', '2014-03-01', { meeting: '9MSP', on: '2008' }),
      granted('AUR', null, { meeting: '13MSP', on: '2013' }),
    ])
    assert.deepEqual(
      [date!.owed.due, date!.owed.computed!.on, date!.owed.granted.length],
      [null, '2013-03-01', 1],
    )
    assert.equal(inEnglish(date!.owed.waitsFor!), 'the day to which it was extended, which no source gives')
    assert.match(
      inEnglish(date!.owed.derivation),
      /; extended by 9MSP to 2014-03-01, by 13MSP to a day that no source gives$/,
    )
  })

  it('what an earlier meeting had granted, stated again in the year of a later grant, is no disagreement', () => {
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      granted('AUR', '2016-06-01', { meeting: '12MSP', on: '2012' }),
      granted('AUR', null, { meeting: '13MSP', on: '2013' }),
      granted('AUR', '2018-12-01', { meeting: '15MSP', on: '2016-11-20' }),
      {
        ...{ actor: 'AUR', kind: 'deadline', from: '2016-01-01', edtf: '2016' },
        fields: { treaty: 'still-air', article: '5', deadline: '2016-06-01' },
      },
    ])
    assert.deepEqual([date!.owed.due, date!.owed.otherwise], ['2018-12-01', []])
    assert.match(
      inEnglish(date!.owed.derivation),
      /; extended by 12MSP to 2016-06-01, by 13MSP to a day that no source gives, by 15MSP to 2018-12-01$/,
    )
  })

  it('a deadline a source states again is no extension, and one of another article or treaty is none of it', () => {
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      {
        actor: 'AUR',
        kind: 'deadline',
        fields: { treaty: 'still-air', article: '5', deadline: '2013-03-01' },
      },
      granted('AUR', '2030-01-01', { article: '4' }),
      {
        ...granted('AUR', '2031-01-01'),
        fields: { treaty: 'other', article: '5', grantedUntil: '2031-01-01' },
      },
    ])
    assert.deepEqual([date!.owed.due, date!.owed.granted], ['2013-03-01', []])
  })

  it('a year granted has the precision of the year', () => {
    const [date] = of('clearance', setWith({ clearance }), [
      deposit('AUR', '2002-09-11'),
      granted('AUR', '2029', { meeting: '5RC', on: '2024' }),
    ])
    assert.deepEqual([date!.owed.due, date!.owed.precision, date!.year], ['2029', 'year', 2029])
  })
})

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

describe('facts that set duties going', () => {
  const discovery = {
    article: 'Action 14',
    first: { after: { fact: 'stock-discovery', on: 'discoveredOn' }, months: 6 },
  }
  const found = (actor: string, on: string, id: string): GivenFact => ({
    ...{ actor, kind: 'stock-discovery', from: on, id, fields: { discoveredOn: on, reportedOn: on } },
  })

  it('a duty for each, six months after; the 31st of August ends in February', () => {
    const dates = of('discovery', planWith({ discovery }), [
      deposit('AUR', '2002-09-11'),
      found('AUR', '2025-08-31', 'a'),
      found('AUR', '2026-01-15', 'b'),
    ])
    assert.deepEqual(
      dates.map(({ owed, record }) => [owed.instance, owed.due, record?.id]),
      [
        ['a', '2026-02-28', 'a'],
        ['b', '2026-07-15', 'b'],
      ],
    )
  })

  it('none before the State is bound, nor after it has left, nor by one that never was', () =>
    assert.deepEqual(
      dueOf('discovery', planWith({ discovery }), [
        deposit('AUR', '2024-09-11'),
        withdraws('AUR', '2025-10-01'),
        found('AUR', '2025-02-01', 'before'),
        found('AUR', '2025-04-01', 'within'),
        found('AUR', '2026-05-01', 'after'),
        found('NOT', '2025-04-01', 'stranger'),
      ]),
      ['2025-10-01'],
    ))

  it('28 days for an answer, and working days where they are meant', () => {
    const duties = {
      answer: { article: '8', first: { after: { fact: 'stock-discovery', on: 'discoveredOn' }, days: 28 } },
      quick: {
        article: '8',
        first: { after: { fact: 'stock-discovery', on: 'discoveredOn' }, workingDays: 3 },
      },
    }
    const facts = [deposit('AUR', '2002-09-11'), found('AUR', '2026-01-30', 'a')]
    assert.deepEqual(dueOf('answer', setWith(duties), facts), ['2026-02-27'])
    // A Friday: Monday, Tuesday, Wednesday.
    assert.deepEqual(dueOf('quick', setWith(duties), facts), ['2026-02-04'])
  })
})

describe('leaving', () => {
  const left = [deposit('AUR', '2016-09-11'), withdraws('AUR', '2025-06-27')]

  it('takes effect six months after receipt; what falls due later asks nothing', () => {
    const dates = derive(setWith({ report, clearance }), left)
    const withdrawal = dates.find(({ rule }) => rule.id === 'withdrawal')!
    assert.deepEqual(
      [withdrawal.owed.due, inEnglish(withdrawal.owed.derivation)],
      ['2025-12-27', 'withdrawal; Article 20: 6 months after receipt on 2025-06-27 → 2025-12-27'],
    )
    assert.equal(dates.filter(({ rule }) => rule.id === 'report').at(-1)!.owed.due, '2025-04-30')
    const late = dates.find(({ rule }) => rule.id === 'clearance')!
    assert.deepEqual([late.owed.due, late.endedOn], ['2027-03-01', '2025-12-27'])
  })

  it('rests on its own act, and entry into force on the consent alone', () => {
    const dates = derive(setWith({}), left)
    const restsOn = (id: string) => dates.find(({ rule }) => rule.id === id)!.owed.datumIds
    assert.equal(restsOn('withdrawal').length, 1)
    assert.equal(restsOn('entry-into-force').length, 1)
    assert.notDeepEqual(restsOn('withdrawal'), restsOn('entry-into-force'))
  })

  it('during an armed conflict waits for its end, and the State goes on owing', () => {
    const conflict = { actor: 'AUR', kind: 'armed-conflict', from: '2024-02-01', fields: {} }
    const dates = derive(setWith({ report }), [...left, conflict], { until: '2028-12-31' })
    const withdrawal = dates.find(({ rule }) => rule.id === 'withdrawal')!
    assert.deepEqual(
      [withdrawal.owed.due, withdrawal.owed.computed!.on, inEnglish(withdrawal.owed.waitsFor!)],
      [null, '2025-12-27', 'the end of the armed conflict in which the State was engaged on 2025-12-27'],
    )
    assert.match(
      inEnglish(withdrawal.owed.derivation),
      /→ 2025-12-27; engaged in an armed conflict on that day, since 2024-02-01; waits for the end of/,
    )
    assert.equal(dates.at(-1)!.owed.due, '2028-04-30')
    assert.equal(dates.at(-1)!.endedOn, null)
  })

  it('and is bound for the whole fact base as for its duties', () => {
    const conflict = { actor: 'AUR', kind: 'armed-conflict', from: '2024-02-01', fields: {} }
    const [interval, ...more] = baseOf([...left, conflict])
      .memberships('still-air')
      .get('AUR')!
    assert.deepEqual([interval!.until, interval!.unknownFrom, more], [null, null, []])
  })

  it('stands on the day that the register gives, with the conflict beside it', () => {
    const conflict = { actor: 'AUR', kind: 'armed-conflict', from: '2020-01-01', edtf: '2020/..', fields: {} }
    const of = (effectiveOn: string) =>
      derive(setWith({}), [
        deposit('AUR', '2016-09-11'),
        withdraws('AUR', '2025-06-27', { effectiveOn }),
        conflict,
      ])
        .filter(({ rule }) => rule.id === 'withdrawal')
        .map(({ owed }) => [owed.due, inEnglish(owed.derivation)])
    assert.deepEqual(of('2025-12-27'), [
      [
        '2025-12-27',
        'withdrawal; Article 20: 6 months after receipt on 2025-06-27 → 2025-12-27; engaged in an armed conflict on that day, since 2020; the register gives 2025-12-27',
      ],
    ])
    assert.match(String(of('2026-01-10')[0]![1]), /; the register gives 2026-01-10, the rule 2025-12-27$/)
  })

  it('waits where the dates of the conflict do not tell whether it is put off', () => {
    const conflict = { actor: 'AUR', kind: 'armed-conflict', from: '2025-01-01', edtf: '2025', fields: {} }
    const [withdrawal] = derive(setWith({}), [...left, conflict]).filter(
      ({ rule }) => rule.id === 'withdrawal',
    )
    assert.deepEqual(
      [withdrawal!.owed.due, inEnglish(withdrawal!.owed.waitsFor!), withdrawal!.endedOn],
      [null, 'exact dates of an armed conflict in which the State may have been engaged on 2025-12-27', null],
    )
    // Nor is it said that it was engaged in one, or when that ended.
    assert.match(
      inEnglish(withdrawal!.owed.derivation),
      /→ 2025-12-27; waits for exact dates of an armed conflict/,
    )
    const ended = { ...conflict, edtf: '2024/2026', from: '2024-01-01', until: '2027-01-01' }
    const [later] = derive(setWith({}), [...left, ended]).filter(({ rule }) => rule.id === 'withdrawal')
    assert.match(
      inEnglish(later!.owed.derivation),
      /→ 2025-12-27; engaged in an armed conflict on that day, since 2024; waits for the end of/,
    )
  })

  it('takes effect when the conflict ends, where that is held', () => {
    const conflict = {
      actor: 'AUR',
      kind: 'armed-conflict',
      from: '2024-02-01',
      until: '2026-03-15',
      fields: {},
    }
    const dates = derive(setWith({ report }), [...left, conflict], { until: '2028-12-31' })
    const withdrawal = dates.find(({ rule }) => rule.id === 'withdrawal')!
    assert.equal(withdrawal.owed.due, '2026-03-15')
    assert.equal(dates.filter(({ rule }) => rule.id === 'report').at(-1)!.owed.due, '2025-04-30')
  })

  it('a conflict over before the six months expire puts nothing off', () => {
    const conflict = {
      actor: 'AUR',
      kind: 'armed-conflict',
      from: '2024-02-01',
      until: '2025-12-27',
      fields: {},
    }
    assert.deepEqual(dueOf('withdrawal', setWith({}), [...left, conflict]), ['2025-12-27'])
  })

  it('and joining again makes the duties anew, under keys of their own', () => {
    const dates = of(
      'report',
      setWith({ report }),
      [deposit('AUR', '2016-09-11'), withdraws('AUR', '2020-01-10'), deposit('AUR', '2023-01-15')],
      { from: '2019-01-01', until: '2025-12-31' },
    )
    assert.deepEqual(
      dates.map(({ owed }) => [owed.instance, owed.due]),
      [
        ['2019', '2019-04-30'],
        ['2020', '2020-04-30'],
        ['first-again-2023-07-01', '2023-12-28'],
        ['2024-again-2023-07-01', '2024-04-30'],
        ['2025-again-2023-07-01', '2025-04-30'],
      ],
    )
    assert.equal(new Set(dates.map(({ owed }) => owed.key)).size, dates.length)
  })
})

describe('what was not done in a row', () => {
  const silent = {
    article: 'Action 44',
    responsible: 'the President',
    first: { at: { unmet: 'report', times: 2 } },
  }
  const facts = [deposit('AUR', '2002-09-11')]
  const runs = (unmet: readonly number[], base: FactBase = baseOf(facts)) =>
    deriveDuties(planWith({ silent }, { report }), base, {
      ...{ ...asked, from: '2025-01-01' },
      isUnmet: ({ owed, year }) => owed.duty === 'still-air/report' && unmet.includes(year),
    }).map(({ owed }) => [owed.due, inEnglish(owed.derivation)])

  it('two years without a report: from the day the second was due; once for the whole run', () =>
    assert.deepEqual(runs([2024, 2025, 2026]), [
      [
        '2025-04-30',
        'Article 7: not done two times in a row, the last due by 2025-04-30; Action 44: by that day → 2025-04-30',
      ],
    ]))

  it('none where a year between was reported on, or where nobody is certain', () => {
    assert.deepEqual(runs([2023, 2025]), [])
    assert.deepEqual(runs([]), [])
  })
})

describe('duties without a day', () => {
  const open = { article: '9', undated: 'The article sets no day.' }

  it('say why, and stand in every list that holds the as-of day', () => {
    const set = setWith({ open })
    const facts = [deposit('AUR', '2002-09-11')]
    const [date] = of('open', set, facts)
    assert.deepEqual(
      [date!.owed.due, inEnglish(date!.owed.derivation)],
      [null, 'Article 9: The article sets no day.'],
    )
    assert.deepEqual(of('open', set, facts, { from: '2027-01-01', until: '2027-12-31' }), [])
    assert.deepEqual(of('open', set, [...facts, withdraws('AUR', '2010-01-01')]), [])
  })

  it('a rule of recurrence gives the last day of each period', () => {
    const review = { article: '11', recurs: { rule: 'FREQ=YEARLY;INTERVAL=2', from: '2021', times: 2 } }
    const dates = of('review', setWith({ review }), [deposit('AUR', '2002-09-11')], {
      from: '2023-01-01',
      until: '2026-12-31',
    })
    assert.deepEqual(
      dates.map(({ owed }) => [owed.instance, owed.due]),
      [
        ['2023', '2023-12-31'],
        ['2023-2', '2023-12-31'],
        ['2025', '2025-12-31'],
        ['2025-2', '2025-12-31'],
      ],
    )
  })
})
