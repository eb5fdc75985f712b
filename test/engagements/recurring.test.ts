import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DutyOwed } from '../../src/duties/owed.ts'
import { promisesOwed } from '../../src/engagements/owed.ts'
import { recurringOwed } from '../../src/engagements/recurring.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import { asked, datum, engagement, register } from './fictional.ts'

const everySecondYear = { recurrence: 'FREQ=YEARLY;INTERVAL=2', firstYear: 2018 }
const series = engagement('harbours', 'resolution-series', '2018/..', everySecondYear)
const resolution = (id: string, date: string | null, more: Record<string, unknown> = {}) =>
  engagement(id, 'resolution', date, { partOf: 'harbours', ...more })

const standing = (owed: readonly DutyOwed[]) => owed.map(({ instance, status }) => `${instance}: ${status}`)
const by = (owed: DutyOwed | undefined) => owed?.metBy.map(({ id, on }) => `${id} ${on}`)

describe('a series of resolutions every two years since 2018', () => {
  it('is met by the resolutions held, due this year, and not found where nothing says that there was none', () => {
    const all = [series, resolution('first', '2018'), resolution('third', '2022-12-05')]
    const owed = recurringOwed(series, asked(all, { asOf: '2026-06-30' }))
    assert.deepEqual(standing(owed), [
      '2018: met',
      '2020: not-found',
      '2022: met',
      '2024: not-found',
      '2026: due',
      '2028: due',
    ])
    assert.deepEqual(by(owed[2]), ['datum-third 2022-12-05'])
    assert.equal(owed[0]?.isLate, false)
    assert.equal(sayPlainly(owed[4]!.derivation), 'every 2 years since 2018 → 2026')
    assert.deepEqual(
      [owed[4]?.due, owed[4]?.precision, owed[4]?.key],
      ['2026', 'year', 'harbours/resolution-series/XAA/2026'],
    )
  })

  it('names the registers searched and the last day they speak of', () => {
    const registers = [
      register('recorded-vote', '1996-01-01', '2020-01-01', 'partial'),
      register('resolution', '2018-01-01', '2021-01-01', 'partial'),
    ]
    const owed = recurringOwed(series, asked([series], { registers }))
    const searched = (instance: string) =>
      owed
        .find((one) => one.instance === instance)
        ?.searched.map((one) => [one.register, one.level, one.until, one.statedBy])
    assert.deepEqual(searched('2018'), [
      ['resolution', 'partial', '2020-12-31', 'Averland'],
      ['recorded-vote', 'partial', '2019-12-31', 'Averland'],
    ])
    assert.deepEqual(searched('2024'), [
      ['resolution', 'none', '2020-12-31', 'Averland'],
      ['recorded-vote', 'none', '2019-12-31', 'Averland'],
    ])
    assert.deepEqual(searched('2028'), [])
    // Records that end are no more complete for it: it is said of what there are some.
    const on = { ...register('recorded-vote', '1996-01-01', '2020-01-01', 'partial'), note: 'on harbours' }
    const ofSome = recurringOwed(series, asked([series], { registers: [on] }))
    assert.deepEqual(
      ofSome.find(({ instance }) => instance === '2024')?.searched.map(({ partly }) => partly),
      [undefined, { of: 'on harbours' }],
    )
  })

  it('is missed only where every register is complete over the whole year', () => {
    const both = (until: string) =>
      ['resolution', 'recorded-vote'].map((name) => register(name, '2018-01-01', until))
    const statusIn2020 = (until: string) =>
      recurringOwed(series, asked([series], { registers: both(until) })).find(
        ({ instance }) => instance === '2020',
      )?.status
    assert.equal(statusIn2020('2021-01-01'), 'missed')
    assert.equal(statusIn2020('2020-12-31'), 'not-found')
    const one = asked([series], { registers: [register('resolution', '2018-01-01', '2027-01-01')] })
    assert.equal(recurringOwed(series, one).find(({ instance }) => instance === '2020')?.status, 'not-found')
  })

  it('is met late by what comes in the year between', () => {
    const owed = recurringOwed(series, asked([series, resolution('late', '2021-03-01')]))
    const second = owed.find(({ instance }) => instance === '2020')
    assert.deepEqual([second?.status, second?.isLate, by(second)], ['met', true, ['datum-late 2021-03-01']])
  })

  it('does not call missed what a record too vague for one year may be', () => {
    const registers = ['resolution', 'recorded-vote'].map((name) =>
      register(name, '2018-01-01', '2027-01-01'),
    )
    const owed = recurringOwed(series, asked([series, resolution('vague', '2019/2021')], { registers }))
    assert.deepEqual(standing(owed).slice(0, 3), ['2018: not-found', '2020: not-found', '2022: missed'])
    assert.equal(sayPlainly(owed[1]!.reason!), '1 record may be of it: its date is too vague to tell')
    assert.deepEqual(owed[1]?.restsOn, ['datum-vague'])
  })

  it('ties a roll call by its symbol, which knows the day, or by its series', () => {
    const call = (id: string, symbol: string, more: Record<string, unknown> = {}) =>
      datum(
        id,
        'roll-call',
        '2020',
        { symbol, session: 75, ...more },
        { subject: symbol, actor: 'un-general-assembly' },
      )
    const rollCalls = [
      call('call-1', 'A/RES/75/7', { adoptedOn: '2020-12-07' }),
      call('call-2', 'A/RES/77/9', { series: 'harbours', adoptedOn: '2022-12-07' }),
      call('call-3', 'A/RES/79/1', { adoptedOn: '2024-12-07' }),
    ]
    const all = [series, resolution('second', '2020', { symbol: 'A/RES/75/7' })]
    const owed = recurringOwed(series, asked(all, { rollCalls }))
    assert.deepEqual(by(owed[1]), ['datum-second 2020', 'datum-call-1 2020-12-07'])
    assert.deepEqual(by(owed[2]), ['datum-call-2 2022-12-07'])
    assert.equal(owed[3]?.status, 'not-found')
    // Sources write one symbol with and without blanks, in small letters and capitals.
    const written = [series, resolution('second', '2020', { symbol: 'A/RES/75/7 D' })]
    const cast = [call('call-1', 'a/res/75/7D', { adoptedOn: '2020-12-07', series: 'harbours' })]
    assert.deepEqual(by(recurringOwed(series, asked(written, { rollCalls: cast }))[1]), [
      'datum-second 2020',
      'datum-call-1 2020-12-07',
    ])
  })

  it('counts nothing that came after the day it is asked for, and no change of the series', () => {
    const all = [
      series,
      resolution('later', '2024-12-01'),
      engagement('change', 'event-series-change', '2024', { partOf: 'harbours' }),
    ]
    const owed = recurringOwed(series, asked(all, { asOf: '2024-06-30' }))
    assert.equal(owed.find(({ instance }) => instance === '2024')?.status, 'due')
  })

  it('carries the mark of what was entered here', () => {
    const entered = {
      ...resolution('typed', '2020'),
      datum: { ...resolution('typed', '2020').datum, entered: true },
    }
    const owed = recurringOwed(series, asked([series, entered]))
    assert.deepEqual(
      owed.slice(0, 2).map((one) => one.entered),
      [false, true],
    )
  })
})

