// The picture of a plan of work over time: each mark it uses is in its key, and no other.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { planOfWorkChart, planOfWorkKey, type WorkBar } from '../../src/web/charts/plan-of-work.ts'

const bar = (look: WorkBar['look'], standing: string, given: Partial<WorkBar> = {}): WorkBar => {
  const span = { from: '2026-01-01', until: '2027-01-01' }
  return { label: '1', original: span, now: span, look, standing, ...given }
}
const later = { from: '2026-07-01', until: '2027-07-01' }
const bars = [
  bar('begun', 'under way'),
  bar('late', 'delayed', { now: later }),
  bar('late', 'past its day'),
  bar('stopped', 'stopped', { original: null, now: null }),
]
const marksOf = (drawn: unknown): string[] =>
  [...new Set([...String(drawn).matchAll(/class="(bar \w+|first|today)"/g)].map(([, mark]) => mark!))].sort()
const keyOf = (given: readonly WorkBar[], today: string) =>
  planOfWorkKey(given, today, { first: 'as first planned', today: 'the day' })

describe('the key of a plan of work over time', () => {
  it('has every mark that the picture uses, and none that it does not', () => {
    for (const [given, today] of [
      [bars, '2026-11-23'],
      [bars, '2031-01-01'],
      [bars.slice(0, 1), '2026-11-23'],
    ] as const)
      assert.deepEqual(marksOf(keyOf(given, today)), marksOf(planOfWorkChart(given, today, 'Plan')))
    assert.deepEqual(marksOf(keyOf(bars, '2026-11-23')), ['bar begun', 'bar late', 'first', 'today'])
  })

  it('says all that a mark can stand for', () => {
    const said = String(keyOf(bars, '2026-11-23')).replace(/<[^>]+>/g, '|')
    for (const words of ['under way', 'delayed, past its day', 'as first planned', 'the day'])
      assert.ok(said.includes(words), words)
    assert.ok(!said.includes('stopped'))
  })
})
