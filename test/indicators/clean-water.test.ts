// The fictional accord on drinking water of examples/: a framework of another field, added as data, against values
// worked out by hand from its facts and reports.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db, Store } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { addPlan } from '../../src/indicators/added-plans.ts'
import { showCohort } from '../../src/indicators/cohort.ts'
import { listDatesBetween } from '../../src/indicators/dates-between.ts'
import { checkPlanFolder } from '../../src/indicators/plan-folder.ts'
import { showReporting } from '../../src/indicators/reporting.ts'
import { listValues } from '../../src/indicators/value-lists.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { useInstruments } from '../../src/instrument-folders.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { readStatusCsv } from '../../src/parties/status-csv.ts'
import { importStatusFile } from '../../src/parties/status-file.ts'
import { createRelease } from '../../src/releases/create.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { importReports } from '../../src/reports/submit.ts'
import { createSites } from '../../src/web/app.ts'
import { withInstrumentsHome } from '../instruments-home.ts'
import { deskData } from '../web/desk.ts'
import { inTestStore } from '../world.ts'

const folder = 'examples/clean-water'
const data = (name: string) => join(folder, 'data', name)
const input = (path: string) => ({ name: basename(path), bytes: readFileSync(path) })
const today = '2027-12-31'

const inAccord = (work: (db: Db, store: Store) => Promise<void>) =>
  inTestStore(async (store) => {
    const db = store.world('exercise')
    await saveSetting(db, 'today', today)
    await saveSetting(db, 'banner', 'Exercise')
    await saveActors(db, readActors('exercise/data/actors.csv'))
    await addPlan(store, folder)
    const events = readStatusCsv(data('status.csv'))
    const publisher = 'Exercise: Depositary of the Accord'
    await importStatusFile(
      db,
      { fileName: 'status.csv', events, asOf: today, publisher, address: null },
      'test',
    )
    const given = { kinds: readShippedKinds(), today, entered: false }
    await importFacts(db, input(data('facts.csv')), given)
    const actsCovered =
      'register,from,until,level,stated_by,known_from\nstatus-event,2021-01-01,2028-01-01,complete,Exercise,2021-01-01\n'
    await importCoverage(db, { name: 'acts.csv', bytes: Buffer.from(actsCovered) }, given)
    await importCoverage(db, input(data('coverage.csv')), given)
    for (const name of ['reports-2026.csv', 'reports-2027.json'])
      await importReports(db, input(data(name)), {
        questionnaires: readShippedQuestions(),
        today,
        entered: false,
      })
    await work(db, store)
  })