describe('how near the end of a period is at risk', () => {
  const talks = engagement('talks', 'event-series', '2020/..', { recurrence: 'FREQ=YEARLY', firstYear: 2020 })
  const three = engagement('three', 'pledged-indicator', '2026', {
    recurrence: 'FREQ=YEARLY',
    firstYear: 2026,
    target: 3,
    targetComparator: '>=',
    per: 'year',
  })

  it('one a year: with fewer than 45 days left, said in the reason', () => {
    const on = (asOf: string) =>
      recurringOwed(talks, asked([talks], { asOf, from: '2027-01-01', until: '2027-12-31' }))[0]
    assert.equal(on('2027-11-16')?.status, 'due')
    const near = on('2027-11-17')
    assert.equal(near?.status, 'at-risk')
    assert.equal(
      sayPlainly(near!.reason!),
      'nothing on record for 1 of 1, and 44 days left; at risk with fewer than 45 days for each',
    )
    assert.equal(on('2028-01-01')?.status, 'not-found')
  })

  it('three a year, two of them missing in the last quarter: at risk; each instance is met in the order of its day', () => {
    const held = [engagement('e2', 'event', '2027-09-01', { partOf: 'three' })]
    const owed = (asOf: string) =>
      recurringOwed(three, asked([three, ...held], { asOf, from: '2027-01-01', until: '2027-12-31' }))
    assert.deepEqual(standing(owed('2027-09-30')), ['2027-1: met', '2027-2: due', '2027-3: due'])
    assert.deepEqual(standing(owed('2027-10-03')), ['2027-1: met', '2027-2: at-risk', '2027-3: at-risk'])
    assert.equal(
      sayPlainly(owed('2027-10-03')[1]!.derivation),
      'every year since 2026 → 2027: the second of 3',
    )
  })

  it('on the last day complete records say that it is missed; partial ones do not', () => {
    const on = (level: 'complete' | 'partial') =>
      recurringOwed(
        talks,
        asked([talks], {
          asOf: '2027-12-31',
          from: '2027-01-01',
          until: '2027-12-31',
          registers: [register('event', '2020-01-01', '2028-01-01', level)],
        }),
      )[0]?.status
    assert.deepEqual([on('complete'), on('partial')], ['missed', 'at-risk'])
  })
})

