import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inEnglish } from '../../src/indicators/names.ts'
import { clearance, derive, dueOf, of, report, stocks } from './deriving.ts'
import { deposit, granted, meeting, setWith } from './small.ts'

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
