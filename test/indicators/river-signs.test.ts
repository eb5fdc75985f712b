// The fictional pledge of examples/river-signs: a second pledge of the genre, imported from its text, against values
// worked out by hand from its facts.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { importRecommendations } from '../../src/implementation/recommendations-import.ts'
import { addPlan } from '../../src/indicators/added-plans.ts'
import { listDatesBetween } from '../../src/indicators/dates-between.ts'
import { checkPlanFolder } from '../../src/indicators/plan-folder.ts'
import { listPromisesOwed } from '../../src/indicators/promises-owed.ts'
import { languageOfPlan } from '../../src/indicators/scaffold.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { readShippedPlan } from '../../src/instruments/read.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { withInstrumentsHome } from '../instruments-home.ts'
import { deskData } from '../web/desk.ts'
import { inTestStore } from '../world.ts'

const folder = 'examples/river-signs'
const input = (name: string) => {
  const path = join(folder, 'data', name)
  return { name: basename(path), bytes: readFileSync(path) }
}
const today = '2027-03-31'

// Kinds of fact are read where instruments stand, so not before the tests have put them there.
const options = () => ({ kinds: readShippedKinds(), today, entered: false })

const inPledge = (work: (db: Db) => Promise<void>) =>
  inTestStore(async (store) => {
    const db = store.world('exercise')
    await saveSetting(db, 'today', today)
    await saveActors(db, readActors('exercise/data/actors.csv'))
    await addPlan(store, folder)
    const given = options()
    await importFacts(db, input('facts.csv'), given)
    await importRecommendations(db, { file: input('study.md'), study: 'river-study' }, given)
    await work(db)
  })

