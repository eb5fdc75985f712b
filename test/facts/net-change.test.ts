import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { knownOn } from '../../src/facts/datum.ts'
import { netChange } from '../../src/facts/net-change.ts'

type Datum = { datumId: string; knownFrom: string; supersedes: string | null; retracts: string | null }

const datum = (datumId: string, knownFrom: string, more: Partial<Datum> = {}): Datum => ({
  datumId,
  knownFrom,
  supersedes: null,
  retracts: null,
  ...more,
})
const idsOf = (change: ReturnType<typeof netChange<Datum>>) => ({
  added: change.added.map((one) => one.datumId),
  replaced: change.replaced.map((one) => `${one.before.datumId}→${one.after.datumId}`),
  retracted: change.retracted.map((one) => `${one.before.datumId} by ${one.by?.datumId}`),
})

describe('what is known on a day that was not known before', () => {
  const since = '2026-06-30'
  const until = '2026-12-31'

  test('a fact that became known is new; one known before, or only later, is not', () => {
    const datums = [
      datum('a', '2026-06-30'),
      datum('b', '2026-07-01'),
      datum('c', '2026-12-31'),
      datum('d', '2027-01-01'),
    ]
    assert.deepEqual(idsOf(netChange(datums, since, until)), {
      added: ['b', 'c'],
      replaced: [],
      retracted: [],
    })
  })

  test('two corrections of one fact are one change, from what was known to what is known', () => {
    const datums = [
      datum('a', '2026-01-01'),
      datum('b', '2026-07-01', { supersedes: 'a' }),
      datum('c', '2026-08-01', { supersedes: 'b' }),
    ]
    assert.deepEqual(idsOf(netChange(datums, since, until)), { added: [], replaced: ['a→c'], retracted: [] })
  })

  test('what was taken back is named with what took it back; what came and went in between is nothing', () => {
    const datums = [
      datum('a', '2026-01-01'),
      datum('x', '2026-07-01', { retracts: 'a' }),
      datum('b', '2026-07-01'),
      datum('y', '2026-08-01', { retracts: 'b' }),
    ]
    assert.deepEqual(idsOf(netChange(datums, since, until)), {
      added: [],
      replaced: [],
      retracted: ['a by x'],
    })
  })

  test('a correction that is itself taken back leaves nothing of the fact it corrected', () => {
    const datums = [
      datum('a', '2026-01-01'),
      datum('b', '2026-07-01', { supersedes: 'a' }),
      datum('x', '2026-08-01', { retracts: 'b' }),
    ]
    assert.deepEqual(idsOf(netChange(datums, since, until)).retracted, ['a by b'])
  })

  test('whatever was superseded or retracted: then, with what came and without what went, is now', () => {
    const days = fc.constantFrom(
      '2026-01-01',
      '2026-06-30',
      '2026-07-01',
      '2026-09-09',
      '2026-12-31',
      '2027-02-02',
    )
    const rows = fc.array(
      fc.record({ day: days, act: fc.constantFrom('new', 'supersedes', 'retracts'), of: fc.nat() }),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const ended = new Set<string>()
        const datums: Datum[] = []
        for (const [i, { day, act, of }] of given.entries()) {
          const target = datums[of % Math.max(datums.length, 1)]
          const canEnd =
            target !== undefined && act !== 'new' && !ended.has(target.datumId) && target.retracts === null
          if (!canEnd) {
            datums.push(datum(`d${i}`, day))
            continue
          }
          ended.add(target.datumId)
          const knownFrom = day < target.knownFrom ? target.knownFrom : day
          datums.push(datum(`d${i}`, knownFrom, { [act]: target.datumId }))
        }
        const { added, replaced, retracted } = netChange(datums, since, until)
        const now = new Set(knownOn(datums, since).map((one) => one.datumId))
        for (const { before } of [...replaced, ...retracted]) assert.ok(now.delete(before.datumId))
        for (const one of [...added, ...replaced.map(({ after }) => after)]) now.add(one.datumId)
        assert.deepEqual(
          [...now].sort(),
          knownOn(datums, until)
            .map((one) => one.datumId)
            .sort(),
        )
      }),
    )
  })
})
