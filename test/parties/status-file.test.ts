// The acts of a treaty of one's own, as a CSV file. The treaty and its States are invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import type { ShippedEvent } from '../../src/parties/status-csv.ts'
import { importStatusFile } from '../../src/parties/status-file.ts'
import { findStatusSource, listStatusEvents } from '../../src/parties/store.ts'
import { describeIssue, Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

const act = (
  actor: string | null,
  name: string,
  kind: ShippedEvent['kind'],
  on: string,
  line: number,
): ShippedEvent => ({
  ...{
    treaty: 'harbour-accord',
    actor,
    name,
    kind,
    notifiedOn: on,
    effectiveOn: null,
    date: on,
    note: null,
    line,
  },
  ...{ basis: null, bracketed: false },
})

const given = [
  act('XQO', 'Quorrela', 'ratification', '2025-02-03', 2),
  act(null, 'Tarvelund', 'accession', '2025-06-30', 3),
]

const fileOf = (events: ShippedEvent[], asOf: string) => ({
  ...{ fileName: 'status.csv', events, asOf, publisher: 'Exercise: harbour office', address: null },
})

const inExercise = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await saveSetting(db, 'today', '2027-12-31')
    await saveActors(db, readActors('exercise/data/actors.csv'))
    await work(db)
  }, 'exercise')

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    return [error.type, ...error.issues.map(describeIssue)].join('\n')
  }
  throw new Error('It was not refused')
}

describe('the acts of a treaty of one’s own', () => {
  it('are stored with who says so, States found by id or by name', () =>
    inExercise(async (db) => {
      const saved = await importStatusFile(db, fileOf(given, '2026-01-31'), 'test')
      assert.deepEqual([saved.recorded, saved.unknownNames], [2, []])
      const held = await listStatusEvents(db, 'harbour-accord')
      assert.deepEqual(
        held.map(({ actor, kind, notifiedOn }) => [actor, kind, notifiedOn]),
        [
          ['XQO', 'ratification', '2025-02-03'],
          ['XTV', 'accession', '2025-06-30'],
        ],
      )
      assert.equal((await findStatusSource(db, 'harbour-accord'))?.asOf, '2026-01-31')
      const again = await importStatusFile(db, fileOf(given, '2026-01-31'), 'test')
      assert.deepEqual([again.recorded, again.unchanged], [0, 2])
    }))

  it('that a later file has no longer are retracted', () =>
    inExercise(async (db) => {
      await importStatusFile(db, fileOf(given, '2026-01-31'), 'test')
      const saved = await importStatusFile(db, fileOf(given.slice(0, 1), '2026-02-28'), 'test')
      assert.equal(saved.retracted, 1)
      assert.equal((await listStatusEvents(db, 'harbour-accord')).length, 1)
      assert.match(
        await refusal(importStatusFile(db, fileOf(given, '2026-01-31'), 'test')),
        /^already-recorded/,
      )
    }))

  it('are refused by line: nobody of this name, a day to come, acts of two treaties', () =>
    inExercise(async (db) => {
      const unknown = [...given, act(null, 'Nowhere', 'accession', '2025-07-01', 4)]
      assert.match(
        await refusal(importStatusFile(db, fileOf(unknown, '2026-01-31'), 'test')),
        /status\.csv, line 4: No State or organisation of this name is known; found "Nowhere"/,
      )
      assert.match(
        await refusal(importStatusFile(db, fileOf(given, '2028-01-01'), 'test')),
        /The file is dated after today/,
      )
      assert.match(
        await refusal(importStatusFile(db, fileOf(given, '2025-03-01'), 'test')),
        /line 3: An act later than the file itself/,
      )
      const two = [...given, { ...given[0]!, treaty: 'other-accord' }]
      assert.match(
        await refusal(importStatusFile(db, fileOf(two, '2026-01-31'), 'test')),
        /acts of one treaty; found "harbour-accord, other-accord"/,
      )
      assert.deepEqual(await listStatusEvents(db, 'harbour-accord'), [])
    }))
})
