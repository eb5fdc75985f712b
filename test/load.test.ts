// What ships comes into a store in which people have worked: it is always taken in, and never over what they entered.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { findSetting, saveSetting } from '../src/db/setting-store.ts'
import type { Db } from '../src/db/store.ts'
import { listCoverage } from '../src/facts/coverage-store.ts'
import { importFacts } from '../src/facts/import.ts'
import { importCoverage } from '../src/facts/import-coverage.ts'
import { listDatums } from '../src/facts/store.ts'
import { loadExercise, loadRegister } from '../src/load.ts'
import { shippedStatus } from '../src/parties/status-csv.ts'
import { findStatusSource, listStatusEvents, saveStatusEvents } from '../src/parties/store.ts'
import { readShippedKinds } from '../src/reports/shipped.ts'
import { count, fileOf } from './facts/world.ts'
import { inTestWorld } from './world.ts'

/** Loads again as a Pacta whose shipped files are others would; what it said of it. */
const loadAnother = async (
  db: Db,
  load: typeof loadRegister,
  key = 'loaded:register',
): Promise<{ said: string[] }> => {
  const said: string[] = []
  const hash = await findSetting(db, key)
  await saveSetting(db, key, 'the hash of other files')
  assert.equal(await load(db, (text) => said.push(text)), true)
  assert.equal(await findSetting(db, key), hash)
  assert.equal(await load(db), false)
  return { said }
}

describe('what ships, in a store in use', () => {
  it('is loaded once, and again without a word where nothing in it contradicts what is held', () =>
    inTestWorld(async (db) => {
      const said: string[] = []
      assert.equal(await loadRegister(db, (text) => said.push(text)), true)
      assert.equal(await loadRegister(db), false)
      const held = await count(db, 'datum')
      said.push(...(await loadAnother(db, loadRegister)).said)
      assert.deepEqual(said, [])
      assert.equal(await count(db, 'datum'), held)
    }))

  it('leaves a status alone of which a newer page is held', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const { source, events } = shippedStatus().find((status) => status.source.treaty === 'mine-ban')!
      const fewer = events.filter((event) => !(event.actor === 'MNE' && event.kind === 'succession'))
      await saveStatusEvents(db, { ...source, asOf: '2026-07-15' }, fewer)
      const { said } = await loadAnother(db, loadRegister)
      assert.deepEqual(said, [
        'The status of "mine-ban" stays as at 2026-07-15; the shipped one is of 2026-02-03.',
      ])
      assert.equal((await findStatusSource(db, 'mine-ban'))?.asOf, '2026-07-15')
      assert.equal((await listStatusEvents(db, 'mine-ban')).length, fewer.length)
    }))

  it('keeps a fact as it is held where the shipped row was edited since, and takes in the rest', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const held = await count(db, 'datum')
      await sql`update datum set body = jsonb_set(body, '{deadline}', '"2001-01-01"')
                 where external_id = 'apmbc-0001'`.execute(db)
      await sql`delete from datum where external_id = 'apmbc-0235'`.execute(db)
      const { said } = await loadAnother(db, loadRegister)
      assert.equal(said.length, 1)
      assert.match(
        said[0]!,
        /^Left out of the register.*apmbc-facts.csv, line 2, cell A2: Another fact is stored.*"apmbc-0001"/,
      )
      const [datum] = await listDatums(db, { externalId: 'apmbc-0001' })
      assert.equal(datum?.body.deadline, '2001-01-01')
      assert.equal(await count(db, 'datum'), held)
    }))

  it('counts what it leaves out where a newer version of what ships changes many facts at once', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      // As they were before facts of deadlines named their treaty.
      await sql`update datum set body = body - 'treaty' where kind = 'completion'`.execute(db)
      const { said } = await loadAnother(db, loadRegister)
      assert.equal(said.length, 6)
      assert.match(said[5]!, /^Left out of the register in the same way: \d+ more of apmbc-facts.csv$/)
    }))

  it('leaves a fact that people superseded superseded', () =>
    inTestWorld(async (db) => {
      await loadRegister(db)
      const own =
        'id,actor,kind,known_from,supersedes,source_title,body.article,body.deadline\n' +
        'own-1,AFG,deadline,2026-11-22,apmbc-0001,A letter,5,2030-03-01\n'
      await importFacts(db, fileOf('own.csv', own), { kinds: readShippedKinds(), today: '2026-12-31' })
      const held = await count(db, 'datum')
      assert.deepEqual((await loadAnother(db, loadRegister)).said, [])
      assert.equal(await count(db, 'datum'), held)
    }))

  it("keeps people's word on the reach of a register against the shipped one of the same day", () =>
    inTestWorld(async (db) => {
      const own = 'register,from,level,stated_by,known_from\ncompletion,2000-01-01,none,User,2026-11-21\n'
      await importCoverage(db, fileOf('own.csv', own), { kinds: readShippedKinds(), today: '2026-12-31' })
      const said: string[] = []
      assert.equal(await loadRegister(db, (text) => said.push(text)), true)
      assert.equal(said.length, 1)
      assert.match(said[0]!, /coverage.csv, line \d+, cell D\d+: Contradicts "none" for 2000-01-01/)
      const levels = (await listCoverage(db, 'completion')).map((one) => [one.statedBy, one.level])
      assert.deepEqual(levels, [['User', 'none']])
      assert.ok((await listCoverage(db, 'deadline')).length > 0)
    }))

  it('leaves a report of the exercise as it is held, and goes on with the others', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const held = await count(db, 'report_version')
      const { rows } = await sql<{ reportId: string }>`
        update report_version set submission_sha256 = 'another'
         where report_id = (select report_id from report_version
                             where obligation = 'article-7' and covers_year = 2025 and version = 1
                             order by actor_id limit 1)
        returning report_id`.execute(db)
      assert.equal(rows.length, 1)
      const { said } = await loadAnother(db, loadExercise, 'loaded:exercise')
      assert.equal(said.length, 1)
      assert.match(said[0]!, /^Left out of the exercise.*reports-\d+.json, \[\d+\]: .*says something else/)
      assert.equal(await count(db, 'report_version'), held)
    }, 'exercise'))
})
