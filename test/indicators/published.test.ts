// Figures of others beside ours, in the real register as it ships: the Article 7 reporting rates that were published.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listPublishedFigures } from '../../src/indicators/published.ts'
import { loadExercise, loadRegister } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

describe('figures that others published', () => {
  test('stand beside ours for the same year and day, with what explains them', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const figures = await listPublishedFigures(db, { indicator: 'siem-reap-angkor-draft-2024-08/7.1' })
      const find = (number: number) => figures.find((figure) => figure.number === number)!
      for (const { ours } of figures) assert.equal(ours?.numerator ?? null, null, 'reports are not held')

      const first = find(54)
      assert.equal(first.ours?.denominator, 156)
      assert.equal(first.ours?.status, 'not known')
      assert.deepEqual(first.findings, [
        '85 of 156 is 54.49 %, which rounds to the 54 % published',
        'Another figure for the same year says 56 %, as of 2011-12-02',
      ])

      const second = find(52)
      assert.deepEqual(
        second.ours?.notDue.map(({ actor, dueOn }) => [actor, dueOn]),
        [['SSD', '2012-01-05']],
      )
      assert.deepEqual(second.findings, [
        'Of 157, any number from 81 to 82 gives 52 %',
        'Of the 156 whose report was due by then, only 81 gives 52 %',
      ])

      // 101 missing of 162 do not give 37 %; Oman's first report was not due yet.
      const third = find(37)
      assert.deepEqual([third.ours?.denominator, third.ours?.asOf], [162, '2015-06-18'])
      assert.deepEqual(
        third.ours?.notDue.map(({ actor }) => actor),
        ['OMN'],
      )
      assert.deepEqual(third.findings, [
        '61 of 162 would be 37.65 %, not 37 %',
        'Of the 161 whose report was due by then, 60 is 37.27 %, which rounds to the 37 % published',
      ])

      // "in 2003" does not say which year is meant.
      const oldest = (await listPublishedFigures(db)).find((figure) => figure.number === 79)!
      assert.deepEqual([oldest.ours, oldest.findings], [null, []])
      const parties = (await listPublishedFigures(db)).find((figure) => figure.figure === 'states-parties')!
      assert.deepEqual(parties.findings, ['Ours is the same: 166'])
    }, 'register'))

  test('differ from ours by what the register had not received by then', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const figures = await listPublishedFigures(db)
      const rate = figures.find((figure) => figure.figure === 'article-7-reporting-rate')!
      assert.deepEqual(
        [rate.ours?.numerator, rate.ours?.denominator, rate.ours?.value, rate.ours?.status],
        [24, 32, 75, 'known'],
      )
      assert.deepEqual(rate.findings, [
        'Ours is 24 of 32, 75 %, where 81 % was published',
        '26 of 32 is 81.25 %, which rounds to the 81 % published',
        '4 reports of that cycle came after 2025-09-30 and are not in it',
      ])
      const count = figures.find((figure) => figure.figure === 'article-7-reports-received')!
      assert.equal(count.findings[0], 'Ours is 24, where 26 was published')
    }, 'exercise'))
})
