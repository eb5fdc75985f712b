// A promise that was corrected is the same promise: what was recorded of it under any of its ids counts, and what is owed
// keeps its names.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { engagementsHeld } from '../../src/engagements/held.ts'
import { promisesOwed } from '../../src/engagements/owed.ts'
import type { Datum } from '../../src/facts/datum.ts'
import { ownAlone } from '../../src/facts/meant.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { datum } from './fictional.ts'

const kinds = readShippedKinds()
const held = (datums: readonly Datum[], more: Partial<Parameters<typeof engagementsHeld>[2]> = {}) =>
  engagementsHeld(datums, '2027-06-30', { kinds, owning: ownAlone, ...more })

const owed = (datums: readonly Datum[], rollCalls: readonly Datum[] = []) =>
  promisesOwed(
    {
      all: held(datums),
      rollCalls,
      coverage: () => [],
      asOf: '2027-06-30',
      from: '2018-01-01',
      until: '2026-12-31',
    },
    () => false,
  )
const said = (datums: readonly Datum[], rollCalls: readonly Datum[] = []) =>
  owed(datums, rollCalls).map(({ key, status }) => `${key} ${status}`)

const rhythm = { recurrence: 'FREQ=YEARLY;INTERVAL=4', firstYear: 2018 }
const series = (id: string, more: Partial<Datum> = {}, kind = 'event-series') =>
  datum(id, kind, '2018/..', rhythm, more)
const event = (id: string, year: string, partOf: string, more: Partial<Datum> = {}) =>
  datum(id, 'event', year, { partOf }, more)
const corrects = (id: string, more: Partial<Datum> = {}): Partial<Datum> => ({
  supersedes: `datum-${id}`,
  ...more,
})

const allMet = [
  'a/event-series/XAA/2018 met',
  'a/event-series/XAA/2022 met',
  'a/event-series/XAA/2026 not-found',
]
const [a, b, c] = [series('a'), series('b', corrects('a')), series('c', corrects('b'))]

const cases: [string, Datum[], string[]][] = [
  ['as it was first', [a, event('x', '2018', 'a'), event('y', '2022', 'a')], allMet],
  ['corrected once', [a, b, event('x', '2018', 'a'), event('y', '2022', 'b')], allMet],
  ['corrected twice', [a, b, c, event('x', '2018', 'a'), event('y', '2022', 'c')], allMet],
  ['named by the id in between', [a, b, c, event('x', '2018', 'b'), event('y', '2022', 'b')], allMet],
  ['named as it is stored', [a, b, event('x', '2018', 'datum-a'), event('y', '2022', 'datum-b')], allMet],
  [
    'corrected under the id it had',
    [
      a,
      { ...series('a2', corrects('a')), externalId: 'a' },
      event('x', '2018', 'a'),
      event('y', '2022', 'a'),
    ],
    allMet,
  ],
  [
    'whose instance was corrected',
    [a, b, event('x', '2018', 'a'), event('y', '2021', 'a'), event('y2', '2022', 'b', corrects('y'))],
    allMet,
  ],
  [
    'whose instance was taken back',
    [
      a,
      b,
      event('x', '2018', 'a'),
      event('y', '2022', 'b'),
      event('z', '2022', 'b', { retracts: 'datum-y' }),
    ],
    ['a/event-series/XAA/2018 met', 'a/event-series/XAA/2022 not-found', 'a/event-series/XAA/2026 not-found'],
  ],
  [
    'taken back',
    [a, b, series('c', { retracts: 'datum-b' }), event('x', '2018', 'a'), event('y', '2022', 'b')],
    [],
  ],
  [
    'corrected from a later day on',
    [
      a,
      series('b', corrects('a', { knownFrom: '2027-09-01' })),
      event('x', '2018', 'a'),
      event('y', '2022', 'a'),
    ],
    allMet,
  ],
  [
    'beside another actor’s of the same id',
    [
      a,
      b,
      { ...series('other', { actor: 'XAB' }), externalId: 'b' },
      event('x', '2018', 'a'),
      event('y', '2022', 'b'),
      event('z', '2026', 'b', { actor: 'XAB' }),
    ],
    [
      ...allMet,
      'b/event-series/XAB/2018 not-found',
      'b/event-series/XAB/2022 not-found',
      'b/event-series/XAB/2026 met',
    ],
  ],
  [
    'beside one more, and a third actor who does not say whose',
    [
      a,
      { ...series('other', { actor: 'XAB' }), externalId: 'a' },
      event('x', '2018', 'a', { actor: 'XAC' }),
      event('y', '2022', 'XAB/a', { actor: 'XAC' }),
    ],
    [
      'a/event-series/XAA/2018 not-found',
      'a/event-series/XAA/2022 not-found',
      'a/event-series/XAA/2026 not-found',
      'a/event-series/XAB/2018 not-found',
      'a/event-series/XAB/2022 met',
      'a/event-series/XAB/2026 not-found',
    ],
  ],
]

