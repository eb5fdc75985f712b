import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deriveDuties } from '../../src/duties/derive.ts'
import { inEnglish } from '../../src/indicators/names.ts'
import type { FactBase } from '../../src/rules/facts.ts'
import { asked, dueOf, of, report } from './deriving.ts'
import { baseOf, deposit, type GivenFact, planWith, setWith, withdraws } from './small.ts'

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

  it('a duty that keeps its name where the fact is corrected', () => {
    const corrected = { ...found('AUR', '2025-08-30', 'c'), names: ['b', 'a'] }
    const [date, more] = of('discovery', planWith({ discovery }), [deposit('AUR', '2002-09-11'), corrected])
    assert.deepEqual([date?.owed.key, date?.record?.id, more], ['calm-plan/discovery/AUR/a', 'c', undefined])
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
