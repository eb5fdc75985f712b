// One engine: what a list of duties, a span of dates and what changed since a day say of a duty is the same.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listChanges } from '../../src/indicators/changes.ts'
import { listDatesBetween } from '../../src/indicators/dates-between.ts'
import { listDuties } from '../../src/indicators/duties-owed.ts'
import { loadExercise } from '../../src/load.ts'
import { deskData } from '../web/desk.ts'
import { inTestWorld } from '../world.ts'

describe('dates of duties', () => {
  test('are the same in the list of duties, between two days, among changes and on a page', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const [since, until] = ['2027-03-31', '2027-12-31']
      const owed = (await listDuties(db, { from: '2027-04-01', until })).filter(
        ({ due, duty, status, applies }) =>
          due !== null &&
          applies === 'yes' &&
          status !== 'ended' &&
          !/\/(entry-into-force|withdrawal)$/.test(duty),
      )
      assert.ok(owed.length > 40, `${owed.length}`)
      const counted = new Map<string, number>()
      for (const { title, due } of owed)
        counted.set(`${due} ${title}`, (counted.get(`${due} ${title}`) ?? 0) + 1)

      const ofDates = (dates: Awaited<ReturnType<typeof listDatesBetween>>): Map<string, number> => {
        const found = new Map<string, number>()
        for (const { on, title, states } of dates)
          if (states !== null) found.set(`${on} ${title}`, (found.get(`${on} ${title}`) ?? 0) + states)
        return found
      }
      const sorted = (found: ReadonlyMap<string, number>) => [...found].sort(([a], [b]) => (a < b ? -1 : 1))
      const between = await listDatesBetween(db, { after: since, until }, until)
      assert.deepEqual(sorted(ofDates(between)), sorted(counted))
      // A withdrawal that an armed conflict puts off takes effect nowhere.
      const left = between.filter(({ kind }) => kind === 'withdrawn').map(({ actor }) => actor)
      assert.ok(left.includes('XKU') && !left.includes('XOV'), left.join())

      const { dates } = await listChanges(db, { since, until, year: 2027 })
      assert.deepEqual(sorted(ofDates(dates)), sorted(counted))

      const data = deskData(db, 'exercise')
      const shown = await data.listDuties({ from: '2027-04-01', until })
      assert.deepEqual(
        shown.map(({ key, due, status }) => [key, due, status]),
        (await listDuties(db, { from: '2027-04-01', until })).map(({ key, due, status }) => [
          key,
          due,
          status,
        ]),
      )
      assert.ok(shown.every(({ name, said }) => name !== '' && said.derivation !== ''))
    }, 'exercise'))
})