describe('without a beginning', () => {
  const yearly = engagement('yearly', 'event-series', null, { recurrence: 'FREQ=YEARLY' })
  const second = engagement('second', 'event-series', null, { recurrence: 'FREQ=YEARLY;INTERVAL=2' })

  it('this year and the next are expected, and the past cannot be assessed', () => {
    const owed = recurringOwed(yearly, asked([yearly]))
    assert.deepEqual(standing(owed), ['before: not-assessable', '2027: due', '2028: due'])
    assert.deepEqual([owed[0]?.due, owed[0]?.precision], ['../2026-12-31', 'interval'])
    assert.equal(sayPlainly(owed[1]!.derivation), 'every year, no source says since when → 2027')
  })

  it('of every second year nobody can name one, until one is held', () => {
    const unknown = recurringOwed(second, asked([second]))
    assert.deepEqual(
      unknown.map(({ status, due }) => [status, due]),
      [['not-assessable', null]],
    )
    const held = engagement('held', 'event', '2023', { partOf: 'second' })
    const owed = recurringOwed(second, asked([second, held]))
    assert.deepEqual(standing(owed), ['2023: met', '2025: not-found', '2027: due'])
    assert.equal(
      sayPlainly(owed[2]!.derivation),
      'every 2 years, counted from the first one held, 2023 → 2027',
    )
  })

  it('what is continuous has no day', () => {
    const going = engagement('going', 'pledged-action', null, { recurrence: 'continuous' })
    assert.deepEqual(
      recurringOwed(going, asked([going])).map(({ status, due }) => [status, due]),
      [['undated', null]],
    )
  })
})

