// A third treaty, fictional, from a folder in a data folder: its dates worked out by hand. And the second one, which
// ships: nothing of the program knows it.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db, Store } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { addPlan } from '../../src/indicators/added-plans.ts'
import { listDuties } from '../../src/indicators/duties-owed.ts'
import { inEnglish } from '../../src/indicators/names.ts'
import { checkPlanFolder } from '../../src/indicators/plan-folder.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { readStatusCsv } from '../../src/parties/status-csv.ts'
import { importStatusFile } from '../../src/parties/status-file.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { importReports } from '../../src/reports/submit.ts'
import { withInstrumentsHome } from '../instruments-home.ts'
import { inTestStore } from '../world.ts'

const folder = 'examples/safe-ferries'
const input = (name: string) => ({
  name: basename(name),
  bytes: readFileSync(join(folder, 'data', name)),
})
const today = '2027-12-31'

const withFerries = (work: (db: Db, store: Store) => Promise<void>) =>
  inTestStore(async (store) => {
    const db = store.world('exercise')
    await saveSetting(db, 'today', today)
    await saveSetting(db, 'banner', 'Exercise')
    await saveActors(db, readActors('exercise/data/actors.csv'))
    const added = await addPlan(store, folder)
    assert.deepEqual(added.treaty, {
      id: 'safe-ferries',
      title: 'Convention on Safe Ferries among the States of the Exercise',
      duties: 5,
    })
    const events = readStatusCsv(join(folder, 'data', 'status.csv'))
    const publisher = 'Exercise: Government of Vakaleoa'
    const file = { fileName: 'status.csv', events, asOf: today, publisher, address: null }
    await importStatusFile(db, file, 'test')
    const given = { kinds: readShippedKinds(), today, entered: false }
    await importFacts(db, input('facts.csv'), given)
    await importCoverage(db, input('coverage.csv'), given)
    const questionnaires = readShippedQuestions()
    await importReports(db, input('reports.csv'), { questionnaires, today, entered: false })
    await work(db, store)
  })

describe('a treaty in data alone', () => {
  withInstrumentsHome()

  it('has no mistakes and nothing left to decide', () => {
    const { issues, marks, notes, treaty } = checkPlanFolder(folder)
    assert.deepEqual([issues, marks, notes, treaty?.id], [[], [], [], 'safe-ferries'])
  })

  it('makes the duties worked out by hand, each with its day and what met it', () =>
    withFerries(async (db) => {
      const owed = await listDuties(db, {
        instrument: 'safe-ferries',
        from: '2019-01-01',
        until: '2036-12-31',
      })
      const of = (actor: string, duty: string) =>
        owed
          .filter((one) => one.actor === actor && one.duty === `safe-ferries/${duty}`)
          .map(({ instance, due, status, isLate }) => [instance, due, status, isLate])
      // Six years after 1 January 2020, and what the Meeting of 2025 granted; there are old ferries left.
      assert.deepEqual(of('XVK', 'old-ferries'), [[null, '2029-01-01', 'due', null]])
      // On the ninetieth day after 10 March 2021; taken out of service five weeks before the six years were over.
      assert.deepEqual(of('XKW', 'old-ferries'), [[null, '2027-06-08', 'met', false]])
      // The last Meeting before 1 January 2029 opens on 2 October 2028.
      assert.deepEqual(of('XVK', 'extension-request'), [[null, '2028-04-02', 'due', null]])
      // Friday 13 February 2026, ten working days later is Friday 27; Monday 20 December 2027, Monday 3 January.
      assert.deepEqual(
        of('XVK', 'accident-report').map(([, due, status, isLate]) => [due, status, isLate]),
        [['2026-02-27', 'met', true]],
      )
      assert.deepEqual(
        of('XKW', 'accident-report').map(([, due, status]) => [due, status]),
        [['2028-01-03', 'due']],
      )
      const reports = (actor: string) =>
        of(actor, 'report').map(([, due, status, isLate]) => [due, status, isLate])
      // Four months after 1 January 2020, then every 31 March; reports are registered from 2026 on.
      assert.deepEqual(reports('XVK').slice(0, 2), [
        ['2020-05-01', 'not-found', null],
        ['2021-03-31', 'not-found', null],
      ])
      assert.deepEqual(
        reports('XVK').filter(([due]) => String(due) >= '2026' && String(due) < '2029'),
        [
          ['2026-03-31', 'met', false],
          ['2027-03-31', 'met', true],
          ['2028-03-31', 'due', null],
        ],
      )
      // Bound from 8 June 2021: the first report comes after 31 March of that year.
      assert.deepEqual(reports('XKW')[0], ['2021-10-08', 'not-found', null])
      assert.deepEqual(
        reports('XKW').filter(([due]) => String(due) >= '2026' && String(due) < '2028'),
        [
          ['2026-03-31', 'overdue', null],
          ['2027-03-31', 'met', false],
        ],
      )
      // Out from 1 December 2027, twelve months after the notice: nothing is asked of what comes later.
      assert.ok(reports('XNU').every(([due, status]) => String(due) < '2027-12-01' || status === 'ended'))
      // Deposited on 20 November 2027, bound on the ninetieth day; its first days are known already.
      assert.deepEqual(reports('XTE')[0], ['2028-06-18', 'due', null])
      assert.deepEqual(
        of('XVK', 'focal-point').map(([, due, status]) => [due, status]),
        [[null, 'met']],
      )
      assert.deepEqual(
        of('XKW', 'focal-point').map(([, due, status]) => [due, status]),
        [[null, 'undated']],
      )
      const granted = owed.find(({ actor, duty }) => actor === 'XVK' && duty === 'safe-ferries/old-ferries')!
      assert.equal(
        inEnglish(granted.derivation),
        'entered into force on 2020-01-01; Article 3: six years → 2026-01-01; extended by FERRIES2025 to 2029-01-01',
      )
      assert.deepEqual(
        [granted.source.title, granted.source.place, granted.language],
        ['Exercise: Convention on Safe Ferries', 'Article 3', 'en'],
      )
    }))
})

describe('the second treaty that ships', () => {
  it('is named nowhere in the program', () => {
    const files = globSync('{src,bin,scripts,migrations}/**/*.{ts,js,sql,css}')
    assert.ok(files.length > 300)
    const naming = files.filter((file) => /cluster.?munition|\bXXVI-6\b/i.test(readFileSync(file, 'utf8')))
    assert.deepEqual(naming, [])
  })
})
