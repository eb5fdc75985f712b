import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { showCohort } from '../../src/indicators/cohort.ts'
import { compareCohort, countCohortYears } from '../../src/indicators/cohort-history.ts'
import { loadExercise, loadRegister } from '../../src/load.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

describe('a cohort over time', () => {
  test('in the exercise: who joined and who left between two days, each with the day', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const asked = {
        cohort: 'states-parties',
        since: '2025-12-01',
        asOf: '2027-12-31',
        knownOn: '2027-12-31',
      }
      const change = (await compareCohort(db, asked))!
      assert.deepEqual(
        change.joined.map((one) => [one.actor, one.on]),
        [['XYG', '2026-03-01']],
      )
      assert.deepEqual(
        change.left.map((one) => [one.actor, one.on]),
        [
          ['XKU', '2027-11-04'],
          ['XKV', '2026-04-08'],
        ],
      )
      const members = async (asOf: string) =>
        (await showCohort(db, { cohort: 'affected', asOf })).members.length
      const affected = (await compareCohort(db, { ...asked, cohort: 'affected' }))!
      assert.equal(
        (await members('2025-12-01')) + affected.joined.length - affected.left.length,
        await members('2027-12-31'),
      )
      const years = await countCohortYears(db, {
        cohort: 'affected',
        asOf: '2027-12-31',
        knownOn: '2027-12-31',
      })
      assert.deepEqual(
        years.filter((one) => one.year >= 2025).map((one) => [one.year, one.members]),
        [
          [2025, await members('2025-12-31')],
          [2026, await members('2026-12-31')],
          [2027, await members('2027-12-31')],
        ],
      )
      // The register of affected States Parties begins in 2024: before it nobody can say, which is not zero.
      const before = years.find((one) => one.year === 2010)
      assert.equal(before?.members, null)
      assert.ok(before!.undetermined > 0)
      await assert.rejects(
        compareCohort(db, { ...asked, since: '2028-01-01' }),
        (error) => error instanceof Problem && error.type === 'usage',
      )
    }, 'exercise'))

  test('in the real register: States Parties at the end of each year; a cohort nobody established has no change', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const on = { asOf: '2026-06-30', knownOn: '2026-06-30' }
      const years = await countCohortYears(db, { cohort: 'states-parties', ...on })
      assert.deepEqual([years[0]?.year, years[0]?.members], [1999, 82])
      assert.deepEqual([years.at(-1)?.on, years.at(-1)?.members], ['2026-06-30', 161])
      assert.equal(await compareCohort(db, { cohort: 'affected', since: '2025-12-01', ...on }), undefined)
    }))
})
