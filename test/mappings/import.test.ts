// A table of somebody else's into the register: every row counted, nothing dropped without a reason, nothing stored twice.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { listDatums } from '../../src/facts/store.ts'
import { importTable, previewTable } from '../../src/mappings/import.ts'
import { locatorIn, placeOf } from '../../src/mappings/locator.ts'
import type { RowFate } from '../../src/mappings/tally.ts'
import { receivedOf } from '../../src/releases/received.ts'
import { count, issuesOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { addStates, fleetMapping, handed, heldMapping, options, ships } from './world.ts'

/** Where a row of the ships stands, with the edition of the file. */
const editionOf = (place: string): string =>
  locatorIn(place, {
    ...{ name: 'ships.csv', receivedOn: '2031-01-01' },
    sha256: createHash('sha256').update(ships).digest('hex'),
  })

describe('a table of others', () => {
  it('is previewed row by row, and nothing is stored', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const fates: RowFate[] = []
      const summary = await previewTable(db, heldMapping(fleetMapping), handed(ships), {
        ...options,
        onFate: (fate) => fates.push(fate),
      })
      assert.deepEqual(summary.rows, { read: 4, new: 2, held: 0, corrected: 0, kept: 0, leftOut: 2 })
      assert.deepEqual(
        summary.leftOut.map(({ reason, rows, examples }) => [reason, rows, examples]),
        [
          ['No ship', 1, [3]],
          ['No actor held has this name: Cartagel', 1, [5]],
        ],
      )
      assert.deepEqual(
        fates.map(({ row, fate, facts, reason }) => [row, fate, facts.join(), reason]),
        [
          [2, 'new', 'ship-2028-XAA-North', ''],
          [3, 'left-out', '', 'No ship'],
          [4, 'new', 'ship-2029-XAB-South', ''],
          [5, 'left-out', '', 'No actor held has this name: Cartagel'],
        ],
      )
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('becomes facts with their source, row and day, once', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      assert.deepEqual((await importTable(db, held, handed(ships), options)).facts, {
        ...{ new: 2, held: 0, corrections: 0, kept: 0 },
      })
      const [first, second] = await listDatums(db, { kind: 'ships-lent' })
      assert.deepEqual(first?.body, { fleet: 'North', ships: 1200, flag: 'red' })
      assert.deepEqual(
        [first?.heldEdtf, first?.locator, first?.knownFrom, first?.source?.title, second?.actor],
        ['2028', editionOf('row 2'), '2030-05-31', 'Almanac of the Fictional League', 'XAB'],
      )
      const events = await count(db, 'event')
      const again = await importTable(db, held, handed(ships), options)
      assert.deepEqual(again.rows, { read: 4, new: 0, held: 2, corrected: 0, kept: 0, leftOut: 2 })
      assert.equal(await count(db, 'event'), events)
      assert.equal(await count(db, 'datum'), 2)
    }))

  it('counts as received from whom its mapping names with an address, with the digest of the file; otherwise as entered', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const from = (source: object) =>
        heldMapping({ ...fleetMapping, source: { ...fleetMapping.source, ...source } })
      const isEntered = async () =>
        (await listDatums(db, { kind: 'ships-lent' })).map(({ actor, entered }) => [actor, entered])
      const marked = { ...options, marks: true, receivedOn: '2030-12-24' }
      // A publisher without an address is a word: nobody can fetch the file there.
      const unnamed = from({ publisher: 'Fictional League' })
      const typed = await importTable(db, unnamed, handed(ships), { ...marked, actor: 'XAA' })
      assert.deepEqual([typed.received, await isEntered()], [null, [['XAA', true]]])
      const named = from({ publisher: 'Fictional League', address: 'https://league.example/almanac' })
      const received = await importTable(db, named, handed(ships), { ...marked, actor: 'XAB' })
      assert.deepEqual(received.received, {
        publisher: 'Fictional League',
        address: 'https://league.example/almanac',
        on: '2030-12-24',
      })
      assert.deepEqual(await isEntered(), [
        ['XAA', true],
        ['XAB', false],
      ])
      const facts = await listDatums(db, { kind: 'ships-lent' })
      const digest = createHash('sha256').update(ships).digest('hex')
      assert.deepEqual(received.files, [{ name: 'ships.csv', sha256: digest }])
      assert.ok(facts.at(-1)?.locator?.includes(`row 4; ships.csv, SHA-256 ${digest.slice(0, 16)}`))
      assert.equal(placeOf(facts.at(-1)!.locator!), 'row 4')
      // What may be published is what was received.
      assert.deepEqual(
        receivedOf(facts).datums.map(({ actor }) => actor),
        ['XAB'],
      )
      assert.equal(receivedOf(facts).entered, 1)
    }))

  it('is stored whole or not at all: a word its vocabulary lacks refuses it by row', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const wrong = `${ships}"5",2029,"Averland","South",8,G\n"6",2029,"Averland","East",many,R\n`
      const issues = await issuesOf(importTable(db, heldMapping(fleetMapping), handed(wrong), options))
      assert.equal(issues.length, 2)
      assert.match(issues[0]!, /line 6.*"flag".*G/)
      assert.match(issues[1]!, /line 7.*Not a number.*many/)
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('refuses two rows of one id that differ, and leaves out one that repeats another', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      const twice = `${ships}"5",2028,Averland,North,"1,200",R\n`
      const summary = await previewTable(db, held, handed(twice), options)
      assert.deepEqual(summary.leftOut.at(-1), {
        ...{ reason: 'Repeats an earlier row word for word', rows: 1, examples: [6] },
      })
      const differing = `${ships}"5",2028,Averland,North,9,R\n`
      const [issue] = await issuesOf(previewTable(db, held, handed(differing), options))
      assert.match(issue!, /line 6.*used in row 2/)
    }))

  it('is taken of one actor alone where that is asked', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const of = { ...options, actor: 'XAB' }
      const summary = await importTable(db, heldMapping(fleetMapping), handed(ships), of)
      assert.deepEqual(summary.rows, { read: 4, new: 1, held: 0, corrected: 0, kept: 0, leftOut: 3 })
      assert.ok(summary.leftOut.some(({ reason }) => reason === 'Of another actor'))
    }))

  it('lacks a column: that is said, with those it has', () =>
    inTestWorld(async (db) => {
      const [issue] = await issuesOf(
        previewTable(db, heldMapping(fleetMapping), handed('Year,State\n2028,Averland\n'), options),
      )
      assert.match(issue!, /column "Fleet" is missing.*Year, State/)
      const twice = 'Year,State,Fleet,Ships,Flag,Ships\n2028,Averland,North,10,R,99\n'
      const issues = await issuesOf(previewTable(db, heldMapping(fleetMapping), handed(twice), options))
      assert.equal(issues.length, 1)
      assert.match(issues[0]!, /column "Ships" stands more than once/)
    }))

  it('counts every row once, whatever stands in it', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      const row = fc.tuple(
        fc.constantFrom('2028', '2029'),
        fc.constantFrom('Averland', 'Belmora', 'Cartagel', 'XA'),
        fc.constantFrom('North', 'South', 'East'),
        fc.constantFrom('0', '7'),
        fc.constantFrom('R', 'R', 'R'),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
          const text = `Year,State,Fleet,Ships,Flag\n${rows.map((one) => one.join(',')).join('\n')}\n`
          const { rows: counted, leftOut } = await previewTable(db, held, handed(text), options)
          const { read, leftOut: out, ...others } = counted
          assert.equal(read, rows.length)
          assert.equal(
            Object.values(others).reduce((sum, one) => sum + one, out),
            read,
          )
          assert.equal(
            leftOut.reduce((sum, one) => sum + one.rows, 0),
            out,
          )
        }),
        { numRuns: 25 },
      )
    }))
})