describe('a second pledge of the genre, in data alone', () => {
  withInstrumentsHome()

  it('has no mistakes, nothing left to decide, and reads again as it is written down', () => {
    const { issues, marks, notes, instruments } = checkPlanFolder(folder)
    assert.deepEqual([issues, marks, notes], [[], [], []])
    const [held] = instruments
    const read = readShippedPlan(held!)
    assert.equal(languageOfPlan(read), 'fr')
    assert.deepEqual(
      read.indicators.map(({ id, text, unit, line }) => ({ id, text, unit, line })),
      held!.planIndicators,
    )
    assert.deepEqual(
      read.actions.map(({ text }) => text),
      held!.actions.map(({ text }) => text),
    )
    assert.deepEqual(
      held!.sections.map(({ language }) => language),
      ['en', 'en', 'en', 'en'],
    )
    assert.deepEqual(read.unplaced, [])
  })

  it('stands in the world of those who promised alone: in no list, calendar or due date of the other', () =>
    inTestStore(async (store) => {
      const [exercise, register] = [store.world('exercise'), store.world('register')]
      for (const db of [exercise, register]) await saveSetting(db, 'today', today)
      await saveActors(exercise, readActors('exercise/data/actors.csv'))
      await addPlan(store, folder)
      const listed = async (world: 'exercise' | 'register') =>
        (await deskData(store.world(world), world).listPlans()).some(({ id }) => id === 'river-signs')
      const owed = async (db: Db) =>
        (await listPromisesOwed(db, { from: '2026-01-01', until: '2027-12-31', asOf: today })).filter(
          ({ instrument }) => instrument === 'river-signs',
        ).length
      assert.deepEqual([await listed('exercise'), await listed('register')], [true, false])
      assert.ok((await owed(exercise)) > 0)
      assert.equal(await owed(register), 0)
      const dates = await listDatesBetween(register, { after: '2025-12-31', until: '2028-12-31' }, today)
      assert.doesNotMatch(JSON.stringify(dates), /river-signs/)
    }))

  // By hand: three recommendations. The first is taken up by one action, which the National Society reported done though it is the
  // Government's. Of two actions that take up the second one is done. The third was reported done, and later put off again.
  it('counts the recommendations that were reported done, two steps from those who report', () =>
    inPledge(async (db) => {
      const shown = async (reading?: string) => {
        const { value, target, members } = await showIndicator(db, {
          ...{ indicator: 'river-signs/C5', year: 2026, reading },
        })
        return { value, target: target?.state, members }
      }
      await importFacts(db, input('done.csv'), options())
      assert.equal((await shown()).value, null)
      await importCoverage(db, input('coverage.csv'), options())
      const { value, target, members } = await shown()
      assert.deepEqual([value, target], [1, 'not yet'])
      assert.deepEqual(members.map(({ member, state }) => [member, state]).sort(), [
        ['river-study-1', 'counted'],
        ['river-study-2', 'not counted'],
        ['river-study-3', 'not counted'],
      ])
      // Each row rests on everything on its way, whoever of the two wrote it down.
      const rests = members
        .map(({ member, evidence }): [string, string[]] => [member, evidence.map(({ kind }) => kind).sort()])
        .sort()
      assert.deepEqual(rests, [
        ['river-study-1', ['plan-action', 'progress', 'recommendation']],
        ['river-study-2', ['plan-action', 'plan-action', 'progress', 'progress', 'recommendation']],
        ['river-study-3', ['progress', 'recommendation']],
      ])
      assert.equal((await shown('one-action')).value, 2)
      assert.equal((await shown('itself')).value, 0)
      // The page of counted records calls each by its number and words: it has no title.
      const asked = { plan: 'river-signs', indicator: 'C5', year: 2026 }
      const counted = (await deskData(db, 'exercise').showCounted(asked))!
      assert.deepEqual(
        counted.records.map(({ title, read }) => [title!, read.map(({ state }) => state)]).sort(),
        [
          [
            "1 Chaque bateau de secours devrait porter l'emblème sur les deux bords.",
            ['counted', 'counted', 'not counted'],
          ],
          [
            "2 Les équipages devraient savoir ce que l'emblème protège.",
            ['not counted', 'counted', 'not counted'],
          ],
          [
            "3 Le programme des écoles devrait parler de l'emblème.",
            ['not counted', 'not counted', 'not counted'],
          ],
        ],
      )
    }))

  // By hand: the plan stands from 10 February 2026, with timelines. Three meetings of the working group, four promised. Of three
  // events one is for schools alone: two count, and two are promised; over the year all three do. One review, one promised.
  it('gives every value and target of its year as worked out by hand', () =>
    inPledge(async (db) => {
      const shown = async (number: string, reading?: string) => {
        const { value, target } = await showIndicator(db, {
          indicator: `river-signs/${number}`,
          year: 2026,
          reading,
        })
        return [value, target?.state]
      }
      // Before both have said that their records are complete, nobody has missed anything.
      assert.equal((await shown('C2'))[1], 'not known')
      await importCoverage(db, input('coverage.csv'), options())
      assert.deepEqual(await shown('C1'), [1, 'met'])
      assert.deepEqual(await shown('C2'), [3, 'missed'])
      assert.deepEqual(await shown('C3'), [2, 'met'])
      assert.deepEqual(await shown('C3', 'mix-over-year'), [3, 'met'])
      assert.deepEqual(await shown('C4'), [1, 'met'])
      const { members } = await showIndicator(db, { indicator: 'river-signs/C3', year: 2026 })
      assert.deepEqual(members.map(({ actor, state }) => [actor, state]).sort(), [
        ['XNG', 'counted'],
        ['xng-national-society', 'counted'],
        ['xng-national-society', 'not counted'],
      ])
    }))

  it('is carried out by its plan of work, its study’s recommendations wait, its own groups of audience are offered', () =>
    inPledge(async (db) => {
      const shown = (await deskData(db, 'exercise').showImplementation('river-signs'))!
      assert.deepEqual(
        shown.plans.flatMap(({ actions }) => actions.map(({ id, carriesOut }) => [id, carriesOut])),
        [
          ['river-action-1', ['river-signs/1']],
          ['river-action-2', ['river-signs/3']],
        ],
      )
      assert.deepEqual(
        shown.studies.map(({ recommendations, takenUp }) => [
          recommendations.map(({ number, group, language }) => [number, group, language]),
          takenUp,
        ]),
        [
          [
            [
              ['1', 'Bateaux', 'fr'],
              ['2', 'Bateaux', 'fr'],
              ['3', 'Écoles', 'fr'],
            ],
            0,
          ],
        ],
      )
      const { enter } = deskData(db, 'exercise')
      const choices = await enter.listFactChoices({ kind: 'dissemination-event', actor: 'XNG' })
      const offered = choices.audience!.options.map(({ value }) => value)
      for (const group of ['équipages', 'écoles', 'sauveteurs']) assert.ok(offered.includes(group), group)
    }))
})
