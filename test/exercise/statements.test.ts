// What stands below the pages of the fictional depositary fits its acts, names nobody real, and is shown as read from there.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { dataFolder } from '../../exercise/generate.ts'
import { states } from '../../exercise/world/states.ts'
import { loadExercise } from '../../src/load.ts'
import { readStatementsCsv } from '../../src/parties/statement-csv.ts'
import { readStatusCsv, readStatusSources } from '../../src/parties/status-csv.ts'
import { treatyStatements } from '../../src/web/held/statements.ts'
import { inTestWorld } from '../world.ts'

const pages = readStatementsCsv(join(dataFolder, 'statements.csv'))
const acts = readStatusCsv(join(dataFolder, 'status.csv'))

describe('statements of the exercise', () => {
  test('are made by States of the exercise, on the day of the act upon which they were made', () => {
    const codes = new Set(states.map(({ code }) => code))
    for (const [treaty, { list }] of pages)
      for (const one of list) {
        const what = `${treaty}, ${one.name}, ${one.what}`
        assert.ok(codes.has(one.actor!), what)
        assert.ok(
          one.against.every((code) => codes.has(code)),
          what,
        )
        assert.match(one.words!, /^Exerci[sc]e ?: /, what)
        if (one.upon === null || one.madeOn === null) continue
        const act = acts.find(
          ({ treaty: of, actor, kind }) => of === treaty && actor === one.actor && kind === one.upon,
        )
        assert.equal(act?.notifiedOn, one.madeOn, what)
      }
  })

  test('an objection comes after what it is against, and a withdrawal takes back what was said', () => {
    const { list } = pages.get('mine-ban')!
    const reservation = list.find(({ what }) => what === 'reservation')!
    const against = list.filter(({ what }) => what === 'objection')
    assert.equal(against.length, 2)
    for (const one of against) {
      assert.deepEqual(one.against, [reservation.actor])
      assert.ok(one.madeOn! > reservation.madeOn!)
    }
    const back = list.find(({ what }) => what === 'withdrawal-of-statement')!
    assert.equal(back.actor, reservation.actor)
    assert.ok(back.withdrawnOn! > reservation.madeOn!)
  })

  test('stand on the page of their treaty as read from its status page', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      for (const { treaty, asOf } of readStatusSources(join(dataFolder, 'status-source.csv'))) {
        const { readAsOf, list } = await treatyStatements(db, { treaty, knownOn: asOf })
        assert.equal(readAsOf, asOf)
        assert.deepEqual(
          list.map(({ words }) => words).sort(),
          pages
            .get(treaty)!
            .list.map(({ words }) => words)
            .sort(),
        )
        assert.ok(list.every(({ entered, source }) => !entered && source?.date === asOf))
      }
    }, 'exercise'))
})
