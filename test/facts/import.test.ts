import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Change } from '../../src/db/events.ts'
import { onEvent } from '../../src/db/events.ts'
import type { Db } from '../../src/db/store.ts'
import { knownOn } from '../../src/facts/datum.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { inTestWorld } from '../world.ts'
import { addActors, count, fileOf, issuesOf, kinds } from './world.ts'

const options = { kinds, today: '2025-12-31' }
const importText = (db: Db, text: string, name = 'facts.csv') => importFacts(db, fileOf(name, text), options)

const header =
  'id,actor,kind,date,known_from,supersedes,retracts,source_title,source_address,source_date,note,body.mines'
const retained = (rows: string[]) => [header, ...rows].join('\n')
const first = 'r1,XAA,retained-mines,2013,2014-04-30,,,Report of XAA,https://example.org/1,,,>18139'

describe('recording facts', () => {
  it('keeps a fact with its times, its precision, its comparator and its source', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const summary = await importText(db, retained([first]))
      assert.deepEqual(summary, { recorded: 1, alreadyHeld: 0, duplicates: [], questions: [] })
      const [datum] = await listDatums(db, { actor: 'XAA' })
      assert.ok(datum !== undefined)
      const { heldFrom, heldUntil, heldEdtf, knownFrom, body, source, entered, externalId } = datum
      assert.deepEqual(
        [heldFrom, heldUntil, heldEdtf, knownFrom],
        ['2013-01-01', '2014-01-01', '2013', '2014-04-30'],
      )
      assert.deepEqual(body, { mines: 18139, minesComparator: '>' })
      assert.deepEqual(source, {
        title: 'Report of XAA',
        address: 'https://example.org/1',
        publisher: null,
        published: null,
      })
      assert.deepEqual([entered, externalId], [true, 'r1'])
    }))

  it('the same file again changes nothing, and CSV and JSON of one fact are the same fact', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await importText(db, retained([first]))
      assert.deepEqual(await importText(db, retained([first])), {
        recorded: 0,
        alreadyHeld: 1,
        duplicates: [],
        questions: [],
      })
      const asJson = JSON.stringify([
        {
          id: 'r1',
          actor: 'XAA',
          kind: 'retained-mines',
          date: '2013',
          known_from: '2014-04-30',
          source: { title: 'Report of XAA', address: 'https://example.org/1' },
          body: { mines: 18139, minesComparator: '>' },
        },
      ])
      assert.equal((await importText(db, asJson, 'facts.json')).alreadyHeld, 1)
      assert.equal(await count(db, 'datum'), 1)
      assert.equal(await count(db, 'event'), 1)
    }))

  for (const [published, from, knownFrom] of [
    ['2025-12', '2025-12-05', '2025-12-05'],
    ['2025', '2025-12-05', '2025-12-05'],
    ['2025-11', '2025-12-05', '2025-11-30'],
    ['2025-12-05', '2025-12-05', '2025-12-05'],
  ] as const)
    it(`of a document of ${published}, recorded on ${from}, is known since ${knownFrom}, whenever the file is read again`, () =>
      inTestWorld(async (db) => {
        await addActors(db)
        const file = fileOf('facts.csv', retained([`r1,XAA,retained-mines,2013,,,,Report,,${published},,5`]))
        await importFacts(db, file, { kinds, today: from })
        for (const today of [from, '2025-12-20', '2026-04-01'])
          assert.equal((await importFacts(db, file, { kinds, today })).alreadyHeld, 1, today)
        assert.deepEqual(
          (await listDatums(db, { actor: 'XAA' })).map((one) => one.knownFrom),
          [knownFrom],
        )
      }))

  it('of a document of a month to come is refused, and so is another one under the same id', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const of = (published: string) => retained([`r1,XAA,retained-mines,2013,,,,Report,,${published},,5`])
      assert.match((await issuesOf(importText(db, of('2026-01'))))[0]!, /The source's date lies ahead/)
      await importText(db, of('2025-12'))
      assert.match(
        (await issuesOf(importText(db, of('2025-11'))))[0]!,
        /Another fact is stored under this id/,
      )
    }))

  it('a row repeated word for word is stored once and named', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const summary = await importText(db, retained([first, first]))
      assert.equal(summary.recorded, 1)
      assert.deepEqual(
        summary.duplicates.map(({ id, line }) => [id, line]),
        [['r1', 3]],
      )
    }))

  it('a changed row under the same id is refused: facts are superseded, not overwritten', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await importText(db, retained([first]))
      const [issue] = await issuesOf(importText(db, retained([first.replace('>18139', '17000')])))
      assert.match(
        issue!,
        /line 2, cell A2: .*superseded, not overwritten.*a new id, with "r1" in the column supersedes/,
      )
      assert.equal((await listDatums(db))[0]?.body.mines, 18139)
    }))

  it('a superseding fact takes over from the day it is known, in a later file or the same one', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const second = 'r2,XAA,retained-mines,2013,2015-01-10,r1,,Letter,https://example.org/2,,,17000'
      await importText(db, retained([first]))
      await importText(db, retained([second]))
      await importText(
        db,
        retained(['r3,XAA,retained-mines,2013,2016-02-01,,r2,Letter,https://example.org/3,,withdrawn,']),
      )
      const datums = await listDatums(db, { actor: 'XAA' })
      const known = (day: string) => knownOn(datums, day).map((datum) => datum.externalId)
      assert.deepEqual(known('2014-04-29'), [])
      assert.deepEqual(known('2014-04-30'), ['r1'])
      assert.deepEqual(known('2015-01-09'), ['r1'])
      assert.deepEqual(known('2015-01-10'), ['r2'])
      assert.deepEqual(known('2016-02-01'), [])
      assert.equal((await importText(db, retained([second]))).alreadyHeld, 1)
    }))

  it('marks what people enter as entered here, whatever its source, and nothing that ships or is in an exercise', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const line = (id: string, audience: string) =>
        `id,actor,kind,known_from,source_title,source_address,body.audience\n${id},XAA,outreach,2025-02-01,Letter,https://example.org,${audience}\n`
      await importText(db, line('o1', 'students; teachers'))
      const unsourced =
        'id,actor,kind,known_from,body.audience,body.open\no2,XAA,outreach,2025-02-01,students,yes\n'
      await importFacts(db, fileOf('e.csv', unsourced), { ...options, entered: false })
      const datums = await listDatums(db)
      assert.deepEqual(
        datums.map((datum) => datum.entered),
        [true, false],
      )
      assert.deepEqual(
        datums.map((datum) => datum.body),
        [{ audience: ['students', 'teachers'] }, { audience: ['students'], open: true }],
      )
    }))

  it('compares a file with thousands of facts held of one actor and kind, however old the statistics are', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await importText(db, retained([first]))
      await sql`analyze datum`.execute(db)
      const row = (i: number, supersedes = '') =>
        `m${i},XAA,retained-mines,2013,2024-01-01,${supersedes},,Report,https://example.org,,,${i}`
      const rows = Array.from({ length: 3000 }, (_, i) => row(i))
      await importText(db, retained(rows))
      const corrected = [...rows, row(3000, 'm0'), row(3001, 'r1')]
      assert.deepEqual(await importText(db, retained(corrected)), {
        recorded: 2,
        alreadyHeld: 3000,
        duplicates: [],
        questions: [],
      })
      assert.equal((await importText(db, retained(corrected))).alreadyHeld, 3002)
    }))

  it('an event takes its day from when it happened, and one day has no end', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await importText(
        db,
        'id,actor,kind,date,source_title,source_date,body.amount,body.paidOn\np1,XAA,payment,,Invoice,2025-03,12.50,2025-02-03\np2,XAA,payment,2025-02-04,Invoice,2025-03,1,2025-02-04\n',
      )
      const times = (await listDatums(db)).map((datum) => [datum.heldFrom, datum.heldUntil, datum.knownFrom])
      assert.deepEqual(times, [
        ['2025-02-03', null, '2025-03-31'],
        ['2025-02-04', null, '2025-03-31'],
      ])
    }))

  it('tells listeners what it touched, in the same transaction', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const heard: Change[] = []
      const stop = onEvent(async (trx, event) => {
        heard.push(...event.detail.changes)
        assert.equal(await count(trx as Db, 'datum'), 1)
      })
      try {
        await importText(db, retained([first]))
      } finally {
        stop()
      }
      assert.deepEqual(heard, [{ kind: 'retained-mines', actor: 'XAA', heldFrom: '2013-01-01' }])
    }))

  it('tells listeners also from which day what it takes the place of held', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      await importText(db, retained([first]))
      const heard: Change[] = []
      const stop = onEvent(async (_, event) => void heard.push(...event.detail.changes))
      const from = (year: number) => ({ kind: 'retained-mines', actor: 'XAA', heldFrom: `${year}-01-01` })
      try {
        await importText(db, retained(['r2,XAA,retained-mines,2015,2016-01-10,r1,,Letter,,,,17000']))
        assert.deepEqual(heard.splice(0), [from(2015), from(2013)])
        await importText(db, retained(['r3,XAA,retained-mines,2017,2018-02-01,,r2,Letter,,,,']))
        assert.deepEqual(heard.splice(0), [from(2017), from(2015)])
        // A row of the same file tells its own day.
        const rows = ['r4,XAA,retained-mines,2019,2020-01-10,,,Letter,,,,1']
        await importText(db, retained([...rows, 'r5,XAA,retained-mines,2018,2021-01-10,r4,,Letter,,,,2']))
        assert.deepEqual(heard, [from(2019), from(2018)])
      } finally {
        stop()
      }
    }))

  it('a listener that fails takes the facts with it', () =>
    inTestWorld(async (db) => {
      await addActors(db)
      const stop = onEvent(() => Promise.reject(new Error('no')))
      try {
        await assert.rejects(importText(db, retained([first])), /no/)
      } finally {
        stop()
      }
      assert.deepEqual(
        [await count(db, 'datum'), await count(db, 'event'), await count(db, 'source')],
        [0, 0, 0],
      )
    }))
})
