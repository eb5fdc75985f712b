import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changeBetween } from '../../src/indicators/change.ts'

const at = (year: number, value: number | null | undefined, status = 'known') => ({
  year,
  value: value === undefined ? undefined : { value, status },
})

describe('the change from one year to another', () => {
  it('is the difference of the figures as printed, to one decimal', () => {
    assert.deepEqual(changeBetween(at(2025, 75), at(2027, 78.1)), { kind: 'known', by: 3.1 })
    assert.deepEqual(changeBetween(at(2025, 33.3), at(2027, 33.3)), { kind: 'known', by: 0 })
    assert.deepEqual(changeBetween(at(2025, 0.3), at(2027, 0.1)), { kind: 'known', by: -0.2 })
    assert.deepEqual(changeBetween(at(2025, 7), at(2027, 0)), { kind: 'known', by: -7 })
  })

  const hindered = [
    { earlier: at(2025, null, 'not known'), later: at(2027, 50), why: 'not known', year: 2025 },
    { earlier: at(2025, 50), later: at(2027, null, 'no cases'), why: 'no cases', year: 2027 },
    { earlier: at(2025, 50), later: at(2027, undefined), why: 'not evaluated', year: 2027 },
    {
      earlier: at(2025, 50),
      later: at(2027, 60, 'provisional until 2028-03-01'),
      why: 'provisional',
      year: 2027,
    },
    { earlier: at(2025, undefined), later: at(2027, null, 'not known'), why: 'not evaluated', year: 2025 },
  ] as const
  for (const { earlier, later, why, year } of hindered)
    it(`is none where one of the two is ${why}, and says of which year`, () => {
      assert.deepEqual(changeBetween(earlier, later), { kind: 'not comparable', why, year })
    })
})
