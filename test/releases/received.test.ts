// What was entered here leaves nothing behind in a release: no fact, no retraction, no number.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Datum } from '../../src/facts/datum.ts'
import { asReceived, reportIdOf } from '../../src/releases/inputs.ts'
import { receivedOf } from '../../src/releases/received.ts'
import type { ReportVersion } from '../../src/reports/report.ts'

const datum = (datumId: string, more: Partial<Datum> = {}) =>
  ({
    ...{ datumId, actor: 'XAA', kind: 'payment', externalId: datumId, subject: null },
    ...{ heldFrom: '2026-02-01', heldUntil: null, heldEdtf: '2026-02-01', knownFrom: '2026-02-01' },
    ...{ supersedes: null, retracts: null, source: null, locator: null, quotation: null, language: null },
    ...{ tier: 'public', entered: false, body: {} },
    ...more,
  }) as unknown as Datum

const ids = (...datums: Datum[]) =>
  receivedOf(datums).datums.map(({ id, supersedes, retracts }) => [id, supersedes, retracts])

test('a received retraction of a fact entered here is no fact of the release', () => {
  const [typed, gone] = [datum('typed', { entered: true }), datum('gone', { retracts: 'typed' })]
  assert.deepEqual(ids(typed, gone), [])
  assert.equal(receivedOf([typed, gone]).entered, 1)
})

test('a received retraction of a correction entered here retracts what that had corrected', () => {
  const typed = datum('typed', { entered: true, supersedes: 'paid' })
  assert.deepEqual(ids(datum('paid'), typed, datum('gone', { retracts: 'typed' })), [
    ['XAA/payment/paid', null, null],
    ['XAA/payment/gone', null, 'XAA/payment/paid'],
  ])
})

test('what was taken out of public sight here stays out, with what it had replaced', () => {
  const [first, second] = [datum('first'), datum('second', { supersedes: 'first' })]
  const seal = { entered: true, tier: 'restricted' } as const
  for (const sealed of [
    datum('sealed', { ...seal, supersedes: 'second' }),
    datum('gone', { ...seal, retracts: 'second' }),
  ]) {
    assert.deepEqual(ids(first, second, sealed), [])
    assert.deepEqual([...receivedOf([first, second, sealed]).notPublic], ['payment'])
  }
  // Opened again: what was received stands.
  const open = datum('open', { entered: true, supersedes: 'sealed' })
  assert.deepEqual(ids(first, second, datum('sealed', { ...seal, supersedes: 'second' }), open), [
    ['XAA/payment/first', null, null],
    ['XAA/payment/second', 'XAA/payment/first', null],
  ])
})

test('versions received are numbered as if nobody had entered one', () => {
  const version = (number: number, entered: boolean) =>
    ({
      ...{ reportId: `r${number}`, actor: 'XAA', obligation: 'yearly', coversYear: 2025, subject: null },
      ...{ version: number, entered, receivedOn: `2026-04-0${number}` },
    }) as unknown as ReportVersion
  assert.deepEqual(
    asReceived([version(1, false), version(2, true), version(3, false)]).map((one) => [
      one.reportId,
      reportIdOf(one),
    ]),
    [
      ['r1', 'XAA/yearly/2025/1'],
      ['r3', 'XAA/yearly/2025/2'],
    ],
  )
})

test('a record named by what was entered here goes on being named by it, in the version that was received', () => {
  const [typed, mended] = [datum('typed', { entered: true }), datum('mended', { supersedes: 'typed' })]
  const other = datum('other', { actor: 'XAB', body: { sameAs: ['typed'] } })
  const namesOf = (...datums: Datum[]) =>
    receivedOf(datums).datums.map(({ externalId, names }) => [externalId, names])
  assert.deepEqual(namesOf(typed, mended, other), [
    ['mended', ['typed']],
    ['other', undefined],
  ])
  assert.deepEqual(namesOf(typed, mended), [['mended', undefined]])
  const before = datum('before')
  const corrected = datum('typed', { entered: true, supersedes: 'before' })
  assert.deepEqual(namesOf(before, corrected, other), [
    ['before', ['typed']],
    ['other', undefined],
  ])
  const closed = { ...typed, tier: 'restricted' as const }
  assert.deepEqual(namesOf(closed, mended, other), [
    ['mended', undefined],
    ['other', undefined],
  ])
})
