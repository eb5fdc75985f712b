import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { importFacts } from '../../src/facts/import.ts'
import type { Kinds } from '../../src/facts/kind.ts'
import { expectedPeriods, type Recurrence, readRecurrence } from '../../src/facts/recurrence.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count, fileOf, issuesOf } from './world.ts'

const rule = (text: string): Recurrence => {
  const read = readRecurrence(text)
  assert.ok(read !== undefined && read !== 'continuous', text)
  return read
}
const years = { from: '2025-01-01', until: '2029-12-31', asOf: '2026-11-22' }
const dues = (text: string, begin: string | null, asked = years) =>
  expectedPeriods(rule(text), begin, asked).periods.map(({ due }) => due)

describe('a rule of recurrence', () => {
  for (const text of [
    ...['every two years', 'FREQ=FORTNIGHTLY', 'FREQ=HOURLY', 'INTERVAL=2', 'FREQ=YEARLY;INTERVAL=0', ''],
    ...[
      'FREQ=YEARLY;INTERVAL=1.5',
      'FREQ=YEARLY;BYMONTH=13',
      'FREQ=YEARLY;FREQ=MONTHLY',
      'FREQ=YEARLY;FOO=1',
    ],
    ...['FREQ=YEARLY;UNTIL=2030', 'FREQ=YEARLY;COUNT=3;UNTIL=20301231', 'FREQ=YEARLY;BYDAY=XX'],
    ...['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;UNTIL=20300230', 'freq=yearly'],
  ])
    it(`"${text}" is none`, () => assert.equal(readRecurrence(text), undefined))

  it('says how often, and how exactly', () => {
    const { every, unit, precision, isPlain } = rule('FREQ=YEARLY;INTERVAL=2')
    assert.deepEqual([every, unit, precision, isPlain], [2, 'year', 'year', true])
    assert.equal(rule('FREQ=YEARLY;BYMONTH=6').precision, 'month')
    assert.equal(rule('FREQ=YEARLY;BYMONTH=6;BYDAY=1MO').precision, 'day')
    assert.equal(readRecurrence('continuous'), 'continuous')
    assert.equal(readRecurrence(null), undefined)
  })
})

describe('the instances a rule lets expect', () => {
  it('every two years since 1998: even years, each until the next', () => {
    const { periods, begin } = expectedPeriods(rule('FREQ=YEARLY;INTERVAL=2'), '1998', years)
    assert.equal(begin, 'known')
    assert.deepEqual(periods[0], {
      due: '2026',
      from: '2026-01-01',
      lastDay: '2026-12-31',
      until: '2028-01-01',
    })
    assert.deepEqual(
      periods.map(({ due }) => due),
      ['2026', '2028'],
    )
  })

  for (const [text, begin, expected] of [
    ['FREQ=YEARLY', '2014/..', ['2025', '2026', '2027', '2028', '2029']],
    ['FREQ=YEARLY', '2014/2026', ['2025', '2026']],
    ['FREQ=YEARLY;UNTIL=20271231', '2014', ['2025', '2026', '2027']],
    ['FREQ=YEARLY;COUNT=13', '2014', ['2025', '2026']],
    ['FREQ=YEARLY;INTERVAL=5', '1998', ['2028']],
    ['FREQ=YEARLY;INTERVAL=2', '2027', ['2027', '2029']],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=6', '1998', ['2026-06', '2028-06']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2000', ['2028-02-29']],
    ['FREQ=YEARLY;BYMONTH=6;BYDAY=1MO', '2028', ['2028-06-05', '2029-06-04']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2029-11', ['2029-11-30', '2029-12-31']],
    ['FREQ=MONTHLY;INTERVAL=3', '2029-04-15', ['2029-04', '2029-07', '2029-10']],
    ['FREQ=YEARLY', '2031', []],
  ] as const)
    it(`${text} since ${begin}: ${expected.join(', ') || 'none yet'}`, () =>
      assert.deepEqual(dues(text, begin), expected))

  it('since the 1980s, every year: it must have begun; every two years: nobody can count', () => {
    const yearly = expectedPeriods(rule('FREQ=YEARLY'), '198X', { ...years, from: '1900-01-01' })
    assert.deepEqual([yearly.begin, yearly.periods[0]?.due], ['later', '1989'])
    const second = expectedPeriods(rule('FREQ=YEARLY;INTERVAL=2'), '198X', years)
    assert.deepEqual(second, { periods: [], begin: 'uncounted', from: null })
  })

  it('without a beginning: this year and the next, and nothing of the past', () => {
    const asked = { ...years, from: '2000-01-01' }
    const { periods, begin, from } = expectedPeriods(rule('FREQ=YEARLY'), null, asked)
    assert.deepEqual(
      [periods.map(({ due }) => due), begin, from],
      [['2026', '2027'], 'unknown', '2026-01-01'],
    )
    assert.equal(expectedPeriods(rule('FREQ=YEARLY;INTERVAL=2'), null, asked).begin, 'uncounted')
  })

  it('come one after the other, whatever the span they are asked for', () => {
    const given = fc.record({
      text: fc
        .tuple(fc.constantFrom('YEARLY', 'MONTHLY'), fc.integer({ min: 1, max: 6 }))
        .map(([freq, every]) => `FREQ=${freq};INTERVAL=${every}`),
      begin: fc.integer({ min: 1950, max: 2030 }),
      from: fc.integer({ min: 1990, max: 2030 }),
      length: fc.integer({ min: 0, max: 12 }),
    })
    fc.assert(
      fc.property(given, ({ text, begin, from, length }) => {
        const span = (first: number, last: number) =>
          expectedPeriods(rule(text), String(begin), {
            from: `${first}-01-01`,
            until: `${last}-12-31`,
            asOf: '2026-11-22',
          }).periods
        const all = span(1940, 2050)
        const some = span(from, from + length)
        for (const [i, period] of all.entries()) {
          assert.ok(period.from <= period.lastDay && period.lastDay < period.until)
          if (i > 0) assert.equal(all[i - 1]!.until, period.from)
        }
        const inside = all.filter(
          (one) => one.lastDay >= `${from}-01-01` && one.from <= `${from + length}-12-31`,
        )
        assert.deepEqual(some, inside)
      }),
      { numRuns: 60 },
    )
  })
})

describe('facts with a rule of recurrence', () => {
  const kinds: Kinds = {
    series: { title: 'Series', time: 'state', fields: { recurrence: { type: 'text', form: 'recurrence' } } },
  }

  it('are refused where it is none: row, cell and what was expected; nothing is stored', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const text = [
        'id,actor,kind,known_from,source_title,body.recurrence',
        's1,XAA,series,2024-01-01,Note,FREQ=YEARLY;INTERVAL=2',
        's2,XAA,series,2024-01-01,Note,every two years',
        's3,XAA,series,2024-01-01,Note,continuous',
      ].join('\n')
      const issues = await issuesOf(
        importFacts(db, fileOf('facts.csv', text), { kinds, today: '2025-12-31' }),
      )
      assert.equal(issues.length, 1)
      assert.match(issues[0]!, /line 3, cell F3: Not a rule of recurrence; found "every two years"/)
      assert.match(issues[0]!, /expected a rule of RFC 5545 such as FREQ=YEARLY or FREQ=YEARLY;INTERVAL=2/)
      assert.equal(await count(db, 'datum'), 0)
    }))
})