describe('a framework of another field, in data alone', () => {
  const home = withInstrumentsHome()

  it('has no mistakes and nothing left to decide', () => {
    const { issues, marks, notes, plans } = checkPlanFolder(folder)
    assert.deepEqual([issues, marks, notes], [[], [], []])
    assert.equal(plans[0]!.indicators.size, 17)
  })

  it('gives every value as worked out by hand, member by member', () =>
    inAccord(async (db) => {
      const values = await listValues(db, 'clean-water')
      const figures = (year: number) =>
        Object.fromEntries(
          values
            .filter((value) => value.year === year)
            .map(({ number, numerator, denominator }) => [
              number,
              denominator === null ? `${numerator}` : `${numerator}/${denominator}`,
            ]),
        )
      assert.deepEqual(figures(2026), {
        ...{
          '1.1': '5/9',
          '1.2': '5/9',
          '2.1': '3/9',
          '3.1': '1/4',
          '3.2': '26.75',
          '4.1': '2/4',
          '4.2': '4',
        },
        ...{
          '5.1': '6/9',
          '5.2': '0',
          '6.1': '7/9',
          '6.2': '6/9',
          '7.1': '5/8',
          '8.1': '2/9',
          '8.2': '5/10',
        },
        ...{ '9.1': '5/9', '9.2': '1/3', '10.1': '1' },
      })
      assert.deepEqual(figures(2027), {
        ...{
          '1.1': '8/10',
          '1.2': '6/10',
          '2.1': '6/10',
          '3.1': '3/3',
          '3.2': '31.25',
          '4.1': '3/3',
          '4.2': '4',
        },
        ...{
          '5.1': '7/10',
          '5.2': '1',
          '6.1': '8/10',
          '6.2': '7/10',
          '7.1': '7/9',
          '8.1': '3/10',
          '8.2': '7/13',
        },
        ...{ '9.1': '6/10', '9.2': '2/3', '10.1': '2' },
      })
      assert.deepEqual([...new Set(values.map(({ status }) => status))], ['known'])

      const states = async (indicator: string, year: number) =>
        Object.fromEntries(
          (await showIndicator(db, { indicator: `clean-water/${indicator}`, year })).members.map(
            ({ member, state }) => [member, state],
          ),
        )
      // Vakaleoa did not report; Niuroha, bound since 1 November 2026, has time until 30 April 2027.
      assert.deepEqual(await states('2.1', 2026), {
        ...{ XAU: 'counted', XNG: 'counted', XTZ: 'counted', XBR: 'partly', XQO: 'partly', XZR: 'partly' },
        ...{ XLF: 'not reported', XVK: 'not reported', XNU: 'pending' },
      })
      // Tizcamar reported two months late; Ngwembari did not; Tarvelund, bound since 1 August 2027, has time.
      assert.deepEqual(await states('6.2', 2027), {
        ...{ XAU: 'counted', XBR: 'counted', XLF: 'counted', XNU: 'counted', XQO: 'counted', XVK: 'counted' },
        ...{ XZR: 'counted', XTZ: 'not counted', XNG: 'not reported', XTV: 'pending' },
      })
      // What stands: only Lufembwe, Tizcamar and those that report for the first time said it anew.
      assert.equal((await states('1.1', 2027)).XNG, 'counted')
      assert.equal((await states('1.1', 2027)).XVK, 'not counted')
      const sameDay = { indicator: 'clean-water/4.1', year: 2026, reading: 'same-day' }
      const { numerator, denominator } = await showIndicator(db, sameDay)
      assert.deepEqual([numerator, denominator], [1, 4])
    }))

  it('is frozen in a release that somebody who does not have the plan computes again', () =>
    inAccord(async (db) => {
      const { release, payloadText } = await createRelease(db, { plan: 'clean-water', year: 2027 })
      const file = Buffer.from(fileTextOf({ ...release, payloadText }))
      useInstruments(undefined)
      try {
        const found = verifyRelease(file, 'release.json')
        assert.deepEqual(
          [found.holds, found.release.plan, found.recomputation.findings],
          [true, 'clean-water', []],
        )
      } finally {
        useInstruments(join(home, 'instruments'))
      }
    }))

  it('has parties, reports and dates under its own treaty', () =>
    inAccord(async (db) => {
      const parties = await showCohort(db, { cohort: 'water-parties', asOf: '2026-09-01' })
      assert.deepEqual(
        parties.members.map(({ actor }) => actor),
        ['XAU', 'XBR', 'XLF', 'XNG', 'XQO', 'XTZ', 'XVK', 'XZR'],
      )
      const lead = await showCohort(db, { cohort: 'lead-pipe-parties', asOf: '2027-02-28' })
      assert.equal(lead.members.length, 4)
      const reporting = await showReporting(db, { obligation: 'clean-water', year: 2027 })
      assert.deepEqual([reporting.count.received, reporting.count.due, reporting.coversYear], [8, 9, 2026])
      const dates = await listDatesBetween(db, { after: today, until: '2028-12-31' }, today)
      assert.deepEqual(
        dates
          .filter((one) => one.treaty === 'clean-water')
          .map(({ kind, on, article }) => [kind, on, article]),
        [
          // A first report, on a day of its own.
          ['report-due', '2028-01-28', '6'],
          ['report-due', '2028-06-30', '6'],
        ],
      )
    }))

  it('has its pages, in English and Mongolian, as every plan has', () =>
    inAccord(async (db) => {
      const sites = createSites({
        world: 'exercise',
        banner: 'Exercise',
        data: deskData(db, 'exercise'),
        today: () => today,
      })
      const ask = async (language: string, path: string): Promise<string> => {
        const base = language === 'en' ? '/exercise' : `/${language}/exercise`
        const site = sites.find((one) => one.base === base)!
        const answer = await site.fetch(new Request(`http://localhost${path}`))
        assert.equal(answer.status, 200, `${language} ${path}`)
        return answer.text()
      }
      const pages: [string, RegExp][] = [
        ['/plans', /Programme of Action 2026-2027/],
        ['/plans/clean-water', /80\.0%/],
        ['/plans/clean-water/3.1?year=2027', /100\.0%/],
        ['/plans/clean-water/4.1?year=2026', /nitrate/],
        ['/plans/clean-water/sections/III', /Warn the public/],
        ['/plans/clean-water/actions/7', /laboratory fund/],
        ['/plans/clean-water/compare', /\+24\.4/],
        ['/cohorts/water-short-parties', /Ngwembari/],
        ['/reports?obligation=clean-water&year=2027', /Annual report on drinking water/],
        ['/reports/XLF:clean-water:2026:1', /not published/],
        ['/conventions/clean-water', /Accord on Clean Drinking Water/],
        ['/treaties/clean-water', /Kerawelo/],
        ['/states/XNU', /Accord on Clean Drinking Water/],
        ['/search?q=nitrate', /nitrate/],
        ['/enter/reports/new?obligation=clean-water', /drinking water/],
        ['/plans/clean-water.csv', /10\.1/],
        ['/plans/clean-water/8.2.json?year=2026', /"numerator": ?5/],
      ]
      for (const [path, words] of pages) assert.match(await ask('en', path), words, path)
      assert.doesNotMatch(await ask('en', '/conventions/clean-water'), /Article 5/)
      assert.match(await ask('mn', '/cohorts/water-parties'), /Цэвэр ундны усны тухай хэлэлцээрийн талууд/)
      // A sentence of its own that nobody translated is said in English and marked as such.
      assert.match(
        await ask('mn', '/plans/clean-water/7.1?year=2026'),
        /lang="en"[^>]*>[^<]*Parties assessed for the year/,
      )
    }))
})
