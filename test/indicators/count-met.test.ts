// How many targets of a year are met: what nobody can tell is neither met nor unmet.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { countMet } from '../../src/indicators/targets.ts'

it('targets are counted as met, and those apart that nobody can tell', () => {
  const met = { standing: 'met', value: 2 } as const
  const missed = { standing: 'missed', value: 0 } as const
  const unknown = { standing: 'not-found', value: null } as const
  const without = { standing: null, value: 3 } as const
  assert.deepEqual(countMet([met, missed, unknown, without]), { n: 1, N: 3, unknown: 1 })
  assert.deepEqual(countMet([unknown, unknown]), { n: 0, N: 2, unknown: 2 })
  assert.deepEqual(countMet([without]), { n: 0, N: 0, unknown: 0 })
  // A pledge that is met by what is held already stays met, though more may be held elsewhere.
  assert.deepEqual(countMet([{ standing: 'met', value: null }]), { n: 1, N: 1, unknown: 0 })
})
