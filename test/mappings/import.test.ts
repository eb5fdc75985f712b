// A table of somebody else's into the register: every row counted, nothing dropped without a reason, nothing stored twice.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { knownOn } from '../../src/facts/datum.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { importTable, previewTable, type RowFate } from '../../src/mappings/import.ts'
import { locatorIn, placeOf } from '../../src/mappings/locator.ts'
import { receivedOf } from '../../src/releases/received.ts'
import { count, issuesOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { addStates, fleetMapping, handed, heldMapping, kinds, options } from './world.ts'

const ships = `"","Year","State","Fleet","Ships","Flag"
"1",2028,"Averland","North","1,200",R
"2",2028,"Belmora","North",0,B
"3",2029,"Belmora","South",2.5,B
"4",2029,"Cartagel","South",7,B
`

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

  it('that says something else than before corrects what is held, and says which row and what', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      await importTable(db, held, handed(ships), options)
      // A row above it moves it down: where it stands is no news.
      const newer = ships.replace('"3",2029', '"9",2028,Averland,East,0,R\n"3",2029').replace('2.5', '3')
      const summary = await importTable(db, held, handed(newer), options)
      assert.deepEqual(summary.rows, { read: 5, new: 0, held: 1, corrected: 1, kept: 0, leftOut: 3 })
      assert.deepEqual(summary.corrections, [
        {
          row: 5,
          id: 'ship-2029-XAB-South',
          actor: 'XAB',
          fields: [{ field: 'ships', was: 2.5, now: 3 }],
        },
      ])
      const facts = await listDatums(db, { actor: 'XAB' })
      const [old, now] = [
        facts.find((one) => one.supersedes === null),
        facts.find((one) => one.supersedes !== null),
      ]
      assert.equal(now?.supersedes, old?.datumId)
      assert.equal(now?.externalId, 'ship-2029-XAB-South~2')
      // The older table again: its word was held before, and is no correction of the newer one.
      assert.equal((await importTable(db, held, handed(ships), options)).rows.corrected, 0)
    }))

  it('gives back no fact that was taken back here', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      await importTable(db, held, handed(ships), options)
      const back = `id,actor,kind,retracts,known_from,source_title\nback,XAA,ships-lent,ship-2028-XAA-North,2030-12-01,A letter\n`
      await importFacts(
        db,
        { name: 'back.csv', bytes: new TextEncoder().encode(back) },
        { kinds, today: '2031-01-01' },
      )
      const changed = ships.replace('1,200', '1,300')
      const summary = await importTable(db, held, handed(changed), options)
      assert.deepEqual([summary.rows.kept, summary.rows.corrected, summary.facts.kept], [1, 0, 1])
      const { held: alike, kept } = (await importTable(db, held, handed(ships), options)).rows
      assert.deepEqual([alike, kept], [1, 1])
    }))

  it('that returns to an earlier figure in a later edition is heard; an older edition, or a word corrected here, is told as kept', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const { date: _, ...source } = fleetMapping.source
      const held = heldMapping({ ...fleetMapping, source })
      const take = (count: number, receivedOn?: string) =>
        importTable(db, held, handed(`Year,State,Fleet,Ships,Flag\n2028,Averland,North,${count},R\n`), {
          ...options,
          receivedOn,
        })
      const standing = async () =>
        knownOn(await listDatums(db, { kind: 'ships-lent' }), '2031-01-01').map(({ body }) => body.ships)
      await take(10, '2030-01-01')
      await take(12, '2030-02-01')
      assert.deepEqual((await take(10, '2030-02-01')).kept, [
        {
          ...{ row: 2, id: 'ship-2028-XAA-North~2', actor: 'XAA' },
          fields: [{ field: 'ships', was: 12, now: 10 }],
          why: 'An earlier word, no later than what is held',
        },
      ])
      // The first file again, with no day said: it would be known from today.
      assert.match((await take(10)).kept[0]!.why, /a file imported before/)
      assert.deepEqual(await standing(), [12])
      assert.equal((await take(10, '2030-03-01')).rows.corrected, 1)
      assert.deepEqual(await standing(), [10])
      const hand = JSON.stringify([
        {
          ...{ id: 'hand', actor: 'XAA', kind: 'ships-lent', supersedes: 'ship-2028-XAA-North~3' },
          ...{ known_from: '2030-04-01', source: { title: 'A letter' }, date: '2028', note: 'counted again' },
          body: { fleet: 'North', ships: 11, flag: 'red' },
        },
      ])
      await importFacts(
        db,
        { name: 'hand.json', bytes: new TextEncoder().encode(hand) },
        { kinds, today: '2031-01-01' },
      )
      assert.match((await take(10, '2030-05-01')).kept[0]!.why, /corrected here/)
      assert.deepEqual(await standing(), [11])
    }))

  it('tells what an earlier edition had and this one has not, and keeps it held', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(fleetMapping)
      assert.equal((await importTable(db, held, handed(ships), options)).gone.facts, 0)
      const newer = ships.replace('"1,200"', '0').replace(/"3".*\n/, '')
      const fates: RowFate[] = []
      const { gone } = await previewTable(db, held, handed(newer), {
        ...options,
        onFate: (fate) => fates.push(fate),
      })
      assert.deepEqual(gone, {
        facts: 2,
        examples: [
          { id: 'ship-2028-XAA-North', kind: 'ships-lent', actor: 'XAA' },
          { id: 'ship-2029-XAB-South', kind: 'ships-lent', actor: 'XAB' },
        ],
      })
      assert.deepEqual(
        fates.flatMap(({ fate, row, facts }) => (fate === 'gone' ? [[row, facts.join()]] : [])),
        [
          [null, 'ship-2028-XAA-North'],
          [null, 'ship-2029-XAB-South'],
        ],
      )
      const one = await importTable(db, held, handed(newer), { ...options, actor: 'XAB' })
      assert.equal(one.gone.facts, 1)
      assert.equal(await count(db, 'datum'), 2)
      // A figure corrected in its row is in the edition.
      await importTable(db, held, handed(ships.replace('2.5', '3')), options)
      assert.equal((await importTable(db, held, handed(ships.replace('2.5', '3')), options)).gone.facts, 0)
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

describe('a table beside the file', () => {
  const votes = {
    ...fleetMapping,
    values: { ...fleetMapping.values, day: '{Year}' },
    actors: { spellings: 'names.csv', over: 'day' },
    tables: {
      votes: {
        title: 'who lent',
        reads: { format: 'csv' },
        key: { from: 'fleet', as: 'integer' },
        of: '{Number}',
      },
    },
    leaveOut: [],
    facts: [
      {
        kind: 'ships-lent',
        id: 'ship-{Number}',
        actor: 'XAA',
        date: '{Year}',
        fields: {
          fleet: { from: 'Number' },
          ships: 1,
          lenders: { gather: 'votes', from: 'State', as: 'actors', where: { vote: 'yes' } },
          voters: { gather: 'votes', count: true, where: { vote: { not: ['none'] } } },
        },
      },
    ],
  }
  const names =
    'name,actor,from,until,why\nBelmora,old-belmora,,2028,a kingdom until 2028\nBelmora,XAB,2029,,a republic since\nDuchy,,,,no actor of its own is held\n'
  const fleets = 'Number,Year,State\n1,2028,Averland\n2,2029,Averland\n'
  const cast =
    'fleet,State,vote\n1.0,Belmora,yes\n2.0,Belmora,yes\n1.0,Averland,no\n1.0,Duchy,yes\n3.0,Averland,yes\n2.0,Averland,none\n'

  it('is gathered row by row, each name at its time, and every row of it is counted', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(votes, { 'names.csv': names })
      const summary = await importTable(db, held, handed(fleets, { votes: gzipSync(cast) }), options)
      const facts = await listDatums(db, { kind: 'ships-lent' })
      assert.deepEqual(
        facts.map(({ body }) => [body.fleet, body.lenders, body.voters]),
        [
          ['1', ['old-belmora'], 3],
          ['2', ['XAB'], 1],
        ],
      )
      const [beside] = summary.beside
      assert.deepEqual([beside?.read, beside?.used], [6, 3])
      assert.deepEqual(
        beside?.leftOut.map(({ reason, examples }) => [reason, examples]),
        [
          ['Belongs to no row of the file that is taken', [6, 7]],
          ['no actor of its own is held: Duchy', [5]],
        ],
      )
      assert.deepEqual(
        summary.names.map(({ name, rows, why }) => [name, rows, why]),
        [['Duchy', 1, 'no actor of its own is held']],
      )
    }))

  it('that is missing is asked for by its name', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(votes, { 'names.csv': names })
      await assert.rejects(previewTable(db, held, handed(fleets), options), /--with votes=FILE/)
    }))

  it('with a key it cannot read refuses the whole', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const held = heldMapping(votes, { 'names.csv': names })
      const issues = await issuesOf(
        importTable(db, held, handed(fleets, { votes: `${cast}one,Averland,yes\n` }), options),
      )
      assert.match(issues[0]!, /votes\.csv.*line 8.*Not a whole number.*one/)
    }))

  it('looked up by a key that two rows share is refused', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const looked = {
        ...votes,
        facts: [{ ...votes.facts[0]!, fields: { fleet: '{votes.vote}', ships: 1 } }],
      }
      const held = heldMapping(looked, { 'names.csv': names })
      const [issue] = await issuesOf(previewTable(db, held, handed(fleets, { votes: cast }), options))
      assert.match(issue!, /Several rows of "votes"/)
    }))
})