describe('a series', () => {
  for (const [name, datums, expected] of cases)
    it(`${name} is met by what was recorded of it, and keeps its name`, () =>
      assert.deepEqual(said(datums), expected))

  it('corrected is met by roll calls that name any of its ids', () => {
    const resolutions = [
      series('a', {}, 'resolution-series'),
      series('b', corrects('a'), 'resolution-series'),
    ]
    const call = (id: string, year: string, of: string) =>
      datum(id, 'roll-call', year, { series: of, symbol: id, adoptedOn: `${year}-12-01` }, { actor: 'un' })
    assert.deepEqual(said(resolutions, [call('p', '2018', 'a'), call('q', '2022', 'b')]), [
      'a/resolution-series/XAA/2018 met',
      'a/resolution-series/XAA/2022 met',
      'a/resolution-series/XAA/2026 not-found',
    ])
  })

  it('corrected is still what a position sums up', () => {
    const position = datum('p', 'position', '2018/..', { ...rhythm, concerns: ['a'] })
    assert.deepEqual(said([a, b, position]), said([a, b]))
  })

  it('of which an earlier version is out of sight keeps the name it had, and is found by it', () => {
    const unseen = [{ datumId: 'datum-a', externalId: 'a', supersedes: null }]
    const [own, part] = held([b, event('x', '2018', 'a')], { unseen })
    assert.deepEqual([own?.id, own?.alsoCalled], ['a', ['b']])
    assert.deepEqual([part?.partOf, part?.belongsTo], ['a', [own?.key]])
  })

  it('that is kept out makes room for no earlier version, and for no other meaning', () => {
    const sealed = series('b', corrects('a', { tier: 'restricted' }))
    const all = held([a, sealed, event('x', '2018', 'a')], { isKept: ({ tier }) => tier === 'public' })
    assert.deepEqual(
      all.map(({ id, belongsTo }) => [id, belongsTo]),
      [['x', []]],
    )
  })

  it('corrected twice at once is two facts, of which the first keeps the name', () => {
    const twice = [a, b, series('c', corrects('a', { recordedAt: '2027-01-02T00:00:00Z' }))]
    assert.deepEqual(
      held(twice).map(({ id }) => id),
      ['a', 'c'],
    )
  })
})

describe('a milestone', () => {
  const milestone = (id: string, more: Partial<Datum> = {}) =>
    datum(id, 'milestone', null, { due: '2025' }, more)
  const seen = (id: string, concerns: string) =>
    datum(id, 'milestone-observation', '2025', { concerns: [concerns], completedIn: '2025' })
  for (const id of ['m', 'm2', 'm3'])
    it(`corrected twice is met by what was observed of "${id}"`, () => {
      const versions = [milestone('m'), milestone('m2', corrects('m')), milestone('m3', corrects('m2'))]
      assert.deepEqual(said([...versions, seen('o', id)]), ['m/milestone/XAA met'])
    })
})

describe('corrections', () => {
  it('change neither what is owed nor its names, however often, of whichever fact and in whatever order it is read', () => {
    const base = [a, event('x', '2018', 'a'), event('y', '2022', 'a')]
    const before = said(base)
    fc.assert(
      fc.property(
        fc.array(fc.record({ of: fc.nat(2), says: fc.nat(9) }), { maxLength: 8 }),
        fc.infiniteStream(fc.nat(1000)),
        (steps, order) => {
          const lines: Datum[][] = base.map((one) => [one])
          for (const [i, { of, says }] of steps.entries()) {
            const line = lines[of]!
            const last = line.at(-1)!
            const names = lines[0]!.map(({ externalId }) => externalId!)
            const body =
              of === 0
                ? { ...last.body, title: `t${i}` }
                : { ...last.body, partOf: names[says % names.length] }
            line.push({
              ...last,
              ...{ datumId: `datum-s${i}`, externalId: `s${i}`, supersedes: last.datumId, body },
            })
          }
          const shuffled = lines
            .flat()
            .map((one) => ({ one, at: order.next().value! }))
            .sort((p, q) => p.at - q.at)
            .map(({ one }) => one)
          assert.deepEqual(said(shuffled), before)
        },
      ),
    )
  })
})