describe('milestones', () => {
  const milestone = engagement('study', 'milestone', null, {
    due: '2025-12-31',
    parties: ['xaa-ministry', 'xaa-society'],
  })
  const seen = (body: Record<string, unknown>) =>
    engagement('seen', 'milestone-observation', null, { concerns: ['study'], ...body })
  const owedWith = (all: Parameters<typeof asked>[0], more = {}) =>
    promisesOwed(asked([milestone, ...all], more), () => false)[0]!

  it('are one duty of all who promised together', () => {
    assert.deepEqual(owedWith([]).owners, ['xaa-ministry', 'xaa-society'])
  })

  for (const [body, expected] of [
    [{ completedIn: '2025' }, ['met', false]],
    [{ completedIn: '2026' }, ['met', true]],
    [{ stages: ['launched'] }, ['met', null]],
    [{ completedIn: '2025', stages: ['completed', 'launched'] }, ['met', null]],
    [{ stages: ['launch planned'] }, ['not-found', null]],
  ] as const)
    it(`${JSON.stringify(body)} of one due by the end of 2025: ${expected.join(', ')}`, () => {
      const { status, isLate } = owedWith([seen({ ...body })])
      assert.deepEqual([status, isLate], expected)
    })

  it('of several sources are late only where all that say when have it late, in whatever order', () => {
    const early = seen({ completedIn: '2025-05' })
    const late = seen({ completedIn: '2026-01' })
    for (const all of [
      [early, late],
      [late, early],
    ])
      assert.equal(owedWith(all).isLate, false)
    assert.equal(owedWith([late, seen({ completedIn: '2026-03' })]).isLate, true)
    assert.equal(owedWith([late, seen({ stages: ['launched'] })]).isLate, null)
  })

  it('are not met by what came after the day asked for', () => {
    const later = seen({ completedIn: '2027-05' })
    assert.equal(owedWith([later], { asOf: '2026-06-30' }).status, 'not-found')
    assert.equal(owedWith([later]).status, 'met')
  })

  it('about a year are not past while they may be of the next', () => {
    const vague = engagement('vague', 'milestone', null, { due: '2025~' })
    const registers = [register('milestone-observation', '2020-01-01', '2028-01-01')]
    const on = (asOf: string) => promisesOwed(asked([vague], { asOf, registers }), () => false)[0]?.status
    assert.deepEqual([on('2026-06-30'), on('2027-01-01')], ['due', 'overdue'])
  })

  it('past their day are overdue only by a complete register', () => {
    assert.equal(owedWith([]).status, 'not-found')
    const registers = [register('milestone-observation', '2020-01-01', '2028-01-01')]
    assert.equal(owedWith([], { registers }).status, 'overdue')
    assert.equal(owedWith([], { registers, asOf: '2025-12-31' }).status, 'due')
    assert.equal(owedWith([], { asOf: '2025-06-30' }).status, 'due')
  })

  it('due in a year are not past within it, and without a day have none', () => {
    const vague = engagement('vague', 'milestone', null, { due: '2027' })
    const open = engagement('open', 'milestone', null)
    const owed = promisesOwed(asked([vague, open], { asOf: '2027-06-30' }), () => false)
    assert.deepEqual(
      owed.map(({ status, precision }) => [status, precision]),
      [
        ['due', 'year'],
        ['undated', null],
      ],
    )
  })
})

describe('instances of a promise', () => {
  it('do not depend on the order of facts, nor on facts of others, and each record meets one', () => {
    const years = fc.uniqueArray(fc.integer({ min: 2018, max: 2027 }), { maxLength: 8 })
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 1000 }), (held, seed) => {
        const parts = held.map((year) => resolution(`r${year}`, String(year)))
        const other = engagement('other', 'resolution', '2020', { partOf: 'elsewhere' })
        const shuffled = [...parts, other].sort(
          (a, b) => ((a.id.length * seed) % 7) - ((b.id.charCodeAt(2) * seed) % 7),
        )
        const plain = recurringOwed(series, asked([series, ...parts]))
        assert.deepEqual(recurringOwed(series, asked([...shuffled, series])), plain)
        const met = plain.flatMap(({ metBy }) => metBy.map(({ id }) => id))
        assert.equal(new Set(met).size, met.length)
        assert.equal(met.length, held.length)
      }),
      { numRuns: 50 },
    )
  })
})
