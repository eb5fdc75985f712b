import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, addDuration, addMonths, isDate } from '../../src/rules/dates.ts'

describe('days', () => {
  test('are days of the calendar, in any time zone', () => {
    for (const day of ['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01']) assert.ok(isDate(day), day)
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2000-05-99',
      '2000-13-01',
      '2000-00-10',
      '2000-1-1',
      '',
      'today',
      null,
      7,
    ])
      assert.ok(!isDate(text), String(text))
  })
  test('a month later is the same day, or the last one of a shorter month', () => {
    assert.equal(addMonths('2025-08-31', 6), '2026-02-28')
    assert.equal(addMonths('2024-08-31', -6), '2024-02-29')
    assert.equal(addMonths('2025-12-01', -3), '2025-09-01')
    assert.equal(addDuration('2025-01-31', 'P6M', 1), '2025-07-31')
    assert.equal(addDuration('2025-09-01', 'P180D', 1), '2026-02-28')
  })
  test('adding and taking away days gives the day back', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01', days)),
        fc.integer({ min: -5000, max: 5000 }),
        (day, days) => {
          assert.equal(addDays(addDays(day, days), -days), day)
          assert.ok(isDate(addDays(day, days)))
        },
      ),
    ))
})
