import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { factBase } from '../../src/indicators/fact-base.ts'
import { lawUnder } from '../../src/indicators/law.ts'
import type { Rows } from '../../src/indicators/rows-store.ts'
import { findTreaty, treatyMeantBy, treatyOfDeadline } from '../../src/parties/treaty.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { KindSpec } from '../../src/rules/facts.ts'

const base = (datums: Rows['datums']) =>
  factBase(
    { knownOn: '2026-01-01', actors: [], datums, reports: [], answers: [], coverage: [] } as Rows,
    lawUnder({
      treaty: 'mine-ban',
      findLaw: findTreaty,
      deadlineUnder: (article) => treatyOfDeadline(article)?.id,
      kinds: readShippedKinds() as Record<string, KindSpec>,
      parties: [],
      planPeriod: { from: '2025-01-01', until: '2030-01-01' },
    }),
  )

const fact = (kind: string, fields: Record<string, unknown>): Rows['datums'][number] =>
  ['XAA', 'one', kind, null, null, '2025-01-01', null, '2025-01-01', fields] as Rows['datums'][number]

const read = (kind: string, fields: Record<string, unknown>) =>
  base([fact(kind, fields)])
    .facts(kind)
    .get('XAA')![0]!.fields

describe('a fact about an article', () => {
  it('that names no treaty is read as one of the treaty that must be meant', () => {
    assert.deepEqual(read('completion', { article: '5' }), { article: '5', treaty: 'mine-ban' })
    // No treaty sets a deadline under this article: the plan's own.
    assert.equal(read('compliance-concern', { article: '1.1', listedBy: 'a body' }).treaty, 'mine-ban')
    assert.equal(treatyMeantBy({ article: '5' }), 'mine-ban')
    assert.equal(treatyMeantBy({ article: '1.1' }), undefined)
  })

  it('keeps the treaty that it names', () => {
    assert.equal(read('deadline', { treaty: 'another', article: '5' }).treaty, 'another')
    assert.equal(treatyMeantBy({ treaty: 'another', article: '5' }), 'another')
  })

  it('of a kind without articles stays as it is', () => {
    assert.deepEqual(read('payment', { forYear: 2025 }), { forYear: 2025 })
  })
})
