import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inEnglish } from '../../src/indicators/names.ts'
import { clearance, derive, dueOf, of, report } from './deriving.ts'
import { baseOf, deposit, setWith, withdraws } from './small.ts'

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
