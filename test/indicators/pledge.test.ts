// National indicators of a pledge: counts of its parties' own records, with targets. In the exercise, with fictional parties.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { showIndicator } from '../../src/indicators/view.ts'
import { loadExercise, loadRegister } from '../../src/load.ts'
import { inTestWorld } from '../world.ts'

describe('a pledge’s indicators', () => {
  test('count records of the pledge’s parties, and say whether the target is met', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const shown = async (indicator: string, year: number, reading?: string) => {
        const { value, target, status } = await showIndicator(db, {
          indicator: `ihl-pledge-mongolia/${indicator}`,
          year,
          reading,
        })
        return [value, status, target?.state]
      }
      assert.deepEqual(await shown('C3', 2025), [2, 'known', 'missed'])
      assert.deepEqual(await shown('C3', 2026), [4, 'known', 'met'])
      assert.deepEqual(await shown('C4', 2025), [1, 'known', 'met'])
      assert.deepEqual(await shown('C4', 2027), [0, 'known', 'missed'])
      const [mixed] = await shown('C3', 2025)
      const [anyEvent] = await shown('C3', 2025, 'any-event')
      assert.ok(Number(anyEvent) > Number(mixed))
      const events = await showIndicator(db, { indicator: 'ihl-pledge-mongolia/C3', year: 2026 })
      assert.ok(events.members.every((member) => ['XQO', 'xqo-national-society'].includes(member.actor)))
      assert.match(events.target!.words, /at least 3 a year/)
    }, 'exercise'))

  test('are not known where nobody keeps the register, and nothing is missed', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      for (const indicator of ['C1', 'C2', 'C3', 'C4']) {
        const shown = await showIndicator(db, { indicator: `ihl-pledge-mongolia/${indicator}`, year: 2025 })
        assert.deepEqual([shown.value, shown.status, shown.target?.state], [null, 'not known', 'not known'])
      }
    }))
})
