// A report of a year tells that year: no plan, decision or study of a later one, though they were known when it was made; and of
// records that say their month or year alone no day.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { baseOf } from '../../src/releases/evaluate.ts'
import type { ReleaseDatum, ReleasePayload } from '../../src/releases/release.ts'
import { workOfRelease } from '../../src/releases/work.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { payload as small } from '../documents/small-release.ts'

const kinds = readShippedKinds()

const fact = (
  kind: string,
  id: string,
  fields: ReleaseDatum['fields'],
  more: Partial<ReleaseDatum> = {},
): ReleaseDatum => ({
  ...{ id: `XAA/${kind}/${id}`, actor: 'XAA', kind, externalId: id, subject: null },
  ...{ heldFrom: null, heldUntil: null, heldEdtf: null, knownFrom: '2024-06-01' },
  ...{ supersedes: null, retracts: null, source: null, locator: null, quotation: null, language: null },
  fields: { title: id, ...fields },
  ...more,
})

const payloadOf = (facts: ReleaseDatum[], asOf: string): ReleasePayload =>
  ({
    ...small,
    instrument: { ...small.instrument, id: 'the-pledge', parties: ['XAA'] },
    ...{ year: Number(asOf.slice(0, 4)), asOf, knownOn: '2027-12-31', kinds: {}, datums: [] },
    work: { kinds, facts },
  }) as ReleasePayload

const facts = [
  fact('national-plan', 'early', { instrument: 'the-pledge' }, { heldFrom: '2025-03-01' }),
  // Written down late, of a plan that ran: it is of its plan's time.
  fact('plan-action', 'of-early', { plan: 'early' }, { knownFrom: '2027-01-10' }),
  fact('national-plan', 'late', { instrument: 'the-pledge' }, { heldFrom: '2026-02-01' }),
  fact('plan-action', 'of-late', { plan: 'late', carriesOut: ['the-pledge/1'] }),
  fact('step', 'step-of-late', { action: 'of-late', due: '2026-12-01' }),
  fact('budget-line', 'money-of-late', {
    about: 'of-late',
    side: 'own',
    amount: 5,
    currency: 'XTS',
    year: 2026,
  }),
  fact('working-body', 'group', { instrument: 'the-pledge' }, { heldFrom: '2025-01-01' }),
  fact('working-group-meeting', 'first', { body: 'group', heldOn: '2025-05-01' }),
  fact('working-group-meeting', 'second', { body: 'group', heldOn: '2027-02-10' }),
  fact('meeting-decision', 'of-first', { meeting: 'first' }),
  fact('meeting-decision', 'of-second', { meeting: 'second' }),
  fact('task', 'task-of-first', { decision: 'of-first', owner: 'XAA' }, { knownFrom: '2026-01-10' }),
  fact('task', 'task-of-second', { decision: 'of-second', owner: 'XAA' }),
  fact('study', 'undated', { instrument: 'the-pledge' }, { knownFrom: '2026-03-01' }),
  fact('recommendation', 'of-undated', { study: 'undated', number: '1', text: 'R' }),
  fact(
    'study',
    'published',
    { instrument: 'the-pledge', publishedOn: '2025-09' },
    { knownFrom: '2026-03-01' },
  ),
  fact('recommendation', 'of-published', { study: 'published', number: '1' }, { knownFrom: '2026-03-01' }),
]

const heldIn = (asOf: string): string[] => {
  const work = workOfRelease(payloadOf(facts, asOf))
  return Object.keys(kinds)
    .flatMap((kind) => work.of(kind).map(({ id }) => id))
    .sort()
}

describe('the work of a release', () => {
  test('is that of its own year, and of what a later one brought nothing', () =>
    assert.deepEqual(heldIn('2025-12-31'), [
      ...['early', 'first', 'group', 'of-early', 'of-first', 'of-published', 'published'],
      // Told by the year of its own day, as planned meetings are.
      'second',
      'task-of-first',
    ]))

  test('is all of it on a day on which all had begun', () =>
    assert.equal(heldIn('2027-12-31').length, facts.length))
})

describe('a record of a release', () => {
  test('keeps the day as its source gives it', () => {
    const event = fact(
      'dissemination-event',
      'some-day',
      { audience: ['youth'] },
      { heldFrom: '2027-01-01', heldEdtf: '2027' },
    )
    const payload = { ...payloadOf([], '2027-12-31'), kinds, datums: [event] } as ReleasePayload
    const [held] = baseOf(payload, payload).facts('dissemination-event').get('XAA')!
    assert.equal(held!.heldEdtf, '2027')
  })
})
