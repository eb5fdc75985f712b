// The same table again: what it says otherwise corrects what is held, and what it lacks stays held.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownOn } from '../../src/facts/datum.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { importTable, previewTable } from '../../src/mappings/import.ts'
import type { RowFate } from '../../src/mappings/tally.ts'
import { count } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { addStates, fleetMapping, handed, heldMapping, kinds, options, ships } from './world.ts'

describe('a table of others that comes again', () => {
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

  it('is no edition of what another mapping read from the same source, nor of another actor in a file that holds one', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const early = heldMapping({ ...fleetMapping, id: 'fleet-early' })
      const late = heldMapping({ ...fleetMapping, id: 'fleet-late' })
      const of = (state: string, year: number) =>
        handed(`Year,State,Fleet,Ships,Flag\n${year},${state},North,10,R\n`)
      await importTable(db, early, of('Averland', 2028), options)
      const gone = (await importTable(db, late, of('Averland', 2029), options)).gone
      assert.deepEqual(gone, { facts: 0, examples: [] })
      assert.equal((await previewTable(db, early, of('Averland', 2029), options)).gone.facts, 1)

      const each = heldMapping({ ...fleetMapping, id: 'fleet-of-one', holds: 'one-actor' })
      await importTable(db, each, of('Averland', 2026), options)
      assert.equal((await importTable(db, each, of('Belmora', 2026), options)).gone.facts, 0)
      const { examples } = (await previewTable(db, each, of('Belmora', 2027), options)).gone
      assert.deepEqual(examples, [{ id: 'ship-2026-XAB-North', kind: 'ships-lent', actor: 'XAB' }])
    }))
})
